using System.Globalization;
using Tanheng.Methodology;
using Tanheng.Quantities;

namespace Tanheng.Web.Portal;

/// <summary>How numbers and times read on a page.</summary>
public static class Format
{
    /// <summary>Thousands grouped: <c>1,234,567</c>.</summary>
    public static string Number(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>Thousands grouped, digits as they are.</summary>
    public static string Number(decimal value) => value.ToString("#,0.############", CultureInfo.InvariantCulture);

    /// <summary>
    /// As a reader would say it: <c>1,234.57 万吨</c> or <c>12.35 Mt</c>; the exact figure belongs beside it.
    /// </summary>
    public static (string Figure, string Unit) Spoken(long tonnes, string language)
    {
        var english = language.StartsWith("en", StringComparison.Ordinal);
        var (step, unit) = (Math.Abs(tonnes), english) switch
        {
            ( < 100_000, true) => (1m, "t"),
            ( < 100_000, false) => (1m, "吨"),
            ( >= 1_000_000_000, true) => (1_000_000_000m, "Gt"),
            ( >= 100_000_000, false) => (100_000_000m, "亿吨"),
            (_, true) => (1_000_000m, "Mt"),
            (_, false) => (10_000m, "万吨"),
        };
        return (Math.Round(tonnes / step, 2, MidpointRounding.AwayFromZero)
            .ToString(step == 1 ? "#,0" : "#,0.00", CultureInfo.InvariantCulture), unit);
    }

    /// <summary>Local date and minute: <c>2023-12-31 23:59</c>.</summary>
    public static string Minute(DateTime local) => local.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Local date: <c>2023-12-31</c>.</summary>
    public static string Day(DateTime local) => local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The last day on which a step is in time, for a deadline that is the first moment too late.</summary>
    public static string LastDay(DateTime firstTooLate) => firstTooLate.TimeOfDay == TimeSpan.Zero
        ? firstTooLate.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + " 24:00"
        : Minute(firstTooLate);

    /// <summary>
    /// A share of a whole in percent with one decimal, for bars and captions; 0 when there is no whole.
    /// </summary>
    public static decimal Share(long part, long whole) =>
        whole == 0 ? 0 : Math.Round(100m * part / whole, 1, MidpointRounding.AwayFromZero);

    /// <summary>Money with its currency behind: <c>852,468,400.00 EUR</c>.</summary>
    public static string Amount(Money money) => money.Amount + " " + money.Currency.Code;

    /// <summary>Money as a page of a language has it: <c>852,468,400.00 元</c> or <c>… CNY</c>.</summary>
    public static string Amount(Money money, string language) => money.Amount + " " + Unit(money, language);

    /// <summary>Money as a reader would say it: <c>8.52 亿元</c> or <c>852.47 million CNY</c>.</summary>
    public static string Spoken(Money money, string language)
    {
        var english = language.StartsWith("en", StringComparison.Ordinal);
        var units = money.Minor / (decimal)money.Currency.MinorPerUnit;
        var (step, word) = (Math.Abs(units), english) switch
        {
            ( >= 1_000_000_000m, true) => (1_000_000_000m, "billion "),
            ( >= 1_000_000m, true) => (1_000_000m, "million "),
            ( >= 100_000_000m, false) => (100_000_000m, "亿"),
            ( >= 1_000_000m, false) => (10_000m, "万"),
            _ => (1m, ""),
        };
        return step == 1m
            ? Amount(money, language)
            : Math.Round(units / step, 2, MidpointRounding.AwayFromZero)
                .ToString("#,0.00 ", CultureInfo.InvariantCulture) + word + Unit(money, language);
    }

    /// <summary>The digits of a price, as forms read them: <c>49.00</c>.</summary>
    public static string Digits(Price price) => new Money(price.Minor, price.Currency).Amount;

    /// <summary>A change in percent with its direction: <c>▲ +2.00 %</c>.</summary>
    public static string Change(decimal percent) => (percent > 0 ? "▲ +" : percent < 0 ? "▼ " : "")
        + percent.ToString("0.00", CultureInfo.InvariantCulture) + " %";

    /// <summary>The result of a line of work: digits grouped, its unit behind, a flag in words.</summary>
    public static string Result(ExplanationLine line, string language) => line.Value.Kind switch
    {
        MethodValueKind.Flag => (line.Value.Flag ? Words.Yes : Words.No).In(language),
        MethodValueKind.Number when line.Unit.Symbol == "1" => Number(line.Value.Number),
        MethodValueKind.Number => $"{Number(line.Value.Number)} {line.Unit.Symbol}",
        _ => line.Result,
    };

    private static string Unit(Money money, string language) =>
        money.Currency.Code == "CNY" && !language.StartsWith("en", StringComparison.Ordinal)
            ? "元"
            : money.Currency.Code;
}
