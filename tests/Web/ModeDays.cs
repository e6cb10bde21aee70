using Tanheng.Cli.Scenarios;
using Tanheng.Engine.Hosting;
using Tanheng.Engine.Sequencing;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Settlement;
using Tanheng.Scheme.Trading;

namespace Tanheng.Web.Tests;

/// <summary>
/// The national market after the story, under a rulebook to which the modes of Chongqing were added, on one morning:
/// the seller's priced offer of 300 t at 50.00 is taken by 100; 25 t were dealt outside at 60.00 and confirmed, which
/// makes 20 % of 125 t; 40 t at 61.00 wait for the trader's confirmation; the trader would buy 500 t at 48.00 to 52.00,
/// has an answer, and the seller has registered what came of it; another one would sell; the trader offers to buy 40 t.
/// </summary>
internal static class ModeDays
{
    /// <summary>What is traded.</summary>
    public const string Instrument = "CEA-2025";

    /// <summary>The code under which the seller has registered its deal; who is named there has to know it.</summary>
    public const string SellersCode = "QX-4711";

    private const string Modes = """
          priced:
            band: 10 %
            taking: best-price
            parts: yes
            sessions: [ { from: 09:30, until: 11:30 }, { from: 13:00, until: 15:00 } ]
          intention: { days: 10 d, sessions: [ { from: 09:30, until: 15:00 } ] }
          deal: { band: 30 %, sessions: [ { from: 09:30, until: 11:30 }, { from: 13:00, until: 15:00 } ] }
          otc:
            report_within_working_days: 3
            confirm_within_working_days: 2
            settlement: [ venue, registry ]
            sessions: [ { from: 09:30, until: 11:30 }, { from: 13:00, until: 15:00 } ]

        """;

    private static readonly CompliancePeriod Vintage = CompliancePeriod.Parse("2025", null);

    /// <summary>
    /// Plays it. Of the three holders the first is the trader, the second sells, the third only looks on.
    /// </summary>
    public static async Task PlayAsync(SchemeHost host, HolderId trader, HolderId other)
    {
        var sent = 0;
        async Task Do(string? local, string by, Command command)
        {
            DateTimeOffset? at = local is null ? null : (await host.QueryAsync(state =>
                state.Rules.Calendar.Moment(DateTime.Parse("2026-0" + local, null)))).Value;
            var sending = new Submission(command, CommandId.From("mode " + ++sent), new UserId(by), at);
            (await host.SubmitAsync(sending)).Refusal.ShouldBeNull($"{command} at {local}");
        }

        var (seller, from, to) = await SellerAsync(host);
        var (own, its) = (await PersonAsync(host, trader), await PersonAsync(host, seller));
        await Do("6-30 14:00", "authority-a", Rules());
        await Do("6-30 15:00", "registrar-a", new MovePosition(seller, from, to, "CEA", Vintage, new Tonnes(1000)));
        await Do("6-30 16:00", "exchange", new OpenExchange());
        foreach (var holder in (HolderId[])[trader, seller])
        {
            await Do(null, "registrar-a", new RegisterBankAccount(holder, "结算银行", "6222 " + holder.Value));
            await Do(null, "registrar-a", new RecordDeposit(
                holder, Money.Parse("100000.00 CNY"), "6222 " + holder.Value, "line " + holder.Value));
        }

        var day = new DateOnly(2026, 7, 1);
        await Do("7-01 09:40", its, new OfferPriced(
            seller, OrderSide.Sell, "CEA", Vintage, Yuan("50.00"), new Tonnes(300)));
        await Do("7-01 09:41", own, new TakePriced(trader, new OfferId(1), new Tonnes(100)));
        await Do("7-01 09:42", own, new OfferPriced(
            trader, OrderSide.Buy, "CEA", Vintage, Yuan("47.50"), new Tonnes(40)));
        await Do("7-01 09:50", its, new ReportOtc(
            seller, OrderSide.Sell, "CEA", Vintage, Yuan("60.00"), new Tonnes(25), trader, day, OtcSettlement.Venue));
        await Do("7-01 09:51", own, new ConfirmOtc(trader, new OtcId(1), Yuan("60.00"), new Tonnes(25)));
        await Do("7-01 09:52", its, new ReportOtc(
            seller,
            OrderSide.Sell,
            "CEA",
            Vintage,
            Yuan("61.00"),
            new Tonnes(40),
            trader,
            day,
            OtcSettlement.Venue));
        await Do("7-01 10:00", own, new PublishIntention(
            trader, OrderSide.Buy, "CEA", Vintage, new Tonnes(500), Yuan("48.00"), Yuan("52.00"), day.AddDays(4)));
        await Do("7-01 10:01", its, new AnswerIntention(seller, new IntentionId(1), Yuan("51.00"), new Tonnes(200)));
        await Do("7-01 10:02", its, new RegisterDeal(
            seller,
            OrderSide.Sell,
            "CEA",
            Vintage,
            Yuan("51.00"),
            new Tonnes(200),
            trader,
            SellersCode,
            new IntentionId(1)));
        await Do("7-01 10:03", await PersonAsync(host, other), new PublishIntention(
            other, OrderSide.Sell, "CEA", Vintage, new Tonnes(900), Yuan("50.00"), Yuan("55.00"), day.AddDays(2)));
    }

    /// <summary>The national rulebook with the modes.</summary>
    public static AdoptRulebook Rules()
    {
        var founding = new RuleShelf(RuleShelf.FindRoot()).Founding("x", "china-national.yaml", new UserId("admin"));
        var text = founding.Rulebook.Text;
        foreach (var (old, with) in new[]
        {
            ("\n  prices: {", "\n" + Modes.TrimEnd() + "\n  prices: {"), ("version: \"2026.1\"", "version: \"2026.2\""),
        })
        {
            text.Split(old).Length.ShouldBe(2, old);
            text = text.Replace(old, with, StringComparison.Ordinal);
        }

        return new AdoptRulebook(founding.Rulebook with { Text = text }, founding.Includes, founding.Methods);
    }

    private static Price Yuan(string price) => Price.Parse(price + " CNY/t");

    private static async Task<string> PersonAsync(SchemeHost host, HolderId holder) => (await host.QueryAsync(state =>
        state.Registry.Holders[holder].Representatives[0].User.Name)).Value;

    private static async Task<(HolderId Holder, AccountId From, AccountId To)> SellerAsync(SchemeHost host) =>
        (await host.QueryAsync(state => state.Registry.Holders.Values
            .Where(one => state.Ledger.Balance(new Place(one.RegistryAccount!.Value), Asset.Unit(Instrument)) >= 1000)
            .Select(one => (one.Id, one.RegistryAccount!.Value, one.TradingAccount!.Value))
            .First())).Value;
}
