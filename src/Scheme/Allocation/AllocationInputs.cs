using System.Collections.Immutable;
using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Mrv;

namespace Tanheng.Scheme.Allocation;

/// <summary>
/// The inputs of an allocation method, by the names it declares. Rows <c>units</c>: for each verified line the unit's
/// own attributes, the year's production, <c>id</c> and <c>verified</c> tonnes. Single values: <c>verified</c> (the
/// entity's tonnes), <c>year</c>, <c>gap_cap</c> and <c>share</c> (from the rulebook). Names a method does not declare
/// are left out.
/// </summary>
internal static class AllocationInputs
{
    public const string Units = "units";
    public const string Id = "id";
    public const string Verified = "verified";
    public const string Quantity = "quantity";

    /// <summary>Inputs from accepted emissions; <paramref name="given"/> adds what only the authority knows.</summary>
    public static MethodInputs Of(
        SchemeState state, Method method, AllocationRule rule, AcceptedEmissions accepted, MethodInputs? given)
    {
        var inputs = Common(method, rule, accepted.Year, given);
        foreach (var input in method.Inputs)
        {
            inputs = input.Name switch
            {
                Units when input.Type == MethodType.Rows =>
                    inputs.With(Units, MethodInputs.Rows(accepted.Lines.Select(line => Row(state, input, line)))),
                Verified => inputs.With(Verified, accepted.Total.Value),
                _ => inputs,
            };
        }

        return inputs;
    }

    /// <summary>Inputs that the authority gives whole, with the rulebook's values filled in.</summary>
    public static MethodInputs Given(Method method, AllocationRule rule, int year, MethodInputs given) =>
        Common(method, rule, year, given);

    /// <summary>What a row is called: its unit, else its facility.</summary>
    public static IReadOnlyList<string> Names(MethodInputs inputs, ImmutableArray<CalculatedLine> lines)
    {
        if (!lines.IsDefaultOrEmpty)
        {
            return [.. lines.Select(line => Lines.SubjectOf(line.Line))];
        }

        return inputs[Units] is { Kind: MethodValueKind.Rows } rows
            ? [.. rows.Rows.Select((row, i) => row[Id]?.ToString() ?? Number(i + 1))]
            : [];
    }

    private static MethodInputs Common(Method method, AllocationRule rule, int year, MethodInputs? given)
    {
        var inputs = given ?? MethodInputs.Empty;
        foreach (var input in method.Inputs)
        {
            MethodValue? value = input.Name switch
            {
                "year" when input.Type is MethodType.Year or MethodType.Number => year,
                "gap_cap" when rule.GapCap is { } cap => Share(cap, input),
                "share" when rule.PreAllocationShare is { } share => Share(share, input),
                _ => (MethodValue?)null,
            };
            if (value is { } known && inputs[input.Name] is null)
            {
                inputs = inputs.With(input.Name, known);
            }
        }

        return inputs;
    }

    private static MethodInputs Row(SchemeState state, MethodInput table, CalculatedLine line)
    {
        var attributes = line.Line.Unit is { } id ? state.Registry.Units[id].Attributes : MethodInputs.Empty;
        var row = MethodInputs.Empty;
        foreach (var column in table.Columns)
        {
            MethodValue? value = column.Name switch
            {
                Id => Lines.SubjectOf(line.Line),
                Verified => line.Tonnes.Value,
                _ => line.Line.Production[column.Name] ?? attributes[column.Name],
            };
            if (value is { } known)
            {
                row = row.With(column.Name, known);
            }
        }

        return row;
    }

    private static MethodValue Share(Percent share, MethodInput input) =>
        Unit.One.Measures(input.Unit) ? Unit.One.Convert(share.Fraction, input.Unit) : share.Fraction;

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
