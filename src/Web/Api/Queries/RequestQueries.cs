using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Allocation;
using Tanheng.Scheme.Registry;

namespace Tanheng.Web.Api.Queries;

/// <summary>A site or an account that went from one holder to another.</summary>
/// <param name="Facility">The site; null for an account.</param>
/// <param name="Account">The account; null for a site.</param>
/// <param name="Change">When, from whom, to whom, on which decision.</param>
public sealed record OwnerChangeView(FacilityId? Facility, AccountId? Account, OwnerChange Change);

/// <summary>Requests for documents, notes, follow-ups, former holders, caps.</summary>
internal static class RequestQueries
{
    public static IEnumerable<Operation> Registry =>
    [
        Query.List(
            "list-document-requests",
            "/document-requests",
            Audience.OwnPart,
            new("资料要求", "Requests for documents"),
            look => look.State.Registry.Documents.Where(one =>
                (look.Call.Holder is not { } only || only == one.Holder) && look.Sight.Of(one.Holder)),
            one => Query.Key(one.Number),
            Parameters.Holder),
        Query.List(
            "list-notes",
            "/notes",
            Audience.Officials,
            new("备注（单位代表不可见）", "Notes of officials, never seen by representatives"),
            look => look.Call.Holder is { } only
                ? (IEnumerable<Note>)Notes.About(look.State, only).OrderBy(note => note.Number)
                : look.State.Registry.Notes.Values,
            one => Query.Key(one.Number),
            Parameters.Holder),
        Query.List(
            "list-owner-changes",
            "/owner-changes",
            Audience.OwnPart,
            new("设施和账户的转移", "Sites and accounts that changed hands"),
            look => Changes(look.State).Where(one => look.Sight.Of(one.Change.From) || look.Sight.Of(one.Change.To)),
            one => Query.Key(
                one.Change.At.ToUnixTimeMilliseconds(), one.Facility?.Value ?? 0, one.Account?.Value ?? 0)),
    ];

    public static IEnumerable<Operation> Mrv =>
    [
        Query.List(
            "list-follow-ups",
            "/follow-ups",
            Audience.OwnPart,
            new("整改事项", "Follow-ups of what verifiers left open"),
            look => look.State.Mrv.FollowUps.Where(one =>
                (look.Call.Holder is not { } only || only == one.Holder)
                && (look.Sight.Of(one.Holder) || (look.Sight.Mandate.Is(Role.Verifier)
                    && look.State.Mrv.Bodies[one.Body].Staff.Contains(look.Call.User)))),
            one => Query.Key(one.Number),
            Parameters.Holder),
    ];

    public static IEnumerable<Operation> Allocation =>
    [
        Query.List(
            "list-caps",
            "/caps",
            Audience.SignedIn,
            new("总量上限与余额", "Caps and what is left of them"),
            look => PeriodCaps.Of(look.State),
            one => Query.Key(one.Period.First, one.Year ?? 0)),
    ];

    private static IEnumerable<OwnerChangeView> Changes(SchemeState state) =>
        state.Registry.FacilityOwners
            .SelectMany(pair => pair.Value.Select(change => new OwnerChangeView(pair.Key, null, change)))
            .Concat(state.Registry.AccountOwners
                .SelectMany(pair => pair.Value.Select(change => new OwnerChangeView(null, pair.Key, change))))
            .OrderBy(one => one.Change.At)
            .ThenBy(one => one.Facility?.Value ?? 0)
            .ThenBy(one => one.Account?.Value ?? 0);
}
