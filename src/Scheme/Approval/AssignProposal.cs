using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Approval;

/// <summary>
/// 领办、指派、释放: one approver alone decides a proposal from now on; nobody lets it go to all approvers again.
/// </summary>
public sealed record AssignProposal(ProposalId Proposal, UserId? To = null) : Command;

/// <summary>One approver alone decides, or all may again.</summary>
public sealed record ProposalAssigned(ProposalId Proposal, UserId? To) : Event;

/// <summary>
/// Refusals in order: unknown proposal; already decided; those of an approver (the sender); assigned to another (only
/// that person and the authority change it); assignment unchanged; those of an approver (the one it goes to).
/// </summary>
public static class Assigning
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<AssignProposal>("assign-proposal", Permission.Anyone, Decide)
        .Event<ProposalAssigned>("proposal-assigned", Apply);

    internal static Outcome<Decision> Decide(SchemeState state, in Context context, AssignProposal command)
    {
        if (!Deciding.Find(state, command.Proposal).Try(out var proposal, out var refusal))
        {
            return refusal;
        }

        if (Deciding.CheckApprover(state, context.Actor, proposal) is { } barred)
        {
            return barred;
        }

        if (Deciding.IsAnothers(state, context.Actor, proposal)
            && !Officials.HasAny(state, context.Actor, [Role.Authority]))
        {
            return ApprovalRefusals.AssignedToAnother.With(("proposal", proposal.Id), ("user", proposal.AssignedTo));
        }

        if (proposal.AssignedTo == command.To)
        {
            return ApprovalRefusals.AssignmentUnchanged.With(("proposal", proposal.Id));
        }

        return command.To is { } to && Deciding.CheckApprover(state, to, proposal) is { } unable
            ? unable
            : Decision.Of(new ProposalAssigned(proposal.Id, command.To));
    }

    private static void Apply(SchemeState state, in Context context, ProposalAssigned happened) =>
        state.Approvals.Proposals[happened.Proposal] =
            state.Approvals.Proposals[happened.Proposal] with { AssignedTo = happened.To };
}
