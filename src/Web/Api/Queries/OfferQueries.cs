using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Trading;
using Tanheng.Web.Api.Shapes;

namespace Tanheng.Web.Api.Queries;

/// <summary>
/// Priced offers, intentions, registered deals, deals outside the venue, and volume by mode and venue.
/// </summary>
internal static class OfferQueries
{
    private static readonly Parameter Instrument = new(
        "instrument", ParameterKind.Text, new Text("标的，如 CEA-2022", "Units with their vintage, such as CEA-2022"));

    /// <summary>What everybody may know; it names nobody.</summary>
    public static IEnumerable<Operation> Public =>
    [
        Query.List(
            "list-priced-offers",
            "/market/priced-offers",
            Audience.Everyone,
            new("可以成交的定价申报", "Priced offers that may be taken"),
            look => Offers(look, own: false).Where(one => one.Open > Tonnes.Zero)
                .Select(one => PricedOfferView.Of(one, named: false)),
            one => Query.Key(one.Offer.Value),
            Instrument),
        Query.List(
            "list-intentions",
            "/market/intentions",
            Audience.Everyone,
            new("公开的意向申报", "Intentions that are open"),
            look => Intentions(look).Where(one => one.Status == IntentionStatus.Open)
                .Select(one => IntentionView.Of(one, _ => false)),
            one => Query.Key(one.Intention.Value),
            Instrument),
        Query.One<VolumeSplitView>(
            "get-volumes",
            "/market/volumes",
            Audience.Everyone,
            new("按交易方式和场内外统计的成交量", "Volume by mode and venue"),
            Split,
            Instrument,
            new Parameter("from", ParameterKind.Moment, new Text(
                "自该时刻所在的交易所当地日起；缺省为首个交易日", "From its day in the market's zone; else the first day")),
            new Parameter("to", ParameterKind.Moment, new Text(
                "至该时刻所在的交易所当地日止；缺省为今日", "To its day in the market's zone; else today"))),
    ];

    /// <summary>What is a holder's own.</summary>
    public static IEnumerable<Operation> Own =>
    [
        Query.List(
            "list-own-priced-offers",
            "/priced-offers",
            Audience.OwnPart,
            new("本单位的定价申报（本交易日或上一交易日）", "One's own priced offers of the trading day under way, or of the last one"),
            look => Offers(look, own: true).Select(one => PricedOfferView.Of(one, named: true)),
            one => Query.Key(one.Offer.Value),
            Parameters.Holder,
            Instrument),
        Query.List(
            "list-own-intentions",
            "/intentions",
            Audience.OwnPart,
            new("本单位发布或应答的意向申报", "Intentions that one published or answered"),
            look => Intentions(look)
                .Where(one => Mine(look, one.Holder) || one.Answers.Any(answer => Mine(look, answer.Holder)))
                .Select(one => IntentionView.Of(one, look.Sight.Of)),
            one => Query.Key(one.Intention.Value),
            Parameters.Holder,
            Instrument),
        Query.List(
            "list-deals",
            "/deals",
            Audience.OwnPart,
            new("成交申报（本单位的，以及指名本单位的）", "Registered deals: one's own, and those that name one"),
            look => look.State.Trading.Modes.Deals.Values
                .Where(one => Mine(look, one.Holder) || Mine(look, one.Counterparty))
                .OrderBy(one => one.Id.Value).Select(one => DealView.Of(one, look.Sight.Of(one.Holder))),
            one => Query.Key(one.Deal.Value),
            Parameters.Holder),
        Query.List(
            "list-otc-reports",
            "/otc-reports",
            Audience.OwnPart,
            new("场外交易报告（本单位的，以及待本单位确认的）", "Reports of deals outside the venue: one's own, and those to confirm"),
            look => look.State.Trading.Modes.Otc.Values
                .Where(one => Mine(look, one.Holder) || Mine(look, one.Counterparty))
                .OrderBy(one => one.Id.Value).Select(OtcReportView.Of),
            one => Query.Key(one.Otc.Value),
            Parameters.Holder),
    ];

    private static bool Mine(Look look, HolderId holder) =>
        look.Sight.Of(holder) && (look.Call.Holder is not { } only || only == holder);

    private static IEnumerable<PricedOffer> Offers(Look look, bool own) => look.State.Trading.Modes.Offers.Values
        .Where(one => Wanted(look, one.Instrument) && (!own || Mine(look, one.Holder)))
        .OrderBy(one => one.Id.Value);

    private static IEnumerable<Intention> Intentions(Look look) => look.State.Trading.Modes.Intentions.Values
        .Where(one => Wanted(look, one.Instrument)).OrderBy(one => one.Id.Value);

    private static bool Wanted(Look look, Asset instrument) =>
        look.Call.Text("instrument") is not { } only || only == instrument.Code;

    private static Outcome<VolumeSplitView?> Split(Look look)
    {
        if (Exchange.Find(look.State).IsRefused(out _))
        {
            return Outcome.Of<VolumeSplitView?>(null);
        }

        var calendar = look.State.Rules.Calendar;
        var (known, only) = (look.State.Trading.Instruments, look.Call.Text("instrument"));
        var days = known.Values.SelectMany(one => one.Bars).Select(bar => bar.Day);
        var today = look.State.Trading.Day ?? look.State.Trading.LastDay ?? calendar.Day(look.State.Time);
        DateOnly Of(string name, DateOnly otherwise) =>
            look.Call.Maybe<DateTimeOffset>(name) is { } moment ? calendar.Day(moment) : otherwise;
        return VolumeSplitView.Of(
            look.State,
            only is null ? null : known.Keys.FirstOrDefault(one => one.Code == only, Asset.Unit(only)),
            Of("from", days.DefaultIfEmpty(today).Min()),
            Of("to", today));
    }
}
