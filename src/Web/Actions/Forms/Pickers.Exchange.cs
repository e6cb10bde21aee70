using Tanheng.Quantities;
using Tanheng.Scheme.Trading;
using Tanheng.Web.Actions.Speech;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Actions.Forms;

/// <summary>Choices of the exchange. Others' orders and negotiations are shown without their owners.</summary>
internal sealed partial class Pickers
{
    private IEnumerable<Option> OfExchange(FieldKind kind) => kind switch
    {
        FieldKind.Order => Orders().Select(order => new Option(
            order.Id.Value.ToString(), OfferOf(order.Id, order.Side, order.Instrument, order.Price, order.Open))),
        FieldKind.Block => Blocks().Select(talk => new Option(
            talk.Id.Value.ToString(),
            OfferOf(talk.Id, talk.Initiator.Side, talk.Instrument, talk.Standing.Price, talk.Standing.Quantity))),
        _ => state.Cash.Withdrawals.Values.OrderBy(one => one.Id.Value).Select(one => new Option(
            one.Id.Value.ToString(),
            Joined(WhoseOf(one.Holder), Naming.Same($"{one.Id} {Format.Amount(one.Amount)}"), true))),
    };

    /// <summary>To take: what others offer, the best of each side first. To change: one's own.</summary>
    private IEnumerable<ListedOrder> Orders() => Command == "take-order"
        ? state.Trading.Instruments.Keys.OrderBy(asset => asset.Code, StringComparer.Ordinal)
            .SelectMany(asset => Quotes.Orders(state, asset, OrderSide.Sell)
                .Concat(Quotes.Orders(state, asset, OrderSide.Buy)))
            .Where(order => order.Holder != Holder)
        : state.Trading.Orders.Values
            .Where(order => order.Status == OrderStatus.Open && Sees(order.Holder)).OrderBy(order => order.Id.Value);

    private IEnumerable<BlockTalk> Blocks() => Holder is { } holder
        ? Quotes.BlocksFor(state, holder).Where(talk => talk.Status == BlockStatus.Open)
        : [];

    private static Text OfferOf(object id, OrderSide side, Ledger.Asset instrument, Price price, Tonnes quantity) =>
        Joined(Joined(Naming.Same(id.ToString()!), Names.Of(side), true),
            Joined(Naming.Quantity(instrument, quantity.Value), Naming.Same(price.ToString()), true), true);
}
