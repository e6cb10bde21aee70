using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Settlement;

/// <summary>One trade to be settled.</summary>
/// <param name="Instrument">What.</param>
/// <param name="Price">At what price.</param>
/// <param name="Quantity">How much.</param>
/// <param name="Units">Where the seller's units are.</param>
/// <param name="Cash">Where the buyer's money is.</param>
/// <param name="SellerFee">What the seller pays to the exchange.</param>
/// <param name="BuyerFee">What the buyer pays to the exchange.</param>
internal sealed record DeliveryLeg(
    Asset Instrument, Price Price, Tonnes Quantity, Place Units, Place Cash, Money SellerFee, Money BuyerFee)
{
    /// <summary>The trade that this settles.</summary>
    public Trade Trade(SchemeState state, in Context context, TradingMode mode) => new(
        state.Trading.NextTrade,
        context.Time,
        mode,
        Instrument,
        Price,
        Quantity,
        Units.Account,
        Cash.Account,
        SellerFee,
        BuyerFee);
}

/// <summary>
/// 货银对付: units and money of a trade move in one transaction or not at all, trade by trade, without netting: units to
/// the buyer, the whole amount to the seller, then each side's fee. What the rulebook lets nobody use on the same day
/// arrives unsettled and is released when the next trading day opens. Refusals: those of the ledger.
/// </summary>
internal static class Delivery
{
    public static Outcome<Transaction> Plan(SchemeState state, Planner plan, DeliveryLeg leg)
    {
        var trading = state.Rules.Trading!;
        var money = Asset.Money(leg.Price.Currency);
        var fees = new Place(state.Trading.Fees!.Value);
        var units = new Place(leg.Cash.Account, In(trading.Units));
        var proceeds = new Place(leg.Units.Account, In(trading.Proceeds));
        Draft[] drafts =
        [
            new(leg.Instrument, leg.Units, units, leg.Quantity.Value),
            new(money, leg.Cash, proceeds, (leg.Price * leg.Quantity).Minor),
            new(money, leg.Cash, fees, leg.BuyerFee.Minor),
            new(money, proceeds, fees, leg.SellerFee.Minor),
        ];
        return plan.Transact(
            TransactionTypes.TradeSettle, drafts.Where((draft, i) => i < 2 || draft.Quantity > 0).ToArray());
    }

    /// <summary>Remembers what a trade brought that is released later.</summary>
    public static void NoteUnsettled(SchemeState state, Transaction transaction)
    {
        foreach (var move in transaction.Movements)
        {
            if (move.To.Compartment == Compartment.Unsettled)
            {
                state.Trading.Unsettled.Add((move.To.Account, move.Asset));
            }
        }
    }

    private static Compartment In(Usable usable) =>
        usable == Usable.SameDay ? Compartment.Free : Compartment.Unsettled;
}
