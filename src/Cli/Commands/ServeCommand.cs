using System.CommandLine;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Tanheng.Cli.Markets;
using Tanheng.Cli.Output;
using Tanheng.Cli.Scenarios;
using Tanheng.Cli.Stores;
using Tanheng.Engine.Hosting;
using Tanheng.Engine.Sequencing;
using Tanheng.Engine.Views;
using Tanheng.Web.Letters;
using Tanheng.Web.People;
using Tanheng.Web.Portal;
using Tanheng.Web.Portal.Demo;

namespace Tanheng.Cli.Commands;

/// <summary><c>tanheng serve</c>: leads or follows a market and shows its portal.</summary>
internal static class ServeCommand
{
    private static readonly Option<string> Urls = new("--urls")
    {
        Description = "监听地址 | addresses to listen on",
        DefaultValueFactory = _ => "http://127.0.0.1:5080",
        HelpName = "URLS",
    };

    private static readonly Option<string?> Demo = new("--demo")
    {
        Description = "演示：首次先运行该情景，任何人可成为任何人；july-2023 为逐笔重放的行情 | "
            + "demonstration: play this scenario first (once); anybody may be anybody; july-2023 is a market of "
            + "published days, traded again live",
        HelpName = "SCENARIO",
    };

    private static readonly Option<bool> Whole = new("--whole")
    {
        Description = "演示：运行到情景结尾，而不是停在留给访客的时刻 | "
            + "demonstration: play the story to its end, not to the moment where a visitor takes over",
    };

    private static readonly Option<double> Lease = new("--lease")
    {
        Description = "写权租约秒数 | seconds the right to write lasts without renewal",
        DefaultValueFactory = _ => 6,
        HelpName = "SECONDS",
    };

    private static readonly Option<bool> Https = new("--https")
    {
        Description = "浏览器经 HTTPS 访问（由前置代理终止 TLS 时使用） | browsers come by HTTPS, as to a proxy in front",
    };

    private static readonly Option<string[]> Proxies = new("--proxy")
    {
        Description = "可信代理的 IP 地址，采信其转发头 | address of a proxy whose forwarded headers are believed",
        HelpName = "ADDRESS",
    };

    private static readonly Option<int> Requests = new("--requests")
    {
        Description = "每个地址每分钟的请求上限；0 为不限，也不限每人 | requests a minute from one address; 0: no limit, nor of a person",
        DefaultValueFactory = _ => new RateLimits().PerAddress,
        HelpName = "NUMBER",
    };

    private static readonly Option<string?> Smtp = new("--smtp")
    {
        Description = "邮件服务器，通知同时发至用户邮箱（密码取环境变量 TANHENG_SMTP_PASSWORD） | "
            + "mail server that sends letters on; its password is taken from TANHENG_SMTP_PASSWORD",
        HelpName = "[USER@]HOST:PORT",
    };

    private static readonly Option<string?> MailFrom = new("--mail-from")
    {
        Description = "发件人地址 | the sender's address",
        HelpName = "ADDRESS",
    };

    private static readonly Option<string?> Portal = new("--portal")
    {
        Description = "用户访问门户的地址，用于邮件中的链接 | where people reach the portal, for links in mail",
        HelpName = "URL",
    };

    public static Command Build()
    {
        var command = new Command(
            "serve",
            "启动门户（多个进程可共用一个 PostgreSQL 日志，只有一个写） | "
            + "serve the portal; of many on one PostgreSQL journal one writes")
        {
            Urls, Demo, Whole, Lease, Https, Proxies, Requests, Smtp, MailFrom, Portal,
        };
        command.Does(Serve);
        return command;
    }

    private static async Task<int> Serve(ParseResult parsed, Screen screen, CancellationToken cancel)
    {
        var store = Common.Store(parsed);
        var demo = parsed.GetValue(Demo);
        if (demo is null && DemonstrationStore.Bar(store) is { } barred)
        {
            return screen.Refuse(barred);
        }

        var script = demo is null ? null : ReplayScripts.Find(Common.Shelf(parsed), demo);
        if (demo is not null && await Play(parsed, screen, store, demo, script, cancel) is { } failed)
        {
            return failed;
        }

        if (!store.Choose(demo ?? parsed.GetValue(Common.Scheme)).Try(out var scheme, out var refusal))
        {
            return screen.Refuse(refusal);
        }

        using var journal = store.Open(scheme);
        await using var host = SchemeHost.Start(journal, new Tanheng.Engine.Hosting.HostOptions
        {
            LeaseTime = TimeSpan.FromSeconds(parsed.GetValue(Lease)),
            Sequencer = new SequencerOptions { VirtualTime = demo is not null },
        });
        await host.Ready;
        if (host.Role == HostRole.Broken)
        {
            return Endings.Of(host.LastFailure!, screen);
        }

        await Wait(parsed, host, demo);
        host.RoleChanged += role => screen.Error($"{scheme}：{role}", $"{scheme}: {role}");
        using var people = store.OpenPeople();
        using var views = store.OpenViews(scheme);
        using var attachments = store.OpenAttachments();
        var settings = Settings(parsed, demo is not null);
        await using var app = PortalServer.Build(
            parsed.GetValue(Urls)!,
            new Market(host, journal),
            people,
            settings,
            services => Replayed(services, script).AddSingleton(views).AddSingleton(attachments)
                .AddSingleton(new LetterSettings { Mail = Mail(parsed) }));
        await app.StartAsync(cancel);
        await PortalServer.Welcome(app, host, screen, settings);
        screen.Error(
            $"{scheme}：{host.Role}，门户在 {string.Join(" ", app.Urls)}，按 Ctrl+C 停止。",
            $"{scheme}: {host.Role}; portal at {string.Join(" ", app.Urls)}; Ctrl+C stops.");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var following = ViewWriter.FollowAsync(
            host, journal, views, problem => screen.Error(problem.Message, problem.Message), stop.Token);
        await app.WaitForShutdownAsync(cancel);
        await stop.CancelAsync();
        await following;
        return Endings.Done;
    }

    private static IServiceCollection Replayed(IServiceCollection services, ReplayScript? script) =>
        script is null ? services : services.AddSingleton(script);

    private static PortalSettings Settings(ParseResult parsed, bool demo) => new()
    {
        Demo = demo,
        Https = parsed.GetValue(Https) || parsed.GetValue(Urls)!.Split(';').All(IsHttps),
        Proxies = [.. (parsed.GetValue(Proxies) ?? []).Select(Address)],
        Limits = parsed.GetValue(Requests) switch
        {
            0 => new RateLimits { PerAddress = int.MaxValue, PerPerson = int.MaxValue },
            > 0 and var limit => new RateLimits { PerAddress = limit },
            var wrong => throw new InputException($"--requests：{wrong}"),
        },
    };

    private static MailSettings? Mail(ParseResult parsed)
    {
        if (parsed.GetValue(Smtp) is not { } smtp)
        {
            return null;
        }

        var server = smtp[(smtp.LastIndexOf('@') + 1)..].Split(':');
        if (server.Length != 2 || !int.TryParse(server[1], out var port) || port is < 1 or > 65535)
        {
            throw new InputException($"--smtp：{smtp}；[USER@]HOST:PORT");
        }

        if (parsed.GetValue(MailFrom) is not { } from || !from.Contains('@', StringComparison.Ordinal)
            || !Uri.TryCreate(parsed.GetValue(Portal), UriKind.Absolute, out var portal))
        {
            throw new InputException(
                "使用 --smtp 时须给出 --mail-from 与 --portal | --smtp needs --mail-from ADDRESS and --portal URL");
        }

        return new MailSettings(server[0], port, from, portal)
        {
            User = smtp.Contains('@', StringComparison.Ordinal) ? smtp[..smtp.LastIndexOf('@')] : "",
            Password = Environment.GetEnvironmentVariable("TANHENG_SMTP_PASSWORD") ?? "",
        };
    }

    private static bool IsHttps(string url) => url.Trim().StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static IPAddress Address(string text) => IPAddress.TryParse(text, out var address)
        ? address
        : throw new InputException($"--proxy：{text} 不是 IP 地址 | {text} is no IP address");

    /// <summary>
    /// Virtual time is kept by no row: a demonstration that has not gone on stands again where it was left to its
    /// visitors.
    /// </summary>
    private static async Task Wait(ParseResult parsed, SchemeHost host, string? demo)
    {
        if (demo is null || host.Sequencer is not { } leading
            || StoryFiles.Find(Common.Shelf(parsed), demo)?.Scenario.Pause is not { } pause)
        {
            return;
        }

        var found = await host.QueryAsync(state => state.Rules.Calendar.Moment(pause.Until));
        if (found.Try(out var moment, out _) && leading.Now < moment)
        {
            await leading.AdvanceClockAsync(moment);
        }
    }

    private static async Task<int?> Play(
        ParseResult parsed, Screen screen, Store store, string demo, ReplayScript? script, CancellationToken cancel)
    {
        if (DemonstrationStore.HasReplay(store, demo))
        {
            return null;
        }

        var shelf = Common.Shelf(parsed);
        if (script is not null)
        {
            return await ReplayScripts.OpenAsync(store, shelf, demo, script) is { } why ? screen.Refuse(why) : null;
        }

        if (!StoryFiles.Names(shelf).Contains(demo))
        {
            return screen.Refuse(StoryFiles.Unknown(shelf, demo));
        }

        if (DemonstrationStore.Claim(store, shelf, demo) is { } real)
        {
            return screen.Refuse(real);
        }

        using var journal = store.Open(demo);
        if (journal.Head().Sequence > 0)
        {
            return null;
        }

        if (StoryFiles.Find(shelf, demo) is not { } story)
        {
            return screen.Refuse(StoryFiles.Unknown(shelf, demo));
        }

        await using var host = await SchemeHost.LeadAsync(journal, ScenarioCommand.VirtualTime);
        var pause = parsed.GetValue(Whole) ? null : story.Scenario.Pause;
        await screen.Progress($"运行情景 {demo}", $"Playing {demo}", progress =>
            story.Runner(shelf).RunAsync(host.Sequencer!, progress, cancel, pause));
        return null;
    }
}
