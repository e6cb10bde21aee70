extern alias Exchange;

using Exchange::Tanheng.Market.Bars;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Kit;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Tests.Trading;

/// <summary>Bars, composites and indexes that grow with the trades, against the trades and by hand.</summary>
public sealed class TapeTests
{
    private static readonly (string, string) TwoVintages =
        ("- { unit: CEA, vintages: [ \"2022\" ], reference_price: 25.05 CNY }",
            "- { unit: CEA, vintages: [ \"2021\", \"2022\" ], reference_price: 60.00 CNY }");

    /// <summary>China-national-ets §8: of listed trades alone; a block has a bar of its own.</summary>
    [Fact]
    public void S8_1_minutes_and_day_of_an_instrument()
    {
        var floor = Stocked();
        Trade(floor, "09:30", 100, "60.00");
        Trade(floor, "10:00", 300, "62.00");
        floor.At("13:00");
        var block = floor.Offer(floor.A, OrderSide.Sell, 200_000, "55.00");
        floor.Do(Floor.Confirm(floor.B, block, 200_000, "55.00"), floor.B);
        var tape = Quotes.TapeOf(floor.State, "CCER").ShouldNotBeNull();
        tape.Today(TradingMode.Listed)!.Value.Close.ShouldBe(Floor.Yuan("62.00"), "the last price");
        Quotes.Of(floor.State, Floor.Ccer)!.Last.ShouldBe(Floor.Yuan("62.00"));
        tape.Minutes(TradingMode.Listed).Before(DateTime.MaxValue)
            .Select(bar => (bar.Start.ToString("HH:mm", null), bar.Volume.Value, bar.Close.Minor))
            .ShouldBe([("10:00", 300, 6200), ("09:30", 100, 6000)]);
        tape.Minutes(TradingMode.Block).Latest!.Value.Turnover.Amount.ShouldBe("11,000,000.00");
        floor.At("15:00");

        // (100 × 60 + 300 × 62) / 400 = 61.50.
        tape.Days(TradingMode.Listed).Latest!.Value.Close.ShouldBe(Floor.Yuan("61.50"));
        tape.PreviousClose.ShouldBe(Floor.Yuan("61.50"));
        tape.Days(TradingMode.Block).Latest!.Value.Close.ShouldBe(Floor.Yuan("55.00"));
        tape.Today(TradingMode.Listed).ShouldBeNull();
        tape.Volume.ShouldBe(new Tonnes(200_400));
        Check(floor.State);
        floor.Market.ShouldReplay();
    }

    /// <summary>China-national-ets §8: no trade → open and close are the previous close.</summary>
    [Fact]
    public void S8_2_a_day_without_listed_trades_is_flat_at_the_previous_close()
    {
        var floor = Stocked();
        Trade(floor, "09:30", 100, "61.00");
        floor.At("2022-07-05 15:00");
        var bar = Quotes.TapeOf(floor.State, "CCER")!.Days(TradingMode.Listed).Latest!.Value;
        bar.ShouldBe(Bar.Flat(new DateTime(2022, 7, 5), Floor.Yuan("61.00")));
        Check(floor.State);
    }

    [Fact]
    public void The_composite_weighs_all_vintages_of_a_family_by_their_tonnes()
    {
        var floor = Stocked(TwoVintages);
        Quotes.Composites(floor.State).ShouldBe(["CEA"], "CCER has no vintages and is its own instrument");
        Quotes.TapeOf(floor.State, "CEA").ShouldBeNull("nothing was traded and no day is over");
        Trade(floor, "09:30", 100, "61.00", "2021");
        Trade(floor, "09:30", 300, "65.00", "2022");
        Trade(floor, "09:31", 50, "59.00", "2021");
        Trade(floor, "09:31", 1000, "60.00");
        var tape = Quotes.TapeOf(floor.State, "CEA").ShouldNotBeNull();
        // First 61.00; 6,100 + 19,500 + 2,950 = 28,550.00 for 450 t; the CCER is another family.
        tape.Today(TradingMode.Listed).ShouldBe(new Bar(
            new DateTime(2022, 7, 4),
            Floor.Yuan("61.00"), Floor.Yuan("65.00"), Floor.Yuan("59.00"), Floor.Yuan("59.00"),
            new Tonnes(450), Money.Parse("28550.00 CNY"), 3));
        tape.Minutes(TradingMode.Listed).Count.ShouldBe(2);
        floor.At("15:00");

        // 28,550.00 / 450 = 63.444… → 63.44; neither vintage closed there (60.33 and 65.00).
        tape.Days(TradingMode.Listed).Latest!.Value.Close.ShouldBe(Floor.Yuan("63.44"));
        tape.PreviousClose.ShouldBe(Floor.Yuan("63.44"));
        floor.At("2022-07-05 15:00");
        tape.Days(TradingMode.Listed).Latest.ShouldBe(Bar.Flat(new DateTime(2022, 7, 5), Floor.Yuan("63.44")));
        TradeList.Of(floor.State, "CEA").Select(trade => trade.Id.Value).ShouldBe([3, 2, 1]);
        Check(floor.State);
    }

    [Fact]
    public void A_composite_without_any_trade_yet_has_no_price_that_nobody_paid()
    {
        var floor = Stocked(TwoVintages);
        floor.At("15:00");
        var tape = Quotes.TapeOf(floor.State, "CEA").ShouldNotBeNull();
        tape.PreviousClose.ShouldBeNull();
        tape.Days(TradingMode.Listed).Count.ShouldBe(0);
    }

    [Fact]
    public void Trades_are_found_by_account_instrument_and_mode_newest_first()
    {
        var floor = Stocked();
        floor.Give(floor.C, 1000, "100000.00");
        Trade(floor, "09:30", 10, "60.00");
        floor.Take(floor.C, floor.Sell(floor.A, 20, "60.00"), 20);
        floor.Take(floor.B, floor.Sell(floor.C, 30, "60.00"), 30);
        floor.At("13:00");
        var block = floor.Offer(floor.A, OrderSide.Sell, 100_000, "60.00");
        floor.Do(Floor.Confirm(floor.B, block, 100_000, "60.00"), floor.B);
        long[] Ids(IEnumerable<Trade> trades) => [.. trades.Select(trade => trade.Id.Value)];
        AccountId Account(Holder holder) => holder.TradingAccount!.Value;
        Ids(TradeList.Of(floor.State, [Account(floor.A)])).ShouldBe([4, 2, 1]);
        Ids(TradeList.Of(floor.State, [Account(floor.B)])).ShouldBe([4, 3, 1]);
        Ids(TradeList.Of(floor.State, [Account(floor.C)])).ShouldBe([3, 2]);
        Ids(TradeList.Of(floor.State, [Account(floor.A), Account(floor.B)])).ShouldBe([4, 3, 2, 1], "each once");
        Ids(TradeList.Of(floor.State, [Account(floor.A)], upTo: 3)).ShouldBe([2, 1]);
        Ids(TradeList.Of(floor.State, mode: TradingMode.Block)).ShouldBe([4]);
        Ids(TradeList.Of(floor.State, "CCER", TradingMode.Listed, 2)).ShouldBe([2, 1]);
        Ids(TradeList.Of(floor.State, "nothing")).ShouldBeEmpty();
        Ids(TradeList.Of(floor.State, upTo: 0)).ShouldBeEmpty();
        Check(floor.State);
    }

    [Fact]
    public void What_is_on_order_or_unsettled_is_counted_as_it_moves()
    {
        var floor = Stocked();
        long Kept(Compartment compartment) => floor.State.Ledger.Kept(Floor.Ccer, compartment);
        Kept(Compartment.OnOrder).ShouldBe(0);
        var order = floor.At("09:30").Sell(floor.A, 100, "60.00");
        Kept(Compartment.OnOrder).ShouldBe(100);
        floor.Take(floor.B, order, 40);
        (Kept(Compartment.OnOrder), Kept(Compartment.Unsettled)).ShouldBe((60, 40), "units come T+1");
        floor.Do(new CancelOrder(floor.A.Id, order), floor.A);
        (Kept(Compartment.OnOrder), Kept(Compartment.Unsettled)).ShouldBe((0, 40));
        floor.At("2022-07-05 09:30");
        (Kept(Compartment.OnOrder), Kept(Compartment.Unsettled)).ShouldBe((0, 0));
        Should.Throw<ArgumentOutOfRangeException>(() => Kept(Compartment.Free));
    }

    /// <summary>What tapes and indexes say of a state is what its trades and bars say.</summary>
    internal static void Check(SchemeState state)
    {
        var trades = state.Trading.Trades;
        foreach (var (asset, known) in state.Trading.Instruments)
        {
            foreach (var mode in Enum.GetValues<TradingMode>())
            {
                var own = trades.Where(trade => trade.Instrument == asset && trade.Mode == mode).ToList();
                TradeList.Of(state, asset.Code, mode).ShouldBe(Enumerable.Reverse(own));
                CheckBars(state, Quotes.TapeOf(state, asset.Code), known, mode, own);
            }
        }

        foreach (var account in trades.SelectMany(trade => (AccountId[])[trade.Seller, trade.Buyer]).Distinct())
        {
            Quotes.TradesOf(state, account).ShouldBe(
                Enumerable.Reverse(trades).Where(trade => trade.Seller == account || trade.Buyer == account));
        }
    }

    private static void CheckBars(
        SchemeState state, Tape? tape, InstrumentState known, TradingMode mode, List<Trade> own)
    {
        if (tape is null)
        {
            own.ShouldBeEmpty();
            known.Bars.ShouldBeEmpty();
            return;
        }

        var days = known.Bars.Where(bar => bar.Mode == mode).Select(bar => (
            bar.Day, bar.Open, bar.High, bar.Low, bar.Close, bar.Volume, bar.Amount, bar.Trades));
        tape.Days(mode).Before(DateTime.MaxValue).Reverse()
            .Select(bar => (DateOnly.FromDateTime(bar.Start), bar.Open, bar.High, bar.Low, bar.Close, bar.Volume,
                bar.Turnover, bar.Trades))
            .ShouldBe(days);
        (tape.Today(mode)?.Volume, tape.Today(mode)?.Turnover, tape.Today(mode)?.High)
            .ShouldBe((known.Today(mode)?.Volume, known.Today(mode)?.Amount, known.Today(mode)?.High));
        var minutes = own.GroupBy(trade => BarWidth.Minute.StartOf(state.Rules.Calendar.Local(trade.At)));
        tape.Minutes(mode).Before(DateTime.MaxValue).Reverse()
            .Select(bar => (bar.Start, bar.Open, bar.Close, bar.Volume.Value, bar.Trades))
            .ShouldBe(minutes.Select(minute => (minute.Key, minute.First().Price, minute.Last().Price,
                minute.Sum(trade => trade.Quantity.Value), minute.Count())));
    }

    private static Floor Stocked(params (string, string)[] changes)
    {
        var floor = new Floor(changes);
        floor.Give(floor.A, 300_000).Give(floor.B, 0, "30000000.00");
        if (changes.Length > 0)
        {
            foreach (var year in new[] { 2021, 2022 })
            {
                GiveAllowances(floor, year);
            }
        }

        return floor;
    }

    /// <summary>Allowances straight from the issuance: how they came about is another test's matter.</summary>
    private static void GiveAllowances(Floor floor, int year)
    {
        var asset = Asset.Unit($"CEA-{year}");
        var issuance = new Place(floor.Market.System.Issuance);
        var draft = new Draft(asset, issuance, new Place(floor.A.TradingAccount!.Value), 10_000);
        floor.State.Ledger.Post(floor.State.Ledger.Plan().Transact(TransactionTypes.TradeRelease, draft).Value);
    }

    private static void Trade(Floor floor, string at, long tonnes, string price, string? vintage = null)
    {
        floor.At(at);
        var listing = floor.Listing(floor.A, OrderSide.Sell, tonnes, price);
        if (vintage is not null)
        {
            listing = listing with { Unit = "CEA", Vintage = CompliancePeriod.Parse(vintage, null) };
        }

        var order = floor.Do(listing, floor.A).OfType<OrderPlaced>().Single().Order;
        floor.Take(floor.B, order, tonnes);
    }
}
