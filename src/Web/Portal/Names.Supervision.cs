using Tanheng.Quantities;
using Tanheng.Scheme.Supervision;

namespace Tanheng.Web.Portal;

/// <summary>Names of halts and surveillance. Members say themselves what they are called.</summary>
public static partial class Names
{
    /// <summary>What was noticed.</summary>
    public static Text Of(AlertKind kind) => Called(kind);

    /// <summary>What became of an alert.</summary>
    public static Text Of(AlertStatus status) => Called(status);

    /// <summary>Where an inquiry stands.</summary>
    public static Text Of(InquiryStatus status) => Called(status);

    /// <summary>How an inquiry ends.</summary>
    public static Text Of(InquiryOutcome outcome) => Called(outcome);

    /// <summary>What a holder may not do.</summary>
    public static Text Of(TradingBar bar) => Called(bar);

    /// <summary>How two holders belong together.</summary>
    public static Text Of(RelationKind kind) => Called(kind);

    /// <summary>Why trading is halted.</summary>
    public static Text Of(HaltCause cause) => Called(cause);

    /// <summary>What a figure of an alert counts.</summary>
    public static Text Of(Measure measure) => measure switch
    {
        Measure.Traded => new("其成交量", "Tonnes traded by them"),
        Measure.Volume => new("全部成交量", "Tonnes traded by all"),
        Measure.Share => new("占比", "Share"),
        Measure.Move => new("价格变动", "Move of the price"),
        Measure.Price => new("成交价", "Price"),
        Measure.Against => new("比较价", "Price compared with"),
        Measure.Minutes => new("时间窗口", "Window"),
        Measure.Entered => new("挂牌笔数", "Orders entered"),
        Measure.Withdrawn => new("撤单笔数", "Orders taken back"),
        Measure.WithdrawnTonnes => new("撤单数量", "Tonnes taken back"),
        Measure.Position => new("持仓量", "Position"),
        _ => throw new ArgumentOutOfRangeException(nameof(measure)),
    };

    /// <summary>What a member is called, at the beginning of a line.</summary>
    private static Text Called(Enum member) => CalledAttribute.Of(member) is { } called
        ? new Text(called.Zh, char.ToUpperInvariant(called.En[0]) + called.En[1..])
        : throw new ArgumentOutOfRangeException(nameof(member));
}
