using Tanheng.Quantities;

namespace Tanheng.Methodology;

/// <summary>
/// Puts given values into their slots, or says which one is missing, unknown, of the wrong kind or out of range.
/// Both sides are in ordinal order, so one walk along both finds all of it.
/// </summary>
internal sealed class InputFiller
{
    private readonly MethodInput[] inputs;
    private readonly InputFiller?[] columns;
    private readonly int numbers;
    private readonly int texts;

    public InputFiller(
        IEnumerable<MethodInput> inputs, int numbers, int texts, Func<MethodInput, (int Numbers, int Texts)> strides)
    {
        this.inputs = [.. inputs.OrderBy(input => input.Name, StringComparer.Ordinal)];
        (this.numbers, this.texts) = (numbers, texts);
        columns = [.. this.inputs.Select(input => input.Type != MethodType.Rows
            ? null
            : new InputFiller(input.Columns, strides(input).Numbers, strides(input).Texts, strides))];
    }

    /// <summary>Fills a new frame.</summary>
    public Refusal? Fill(Method method, MethodInputs given, Frame frame) => Walk(method, given, frame, null, null);

    private Refusal? Walk(Method method, MethodInputs given, Frame frame, RowSet? row, MethodInput? table)
    {
        var values = given.Span;
        var at = 0;
        for (var i = 0; i < inputs.Length; i++)
        {
            var input = inputs[i];
            if (at < values.Length && string.CompareOrdinal(values[at].Key, input.Name) < 0)
            {
                return Unknown(method, values[at].Key, row, table);
            }

            var present = at < values.Length && values[at].Key == input.Name;
            var value = present ? values[at++].Value : default;
            var refusal = input.Type == MethodType.Rows
                ? Rows(method, input, columns[i]!, present, value, frame)
                : Single(method, input, present, value, frame, row, table);
            if (refusal is not null)
            {
                return refusal;
            }
        }

        return at < values.Length ? Unknown(method, values[at].Key, row, table) : null;
    }

    private static Refusal? Rows(
        Method method, MethodInput input, InputFiller filler, bool present, MethodValue value, Frame frame)
    {
        if (present && value.Kind != MethodValueKind.Rows)
        {
            return WrongKind(method, input, new Text("多行表", "list of rows"), null, null);
        }

        var given = value.RowSpan;
        if (given.Length < input.MinimumRows)
        {
            return present
                ? Refuse(MethodRefusals.TooFewRows, method, input, null, null, ("rows", input.MinimumRows))
                : Missing(method, input, null, null);
        }

        var rows = new RowSet(given.Length, filler.numbers, filler.texts);
        frame.Rows[input.Table] = rows;
        for (rows.Cursor = 0; rows.Cursor < rows.Count; rows.Cursor++)
        {
            if (filler.Walk(method, given[rows.Cursor], frame, rows, input) is { } refusal)
            {
                return refusal;
            }
        }

        rows.Cursor = 0;
        return null;
    }

    private static Refusal? Single(
        Method method, MethodInput input, bool present, MethodValue value, Frame frame, RowSet? row, MethodInput? table)
    {
        var target = input.Target;
        if (!present)
        {
            return target.GivenSlot < 0 ? Missing(method, input, row, table) : null;
        }

        if (target.GivenSlot >= 0)
        {
            Put(frame, row, target.GivenSlot, 1m);
        }

        switch (input.Type)
        {
            case MethodType.Flag:
                Put(frame, row, target.Slot, value.Flag ? 1m : 0m);
                return value.Kind == MethodValueKind.Flag
                    ? null
                    : WrongKind(method, input, new Text("是否值（true 或 false）", "flag (true or false)"), row, table);
            case MethodType.Text or MethodType.Choice:
                return Word(method, input, value, frame, row, table);
            default:
                Put(frame, row, target.Slot, value.Number);
                return value.Kind != MethodValueKind.Number
                        ? WrongKind(method, input, new Text("数值", "number"), row, table)
                    : input.Type == MethodType.Year && value.Number != decimal.Truncate(value.Number)
                        ? WrongKind(method, input, new Text("整数年份", "whole year"), row, table)
                    : input.Range.Contains(value.Number) ? null
                    : OutOfRange(method, input, value.Number, row, table);
        }
    }

    private static Refusal? Word(
        Method method, MethodInput input, MethodValue value, Frame frame, RowSet? row, MethodInput? table)
    {
        if (value.Kind != MethodValueKind.Text)
        {
            return WrongKind(method, input, new Text("文字", "text"), row, table);
        }

        if (row is null)
        {
            frame.Texts[input.Target.Slot] = value.Text;
        }
        else
        {
            row.Set(input.Target.Slot, value.Text);
        }

        return input.Type == MethodType.Text || input.Allowed.Contains(value.Text)
            ? null
            : NotAChoice(method, input, value.Text, row, table);
    }

    private static void Put(Frame frame, RowSet? row, int slot, decimal value)
    {
        if (row is null)
        {
            frame.Numbers[slot] = value;
        }
        else
        {
            row.Set(slot, value);
        }
    }

    private static Refusal Missing(Method method, MethodInput input, RowSet? row, MethodInput? table) =>
        Refuse(MethodRefusals.InputMissing, method, input, row, table);

    private static Refusal OutOfRange(
        Method method, MethodInput input, decimal value, RowSet? row, MethodInput? table) =>
        Refuse(
            MethodRefusals.InputOutOfRange, method, input, row, table,
            ("value", value), ("range", $"{input.Range} {input.Unit}"));

    private static Refusal NotAChoice(
        Method method, MethodInput input, string value, RowSet? row, MethodInput? table) =>
        Refuse(
            MethodRefusals.InputNotAChoice, method, input, row, table,
            ("value", value), ("choices", string.Join(", ", input.Allowed)));

    private static Refusal WrongKind(
        Method method, MethodInput input, Text expected, RowSet? row, MethodInput? table) =>
        Refuse(
            MethodRefusals.InputOfWrongKind, method, input, row, table,
            ("expected", expected.Zh), ("expected_en", expected.En));

    private static Refusal Unknown(Method method, string name, RowSet? row, MethodInput? table) =>
        MethodRefusals.InputUnknown.With(
            ("method", method.Reference), ("input", Where(name, row, table)),
            ("row", row?.Cursor + 1), ("column", row is null ? null : name));

    private static Refusal Refuse(
        RefusalCode code,
        Method method,
        MethodInput input,
        RowSet? row,
        MethodInput? table,
        params ReadOnlySpan<(string Name, object? Value)> more) => code.With([
            ("method", method.Reference), ("input", Where(input.Name, row, table)),
            ("title", input.Title.Zh), ("title_en", input.Title.En),
            ("row", row?.Cursor + 1), ("column", row is null ? null : input.Name), .. more]);

    private static string Where(string name, RowSet? row, MethodInput? table) =>
        row is null
            ? name
            : string.Create(
                System.Globalization.CultureInfo.InvariantCulture, $"{table!.Name}[{row.Cursor + 1}].{name}");
}
