using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Tanheng.Quantities;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Tanheng.Methodology;

/// <summary>A file being read: its name, what is wrong so far, and the small questions one asks a YAML node.</summary>
internal sealed class FileReading(string file)
{
    private readonly List<Diagnostic> diagnostics = [];

    public IReadOnlyList<Diagnostic> Diagnostics => [.. diagnostics.OrderBy(d => d.Line).ThenBy(d => d.Column)];

    public bool HasFailed => diagnostics.Count > 0;

    public void Fail(YamlNode node, string zh, string en) => Fail(node.Start.Line, node.Start.Column, new Text(zh, en));

    public void Fail(long line, long column, Text message) =>
        diagnostics.Add(new(file, (int)line, (int)column, message));

    /// <summary>
    /// The fields of a mapping; anything else, and any field not among <paramref name="allowed"/>, is reported.
    /// </summary>
    public Fields? Map(YamlNode node, params ReadOnlySpan<string> allowed)
    {
        if (node is not YamlMappingNode mapping)
        {
            Fail(node, "此处应为“键: 值”的映射。", "Expected a mapping of keys to values here.");
            return null;
        }

        foreach (var (key, _) in mapping.Children)
        {
            if (!allowed.IsEmpty && !allowed.Contains(Plain(key)))
            {
                Fail(
                    key,
                    $"不认识的字段 {Plain(key)}；可用：{List(allowed)}。",
                    $"Unknown field {Plain(key)}; known are {List(allowed)}.");
            }
        }

        return new Fields(this, mapping);
    }

    /// <summary>The entries of a sequence; anything else is reported.</summary>
    public IEnumerable<YamlNode> Sequence(YamlNode? node)
    {
        if (node is YamlSequenceNode sequence)
        {
            return sequence.Children;
        }

        if (node is not null)
        {
            Fail(node, "此处应为列表。", "Expected a list here.");
        }

        return [];
    }

    /// <summary>The text of a scalar; empty for anything else.</summary>
    public static string Plain(YamlNode node) => (node as YamlScalarNode)?.Value ?? "";

    /// <summary>A scalar as a decimal.</summary>
    public decimal? Decimal(YamlNode node)
    {
        if (TryDecimal(Plain(node), out var value))
        {
            return value;
        }

        Fail(node, "此处应为数字。", "Expected a number here.");
        return null;
    }

    public static bool TryDecimal(string text, out decimal value) => decimal.TryParse(
        text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);

    /// <summary>Reads years: <c>2021</c> or <c>2019-2020</c>.</summary>
    public static bool TryYears(string text, out YearRange years)
    {
        var parts = text.Split('-');
        years = default;
        if (parts.Length > 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            || !int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var until) || until < from)
        {
            return false;
        }

        years = new YearRange(from, until);
        return true;
    }

    /// <summary>Parses a formula; an error is reported at its place in the file.</summary>
    public Node? Formula(YamlNode node, string owner)
    {
        try
        {
            return FormulaParser.Parse(Plain(node));
        }
        catch (FormulaException problem)
        {
            Fail(node, problem, owner);
            return null;
        }
    }

    /// <summary>Reports what is wrong with a formula, at the line and column of the offending piece.</summary>
    public void Fail(YamlNode node, FormulaException problem, string owner)
    {
        var (line, column) = Place((YamlScalarNode)node, problem.At);
        Fail(line, column, new Text($"公式 {owner}：{problem.Sentence.Zh}", $"Formula {owner}: {problem.Sentence.En}"));
    }

    /// <summary>
    /// Where an offset of a scalar stands in the file; exact for plain, quoted and literal (|) scalars.
    /// </summary>
    private static (long Line, long Column) Place(YamlScalarNode node, int at)
    {
        if (node.Style is not (ScalarStyle.Literal or ScalarStyle.Folded))
        {
            var quote = node.Style == ScalarStyle.Plain ? 0 : 1;
            return (node.Start.Line, node.Start.Column + quote + at);
        }

        var before = node.Value.AsSpan(0, at);
        var start = before.LastIndexOf('\n') + 1;
        return (node.Start.Line + 1 + before.Count('\n'), at - start + 1);
    }

    private static string List(ReadOnlySpan<string> names) => string.Join(", ", names.ToArray());
}

/// <summary>The fields of one mapping.</summary>
internal sealed class Fields(FileReading reading, YamlMappingNode node)
{
    public YamlMappingNode Node => node;

    public IEnumerable<(string Name, YamlNode Key, YamlNode Value)> All =>
        node.Children.Select(pair => (FileReading.Plain(pair.Key), pair.Key, pair.Value));

    public YamlNode? this[string name] =>
        node.Children.TryGetValue(new YamlScalarNode(name), out var value) ? value : null;

    public bool Has(string name) => this[name] is not null;

    /// <summary>A text that must be there.</summary>
    public string Required(string name)
    {
        var text = Optional(name);
        if (string.IsNullOrWhiteSpace(text))
        {
            reading.Fail(this[name] ?? node, $"缺少 {name}。", $"{name} is missing.");
        }

        return text;
    }

    /// <summary>A text that may be left out; then empty.</summary>
    public string Optional(string name) => this[name] is { } value ? FileReading.Plain(value) : "";

    /// <summary>A title in both languages.</summary>
    public Text Title(string name, Text? fallback = null)
    {
        if (this[name] is not { } value)
        {
            if (fallback is null)
            {
                reading.Fail(node, $"缺少 {name}：{{ zh: …, en: … }}。", $"{name}: {{ zh: …, en: … }} is missing.");
            }

            return fallback ?? new Text("", "");
        }

        var fields = reading.Map(value, "zh", "en");
        return fields is null ? new Text("", "") : new Text(fields.Required("zh"), fields.Required("en"));
    }

    public decimal? Decimal(string name) => this[name] is { } value ? reading.Decimal(value) : null;

    public int? Whole(string name)
    {
        if (this[name] is not { } value)
        {
            return null;
        }

        var number = reading.Decimal(value);
        if (number is null || (number == decimal.Truncate(number.Value) && number is >= 0 and <= 1_000_000))
        {
            return (int?)number;
        }

        reading.Fail(value, $"{name} 应为不小于零的整数。", $"{name} must be a whole number of at least zero.");
        return null;
    }

    public bool Flag(string name) => One(name, "false", ("true", true), ("false", false));

    /// <summary>One out of a list of words.</summary>
    public T One<T>(string name, string fallback, params ReadOnlySpan<(string Word, T Value)> choices)
    {
        var given = Has(name) ? Optional(name) : fallback;
        T? value = default;
        var known = new List<string>();
        foreach (var (word, meaning) in choices)
        {
            known.Add(word);
            if (word == given)
            {
                return meaning;
            }
        }

        reading.Fail(
            this[name] ?? node,
            $"{name} 只能是：{string.Join("、", known)}。",
            $"{name} is one of: {string.Join(", ", known)}.");
        return value!;
    }

    public MethodStatus Status(MethodStatus fallback) => One(
        "status",
        fallback switch { MethodStatus.InForce => "in-force", MethodStatus.Draft => "draft", _ => "unverified" },
        ("in-force", MethodStatus.InForce),
        ("unverified", MethodStatus.Unverified),
        ("draft", MethodStatus.Draft));

    public Unit Unit(string name)
    {
        if (this[name] is not { } value)
        {
            reading.Fail(node, $"缺少 {name}。", $"{name} is missing.");
            return Methodology.Unit.One;
        }

        return reading.UnitOf(value);
    }

    [SuppressMessage("Design", "CA1024", Justification = "It reports, so it is not a property.")]
    public YamlNode RequiredNode(string name)
    {
        if (this[name] is { } value)
        {
            return value;
        }

        reading.Fail(node, $"缺少 {name}。", $"{name} is missing.");
        return new YamlMappingNode();
    }
}

/// <summary>Units as fields.</summary>
internal static class UnitFields
{
    public static Unit UnitOf(this FileReading reading, YamlNode node)
    {
        if (Unit.TryParse(FileReading.Plain(node), out var unit))
        {
            return unit;
        }

        var text = FileReading.Plain(node);
        reading.Fail(node, $"不认识的单位“{text}”。", $"Unknown unit '{text}'.");
        return Unit.One;
    }
}
