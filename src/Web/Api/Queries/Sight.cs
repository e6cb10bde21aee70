using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Approval;
using Tanheng.Scheme.Mrv;
using Tanheng.Scheme.Registry;
using Tanheng.Web.People;

namespace Tanheng.Web.Api.Queries;

/// <summary>
/// What one person may see of a state. <see cref="Mandate"/> says what the person is; this applies it.
/// </summary>
public sealed class Sight(SchemeState state, Mandate mandate)
{
    /// <summary>What the person is.</summary>
    public Mandate Mandate => mandate;

    /// <summary>True for authority, operators and auditors.</summary>
    public bool Everything => mandate.ReadsEverything;

    /// <summary>Everything of a holder.</summary>
    public bool Of(HolderId holder) => mandate.MayRead(holder);

    /// <summary>An account: its holder's; those of provinces and of the scheme are for officials.</summary>
    public bool Of(Account account) => account.Holder is { } holder ? Of(holder) : Everything;

    /// <summary>A report: its holder's, and the people of the body that verifies it.</summary>
    public bool Of(Report report) => Of(report.Holder) || Verifies(report);

    /// <summary>
    /// A proposal: its initiator's, those who may read its holder, and those whose office approves such commands.
    /// </summary>
    public bool Of(Proposal proposal) => Everything || proposal.Initiator == mandate.User
        || (proposal.Holder is { } holder && Of(holder))
        || state.Rules.Approval(proposal.Command)?.Approvers.Any(Approves) == true;

    /// <summary>The holders the person may read in the order of their numbers.</summary>
    public IEnumerable<Holder> Holders(long after = 0)
    {
        if (Everything)
        {
            for (var id = Math.Max(after, 0) + 1; id <= state.Registry.Holders.Count; id++)
            {
                yield return state.Registry.Holders[new HolderId(id)];
            }

            yield break;
        }

        foreach (var (holder, _) in mandate.Holders.OrderBy(pair => pair.Holder.Value))
        {
            if (holder.Value > after && Of(holder))
            {
                yield return state.Registry.Holders[holder];
            }
        }
    }

    private bool Approves(Role role) => role != Role.Representative && mandate.Is(role);

    private bool Verifies(Report report) => mandate.Is(Role.Verifier) && report.Verifier is { } body
        && state.Mrv.Bodies[body].Staff.Contains(mandate.User);
}
