using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Tanheng.Methodology;

/// <summary>Reads the examples. A plain scalar that looks like a number is one; a quoted one is a text.</summary>
internal sealed class ExampleReader(FileReading reading, Scope scope)
{
    public MethodExample? Read(YamlNode node)
    {
        if (reading.Map(node, "name", "source", "given", "expect", "decimals", "refused") is not { } fields)
        {
            return null;
        }

        var refused = fields.Whole("refused");
        var expect = refused is null ? Values(fields.RequiredNode("expect"), null) : MethodInputs.Empty;
        var decimals = refused is null ? fields.Whole("decimals") : 0;
        if (decimals is null or > 20)
        {
            reading.Fail(
                fields.Node, "缺少 decimals：比较到几位小数。", "decimals is missing: to how many decimals is it compared.");
        }

        CheckExpected(fields, expect);
        return new MethodExample
        {
            Name = fields.Title("name"),
            Source = fields.Optional("source"),
            Given = Values(fields.RequiredNode("given"), null),
            Expect = expect,
            Decimals = decimals ?? 0,
            Refused = refused,
            Line = (int)node.Start.Line,
        };
    }

    private MethodInputs Values(YamlNode node, string? table)
    {
        var pairs = new List<KeyValuePair<string, MethodValue>>();
        foreach (var (name, _, value) in reading.Map(node)?.All ?? [])
        {
            pairs.Add(KeyValuePair.Create(name, Value(value, table is null ? name : null)));
        }

        return MethodInputs.Sorted([.. pairs]) ?? MethodInputs.Empty;
    }

    private MethodValue Value(YamlNode node, string? table)
    {
        if (node is YamlSequenceNode rows && table is not null)
        {
            return MethodValue.Of(rows.Children.Select(row => Values(row, table)));
        }

        if (node is not YamlScalarNode { Value: { } text } scalar)
        {
            reading.Fail(node, "此处应为数字、文字、true/false 或多行。", "Expected a number, a text, true or false, or rows here.");
            return default;
        }

        if (scalar.Style != ScalarStyle.Plain)
        {
            return MethodValue.Of(text);
        }

        return text switch
        {
            "true" => MethodValue.Of(true),
            "false" => MethodValue.Of(false),
            _ => FileReading.TryDecimal(text, out var number) ? MethodValue.Of(number) : MethodValue.Of(text),
        };
    }

    /// <summary>What is expected must exist and be of that kind, or the comparison itself would fail.</summary>
    private void CheckExpected(Fields fields, MethodInputs expect)
    {
        foreach (var (name, value) in expect.Values)
        {
            if (value.Kind == MethodValueKind.Rows)
            {
                var level = scope.Tables.GetValueOrDefault(name);
                var cells = value.Rows.SelectMany(row => row.Values).ToList();
                if (level is null || cells.Exists(cell => !Fits(level, cell.Key, cell.Value)))
                {
                    Fail(fields, name);
                }
            }
            else if (!Fits(scope.Scalars, name, value))
            {
                Fail(fields, name);
            }
        }
    }

    private static bool Fits(Level level, string name, MethodValue value) =>
        level.Symbols.TryGetValue(name, out var symbol) && value.Kind == symbol.Type switch
        {
            MethodType.Flag => MethodValueKind.Flag,
            MethodType.Text or MethodType.Choice => MethodValueKind.Text,
            _ => MethodValueKind.Number,
        };

    private void Fail(Fields fields, string name) => reading.Fail(
        fields["expect"]!, $"示例期望的 {name} 不是该方法的结果，或种类不符。",
        $"The expected {name} is no result of this method, or of another kind.");
}
