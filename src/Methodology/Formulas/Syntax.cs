using Tanheng.Quantities;

namespace Tanheng.Methodology;

/// <summary>A piece of a formula as written. <c>At</c> is the offset in the formula text, for error messages.</summary>
internal abstract record Node(int At);

internal sealed record NumberNode(int At, decimal Value, string? Unit) : Node(At);

internal sealed record TextNode(int At, string Value) : Node(At);

internal sealed record FlagNode(int At, bool Value) : Node(At);

internal sealed record NameNode(int At, string Name) : Node(At);

/// <summary><c>-x</c> or <c>not x</c>.</summary>
internal sealed record PrefixNode(int At, string Operator, Node Operand) : Node(At);

internal sealed record InfixNode(int At, string Operator, Node Left, Node Right) : Node(At);

internal sealed record IfNode(int At, Node Condition, Node Then, Node Else) : Node(At);

internal sealed record CallNode(int At, string Function, IReadOnlyList<Node> Arguments) : Node(At);

/// <summary><c>sum(units: body)</c>, <c>mean(units: body, weight)</c>, <c>count(units)</c>.</summary>
internal sealed record AggregateNode(int At, string Function, string Table, Node? Body, Node? Weight) : Node(At);

/// <summary><c>table[key, key].column</c>.</summary>
internal sealed record LookupNode(int At, string Table, IReadOnlyList<Node> Keys, string? Column) : Node(At);

/// <summary><c>x in ("I", "II")</c>.</summary>
internal sealed record InNode(int At, Node Operand, IReadOnlyList<TextNode> Options) : Node(At);

/// <summary>
/// A formula that cannot be read or does not fit; caught by the file reader and turned into a diagnostic.
/// </summary>
internal sealed class FormulaException(int at, Text sentence) : Exception(sentence.En)
{
    public FormulaException(int at, string zh, string en)
        : this(at, new Text(zh, en))
    {
    }

    public int At { get; } = at;

    public Text Sentence { get; } = sentence;
}
