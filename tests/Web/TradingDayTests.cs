using Microsoft.Playwright;
using Tanheng.Scheme.Trading;
using Xunit.Abstractions;

namespace Tanheng.Web.Tests;

/// <summary>
/// A whole trading day of two traders, each at a browser of their own, who never load their page again: the market
/// comes to them. The screens are in two languages.
/// </summary>
public sealed class TradingDayTests(FloorSite site, ITestOutputHelper output) : IClassFixture<FloorSite>
{
    /// <summary>Far beyond what it takes: a machine with other work is no defect.</summary>
    private const double Generous = 5_000;

    [ChromiumFact]
    public async Task AT_S10_Two_traders_trade_a_day_through_from_the_opening_to_its_statement()
    {
        var (buyer, seller) = (await site.TraderAsync(site.Buyer, "en"), await site.TraderAsync(site.Seller, "zh"));
        await seller.WriteAsync("sell", "51.00", "300");
        await seller.SeeAsync("#ticket-result .checks .bad", "交易时段");

        // The day begins: the hours turn by themselves.
        await site.RunUntilAsync("2026-07-01 09:31");
        await buyer.SeeAsync("#session .tag.good", "Open");
        await seller.SendAsync();
        await seller.SeeAsync("#own-orders", "O1");
        await buyer.SeeLevelAsync("ask-1", "51.00", "300");
        await buyer.SeeAsync("#others", "O1");

        await Refused(buyer);
        await buyer.WriteAsync("buy", "47.00", "200");
        await buyer.SendAsync();
        await seller.SeeLevelAsync("bid-1", "47.00", "200");
        await Taken(buyer, seller);

        // 300 − 100 = 200 are open; 150 shall be. The buyer's own order is cancelled: its 9,400.00 are free again.
        await seller.PressAsync("#own-orders", "reduce-order");
        await seller.Page.Locator("dialog [name=left]").FillAsync("150");
        await seller.Page.Locator("dialog .actions button[value=preview]").ClickAsync();
        await seller.ConfirmAsync();
        await buyer.SeeLevelAsync("ask-1", "51.00", "150");
        await buyer.PressAsync("#own-orders", "cancel-order");
        await buyer.ConfirmAsync();
        await seller.SeeLevelAsync("bid-1", "—", "—");
        // 9,000,000.00 − 100 × 51.00 = 8,994,900.00.
        await buyer.SeeAsync("#own-money", "8,994,900.00 CNY");

        await Unsettled(buyer);
        await site.RunUntilAsync("2026-07-01 15:00");
        await seller.SeeAsync("#session", "未开市");
        await seller.SeeAsync("#own-orders", "已过期");
        (await buyer.IsTheSamePage()).ShouldBeTrue();
        (await seller.IsTheSamePage()).ShouldBeTrue();

        await Statement(buyer);
        await buyer.OpenAsync("en");
        await site.RunUntilAsync("2026-07-02 09:30");
        // The close of the first day is the average of its listed trades: 51.00. The band is 45.90 – 56.10.
        await buyer.SeeAsync("#ticket", "45.90 – 56.10");
        await buyer.SeeAsync("#quote-head", "45.90 – 56.10");
        await buyer.WriteAsync("sell", "51.00", "100");
        await buyer.Page.Locator("#ticket-result .send button:enabled").WaitForAsync();
    }

    /// <summary>A level fills the ticket; a price beyond the band is refused at its field and cannot be sent.</summary>
    private static async Task Refused(Trader buyer)
    {
        await buyer.Page.Locator("[data-level='ask-1'] a").ClickAsync();
        (await buyer.Page.Locator("#ticket-price").InputValueAsync()).ShouldBe("51.00");
        (await buyer.Page.Locator("#ticket input[type=radio][value=buy]").IsCheckedAsync()).ShouldBeTrue();
        await buyer.WriteAsync(null, "52.81", "100");
        await buyer.SeeAsync("#ticket-price-problem", "43.20 CNY/t to 52.80 CNY/t");
        await buyer.SeeAsync("#ticket-result", "TH10012");
        (await buyer.Page.Locator("#ticket-price").GetAttributeAsync("aria-invalid")).ShouldBe("true");
        (await buyer.Page.Locator("#ticket-result .send button").IsDisabledAsync()).ShouldBeTrue();
        await buyer.WriteAsync(null, "52.80", "100");
        await buyer.Page.Locator("#ticket-result .send button:enabled").WaitForAsync();
        (await buyer.Page.Locator("#ticket-price-problem").InnerTextAsync()).ShouldBeEmpty();
    }

    /// <summary>One picks a part of the other's order; the other one sees it.</summary>
    private async Task Taken(Trader buyer, Trader seller)
    {
        await buyer.Page.Locator("#others a[href*='order=1']").ClickAsync();
        await buyer.Page.Locator("#ticket form[data-way=take]").WaitForAsync();
        await buyer.WriteAsync(null, null, "100");
        await buyer.SeeAsync("#ticket-result", "5,100.00 CNY");
        await buyer.Page.Locator("#ticket-result .send button:enabled").ClickAsync();
        var took = await Watch.Measure(buyer.Page, seller.Page, () => buyer.ConfirmAsync());
        output.WriteLine($"From the press of the button to the other browser: {took:0} ms");
        took.ShouldBeLessThan(Generous);
        await seller.SeeAsync(".tape [data-trade='1']", "51.00");
        await seller.SeeAsync("#own-orders tr:has-text('O1')", "200");
        await seller.SeeAsync("#own-trades", "5,100.00");
        await seller.SeeAsync(".quote-last", "51.00");
        await buyer.SeeAsync("#own-trades", "5,100.00");
        (await site.Ask(state => state.Trading.Trades.Single().Price.Minor)).ShouldBe(5100);
    }

    /// <summary>T+1: what was bought today cannot be sold today, and the screen says from when on it can.</summary>
    private static async Task Unsettled(Trader buyer)
    {
        await buyer.SeeAsync("#own-money .note", "2026-07-02");
        await buyer.WayAsync("list");
        await buyer.WriteAsync("sell", "51.00", "100");
        await buyer.SeeAsync("#ticket-quantity-problem", "bought today");
        await buyer.SeeAsync("#ticket-result", "TH10015");
    }

    private static async Task Statement(Trader buyer)
    {
        await buyer.Page.Locator("#own-money a[href*='/statement']").ClickAsync();
        await buyer.SeeAsync("main", "5,100.00");
        await buyer.SeeAsync("main", "9,000,000.00");
    }
}

/// <summary>A block negotiation of the same two: offer, counter, confirmation; and one that nobody answers.</summary>
public sealed class BlockTalkTests(FloorSite site) : IClassFixture<FloorSite>
{
    [ChromiumFact]
    public async Task AT_S10_A_block_is_offered_countered_confirmed_and_an_unanswered_one_expires()
    {
        await site.RunUntilAsync("2026-07-01 13:30");
        var (buyer, seller) = (await site.TraderAsync(site.Buyer, "zh"), await site.TraderAsync(site.Seller, "en"));
        await buyer.WayAsync("block");
        await buyer.WriteAsync("buy", "45.00", "99999");
        await buyer.SeeAsync("#ticket-quantity-problem", "大宗协议不得少于");
        await buyer.WriteAsync("buy", "45.00", "100000");
        var named = $"{site.Seller.Value}";
        await buyer.Page.Locator("#ticket-counterparty").EvaluateAsync(
            "(field, value) => { field.value = value; field.dispatchEvent(new Event('input', { bubbles: true })); }",
            named);
        // 100,000 × 45.00 = 4,500,000.00.
        await buyer.SeeAsync("#ticket-result", "4,500,000.00 元");
        await buyer.SendAsync();
        await buyer.SeeAsync("#own-blocks", "待对方答复");
        await buyer.SeeAsync("#own-blocks", "到期时间 15:00");

        await seller.SeeAsync("#own-blocks", "Your turn");
        await seller.PressAsync("#own-blocks", "counter-block");
        await seller.Page.Locator("dialog [name=price]").FillAsync("46.50");
        await seller.Page.Locator("dialog .actions button[value=preview]").ClickAsync();
        await seller.ConfirmAsync();
        await seller.SeeAsync("#own-blocks", "Waiting for the other side");
        await buyer.SeeAsync("#own-blocks .standing", "46.50");

        await buyer.PressAsync("#own-blocks", "confirm-block");
        await buyer.SeeAsync("dialog", "4,650,000.00");
        await buyer.ConfirmAsync();
        await buyer.SeeAsync("#own-blocks", "已成交");
        await seller.SeeAsync("#own-blocks", "Traded");
        await seller.SeeAsync(".tape [data-trade='1']", "Block");
        (await site.Ask(state => state.Trading.Trades.Single())).Block.ShouldBe(new BlockId(1));

        await Unanswered(buyer, seller);
        (await buyer.IsTheSamePage()).ShouldBeTrue();
        (await seller.IsTheSamePage()).ShouldBeTrue();
    }

    /// <summary>An open enquiry tells nobody who asks, and ends with its session: what it kept is free again.</summary>
    private async Task Unanswered(Trader buyer, Trader seller)
    {
        await buyer.WayAsync("block");
        await buyer.WriteAsync("buy", "40.00", "100000");
        await buyer.SendAsync();
        await seller.SeeAsync("#own-blocks .talk:has-text('B2')", "counterparty not disclosed");
        var name = site.State.Registry.Holders[site.Buyer].Name.En;
        (await seller.Page.Locator("#own-blocks .talk:has-text('B2')").InnerTextAsync()).ShouldNotContain(name);
        // 9,000,000.00 − 4,650,000.00 − 4,000,000.00 = 350,000.00, and 4,350,000.00 when it has expired.
        await buyer.SeeAsync("#own-money", "350,000.00 元");
        await site.RunUntilAsync("2026-07-01 15:00");
        await buyer.SeeAsync("#own-blocks .talk:has-text('B2')", "已到期");
        await seller.Page.Locator("#own-blocks .talk:has-text('B2')")
            .WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await buyer.SeeAsync("#own-money", "4,350,000.00 元");
    }
}

/// <summary>How long a trade takes from one browser to the other.</summary>
public sealed class FeedSpeedTests(FloorSite site, ITestOutputHelper output) : IClassFixture<FloorSite>
{
    [LongFact]
    public async Task How_long_a_trade_takes_from_one_browser_to_the_other()
    {
        await site.RunUntilAsync("2026-07-01 09:31");
        var (buyer, seller) = (await site.TraderAsync(site.Buyer, "en"), await site.TraderAsync(site.Seller, "zh"));
        await seller.WriteAsync("sell", "48.00", "500");
        await seller.SendAsync();
        var figures = new List<double>();
        for (var trade = 0; trade < 20; trade++)
        {
            await buyer.SeeAsync("#others", "O1");
            await buyer.Page.Locator("#others a[href*='order=1']").ClickAsync();
            await buyer.Page.Locator("#ticket form[data-way=take]").WaitForAsync();
            await buyer.WriteAsync(null, null, "1");
            await buyer.Page.Locator("#ticket-result .send button:enabled").ClickAsync();
            figures.Add(await Watch.Measure(buyer.Page, seller.Page, () => buyer.ConfirmAsync()));
        }

        figures.Sort();
        output.WriteLine(
            $"From the press of the button to the other browser, {figures.Count} trades: median "
            + $"{figures[figures.Count / 2]:0} ms, 95 % {figures[(int)(figures.Count * 0.95) - 1]:0} ms, "
            + $"largest {figures[^1]:0} ms");
        figures[^1].ShouldBeLessThan(10_000);
    }
}

/// <summary>A clock that two browsers of one machine share.</summary>
internal static class Watch
{
    /// <summary>Milliseconds from the press of the confirming button to the new trade in the other page.</summary>
    public static async Task<double> Measure(IPage from, IPage to, Func<Task> confirm)
    {
        await from.EvaluateAsync(
            """
            () => addEventListener("click", (event) => {
              if (event.target.closest("button[value=confirm]")) {
                window.pressed = performance.timeOrigin + performance.now();
              }
            }, { capture: true })
            """);
        await to.EvaluateAsync(
            """
            () => {
              window.seen = new Promise((seen) => new MutationObserver((changes, watcher) => {
                watcher.disconnect();
                seen(performance.timeOrigin + performance.now());
              }).observe(document.querySelector(".tape tbody"), { childList: true }));
            }
            """);
        await confirm();
        var seen = await to.EvaluateAsync<double>("() => window.seen");
        return seen - await from.EvaluateAsync<double>("() => window.pressed");
    }
}
