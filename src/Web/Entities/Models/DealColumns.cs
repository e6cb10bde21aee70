using System.Globalization;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Trading;
using Tanheng.Web.Portal;
using Tanheng.Web.Portal.Tables;

namespace Tanheng.Web.Entities.Models;

/// <summary>The tables of a holder's page of offers and deals, with what may be done with each row.</summary>
/// <param name="act">The address of the form of a command, with values.</param>
/// <param name="may">Whether the reader may send a command.</param>
/// <param name="termsOf">Unit and vintage of an instrument, as forms have them.</param>
public sealed class DealColumns(
    Func<string, string, string> act, Func<string, bool> may, Func<Asset, string> termsOf)
{
    /// <summary>Others' priced offers.</summary>
    public IReadOnlyList<Column<PricedOffer>> ToTake =>
    [
        .. Offer(one => one.Open),
        new("actions", Words.Actions, _ => null)
        {
            Acts = one => Of(("take-priced", $"offer={one.Id.Value}&quantity={TradingView.Plain(one.Open)}")),
        },
    ];

    /// <summary>One's own priced offers.</summary>
    public IReadOnlyList<Column<PricedOffer>> Offers =>
    [
        .. Offer(one => one.Quantity),
        Columns.Tonnes<PricedOffer>("open", Words.OpenQuantity, one => one.Open),
        new("status", Words.Status, one => Names.OfOffer(one.Status)) { Class = "nowrap" },
        new("actions", Words.Actions, _ => null)
        {
            Acts = one => one.Status == OrderStatus.Open ? Of(("withdraw-priced", $"offer={one.Id.Value}")) : [],
        },
    ];

    /// <summary>Others' intentions.</summary>
    public IReadOnlyList<Column<Intention>> Invitations =>
    [
        .. Wanted<Intention>(one => one),
        new("actions", Words.Actions, _ => null)
        {
            Acts = one => Of(("answer-intention", $"intention={one.Id.Value}")),
        },
    ];

    /// <summary>Intentions that one published or answered.</summary>
    public IReadOnlyList<Column<IntentionLine>> Intentions =>
    [
        .. Wanted<IntentionLine>(line => line.Intention),
        new("own", Words.Kind, line => line.Own ? Words.Published : Words.Answered) { Class = "nowrap" },
        new("status", Words.Status, line => Names.Of(line.Intention.Status)) { Class = "nowrap" },
        new("with", Words.WithWhom, line => line.With?.Name),
        new("answer", Words.Price, line => line.Answer is { } answer ? Words.Of(answer.Price) : null) { Number = true },
        Columns.Tonnes<IntentionLine>("offered", Words.Quantity, line => line.Answer?.Quantity),
        new("actions", Words.Actions, _ => null) { Acts = ActsOf },
    ];

    /// <summary>Registrations of deals.</summary>
    public IReadOnlyList<Column<DealLine<DealEntry>>> Deals =>
    [
        new("number", Words.OrderNumber, line => line.Of.Id.ToString()) { Head = true },
        new("with", Words.WithWhom, line => line.With.Name),
        new("unit", Words.Unit, line => line.Of.Terms.Instrument.Code) { Class = "nowrap" },
        new("side", Words.BuyOrSell, line => Names.Of(TermsOf(line).Side)) { Class = "nowrap" },
        new("price", Words.Price, line => line.Own ? Words.Of(line.Of.Terms.Price) : Words.DealHidden)
        {
            Number = true,
        },
        Columns.Tonnes<DealLine<DealEntry>>(
            "quantity", Words.Quantity, line => line.Own ? line.Of.Terms.Quantity : null),
        new("code", Words.CodeAgreed, line => line.Own ? line.Of.Code : null) { Class = "serial" },
        new("status", Words.Status, line => Names.Of(line.Of.Status)) { Class = "nowrap" },
        new("actions", Words.Actions, _ => null) { Acts = ActsOf },
    ];

    /// <summary>Reports of deals outside the venue.</summary>
    public IReadOnlyList<Column<DealLine<OtcReport>>> Otc =>
    [
        new("number", Words.OrderNumber, line => line.Of.Id.ToString()) { Head = true },
        new("with", Words.WithWhom, line => line.With.Name),
        new("unit", Words.Unit, line => line.Of.Terms.Instrument.Code) { Class = "nowrap" },
        new("side", Words.BuyOrSell, line => Names.Of(TermsOf(line).Side)) { Class = "nowrap" },
        new("price", Words.Price, line => Words.Of(line.Of.Terms.Price)) { Number = true },
        Columns.Tonnes<DealLine<OtcReport>>("quantity", Words.Quantity, line => line.Of.Terms.Quantity),
        new("day", Words.DealtOnDay, line => line.Of.DealtOn) { Class = "nowrap" },
        new("settled", Words.SettledHow, line => line.Of.Settlement == OtcSettlement.Venue
            ? Words.SettledByVenue
            : Words.SettledByRegistry) { Class = "nowrap" },
        new("by", Words.ConfirmByDay, line => line.Of.ConfirmBy) { Class = "nowrap" },
        new("status", Words.Status, line => Names.Of(line.Of.Status)) { Class = "nowrap" },
        new("actions", Words.Actions, _ => null) { Acts = ActsOf },
    ];

    /// <summary>A range of prices with their unit.</summary>
    public static Text Shown(Price lowest, Price highest) => new(
        $"{Format.Digits(lowest)} – {Words.Of(highest).Zh}", $"{Format.Digits(lowest)} – {Words.Of(highest).En}");

    private static DealTerms TermsOf(DealLine<DealEntry> line) =>
        line.Own ? line.Of.Terms : line.Of.Terms.Mirrored();

    private static DealTerms TermsOf(DealLine<OtcReport> line) =>
        line.Own ? line.Of.Terms : line.Of.Terms.Mirrored();

    private static IEnumerable<Column<PricedOffer>> Offer(Func<PricedOffer, Tonnes> quantity) =>
    [
        new("number", Words.OrderNumber, one => one.Id.ToString()) { Head = true },
        new("unit", Words.Unit, one => one.Instrument.Code) { Class = "nowrap" },
        new("side", Words.BuyOrSell, one => Names.Of(one.Side)) { Class = "nowrap" },
        new("price", Words.Price, one => Words.Of(one.Price)) { Number = true },
        Columns.Tonnes<PricedOffer>("quantity", Words.Quantity, one => quantity(one)),
    ];

    private static IEnumerable<Column<T>> Wanted<T>(Func<T, Intention> of) =>
    [
        new("number", Words.OrderNumber, row => of(row).Id.ToString()) { Head = true },
        new("unit", Words.Unit, row => of(row).Instrument.Code) { Class = "nowrap" },
        new("side", Words.BuyOrSell, row => Names.Of(of(row).Side)) { Class = "nowrap" },
        new("range", Words.PriceRange, row => Shown(of(row).Lowest, of(row).Highest)) { Number = true },
        Columns.Tonnes<T>("left", Words.LeftOfIntention, row => of(row).Left),
        new("until", Words.LastDayOf, row => of(row).Until) { Class = "nowrap" },
    ];

    private static string Side(OrderSide side) => side == OrderSide.Buy ? "buy" : "sell";

    private static Text WordOf(string command) => command switch
    {
        "take-priced" => Words.ActTake,
        "answer-intention" => Words.ActAnswer,
        "register-deal" => Words.ActRegister,
        "confirm-otc" => Words.ActConfirm,
        "dispute-otc" => Words.ActDispute,
        _ => Words.ActWithdraw,
    };

    private Act[] Of(params ReadOnlySpan<(string Command, string Values)> ways)
    {
        var acts = new List<Act>();
        foreach (var (command, values) in ways)
        {
            if (may(command))
            {
                acts.Add(new Act(act(command, values), WordOf(command)));
            }
        }

        return [.. acts];
    }

    /// <summary>
    /// From an answer both go on to a registration that says the same, under a code that both find by themselves.
    /// </summary>
    private Act[] ActsOf(IntentionLine line)
    {
        var one = line.Intention;
        if (one.Status != IntentionStatus.Open)
        {
            return [];
        }

        var side = line.Own ? one.Side : one.Side == OrderSide.Buy ? OrderSide.Sell : OrderSide.Buy;
        var deal = line is { Answer: { } answer, With: { } with }
            ? Of(("register-deal", string.Create(
                CultureInfo.InvariantCulture,
                $"side={Side(side)}&{termsOf(one.Instrument)}&price={Format.Digits(answer.Price)}"
                + $"&quantity={answer.Quantity.Value}&counterparty={with.Id.Value}"
                + $"&code={one.Id}-{answer.Holder.Value}&intention={one.Id.Value}")))
            : [];
        return [.. deal, .. line.Own
            ? Of(("withdraw-intention", $"intention={one.Id.Value}"))
            : Of(("answer-intention", $"intention={one.Id.Value}"))];
    }

    private Act[] ActsOf(DealLine<DealEntry> line)
    {
        if (line.Of.Status != DealStatus.Waiting)
        {
            return [];
        }

        return line.Own
            ? Of(("withdraw-deal", $"deal={line.Of.Id.Value}"))
            : Of(("register-deal", $"side={Side(TermsOf(line).Side)}&{termsOf(line.Of.Terms.Instrument)}"
                + $"&counterparty={line.With.Id.Value}"));
    }

    private Act[] ActsOf(DealLine<OtcReport> line)
    {
        var one = line.Of;
        if (one.Status != OtcStatus.Reported)
        {
            return [];
        }

        return line.Own
            ? Of(("withdraw-otc", $"otc={one.Id.Value}"))
            : Of(
                ("confirm-otc", $"otc={one.Id.Value}&price={Format.Digits(one.Terms.Price)}"
                    + $"&quantity={TradingView.Plain(one.Terms.Quantity)}"),
                ("dispute-otc", $"otc={one.Id.Value}"));
    }
}
