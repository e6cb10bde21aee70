using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Settlement;
using Tanheng.Scheme.Supervision;

namespace Tanheng.Scheme.Trading;

/// <summary>
/// 确认: says that a reported deal was made; its price and quantity are named so that nobody confirms something else.
/// </summary>
public sealed record ConfirmOtc(HolderId Holder, OtcId Otc, Price Price, Tonnes Quantity) : Command, IForHolder;

/// <summary>异议: says that a reported deal was not made so.</summary>
public sealed record DisputeOtc(HolderId Holder, OtcId Otc, string Reason) : Command, IForHolder;

/// <summary>A reported deal is disputed; what the report kept is free again.</summary>
public sealed record OtcDisputed(OtcId Otc, string Reason, IReadOnlyList<Transaction> Transactions)
    : Event, IMovesUnits;

/// <summary>
/// On confirmation the deal is a trade of the day. Settled by the venue, units and money move against each other;
/// settled by the registry, the seller's units are let go and transferred at once under the rules for transfers, and no
/// money moves here. Refusals in order: no exchange, exchange not opened; no such mode; not a trading
/// day, outside trading hours; unknown report; report not open; not the counterparty; answered too late; of a dispute:
/// text missing; of a confirmation: halted; report differs; unknown holder, holder not active; no trading account;
/// those of the account's status, trading restricted; counterparty unavailable; position limit; units short, cash
/// short; transfer not at once; those of a transfer; those of the ledger.
/// </summary>
public static class OtcAnswers
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<ConfirmOtc>("confirm-otc", Permission.OfHolder(), Decide)
        .Command<DisputeOtc>("dispute-otc", Permission.OfHolder(), Decide)
        .Event<OtcDisputed>("otc-disputed", Apply);

    /// <summary>The report, when it is this holder's to answer.</summary>
    private static Outcome<OtcReport> Answering(SchemeState state, HolderId holder, OtcId id, DateTimeOffset time)
    {
        if (Exchange.InSession(state, TradingMode.Otc, time).IsRefused(out var refusal)
            || !OtcReporting.FindOpen(state, id).Try(out var report, out refusal))
        {
            return refusal;
        }

        if (report.Counterparty != holder)
        {
            return ModeRefusals.NotTheCounterparty.With(("otc", id), ("holder", holder));
        }

        return state.Rules.Calendar.Day(time) > report.ConfirmBy
            ? ModeRefusals.AnsweredTooLate.With(("otc", id), ("last", report.ConfirmBy))
            : report;
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, ConfirmOtc command)
    {
        if (!Answering(state, command.Holder, command.Otc, context.Time).Try(out var report, out var refusal))
        {
            return refusal;
        }

        if (TradingHalts.Check(state, report.Terms.Instrument) is { } halted)
        {
            return halted;
        }

        var terms = report.Terms.Mirrored();
        if ((terms.Price, terms.Quantity) != (command.Price, command.Quantity))
        {
            return ModeRefusals.ReportDiffers.With(
                ("otc", report.Id), ("quantity", terms.Quantity), ("price", terms.Price));
        }

        if (!Exchange.TraderOf(state, command.Holder, terms.Side).Try(out var account, out refusal))
        {
            return refusal;
        }

        if (!Exchange.MayTrade(state, report.Holder, report.Account, report.Terms.Side))
        {
            return TradingRefusals.CounterpartyUnavailable.With();
        }

        if (ModeKeeping.Check(state, command.Holder, terms, ModeKeeping.Of(report, account, terms)) is { } uncovered)
        {
            return uncovered;
        }

        return report.Settlement == OtcSettlement.Venue
            ? BookByVenue(state, context, report, account)
            : BookByRegistry(state, context, report, account);
    }

    /// <summary>The reporter's side out of what the report keeps, the other one out of what is free.</summary>
    private static Outcome<Decision> BookByVenue(
        SchemeState state, in Context context, OtcReport report, AccountId account)
    {
        var leg = Leg(report, account, new Place(report.Account, Compartment.OnOrder));
        return Delivery.Plan(state, state.Ledger.Plan(), leg).Try(out var transaction, out var refusal)
            ? Decision.Of(new TradeMade(Of(state, context, report, leg), [transaction]))
            : refusal;
    }

    /// <summary>A seller that reported has its units at its disposal first; then they are transferred.</summary>
    private static Outcome<Decision> BookByRegistry(
        SchemeState state, in Context context, OtcReport report, AccountId account)
    {
        if (OtcReporting.CheckTransfer(state, context, report, account) is { } waits)
        {
            return waits;
        }

        var (plan, leg) = (state.Ledger.Plan(), Leg(report, account, new Place(report.Account)));
        var made = new TradeMade(Of(state, context, report, leg), Reservations.Free(plan, ModeKeeping.Of(report)));
        var transfer = OtcReporting.TransferOf(state, report, account);
        return Transfers.Book(state, plan, transfer, report.Terms.Instrument, context.Time)
            .Try(out var booked, out var refusal)
                ? Decision.Of(made, booked)
                : refusal;
    }

    private static Trade Of(SchemeState state, in Context context, OtcReport report, DeliveryLeg leg) =>
        leg.Trade(state, context, TradingMode.Otc) with { Otc = report.Id };

    private static DeliveryLeg Leg(OtcReport report, AccountId account, Place reported)
    {
        var (terms, other) = (report.Terms, new Place(account));
        return new DeliveryLeg(
            terms.Instrument,
            terms.Price,
            terms.Quantity,
            terms.Side == OrderSide.Sell ? reported : other,
            terms.Side == OrderSide.Buy ? reported : other,
            report.SellerFee,
            report.BuyerFee);
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, DisputeOtc command)
    {
        if (!Answering(state, command.Holder, command.Otc, context.Time).Try(out var report, out var refusal))
        {
            return refusal;
        }

        return Holders.Blank("reason", command.Reason) is { } blank
            ? blank
            : Decision.Of(new OtcDisputed(
                report.Id, command.Reason, Reservations.Free(state.Ledger.Plan(), ModeKeeping.Of(report))));
    }

    private static void Apply(SchemeState state, in Context context, OtcDisputed happened)
    {
        BlockAnswers.Post(state, happened);
        var reports = state.Trading.Modes.Otc;
        reports[happened.Otc] = reports[happened.Otc] with { Status = OtcStatus.Disputed };
    }
}
