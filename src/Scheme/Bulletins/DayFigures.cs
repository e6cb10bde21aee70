using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Bulletins;

/// <summary>What a trading day came to in one mode.</summary>
/// <param name="Traded">Tonnes, and what they cost.</param>
/// <param name="Open">
/// The first price; null when nothing was traded, and where several vintages of the unit were traded.
/// </param>
/// <param name="High">The highest price; null when nothing was traded.</param>
/// <param name="Low">The lowest price; null when nothing was traded.</param>
/// <param name="Trades">How many trades.</param>
public sealed record ModeFigures(Turnover Traded, Price? Open, Price? High, Price? Low, int Trades);

/// <summary>日行情: what one trading day of a unit family came to, all vintages together.</summary>
/// <param name="Day">The trading day.</param>
/// <param name="Listed">Listed trades.</param>
/// <param name="Block">Block trades.</param>
/// <param name="PreviousClose">The close before the day; null when there was none.</param>
/// <param name="Close">
/// Σ amount / Σ quantity of the listed trades, to a tick as the rulebook says; without any the previous close.
/// </param>
/// <param name="Total">Everything traded here up to the end of the day.</param>
public sealed record DayFigures(
    DateOnly Day,
    ModeFigures Listed,
    ModeFigures Block,
    Price? PreviousClose,
    Price? Close,
    Turnover Total)
{
    /// <summary>All trades of the day.</summary>
    public Turnover Traded => Listed.Traded + Block.Traded;

    /// <summary>The figures of a mode.</summary>
    public ModeFigures Of(TradingMode mode) => mode == TradingMode.Listed ? Listed : Block;

    /// <summary>The same day with other figures of a mode.</summary>
    internal DayFigures With(TradingMode mode, ModeFigures figures) =>
        mode == TradingMode.Listed ? this with { Listed = figures } : this with { Block = figures };
}

/// <summary>累计起点: what was traded elsewhere before this exchange began to count.</summary>
/// <param name="Until">The last day that is in it.</param>
/// <param name="Traded">Tonnes, and what they cost.</param>
/// <param name="Source">Who published it.</param>
public sealed record EarlierTrading(DateOnly Until, Turnover Traded, string Source);

/// <summary>更正: figures of a day that were published and are others now.</summary>
/// <param name="Unit">Unit family.</param>
/// <param name="Day">The trading day.</param>
/// <param name="Mode">Listed or block.</param>
/// <param name="Before">As they were.</param>
/// <param name="After">As they are since.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When they were corrected.</param>
public sealed record DayCorrection(
    string Unit,
    DateOnly Day,
    TradingMode Mode,
    ModeFigures Before,
    ModeFigures After,
    string Reason,
    DateTimeOffset At);

/// <summary>What bulletins are made of. Changed only by applying events.</summary>
public sealed class BulletinState
{
    /// <summary>The days that are over, by unit family, oldest first.</summary>
    public Dictionary<string, List<DayFigures>> Days { get; } = new(StringComparer.Ordinal);

    /// <summary>What was traded before them, by unit family.</summary>
    public Dictionary<string, EarlierTrading> Earlier { get; } = new(StringComparer.Ordinal);

    /// <summary>Every correction, oldest first.</summary>
    public List<DayCorrection> Corrections { get; } = [];

    /// <summary>Bulletins of other markets, by number.</summary>
    public Dictionary<ForeignBulletinId, ForeignBulletin> Foreign { get; } = [];

    /// <summary>The number the next one gets.</summary>
    public ForeignBulletinId NextForeign { get; internal set; } = new(1);

    /// <summary>True while there is nothing in it.</summary>
    internal bool IsEmpty => Days.Count + Earlier.Count + Foreign.Count == 0;
}
