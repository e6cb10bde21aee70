using System.Text.Json;
using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Mrv;
using Tanheng.Web.Actions.Forms;
using Tanheng.Web.Actions.Speech;

namespace Tanheng.Web.Entities.Models;

/// <summary>One line of a report as its method calculates it.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Subject">The unit or site.</param>
/// <param name="Explanation">Its work; null when it is refused.</param>
/// <param name="Refusal">Why it cannot be calculated.</param>
public sealed record CalculatedView(int Number, Text Subject, Explanation? Explanation, Refusal? Refusal)
{
    private const string Output = "total";

    /// <summary>The line's tonnes; null when it is refused.</summary>
    public Tonnes? Tonnes => Explanation is { } work
        && work.Result.Number(Output) is var value && value == decimal.Truncate(value) && value <= long.MaxValue
            ? new Tonnes((long)value)
            : null;
}

/// <summary>What the method makes of the lines of a report, each by itself.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Problems">What is wrong in the form, by the key of the field.</param>
/// <param name="KnowsMethod">False where the rulebook has no method.</param>
public sealed record ReportCalculation(
    IReadOnlyList<CalculatedView> Lines, IReadOnlyDictionary<string, Text> Problems, bool KnowsMethod)
{
    /// <summary>The sum; null while a line cannot be calculated.</summary>
    public Tonnes? Total => Lines.Count > 0 && Lines.All(line => line.Tonnes is not null)
        ? new Tonnes(Lines.Sum(line => line.Tonnes!.Value.Value))
        : null;

    /// <summary>Calculates the lines that stand in a form.</summary>
    public static ReportCalculation Of(
        SchemeState state, string sector, int year, ActionSheet sheet, FormValues values)
    {
        var problems = new Dictionary<string, Text>();
        var lines = new List<CalculatedView>();
        var rules = state.Rules.Periods.FirstOrDefault(one => one.Period.Contains(year))?.Sector(sector);
        if (rules is null || !state.Methods.Find(rules.Emissions.Id,
            rules.Emissions.Version).Try(out var method, out _))
        {
            return new ReportCalculation([], problems, false);
        }

        var field = CommandShape.Of(sheet.Entry).All().First(one => one.Path == "lines.emissions");
        var naming = new Naming(state);
        for (var i = 0; i < values.Rows("lines"); i++)
        {
            var row = FormValues.Row("lines", i);
            if (values.HasContent(row))
            {
                lines.Add(Line(method, field, sheet, values, row, i + 1, naming, problems));
            }
        }

        return new ReportCalculation(lines, problems, true);
    }

    private static CalculatedView Line(
        Method method,
        FieldShape field,
        ActionSheet sheet,
        FormValues values,
        string row,
        int number,
        Naming naming,
        Dictionary<string, Text> problems)
    {
        var subject = long.TryParse(values[row + ".unit"], out var unit) ? naming.Unit(new GeneratingUnitId(unit))
            : long.TryParse(values[row + ".facility"], out var site) ? naming.Facility(new FacilityId(site))
            : new Text($"第 {number} 行", $"Line {number}");
        var json = InputsForm.Read(field, row + ".emissions", values, sheet, problems);
        var inputs = json?.Deserialize<MethodInputs>(SchemeJson.Options) ?? MethodInputs.Empty;
        return method.Explain(inputs).Try(out var explanation, out var refusal)
            ? new CalculatedView(number, subject, explanation, null)
            : new CalculatedView(number, subject, null, refusal);
    }
}
