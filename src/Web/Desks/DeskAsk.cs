using System.Globalization;
using Microsoft.AspNetCore.Http;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Web.People;
using Tanheng.Web.Portal;
using Tanheng.Web.Portal.Tables;

namespace Tanheng.Web.Desks;

/// <summary>What a page or file of a desk was asked: its address, by whom, and when in the market's own time.</summary>
public sealed class DeskAsk
{
    private readonly HttpRequest request;

    private DeskAsk(HttpRequest request, UserId user, DateTime now) => (this.request, User, Now) = (request, user, now);

    /// <summary>Who asks.</summary>
    public UserId User { get; }

    /// <summary>Business time in the market's zone.</summary>
    public DateTime Now { get; }

    /// <summary>A part of the path, else of the query; empty when it is not there.</summary>
    public string this[string key] => request.RouteValues.TryGetValue(key, out var part) && part is not null
        ? Convert.ToString(part, CultureInfo.InvariantCulture) ?? ""
        : request.Query[key].ToString().Trim();

    /// <summary>The period of the address; null when there is none or it cannot be read.</summary>
    public CompliancePeriod? Period => CompliancePeriod.TryParse(this["period"], null, out var period) ? period : null;

    /// <summary>The year of the address.</summary>
    public int? Year => int.TryParse(this["year"], CultureInfo.InvariantCulture, out var year) ? year : null;

    /// <summary>Reads a request.</summary>
    public static DeskAsk Of(HttpContext http, Market market, SchemeState state) =>
        new(http.Request, Caller.Of(http)?.User ?? default, market.Local(state));

    /// <summary>True when the filter of a name is not set, or names this value.</summary>
    public bool Is(string key, string value) =>
        this[key] is var wanted && (wanted.Length == 0 || wanted.Equals(value, StringComparison.OrdinalIgnoreCase));

    /// <summary>True when the words searched for (<c>q</c>) stand in one of the texts.</summary>
    public bool Finds(params ReadOnlySpan<string?> texts)
    {
        var wanted = this["q"];
        foreach (var text in texts)
        {
            if (wanted.Length == 0 || text?.Contains(wanted, StringComparison.OrdinalIgnoreCase) == true)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A list of a desk, said once for its page and its CSV file.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows, as the address filters them.</param>
public sealed record DeskList<T>(
    string Name, IReadOnlyList<Column<T>> Columns, Func<SchemeState, DeskAsk, IReadOnlyList<T>> Rows)
{
    /// <summary>
    /// True when its rows depend on the state and the address alone, neither on who asks nor on the time: then they are
    /// computed once for all who ask before the next row of the journal.
    /// </summary>
    public bool OfStateAlone { get; init; }
}
