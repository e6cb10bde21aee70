using Tanheng.Quantities;

namespace Tanheng.Rulebook;

/// <summary>An act that the law punishes.</summary>
public enum Offence
{
    /// <summary>未足额清缴: units missing at the deadline.</summary>
    [Called("未足额清缴", "a shortfall")]
    SurrenderShortfall,

    /// <summary>未按规定报送: no plan, report, disclosure or records.</summary>
    [Called("未按规定报送", "not reporting")]
    NoReport,

    /// <summary>数据弄虚作假: false accounting, falsified samples or data.</summary>
    [Called("数据弄虚作假", "a false report")]
    FalseReport,

    /// <summary>检测机构虚假报告: false test reports.</summary>
    [Called("虚假检测报告", "a false test report")]
    FalseTest,

    /// <summary>技术服务机构虚假报告: false reports by preparers or verifiers.</summary>
    [Called("虚假技术服务报告", "a false service report")]
    FalseService,

    /// <summary>操纵市场: market manipulation.</summary>
    [Called("操纵市场", "market manipulation")]
    Manipulation,

    /// <summary>扰乱市场秩序: disturbing the market's order.</summary>
    [Called("扰乱市场秩序", "disturbing the market")]
    Disturbance,

    /// <summary>拒绝、阻挠检查: obstructing inspection.</summary>
    [Called("拒绝、阻挠检查", "obstructing inspection")]
    Obstruction,

    /// <summary>禁止交易人员持有交易: barred staff hold or trade.</summary>
    [Called("禁止交易人员持有或交易", "trading by barred staff")]
    BarredTrading,
}

/// <summary>How a fine's bounds are found.</summary>
public enum FineBasis
{
    /// <summary>Between <see cref="PenaltyRule.Least"/> and <see cref="PenaltyRule.Most"/>.</summary>
    Range,

    /// <summary>Multiples of price × shortfall; the price is the mean of the month before the deadline.</summary>
    ShortfallValue,

    /// <summary><see cref="PenaltyRule.Least"/> for each missing tonne.</summary>
    PerTonne,

    /// <summary>
    /// Multiples of the unlawful gain; below <see cref="PenaltyRule.GainFrom"/> the range holds instead.
    /// </summary>
    Gain,

    /// <summary>Multiples of the value of the units unlawfully held, as the authority finds it.</summary>
    UnitsValue,

    /// <summary>The law's amounts are not known: a case is opened, the authority enters the fine.</summary>
    Unknown,
}

/// <summary>What a refusal to correct costs in the next allocation.</summary>
public enum NextCut
{
    /// <summary>Nothing is cut.</summary>
    None,

    /// <summary>The missing (or hidden) quantity one for one 等量核减.</summary>
    Equal,

    /// <summary>
    /// A share of next year's allocation between <see cref="PenaltyRule.CutLeast"/> and
    /// <see cref="PenaltyRule.CutMost"/>.
    /// </summary>
    Share,
}

/// <summary>The price of an offence, by the date of the decision.</summary>
public sealed record PenaltyRule : Rule
{
    /// <summary>The act.</summary>
    public required Offence Offence { get; init; }

    /// <summary>How the fine is bounded.</summary>
    public required FineBasis Basis { get; init; }

    /// <summary>Least fine of a range, or the fine per tonne.</summary>
    public Money? Least { get; init; }

    /// <summary>Largest fine of a range.</summary>
    public Money? Most { get; init; }

    /// <summary>Least multiple.</summary>
    public decimal? LeastMultiple { get; init; }

    /// <summary>Largest multiple.</summary>
    public decimal? MostMultiple { get; init; }

    /// <summary>From this gain on the multiples hold, below it the range.</summary>
    public Money? GainFrom { get; init; }

    /// <summary>Cut of the next allocation when the entity refuses to correct.</summary>
    public NextCut Cut { get; init; }

    /// <summary>Least share of a cut.</summary>
    public Percent? CutLeast { get; init; }

    /// <summary>Largest share of a cut.</summary>
    public Percent? CutMost { get; init; }

    /// <summary>True when the missing units stay due after the fine.</summary>
    public bool ShortfallRemainsDue { get; init; } = true;

    /// <summary>Fine of the persons responsible; null when the law has none.</summary>
    public (Money Least, Money Most)? Persons { get; init; }
}
