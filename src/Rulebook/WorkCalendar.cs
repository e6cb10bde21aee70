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
        IEnumerable<DateOnly> makeUpDays,
        OfficeHours? hours = null)
    {
        Zone = zone;
        Weekend = weekend;
        Hours = hours;
        this.holidays = [.. holidays];
        this.makeUpDays = [.. makeUpDays];
    }

    /// <summary>The scheme's time zone.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>Days of the week that are not worked.</summary>
    public IReadOnlyList<DayOfWeek> Weekend { get; }

    /// <summary>Office hours of a working day; null where the rulebook does not say.</summary>
    public OfficeHours? Hours { get; }

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

    /// <summary>
    /// When a wait that begins at a moment is over. Without working days and office hours it is so many hours later,
    /// to the millisecond. Else: a beginning outside office hours (or on a day off) counts as the next opening; every
    /// full day of the wait is a working day, the rest is added as hours; an end on a day off keeps its time on the
    /// next working day; an end outside office hours is the next opening. Closing time itself is still inside. What
    /// waited at all ends on a full minute, rounded up.
    /// </summary>
    public DateTimeOffset After(DateTimeOffset from, Wait wait)
    {
        if (wait is { Runs: Runs.Always, Executes: Executes.AnyTime })
        {
            return from.AddHours(wait.Hours);
        }

        var hours = wait.Executes == Executes.OfficeHours ? Hours : null;
        var begin = Local(from);
        var local = wait.Runs == Runs.WorkingDays || hours is not null ? Open(begin, hours) : begin;
        local = wait.Runs == Runs.WorkingDays
            ? AddWorkingHours(local, wait.Hours)
            : Local(Moment(local).AddHours(wait.Hours));
        local = Open(local, hours);
        return local == begin ? from : Moment(FullMinute(local));
    }

    private DateTime AddWorkingHours(DateTime local, int hours)
    {
        var day = AddWorkingDays(DateOnly.FromDateTime(local), hours / 24);
        local = day.ToDateTime(TimeOnly.FromDateTime(local)).AddHours(hours % 24);
        day = DateOnly.FromDateTime(local);
        return IsWorkingDay(day) ? local : AddWorkingDays(day, 1).ToDateTime(TimeOnly.FromDateTime(local));
    }

    /// <summary>
    /// The moment itself when offices are open, else the next opening; without hours a day is open all day.
    /// </summary>
    private DateTime Open(DateTime local, OfficeHours? hours)
    {
        var (day, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        var opening = hours?.From ?? TimeOnly.MinValue;
        if (!IsWorkingDay(day) || time > (hours?.Until ?? TimeOnly.MaxValue))
        {
            return AddWorkingDays(day, 1).ToDateTime(opening);
        }

        return time < opening ? day.ToDateTime(opening) : local;
    }

    private static DateTime FullMinute(DateTime local)
    {
        var over = local.Ticks % TimeSpan.TicksPerMinute;
        return over == 0 ? local : local.AddTicks(TimeSpan.TicksPerMinute - over);
    }
}
