using Tanheng.Ledger;
using Tanheng.Quantities;

namespace Tanheng.Scheme.Compliance;

/// <summary>
/// The money of a case. A decision books a claim: what holders owe (receivable) goes down, what the treasury is owed
/// goes up. A payment brings the receivable back from the outside world.
/// </summary>
internal static class CaseMoney
{
    /// <summary>The claim of a decision; nothing when the fine is zero.</summary>
    public static IReadOnlyList<Transaction> Claim(SchemeState state, Planner plan, FineDecision decision)
    {
        var system = state.Registry.System!;
        return Move(plan, Types.Fine, system.Receivable, system.Treasury, Parts(decision));
    }

    /// <summary>The payment of a decided case.</summary>
    public static IReadOnlyList<Transaction> Pay(SchemeState state, Planner plan, FineDecision decision)
    {
        var system = state.Registry.System!;
        return Move(plan, Types.FinePayment, system.Bank, system.Receivable, Parts(decision));
    }

    /// <summary>
    /// Takes a decision back: the claim falls, or what was paid is paid back. Nothing when none was decided.
    /// </summary>
    public static IReadOnlyList<Transaction> Undo(SchemeState state, Planner plan, PenaltyCase about)
    {
        if (about.Decision is not { } decision)
        {
            return [];
        }

        var system = state.Registry.System!;
        var to = about.Paid ? system.Bank : system.Receivable;
        return Move(plan, Types.Reversal, system.Treasury, to, Parts(decision));
    }

    private static Money[] Parts(FineDecision decision) =>
        [.. new[] { decision.Fine, decision.Confiscated ?? default }.Where(part => part.Minor > 0)];

    private static IReadOnlyList<Transaction> Move(
        Planner plan, string type, AccountId from, AccountId to, Money[] parts)
    {
        var drafts = parts.Select(part =>
            new Draft(Asset.Money(part.Currency), new Place(from), new Place(to), part.Minor));
        return parts.Length == 0 ? [] : [plan.Transact(type, drafts.ToArray()).Value];
    }
}
