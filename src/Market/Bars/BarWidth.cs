namespace Tanheng.Market.Bars;

/// <summary>How much time one bar covers, by the market's own clock and calendar.</summary>
public enum BarWidth
{
    /// <summary>一分钟.</summary>
    Minute,

    /// <summary>五分钟, from full five minutes on.</summary>
    FiveMinutes,

    /// <summary>十五分钟, from the quarters of an hour on.</summary>
    FifteenMinutes,

    /// <summary>六十分钟, from full hours on.</summary>
    Hour,

    /// <summary>日.</summary>
    Day,

    /// <summary>周, from Monday on.</summary>
    Week,

    /// <summary>月, a calendar month.</summary>
    Month,
}

/// <summary>Where bars begin.</summary>
public static class BarWidths
{
    /// <summary>The first moment of the bar that a local time is in; the next bar's is no longer inside.</summary>
    public static DateTime StartOf(this BarWidth width, DateTime local) => width switch
    {
        BarWidth.Minute => Floor(local, 1),
        BarWidth.FiveMinutes => Floor(local, 5),
        BarWidth.FifteenMinutes => Floor(local, 15),
        BarWidth.Hour => Floor(local, 60),
        BarWidth.Day => local.Date,
        BarWidth.Week => local.Date.AddDays(-(((int)local.DayOfWeek + 6) % 7)),
        _ => new DateTime(local.Year, local.Month, 1, 0, 0, 0, local.Kind),
    };

    /// <summary>True for the bars that are made of minutes, false for those made of days.</summary>
    public static bool IsWithinDay(this BarWidth width) => width < BarWidth.Day;

    private static DateTime Floor(DateTime local, int minutes) =>
        local.AddTicks(-(local.Ticks % (minutes * TimeSpan.TicksPerMinute)));
}
