using System.Globalization;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Bulletins;

namespace Tanheng.Web.Portal.Bulletins;

/// <summary>The customary sentences of a bulletin, Chinese and English.</summary>
public static class BulletinText
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <summary>What the bulletin is of: 全国碳市场碳排放配额（CEA）.</summary>
    public static Text Product(Rulebook.Rulebook book, string unit)
    {
        var title = book.Unit(unit)?.Title ?? new Text(unit, unit);
        return new($"{book.ShortName.Zh}{title.Zh}（{unit}）", $"{title.En} ({unit}), {book.ShortName.En}");
    }

    /// <summary>The period in words: 2023年7月下半月.</summary>
    public static Text Period(BulletinPeriod period)
    {
        var (from, to) = (period.From, period.To);
        return period.Kind switch
        {
            BulletinKind.Daily when from == to => new(Zh(from, year: true), En(from, year: true)),
            BulletinKind.Daily => new($"{Zh(from, true)}至{Zh(to, true)}", $"{En(from, true)} to {En(to, true)}"),
            BulletinKind.Weekly => new(
                $"{period.Key[..4]}年第{int.Parse(period.Key.AsSpan(6), CultureInfo.InvariantCulture)}周",
                $"week {int.Parse(period.Key.AsSpan(6), CultureInfo.InvariantCulture)} of {period.Key[..4]}"),
            BulletinKind.HalfMonthly => new(
                from.ToString("yyyy年M月", CultureInfo.InvariantCulture) + (from.Day == 1 ? "上半月" : "下半月"),
                (from.Day == 1 ? "first half of " : "second half of ") + from.ToString("MMMM yyyy", English)),
            BulletinKind.Monthly => new(
                from.ToString("yyyy年M月", CultureInfo.InvariantCulture), from.ToString("MMMM yyyy", English)),
            _ => new(from.ToString("yyyy年", CultureInfo.InvariantCulture), from.ToString("yyyy", English)),
        };
    }

    /// <summary>The heading: 2023年7月下半月成交公报.</summary>
    public static Text Title(BulletinPeriod period)
    {
        var (words, kind) = (Period(period), Names.Of(period.Kind));
        return new($"{words.Zh}成交公报", $"{char.ToUpperInvariant(kind.En[0])}{kind.En[1..]} bulletin, {words.En}");
    }

    /// <summary>All sentences, in order.</summary>
    public static IReadOnlyList<Text> Of(Rulebook.Rulebook book, Bulletin bulletin)
    {
        var product = Product(book, bulletin.Unit);
        var single = bulletin.Period.Kind == BulletinKind.Daily && bulletin.Period.From == bulletin.Period.To;
        var sentences = single
            ? Day(product, bulletin)
            : [Total(product, bulletin), Main(bulletin), .. Others(bulletin, "")];
        return [.. sentences, Cumulative(product, bulletin)];
    }

    private static List<Text> Day(Text product, Bulletin bulletin)
    {
        var (day, prices) = (bulletin.Days[0], bulletin.Prices);
        var sentences = new List<Text>();
        if (prices is { High: { } high, Low: { } low, Close: { } close })
        {
            var (zh, en) = UnitOf(close);
            var (opensZh, opensEn) = prices.Open is { } open
                ? ($"开盘价{Format.Digits(open)}{zh}，", $"open {Format.Digits(open)}, ")
                : ("", "");
            sentences.Add(new(
                $"今日{product.Zh}综合价格行情为：{opensZh}最高价{Format.Digits(high)}{zh}，最低价{Format.Digits(low)}{zh}，"
                    + $"收盘价{Format.Digits(close)}{zh}{Moved(prices, "前一交易日").Zh}。",
                $"{product.En}, {En(day.Day, true)}: {opensEn}highest {Format.Digits(high)}, "
                    + $"lowest {Format.Digits(low)}, close {Format.Digits(close)} {en}{Moved(prices, "").En}."));
        }
        else
        {
            var stays = prices.Close is { } last
                ? new Text(
                    $"，收盘价{Format.Digits(last)}{UnitOf(last).Zh}，与前一交易日持平",
                    $"; the close stays at {Format.Digits(last)} {UnitOf(last).En}")
                : new Text("", "");
            sentences.Add(new(
                $"今日{product.Zh}无{MainMode(bulletin).Zh}{stays.Zh}。",
                $"{product.En}, {En(day.Day, true)}: no {Lower(MainMode(bulletin).En)}{stays.En}."));
        }

        if (MainTraded(bulletin) is { Volume.Value: > 0 } traded)
        {
            var mode = MainMode(bulletin);
            sentences.Add(new($"今日{mode.Zh}成交量{Zh(traded)}。", $"{mode.En}: {En(traded)}."));
        }

        sentences.AddRange(Others(bulletin, "今日"));
        sentences.Add(new(
            $"今日{product.Zh}总成交量{Number(bulletin.Total)}吨，总成交额{Amount(bulletin.Total.Amount)}。",
            $"In total {En(bulletin.Total)}."));
        return sentences;
    }

    private static Text Total(Text product, Bulletin bulletin)
    {
        var span = bulletin.Period.Kind == BulletinKind.Weekly
            ? $"本周（{Zh(bulletin.Days[0].Day)}至{Zh(bulletin.Days[^1].Day)}）"
            : "";
        return new(
            $"{span}{product.Zh}总成交量{Number(bulletin.Total)}吨，总成交额{Amount(bulletin.Total.Amount)}。",
            $"{product.En}, {Period(bulletin.Period).En}: {En(bulletin.Total)} in total.");
    }

    private static Text Main(Bulletin bulletin)
    {
        var mode = MainMode(bulletin);
        if (bulletin.Prices is not { High: { } high, Low: { } low, Close: { } close } prices)
        {
            return new($"期间，无{mode.Zh}。", $"There were no {Lower(mode.En)}.");
        }

        var (zh, en) = UnitOf(close);
        var traded = MainTraded(bulletin);
        return new(
            $"期间，{mode.Zh}成交量{Zh(traded)}，最高成交价{Format.Digits(high)}{zh}，最低成交价{Format.Digits(low)}{zh}，"
                + $"最后一个交易日收盘价{Format.Digits(close)}{zh}{Moved(prices, "期初前收盘价").Zh}。",
            $"{mode.En}: {En(traded)}, highest {Format.Digits(high)}, lowest {Format.Digits(low)}, close of the last "
                + $"trading day {Format.Digits(close)} {en}{Moved(prices, "").En}.");
    }

    /// <summary>The modes beside the one that makes the price.</summary>
    private static IEnumerable<Text> Others(Bulletin bulletin, string when) => bulletin.Parts
        .Where(one => one.Mode != bulletin.Main)
        .Select(one => one.Traded.Volume == Tonnes.Zero
            ? new Text($"{when}无{Mode(one.Mode).Zh}。", $"There were no {Lower(Mode(one.Mode).En)}.")
            : new Text(
                $"{when}{Mode(one.Mode).Zh}成交量{Zh(one.Traded)}。", $"{Mode(one.Mode).En}: {En(one.Traded)}."));

    private static Turnover MainTraded(Bulletin bulletin) =>
        bulletin.Parts.First(one => one.Mode == bulletin.Main).Traded;

    private static Text MainMode(Bulletin bulletin) => Mode(bulletin.Main);

    /// <summary>A mode as bulletins customarily call its trades.</summary>
    private static Text Mode(TradingMode mode) => mode switch
    {
        TradingMode.Listed => new("挂牌协议交易", "Listed trades"),
        TradingMode.Block => new("大宗协议交易", "Block trades"),
        TradingMode.Priced => new("定价申报", "Priced offers"),
        TradingMode.Deal => new("成交申报", "Registered deals"),
        _ => new("场外交易", "Trades outside the venue"),
    };

    private static string Lower(string words) => char.ToLowerInvariant(words[0]) + words[1..];

    private static Text Cumulative(Text product, Bulletin bulletin)
    {
        var until = bulletin.Over ? bulletin.Period.To : bulletin.Days[^1].Day;
        return new(
            $"截至{Zh(until)}，{product.Zh}累计成交量{Number(bulletin.Cumulative)}吨，"
                + $"累计成交额{Amount(bulletin.Cumulative.Amount)}。",
            $"Up to {En(until, year: true)}, {En(bulletin.Cumulative)} were traded in all.");
    }

    private static Text Moved(BulletinPrices prices, string from) => prices.Change switch
    {
        null => new("", ""),
        0 => new($"，较{from}持平", " (unchanged)"),
        > 0 and var up => new($"，较{from}上涨{Two(up)}%", $" (+{Two(up)} %)"),
        var down => new($"，较{from}下跌{Two(-down.Value)}%", $" (−{Two(-down.Value)} %)"),
    };

    private static string Two(decimal percent) => percent.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Zh(Turnover traded) => $"{Number(traded)}吨，成交额{Amount(traded.Amount)}";

    private static string En(Turnover traded) =>
        $"{Number(traded)} t for {traded.Amount.Currency.Code} {traded.Amount.Amount}";

    private static string Zh(DateOnly day, bool year = false) =>
        day.ToString(year ? "yyyy年M月d日" : "M月d日", CultureInfo.InvariantCulture);

    private static string En(DateOnly day, bool year = false) => day.ToString(year ? "d MMMM yyyy" : "d MMMM", English);

    private static string Number(Turnover traded) => Format.Number(traded.Volume.Value);

    private static string Amount(Money money) =>
        money.Amount + (money.Currency.Code == "CNY" ? "元" : money.Currency.Code);

    private static (string Zh, string En) UnitOf(Price price) =>
        (price.Currency.Code == "CNY" ? "元/吨" : price.Currency.Code + "/吨", price.Currency.Code + "/t");
}
