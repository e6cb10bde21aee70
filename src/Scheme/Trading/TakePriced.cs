using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Settlement;
using Tanheng.Scheme.Supervision;

namespace Tanheng.Scheme.Trading;

/// <summary>Takes a priced offer, whole or in part, at its price.</summary>
/// <param name="Holder">Who takes it: buys what it sells, sells what it buys.</param>
/// <param name="Offer">Which.</param>
/// <param name="Quantity">Whole tonnes.</param>
public sealed record TakePriced(HolderId Holder, OfferId Offer, Tonnes Quantity) : Command, IForHolder;

/// <summary>
/// Units and money change hands at once. Which offers may be taken is the rulebook's: any, those at the best price, or
/// of these the earliest; one's own offers and those whose account may not trade now are passed over. The fee of an
/// offer is rounded once for all it trades. Refusals in order: no exchange, exchange not opened; no such mode; not a
/// trading day, outside trading hours; unknown offer; offer not open; halted; bad lot (unless all of the offer is
/// taken); own offer; another offer first; more than offered; whole offer only; unknown holder, holder not active; no
/// trading account; those of the account's status, trading restricted; counterparty unavailable; position limit; units
/// short, cash short; those of the ledger.
/// </summary>
public static class PricedTaking
{
    internal static void Register(Catalogue catalogue) =>
        catalogue.Command<TakePriced>("take-priced", Permission.OfHolder(), Decide);

    /// <summary>
    /// The offers that somebody may look at, the best of a side first, earlier ones before later ones.
    /// </summary>
    public static IEnumerable<PricedOffer> InOrder(SchemeState state, Asset instrument, OrderSide side) =>
        state.Trading.Modes.Offers.Values
            .Where(offer => offer.Instrument == instrument && offer.Side == side && offer.Open > Tonnes.Zero)
            .OrderBy(offer => side == OrderSide.Buy ? -offer.Price.Minor : offer.Price.Minor)
            .ThenBy(offer => offer.Id.Value);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, TakePriced command)
    {
        if (Exchange.InSession(state, TradingMode.Priced, context.Time).IsRefused(out var refusal))
        {
            return refusal;
        }

        if (!PricedOffers.FindOpen(state, command.Offer).Try(out var offer, out refusal))
        {
            return refusal;
        }

        if ((TradingHalts.Check(state, offer.Instrument) ?? CheckTaking(state, offer, command)) is { } bad)
        {
            return bad;
        }

        var side = offer.Side == OrderSide.Buy ? OrderSide.Sell : OrderSide.Buy;
        if (!Exchange.TraderOf(state, command.Holder, side).Try(out var account, out refusal))
        {
            return refusal;
        }

        if (!Exchange.MayTrade(state, offer.Holder, offer.Account, offer.Side))
        {
            return TradingRefusals.CounterpartyUnavailable.With();
        }

        var trading = state.Rules.Trading!;
        var terms = new DealTerms(offer.Instrument, offer.Side, offer.Price, command.Quantity).Mirrored();
        if (ModeKeeping.Check(state, command.Holder, terms, ModeKeeping.Of(trading, account, terms)) is { } uncovered)
        {
            return uncovered;
        }

        var leg = Leg(trading, offer, account, command.Quantity);
        return Delivery.Plan(state, state.Ledger.Plan(), leg).Try(out var transaction, out refusal)
            ? Decision.Of(new TradeMade(
                leg.Trade(state, context, TradingMode.Priced) with { Offer = offer.Id }, [transaction]))
            : refusal;
    }

    private static Refusal? CheckTaking(SchemeState state, PricedOffer offer, TakePriced command)
    {
        var (trading, quantity) = (state.Rules.Trading!, command.Quantity);
        if (quantity != offer.Open && Prices.CheckLot(trading, quantity) is { } bad)
        {
            return bad;
        }

        if (offer.Holder == command.Holder)
        {
            return ModeRefusals.OwnOffer.With(("offer", offer.Id));
        }

        if (First(state, offer, command.Holder) is { } first && !MayBeTaken(trading.Priced!.Taking, offer, first))
        {
            return ModeRefusals.AnotherFirst.With(
                ("offer", offer.Id), ("first", first.Id), ("price", first.Price));
        }

        if (quantity > offer.Open)
        {
            return ModeRefusals.MoreThanOffered.With(
                ("offer", offer.Id), ("offered", offer.Open), ("quantity", quantity));
        }

        return quantity < offer.Open && !trading.Priced!.Parts
            ? ModeRefusals.WholeOnly.With(("offer", offer.Id), ("offered", offer.Open))
            : null;
    }

    private static PricedOffer? First(SchemeState state, PricedOffer offer, HolderId taker) =>
        InOrder(state, offer.Instrument, offer.Side).FirstOrDefault(one =>
            one.Holder != taker && Exchange.CheckAccount(state, one.Account) is null);

    private static bool MayBeTaken(Taking rule, PricedOffer offer, PricedOffer first) => rule switch
    {
        Taking.Any => true,
        Taking.BestPrice => offer.Price == first.Price,
        _ => offer.Id == first.Id,
    };

    /// <summary>The offer's side comes out of what it keeps, the taker's out of what is free.</summary>
    private static DeliveryLeg Leg(TradingRule trading, PricedOffer offer, AccountId taker, Tonnes quantity)
    {
        var resting = new Place(offer.Account, Compartment.OnOrder);
        Money FeeOf(OrderSide side) => offer.Side == side
            ? Reservations.FeeOfPart(trading, side, offer.Price, offer.Filled, quantity)
            : Reservations.Fee(trading, side, offer.Price * quantity);
        return new DeliveryLeg(
            offer.Instrument,
            offer.Price,
            quantity,
            offer.Side == OrderSide.Sell ? resting : new Place(taker),
            offer.Side == OrderSide.Buy ? resting : new Place(taker),
            FeeOf(OrderSide.Sell),
            FeeOf(OrderSide.Buy));
    }
}
