using System.Net;
using Tanheng.Quantities;
using Tanheng.Scheme.Trading;
using Tanheng.Web.Portal;
using Tanheng.Web.Portal.Demo;

namespace Tanheng.Web.Tests.Bulletins;

/// <summary>Published days, traded again before the eyes of a visitor.</summary>
public sealed class LiveReplayTests
{
    private static readonly DateOnly Monday = new(2023, 7, 17);

    [Fact]
    public async Task It_waits_runs_at_the_speed_that_is_asked_for_pauses_and_ends_the_day_as_the_file_has_it()
    {
        await using var site = await ReplaySite.OpenAsync();
        using var visitor = site.Visitor();
        var page = WebUtility.HtmlDecode(await visitor.GetStringAsync("/demo/replay?lang=en"));
        page.ShouldContain(Words.ReplayPaused.En);
        page.ShouldContain(Words.ReplayWaiting.En);
        (await site.Ask(state => state.Trading.Trades.Count)).ShouldBe(0);

        using (var run = await visitor.Post("/demo/replay", ("speed", "600"), ("back", "/market")))
        {
            run.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
            run.Headers.Location!.OriginalString.ShouldBe("/market");
        }

        await site.RunUntil(600, state => state.Trading.Trades.Count >= 3);
        (await site.Ask(state => state.Trading.Day)).ShouldBe(Monday);
        await PausedAsync(site);
        (await visitor.GetStringAsync("/market")).ShouldContain("60.00");

        using (var rush = await visitor.Post("/demo/replay", ("speed", "next-day"), ("back", "/")))
        {
            rush.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        }

        await site.RushDay();
        var day = (await site.Ask(state => LiveReplay.Compare(state, site.Replay.Script!)))[0];
        day.Equal.ShouldBeTrue(string.Join("; ", day.Differences));
        (day.Listed!.Volume, day.Listed.Amount, day.Listed.Close).ShouldBe(
            (new Tonnes(111_000), Money.Parse("6660000.00 CNY"), Price.Parse("60.00 CNY/t")));
        day.Listed.Trades.ShouldBeGreaterThan(10, "many orders, one day");
        WebUtility.HtmlDecode(await visitor.GetStringAsync("/demo/replay?lang=en")).ShouldContain(Words.ReplayEqual.En);
        (await visitor.Post("/demo/replay", ("speed", "7"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task After_a_restart_it_goes_on_where_the_journal_ends_and_every_day_comes_out_as_published()
    {
        await using var site = await ReplaySite.OpenAsync();
        await site.RunUntil(600, state => state.Trading.Trades.Count >= 4);
        var before = await site.Ask(state => (state.Trading.Trades.Count, state.Trading.NextOrder, state.Sequence));
        await site.RestartAsync();
        (await site.Ask(state => (state.Trading.Trades.Count, state.Trading.NextOrder, state.Sequence)))
            .ShouldBe(before);
        site.Replay.Speed.ShouldBe(0);
        await site.RunUntil(600, state => state.Trading.Trades.Count >= 8);
        await site.RestartAsync();
        for (var day = 0; day < 10; day++)
        {
            await site.RushDay();
        }

        var days = await site.Ask(state => LiveReplay.Compare(state, site.Replay.Script!));
        days.Count.ShouldBe(10);
        days.ShouldAllBe(day => day.Equal);
        (await site.Ask(Scheme.Invariants.Check)).ShouldBeEmpty();
        site.Replay.RushDay();
        using var visitor = site.Visitor();

        // The replay finds out on its own thread that no day is left.
        var shown = "";
        for (var i = 0; i < 200 && !shown.Contains(Words.ReplayOver.Zh, StringComparison.Ordinal); i++)
        {
            await Task.Delay(50);
            shown = WebUtility.HtmlDecode(await visitor.GetStringAsync("/demo/replay"));
        }

        shown.ShouldContain(Words.ReplayOver.Zh);
    }

    [Fact]
    public async Task What_a_visitor_trades_meanwhile_is_in_the_day_and_is_said()
    {
        await using var site = await ReplaySite.OpenAsync();
        await site.RunUntil(600, state => Quotes.OrdersOf(state, Buyer(state)).Count >= 1);
        var rest = await site.Ask(state => Quotes.Orders(state, LiveReplay.Instrument, OrderSide.Buy)
            .First(order => order.Holder == Buyer(state)));
        var (holder, person) = await site.Ask(state =>
        {
            var seller = Tanheng.Engine.Markets.ReplayTraders.Of(state)!.Sellers[0];
            return (seller.Holder, seller.Person.Name);
        });
        (await site.Send(new TakeOrder(holder, rest.Id, rest.Open), person)).Refusal.ShouldBeNull();
        await site.RushDay();
        var day = (await site.Ask(state => LiveReplay.Compare(state, site.Replay.Script!)))[0];
        day.Equal.ShouldBeFalse();
        day.Differences.ShouldContain(one => one.Column == "listed_vol_t");
        using var visitor = site.Visitor();
        var html = WebUtility.HtmlDecode(await visitor.GetStringAsync("/demo/replay?lang=en"));
        html.ShouldContain(Words.ReplayDiffersWhy.En);
        html.ShouldContain("listed_vol_t 111,000 t →");
    }

    /// <summary>
    /// Soon after a pause time stands still. At 600 times, half a second would be five minutes; what was under way when
    /// it was paused still happens.
    /// </summary>
    private static async Task PausedAsync(ReplaySite site)
    {
        var half = TimeSpan.FromSeconds(0.5);
        var before = await site.Clock();
        for (var patience = 10; patience > 0; patience--)
        {
            await Task.Delay(half);
            var now = await site.Clock();
            if (now == before)
            {
                return;
            }

            before = now;
        }

        before.ShouldBe(default, "it is paused, and goes on");
    }

    private static Scheme.HolderId Buyer(Scheme.SchemeState state) =>
        Tanheng.Engine.Markets.ReplayTraders.Of(state)!.Buyers[1].Holder;
}
