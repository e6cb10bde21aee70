using System.Diagnostics.CodeAnalysis;
using Tanheng.Quantities;

namespace Tanheng.Methodology;

/// <summary>Functions, and sums over rows.</summary>
internal sealed partial class Binder
{
    private Bound Call(CallNode node)
    {
        switch (node.Function)
        {
            case "min" or "max":
                return Extreme(node);
            case "abs":
                var x = Number(Arguments(node, 1)[0]);
                return Bound.OfNumber(node, x.Unit, f => Math.Abs(x.Number(f)), x);
            case "floor" or "ceil":
                var whole = InPlainUnit(Number(Arguments(node, 1)[0]));
                return node.Function == "floor"
                    ? Bound.OfNumber(node, whole.Unit, f => decimal.Floor(whole.Number(f)), whole)
                    : Bound.OfNumber(node, whole.Unit, f => decimal.Ceiling(whole.Number(f)), whole);
            case "round":
                return Rounded(node);
            case "exp" or "ln":
                var plain = ConvertTo(Number(Arguments(node, 1)[0]), Unit.One, node.At);
                return node.Function == "exp"
                    ? Bound.OfNumber(node, Unit.One, f => DecimalMath.Exp(plain.Number(f)), plain)
                    : Bound.OfNumber(node, Unit.One, f => DecimalMath.Ln(plain.Number(f)), plain);
            case "sqrt":
                return Root(node);
            case "co2":
                return Molar(node, "tC", "tCO2", 44m, 12m);
            case "carbon":
                return Molar(node, "tCO2", "tC", 12m, 44m);
            case "given":
                return Given(node);
            default:
                throw new FormulaException(
                    node.At, $"没有名为 {node.Function} 的函数。", $"There is no function named {node.Function}.");
        }
    }

    private static IReadOnlyList<Node> Arguments(CallNode node, int count) => node.Arguments.Count == count
        ? node.Arguments
        : throw new FormulaException(
            node.At, $"{node.Function} 需要 {count} 个参数。", $"{node.Function} takes {count} argument(s).");

    private Bound Extreme(CallNode node)
    {
        if (node.Arguments.Count == 0)
        {
            throw new FormulaException(
                node.At, $"{node.Function} 至少需要一个参数。", $"{node.Function} takes at least one argument.");
        }

        var parts = node.Arguments.Select(Number).ToArray();
        var unit = (Array.Find(parts, part => !part.IsZero) ?? parts[0]).Unit;
        parts = [.. parts.Select(part => ConvertTo(part, unit, part.Syntax.At))];
        var runs = parts.Select(part => part.Number).ToArray();
        var greatest = node.Function == "max";
        return Bound.OfNumber(
            node,
            unit,
            frame =>
            {
                var best = runs[0](frame);
                for (var i = 1; i < runs.Length; i++)
                {
                    var value = runs[i](frame);
                    best = greatest == value > best ? value : best;
                }

                return best;
            },
            parts);
    }

    private Bound Rounded(CallNode node)
    {
        var arguments = Arguments(node, 3);
        var mode = arguments[0] is NameNode name ? RoundingNames.Find(name.Name) : null;
        if (mode is null || arguments[1] is not NumberNode { Unit: null, Value: >= 0m and <= 20m } digits)
        {
            throw new FormulaException(
                node.At,
                $"写法：round(方式, 位数, 数值)，方式为 {RoundingNames.All}。",
                $"Write round(mode, digits, value); the modes are {RoundingNames.All}.");
        }

        var value = InPlainUnit(Number(arguments[2]));
        var (rounding, places) = (mode.Value, (int)digits.Value);
        return Bound.OfNumber(node, value.Unit, f => Round.To(value.Number(f), places, rounding), value);
    }

    /// <summary>
    /// Rounding happens in the formula's own unit where the argument converts to it. Otherwise the argument must
    /// already stand in a unit somebody wrote or in a coherent one, or nobody could say to what it is rounded.
    /// </summary>
    private Bound InPlainUnit(Bound bound)
    {
        if (bound.Unit.Measures(declared))
        {
            return ConvertTo(bound, declared, bound.Syntax.At);
        }

        return bound.Unit.Scale.IsOne || bound.Target is Symbol or LookupTarget ? bound : throw new FormulaException(
            bound.Syntax.At,
            $"在单位 {bound.Unit.Symbol} 下取整没有意义，请先换算。",
            $"Rounding in the unit {bound.Unit.Symbol} has no meaning; convert first.");
    }

    private Bound Root(CallNode node)
    {
        var x = Number(Arguments(node, 1)[0]);
        var root = x.Unit.Dimension.Root()
            ?? throw new FormulaException(node.At, $"{x.Unit.Symbol} 不能开平方。", $"{x.Unit.Symbol} has no square root.");
        var coherent = ConvertTo(x, Unit.Derived(Rational.One, x.Unit.Dimension), node.At);
        return Bound.OfNumber(
            node, Unit.Derived(Rational.One, root), f => DecimalMath.Sqrt(coherent.Number(f)), coherent);
    }

    /// <summary>Carbon to CO2 by molar masses, the only way from one kind to the other.</summary>
    private Bound Molar(CallNode node, string from, string to, decimal top, decimal bottom)
    {
        var x = Number(Arguments(node, 1)[0]);
        var rest = x.Unit.Dimension / Dimension.Of(from);
        var unit = Unit.Derived(x.Unit.Scale, rest * Dimension.Of(to));
        if (unit.Dimension.Equals(x.Unit.Dimension) || !CountsOnce(x.Unit.Dimension, from))
        {
            throw new FormulaException(
                node.At, $"{node.Function} 的参数应含 {from}，得到的是 {x.Unit.Symbol}。",
                $"{node.Function} needs {from}, found {x.Unit.Symbol}.");
        }

        return Bound.OfNumber(node, unit, f => x.Number(f) * top / bottom, x);
    }

    private static bool CountsOnce(Dimension dimension, string kind) =>
        ("·" + dimension.ToString().Split('/')[0] + "·").Contains("·" + kind + "·", StringComparison.Ordinal);

    private Bound Given(CallNode node)
    {
        var name = Arguments(node, 1)[0] as NameNode
            ?? throw new FormulaException(node.At, "given 的参数是一个输入的名称。", "given takes the name of an input.");
        var symbol = Resolve(name.At, name.Name);
        if (symbol.GivenSlot < 0)
        {
            throw new FormulaException(
                name.At, $"{symbol.Name} 总是有值，不必用 given。",
                $"{symbol.Name} always has a value; given says nothing about it.");
        }

        var (table, slot) = (symbol.Table, symbol.GivenSlot);
        return new Bound
        {
            Syntax = node,
            Type = MethodType.Flag,
            Target = symbol,
            Flag = f => IsGiven(f, table, slot),
        };
    }

    private Bound Aggregate(AggregateNode node)
    {
        if (!scope.Tables.TryGetValue(node.Table, out var level))
        {
            throw new FormulaException(
                node.At, $"没有名为 {node.Table} 的多行输入。", $"There is no input table named {node.Table}.");
        }

        if (node.Weight is not null != (node.Function == "mean"))
        {
            throw new FormulaException(
                node.At, "加权平均写作 mean(表: 数值, 权重)。",
                "A weighted mean is written mean(table: value, weight); the others take no weight.");
        }

        rows.Push(level);
        try
        {
            return Over(node, level);
        }
        finally
        {
            rows.Pop();
        }
    }

    private Bound Over(AggregateNode node, Level level)
    {
        var table = level.Table;
        if (node.Function is "count" or "any" or "all")
        {
            var condition = node.Body is null ? null : Flag(node.Body);
            IReadOnlyList<Bound> parts = condition is null ? [] : [condition];
            var test = condition?.Flag;
            return node.Function switch
            {
                "count" => WithLevel(
                    Bound.OfNumber(node, Unit.One, f => Aggregates.Count(f, table, test), parts), level),
                "any" => WithLevel(Bound.OfFlag(node, f => Aggregates.Any(f, table, test!), parts), level),
                _ => WithLevel(Bound.OfFlag(node, f => !Aggregates.Any(f, table, g => !test!(g)), parts), level),
            };
        }

        var body = Number(node.Body!);
        if (node.Function == "mean")
        {
            var weight = Number(node.Weight!);
            var (value, by) = (body.Number, weight.Number);
            return WithLevel(
                Bound.OfNumber(node, body.Unit, f => Aggregates.Mean(f, table, value, by), body, weight), level);
        }

        var run = body.Number;
        return WithLevel(
            Bound.OfNumber(
                node,
                body.Unit,
                node.Function switch
                {
                    "sum" => f => Aggregates.Sum(f, table, run),
                    "max" => f => Aggregates.Extreme(f, table, run, 1),
                    _ => f => Aggregates.Extreme(f, table, run, -1),
                },
                body),
            level);
    }

    [SuppressMessage("Performance", "CA1859", Justification = "A target is whatever a leaf refers to.")]
    private static Bound WithLevel(Bound bound, object level) => new()
    {
        Syntax = bound.Syntax,
        Type = bound.Type,
        Unit = bound.Unit,
        Parts = bound.Parts,
        Target = level,
        Number = bound.Number,
        Flag = bound.Flag,
    };
}
