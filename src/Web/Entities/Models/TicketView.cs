using System.Globalization;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Trading;
using Tanheng.Web.Actions.Forms;

namespace Tanheng.Web.Entities.Models;

/// <summary>What a ticket does.</summary>
public enum TicketWay
{
    /// <summary>挂牌: lists an order.</summary>
    List,

    /// <summary>摘牌: takes a listed order.</summary>
    Take,

    /// <summary>大宗: offers a block.</summary>
    Block,
}

/// <summary>A ticket as it stands in its form, and what the exchange would say to it.</summary>
/// <param name="Way">What it does.</param>
/// <param name="Side">The side of who fills it in.</param>
/// <param name="Instrument">What is traded.</param>
/// <param name="Values">The fields as its command has them.</param>
/// <param name="Rule">The mode's rule.</param>
/// <param name="Band">Lowest and highest price today in this mode.</param>
/// <param name="Taken">The order that is taken; null when none is chosen, or it is gone.</param>
/// <param name="Counterparties">Whom a block may be offered to; none where they are too many for a list.</param>
/// <param name="Problems">What cannot be read, by field.</param>
/// <param name="Trial">What the exchange would say; null while a field is blank or cannot be read.</param>
public sealed record TicketView(
    TicketWay Way,
    OrderSide Side,
    Asset Instrument,
    FormValues Values,
    TradingModeRule Rule,
    PriceBand Band,
    ListedOrder? Taken,
    IReadOnlyList<Option> Counterparties,
    IReadOnlyDictionary<string, Text> Problems,
    OrderTrial? Trial)
{
    private const int MostCounterparties = 200;

    /// <summary>The smallest quantity and the smallest step of a price.</summary>
    public required (Tonnes Lot, Money Tick) Steps { get; init; }

    /// <summary>Money and units at the account's disposal.</summary>
    public required (Money Cash, Tonnes Units) Free { get; init; }

    /// <summary>What else a ticket could do here, this one too.</summary>
    public required IReadOnlyList<TicketWay> Ways { get; init; }

    /// <summary>The command that it sends.</summary>
    public string Command => CommandOf(Way);

    /// <summary>True when the exchange would accept it now.</summary>
    public bool IsRight => Trial is { Refusal: null };

    /// <summary>What is wrong with a field, as it is read or as the exchange says; null when nothing is.</summary>
    public Func<string, string?> Wrong(string field) => language =>
        Problems.TryGetValue(field, out var problem) ? problem.In(language)
            : Trial?.Checks.FirstOrDefault(check => check.Refusal is not null && FieldOf(check.What) == field)
                ?.Refusal?.Message(language);

    /// <summary>What a ticket can do in a market: nothing where there are neither listed orders nor blocks.</summary>
    public static IReadOnlyList<TicketWay> WaysOf(TradingRule trading) =>
    [
        .. trading.Listed is null ? (TicketWay[])[] : [TicketWay.List, TicketWay.Take],
        .. trading.Block is null ? (TicketWay[])[] : [TicketWay.Block],
    ];

    /// <summary>The ticket of what stands in a form or an address; null where there is none.</summary>
    /// <param name="state">The market; its exchange is open.</param>
    /// <param name="now">Business time.</param>
    /// <param name="holder">Whose ticket.</param>
    /// <param name="instrument">What is traded.</param>
    /// <param name="given">The fields; <c>way</c> says what it does.</param>
    public static TicketView? Of(
        SchemeState state, DateTimeOffset now, Holder holder, Asset instrument, FormValues given)
    {
        var trading = state.Rules.Trading!;
        if (WaysOf(trading) is not [var first, ..] ways)
        {
            return null;
        }

        var way = ways.FirstOrDefault(one => CodeOf(one) == given["way"], first);
        var taken = way == TicketWay.Take ? Find(state, instrument, given["order"]) : null;
        var asked = given["side"] == "sell" ? OrderSide.Sell : OrderSide.Buy;
        var side = taken is null ? asked : taken.Side == OrderSide.Buy ? OrderSide.Sell : OrderSide.Buy;
        var rule = trading.Mode(way == TicketWay.Block ? TradingMode.Block : TradingMode.Listed)!;
        var values = Sent(state, trading, holder.Id, instrument, way, side, given);
        var blank = way == TicketWay.Take
            ? values["order"].Length == 0 || values["quantity"].Length == 0
            : values["price"].Length == 0 || values["quantity"].Length == 0;
        IReadOnlyDictionary<string, Text> problems = new Dictionary<string, Text>();
        OrderTrial? trial = null;
        if (!blank)
        {
            var sheet = ActionSheet.Blank(Catalogue.Scheme.CommandNamed(CommandOf(way))!);
            var reading = CommandForm.Read(sheet with { Currency = state.Rules.Currency }, values);
            (problems, trial) = (reading.Problems, Try(state, now, reading.Command));
        }

        return new TicketView(
            way,
            side,
            instrument,
            values,
            rule,
            Prices.BandOf(state, rule, instrument),
            taken,
            way == TicketWay.Block ? CounterpartiesOf(state, holder.Id) : [],
            problems,
            trial)
        {
            Ways = ways,
            Steps = (trading.Lot, trading.Tick),
            Free = FreeOf(state, holder, instrument),
        };
    }

    /// <summary>What forms and addresses call a way.</summary>
    public static string CodeOf(TicketWay way) => way.ToString().ToLowerInvariant();

    private static string CommandOf(TicketWay way) => way switch
    {
        TicketWay.List => "place-order",
        TicketWay.Take => "take-order",
        _ => "offer-block",
    };

    /// <summary>At which field a check says no; empty for none.</summary>
    public static string FieldOf(OrderCheck check) => check switch
    {
        OrderCheck.Price => "price",
        OrderCheck.Quantity or OrderCheck.Means or OrderCheck.Position => "quantity",
        OrderCheck.Offer => "order",
        OrderCheck.Counterparty => "counterparty",
        _ => "",
    };

    private static OrderTrial? Try(SchemeState state, DateTimeOffset now, Command? command) => command switch
    {
        PlaceOrder order => OrderTrial.Of(state, now, order),
        OfferBlock offer => OrderTrial.Of(state, now, offer),
        TakeOrder take => OrderTrial.Of(state, now, take),
        _ => null,
    };

    private static FormValues Sent(
        SchemeState state,
        TradingRule trading,
        HolderId holder,
        Asset instrument,
        TicketWay way,
        OrderSide side,
        FormValues given)
    {
        var values = new FormValues
        {
            ["holder"] = holder.Value.ToString(CultureInfo.InvariantCulture),
            ["quantity"] = given["quantity"].Trim(),
        };
        if (way == TicketWay.Take)
        {
            values["order"] = given["order"].Trim();
            return values;
        }

        var (unit, vintage) = TermsOf(state, trading, instrument);
        values["side"] = side == OrderSide.Buy ? "buy" : "sell";
        values["unit"] = unit;
        values["vintage"] = vintage == default ? "0" : vintage.ToString();
        values["price"] = given["price"].Trim();
        if (way == TicketWay.Block && given["counterparty"].Trim() is { Length: > 0 } named)
        {
            values["counterparty"] = named;
        }

        return values;
    }

    /// <summary>The unit and vintage of an instrument, as commands name them.</summary>
    public static (string Unit, CompliancePeriod Vintage) TermsOf(
        SchemeState state, TradingRule trading, Asset instrument) => (
        from rule in trading.Instruments
        from each in rule.Each
        where state.Rules.Unit(rule.Unit)!.AssetCode(each) == instrument.Code
        select (rule.Unit, each)).First();

    private static ListedOrder? Find(SchemeState state, Asset instrument, string order) =>
        long.TryParse(order, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && state.Trading.Orders.TryGetValue(new OrderId(id), out var found)
        && found.Status == OrderStatus.Open && found.Instrument == instrument
            ? found
            : null;

    private static (Money Cash, Tonnes Units) FreeOf(SchemeState state, Holder holder, Asset instrument)
    {
        long Of(Asset asset) => holder.TradingAccount is { } account
            ? state.Ledger.Balance(new Place(account), asset)
            : 0;
        return (new Money(Of(Asset.Money(state.Rules.Currency)), state.Rules.Currency), new Tonnes(Of(instrument)));
    }

    private static List<Option> CounterpartiesOf(SchemeState state, HolderId holder)
    {
        var others = state.Registry.Holders.Values
            .Where(one => one.Id != holder && one.Status == HolderStatus.Active && one.TradingAccount is not null)
            .Take(MostCounterparties + 1).ToList();
        return others.Count > MostCounterparties
            ? []
            : [.. others.OrderBy(one => one.Id.Value).Select(one => new Option(
                one.Id.Value.ToString(CultureInfo.InvariantCulture), one.Name))];
    }
}
