using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Supervision;

namespace Tanheng.Scheme.Trading;

/// <summary>挂牌申报: offers to buy or sell at a price, for the rest of the trading day.</summary>
/// <param name="Holder">Who trades.</param>
/// <param name="Side">Buy or sell.</param>
/// <param name="Unit">Family.</param>
/// <param name="Vintage">Default when the family has none.</param>
/// <param name="Price">At which others may pick it.</param>
/// <param name="Quantity">Whole tonnes.</param>
public sealed record PlaceOrder(
    HolderId Holder, OrderSide Side, string Unit, CompliancePeriod Vintage, Price Price, Tonnes Quantity)
    : Command, IForHolder;

/// <summary>A listed order rests in the book; what it needs is kept.</summary>
public sealed record OrderPlaced(
    OrderId Order,
    HolderId Holder,
    AccountId Account,
    Asset Instrument,
    OrderSide Side,
    Price Price,
    Tonnes Quantity,
    Transaction Reservation) : Event, IMovesUnits
{
    IReadOnlyList<Transaction> IMovesUnits.Transactions => [Reservation];
}

/// <summary>
/// A listed order never trades by itself: it waits until somebody picks it. Refusals in order: no exchange, exchange
/// not opened; not a trading day, outside trading hours; not traded; trading halted; bad lot, too large to list; off
/// tick; outside the price band; too large to be counted; unknown holder, holder not active; no trading account; those
/// of the account's status; trading restricted; position limit; units short, cash short.
/// </summary>
public static class OrderPlacing
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<PlaceOrder>("place-order", Permission.OfHolder(), Decide)
        .Event<OrderPlaced>("order-placed", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, PlaceOrder command)
    {
        if (!Exchange.InSession(state, TradingMode.Listed, context.Time).Try(out var mode, out var refusal))
        {
            return refusal;
        }

        var trading = state.Rules.Trading!;
        if (!Exchange.Instrument(state, trading, command.Unit, command.Vintage).Try(out var instrument, out refusal))
        {
            return refusal;
        }

        if ((TradingHalts.Check(state, instrument)
            ?? Prices.Check(state, mode, instrument, command.Price, command.Quantity)) is { } bad)
        {
            return bad;
        }

        if (!Exchange.TraderOf(state, command.Holder, command.Side).Try(out var account, out refusal))
        {
            return refusal;
        }

        var needed = Reservations.Of(
            trading, account, instrument, command.Side, command.Price, Tonnes.Zero, command.Quantity);
        var beyond = command.Side == OrderSide.Buy
            ? Positions.Check(state, command.Holder, instrument, command.Quantity)
            : null;
        if ((beyond ?? Reservations.Check(state, needed)) is { } uncovered)
        {
            return uncovered;
        }

        return state.Ledger.Plan().Transact(TransactionTypes.OrderReserve, needed.Keep)
            .Try(out var transaction, out refusal)
            ? Decision.Of(new OrderPlaced(
                state.Trading.NextOrder,
                command.Holder,
                account,
                instrument,
                command.Side,
                command.Price,
                command.Quantity,
                transaction))
            : refusal;
    }

    private static void Apply(SchemeState state, in Context context, OrderPlaced happened)
    {
        state.Ledger.Post(happened.Reservation);
        state.Trading.NextOrder = new OrderId(happened.Order.Value + 1);
        ListedBook.Enter(state, new ListedOrder(
            happened.Order,
            happened.Holder,
            happened.Account,
            happened.Instrument,
            happened.Side,
            happened.Price,
            happened.Quantity,
            Tonnes.Zero,
            OrderStatus.Open,
            context.Time));
    }
}
