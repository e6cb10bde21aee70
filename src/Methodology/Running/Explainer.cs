using System.Globalization;
using Tanheng.Quantities;

namespace Tanheng.Methodology;

/// <summary>Writes down an evaluation that has been done.</summary>
internal static class Explainer
{
    public static Explanation Explain(Method method, MethodInputs given, Frame frame)
    {
        var inputs = new List<ExplanationInput>();
        foreach (var input in method.Inputs)
        {
            if (input.Type == MethodType.Rows)
            {
                Rows(input, given, frame, inputs);
            }
            else if (Entered(input, given, frame, null) is { } entered)
            {
                inputs.Add(entered);
            }
        }

        var lines = new List<ExplanationLine>();
        foreach (var step in method.Program.Steps)
        {
            Lines(step, frame, lines);
        }

        return new Explanation(method, new MethodResult(method, frame), inputs, lines);
    }

    private static void Rows(MethodInput table, MethodInputs given, Frame frame, List<ExplanationInput> inputs)
    {
        var rows = frame.Rows[table.Table];
        for (rows.Cursor = 0; rows.Cursor < rows.Count; rows.Cursor++)
        {
            foreach (var column in table.Columns)
            {
                if (Entered(column, given[table.Name]!.Value.Rows[rows.Cursor], frame, rows) is { } entered)
                {
                    var row = (rows.Cursor + 1).ToString(CultureInfo.InvariantCulture);
                    var name = $"{table.Name}[{row}].{column.Name}";
                    inputs.Add(entered with { Name = name });
                }
            }
        }

        rows.Cursor = 0;
    }

    private static ExplanationInput? Entered(MethodInput input, MethodInputs given, Frame frame, RowSet? row)
    {
        var isGiven = given[input.Name] is not null;
        if (!isGiven && input.IsOptional)
        {
            return null;
        }

        var target = input.Target;
        var number = target.IsText ? 0m : row?.Number(target.Slot) ?? frame.Numbers[target.Slot];
        var value = target.IsText ? row is null ? frame.Texts[target.Slot]! : row.Text(target.Slot)!
            : input.Type == MethodType.Flag ? number != 0m ? "true" : "false"
            : FormulaWriter.Show(number, input.Unit);
        return new ExplanationInput(input.Name, input.Title, value, !isGiven, input.Source);
    }

    private static void Lines(Step step, Frame frame, List<ExplanationLine> lines)
    {
        if (step.Formula is null || step.Target is not { } target)
        {
            return;
        }

        if (target.Table < 0)
        {
            lines.Add(Line(step.Formula, target, step.Bound, frame, step.Formula.Name));
            return;
        }

        var rows = frame.Rows[target.Table];
        for (rows.Cursor = 0; rows.Cursor < rows.Count; rows.Cursor++)
        {
            var name = $"{target.TableName}[{(rows.Cursor + 1).ToString(CultureInfo.InvariantCulture)}].{target.Name}";
            lines.Add(Line(step.Formula, target, step.Bound, frame, name));
        }

        rows.Cursor = 0;
    }

    private static ExplanationLine Line(MethodFormula formula, Symbol target, Bound bound, Frame frame, string name)
    {
        var row = target.Table < 0 ? null : frame.Rows[target.Table];
        var number = target.IsText ? 0m : row?.Number(target.Slot) ?? frame.Numbers[target.Slot];
        var text = !target.IsText ? "" : row is null ? frame.Texts[target.Slot]! : row.Text(target.Slot)!;
        var value = target.IsText ? MethodValue.Of(text)
            : target.Type == MethodType.Flag ? MethodValue.Of(number != 0m)
            : MethodValue.Of(number);
        var figures = new List<ExplanationFigure>();
        var words = new Text(FormulaWriter.Words(bound, chinese: true), FormulaWriter.Words(bound, chinese: false));
        var substituted = new Text(
            FormulaWriter.Values(bound, frame, chinese: true, figures),
            FormulaWriter.Values(bound, frame, chinese: false, null));
        var shown = value.Kind == MethodValueKind.Number ? FormulaWriter.Show(number, formula.Unit) : value.ToString();
        return new ExplanationLine(
            name, formula.Title, formula.Formula, words, substituted, shown, value, formula.Unit, formula.Source,
            formula.Status, figures);
    }
}
