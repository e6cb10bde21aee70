using Tanheng.Quantities;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Tanheng.Rulebook.Reading;

/// <summary>A piece of the text and where it begins.</summary>
internal abstract record Node(int Line, int Column);

/// <summary>A text; empty when the file says nothing after the colon.</summary>
internal sealed record ScalarNode(string Text, int Line, int Column) : Node(Line, Column);

/// <summary>A list.</summary>
internal sealed record ListNode(IReadOnlyList<Node> Items, int Line, int Column) : Node(Line, Column);

/// <summary>A key with its value.</summary>
internal sealed record Entry(ScalarNode Key, Node Value);

/// <summary>A mapping in the order of the file; a repeated key is reported and left out.</summary>
internal sealed record MapNode(IReadOnlyList<Entry> Entries, int Line, int Column) : Node(Line, Column);

/// <summary>
/// Reads YAML into nodes that know their line and column. Aliases and tags are refused: a rulebook is read by people,
/// and what a rule says stands where the rule stands.
/// </summary>
internal sealed class YamlTree
{
    private const int Deepest = 24;

    private readonly Findings findings;
    private readonly Parser parser;
    private Mark last = Mark.Empty;

    private YamlTree(Findings findings, string yaml)
    {
        this.findings = findings;
        parser = new Parser(new StringReader(yaml));
    }

    /// <summary>The one document of a text, or null after reporting why not.</summary>
    public static Node? Parse(Findings findings, string yaml)
    {
        var tree = new YamlTree(findings, yaml);
        try
        {
            return tree.Document();
        }
        catch (YamlException problem)
        {
            Report(findings, problem.Start, FirstSentence(problem.Message));
        }
        catch (Exception problem) when (problem is ArgumentException or InvalidOperationException or OverflowException
            or IndexOutOfRangeException or FormatException)
        {
            // The parser gives up on some broken texts without saying why: the last thing it read is the place.
            Report(findings, tree.last, "it breaks off after this place; a bracket or a quotation mark may be open");
        }

        return null;
    }

    private Node? Document()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
        {
            Report(findings, Mark.Empty, "the file is empty");
            return null;
        }

        parser.Consume<DocumentStart>();
        var root = Value(0);
        parser.Consume<DocumentEnd>();
        if (!parser.Accept<StreamEnd>(out _))
        {
            throw Fault(parser.Current!, "a second document begins");
        }

        return root;
    }

    private Node Value(int depth)
    {
        _ = parser.Accept<ParsingEvent>(out var current);
        last = current!.Start;
        parser.MoveNext();
        if (depth > Deepest)
        {
            throw Fault(current, "the text is nested too deeply");
        }

        if (current is NodeEvent { Anchor.IsEmpty: false }
            or NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } })
        {
            throw Fault(current, "anchors and tags are not used in rulebooks");
        }

        return current switch
        {
            Scalar scalar => new ScalarNode(scalar.Value, Line(scalar), Column(scalar)),
            SequenceStart start => List(start, depth),
            MappingStart start => Map(start, depth),
            _ => throw Fault(current, "a value is missing, or an alias is used"),
        };
    }

    private ListNode List(SequenceStart start, int depth)
    {
        var items = new List<Node>();
        while (!parser.Accept<SequenceEnd>(out _))
        {
            items.Add(Value(depth + 1));
        }

        parser.Consume<SequenceEnd>();
        return new ListNode(items, Line(start), Column(start));
    }

    private MapNode Map(MappingStart start, int depth)
    {
        var entries = new List<Entry>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        while (!parser.Accept<MappingEnd>(out _))
        {
            if (Value(depth + 1) is not ScalarNode key)
            {
                throw Fault(parser.Current!, "a key is a plain text");
            }

            var value = Value(depth + 1);
            if (seen.TryAdd(key.Text, key.Line))
            {
                entries.Add(new Entry(key, value));
                continue;
            }

            findings.Add(key, key.Text, RulebookRefusals.DuplicateKey, ("key", key.Text), ("first", seen[key.Text]));
        }

        parser.Consume<MappingEnd>();
        return new MapNode(entries, Line(start), Column(start));
    }

    private static int Line(ParsingEvent at) => (int)at.Start.Line;

    private static int Column(ParsingEvent at) => (int)at.Start.Column;

    private static YamlException Fault(ParsingEvent at, string problem) => new(at.Start, at.End, problem);

    private static void Report(Findings findings, Mark at, string problem) =>
        findings.Add(
            new ScalarNode("", Math.Max(1, (int)at.Line), Math.Max(1, (int)at.Column)),
            "",
            RulebookRefusals.NotYaml,
            ("problem", problem));

    private static string FirstSentence(string message) => message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
}
