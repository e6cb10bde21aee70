using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Approval;
using Tanheng.Web.Api.Shapes;

namespace Tanheng.Web.Api.Queries;

/// <summary>Proposals: one's own, those of one's holders, and those that one's office approves.</summary>
internal static class ApprovalQueries
{
    public static IEnumerable<Operation> All =>
    [
        Query.List(
            "list-proposals",
            "/proposals",
            Audience.OwnPart,
            new("提案", "Proposals"),
            look => Proposals(look).Where(one => look.Call.Wants("status", one.Status)
                && (look.Call.Holder is not { } only || only == one.Holder)
                && (look.Call.Text("command") is not { } command || command == one.Command)
                && look.Sight.Of(one)).Select(ProposalView.Of),
            one => Query.Key(one.Id.Value),
            Parameters.Holder,
            new Parameter("command", ParameterKind.Text, new Text("命令名", "The command's name")),
            Parameter.Of<ProposalStatus>("status", "提案状态", "Where it stands")),
        Query.One<ProposalView>(
            "get-proposal",
            "/proposals/{proposal}",
            Audience.OwnPart,
            new("一项提案", "One proposal"),
            look => look.State.Approvals.Proposals.TryGetValue(
                new ProposalId(look.Call.Get<long>("proposal")), out var one) && look.Sight.Of(one)
                    ? ProposalView.Of(one)
                    : (ProposalView?)null,
            Parameter.Number("proposal", "提案编号", "Number of the proposal")),
    ];

    private static IEnumerable<Proposal> Proposals(Look look)
    {
        var all = look.State.Approvals;
        if (look.Call.Text("status") == Parameter.Word(ProposalStatus.Waiting))
        {
            return all.Waiting.Select(id => all.Proposals[new ProposalId(id)]);
        }

        var first = Math.Max(look.FromNumber, 1);
        return Enumerable.Range(0, (int)Math.Max(0, all.Proposals.Count - first + 1))
            .Select(i => all.Proposals[new ProposalId(first + i)]);
    }
}
