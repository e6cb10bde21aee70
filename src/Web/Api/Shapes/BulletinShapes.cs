using System.Globalization;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Bulletins;
using Tanheng.Web.Portal.Bulletins;

namespace Tanheng.Web.Api.Shapes;

/// <summary>Tonnes, and what they cost.</summary>
/// <param name="Volume">What was traded.</param>
/// <param name="Amount">What it cost, without fees.</param>
/// <param name="Average">Amount by volume in major units, four digits, half up; left out without trades.</param>
public sealed record TurnoverView(Tonnes Volume, Amount Amount, string? Average)
{
    /// <summary>As it is answered.</summary>
    public static TurnoverView Of(Turnover traded) => new(
        traded.Volume,
        Shapes.Amount.Of((Money?)traded.Amount)!,
        traded.Average()?.ToString("0.0000", CultureInfo.InvariantCulture));
}

/// <summary>The head of a bulletin: what a unit family came to in a period.</summary>
/// <param name="Unit">Unit family.</param>
/// <param name="Kind">How long the period is.</param>
/// <param name="Period">Its name: 2023-07-17, 2023-W29, 2023-07-H2, 2023-07, 2023.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Over">False while a trading day of the period is still to come.</param>
/// <param name="TradingDays">How many of its trading days are over.</param>
/// <param name="Listed">Listed trades.</param>
/// <param name="Block">Block trades.</param>
/// <param name="Total">All trades.</param>
/// <param name="Earlier">Everything before the period.</param>
/// <param name="Cumulative">Everything up to its end.</param>
/// <param name="Open">The first listed price; left out without one.</param>
/// <param name="High">The highest listed price; left out without one.</param>
/// <param name="Low">The lowest listed price; left out without one.</param>
/// <param name="Close">The close of its last trading day.</param>
/// <param name="PreviousClose">The close before the period.</param>
/// <param name="Change">Close against previous close, in percent, two digits.</param>
/// <param name="Corrections">How many of its figures were corrected.</param>
public sealed record BulletinHeadView(
    string Unit,
    BulletinKind Kind,
    string Period,
    DateOnly From,
    DateOnly To,
    bool Over,
    int TradingDays,
    TurnoverView Listed,
    TurnoverView Block,
    TurnoverView Total,
    TurnoverView Earlier,
    TurnoverView Cumulative,
    Amount? Open,
    Amount? High,
    Amount? Low,
    Amount? Close,
    Amount? PreviousClose,
    string? Change,
    int Corrections)
{
    /// <summary>As it is answered.</summary>
    public static BulletinHeadView Of(Bulletin one) => new(
        one.Unit,
        one.Period.Kind,
        one.Period.Key,
        one.Period.From,
        one.Period.To,
        one.Over,
        one.Days.Count,
        TurnoverView.Of(one.Listed),
        TurnoverView.Of(one.Block),
        TurnoverView.Of(one.Total),
        TurnoverView.Of(one.Earlier),
        TurnoverView.Of(one.Cumulative),
        Amount.Of(one.Prices.Open),
        Amount.Of(one.Prices.High),
        Amount.Of(one.Prices.Low),
        Amount.Of(one.Prices.Close),
        Amount.Of(one.Prices.PreviousClose),
        one.Prices.Change?.ToString("0.00", CultureInfo.InvariantCulture),
        one.Corrections.Count);
}

/// <summary>A trading day of a unit family, all vintages together.</summary>
/// <param name="Day">The trading day.</param>
/// <param name="Open">The first listed price; left out without one.</param>
/// <param name="High">The highest listed price; left out without one.</param>
/// <param name="Low">The lowest listed price; left out without one.</param>
/// <param name="Close">Listed amount by volume; without listed trades the previous close.</param>
/// <param name="PreviousClose">The close before the day.</param>
/// <param name="Listed">Listed trades.</param>
/// <param name="Block">Block trades.</param>
/// <param name="Total">All trades.</param>
/// <param name="Trades">How many trades.</param>
public sealed record BulletinDayView(
    DateOnly Day,
    Amount? Open,
    Amount? High,
    Amount? Low,
    Amount? Close,
    Amount? PreviousClose,
    TurnoverView Listed,
    TurnoverView Block,
    TurnoverView Total,
    int Trades)
{
    /// <summary>As it is answered.</summary>
    public static BulletinDayView Of(DayFigures day) => new(
        day.Day,
        Amount.Of(day.Prices.Open),
        Amount.Of(day.Prices.High),
        Amount.Of(day.Prices.Low),
        Amount.Of(day.Close),
        Amount.Of(day.PreviousClose),
        TurnoverView.Of(day.Listed.Traded),
        TurnoverView.Of(day.Block.Traded),
        TurnoverView.Of(day.Traded),
        day.Listed.Trades + day.Block.Trades + day.Others.Sum(one => one.Of.Trades));
}

/// <summary>A figure that was published and is another now.</summary>
/// <param name="Day">The trading day.</param>
/// <param name="Mode">Listed or block.</param>
/// <param name="Was">As it was.</param>
/// <param name="Is">As it is.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When it was corrected.</param>
public sealed record DayCorrectionView(
    DateOnly Day, TradingMode Mode, TurnoverView Was, TurnoverView Is, string Reason, DateTimeOffset At)
{
    /// <summary>As it is answered.</summary>
    public static DayCorrectionView Of(DayCorrection one) => new(
        one.Day, one.Mode, TurnoverView.Of(one.Before.Traded), TurnoverView.Of(one.After.Traded), one.Reason, one.At);
}

/// <summary>A bulletin as a whole.</summary>
/// <param name="Head">Its figures.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Sentences">The customary sentences.</param>
/// <param name="Lines">Its lines, as other markets' bulletins have them.</param>
/// <param name="Findings">What does not fit together; empty when all does.</param>
/// <param name="Days">Its trading days.</param>
/// <param name="Corrections">Figures of its days that were published and are others now.</param>
/// <param name="OtherMarkets">What other markets published for about the same days.</param>
public sealed record BulletinAnswer(
    BulletinHeadView Head,
    Text Title,
    IReadOnlyList<Text> Sentences,
    IReadOnlyList<BulletinLine> Lines,
    IReadOnlyList<BulletinFinding> Findings,
    IReadOnlyList<BulletinDayView> Days,
    IReadOnlyList<DayCorrectionView> Corrections,
    IReadOnlyList<ForeignBulletin> OtherMarkets)
{
    /// <summary>As it is answered; null for none.</summary>
    public static BulletinAnswer? Of(BulletinView? view) => view is null ? null : new BulletinAnswer(
        BulletinHeadView.Of(view.Bulletin),
        view.Title,
        view.Sentences,
        view.Bulletin.Lines,
        view.Bulletin.CrossFoot(),
        [.. view.Bulletin.Days.Select(BulletinDayView.Of)],
        [.. view.Bulletin.Corrections.Select(DayCorrectionView.Of)],
        view.Beside);
}
