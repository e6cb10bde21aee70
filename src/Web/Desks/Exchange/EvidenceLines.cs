using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Supervision;
using Tanheng.Scheme.Trading;
using Tanheng.Web.Actions.Speech;
using Tanheng.Web.Portal;
using Tanheng.Web.Portal.Models;
using Tanheng.Web.Portal.Tables;

namespace Tanheng.Web.Desks.Exchange;

/// <summary>A trade of an alert, with its parties.</summary>
public sealed record EvidenceTrade(Trade Trade, Text Seller, Text Buyer, DateTime At)
{
    internal static IReadOnlyList<Column<EvidenceTrade>> Columns { get; } =
    [
        new("trade", Words.OrderNumber, one => one.Trade.Id.ToString()) { Head = true },
        new("time", Words.Time, one => one.At.ToString("yyyy-MM-dd HH:mm:ss", null)) { Class = "nowrap" },
        new("seller", Words.EvidenceSeller, one => one.Seller),
        new("buyer", Words.EvidenceBuyer, one => one.Buyer),
        new("price", Words.Price, one => Format.Digits(one.Trade.Price)) { Number = true },
        Portal.Tables.Columns.Tonnes<EvidenceTrade>("quantity", Words.Quantity, one => one.Trade.Quantity),
    ];

    internal static EvidenceTrade Of(SchemeState state, TradeId id)
    {
        var (trade, naming) = (state.Trading.Trades[(int)id.Value - 1], new Naming(state));
        Text Party(Ledger.AccountId account) => naming.Holder(state.Registry.Accounts[account].Holder!.Value);
        return new EvidenceTrade(
            trade, Party(trade.Seller), Party(trade.Buyer), state.Rules.Calendar.Local(trade.At));
    }
}

/// <summary>An order of an alert, as it was.</summary>
public sealed record EvidenceOrder(ListedOrder Order, Text Holder, DateTime At)
{
    internal static IReadOnlyList<Column<EvidenceOrder>> Columns { get; } =
    [
        new("order", Words.OrderNumber, one => one.Order.Id.ToString()) { Head = true },
        new("entered", Words.EvidenceEntered, one => one.At.ToString("yyyy-MM-dd HH:mm:ss", null)) { Class = "nowrap" },
        new("holder", Words.Entity, one => one.Holder),
        new("side", Words.BuyOrSell, one => Names.Of(one.Order.Side)) { Class = "nowrap" },
        new("price", Words.Price, one => Format.Digits(one.Order.Price)) { Number = true },
        Portal.Tables.Columns.Tonnes<EvidenceOrder>("quantity", Words.Quantity, one => one.Order.Quantity),
        Portal.Tables.Columns.Tonnes<EvidenceOrder>("filled", Words.FilledQuantity, one => one.Order.Filled),
    ];

    internal static EvidenceOrder Of(SchemeState state, ListedOrder order) =>
        new(order, new Naming(state).Holder(order.Holder), state.Rules.Calendar.Local(order.At));
}

/// <summary>A halt in words.</summary>
public sealed record HaltLine(
    Text What, Text Cause, string Reason, DateTime At, DateTime? Resumed, string Word)
{
    internal static IReadOnlyList<Column<HaltLine>> Columns { get; } =
    [
        new("what", Words.Unit, one => one.What) { Head = true },
        new("cause", Words.SurveillanceKind, one => one.Cause),
        new("reason", Words.HaltsReason, one => one.Reason),
        new("since", Words.HaltsSince, one => one.At) { Class = "nowrap" },
        new("resumed", Words.HaltsResumed, one => one.Resumed) { Class = "nowrap" },
        new("word", Words.HaltsWord, one => one.Word.Length > 0 ? one.Word : null),
    ];
}
