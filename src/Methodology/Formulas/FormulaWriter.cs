using System.Globalization;
using System.Text;

namespace Tanheng.Methodology;

/// <summary>
/// Writes a bound formula for people: in words (names replaced by their titles), or with the values of one
/// evaluation put in. With values only the branch taken is written, and only what was needed of a condition.
/// </summary>
internal sealed class FormulaWriter
{
    private const int MostRows = 6;
    private const int Loosest = 0, Additive = 5, Multiplicative = 6, Tightest = 9;

    private readonly StringBuilder text = new();
    private readonly bool chinese;
    private readonly Frame? frame;
    private readonly List<ExplanationFigure>? figures;

    private FormulaWriter(bool chinese, Frame? frame, List<ExplanationFigure>? figures)
    {
        this.chinese = chinese;
        this.frame = frame;
        this.figures = figures;
    }

    /// <summary>The formula with titles for names.</summary>
    public static string Words(Bound bound, bool chinese)
    {
        var writer = new FormulaWriter(chinese, null, null);
        writer.Write(bound, Loosest);
        return writer.text.ToString();
    }

    /// <summary>
    /// The formula with values for names; table figures used are added to <paramref name="figures"/>.
    /// </summary>
    public static string Values(Bound bound, Frame frame, bool chinese, List<ExplanationFigure>? figures)
    {
        var writer = new FormulaWriter(chinese, frame, figures);
        writer.Write(bound, Loosest);
        return writer.text.ToString();
    }

    /// <summary>A number as people write it: no idle zeros, then its unit.</summary>
    public static string Show(decimal value, Unit unit)
    {
        var digits = value.ToString("0.############################", CultureInfo.InvariantCulture);
        return unit.Symbol == "1" ? digits : digits + " " + unit.Symbol;
    }

    private void Write(Bound bound, int outer)
    {
        switch (bound.Syntax)
        {
            case NumberNode number:
                text.Append(number.Unit is null
                    ? number.Value.ToString(CultureInfo.InvariantCulture)
                    : $"{number.Value.ToString(CultureInfo.InvariantCulture)} {number.Unit}");
                break;
            case TextNode word:
                text.Append('"').Append(word.Value).Append('"');
                break;
            case FlagNode flag:
                text.Append(Yes(flag.Value));
                break;
            case NameNode:
                Name(bound, (Symbol)bound.Target!);
                break;
            case PrefixNode prefix:
                text.Append(prefix.Operator == "not" ? Say("非 ", "not ") : "−");
                Write(bound.Parts[0], Tightest);
                break;
            case InfixNode infix:
                Infix(bound, infix, outer);
                break;
            case IfNode:
                Branch(bound);
                break;
            case InNode choice:
                Write(bound.Parts[0], Tightest);
                text.Append(" ∈ {").AppendJoin(", ", choice.Options.Select(option => option.Value)).Append('}');
                break;
            case LookupNode:
                Lookup(bound, (LookupTarget)bound.Target!);
                break;
            case CallNode call:
                Call(bound, call);
                break;
            case AggregateNode aggregate:
                Aggregate(bound, aggregate, (Level)bound.Target!);
                break;
        }
    }

    private void Name(Bound bound, Symbol symbol)
    {
        if (frame is null)
        {
            text.Append(chinese ? symbol.Title.Zh : symbol.Title.En);
            return;
        }

        text.Append(bound.Type switch
        {
            MethodType.Number => Show(Raw(symbol), symbol.Unit),
            MethodType.Flag => Said(symbol.Title, Raw(symbol) != 0m),
            _ => $"\"{bound.Text(frame)}\"",
        });
    }

    /// <summary>The value in the symbol's own unit, whatever the formula converts it to.</summary>
    private decimal Raw(Symbol symbol) => symbol.Table < 0
        ? frame!.Numbers[symbol.Slot]
        : frame!.Rows[symbol.Table].Number(symbol.Slot);

    private void Infix(Bound bound, InfixNode infix, int outer)
    {
        if (frame is not null && infix.Operator is "and" or "or"
            && bound.Parts[0].Flag(frame!) == (infix.Operator == "or"))
        {
            Write(bound.Parts[0], outer);
            return;
        }

        var own = Tightness(infix.Operator);
        var brackets = own < outer;
        text.Append(brackets ? "(" : "");
        Write(bound.Parts[0], infix.Operator == "^" ? Tightest : own);
        text.Append(infix.Operator switch
        {
            "*" => " × ",
            "-" => " − ",
            "==" => " = ",
            "!=" => " ≠ ",
            "<=" => " ≤ ",
            ">=" => " ≥ ",
            "and" => Say(" 且 ", " and "),
            "or" => Say(" 或 ", " or "),
            var sign => $" {sign} ",
        });
        Write(bound.Parts[1], infix.Operator is "-" or "/" or "*" ? own + 1 : own);
        text.Append(brackets ? ")" : "");
    }

    private static int Tightness(string infix) => infix switch
    {
        "or" => 1,
        "and" => 2,
        "+" or "-" => Additive,
        "*" or "/" => Multiplicative,
        "^" => Tightest - 1,
        _ => 4,
    };

    private void Branch(Bound bound)
    {
        if (frame is not null)
        {
            var taken = bound.Parts[0].Flag(frame);
            Write(bound.Parts[taken ? 1 : 2], Additive);
            text.Append(Say("（因 ", " (because ")).Append(taken ? "" : Say("非 ", "not "));
            Write(bound.Parts[0], taken ? Loosest : Tightest);
            text.Append(Say("）", ")"));
            return;
        }

        text.Append(Say("若 ", "if "));
        Write(bound.Parts[0], Loosest);
        text.Append(Say(" 则 ", " then "));
        Write(bound.Parts[1], Loosest);
        text.Append(Say(" 否则 ", " else "));
        Write(bound.Parts[2], Loosest);
    }

    private void Lookup(Bound bound, LookupTarget target)
    {
        if (frame is null)
        {
            var column = target.Table.Columns.Count == 1 ? "" : "." + target.Column.Name;
            text.Append(chinese ? target.Table.Title.Zh : target.Table.Title.En).Append(column).Append('[');
            Parts(bound.Parts, ", ");
            text.Append(']');
            return;
        }

        var row = target.Find(frame);
        var value = row.Values[IndexOf(target.Table.Columns, target.Column)];
        var shown = target.Column.Type == MethodType.Flag ? Yes(value != 0m) : Show(value, target.Column.Unit);
        text.Append(target.Column.Type == MethodType.Flag ? Said(target.Table.Title, value != 0m) : shown);
        figures?.Add(new ExplanationFigure(
            target.Table.Name, target.Table.Title, string.Join(", ", row.Keys), target.Column.Name, shown,
            row.Source, row.Status));
    }

    private static int IndexOf(IReadOnlyList<LookupColumn> columns, LookupColumn column)
    {
        var at = 0;
        while (columns[at] != column)
        {
            at++;
        }

        return at;
    }

    private void Call(Bound bound, CallNode call)
    {
        switch (call.Function)
        {
            case "co2" or "carbon":
                Write(bound.Parts[0], Multiplicative);
                text.Append(call.Function == "co2" ? " × 44/12" : " × 12/44");
                return;
            case "given":
                var symbol = (Symbol)bound.Target!;
                text.Append(Say("已提供 ", "given ")).Append(chinese ? symbol.Title.Zh : symbol.Title.En);
                text.Append(frame is null ? "" : $": {Yes(bound.Flag(frame))}");
                return;
            case "round":
                var mode = ((NameNode)call.Arguments[0]).Name;
                var digits = ((NumberNode)call.Arguments[1]).Value;
                text.Append(CultureInfo.InvariantCulture, $"round({mode}, {digits}, ");
                break;
            default:
                text.Append(call.Function).Append('(');
                break;
        }

        Parts(bound.Parts, ", ");
        text.Append(')');
    }

    private void Aggregate(Bound bound, AggregateNode node, Level level)
    {
        if (frame is null)
        {
            text.Append(node.Function switch
            {
                "sum" => Say("合计", "sum"),
                "mean" => Say("加权平均", "weighted mean"),
                "count" => Say("个数", "count"),
                "any" => Say("任一", "any"),
                "all" => Say("全部", "all"),
                "min" => Say("最小", "min"),
                _ => Say("最大", "max"),
            });
            text.Append('(').Append(level.Name);
            text.Append(bound.Parts.Count == 0 ? "" : ": ");
            Parts(bound.Parts, Say("，权重 ", ", weighted by "));
            text.Append(')');
            return;
        }

        switch (node.Function)
        {
            case "sum":
                EachRow(level, " + ", () => Write(bound.Parts[0], Additive));
                break;
            case "mean":
                EachRow(level, " + ", () => Weighted(bound));
                text.Append(" / ");
                EachRow(level, " + ", () => Write(bound.Parts[1], Additive));
                break;
            case "min" or "max":
                text.Append(node.Function);
                EachRow(level, "; ", () => Write(bound.Parts[0], Loosest));
                break;
            case "count":
                text.Append(Show(bound.Number(frame), Unit.One));
                break;
            default:
                text.Append(node.Function).Append(": ").Append(Yes(bound.Flag(frame)));
                break;
        }
    }

    private void Weighted(Bound mean)
    {
        Write(mean.Parts[0], Multiplicative);
        text.Append(" × ");
        Write(mean.Parts[1], Multiplicative + 1);
    }

    private void EachRow(Level level, string between, Action write)
    {
        var rows = frame!.Rows[level.Table];
        var before = rows.Cursor;
        text.Append('(');
        for (rows.Cursor = 0; rows.Cursor < rows.Count; rows.Cursor++)
        {
            if (rows.Count > MostRows && rows.Cursor == MostRows / 2)
            {
                text.Append(between).Append('…');
                rows.Cursor = rows.Count - 1;
            }

            text.Append(rows.Cursor == 0 ? "" : between);
            write();
        }

        text.Append(rows.Count == 0 ? "0)" : ")");
        rows.Cursor = before;
    }

    private void Parts(IReadOnlyList<Bound> parts, string between)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            text.Append(i == 0 ? "" : between);
            Write(parts[i], Loosest);
        }
    }

    private string Say(string zh, string en) => chinese ? zh : en;

    /// <summary>A flag with what it is about.</summary>
    private string Said(Quantities.Text title, bool value) => $"{Say(title.Zh, title.En)}{Say("：", ": ")}{Yes(value)}";

    private string Yes(bool value) => value ? Say("是", "yes") : Say("否", "no");
}
