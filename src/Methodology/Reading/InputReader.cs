using Tanheng.Quantities;
using YamlDotNet.RepresentationModel;

namespace Tanheng.Methodology;

/// <summary>A default waiting to be bound when all names are known.</summary>
internal sealed record PendingDefault(Symbol Target, Level Level, Node Syntax, YamlNode Node, bool NeedsSource);

/// <summary>Reads the inputs and gives them their slots.</summary>
internal sealed class InputReader(FileReading reading, Scope scope, YearRange valid)
{
    private static readonly string[] Single =
    [
        "title", "type", "symbol", "unit", "min", "above", "max", "below", "default", "optional", "evidence", "source",
        "from", "choices",
    ];

    private readonly List<PendingDefault> defaults = [];

    public IReadOnlyList<PendingDefault> Defaults => defaults;

    public MethodInput? Read(string name, YamlNode key, YamlNode node)
    {
        if (node is YamlMappingNode mapping && mapping.Children.ContainsKey(new YamlScalarNode("rows")))
        {
            return Table(name, key, node);
        }

        return One(scope.Scalars, name, key, node);
    }

    private MethodInput? Table(string name, YamlNode key, YamlNode node)
    {
        if (reading.Map(node, "title", "rows", "min_rows", "source") is not { } fields)
        {
            return null;
        }

        CheckName(name, key);
        var level = new Level(scope.Tables.Count, name);
        if (!scope.Tables.TryAdd(name, level) || scope.Lookups.ContainsKey(name))
        {
            reading.Fail(key, $"名称 {name} 重复。", $"The name {name} is used twice.");
            return null;
        }

        var columns = new List<MethodInput>();
        foreach (var (column, columnKey, value) in reading.Map(fields.RequiredNode("rows"))?.All ?? [])
        {
            if (One(level, column, columnKey, value) is { } input)
            {
                columns.Add(input);
            }
        }

        return new MethodInput
        {
            Name = name,
            Title = fields.Title("title"),
            Type = MethodType.Rows,
            Symbol = "",
            Unit = Unit.One,
            Range = default,
            Choices = [],
            Default = null,
            IsOptional = false,
            EvidenceRequired = false,
            Source = fields.Optional("source"),
            Columns = columns,
            MinimumRows = fields.Whole("min_rows") ?? 0,
            Table = level.Table,
        };
    }

    private MethodInput? One(Level level, string name, YamlNode key, YamlNode node)
    {
        if (reading.Map(node, Single) is not { } fields)
        {
            return null;
        }

        CheckName(name, key);
        var title = fields.Title("title");
        var type = Type(fields);
        var choices = type == MethodType.Choice ? Choices(fields) : [];
        var unit = type == MethodType.Number ? fields.Unit("unit") : Unit.One;
        var optional = fields.Flag("optional");
        if (optional && fields.Has("default"))
        {
            reading.Fail(fields["optional"]!, "有默认值的输入不必写 optional。", "An input with a default is not also optional.");
        }

        string[]? allowed = type == MethodType.Choice ? [.. choices.Select(choice => choice.Value)] : null;
        var target = Unused(level, name, key)
            ? level.Add(name, title, type, unit, allowed, optional || fields.Has("default"), optional)
            : null;
        if (target is null)
        {
            return null;
        }

        if (fields["default"] is { } defaultNode)
        {
            Default(fields, defaultNode, target, level);
        }

        return new MethodInput
        {
            Name = name,
            Title = title,
            Type = type,
            Symbol = fields.Optional("symbol"),
            Unit = unit,
            Range = Range(fields, type),
            Choices = choices,
            IsOptional = optional,
            Default = fields.Has("default") ? fields.Optional("default") : null,
            EvidenceRequired = fields.One("evidence", "none", ("required", true), ("none", false)),
            Source = fields.Optional("source"),
            Columns = [],
            MinimumRows = 0,
            Target = target,
            Allowed = allowed ?? [],
        };
    }

    private static MethodType Type(Fields fields) => fields.One(
        "type",
        "number",
        ("number", MethodType.Number),
        ("year", MethodType.Year),
        ("flag", MethodType.Flag),
        ("text", MethodType.Text),
        ("choice", MethodType.Choice));

    private NumberRange Range(Fields fields, MethodType type)
    {
        var (min, above) = (fields.Decimal("min"), fields.Decimal("above"));
        var (max, below) = (fields.Decimal("max"), fields.Decimal("below"));
        if (type is not (MethodType.Number or MethodType.Year) && (min ?? above ?? max ?? below) is not null)
        {
            reading.Fail(fields.Node, "只有数值才有范围。", "Only numbers have a range.");
        }

        var range = new NumberRange(min ?? above, above is not null, max ?? below, below is not null);
        if ((min is not null && above is not null) || (max is not null && below is not null)
            || range.Minimum > range.Maximum)
        {
            reading.Fail(
                fields.Node,
                "范围有误：min/above 与 max/below 各取其一，下限不大于上限。",
                "The range is wrong: one of min and above, one of max and below, in order.");
        }

        return type == MethodType.Year && range == default
            ? new NumberRange(valid.From, false, valid.Until, false)
            : range;
    }

    private List<MethodChoice> Choices(Fields fields)
    {
        var choices = new List<MethodChoice>();
        if (fields["from"] is { } from)
        {
            var table = scope.Lookups.GetValueOrDefault(FileReading.Plain(from));
            if (table is null || table.Keys.All(key => key.IsYear))
            {
                reading.Fail(
                    from,
                    $"没有以文字为键的表 {FileReading.Plain(from)}。",
                    $"There is no table {FileReading.Plain(from)} with a text key.");
                return choices;
            }

            var rows = table.Rows.DistinctBy(row => row.Words[0]);
            return [.. rows.Select(row => new MethodChoice(row.Words[0], row.Title))];
        }

        foreach (var (value, _, node) in reading.Map(fields.RequiredNode("choices"))?.All ?? [])
        {
            var titles = reading.Map(node, "zh", "en");
            choices.Add(new MethodChoice(value, new Text(titles?.Required("zh") ?? "", titles?.Required("en") ?? "")));
        }

        return choices;
    }

    private void Default(Fields fields, YamlNode node, Symbol target, Level level)
    {
        var text = FileReading.Plain(node);
        Node? syntax = target.IsText ? new TextNode(0, text) : reading.Formula(node, target.FullName);
        if (target.Choices is { } choices && !choices.Contains(text))
        {
            reading.Fail(node, $"默认值“{text}”不在选项中。", $"The default \"{text}\" is not among the choices.");
        }

        if (syntax is not null)
        {
            var bare = syntax is NumberNode { Value: not 0m } or PrefixNode { Operand: NumberNode };
            defaults.Add(
                new PendingDefault(target, level, InUnit(syntax, target.Unit), node, bare && !fields.Has("source")));
        }
    }

    /// <summary>A bare number stands in the input's own unit.</summary>
    private static Node InUnit(Node syntax, Unit unit) => syntax switch
    {
        NumberNode { Unit: null } number => number with { Unit = unit.Symbol },
        PrefixNode { Operator: "-", Operand: NumberNode { Unit: null } number } minus =>
            minus with { Operand = number with { Unit = unit.Symbol } },
        _ => syntax,
    };

    private bool Unused(Level level, string name, YamlNode key)
    {
        var taken = level.Symbols.ContainsKey(name) || scope.Scalars.Symbols.ContainsKey(name)
            || (level.Table < 0 && scope.Tables.Values.Any(table => table.Symbols.ContainsKey(name)));
        if (taken)
        {
            reading.Fail(key, $"名称 {name} 重复。", $"The name {name} is used twice.");
        }

        return !taken;
    }

    private void CheckName(string name, YamlNode key)
    {
        if (!Names.IsGood(name))
        {
            reading.Fail(
                key, $"“{name}”不能作名称：用字母、数字和下划线。", $"'{name}' cannot be a name: use letters, digits and underscores.");
        }
    }
}

/// <summary>What may name an input or a formula.</summary>
internal static class Names
{
    public static bool IsGood(string name) =>
        name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '_')
            && name.All(c => char.IsLetterOrDigit(c) || c == '_')
        && !FormulaParser.IsReserved(name);
}
