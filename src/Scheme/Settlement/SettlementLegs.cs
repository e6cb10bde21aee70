using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Settlement;

/// <summary>What became of a line of a trade file.</summary>
public enum LegStatus
{
    /// <summary>Units and money changed hands.</summary>
    Settled,

    /// <summary>The same, with money of the risk reserve.</summary>
    Covered,

    /// <summary>Nothing moved; the party that lacks something must make good.</summary>
    Failed,

    /// <summary>Failed, and was settled later.</summary>
    MadeGood,

    /// <summary>Failed, and failed again when it was sent again; the later line counts.</summary>
    SentAgain,
}

/// <summary>A line of a trade file as it is kept.</summary>
/// <param name="File">The file's reference.</param>
/// <param name="Trade">The line.</param>
/// <param name="At">When it was settled or failed.</param>
/// <param name="Status">What became of it.</param>
/// <param name="SellerFee">What the seller paid to the exchange.</param>
/// <param name="BuyerFee">What the buyer paid to the exchange.</param>
/// <param name="Reason">The name of the refusal of a failed one; else empty.</param>
public sealed record FiledLeg(
    string File,
    FiledTrade Trade,
    DateTimeOffset At,
    LegStatus Status,
    Money SellerFee,
    Money BuyerFee,
    string Reason);

/// <summary>One leg of a settlement file.</summary>
/// <param name="Trade">The trade's reference; trades of this exchange have their number.</param>
/// <param name="File">The trade file it came in; empty for trades of this exchange.</param>
/// <param name="At">When.</param>
/// <param name="Instrument">What.</param>
/// <param name="Mode">How, for trades of this exchange.</param>
/// <param name="Price">At what price.</param>
/// <param name="Quantity">How much.</param>
/// <param name="Amount">Price times quantity.</param>
/// <param name="Seller">The seller's account.</param>
/// <param name="Buyer">The buyer's account.</param>
/// <param name="SellerFee">What the seller paid to the exchange.</param>
/// <param name="BuyerFee">What the buyer paid to the exchange.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Reason">The name of the refusal of a failed one; else empty.</param>
public sealed record SettlementLeg(
    string Trade,
    string File,
    DateTimeOffset At,
    string Instrument,
    TradingMode? Mode,
    Price Price,
    Tonnes Quantity,
    Money Amount,
    AccountId Seller,
    AccountId Buyer,
    Money SellerFee,
    Money BuyerFee,
    LegStatus Status,
    string Reason)
{
    /// <summary>True when units and money changed hands.</summary>
    public bool IsSettled => Status is LegStatus.Settled or LegStatus.Covered;
}

/// <summary>结算文件: the legs of a day, gross and one by one.</summary>
public static class SettlementLegs
{
    /// <summary>The legs of a day that was settled.</summary>
    public static IEnumerable<SettlementLeg> Of(SchemeState state, SettlementDay day) =>
        Of(state, day.TradesFrom, day.TradesTo, day.LegsFrom, day.LegsTo);

    /// <summary>The legs since the last day's end.</summary>
    public static IEnumerable<SettlementLeg> Today(SchemeState state)
    {
        var last = state.Cash.Days.Count > 0 ? state.Cash.Days[^1] : null;
        return Of(
            state,
            last?.TradesTo ?? state.Cash.TradesBefore,
            state.Trading.Trades.Count,
            last?.LegsTo ?? state.Cash.LegsBefore,
            state.Cash.Legs.Count);
    }

    /// <summary>A failed line that may be made good, or null.</summary>
    public static FiledLeg? FailedLeg(SchemeState state, string trade) =>
        state.Cash.FailedLegs.TryGetValue(trade, out var at) ? state.Cash.Legs[at] : null;

    internal static void Settled(
        SchemeState state, in Context context, string file, FiledTrade trade, LegStatus status, Transaction delivery)
    {
        state.Cash.Settled.Add(trade.Trade);
        var (currency, fees) = (state.Rules.Currency, state.Trading.Fees!.Value);
        Money Paid(AccountId by) => new(
            delivery.Movements.Where(move => move.To.Account == fees && move.From.Account == by)
                .Sum(move => move.Quantity),
            currency);
        Follow(state, trade, LegStatus.MadeGood);
        state.Cash.Legs.Add(new FiledLeg(
            file, trade, context.Time, status, Paid(trade.Seller), Paid(trade.Buyer), ""));
    }

    /// <summary>
    /// Notes a line that failed; one that was settled before is only a repeat. Of a trade only the last failure counts.
    /// </summary>
    internal static void Failed(SchemeState state, in Context context, FiledTradeFailed happened)
    {
        if (happened.Reason != SettlementRefusals.TradeSettled.Name)
        {
            var nothing = Money.Zero(state.Rules.Currency);
            Follow(state, happened.Trade, LegStatus.SentAgain);
            if (!string.IsNullOrWhiteSpace(happened.Trade.Trade))
            {
                state.Cash.FailedLegs[happened.Trade.Trade] = state.Cash.Legs.Count;
            }

            state.Cash.Legs.Add(new FiledLeg(
                happened.File, happened.Trade, context.Time, LegStatus.Failed, nothing, nothing, happened.Reason));
        }
    }

    /// <summary>The failed line of a trade, if there is one, is followed by another.</summary>
    private static void Follow(SchemeState state, FiledTrade trade, LegStatus status)
    {
        if (trade.Trade is { } reference && state.Cash.FailedLegs.Remove(reference, out var at))
        {
            state.Cash.Legs[at] = state.Cash.Legs[at] with { Status = status };
        }
    }

    internal static IEnumerable<SettlementLeg> Of(
        SchemeState state, int tradesFrom, int tradesTo, int legsFrom, int legsTo) =>
    [
        .. state.Trading.Trades[tradesFrom..tradesTo].Select(Leg),
        .. state.Cash.Legs[legsFrom..legsTo].Select(one => Leg(state, one)),
    ];

    private static SettlementLeg Leg(Trade one) => new(
        one.Id.ToString(),
        "",
        one.At,
        one.Instrument.Code,
        one.Mode,
        one.Price,
        one.Quantity,
        one.Amount,
        one.Seller,
        one.Buyer,
        one.SellerFee,
        one.BuyerFee,
        LegStatus.Settled,
        "");

    private static SettlementLeg Leg(SchemeState state, FiledLeg one)
    {
        var (trade, currency) = (one.Trade, state.Rules.Currency);
        var code = state.Rules.Unit(trade.Unit)?.AssetCode(trade.Vintage) ?? trade.Unit;

        // A line that failed may have a price or a quantity that cannot be counted.
        var countable = trade.Price.Currency == currency && trade.Price.Minor > 0 && trade.Quantity > Tonnes.Zero
            && Prices.Countable(trade.Price, trade.Quantity) is null;
        return new SettlementLeg(
            trade.Trade,
            one.File,
            one.At,
            code,
            null,
            trade.Price,
            trade.Quantity,
            countable ? trade.Price * trade.Quantity : Money.Zero(currency),
            trade.Seller,
            trade.Buyer,
            one.SellerFee,
            one.BuyerFee,
            one.Status,
            one.Reason);
    }
}
