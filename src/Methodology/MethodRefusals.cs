using Tanheng.Quantities;

namespace Tanheng.Methodology;

/// <summary>
/// Why a method gives no number. The detail <c>input</c> reads <c>fuels[2].amount</c> for a column of a row.
/// </summary>
public static class MethodRefusals
{
    /// <summary>A required input is not there.</summary>
    public static readonly RefusalCode InputMissing = RefusalCode.Final(
        7001, "method-input-missing",
        "方法 {method} 缺少输入“{title}”（{input}）；请补充后重算。",
        "Method {method} lacks the input \"{title_en}\" ({input}); supply it and calculate again.");

    /// <summary>An input the method does not have.</summary>
    public static readonly RefusalCode InputUnknown = RefusalCode.Final(
        7002, "method-input-unknown",
        "方法 {method} 没有名为 {input} 的输入；请核对名称。",
        "Method {method} has no input named {input}; check the name.");

    /// <summary>A number outside the range the method allows.</summary>
    public static readonly RefusalCode InputOutOfRange = RefusalCode.Final(
        7003, "method-input-out-of-range",
        "方法 {method} 的输入“{title}”（{input}）为 {value}，允许范围是 {range}；请更正。",
        "In method {method} the input \"{title_en}\" ({input}) is {value}, allowed is {range}; correct it.");

    /// <summary>A text where a number belongs, and the like.</summary>
    public static readonly RefusalCode InputOfWrongKind = RefusalCode.Final(
        7004, "method-input-of-wrong-kind",
        "方法 {method} 的输入“{title}”（{input}）应为 {expected}；请更正。",
        "In method {method} the input \"{title_en}\" ({input}) must be a {expected_en}; correct it.");

    /// <summary>A text that is not among the choices.</summary>
    public static readonly RefusalCode InputNotAChoice = RefusalCode.Final(
        7005, "method-input-not-a-choice",
        "方法 {method} 的输入“{title}”（{input}）为“{value}”，只能是：{choices}。",
        "In method {method} the input \"{title_en}\" ({input}) is \"{value}\"; it can only be one of: {choices}.");

    /// <summary>A table has no row for the keys.</summary>
    public static readonly RefusalCode TableRowMissing = RefusalCode.Final(
        7006, "method-table-row-missing",
        "方法 {method} 的表 {table} 没有 {key} 这一行；请核对年份与类别，或改用适用的方法版本。",
        "Table {table} of method {method} has no row for {key}; check year and class, or use the right version.");

    /// <summary>A division by zero, a number too large, a logarithm of nothing.</summary>
    public static readonly RefusalCode NotComputable = RefusalCode.Final(
        7007, "method-not-computable",
        "方法 {method} 的公式“{title}”（{formula}）无法计算：{reason}；请检查输入。",
        "Formula \"{title_en}\" ({formula}) of method {method} cannot be calculated: {reason_en}; check the inputs.");

    /// <summary>A condition the method demands does not hold.</summary>
    public static readonly RefusalCode RequirementFailed = RefusalCode.Final(
        7008, "method-requirement-failed",
        "方法 {method} 的要求未满足：{sentence}",
        "A requirement of method {method} is not met: {sentence_en}");

    /// <summary>No such method or version.</summary>
    public static readonly RefusalCode MethodUnknown = RefusalCode.Final(
        7009, "method-unknown",
        "方法库中没有 {method}；请核对名称与版本。",
        "The library has no method {method}; check id and version.");

    /// <summary>A table of rows with too few of them.</summary>
    public static readonly RefusalCode TooFewRows = RefusalCode.Final(
        7010, "method-too-few-rows",
        "方法 {method} 的输入“{title}”（{input}）至少需要 {rows} 行；请补充。",
        "In method {method} the input \"{title_en}\" ({input}) needs at least {rows} row(s); add them.");

    /// <summary>No version of the method is valid for the year.</summary>
    public static readonly RefusalCode NoVersionForYear = RefusalCode.Final(
        7011, "method-no-version-for-year",
        "方法 {method} 没有适用于 {year} 年数据的版本；请核对年份。",
        "No version of method {method} is valid for data of {year}; check the year.");

    /// <summary>An optional input a formula needs in this case.</summary>
    public static readonly RefusalCode InputNeeded = RefusalCode.Final(
        7012, "method-input-needed-here",
        "方法 {method} 在此情形下需要输入“{title}”（{input}）；请补充后重算。",
        "In this case method {method} needs the input \"{title_en}\" ({input}); supply it and calculate again.");
}
