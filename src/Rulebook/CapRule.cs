using Tanheng.Quantities;

namespace Tanheng.Rulebook;

/// <summary>The most that may be allocated in a year of a period.</summary>
public readonly record struct YearCap(int Year, Tonnes Cap);

/// <summary>配额总量上限: the most that may be allocated in a period, and in years of it.</summary>
public sealed record CapRule : Rule
{
    /// <summary>For the whole period, whole tonnes; null where only years are capped.</summary>
    public Tonnes? Total { get; init; }

    /// <summary>For single years: what is determined for a year's activity counts.</summary>
    public IReadOnlyList<YearCap> Years { get; init; } = [];
}

/// <summary>整改跟踪: what a verifier left open is followed up.</summary>
public sealed record FollowUpRule : Rule
{
    /// <summary>Calendar days after the statement in which the holder answers.</summary>
    public required int AnswerDays { get; init; }
}
