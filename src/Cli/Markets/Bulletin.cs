using System.Globalization;
using System.Text.RegularExpressions;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Trading;

namespace Tanheng.Cli.Markets;

/// <summary>An average price as a bulletin shows it, with as many digits as it shows.</summary>
internal sealed record ShownAverage(decimal Price, int Digits, Turnover Of);

/// <summary>
/// A bulletin of trading as it is customarily printed in Chinese. The parts must come to the total, prices must lie in
/// order, and a shown average may be off by half a unit of its last digit and no more.
/// </summary>
internal sealed partial record Bulletin(
    Turnover Total, Turnover Listed, Turnover Block, Turnover? Cumulative, Price? High, Price? Low, Price? Close)
{
    /// <summary>What was traded in the modes beside listed orders and blocks, those that the market has.</summary>
    public IReadOnlyList<(TradingMode Mode, Turnover Of)> Others { get; init; } = [];

    /// <summary>Averages that are shown beside a volume and an amount.</summary>
    public IReadOnlyList<ShownAverage> Averages { get; init; } = [];

    /// <summary>Reads the sentences of a bulletin; null when the total of a market is not in them.</summary>
    public static Bulletin? Read(string text)
    {
        if (Pair(TotalPart().Match(text)) is not { } total)
        {
            return null;
        }

        var none = new Turnover(Tonnes.Zero, Money.Zero(Currency.Cny));
        return new Bulletin(
            total,
            Pair(ListedPart().Match(text)) ?? none,
            Pair(BlockPart().Match(text)) ?? none,
            Pair(CumulativePart().Match(text)),
            PriceOf(HighPart().Match(text)),
            PriceOf(LowPart().Match(text)),
            PriceOf(ClosePart().Match(text)))
        {
            Averages = [.. AveragePart().Matches(text).Select(Average).OfType<ShownAverage>()],
        };
    }

    /// <summary>The trading days of a family of units that have ended, the first first.</summary>
    public static IReadOnlyList<DateOnly> Days(SchemeState state, string unit) =>
        [.. BarsOf(state, unit).Select(bar => bar.Day).Distinct().Order()];

    private static IEnumerable<DayBar> BarsOf(SchemeState state, string unit) => state.Trading.Instruments
        .Where(one => one.Key.Code.StartsWith(unit + "-", StringComparison.Ordinal))
        .SelectMany(one => one.Value.Bars);

    /// <summary>
    /// What a market's state says of a unit's trading from one day to another. The cumulative total is counted from
    /// <paramref name="before"/>; null leaves it out. The close is that of the last day with listed trades.
    /// </summary>
    public static Bulletin Of(SchemeState state, string unit, DateOnly from, DateOnly to, Turnover? before)
    {
        var traded = BarsOf(state, unit).Where(bar => bar.Volume > Tonnes.Zero && bar.Day <= to).ToList();
        var bars = traded.Where(bar => bar.Day >= from).ToList();
        var listed = bars.Where(bar => bar.Mode == TradingMode.Listed).ToList();
        var last = listed.Where(bar => bar.Day == listed.Max(one => one.Day)).ToList();
        Turnover Sum(IEnumerable<DayBar> some) => some.Aggregate(
            new Turnover(Tonnes.Zero, Money.Zero(state.Rules.Currency)),
            (sum, bar) => sum + new Turnover(bar.Volume, bar.Amount));
        return new Bulletin(
            Sum(bars),
            Sum(listed),
            Sum(bars.Where(bar => bar.Mode == TradingMode.Block)),
            before is { } start ? start + Sum(traded) : null,
            listed.Count == 0 ? null : listed.Max(bar => bar.High),
            listed.Count == 0 ? null : listed.Min(bar => bar.Low),
            last.Count == 0 ? null : TradingDays.Average(
                state.Rules.Trading!, Sum(last).Amount, Sum(last).Volume))
        {
            Others = [.. Enum.GetValues<TradingMode>()
                .Where(mode => mode is not (TradingMode.Listed or TradingMode.Block or TradingMode.Intention)
                    && (state.Rules.Trading!.Mode(mode) is not null || bars.Exists(bar => bar.Mode == mode)))
                .Select(mode => (mode, Sum(bars.Where(bar => bar.Mode == mode))))],
        };
    }

    /// <summary>The customary sentences.</summary>
    public string Zh(DateOnly to)
    {
        var prices = Close is null ? ""
            : $"，最高成交价{Yuan(High)}元/吨，最低成交价{Yuan(Low)}元/吨，最后一个交易日收盘价{Yuan(Close)}元/吨";
        var until = Cumulative is { } all
            ? $"截至{to.Month}月{to.Day}日，全国碳市场碳排放配额（CEA）累计成交量{Number(all)}吨，"
                + $"累计成交额{all.Amount.Amount}元。"
            : "";
        return $"全国碳市场碳排放配额（CEA）总成交量{Number(Total)}吨，总成交额{Total.Amount.Amount}元。"
            + $"期间，挂牌协议交易成交量{Number(Listed)}吨，成交额{Listed.Amount.Amount}元{prices}。"
            + $"大宗协议交易成交量{Number(Block)}吨，成交额{Block.Amount.Amount}元。"
            + string.Concat(Others.Select(one =>
                $"{NameOf(one.Mode).Zh}成交量{Number(one.Of)}吨，成交额{one.Of.Amount.Amount}元。")) + until;
    }

    /// <summary>The same in English.</summary>
    public string En(DateOnly to)
    {
        var prices = Close is null ? ""
            : $", highest {Yuan(High)}, lowest {Yuan(Low)}, close of the last trading day {Yuan(Close)} CNY/t";
        var until = Cumulative is { } all
            ? FormattableString.Invariant(
                $" Up to {to:yyyy-MM-dd}, {Number(all)} t for CNY {all.Amount.Amount} were traded in all.")
            : "";
        return $"Allowances of the national market (CEA): {Number(Total)} t for CNY {Total.Amount.Amount} in total; "
            + $"listed {Number(Listed)} t for CNY {Listed.Amount.Amount}{prices}; "
            + $"blocks {Number(Block)} t for CNY {Block.Amount.Amount}"
            + string.Concat(Others.Select(one =>
                $"; {NameOf(one.Mode).En} {Number(one.Of)} t for CNY {one.Of.Amount.Amount}")) + "." + until;
    }

    /// <summary>What does not fit together, in both languages; empty when all does.</summary>
    public IReadOnlyList<string> Problems()
    {
        var (found, parts) = (new List<string>(), Others.Aggregate(Listed + Block, (sum, one) => sum + one.Of));
        Differ(found, "总成交量", "the total volume", Total.Volume, parts.Volume);
        Differ(found, "总成交额", "the total amount", Total.Amount, parts.Amount);
        if (Cumulative is { } all && (all.Volume < Total.Volume || all.Amount < Total.Amount))
        {
            found.Add("累计小于期间成交 | the cumulative total is below the period's trades");
        }

        if (Low > High)
        {
            found.Add($"最低价 {Low} 高于最高价 {High} | the lowest price {Low} is above the highest {High}");
        }

        foreach (var average in Averages)
        {
            var half = 0.5m / (decimal)Math.Pow(10, average.Digits);
            var exact = average.Of.Amount.Minor / 100m / average.Of.Volume.Value;
            if (Math.Abs(exact - average.Price) > half)
            {
                found.Add(FormattableString.Invariant(
                    $"均价 {average.Price}，按成交额与成交量应为 {exact:0.0000} | ")
                    + FormattableString.Invariant(
                        $"the average {average.Price} is shown, amount and volume give {exact:0.0000}"));
            }
        }

        return found;
    }

    private static void Differ<T>(List<string> found, string zh, string en, T total, T parts)
        where T : struct, IEquatable<T>
    {
        if (!total.Equals(parts))
        {
            found.Add($"{zh} {total}，分项合计 {parts} | {en} is {total}, its parts come to {parts}");
        }
    }

    /// <summary>A mode beside listed orders and blocks.</summary>
    public static Text NameOf(TradingMode mode) => mode switch
    {
        TradingMode.Priced => new("定价申报", "priced offers"),
        TradingMode.Deal => new("成交申报", "registered deals"),
        _ => new("场外交易", "outside the venue"),
    };

    private static string Number(Turnover one) => one.Volume.Value.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Yuan(Price? price) => new Money(price!.Value.Minor, price.Value.Currency).Amount;

    private static Turnover? Pair(Match match) => match.Success
        ? new Turnover(
            new Tonnes(long.Parse(Plain(match, 1), CultureInfo.InvariantCulture)),
            Money.Parse(Plain(match, 2) + " CNY"))
        : null;

    private static Price? PriceOf(Match match) =>
        match.Success ? Price.Parse(Plain(match, 1) + " CNY/t") : null;

    /// <summary>The amount is in units of ten thousand yuan where the text says so.</summary>
    private static ShownAverage? Average(Match match)
    {
        var (price, amount) = (Plain(match, 1), decimal.Parse(Plain(match, 3), CultureInfo.InvariantCulture));
        var fen = amount * (match.Groups[4].Length > 0 ? 1_000_000 : 100);
        var tonnes = long.Parse(Plain(match, 2), CultureInfo.InvariantCulture);
        var point = price.IndexOf('.', StringComparison.Ordinal);
        return tonnes <= 0 ? null : new ShownAverage(
            decimal.Parse(price, CultureInfo.InvariantCulture),
            point < 0 ? 0 : price.Length - point - 1,
            new Turnover(new Tonnes(tonnes), new Money((long)fen, Currency.Cny)));
    }

    private static string Plain(Match match, int group) =>
        match.Groups[group].Value.Replace(",", "", StringComparison.Ordinal);

    [GeneratedRegex(@"总成交量([\d,]+)吨，总成交额([\d,]+(?:\.\d{1,2})?)元")]
    private static partial Regex TotalPart();

    [GeneratedRegex(@"挂牌协议交易成交量([\d,]+)吨，成交额([\d,]+(?:\.\d{1,2})?)元")]
    private static partial Regex ListedPart();

    [GeneratedRegex(@"大宗协议交易成交量([\d,]+)吨，成交额([\d,]+(?:\.\d{1,2})?)元")]
    private static partial Regex BlockPart();

    [GeneratedRegex(@"累计成交量([\d,]+)吨，累计成交额([\d,]+(?:\.\d{1,2})?)元")]
    private static partial Regex CumulativePart();

    [GeneratedRegex(@"最高成交价([\d,]+(?:\.\d{1,2})?)元/吨")]
    private static partial Regex HighPart();

    [GeneratedRegex(@"最低成交价([\d,]+(?:\.\d{1,2})?)元/吨")]
    private static partial Regex LowPart();

    [GeneratedRegex(@"收盘价([\d,]+(?:\.\d{1,2})?)元/吨")]
    private static partial Regex ClosePart();

    [GeneratedRegex(@"均价为([\d,]+(?:\.\d+)?)元/吨[^。]*?成交数量为([\d,]+)吨，成交金额为([\d,]+(?:\.\d+)?)(万?)元")]
    private static partial Regex AveragePart();
}
