using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Tanheng.Web.Portal.Demo;

/// <summary>What the bar of a replayed market sends: how fast it runs.</summary>
internal static class ReplayDesk
{
    /// <summary>The word that brings the day to its end.</summary>
    public const string NextDay = "next-day";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/demo/replay", Run);

    private static IResult Run(
        HttpContext http, LiveReplay replay, [FromForm] string speed, [FromForm] string? back)
    {
        var done = speed == NextDay
            ? replay.RushDay()
            : int.TryParse(speed, NumberStyles.None, CultureInfo.InvariantCulture, out var times) && replay.Run(times);
        if (!done)
        {
            return Results.NotFound();
        }

        http.Response.Headers.Location = Preferences.Local(back);
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
