using Tanheng.Quantities;

namespace Tanheng.Rulebook;

/// <summary>How units change hands on the exchange.</summary>
public enum TradingMode
{
    /// <summary>挂牌协议: orders rest in a public book and are picked one by one.</summary>
    Listed,

    /// <summary>大宗协议: two parties negotiate a large quantity.</summary>
    Block,
}

/// <summary>When what a trade brought may be used.</summary>
public enum Usable
{
    /// <summary>At once.</summary>
    SameDay,

    /// <summary>When the next trading day opens.</summary>
    NextTradingDay,
}

/// <summary>A part of a trading day, in local time: from its first moment up to, not including, its last.</summary>
public readonly record struct TradingSession(TimeOnly From, TimeOnly Until)
{
    /// <summary>True when a time of day is inside.</summary>
    public bool Has(TimeOnly time) => From <= time && time < Until;

    /// <inheritdoc />
    public override string ToString() => $"{From:HH\\:mm}–{Until:HH\\:mm}";
}

/// <summary>提前收市: a trading day that ends early.</summary>
public readonly record struct ShortDay(DateOnly Day, TimeOnly Until);

/// <summary>Units that are traded; each vintage is an instrument of its own.</summary>
public sealed record InstrumentRule : Rule
{
    /// <summary>The unit family.</summary>
    public required string Unit { get; init; }

    /// <summary>Its traded vintages; empty when the family has none.</summary>
    public required IReadOnlyList<CompliancePeriod> Vintages { get; init; }

    /// <summary>基准价: what counts as the previous close on the first day, money for each tonne.</summary>
    public required Money ReferencePrice { get; init; }

    /// <summary>The vintages, or the one of a family without any.</summary>
    public IEnumerable<CompliancePeriod> Each => Vintages.Count == 0 ? [default] : Vintages;
}

/// <summary>One way of trading: how much, at what prices, when.</summary>
public sealed record TradingModeRule : Rule
{
    /// <summary>Which.</summary>
    public required TradingMode Mode { get; init; }

    /// <summary>An order is smaller than this; null without such a bound.</summary>
    public Tonnes? Below { get; init; }

    /// <summary>An order is at least this large; null without such a bound.</summary>
    public Tonnes? AtLeast { get; init; }

    /// <summary>涨跌幅: how far a price may be from the previous close, up and down.</summary>
    public required Percent Band { get; init; }

    /// <summary>When orders are taken, in order, not overlapping.</summary>
    public required IReadOnlyList<TradingSession> Sessions { get; init; }

    /// <summary>At how many of the best prices an order may be picked; 0 for any.</summary>
    public int Levels { get; init; }

    /// <summary>True when asking for more than an order offers takes what it offers; else it is refused.</summary>
    public bool Partly { get; init; }
}

/// <summary>How prices that are calculated end on a tick.</summary>
public sealed record PriceRule : Rule
{
    /// <summary>Of the bounds of a price band.</summary>
    public required Rounding BandRounding { get; init; }

    /// <summary>Of the closing price.</summary>
    public required Rounding CloseRounding { get; init; }
}

/// <summary>What a trade costs each side, as a share of its amount.</summary>
public sealed record TradingFeeRule : Rule
{
    /// <summary>The buyer's share.</summary>
    public required Percent Buyer { get; init; }

    /// <summary>The seller's share.</summary>
    public required Percent Seller { get; init; }

    /// <summary>To minor units.</summary>
    public required Rounding Rounding { get; init; }
}

/// <summary>Bounds on what one participant holds of one instrument; null where nobody has set them.</summary>
public sealed record PositionRule : Rule
{
    /// <summary>最大持仓量: what a purchase may bring a holder to at most.</summary>
    public Tonnes? Maximum { get; init; }

    /// <summary>大户报告: from this position on a holder is a large trader.</summary>
    public Tonnes? LargeTrader { get; init; }
}

/// <summary>风险准备金: what is put aside of the fees of a day, to pay for a trade that its own party cannot pay.</summary>
public sealed record ReserveRule : Rule
{
    /// <summary>The share of a day's fees that is put aside.</summary>
    public required Percent Contribution { get; init; }

    /// <summary>To minor units.</summary>
    public required Rounding Rounding { get; init; }

    /// <summary>Nothing more is put aside once the reserve has this much; null without such a bound.</summary>
    public Money? Enough { get; init; }
}

/// <summary>交易: the exchange of a market.</summary>
public sealed record TradingRule : Rule
{
    /// <summary>The smallest step of a price, money for each tonne.</summary>
    public required Money Tick { get; init; }

    /// <summary>The smallest quantity, of which every other is a multiple.</summary>
    public required Tonnes Lot { get; init; }

    /// <summary>When bought units may be used.</summary>
    public required Usable Units { get; init; }

    /// <summary>When the money of a sale may be used.</summary>
    public required Usable Proceeds { get; init; }

    /// <summary>True when weekend days that are worked 调休 are trading days.</summary>
    public required bool MakeUpDays { get; init; }

    /// <summary>休市: working days without trading.</summary>
    public required IReadOnlyList<DateOnly> Closed { get; init; }

    /// <summary>补市: days with trading that would else have none.</summary>
    public IReadOnlyList<DateOnly> Extra { get; init; } = [];

    /// <summary>提前收市, such as the afternoon before a long holiday.</summary>
    public IReadOnlyList<ShortDay> ShortDays { get; init; } = [];

    /// <summary>What is traded.</summary>
    public required IReadOnlyList<InstrumentRule> Instruments { get; init; }

    /// <summary>挂牌协议.</summary>
    public required TradingModeRule Listed { get; init; }

    /// <summary>大宗协议; null where there is none.</summary>
    public TradingModeRule? Block { get; init; }

    /// <summary>Rounding of calculated prices.</summary>
    public required PriceRule Prices { get; init; }

    /// <summary>Fees.</summary>
    public required TradingFeeRule Fees { get; init; }

    /// <summary>Bounds on positions.</summary>
    public required PositionRule Positions { get; init; }

    /// <summary>风险准备金; null where nothing is put aside.</summary>
    public ReserveRule? Reserve { get; init; }

    /// <summary>The rule of a mode, or null.</summary>
    public TradingModeRule? Mode(TradingMode mode) => mode == TradingMode.Listed ? Listed : Block;

    /// <summary>The rule under which units are traded, or null.</summary>
    public InstrumentRule? Instrument(string unit, CompliancePeriod vintage) =>
        Instruments.FirstOrDefault(rule => rule.Unit == unit && rule.Each.Contains(vintage));

    /// <summary>True when there is trading on a day.</summary>
    public bool IsTradingDay(WorkCalendar calendar, DateOnly day) => Extra.Contains(day)
        || (calendar.IsWorkingDay(day) && !Closed.Contains(day)
            && (MakeUpDays || !calendar.Weekend.Contains(day.DayOfWeek)));

    /// <summary>A mode's sessions of a day: those of every day, cut off where the day ends early.</summary>
    public IReadOnlyList<TradingSession> SessionsOn(TradingModeRule mode, DateOnly day)
    {
        for (var i = 0; i < ShortDays.Count; i++)
        {
            if (ShortDays[i].Day == day)
            {
                var until = ShortDays[i].Until;
                return [.. mode.Sessions.Where(session => session.From < until)
                    .Select(session => session.Until <= until ? session : session with { Until = until })];
            }
        }

        return mode.Sessions;
    }

    /// <summary>When a mode is over on a day; null where it has no session then.</summary>
    public TimeOnly? EndOf(TradingModeRule mode, DateOnly day) =>
        SessionsOn(mode, day) is { Count: > 0 } sessions ? sessions[^1].Until : null;

    /// <summary>When the first session of a day begins, of whatever mode.</summary>
    public TimeOnly Opens => Modes.Min(mode => mode.Sessions[0].From);

    /// <summary>When the last sessions of a day end, by mode; the latest is the end of the day.</summary>
    public IEnumerable<TimeOnly> Ends(DateOnly day) =>
        Modes.Select(mode => EndOf(mode, day)).OfType<TimeOnly>().Distinct().Order();

    /// <summary>The modes there are.</summary>
    public IEnumerable<TradingModeRule> Modes => Block is null ? [Listed] : [Listed, Block];
}
