using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Trading;

/// <summary>What one open offer, registration or report keeps, and what it would bring.</summary>
internal readonly record struct KeptByMode(HolderId Holder, DealTerms Terms, Tonnes Open, Reservation Kept);

/// <summary>
/// 前端控制 of the modes beside listed orders and blocks: whatever waits for another party keeps what its own side needs.
/// Intentions keep nothing. A purchase outside the venue that the venue does not settle keeps no money.
/// </summary>
internal static class ModeKeeping
{
    /// <summary>Everything that is kept.</summary>
    public static IEnumerable<KeptByMode> All(SchemeState state)
    {
        if (state.Rules.Trading is not { } trading)
        {
            return [];
        }

        var modes = state.Trading.Modes;
        return modes.Offers.Values.Where(offer => offer.Open > Tonnes.Zero)
            .Select(offer => new KeptByMode(offer.Holder, TermsOf(offer), offer.Open, Of(trading, offer)))
            .Concat(modes.Deals.Values.Where(deal => deal.Status == DealStatus.Waiting)
                .Select(deal => new KeptByMode(deal.Holder, deal.Terms, deal.Terms.Quantity, Of(trading, deal))))
            .Concat(modes.Otc.Values.Where(report => report.Status == OtcStatus.Reported)
                .Select(report => new KeptByMode(
                    report.Holder, report.Terms, report.Terms.Quantity, Of(report))));
    }

    /// <summary>Tonnes that a holder's open purchases may still bring.</summary>
    public static Int128 Buying(SchemeState state, HolderId holder, Asset instrument)
    {
        var (modes, buying) = (state.Trading.Modes, Int128.Zero);
        bool IsPurchase(HolderId by, OrderSide side, Asset of) =>
            by == holder && side == OrderSide.Buy && of == instrument;
        foreach (var offer in modes.Offers.Values)
        {
            buying += IsPurchase(offer.Holder, offer.Side, offer.Instrument) ? offer.Open.Value : 0;
        }

        foreach (var deal in modes.Deals.Values)
        {
            buying += deal.Status == DealStatus.Waiting
                && IsPurchase(deal.Holder, deal.Terms.Side, deal.Terms.Instrument) ? deal.Terms.Quantity.Value : 0;
        }

        foreach (var report in modes.Otc.Values)
        {
            buying += report.Status == OtcStatus.Reported
                && IsPurchase(report.Holder, report.Terms.Side, report.Terms.Instrument)
                ? report.Terms.Quantity.Value
                : 0;
        }

        return buying;
    }

    public static Reservation Of(TradingRule trading, PricedOffer offer) => Reservations.Of(
        trading, offer.Account, offer.Instrument, offer.Side, offer.Price, offer.Filled, offer.Open);

    public static Reservation Of(TradingRule trading, DealEntry deal) => Of(trading, deal.Account, deal.Terms);

    public static Reservation Of(TradingRule trading, AccountId account, DealTerms terms) => Reservations.Of(
        trading, account, terms.Instrument, terms.Side, terms.Price, Tonnes.Zero, terms.Quantity);

    public static Reservation Of(OtcReport report) => Of(report, report.Account, report.Terms);

    /// <summary>What a side of a reported deal needs in an account.</summary>
    public static Reservation Of(OtcReport report, AccountId account, DealTerms terms)
    {
        if (terms.Side == OrderSide.Sell)
        {
            return new Reservation(account, terms.Instrument, terms.Quantity.Value);
        }

        var money = report.Settlement == OtcSettlement.Venue
            ? ((terms.Price * terms.Quantity) + report.BuyerFee).Minor
            : 0;
        return new Reservation(account, Asset.Money(terms.Price.Currency), money);
    }

    /// <summary>
    /// Null when a side is covered and within its bounds. Refusals in order: position limit; units short, cash short.
    /// </summary>
    public static Refusal? Check(SchemeState state, HolderId holder, DealTerms terms, Reservation needed) =>
        (terms.Side == OrderSide.Buy ? Positions.Check(state, holder, terms.Instrument, terms.Quantity) : null)
            ?? Reservations.Check(state, needed);

    /// <summary>The movement into what is kept; none when nothing is.</summary>
    public static Outcome<IReadOnlyList<Transaction>> Keep(Planner plan, Reservation needed)
    {
        if (needed.Quantity == 0)
        {
            return Array.Empty<Transaction>();
        }

        return plan.Transact(TransactionTypes.OrderReserve, needed.Keep).Try(out var transaction, out var refusal)
            ? new[] { transaction }
            : refusal;
    }

    private static DealTerms TermsOf(PricedOffer offer) =>
        new(offer.Instrument, offer.Side, offer.Price, offer.Open);
}
