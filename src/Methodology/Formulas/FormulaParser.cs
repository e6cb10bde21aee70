namespace Tanheng.Methodology;

/// <summary>
/// A Pratt parser. From loose to tight: <c>if</c>, <c>or</c>, <c>and</c>, <c>not</c>, comparisons and <c>in</c>
/// (which do not chain), <c>+ -</c>, <c>* /</c>, the sign, <c>^</c> (to the right: 2^3^2 is 2^9, and -2^2 is -4).
/// </summary>
internal sealed class FormulaParser
{
    private const int Or = 1, And = 2, Not = 3, Compare = 4, Add = 5, Multiply = 6, Sign = 7, Power = 8;
    private const int DeepestNesting = 200;

    private static readonly HashSet<string> Words =
        new(StringComparer.Ordinal) { "if", "then", "else", "and", "or", "not", "in", "true", "false" };

    private static readonly HashSet<string> Aggregates =
        new(StringComparer.Ordinal) { "sum", "mean", "count", "any", "all", "min", "max" };

    private readonly List<Token> tokens;
    private int next;
    private int depth;

    private FormulaParser(List<Token> tokens) => this.tokens = tokens;

    private Token Current => tokens[next];

    /// <summary>Reads one whole formula.</summary>
    /// <exception cref="FormulaException">It does not parse.</exception>
    public static Node Parse(string text)
    {
        var parser = new FormulaParser(Lexer.Read(text));
        var node = parser.Expression(0);
        return parser.Current.Kind == TokenKind.End ? node : throw parser.Unexpected();
    }

    /// <summary>True for the words a formula gives a meaning, which cannot name an input or a formula.</summary>
    public static bool IsReserved(string name) => Words.Contains(name);

    private Node Expression(int minimum)
    {
        if (++depth > DeepestNesting)
        {
            throw new FormulaException(Current.At, "公式嵌套过深。", "The formula is nested too deeply.");
        }

        var left = Prefix();
        while (Binding(Current) is var power && power > minimum)
        {
            var token = Take();
            if (token.Text == "in")
            {
                left = new InNode(token.At, left, Options());
                continue;
            }

            // The right side of a power may carry a sign: 10^-3.
            var right = Expression(token.Text == "^" ? Sign - 1 : power);
            if (power == Compare && Binding(Current) == Compare)
            {
                throw new FormulaException(
                    Current.At, "比较不能连写，请用 and 连接。", "Comparisons do not chain; join them with and.");
            }

            left = new InfixNode(token.At, token.Text, left, right);
        }

        depth--;
        return left;
    }

    private static int Binding(Token token) => (token.Kind, token.Text) switch
    {
        (TokenKind.Name, "or") => Or,
        (TokenKind.Name, "and") => And,
        (TokenKind.Name, "in") => Compare,
        (TokenKind.Symbol, "==" or "!=" or "<" or ">" or "<=" or ">=") => Compare,
        (TokenKind.Symbol, "+" or "-") => Add,
        (TokenKind.Symbol, "*" or "/") => Multiply,
        (TokenKind.Symbol, "^") => Power,
        _ => 0,
    };

    private Node Prefix()
    {
        var token = Take();
        switch (token.Kind)
        {
            case TokenKind.Number:
                return new NumberNode(token.At, token.Number, token.Unit);
            case TokenKind.Text:
                return new TextNode(token.At, token.Text);
            case TokenKind.Symbol when token.Text == "-":
                return new PrefixNode(token.At, "-", Expression(Sign));
            case TokenKind.Symbol when token.Text == "(":
                var inner = Expression(0);
                Expect(")");
                return inner;
            case TokenKind.Name:
                return Named(token);
            default:
                next -= token.Kind == TokenKind.End ? 0 : 1;
                throw Unexpected();
        }
    }

    private Node Named(Token token)
    {
        switch (token.Text)
        {
            case "if":
                var condition = Expression(0);
                Expect("then");
                var then = Expression(0);
                Expect("else");
                return new IfNode(token.At, condition, then, Expression(0));
            case "not":
                return new PrefixNode(token.At, "not", Expression(Not));
            case "true" or "false":
                return new FlagNode(token.At, token.Text == "true");
            case "then" or "else" or "and" or "or" or "in":
                next--;
                throw Unexpected();
        }

        return Is("(") ? Call(token) : Is("[") ? Lookup(token) : new NameNode(token.At, token.Text);
    }

    private Node Call(Token function)
    {
        Expect("(");
        var table = Current;
        if (table.Kind == TokenKind.Name && Aggregates.Contains(function.Text))
        {
            var after = tokens[next + 1];
            if (after is { Kind: TokenKind.Symbol, Text: ":" } || (function.Text == "count" && after.Text == ")"))
            {
                return Aggregate(function);
            }
        }

        return new CallNode(function.At, function.Text, List(")"));
    }

    private AggregateNode Aggregate(Token function)
    {
        var table = Take().Text;
        if (Is(")"))
        {
            Expect(")");
            return new AggregateNode(function.At, function.Text, table, null, null);
        }

        Expect(":");
        var body = Expression(0);
        Node? weight = null;
        if (Is(","))
        {
            Expect(",");
            weight = Expression(0);
        }

        Expect(")");
        return new AggregateNode(function.At, function.Text, table, body, weight);
    }

    private LookupNode Lookup(Token table)
    {
        Expect("[");
        var keys = List("]");
        string? column = null;
        if (Is("."))
        {
            Expect(".");
            column = Current.Kind == TokenKind.Name ? Take().Text : throw Unexpected();
        }

        return new LookupNode(table.At, table.Text, keys, column);
    }

    private List<TextNode> Options()
    {
        Expect("(");
        var options = new List<TextNode>();
        foreach (var node in List(")"))
        {
            options.Add(node as TextNode
                ?? throw new FormulaException(node.At, "in 后面只能列出带引号的选项。", "Only quoted choices can stand after in."));
        }

        return options;
    }

    private List<Node> List(string close)
    {
        var nodes = new List<Node>();
        while (!Is(close))
        {
            if (nodes.Count > 0)
            {
                Expect(",");
            }

            nodes.Add(Expression(0));
        }

        Expect(close);
        return nodes;
    }

    private bool Is(string text) => Current.Kind is TokenKind.Symbol or TokenKind.Name && Current.Text == text;

    private Token Take() => Current.Kind == TokenKind.End ? Current : tokens[next++];

    private void Expect(string text)
    {
        if (!Is(text))
        {
            throw new FormulaException(Current.At, $"此处应为“{text}”。", $"Expected '{text}' here.");
        }

        next++;
    }

    private FormulaException Unexpected() => Current.Kind == TokenKind.End
        ? new FormulaException(Current.At, "公式不完整。", "The formula ends too early.")
        : new FormulaException(Current.At, $"此处不应有“{Current.Text}”。", $"Unexpected '{Current.Text}' here.");
}
