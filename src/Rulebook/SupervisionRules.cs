using Tanheng.Quantities;

namespace Tanheng.Rulebook;

/// <summary>关联方对倒: related holders trade with each other.</summary>
public sealed record WashTradeRule : Rule
{
    /// <summary>So much between the two on one day is noticed.</summary>
    public required Tonnes AtLeast { get; init; }
}

/// <summary>尾市操纵: somebody moves the price in the last minutes of the mode that makes the close.</summary>
public sealed record CloseMarkingRule : Rule
{
    /// <summary>How many minutes before the end.</summary>
    public required int Minutes { get; init; }

    /// <summary>Of all its tonnes of these minutes, on the side that moved the price.</summary>
    public required Percent Share { get; init; }

    /// <summary>Their average price against that of the day before them.</summary>
    public required Percent Move { get; init; }

    /// <summary>Tonnes of these minutes below which nothing is noticed.</summary>
    public required Tonnes AtLeast { get; init; }
}

/// <summary>虚假申报: orders of one side are taken back after trades on the other.</summary>
public sealed record LayeringRule : Rule
{
    /// <summary>So soon after the trade.</summary>
    public required int Minutes { get; init; }

    /// <summary>How many orders.</summary>
    public required int Orders { get; init; }

    /// <summary>Their tonnes, as a multiple of what was traded.</summary>
    public required int Times { get; init; }
}

/// <summary>价格异动: trades of the mode that makes the close move the price fast.</summary>
public sealed record PriceJumpRule : Rule
{
    /// <summary>Within how many minutes.</summary>
    public required int Minutes { get; init; }

    /// <summary>From the lowest, or the highest, price of these minutes.</summary>
    public required Percent Move { get; init; }

    /// <summary>临时停牌: minutes for which the instrument is paused then; 0 pauses nothing.</summary>
    public required int PauseMinutes { get; init; }
}

/// <summary>成交集中: one holder is on one side of much of a day's trades.</summary>
public sealed record ConcentrationRule : Rule
{
    /// <summary>Of all tonnes of the day.</summary>
    public required Percent Share { get; init; }

    /// <summary>Tonnes of the day below which nothing is noticed.</summary>
    public required Tonnes AtLeast { get; init; }
}

/// <summary>接近最大持仓量: a purchase brings somebody near the maximum position.</summary>
public sealed record LimitApproachRule : Rule
{
    /// <summary>Of the maximum.</summary>
    public required Percent Share { get; init; }
}

/// <summary>异常撤单: much of what somebody enters is taken back.</summary>
public sealed record CancelRatioRule : Rule
{
    /// <summary>From so many orders of a day on.</summary>
    public required int Orders { get; init; }

    /// <summary>Orders taken back without any trade, of all entered.</summary>
    public required Percent Share { get; init; }
}

/// <summary>
/// 交易监控: what the exchange looks for, and how long somebody has to explain. What has no section is not looked for;
/// large traders are those of <see cref="PositionRule.LargeTrader"/>.
/// </summary>
public sealed record SupervisionRule : Rule
{
    /// <summary>Orders may be taken back while trading is halted.</summary>
    public required bool CancelWhenHalted { get; init; }

    /// <summary>Working days a holder has to explain, when nobody says otherwise.</summary>
    public required int ExplainWorkingDays { get; init; }

    /// <summary>Working days after a decision in which its holder may object.</summary>
    public required int AppealWorkingDays { get; init; }

    /// <summary>Trades between related holders.</summary>
    public WashTradeRule? WashTrades { get; init; }

    /// <summary>The last minutes of a day.</summary>
    public CloseMarkingRule? CloseMarking { get; init; }

    /// <summary>Orders that are not meant.</summary>
    public LayeringRule? Layering { get; init; }

    /// <summary>Fast prices.</summary>
    public PriceJumpRule? PriceJump { get; init; }

    /// <summary>Shares of a day.</summary>
    public ConcentrationRule? Concentration { get; init; }

    /// <summary>Near the maximum position.</summary>
    public LimitApproachRule? LimitApproach { get; init; }

    /// <summary>Orders taken back.</summary>
    public CancelRatioRule? CancelRatio { get; init; }

    /// <summary>What is looked for, with the key of its section.</summary>
    public IEnumerable<(string Key, Rule Rule)> Each
    {
        get
        {
            (string Key, Rule? Rule)[] all =
            [
                ("wash_trades", WashTrades),
                ("close_marking", CloseMarking),
                ("layering", Layering),
                ("price_jump", PriceJump),
                ("concentration", Concentration),
                ("limit_approach", LimitApproach),
                ("cancel_ratio", CancelRatio),
            ];
            return all.Where(one => one.Rule is not null).Select(one => (one.Key, one.Rule!));
        }
    }
}
