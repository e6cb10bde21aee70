using System.Globalization;
using System.Text.RegularExpressions;
using Tanheng.Quantities;

namespace Tanheng.Scheme.Bulletins;

/// <summary>How long a bulletin's period is.</summary>
public enum BulletinKind
{
    /// <summary>A trading day.</summary>
    [Called("日报", "daily")]
    Daily,

    /// <summary>Monday to Sunday.</summary>
    [Called("周报", "weekly")]
    Weekly,

    /// <summary>The 1st to the 15th, or the 16th to the end of a month.</summary>
    [Called("半月报", "half-monthly")]
    HalfMonthly,

    /// <summary>A calendar month.</summary>
    [Called("月报", "monthly")]
    Monthly,

    /// <summary>A calendar year.</summary>
    [Called("年报", "yearly")]
    Yearly,
}

/// <summary>
/// The days that a bulletin is about. Its key says them: <c>2023-07-17</c>, <c>2023-W29</c> (by ISO 8601),
/// <c>2023-07-H2</c>, <c>2023-07</c>, <c>2023</c>.
/// </summary>
/// <param name="Kind">How long it is.</param>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
public readonly partial record struct BulletinPeriod(BulletinKind Kind, DateOnly From, DateOnly To)
{
    /// <summary>Where the first half of a month ends.</summary>
    private const int Half = 15;

    /// <summary>Its name in addresses.</summary>
    public string Key => Kind switch
    {
        BulletinKind.Daily => Iso("yyyy-MM-dd"),
        BulletinKind.Weekly => FormattableString.Invariant(
            $"{ISOWeek.GetYear(Moment(From)):0000}-W{ISOWeek.GetWeekOfYear(Moment(From)):00}"),
        BulletinKind.HalfMonthly => Iso("yyyy-MM") + (From.Day == 1 ? "-H1" : "-H2"),
        BulletinKind.Monthly => Iso("yyyy-MM"),
        _ => Iso("yyyy"),
    };

    /// <summary>The period of a kind that a day is in.</summary>
    public static BulletinPeriod Of(BulletinKind kind, DateOnly day)
    {
        var (year, month) = (day.Year, day.Month);
        var first = new DateOnly(year, month, 1);
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return kind switch
        {
            BulletinKind.Daily => new(kind, day, day),
            BulletinKind.Weekly => new(kind, monday, monday.AddDays(6)),
            BulletinKind.HalfMonthly when day.Day <= Half => new(kind, first, first.AddDays(Half - 1)),
            BulletinKind.HalfMonthly => new(kind, first.AddDays(Half), LastOf(first)),
            BulletinKind.Monthly => new(kind, first, LastOf(first)),
            _ => new(kind, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)),
        };
    }

    /// <summary>The period that a key names; null where it is none of this kind.</summary>
    public static BulletinPeriod? Parse(BulletinKind kind, string key)
    {
        if (Written().Match(key) is not { Success: true } match || !int.TryParse(
            match.Groups["year"].Value, CultureInfo.InvariantCulture, out var year) || year is < 1900 or > 9998)
        {
            return null;
        }

        int Part(string name, int otherwise) =>
            int.TryParse(match.Groups[name].Value, CultureInfo.InvariantCulture, out var part) ? part : otherwise;
        var (month, week, half) = (Part("month", 1), Part("week", 0), Part("half", 1));
        if (month is < 1 or > 12 || week > ISOWeek.GetWeeksInYear(year))
        {
            return null;
        }

        var day = half == 2 ? Half + 1 : Part("day", 1);
        if (day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return null;
        }

        var start = week > 0
            ? DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday))
            : new DateOnly(year, month, day);
        var period = Of(kind, start);
        return period.Key == key ? period : null;
    }

    /// <summary>True for the days of the period.</summary>
    public bool Has(DateOnly day) => day >= From && day <= To;

    private static DateOnly LastOf(DateOnly first) => first.AddMonths(1).AddDays(-1);

    private static DateTime Moment(DateOnly day) => day.ToDateTime(TimeOnly.MinValue);

    private string Iso(string form) => From.ToString(form, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<year>\d{4})(-W(?<week>\d{2})|-(?<month>\d{2})(-H(?<half>[12])|-(?<day>\d{2}))?)?\z")]
    private static partial Regex Written();
}
