using Tanheng.Quantities;

namespace Tanheng.Scheme.Allocation;

/// <summary>Where a holder stands with all its allocations together.</summary>
public enum AllocationStanding
{
    /// <summary>无: nothing is due and nothing was delivered.</summary>
    None,

    /// <summary>未发放: something is due, nothing was delivered.</summary>
    NotYet,

    /// <summary>部分发放: something was delivered and something remains.</summary>
    Under,

    /// <summary>已足额发放: what is due was delivered.</summary>
    Fully,

    /// <summary>超额发放: more was delivered than is due.</summary>
    Over,
}

/// <summary>发放状态: what remains is what is due after netting, less what was delivered and not given back.</summary>
public static class AllocationStandings
{
    /// <summary>
    /// The standing over all periods that have begun by a year, the first that is true: over when less than nothing
    /// remains; fully when nothing remains and something was delivered; under when something remains of what was partly
    /// delivered; not yet when all of it remains; none.
    /// </summary>
    public static AllocationStanding Of(SchemeState state, HolderId holder, int year)
    {
        var (remaining, delivered) = (Tonnes.Zero, Tonnes.Zero);
        foreach (var rules in state.Rules.Periods)
        {
            if (rules.Period.First <= year && state.Allocation.Of(holder, rules.Period) is { } entitlement)
            {
                remaining += entitlement.Difference;
                delivered += entitlement.Delivered;
            }
        }

        return remaining < Tonnes.Zero ? AllocationStanding.Over
            : remaining == Tonnes.Zero ? delivered > Tonnes.Zero ? AllocationStanding.Fully : AllocationStanding.None
            : delivered > Tonnes.Zero ? AllocationStanding.Under
            : AllocationStanding.NotYet;
    }
}
