using System.Collections.Immutable;
using Tanheng.Ledger;
using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Mrv;

namespace Tanheng.Scheme.Allocation;

/// <summary>
/// Evaluates allocation methods. A method's result is its output <c>final</c> (of a pre-allocation <c>total</c> will
/// do), its rows' <c>allocation</c> (<c>pre_allocation</c>) and, where the plan bounds what is due, <c>obligation</c>.
/// Refusals in order: no such method, method without <c>final</c>, the method's own refusal, a result that is not whole
/// tonnes.
/// </summary>
internal static class Figures
{
    private static readonly string[] Outputs = ["final", "total"];
    private static readonly string[] Columns = ["allocation", "pre_allocation"];
    private const string Obligation = "obligation";

    /// <summary>The determination: one figure for each covered year. First refusal: emissions missing.</summary>
    public static Outcome<IReadOnlyList<AllocationFigure>> Final(
        SchemeState state, AllocationSubject subject, MethodInputs? given)
    {
        var (reference, rule) = (subject.Sector.Allocation, subject.Rules.Allocation);
        var figures = new List<AllocationFigure>(subject.Years.Count);
        foreach (var year in subject.Years)
        {
            if (state.Mrv.Of(subject.Holder.Id, year) is not { } accepted)
            {
                return AllocationRefusals.EmissionsMissing.With(("holder", subject.Holder.Id), ("year", year));
            }

            if (!Of(state, reference, rule, accepted, given).Try(out var figure, out var refusal))
            {
                return refusal;
            }

            figures.Add(figure);
        }

        return Outcome.Of<IReadOnlyList<AllocationFigure>>(figures);
    }

    /// <summary>
    /// The pre-allocation: on the accepted emissions of a basis year, else on inputs the authority gives whole.
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
        SchemeState state,
        MethodReference reference,
        AllocationRule rule,
        AcceptedEmissions accepted,
        MethodInputs? given) =>
        Find(state, reference).Try(out var method, out var refusal)
            ? Evaluate(
                method,
                reference,
                accepted.Year,
                AllocationInputs.Of(state, method, rule, accepted, given),
                accepted.Lines)
            : refusal;

    /// <summary>A figure on given inputs.</summary>
    public static Outcome<AllocationFigure> OfGiven(
        SchemeState state, MethodReference reference, AllocationRule rule, int year, MethodInputs given) =>
        Find(state, reference).Try(out var method, out var refusal)
            ? Evaluate(method, reference, year, AllocationInputs.Given(method, rule, year, given), [])
            : refusal;

    /// <summary>What the plan has surrendered at most; null unless every figure says so.</summary>
    public static Tonnes? ObligationOf(IReadOnlyList<AllocationFigure> figures)
    {
        var sum = Tonnes.Zero;
        foreach (var figure in figures)
        {
            if (figure.Obligation is not { } obligation)
            {
                return null;
            }

            sum += obligation;
        }

        return figures.Count == 0 ? null : sum;
    }

    public static Tonnes Sum(IReadOnlyList<AllocationFigure> figures) =>
        figures.Aggregate(Tonnes.Zero, (sum, figure) => sum + figure.Quantity);

    private static Outcome<Method> Find(SchemeState state, MethodReference reference)
    {
        if (!state.Methods.Find(reference.Id, reference.Version).Try(out var method, out var refusal))
        {
            return refusal;
        }

        return OutputOf(method) is null
            ? AllocationRefusals.MethodWithoutFinal.With(("method", reference))
            : method;
    }

    private static string? OutputOf(Method method) =>
        Array.Find(Outputs, name => method.Outputs.Any(output => output.Name == name));

    private static Outcome<AllocationFigure> Evaluate(
        Method method, MethodReference reference, int year, MethodInputs inputs, ImmutableArray<CalculatedLine> lines)
    {
        if (!method.Evaluate(inputs).Try(out var result, out var refusal))
        {
            return refusal;
        }

        if (!Whole(method, result.Number(OutputOf(method)!)).Try(out var quantity, out refusal))
        {
            return refusal;
        }

        Tonnes? obligation = null;
        if (method.Outputs.Any(output => output.Name == Obligation))
        {
            if (!Whole(method, result.Number(Obligation)).Try(out var bound, out refusal))
            {
                return refusal;
            }

            obligation = bound;
        }

        var rows = RowsOf(method, result, inputs, lines);
        return new AllocationFigure(year, reference, inputs, quantity, rows, obligation);
    }

    private static Outcome<Tonnes> Whole(Method method, decimal value) =>
        value > Ledger.Ledger.Limit ? LedgerRefusals.TooLarge.With(("quantity", value))
            : value >= 0m && value == decimal.Truncate(value) ? new Tonnes((long)value)
            : AllocationRefusals.FinalNotWhole.With(("method", method.Reference), ("value", value));

    private static IReadOnlyList<RowFigure> RowsOf(
        Method method, MethodResult result, MethodInputs inputs, ImmutableArray<CalculatedLine> lines)
    {
        var column = Array.Find(
            Columns, name => method.Formulas.Any(formula => formula.Name == AllocationInputs.Units + "." + name));
        if (column is null)
        {
            return [];
        }

        var names = AllocationInputs.Names(inputs, lines);
        return
        [
            .. result.Rows(AllocationInputs.Units).Select((row, i) => new RowFigure(
                names[i], new Tonnes((long)decimal.Floor(row.Number(column))))),
        ];
    }
}
