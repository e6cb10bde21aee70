using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Web.Api.Lists;
using Tanheng.Web.People;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Api.Queries;

/// <summary>
/// Questions that the state answers, exactly, between two commands. Who may ask is checked in the same moment in which
/// the answer is read. What is asked for must be copied out of the state, never kept.
/// </summary>
internal static class Query
{
    /// <summary>One thing.</summary>
    /// <param name="id">The operation's name.</param>
    /// <param name="path">Its path.</param>
    /// <param name="audience">Who may ask.</param>
    /// <param name="title">What it is.</param>
    /// <param name="read">Gives it, or why not; null when there is none (or none for these eyes).</param>
    /// <param name="parameters">What can be asked.</param>
    public static Operation One<T>(
        string id,
        string path,
        Audience audience,
        Text title,
        Func<Look, Outcome<T?>> read,
        params IReadOnlyList<Parameter> parameters)
        where T : class => Beside(id, path, audience, title, read, value => value, parameters);

    /// <summary>
    /// One thing that the store knows: the state says whether the caller may have it, and commands do not wait while it
    /// is fetched.
    /// </summary>
    public static Operation Beside<TGrant, T>(
        string id,
        string path,
        Audience audience,
        Text title,
        Func<Look, Outcome<TGrant?>> permit,
        Func<TGrant, T?> fetch,
        IReadOnlyList<Parameter> parameters)
        where TGrant : class
        where T : class => new()
        {
            Id = id,
            Path = path,
            Tag = "",
            Audience = audience,
            Title = title,
            Parameters = parameters,
            Answer = typeof(T),
            Versioned = true,
            Handle = call => OneAsync(call, permit, fetch),
        };

    /// <summary>A list in pages.</summary>
    /// <param name="id">The operation's name.</param>
    /// <param name="path">Its path.</param>
    /// <param name="audience">Who may ask.</param>
    /// <param name="title">What it is.</param>
    /// <param name="rows">
    /// Gives what the caller may see in the order of the keys; it may begin anywhere before <see cref="Look.After"/>.
    /// </param>
    /// <param name="key">The key by which they are ordered, letter by letter.</param>
    /// <param name="parameters">What can be asked, beside limit and cursor.</param>
    public static Operation List<T>(
        string id,
        string path,
        Audience audience,
        Text title,
        Func<Look, IEnumerable<T>> rows,
        Func<T, string> key,
        params IReadOnlyList<Parameter> parameters) =>
        ListOrNot(id, path, audience, title, look => Outcome.Of(rows(look)), key, parameters);

    /// <summary>A list in pages that may be refused.</summary>
    public static Operation ListOrNot<T>(
        string id,
        string path,
        Audience audience,
        Text title,
        Func<Look, Outcome<IEnumerable<T>>> rows,
        Func<T, string> key,
        IReadOnlyList<Parameter> parameters) => new()
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
            Handle = call => ListAsync(call, rows, key),
        };

    /// <summary>A key of numbers, which sorts as they do.</summary>
    public static string Key(params ReadOnlySpan<long> numbers)
    {
        var parts = new string[numbers.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = numbers[i].ToString("D12", CultureInfo.InvariantCulture);
        }

        return string.Join('.', parts);
    }

    /// <summary>
    /// Whether the caller may ask at all, by the operation's audience; the rest is the operation's own.
    /// </summary>
    internal static Refusal? Denied(SchemeState state, Sight sight, ApiCall call)
    {
        if (state.Book is null)
        {
            return SchemeRefusals.NotFounded.With();
        }

        return call.Operation.Audience switch
        {
            Audience.Officials when !sight.Everything => ApiRefusals.MayNotRead.With(
                ("actor", call.User),
                ("audience", "authority, operators and auditors"),
                ("audience_zh", "主管部门、登记机构、交易机构和审计人员")),
            Audience.ReadersOfHolder when call.Holder is { } holder
                && (state.Registry.Find(holder) is null || !sight.Of(holder)) => Missing(call),
            _ => null,
        };
    }

    /// <summary>What is not there, or not for these eyes: the same words for both.</summary>
    internal static Refusal Missing(ApiCall call) =>
        ApiRefusals.NoSuchRecord.With(("what", call.Http.Request.Path.Value));

    /// <summary>What the caller may see of a state.</summary>
    internal static Sight SightOf(SchemeState state, ApiCall call) =>
        new(state, call.Caller is { } caller ? Mandate.Of(state, caller.User) : Mandate.None);

    private static async Task OneAsync<TGrant, T>(
        ApiCall call, Func<Look, Outcome<TGrant?>> read, Func<TGrant, T?> fetch)
        where TGrant : class
        where T : class
    {
        if (!Negotiation.Json(call).Try(out var form, out var refusal))
        {
            await call.Refuse(refusal);
            return;
        }

        var (version, answer) = await Market(call).Read(state => Read(state, call, form, read));
        if (version.Matches(call))
        {
            version.NotModified(call);
        }
        else if (answer.IsRefused(out refusal))
        {
            await call.Refuse(refusal);
        }
        else if (answer.Value is { } grant && fetch(grant) is { } value)
        {
            version.Mark(call);
            await call.Answer(value);
        }
        else
        {
            await call.Refuse(Missing(call));
        }
    }

    private static async Task ListAsync<T>(
        ApiCall call, Func<Look, Outcome<IEnumerable<T>>> rows, Func<T, string> key)
    {
        if (!Negotiation.JsonOrCsv(call).Try(out var form, out var refusal)
            || !PageRequest.Of(call).Try(out var page, out refusal))
        {
            await call.Refuse(refusal);
            return;
        }

        var (version, answer) = await Market(call).Read(state => Read<List<T>>(
            state, call, form, look => Items(look with { After = page.After }, page, rows, key)));
        if (version.Matches(call))
        {
            version.NotModified(call);
        }
        else if (answer.Try(out var items, out refusal))
        {
            version.Mark(call);
            await page.Answer(call, form, version.Sequence, items!, key);
        }
        else
        {
            await call.Refuse(refusal);
        }
    }

    /// <summary>The items after the page's key, and one more that tells whether another page follows.</summary>
    private static Outcome<List<T>?> Items<T>(
        Look look, PageRequest page, Func<Look, Outcome<IEnumerable<T>>> rows, Func<T, string> key)
    {
        if (!rows(look).Try(out var items, out var refusal))
        {
            return refusal;
        }

        if (page.After is { } after)
        {
            items = items.SkipWhile(item => string.CompareOrdinal(key(item), after) <= 0);
        }

        return items.Take(page.Limit + 1).ToList();
    }

    internal static (StateVersion Version, Outcome<T?> Answer) Read<T>(
        SchemeState state, ApiCall call, string form, Func<Look, Outcome<T?>> read)
        where T : class
    {
        var sight = SightOf(state, call);
        var version = StateVersion.Of(state.Sequence, call, form);
        if (Denied(state, sight, call) is { } denied)
        {
            return (version with { Tag = "" }, denied);
        }

        // What an earlier answer's tag still matches need not be read again, but the right to it was checked anew.
        return version.Matches(call) ? (version, default) : (version, read(new Look(state, sight, call)));
    }

    private static Market Market(ApiCall call) => call.Http.RequestServices.GetRequiredService<Market>();
}
