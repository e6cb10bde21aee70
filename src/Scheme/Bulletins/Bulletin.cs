using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Bulletins;

/// <summary>公报: what was traded of a unit family in a period, all vintages together.</summary>
/// <param name="Unit">Unit family.</param>
/// <param name="Period">Which days.</param>
/// <param name="Days">Its trading days that are over, oldest first; never none.</param>
/// <param name="Listed">Listed trades, added up over the days.</param>
/// <param name="Block">Block trades, added up over the days.</param>
/// <param name="Total">All trades: what is counted up to the last day less what was before the first.</param>
/// <param name="Earlier">Everything before the period, with what was traded elsewhere before this exchange.</param>
/// <param name="Cumulative">Everything up to the end of the period's last trading day.</param>
/// <param name="Prices">Listed prices of the period.</param>
/// <param name="Over">False while a trading day of the period is still to come.</param>
public sealed record Bulletin(
    string Unit,
    BulletinPeriod Period,
    IReadOnlyList<DayFigures> Days,
    Turnover Listed,
    Turnover Block,
    Turnover Total,
    Turnover Earlier,
    Turnover Cumulative,
    BulletinPrices Prices,
    bool Over)
{
    /// <summary>The modes beside listed orders and blocks that the market has, added up over the days.</summary>
    public IReadOnlyList<ModeTurnover> Others { get; init; } = [];

    /// <summary>The mode whose prices these are.</summary>
    public TradingMode Main { get; init; }

    /// <summary>Corrections of its days, oldest first.</summary>
    public IReadOnlyList<DayCorrection> Corrections { get; init; } = [];

    /// <summary>Its lines as they are checked, exported and laid beside those of other markets.</summary>
    public IReadOnlyList<BulletinLine> Lines =>
    [
        .. Parts.Select(one => Line(
            LineKind.Part, NameOf(one.Mode), one.Traded, one.Mode == Main ? Prices : null)),
        Line(LineKind.Total, "total", Total, null),
        Line(LineKind.Cumulative, "cumulative", Cumulative, null),
    ];

    /// <summary>What each mode of the market came to.</summary>
    public IEnumerable<ModeTurnover> Parts => (Main == TradingMode.Listed
            ? (ModeTurnover[])[new(TradingMode.Listed, Listed), new(TradingMode.Block, Block)]
            : [])
        .Concat(Others);

    /// <summary>What does not fit together; empty when all does.</summary>
    public IReadOnlyList<BulletinFinding> CrossFoot() => BulletinChecks.Of(Lines, Earlier);

    /// <summary>The item of a mode's line, such as <c>listed</c>, <c>block</c>, <c>priced</c>.</summary>
    public static string NameOf(TradingMode mode) => mode.ToString().ToLowerInvariant();

    private static BulletinLine Line(LineKind kind, string item, Turnover traded, BulletinPrices? prices) => new(
        kind,
        item,
        traded.Volume,
        traded.Amount,
        ShownPrice.Of(traded.Average()),
        ShownPrice.Of(prices?.High),
        ShownPrice.Of(prices?.Low),
        ShownPrice.Of(prices?.Close));
}

/// <summary>What one mode came to.</summary>
/// <param name="Mode">Which.</param>
/// <param name="Traded">Tonnes, and what they cost.</param>
public sealed record ModeTurnover(TradingMode Mode, Turnover Traded);

/// <summary>Listed prices of a period, or those of the mode that makes the price where nothing is listed.</summary>
/// <param name="Open">The first price of its first day with listed trades.</param>
/// <param name="High">The highest; null without listed trades.</param>
/// <param name="Low">The lowest; null without listed trades.</param>
/// <param name="Close">The close of its last trading day; null when nothing was ever traded.</param>
/// <param name="PreviousClose">The close before the period; null when there was none.</param>
public sealed record BulletinPrices(Price? Open, Price? High, Price? Low, Price? Close, Price? PreviousClose)
{
    /// <summary>涨跌幅: close against the close before, in percent, half up to two digits.</summary>
    public decimal? Change => Close is { } close && PreviousClose is { Minor: > 0 } previous
        ? Round.To(100m * (close.Minor - previous.Minor) / previous.Minor, 2, Rounding.HalfUp)
        : null;
}

/// <summary>Makes bulletins of the days that the state keeps.</summary>
public static class BulletinBook
{
    /// <summary>Unit families that have trading days, by code.</summary>
    public static IReadOnlyList<string> Units(SchemeState state) =>
        [.. state.Bulletins.Days.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The family that most was traded of; null before the first trading day.</summary>
    public static string? MainUnit(SchemeState state) => state.Bulletins.Days
        .OrderByDescending(pair => pair.Value[^1].Total.Volume).ThenBy(pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => pair.Key).FirstOrDefault();

    /// <summary>The days that are over, oldest first.</summary>
    public static IReadOnlyList<DayFigures> Days(SchemeState state, string unit) =>
        state.Bulletins.Days.TryGetValue(unit, out var days) ? days : [];

    /// <summary>Every period of a kind that has a trading day, the newest first.</summary>
    public static IEnumerable<BulletinPeriod> Periods(SchemeState state, string unit, BulletinKind kind)
    {
        var days = Days(state, unit);
        for (var i = days.Count - 1; i >= 0;)
        {
            var period = BulletinPeriod.Of(kind, days[i].Day);
            yield return period;
            while (i >= 0 && days[i].Day >= period.From)
            {
                i--;
            }
        }
    }

    /// <summary>The period before and the one after that have trading days; null where there is none.</summary>
    public static (BulletinPeriod? Previous, BulletinPeriod? Next) Beside(
        SchemeState state, string unit, BulletinPeriod period)
    {
        var (first, after) = Range(state, unit, period.From, period.To);
        var days = Days(state, unit);
        return (
            first > 0 ? BulletinPeriod.Of(period.Kind, days[first - 1].Day) : null,
            after < days.Count ? BulletinPeriod.Of(period.Kind, days[after].Day) : null);
    }

    /// <summary>The bulletin of a period; null when no trading day of it is over.</summary>
    public static Bulletin? Of(SchemeState state, string unit, BulletinPeriod period)
    {
        var (first, after) = Range(state, unit, period.From, period.To);
        if (first == after)
        {
            return null;
        }

        var all = state.Bulletins.Days[unit];
        var main = state.Rules.Trading?.Main.Mode ?? TradingMode.Listed;
        var days = all[first..after];
        var none = Turnover.Zero(state.Rules.Currency);
        var start = state.Bulletins.Earlier.GetValueOrDefault(unit)?.Traded ?? none;
        var before = first > 0 ? all[first - 1].Total : none;
        return new Bulletin(
            unit,
            period,
            days,
            days.Aggregate(none, (sum, day) => sum + day.Listed.Traded),
            days.Aggregate(none, (sum, day) => sum + day.Block.Traded),
            days[^1].Total - before,
            start + before,
            start + days[^1].Total,
            PricesOf(days, main),
            NextDay(state) > period.To)
        {
            Main = main,
            Others = OthersOf(state, days, none),
            Corrections = [.. state.Bulletins.Corrections.Where(one => one.Unit == unit && period.Has(one.Day))],
        };
    }

    /// <summary>
    /// The bulletin of days between two, as a period of its own; null when no trading day between them is over.
    /// </summary>
    public static Bulletin? Of(SchemeState state, string unit, DateOnly from, DateOnly to) =>
        Of(state, unit, new BulletinPeriod(BulletinKind.Daily, from, to));

    private static List<ModeTurnover> OthersOf(SchemeState state, List<DayFigures> days, Turnover none) =>
    [
        .. Enum.GetValues<TradingMode>()
            .Where(mode => mode is not (TradingMode.Listed or TradingMode.Block or TradingMode.Intention)
                && (state.Rules.Trading?.Mode(mode) is not null
                    || days.Exists(day => day.Others.Any(one => one.Mode == mode))))
            .Select(mode => new ModeTurnover(
                mode, days.Aggregate(none, (sum, day) => sum + day.Of(mode).Traded))),
    ];

    private static BulletinPrices PricesOf(List<DayFigures> days, TradingMode main)
    {
        var traded = days.Select(day => day.Of(main)).Where(one => one.Traded.Volume > Tonnes.Zero).ToList();
        return new BulletinPrices(
            traded.Count == 0 ? null : traded[0].Open,
            traded.Max(one => one.High),
            traded.Min(one => one.Low),
            days[^1].Close,
            days[0].PreviousClose);
    }

    /// <summary>The trading day under way or the next one.</summary>
    private static DateOnly NextDay(SchemeState state) => state.Trading.Day
        ?? (state.Rules.Trading is { } trading && state.Trading.LastDay is { } last
            ? Trading.TradingDays.FirstAfter(state.Rules, trading, last)
            : DateOnly.MaxValue);

    private static (int First, int After) Range(SchemeState state, string unit, DateOnly from, DateOnly to)
    {
        if (!state.Bulletins.Days.TryGetValue(unit, out var days))
        {
            return (0, 0);
        }

        int At(DateOnly day) => DayBooks.IndexOf(days, day) is var index && index < 0 ? ~index : index;
        return (At(from), to == DateOnly.MaxValue ? days.Count : At(to.AddDays(1)));
    }
}
