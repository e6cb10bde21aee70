namespace Tanheng.Rulebook;

/// <summary>Which hours of a wait count.</summary>
public enum Runs
{
    /// <summary>Every hour, day and night.</summary>
    Always,

    /// <summary>Twenty-four hours are one working day; weekends and holidays do not count.</summary>
    WorkingDays,
}

/// <summary>When something that waited may happen.</summary>
public enum Executes
{
    /// <summary>At any time of any day.</summary>
    AnyTime,

    /// <summary>While offices are open.</summary>
    OfficeHours,
}

/// <summary>Office hours of a working day, local time; both ends are inside.</summary>
public readonly record struct OfficeHours(TimeOnly From, TimeOnly Until);

/// <summary>A wait between a decision and its effect.</summary>
/// <param name="Hours">How long; zero is no wait, but for what the office hours add.</param>
/// <param name="Runs">Which hours count.</param>
/// <param name="Executes">When it may end.</param>
public readonly record struct Wait(int Hours, Runs Runs = Runs.Always, Executes Executes = Executes.AnyTime);
