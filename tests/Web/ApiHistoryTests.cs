using System.Text.Json;

namespace Tanheng.Web.Tests;

/// <summary>
/// Bars, composites and encumbered units over HTTP. On 1 July 2026 CEA-2025 traded 200 t at 50.00, at 9:50; on the
/// second, 150 t at 49.00 at 9:50; that day is under way.
/// </summary>
[Collection(ApiStoryTests.Name)]
public sealed class ApiHistoryTests(ApiStory story)
{
    private const string Candles = $"/market/instruments/{ExchangeDays.Instrument}/candles";

    [Fact]
    public async Task Minutes_come_newest_first_page_by_page_and_as_a_file()
    {
        using var visitor = story.Server.As(null);
        var bars = await Items(visitor, Candles + "?width=minute");
        bars.Select(bar => (Start(bar), Minor(bar, "close"), bar.GetProperty("volume").GetInt64())).ShouldBe(
            [("2026-07-02T01:50:00.000Z", 4900, 150), ("2026-07-01T01:50:00.000Z", 5000, 200)]);
        Minor(bars[0], "turnover").ShouldBe(150 * 4900);
        Minor(bars[0], "average").ShouldBe(4900);
        bars[0].GetProperty("day").GetString().ShouldBe("2026-07-02");
        var page = (await visitor.Get(Candles + "?width=minute&limit=1")).Expect(200).Json;
        Start(page.GetProperty("items")[0]).ShouldBe("2026-07-02T01:50:00.000Z");
        var next = (await Items(
            visitor, Candles + "?width=minute&limit=1&cursor=" + page.GetProperty("next").GetString())).Single();
        Start(next).ShouldBe("2026-07-01T01:50:00.000Z");
        var file = (await visitor.Get(Candles + "?width=minute", ("Accept", "text/csv"))).Expect(200).Text
            .TrimStart('\uFEFF');
        file.ShouldStartWith("instrument,mode,width,start [UTC],day,open.minor,open.currency,high.minor");
        file.ShouldContain("CEA-2025,listed,minute,2026-07-02T01:50:00.000Z,2026-07-02,4900,CNY");
    }

    [Theory]
    [InlineData("five-minutes", "2026-07-02T01:50:00.000Z")]
    [InlineData("fifteen-minutes", "2026-07-02T01:45:00.000Z")]
    [InlineData("hour", "2026-07-02T01:00:00.000Z")]
    [InlineData("day", "2026-06-30T16:00:00.000Z")]
    [InlineData("week", "2026-06-28T16:00:00.000Z")]
    [InlineData("month", "2026-06-30T16:00:00.000Z")]
    public async Task Bars_begin_by_the_market_s_own_clock(string width, string start)
    {
        using var visitor = story.Server.As(null);
        var bar = (await Items(visitor, $"{Candles}?width={width}")).First();
        Start(bar).ShouldBe(start);
        bar.GetProperty("width").GetString().ShouldBe(width);
    }

    [Fact]
    public async Task Days_are_those_that_are_over_and_can_be_cut_by_time()
    {
        using var visitor = story.Server.As(null);
        var day = (await Items(visitor, Candles)).ShouldHaveSingleItem();
        (Minor(day, "open"), Minor(day, "close"), day.GetProperty("volume").GetInt64()).ShouldBe((5000, 5000, 200));
        (await Items(visitor, Candles + "?width=minute&from=2026-07-02T00:00:00Z")).Count.ShouldBe(1);
        (await Items(visitor, Candles + "?width=minute&until=2026-07-02T01:50:00Z")).Count.ShouldBe(1);
        (await Items(visitor, Candles + "?width=minute&until=2026-07-02T01:50:01Z")).Count.ShouldBe(2);
        (await Items(visitor, Candles + "?mode=block&width=minute")).ShouldBeEmpty();
        (await visitor.Get("/market/instruments/CEA-1999/candles")).Refused(404, 9515);
        (await visitor.Get(Candles + "?width=second")).Refused(400, 9509);
    }

    [Fact]
    public async Task The_composite_is_of_all_vintages_of_a_family()
    {
        using var visitor = story.Server.As(null);
        var composite = (await Items(visitor, "/market/composites")).Single(
            one => one.GetProperty("instrument").GetString() == "CEA");
        // One vintage alone was traded: 50.00 yesterday, 150 t at 49.00 today.
        Minor(composite, "previousClose").ShouldBe(5000);
        (Minor(composite, "last"), Minor(composite, "average")).ShouldBe((4900, 4900));
        Minor(composite, "turnover").ShouldBe(150 * 4900);
        composite.GetProperty("totalVolume").GetInt64().ShouldBe(350);
        (await Items(visitor, "/market/instruments/CEA/candles?width=minute")).Count.ShouldBe(2);
        (await Items(visitor, "/market/trades?instrument=CEA")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_held_but_not_free_is_told_by_instrument()
    {
        using var visitor = story.Server.As(null);
        var one = (await Items(visitor, "/market/encumbered")).Single(
            item => item.GetProperty("instrument").GetString() == ExchangeDays.Instrument);
        // The orders to sell 300 and 100 t; the 150 t bought today. Nothing is pledged or frozen.
        one.GetProperty("onOrder").GetInt64().ShouldBe(400);
        one.GetProperty("unsettled").GetInt64().ShouldBe(150);
        one.GetProperty("encumbered").GetInt64().ShouldBe(
            one.GetProperty("pledged").GetInt64() + one.GetProperty("frozen").GetInt64());
    }

    private static async Task<List<JsonElement>> Items(ApiClient client, string path) =>
        [.. (await client.Get(path)).Expect(200).Json.GetProperty("items").EnumerateArray()];

    private static string Start(JsonElement bar) => bar.GetProperty("start").GetString()!;

    private static long Minor(JsonElement of, string name) => of.GetProperty(name).GetProperty("minor").GetInt64();
}
