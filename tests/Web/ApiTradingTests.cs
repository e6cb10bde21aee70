using System.Text.Json;
using Tanheng.Engine.Journal;
using Tanheng.Ledger;
using Tanheng.Scheme;
using Tanheng.Scheme.Supervision;
using Tanheng.Scheme.Trading;
using Tanheng.Web.Actions;
using Tanheng.Web.People;

namespace Tanheng.Web.Tests;

/// <summary>The exchange over HTTP: figures, order, who sees what, and that the public learns of no party.</summary>
[Collection(ApiStoryTests.Name)]
public sealed class ApiTradingTests(ApiStory story)
{
    private static readonly string[] Public =
    [
        "/market/instruments", $"/market/instruments/{ExchangeDays.Instrument}/depth", "/market/bars", "/market/trades",
    ];

    [Fact]
    public async Task A_quote_has_prices_band_depth_and_sums()
    {
        using var visitor = story.Server.As(null);
        var all = await Items(visitor, "/market/instruments");
        all.Count.ShouldBe(7, "every vintage of the rulebook");
        var quote = all.Single(one => one.GetProperty("instrument").GetString() == ExchangeDays.Instrument);
        // The first day's only trade was at 50.00: that is its average. ±10 % of 50.00.
        Minor(quote, "previousClose").ShouldBe(5000);
        Minor(quote, "lowest").ShouldBe(4500);
        Minor(quote, "highest").ShouldBe(5500);
        Minor(quote, "last").ShouldBe(4900);
        quote.GetProperty("day").GetString().ShouldBe("2026-07-02");
        quote.GetProperty("listed").GetProperty("volume").GetInt64().ShouldBe(150);
        quote.TryGetProperty("block", out _).ShouldBeFalse("none was traded");
        quote.GetProperty("totalVolume").GetInt64().ShouldBe(350);
        Minor(quote, "totalAmount").ShouldBe((200 * 5000) + (150 * 4900));
        Levels(quote, "bids").ShouldBe([(4900, 250)]);
        Levels(quote, "asks").ShouldBe([(5100, 300), (5250, 100)]);
        var depth = (await visitor.Get(Public[1])).Expect(200).Json;
        Levels(depth, "asks").ShouldBe([(5100, 300), (5250, 100)]);
        (await visitor.Get("/market/instruments/CEA-1999/depth")).Refused(404, 9515);
    }

    [Fact]
    public async Task Bars_are_of_days_that_are_over_and_can_be_had_as_a_file()
    {
        using var visitor = story.Server.As(null);
        var path = "/market/bars?instrument=" + ExchangeDays.Instrument;
        var bar = (await Items(visitor, path)).First();
        bar.GetProperty("day").GetString().ShouldBe("2026-07-01");
        bar.GetProperty("mode").GetString().ShouldBe("listed");
        Minor(bar, "open").ShouldBe(5000);
        Minor(bar, "close").ShouldBe(5000);
        bar.GetProperty("volume").GetInt64().ShouldBe(200);
        (await Items(visitor, path + "&mode=listed")).Count.ShouldBe(1);
        (await Items(visitor, "/market/bars?instrument=nothing")).ShouldBeEmpty();
        var file = (await visitor.Get(path, ("Accept", "text/csv"))).Expect(200).Text.TrimStart('\uFEFF');
        file.ShouldStartWith("instrument,day,mode,open.minor,open.currency,high.minor");
        file.ShouldContain("CEA-2025,2026-07-01,listed,5000,CNY");
    }

    [Fact]
    public async Task Trades_come_newest_first_page_by_page()
    {
        using var visitor = story.Server.As(null);
        (await Items(visitor, "/market/trades")).Select(one => one.GetProperty("trade").GetInt64()).ShouldBe([2, 1]);
        var page = (await visitor.Get("/market/trades?limit=1")).Expect(200).Json;
        page.GetProperty("items")[0].GetProperty("trade").GetInt64().ShouldBe(2);
        var cursor = page.GetProperty("next").GetString();
        (await Items(visitor, "/market/trades?limit=1&cursor=" + cursor)).Single()
            .GetProperty("trade").GetInt64().ShouldBe(1);
        (await Items(visitor, "/market/trades?mode=block")).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_public_names_no_party_and_no_account()
    {
        var parties = await story.Server.Read(state => state.Trading.Trades
            .SelectMany(trade => (AccountId[])[trade.Seller, trade.Buyer])
            .Select(id => state.Registry.Accounts[id])
            .SelectMany(account => (string[])
            [
                account.Number,
                state.Registry.Holders[account.Holder!.Value].Name.Zh,
                state.Registry.Holders[account.Holder!.Value].Name.En,
                state.Registry.Holders[account.Holder!.Value].Code,
            ]).ToHashSet());
        using var visitor = story.Server.As(null);
        foreach (var path in Public)
        {
            var text = (await visitor.Get(path)).Expect(200).Text;
            parties.ShouldAllBe(name => !text.Contains(name));
            foreach (var field in new[] { "holder", "account", "seller", "buyer", "order\"", "fee", "initiator" })
            {
                text.ShouldNotContain("\"" + field, Case.Insensitive, path);
            }
        }
    }

    [Fact]
    public async Task Orders_are_for_those_who_may_read_their_holder()
    {
        using var own = story.Server.As(story.Code + "-a");
        (await Items(own, "/orders")).Select(one => one.GetProperty("order").GetInt64()).ShouldBe([3, 4]);
        var order = (await own.Get("/orders/3")).Expect(200).Json;
        order.GetProperty("side").GetString().ShouldBe("buy");
        order.GetProperty("open").GetInt64().ShouldBe(250);
        order.GetProperty("filled").GetInt64().ShouldBe(150);
        (await own.Get("/orders/2")).Refused(404, 9515);
        (await Items(own, "/orders?status=cancelled")).ShouldBeEmpty();
        using var auditor = story.Server.As("auditor-1");
        (await Items(auditor, "/orders?status=open")).Count.ShouldBe(3);
        (await Items(auditor, "/orders?holder=16")).Count.ShouldBe(2);
        using var other = story.Server.As(story.Other + "-a");
        (await other.Get("/orders/3")).Refused(404, 9515);
        (await Items(other, "/orders?holder=16")).ShouldBeEmpty();
        using var visitor = story.Server.As(null);
        (await visitor.Get("/orders")).Refused(401, 9501);
    }

    [Fact]
    public async Task A_trade_shows_its_own_side_alone()
    {
        using var own = story.Server.As(story.Code + "-a");
        var trade = (await Items(own, "/own-trades")).First();
        trade.GetProperty("buyer").GetProperty("holder").GetInt64().ShouldBe(ApiStory.Holder);
        trade.TryGetProperty("seller", out _).ShouldBeFalse();
        Minor(trade, "amount").ShouldBe(150 * 4900);
        trade.GetProperty("order").GetInt64().ShouldBe(3);
        using var auditor = story.Server.As("auditor-1");
        var both = (await Items(auditor, "/own-trades?holder=16")).First();
        both.TryGetProperty("seller", out _).ShouldBeTrue();
        using var other = story.Server.As(story.Other + "-a");
        (await Items(other, "/own-trades")).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_offer_to_anybody_is_seen_by_others_without_who_made_it()
    {
        using var own = story.Server.As(story.Code + "-a");
        (await Items(own, "/block-offers")).Single().GetProperty("initiator").GetInt64().ShouldBe(ApiStory.Holder);
        using var other = story.Server.As(story.Other + "-a");
        var offer = (await Items(other, "/block-offers?status=open")).Single();
        offer.GetProperty("quantity").GetInt64().ShouldBe(100_000);
        offer.EnumerateObject().Select(one => one.Name).ShouldBe(
            ["block", "instrument", "side", "price", "quantity", "status", "at"]);
    }

    [Fact]
    public async Task Money_is_among_the_holdings_and_what_waits_for_the_bank_beside_them()
    {
        using var own = story.Server.As(story.Code + "-a");
        var waiting = (await Items(own, "/withdrawals")).Single();
        Minor(waiting, "amount").ShouldBe(100_000);
        waiting.GetProperty("to").GetProperty("number").GetString().ShouldBe("6222 16");
        // 9,000,000.00 paid in; 200 t at 50.00 and 150 t at 49.00 bought; 250 t at 49.00 and 100,000 t at 48.00 on
        // order; 1,000.00 wait for the bank.
        var money = (await Items(own, "/holdings?unit=money:CNY")).ToDictionary(
            one => one.GetProperty("compartment").GetString()!, one => one.GetProperty("quantity").GetInt64());
        money["on-order"].ShouldBe((250 * 4900) + (100_000 * 4800));
        money["frozen"].ShouldBe(100_000);
        money["free"].ShouldBe(
            900_000_000 - (200 * 5000) - (150 * 4900) - (250 * 4900) - (100_000 * 4800) - 100_000);
        using var auditor = story.Server.As("auditor-1");
        (await Items(auditor, "/deposits")).Count.ShouldBe(4);
        (await own.Get("/deposits")).Refused(403, 9514);
    }

    [Fact]
    public async Task Who_trades_on_the_book_is_not_told_with_whom_neither_before_nor_by_the_own_row_of_the_journal()
    {
        // Order 3 buys and has 250 t left: whoever sold 150 t of them before looks at what selling 100 t would do.
        var (seller, person, buyer) = await story.Server.Read(state =>
        {
            var trade = state.Trading.Trades.Last();
            var holder = state.Registry.Holders[state.Registry.Accounts[trade.Seller].Holder!.Value];
            return (holder.Id, holder.Representatives[0].User.Name, trade.Buyer);
        });
        using var own = story.Server.As(person);
        var tried = (await own.Post(
            "/commands/take-order/preview", $$"""{"holder":{{seller.Value}},"order":3,"quantity":100}""")).Expect(200);
        var made = tried.Json.GetProperty("events").EnumerateArray()
            .Single(one => one.GetProperty("event").GetString() == "trade-made")
            .GetProperty("data").GetProperty("trade");
        made.GetProperty("buyer").GetInt64().ShouldBe(0);
        made.GetProperty("seller").GetInt64().ShouldNotBe(0);
        made.GetProperty("quantity").GetInt64().ShouldBe(100);
        tried.Text.ShouldNotMatch($"\"(account|buyer)\":{buyer.Value}[,}}]");

        var row = story.Server.Journal.Read(1, story.Server.Sequence)
            .Last(one => one.Actor.Name == person && one.ReadEvents().OfType<TradeMade>().Any());
        var mine = (await own.Get($"/journal/{row.Sequence}")).Expect(200).Json;
        mine.GetProperty("command").GetString().ShouldBe("take-order");
        mine.TryGetProperty("events", out _).ShouldBeFalse();
        using var auditor = story.Server.As("auditor-1");
        (await auditor.Get($"/journal/{row.Sequence}")).Expect(200).Json.GetProperty("events").GetArrayLength()
            .ShouldBePositive();
    }

    [Fact]
    public async Task Whoever_surveillance_notices_is_not_told_by_the_answer_to_the_command_or_its_row()
    {
        var row = story.Server.Journal.Read(1, story.Server.Sequence)
            .First(one => one.Command == "cancel-order" && one.ReadEvents().OfType<AlertRaised>().Any());
        var person = row.Actor.Name;
        var told = await story.Server.Read(state =>
            Told.To(state, Mandate.Of(state, row.Actor), [.. row.ReadEvents()]));
        told.ShouldNotContain(one => one is AlertRaised);
        told.ShouldContain(one => one is OrderCancelled);
        var office = await story.Server.Read(state =>
            Told.To(state, Mandate.Of(state, new UserId("exchange")), [.. row.ReadEvents()]));
        office.ShouldContain(one => one is AlertRaised);
        using var own = story.Server.As(person);
        (await own.Get($"/journal/{row.Sequence}")).Expect(200).Json.TryGetProperty("events", out _).ShouldBeFalse();
    }

    private static async Task<List<JsonElement>> Items(ApiClient client, string path) =>
        [.. (await client.Get(path)).Expect(200).Json.GetProperty("items").EnumerateArray()];

    private static long Minor(JsonElement of, string name) => of.GetProperty(name).GetProperty("minor").GetInt64();

    private static IEnumerable<(long, long)> Levels(JsonElement of, string side) =>
        of.GetProperty(side).EnumerateArray()
            .Select(level => (Minor(level, "price"), level.GetProperty("quantity").GetInt64()));
}
