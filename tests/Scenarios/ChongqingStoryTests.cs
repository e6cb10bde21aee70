using Tanheng.Cli.Scenarios;
using Tanheng.Engine.Hosting;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Bulletins;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Trading;
using Tanheng.Storage.Sqlite;

namespace Tanheng.Scenarios.Tests;

/// <summary>
/// The story of Chongqing: the second half of July 2023 comes to the published figures, each way to deal is used, and
/// the year ends with one emitter short.
/// </summary>
public sealed class ChongqingStoryTests
{
    private const string Name = "chongqing-2023";

    private static readonly Asset Cqea2022 = Asset.Unit("CQEA-2022");

    [Fact]
    public async Task AT_S10_the_second_half_of_July_2023_is_the_published_bulletin_of_Chongqing()
    {
        await Play(whole: true, state =>
        {
            var period = BulletinPeriod.Of(BulletinKind.HalfMonthly, new DateOnly(2023, 7, 28));
            var bulletin = BulletinBook.Of(state, "CQEA", period).ShouldNotBeNull();
            bulletin.Over.ShouldBeTrue();
            bulletin.Parts.Where(part => part.Traded.Volume > Tonnes.Zero).ShouldHaveSingleItem()
                .ShouldBe(new ModeTurnover(TradingMode.Priced, Traded(9_645, "255699.30")));
            bulletin.Total.ShouldBe(Traded(9_645, "255699.30"));
            bulletin.Prices.Close.ShouldBe(Yuan("26.51"));
            bulletin.Prices.PreviousClose.ShouldBe(Yuan("26.06"));
            bulletin.Prices.Change.ShouldBe(1.73m);
            bulletin.CrossFoot().ShouldBeEmpty();
        });
    }

    [Fact]
    public async Task Each_way_to_deal_is_counted_apart_and_what_is_left_over_adds_up()
    {
        await Play(whole: true, state =>
        {
            // 1 August: 500 × 26.60 by a priced offer, 8,000 × 26.00 registered by both, 3,000 × 27.30 outside.
            var day = new DateOnly(2023, 8, 1);
            var split = Volumes.Of(state, Cqea2022, day, day);
            split.Modes.Where(line => line.Volume > Tonnes.Zero)
                .Select(line => (line.Mode, line.Volume.Value, line.Amount.ToString()))
                .ShouldBe(
                [
                    (TradingMode.Priced, 500, "13300.00 CNY"),
                    (TradingMode.Deal, 8_000, "208000.00 CNY"),
                    (TradingMode.Otc, 3_000, "81900.00 CNY"),
                ],
                ignoreOrder: true);

            // Allocated less emitted, less sold, plus bought; Bashan surrendered 2,000 offsets; Qijiang still lacks
            // 233,500 - 229,000 = 4,500 and has nothing left.
            Left(state).ShouldBe(new Dictionary<string, long>
            {
                ["C01"] = 1_602_300 - 1_580_100 - 2_000 - 3_645,
                ["C02"] = 3_035_000 - 3_051_600 + 2_000 + 3_000 + 3_645 + 8_000,
                ["C03"] = 1_262_000 - 1_266_000 + 2_000 + 965 + 500 + 3_000,
                ["C04"] = 896_000 - 880_300 - 3_000 - 500 - 3_000,
                ["C05"] = 0,
                ["C06"] = 368_000 - 346_600 - 965 - 35 - 8_000,
                ["C07"] = 0,
                ["I01"] = 35,
            });

            // Three times the value of what is missing, at the mean price of the month.
            var found = state.Compliance.Cases.Values.ShouldHaveSingleItem();
            (found.Shortfall, found.Decision.ShouldNotBeNull().Fine)
                .ShouldBe((new Tonnes(4_500), Money.Parse("355050.00 CNY")));
        });
    }

    [Fact]
    public async Task A_demonstration_leaves_a_deal_and_a_report_to_its_visitor_in_an_open_session()
    {
        await Play(whole: false, state =>
        {
            state.Trading.Modes.Deals.Values.ShouldHaveSingleItem().Status.ShouldBe(DealStatus.Waiting);
            state.Trading.Modes.Otc.Values.ShouldHaveSingleItem().Status.ShouldBe(OtcStatus.Reported);
            state.Trading.Modes.Offers.Values.Count(offer => offer.Open > Tonnes.Zero).ShouldBe(4);
            state.Trading.Modes.Intentions.Values.Count(one => one.Status == IntentionStatus.Open).ShouldBe(2);
            state.Trading.Trades.Count.ShouldBe(6);
        });
    }

    private static Turnover Traded(long tonnes, string amount) => new(new Tonnes(tonnes), Money.Parse(amount + " CNY"));

    private static Price Yuan(string price) => Price.Parse(price + " CNY/t");

    /// <summary>What each company still has of all vintages, on all accounts.</summary>
    private static Dictionary<string, long> Left(SchemeState state) => Shelf.Csv("scenarios", Name, "entities.csv")
        .Select(row => (Code: row["code"], Uscc: row["uscc"])).Append(("I01", "91500000MA0009001C"))
        .ToDictionary(one => one.Item1, one => state.Registry.AccountsOf[state.Registry.HolderCodes[one.Item2]]
            .Where(id => state.Registry.Accounts[id].Kind is AccountKind.Registry or AccountKind.Trading)
            .Sum(id => new[] { "2021", "2022" }.Sum(vintage =>
                state.Ledger.Balance(new Place(id), Asset.Unit("CQEA-" + vintage)))));

    private static async Task Play(bool whole, Action<SchemeState> look)
    {
        using var folder = new TemporaryFolder();
        var story = StoryFiles.Find(Shelf.Repository, Name).ShouldNotBeNull();
        using var journal = new SqliteJournal(folder.Path, Name);
        await using var host = await SchemeHost.LeadAsync(journal, Shelf.VirtualTime);
        await story.Runner(Shelf.Repository).RunAsync(
            host.Sequencer!, null, CancellationToken.None, whole ? null : story.Scenario.Pause.ShouldNotBeNull());
        look((await host.QueryAsync(state => state)).Value);
    }
}
