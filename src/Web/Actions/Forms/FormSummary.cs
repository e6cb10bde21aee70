using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Web.Actions.Speech;
using Tanheng.Web.People;

namespace Tanheng.Web.Actions.Forms;

/// <summary>One field of a command in words.</summary>
public sealed record SummaryLine(Text Label, Text Value);

/// <summary>What a command says, field by field, with names for ids and titles for choices.</summary>
public static class FormSummary
{
    private const int Longest = 2_000;

    /// <summary>The fields that are given, in the order of the form.</summary>
    public static IReadOnlyList<SummaryLine> Of(SchemeState state, Command command)
    {
        var entry = Catalogue.Scheme.Of(command);
        var values = CommandForm.Write(command);
        // Everything is named that stands in the command, whoever reads it: it is the command's own content.
        var all = new Mandate(UserId.System, [.. Enum.GetValues<Rulebook.Role>()], []);
        var sheet = SheetMaker.Of(state, all, entry, new FormValues());
        var naming = new Naming(state);
        var lines = new List<SummaryLine>();
        foreach (var field in CommandShape.Of(entry).Fields)
        {
            Add(lines, sheet, naming, values, field, field.Name, field.Words.Label);
        }

        return lines;
    }

    private static void Add(
        List<SummaryLine> lines,
        ActionSheet sheet,
        Naming naming,
        FormValues values,
        FieldShape field,
        string key,
        Text label)
    {
        switch (field.Kind)
        {
            case FieldKind.Rows:
                for (var i = 0; i < values.Rows(key); i++)
                {
                    foreach (var child in field.Children)
                    {
                        var row = new Text($"{label.Zh} {i + 1} · ", $"{label.En} {i + 1} · ");
                        Add(lines, sheet, naming, values, child, FormValues.Row(key, i) + "." + child.Name,
                            new Text(row.Zh + child.Words.Label.Zh, row.En + child.Words.Label.En));
                    }
                }

                break;
            case FieldKind.Group:
                foreach (var child in field.Children)
                {
                    Add(lines, sheet, naming, values, child, key + "." + child.Name, child.Words.Label);
                }

                break;
            case FieldKind.TwoLanguages when values[key + ".zh"].Length > 0:
                lines.Add(new SummaryLine(label, new Text(values[key + ".zh"], values[key + ".en"])));
                break;
            default:
                if (values[key].Length > 0)
                {
                    lines.Add(new SummaryLine(label, Spoken(sheet, naming, field, values[key])));
                }

                break;
        }
    }

    private static Text Spoken(ActionSheet sheet, Naming naming, FieldShape field, string value)
    {
        if (field.Kind is FieldKind.Items or FieldKind.Rights)
        {
            var shape = field.Item ?? field;
            return Naming.List(value.Split('\n').Select(one => One(sheet, naming, field, shape, one)));
        }

        return One(sheet, naming, field, field, value);
    }

    private static Text One(ActionSheet sheet, Naming naming, FieldShape field, FieldShape shape, string value)
    {
        var id = long.TryParse(value, out var number) ? number : 0;
        return shape.Kind switch
        {
            FieldKind.Holder => naming.Holder(new HolderId(id)),
            FieldKind.Account => naming.Account(new Ledger.AccountId(id)),
            FieldKind.Facility => naming.Facility(new FacilityId(id)),
            FieldKind.GeneratingUnit => naming.Unit(new GeneratingUnitId(id)),
            FieldKind.Pledge => naming.Pledge(new Scheme.Registry.PledgeId(id)),
            FieldKind.Case => naming.Case(new CaseId(id)),
            FieldKind.Tonnes => Naming.Tonnes(new Tonnes(id)),
            FieldKind.Flag => value == "true" ? Portal.Words.Yes : Portal.Words.No,
            FieldKind.Choice or FieldKind.Rights or FieldKind.Sector or FieldKind.Vintage => sheet.OptionsOf(field)
                .FirstOrDefault(option => option.Value == value)?.Title ?? Naming.Same(value),
            _ => Naming.Same(value.Length <= Longest ? value : value[..Longest] + " …"),
        };
    }
}
