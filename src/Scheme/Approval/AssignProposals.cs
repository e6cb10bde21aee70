using Tanheng.Quantities;

namespace Tanheng.Scheme.Approval;

/// <summary>Take on, hand over or let go several proposals: all of them, or none.</summary>
public sealed record AssignProposals(IReadOnlyList<ProposalId> Proposals, UserId? To = null) : Command;

/// <summary>
/// Refusals in order: none named; those of <see cref="AssignProposal"/> for every proposal, all of them at once with
/// the proposals that fail. A proposal named twice is taken once.
/// </summary>
public static class AssigningSeveral
{
    internal static void Register(Catalogue catalogue) =>
        catalogue.Command<AssignProposals>("assign-proposals", Permission.Anyone, Decide);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, AssignProposals command)
    {
        if (command.Proposals.Count == 0)
        {
            return ApprovalRefusals.NoProposals.With();
        }

        var (events, failed) = (new List<Event>(), new List<(ProposalId Id, Refusal Refusal)>());
        foreach (var id in command.Proposals.Distinct())
        {
            if (Assigning.Decide(state, context, new AssignProposal(id, command.To)).Try(out var one, out var refusal))
            {
                events.AddRange(one.Events);
            }
            else
            {
                failed.Add((id, refusal));
            }
        }

        return failed switch
        {
            [] => Decision.Of(events),
            [var (_, only)] => only,
            _ => ApprovalRefusals.SeveralRefused.With(
                ("count", failed.Count), ("problems_zh", Named(failed, "zh")), ("problems_en", Named(failed, "en"))),
        };
    }

    private static string Named(IEnumerable<(ProposalId Id, Refusal Refusal)> failed, string language) =>
        string.Join(' ', failed.Select(one => $"{one.Id}: {one.Refusal.Message(language)}"));
}
