using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Compliance;

/// <summary>
/// How far a period's surrender had come at a milestone of its calendar, such as 95 % by 15 November.
/// </summary>
/// <param name="Period">Which period.</param>
/// <param name="At">The milestone.</param>
/// <param name="Target">The share the calendar asks for.</param>
/// <param name="Owing">Holders that owe anything for the period.</param>
/// <param name="Met">Those among them that have surrendered all.</param>
/// <param name="Share">Holders met / holders owing, half up to 0.01 %; 100 % when nobody owes.</param>
public sealed record MilestoneCounted(
    CompliancePeriod Period, DateTimeOffset At, Percent Target, int Owing, int Met, Percent Share) : Event
{
    /// <summary>True when the target was reached.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool Reached => Share >= Target;
}

/// <summary>Counts holders, not tonnes: the calendar speaks of the share of units that have surrendered 完成率.</summary>
internal static class Milestones
{
    internal static void Register(Catalogue catalogue) => catalogue
        .WhenDue(DueKind.Milestone, FallDue)
        .Event<MilestoneCounted>("milestone-counted", Apply);

    private static Decision FallDue(SchemeState state, in Context context, Due due)
    {
        var rules = SurrenderCalendar.RulesOf(state, due);
        var milestone = rules?.Deadlines.FirstOrDefault(deadline =>
            deadline.Step == Step.SurrenderMilestone && state.Rules.Calendar.Moment(deadline.At) == due.At);
        if (rules is null || milestone is null)
        {
            return Decision.Of();
        }

        var (owing, met) = (0, 0);
        foreach (var obligation in state.Compliance.Obligations.Values)
        {
            if (obligation.Period == rules.Period && obligation.Due > Tonnes.Zero)
            {
                owing++;
                met += obligation.Missing == Tonnes.Zero ? 1 : 0;
            }
        }

        var share = owing == 0 ? 100m : Round.To(met * 100m / owing, 2, Rounding.HalfUp);
        return Decision.Of(new MilestoneCounted(
            rules.Period, due.At, milestone.Share ?? Percent.Hundred, owing, met, new Percent(share)));
    }

    private static void Apply(SchemeState state, in Context context, MilestoneCounted happened) =>
        state.Compliance.Milestones.Add(happened);
}
