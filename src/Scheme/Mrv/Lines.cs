using System.Collections.Immutable;
using System.Globalization;
using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Mrv;

/// <summary>Lines of a report, calculated.</summary>
/// <param name="Lines">Each line with its method and tonnes.</param>
/// <param name="Total">The sum, whole tonnes.</param>
internal readonly record struct Calculation(ImmutableArray<CalculatedLine> Lines, Tonnes Total);

/// <summary>
/// Checks the lines of a report and evaluates each with the emission method of the period that contains the year.
/// Refusals in order: no lines; then line by line: unknown facility, another holder's facility, unknown unit, unit of
/// another facility, the same subject twice; no such method, method without total; then line by line the method's own
/// refusal, with <c>lines[2].</c> before the input it names, a total that is not whole tonnes, and a sum beyond what
/// can be booked.
/// </summary>
internal static class Lines
{
    private const string Output = "total";

    public static Outcome<Calculation> Calculate(SchemeState state, Subject subject, IReadOnlyList<ReportLine> lines)
    {
        if (lines.Count == 0)
        {
            return MrvRefusals.NoLines.With();
        }

        var seen = new HashSet<(FacilityId, GeneratingUnitId?)>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (CheckSubject(state, subject.Holder.Id, lines[i], i + 1, seen) is { } wrong)
            {
                return wrong;
            }
        }

        var reference = subject.Sector.Emissions;
        if (!state.Methods.Find(reference.Id, reference.Version).Try(out var method, out var refusal))
        {
            return refusal;
        }

        if (!method.Outputs.Any(output => output.Name == Output))
        {
            return MrvRefusals.MethodWithoutTotal.With(("method", reference));
        }

        var calculated = ImmutableArray.CreateBuilder<CalculatedLine>(lines.Count);
        var total = Tonnes.Zero;
        for (var i = 0; i < lines.Count; i++)
        {
            if (!Evaluate(method, lines[i].Emissions, i + 1).Try(out var tonnes, out refusal))
            {
                return refusal;
            }

            if (tonnes.Value > Ledger.Ledger.Limit - total.Value)
            {
                return MrvRefusals.TotalTooLarge.With(("limit", Ledger.Ledger.Limit), ("line", i + 1));
            }

            calculated.Add(new CalculatedLine(lines[i], reference, tonnes));
            total += tonnes;
        }

        return new Calculation(calculated.MoveToImmutable(), total);
    }

    private static Refusal? CheckSubject(
        SchemeState state, HolderId holder, ReportLine line, int number, HashSet<(FacilityId, GeneratingUnitId?)> seen)
    {
        if (!state.Registry.Facilities.TryGetValue(line.Facility, out var facility))
        {
            return RegistryRefusals.UnknownFacility.With(("facility", line.Facility), ("line", number));
        }

        if (facility.Holder != holder)
        {
            return RegistryRefusals.NotTheHolders.With(("what", line.Facility), ("holder", holder), ("line", number));
        }

        if (line.Unit is { } id)
        {
            if (!state.Registry.Units.TryGetValue(id, out var unit))
            {
                return RegistryRefusals.UnknownGeneratingUnit.With(("unit", id), ("line", number));
            }

            if (unit.Facility != line.Facility)
            {
                return MrvRefusals.UnitElsewhere.With(("line", number), ("unit", id), ("facility", line.Facility));
            }
        }

        return seen.Add((line.Facility, line.Unit))
            ? null
            : MrvRefusals.LineTwice.With(("line", number), ("subject", SubjectOf(line)));
    }

    private static Outcome<Tonnes> Evaluate(Method method, MethodInputs inputs, int number)
    {
        if (!method.Evaluate(inputs).Try(out var result, out var refusal))
        {
            return OfLine(refusal, number);
        }

        var value = result.Number(Output);
        return value >= 0m && value <= long.MaxValue && value == decimal.Truncate(value)
            ? new Tonnes((long)value)
            : MrvRefusals.TotalNotWhole.With(("line", number), ("method", method.Reference), ("value", value));
    }

    /// <summary>What a line is about: its unit, else its facility.</summary>
    internal static string SubjectOf(ReportLine line) => line.Unit?.ToString() ?? line.Facility.ToString();

    /// <summary>
    /// The method's refusal with the line before the input it names: <c>lines[2].fuels[1].amount</c>.
    /// </summary>
    private static Refusal OfLine(Refusal refusal, int number)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"lines[{number}].");
        var details = refusal.Details
            .Select(detail => detail.Key is "input" or "formula"
                ? KeyValuePair.Create(detail.Key, prefix + detail.Value)
                : detail)
            .Append(KeyValuePair.Create("line", number.ToString(CultureInfo.InvariantCulture)));
        return refusal with { Details = [.. details] };
    }
}
