using System.Globalization;
using Tanheng.Cli.Output;
using Tanheng.Engine.Markets;
using Tanheng.Quantities;
using Tanheng.Scheme.Bulletins;

namespace Tanheng.Cli.Markets;

/// <summary>What a replay came to, for people and for programs.</summary>
internal sealed record ReplayReport(
    string Scheme, DailyFile File, IReadOnlyList<DayComparison> Days, long Rows, string? Store)
{
    private Turnover Listed => Sum(day => day.Row.Listed);

    private Turnover Block => Sum(day => day.Row.Block);

    public void Print(Screen screen)
    {
        if (screen.Json)
        {
            Write();
            return;
        }

        screen.Table(
            [
                ("交易日", "Day", false), ("开盘", "Open", true), ("最高", "High", true), ("最低", "Low", true),
                ("收盘", "Close", true), ("挂牌（吨）", "Listed (t)", true), ("挂牌（元）", "Listed (CNY)", true),
                ("大宗（吨）", "Block (t)", true), ("大宗（元）", "Block (CNY)", true),
                ("累计（吨）", "Total (t)", true), ("累计（元）", "Total (CNY)", true),
            ],
            [.. Days.Select(day => Row(day)), Sums(screen)]);
        screen.Line(
            $"{Days.Count} 个交易日与文件逐日一致，{Rows} 行日志，每条命令后不变量均成立。",
            $"{Days.Count} trading days, each equal to the file; {Rows} rows of journal; the invariants held after "
                + "every command.");
        screen.Note(
            Store is null ? "仅在内存中重放，没有写入。" : $"已写入 {Store}（演示），市场 {Scheme}。",
            Store is null ? "Played in memory; nothing was written."
                : $"Written to {Store} (a demonstration), market {Scheme}.");
    }

    private static string[] Row(DayComparison day) =>
    [
        Iso(day.Row), Yuan(day.Listed!.Open), Yuan(day.Listed!.High), Yuan(day.Listed!.Low), Yuan(day.Listed!.Close),
        .. Pair(day.Row.Listed), .. Pair(day.Row.Block), .. Pair(day.Row.Total),
    ];

    private string[] Sums(Screen screen) =>
    [
        screen.Say("合计", "Sum"), "", "", "", "", .. Pair(Listed), .. Pair(Block), .. Pair(Listed + Block),
    ];

    private void Write() => Screen.Write(new
    {
        scheme = Scheme,
        store = Store,
        demonstration = true,
        rows = Rows,
        from = new { day = Iso(File.First), close = Yuan(File.First.Close), before = Json(File.Before) },
        days = Days.Select(day => new
        {
            day = Iso(day.Row),
            open = Yuan(day.Listed!.Open),
            high = Yuan(day.Listed!.High),
            low = Yuan(day.Listed!.Low),
            close = Yuan(day.Listed!.Close),
            listed = Json(day.Row.Listed),
            block = Json(day.Row.Block),
            total = Json(day.Row.Total),
            trades = day.Listed!.Trades + (day.Block?.Trades ?? 0),
        }),
        listed = Json(Listed),
        block = Json(Block),
        sum = Json(Listed + Block),
        total = Json(Days[^1].Row.Total),
    });

    private Turnover Sum(Func<DayComparison, Turnover> of) => Days.Select(of).Aggregate((sum, one) => sum + one);

    private static object Json(Turnover one) =>
        new { volume = one.Volume.Value, amount = one.Amount.ToString() };

    private static string[] Pair(Turnover one) =>
        [one.Volume.Value.ToString("#,0", CultureInfo.InvariantCulture), one.Amount.Amount];

    private static string Yuan(Price price) => new Money(price.Minor, price.Currency).Amount;

    private static string Iso(DailyRow row) => row.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
