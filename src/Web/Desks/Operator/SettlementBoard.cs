using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Settlement;
using Tanheng.Web.Actions.Speech;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Desks.Operator;

/// <summary>A line of a statement with the name of whose it is.</summary>
public sealed record LineRow(BankLine Line, Text? Whose);

/// <summary>A payment with the name of whose money it is.</summary>
public sealed record PaymentRow(Payment Payment, Text Whose);

/// <summary>A difference with the name of whose money it is.</summary>
public sealed record DifferenceRow(CashDifference Difference, Text? Whose);

/// <summary>A day with what the exchange said of it.</summary>
public sealed record DayRow(SettlementDay Day, int Settled, bool? Agrees, int Differences);

/// <summary>A failed leg with the names of its parties.</summary>
public sealed record LegRow(FiledLeg Leg, Text Seller, Text Buyer);

/// <summary>An objection with the name of who made it.</summary>
public sealed record ObjectionRow(SettlementObjection Objection, Text Whose);

/// <summary>A correcting entry with the names of its sides.</summary>
public sealed record CorrectionRow(Correction Correction, Text From, Text? To, Text Confirmed);

/// <summary>A deposit by hand with the name of whose it is.</summary>
public sealed record DepositRow(HandDeposit Deposit, Text Whose, LineStatus? Line);

/// <summary>An entry of the reserve with the name of whom it concerns.</summary>
public sealed record ReserveRow(ReserveEntry Entry, Money Balance, Text? Whose);

/// <summary>A debt to the reserve with the name of who owes it.</summary>
public sealed record DebtRow(HolderId Holder, Money Owed, Text Whose);

/// <summary>What the settlement desk shows, of one moment.</summary>
public sealed record SettlementBoard
{
    private const int Most = 50;

    /// <summary>False until a settlement account is registered.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>Settlement accounts.</summary>
    public required IReadOnlyList<SettlementBank> Banks { get; init; }

    /// <summary>The report as things stand.</summary>
    public required CashReconciled? Now { get; init; }

    /// <summary>What is in suspense.</summary>
    public required Money Suspense { get; init; }

    /// <summary>What waits to be paid or is with a bank.</summary>
    public required Money UnderWay { get; init; }

    /// <summary>What the reserve has.</summary>
    public required Money Reserve { get; init; }

    /// <summary>The reserve's rule.</summary>
    public required Rulebook.ReserveRule? ReserveRule { get; init; }

    /// <summary>Lines in suspense, oldest first.</summary>
    public required IReadOnlyList<LineRow> Open { get; init; }

    /// <summary>The last lines, newest first.</summary>
    public required IReadOnlyList<LineRow> Lines { get; init; }

    /// <summary>The last statements, newest first.</summary>
    public required IReadOnlyList<StatementRecord> Statements { get; init; }

    /// <summary>Payments that wait or are with a bank.</summary>
    public required IReadOnlyList<PaymentRow> Waiting { get; init; }

    /// <summary>The last payments that have ended, newest first.</summary>
    public required IReadOnlyList<PaymentRow> Done { get; init; }

    /// <summary>The last files of payments, newest first.</summary>
    public required IReadOnlyList<PaymentFile> Files { get; init; }

    /// <summary>Differences as things stand.</summary>
    public required IReadOnlyList<DifferenceRow> Differences { get; init; }

    /// <summary>The last reconciliations, newest first.</summary>
    public required IReadOnlyList<CashReconciliation> Runs { get; init; }

    /// <summary>The last days, newest first.</summary>
    public required IReadOnlyList<DayRow> Days { get; init; }

    /// <summary>Legs that failed and were not made good.</summary>
    public required IReadOnlyList<LegRow> Failed { get; init; }

    /// <summary>The last day's totals of the exchange.</summary>
    public required ExchangeTotals? Totals { get; init; }

    /// <summary>Objections, those without an answer first.</summary>
    public required IReadOnlyList<ObjectionRow> Objections { get; init; }

    /// <summary>Correcting entries, newest first.</summary>
    public required IReadOnlyList<CorrectionRow> Corrections { get; init; }

    /// <summary>Deposits by hand, newest first.</summary>
    public required IReadOnlyList<DepositRow> Deposits { get; init; }

    /// <summary>The reserve's entries, newest first.</summary>
    public required IReadOnlyList<ReserveRow> Entries { get; init; }

    /// <summary>Who owes the reserve.</summary>
    public required IReadOnlyList<DebtRow> Debts { get; init; }

    /// <summary>Reads it.</summary>
    public static SettlementBoard Of(SchemeState state)
    {
        var (cash, naming) = (state.Cash, new Naming(state));
        Text? Name(HolderId? holder) => holder is { } id ? naming.Holder(id) : null;
        Text PartyOf(AccountId account) => state.Registry.Accounts.ContainsKey(account)
            ? naming.Account(account)
            : Naming.Same("–");
        var lines = cash.Lines.Values.OrderBy(one => one.Id.Value)
            .Select(one => new LineRow(one, Name(one.Holder))).ToList();
        var payments = cash.Payments.Values.OrderBy(one => one.Id.Value)
            .Select(one => new PaymentRow(one, Name(one.Holder) ?? Words.InSuspense)).ToList();
        var waiting = payments.Where(row => cash.Withdrawals.ContainsKey(row.Payment.Id)).ToList();
        var now = cash.Suspense is null ? null : CashReconciling.Of(state, default);
        return new SettlementBoard
        {
            IsOpen = cash.Suspense is not null,
            Banks = [.. cash.Banks.Values.OrderBy(one => one.Number, StringComparer.Ordinal)],
            Now = now,
            Suspense = SumOf(state, lines.Where(row => row.Line.Status == LineStatus.Suspense)
                .Select(row => row.Line.Line.Amount)),
            UnderWay = SumOf(state, waiting.Select(row => row.Payment.Amount)),
            Reserve = RiskReserve.Balance(state),
            ReserveRule = state.Rules.Trading?.Reserve,
            Open = [.. lines.Where(row => row.Line.Status == LineStatus.Suspense)],
            Lines = [.. lines.AsEnumerable().Reverse().Take(Most)],
            Statements = [.. cash.Statements.Values.OrderByDescending(one => one.Row)
                .ThenByDescending(one => one.Day).Take(Most)],
            Waiting = waiting,
            Done = [.. payments.AsEnumerable().Reverse()
                .Where(row => !cash.Withdrawals.ContainsKey(row.Payment.Id)).Take(Most)],
            Files = [.. cash.PaymentFiles.AsEnumerable().Reverse().Take(Most)],
            Differences = [.. (now?.Differences ?? []).Select(one => new DifferenceRow(one, Name(one.Holder)))],
            Runs = [.. cash.Reconciliations.AsEnumerable().Reverse().Take(Most)],
            Days = [.. cash.Days.AsEnumerable().Reverse().Take(Most).Select(day => RowOf(cash, day))],
            Failed = [.. cash.Legs.Where(leg => leg.Status == LegStatus.Failed)
                .Select(leg => new LegRow(leg, PartyOf(leg.Trade.Seller), PartyOf(leg.Trade.Buyer)))],
            Totals = cash.Totals.Count == 0 ? null : cash.Totals[cash.Totals.Keys.Max()],
            Objections = [.. cash.Objections.Values.OrderBy(one => one.Accepted is not null)
                .ThenByDescending(one => one.Id.Value).Take(Most)
                .Select(one => new ObjectionRow(one, naming.Holder(one.Holder)))],
            Corrections = [.. cash.Corrections.Values.OrderByDescending(one => one.Id.Value).Take(Most)
                .Select(one => new CorrectionRow(
                    one, naming.Holder(one.From), Name(one.To), Joined(one.Confirmed.Select(naming.Holder))))],
            Deposits = [.. cash.HandDeposits.Values.OrderByDescending(one => cash.Deposits[one.Reference]).Take(Most)
                .Select(one => new DepositRow(
                    one, naming.Holder(one.Holder), one.Line is { } line ? cash.Lines[line].Status : null))],
            Entries = EntriesOf(state, Name),
            Debts = [.. cash.Debts.OrderBy(one => one.Key.Value)
                .Select(one => new DebtRow(one.Key, one.Value, naming.Holder(one.Key)))],
        };
    }

    private static DayRow RowOf(CashState cash, SettlementDay day) => new(
        day,
        day.Totals.Sum(total => total.Trades),
        cash.Totals.GetValueOrDefault(day.Day)?.Lines.All(line => line.Agrees),
        cash.Reconciliations.FindLast(run => run.Day == day.Day)?.Differences.Count ?? 0);

    private static List<ReserveRow> EntriesOf(SchemeState state, Func<HolderId?, Text?> name)
    {
        var balance = Money.Zero(state.Rules.Currency);
        var rows = new List<ReserveRow>();
        foreach (var entry in state.Cash.ReserveEntries)
        {
            balance += entry.Amount;
            rows.Add(new ReserveRow(entry, balance, name(entry.Holder)));
        }

        rows.Reverse();
        return rows.Count > Most ? rows[..Most] : rows;
    }

    private static Money SumOf(SchemeState state, IEnumerable<Money> amounts) =>
        amounts.Aggregate(Money.Zero(state.Rules.Currency), (sum, one) => sum + one);

    private static Text Joined(IEnumerable<Text> names)
    {
        var all = names.ToList();
        return all.Count == 0 ? Naming.Same("–") : new Text(
            string.Join("、", all.Select(name => name.Zh)), string.Join(", ", all.Select(name => name.En)));
    }
}
