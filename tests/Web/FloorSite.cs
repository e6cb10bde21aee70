using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Tanheng.Engine.Hosting;
using Tanheng.Engine.Journal;
using Tanheng.Engine.Sequencing;
using Tanheng.Engine.Views;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Settlement;
using Tanheng.Scheme.Trading;
using Tanheng.Storage.Sqlite;

namespace Tanheng.Web.Tests;

/// <summary>
/// The portal of a market on the eve of 1 July 2026, a trading day, with a buyer who has money and a seller who
/// has units. The test moves business time; everything else is done in browsers.
/// </summary>
public class FloorSite : PortalSite
{
    /// <summary>What is traded: it begins at 48.00, so the first day's band is 43.20 – 52.80.</summary>
    public const string Instrument = "CEA-2022";

    private readonly string views = Directory.CreateTempSubdirectory("tanheng-test-").FullName;
    private readonly CancellationTokenSource stop = new();
    private SqliteViews? store;
    private Task following = Task.CompletedTask;
    private SchemeHost host = null!;
    private int sent;
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    /// <summary>Who buys.</summary>
    public HolderId Buyer { get; } = new(16);

    /// <summary>Who sells: whoever has most of it.</summary>
    public HolderId Seller { get; private set; }

    protected override async Task PlayMoreAsync(SchemeHost market)
    {
        host = market;
        var asset = Asset.Unit(Instrument);
        var (seller, from, to, has) = (await market.QueryAsync(state => state.Registry.Holders.Values
            .Where(one => one.Id != Buyer && one.RegistryAccount is not null && one.TradingAccount is not null)
            .Select(one => (
                one.Id,
                one.RegistryAccount!.Value,
                one.TradingAccount!.Value,
                state.Ledger.Balance(new Place(one.RegistryAccount!.Value), asset)))
            .MaxBy(one => one.Item4))).Value;
        has.ShouldBeGreaterThan(250_000);
        Seller = seller;
        await RunUntilAsync("2026-06-29 16:00");
        await DoAsync("registrar-a", new MovePosition(
            seller, from, to, "CEA", CompliancePeriod.Parse("2022", null), new Tonnes(250_000)));
        await DoAsync("exchange", new OpenExchange());
        foreach (var (holder, amount) in new[] { (Buyer, "9000000.00 CNY"), (seller, "100000.00 CNY") })
        {
            var number = "6222 " + holder.Value;
            await DoAsync("registrar-a", new RegisterBankAccount(holder, "结算银行", number));
            await DoAsync("registrar-a", new RecordDeposit(holder, Money.Parse(amount), number, $"line {sent}"));
        }

        // A first day without a trade: its close is what it began with.
        await RunUntilAsync("2026-06-30 18:00");
    }

    protected override void Add(IServiceCollection services, IJournal rows, SchemeHost market)
    {
        store = new SqliteViews(views, rows.Scheme);
        services.AddSingleton<IViewStore>(store);
        following = ViewWriter.FollowAsync(market, rows, store, _ => { }, stop.Token);
    }

    public override async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
            playwright.Dispose();
        }

        await stop.CancelAsync();
        await following;
        await base.DisposeAsync();
        store?.Dispose();
        stop.Dispose();
        Directory.Delete(views, recursive: true);
    }

    /// <summary>Lets business time run, and what falls due happen.</summary>
    public async Task RunUntilAsync(string local)
    {
        var moment = (await host.QueryAsync(state => state.Rules.Calendar.Moment(DateTime.Parse(local, null)))).Value;
        (await host.Sequencer!.AdvanceClockAsync(moment)).IsRefused(out _).ShouldBeFalse();
    }

    /// <summary>What the market knows now.</summary>
    public async Task<T> Ask<T>(Func<SchemeState, T> question) => (await host.QueryAsync(question)).Value;

    /// <summary>A command from outside the browsers.</summary>
    public async Task DoAsync(string by, Command command) => (await host.SubmitAsync(
        new Submission(command, CommandId.From("floor " + ++sent), new UserId(by)))).Refusal.ShouldBeNull($"{command}");

    /// <summary>A holder's person at a browser of their own, with the trading screen open.</summary>
    public async Task<Trader> TraderAsync(HolderId holder, string language)
    {
        playwright ??= await Playwright.CreateAsync();
        browser ??= await Browsers.Launch(playwright);
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = 1440, Height = 1000 },
        });
        context.SetDefaultTimeout(20_000);
        await context.SignIn(this, State.Registry.Holders[holder].Representatives[0].User.Name);
        var trader = new Trader(this, await context.NewPageAsync(), holder);
        await trader.OpenAsync(language);
        return trader;
    }
}

/// <summary>Somebody at the trading screen, whose page is not loaded again while the market moves.</summary>
public sealed class Trader(FloorSite site, IPage page, HolderId holder)
{
    public IPage Page => page;

    public HolderId Holder => holder;

    private string Desk => $"{site.Address}desk/{holder.Value}/trading?instrument={FloorSite.Instrument}";

    /// <summary>Opens the screen and marks it, to see that it stays the same page.</summary>
    public async Task OpenAsync(string language)
    {
        await page.GotoAsync($"{Desk}&lang={language}");
        await page.Locator("[data-live-sign].on").WaitForAsync();
        await page.EvaluateAsync("() => { window.mark = 'same page'; }");
    }

    /// <summary>True while the page has not been loaded again.</summary>
    public Task<bool> IsTheSamePage() => page.EvaluateAsync<bool>("() => window.mark === 'same page'");

    /// <summary>Waits until a part of the screen says something.</summary>
    public async Task SeeAsync(string part, string text) => await page.Locator(part)
        .Filter(new LocatorFilterOptions { HasText = text }).First.WaitForAsync();

    /// <summary>Waits until a level of the ladder says a price and a quantity.</summary>
    public async Task SeeLevelAsync(string level, string price, string quantity)
    {
        var row = page.Locator($"[data-level='{level}']");
        await row.Filter(new() { HasText = price }).Filter(new() { HasText = quantity }).WaitForAsync();
    }

    /// <summary>Chooses what the ticket does: list, take or block.</summary>
    public async Task WayAsync(string way)
    {
        await page.Locator($".segments a[href*='way={way}']").ClickAsync();
        await page.Locator($"#ticket form[data-way={way}]").WaitForAsync();
    }

    /// <summary>Fills in the ticket.</summary>
    public async Task WriteAsync(string? side, string? price, string quantity)
    {
        if (side is not null)
        {
            await page.Locator($"#ticket input[type=radio][value={side}]").CheckAsync(new() { Force = true });
        }

        if (price is not null)
        {
            await page.Locator("#ticket-price").FillAsync(price);
        }

        await page.Locator("#ticket-quantity").FillAsync(quantity);
    }

    /// <summary>Waits until everything is right, and sends the ticket over its preview.</summary>
    public async Task SendAsync()
    {
        await page.Locator("#ticket-result .send button:enabled").ClickAsync();
        await ConfirmAsync();
    }

    /// <summary>Confirms what the preview over the page says.</summary>
    public async Task ConfirmAsync()
    {
        await page.Locator("dialog.act-dialog button[value=confirm]").ClickAsync();
        await page.Locator("dialog.act-dialog").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.Locator(".act-toast").WaitForAsync();
    }

    /// <summary>Presses a link of what is one's own.</summary>
    public Task PressAsync(string part, string command) =>
        page.Locator($"{part} a[href*='/act/{command}']").First.ClickAsync();
}
