using Tanheng.Quantities;

namespace Tanheng.Methodology;

/// <summary>
/// Settles names, types and units of one formula and makes its closure. Sums, differences, comparisons and branches
/// convert their right side exactly into the unit of the left; products and quotients multiply units.
/// </summary>
internal sealed partial class Binder
{
    private readonly Scope scope;
    private readonly Unit declared;
    private readonly Stack<Level> rows = new();
    private readonly HashSet<Symbol> uses = [];

    private Binder(Scope scope, Level? row, Unit declared)
    {
        this.scope = scope;
        this.declared = declared;
        if (row is not null)
        {
            rows.Push(row);
        }
    }

    /// <summary>Binds a formula that must give the type and unit of <paramref name="target"/>.</summary>
    /// <exception cref="FormulaException">A name, type or unit does not fit.</exception>
    public static (Bound Bound, IReadOnlySet<Symbol> Uses) Bind(Scope scope, Level? row, Node syntax, Symbol target)
    {
        var binder = new Binder(scope, row, target.Unit);
        var bound = binder.Any(syntax);
        if (target.Type is MethodType.Number or MethodType.Year)
        {
            bound = Expect(bound, MethodType.Number);
            bound = ConvertTo(bound, target.Unit, bound.Syntax.At);
        }
        else
        {
            bound = Expect(bound, target.Type == MethodType.Flag ? MethodType.Flag : MethodType.Text);
        }

        return (bound, binder.uses);
    }

    /// <summary>Binds a condition.</summary>
    /// <exception cref="FormulaException">It is not a condition, or a name or unit does not fit.</exception>
    public static (Bound Bound, IReadOnlySet<Symbol> Uses) BindCondition(Scope scope, Node syntax)
    {
        var binder = new Binder(scope, null, Unit.One);
        return (Expect(binder.Any(syntax), MethodType.Flag), binder.uses);
    }

    private Bound Any(Node node) => node switch
    {
        NumberNode number => NumberLiteral(number),
        TextNode text => new Bound
        {
            Syntax = text,
            Type = MethodType.Text,
            Text = _ => text.Value,
            Choices = [text.Value],
        },
        FlagNode flag => Bound.OfFlag(flag, _ => flag.Value),
        NameNode name => Name(name),
        PrefixNode prefix => Prefix(prefix),
        InfixNode infix => Infix(infix),
        IfNode branch => Branch(branch),
        CallNode call => Call(call),
        AggregateNode aggregate => Aggregate(aggregate),
        LookupNode lookup => Lookup(lookup),
        InNode choice => In(choice),
        _ => throw new InvalidOperationException(),
    };

    private Bound Number(Node node) => Expect(Any(node), MethodType.Number);

    private Bound Flag(Node node) => Expect(Any(node), MethodType.Flag);

    private static Bound Expect(Bound bound, MethodType type) =>
        bound.Type == type ? bound : throw new FormulaException(
        bound.Syntax.At,
        $"此处应为{NameOf(type).Zh}，得到的是{NameOf(bound.Type).Zh}。",
        $"Expected a {NameOf(type).En} here, found a {NameOf(bound.Type).En}.");

    private static Text NameOf(MethodType type) => type switch
    {
        MethodType.Flag => new("条件（是或否）", "condition (yes or no)"),
        MethodType.Number => new("数值", "number"),
        _ => new("文字", "text"),
    };

    private static Bound NumberLiteral(NumberNode node)
    {
        var unit = Unit.One;
        if (node.Unit is not null && !Unit.TryParse(node.Unit, out unit))
        {
            throw new FormulaException(node.At, $"不认识的单位“{node.Unit}”。", $"Unknown unit '{node.Unit}'.");
        }

        var value = node.Value;
        return new Bound
        {
            Syntax = node,
            Type = MethodType.Number,
            Unit = unit,
            Number = _ => value,
            IsZero = value == 0m && node.Unit is null,
        };
    }

    private Bound Name(NameNode node)
    {
        var symbol = Resolve(node.At, node.Name);
        uses.Add(symbol);
        var (table, slot, given) = (symbol.Table, symbol.Slot, symbol.IsOptional ? symbol.GivenSlot : -1);
        if (symbol.IsText)
        {
            Func<Frame, string> text = table < 0 ? f => f.Texts[slot]! : f => f.Rows[table].Text(slot)!;
            return new Bound
            {
                Syntax = node,
                Type = MethodType.Text,
                Target = symbol,
                Choices = symbol.Choices,
                Text = given < 0 ? text : f => IsGiven(f, table, given) ? text(f) : throw Needed(symbol, f),
            };
        }

        Func<Frame, decimal> run = table < 0 ? f => f.Numbers[slot] : f => f.Rows[table].Number(slot);
        var read = given < 0 ? run : f => IsGiven(f, table, given) ? run(f) : throw Needed(symbol, f);
        return symbol.Type == MethodType.Flag
            ? new Bound { Syntax = node, Type = MethodType.Flag, Target = symbol, Flag = f => read(f) != 0m }
            : new Bound { Syntax = node, Type = MethodType.Number, Unit = symbol.Unit, Target = symbol, Number = read };
    }

    private Symbol Resolve(int at, string name)
    {
        foreach (var level in rows)
        {
            if (level.Symbols.TryGetValue(name, out var column))
            {
                return column;
            }
        }

        if (scope.Scalars.Symbols.TryGetValue(name, out var symbol))
        {
            return symbol;
        }

        var owner = scope.Tables.Values.FirstOrDefault(level => level.Symbols.ContainsKey(name));
        throw owner is null
            ? new FormulaException(at, $"没有名为 {name} 的输入或公式。", $"There is no input or formula named {name}.")
            : new FormulaException(
                at,
                $"{name} 是 {owner.Name} 每一行的列，请写成 sum({owner.Name}: {name}) 之类。",
                $"{name} is a column of every row of {owner.Name}; write sum({owner.Name}: {name}) or the like.");
    }

    private static bool IsGiven(Frame frame, int table, int slot) =>
        (table < 0 ? frame.Numbers[slot] : frame.Rows[table].Number(slot)) != 0m;

    private static MethodFault Needed(Symbol symbol, Frame frame)
    {
        var name = symbol.Table < 0
            ? symbol.Name
            : $"{symbol.TableName}[{frame.Rows[symbol.Table].Cursor + 1}].{symbol.Name}";
        return new MethodFault(method => MethodRefusals.InputNeeded.With(
            ("method", method.Reference), ("input", name), ("title", symbol.Title.Zh), ("title_en", symbol.Title.En)));
    }

    private Bound Lookup(LookupNode node)
    {
        if (!scope.Lookups.TryGetValue(node.Table, out var table))
        {
            throw new FormulaException(node.At, $"没有名为 {node.Table} 的表。", $"There is no table named {node.Table}.");
        }

        if (node.Keys.Count != table.Keys.Count)
        {
            throw new FormulaException(
                node.At,
                $"表 {table.Name} 需要 {table.Keys.Count} 个键：{string.Join("、", table.Keys.Select(k => k.Name))}。",
                $"Table {table.Name} needs {table.Keys.Count} key(s): "
                    + string.Join(", ", table.Keys.Select(k => k.Name)) + ".");
        }

        var column = Column(node, table);
        var keys = node.Keys.Select((key, i) => Key(key, table, i)).ToArray();
        var find = Finder(table, keys);
        var index = table.Columns.ToList().IndexOf(column);
        var target = new LookupTarget(table, column, find);
        return column.Type == MethodType.Flag
            ? new Bound
            {
                Syntax = node,
                Type = MethodType.Flag,
                Parts = keys,
                Target = target,
                Flag = f => find(f).Values[index] != 0m,
            }
            : new Bound
            {
                Syntax = node,
                Type = MethodType.Number,
                Unit = column.Unit,
                Parts = keys,
                Target = target,
                Number = f => find(f).Values[index],
            };
    }

    private static LookupColumn Column(LookupNode node, LookupTable table)
    {
        if (node.Column is null && table.Columns.Count == 1)
        {
            return table.Columns[0];
        }

        return table.Columns.FirstOrDefault(column => column.Name == node.Column) ?? throw new FormulaException(
            node.At,
            $"表 {table.Name} 的列是：{string.Join("、", table.Columns.Select(c => c.Name))}。",
            $"The columns of table {table.Name} are: {string.Join(", ", table.Columns.Select(c => c.Name))}.");
    }

    private Bound Key(Node node, LookupTable table, int index)
    {
        var key = Any(node);
        if (table.Keys[index].IsYear)
        {
            key = Expect(key, MethodType.Number);
            return ConvertTo(key, Unit.One, node.At);
        }

        key = Expect(key, MethodType.Text);
        var word = table.Keys.Take(index).Count(k => !k.IsYear);
        var known = table.Rows.Select(row => row.Words[word]).ToHashSet(StringComparer.Ordinal);
        var stranger = key.Choices?.FirstOrDefault(choice => !known.Contains(choice));
        return stranger is null ? key : throw new FormulaException(
            node.At,
            $"表 {table.Name} 没有“{stranger}”的行。",
            $"Table {table.Name} has no row for \"{stranger}\".");
    }

    private static Func<Frame, LookupRow> Finder(LookupTable table, Bound[] keys)
    {
        var words = keys.Where((_, i) => !table.Keys[i].IsYear).Select(key => key.Text).ToArray();
        var years = keys.Where((_, i) => table.Keys[i].IsYear).Select(key => key.Number).ToArray();
        if (words.Length > 4 || years.Length > 4)
        {
            throw new FormulaException(keys[0].Syntax.At, "表的键太多。", "The table has too many keys.");
        }

        return frame =>
        {
            var buffers = default(KeyBuffers);
            Span<string> word = buffers.Words;
            Span<decimal> year = buffers.Years;
            for (var i = 0; i < words.Length; i++)
            {
                word[i] = words[i](frame);
            }

            for (var i = 0; i < years.Length; i++)
            {
                year[i] = years[i](frame);
            }

            return table.Find(word[..words.Length], year[..years.Length])
                ?? throw NoRow(table, table.Describe(word[..words.Length], year[..years.Length]));
        };
    }

    private static MethodFault NoRow(LookupTable table, string key) =>
        new(
            method => MethodRefusals.TableRowMissing.With(
                ("method", method.Reference), ("table", table.Name), ("key", key)));

    [System.Runtime.CompilerServices.InlineArray(4)]
    private struct FourWords
    {
        private string first;
    }

    [System.Runtime.CompilerServices.InlineArray(4)]
    private struct FourYears
    {
        private decimal first;
    }

    private struct KeyBuffers
    {
        public FourWords Words;
        public FourYears Years;
    }
}
