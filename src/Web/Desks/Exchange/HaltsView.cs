using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Supervision;
using Tanheng.Scheme.Trading;
using Tanheng.Web.Actions.Speech;
using Tanheng.Web.Portal;
using Tanheng.Web.Portal.Tables;

namespace Tanheng.Web.Desks.Exchange;

/// <summary>An instrument, or the whole market: whether it trades, and what a halt would keep.</summary>
/// <param name="Instrument">Which; null for the whole market.</param>
/// <param name="Halt">Its own halt; null when there is none.</param>
/// <param name="Since">Since when, in the market's zone.</param>
/// <param name="Until">Until when; null without an end.</param>
/// <param name="Orders">Open orders.</param>
/// <param name="Buy">Tonnes of them to buy.</param>
/// <param name="Sell">Tonnes of them to sell.</param>
/// <param name="Blocks">Open negotiations.</param>
public sealed record StateLine(
    Asset? Instrument, Halt? Halt, DateTime? Since, DateTime? Until, int Orders, Tonnes Buy, Tonnes Sell, int Blocks)
{
    internal static IReadOnlyList<Column<StateLine>> Columns { get; } =
    [
        new("instrument", Words.Unit, one => one.Instrument is { } asset ? Naming.Same(asset.Code) : Words.HaltsAll)
        {
            Head = true,
        },
        DeskColumns.State<StateLine>(
            "state",
            Words.Status,
            one => one.Halt is null ? Words.HaltsTrades : Words.HaltsHalted,
            one => one.Halt is null ? "good" : "bad"),
        new("reason", Words.HaltsReason, one => one.Halt?.Reason),
        new("until", Words.HaltsUntil, one => one.Halt is null ? null : (object?)one.Until ?? Words.HaltsUntilResumed),
        Portal.Tables.Columns.Count<StateLine>("orders", Words.HaltsOrders, one => one.Orders),
        Portal.Tables.Columns.Tonnes<StateLine>("buy", Words.HaltsBuy, one => one.Buy),
        Portal.Tables.Columns.Tonnes<StateLine>("sell", Words.HaltsSell, one => one.Sell),
        Portal.Tables.Columns.Count<StateLine>("blocks", Words.HaltsBlocks, one => one.Blocks),
    ];

    /// <summary>What may be done with it.</summary>
    public IReadOnlyList<Act> Acts
    {
        get
        {
            var (unit, vintage) = Instrument is { } asset ? Units.Parts(asset.Code) : ("", "");
            var which = Instrument is null ? "" : $"?unit={unit}&vintage={vintage}";
            return Halt is null || Halt.Cause == HaltCause.PriceJump
                ? [new Act("/act/halt-trading" + which, Words.HaltNow), .. Halt is null ? [] : Resume(which)]
                : Resume(which);
        }
    }

    private static Act[] Resume(string which) => [new Act("/act/resume-trading" + which, Words.HaltResume)];
}

/// <summary>The panel of halts.</summary>
/// <param name="States">The whole market first, then each instrument.</param>
/// <param name="Cancel">Whether orders may be taken back during a halt.</param>
/// <param name="Ends">When the day ends.</param>
/// <param name="History">Halts so far, newest first.</param>
internal sealed record HaltsView(
    IReadOnlyList<StateLine> States, bool Cancel, string Ends, IReadOnlyList<HaltLine> History)
{
    private const int Most = 50;

    /// <summary>Reads it; null while no exchange is open.</summary>
    public static HaltsView? Of(SchemeState state)
    {
        if (state.Trading.Fees is null || state.Rules.Trading is not { } trading)
        {
            return null;
        }

        var (calendar, supervision) = (state.Rules.Calendar, state.Supervision);
        var day = state.Trading.Day ?? calendar.Day(state.Time);
        return new HaltsView(
            [
                Line(state, null, supervision.MarketHalt),
                .. state.Trading.Instruments.Keys.OrderBy(asset => asset.Code, StringComparer.Ordinal)
                    .Select(asset => Line(state, asset, supervision.Halts.GetValueOrDefault(asset))),
            ],
            state.Rules.Supervision?.CancelWhenHalted ?? true,
            trading.Ends(day).Last().ToString("HH:mm", null),
            [
                .. supervision.Notices.AsEnumerable().Reverse().Take(Most).Select(notice => new HaltLine(
                    notice.Halt.Instrument is { } asset ? Naming.Same(asset.Code) : Words.HaltsAll,
                    Names.Of(notice.Halt.Cause),
                    notice.Halt.Reason,
                    calendar.Local(notice.Halt.At),
                    notice.ResumedAt is { } at ? calendar.Local(at) : null,
                    notice.Word)),
            ]);
    }

    private static StateLine Line(SchemeState state, Asset? instrument, Halt? halt)
    {
        var orders = state.Trading.Orders.Values.Where(order => order.Status == OrderStatus.Open
            && (instrument is null || order.Instrument == instrument)).ToList();
        Tonnes Sum(OrderSide side) =>
            new(orders.Where(order => order.Side == side).Sum(order => order.Open.Value));
        var calendar = state.Rules.Calendar;
        return new StateLine(
            instrument,
            halt,
            halt is null ? null : calendar.Local(halt.At),
            halt?.Until is { } until ? calendar.Local(until) : null,
            orders.Count,
            Sum(OrderSide.Buy),
            Sum(OrderSide.Sell),
            state.Trading.Blocks.Values.Count(talk => talk.Status == BlockStatus.Open
                && (instrument is null || talk.Instrument == instrument)));
    }
}
