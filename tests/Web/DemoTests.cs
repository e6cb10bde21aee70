using System.Net;
using System.Text.RegularExpressions;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Tests;

/// <summary>The bar of a demonstration; on a site of its own, because the clock is everybody's.</summary>
public sealed partial class DemoTests(PortalSite site) : IClassFixture<PortalSite>
{
    [Fact]
    public async Task The_clock_moves_to_the_next_deadline_to_an_item_and_to_a_date_and_stays_there()
    {
        using var visitor = site.Visitor();
        // The story ends on 2026-06-30 at 9:00; the rulebook's next deadline is the end of that day.
        (await Time(visitor)).ShouldBe("2026-06-30 09:00");
        using var moved = await visitor.Post("/demo/clock", ("to", "deadline"), ("back", "/calendar"));
        moved.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        moved.Headers.Location!.OriginalString.ShouldBe("/calendar");
        var page = await visitor.GetStringAsync("/calendar");
        page.ShouldContain(Words.ClockMoved("2026-07-01 00:00", 0).Zh);
        (await visitor.GetStringAsync("/calendar")).ShouldNotContain("其间自动办理");
        (await Time(visitor)).ShouldBe("2026-07-01 00:00");

        (await visitor.Post("/demo/clock", ("to", "date"), ("date", "2026-07-15T10:30"))).Dispose();
        (await Time(visitor)).ShouldBe("2026-07-15 10:30");
        (await visitor.Post("/demo/clock", ("to", "date"), ("date", "2026-07-01T00:00"))).Dispose();
        (await visitor.GetStringAsync("/")).ShouldContain(Words.ClockBadDate.Zh);
        (await Time(visitor)).ShouldBe("2026-07-15 10:30");

        var rows = site.Rows(1, long.MaxValue).Count();
        (await visitor.Post("/demo/clock", ("to", "item"))).Dispose();
        var added = site.Rows(rows + 1, long.MaxValue).ToList();
        added.ShouldNotBeEmpty();
        added.ShouldAllBe(row => row.Command == "advance-clock");
        var zone = site.State.Rules.Calendar;
        (await Time(visitor)).ShouldBe(Format.Minute(zone.Local(added[0].Time)));
    }

    [Fact]
    public async Task Everybody_of_the_story_can_be_chosen()
    {
        using var visitor = site.Visitor();
        var html = await visitor.GetStringAsync("/");
        foreach (var user in site.State.Registry.Officials.Keys.Select(user => user.Name).Concat(["P01-a", "P30-b"]))
        {
            html.ShouldContain($"value=\"{user}\"");
        }
    }

    private static async Task<string> Time(HttpClient visitor) =>
        Clock().Match(await visitor.GetStringAsync("/style")).Groups[1].Value;

    [GeneratedRegex("业务时间 (\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d)")]
    private static partial Regex Clock();
}
