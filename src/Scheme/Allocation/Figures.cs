using System.Collections.Immutable;
using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Mrv;

namespace Tanheng.Scheme.Allocation;

/// <summary>
/// Evaluates allocation methods. Refusals in order: no such method, method without <c>final</c>, the method's own
/// refusal, a result that is not whole tonnes.
/// </summary>
internal static class Figures
{
    private const string Output = "final";
    private const string RowOutput = "allocation";

    /// <summary>The determination: one figure for each covered year. First refusal: emissions missing.</summary>
    public static Outcome<IReadOnlyList<AllocationFigure>> Final(
        SchemeState state, AllocationSubject subject, MethodInputs? given)
    {
        var figures = new List<AllocationFigure>(subject.Years.Count);
        foreach (var year in subject.Years)
        {
            if (state.Mrv.Of(subject.Holder.Id, year) is not { } accepted)
            {
                return AllocationRefusals.EmissionsMissing.With(("holder", subject.Holder.Id), ("year", year));
            }

            if (!Of(state, subject.Sector.Allocation, subject.Rules.Allocation, accepted, given).Try(out var figure, out var refusal))
            {
                return refusal;
            }

            figures.Add(figure);
        }

        return Outcome.Of<IReadOnlyList<AllocationFigure>>(figures);
    }

    /// <summary>
    /// The pre-allocation: on inputs the authority gives whole, else on the accepted emissions of a year before.
    /// Refusals first: the plan has no pre-allocation, emissions missing.
    /// </summary>
    public static Outcome<AllocationFigure> PreAllocation(
        SchemeState state, AllocationSubject subject, int? basisYear, MethodInputs? given)
    {
        if (subject.Sector.PreAllocation is not { } reference)
        {
            return AllocationRefusals.NoPreAllocation.With(
                ("period", subject.Rules.Period), ("sector", subject.Sector.Sector));
        }

        var year = basisYear ?? (subject.Rules.Period.First - 1);
        if (state.Mrv.Of(subject.Holder.Id, year) is { } accepted)
        {
            return Of(state, reference, subject.Rules.Allocation, accepted, given);
        }

        return given is null
            ? AllocationRefusals.EmissionsMissing.With(("holder", subject.Holder.Id), ("year", year))
            : OfGiven(state, reference, subject.Rules.Allocation, year, given);
    }

    /// <summary>A figure on accepted emissions.</summary>
    public static Outcome<AllocationFigure> Of(
        SchemeState state, MethodReference reference, AllocationRule rule, AcceptedEmissions accepted, MethodInputs? given) =>
        Find(state, reference).Try(out var method, out var refusal)
            ? Evaluate(
                method, reference, accepted.Year, AllocationInputs.Of(state, method, rule, accepted, given), accepted.Lines)
            : refusal;

    /// <summary>A figure on given inputs.</summary>
    public static Outcome<AllocationFigure> OfGiven(
        SchemeState state, MethodReference reference, AllocationRule rule, int year, MethodInputs given) =>
        Find(state, reference).Try(out var method, out var refusal)
            ? Evaluate(method, reference, year, AllocationInputs.Given(method, rule, year, given), [])
            : refusal;

    private static Outcome<Method> Find(SchemeState state, MethodReference reference)
    {
        if (!state.Methods.Find(reference.Id, reference.Version).Try(out var method, out var refusal))
        {
            return refusal;
        }

        return method.Outputs.Any(output => output.Name == Output)
            ? method
            : AllocationRefusals.MethodWithoutFinal.With(("method", reference));
    }

    private static Outcome<AllocationFigure> Evaluate(
        Method method, MethodReference reference, int year, MethodInputs inputs, ImmutableArray<CalculatedLine> lines)
    {
        if (!method.Evaluate(inputs).Try(out var result, out var refusal))
        {
            return refusal;
        }

        var value = result.Number(Output);
        if (value < 0m || value > long.MaxValue || value != decimal.Truncate(value))
        {
            return AllocationRefusals.FinalNotWhole.With(("method", reference), ("value", value));
        }

        return new AllocationFigure(year, reference, inputs, new Tonnes((long)value), RowsOf(method, result, inputs, lines));
    }

    private static IReadOnlyList<RowFigure> RowsOf(
        Method method, MethodResult result, MethodInputs inputs, ImmutableArray<CalculatedLine> lines)
    {
        if (!method.Formulas.Any(formula => formula.Name == AllocationInputs.Units + "." + RowOutput))
        {
            return [];
        }

        var names = AllocationInputs.Names(inputs, lines);
        return
        [
            .. result.Rows(AllocationInputs.Units).Select((row, i) => new RowFigure(
                names[i], new Tonnes((long)decimal.Floor(row.Number(RowOutput))))),
        ];
    }
}
