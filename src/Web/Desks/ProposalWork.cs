using Tanheng.Scheme;
using Tanheng.Scheme.Approval;
using Tanheng.Web.Actions.Speech;
using Tanheng.Web.Portal;
using Tanheng.Web.Portal.Tables;

namespace Tanheng.Web.Desks;

/// <summary>Proposals that wait for the person who looks.</summary>
internal static class ProposalWork
{
    public static IEnumerable<WorkItem> Of(SchemeState state, DeskAsk ask)
    {
        var naming = new Naming(state);
        foreach (var id in state.Approvals.Waiting)
        {
            var proposal = state.Approvals.Proposals[new ProposalId(id)];
            if (Deciding.CheckApprover(state, ask.User, proposal) is null)
            {
                yield return new WorkItem(
                    "proposal",
                    Words.Proposal,
                    ActionWords.TitleOf(proposal.Command),
                    proposal.Holder is { } holder ? naming.Holder(holder) : null,
                    state.Rules.Calendar.Local(proposal.ExpiresAt),
                    ask.Now,
                    $"/proposals/{id}")
                {
                    Acts = [new Act($"/proposals/{id}", Words.DeskDecide)],
                };
            }
        }
    }
}
