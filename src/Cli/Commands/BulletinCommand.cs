using System.CommandLine;
using System.Globalization;
using Tanheng.Cli.Output;
using Tanheng.Engine.Markets;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Bulletins;
using Tanheng.Web.Portal.Bulletins;
using Command = System.CommandLine.Command;

namespace Tanheng.Cli.Commands;

/// <summary><c>tanheng market bulletin</c> and <c>market check FILE</c>: what is printed of a period.</summary>
internal static class BulletinCommand
{
    private static readonly Option<DateOnly?> From = Day("--from", "首日 | first day");

    private static readonly Option<DateOnly?> To = Day("--to", "末日 | last day");

    private static readonly Option<string?> Period = new("--period")
    {
        Description = "期间，代替首末日：2023-07-17、2023-W29、2023-07-H2、2023-07、2023 | "
            + "a period instead of two days: 2023-07-17, 2023-W29, 2023-07-H2, 2023-07, 2023",
        HelpName = "PERIOD",
    };

    private static readonly Argument<string> Text = new("FILE")
    {
        Description = "公报文本或 CSV | text or CSV of a bulletin",
    };

    public static Command BuildBulletin()
    {
        var command = new Command("bulletin", "期间行情公报 | bulletin of a period of trading") { From, To, Period };
        command.Validators.Add(result =>
        {
            if (result.GetResult(Period) is null
                && (result.GetResult(From) is null || result.GetResult(To) is null))
            {
                result.AddError("请给出 --period，或 --from 与 --to | give --period, or --from and --to");
            }
        });
        command.Does((parsed, screen, cancel) => Task.FromResult(Show(parsed, screen, cancel)));
        return command;
    }

    public static Command BuildCheck()
    {
        var command = new Command(
            "check", "核对公报：分项与合计、均价 | check a bulletin: parts against totals, averages") { Text };
        command.Does(Check);
        return command;
    }

    /// <summary>The bulletins in a file: its customary sentences, or a table.</summary>
    /// <exception cref="InputException">There are no figures in it.</exception>
    public static async Task<IReadOnlyList<IReadOnlyList<BulletinLine>>> Read(
        string path, Currency currency, CancellationToken cancel)
    {
        var text = await File.ReadAllTextAsync(path, cancel);
        var found = text.StartsWith(BulletinReader.Head, StringComparison.Ordinal)
            ? [BulletinReader.Table(path, text, currency)]
            : BulletinReader.Text(text);
        return found.Count > 0 ? found : throw new InputException(
            $"{path}：没有“总成交量…吨，总成交额…元”或“均价为…元/吨” | no total of a market and no average is in it");
    }

    private static Option<DateOnly?> Day(string name, string description) =>
        new(name) { Description = description, HelpName = "DAY" };

    private static int Show(ParseResult parsed, Screen screen, CancellationToken cancel)
    {
        var (period, store) = (Asked(parsed, screen), Common.Store(parsed));
        if (!store.Choose(parsed.GetValue(Common.Scheme)).Try(out var scheme, out var refusal))
        {
            return screen.Refuse(refusal);
        }

        using var journal = store.Open(scheme);
        var state = HoldingsCommand.StateAt(journal, null, cancel);
        if (BulletinBook.MainUnit(state) is not { } unit || BulletinBook.Of(state, unit, period) is not { } bulletin)
        {
            throw new InputException(NoDays(screen, state));
        }

        var sentences = BulletinText.Of(state.Rules, bulletin);
        var (zh, en) = (
            string.Concat(sentences.Select(one => one.Zh)), string.Join(' ', sentences.Select(one => one.En)));
        if (screen.Json)
        {
            Screen.Write(new
            {
                scheme,
                unit,
                from = bulletin.Period.From,
                to = bulletin.Period.To,
                over = bulletin.Over,
                zh,
                en,
                total = bulletin.Total,
                listed = bulletin.Listed,
                block = bulletin.Block,
                earlier = bulletin.Earlier,
                cumulative = bulletin.Cumulative,
                high = bulletin.Prices.High,
                low = bulletin.Prices.Low,
                close = bulletin.Prices.Close,
                change = bulletin.Prices.Change,
                corrections = bulletin.Corrections.Count,
            });
            return Endings.Done;
        }

        Console.Out.WriteLine(zh);
        Console.Out.WriteLine(en);
        screen.Table(
            [
                ("项目", "Item", false), ("成交量（吨）", "Volume (t)", true), ("成交额（元）", "Amount (CNY)", true),
                ("均价", "Average", true),
            ],
            [.. bulletin.Lines.Select(line => Row(screen, line))]);
        return Endings.Done;
    }

    private static BulletinPeriod Asked(ParseResult parsed, Screen screen)
    {
        if (parsed.GetValue(Period) is { } key)
        {
            return Enum.GetValues<BulletinKind>().Select(kind => BulletinPeriod.Parse(kind, key))
                .FirstOrDefault(one => one is not null)
                ?? throw new InputException(screen.Say(
                    $"--period {key} 不是期间：请写日 2023-07-17、周 2023-W29、半月 2023-07-H2、月 2023-07 或年 2023。",
                    $"--period {key} is no period: write a day 2023-07-17, a week 2023-W29, half a month 2023-07-H2, "
                        + "a month 2023-07 or a year 2023."));
        }

        var (from, to) = (parsed.GetValue(From)!.Value, parsed.GetValue(To)!.Value);
        return to >= from ? new BulletinPeriod(BulletinKind.Daily, from, to) : throw new InputException(screen.Say(
            $"--to {to:yyyy-MM-dd} 早于 --from {from:yyyy-MM-dd}：请对调或更正。",
            $"--to {to:yyyy-MM-dd} is before --from {from:yyyy-MM-dd}: put them the other way round."));
    }

    /// <summary>A bulletin of a time without trading days would say that nothing was traded.</summary>
    private static string NoDays(Screen screen, SchemeState state) =>
        BulletinBook.Days(state, BulletinBook.MainUnit(state) ?? "") switch
        {
            [] => screen.Say("该市场没有交易日。", "This market has no trading days."),
            [var first, ..] and [.., var last] => screen.Say(
                $"该期间没有交易日；已有 {first.Day:yyyy-MM-dd} 至 {last.Day:yyyy-MM-dd}。",
                $"There is no trading day in between; there are those of {first.Day:yyyy-MM-dd} to "
                    + $"{last.Day:yyyy-MM-dd}."),
        };

    private static string[] Row(Screen screen, BulletinLine line)
    {
        var (zh, en) = (line.Kind, line.Item) switch
        {
            (LineKind.Part, "listed") => ("挂牌协议", "Listed"),
            (LineKind.Part, "block") => ("大宗协议", "Block"),
            (LineKind.Part, "priced") => ("定价申报", "Priced offers"),
            (LineKind.Part, "deal") => ("成交申报", "Registered deals"),
            (LineKind.Part, _) => ("场外交易", "Outside the venue"),
            (LineKind.Total, _) => ("合计", "Total"),
            _ => ("累计", "Cumulative"),
        };
        return
        [
            screen.Say(zh, en), line.Volume.Value.ToString("#,0", CultureInfo.InvariantCulture), line.Amount.Amount,
            line.Average ?? "",
        ];
    }

    private static async Task<int> Check(ParseResult parsed, Screen screen, CancellationToken cancel)
    {
        var path = parsed.GetValue(Text)!;
        var problems = (await Read(path, Currency.Cny, cancel))
            .SelectMany(lines => BulletinChecks.Of(lines, null))
            .Select(finding => finding.AsRefusal())
            .Select(refusal => $"TH{refusal.Code.Number} {refusal.Message("zh")} | {refusal.Message("en")}")
            .ToList();
        if (screen.Json)
        {
            Screen.Write(new { file = path, holds = problems.Count == 0, problems });
        }

        foreach (var problem in problems)
        {
            Console.Error.WriteLine(problem);
        }

        if (problems.Count > 0)
        {
            return Endings.Refused;
        }

        screen.Note("分项与合计相符。", "The parts come to the totals.");
        return Endings.Done;
    }
}
