namespace Tanheng.Methodology;

/// <summary>Operators, comparisons and branches.</summary>
internal sealed partial class Binder
{
    private Bound Prefix(PrefixNode node)
    {
        if (node.Operator == "not")
        {
            var flag = Flag(node.Operand);
            return Bound.OfFlag(node, f => !flag.Flag(f), flag);
        }

        var operand = Number(node.Operand);
        return Bound.OfNumber(node, operand.Unit, f => -operand.Number(f), operand);
    }

    private Bound Infix(InfixNode node)
    {
        switch (node.Operator)
        {
            case "and" or "or":
                var (p, q) = (Flag(node.Left), Flag(node.Right));
                return node.Operator == "and"
                    ? Bound.OfFlag(node, f => p.Flag(f) && q.Flag(f), p, q)
                    : Bound.OfFlag(node, f => p.Flag(f) || q.Flag(f), p, q);
            case "+" or "-":
                return Sum(node);
            case "*":
                var (a, b) = (Number(node.Left), Number(node.Right));
                return Bound.OfNumber(node, Unit.Product(a.Unit, b.Unit), f => a.Number(f) * b.Number(f), a, b);
            case "/":
                var (n, d) = (Number(node.Left), Number(node.Right));
                return Quotient(node, n, d);
            case "^":
                return Power(node);
            default:
                return Comparison(node);
        }
    }

    private static Bound Quotient(InfixNode node, Bound above, Bound below)
    {
        var (n, d) = (above.Number, below.Number);
        return new Bound
        {
            Syntax = node,
            Type = MethodType.Number,
            Unit = Unit.Quotient(above.Unit, below.Unit),
            Parts = [above, below],
            Number = f => n(f) / d(f),
            WithFactor = convert => f => convert(n(f)) / d(f),
        };
    }

    private Bound Sum(InfixNode node)
    {
        var (left, right, unit) = Same(Number(node.Left), Number(node.Right), node.At);
        return node.Operator == "+"
            ? Bound.OfNumber(node, unit, f => left.Number(f) + right.Number(f), left, right)
            : Bound.OfNumber(node, unit, f => left.Number(f) - right.Number(f), left, right);
    }

    private Bound Power(InfixNode node)
    {
        var basis = Number(node.Left);
        var exponent = ConvertTo(Number(node.Right), Unit.One, node.Right.At);
        if (WholeExponent(node.Right) is { } whole)
        {
            return Bound.OfNumber(
                node, basis.Unit.Power(whole), f => DecimalMath.Pow(basis.Number(f), whole), basis, exponent);
        }

        basis = ConvertTo(basis, Unit.One, node.Left.At);
        return Bound.OfNumber(
            node, Unit.One, f => DecimalMath.Pow(basis.Number(f), exponent.Number(f)), basis, exponent);
    }

    private static int? WholeExponent(Node node) => node switch
    {
        NumberNode { Unit: null } n when n.Value <= 9m && n.Value == decimal.Truncate(n.Value) => (int)n.Value,
        PrefixNode { Operator: "-" } p when WholeExponent(p.Operand) is { } whole => -whole,
        _ => null,
    };

    private Bound Comparison(InfixNode node)
    {
        var (left, right) = (Any(node.Left), Any(node.Right));
        if (left.Type == MethodType.Text)
        {
            return TextComparison(node, left, Expect(right, MethodType.Text));
        }

        if (left.Type == MethodType.Flag)
        {
            throw new FormulaException(
                node.At, "条件不需要比较，直接使用或加 not。", "A condition is not compared; use it as it is, or with not.");
        }

        (left, right, _) = Same(left, Expect(right, MethodType.Number), node.At);
        var (a, b) = (left.Number, right.Number);
        return Bound.OfFlag(node, Comparer(node.Operator, a, b), left, right);
    }

    private static Func<Frame, bool> Comparer(string comparison, Func<Frame, decimal> a, Func<Frame, decimal> b) =>
        comparison switch
        {
            "==" => f => a(f) == b(f),
            "!=" => f => a(f) != b(f),
            "<" => f => a(f) < b(f),
            "<=" => f => a(f) <= b(f),
            ">" => f => a(f) > b(f),
            _ => f => a(f) >= b(f),
        };

    private static Bound TextComparison(InfixNode node, Bound left, Bound right)
    {
        if (node.Operator is not ("==" or "!="))
        {
            throw new FormulaException(node.At, "文字只能用 == 或 != 比较。", "Texts are only compared with == or !=.");
        }

        CheckChoice(left, right);
        CheckChoice(right, left);
        return node.Operator == "=="
            ? Bound.OfFlag(node, f => left.Text(f) == right.Text(f), left, right)
            : Bound.OfFlag(node, f => left.Text(f) != right.Text(f), left, right);
    }

    private static void CheckChoice(Bound closed, Bound literal)
    {
        if (closed.Target is Symbol { Choices: { } choices } && literal.Syntax is TextNode text
            && !choices.Contains(text.Value))
        {
            throw new FormulaException(
                text.At,
                $"“{text.Value}”不在选项中：{string.Join("、", choices)}。",
                $"\"{text.Value}\" is not among the choices: {string.Join(", ", choices)}.");
        }
    }

    private Bound In(InNode node)
    {
        var operand = Expect(Any(node.Operand), MethodType.Text);
        foreach (var option in node.Options)
        {
            CheckChoice(operand, new Bound { Syntax = option, Type = MethodType.Text });
        }

        string[] options = [.. node.Options.Select(option => option.Value)];
        return Bound.OfFlag(node, f => Array.IndexOf(options, operand.Text(f)) >= 0, operand);
    }

    private Bound Branch(IfNode node)
    {
        var condition = Flag(node.Condition);
        var (then, other) = (Any(node.Then), Any(node.Else));
        other = Expect(other, then.Type);
        switch (then.Type)
        {
            case MethodType.Number:
                (then, other, var unit) = Same(then, other, node.Else.At);
                return Bound.OfNumber(
                    node, unit, f => condition.Flag(f) ? then.Number(f) : other.Number(f), condition, then, other);
            case MethodType.Flag:
                return Bound.OfFlag(
                    node, f => condition.Flag(f) ? then.Flag(f) : other.Flag(f), condition, then, other);
            default:
                return new Bound
                {
                    Syntax = node,
                    Type = MethodType.Text,
                    Parts = [condition, then, other],
                    Text = f => condition.Flag(f) ? then.Text(f) : other.Text(f),
                    Choices = then.Choices is null || other.Choices is null
                        ? null
                        : [.. then.Choices.Union(other.Choices)],
                };
        }
    }

    /// <summary>Both sides in one unit: that of the left, unless the left is a bare zero.</summary>
    private static (Bound Left, Bound Right, Unit Unit) Same(Bound left, Bound right, int at)
    {
        if (left.IsZero)
        {
            return (left, right, right.Unit);
        }

        return right.IsZero ? (left, right, left.Unit) : (left, ConvertTo(right, left.Unit, at), left.Unit);
    }

    /// <summary>The same piece in another unit; an exact factor is put in when the scales differ.</summary>
    private static Bound ConvertTo(Bound bound, Unit unit, int at)
    {
        if (bound.IsZero || bound.Unit.Equals(unit))
        {
            return bound;
        }

        if (!bound.Unit.Measures(unit))
        {
            throw new FormulaException(
                at,
                $"量纲不符：此处应为 {unit.Symbol}，得到的是 {bound.Unit.Symbol}。",
                $"Dimensions differ: expected {unit.Symbol} here, found {bound.Unit.Symbol}.");
        }

        var (convert, run) = ((bound.Unit.Scale / unit.Scale).AsFactor(), bound.Number);
        return new Bound
        {
            Syntax = bound.Syntax,
            Type = MethodType.Number,
            Unit = unit,
            Parts = bound.Parts,
            Target = bound.Target,
            Number = bound.WithFactor?.Invoke(convert) ?? (f => convert(run(f))),
        };
    }
}
