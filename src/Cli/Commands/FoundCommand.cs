using System.CommandLine;
using Tanheng.Cli.Output;
using Tanheng.Cli.Stores;
using Tanheng.Engine.Hosting;
using Tanheng.Engine.Sequencing;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Web.People;
using Command = System.CommandLine.Command;

namespace Tanheng.Cli.Commands;

/// <summary><c>tanheng found RULEBOOK --scheme NAME</c>: opens a market of one's own under a rulebook.</summary>
internal static class FoundCommand
{
    private static readonly Argument<string> Rulebook = new("RULEBOOK")
    {
        Description = "规则手册 YAML | rulebook YAML",
    };

    private static readonly Option<string> Authority = new("--authority")
    {
        Description = "主管部门首位用户的用户名 | user name of the authority's first person",
        DefaultValueFactory = _ => "admin",
        HelpName = "NAME",
    };

    public static Command Build()
    {
        var command = new Command(
            "found",
            "以规则手册建立新市场（名称用 --scheme 指定） | found a new market, named with --scheme, under a rulebook")
        {
            Rulebook, Authority,
        };
        command.Does(Found);
        return command;
    }

    private static async Task<int> Found(ParseResult parsed, Screen screen, CancellationToken cancel)
    {
        if (parsed.GetValue(Common.Scheme) is not { } scheme)
        {
            return screen.Refuse(StoreRefusals.SchemeNameMissing.With());
        }

        var authority = new UserId(parsed.GetValue(Authority)!.Trim());
        if (!PeopleDesk.IsName(authority.Name))
        {
            return screen.Refuse(PeopleRefusals.BadName.With());
        }

        var founding = Common.Shelf(parsed).FoundingFrom(parsed.GetValue(Rulebook)!, scheme, authority);
        var known = Catalogue.Scheme.CommandNames;
        if (RuleTexts.Read(founding.Rulebook, founding.Includes, founding.Methods, known).IsRefused(out var bad))
        {
            return RulebookCommand.Report(bad[screen.Language == "en" ? "all" : "all_zh"]!.Split('\n'), screen);
        }

        var store = Common.Store(parsed);
        if (DemonstrationStore.Bar(store) is { } barred)
        {
            return screen.Refuse(barred);
        }

        using var journal = store.Open(scheme);
        if (journal.Head().Sequence is var rows and > 0)
        {
            return screen.Refuse(StoreRefusals.SchemeExists.With(
                ("scheme", scheme), ("store", store.Name), ("rows", rows)));
        }

        await using var host = await SchemeHost.LeadAsync(journal);
        var id = CommandId.From($"{scheme}/found");
        var reply = await host.SubmitAsync(new Submission(founding, id, authority));
        if (!reply.Try(out var done, out var refusal))
        {
            return screen.Refuse(refusal);
        }

        screen.Line(
            $"市场 {scheme} 已建立：规则手册 {founding.Rulebook.Name}，主管部门 {authority}，日志第 {done.Sequence} 行。"
                + $"下一步：tanheng serve --scheme {scheme}",
            $"The market {scheme} is founded: rulebook {founding.Rulebook.Name}, authority {authority}, row "
                + $"{done.Sequence} of the journal. Next: tanheng serve --scheme {scheme}");
        return Endings.Done;
    }
}
