using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Supervision;

namespace Tanheng.Scheme.Trading;

/// <summary>定价申报: offers to buy or sell at a fixed price, for the rest of the trading day.</summary>
/// <param name="Holder">Who offers.</param>
/// <param name="Side">Buy or sell.</param>
/// <param name="Unit">Family.</param>
/// <param name="Vintage">Default when the family has none.</param>
/// <param name="Price">The fixed price.</param>
/// <param name="Quantity">Whole tonnes.</param>
public sealed record OfferPriced(
    HolderId Holder, OrderSide Side, string Unit, CompliancePeriod Vintage, Price Price, Tonnes Quantity)
    : Command, IForHolder;

/// <summary>撤回: takes what is left of a priced offer back.</summary>
public sealed record WithdrawPriced(HolderId Holder, OfferId Offer) : Command, IForHolder;

/// <summary>A priced offer stands; what it needs is kept.</summary>
public sealed record PricedOffered(PricedOffer Offer, IReadOnlyList<Transaction> Transactions) : Event, IMovesUnits;

/// <summary>A priced offer is taken back; what it kept is free again.</summary>
public sealed record PricedWithdrawn(OfferId Offer, IReadOnlyList<Transaction> Transactions) : Event, IMovesUnits;

/// <summary>
/// A priced offer waits until others take it, whole or in part as the rulebook says; two that would cross stand beside
/// each other. Refusals in order, of an offer: no exchange, exchange not opened; no such mode; not a trading day,
/// outside trading hours; not traded; halted; bad lot, quantity outside the mode; off tick; outside the price band; too
/// large to be counted; unknown holder, holder not active; no trading account; those of the account's status, trading
/// restricted; position limit; units short, cash short; of a withdrawal, at any time, kept by a halt last: no exchange,
/// exchange not opened; unknown offer (also another holder's); offer not open.
/// </summary>
public static class PricedOffers
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<OfferPriced>("offer-priced", Permission.OfHolder(), Decide)
        .Command<WithdrawPriced>("withdraw-priced", Permission.OfHolder(Role.ExchangeOperator), Decide)
        .Event<PricedOffered>("priced-offered", Apply)
        .Event<PricedWithdrawn>("priced-withdrawn", Apply);

    /// <summary>An open offer of today. Refusals in order: unknown offer; offer not open.</summary>
    internal static Outcome<PricedOffer> FindOpen(SchemeState state, OfferId id)
    {
        if (!state.Trading.Modes.Offers.TryGetValue(id, out var offer))
        {
            return ModeRefusals.UnknownOffer.With(("offer", id));
        }

        return offer.Status == OrderStatus.Open
            ? offer
            : ModeRefusals.OfferNotOpen.With(("offer", id), ("status", offer.Status));
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, OfferPriced command)
    {
        if (!Exchange.InSession(state, TradingMode.Priced, context.Time).Try(out var mode, out var refusal))
        {
            return refusal;
        }

        var trading = state.Rules.Trading!;
        if (!Exchange.Instrument(state, trading, command.Unit, command.Vintage).Try(out var instrument, out refusal))
        {
            return refusal;
        }

        if ((TradingHalts.Check(state, instrument)
            ?? Prices.Check(state, mode, instrument, command.Price, command.Quantity)) is { } bad)
        {
            return bad;
        }

        if (!Exchange.TraderOf(state, command.Holder, command.Side).Try(out var account, out refusal))
        {
            return refusal;
        }

        var terms = new DealTerms(instrument, command.Side, command.Price, command.Quantity);
        var needed = ModeKeeping.Of(trading, account, terms);
        if (ModeKeeping.Check(state, command.Holder, terms, needed) is { } uncovered)
        {
            return uncovered;
        }

        var offer = new PricedOffer(
            state.Trading.Modes.NextOffer,
            command.Holder,
            account,
            instrument,
            command.Side,
            command.Price,
            command.Quantity,
            Tonnes.Zero,
            OrderStatus.Open,
            context.Time);
        return ModeKeeping.Keep(state.Ledger.Plan(), needed).Try(out var transactions, out refusal)
            ? Decision.Of(new PricedOffered(offer, transactions))
            : refusal;
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, WithdrawPriced command)
    {
        if (Exchange.Find(state).IsRefused(out var refusal))
        {
            return refusal;
        }

        if (state.Trading.Modes.Offers.TryGetValue(command.Offer, out var known) && known.Holder != command.Holder)
        {
            return ModeRefusals.UnknownOffer.With(("offer", command.Offer));
        }

        if (!FindOpen(state, command.Offer).Try(out var offer, out refusal))
        {
            return refusal;
        }

        return TradingHalts.CheckCancel(state, offer.Instrument) is { } kept
            ? kept
            : Decision.Of(new PricedWithdrawn(
                offer.Id, Reservations.Free(state.Ledger.Plan(), ModeKeeping.Of(state.Rules.Trading!, offer))));
    }

    private static void Apply(SchemeState state, in Context context, PricedOffered happened)
    {
        BlockAnswers.Post(state, happened);
        var modes = state.Trading.Modes;
        modes.NextOffer = new OfferId(happened.Offer.Id.Value + 1);
        modes.Offers.Add(happened.Offer.Id, happened.Offer);
    }

    private static void Apply(SchemeState state, in Context context, PricedWithdrawn happened)
    {
        BlockAnswers.Post(state, happened);
        var offers = state.Trading.Modes.Offers;
        offers[happened.Offer] = offers[happened.Offer] with { Status = OrderStatus.Cancelled };
    }
}
