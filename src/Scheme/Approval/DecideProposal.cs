using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Approval;

/// <summary>Approves: the proposed command takes effect now, as its initiator's.</summary>
public sealed record ApproveProposal(ProposalId Proposal, string? Comment = null) : Command;

/// <summary>Refuses for good.</summary>
public sealed record RejectProposal(ProposalId Proposal, string Reason) : Command;

/// <summary>Takes one's own proposal back.</summary>
public sealed record WithdrawProposal(ProposalId Proposal, string Reason) : Command;

/// <summary>A second person approved; the events that follow are the proposed command's.</summary>
public sealed record ProposalApproved(ProposalId Proposal, UserId Approver, string? Comment = null) : Event;

/// <summary>A second person refused.</summary>
public sealed record ProposalRejected(ProposalId Proposal, UserId Approver, string Reason) : Event;

/// <summary>The initiator took it back.</summary>
public sealed record ProposalWithdrawn(ProposalId Proposal, string Reason) : Event;

/// <summary>
/// The second pair of eyes. Refusals in order: unknown proposal; already decided; to approve and reject: own proposal,
/// approval rule gone, not an approver, assigned to another; to reject: reason missing; to withdraw: not the initiator,
/// reason missing; to approve: comment missing, then whatever the initiator would be refused for now.
/// </summary>
public static class Deciding
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<ApproveProposal>("approve-proposal", Permission.Anyone, Decide)
        .Command<RejectProposal>("reject-proposal", Permission.Anyone, Decide)
        .Command<WithdrawProposal>("withdraw-proposal", Permission.Anyone, Decide)
        .Event<ProposalApproved>("proposal-approved", Apply)
        .Event<ProposalRejected>("proposal-rejected", Apply)
        .Event<ProposalWithdrawn>("proposal-withdrawn", Apply);

    internal static void Close(
        SchemeState state,
        ProposalId id,
        ProposalStatus status,
        UserId? decidedBy,
        string reason,
        string? comment = null)
    {
        var proposal = state.Approvals.Proposals[id];
        state.Approvals.Proposals[id] = proposal with
        {
            Status = status,
            DecidedBy = decidedBy,
            Reason = reason,
            Comment = comment,
        };
        state.Approvals.Waiting.Remove(id.Value);
        state.Allocation.Reserved.Remove(id);
        foreach (var key in proposal.Keys ?? [])
        {
            state.Approvals.Kept.Remove(key);
        }

        state.Agenda.Remove(proposal.Expiry);
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, ApproveProposal command)
    {
        if (!Find(state, command.Proposal).Try(out var proposal, out var refusal))
        {
            return refusal;
        }

        if (CheckDecider(state, context.Actor, proposal) is { } barred)
        {
            return barred;
        }

        if (string.IsNullOrWhiteSpace(command.Comment) && state.Rules.Approval(proposal.Command)!.CommentRequired)
        {
            return ApprovalRefusals.CommentMissing.With(("command", proposal.Command));
        }

        return Foresee(state, context, proposal).Try(out var decision, out refusal)
            ? Decision
                .Of(new ProposalApproved(proposal.Id, context.Actor, command.Comment))
                .Then(decision.Events.AsSpan())
            : refusal;
    }

    /// <summary>
    /// What a proposal brings about when it is approved: its command is decided as its initiator's, at that moment.
    /// Refusals: those of the initiator's rights, those of the command.
    /// </summary>
    public static Outcome<Decision> Foresee(SchemeState state, in Context context, Proposal proposal)
    {
        if (!ProposedCommand.Read(proposal.Command, proposal.Data).Try(out var inner, out var refusal))
        {
            return refusal;
        }

        var entry = Catalogue.Scheme.Of(inner);
        return Access.Check(state, proposal.Initiator, entry, inner) is { } denied
            ? denied
            : entry.Decide(state, context with { Actor = proposal.Initiator }, inner);
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, RejectProposal command)
    {
        if (!Find(state, command.Proposal).Try(out var proposal, out var refusal))
        {
            return refusal;
        }

        if (CheckDecider(state, context.Actor, proposal) is { } barred)
        {
            return barred;
        }

        return string.IsNullOrWhiteSpace(command.Reason)
            ? ApprovalRefusals.ReasonMissing.With()
            : Decision.Of(new ProposalRejected(proposal.Id, context.Actor, command.Reason));
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, WithdrawProposal command)
    {
        if (!Find(state, command.Proposal).Try(out var proposal, out var refusal))
        {
            return refusal;
        }

        if (context.Actor != proposal.Initiator)
        {
            return ApprovalRefusals.NotTheInitiator.With(("initiator", proposal.Initiator), ("proposal", proposal.Id));
        }

        return string.IsNullOrWhiteSpace(command.Reason)
            ? ApprovalRefusals.ReasonMissing.With()
            : Decision.Of(new ProposalWithdrawn(proposal.Id, command.Reason));
    }

    /// <summary>The proposal while it waits. Refusals in order: unknown proposal; already decided.</summary>
    internal static Outcome<Proposal> Find(SchemeState state, ProposalId id)
    {
        if (!state.Approvals.Proposals.TryGetValue(id, out var proposal))
        {
            return ApprovalRefusals.UnknownProposal.With(("proposal", id));
        }

        return proposal.Status == ProposalStatus.Waiting
            ? proposal
            : ApprovalRefusals.AlreadyDecided.With(("proposal", id), ("status", proposal.Status));
    }

    private static Refusal? CheckDecider(SchemeState state, UserId actor, Proposal proposal) =>
        CheckApprover(state, actor, proposal)
        ?? (IsAnothers(state, actor, proposal)
            ? ApprovalRefusals.AssignedToAnother.With(("proposal", proposal.Id), ("user", proposal.AssignedTo))
            : null);

    /// <summary>True when it is assigned to somebody else who may still decide it.</summary>
    public static bool IsAnothers(SchemeState state, UserId actor, Proposal proposal) =>
        proposal.AssignedTo is { } assigned && assigned != actor && CheckApprover(state, assigned, proposal) is null;

    /// <summary>Null when the person may decide. Refusals in order: own proposal; rule gone; not an approver.</summary>
    public static Refusal? CheckApprover(SchemeState state, UserId actor, Proposal proposal)
    {
        if (actor == proposal.Initiator)
        {
            return ApprovalRefusals.OwnProposal.With(("actor", actor), ("proposal", proposal.Id));
        }

        if (state.Rules.Approval(proposal.Command) is not { } rule)
        {
            return ApprovalRefusals.RuleGone.With(("command", proposal.Command));
        }

        var represents = rule.Approvers.Contains(Role.Representative)
            && proposal.Holder is { } id && state.Registry.Find(id) is { Status: HolderStatus.Active } holder
            && Catalogue.Scheme.CommandNamed(proposal.Command)!.Permission.IsApprovedWith(
                Holders.RightsOf(holder, actor));
        return represents || Officials.HasAny(state, actor, rule.Approvers)
            ? null
            : ApprovalRefusals.NotAnApprover.With(("actor", actor), ("command", proposal.Command));
    }

    private static void Apply(SchemeState state, in Context context, ProposalApproved happened) =>
        Close(state, happened.Proposal, ProposalStatus.Approved, happened.Approver, "", happened.Comment);

    private static void Apply(SchemeState state, in Context context, ProposalRejected happened) =>
        Close(state, happened.Proposal, ProposalStatus.Rejected, happened.Approver, happened.Reason);

    private static void Apply(SchemeState state, in Context context, ProposalWithdrawn happened) =>
        Close(state, happened.Proposal, ProposalStatus.Withdrawn, null, happened.Reason);
}
