namespace Tanheng.Rulebook;

/// <summary>The holidays of one year as the authority announced them.</summary>
public sealed record HolidayYear : Rule
{
    /// <summary>The year the announcement is for; its first holiday may begin in the old year.</summary>
    public required int Year { get; init; }

    /// <summary>Days on which offices are closed, weekends within a holiday included.</summary>
    public required IReadOnlyList<DateOnly> Days { get; init; }

    /// <summary>调休上班: weekend days that are worked instead.</summary>
    public required IReadOnlyList<DateOnly> Worked { get; init; }
}
