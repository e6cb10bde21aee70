using System.Globalization;
using Tanheng.Cli.Markets;
using Tanheng.Cli.Scenarios;
using Tanheng.Cli.Stores;
using Tanheng.Engine.Journal;
using Tanheng.Engine.Markets;
using Tanheng.Engine.Sequencing;
using Tanheng.Engine.Verifying;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Bulletins;
using Tanheng.Scheme.Trading;
using Tanheng.Scheme;

namespace Tanheng.Scenarios.Tests;

/// <summary>
/// Published trading days, traded again through the scheme. Every command is followed by the invariants.
/// </summary>
public sealed class MarketReplayTests
{
    private const string July2023 = "cea-daily-2023-07.csv";
    private const string July2021 = "cea-daily-2021-07-16.csv";
    private static readonly Asset Cea = Asset.Unit("CEA-2019-2020");
    private static readonly Asset Cny = Asset.Money(Currency.Cny);

    [Fact]
    public async Task AT_S07a_the_days_of_July_2023_come_to_the_sums_of_the_bulletin()
    {
        await using var played = await Played(File(July2023));
        var state = played.State;
        var known = state.Trading.Instruments[Cea];
        Sum(known, TradingMode.Listed).ShouldBe(Turnover(127_003, "7661175.00"));
        Sum(known, TradingMode.Block).ShouldBe(Turnover(618_516, "36748768.00"));
        new Turnover(known.Volume, known.Amount).ShouldBe(Turnover(745_519, "44409943.00"));
        (played.File.Before + Turnover(745_519, "44409943.00"))
            .ShouldBe(Turnover(240_653_365, "11074568579.51"));
        known.Reference.ShouldBe(Yuan("61.05"));
        var bulletin = BulletinBook.Of(state, "CEA", new DateOnly(2023, 7, 15), new DateOnly(2023, 7, 30))!;
        bulletin.Cumulative.ShouldBe(Turnover(240_653_365, "11074568579.51"));
        (bulletin.Prices.High, bulletin.Prices.Low, bulletin.Prices.Close)
            .ShouldBe((Yuan("65.00"), Yuan("58.23"), Yuan("61.05")), "64.00 as printed overlooks 18 July");
        bulletin.Lines.Select(line => line.Average).ShouldBe(["60.3228", "59.4144", "59.5692", "46.0188"]);
        bulletin.CrossFoot().ShouldBeEmpty();
        CheckDays(known, July2023);
        CheckTraders(played);
        played.Verified();
    }

    [Fact]
    public async Task AT_S07a_the_first_days_of_the_market_come_out_as_published()
    {
        await using var played = await Played(File(July2021));
        var known = played.State.Trading.Instruments[Cea];
        (played.File.Before + new Turnover(known.Volume, known.Amount))
            .ShouldBe(Turnover(5_951_937, "299585388.30"));
        known.Bars.Single(bar => bar.Day == new DateOnly(2021, 7, 23)).High.ShouldBe(Yuan("61.07"));
        CheckDays(known, July2021);
        CheckTraders(played);
        played.Verified();
    }

    /// <summary>55.52 × 1.1 = 61.072.</summary>
    [Fact]
    public async Task On_23_July_2021_an_order_at_61_07_is_taken_and_one_at_61_08_refused()
    {
        var lines = Lines(July2021);
        var until = Array.FindIndex(lines, line => line.StartsWith("2021-07-23", StringComparison.Ordinal));
        await using var played = await Played(DailyFile.Read(July2021, lines[..until]));
        var seller = played.Replay.Floor.Traders.Sellers[0];
        var at = played.State.Rules.Calendar.Moment(new DateTime(2021, 7, 23, 10, 0, 0));
        PlaceOrder Order(string price) => new(
            seller.Holder, OrderSide.Sell, "CEA", new CompliancePeriod(2019, 2020), Yuan(price), new Tonnes(1));
        Task<Outcome<Reply>> Send(string price) => played.Sequencer.SubmitAsync(
            new Submission(Order(price), CommandId.From(price), seller.Person, at));
        (await Send("61.08")).Refusal.ShouldNotBeNull().Code.ShouldBe(TradingRefusals.OutsideBand);
        (await Send("61.07")).Refusal.ShouldBeNull();
    }

    [Theory]
    [InlineData("65.00,65.00,61.00,61.02", "65.00,65.00,61.00,61.03", "close")]
    [InlineData("65.00,65.00,61.00,61.02", "65.00,66.01,61.00,61.02", "TH10012")]
    [InlineData("65.00,65.00,61.00,61.02", "62.00,63.00,61.02,61.02", "no listed trades")]
    [InlineData("2023-07-18", "2023-07-22", "not a trading day")]
    public async Task What_is_no_day_of_this_market_is_said_with_the_day(string there, string instead, string said)
    {
        var lines = Lines(July2023)[..4];
        lines[3] = lines[3].Replace(there, instead, StringComparison.Ordinal);
        var error = await Should.ThrowAsync<MarketFileException>(
            async () => await (await Played(DailyFile.Read("days.csv", lines))).DisposeAsync());
        error.Message.ShouldStartWith("days.csv:4: 2023-07-");
        error.Message.ShouldContain(said);
    }

    [Fact]
    public async Task Blocks_that_no_prices_within_the_band_come_to_are_said()
    {
        var lines = Lines(July2023)[..3];
        lines[2] = "2023-07-17,60.00,60.00,60.00,60.00,111000,6660000.00,100001,6000000.00,240118847,11042818636.51";
        var error = await Should.ThrowAsync<MarketFileException>(
            async () => await (await Played(DailyFile.Read("days.csv", lines))).DisposeAsync());
        error.Message.ShouldContain("2023-07-17");
        error.Message.ShouldContain("from 42.00 CNY/t to 78.00 CNY/t");
    }

    [Fact]
    public async Task A_first_line_with_prices_and_nothing_before_it_opens_the_market_at_the_rulebooks_price()
    {
        string[] lines = [DailyFile.Head, "2021-07-16,48.00,52.80,48.00,50.00,300,15000.00,0,0.00,300,15000.00"];
        var file = DailyFile.Read("days.csv", lines);
        file.OpensMarket.ShouldBeTrue();
        await using var played = await Played(file);
        var bar = played.State.Trading.Instruments[Cea].Bars.ShouldHaveSingleItem();
        (bar.Open, bar.High, bar.Low, bar.Close)
            .ShouldBe((Yuan("48.00"), Yuan("52.80"), Yuan("48.00"), Yuan("50.00")));
    }

    /// <summary>Every bar of the state against the cells of the file, and the totals counted up.</summary>
    private static void CheckDays(InstrumentState known, string name)
    {
        var rows = Shelf.Csv("scenarios", "market", name);
        foreach (var row in rows.Skip(1))
        {
            var day = DateOnly.Parse(row["trade_date"], CultureInfo.InvariantCulture);
            var bars = known.Bars.Where(bar => bar.Day == day).ToList();
            var listed = bars.Single(bar => bar.Mode == TradingMode.Listed);
            (listed.Open, listed.High, listed.Low, listed.Close).ShouldBe(
                (Yuan(row["open"]), Yuan(row["high"]), Yuan(row["low"]), Yuan(row["close"])), row["trade_date"]);
            new Turnover(listed.Volume, listed.Amount)
                .ShouldBe(Turnover(row.Number("listed_vol_t"), row["listed_amt_cny"]));
            var block = bars.SingleOrDefault(bar => bar.Mode == TradingMode.Block);
            new Turnover(block?.Volume ?? Tonnes.Zero, block?.Amount ?? Money.Zero(Currency.Cny))
                .ShouldBe(Turnover(row.Number("block_vol_t"), row["block_amt_cny"]));
        }

        known.Bars.Select(bar => bar.Day).Distinct().Count().ShouldBe(rows.Count - 1);
    }

    /// <summary>What the sellers gave the buyers have, to the tonne and the fen.</summary>
    private static void CheckTraders(Game played)
    {
        var (state, floor) = (played.State, played.Replay.Floor);
        var known = state.Trading.Instruments[Cea];
        var needed = floor.Needed;
        new Turnover(known.Volume, known.Amount).ShouldBe(needed);
        long Of(IEnumerable<ReplayTrader> traders, Asset asset) =>
            traders.Sum(trader => state.Ledger.Total(trader.Trading, asset));
        Of(floor.Traders.Buyers, Cea).ShouldBe(needed.Volume.Value);
        Of(floor.Traders.Sellers, Cea).ShouldBe((2 * needed.Volume.Value) - needed.Volume.Value);
        Of(floor.Traders.Sellers, Cny).ShouldBe(needed.Amount.Minor);
        Of(floor.Traders.Buyers, Cny).ShouldBe((2 * needed.Amount.Minor) - needed.Amount.Minor);
        state.Ledger.Total(state.Registry.System!.Bank, Cny).ShouldBe(-2 * needed.Amount.Minor);
        floor.Traders.Sellers.Concat(floor.Traders.Buyers).ShouldAllBe(trader =>
            state.Trading.Trades.Any(trade => trade.Seller == trader.Trading || trade.Buyer == trader.Trading));
    }

    private static Turnover Sum(InstrumentState known, TradingMode mode) => known.Bars.Where(bar => bar.Mode == mode)
        .Select(bar => new Turnover(bar.Volume, bar.Amount)).Aggregate((sum, one) => sum + one);

    private static Turnover Turnover(long tonnes, string yuan) => new(new Tonnes(tonnes), Money.Parse(yuan + " CNY"));

    private static Price Yuan(string price) => Price.Parse(price + " CNY/t");

    private static string PathOf(string name) => Shelf.Repository.PathOf("scenarios", "market", name);

    private static string[] Lines(string name) => System.IO.File.ReadAllLines(PathOf(name));

    private static DailyFile File(string name) => DailyFile.Read(PathOf(name));

    private static async Task<Game> Played(DailyFile file)
    {
        var game = new Game(file);
        try
        {
            (await game.Replay.RunAsync(null, CancellationToken.None)).Count.ShouldBe(file.Days.Count);
            game.State = (await game.Sequencer.QueryAsync(state => state)).Value;
            return game;
        }
        catch
        {
            await game.DisposeAsync();
            throw;
        }
    }

    /// <summary>A market in memory in which a file was replayed.</summary>
    private sealed class Game : IAsyncDisposable
    {
        private readonly MemoryJournal journal = new("replayed");

        public Game(DailyFile file)
        {
            File = file;
            var options = new SequencerOptions { VirtualTime = true };
            Sequencer = new Sequencer(journal, new Replica("replayed"), options);
            Replay = new MarketReplay(Sequencer, Shelf.Repository, file);
        }

        public DailyFile File { get; }

        public Sequencer Sequencer { get; }

        public MarketReplay Replay { get; }

        public SchemeState State { get; set; } = new();

        /// <summary>The journal, read with distrust: invariants after every row, a second replay.</summary>
        public void Verified()
        {
            var verified = Verification.Run(journal, StateChecks.OfScheme, every: 1);
            verified.Findings.ShouldBeEmpty();
            verified.StateHash.ShouldBe(StateHash.Of(State));
        }

        public ValueTask DisposeAsync() => Sequencer.DisposeAsync();
    }
}
