namespace Tanheng.Rulebook;

/// <summary>Local time, weekends and holidays of a scheme. Time zone rules come from the operating system.</summary>
public sealed class WorkCalendar
{
    private readonly HashSet<DateOnly> holidays;
    private readonly HashSet<DateOnly> makeUpDays;

    /// <summary>A calendar; make-up days are weekend days that are worked 调休.</summary>
    public WorkCalendar(
        TimeZoneInfo zone,
        IReadOnlyList<DayOfWeek> weekend,
        IEnumerable<DateOnly> holidays,
        IEnumerable<DateOnly> makeUpDays)
    {
        Zone = zone;
        Weekend = weekend;
        this.holidays = [.. holidays];
        this.makeUpDays = [.. makeUpDays];
    }

    /// <summary>The scheme's time zone.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>Days of the week that are not worked.</summary>
    public IReadOnlyList<DayOfWeek> Weekend { get; }

    /// <summary>The day that a moment falls on in the scheme's own zone.</summary>
    public DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(Local(moment));

    /// <summary>A moment in the scheme's own zone.</summary>
    public DateTime Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone).DateTime;

    /// <summary>The moment of a local time (the later one when the clock is turned back).</summary>
    public DateTimeOffset Moment(DateTime local) =>
        new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();

    /// <summary>True when offices are open that day.</summary>
    public bool IsWorkingDay(DateOnly day) =>
        makeUpDays.Contains(day) || (!Weekend.Contains(day.DayOfWeek) && !holidays.Contains(day));

    /// <summary>The day <paramref name="count"/> working days after a day; the day itself does not count.</summary>
    public DateOnly AddWorkingDays(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        while (count > 0)
        {
            day = day.AddDays(1);
            count -= IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }
}
