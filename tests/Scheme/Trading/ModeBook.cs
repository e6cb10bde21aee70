using System.Globalization;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Tests.Trading;

/// <summary>
/// The trading book with priced offers (±10 %), intentions (5 days), registered deals (±30 %) and deals outside the
/// venue (reported within 3 working days, confirmed within 2), and the commands of these modes.
/// </summary>
internal static class ModeBook
{
    /// <summary>Adds the modes.</summary>
    public static readonly (string Old, string New) Modes = (
        "  prices: { band_rounding: half-up, close_rounding: half-up }",
        """
          priced:
            band: 10 %
            taking: any
            parts: yes
            sessions: [ { from: 09:30, until: 11:30 }, { from: 13:00, until: 15:00 } ]
          intention: { days: 5 d, sessions: [ { from: 09:30, until: 15:00 } ] }
          deal: { band: 30 %, sessions: [ { from: 09:30, until: 11:30 }, { from: 13:00, until: 15:00 } ] }
          otc:
            report_within_working_days: 3
            confirm_within_working_days: 2
            settlement: [ venue, registry ]
            sessions: [ { from: 09:30, until: 11:30 }, { from: 13:00, until: 15:00 } ]
          prices: { band_rounding: half-up, close_rounding: half-up, average_digits: 1 }
        """);

    /// <summary>Takes listed orders and blocks away, as in Chongqing: priced offers make the close.</summary>
    public static readonly (string Old, string New)[] PricedAlone =
    [
        Modes,
        ("""
          listed:
            below: 100000 t
            band: 10 %
            levels: 5
            partly: no
            sessions: [ { from: 09:30, until: 11:30 }, { from: 13:00, until: 15:00 } ]
          block: { at_least: 100000 t, band: 30 %, sessions: [ { from: 13:00, until: 15:00 } ] }

        """, ""),
    ];

    public static OfferPriced Priced(Holder holder, OrderSide side, long tonnes, string price) =>
        new(holder.Id, side, "CCER", default, Floor.Yuan(price), new Tonnes(tonnes));

    public static OfferId OfferAt(this Floor floor, Holder holder, OrderSide side, long tonnes, string price) =>
        floor.Do(Priced(holder, side, tonnes, price), holder).OfType<PricedOffered>().Single().Offer.Id;

    public static TakePriced Take(Holder holder, OfferId offer, long tonnes) =>
        new(holder.Id, offer, new Tonnes(tonnes));

    public static PublishIntention Intention(
        Holder holder, OrderSide side, long tonnes, string lowest, string highest, string until = "2022-07-08") => new(
        holder.Id, side, "CCER", default, new Tonnes(tonnes), Floor.Yuan(lowest), Floor.Yuan(highest), Day(until));

    public static IntentionId Publish(
        this Floor floor, Holder holder, OrderSide side, long tonnes, string lowest, string highest) =>
        floor.Do(Intention(holder, side, tonnes, lowest, highest), holder)
            .OfType<IntentionPublished>().Single().Intention.Id;

    public static AnswerIntention Answer(Holder holder, IntentionId intention, long tonnes, string price) =>
        new(holder.Id, intention, Floor.Yuan(price), new Tonnes(tonnes));

    public static RegisterDeal Deal(
        Holder holder,
        OrderSide side,
        long tonnes,
        string price,
        Holder with,
        string code = "A-1",
        IntentionId? intention = null) =>
        new(holder.Id, side, "CCER", default, Floor.Yuan(price), new Tonnes(tonnes), with.Id, code, intention);

    public static ReportOtc Otc(
        Holder holder,
        OrderSide side,
        long tonnes,
        string price,
        Holder with,
        string on = "2022-07-04",
        OtcSettlement settlement = OtcSettlement.Venue) => new(
        holder.Id, side, "CCER", default, Floor.Yuan(price), new Tonnes(tonnes), with.Id, Day(on), settlement);

    public static OtcId Report(this Floor floor, ReportOtc report, Holder holder) =>
        floor.Do(report, holder).OfType<OtcReported>().Single().Report.Id;

    public static ConfirmOtc Confirm(Holder holder, OtcId otc, long tonnes, string price) =>
        new(holder.Id, otc, Floor.Yuan(price), new Tonnes(tonnes));

    /// <summary>One of each command of these modes.</summary>
    public static Command[] Every(Holder holder) =>
    [
        Priced(holder, OrderSide.Buy, 1, "60.00"),
        Take(holder, new OfferId(1), 1),
        new WithdrawPriced(holder.Id, new OfferId(1)),
        Intention(holder, OrderSide.Buy, 1, "60.00", "60.00"),
        Answer(holder, new IntentionId(1), 1, "60.00"),
        new WithdrawIntention(holder.Id, new IntentionId(1)),
        Deal(holder, OrderSide.Buy, 1, "60.00", holder),
        new WithdrawDeal(holder.Id, new DealId(1)),
        Otc(holder, OrderSide.Buy, 1, "60.00", holder),
        Confirm(holder, new OtcId(1), 1, "60.00"),
        new DisputeOtc(holder.Id, new OtcId(1), "no"),
        new WithdrawOtc(holder.Id, new OtcId(1)),
    ];

    public static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
