using Tanheng.Ledger;
using Tanheng.Market.Books;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Settlement;
using Tanheng.Scheme.Supervision;

namespace Tanheng.Scheme.Trading;

/// <summary>摘牌: takes a listed order, whole or in part, at its price.</summary>
/// <param name="Holder">Who takes it: buys what it sells, sells what it buys.</param>
/// <param name="Order">Which.</param>
/// <param name="Quantity">Whole tonnes.</param>
public sealed record TakeOrder(HolderId Holder, OrderId Order, Tonnes Quantity) : Command, IForHolder;

/// <summary>
/// 成交: units and money changed hands in one transaction, the last of <paramref name="Transactions"/>; one before it
/// gives back what a party of a block had kept for other terms.
/// </summary>
public sealed record TradeMade(Trade Trade, IReadOnlyList<Transaction> Transactions) : Event, IMovesUnits;

/// <summary>
/// The taker picks an order among the best prices of the other side, any of them at its price, and trades as much as it
/// asks for. Refusals in order: no exchange, exchange not opened; not a trading day, outside trading hours; unknown
/// order; order not open; trading halted; bad lot (unless all of the order is taken); own order; beyond the best
/// levels; more than offered; unknown holder, holder not active; no trading account; those of the account's status;
/// trading restricted; counterparty unavailable; position limit; units short, cash short; those of the ledger.
/// </summary>
public static class OrderTaking
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<TakeOrder>("take-order", Permission.OfHolder(), Decide)
        .Event<TradeMade>("trade-made", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, TakeOrder command)
    {
        if (Exchange.InSession(state, TradingMode.Listed, context.Time).IsRefused(out var refusal))
        {
            return refusal;
        }

        if (!OrderChanges.FindOpen(state, command.Order).Try(out var order, out refusal))
        {
            return refusal;
        }

        if (TradingHalts.Check(state, order.Instrument) is { } halted)
        {
            return halted;
        }

        var side = order.Side == OrderSide.Buy ? OrderSide.Sell : OrderSide.Buy;
        if (!Pick(state, command, order).Try(out var quantity, out refusal)
            || !Exchange.TraderOf(state, command.Holder, side).Try(out var account, out refusal))
        {
            return refusal;
        }

        if (Exchange.CheckAccount(state, order.Account) is not null)
        {
            return TradingRefusals.CounterpartyUnavailable.With();
        }

        var trading = state.Rules.Trading!;
        var needed = Reservations.Of(
            trading, account, order.Instrument, side, order.Price, Tonnes.Zero, quantity);
        var beyond = side == OrderSide.Buy
            ? Positions.Check(state, command.Holder, order.Instrument, quantity)
            : null;
        if ((beyond ?? Reservations.Check(state, needed)) is { } uncovered)
        {
            return uncovered;
        }

        var leg = Leg(trading, order, account, quantity);
        if (!Delivery.Plan(state, state.Ledger.Plan(), leg).Try(out var transaction, out refusal))
        {
            return refusal;
        }

        var trade = leg.Trade(state, context, TradingMode.Listed) with { Resting = order.Id };
        return Decision.Of(new TradeMade(trade, [transaction]));
    }

    /// <summary>How much would trade, as the book says, or why it would not.</summary>
    internal static Outcome<Tonnes> Pick(SchemeState state, TakeOrder command, ListedOrder order)
    {
        if (command.Quantity != order.Open && Prices.CheckLot(state.Rules.Trading!, command.Quantity) is { } bad)
        {
            return bad;
        }

        var (result, quantity) = ListedBook.Try(state, command.Holder, order, command.Quantity);
        return result switch
        {
            BookResult.Accepted => quantity,
            BookResult.OwnOrder => TradingRefusals.OwnOrder.With(("order", order.Id)),
            BookResult.BeyondLevels => TradingRefusals.BeyondBestLevels.With(
                ("order", order.Id), ("levels", state.Rules.Trading!.Listed.Levels)),
            BookResult.MoreThanOffered => TradingRefusals.MoreThanOffered.With(
                ("order", order.Id), ("offered", order.Open), ("quantity", command.Quantity)),
            _ => throw new InvalidOperationException($"The book has no order {order.Id}: {result}."),
        };
    }

    /// <summary>The resting order's side comes out of what it keeps, the taker's out of what is free.</summary>
    private static DeliveryLeg Leg(TradingRule trading, ListedOrder order, AccountId taker, Tonnes quantity)
    {
        var resting = new Place(order.Account, Compartment.OnOrder);
        Money FeeOf(OrderSide side) => order.Side == side
            ? Reservations.FeeOfPart(trading, side, order.Price, order.Filled, quantity)
            : Reservations.Fee(trading, side, order.Price * quantity);
        return new DeliveryLeg(
            order.Instrument,
            order.Price,
            quantity,
            order.Side == OrderSide.Sell ? resting : new Place(taker),
            order.Side == OrderSide.Buy ? resting : new Place(taker),
            FeeOf(OrderSide.Sell),
            FeeOf(OrderSide.Buy));
    }

    private static void Apply(SchemeState state, in Context context, TradeMade happened)
    {
        foreach (var transaction in happened.Transactions)
        {
            state.Ledger.Post(transaction);
        }

        Delivery.NoteUnsettled(state, happened.Transactions[^1]);
        var trade = happened.Trade;
        state.Trading.Trades.Add(trade);
        Quotes.Note(state, trade);
        if (trade.Resting is { } order)
        {
            ListedBook.Fill(state, order, trade.Quantity);
        }

        if (trade.Block is { } block)
        {
            state.Trading.Blocks[block] = state.Trading.Blocks[block] with { Status = BlockStatus.Agreed };
        }
    }
}
