using System.CommandLine;

namespace Tanheng.Cli.Commands;

/// <summary>The command <c>tanheng</c> with all its verbs. Every description says it in both languages.</summary>
internal static class Root
{
    public static RootCommand Build()
    {
        var root = new RootCommand(
            "碳衡：开放的碳排放权交易体系 | Tanheng, an open emissions trading system\n" +
            "退出码 | exit codes: 0 成功 done, 1 被拒绝或检查不通过 refused or not in order, 2 用法有误 wrong usage, " +
            "3 存储或程序故障 failure, 130 已取消 cancelled");
        foreach (var option in Common.All)
        {
            root.Options.Add(option);
        }

        root.Subcommands.Add(FoundCommand.Build());
        root.Subcommands.Add(ServeCommand.Build());
        root.Subcommands.Add(PeopleCommand.Build());
        root.Subcommands.Add(ScenarioCommand.Build());
        root.Subcommands.Add(MarketCommand.Build());
        root.Subcommands.Add(RulebookCommand.Build());
        root.Subcommands.Add(MethodCommand.Build());
        root.Subcommands.Add(VerifyCommand.Build());
        root.Subcommands.Add(HoldingsCommand.Build());
        root.Subcommands.Add(ExchangeOfRowsCommand.BuildExport());
        root.Subcommands.Add(ExchangeOfRowsCommand.BuildImport());
        root.Subcommands.Add(ViewsCommand.Build());
        root.Subcommands.Add(BenchCommand.Build());
        return root;
    }
}
