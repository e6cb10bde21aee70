using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Tanheng.Quantities;

namespace Tanheng.Web.Api.Lists;

/// <summary>In which form an answer is wanted, by the header <c>Accept</c>.</summary>
internal static class Negotiation
{
    private const string JsonType = "application/json";

    /// <summary>JSON, or not acceptable.</summary>
    public static Outcome<string> Json(ApiCall call) => Choose(call, JsonType);

    /// <summary>JSON or CSV, JSON when both are as good; or not acceptable.</summary>
    public static Outcome<string> JsonOrCsv(ApiCall call) => Choose(call, JsonType, Csv.ContentType);

    private static Outcome<string> Choose(ApiCall call, params ReadOnlySpan<string> offered)
    {
        var wanted = call.Http.Request.GetTypedHeaders().Accept;
        if (wanted.Count == 0)
        {
            return offered[0];
        }

        var (best, weight) = ("", 0d);
        foreach (var form in offered)
        {
            var found = Weight(wanted, new MediaTypeHeaderValue(form));
            if (found > weight)
            {
                (best, weight) = (form, found);
            }
        }

        return best.Length > 0
            ? best
            : ApiRefusals.NotAcceptable.With(("offered", string.Join(", ", offered.ToArray())));
    }

    /// <summary>The weight of the most exact entry that the form falls under.</summary>
    private static double Weight(IList<MediaTypeHeaderValue> wanted, MediaTypeHeaderValue form)
    {
        var (exactness, weight) = (0, 0d);
        foreach (var entry in wanted)
        {
            var exact = entry.MatchesAllTypes ? 1 : entry.MatchesAllSubTypes ? 2 : 3;
            var range = new MediaTypeHeaderValue(entry.MediaType);
            if (exact > exactness && form.IsSubsetOf(range))
            {
                (exactness, weight) = (exact, entry.Quality ?? 1d);
            }
        }

        return weight;
    }
}
