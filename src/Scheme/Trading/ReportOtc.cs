using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Supervision;

namespace Tanheng.Scheme.Trading;

/// <summary>场外交易报告: reports a deal that was made outside the venue.</summary>
/// <param name="Holder">Who reports.</param>
/// <param name="Side">Its side: buy or sell.</param>
/// <param name="Unit">Family.</param>
/// <param name="Vintage">Default when the family has none.</param>
/// <param name="Price">As dealt.</param>
/// <param name="Quantity">As dealt, whole tonnes.</param>
/// <param name="Counterparty">With whom.</param>
/// <param name="DealtOn">The day of the deal.</param>
/// <param name="Settlement">How it is settled.</param>
public sealed record ReportOtc(
    HolderId Holder,
    OrderSide Side,
    string Unit,
    CompliancePeriod Vintage,
    Price Price,
    Tonnes Quantity,
    HolderId Counterparty,
    DateOnly DealtOn,
    OtcSettlement Settlement) : Command, IForHolder;

/// <summary>Takes a report back that nobody has answered.</summary>
public sealed record WithdrawOtc(HolderId Holder, OtcId Otc) : Command, IForHolder;

/// <summary>A deal outside the venue is reported; what the reporter's side needs is kept.</summary>
public sealed record OtcReported(OtcReport Report, IReadOnlyList<Transaction> Transactions) : Event, IMovesUnits;

/// <summary>A report is taken back; what it kept is free again.</summary>
public sealed record OtcWithdrawn(OtcId Otc, IReadOnlyList<Transaction> Transactions) : Event, IMovesUnits;

/// <summary>
/// A report waits until the other party confirms or disputes it; the last day for that is so many working days after
/// the report. A deal on day d may be reported up to the rulebook's number of working days after d. There is no price
/// band: the venue has no say in such a price, and it has no part in the close. Refusals in order, of a report: no
/// exchange, exchange not opened; no such mode; not a trading day, outside trading hours; not traded; halted; bad lot,
/// quantity outside the mode; off tick; too large to be counted; dealt in the future; reported too late; no such
/// settlement; own counterparty; unknown holder, holder not active (the counterparty); the same of who reports; no
/// trading account; those of the account's status, trading restricted; transfer not at once (settled by the registry);
/// position limit; units short, cash short; of a withdrawal, at any time, kept by a halt last: no exchange, exchange
/// not opened; unknown report (also another holder's); report not open.
/// </summary>
public static class OtcReporting
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<ReportOtc>("report-otc", Permission.OfHolder(), Decide)
        .Command<WithdrawOtc>("withdraw-otc", Permission.OfHolder(Role.ExchangeOperator), Decide)
        .Event<OtcReported>("otc-reported", Apply)
        .Event<OtcWithdrawn>("otc-withdrawn", Apply);

    /// <summary>A report that waits. Refusals in order: unknown report; report not open.</summary>
    internal static Outcome<OtcReport> FindOpen(SchemeState state, OtcId id)
    {
        if (!state.Trading.Modes.Otc.TryGetValue(id, out var report))
        {
            return ModeRefusals.UnknownReport.With(("otc", id));
        }

        return report.Status == OtcStatus.Reported
            ? report
            : ModeRefusals.ReportNotOpen.With(("otc", id), ("status", report.Status));
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, ReportOtc command)
    {
        if (!Exchange.InSession(state, TradingMode.Otc, context.Time).Try(out var mode, out var refusal))
        {
            return refusal;
        }

        var trading = state.Rules.Trading!;
        if (!Exchange.Instrument(state, trading, command.Unit, command.Vintage).Try(out var instrument, out refusal))
        {
            return refusal;
        }

        var today = state.Rules.Calendar.Day(context.Time);
        if ((TradingHalts.Check(state, instrument)
            ?? Prices.Check(state, mode, instrument, command.Price, command.Quantity)
            ?? CheckReport(state, command, today)
            ?? Counterparties.Check(state, command.Holder, command.Counterparty)) is { } bad)
        {
            return bad;
        }

        if (!Exchange.TraderOf(state, command.Holder, command.Side).Try(out var account, out refusal))
        {
            return refusal;
        }

        var report = Make(state, context, command, new DealTerms(
            instrument, command.Side, command.Price, command.Quantity), account);
        var needed = ModeKeeping.Of(report);
        if (state.Registry.Find(command.Counterparty)!.TradingAccount is { } other
            && CheckTransfer(state, context, report, other) is { } waits)
        {
            return waits;
        }

        if (ModeKeeping.Check(state, command.Holder, report.Terms, needed) is { } uncovered)
        {
            return uncovered;
        }

        return ModeKeeping.Keep(state.Ledger.Plan(), needed).Try(out var transactions, out refusal)
            ? Decision.Of(new OtcReported(report, transactions))
            : refusal;
    }

    private static OtcReport Make(
        SchemeState state, in Context context, ReportOtc command, DealTerms terms, AccountId account)
    {
        var (trading, calendar) = (state.Rules.Trading!, state.Rules.Calendar);
        var amount = terms.Price * terms.Quantity;
        Money FeeOf(OrderSide side) => command.Settlement == OtcSettlement.Venue
            ? Reservations.Fee(trading, side, amount)
            : Money.Zero(amount.Currency);
        return new OtcReport(
            state.Trading.Modes.NextOtc,
            command.Holder,
            account,
            terms,
            command.Counterparty,
            command.DealtOn,
            command.Settlement,
            FeeOf(OrderSide.Sell),
            FeeOf(OrderSide.Buy),
            calendar.AddWorkingDays(calendar.Day(context.Time), trading.Otc!.ConfirmDays),
            OtcStatus.Reported,
            context.Time);
    }

    private static Refusal? CheckReport(SchemeState state, ReportOtc command, DateOnly today)
    {
        var rule = state.Rules.Trading!.Otc!;
        if (command.DealtOn > today)
        {
            return ModeRefusals.DealtInTheFuture.With(("day", command.DealtOn), ("today", today));
        }

        // Far enough in the past to be too late under any rule; spares counting the working days of centuries.
        var last = command.DealtOn < today.AddYears(-1) ? command.DealtOn
            : state.Rules.Calendar.AddWorkingDays(command.DealtOn, rule.ReportDays);
        if (last < today)
        {
            return ModeRefusals.ReportedTooLate.With(("day", command.DealtOn), ("last", last));
        }

        return rule.Settlements.Contains(command.Settlement)
            ? null
            : ModeRefusals.NoSuchSettlement.With(
                ("settlement", command.Settlement), ("offered", string.Join(", ", rule.Settlements)));
    }

    /// <summary>The transfer that settles a deal by the registry.</summary>
    internal static TransferUnits TransferOf(SchemeState state, OtcReport report, AccountId other)
    {
        var (from, to) = report.Terms.Side == OrderSide.Sell ? (report.Account, other) : (other, report.Account);
        return new TransferUnits(
            state.Registry.Accounts[from].Holder!.Value, from, to, "", default, report.Terms.Quantity);
    }

    /// <summary>
    /// Null when the venue settles, or the registry would transfer now. A deal that is published is done: neither a
    /// second person nor a delay may come after it, and neither may be left out.
    /// </summary>
    internal static Refusal? CheckTransfer(
        SchemeState state, in Context context, OtcReport report, AccountId other)
    {
        if (report.Settlement == OtcSettlement.Venue)
        {
            return null;
        }

        var transfer = TransferOf(state, report, other);
        var asks = Access.ApprovalOf(state, context.Actor, Catalogue.Scheme.Of(transfer), transfer) is not null;
        return asks || Transfers.ExecutesAt(state, transfer, context.Time) > context.Time
            ? ModeRefusals.NotAtOnce.With(
                ("from", state.Registry.Accounts[transfer.From].Number),
                ("to", state.Registry.Accounts[transfer.To].Number))
            : null;
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, WithdrawOtc command)
    {
        if (Exchange.Find(state).IsRefused(out var refusal))
        {
            return refusal;
        }

        if (state.Trading.Modes.Otc.TryGetValue(command.Otc, out var known) && known.Holder != command.Holder)
        {
            return ModeRefusals.UnknownReport.With(("otc", command.Otc));
        }

        if (!FindOpen(state, command.Otc).Try(out var report, out refusal))
        {
            return refusal;
        }

        return TradingHalts.CheckCancel(state, report.Terms.Instrument) is { } kept
            ? kept
            : Decision.Of(new OtcWithdrawn(
                report.Id, Reservations.Free(state.Ledger.Plan(), ModeKeeping.Of(report))));
    }

    private static void Apply(SchemeState state, in Context context, OtcReported happened)
    {
        BlockAnswers.Post(state, happened);
        var modes = state.Trading.Modes;
        modes.NextOtc = new OtcId(happened.Report.Id.Value + 1);
        modes.Otc.Add(happened.Report.Id, happened.Report);
    }

    private static void Apply(SchemeState state, in Context context, OtcWithdrawn happened)
    {
        BlockAnswers.Post(state, happened);
        var reports = state.Trading.Modes.Otc;
        reports[happened.Otc] = reports[happened.Otc] with { Status = OtcStatus.Withdrawn };
    }
}
