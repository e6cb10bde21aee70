using System.Net;
using System.Text.RegularExpressions;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Trading;
using Tanheng.Web.Portal.Models;

namespace Tanheng.Web.Tests;

/// <summary>
/// The ticket and the candles of the trading screen, as the server draws them: without a script a ticket is checked by
/// sending its form. On the second day the previous close is 50.00, the band of listed orders 45.00 – 55.00.
/// </summary>
public sealed class TicketTests(TradingSite site) : IClassFixture<TradingSite>
{
    private const string Trading = "/desk/16/trading?lang=en&instrument=CEA-2025";

    private string Own => site.State.Registry.Holders[new HolderId(TradingSite.Trader)].Representatives[0].User.Name;

    [Fact]
    public async Task A_ticket_says_what_it_costs_and_that_every_check_is_passed()
    {
        // 100 t × 50.00 = 5,000.00; the national market has no fee yet. 9,000,000.00 paid in; 200 × 50.00 were paid,
        // 150 × 49.00 were paid, 250 × 49.00 are on order, 100,000 × 48.00 for the block, 1,000.00 are withdrawn:
        // 9,000,000 − 10,000 − 7,350 − 12,250 − 4,800,000 − 1,000 = 4,169,400.
        var page = await Open("&side=buy&price=50.00&quantity=100");
        Result(page).ShouldContain("5,000.00 CNY");
        Result(page).ShouldContain("4,169,400.00 CNY");
        Result(page).ShouldContain("4,164,400.00 CNY");
        Regex.Count(Result(page), "<li class=\"good\">").ShouldBe(5, "hours, quantity, price, account, means");
        Result(page).ShouldContain("action=\"/act/place-order\"");
        Result(page).ShouldNotContain(" disabled");
    }

    [Theory]
    [InlineData("&side=buy&price=55.01&quantity=100", "price", 10012)]
    [InlineData("&side=buy&price=50.005&quantity=100", "price", 0)]
    [InlineData("&side=buy&price=50.00&quantity=100000", "quantity", 10008)]
    [InlineData("&side=buy&price=50.00&quantity=99999", "quantity", 10016)]
    [InlineData("&side=sell&price=50.00&quantity=5000", "quantity", 10015)]
    [InlineData("&way=block&side=buy&price=50.00&quantity=99999", "quantity", 10009)]
    [InlineData("&way=block&side=buy&price=65.01&quantity=100000", "price", 10012)]
    [InlineData("&way=take&order=2&quantity=301", "quantity", 10021)]
    [InlineData("&way=take&order=4&quantity=100", "order", 10019)]
    public async Task A_refusal_stands_at_its_field_and_nothing_can_be_sent(string ticket, string field, int number)
    {
        foreach (var language in new[] { "zh", "en" })
        {
            var page = await Open(ticket + "&lang=" + language);
            var problem = Regex.Match(page, $"id=\"ticket-{field}-problem\"[^>]*>([^<]+)</p>").Groups[1].Value;
            problem.Length.ShouldBeGreaterThan(8, ticket);
            if (field != "order")
            {
                page.ShouldMatch($"id=\"ticket-{field}\"[^>]*aria-invalid=\"true\"");
            }

            Result(page).ShouldContain(" disabled");
            if (number > 0)
            {
                Result(page).ShouldContain($"TH{number}");
            }
        }
    }

    [Fact]
    public async Task A_ticket_that_takes_an_order_has_its_price_and_the_other_side()
    {
        // Order 2 sells 300 t at 51.00: 300 × 51.00 = 15,300.00.
        var page = await Open("&way=take&order=2&quantity=300");
        Result(page).ShouldContain("15,300.00 CNY");
        Result(page).ShouldContain("action=\"/act/take-order\"");
        Result(page).ShouldContain("class=\"buy\"");
        page.ShouldContain("name=\"order\" value=\"2\"");
        (await Open("&way=take&order=999&quantity=300")).ShouldContain(Portal.Words.OrderGone.En);
        (await Open("&way=take")).ShouldContain(Portal.Words.NoOrderChosen.En);
    }

    [Fact]
    public async Task Parts_of_the_screen_are_for_whom_the_screen_is_for()
    {
        using var visitor = site.Visitor();
        var stranger = site.State.Registry.Holders[new HolderId(17)].Representatives[0].User.Name;
        using var other = await site.SignedIn(stranger);
        using var own = await site.SignedIn(Own);
        foreach (var part in new[] { "own", "ticket" })
        {
            (await visitor.GetAsync($"/desk/16/trading/{part}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await other.GetAsync($"/desk/16/trading/{part}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            using var answer = await own.GetAsync($"/desk/16/trading/{part}?instrument=CEA-2025");
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            answer.Headers.CacheControl.ShouldNotBeNull().NoStore.ShouldBeTrue();
        }

        var parts = await own.GetStringAsync("/desk/16/trading/own?instrument=CEA-2025");
        foreach (var id in new[] { "session", "others", "own-orders", "own-money", "own-blocks", "own-trades" })
        {
            parts.ShouldContain($"id=\"{id}\"");
        }

        parts.ShouldNotContain("<html");
    }

    [Fact]
    public void Candles_of_days_weeks_and_minutes_are_made_of_listed_trades()
    {
        // Wednesday, 1 July: 200 t at 50.00, 9:50. Thursday so far: 150 t at 49.00, 9:50. The first day has no trade
        // before: it opens with its first trade.
        var asset = Ledger.Asset.Unit(ExchangeDays.Instrument);
        KLine.Of(site.State, asset, KPeriod.Day).Bars.ShouldBe(
        [
            new KBar("2026-07-01", 5000, 5000, 5000, 5000, 200), new KBar("2026-07-02", 4900, 4900, 4900, 4900, 150),
        ]);
        KLine.Of(site.State, asset, KPeriod.Week).Bars.ShouldBe(
            [new KBar("2026-06-29", 5000, 5000, 4900, 4900, 350)]);
        KLine.Of(site.State, asset, KPeriod.Month).Bars.ShouldBe(
            [new KBar("2026-07-01", 5000, 5000, 4900, 4900, 350)]);
        KLine.Of(site.State, asset, KPeriod.Minute).Bars.ShouldBe(
            [new KBar("09:50", 4900, 4900, 4900, 4900, 150)]);
    }

    [Fact]
    public void A_moving_average_is_the_mean_of_the_last_closes_and_begins_with_the_first_whole_span()
    {
        long[] closes = [5000, 5010, 5020, 5033, 5040, 5051, 5060];
        var line = new KLine(
            KPeriod.Day,
            TradingMode.Listed,
            Currency.Cny,
            [.. closes.Select(one => new KBar("", one, one, one, one, 1))]);
        // (50.00 + 50.10 + 50.20 + 50.33 + 50.40) / 5 = 50.206 → 50.21; (250.93 − 50.00 + 50.51) / 5 … by hand:
        // 50.10 + 50.20 + 50.33 + 50.40 + 50.51 = 251.54 → 50.308 → 50.31; + 50.60 − 50.10 = 252.04 → 50.408 → 50.41.
        line.Average(5).ShouldBe([null, null, null, null, 50.21m, 50.31m, 50.41m]);
        line.Average(10).ShouldAllBe(mean => mean == null);
        var chart = line.Chart();
        chart.Series.Count.ShouldBe(8, "open, close, low, high, volume and three averages");
        chart.Series.ShouldAllBe(one => one.Values.Count == 7);
    }

    [Theory]
    [InlineData("2026-07-02 09:29", HoursState.Closed, "2026-07-02 09:30", HoursState.Closed, "2026-07-02 13:00")]
    [InlineData("2026-07-02 09:30", HoursState.Open, "2026-07-02 11:30", HoursState.Closed, "2026-07-02 13:00")]
    [InlineData("2026-07-02 11:30", HoursState.Break, "2026-07-02 13:00", HoursState.Closed, "2026-07-02 13:00")]
    [InlineData("2026-07-02 14:59", HoursState.Open, "2026-07-02 15:00", HoursState.Open, "2026-07-02 15:00")]
    [InlineData("2026-07-02 15:00", HoursState.Closed, "2026-07-03 09:30", HoursState.Closed, "2026-07-03 13:00")]
    [InlineData("2026-07-03 16:00", HoursState.Closed, "2026-07-06 09:30", HoursState.Closed, "2026-07-06 13:00")]
    public void The_clock_says_what_is_open_and_when_that_changes(
        string now, HoursState listed, string changes, HoursState block, string then)
    {
        var hours = ExchangeHours.Of(site.State, DateTime.Parse(now, null), runs: true);
        var (first, second) = (hours.Of(TradingMode.Listed)!, hours.Of(TradingMode.Block)!);
        (first.State, first.Changes).ShouldBe((listed, DateTime.Parse(changes, null)));
        (second.State, second.Changes).ShouldBe((block, DateTime.Parse(then, null)));
    }

    private async Task<string> Open(string ticket)
    {
        using var own = await site.SignedIn(Own);
        return WebUtility.HtmlDecode(await own.GetStringAsync(
            (ticket.Contains("lang=", StringComparison.Ordinal)
                ? Trading.Replace("lang=en&", "", StringComparison.Ordinal)
                : Trading) + ticket));
    }

    private static string Result(string page) =>
        page.Split("id=\"ticket-result\"", 2)[1].Split("</section>", 2)[0];
}
