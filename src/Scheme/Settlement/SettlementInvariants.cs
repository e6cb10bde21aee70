using Tanheng.Ledger;
using Tanheng.Quantities;

namespace Tanheng.Scheme.Settlement;

/// <summary>
/// What must hold of participants' money after every row, where days are settled: the suspense account has what its
/// open lines say; the second count of the day arrives at what the ledger has; banks, ledger and differences add up;
/// the reserve has what its own book says, and debts are what it paid and did not get back.
/// </summary>
internal static class SettlementInvariants
{
    public static void Check(SchemeState state, List<Violation> found)
    {
        if (state.Cash is not { Suspense: { } suspense, Reserve: { } reserve })
        {
            return;
        }

        var money = Asset.Money(state.Rules.Currency);
        var open = state.Cash.Lines.Values.Where(line => IsOpen(state, line)).Sum(line => line.Line.Amount.Minor);
        if (state.Ledger.Total(suspense, money) != open)
        {
            found.Add(new Violation(1, "suspense-differs", new Text(
                $"待查资金与待查流水合计 {open} 不符。", $"The suspense account does not hold the {open} of its open lines.")));
        }

        var entries = state.Cash.ReserveEntries.Sum(entry => entry.Amount.Minor);
        var owed = state.Cash.ReserveEntries.Where(entry => entry.Move != ReserveMove.Contribution)
            .Sum(entry => -entry.Amount.Minor);
        if (state.Ledger.Total(reserve, money) != entries || entries < 0
            || state.Cash.Debts.Values.Sum(debt => debt.Minor) != owed)
        {
            found.Add(new Violation(1, "reserve-differs", new Text(
                $"风险准备金与其收付 {entries}、欠款 {owed} 不符。",
                $"The risk reserve does not hold its entries of {entries}, or debts are not {owed}.")));
        }

        if (CashReconciling.Of(state, default).Unexplained.Minor is not 0 and var unexplained)
        {
            found.Add(new Violation(1, "bank-unexplained", new Text(
                $"银行与账本相差 {unexplained} 未能解释。", $"{unexplained} between bank and ledger are not explained.")));
        }

        CheckDay(state, found);
    }

    private static bool IsOpen(SchemeState state, BankLine line) => line.Status == LineStatus.Suspense
        || (line.Status == LineStatus.SentBack && state.Cash.Withdrawals.ContainsKey(line.Payment!.Value));

    private static void CheckDay(SchemeState state, List<Violation> found)
    {
        foreach (var holder in state.Registry.Holders.Values)
        {
            var counted = state.Cash.Today.TryGetValue(holder.Id, out var day)
                ? day.Closing.Minor
                : state.Cash.Closings.GetValueOrDefault(holder.Id, Money.Zero(state.Rules.Currency)).Minor;
            if (counted != CashDays.Held(state, holder))
            {
                found.Add(new Violation(1, "statement-differs", new Text(
                    $"主体 {holder.Id} 的结算单为 {counted}，与账本不符。",
                    $"The statement of holder {holder.Id} comes to {counted}, not to what the ledger has.")));
            }
        }
    }
}
