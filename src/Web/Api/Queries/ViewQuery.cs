using Microsoft.Extensions.DependencyInjection;
using Tanheng.Engine.Views;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Web.Api.Lists;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Api.Queries;

/// <summary>
/// Lists that the tables of the views answer: histories and the past. The state says who may see what; then the tables
/// are waited for until they are as far as that state, so that a caller finds what it has just done.
/// </summary>
internal static class ViewQuery
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>A list in pages.</summary>
    /// <param name="id">The operation's name.</param>
    /// <param name="path">Its path.</param>
    /// <param name="audience">Who may ask.</param>
    /// <param name="title">What it is.</param>
    /// <param name="prepare">Reads from the state what the caller may see; null when there is nothing for them.</param>
    /// <param name="rows">Reads the items after the page's key from the tables, one more than the page holds.</param>
    /// <param name="complete">Adds to the items of the page what the state knows of them.</param>
    /// <param name="key">The key of an item.</param>
    /// <param name="parameters">What can be asked, beside limit and cursor.</param>
    public static Operation List<TGrant, T>(
        string id,
        string path,
        Audience audience,
        Text title,
        Func<Look, Outcome<TGrant?>> prepare,
        Func<IViewStore, TGrant, PageRequest, IEnumerable<T>> rows,
        Func<SchemeState, T, T> complete,
        Func<T, string> key,
        params IReadOnlyList<Parameter> parameters)
        where TGrant : class => new()
        {
            Id = id,
            Path = path,
            Tag = "",
            Audience = audience,
            Title = title,
            Parameters = [.. parameters, .. PageRequest.Parameters],
            IsList = true,
            Answer = typeof(T),
            Versioned = true,
            Handle = call => AnswerAsync(call, prepare, rows, complete, key),
        };

    private static async Task AnswerAsync<TGrant, T>(
        ApiCall call,
        Func<Look, Outcome<TGrant?>> prepare,
        Func<IViewStore, TGrant, PageRequest, IEnumerable<T>> rows,
        Func<SchemeState, T, T> complete,
        Func<T, string> key)
        where TGrant : class
    {
        if (!Negotiation.JsonOrCsv(call).Try(out var form, out var refusal)
            || !PageRequest.Of(call).Try(out var page, out refusal))
        {
            await call.Refuse(refusal);
            return;
        }

        var market = call.Http.RequestServices.GetRequiredService<Market>();
        var (version, granted) = await market.Read(state => Query.Read(
            state, call, form, look => prepare(look with { After = page.After })));
        if (version.Matches(call))
        {
            version.NotModified(call);
        }
        else if (granted.IsRefused(out refusal))
        {
            await call.Refuse(refusal);
        }
        else if (granted.Value is not { } grant)
        {
            await call.Refuse(Query.Missing(call));
        }
        else if (await ViewsAsync(call, version.Sequence) is not { } views)
        {
            await call.Refuse(ApiRefusals.NotServed.With(("what", "views")));
        }
        else
        {
            var items = rows(views, grant, page).Take(page.Limit + 1).ToList();
            items = await market.Read(state => items.ConvertAll(item => complete(state, item)));
            version.Mark(call);
            await page.Answer(call, form, version.Sequence, items, key);
        }
    }

    /// <summary>The tables once they are as far as a row; null when there are none or they do not come.</summary>
    private static async Task<IViewStore?> ViewsAsync(ApiCall call, long sequence)
    {
        if (call.Http.RequestServices.GetService<IViewStore>() is not { } views)
        {
            return null;
        }

        var waited = TimeSpan.Zero;
        while (views.Checkpoint().Sequence < sequence)
        {
            if (waited > Patience)
            {
                return null;
            }

            await Task.Delay(LookEvery, call.Http.RequestAborted);
            waited += LookEvery;
        }

        return views;
    }
}
