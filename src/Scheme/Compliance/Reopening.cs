using Tanheng.Ledger;
using Tanheng.Quantities;

namespace Tanheng.Scheme.Compliance;

/// <summary>What accepted or corrected emissions mean for the obligation.</summary>
public static class Reopening
{
    /// <summary>
    /// The events that follow when a year's emissions become <paramref name="total"/>: the obligation is set or changed,
    /// what was surrendered too much goes back, the status and an open case follow.
    /// </summary>
    public static IReadOnlyList<Event> After(
        SchemeState state, in Context context, Planner plan, HolderId holder, int year, Tonnes total) => [];
}
