using Tanheng.Quantities;
using YamlDotNet.RepresentationModel;

namespace Tanheng.Methodology;

/// <summary>A formula whose name is known and whose body waits to be bound.</summary>
internal sealed record PendingFormula(MethodFormula Formula, Level Level, Node Syntax, YamlNode Node);

/// <summary>
/// Reads the formulas and gives them their slots; their bodies are bound later, when all names are known.
/// </summary>
internal sealed class FormulaReader(FileReading reading, Scope scope, string source, MethodStatus status)
{
    public PendingFormula? Read(string name, YamlNode key, YamlNode node)
    {
        if (reading.Map(node, "title", "is", "unit", "type", "round", "source", "status") is not { } fields)
        {
            return null;
        }

        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var level = dot < 0 ? scope.Scalars : scope.Tables.GetValueOrDefault(name[..dot]);
        var own = name[(dot + 1)..];
        if (level is null || !Names.IsGood(own))
        {
            reading.Fail(
                key,
                $"“{name}”不能作公式名：写 名称 或 表.列。",
                $"'{name}' cannot name a formula: write name, or table.column for an existing input table.");
            return null;
        }

        var type = fields.One(
            "type", "number", ("number", MethodType.Number), ("flag", MethodType.Flag), ("text", MethodType.Text));
        var unit = type == MethodType.Number ? fields.Unit("unit") : Unit.One;
        var title = fields.Title("title");
        var target = IsFree(level, own) ? level.Add(own, title, type, unit, null, false, false) : null;
        if (target is null)
        {
            reading.Fail(key, $"名称 {name} 重复。", $"The name {name} is used twice.");
            return null;
        }

        var body = fields.RequiredNode("is");
        if (body is not YamlScalarNode || reading.Formula(body, name) is not { } syntax)
        {
            return null;
        }

        var ownSource = fields.Optional("source");
        var formula = new MethodFormula
        {
            Name = name,
            Title = title,
            Type = type,
            Unit = unit,
            Formula = FileReading.Plain(body).Trim(),
            Round = Rounding(fields, type),
            Source = ownSource.Length > 0 ? ownSource : source,
            Status = fields.Status(status),
            Target = target,
        };
        return new PendingFormula(formula, level, syntax, body);
    }

    private bool IsFree(Level level, string name) =>
        !level.Symbols.ContainsKey(name) && !scope.Scalars.Symbols.ContainsKey(name)
        && (level.Table >= 0 || !scope.Tables.Values.Any(table => table.Symbols.ContainsKey(name)));

    private (Rounding Mode, int Digits)? Rounding(Fields fields, MethodType type)
    {
        if (fields["round"] is not { } node)
        {
            return null;
        }

        var parts = FileReading.Plain(node).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (type == MethodType.Number && parts.Length == 2 && RoundingNames.Find(parts[0]) is { } mode
            && FileReading.TryDecimal(parts[1], out var digits) && digits is >= 0 and <= 20
                && digits == decimal.Truncate(digits))
        {
            return (mode, (int)digits);
        }

        reading.Fail(
            node,
            $"写法：round: 方式 位数，方式为 {RoundingNames.All}。",
            $"Write round: mode digits, for a number; the modes are {RoundingNames.All}.");
        return null;
    }
}
