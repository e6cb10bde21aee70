using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Trading;

/// <summary>
/// What waited in the modes beside listed orders and blocks has ended: with its session, with its last day, or because
/// its units became void. What it kept is free again.
/// </summary>
public sealed record ModesEnded(
    IReadOnlyList<OfferId> Offers,
    IReadOnlyList<IntentionId> Intentions,
    IReadOnlyList<DealId> Deals,
    IReadOnlyList<OtcId> Otc,
    IReadOnlyList<Transaction> Transactions) : Event, IMovesUnits;

/// <summary>
/// The modes beside listed orders and blocks, together. Priced offers and registrations of deals end with the last
/// session of their day; intentions with the session of their last day; reports of deals outside the venue with that of
/// the last day to confirm them.
/// </summary>
internal static class Modes
{
    internal static void Register(Catalogue catalogue) => catalogue.Event<ModesEnded>("modes-ended", Apply);

    /// <summary>What ends with a session, or null. <paramref name="ends"/> says of a mode whether it is over.</summary>
    internal static ModesEnded? Ending(
        SchemeState state, Planner plan, DateOnly day, Func<TradingModeRule?, bool> ends)
    {
        var (trading, modes) = (state.Rules.Trading!, state.Trading.Modes);
        return Ended(
            state,
            plan,
            modes.Offers.Values.Where(_ => ends(trading.Priced)),
            modes.Intentions.Values.Where(one => one.Until <= day && ends(trading.Intention)),
            modes.Deals.Values.Where(_ => ends(trading.Deal)),
            modes.Otc.Values.Where(one => one.ConfirmBy <= day && ends(trading.Otc)));
    }

    /// <summary>
    /// The end of everything of a holder, or of what is on sides that <paramref name="bars"/> names; null when there is
    /// nothing.
    /// </summary>
    internal static ModesEnded? ExpireOf(
        SchemeState state, Planner plan, HolderId holder, Func<OrderSide, bool>? bars = null)
    {
        var modes = state.Trading.Modes;
        bool Ends(HolderId whose, OrderSide side) => whose == holder && bars?.Invoke(side) != false;
        return Ended(
            state,
            plan,
            modes.Offers.Values.Where(one => Ends(one.Holder, one.Side)),
            modes.Intentions.Values.Where(one => Ends(one.Holder, one.Side)),
            modes.Deals.Values.Where(one => Ends(one.Holder, one.Terms.Side)),
            modes.Otc.Values.Where(one => Ends(one.Holder, one.Terms.Side)));
    }

    /// <summary>Marks what a trade came of.</summary>
    internal static void Note(SchemeState state, Trade trade)
    {
        var modes = state.Trading.Modes;
        if (trade.Offer is { } id)
        {
            var offer = modes.Offers[id];
            var filled = offer.Filled + trade.Quantity;
            modes.Offers[id] = offer with
            {
                Filled = filled,
                Status = filled == offer.Quantity ? OrderStatus.Filled : OrderStatus.Open,
            };
        }

        if (trade.Otc is { } report)
        {
            modes.Otc[report] = modes.Otc[report] with { Status = OtcStatus.Confirmed };
        }

        if (trade.SellerDeal is null && trade.BuyerDeal is null)
        {
            return;
        }

        DealId?[] deals = [trade.SellerDeal, trade.BuyerDeal];
        foreach (var one in deals.OfType<DealId>())
        {
            modes.Deals[one] = modes.Deals[one] with { Status = DealStatus.Matched };
        }

        // Both may name the same intention; it is one deal.
        foreach (var one in deals.OfType<DealId>().Select(deal => modes.Deals[deal].Intention).OfType<IntentionId>()
            .Distinct())
        {
            if (modes.Intentions.TryGetValue(one, out var intention) && intention.Status == IntentionStatus.Open)
            {
                var dealt = intention.Dealt + trade.Quantity;
                modes.Intentions[one] = intention with
                {
                    Dealt = dealt,
                    Status = dealt >= intention.Quantity ? IntentionStatus.Done : IntentionStatus.Open,
                };
            }
        }
    }

    private static ModesEnded? Ended(
        SchemeState state,
        Planner plan,
        IEnumerable<PricedOffer> offers,
        IEnumerable<Intention> intentions,
        IEnumerable<DealEntry> deals,
        IEnumerable<OtcReport> otc)
    {
        var trading = state.Rules.Trading!;
        var (open, invited, waiting, reported) = (
            offers.Where(one => one.Status == OrderStatus.Open).OrderBy(one => one.Id.Value).ToList(),
            intentions.Where(one => one.Status == IntentionStatus.Open).OrderBy(one => one.Id.Value).ToList(),
            deals.Where(one => one.Status == DealStatus.Waiting).OrderBy(one => one.Id.Value).ToList(),
            otc.Where(one => one.Status == OtcStatus.Reported).OrderBy(one => one.Id.Value).ToList());
        if (open.Count + invited.Count + waiting.Count + reported.Count == 0)
        {
            return null;
        }

        var kept = open.Select(one => ModeKeeping.Of(trading, one))
            .Concat(waiting.Select(one => ModeKeeping.Of(trading, one)))
            .Concat(reported.Select(ModeKeeping.Of));
        return new ModesEnded(
            [.. open.Select(one => one.Id)],
            [.. invited.Select(one => one.Id)],
            [.. waiting.Select(one => one.Id)],
            [.. reported.Select(one => one.Id)],
            Reservations.Free(plan, kept));
    }

    private static void Apply(SchemeState state, in Context context, ModesEnded happened)
    {
        BlockAnswers.Post(state, happened);
        var modes = state.Trading.Modes;
        foreach (var id in happened.Offers)
        {
            modes.Offers[id] = modes.Offers[id] with { Status = OrderStatus.Expired };
        }

        foreach (var id in happened.Intentions)
        {
            modes.Intentions[id] = modes.Intentions[id] with { Status = IntentionStatus.Expired };
        }

        foreach (var id in happened.Deals)
        {
            modes.Deals[id] = modes.Deals[id] with { Status = DealStatus.Expired };
        }

        foreach (var id in happened.Otc)
        {
            modes.Otc[id] = modes.Otc[id] with { Status = OtcStatus.Lapsed };
        }
    }
}
