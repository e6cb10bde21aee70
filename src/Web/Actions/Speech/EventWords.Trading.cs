using Tanheng.Quantities;
using Tanheng.Scheme.Settlement;
using Tanheng.Scheme.Trading;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Actions.Speech;

public static partial class EventWords
{
    /// <summary>The exchange. A trade names nobody: what was traded is for all, who traded is not.</summary>
    private static void AddTrading()
    {
        AddDays();
        AddBlocks();
        AddMoney();
        Add<OrderPlaced>((e, n) => Say(
            "{holder} 挂牌 {id}：{side} {quantity}，{price}。", "{holder} lists order {id}: {side} {quantity} at {price}.",
            ("holder", n.Holder(e.Holder)), ("id", e.Order), ("side", Lower(Names.Of(e.Side))),
            ("quantity", Naming.Quantity(e.Instrument, e.Quantity.Value)), ("price", e.Price)));
        Add<TradeMade>((e, n) => Say(
            "成交 {id}（{mode}）：{quantity}，{price}，金额 {amount}。",
            "Trade {id} ({mode}): {quantity} at {price}, amount {amount}.",
            ("id", e.Trade.Id), ("mode", Names.Of(e.Trade.Mode)),
            ("quantity", Naming.Quantity(e.Trade.Instrument, e.Trade.Quantity.Value)), ("price", e.Trade.Price),
            ("amount", e.Trade.Amount)));
        Add<OrderCancelled>((e, n) => Say(
            "撤销委托 {id}，释放：{moved}。", "Order {id} is cancelled; free again: {moved}.",
            ("id", e.Order), ("moved", n.Moved(e.Release))));
        Add<OrderReduced>((e, n) => Say(
            "委托 {id} 减至 {left}，释放：{moved}。", "Order {id} has {left} left; free again: {moved}.",
            ("id", e.Order), ("left", e.Left), ("moved", n.Moved(e.Release))));
    }

    private static void AddDays()
    {
        Add<ExchangeOpened>((e, n) => Say(
            "开市，首个交易日 {day}。", "The exchange is open; the first trading day is {day}.", ("day", e.FirstDay)));
        Add<TradingDayOpened>((e, n) => Say(
            "{day} 开市；交收到账：{moved}。", "Trading of {day} begins; released: {moved}.",
            ("day", e.Day), ("moved", n.Moved(e.Transactions))));
        Add<OrdersExpired>((e, n) => Say(
            "{day} 未成交委托 {orders} 笔、大宗协议 {blocks} 笔到期。",
            "Of {day}, {orders} orders and {blocks} block negotiations expire.",
            ("day", e.Day), ("orders", e.Orders.Count), ("blocks", e.Blocks.Count)));
        Add<TradingDayClosed>((e, n) => Say(
            "{day} 收市，成交 {volume}；下一交易日 {next}。", "Trading of {day} ends with {volume}; the next day is {next}.",
            ("day", e.Day), ("volume", new Tonnes(e.Bars.Sum(bar => bar.Volume.Value))), ("next", e.Next)));
    }

    private static void AddBlocks()
    {
        Add<BlockOffered>((e, n) => Say(
            "{holder} 发起大宗协议 {id}：{side} {quantity}，{price}，对手方 {named}。",
            "{holder} offers block {id}: {side} {quantity} at {price}; counterparty: {named}.",
            ("holder", n.Holder(e.Initiator.Holder)), ("id", e.Block), ("side", Lower(Names.Of(e.Initiator.Side))),
            ("quantity", Naming.Quantity(e.Instrument, e.Initiator.Terms.Quantity.Value)),
            ("price", e.Initiator.Terms.Price),
            ("named", e.Named is { } named ? n.Holder(named) : new Text("不限", "anybody"))));
        Add<BlockCountered>((e, n) => Say(
            "{holder} 就大宗协议 {id} 提出 {quantity}，{price}。", "{holder} counters block {id} with {quantity} at {price}.",
            ("holder", n.Holder(e.Party.Holder)), ("id", e.Block), ("quantity", e.Party.Terms.Quantity),
            ("price", e.Party.Terms.Price)));
        Add<BlockWithdrawn>((e, n) => Say(
            "{holder} 撤回大宗协议 {id}。", "{holder} withdraws from block {id}.",
            ("holder", n.Holder(e.Holder)), ("id", e.Block)));
    }

    private static void AddMoney()
    {
        Add<BankAccountRegistered>((e, n) => Say(
            "登记 {holder} 的银行账户（{bank}）。", "The bank account of {holder} at {bank} is registered.",
            ("holder", n.Holder(e.Holder)), ("bank", e.Account.Bank)));
        Add<CashDeposited>((e, n) => Say(
            "{holder} 入金：{moved}；流水 {reference}。", "{holder} pays in: {moved}; bank reference {reference}.",
            ("holder", n.Holder(e.Holder)), ("moved", n.Moved(e.Transaction)), ("reference", e.Reference)));
        Add<WithdrawalRequested>((e, n) => Say(
            "{holder} 申请出金 {id}：{moved}。", "{holder} requests withdrawal {id}: {moved}.",
            ("holder", n.Holder(e.Holder)), ("id", e.Withdrawal), ("moved", n.Moved(e.Transaction))));
        Add<WithdrawalConfirmed>((e, n) => Say(
            "出金 {id} 已付款：{moved}；凭证 {reference}。", "Withdrawal {id} is paid: {moved}; reference {reference}.",
            ("id", e.Withdrawal), ("moved", n.Moved(e.Transaction)), ("reference", e.Reference)));
        Add<WithdrawalRejected>((e, n) => Say(
            "出金 {id} 退回；理由：{reason}。", "Withdrawal {id} is rejected; reason: {reason}.",
            ("id", e.Withdrawal), ("reason", e.Reason)));
        Add<FiledTradeSettled>((e, n) => Say(
            "成交文件 {file} 第 {trade} 笔已交收：{moved}。", "Trade {trade} of file {file} is settled: {moved}.",
            ("file", e.File), ("trade", e.Trade.Trade), ("moved", n.Moved(e.Transaction))));
        Add<FiledTradeFailed>((e, n) => Say(
            "成交文件 {file} 第 {trade} 笔未能交收（{reason}）。", "Trade {trade} of file {file} is not settled ({reason}).",
            ("file", e.File), ("trade", e.Trade.Trade), ("reason", e.Reason)));
    }
}
