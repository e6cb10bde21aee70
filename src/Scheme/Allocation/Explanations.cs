using Tanheng.Methodology;
using Tanheng.Quantities;

namespace Tanheng.Scheme.Allocation;

/// <summary>What a figure of an entitlement is for.</summary>
public enum FigureKind
{
    /// <summary>预分配.</summary>
    PreAllocation,

    /// <summary>核定.</summary>
    Final,

    /// <summary>新增设施.</summary>
    NewFacility,
}

/// <summary>A figure with its work shown again from the method and the inputs that were kept.</summary>
public sealed record ExplainedFigure(FigureKind Kind, AllocationFigure Figure, Outcome<Explanation> Explanation);

/// <summary>How every number of an entitlement came about, line by line.</summary>
public static class Explanations
{
    /// <summary>
    /// Pre-allocation, then the determination year by year, then grants; none where nothing was calculated.
    /// </summary>
    public static IReadOnlyList<ExplainedFigure> Of(SchemeState state, HolderId holder, CompliancePeriod period)
    {
        var figures = state.Allocation.FiguresOf(holder, period);
        return
        [
            .. figures.PreAllocation.Select(figure => Explain(state, FigureKind.PreAllocation, figure)),
            .. figures.Final.Select(figure => Explain(state, FigureKind.Final, figure)),
            .. figures.Grants.Select(figure => Explain(state, FigureKind.NewFacility, figure)),
        ];
    }

    private static ExplainedFigure Explain(SchemeState state, FigureKind kind, AllocationFigure figure)
    {
        var explanation = state.Methods.Find(figure.Method.Id, figure.Method.Version)
            .Try(out var method, out var refusal)
            ? method.Explain(figure.Inputs)
            : refusal;
        return new ExplainedFigure(kind, figure, explanation);
    }
}
