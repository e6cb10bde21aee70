using Tanheng.Scheme.Trading;
using Tanheng.Web.Actions.Speech;

namespace Tanheng.Web.Actions.Forms;

/// <summary>Choices of the modes beside listed orders and blocks. Others' offers and intentions name nobody.</summary>
internal sealed partial class Pickers
{
    private IEnumerable<Option> OfModes(FieldKind kind) => kind switch
    {
        FieldKind.Offer => Offers().Select(one => new Option(
            one.Id.Value.ToString(), OfferOf(one.Id, one.Side, one.Instrument, one.Price, one.Open))),
        FieldKind.Intention => Intentions().Select(one => new Option(
            one.Id.Value.ToString(),
            Joined(
                OfferOf(one.Id, one.Side, one.Instrument, one.Lowest, one.Left),
                Naming.Same("– " + one.Highest),
                true))),
        FieldKind.Deal => state.Trading.Modes.Deals.Values
            .Where(one => one.Status == DealStatus.Waiting && Sees(one.Holder)).OrderBy(one => one.Id.Value)
            .Select(one => new Option(one.Id.Value.ToString(), TermsOf(one.Id, one.Terms))),
        _ => Reports().Select(one => new Option(one.Id.Value.ToString(), TermsOf(
            one.Id, Command == "withdraw-otc" ? one.Terms : one.Terms.Mirrored()))),
    };

    /// <summary>To take: what others offer, the best of each side first. To withdraw: one's own.</summary>
    private IEnumerable<PricedOffer> Offers() => Command == "take-priced"
        ? state.Trading.Instruments.Keys.OrderBy(asset => asset.Code, StringComparer.Ordinal)
            .SelectMany(asset => PricedTaking.InOrder(state, asset, OrderSide.Sell)
                .Concat(PricedTaking.InOrder(state, asset, OrderSide.Buy)))
            .Where(offer => offer.Holder != Holder)
        : state.Trading.Modes.Offers.Values
            .Where(offer => offer.Status == OrderStatus.Open && Sees(offer.Holder)).OrderBy(offer => offer.Id.Value);

    /// <summary>To answer: others'. To withdraw: one's own. A deal may have come of either.</summary>
    private IEnumerable<Intention> Intentions() => state.Trading.Modes.Intentions.Values
        .Where(one => one.Status == IntentionStatus.Open && Command switch
        {
            "answer-intention" => one.Holder != Holder,
            "withdraw-intention" => Sees(one.Holder),
            _ => Holder is { } own && (one.Holder == own || one.Answers.Any(answer => answer.Holder == own)),
        })
        .OrderBy(one => one.Id.Value);

    /// <summary>To answer: those that name the holder. To withdraw: its own.</summary>
    private IEnumerable<OtcReport> Reports() => state.Trading.Modes.Otc.Values
        .Where(one => one.Status == OtcStatus.Reported
            && Sees(Command == "withdraw-otc" ? one.Holder : one.Counterparty))
        .OrderBy(one => one.Id.Value);

    private static Quantities.Text TermsOf(object id, DealTerms terms) =>
        OfferOf(id, terms.Side, terms.Instrument, terms.Price, terms.Quantity);
}
