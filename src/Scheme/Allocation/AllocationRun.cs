using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Scheme.Compliance;

namespace Tanheng.Scheme.Allocation;

/// <summary>Which decision a run makes.</summary>
public enum AllocationStage
{
    /// <summary>预分配.</summary>
    PreAllocation,

    /// <summary>核定.</summary>
    Final,
}

/// <summary>One holder of a dry run.</summary>
/// <param name="Holder">Whose.</param>
/// <param name="Figures">The figures with the inputs to explain them; none when refused.</param>
/// <param name="Previous">What is due now, before the run.</param>
/// <param name="New">What would be due; null when refused.</param>
/// <param name="Deductions">What compliance has still to net out.</param>
/// <param name="Refusal">Why the holder cannot be allocated, or null.</param>
public sealed record PreviewLine(
    HolderId Holder,
    IReadOnlyList<AllocationFigure> Figures,
    Tonnes Previous,
    Tonnes? New,
    Tonnes Deductions,
    Refusal? Refusal)
{
    /// <summary>New less previous; zero when refused.</summary>
    public Tonnes Difference => (New ?? Previous) - Previous;
}

/// <summary>A dry run of the allocation: what each holder would get, without changing anything.</summary>
public static class AllocationRun
{
    /// <summary>All covered holders of a period, in the order of their numbers.</summary>
    public static IReadOnlyList<PreviewLine> Preview(
        SchemeState state,
        CompliancePeriod period,
        AllocationStage stage, int? basisYear = null,
        MethodInputs? given = null) =>
        [.. Covered(state, period).Select(holder => Line(state, holder, period, stage, basisYear, given))];

    /// <summary>
    /// What the methods give for a holder now, whatever has been decided before: to lay it beside what stands. Refusals
    /// as those of the stage, but for decided already.
    /// </summary>
    public static Outcome<IReadOnlyList<AllocationFigure>> Recalculate(
        SchemeState state,
        HolderId holder,
        CompliancePeriod period,
        AllocationStage stage, int? basisYear = null,
        MethodInputs? given = null)
    {
        if (!AllocationSubject.Of(state, holder, period).Try(out var subject, out var refusal))
        {
            return refusal;
        }

        if (stage == AllocationStage.Final)
        {
            return Figures.Final(state, subject, given);
        }

        return Figures.PreAllocation(state, subject, basisYear, given).Try(out var figure, out refusal)
            ? Outcome.Of<IReadOnlyList<AllocationFigure>>([figure])
            : refusal;
    }

    /// <summary>Holders on the list of any year of the period, in the order of their numbers.</summary>
    internal static IEnumerable<HolderId> Covered(SchemeState state, CompliancePeriod period)
    {
        var holders = new SortedSet<long>();
        for (var year = period.First; year <= period.Last; year++)
        {
            if (state.Registry.Coverage.TryGetValue(year, out var list))
            {
                holders.UnionWith(list
                    .Where(holder => !state.Registry.IsLeftOut(holder, year))
                    .Select(holder => holder.Value));
            }
        }

        return holders.Select(HolderId.From);
    }

    /// <summary>The figures of one holder, or why not.</summary>
    internal static Outcome<IReadOnlyList<AllocationFigure>> FiguresOf(
        SchemeState state, AllocationSubject subject, AllocationStage stage, int? basisYear, MethodInputs? given)
    {
        if (stage == AllocationStage.Final)
        {
            return Allocating.FiguresOf(state, subject, given);
        }

        return PreAllocating.Figure(state, subject, basisYear, given).Try(out var figure, out var refusal)
            ? Outcome.Of<IReadOnlyList<AllocationFigure>>([figure])
            : refusal;
    }

    private static PreviewLine Line(
        SchemeState state,
        HolderId holder,
        CompliancePeriod period,
        AllocationStage stage, int? basisYear,
        MethodInputs? given)
    {
        var previous = state.Allocation.Of(holder, period)?.Basis ?? Tonnes.Zero;
        var deductions = Deductions.Pending(state, holder, period);
        if (!AllocationSubject.Of(state, holder, period).Try(out var subject, out var refusal)
            || !FiguresOf(state, subject, stage, basisYear, given).Try(out var figures, out refusal))
        {
            return new PreviewLine(holder, [], previous, null, deductions, refusal);
        }

        var quantity = Figures.Sum(figures);
        deductions = Deductions.Pending(state, holder, period, quantity);
        return new PreviewLine(holder, figures, previous, quantity, deductions, null);
    }
}
