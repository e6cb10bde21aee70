using System.CommandLine;
using System.Globalization;
using Tanheng.Bench;
using Tanheng.Cli.Output;

namespace Tanheng.Cli.Commands;

/// <summary><c>tanheng bench pages</c>: how quickly a portal that is running answers many readers at once.</summary>
internal static class BenchPagesCommand
{
    /// <summary>What the public reads, none of it with live parts.</summary>
    private static readonly string[] Public =
    [
        "/", "/calendar", "/disclosure", "/disclosure/coverage", "/disclosure/compliance", "/disclosure/verification",
        "/statistics", "/rules", "/rules/sources", "/methods", "/journal", "/journal/100",
    ];

    private const int Most = 10_000;

    private static readonly Option<string> Url = new("--url")
    {
        Description = "正在运行的门户地址 | address of a portal that is running",
        DefaultValueFactory = _ => "http://127.0.0.1:5080",
        HelpName = "URL",
    };

    private static readonly Option<int> Readers = new("--readers")
    {
        Description = "同时读取的人数 | readers at once, each without a pause",
        DefaultValueFactory = _ => 50,
    };

    private static readonly Option<double> Seconds = new("--seconds")
    {
        Description = "计入的秒数（另预热三秒） | seconds that count, after three of warming up",
        DefaultValueFactory = _ => 10,
    };

    private static readonly Option<string[]> Pages = new("--page")
    {
        Description = "页面路径；省略时为全部公开页面 | pages to read; the public ones when left out",
        AllowMultipleArgumentsPerToken = true,
        HelpName = "PATH",
    };

    private static readonly Option<string?> Cookie = new("--cookie")
    {
        Description = "已登录者的 Cookie 头 | the cookie header of somebody who has signed in",
        HelpName = "NAME=VALUE",
    };

    public static Command Build()
    {
        Url.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !Uri.TryCreate(token.Value, UriKind.Absolute, out _))
            {
                result.AddError("--url 须为完整地址，如 http://127.0.0.1:5080 | --url must be a whole address");
            }
        });
        Readers.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, CultureInfo.InvariantCulture, out var n)
                && n is < 1 or > Most)
            {
                result.AddError($"--readers 须为 1 至 {Most} | --readers must be from 1 to {Most}");
            }
        });
        var command = new Command("pages", "测量正在运行的门户 | measure a portal that is running")
        {
            Url, Readers, Seconds, Pages, Cookie,
        };
        command.Does(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, Screen screen, CancellationToken cancel)
    {
        var readers = parsed.GetValue(Readers);
        var paths = parsed.GetValue(Pages) is { Length: > 0 } chosen ? chosen : Public;
        var bench = new PagesBench(new Uri(parsed.GetValue(Url)!), parsed.GetValue(Cookie));
        var warmUp = TimeSpan.FromSeconds(3);
        var duration = TimeSpan.FromSeconds(parsed.GetValue(Seconds));
        double perSecond;
        IReadOnlyList<PageResult> pages;
        try
        {
            (perSecond, pages) = await bench.RunAsync(paths, readers, warmUp, duration, cancel);
        }
        catch (HttpRequestException problem)
        {
            throw new InputException(problem.Message);
        }

        if (screen.Json)
        {
            Screen.Write(pages);
            return Endings.Done;
        }

        screen.Note(
            $"{readers} 名读者，{perSecond:#,0} 页/秒；毫秒；大小为传输字节数。",
            $"{readers} readers, {perSecond:#,0} pages/s; milliseconds; sizes as they travel.");
        Console.Out.WriteLine($"{"",-28}{"n",8}{"p50",9}{"p95",9}{"p99",9}{"page kB",9}{"first kB",9}");
        foreach (var page in pages)
        {
            Console.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{page.Path,-28}{page.Answers,8:#,0}{Ms(page.Median),9:0.0}{Ms(page.Percentile95),9:0.0}"
                    + $"{Ms(page.Percentile99),9:0.0}{page.Bytes / 1000.0,9:0.0}{page.FirstLoad / 1000.0,9:0.0}"));
        }

        return Endings.Done;
    }

    private static double Ms(TimeSpan time) => time.TotalMilliseconds;
}
