using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme.Trading;
using Tanheng.Web.Api.Shapes;

namespace Tanheng.Web.Api.Queries;

/// <summary>
/// A holder's own orders, negotiations, trades and payments; what money it has stands among its holdings.
/// </summary>
internal static class TradingQueries
{
    private static readonly Parameter Instrument = new(
        "instrument", ParameterKind.Text, new Text("标的，如 CEA-2022", "Units with their vintage, such as CEA-2022"));

    public static IEnumerable<Operation> All => [.. Orders, .. Payments];

    private static IEnumerable<Operation> Orders =>
    [
        Query.List(
            "list-orders",
            "/orders",
            Audience.OwnPart,
            new("挂牌申报（本交易日或上一交易日）", "Listed orders of the trading day under way, or of the last one"),
            look => look.State.Trading.Orders.Values
                .Where(order => look.Sight.Of(order.Holder) && look.Call.Wants("status", order.Status)
                    && (look.Call.Holder is not { } only || only == order.Holder)
                    && (look.Call.Text("instrument") is not { } unit || unit == order.Instrument.Code))
                .OrderBy(order => order.Id.Value)
                .Select(OrderView.Of),
            order => Query.Key(order.Order.Value),
            Parameters.Holder,
            Instrument,
            Parameter.Of<OrderStatus>("status", "申报状态", "Where it is in its life")),
        Query.One<OrderView>(
            "get-order",
            "/orders/{order}",
            Audience.OwnPart,
            new("一笔挂牌申报", "One listed order"),
            look => look.State.Trading.Orders.TryGetValue(new OrderId(look.Call.Get<long>("order")), out var order)
                && look.Sight.Of(order.Holder)
                    ? OrderView.Of(order)
                    : (OrderView?)null,
            Parameter.Number("order", "申报编号", "Number of the order")),
        Query.List(
            "list-block-offers",
            "/block-offers",
            Audience.OwnPart,
            new("大宗协议（本单位的，以及可以答复的）", "Block negotiations: one's own, and those one may answer"),
            Blocks,
            block => Query.Key(block.Block.Value),
            Parameters.Holder,
            Parameter.Of<BlockStatus>("status", "协议状态", "Where it is")),
        Query.List(
            "list-own-trades",
            "/own-trades",
            Audience.OwnPart,
            new("本单位的成交，新的在前", "One's own trades, newest first"),
            look => OwnTrades(look).Select(trade => Own(look, trade)).OfType<OwnTradeView>(),
            trade => MarketQueries.NewestFirst(trade.Trade),
            Parameters.Holder,
            Instrument,
            Parameter.Of<Rulebook.TradingMode>("mode", "交易方式", "How it was traded")),
    ];

    private static IEnumerable<Operation> Payments =>
    [
        Query.List(
            "list-withdrawals",
            "/withdrawals",
            Audience.OwnPart,
            new("等待银行付款的出金", "Withdrawals that wait for the bank"),
            look => look.State.Cash.Withdrawals.Values
                .Where(one => SettlementQueries.Sees(look, one.Holder)
                    && (look.Call.Holder is not { } only || only == one.Holder))
                .OrderBy(one => one.Id.Value)
                .Select(WithdrawalView.Of),
            one => Query.Key(one.Withdrawal.Value),
            Parameters.Holder),
        Query.List(
            "list-deposits",
            "/deposits",
            Audience.Officials,
            new("已入账的银行流水", "Lines of the bank's statement that were booked"),
            look => look.State.Cash.Deposits.OrderBy(one => one.Value)
                .Select(one => new DepositView(one.Key, one.Value)),
            one => Query.Key(one.Sequence)),
    ];

    private static IEnumerable<BlockOfferView> Blocks(Look look)
    {
        var holders = (look with { After = null }).Holders().Select(holder => holder.Id).ToList();
        return look.State.Trading.Blocks.Values
            .Where(one => look.Call.Wants("status", one.Status) && holders.Any(one.IsFor))
            .OrderBy(one => one.Id.Value)
            .Select(one => BlockOfferView.Of(one, look.Sight.Of(one.Initiator.Holder)
                || (one.Responder is { } party && look.Sight.Of(party.Holder))));
    }

    /// <summary>
    /// Trades that the caller may have a side of, found by the accounts of the holders that are asked for and may be
    /// read.
    /// </summary>
    private static IEnumerable<Trade> OwnTrades(Look look)
    {
        var (state, upTo) = (look.State, MarketQueries.UpTo(look));
        var (instrument, mode) = (look.Call.Text("instrument"), MarketQueries.ModeOf(look));
        if (look.Sight.Everything && look.Call.Holder is null)
        {
            return TradeList.Of(state, instrument, mode, upTo);
        }

        var accounts = (look with { After = null }).Holders()
            .SelectMany(holder => state.Registry.AccountsOf.GetValueOrDefault(holder.Id) ?? []);
        return TradeList.Of(state, accounts, upTo).Where(trade =>
            (instrument is null || instrument == trade.Instrument.Code) && (mode is null || mode == trade.Mode));
    }

    /// <summary>The trade with the sides that the caller asks for and may read; null when there is none.</summary>
    private static OwnTradeView? Own(Look look, Trade trade)
    {
        var (seller, buyer) = (Side(look, trade.Seller, trade.SellerFee), Side(look, trade.Buyer, trade.BuyerFee));
        var wanted = look.Call.Holder is { } only
            ? seller?.Holder == only || buyer?.Holder == only
            : (seller ?? buyer) is not null;
        return !wanted ? null : new OwnTradeView(
            trade.Id,
            trade.At,
            trade.Instrument,
            trade.Mode,
            Amount.Of((Price?)trade.Price)!,
            trade.Quantity,
            Amount.Of((Money?)trade.Amount)!,
            seller,
            buyer,
            trade.Resting,
            trade.Block,
            trade.Offer,
            trade.Otc);
    }

    private static TradeSideView? Side(Look look, AccountId id, Money fee) =>
        look.State.Registry.Accounts[id] is var account && look.Sight.Of(account)
            ? new TradeSideView(account.Holder, id, Amount.Of((Money?)fee)!)
            : null;
}
