using Tanheng.Quantities;

namespace Tanheng.Scheme.Bulletins;

/// <summary>Why something is not taken into the bulletins.</summary>
public static class BulletinRefusals
{
    /// <summary>A period that ends before it begins, or is not over.</summary>
    public static readonly RefusalCode BadDays = RefusalCode.Final(
        10601,
        "bad-bulletin-days",
        "期间 {from} 至 {to} 有误：首日不得晚于末日，末日不得晚于今日 {today}。",
        "The period {from} to {to} cannot be: it must not end before it begins, nor after today, {today}.");

    /// <summary>No lines, or too many, or two totals.</summary>
    public static readonly RefusalCode BadLines = RefusalCode.Final(
        10602,
        "bad-bulletin-lines",
        "公报应有 1 至 {most} 行，其中合计、累计各至多一行；请更正。",
        "A bulletin has 1 to {most} lines, of which at most one is the total and one cumulative; correct it.");

    /// <summary>A figure that is none.</summary>
    public static readonly RefusalCode BadFigure = RefusalCode.Final(
        10603,
        "bad-bulletin-figure",
        "第 {row} 行 {field} 为“{value}”，不是可用的数字；请按公报原样填写，如 26.5。",
        "Line {row}: {field} is '{value}', which is no usable number; enter it as it was published, such as 26.5.");

    /// <summary>Amounts in several currencies.</summary>
    public static readonly RefusalCode CurrenciesDiffer = RefusalCode.Final(
        10604,
        "bulletin-currencies-differ",
        "第 {row} 行金额为 {amount}，与第一行币种 {currency} 不同；一份公报只用一种货币。",
        "Line {row} has {amount}, the first line is in {currency}; a bulletin is in one currency.");

    /// <summary>The same period of the same market again.</summary>
    public static readonly RefusalCode AlreadyRecorded = RefusalCode.Final(
        10605,
        "bulletin-already-recorded",
        "{market} {from} 至 {to} 的公报已收录（{id}）；更正请注明所更正的编号，或先撤回。",
        "The bulletin of {market} for {from} to {to} is recorded already ({id}); to correct it name it as the one that "
        + "is corrected, or withdraw it first.");

    /// <summary>Not there, or no longer in force.</summary>
    public static readonly RefusalCode UnknownBulletin = RefusalCode.Final(
        10606, "unknown-bulletin", "没有现行的外部公报 {id}。", "There is no other market's bulletin {id} in force.");

    /// <summary>A correction of another market's bulletin.</summary>
    public static readonly RefusalCode OtherMarket = RefusalCode.Final(
        10607,
        "bulletin-of-another-market",
        "{id} 是 {market} 的公报，不能由另一市场的公报更正。",
        "{id} is a bulletin of {market}; one of another market cannot correct it.");

    /// <summary>Several lines do not fit.</summary>
    public static readonly RefusalCode DoesNotFoot = RefusalCode.Final(
        10608,
        "bulletin-does-not-foot",
        "公报有 {count} 处不符：{problems_zh}请更正；确与原文一致的，请填写说明后收录。",
        "{count} figures of the bulletin do not fit: {problems_en} Correct them; where they stand so in the original, "
        + "give a remark and record it.");

    /// <summary>The shown average.</summary>
    public static readonly RefusalCode AverageOff = RefusalCode.Final(
        10609,
        "bulletin-average-off",
        "第 {row} 行均价 {shown} 与成交额除以成交量 {expected} 相差超过所示末位的半个单位；请更正或填写说明。",
        "Line {row}: the average {shown} is more than half a unit of its last digit from amount by volume, {expected}; "
        + "correct it or give a remark.");

    /// <summary>The highest below the lowest, or an average beyond them.</summary>
    public static readonly RefusalCode PricesOutOfOrder = RefusalCode.Final(
        10610,
        "bulletin-prices-out-of-order",
        "第 {row} 行均价 {shown} 不在最低与最高价 {expected} 之间；请更正或填写说明。",
        "Line {row}: the average {shown} is not between lowest and highest, {expected}; correct it or give a remark.");

    /// <summary>A volume for nothing, or money for no volume.</summary>
    public static readonly RefusalCode OneWithoutOther = RefusalCode.Final(
        10611,
        "bulletin-volume-without-amount",
        "第 {row} 行成交量为 {shown}，成交额为 {expected}；两者应同时为零或同时不为零，请更正或填写说明。",
        "Line {row} has a volume of {shown} and an amount of {expected}; both are zero or neither; correct it or give "
        + "a remark.");

    /// <summary>Parts and total.</summary>
    public static readonly RefusalCode PartsDiffer = RefusalCode.Final(
        10612,
        "bulletin-parts-differ",
        "第 {row} 行合计 {shown}，分项相加为 {expected}；请更正或填写说明。",
        "Line {row}: the total is {shown}, the parts come to {expected}; correct it or give a remark.");

    /// <summary>The cumulative line.</summary>
    public static readonly RefusalCode CumulativeOff = RefusalCode.Final(
        10613,
        "bulletin-cumulative-off",
        "第 {row} 行累计 {shown}，上期累计加本期应为 {expected}；请更正或填写说明。",
        "Line {row}: the cumulative figure is {shown}, what was before and the period come to {expected}; correct it "
        + "or give a remark.");

    /// <summary>A link that is none.</summary>
    public static readonly RefusalCode BadLink = RefusalCode.Final(
        10614,
        "bad-bulletin-link",
        "链接“{link}”应以 http:// 或 https:// 开头；没有网址请留空。",
        "The link '{link}' must begin with http:// or https://; leave it empty where there is none.");

    /// <summary>No trading day of that unit.</summary>
    public static readonly RefusalCode NoSuchDay = RefusalCode.Final(
        10620,
        "no-such-trading-day",
        "{unit} 在 {day} 没有已收市的交易日；请核对标的和日期。",
        "There is no finished trading day {day} of {unit}; check unit and day.");

    /// <summary>Corrected figures that no trades come to.</summary>
    public static readonly RefusalCode ImpossibleFigures = RefusalCode.Final(
        10621,
        "impossible-day-figures",
        "更正后的数字不能成立：成交量、成交额、笔数与价格应同时为零（空缺）或同时具备，最高价不低于最低价，均价与开盘价在两者之间。",
        "No trades come to these figures: volume, amount, count and prices are all there or all absent, the highest is "
        + "not below the lowest, and average and open lie between.");

    /// <summary>A correction that changes nothing.</summary>
    public static readonly RefusalCode NothingCorrected = RefusalCode.Final(
        10622,
        "figures-already-there",
        "更正前后的数字相同，无须更正。",
        "The figures are those that are there already; there is nothing to correct.");

    /// <summary>Not a traded unit.</summary>
    public static readonly RefusalCode UnitNotTraded = RefusalCode.Final(
        10623, "unit-not-traded", "{unit} 不在本交易所交易。", "{unit} is not traded on this exchange.");

    /// <summary>Earlier trading that is not earlier.</summary>
    public static readonly RefusalCode NotEarlier = RefusalCode.Final(
        10624,
        "not-earlier",
        "累计起点截至 {until}，应早于本交易所首个交易日 {first}，且成交量、成交额不为负并同时为零或同时不为零。",
        "What was traded earlier, up to {until}, must end before the exchange's first trading day, {first}, and volume "
        + "and amount are not negative and both zero or neither.");
}
