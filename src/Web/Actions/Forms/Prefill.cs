using System.Globalization;
using Tanheng.Methodology;
using Tanheng.Scheme;
using Tanheng.Scheme.Mrv;
using Tanheng.Web.People;

namespace Tanheng.Web.Actions.Forms;

/// <summary>What a form shows at first beside what its address says: what is on file, or a row for each unit.</summary>
public static class Prefill
{
    /// <summary>Fills in what is known and not given.</summary>
    public static void Apply(SchemeState state, Mandate mandate, ActionSheet sheet, FormValues values)
    {
        foreach (var field in CommandShape.Of(sheet.Entry).Fields)
        {
            if (field.Required && values[field.Name].Length == 0 && sheet.OptionsOf(field) is [var only])
            {
                values[field.Name] = only.Value;
            }
        }

        if (Holder(values, sheet) is not { } holder || !mandate.MayRead(holder)
            || !int.TryParse(values["year"], out var year))
        {
            return;
        }

        switch (sheet.Entry.Name)
        {
            case "submit-report" when values.Rows("lines") == 0:
                Lines(state, values, holder, state.Mrv.ReportOf(holder, year)?.Lines.Select(line => line.Line));
                break;
            case "determine-emissions" when values.Rows("lines") == 0 && values["total"].Length == 0:
                Lines(state, values, holder, null);
                break;
            case "correct-report" when values.Rows("lines") == 0:
                Lines(state, values, holder, state.Mrv.Of(holder, year)?.Lines.Select(line => line.Line));
                break;
            case "review-monitoring-plan" when values.Rows("sections") == 0
                && state.Mrv.ReviewOf(holder, year) is { } review:
                foreach (var (section, i) in review.Undecided.Select((section, i) => (section, i)))
                {
                    values[FormValues.Row("sections", i) + ".section"] =
                        System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(section.ToString());
                }

                break;
            case "amend-monitoring-plan" when state.Mrv.Plans.TryGetValue((holder, year), out var plan):
                values["facilities"] = string.Join('\n', plan.Facilities.Select(id => Text(id.Value)));
                values["text"] = plan.Text;
                break;
        }
    }

    private static HolderId? Holder(FormValues values, ActionSheet sheet)
    {
        var text = FieldReader.Plain(values["holder"]);
        return sheet.Ids.TryGetValue((FieldKind.Holder, text), out var id) || long.TryParse(text, out id)
            ? new HolderId(id)
            : null;
    }

    private static void Lines(SchemeState state, FormValues values, HolderId holder, IEnumerable<ReportLine>? known)
    {
        var planned = int.TryParse(values["year"], out var year)
            ? state.Mrv.PlansInForce(holder, year).LastOrDefault()?.Facilities
            : null;
        var lines = known?.ToList() ?? [.. state.Registry.UnitsOf.GetValueOrDefault(holder, [])
            .Select(id => state.Registry.Units[id])
            .Where(unit => unit.ClosedOn is null && planned?.Contains(unit.Facility) != false)
            .Select(unit => new ReportLine(unit.Facility, unit.Id, MethodInputs.Empty, MethodInputs.Empty))];
        for (var i = 0; i < lines.Count; i++)
        {
            var row = FormValues.Row("lines", i) + ".";
            values[row + "facility"] = Text(lines[i].Facility.Value);
            values[row + "unit"] = lines[i].Unit is { } unit ? Text(unit.Value) : "";
            values[row + "emissions.year"] = values["year"];
            InputsForm.Write(values, row + "emissions", lines[i].Emissions);
            InputsForm.Write(values, row + "production", lines[i].Production);
        }
    }

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
