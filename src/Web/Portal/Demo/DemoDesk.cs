using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tanheng.Quantities;

namespace Tanheng.Web.Portal.Demo;

/// <summary>What the bar of a demonstration sends: move the clock, be nobody again.</summary>
internal static class DemoDesk
{
    /// <summary>A run that takes longer is watched on its own page.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    /// <summary>Nobody moves the clock by more than this at once.</summary>
    private const int MostYears = 20;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/demo/clock", MoveClock);
        routes.MapPost("/demo/leave", Leave);
    }

    private static async Task<IResult> MoveClock(
        HttpContext http, Market market, DemoClock clock, [FromForm] string to, [FromForm] string? date,
        [FromForm] string? back)
    {
        var target = Preferences.Local(back);
        var (item, deadline) = await clock.NextAsync();
        var now = await market.Read(market.Local);
        var until = to switch
        {
            "item" => item,
            "deadline" => deadline,
            _ => DateTime.TryParse(date, CultureInfo.InvariantCulture, out var asked) ? asked : null,
        };
        if (until is not { } goal || goal <= now || goal > now.AddYears(MostYears))
        {
            Flash.Say(http, to == "date" ? Words.ClockBadDate : Words.ClockNothing, "warn");
            return Results.LocalRedirect(target);
        }

        var run = clock.Start(goal);
        await Task.WhenAny(run, Task.Delay(Patience));
        if (!run.IsCompleted)
        {
            return See("/demo/clock?back=" + Uri.EscapeDataString(target));
        }

        Tell(http, clock.Run!);
        return See(target);
    }

    /// <summary>What the run has brought about, for the page after it.</summary>
    public static void Tell(HttpContext http, ClockRun run)
    {
        if (run.Refusal is { } refusal)
        {
            Flash.Say(http, refusal);
            return;
        }

        var at = Format.Minute(run.At);
        Flash.Say(http, new FlashMessage("good", Words.ClockMoved(at, run.Rows), "/journal", Words.Journal));
    }

    private static async Task<IResult> Leave(HttpContext http, [FromForm] string? back)
    {
        await http.SignOutAsync();
        return See(Preferences.Local(back));
    }

    private static SeeOther See(string path) => new SeeOther(path);

    /// <summary>303: after a form comes a page.</summary>
    private sealed class SeeOther(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext http)
        {
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            http.Response.Headers.Location = path;
            return Task.CompletedTask;
        }
    }
}
