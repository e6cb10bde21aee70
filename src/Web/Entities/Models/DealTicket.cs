using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Trading;
using Tanheng.Web.Actions.Forms;

namespace Tanheng.Web.Entities.Models;

/// <summary>What an offer, a registration or a report would take, before anything is entered.</summary>
/// <param name="Problems">What is wrong in the form, by field.</param>
/// <param name="Terms">What was tried; null while the form is empty or wrong.</param>
/// <param name="Amount">Price × quantity.</param>
/// <param name="Fee">The fee of this side.</param>
/// <param name="Kept">What would be kept: units of a sale, the money of a purchase.</param>
/// <param name="Free">What is at the holder's disposal of the same.</param>
/// <param name="Band">The prices allowed today; null where any is.</param>
/// <param name="Refusal">
/// Why it could not be entered now; null when it could, or when only a part of it was tried.
/// </param>
/// <param name="Tried">True when it was tried as a whole.</param>
public sealed record DealTicket(
    IReadOnlyDictionary<string, Text> Problems,
    DealTerms? Terms,
    Money Amount,
    Money Fee,
    Reservation Kept,
    long Free,
    PriceBand? Band,
    Refusal? Refusal,
    bool Tried)
{
    /// <summary>The ways that a ticket can be for, of those that the market has.</summary>
    public static IReadOnlyList<TradingMode> Ways(TradingRule trading) =>
        [.. ((TradingMode[])[TradingMode.Priced, TradingMode.Deal, TradingMode.Otc])
            .Where(mode => trading.Mode(mode) is not null)];

    /// <summary>The command that a way leads to.</summary>
    public static string CommandOf(TradingMode mode) => mode switch
    {
        TradingMode.Deal => "register-deal",
        TradingMode.Otc => "report-otc",
        _ => "offer-priced",
    };

    /// <summary>Works it out; null while nothing was filled in, or where the exchange is not open.</summary>
    /// <param name="state">The market.</param>
    /// <param name="holder">Whose desk.</param>
    /// <param name="way">Which way.</param>
    /// <param name="values">Holder, side, unit, vintage, price, quantity as in the form of a priced offer.</param>
    /// <param name="context">When, and by whom it would be entered.</param>
    public static DealTicket? Of(
        SchemeState state, Holder holder, TradingMode way, FormValues values, in Context context)
    {
        if (state.Rules.Trading is not { } trading || state.Trading.Fees is null
            || string.IsNullOrWhiteSpace(values["price"]))
        {
            return null;
        }

        var sheet = ActionSheet.Blank(Catalogue.Scheme.CommandNamed("offer-priced")!);
        var (filled, problems) = CommandForm.Read(sheet, values);
        var instrument = filled is OfferPriced offer ? InstrumentOf(state, offer) : null;
        if (filled is not OfferPriced { Price: var price, Quantity: var quantity, Side: var side } asked
            || instrument is not { } asset || holder.TradingAccount is not { } account || !IsSmall(price, quantity))
        {
            return new DealTicket(problems, null, default, default, default, 0, null, null, false);
        }

        var amount = price * quantity;
        var fee = Reservations.Fee(trading, side, amount);
        var kept = side == OrderSide.Sell
            ? new Reservation(account, asset, quantity.Value)
            : new Reservation(account, Asset.Money(price.Currency), (amount + fee).Minor);
        var rule = trading.Mode(way)!;
        Refusal? refusal = null;
        var whole = way == TradingMode.Priced;
        if (whole)
        {
            _ = SchemeMachine.Decide(state, context, asked).IsRefused(out refusal);
        }

        return new DealTicket(
            problems,
            new DealTerms(asset, side, price, quantity),
            amount,
            fee,
            kept,
            state.Ledger.Balance(new Place(account), kept.Asset),
            rule.AnyPrice ? null : Prices.BandOf(state, rule, asset),
            refusal,
            whole);
    }

    private static bool IsSmall(Price price, Tonnes quantity) =>
        (Int128)price.Minor * quantity.Value < 1_000_000_000_000_000;

    private static Asset? InstrumentOf(SchemeState state, OfferPriced offer) =>
        Exchange.Instrument(state, state.Rules.Trading!, offer.Unit, offer.Vintage).Try(out var known, out _)
            ? known
            : null;
}
