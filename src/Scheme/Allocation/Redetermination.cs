using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Mrv;

namespace Tanheng.Scheme.Allocation;

/// <summary>
/// What corrected emissions mean for the allocation: the year's figure is calculated again and the difference is
/// delivered or taken back. A pre-allocation stays until the determination; a stated quantity stands on no report.
/// </summary>
public static class Redetermination
{
    /// <summary>The events, none when no figure stands on the year; refusals are those of the method and the delivery.</summary>
    internal static Outcome<IReadOnlyList<Event>> After(
        SchemeState state, Planner plan, PeriodRules rules, AcceptedEmissions corrected)
    {
        var before = state.Allocation.FiguresOf(corrected.Holder, rules.Period).Final;
        var figures = new List<AllocationFigure>(before.Count);
        var changed = false;
        foreach (var figure in before)
        {
            if (figure.Year != corrected.Year || StatedAllocating.IsStated(figure))
            {
                figures.Add(figure);
                continue;
            }

            var given = figure.Inputs.Without(AllocationInputs.Units);
            if (!Figures.Of(state, figure.Method, rules.Allocation, corrected, given).Try(out var again, out var refusal))
            {
                return refusal;
            }

            figures.Add(again);
            changed |= !again.Inputs.Equals(figure.Inputs);
        }

        return changed
            ? Allocating.Events(state, plan, state.Registry.Holders[corrected.Holder], rules, figures)
            : Outcome.Of<IReadOnlyList<Event>>([]);
    }
}
