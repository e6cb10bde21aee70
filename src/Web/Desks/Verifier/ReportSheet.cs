using System.Collections.Immutable;
using System.Globalization;
using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Mrv;
using Tanheng.Scheme.Registry;

namespace Tanheng.Web.Desks.Verifier;

/// <summary>One figure of a report beside that of the year before.</summary>
/// <param name="Name">Its name in the method, such as <c>fuels[1].amount</c>.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Unit">The unit of its number; empty for texts.</param>
/// <param name="Now">This year's value.</param>
/// <param name="Before">Last year's; null when there is none.</param>
public sealed record ReportFigure(string Name, Text Title, string Unit, MethodValue Now, MethodValue? Before)
{
    /// <summary>What the values of a closed list are called.</summary>
    public IReadOnlyList<MethodChoice> Choices { get; init; } = [];

    /// <summary>The change in percent with one decimal; null when it cannot be said.</summary>
    public decimal? Change => Now.Kind == MethodValueKind.Number
        && Before is { Kind: MethodValueKind.Number, Number: not 0m } before
            ? Math.Round(100m * (Now.Number - before.Number) / before.Number, 1, MidpointRounding.AwayFromZero)
            : null;
}

/// <summary>A line of a report with its figures, its work, and the same line of the year before.</summary>
public sealed record SheetLine(
    Text Name,
    Text Facility,
    Tonnes Tonnes,
    Tonnes? Before,
    Explanation? Explanation,
    IReadOnlyList<ReportFigure> Figures);

/// <summary>A report as a verifier or official reads it.</summary>
public sealed record ReportSheet(
    Holder Holder,
    Report Report,
    Text? Body,
    DateTime? Due,
    Tonnes? Before,
    IReadOnlyList<SheetLine> Lines)
{
    /// <summary>The monitoring plan of the year; null when none was filed.</summary>
    public MonitoringPlan? Plan { get; init; }

    /// <summary>What the plan's facilities are called.</summary>
    public IReadOnlyList<Text> PlanFacilities { get; init; } = [];

    /// <summary>The review of the plan; null where nobody reviews.</summary>
    public PlanReview? Review { get; init; }

    /// <summary>What was accepted; null while nothing is.</summary>
    public AcceptedEmissions? Accepted { get; init; }

    /// <summary>Reads the state; null when there is no report.</summary>
    public static ReportSheet? Of(SchemeState state, HolderId id, int year)
    {
        if (state.Mrv.ReportOf(id, year) is not { } report || state.Registry.Find(id) is not { } holder)
        {
            return null;
        }

        var last = LinesOf(state, id, year - 1);
        var titles = ProductionTitles(state, holder, year);
        var plan = state.Mrv.Plans.GetValueOrDefault((id, year));
        return new ReportSheet(
            holder,
            report,
            report.Verifier is { } code ? state.Mrv.Bodies.GetValueOrDefault(code)?.Name : null,
            VerifierReports.DueOf(state, id, year, Step.Verification),
            last.Length == 0 ? null : new Tonnes(last.Sum(line => line.Tonnes.Value)),
            [.. report.Lines.Select(line => Line(state, line, last, titles))])
        {
            Plan = plan,
            Review = state.Mrv.ReviewOf(id, year),
            PlanFacilities = [.. (plan?.Facilities ?? []).Select(facility => state.Registry.Facilities[facility].Name)],
            Accepted = state.Mrv.Of(id, year),
        };
    }

    /// <summary>What was accepted for a year, else what was reported.</summary>
    private static ImmutableArray<CalculatedLine> LinesOf(SchemeState state, HolderId id, int year) =>
        state.Mrv.Of(id, year) is { Lines.Length: > 0 } accepted
            ? accepted.Lines
            : state.Mrv.ReportOf(id, year)?.Lines ?? [];

    private static SheetLine Line(
        SchemeState state,
        CalculatedLine line,
        IReadOnlyList<CalculatedLine> last,
        IReadOnlyDictionary<string, MethodInput> titles)
    {
        var before = last.FirstOrDefault(one =>
            one.Line.Facility == line.Line.Facility && one.Line.Unit == line.Line.Unit);
        var explanation = state.Methods.Find(line.Method.Id, line.Method.Version).Try(out var method, out _)
            && method.Explain(line.Line.Emissions).Try(out var explained, out _)
            ? explained
            : null;
        var (now, then) = (Flat(line.Line.Emissions), Flat(before?.Line.Emissions));
        var figures = (explanation?.Inputs ?? [])
            .Where(input => now.ContainsKey(input.Name) && InputOf(method, input.Name)?.Type != MethodType.Year)
            .Select(input => new ReportFigure(
                input.Name,
                input.Title,
                UnitOf(InputOf(method, input.Name)),
                now[input.Name],
                Known(then, input.Name))
            {
                Choices = InputOf(method, input.Name)?.Choices ?? [],
            })
            .Concat(Production(line.Line.Production, before?.Line.Production, titles));
        var facility = state.Registry.Facilities[line.Line.Facility].Name;
        var name = line.Line.Unit is { } unit ? state.Registry.Units[unit].Name : facility;
        return new SheetLine(name, facility, line.Tonnes, before?.Tonnes, explanation, [.. figures]);
    }

    private static IEnumerable<ReportFigure> Production(
        MethodInputs now, MethodInputs? before, IReadOnlyDictionary<string, MethodInput> titles) =>
        now.Values.Select(pair => new ReportFigure(
            pair.Key,
            titles.GetValueOrDefault(pair.Key)?.Title ?? new Text(pair.Key, pair.Key),
            UnitOf(titles.GetValueOrDefault(pair.Key)),
            pair.Value,
            before?[pair.Key]));

    /// <summary>What the allocation method of the year calls the figures that a report has for it.</summary>
    private static Dictionary<string, MethodInput> ProductionTitles(SchemeState state, Holder holder, int year)
    {
        var rules = state.Rules.Periods.FirstOrDefault(period => period.Period.Contains(year));
        return rules?.Sector(holder.Sector)?.Allocation is { } reference
            && state.Methods.Find(reference.Id, reference.Version).Try(out var method, out _)
            ? method.Inputs.SelectMany(input => input.Columns.Prepend(input))
                .DistinctBy(input => input.Name)
                .ToDictionary(input => input.Name)
            : [];
    }

    private static MethodValue? Known(Dictionary<string, MethodValue> values, string name) =>
        values.TryGetValue(name, out var value) ? value : (MethodValue?)null;

    /// <summary>The unit of numbers that have one.</summary>
    private static string UnitOf(MethodInput? input) =>
        input is { Type: MethodType.Number, Unit: var unit } && unit.ToString() is not "1" and var symbol ? symbol : "";

    private static MethodInput? InputOf(Method? method, string path)
    {
        MethodInput? input = null;
        foreach (var part in path.Split('.'))
        {
            var name = part.Split('[')[0];
            input = (input?.Columns ?? method?.Inputs ?? []).FirstOrDefault(one => one.Name == name);
        }

        return input;
    }

    /// <summary>Rows taken apart, as methods name them: <c>fuels[1].amount</c>.</summary>
    private static Dictionary<string, MethodValue> Flat(MethodInputs? inputs)
    {
        var flat = new Dictionary<string, MethodValue>();
        foreach (var (name, value) in inputs?.Values ?? [])
        {
            if (value.Kind != MethodValueKind.Rows)
            {
                flat[name] = value;
                continue;
            }

            for (var i = 0; i < value.Rows.Length; i++)
            {
                foreach (var (inner, one) in value.Rows[i].Values)
                {
                    flat[string.Create(CultureInfo.InvariantCulture, $"{name}[{i + 1}].{inner}")] = one;
                }
            }
        }

        return flat;
    }
}
