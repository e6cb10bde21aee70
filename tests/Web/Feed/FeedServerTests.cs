using System.Diagnostics;
using System.Net.WebSockets;
using System.Net;
using System.Text.Json;
using Tanheng.Engine.Sequencing;
using Tanheng.Quantities;
using Tanheng.Scheme.Supervision;
using Tanheng.Scheme;
using Tanheng.Web.Feed;

namespace Tanheng.Web.Tests.Feed;

/// <summary>The feed as readers get it over the network.</summary>
public sealed class FeedServerTests
{
    [Fact]
    public async Task A_snapshot_comes_first_and_then_what_happens_in_the_order_that_is_promised()
    {
        await using var site = await FeedSite.StartAsync();
        var order = await site.Sell("60.10", 100);
        using var feed = await site.Events();
        var snapshot = await SnapshotWith(site, feed, 100);
        feed.Response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        feed.Response.Headers.CacheControl!.ToString().ShouldBe("no-cache");
        feed.Response.Headers.Contains("Set-Cookie").ShouldBeFalse();
        feed.Response.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("connect-src 'self'");
        snapshot.Id.ShouldBe(snapshot.Sequence.ToString(null, null));
        snapshot.Json.GetProperty("currency").GetString().ShouldBe("CNY");
        snapshot.Json.GetProperty("state").GetRawText()
            .ShouldBe("{\"day\":\"2024-01-03\",\"listed\":\"open\",\"block\":\"closed\",\"halted\":[]}");
        snapshot.Number("lastTrade").ShouldBe(0);

        await site.Take(order, 40);
        var news = await feed.Until(message => message.Kind == "bar");
        news.Select(message => message.Kind).ShouldBe(["trade", "depth", "quote", "bar"]);
        news.Select(message => message.Sequence - snapshot.Sequence).ShouldBe([1, 2, 3, 4]);
        var (trade, depth, quote, bar) = (news[0], news[1], news[2].Json.GetProperty("quote"), news[3]);
        (trade.Number("trade"), trade.Number("price"), trade.Number("quantity")).ShouldBe((1, 6010, 40));
        trade.Text.ShouldBe($"{{\"sequence\":{snapshot.Sequence + 1},\"kind\":\"trade\",\"instrument\":\"BENCH\","
            + "\"trade\":1,\"time\":\"2024-01-03T02:00:00.000Z\",\"mode\":\"listed\",\"price\":6010,\"quantity\":40}");
        depth.Json.GetProperty("asks").GetRawText().ShouldBe("[{\"price\":6010,\"quantity\":60,\"orders\":1}]");
        quote.GetProperty("previousClose").GetInt64().ShouldBe(6000);
        quote.GetProperty("average").GetInt64().ShouldBe(6010);
        quote.GetProperty("turnover").GetInt64().ShouldBe(40 * 6010);
        (bar.Number("open"), bar.Number("close"), bar.Number("volume")).ShouldBe((6010, 6010, 40));
        bar.Json.GetProperty("start").GetString().ShouldBe("2024-01-03T02:00:00.000Z");
    }

    [Fact]
    public async Task A_snapshot_tells_the_time_although_nothing_has_happened_since()
    {
        await using var site = await FeedSite.StartAsync();
        using var first = await site.Events();
        var before = (await first.Next()).ShouldNotBeNull();
        before.Json.GetProperty("time").GetString().ShouldBe("2024-01-03T02:00:00.000Z");
        await site.Advance("2024-01-03T02:47:00Z");

        // The feed looks twice a second at what the time alone changes.
        var (again, waited) = (before, Stopwatch.StartNew());
        while (again.Json.GetProperty("time").GetString() != "2024-01-03T02:47:00.000Z")
        {
            waited.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
            await Task.Delay(100);
            using var later = await site.Events();
            again = (await later.Next()).ShouldNotBeNull();
        }

        again.Kind.ShouldBe("snapshot");
        again.Sequence.ShouldBe(before.Sequence, "that time passes is no message");
    }

    [Fact]
    public async Task After_a_break_in_the_middle_nothing_is_missing_and_nothing_is_doubled()
    {
        await using var site = await FeedSite.StartAsync();
        var (seen, last) = (new List<Received>(), (string?)null);
        var trading = Task.Run(async () =>
        {
            for (var n = 1; n <= 120; n++)
            {
                await site.Trade($"60.{n % 10}0", n);
                await Task.Delay(2);
            }
        });
        for (var connection = 1; seen.LastOrDefault(one => one.Kind == "trade")?.Number("trade") != 120; connection++)
        {
            using var feed = await site.Events(lastEventId: last);
            for (var n = 0; n < connection * 40; n++)
            {
                var message = (await feed.Next()).ShouldNotBeNull();
                seen.Add(message);
                last = message.Id ?? last;
                if (message.Kind == "trade" && message.Number("trade") == 120)
                {
                    break;
                }
            }
        }

        await trading;
        seen.Count(message => message.Kind == "snapshot").ShouldBe(1, "only the first time");
        var numbers = seen.ConvertAll(message => message.Sequence);
        numbers.ShouldBe(Enumerable.Range(0, numbers.Count).Select(n => numbers[0] + n));
        var before = seen[0].Number("lastTrade");
        using var api = site.Api();
        var traded = (await api.Get("/market/trades?limit=1000")).Expect(200).Json.GetProperty("items")
            .EnumerateArray().Reverse().Skip((int)before)
            .Select(one => (
                one.GetProperty("trade").GetInt64(),
                one.GetProperty("price").GetProperty("minor").GetInt64(),
                one.GetProperty("quantity").GetInt64()));
        seen.Where(message => message.Kind == "trade")
            .Select(one => (one.Number("trade"), one.Number("price"), one.Number("quantity")))
            .ShouldBe(traded);
    }

    [Fact]
    public async Task Whoever_was_away_too_long_gets_a_snapshot()
    {
        await using var site = await FeedSite.StartAsync(new FeedSettings { Kept = 8 });
        using var first = await site.Events();
        var snapshot = (await first.Next()).ShouldNotBeNull();
        for (var n = 1; n <= 4; n++)
        {
            await site.Trade("60.00", n);
            await first.Until(message => message.Kind == "bar" && message.Number("trades") == n);
        }

        using var late = await site.Events("?after=" + snapshot.Sequence);
        var again = (await late.Next()).ShouldNotBeNull();
        again.Kind.ShouldBe("snapshot");
        again.Number("lastTrade").ShouldBe(4);
        again.Json.GetProperty("trades").EnumerateArray().Select(one => one.GetProperty("quantity").GetInt64())
            .ShouldBe([1, 2, 3, 4]);
        using var stranger = await site.Events(lastEventId: "17");
        (await stranger.Next()).ShouldNotBeNull().Kind.ShouldBe("snapshot", "a number of another process");
    }

    [Fact]
    public async Task WebSocket_and_server_sent_events_say_the_same()
    {
        await using var site = await FeedSite.StartAsync();
        using var events = await site.Events();
        using var socket = await site.Socket();
        var byEvents = new List<string> { (await events.Next()).ShouldNotBeNull().Text };
        var bySocket = new List<string> { (await socket.Next()).ShouldNotBeNull().Text };
        for (var n = 1; n <= 20; n++)
        {
            await site.Trade("60.00", n);
        }

        bool Last(string text) => text.Contains("\"kind\":\"bar\"", StringComparison.Ordinal)
            && text.Contains("\"trades\":20}", StringComparison.Ordinal);
        while (!Last(byEvents[^1]))
        {
            byEvents.Add((await events.Next()).ShouldNotBeNull().Text);
        }

        while (!Last(bySocket[^1]))
        {
            bySocket.Add((await socket.Next()).ShouldNotBeNull().Text);
        }

        bySocket.ShouldBe(byEvents);
        byEvents.Count(text => text.Contains("\"kind\":\"trade\"", StringComparison.Ordinal)).ShouldBe(20);

        // The socket takes up a gap in the same way.
        var first = JsonElement.Parse(byEvents[0]).GetProperty("sequence").GetInt64();
        using var again = await site.Socket("?after=" + first);
        (await again.Next()).ShouldNotBeNull().Text.ShouldBe(byEvents[1]);
    }

    [Fact]
    public async Task Sessions_and_days_are_told_when_they_begin_and_end()
    {
        await using var site = await FeedSite.StartAsync();
        using var feed = await site.Events();
        await feed.Next();
        async Task<string> StateAt(string utc)
        {
            await site.Advance(utc);
            return (await feed.Until(message => message.Kind == "state"))[^1].Json.GetProperty("state").GetRawText();
        }

        // 11:30, 13:00 and 15:00 in Beijing, and 9:30 of the next day.
        (await StateAt("2024-01-03T03:30"))
            .ShouldBe("{\"day\":\"2024-01-03\",\"listed\":\"break\",\"block\":\"closed\",\"halted\":[]}");
        (await StateAt("2024-01-03T05:00"))
            .ShouldBe("{\"day\":\"2024-01-03\",\"listed\":\"open\",\"block\":\"open\",\"halted\":[]}");
        (await StateAt("2024-01-03T07:00")).ShouldBe("{\"listed\":\"closed\",\"block\":\"closed\",\"halted\":[]}");
        (await StateAt("2024-01-04T01:30"))
            .ShouldBe("{\"day\":\"2024-01-04\",\"listed\":\"open\",\"block\":\"closed\",\"halted\":[]}");
    }

    [Fact]
    public async Task A_halt_is_told_when_it_begins_and_when_it_ends()
    {
        await using var site = await FeedSite.StartAsync();
        using var feed = await site.Events();
        await feed.Next();
        await site.Host.SubmitAsync(new Submission(
            new HaltTrading("test", "BENCH", default, Minutes: 5), CommandId.From("halt"), new UserId("bench")));
        (await Halted()).ShouldBe(["BENCH"]);
        await site.Advance("2024-01-03T02:05");
        (await Halted()).ShouldBeEmpty();

        async Task<string[]> Halted() =>
        [
            .. (await feed.Until(message => message.Kind == "state"))[^1].Json.GetProperty("state")
                .GetProperty("halted").EnumerateArray().Select(one => one.GetString()!),
        ];
    }

    [Fact]
    public async Task What_cannot_be_served_is_refused_with_a_number()
    {
        await using var site = await FeedSite.StartAsync(new FeedSettings { ConnectionsPerAddress = 1 });
        using var feed = await site.Events("?instrument=BENCH");
        (await feed.Next()).ShouldNotBeNull().Kind.ShouldBe("snapshot");
        await Refused(site, "/market/feed", HttpStatusCode.TooManyRequests, 10501);
        await Refused(site, "/market/feed?instrument=GOLD", HttpStatusCode.NotFound, 10503);
        await Refused(site, "/market/feed/ws", HttpStatusCode.BadRequest, 10504);
        await Refused(site, "/market/feed?after=yesterday", HttpStatusCode.BadRequest, 10505);
    }

    [Fact]
    public async Task A_place_is_free_again_when_its_reader_has_left()
    {
        await using var site = await FeedSite.StartAsync(new FeedSettings { ConnectionsPerAddress = 1 });
        for (var n = 0; n < 3; n++)
        {
            var end = Environment.TickCount64 + 20_000;
            while (true)
            {
                using var feed = await site.Events();
                if (feed.Response.StatusCode == HttpStatusCode.OK)
                {
                    (await feed.Next()).ShouldNotBeNull().Kind.ShouldBe("snapshot");
                    break;
                }

                (Environment.TickCount64 < end).ShouldBeTrue("the one before has left");
                await Task.Delay(20);
            }
        }
    }

    [Fact]
    public async Task When_the_server_ends_so_do_all_streams()
    {
        await using var site = await FeedSite.StartAsync();
        using var events = await site.Events();
        using var socket = await site.Socket();
        await events.Next();
        await socket.Next();
        var watch = Stopwatch.StartNew();
        var stopping = site.StopAsync();
        (await events.Next()).ShouldBeNull();
        (await socket.Next()).ShouldBeNull();
        socket.Socket.CloseStatus.ShouldBe(WebSocketCloseStatus.EndpointUnavailable);
        await socket.Socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None);
        await stopping;
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task No_message_names_anybody()
    {
        await using var site = await FeedSite.StartAsync();
        using var feed = await site.Events();
        await feed.Next();
        await site.Trade("60.00", 7);
        foreach (var message in await feed.Until(one => one.Kind == "bar"))
        {
            foreach (var word in new[] { "holder", "account", "seller", "buyer", "order\"", "fee", "trader" })
            {
                message.Text.ShouldNotContain(word, Case.Insensitive);
            }
        }
    }

    /// <summary>The promise of the trading screen: a trade made here is seen there in under 200 ms.</summary>
    [Fact]
    public async Task A_trade_reaches_a_reader_in_under_200_milliseconds()
    {
        await using var site = await FeedSite.StartAsync();
        using var feed = await site.Events();
        await feed.Next();
        var took = new List<double>();
        for (var n = 1; n <= 21; n++)
        {
            var order = await site.Sell("60.00", n);
            var watch = Stopwatch.StartNew();
            await site.Take(order, n);
            await feed.Until(message => message.Kind == "trade");
            took.Add(watch.Elapsed.TotalMilliseconds);
        }

        took.Order().ElementAt(10).ShouldBeLessThan(200);
    }

    /// <summary>
    /// A snapshot with an order of so many tonnes: where the feed has not looked yet, a depth message brings it, and a
    /// second reader has it from the beginning.
    /// </summary>
    private static async Task<Received> SnapshotWith(FeedSite site, EventFeed feed, long quantity)
    {
        var message = (await feed.Next()).ShouldNotBeNull();
        message.Kind.ShouldBe("snapshot");
        if (message.Json.GetProperty("instruments")[0].GetProperty("asks").GetArrayLength() == 0)
        {
            await feed.Until(one => one.Kind == "depth");
            using var second = await site.Events();
            message = (await second.Next()).ShouldNotBeNull();
        }

        message.Json.GetProperty("instruments")[0].GetProperty("asks")[0].GetProperty("quantity").GetInt64()
            .ShouldBe(quantity);
        return message;
    }

    private static async Task Refused(FeedSite site, string path, HttpStatusCode status, int number)
    {
        using var http = new HttpClient { BaseAddress = site.Address };
        using var response = await http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        response.StatusCode.ShouldBe(status);
        JsonElement.Parse(await response.Content.ReadAsByteArrayAsync()).GetProperty("code").GetInt32()
            .ShouldBe(number);
    }
}
