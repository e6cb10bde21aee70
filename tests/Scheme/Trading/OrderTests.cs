using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Settlement;
using Tanheng.Scheme.Tests.Kit;
using Tanheng.Scheme.Tests.Settlement;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Tests.Trading;

/// <summary>Listed orders: what is refused, in which order, and what is kept.</summary>
public sealed class OrderTests
{
    [Fact]
    public void A_market_without_the_section_has_no_exchange()
    {
        var market = Market.Found();
        var holder = market.Admit(1, "CN-BJ", new NewRepresentative(new UserId("a"), Rights.Initiate)).Id;
        var (price, tonnes, money) = (Floor.Yuan("60.00"), new Tonnes(1), Money.Parse("1.00 CNY"));
        Command[] ofHolders =
        [
            new PlaceOrder(holder, OrderSide.Buy, "CCER", default, price, tonnes),
            new TakeOrder(holder, new OrderId(1), tonnes),
            new CancelOrder(holder, new OrderId(1)),
            new ReduceOrder(holder, new OrderId(1), tonnes),
            new OfferBlock(holder, OrderSide.Buy, "CCER", default, price, tonnes),
            new CounterBlock(holder, new BlockId(1), price, tonnes),
            new ConfirmBlock(holder, new BlockId(1), price, tonnes),
            new WithdrawBlock(holder, new BlockId(1)),
            new RequestWithdrawal(holder, money),
            .. ModeBook.Every(market.State.Registry.Holders[holder]),
            .. SettlementCommands.OfHolders(holder),
        ];
        Command[] ofOfficials =
        [
            new OpenExchange(),
            new RegisterBankAccount(holder, "b", "1"),
            new RecordDeposit(holder, money, "1", "r"),
            new ConfirmWithdrawal(new WithdrawalId(1), "r"),
            new RejectWithdrawal(new WithdrawalId(1), "r"),
            new SettleTradeFile("f", []),
            .. SettlementCommands.OfOfficials(holder),
        ];
        ofHolders.ShouldAllBe(command => market.Refuse(command, "a") == TradingRefusals.NoExchange);
        ofOfficials.ShouldAllBe(command => market.Refuse(command) == TradingRefusals.NoExchange);
        Catalogue.Scheme.Commands
            .Where(entry => entry.Type.Namespace is "Tanheng.Scheme.Trading" or "Tanheng.Scheme.Settlement")
            .Select(entry => entry.Type).ShouldBe(
                ofHolders.Concat(ofOfficials).Select(command => command.GetType()), ignoreOrder: true);
    }

    [Fact]
    public void An_exchange_is_opened_once_and_before_anything_is_traded()
    {
        var market = Market.Found(TradingBook.Of(), TradingBook.Includes, TestRules.Methods);
        var holder = market.Admit(1, "CN-BJ", new NewRepresentative(new UserId("a"), Rights.Initiate));
        market.Refuse(new CancelOrder(holder.Id, new OrderId(1)), "a").ShouldBe(TradingRefusals.NotOpened);

        // Opened during a day, it begins with the next one.
        market.At("2022-07-04 10:00").Do(new OpenExchange());
        market.Refuse(new OpenExchange()).ShouldBe(TradingRefusals.AlreadyOpened);
        market.Refuse(new PlaceOrder(
            holder.Id, OrderSide.Sell, "CCER", default, Floor.Yuan("60.00"), new Tonnes(1)), "a")
            .ShouldBe(TradingRefusals.OutsideHours);
        market.At("2022-07-05 09:30").State.Trading.Day.ShouldBe(new DateOnly(2022, 7, 5));
    }

    [Theory]
    [InlineData("2022-07-04 09:29:59.999", false)]
    [InlineData("2022-07-04 09:30", true)]
    [InlineData("2022-07-04 11:29:59.999", true)]
    [InlineData("2022-07-04 11:30", false)]
    [InlineData("2022-07-04 12:59:59.999", false)]
    [InlineData("2022-07-04 13:00", true)]
    [InlineData("2022-07-04 14:59:59.999", true)]
    [InlineData("2022-07-04 15:00", false)]
    public void Orders_are_taken_in_sessions_only(string moment, bool taken)
    {
        var floor = new Floor();
        floor.Give(floor.A, 1).At(moment);
        var order = floor.Listing(floor.A, OrderSide.Sell, 1, "60.00");
        if (taken)
        {
            floor.Do(order, floor.A);
        }
        else
        {
            floor.Refuse(order, floor.A).ShouldBe(TradingRefusals.OutsideHours);
        }
    }

    [Theory]
    [InlineData("2022-07-09")]
    [InlineData("2022-07-10")]
    [InlineData("2022-07-11")]
    [InlineData("2022-07-13")]
    public void There_is_no_trading_on_make_up_days_weekends_holidays_and_closed_days(string day)
    {
        var floor = new Floor();
        floor.Give(floor.A, 1).At(day + " 10:00");
        var refusal = floor.Market.Refusal(floor.Listing(floor.A, OrderSide.Sell, 1, "60.00"), "a");
        refusal.Code.ShouldBe(TradingRefusals.NotATradingDay);
        refusal["next"].ShouldBe("2022-07-14");
    }

    [Fact]
    public void An_order_is_looked_at_in_the_documented_order()
    {
        var floor = new Floor(("lot: 1 t", "lot: 10 t"), ("tick: 0.01 CNY", "tick: 0.05 CNY"));
        PlaceOrder order = new(
            floor.A.Id, OrderSide.Sell, "CEA", new(2021), Floor.Yuan("99.99"), new Tonnes(100_005));
        void Says(RefusalCode code) => floor.Refuse(order, floor.A).ShouldBe(code);
        floor.At("2022-07-10 10:00");
        Says(TradingRefusals.NotATradingDay);
        floor.At("2022-07-14 08:00");
        Says(TradingRefusals.OutsideHours);
        floor.At("2022-07-14 10:00");
        Says(TradingRefusals.NotTraded);
        order = order with { Unit = "CCER", Vintage = default };
        Says(TradingRefusals.BadLot);
        order = order with { Quantity = new Tonnes(100_000) };
        Says(TradingRefusals.TooLargeToList);
        order = order with { Quantity = new Tonnes(20) };
        Says(TradingRefusals.OffTick);
        order = order with { Price = Price.Parse("60.00 EUR/t") };
        Says(TradingRefusals.OffTick);
        order = order with { Price = Floor.Yuan("66.05") };
        Says(TradingRefusals.OutsideBand);
        order = order with { Price = Floor.Yuan("66.00") };
        floor.Market.Do(new FreezeAccount(floor.A.TradingAccount!.Value, "court"));
        Says(RegistryRefusals.AccountNotUsable);
        floor.Market.Do(new UnfreezeAccount(floor.A.TradingAccount!.Value, "court"));
        Says(TradingRefusals.UnitsShort);
        floor.Give(floor.A, 20);
        floor.Do(order, floor.A);
        floor.Refuse(order, floor.B).ShouldBe(SchemeRefusals.NotPermitted);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    public void E11_a_quantity_of_nothing_or_less_is_refused(long tonnes)
    {
        var floor = new Floor().At("10:00");
        floor.Refuse(floor.Listing(floor.A, OrderSide.Sell, tonnes, "60.00"), floor.A)
            .ShouldBe(TradingRefusals.BadLot);
    }

    [Theory]
    [InlineData("22.54", false)]
    [InlineData("22.55", true)]
    [InlineData("27.56", true)]
    [InlineData("27.57", false)]
    public void E01_the_band_is_rounded_half_up(string price, bool inside)
    {
        // 25.05 × 0.9 = 22.545, × 1.1 = 27.555.
        var floor = new Floor();
        floor.Give(floor.A, 0, "10000.00").At("10:00");
        var order = new PlaceOrder(
            floor.A.Id, OrderSide.Buy, "CEA", new(2022), Floor.Yuan(price), new Tonnes(1));
        if (inside)
        {
            floor.Do(order, floor.A);
        }
        else
        {
            floor.Refuse(order, floor.A).ShouldBe(TradingRefusals.OutsideBand);
        }
    }

    [Fact]
    public void A_purchase_that_is_one_fen_short_is_refused()
    {
        var floor = new Floor();
        floor.Give(floor.A, 0, "6009.99").At("10:00");
        floor.Refuse(floor.Listing(floor.A, OrderSide.Buy, 100, "60.10"), floor.A).ShouldBe(TradingRefusals.CashShort);
        floor.Give(floor.A, 0, "0.01");
        floor.Buy(floor.A, 100, "60.10");
        (floor.Cash(floor.A), floor.Cash(floor.A, Compartment.OnOrder)).ShouldBe((0, 601_000));
    }

    [Fact]
    public void E02_a_partly_filled_order_keeps_what_is_left_and_gives_it_back()
    {
        // 100 t at 60.10 keep 6,010.00 of 10,000.00; 40 t trade for 2,404.00; 3,606.00 are kept, and freed.
        var floor = new Floor();
        floor.Give(floor.A, 0, "10000.00").Give(floor.B, 40).At("10:00");
        var order = floor.Buy(floor.A, 100, "60.10");
        floor.Take(floor.B, order, 40);
        (floor.Cash(floor.A), floor.Cash(floor.A, Compartment.OnOrder)).ShouldBe((399_000, 360_600));
        floor.Cash(floor.B).ShouldBe(240_400);
        floor.Do(new CancelOrder(floor.A.Id, order), floor.A);
        (floor.Cash(floor.A), floor.Cash(floor.A, Compartment.OnOrder)).ShouldBe((759_600, 0));
        var left = floor.State.Trading.Orders[order];
        (left.Filled, left.Open, left.Status).ShouldBe((new Tonnes(40), Tonnes.Zero, OrderStatus.Cancelled));
        floor.Refuse(new CancelOrder(floor.A.Id, order), floor.A).ShouldBe(TradingRefusals.OrderNotOpen);
    }

    [Fact]
    public void E03_a_filled_order_cannot_be_cancelled_and_a_stranger_learns_nothing()
    {
        var floor = new Floor();
        floor.Give(floor.A, 10).Give(floor.B, 0, "600.00").At("10:00");
        var order = floor.Sell(floor.A, 10, "60.00");
        floor.Refuse(new CancelOrder(floor.B.Id, order), floor.B).ShouldBe(TradingRefusals.UnknownOrder);
        floor.Take(floor.B, order, 10);
        floor.Refuse(new CancelOrder(floor.A.Id, order), floor.A).ShouldBe(TradingRefusals.OrderNotOpen);
        floor.Refuse(Floor.Hit(floor.B, order, 1), floor.B).ShouldBe(TradingRefusals.OrderNotOpen);
        floor.Refuse(Floor.Hit(floor.B, new OrderId(9), 1), floor.B).ShouldBe(TradingRefusals.UnknownOrder);
    }

    [Fact]
    public void E06_ones_own_order_cannot_be_taken_and_no_more_than_it_offers()
    {
        var floor = new Floor();
        floor.Give(floor.A, 10, "1000.00").Give(floor.B, 0, "1000.00").At("10:00");
        var order = floor.Sell(floor.A, 10, "60.00");
        floor.Refuse(Floor.Hit(floor.A, order, 5), floor.A).ShouldBe(TradingRefusals.OwnOrder);
        floor.Refuse(Floor.Hit(floor.B, order, 11), floor.B).ShouldBe(TradingRefusals.MoreThanOffered);
        floor.Refuse(Floor.Hit(floor.B, order, long.MaxValue), floor.B).ShouldBe(TradingRefusals.MoreThanOffered);
        floor.Refuse(Floor.Hit(floor.B, order, 0), floor.B).ShouldBe(TradingRefusals.BadLot);
    }

    [Fact]
    public void Where_the_rulebook_says_partly_asking_for_more_takes_what_is_offered()
    {
        var floor = new Floor(("partly: no", "partly: yes"));
        floor.Give(floor.A, 10).Give(floor.B, 0, "600.00").At("10:00");
        floor.Take(floor.B, floor.Sell(floor.A, 10, "60.00"), 1_000).Quantity.ShouldBe(new Tonnes(10));
        floor.Cash(floor.B).ShouldBe(0);
    }

    [Fact]
    public void Listed_orders_never_match_by_themselves_even_where_they_cross()
    {
        var floor = new Floor();
        floor.Give(floor.A, 10).Give(floor.B, 0, "1000.00").At("10:00");
        var ask = floor.Sell(floor.A, 10, "59.00");
        var bid = floor.Buy(floor.B, 10, "61.00");
        floor.State.Trading.Trades.ShouldBeEmpty();

        // Who acts chooses at whose price: B may take the ask, A the bid.
        floor.Give(floor.A, 1).Take(floor.A, bid, 1).Price.ShouldBe(Floor.Yuan("61.00"));
        floor.Take(floor.B, ask, 1).Price.ShouldBe(Floor.Yuan("59.00"));
    }

    [Fact]
    public void E07_a_reduction_keeps_the_place_and_frees_the_rest()
    {
        var floor = new Floor();
        floor.Give(floor.A, 200).At("10:00");
        var (first, second) = (floor.Sell(floor.A, 100, "60.00"), floor.Sell(floor.A, 100, "60.00"));
        floor.Do(new ReduceOrder(floor.A.Id, first, new Tonnes(60)), floor.A);
        (floor.Units(floor.A), floor.Units(floor.A, Compartment.OnOrder)).ShouldBe((40, 160));
        Quotes.Orders(floor.State, Floor.Ccer, OrderSide.Sell).Select(order => order.Id).ShouldBe([first, second]);
        foreach (var left in new[] { 0L, -1, 60, 61 })
        {
            floor.Refuse(new ReduceOrder(floor.A.Id, first, new Tonnes(left)), floor.A)
                .ShouldBe(TradingRefusals.NotAReduction);
        }
    }

    [Fact]
    public void E05_numbers_of_orders_never_recur_so_yesterdays_late_cancel_hits_nothing()
    {
        var floor = new Floor();
        floor.Give(floor.A, 100).At("10:00");
        var yesterday = floor.Sell(floor.A, 10, "60.00");
        floor.At("2022-07-05 10:00");
        var today = floor.Sell(floor.A, 10, "60.00");
        today.ShouldNotBe(yesterday);
        floor.Refuse(new CancelOrder(floor.A.Id, yesterday), floor.A).ShouldBe(TradingRefusals.UnknownOrder);
        floor.State.Trading.Orders[today].Status.ShouldBe(OrderStatus.Open);
    }

    [Fact]
    public void E08_rank_is_taken_when_the_command_is_sequenced_and_a_vanished_order_is_never_replaced()
    {
        // Asks 1…6 of 50 t at 60.00…60.05. Six is beyond the best five; when 1 is gone it is not.
        var floor = new Floor();
        floor.Give(floor.A, 300).Give(floor.B, 0, "30000.00").At("10:00");
        OrderId[] asks = [.. Enumerable.Range(0, 6).Select(i => floor.Sell(floor.A, 50, $"60.0{i}"))];
        floor.Refuse(Floor.Hit(floor.B, asks[5], 20), floor.B).ShouldBe(TradingRefusals.BeyondBestLevels);
        floor.Do(new CancelOrder(floor.A.Id, asks[0]), floor.A);
        floor.Refuse(Floor.Hit(floor.B, asks[0], 20), floor.B).ShouldBe(TradingRefusals.OrderNotOpen);
        var trade = floor.Take(floor.B, asks[5], 20);
        (trade.Price, trade.Quantity, trade.Resting).ShouldBe((Floor.Yuan("60.05"), new Tonnes(20), asks[5]));
        floor.Refuse(Floor.Hit(floor.B, asks[5], 31), floor.B).ShouldBe(TradingRefusals.MoreThanOffered);
    }

    [Fact]
    public void E12_one_purse_pays_for_all_instruments()
    {
        var floor = new Floor();
        floor.Give(floor.A, 0, "10000.00").At("10:00");
        floor.Buy(floor.A, 100, "60.00");

        // 4,000.00 are left; 200 t of CEA at 25.00 would take 5,000.00.
        floor.Refuse(
            new PlaceOrder(floor.A.Id, OrderSide.Buy, "CEA", new(2022), Floor.Yuan("25.00"), new Tonnes(200)), floor.A)
            .ShouldBe(TradingRefusals.CashShort);
    }

    [Fact]
    public void Frozen_units_and_a_frozen_account_cannot_be_sold_and_a_resting_order_leaves_the_book()
    {
        var floor = new Floor();
        floor.Give(floor.A, 100).Give(floor.B, 0, "6000.00").At("10:00");
        floor.Market.Do(new FreezeUnits(floor.A.TradingAccount!.Value, "CCER", default, new Tonnes(40), "court"));
        floor.Refuse(floor.Listing(floor.A, OrderSide.Sell, 61, "60.00"), floor.A).ShouldBe(TradingRefusals.UnitsShort);
        var order = floor.Sell(floor.A, 60, "60.00");
        floor.Market.Do(new FreezeAccount(floor.A.TradingAccount!.Value, "court"));
        floor.Refuse(Floor.Hit(floor.B, order, 1), floor.B).ShouldBe(TradingRefusals.OrderNotOpen);
        floor.Units(floor.A).ShouldBe(60);
    }

    [Fact]
    public void The_position_limit_counts_holdings_and_open_purchases_where_it_is_set()
    {
        var floor = new Floor(("status: parameter, source: test", "maximum: 100 t, large_trader: 30 t"));
        floor.Give(floor.A, 30, "100000.00").Give(floor.B, 100).At("10:00");
        floor.Market.Issue(floor.A.RegistryAccount!.Value, 10);
        floor.Buy(floor.A, 50, "60.00");
        floor.Refuse(floor.Listing(floor.A, OrderSide.Buy, 11, "60.00"), floor.A)
            .ShouldBe(TradingRefusals.PositionLimit);
        var ask = floor.Sell(floor.B, 50, "60.00");
        floor.Refuse(Floor.Hit(floor.A, ask, 11), floor.A).ShouldBe(TradingRefusals.PositionLimit);
        floor.Take(floor.A, ask, 10);
        Positions.LargeTraders(floor.State, Floor.Ccer).ShouldBe(
            [(floor.B.Id, new Tonnes(90)), (floor.A.Id, new Tonnes(50))]);
    }

    [Fact]
    public void Fees_are_rounded_once_for_an_order_and_never_exceed_what_it_kept()
    {
        // The seller's 1 ‰, rounded up: 0.05999 → 0.06 for each trade of 1 t at 59.99, for it picks and does not rest.
        var floor = new Floor(
            ("buyer: 0 ‰, seller: 0 ‰, rounding: half-up", "buyer: 0.001 ‰, seller: 1 ‰, rounding: ceiling"));
        floor.Give(floor.A, 0, "179.98").Give(floor.B, 3).At("10:00");

        // Buyer 0.001 ‰: 3 t cost 179.97 and a fee of 0.00017997, rounded up to 0.01, on the first trade.
        var order = floor.Buy(floor.A, 3, "59.99");
        (floor.Cash(floor.A), floor.Cash(floor.A, Compartment.OnOrder)).ShouldBe((0, 17_998));
        var fees = new[] { 1, 2, 3 }.Select(_ => floor.Take(floor.B, order, 1)).ToList();
        fees.Select(trade => trade.BuyerFee.Minor).ShouldBe([1L, 0, 0]);
        fees.Select(trade => trade.SellerFee.Minor).ShouldBe([6L, 6, 6]);
        (floor.Cash(floor.A), floor.Cash(floor.A, Compartment.OnOrder)).ShouldBe((0, 0));

        // The seller: 3 × 59.99 − 3 × 0.06. The exchange: 0.01 + 0.18.
        floor.Cash(floor.B).ShouldBe(17_979);
        floor.State.Ledger.Balance(new Place(floor.State.Trading.Fees!.Value), Floor.Cny).ShouldBe(19);
        floor.Market.ShouldReplay();
    }
}
