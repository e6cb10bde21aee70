using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tanheng.Cli.Output;
using Tanheng.Cli.Scenarios;
using Tanheng.Cli.Stores;
using Tanheng.Engine.Hosting;
using Tanheng.Engine.Journal;
using Tanheng.Engine.Sequencing;
using Tanheng.Engine.Views;
using Tanheng.Quantities;
using Tanheng.Web.Portal;

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
        Description = "演示：先运行该情景（已有则不变），再只读展示 | demonstration: play this scenario first (once), then show it read-only",
        HelpName = "SCENARIO",
    };

    private static readonly Option<double> Lease = new("--lease")
    {
        Description = "写权租约秒数 | seconds the right to write lasts without renewal",
        DefaultValueFactory = _ => 6,
        HelpName = "SECONDS",
    };

    public static Command Build()
    {
        var command = new Command(
            "serve",
            "启动门户（多个进程可共用一个 PostgreSQL 日志，只有一个写） | "
            + "serve the portal; of many on one PostgreSQL journal one writes")
        {
            Urls, Demo, Lease,
        };
        command.Does(Serve);
        return command;
    }

    private static async Task<int> Serve(ParseResult parsed, Screen screen, CancellationToken cancel)
    {
        var store = Common.Store(parsed);
        var demo = parsed.GetValue(Demo);
        if (demo is not null && await Play(parsed, screen, store, demo, cancel) is { } failed)
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

        host.RoleChanged += role => screen.Error($"{scheme}：{role}", $"{scheme}: {role}");
        using var views = store.OpenViews(scheme);
        using var attachments = store.OpenAttachments();
        await using var app = Portal(
            parsed.GetValue(Urls)!,
            new Market(host, journal),
            new PortalSettings { Demo = demo is not null },
            services => services.AddSingleton(views).AddSingleton(attachments));
        await app.StartAsync(cancel);
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

    private static WebApplication Portal(
        string urls, Market market, PortalSettings settings, Action<IServiceCollection> stores)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "tanheng" });
        builder.WebHost.UseSetting("urls", urls);
        builder.Logging
            .SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        stores(builder.Services);
        builder.Services.AddPortal(market, settings);
        var app = builder.Build();
        app.MapPortal();
        app.Services.GetRequiredService<VerificationDesk>().Start();
        return app;
    }

    private static async Task<int?> Play(
        ParseResult parsed, Screen screen, Store store, string demo, CancellationToken cancel)
    {
        using var journal = store.Open(demo);
        if (journal.Head().Sequence > 0)
        {
            return null;
        }

        var shelf = Common.Shelf(parsed);
        if (StoryFiles.Find(shelf, demo) is not { } story)
        {
            return screen.Refuse(StoryFiles.Unknown(shelf, demo));
        }

        await using var host = await SchemeHost.LeadAsync(journal, ScenarioCommand.VirtualTime);
        await screen.Progress($"运行情景 {demo}", $"Playing {demo}", progress =>
            story.Runner(shelf).RunAsync(host.Sequencer!, progress, cancel));
        return null;
    }
}
