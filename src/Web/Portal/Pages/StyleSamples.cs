using Tanheng.Engine.Journal;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Web.Portal.Charts;
using Tanheng.Web.Portal.Tables;

namespace Tanheng.Web.Portal.Pages;

/// <summary>Made-up content for the page that shows every part.</summary>
internal static class StyleSamples
{
    public static readonly IReadOnlyList<string> Tokens =
    [
        "paper", "surface", "sunken", "ink", "ink-2", "ink-3", "line", "line-2", "line-3", "accent", "accent-soft",
        "good", "warn", "bad", "info", "c1", "c2", "c3", "c4", "c5", "c6", "rise", "fall",
    ];

    public static readonly IReadOnlyList<string> Tones = ["good", "warn", "bad", "info"];

    public static readonly IReadOnlyList<Text> Steps =
    [
        Names.Of(Step.MonitoringPlan), Names.Of(Step.Report), Names.Of(Step.Verification), Names.Of(Step.Surrender),
    ];

    public static readonly Money Money = Money.Units(852_468_400, Currency.Parse("CNY", null));

    public static readonly Refusal Refusal = JournalRefusals.NotLeader.With(("holder", "B"));

    public static readonly string Digits = new('a', 64);

    public static readonly IReadOnlyList<Row> Rows =
    [
        .. Enumerable.Range(1, 20).Select(n => new Row(
            n, new Text($"青山第{n}发电有限公司", $"Qingshan Power {n}"), new Tonnes(n * 123_457L % 990_001), n % 5 == 0)),
    ];

    public static readonly IReadOnlyList<Column<Row>> Columns =
    [
        new("row", Words.Sequence, row => row.Number) { Number = true },
        new("entity", Words.Entity, row => row.Name) { Head = true, Link = _ => "/style" },
        Tables.Columns.Tonnes<Row>("due", Words.Due, row => row.Due),
        new("status", Words.Status, row => row.Short ? Words.Missing : Words.Surrendered),
    ];

    public static readonly IReadOnlyDictionary<string, object?> Sum =
        new Dictionary<string, object?> { ["due"] = new Tonnes(Rows.Sum(row => row.Due.Value)) };

    public static readonly IReadOnlyList<ChartModel> Charts =
    [
        Sample(ChartKind.Bars), Sample(ChartKind.Stack) with { Lying = true }, Sample(ChartKind.Line),
    ];

    private static ChartModel Sample(ChartKind kind) => new(
        kind,
        kind switch { ChartKind.Bars => Words.Verified, ChartKind.Stack => Words.Holdings, _ => Words.Progress },
        Words.Tonne,
        Words.Period,
        [.. Enumerable.Range(2019, 6).Select(year => new Text($"{year}", $"{year}"))],
        [
            new(Words.Verified, [4_512_000_000, 4_630_000_000, 5_090_000_000, 5_101_000_000, 5_170_000_000, null]),
            new(Words.Determined, [4_500_000_000, 4_610_000_000, 5_080_000_000, 5_090_000_000, null, 5_200_000_000]),
        ]);

    public sealed record Row(int Number, Text Name, Tonnes Due, bool Short);
}
