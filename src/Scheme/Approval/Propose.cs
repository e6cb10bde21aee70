using System.Text.Json;
using Tanheng.Ledger;
using Tanheng.Quantities;

namespace Tanheng.Scheme.Approval;

/// <summary>Proposes a command that needs a second person: its stable name and its JSON.</summary>
public sealed record Propose(string Command, JsonElement Data) : Command
{
    /// <summary>Proposes this command.</summary>
    public static Propose Of(Command inner) => new(Catalogue.Scheme.Of(inner).Name, ProposedCommand.Write(inner));
}

/// <summary>A proposal waits for a second person.</summary>
public sealed record ProposalMade(
    ProposalId Proposal,
    UserId Initiator,
    HolderId? Holder,
    string Command,
    JsonElement Data,
    DateTimeOffset ProposedAt,
    DateTimeOffset ExpiresAt,
    IReadOnlyList<string>? Keys = null,
    IReadOnlyList<AccountId>? Accounts = null) : Event;

/// <summary>Nobody answered in time.</summary>
public sealed record ProposalExpired(ProposalId Proposal) : Event;

/// <summary>
/// Refusals in order: unknown command; bad command; not permitted and the like, as if it were sent directly; no second
/// person needed; another proposal waits that keeps one of its keys; then whatever the command itself would be refused
/// for now.
/// </summary>
public static class Proposing
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<Propose>("propose", Permission.Anyone, Decide)
        .Event<ProposalMade>("proposal-made", Apply)
        .Event<ProposalExpired>("proposal-expired", Apply)
        .WhenDue(DueKind.ProposalExpiry, Lapse);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, Propose command)
    {
        if (!ProposedCommand.Read(command.Command, command.Data).Try(out var inner, out var refusal))
        {
            return refusal;
        }

        var entry = Catalogue.Scheme.Of(inner);
        if (Access.Check(state, context.Actor, entry, inner) is { } denied)
        {
            return denied;
        }

        if (Access.ApprovalOf(state, context.Actor, entry, inner) is not { } rule)
        {
            return ApprovalRefusals.NoSecondPersonNeeded.With(("command", entry.Name));
        }

        var keys = (inner as IOneAtATime)?.Keys;
        foreach (var key in keys ?? [])
        {
            if (state.Approvals.Kept.TryGetValue(key, out var other))
            {
                return ApprovalRefusals.AnotherWaits.With(("what", key), ("proposal", other));
            }
        }

        if (!entry.Decide(state, context, inner).Try(out var trial, out refusal))
        {
            return refusal;
        }

        var id = new ProposalId(state.Approvals.Proposals.Count + 1);
        return Decision
            .Of(new ProposalMade(
                id,
                context.Actor,
                (inner as IForHolder)?.Holder,
                entry.Name,
                ProposedCommand.Write(inner),
                context.Time,
                context.Time.AddDays(rule.ExpiresAfterDays),
                keys,
                (inner as IForAccounts)?.Accounts))
            .Then([.. Allocation.PeriodCaps.Reserve(state, id, trial)]);
    }

    private static Decision Lapse(SchemeState state, in Context context, Due due) =>
        Decision.Of(new ProposalExpired(ProposalId.From(long.Parse(due.Subject))));

    private static void Apply(SchemeState state, in Context context, ProposalMade happened)
    {
        var proposal = new Proposal(
            happened.Proposal,
            happened.Initiator,
            happened.Holder,
            happened.Command,
            happened.Data,
            happened.ProposedAt,
            happened.ExpiresAt,
            Keys: happened.Keys,
            Accounts: happened.Accounts);
        state.Approvals.Proposals.Add(proposal.Id, proposal);
        foreach (var key in happened.Keys ?? [])
        {
            state.Approvals.Kept.Add(key, proposal.Id);
        }

        state.Approvals.Waiting.Add(proposal.Id.Value);
        state.Agenda.Add(proposal.Expiry);
    }

    private static void Apply(SchemeState state, in Context context, ProposalExpired happened) =>
        Deciding.Close(state, happened.Proposal, ProposalStatus.Expired, null, "");
}
