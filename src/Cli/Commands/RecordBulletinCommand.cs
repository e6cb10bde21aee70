using System.CommandLine;
using Tanheng.Cli.Output;
using Tanheng.Cli.Stores;
using Tanheng.Engine.Hosting;
using Tanheng.Engine.Sequencing;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Bulletins;
using Command = System.CommandLine.Command;

namespace Tanheng.Cli.Commands;

/// <summary>
/// <c>tanheng market record FILE</c>: takes another market's bulletin into the journal, as an exchange operator.
/// </summary>
internal static class RecordBulletinCommand
{
    private static readonly Argument<string> Text = new("FILE")
    {
        Description = "公报文本或 CSV | text or CSV of a bulletin",
    };

    private static readonly Option<string> Market = Needed(
        "--market", "市场名称，中文|英文 | its names: Chinese|English", "ZH|EN");

    private static readonly Option<string> Source = Needed("--source", "来源 | who published it", "TEXT");

    private static readonly Option<DateOnly> From = new("--from") { Description = "首日 | first day", Required = true };

    private static readonly Option<DateOnly> To = new("--to") { Description = "末日 | last day", Required = true };

    private static readonly Option<string> By = Needed("--by", "交易机构用户 | user of the exchange's operator", "NAME");

    private static readonly Option<int> Pick = new("--pick")
    {
        Description = "文本中的第几份 | which of several in the text",
        DefaultValueFactory = _ => 0,
    };

    private static readonly Option<string?> Link = new("--link") { Description = "网址 | its address" };

    private static readonly Option<string?> Remark = new("--remark")
    {
        Description = "原文数字不符时的说明 | what is known of figures that do not fit",
    };

    private static readonly Option<long?> Corrects = new("--corrects")
    {
        Description = "所更正公报的编号 | number of the one that it corrects",
    };

    public static Command Build()
    {
        var command = new Command("record", "收录其他市场的公报 | record another market's bulletin")
        {
            Text, Market, Source, From, To, By, Pick, Link, Remark, Corrects,
        };
        command.Does(Record);
        return command;
    }

    private static Option<string> Needed(string name, string description, string help) =>
        new(name) { Description = description, HelpName = help, Required = true };

    private static async Task<int> Record(ParseResult parsed, Screen screen, CancellationToken cancel)
    {
        var names = parsed.GetValue(Market)!.Split('|');
        var found = await BulletinCommand.Read(parsed.GetValue(Text)!, Currency.Cny, cancel);
        var pick = parsed.GetValue(Pick);
        if (names.Length != 2 || pick < 0 || pick > found.Count || (pick == 0 && found.Count > 1))
        {
            throw new InputException(names.Length != 2
                ? "--market：重庆碳市场|Chongqing"
                : $"--pick：文本中有 {found.Count} 份公报 | there are {found.Count} bulletins in the text");
        }

        var store = Common.Store(parsed);
        if (!store.Choose(parsed.GetValue(Common.Scheme)).Try(out var scheme, out var refusal))
        {
            return screen.Refuse(refusal);
        }

        using var journal = store.Open(scheme);
        var options = DemonstrationStore.Bar(store) is null ? null : ScenarioCommand.VirtualTime;
        await using var host = await SchemeHost.LeadAsync(journal, options);
        var command = new RecordBulletin(
            new Text(names[0].Trim(), names[1].Trim()),
            parsed.GetValue(From),
            parsed.GetValue(To),
            parsed.GetValue(Source)!,
            found[Math.Max(0, pick - 1)],
            "t",
            parsed.GetValue(Link),
            parsed.GetValue(Remark),
            parsed.GetValue(Corrects) is { } corrected ? new ForeignBulletinId(corrected) : null);
        var by = new UserId(parsed.GetValue(By)!);
        var id = CommandId.From($"{scheme}/record-bulletin/{SchemeJson.HashOf(command)}");
        var reply = await host.SubmitAsync(new Submission(command, id, by));
        if (!reply.Try(out var done, out refusal))
        {
            return screen.Refuse(refusal);
        }

        var recorded = done.Events.OfType<BulletinRecorded>().Single();
        screen.Line(
            $"已收录 {recorded.Market.Zh} 的公报 {recorded.Bulletin}，日志第 {done.Sequence} 行，不符 {recorded.Findings.Count} 处。",
            $"The bulletin {recorded.Bulletin} of {recorded.Market.En} is recorded in row {done.Sequence} with "
                + $"{recorded.Findings.Count} findings.");
        return Endings.Done;
    }
}
