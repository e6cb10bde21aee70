using System.CommandLine;
using System.Globalization;
using Tanheng.Cli.Markets;
using Tanheng.Cli.Output;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Command = System.CommandLine.Command;

namespace Tanheng.Cli.Commands;

/// <summary><c>tanheng market bulletin</c> and <c>market check FILE</c>: what is printed of a period.</summary>
internal static class BulletinCommand
{
    private static readonly Option<DateOnly> From = Day("--from", "首日 | first day");

    private static readonly Option<DateOnly> To = Day("--to", "末日 | last day");

    private static readonly Option<string?> Before = new("--before")
    {
        Description = "日志之前的累计：吨,元；不给则不写累计 | "
            + "traded before the journal: tonnes,yuan; without it no cumulative total",
        HelpName = "TONNES,YUAN",
    };

    private static readonly Argument<string> Text = new("FILE")
    {
        Description = "公报文本 | text of a bulletin",
    };

    public static Command BuildBulletin()
    {
        var command = new Command("bulletin", "期间行情公报 | bulletin of a period of trading") { From, To, Before };
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

    private static Option<DateOnly> Day(string name, string description) =>
        new(name) { Description = description, HelpName = "DAY", Required = true };

    private static int Show(ParseResult parsed, Screen screen, CancellationToken cancel)
    {
        var (from, to, store) = (parsed.GetValue(From), parsed.GetValue(To), Common.Store(parsed));
        if (to < from)
        {
            throw new InputException(screen.Say(
                $"--to {to:yyyy-MM-dd} 早于 --from {from:yyyy-MM-dd}：请对调或更正。",
                $"--to {to:yyyy-MM-dd} is before --from {from:yyyy-MM-dd}: put them the other way round."));
        }

        if (!store.Choose(parsed.GetValue(Common.Scheme)).Try(out var scheme, out var refusal))
        {
            return screen.Refuse(refusal);
        }

        var before = Start(parsed.GetValue(Before));
        using var journal = store.Open(scheme);
        var state = HoldingsCommand.StateAt(journal, null, cancel);
        if (!Bulletin.Days(state, ReplayFloor.Unit).Any(day => day >= from && day <= to))
        {
            throw new InputException(NoDays(screen, state));
        }

        var bulletin = Bulletin.Of(state, ReplayFloor.Unit, from, to, before);
        if (screen.Json)
        {
            Screen.Write(new
            {
                scheme,
                from,
                to,
                zh = bulletin.Zh(to),
                en = bulletin.En(to),
                total = bulletin.Total,
                listed = bulletin.Listed,
                block = bulletin.Block,
                others = bulletin.Others.Select(one => new { mode = one.Mode, traded = one.Of }),
                cumulative = bulletin.Cumulative,
                high = bulletin.High,
                low = bulletin.Low,
                close = bulletin.Close,
            });
            return Endings.Done;
        }

        Console.Out.WriteLine(bulletin.Zh(to));
        Console.Out.WriteLine(bulletin.En(to));
        screen.Table(
            [("项目", "Item", false), ("成交量（吨）", "Volume (t)", true), ("成交额（元）", "Amount (CNY)", true)],
            [
                Row(screen.Say("挂牌协议", "Listed"), bulletin.Listed),
                Row(screen.Say("大宗协议", "Block"), bulletin.Block),
                .. bulletin.Others.Select(one => Row(
                    screen.Say(Bulletin.NameOf(one.Mode).Zh, Bulletin.NameOf(one.Mode).En), one.Of)),
                Row(screen.Say("合计", "Total"), bulletin.Total),
                .. bulletin.Cumulative is { } all ? new[] { Row(screen.Say("累计", "Cumulative"), all) } : [],
            ]);
        return Endings.Done;
    }

    /// <summary>A bulletin of a time without trading days would say that nothing was traded.</summary>
    private static string NoDays(Screen screen, SchemeState state) => Bulletin.Days(state, ReplayFloor.Unit) switch
    {
        [] => screen.Say("该市场没有交易日。", "This market has no trading days."),
        [var first, ..] and [.., var last] => screen.Say(
            $"该期间没有交易日；已有 {first:yyyy-MM-dd} 至 {last:yyyy-MM-dd}。",
            $"There is no trading day in between; there are those of {first:yyyy-MM-dd} to {last:yyyy-MM-dd}."),
    };

    private static string[] Row(string name, Turnover one) =>
        [name, one.Volume.Value.ToString("#,0", CultureInfo.InvariantCulture), one.Amount.Amount];

    private static Turnover? Start(string? text)
    {
        if (text is null)
        {
            return null;
        }

        return text.Split(',') is [var tonnes, var yuan]
            && long.TryParse(tonnes, NumberStyles.None, CultureInfo.InvariantCulture, out var volume)
            && Money.TryParse(yuan + " CNY", CultureInfo.InvariantCulture, out var amount)
                ? new Turnover(new Tonnes(volume), amount)
                : throw new InputException(
                    $"--before：'{text}' 应为 239907846,11030158636.51 这样的吨数和元 | tonnes and yuan expected");
    }

    private static async Task<int> Check(ParseResult parsed, Screen screen, CancellationToken cancel)
    {
        var path = parsed.GetValue(Text)!;
        if (Bulletin.Read(await File.ReadAllTextAsync(path, cancel)) is not { } bulletin)
        {
            throw new InputException($"{path}：没有“总成交量…吨，总成交额…元” | the total of the market is not in it");
        }

        var problems = bulletin.Problems();
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
