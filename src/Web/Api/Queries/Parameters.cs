using Tanheng.Quantities;

namespace Tanheng.Web.Api.Queries;

/// <summary>Parameters that many queries share.</summary>
internal static class Parameters
{
    private static readonly Text TheHolder = new("主体编号", "Number of the holder");
    private static readonly Text TheYear = new("排放年度", "Emission year");
    private static readonly Text ThePeriod = new("履约周期，如 2021 或 2019-2020", "Period, such as 2021 or 2019-2020");

    /// <summary>Of one holder.</summary>
    public static Parameter Holder { get; } = new("holder", ParameterKind.Id, TheHolder);

    /// <summary>The holder in the path.</summary>
    public static Parameter HolderInPath { get; } = new("holder", ParameterKind.Id, TheHolder, InPath: true);

    /// <summary>Of one account.</summary>
    public static Parameter Account { get; } =
        new("account", ParameterKind.Id, new Text("账户编号", "Number of the account"));

    /// <summary>The account in the path.</summary>
    public static Parameter AccountInPath { get; } =
        Parameter.Number("account", "账户编号（非账号）", "Number of the account (not its published number)");

    /// <summary>Of one year.</summary>
    public static Parameter Year { get; } = new("year", ParameterKind.Year, TheYear);

    /// <summary>The year in the path.</summary>
    public static Parameter YearInPath { get; } = new("year", ParameterKind.Year, TheYear, InPath: true);

    /// <summary>Of one period.</summary>
    public static Parameter Period { get; } = new("period", ParameterKind.Period, ThePeriod);

    /// <summary>The period in the path.</summary>
    public static Parameter PeriodInPath { get; } = new("period", ParameterKind.Period, ThePeriod, InPath: true);

    /// <summary>A part of a code or name.</summary>
    public static Parameter Search { get; } =
        new("q", ParameterKind.Text, new Text("代码或名称的一部分", "Part of a code or name"));
}
