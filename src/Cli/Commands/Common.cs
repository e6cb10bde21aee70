using System.CommandLine;
using Tanheng.Cli.Output;
using Tanheng.Cli.Scenarios;
using Tanheng.Cli.Stores;

namespace Tanheng.Cli.Commands;

/// <summary>What every verb understands.</summary>
internal static class Common
{
    public static readonly Option<string> Data = new("--data")
    {
        Description = "SQLite 数据目录 | folder of the SQLite store",
        Recursive = true,
        DefaultValueFactory = _ => "./data",
        HelpName = "DIR",
    };

    public static readonly Option<string?> Postgres = new("--postgres")
    {
        Description = "改用 PostgreSQL（连接串） | use PostgreSQL instead (connection string)",
        Recursive = true,
        HelpName = "CONNECTION",
    };

    public static readonly Option<string?> Scheme = new("--scheme")
    {
        Description = "市场（只有一个时可省略） | which market; may be left out when there is one",
        Recursive = true,
        HelpName = "NAME",
    };

    public static readonly Option<bool> Json = new("--json")
    {
        Description = "输出 JSON | print JSON",
        Recursive = true,
    };

    public static readonly Option<string> Language = new Option<string>("--lang")
    {
        Description = "zh 或 en；默认取 TANHENG_LANG，否则中文 | zh or en; from TANHENG_LANG when left out, else Chinese",
        Recursive = true,
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("TANHENG_LANG") is { } set && set.StartsWith("en", StringComparison.Ordinal) ? "en" : "zh",
        HelpName = "LANG",
    }.AcceptOnly("zh", "en");

    public static readonly Option<string> Home = new("--home")
    {
        Description = "规则手册、方法学和情景所在目录 | folder with rulebooks/, methodologies/ and scenarios/",
        Recursive = true,
        DefaultValueFactory = _ => RuleShelf.FindRoot(),
        HelpName = "DIR",
    };

    private static Option<string> AcceptOnly(this Option<string> option, params string[] words)
    {
        option.AcceptOnlyFromAmong(words);
        return option;
    }

    public static IEnumerable<Option> All => [Data, Postgres, Scheme, Json, Language, Home];

    public static Screen Screen(ParseResult parsed) => new(parsed.GetValue(Language)!, parsed.GetValue(Json));

    public static Store Store(ParseResult parsed) => new(parsed.GetValue(Data)!, parsed.GetValue(Postgres));

    public static RuleShelf Shelf(ParseResult parsed) => new(parsed.GetValue(Home)!);

    /// <summary>Runs a verb and turns whatever ends it into a sentence and an exit code.</summary>
    public static void Does(this Command command, Func<ParseResult, Screen, CancellationToken, Task<int>> verb) =>
        command.SetAction(async (parsed, cancel) =>
        {
            var screen = Screen(parsed);
            try
            {
                return await verb(parsed, screen, cancel);
            }
            catch (Exception problem)
            {
                return Endings.Of(problem, screen);
            }
        });
}
