using System.CommandLine;
using Tanheng.Cli.Output;
using Tanheng.Cli.Scenarios;
using Tanheng.Engine.Hosting;
using Tanheng.Engine.Sequencing;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Web.Portal.Models;
using Command = System.CommandLine.Command;

namespace Tanheng.Cli.Commands;

/// <summary><c>tanheng scenario run NAME</c> and <c>scenario list</c>.</summary>
internal static class ScenarioCommand
{
    private static readonly Argument<string> Name = new("NAME") { Description = "情景 | scenario" };

    private static readonly Option<string?> Input = new("--input")
    {
        Description = "同样格式的另一份排放数据（installation_id,year,verified_tco2e） | "
            + "another file of verified emissions of the same shape",
        HelpName = "FILE",
    };

    /// <summary>A scenario sets the time of its commands itself.</summary>
    internal static HostOptions VirtualTime => new() { Sequencer = new SequencerOptions { VirtualTime = true } };

    public static Command Build()
    {
        var run = new Command("run", "运行情景并写入存储 | play a scenario into the store") { Name, Input };
        run.Does(Run);
        var list = new Command("list", "列出情景 | list the scenarios");
        list.Does((parsed, _, _) =>
        {
            foreach (var name in StoryFiles.Names(Common.Shelf(parsed)))
            {
                Console.Out.WriteLine(name);
            }

            return Task.FromResult(Endings.Done);
        });
        return new Command("scenario", "情景 | scenarios") { run, list };
    }

    private static async Task<int> Run(ParseResult parsed, Screen screen, CancellationToken cancel)
    {
        var (name, shelf) = (parsed.GetValue(Name)!, Common.Shelf(parsed));
        var input = parsed.GetValue(Input);
        var eu = name == VerifiedEmissionsRun.Name;
        var story = eu ? null : StoryFiles.Find(shelf, name);
        if (!eu && story is null)
        {
            return screen.Refuse(StoryFiles.Unknown(shelf, name));
        }

        if (story is not null && input is not null)
        {
            throw new InputException($"--input：情景 {name} 没有输入文件 | scenario {name} takes no input file");
        }

        var figures = eu ? VerifiedEmissions.Read(input ?? VerifiedEmissionsRun.Shipped(shelf)) : null;
        using var journal = Common.Store(parsed).Open(name);
        await using var host = await SchemeHost.LeadAsync(journal, VirtualTime);
        var rows = await screen.Progress($"运行 {name}", $"Playing {name}", progress => figures is null
            ? story!.Runner(shelf).RunAsync(host.Sequencer!, progress, cancel)
            : new VerifiedEmissionsRun(shelf, figures).RunAsync(host.Sequencer!, progress, cancel));
        var summary = (await host.QueryAsync(ScenarioSummary.Of)).Value;
        summary.Print(screen, name, rows, figures);
        return Endings.Done;
    }
}
