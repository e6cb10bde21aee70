using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Compliance;

namespace Tanheng.Web.Entities.Models;

/// <summary>The advance of one period as it stands for a holder.</summary>
/// <param name="Period">The period it would help to settle.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Verified">Verified emissions; null until accepted.</param>
/// <param name="Allocation">Determined allocation; null until determined.</param>
/// <param name="Limit">The most that may be lent; null when none may.</param>
/// <param name="Refusal">Why none may be asked for now; null when it may.</param>
/// <param name="Given">An application or advance that there is.</param>
/// <param name="Deadline">The first moment too late, in the scheme's zone.</param>
public sealed record AdvanceView(
    CompliancePeriod Period,
    AdvanceRule Rule,
    Tonnes? Verified,
    Tonnes? Allocation,
    Tonnes? Limit,
    Refusal? Refusal,
    Advance? Given,
    DateTime? Deadline)
{
    /// <summary>Verified emissions minus allocation; null until both are known.</summary>
    public Tonnes? Gap => Verified - Allocation;

    /// <summary>
    /// The gap's share of the verified emissions in percent, two decimals, half up; null until known.
    /// </summary>
    public decimal? GapShare => Gap is { } gap && Verified is { Value: > 0 } verified
        ? Math.Round(100m * gap.Value / verified.Value, 2, MidpointRounding.AwayFromZero)
        : null;

    /// <summary>All periods that know an advance and concern the holder, the latest first.</summary>
    public static IReadOnlyList<AdvanceView> Of(SchemeState state, HolderId holder, DateTime now) =>
    [
        .. state.Rules.Periods.Where(rules => rules.Advance is not null && Concerns(state, holder, rules))
            .Select(rules => One(state, holder, rules, now)).Reverse(),
    ];

    private static bool Concerns(SchemeState state, HolderId holder, PeriodRules rules) =>
        state.Compliance.Of(holder, rules.Period) is not null || state.Allocation.Of(holder, rules.Period) is not null;

    private static AdvanceView One(SchemeState state, HolderId holder, PeriodRules rules, DateTime now)
    {
        var deadline = rules.DeadlineOf(Step.Surrender)?.At;
        var known = Advances.Limit(state, holder, rules.Period).Try(out var limit, out var refusal);
        if (deadline <= now)
        {
            refusal = ComplianceRefusals.DeadlinePassed.With(("period", rules.Period), ("deadline", deadline));
        }

        return new AdvanceView(
            rules.Period,
            rules.Advance!,
            Obligations.Verified(state, holder, rules.Period),
            state.Allocation.Of(holder, rules.Period)?.Determined,
            known ? limit : null,
            refusal,
            state.Compliance.Advances.GetValueOrDefault((holder, rules.Period)),
            deadline);
    }
}
