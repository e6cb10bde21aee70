using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Mrv;

namespace Tanheng.Scheme.Allocation;

/// <summary>
/// What corrected emissions mean for the allocation: the year's figure is calculated again. A pre-allocation stays
/// until the determination; a stated quantity stands on no report.
/// </summary>
internal static class Redetermination
{
    /// <summary>
    /// The figures after a correction; none when no figure changes. Refusals are those of <see cref="Figures"/>.
    /// </summary>
    public static Outcome<IReadOnlyList<AllocationFigure>> After(
        SchemeState state, PeriodRules rules, AcceptedEmissions corrected) =>
        After(state, rules, corrected.Holder, new() { [corrected.Year] = corrected });

    /// <summary>The same for several years; one of which no line is left gives nothing.</summary>
    public static Outcome<IReadOnlyList<AllocationFigure>> After(
        SchemeState state, PeriodRules rules, HolderId holder, Dictionary<int, AcceptedEmissions> corrected)
    {
        var before = state.Allocation.FiguresOf(holder, rules.Period).Final;
        var figures = new List<AllocationFigure>(before.Count);
        var changed = false;
        foreach (var figure in before)
        {
            if (!corrected.TryGetValue(figure.Year, out var year) || StatedAllocating.IsStated(figure))
            {
                figures.Add(figure);
                continue;
            }

            if (year.Lines.IsEmpty)
            {
                figures.Add(figure with
                {
                    Quantity = Tonnes.Zero,
                    Rows = [],
                    Obligation = figure.Obligation is null ? null : Tonnes.Zero,
                });
                changed = true;
                continue;
            }

            var given = figure.Inputs.Without(AllocationInputs.Units);
            if (!Figures.Of(state, figure.Method, rules.Allocation, year, given)
                .Try(out var again, out var refusal))
            {
                return refusal;
            }

            figures.Add(again);
            changed |= !again.Inputs.Equals(figure.Inputs);
        }

        return Outcome.Of<IReadOnlyList<AllocationFigure>>(changed ? figures : []);
    }

    /// <summary>
    /// The bound that the figures put on the obligation; null where the method has none, or it has never been below the
    /// verified emissions.
    /// </summary>
    public static Tonnes? CapOf(
        SchemeState state,
        HolderId holder,
        CompliancePeriod period,
        IReadOnlyList<AllocationFigure> figures,
        Tonnes? verified)
    {
        var bound = Figures.ObligationOf(figures);
        return bound < verified || state.Compliance.Caps.ContainsKey((holder, period)) ? bound : null;
    }
}
