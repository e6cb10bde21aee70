using System.Globalization;
using System.Text.RegularExpressions;
using Tanheng.Quantities;
using Tanheng.Scheme.Bulletins;

namespace Tanheng.Engine.Markets;

/// <summary>
/// Reads bulletins as other markets print them: the customary Chinese sentences, or a table of lines. A text may hold
/// the bulletins of several markets.
/// </summary>
public static partial class BulletinReader
{
    /// <summary>The first line of a table.</summary>
    public const string Head = "kind,item,volume,amount,average,high,low,close,change";

    /// <summary>More than any market trades, and small enough that products can be counted.</summary>
    private const decimal MostMinor = 1_000_000_000_000_000_000m;

    /// <summary>Ten thousand: 25.56993 万元 are 255,699.30 元.</summary>
    private const int Wan = 10_000;

    /// <summary>The bulletins in a text, each by its lines; none where there are no such sentences.</summary>
    public static IReadOnlyList<IReadOnlyList<BulletinLine>> Text(string text)
    {
        var found = new List<IReadOnlyList<BulletinLine>>();
        if (Line(TotalPart().Match(text), LineKind.Total, "合计") is { } total)
        {
            BulletinLine?[] lines =
            [
                Line(ListedPart().Match(text), LineKind.Part, "挂牌协议") is { } listed
                    ? listed with
                    {
                        High = Shown(HighPart().Match(text)),
                        Low = Shown(LowPart().Match(text)),
                        Close = Shown(ClosePart().Match(text)),
                    }
                    : null,
                Line(BlockPart().Match(text), LineKind.Part, "大宗协议"),
                total,
                Line(CumulativePart().Match(text), LineKind.Cumulative, "累计"),
            ];
            found.Add([.. lines.OfType<BulletinLine>()]);
        }

        foreach (Match match in AveragePart().Matches(text))
        {
            if (Line(match, LineKind.Part, match.Groups["item"].Value) is { } line)
            {
                found.Add([line with { Average = Shown(match), Change = Given(match, "change") }]);
            }
        }

        return found;
    }

    /// <summary>The lines of a table; amounts without a currency are in this one.</summary>
    /// <param name="path">For errors.</param>
    /// <param name="text">The table: comma-separated, with <see cref="Head"/> first.</param>
    /// <param name="currency">Of amounts that name none.</param>
    /// <exception cref="MarketFileException">What is wrong, with its line.</exception>
    public static IReadOnlyList<BulletinLine> Table(string path, string text, Currency currency)
    {
        var lines = text.TrimStart('\uFEFF').Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        if (lines[0].Trim() != Head)
        {
            throw new MarketFileException(path, 1, $"第一行应为 | the first line must be {Head}");
        }

        var found = new List<BulletinLine>();
        for (var i = 1; i < lines.Count; i++)
        {
            if (lines[i].Trim().Length > 0)
            {
                found.Add(Row(path, i + 1, lines[i].Split(','), currency));
            }
        }

        return found.Count > 0
            ? found
            : throw new MarketFileException(path, lines.Count, "没有数据行 | there are no lines of figures");
    }

    private static BulletinLine Row(string path, int number, string[] cells, Currency currency)
    {
        MarketFileException Bad(int column, string zh, string en) => new(
            path, number, $"{Head.Split(',')[column]}：{zh} | {en}: '{(column < cells.Length ? cells[column] : "")}'");
        if (cells.Length != Head.Split(',').Length)
        {
            throw new MarketFileException(
                path, number, $"应有 {Head.Split(',').Length} 列 | {Head.Split(',').Length} columns expected");
        }

        var kind = cells[0].Trim() switch
        {
            "part" or "分项" => LineKind.Part,
            "total" or "合计" => LineKind.Total,
            "cumulative" or "累计" => LineKind.Cumulative,
            _ => throw Bad(0, "应为 part、total 或 cumulative", "part, total or cumulative expected"),
        };
        if (!long.TryParse(cells[2], NumberStyles.None, CultureInfo.InvariantCulture, out var volume))
        {
            throw Bad(2, "应为整数", "a whole number expected");
        }

        var amount = cells[3].Trim() is [.., >= 'A' and <= 'Z'] named
            ? Money.TryParse(named, CultureInfo.InvariantCulture, out var given) ? given : (Money?)null
            : Amount(cells[3].Trim(), currency);
        string? Cell(int column) => cells[column].Trim() is { Length: > 0 } cell ? cell : null;
        return new BulletinLine(
            kind,
            cells[1].Trim(),
            new Tonnes(volume),
            amount ?? throw Bad(3, "应为金额，如 255699.30 或 25.56993万", "an amount such as 255699.30 expected"),
            Cell(4),
            Cell(5),
            Cell(6),
            Cell(7),
            Cell(8));
    }

    private static BulletinLine? Line(Match match, LineKind kind, string item) => match.Success
        && long.TryParse(Plain(match, "volume"), NumberStyles.None, CultureInfo.InvariantCulture, out var volume)
        && Amount(Plain(match, "amount") + match.Groups["wan"].Value, Currency.Cny) is { } amount
            ? new BulletinLine(kind, item, new Tonnes(volume), amount)
            : null;

    /// <summary>An amount, exact to the minor unit; with 万 behind it, in ten thousands.</summary>
    private static Money? Amount(string text, Currency currency)
    {
        var wan = text.EndsWith('万');
        if (!decimal.TryParse(
            wan ? text[..^1] : text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || number > MostMinor / (wan ? Wan : 1) / currency.MinorPerUnit)
        {
            return null;
        }

        var minor = number * (wan ? Wan : 1) * currency.MinorPerUnit;
        return minor == decimal.Truncate(minor) ? new Money((long)minor, currency) : null;
    }

    private static string? Shown(Match match) => match.Success ? Plain(match, "price") : null;

    private static string? Given(Match match, string group) =>
        match.Groups[group] is { Success: true } there ? there.Value : null;

    private static string Plain(Match match, string group) =>
        match.Groups[group].Value.Replace(",", "", StringComparison.Ordinal);

    [GeneratedRegex(@"总成交量(?<volume>[\d,]+)吨，总成交额(?<amount>[\d,]+(?:\.\d+)?)(?<wan>万?)元")]
    private static partial Regex TotalPart();

    [GeneratedRegex(@"挂牌协议交易成交量(?<volume>[\d,]+)吨，成交额(?<amount>[\d,]+(?:\.\d+)?)(?<wan>万?)元")]
    private static partial Regex ListedPart();

    [GeneratedRegex(@"大宗协议交易成交量(?<volume>[\d,]+)吨，成交额(?<amount>[\d,]+(?:\.\d+)?)(?<wan>万?)元")]
    private static partial Regex BlockPart();

    [GeneratedRegex(@"累计成交量(?<volume>[\d,]+)吨，累计成交额(?<amount>[\d,]+(?:\.\d+)?)(?<wan>万?)元")]
    private static partial Regex CumulativePart();

    [GeneratedRegex(@"最高(?:成交)?价(?<price>[\d,]+(?:\.\d+)?)元/吨")]
    private static partial Regex HighPart();

    [GeneratedRegex(@"最低(?:成交)?价(?<price>[\d,]+(?:\.\d+)?)元/吨")]
    private static partial Regex LowPart();

    [GeneratedRegex(@"收盘价(?<price>[\d,]+(?:\.\d+)?)元/吨")]
    private static partial Regex ClosePart();

    [GeneratedRegex(
        @"通过(?<item>[^，。；\s]{1,12}?)(?:交易)?均价为(?<price>[\d,]+(?:\.\d+)?)元/吨"
        + @"(?:，涨跌幅(?<change>-?\d+(?:\.\d+)?)%)?，成交数量为(?<volume>[\d,]+)吨，"
        + @"成交金额为(?<amount>[\d,]+(?:\.\d+)?)(?<wan>万?)元")]
    private static partial Regex AveragePart();
}
