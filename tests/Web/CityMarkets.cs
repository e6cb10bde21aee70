using System.Globalization;
using Tanheng.Cli.Scenarios;
using Tanheng.Engine.Hosting;
using Tanheng.Engine.Sequencing;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Settlement;
using Tanheng.Scheme.Tests.Kit;
using Tanheng.Scheme.Trading;

namespace Tanheng.Web.Tests;

/// <summary>
/// The portal of a newly founded market with one participant, H1, for whom <c>own</c> acts, and one official,
/// <c>admin</c>.
/// </summary>
public abstract class NewMarketSite(string rulebook, string province, string sector) : PortalSite
{
    private int sent;

    protected override string Scheme => "new";

    /// <summary>The day before the first thing happens.</summary>
    protected abstract string Founded { get; }

    protected override async Task PlayAsync(SchemeHost market)
    {
        var founding = new RuleShelf(RuleShelf.FindRoot()).Founding(Scheme, rulebook, new UserId("admin"));
        var text = Change(founding.Rulebook.Text);
        var at = DateTimeOffset.Parse(Founded + "T00:00Z", CultureInfo.InvariantCulture);
        await Send(market, at, "admin", founding with { Rulebook = founding.Rulebook with { Text = text } });
        await Send(market, null, "admin", new AppointOfficial(
            new UserId("officer"), [Role.ExchangeOperator, Role.Auditor]));
        await Send(market, null, "admin", new AdmitHolder(
            Codes.Number(1),
            new Text("一号厂", "Plant 1"),
            province,
            sector,
            [new NewRepresentative(new UserId("own"), Rights.Read | Rights.Initiate)],
            []));
    }

    /// <summary>The rulebook's text with what a test needs otherwise.</summary>
    protected virtual string Change(string rules) => rules;

    /// <summary>Lets a command happen at a moment of the market's zone.</summary>
    protected async Task Do(SchemeHost market, string local, string by, Command command) => await Send(
        market,
        (await market.QueryAsync(state => state.Rules.Calendar.Moment(DateTime.Parse(local, null)))).Value,
        by,
        command);

    private async Task Send(SchemeHost market, DateTimeOffset? at, string by, Command command) =>
        (await market.SubmitAsync(new Submission(command, CommandId.From("new " + ++sent), new UserId(by), at)))
            .Refusal.ShouldBeNull($"{command}");
}

/// <summary>
/// Chongqing on Tuesday, 4 July 2023, its exchange open: priced offers, intentions, registered deals and deals outside
/// the venue, nothing listed. H1 offers to buy 10 t at 26.00 and would buy 100 t more.
/// </summary>
public class ChongqingSite() : NewMarketSite("chongqing.yaml", "CN-CQ", "industry")
{
    protected override string Founded => "2023-06-30";

    protected override async Task PlayMoreAsync(SchemeHost market)
    {
        var (h1, vintage) = (new HolderId(1), CompliancePeriod.Parse("2023", null));
        await Do(market, "2023-07-03 16:00", "admin", new OpenExchange());
        await Do(market, "2023-07-03 16:01", "admin", new RegisterBankAccount(h1, "结算银行", "6222 1"));
        await Do(market, "2023-07-03 16:02", "admin", new RecordDeposit(
            h1, Money.Parse("10000.00 CNY"), "6222 1", "line 1"));
        await Do(market, "2023-07-04 09:40", "own", new OfferPriced(
            h1, OrderSide.Buy, "CQEA", vintage, Price.Parse("26.00 CNY/t"), new Tonnes(10)));
        await Do(market, "2023-07-04 09:41", "own", new PublishIntention(
            h1,
            OrderSide.Buy,
            "CQEA",
            vintage,
            new Tonnes(100),
            Price.Parse("25.00 CNY/t"),
            Price.Parse("27.00 CNY/t"),
            new DateOnly(2023, 7, 7)));
    }
}

/// <summary>Chongqing under rules that add blocks, so that a ticket can be for a block alone.</summary>
public sealed class BlocksOnlySite : ChongqingSite
{
    protected override string Change(string rules) => rules.Replace(
        "\n  priced:\n",
        "\n  block: { at_least: 1000 t, band: 30 %, sessions: [ { from: 09:30, until: 11:30 } ],"
            + " source: trading-rules, status: parameter }\n  priced:\n",
        StringComparison.Ordinal);
}

/// <summary>Chongqing before its exchange is opened.</summary>
public sealed class UnopenedSite : ChongqingSite
{
    protected override Task PlayMoreAsync(SchemeHost market) => Task.CompletedTask;
}

/// <summary>A market whose rulebook has no exchange.</summary>
public sealed class NoExchangeSite() : NewMarketSite("eu.yaml", "DE", "installation")
{
    protected override string Founded => "2013-06-03";
}
