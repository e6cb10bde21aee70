using System.Text;
using Tanheng.Quantities;
using Tanheng.Scheme.Settlement;

namespace Tanheng.Engine.Banking;

/// <summary>
/// Statements as CSV: a line for each entry with the balance after it, columns by name in Chinese or English and in any
/// order. An entry has a debit (out) or a credit (in); a line without either only states the balance, so that a day
/// without entries has a statement, too. Balances must add up from line to line.
/// </summary>
public static class StatementCsv
{
    /// <summary>The columns; those in <see cref="Optional"/> may be missing.</summary>
    public static readonly IReadOnlyList<(string Zh, string En)> Columns =
    [
        ("账号", "account"), ("对账单号", "statement"), ("记账日期", "day"), ("流水号", "reference"), ("币种", "currency"),
        ("借方", "debit"), ("贷方", "credit"), ("余额", "balance"), ("对方账号", "counterparty"), ("对方户名", "name"),
        ("付款编号", "end_to_end"), ("附言", "text"),
    ];

    private static readonly HashSet<string> Optional = ["counterparty", "name", "end_to_end", "text"];

    internal static IReadOnlyList<BankStatement> Read(string text)
    {
        var rows = Rows(text).ToList();
        var places = Head(rows[0].Cells);
        var statements = new List<BankStatement>();
        Building? open = null;
        foreach (var (number, cells) in rows.Skip(1).Where(row => row.Cells.Any(cell => cell.Length > 0)))
        {
            var line = new Line(number, cells, places);
            if (open is null || !open.Is(line))
            {
                Close(statements, open);
                open = new Building(line);
            }

            open.Add(line);
        }

        Close(statements, open);
        return statements.Count > 0
            ? statements
            : throw new BankFileException(rows[^1].Line, "没有任何流水或余额", "there is neither an entry nor a balance");
    }

    private static void Close(List<BankStatement> statements, Building? open)
    {
        if (open is not null)
        {
            statements.Add(open.Statement());
        }
    }

    private static Dictionary<string, int> Head(IReadOnlyList<string> names)
    {
        var places = new Dictionary<string, int>();
        for (var i = 0; i < names.Count; i++)
        {
            var name = names[i].Trim();
            var column = Columns.FirstOrDefault(one => one.Zh == name || one.En == name).En;
            if (column is not null && !places.TryAdd(column, i))
            {
                throw new BankFileException(1, $"列“{name}”出现两次", $"the column {name} stands twice");
            }
        }

        foreach (var (zh, en) in Columns)
        {
            if (!places.ContainsKey(en) && !Optional.Contains(en))
            {
                throw new BankFileException(1, $"缺少列“{zh}”（{en}）", $"the column {en} is missing");
            }
        }

        return places;
    }

    /// <summary>Rows of cells with the line they begin on; quotes as in RFC 4180.</summary>
    private static IEnumerable<(int Line, IReadOnlyList<string> Cells)> Rows(string text)
    {
        var (line, start, quoted, began) = (1, 1, false, false);
        var cells = new List<string>();
        var cell = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            line += letter == '\n' ? 1 : 0;
            if (quoted)
            {
                if (letter != '"')
                {
                    cell.Append(letter);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                }
                else
                {
                    quoted = false;
                }
            }
            else if (letter == '"' && !began)
            {
                (quoted, began) = (true, true);
            }
            else if (letter is ',' or '\n')
            {
                cells.Add(cell.ToString().TrimEnd('\r'));
                cell.Clear();
                began = false;
                if (letter == '\n')
                {
                    yield return (start, cells);
                    (cells, start) = ([], line);
                }
            }
            else
            {
                cell.Append(letter);
                began = true;
            }
        }

        if (quoted)
        {
            throw new BankFileException(start, "引号没有结束", "a quotation mark is not closed");
        }

        cells.Add(cell.ToString().TrimEnd('\r'));
        yield return (start, cells);
    }

    /// <summary>A line by the names of its columns.</summary>
    private sealed record Line(int Number, IReadOnlyList<string> Cells, Dictionary<string, int> Places)
    {
        public string Cell(string column) =>
            Places.TryGetValue(column, out var place) && place < Cells.Count ? Cells[place].Trim() : "";

        public string Need(string column) => Cell(column) is { Length: > 0 } text
            ? BankFile.Text(text, Number, column)!
            : throw new BankFileException(Number, $"{column} 为空", $"{column} is empty");
    }

    /// <summary>A statement whose lines are being read.</summary>
    private sealed class Building(Line first)
    {
        private readonly string account = first.Need("account");
        private readonly string statement = first.Need("statement");
        private readonly Currency currency = BankFile.CurrencyOf(first.Need("currency"), first.Number);
        private readonly List<StatedLine> lines = [];
        private Money? opening;
        private Money balance;
        private DateOnly day;

        public bool Is(Line line) => line.Cell("account") == account && line.Cell("statement") == statement;

        public void Add(Line line)
        {
            if (line.Need("currency") != currency.Code)
            {
                throw new BankFileException(
                    line.Number, "币种与上一行不同", "the currency is not that of the line above");
            }

            var moved = Moved(line);
            var after = Signed(line, "balance");
            var before = after - (moved ?? Money.Zero(currency));
            if (opening is not null && before != balance)
            {
                throw new BankFileException(
                    line.Number,
                    $"余额不连续：上一行 {balance}，本行发生额之前为 {before}",
                    $"the balance does not follow: {balance} above, {before} before this entry");
            }

            opening ??= before;
            (balance, day) = (after, BankFile.Day(line.Need("day"), line.Number, "day"));
            if (moved is { } amount)
            {
                lines.Add(new StatedLine(
                    line.Need("reference"),
                    day,
                    amount,
                    Text(line, "counterparty"),
                    Text(line, "name"),
                    Text(line, "end_to_end"),
                    Text(line, "text")));
            }
            else if (line.Cell("reference").Length > 0)
            {
                throw new BankFileException(
                    line.Number, "有流水号而无借方或贷方金额", "a reference, but neither debit nor credit");
            }
        }

        public BankStatement Statement() => new(account, statement, day, opening!.Value, balance, lines);

        private Money? Moved(Line line)
        {
            var (debit, credit) = (line.Cell("debit"), line.Cell("credit"));
            var (paid, got) = (Amount(line, "debit", debit), Amount(line, "credit", credit));
            return paid.Minor > 0 && got.Minor > 0
                ? throw new BankFileException(line.Number, "借方、贷方同时有金额", "both debit and credit have an amount")
                : paid.Minor > 0 ? -paid : got.Minor > 0 ? got : null;
        }

        private Money Amount(Line line, string column, string text) => text.Length == 0
            ? Money.Zero(currency)
            : BankFile.Amount(text, currency, line.Number, column);

        private Money Signed(Line line, string column)
        {
            var text = line.Need(column);
            return text[0] == '-'
                ? -BankFile.Amount(text[1..], currency, line.Number, column)
                : BankFile.Amount(text, currency, line.Number, column);
        }

        private static string? Text(Line line, string column) =>
            BankFile.Text(line.Cell(column), line.Number, column);
    }
}
