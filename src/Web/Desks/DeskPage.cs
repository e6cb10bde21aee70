using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Web.People;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Desks;

/// <summary>A page of an office: for those who hold it, and nobody else.</summary>
public abstract class DeskPage : MarketPage
{
    /// <summary>Who looks, in which language.</summary>
    [Inject] protected Visitor Visitor { get; set; } = null!;

    /// <summary>The market.</summary>
    [Inject] protected Market Market { get; set; } = null!;

    [Inject] private IHttpContextAccessor Accessor { get; set; } = null!;

    /// <summary>The office.</summary>
    protected abstract Role Office { get; }

    /// <summary>The request.</summary>
    protected HttpContext Http => Accessor.HttpContext!;

    /// <inheritdoc />
    protected override bool Admits(Mandate mandate) => mandate.Is(Office);

    /// <summary>A text in the visitor's language.</summary>
    protected string Say(Text text) => Visitor.Say(text);

    /// <summary>Reads the state for what the address asks.</summary>
    protected Task<T> Ask<T>(Func<SchemeState, DeskAsk, T> question)
    {
        // The question is asked on another thread, where there is no request.
        var http = Http;
        return Market.Read(state => question(state, DeskAsk.Of(http, Market, state)));
    }

    /// <summary>
    /// Reads the state for what the address asks, once for all who ask before the next row of the journal: the answer
    /// must depend on the state and the address alone, neither on who asks nor on the time.
    /// </summary>
    protected Task<T> AskOnce<T>(string name, Func<SchemeState, DeskAsk, T> question)
    {
        var http = Http;
        return Market.ReadOnce(
            $"{name} {http.Request.Path}{http.Request.QueryString}",
            state => question(state, DeskAsk.Of(http, Market, state)));
    }

    /// <summary>The rows of a list.</summary>
    protected Task<IReadOnlyList<T>> Rows<T>(DeskList<T> list) =>
        list.OfStateAlone ? AskOnce(list.Name, list.Rows) : Ask(list.Rows);

    /// <summary>A value of the query; null when it is not there.</summary>
    protected string? Query(string key) =>
        Http.Request.Query[key].ToString() is { Length: > 0 } value ? value : null;
}
