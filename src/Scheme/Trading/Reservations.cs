using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Trading;

/// <summary>What an open order keeps: units of a sale, or the money of a purchase with its fee.</summary>
public readonly record struct Reservation(AccountId Account, Asset Asset, long Quantity)
{
    /// <summary>From the holder's disposal into the order.</summary>
    internal Draft Keep => new(Asset, new Place(Account), new Place(Account, Compartment.OnOrder), Quantity);

    /// <summary>From the order back to the holder's disposal.</summary>
    internal Draft Back => new(Asset, new Place(Account, Compartment.OnOrder), new Place(Account), Quantity);
}

/// <summary>
/// 前端控制: an order is covered before it is taken. A sale keeps its open tonnes. A purchase keeps price × open tonnes and
/// what is left of its fee. The fee of an order is rounded once for all it trades: F(q) is the rounded fee of price ×
/// q, and the part of it that falls on one trade is F(filled after) − F(filled before). So what is kept always
/// suffices, to the last minor unit, in however many parts the order trades.
/// </summary>
public static class Reservations
{
    /// <summary>The fee of one side for an amount.</summary>
    public static Money Fee(TradingRule trading, OrderSide side, Money amount) =>
        (side == OrderSide.Buy ? trading.Fees.Buyer : trading.Fees.Seller).Of(amount, trading.Fees.Rounding);

    /// <summary>The part of an order's fee that falls on its next trade.</summary>
    public static Money FeeOfPart(
        TradingRule trading, OrderSide side, Price price, Tonnes filled, Tonnes quantity) =>
        Fee(trading, side, price * (filled + quantity)) - Fee(trading, side, price * filled);

    /// <summary>What an open order keeps.</summary>
    public static Reservation Of(TradingRule trading, ListedOrder order) => Of(
        trading, order.Account, order.Instrument, order.Side, order.Price, order.Filled, order.Open);

    /// <summary>What a party of an open negotiation keeps.</summary>
    public static Reservation Of(TradingRule trading, Asset instrument, BlockParty party) => Of(
        trading, party.Account, instrument, party.Side, party.Terms.Price, Tonnes.Zero, party.Terms.Quantity);

    /// <summary>
    /// Null when there is enough at the account's disposal, together with what is kept for the same purpose already;
    /// else units short or cash short.
    /// </summary>
    internal static Refusal? Check(SchemeState state, Reservation needed, Reservation? kept = null)
    {
        var (account, asset) = (needed.Account, needed.Asset);
        var free = state.Ledger.Balance(new Place(account), asset) + (kept?.Quantity ?? 0);
        if (free >= needed.Quantity)
        {
            return null;
        }

        var currency = state.Rules.Currency;
        return asset.IsMoney
            ? TradingRefusals.CashShort.With(
                ("free", new Money(free, currency)), ("needed", new Money(needed.Quantity, currency)))
            : TradingRefusals.UnitsShort.With(
                ("instrument", asset),
                ("free", new Tonnes(free)),
                ("needed", new Tonnes(needed.Quantity)),
                ("unsettled", new Tonnes(
                    state.Ledger.Balance(new Place(account, Compartment.Unsettled), asset))));
    }

    /// <summary>The movement back to the holders' disposal; none when nothing was kept.</summary>
    internal static IReadOnlyList<Transaction> Free(Planner plan, params IEnumerable<Reservation> kept)
    {
        var drafts = kept.Where(one => one.Quantity > 0).Select(one => one.Back).ToArray();
        return drafts.Length == 0 ? [] : [plan.Transact(TransactionTypes.OrderRelease, drafts).Value];
    }

    internal static Reservation Of(
        TradingRule trading,
        AccountId account,
        Asset instrument,
        OrderSide side,
        Price price,
        Tonnes filled,
        Tonnes open)
    {
        if (side == OrderSide.Sell)
        {
            return new Reservation(account, instrument, open.Value);
        }

        var money = (price * open) + FeeOfPart(trading, OrderSide.Buy, price, filled, open);
        return new Reservation(account, Asset.Money(price.Currency), money.Minor);
    }
}
