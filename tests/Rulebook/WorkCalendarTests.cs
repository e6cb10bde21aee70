using System.Globalization;

namespace Tanheng.Rulebook.Tests;

public sealed class WorkCalendarTests
{
    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset Utc(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    [Theory]
    [InlineData("2023-09-28", true)] // Thursday before the holiday
    [InlineData("2023-09-29", false)] // Mid-Autumn
    [InlineData("2023-10-06", false)]
    [InlineData("2023-10-07", true)] // Saturday, worked
    [InlineData("2023-10-08", true)] // Sunday, worked
    [InlineData("2023-10-14", false)] // an ordinary Saturday
    [InlineData("2026-02-14", true)] // Saturday, worked before Spring Festival
    [InlineData("2026-02-23", false)]
    [InlineData("2022-12-31", false)] // New Year 2023 begins in the old year
    public void Holidays_and_make_up_days_of_China(string day, bool working) =>
        Shipped.China.Calendar.IsWorkingDay(Day(day)).ShouldBe(working);

    [Theory]
    // 28 September is a Thursday; then eight days of holiday, a worked weekend, and Monday 9 October to Wednesday 11.
    [InlineData("2023-09-28", 1, "2023-10-07")]
    [InlineData("2023-09-28", 5, "2023-10-11")]
    [InlineData("2023-09-28", 0, "2023-09-28")]
    [InlineData("2023-10-14", 1, "2023-10-16")] // from a Saturday: Monday
    [InlineData("2026-06-18", 1, "2026-06-22")] // Dragon Boat Friday to Sunday
    public void Working_days_are_counted_over_holidays(string from, int count, string expected) =>
        Shipped.China.Calendar.AddWorkingDays(Day(from), count).ShouldBe(Day(expected));

    [Fact]
    public void Working_days_do_not_run_backwards() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Shipped.China.Calendar.AddWorkingDays(Day("2023-10-14"), -1));

    [Theory]
    [InlineData("2023-12-31T00:00", "2023-12-30T16:00")]
    [InlineData("2024-01-01T00:00", "2023-12-31T16:00")]
    public void China_is_eight_hours_ahead_all_year(string local, string utc) =>
        Shipped.China.Calendar.Moment(DateTime.Parse(local, CultureInfo.InvariantCulture)).ShouldBe(Utc(utc));

    [Theory]
    [InlineData("2015-01-15T12:00", "2015-01-15T11:00")] // winter
    [InlineData("2015-05-01T00:00", "2015-04-30T22:00")] // summer: the surrender deadline of 30 April, 24:00
    [InlineData("2015-10-25T02:30", "2015-10-25T01:30")] // the hour that comes twice: the later one
    [InlineData("2015-10-25T03:00", "2015-10-25T02:00")]
    public void Brussels_turns_its_clocks(string local, string utc)
    {
        var calendar = Shipped.Eu.Calendar;
        var moment = Utc(utc);
        calendar.Moment(DateTime.Parse(local, CultureInfo.InvariantCulture)).ShouldBe(moment);
        calendar.Local(moment).ShouldBe(DateTime.Parse(local, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void The_hour_that_is_left_out_in_spring_still_has_a_moment() =>
        Shipped.Eu.Calendar.Moment(new DateTime(2015, 3, 29, 2, 30, 0)).ShouldBe(Utc("2015-03-29T01:30"));

    [Fact]
    public void The_last_second_of_the_day_is_still_that_day()
    {
        var calendar = Shipped.China.Calendar;
        calendar.Day(Utc("2023-12-31T15:59:59")).ShouldBe(Day("2023-12-31"));
        calendar.Day(Utc("2023-12-31T16:00:00")).ShouldBe(Day("2024-01-01"));
    }

    [Fact]
    public void Europe_keeps_weekends_and_no_holidays()
    {
        Shipped.Eu.Calendar.IsWorkingDay(Day("2015-05-01")).ShouldBeTrue(); // a Friday
        Shipped.Eu.Calendar.IsWorkingDay(Day("2015-05-02")).ShouldBeFalse();
        Shipped.Eu.Holidays.ShouldBeEmpty();
    }

    /// <summary>One working day in office hours 09:00 to 18:00 in London, as a live registry waits.</summary>
    [Theory]
    [InlineData("2023-06-16T17:30", "2023-06-19T17:30")] // Friday afternoon: Monday at the same time
    [InlineData("2023-06-16T19:00", "2023-06-20T09:00")] // after closing: from Monday's opening
    [InlineData("2023-06-17T12:00", "2023-06-20T09:00")] // Saturday: from Monday's opening
    [InlineData("2023-06-19T08:00", "2023-06-20T09:00")] // before opening: from the opening
    [InlineData("2023-06-19T18:00", "2023-06-20T18:00")] // closing time itself is inside
    [InlineData("2023-06-19T18:01", "2023-06-21T09:00")]
    [InlineData("2023-06-19T10:00:01", "2023-06-20T10:01")] // the next full minute
    public void One_working_day_in_office_hours(string from, string until) => Waits(Office, 24, from, until);

    /// <summary>
    /// Four business days in the hours 10:00 to 16:00, as the Swedish administrator explains the wait of the union
    /// registry's trusted accounts.
    /// </summary>
    [Theory]
    [InlineData("2023-06-15T11:30", "2023-06-21T11:30")] // Thursday: Wednesday of the next week
    [InlineData("2023-06-17T12:00", "2023-06-23T10:00")] // Saturday: from Monday 10:00 to Friday
    [InlineData("2023-06-19T19:00", "2023-06-26T10:00")] // Monday evening: from Tuesday 10:00 to Monday
    public void Four_business_days_of_the_union_registry(string from, string until)
    {
        var book = Shipped.Eu;
        var begin = book.Calendar.Moment(DateTime.Parse(from, CultureInfo.InvariantCulture));
        book.Calendar.Local(book.Calendar.After(begin, new Wait(96, Runs.WorkingDays, Executes.OfficeHours)))
            .ShouldBe(DateTime.Parse(until, CultureInfo.InvariantCulture));
    }

    [Theory]
    // 26 hours: one working day and two hours more.
    [InlineData("2023-06-15T23:00", "2023-06-19T01:00")] // Thursday night: Saturday 01:00 keeps its time on Monday
    [InlineData("2023-06-16T17:30", "2023-06-19T19:30")]
    [InlineData("2023-06-16T23:00", "2023-06-20T01:00")]
    [InlineData("2023-06-17T12:00", "2023-06-20T02:00")] // Saturday does not count
    public void Twenty_six_hours_that_rest_on_weekends(string from, string until) =>
        Waits(new Wait(0, Runs.WorkingDays), 26, from, until);

    [Theory]
    [InlineData("2023-06-19T12:00:30.5", "2023-06-19T12:00:30.5")] // open: at once, to the millisecond
    [InlineData("2023-06-19T07:00", "2023-06-19T09:00")]
    [InlineData("2023-06-17T12:00", "2023-06-19T09:00")]
    public void No_wait_at_all_still_keeps_office_hours(string from, string until) => Waits(Office, 0, from, until);

    [Theory]
    [InlineData("2023-06-16T17:30", "2023-06-19T09:00")] // ends on Saturday 17:30: the next opening
    [InlineData("2023-06-19T11:00", "2023-06-20T11:00")]
    public void Hours_of_the_clock_that_end_in_office_hours(string from, string until) =>
        Waits(Office with { Runs = Runs.Always }, 24, from, until);

    [Fact]
    public void Holidays_and_worked_weekends_count_as_they_are()
    {
        var calendar = Shipped.China.Calendar;
        var from = calendar.Moment(new DateTime(2023, 9, 28, 15, 0, 0)); // the day before eight days of holiday
        calendar.Local(calendar.After(from, new Wait(24, Runs.WorkingDays)))
            .ShouldBe(new DateTime(2023, 10, 7, 15, 0, 0));
    }

    [Fact]
    public void Plain_hours_are_plain_hours_to_the_millisecond() =>
        Shipped.China.Calendar.After(Utc("2023-09-29T01:02:03.004"), new Wait(24))
            .ShouldBe(Utc("2023-09-30T01:02:03.004"));

    private static Wait Office => new(0, Runs.WorkingDays, Executes.OfficeHours);

    private static void Waits(Wait wait, int hours, string from, string until)
    {
        var calendar = new WorkCalendar(
            TimeZoneInfo.FindSystemTimeZoneById("Europe/London"),
            [DayOfWeek.Saturday, DayOfWeek.Sunday],
            [],
            [],
            new OfficeHours(new TimeOnly(9, 0), new TimeOnly(18, 0)));
        var begin = calendar.Moment(DateTime.Parse(from, CultureInfo.InvariantCulture));
        calendar.Local(calendar.After(begin, wait with { Hours = hours }))
            .ShouldBe(DateTime.Parse(until, CultureInfo.InvariantCulture));
    }
}
