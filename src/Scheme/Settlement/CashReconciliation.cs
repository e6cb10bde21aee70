using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Settlement;

/// <summary>
/// 对账: lays the banks' statements beside the ledger once more, for statements that came after the day's end.
/// </summary>
/// <param name="Day">The trading day that was settled.</param>
public sealed record ReconcileCash(DateOnly Day) : Command;

/// <summary>How the bank and the ledger do not agree.</summary>
public enum CashDifferenceKind
{
    /// <summary>银行有账面无: the bank has it, and no participant: it is in suspense.</summary>
    InBankOnly,

    /// <summary>账面有银行无: booked by hand, and no statement has it.</summary>
    InLedgerOnly,

    /// <summary>金额不符: booked by hand with another amount.</summary>
    AmountDiffers,

    /// <summary>主体不符: booked by hand for somebody whose bank account did not pay.</summary>
    HolderDiffers,

    /// <summary>对账单不连续: a statement does not begin where the one before ended.</summary>
    StatementMissing,
}

/// <summary>One line of a difference report.</summary>
/// <param name="Kind">How they differ.</param>
/// <param name="Reference">The bank's reference, or that of the entry by hand.</param>
/// <param name="Bank">What the bank has.</param>
/// <param name="Ledger">What the ledger has.</param>
/// <param name="Number">The settlement account, where the bank has stated it.</param>
/// <param name="Holder">Whose.</param>
/// <param name="Line">The bank's line.</param>
/// <param name="Payment">Our payment.</param>
public sealed record CashDifference(
    CashDifferenceKind Kind,
    string Reference,
    Money Bank,
    Money Ledger,
    string? Number = null,
    HolderId? Holder = null,
    BankLineId? Line = null,
    WithdrawalId? Payment = null);

/// <summary>The banks were laid beside the ledger.</summary>
/// <param name="Run">Counted from 1.</param>
/// <param name="Day">The trading day.</param>
/// <param name="Bank">The last closing balances of all settlement accounts.</param>
/// <param name="Ledger">What participants, fees and reserve hold.</param>
/// <param name="Unexplained">Bank − ledger − Σ differences: nothing, unless there is a defect.</param>
/// <param name="Differences">Line by line.</param>
public sealed record CashReconciled(
    int Run,
    DateOnly Day,
    Money Bank,
    Money Ledger,
    Money Unexplained,
    IReadOnlyList<CashDifference> Differences) : Event;

/// <summary>A reconciliation with the banks as it is kept.</summary>
public sealed record CashReconciliation(
    int Run,
    long Row,
    DateTimeOffset At,
    UserId By,
    DateOnly Day,
    Money Bank,
    Money Ledger,
    Money Unexplained,
    IReadOnlyList<CashDifference> Differences);

/// <summary>
/// The banks' balance = participants + fees + reserve + Σ (bank − ledger) of the differences. It is made at every day's
/// end, and again when asked for. Refusals in order: no exchange, exchange not opened; no settlement bank; unknown
/// settlement day.
/// </summary>
public static class CashReconciling
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<ReconcileCash>(
            "reconcile-cash", Permission.Of(Role.RegistryOperator, Role.Authority), Decide)
        .Event<CashReconciled>("cash-reconciled", Apply);

    /// <summary>The report as things stand.</summary>
    public static CashReconciled Of(SchemeState state, DateOnly day)
    {
        var currency = state.Rules.Currency;
        var differences = Differences(state).ToList();
        var bank = new Money(
            Chains(state).Sum(chain => chain.Statements.Count > 0 ? chain.Statements[^1].Closing.Minor : 0),
            currency);
        var suspense = new Money(
            state.Ledger.Total(state.Cash.Suspense!.Value, Asset.Money(currency)), currency);
        var ledger = Money.Zero(currency) + new Money(state.Cash.PaidIn.Minor, currency) - suspense;
        var explained = differences.Sum(one => one.Bank.Minor - one.Ledger.Minor);
        return new CashReconciled(
            state.Cash.Reconciliations.Count + 1,
            day,
            bank,
            ledger,
            bank - ledger - new Money(explained, currency),
            differences);
    }

    /// <summary>Everything that is not the same in both books, gaps first, then in the order of the lines.</summary>
    public static IEnumerable<CashDifference> Differences(SchemeState state) =>
        [.. Gaps(state), .. OfLines(state), .. ByHand(state)];

    private static IEnumerable<(string Number, List<StatementRecord> Statements)> Chains(SchemeState state) =>
        state.Cash.Banks.Keys.Order(StringComparer.Ordinal).Select(number => (number, state.Cash.Statements.Values
            .Where(one => one.Number == number).OrderBy(one => one.Day).ThenBy(one => one.Row)
            .ThenBy(one => one.Statement, StringComparer.Ordinal).ToList()));

    private static IEnumerable<CashDifference> Gaps(SchemeState state)
    {
        var nothing = Money.Zero(state.Rules.Currency);
        foreach (var (number, statements) in Chains(state))
        {
            var before = nothing;
            foreach (var one in statements)
            {
                // What an overlapping statement repeats is in the one before.
                var gap = one.Opening + one.Repeated - before;
                if (gap != nothing)
                {
                    yield return new CashDifference(
                        CashDifferenceKind.StatementMissing, one.Statement, gap, nothing, number);
                }

                before = one.Closing;
            }
        }
    }

    private static IEnumerable<CashDifference> OfLines(SchemeState state)
    {
        var nothing = Money.Zero(state.Rules.Currency);
        foreach (var line in state.Cash.Lines.Values.OrderBy(one => one.Id.Value))
        {
            var payment = line.Payment is { } id ? state.Cash.Payments[id] : null;
            var amount = line.Line.Amount;
            if (line.Status == LineStatus.Suspense || (line.Status == LineStatus.SentBack
                && payment is { Status: PaymentStatus.Waiting or PaymentStatus.Ordered }))
            {
                yield return Say(CashDifferenceKind.InBankOnly, line, nothing);
            }
            else if (line.Status == LineStatus.Differs)
            {
                var ledger = payment is not null
                    ? -payment.Amount
                    : state.Cash.HandDeposits[line.Line.Reference].Amount;
                var kind = ledger == amount ? CashDifferenceKind.HolderDiffers : CashDifferenceKind.AmountDiffers;
                yield return Say(kind, line, ledger);
            }
        }
    }

    private static CashDifference Say(CashDifferenceKind kind, BankLine line, Money ledger) => new(
        kind, line.Line.Reference, line.Line.Amount, ledger, line.Bank, line.Holder, line.Id, line.Payment);

    private static IEnumerable<CashDifference> ByHand(SchemeState state)
    {
        var nothing = Money.Zero(state.Rules.Currency);
        foreach (var one in state.Cash.HandDeposits.Values
            .Where(one => one.Line is null && !one.Reversed)
            .OrderBy(one => state.Cash.Deposits[one.Reference]))
        {
            yield return new CashDifference(
                CashDifferenceKind.InLedgerOnly, one.Reference, nothing, one.Amount, Holder: one.Holder);
        }

        foreach (var one in state.Cash.Payments.Values
            .Where(one => one.Status is PaymentStatus.Paid or PaymentStatus.Returned && one.Line is null)
            .OrderBy(one => one.Id.Value))
        {
            yield return new CashDifference(
                CashDifferenceKind.InLedgerOnly,
                one.Reference ?? one.EndToEnd,
                nothing,
                -one.Amount,
                Holder: one.Holder,
                Payment: one.Id);
        }
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, ReconcileCash command)
    {
        if (SettlementBanks.Missing(state) is { } refusal)
        {
            return refusal;
        }

        return SettlementDays.Find(state, command.Day) is null
            ? SettlementRefusals.UnknownDay.With(("day", command.Day))
            : Decision.Of(Of(state, command.Day));
    }

    private static void Apply(SchemeState state, in Context context, CashReconciled happened) =>
        state.Cash.Reconciliations.Add(new CashReconciliation(
            happened.Run,
            context.Sequence,
            context.Time,
            context.Actor,
            happened.Day,
            happened.Bank,
            happened.Ledger,
            happened.Unexplained,
            happened.Differences));
}
