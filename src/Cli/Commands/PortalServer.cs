using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tanheng.Cli.Output;
using Tanheng.Engine.Hosting;
using Tanheng.Engine.Journal;
using Tanheng.Engine.People;
using Tanheng.Rulebook;
using Tanheng.Web.People;
using Tanheng.Web.Portal;

namespace Tanheng.Cli.Commands;

/// <summary>The web server that shows a market.</summary>
internal static class PortalServer
{
    /// <summary>Room for what goes with an attachment in its request.</summary>
    private const long BesideAttachment = 1024 * 1024;

    /// <summary>Puts the portal on its addresses; nothing listens yet.</summary>
    public static WebApplication Build(
        string urls, Market market, IPeople people, PortalSettings settings, Action<IServiceCollection> stores)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "tanheng" });
        builder.WebHost.UseSetting("urls", urls);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = AttachmentRules.MaxBytes + BesideAttachment;
        });
        builder.Logging
            .SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        stores(builder.Services);
        builder.Services.AddPortal(market, people, settings);
        var app = builder.Build();
        app.MapPortal();
        app.Services.GetRequiredService<VerificationDesk>().Start();
        return app;
    }

    /// <summary>
    /// Enters the first person of a real market, whose one-time password is told here and nowhere else, and warns of
    /// passwords that would travel in the clear.
    /// </summary>
    public static async Task Welcome(WebApplication app, SchemeHost host, Screen screen, PortalSettings settings)
    {
        if (settings.Demo)
        {
            return;
        }

        if (!settings.Https && app.Urls.Any(url => !IsLoopback(url)))
        {
            screen.Error(
                "警告：门户经 HTTP 对外监听，密码和会话可能被截获。请使用 HTTPS，或前置 TLS 代理并加 --https。",
                "Warning: the portal listens on plain HTTP beyond this machine; passwords and sessions can be read on "
                    + "the way. Use HTTPS, or a proxy with TLS in front and --https.");
        }

        var authority = await host.QueryAsync(state => state.Registry.Officials
            .Where(official => official.Value.Contains(Role.Authority))
            .Select(official => official.Key.Name)
            .Order(StringComparer.Ordinal)
            .First());
        if (authority.Try(out var name, out _) && FirstPerson.Enter(app.Services, name) is { } password)
        {
            screen.Error(
                $"首次启动：用户 {name} 的一次性密码是 {password} 。请登录，更改密码并设置第二因素；此密码不再显示。",
                $"First start: the one-time password of {name} is {password} . Sign in, change it and set up a second "
                    + "factor; it is not shown again.");
        }
    }

    private static bool IsLoopback(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.IsLoopback || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip)));
}
