using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Supervision;

namespace Tanheng.Scheme.Trading;

/// <summary>What an order is looked at for, in the order in which it is refused.</summary>
public enum OrderCheck
{
    /// <summary>Orders of the mode are taken now, and the instrument is not halted.</summary>
    Session,

    /// <summary>The order that is taken is there, another one's, and among the best prices.</summary>
    Offer,

    /// <summary>Whole lots, of the mode's size, not more than is offered.</summary>
    Quantity,

    /// <summary>On a tick, within the day's band.</summary>
    Price,

    /// <summary>Who is named for a block, or whose order is taken, may trade.</summary>
    Counterparty,

    /// <summary>Who trades has an account that may, and is not restricted.</summary>
    Account,

    /// <summary>The position stays within its limit.</summary>
    Position,

    /// <summary>There are units or money enough.</summary>
    Means,
}

/// <summary>One check of an order that is tried.</summary>
/// <param name="What">Which.</param>
/// <param name="Looked">False while something else has to be right first.</param>
/// <param name="Refusal">Why not; null when it is right, or was not looked at.</param>
public sealed record CheckedRule(OrderCheck What, bool Looked, Refusal? Refusal);

/// <summary>What an order would cost and keep.</summary>
/// <param name="Amount">Price times quantity.</param>
/// <param name="Fee">The fee of the whole, if it trades at this price.</param>
/// <param name="Asset">What it keeps, or takes at once: money of a purchase, units of a sale.</param>
/// <param name="Needed">How much of it; a purchase with its fee.</param>
/// <param name="Free">How much is at the account's disposal.</param>
public sealed record OrderCost(Money Amount, Money Fee, Asset Asset, long Needed, long Free)
{
    /// <summary>What stays at the account's disposal; below zero when there is too little.</summary>
    public long After => Free - Needed;
}

/// <summary>
/// An order that is tried: everything it is looked at for at once, where the decision stops at the first no. Nothing is
/// decided here: each check is the decision's own guard, and the first that says no gives the decision's refusal.
/// </summary>
/// <param name="Checks">In the order of the decision.</param>
/// <param name="Cost">Null until instrument, price and quantity are right.</param>
public sealed record OrderTrial(IReadOnlyList<CheckedRule> Checks, OrderCost? Cost)
{
    /// <summary>The first no; null when all was looked at and is right.</summary>
    public Refusal? Refusal => Checks.FirstOrDefault(check => check.Refusal is not null)?.Refusal;

    /// <summary>Tries a listed order.</summary>
    public static OrderTrial Of(SchemeState state, DateTimeOffset time, PlaceOrder order) => Of(
        state, time, TradingMode.Listed, order, order.Unit, order.Vintage, null);

    /// <summary>Tries the offer of a block.</summary>
    public static OrderTrial Of(SchemeState state, DateTimeOffset time, OfferBlock offer) => Of(
        state,
        time,
        TradingMode.Block,
        new PlaceOrder(offer.Holder, offer.Side, offer.Unit, offer.Vintage, offer.Price, offer.Quantity),
        offer.Unit,
        offer.Vintage,
        offer);

    /// <summary>Tries to take a listed order; there is no cost while it cannot be taken.</summary>
    public static OrderTrial Of(SchemeState state, DateTimeOffset time, TakeOrder take)
    {
        if (Exchange.Find(state).IsRefused(out var closed))
        {
            return new OrderTrial([new(OrderCheck.Session, true, closed)], null);
        }

        _ = Exchange.InSession(state, TradingMode.Listed, time).IsRefused(out var session);
        var found = OrderChanges.FindOpen(state, take.Order).Try(out var order, out var unknown);
        session ??= found ? TradingHalts.Check(state, order!.Instrument) : null;
        var picked = Tonnes.Zero;
        Refusal? bad = null;
        var right = found && OrderTaking.Pick(state, take, order!).Try(out picked, out bad);
        var ofOffer = bad?.Code == TradingRefusals.OwnOrder || bad?.Code == TradingRefusals.BeyondBestLevels;
        var ofQuantity = bad is not null && !ofOffer;
        List<CheckedRule> checks =
        [
            new(OrderCheck.Session, true, session),
            new(OrderCheck.Offer, !ofQuantity, unknown ?? (ofOffer ? bad : null)),
            new(OrderCheck.Quantity, right || ofQuantity, ofQuantity ? bad : null),
        ];
        var side = order?.Side == OrderSide.Buy ? OrderSide.Sell : OrderSide.Buy;
        var open = Exchange.TraderOf(state, take.Holder, side).Try(out var account, out var unusable);
        checks.Add(new(OrderCheck.Account, true, unusable));
        if (!right || !open)
        {
            checks.AddRange([new(OrderCheck.Counterparty, false, null), new(OrderCheck.Means, false, null)]);
            return new OrderTrial(checks, null);
        }

        var gone = Exchange.CheckAccount(state, order!.Account) is null
            ? null
            : TradingRefusals.CounterpartyUnavailable.With();
        checks.Add(new(OrderCheck.Counterparty, true, gone));
        var cost = Means(state, take.Holder, account, order.Instrument, side, order.Price, picked, checks);
        return new OrderTrial(checks, cost);
    }

    private static OrderTrial Of(
        SchemeState state,
        DateTimeOffset time,
        TradingMode mode,
        PlaceOrder order,
        string unit,
        CompliancePeriod vintage,
        OfferBlock? block)
    {
        if (!Exchange.Find(state).Try(out var trading, out var refusal))
        {
            return new OrderTrial([new(OrderCheck.Session, true, refusal)], null);
        }

        _ = Exchange.InSession(state, mode, time).IsRefused(out var session);
        var known = Exchange.Instrument(state, trading, unit, vintage).Try(out var instrument, out var unknown);
        if (trading.Mode(mode) is not { } rule || !known)
        {
            return new OrderTrial([new(OrderCheck.Session, true, session ?? unknown)], null);
        }

        session ??= TradingHalts.Check(state, instrument);
        var quantity = Prices.CheckQuantity(trading, rule, order.Quantity);
        var price = Prices.CheckPrice(state, rule, instrument, order.Price);
        var fits = quantity is null && price is null;
        price ??= fits ? Prices.Countable(order.Price, order.Quantity) : null;
        List<CheckedRule> checks =
        [
            new(OrderCheck.Session, true, session),
            new(OrderCheck.Quantity, true, quantity),
            new(OrderCheck.Price, true, price),
        ];
        if (block is not null)
        {
            checks.Add(new(OrderCheck.Counterparty, true, BlockOffers.CheckCounterparty(state, block)));
        }

        var open = Exchange.TraderOf(state, order.Holder, order.Side).Try(out var account, out var unusable);
        checks.Add(new(OrderCheck.Account, true, unusable));
        if (!fits || price is not null || !open)
        {
            checks.Add(new(OrderCheck.Means, false, null));
            return new OrderTrial(checks, null);
        }

        var cost = Means(
            state, order.Holder, account, instrument, order.Side, order.Price, order.Quantity, checks);
        return new OrderTrial(checks, cost);
    }

    private static OrderCost Means(
        SchemeState state,
        HolderId holder,
        AccountId account,
        Asset instrument,
        OrderSide side,
        Price price,
        Tonnes quantity,
        List<CheckedRule> checks)
    {
        var trading = state.Rules.Trading!;
        if (side == OrderSide.Buy && trading.Positions.Maximum is not null)
        {
            checks.Add(new(OrderCheck.Position, true, Positions.Check(state, holder, instrument, quantity)));
        }

        var needed = Reservations.Of(trading, account, instrument, side, price, Tonnes.Zero, quantity);
        checks.Add(new(OrderCheck.Means, true, Reservations.Check(state, needed)));
        return new OrderCost(
            price * quantity,
            Reservations.Fee(trading, side, price * quantity),
            needed.Asset,
            needed.Quantity,
            state.Ledger.Balance(new Place(account), needed.Asset));
    }
}
