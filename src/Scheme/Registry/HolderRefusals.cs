using Tanheng.Quantities;

namespace Tanheng.Scheme.Registry;

/// <summary>Why the registry says no about details and years of holders.</summary>
public static class HolderRefusals
{
    /// <summary>Something that the rulebook asks for is not given.</summary>
    public static readonly RefusalCode DetailMissing = RefusalCode.Final(
        2201,
        "detail-missing",
        "主体资料不全（{kind}）：请补充 {field}。",
        "The details of this holder ({kind}) are not complete: give {field}.");

    /// <summary>Something that cannot be right.</summary>
    public static readonly RefusalCode BadDetail = RefusalCode.Final(
        2202, "bad-detail", "{field} 填写有误：“{value}”，请更正。", "{field} cannot be \"{value}\"; correct it.");

    /// <summary>Two contacts for one purpose.</summary>
    public static readonly RefusalCode ContactTwice = RefusalCode.Final(
        2203, "contact-twice", "{role} 联系人只能有一名。", "There can be one {role} contact only.");

    /// <summary>Before there was a scheme.</summary>
    public static readonly RefusalCode BeforeTheScheme = RefusalCode.Final(
        2211,
        "before-the-scheme",
        "首个排放年度 {year} 早于本市场的首个年度 {earliest}。",
        "The first year of emissions, {year}, is before the scheme's first year {earliest}.");

    /// <summary>The last year is before the first.</summary>
    public static readonly RefusalCode YearsReversed = RefusalCode.Final(
        2212,
        "emission-years-reversed",
        "最后排放年度 {last} 早于首个排放年度 {first}。",
        "The last year of emissions, {last}, is before the first, {first}.");

    /// <summary>A year that holds something would be left out.</summary>
    public static readonly RefusalCode YearInUse = RefusalCode.Final(
        2213,
        "emission-year-in-use",
        "主体 {holder} 的 {year} 年度已有核定排放量、排除决定或已发放配额，不能划出其排放年度。",
        "Holder {holder} has accepted emissions, an exclusion or delivered allowances in {year}; "
        + "the year cannot be left out.");

    /// <summary>Not one of the holder's years.</summary>
    public static readonly RefusalCode OutsideYears = RefusalCode.Final(
        2214,
        "outside-emission-years",
        "{year} 年度不在主体 {holder} 的首末排放年度之内。",
        "{year} is not among the years in which holder {holder} has emissions.");

    /// <summary>A year that does not count.</summary>
    public static readonly RefusalCode YearIsExcluded = RefusalCode.Final(
        2215, "year-is-excluded", "主体 {holder} 的 {year} 年度已被排除。", "{year} is excluded for holder {holder}.");

    /// <summary>Nothing changes.</summary>
    public static readonly RefusalCode ExclusionUnchanged = RefusalCode.Final(
        2216,
        "exclusion-unchanged",
        "主体 {holder} {year} 年度的排除状态没有变化。",
        "Nothing changes about the exclusion of {year} for holder {holder}.");

    /// <summary>The same code in two rows.</summary>
    public static readonly RefusalCode CodeTwice = RefusalCode.Final(
        2251, "code-twice", "第 {row} 行的代码 {code} 与第 {first} 行重复。", "Row {row} repeats the code {code} of row {first}.");

    /// <summary>Several rows are wrong.</summary>
    public static readonly RefusalCode RowsWrong = RefusalCode.Final(
        2252,
        "holder-rows-wrong",
        "名单有 {count} 行不正确，全部未登记，请更正后重新提交：{problems_zh}",
        "{count} rows of the list are wrong, so nobody is admitted; correct them and send it again: {problems_en}");
}
