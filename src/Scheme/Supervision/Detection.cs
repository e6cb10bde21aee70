using Tanheng.Ledger;
using Tanheng.Market.Surveillance;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Supervision;

/// <summary>
/// What one decision gives to notice. The same thing about the same holders in the same instrument is noticed once on a
/// day; a price jump every time, since each pauses trading. A section of the rulebook counts on the days for which it
/// holds.
/// </summary>
internal sealed partial class Detection(SchemeState state, Context context)
{
    private readonly SupervisionRule? rule = state.Rules.Supervision;
    private readonly DateOnly day = state.Rules.Calendar.Day(context.Time);
    private readonly HashSet<string> noticed = [];
    private long next = state.Supervision.NextAlert.Value;

    /// <summary>What follows, in order.</summary>
    public List<Event> Found { get; } = [];

    /// <summary>What is noticed once a day.</summary>
    public static string KeyOf(AlertKind kind, Asset instrument, IReadOnlyList<HolderId> holders) =>
        $"{kind} {instrument} {string.Join(' ', holders)}";

    /// <summary>Wash trades, price jump, large traders, positions near the limit.</summary>
    public void OnTrade(Trade trade)
    {
        if (rule is null)
        {
            return;
        }

        var (seller, buyer) = (Watch.HolderOf(state, trade.Seller), Watch.HolderOf(state, trade.Buyer));
        if (InForce(rule.WashTrades) is { } wash && state.Supervision.Kinship.Related(seller.Value, buyer.Value))
        {
            Washed(wash, trade, seller, buyer);
        }

        if (trade.Mode == state.Rules.Trading!.Main.Mode && InForce(rule.PriceJump) is { } jump)
        {
            Jumped(jump, trade, seller, buyer);
        }

        var positions = state.Rules.Trading!.Positions;
        if (positions.Maximum is not null || positions.LargeTrader is not null)
        {
            Holding(positions, trade, buyer);
        }
    }

    /// <summary>Layering, cancel ratio.</summary>
    public void OnCancel(OrderId id)
    {
        if (rule is null || Watch.IsOfficial(state, context.Actor))
        {
            return;
        }

        var order = state.Trading.Orders[id];
        if (InForce(rule.Layering) is { } layering
            && state.Supervision.Day.Layers.TryGetValue((order.Holder, order.Instrument, order.Side), out var run)
            && run.Concerns(order.At, context.Time, TimeSpan.FromMinutes(layering.Minutes))
            && run.WouldReach(order.Open.Value, layering.Orders, layering.Times))
        {
            Layered(layering, order, run);
        }

        if (order.Filled == Tonnes.Zero && InForce(rule.CancelRatio) is { } ratio
            && state.Supervision.Day.Orders.TryGetValue((order.Holder, order.Instrument), out var count)
            && count.WouldReach(ratio.Orders, ratio.Share))
        {
            Raise(AlertKind.CancelRatio, order.Instrument, [order.Holder], ratio, "cancel_ratio", () => new(
                [
                    new(Measure.Entered, count.Entered, ratio.Orders),
                    new(Measure.Withdrawn, count.Withdrawn + 1),
                    new(
                        Measure.Share,
                        Shares.BasisPoints(count.Withdrawn + 1, count.Entered),
                        Shares.BasisPoints(ratio.Share)),
                ],
                [],
                OrdersOf(order.Holder, order.Instrument, order.Id)));
        }
    }

    private T? InForce<T>(T? one)
        where T : Rule => one is not null && one.Cite.Holds(day) ? one : null;

    private void Washed(WashTradeRule wash, Trade trade, HolderId seller, HolderId buyer)
    {
        var pair = Watch.PairOf(seller, buyer, trade.Instrument);
        var before = state.Supervision.Day.Between.GetValueOrDefault(pair);
        var tonnes = (before?.Quantity ?? Tonnes.Zero).Value + trade.Quantity.Value;
        if (tonnes >= wash.AtLeast.Value)
        {
            Raise(AlertKind.WashTrades, trade.Instrument, [pair.One, pair.Other], wash, "wash_trades", () => new(
                [new(Measure.Traded, tonnes, wash.AtLeast.Value)], [.. before?.Trades ?? [], trade.Id], []));
        }
    }

    private void Jumped(PriceJumpRule jump, Trade trade, HolderId seller, HolderId buyer)
    {
        if (state.Supervision.Day.Prices.GetValueOrDefault(trade.Instrument) is not { } prices)
        {
            return;
        }

        var (window, price) = (TimeSpan.FromMinutes(jump.Minutes), trade.Price.Minor);
        var low = prices.Lowest(trade.At, window);
        var high = prices.Highest(trade.At, window);
        var from = low is { } bottom && Shares.Reaches(price - bottom.Price, bottom.Price, jump.Move) ? low
            : high is { } top && Shares.Reaches(top.Price - price, top.Price, jump.Move) ? high
            : null;
        if (from is not { } then)
        {
            return;
        }

        var move = Shares.BasisPoints(Math.Abs(price - then.Price), then.Price);
        HolderId[] parties = [seller, buyer];
        Add(AlertKind.PriceJump, trade.Instrument, [.. parties.OrderBy(one => one.Value)], jump, "price_jump", new(
            [
                new(Measure.Price, price),
                new(Measure.Against, then.Price),
                new(Measure.Move, move, Shares.BasisPoints(jump.Move)),
                new(Measure.Minutes, jump.Minutes),
            ],
            [new TradeId(then.Trade), trade.Id],
            []));
        if (jump.PauseMinutes > 0)
        {
            var reason = $"{jump.Minutes} min: {new Price(then.Price, trade.Price.Currency)} → {trade.Price}";
            Found.Add(TradingHalts.Pause(
                trade.Instrument, reason, context.Time.AddMinutes(jump.PauseMinutes)));
        }
    }

    private void Holding(PositionRule positions, Trade trade, HolderId buyer)
    {
        var after = Positions.Of(state, buyer, trade.Instrument).Value + trade.Quantity.Value;
        if (positions.LargeTrader is { } least && after >= least.Value)
        {
            Raise(AlertKind.LargeTrader, trade.Instrument, [buyer], positions, "positions", () => new(
                [new(Measure.Position, after, least.Value)], [trade.Id], []));
        }

        if (positions.Maximum is { } most && InForce(rule!.LimitApproach) is { } near
            && Shares.Reaches(after, most.Value, near.Share))
        {
            Raise(AlertKind.LimitApproach, trade.Instrument, [buyer], near, "limit_approach", () => new(
                [
                    new(Measure.Position, after, most.Value),
                    new(Measure.Share, Shares.BasisPoints(after, most.Value), Shares.BasisPoints(near.Share)),
                ],
                [trade.Id],
                []));
        }
    }

    private void Layered(LayeringRule layering, ListedOrder order, Layering run) =>
        Raise(AlertKind.Layering, order.Instrument, [order.Holder], layering, "layering", () => new(
            [
                new(Measure.Withdrawn, run.Orders.Count + 1, layering.Orders),
                new(
                    Measure.WithdrawnTonnes,
                    run.Withdrawn + order.Open.Value,
                    checked(run.Traded * layering.Times)),
                new(Measure.Traded, run.Traded),
                new(Measure.Minutes, layering.Minutes),
            ],
            TradesOf(order, run),
            [.. run.Orders.Select(one => state.Trading.Orders[new OrderId(one)]), order]));

    /// <summary>The holder's trades of a run, on the other side than the order.</summary>
    private List<TradeId> TradesOf(ListedOrder order, Layering run)
    {
        var trades = new List<TradeId>();
        for (var id = run.FirstTrade; id <= run.LastTrade; id++)
        {
            var trade = TradeOf(new TradeId(id));
            var account = order.Side == OrderSide.Buy ? trade.Seller : trade.Buyer;
            if (account == order.Account && trade.Instrument == order.Instrument && trade.Resting is not null)
            {
                trades.Add(trade.Id);
            }
        }

        return trades;
    }

    /// <summary>What a holder took back today, and what it takes back now.</summary>
    private List<ListedOrder> OrdersOf(HolderId holder, Asset instrument, OrderId now) =>
        [.. state.Trading.Orders.Values
            .Where(order => order.Holder == holder && order.Instrument == instrument
                && (order.Status == OrderStatus.Cancelled || order.Id == now) && order.Filled == Tonnes.Zero)
            .OrderBy(order => order.Id.Value)];

    private Trade TradeOf(TradeId id) => state.Trading.Trades[(int)id.Value - 1];

    /// <summary>Figures, trades and orders of an alert.</summary>
    private readonly record struct Facts(
        IReadOnlyList<AlertFigure> Figures, IReadOnlyList<TradeId> Trades, IReadOnlyList<ListedOrder> Orders);

    private void Raise(
        AlertKind kind, Asset instrument, HolderId[] holders, Rule section, string key, Func<Facts> facts)
    {
        var once = KeyOf(kind, instrument, holders);
        if (!state.Supervision.Day.Noticed.Contains(once) && noticed.Add(once))
        {
            Add(kind, instrument, holders, section, key, facts());
        }
    }

    private void Add(AlertKind kind, Asset instrument, HolderId[] holders, Rule section, string key, Facts facts) =>
        Found.Add(new AlertRaised(new AlertId(next++), kind, instrument, holders, new Evidence(
            facts.Figures, facts.Trades, facts.Orders, key, section.Cite.Reference)));
}
