using System.Runtime.InteropServices;
using Tanheng.Ledger;
using Tanheng.Market.Surveillance;
using Tanheng.Quantities;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Supervision;

/// <summary>
/// Surveillance looks at every decision and adds what follows from it to the same row: alerts, the pause of an
/// instrument, the withdrawal of orders of somebody who may no longer trade. So an alert is a fact of the journal: it
/// stays when thresholds change, and a replay needs no detector. What it counts in between is a fold like the rest of
/// the state. A command that is about nothing here costs a look at its events' types.
/// </summary>
internal static class Watch
{
    /// <summary>A decision, and what follows from it.</summary>
    public static Outcome<Decision> Complete(SchemeState state, in Context context, in Outcome<Decision> outcome)
    {
        if (state.Trading.Fees is null || outcome.IsRefused(out _))
        {
            return outcome;
        }

        var events = outcome.Value.Events;
        Detection? detection = null;
        foreach (var happened in events)
        {
            switch (happened)
            {
                case TradeMade made:
                    (detection ??= new Detection(state, context)).OnTrade(made.Trade);
                    break;
                case OrderCancelled cancelled:
                    (detection ??= new Detection(state, context)).OnCancel(cancelled.Order);
                    break;
                case TradingDayClosed closed:
                    (detection ??= new Detection(state, context)).OnClose(closed.Day);
                    break;
                case AccountStatusChanged changed
                    when Withdrawal.Of(state, changed, Transactions(events.AsSpan(), detection))
                        is { Count: > 0 } withdrawn:
                    (detection ??= new Detection(state, context)).Found.AddRange(withdrawn);
                    break;
                default:
                    break;
            }
        }

        return detection is { Found.Count: > 0 }
            ? outcome.Value.Then(CollectionsMarshal.AsSpan(detection.Found))
            : outcome;
    }

    /// <summary>What an event changes in what is counted; called when it has been applied.</summary>
    public static void Follow(SchemeState state, in Context context, Event happened)
    {
        if (state.Book?.Supervision is not { } rule)
        {
            return;
        }

        var day = state.Supervision.Day;
        switch (happened)
        {
            case OrderPlaced placed when rule.CancelRatio is not null:
                CountOf(day, placed.Holder, placed.Instrument).NoteEntry();
                break;
            case OrderCancelled cancelled when !IsOfficial(state, context.Actor):
                NoteCancel(state, rule, context, state.Trading.Orders[cancelled.Order]);
                break;
            case TradeMade made:
                NoteTrade(state, rule, made.Trade);
                break;
            case TradingDayOpened:
                day.Clear();
                break;
            default:
                break;
        }
    }

    /// <summary>True for the exchange's own cancels: they say nothing about a holder.</summary>
    internal static bool IsOfficial(SchemeState state, UserId actor) =>
        actor == UserId.System || state.Registry.Officials.ContainsKey(actor);

    internal static HolderId HolderOf(SchemeState state, AccountId account) =>
        state.Registry.Accounts[account].Holder!.Value;

    internal static (HolderId One, HolderId Other, Asset Instrument) PairOf(
        HolderId one, HolderId other, Asset instrument) =>
        one.Value < other.Value ? (one, other, instrument) : (other, one, instrument);

    private static CancelCount CountOf(WatchedDay day, HolderId holder, Asset instrument)
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(day.Orders, (holder, instrument), out _);
        return count ??= new CancelCount();
    }

    private static void NoteCancel(
        SchemeState state, Rulebook.SupervisionRule rule, in Context context, ListedOrder order)
    {
        var day = state.Supervision.Day;
        if (rule.CancelRatio is not null && order.Filled == Tonnes.Zero)
        {
            CountOf(day, order.Holder, order.Instrument).NoteWithdrawal();
        }

        if (rule.Layering is { } layering
            && day.Layers.TryGetValue((order.Holder, order.Instrument, order.Side), out var run)
            && run.Concerns(order.At, context.Time, TimeSpan.FromMinutes(layering.Minutes)))
        {
            run.NoteWithdrawal(order.Id.Value, (order.Quantity - order.Filled).Value);
        }
    }

    private static void NoteTrade(SchemeState state, Rulebook.SupervisionRule rule, Trade trade)
    {
        var (day, seller, buyer) = (state.Supervision.Day, HolderOf(state, trade.Seller), HolderOf(state, trade.Buyer));
        if (rule.WashTrades is not null && state.Supervision.Kinship.Related(seller.Value, buyer.Value))
        {
            var pair = PairOf(seller, buyer, trade.Instrument);
            ref var trades = ref CollectionsMarshal.GetValueRefOrAddDefault(day.Between, pair, out _);
            (trades ??= new PairTrades()).Note(trade);
        }

        if (rule.PriceJump is { } jump && trade.Mode == state.Rules.Trading?.Main.Mode)
        {
            ref var prices = ref CollectionsMarshal.GetValueRefOrAddDefault(day.Prices, trade.Instrument, out _);
            (prices ??= new PriceWindow()).Add(
                new PricePoint(trade.At, trade.Price.Minor, trade.Id.Value), TimeSpan.FromMinutes(jump.Minutes));
        }

        if (rule.Layering is { } layering && trade.Resting is not null)
        {
            NoteRun(day, (seller, trade.Instrument, OrderSide.Buy), trade, layering);
            NoteRun(day, (buyer, trade.Instrument, OrderSide.Sell), trade, layering);
        }
    }

    private static void NoteRun(
        WatchedDay day, (HolderId, Asset, OrderSide) key, Trade trade, Rulebook.LayeringRule rule)
    {
        ref var run = ref CollectionsMarshal.GetValueRefOrAddDefault(day.Layers, key, out _);
        (run ??= new Layering()).NoteTrade(
            trade.Id.Value, trade.At, trade.Quantity.Value, TimeSpan.FromMinutes(rule.Minutes));
    }

    private static long Transactions(ReadOnlySpan<Event> events, Detection? detection)
    {
        var count = 0L;
        foreach (var happened in events)
        {
            count += happened is IMovesUnits moved ? moved.Transactions.Count : 0;
        }

        return count + (detection?.Found.OfType<IMovesUnits>().Sum(moved => moved.Transactions.Count) ?? 0);
    }
}
