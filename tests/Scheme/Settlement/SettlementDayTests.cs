using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Settlement;
using Tanheng.Scheme.Tests.Trading;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Tests.Settlement;

/// <summary>§9: the day's end, reconciliation, objection, correction, and the risk reserve.</summary>
public sealed class SettlementDayTests
{
    private static readonly DateOnly Monday = new(2022, 7, 4);

    [Fact]
    public void AT_S9_settled_gross_a_leg_without_money_fails_alone_and_every_participant_has_its_statement()
    {
        var teller = new Teller();
        var floor = teller.Floor;
        floor.Give(floor.A, 150);
        teller.Import(Teller.From(floor.B, "b", "5999.99"), Teller.From(floor.C, "c", "3050.00"));
        floor.At("16:00");
        teller.Settle(
            teller.Trade(floor.A, floor.B, 100, "60.00", "t1"), teller.Trade(floor.A, floor.C, 50, "61.00", "t2"));
        floor.At("2022-07-05 15:00");

        // B lacks 0.01 of 6,000.00: its leg fails alone. C pays 50 × 61.00 = 3,050.00.
        var day = teller.Cash.Days[^1];
        day.Day.ShouldBe(new DateOnly(2022, 7, 5));
        var legs = SettlementLegs.Of(floor.State, day).ToList();
        legs.Select(leg => (leg.Trade, leg.Status, leg.Reason)).ShouldBe(
            [("t1", LegStatus.Failed, "cash-short"), ("t2", LegStatus.Settled, "")]);
        day.Totals.ShouldBe([new LegTotal("CCER", null, 1, new Tonnes(50), Teller.Yuan("3050.00"))]);
        (day.Failed, day.Fees).ShouldBe((1, Teller.Yuan("0.00")));
        day.Statements.Select(one => (one.Holder, one.Money.Opening.Minor, one.Money.Sold.Minor,
            one.Money.Bought.Minor, one.Money.Closing.Minor)).ShouldBe(
            [(floor.A.Id, 0, 305_000, 0, 305_000), (floor.C.Id, 305_000, 0, 305_000, 0)]);

        // The day before had only the money that came in.
        teller.Cash.Days[0].Statements.Select(one => (one.Holder, one.Money.PaidIn.Minor, one.Money.Closing.Minor))
            .ShouldBe([(floor.B.Id, 599_999, 599_999), (floor.C.Id, 305_000, 305_000)]);
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void What_was_traded_before_days_were_settled_is_in_no_days_file()
    {
        var floor = new Floor(Teller.WithReserve());
        floor.Give(floor.A, 300).Give(floor.B, 0, "20000.00").At("10:00");
        floor.Take(floor.B, floor.Sell(floor.A, 100, "60.00"), 100);
        floor.Market.Do(new RegisterSettlementBank("1", "银行", "专户"));
        floor.Take(floor.B, floor.Sell(floor.A, 50, "60.00"), 50);
        floor.At("15:00");

        // 1 ‰ of 3,000.00 from each side; of the 12.00 before nothing is counted again.
        var day = floor.State.Cash.Days.ShouldHaveSingleItem();
        (day.Fees, SettlementLegs.Of(floor.State, day).Count()).ShouldBe((Teller.Yuan("6.00"), 1));
        day.Statements.Single(one => one.Holder == floor.B.Id).Money.Opening.ShouldBe(Teller.Yuan("13994.00"));
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void AT_S9_the_example_settles_both_legs_gross()
    {
        var teller = new Teller();
        var floor = teller.Floor;
        floor.Give(floor.A, 150);
        teller.Import(Teller.From(floor.B, "b", "6000.00"), Teller.From(floor.C, "c", "3050.00"));
        floor.At("10:00");
        teller.Settle(
            teller.Trade(floor.A, floor.B, 100, "60.00", "t1"), teller.Trade(floor.A, floor.C, 50, "61.00", "t2"));
        (floor.Cash(floor.A), floor.Cash(floor.B), floor.Cash(floor.C)).ShouldBe((905_000, 0, 0));
        (floor.Units(floor.A), floor.Units(floor.B, Compartment.Unsettled), floor.Units(floor.C, Compartment.Unsettled))
            .ShouldBe((0, 100, 50));
        teller.Cash.PaidIn.ShouldBe(Teller.Yuan("9050.00"));
    }

    [Fact]
    public void AT_S9_at_the_days_end_bank_and_ledger_are_compared_line_by_line()
    {
        var teller = new Teller();
        var floor = teller.Floor;
        floor.At("10:00");
        floor.Market.Do(floor.Deposit(floor.A, "100.00", "hand 1"));
        floor.Market.Do(floor.Deposit(floor.B, "40.00", "hand 2"));
        teller.Import(
            Teller.From(floor.C, "x1", "9.00"),
            Teller.Line("x2", "7.00", "9999"),
            Teller.From(floor.B, "hand 2", "41.00"));
        floor.At("15:00");

        // Bank 9 + 7 + 41 = 57; ledger (participants) 100 + 40 + 9 = 149; 57 − 149 = −92 = 7 + (41 − 40) − 100.
        var report = teller.Cash.Reconciliations.ShouldHaveSingleItem();
        (report.Run, report.Day, report.By).ShouldBe((1, Monday, UserId.System));
        (report.Bank, report.Ledger, report.Unexplained)
            .ShouldBe((Teller.Yuan("57.00"), Teller.Yuan("149.00"), Teller.Yuan("0.00")));
        report.Differences.Select(one => (one.Kind, one.Reference, one.Bank.Minor, one.Ledger.Minor)).ShouldBe(
        [
            (CashDifferenceKind.InBankOnly, "x2", 700, 0),
            (CashDifferenceKind.AmountDiffers, "hand 2", 4_100, 4_000),
            (CashDifferenceKind.InLedgerOnly, "hand 1", 0, 10_000),
        ]);

        // The statement of the evening has the missing line; asked for again, the report has one difference less.
        teller.Import(Teller.From(floor.A, "hand 1", "100.00"));
        floor.Market.Refuse(new ReconcileCash(Monday.AddDays(1))).ShouldBe(SettlementRefusals.UnknownDay);
        floor.Market.Do(new ReconcileCash(Monday));
        teller.Cash.Reconciliations[^1].Differences.Count.ShouldBe(2);
        teller.Cash.Reconciliations[^1].Bank.ShouldBe(Teller.Yuan("157.00"));
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void A_statement_that_is_missing_shows_as_a_gap_until_it_comes()
    {
        var teller = new Teller();
        var floor = teller.Floor;
        var first = teller.Statement(Teller.From(floor.A, "x1", "100.00"));
        var second = teller.Statement(Teller.From(floor.B, "x2", "20.00")) with
        {
            Day = first.Day.AddDays(1),
            Opening = Teller.Yuan("100.00"),
            Closing = Teller.Yuan("120.00"),
        };
        teller.Import(second);
        teller.Differences().ShouldBe(["StatementMissing S2 100.00 0.00"]);
        teller.Import(first);
        teller.Differences().ShouldBeEmpty();
    }

    [Fact]
    public void AT_S9_an_objection_is_taken_until_the_next_trading_day_opens()
    {
        var teller = new Teller();
        var floor = teller.Floor;
        var objection = new ObjectToSettlement(floor.A.Id, Monday, "a deposit is missing");
        floor.At("14:59");
        floor.Refuse(objection, floor.A).ShouldBe(SettlementRefusals.UnknownDay);
        floor.At("15:00");
        floor.Refuse(objection with { Text = " " }, floor.A).ShouldBe(RegistryRefusals.TextMissing);
        floor.Refuse(objection, floor.B).ShouldBe(SchemeRefusals.NotPermitted);
        floor.At("2022-07-05 09:29");
        floor.Do(objection, floor.A);
        floor.Refuse(objection, floor.A).ShouldBe(SettlementRefusals.ObjectedAlready);
        floor.At("2022-07-05 09:30");
        floor.Refuse(objection with { Holder = floor.B.Id }, floor.B).ShouldBe(SettlementRefusals.ObjectionTooLate);

        var answer = new AnswerSettlementObjection(new SettlementObjectionId(1), true, "it came today");
        floor.Market.Refuse(answer with { Text = "" }).ShouldBe(RegistryRefusals.TextMissing);
        floor.Market.Refuse(answer with { Objection = new SettlementObjectionId(2) })
            .ShouldBe(SettlementRefusals.UnknownObjection);
        floor.Market.Do(answer);
        floor.Market.Refuse(answer).ShouldBe(SettlementRefusals.UnknownObjection);
        var kept = teller.Cash.Objections.Values.Single();
        (kept.Accepted, kept.Answer).ShouldBe((true, "it came today"));
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void AT_S9_a_wrong_deposit_is_corrected_by_another_entry_when_both_sides_agree()
    {
        var teller = new Teller();
        var floor = teller.Floor;
        floor.Market.Do(floor.Deposit(floor.A, "100.00", "x1"));
        var propose = new ProposeCorrection("x1", floor.B.Id, "B's money was booked for A");
        floor.Market.Refuse(propose with { Reference = "x9" }).ShouldBe(SettlementRefusals.UnknownDeposit);
        floor.Market.Refuse(propose with { To = floor.A.Id }).ShouldBe(RegistryRefusals.SameHolder);
        floor.Market.Do(propose);
        floor.Market.Refuse(propose).ShouldBe(SettlementRefusals.CorrectionWaits);
        var id = new CorrectionId(1);
        floor.Refuse(new ConfirmCorrection(floor.C.Id, id), floor.C).ShouldBe(SettlementRefusals.UnknownCorrection);
        floor.Do(new ConfirmCorrection(floor.B.Id, id), floor.B);
        (floor.Cash(floor.A), floor.Cash(floor.B)).ShouldBe((10_000, 0));
        floor.Refuse(new ConfirmCorrection(floor.B.Id, id), floor.B).ShouldBe(SettlementRefusals.UnknownCorrection);
        floor.Do(new ConfirmCorrection(floor.A.Id, id), floor.A);
        (floor.Cash(floor.A), floor.Cash(floor.B)).ShouldBe((0, 10_000));
        teller.Import(Teller.From(floor.B, "x1", "100.00")).Single().Status.ShouldBe(LineStatus.Known);
        teller.Differences().ShouldBeEmpty();
        floor.Market.ShouldReplay();
    }

    /// <summary>Not even with everybody's consent: what a court or the registry has frozen stays where it is.</summary>
    [Fact]
    public void A_correction_takes_nothing_from_a_frozen_account()
    {
        var teller = new Teller();
        var floor = teller.Floor;
        floor.Market.Do(floor.Deposit(floor.A, "100.00", "x1"));
        floor.Market.Do(new ProposeCorrection("x1", floor.B.Id, "B's money was booked for A"));
        var id = new CorrectionId(1);
        floor.Do(new ConfirmCorrection(floor.B.Id, id), floor.B);
        floor.Market.Do(new FreezeAccount(floor.A.TradingAccount!.Value, "court"));
        floor.Refuse(new ConfirmCorrection(floor.A.Id, id), floor.A).ShouldBe(RegistryRefusals.AccountNotUsable);
        (floor.Cash(floor.A), floor.Cash(floor.B)).ShouldBe((10_000, 0));

        floor.Market.Do(new UnfreezeAccount(floor.A.TradingAccount!.Value, "court"));
        floor.Do(new ConfirmCorrection(floor.A.Id, id), floor.A);
        (floor.Cash(floor.A), floor.Cash(floor.B)).ShouldBe((0, 10_000));
    }

    [Fact]
    public void A_deposit_of_the_wrong_amount_is_taken_back_and_its_line_waits_in_suspense()
    {
        var teller = new Teller();
        var floor = teller.Floor;
        floor.Market.Do(floor.Deposit(floor.A, "100.00", "x1"));
        var line = teller.Import(Teller.From(floor.A, "x1", "10.00")).Single();
        floor.Market.Do(new ProposeCorrection("x1", null, "a zero too many"));
        var id = new CorrectionId(1);
        floor.Refuse(new DeclineCorrection(floor.A.Id, id, ""), floor.A).ShouldBe(RegistryRefusals.TextMissing);
        floor.Do(new DeclineCorrection(floor.A.Id, id, "prove it"), floor.A);
        floor.Market.Do(new ProposeCorrection("x1", null, "the statement of the bank is attached"));
        teller.Withdraw(floor.A, "1.00");
        floor.Refuse(new ConfirmCorrection(floor.A.Id, new CorrectionId(2)), floor.A)
            .ShouldBe(TradingRefusals.CashShort);
        floor.Market.Do(new RejectWithdrawal(new WithdrawalId(1), "first the correction"));
        floor.Do(new ConfirmCorrection(floor.A.Id, new CorrectionId(2)), floor.A);
        (floor.Cash(floor.A), teller.Suspense()).ShouldBe((0, 1_000));
        floor.Market.Do(new AssignBankLine(line.Id, floor.A.Id, "the right amount"));
        floor.Cash(floor.A).ShouldBe(1_000);
        teller.Differences().ShouldBeEmpty();
        floor.Market.Refuse(new ProposeCorrection("x1", null, "again")).ShouldBe(SettlementRefusals.UnknownDeposit);
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void AT_S9_the_exchanges_totals_are_held_against_the_legs()
    {
        var teller = new Teller();
        var floor = teller.Floor;
        floor.Give(floor.A, 400);
        teller.Import(Teller.From(floor.B, "b", "8999.99"));
        floor.At("10:00");
        floor.Take(floor.B, floor.Sell(floor.A, 10, "60.00"), 10);
        var late = teller.Trade(floor.A, floor.B, 140, "60.00", "t1");
        teller.Settle(late);
        teller.Import(Teller.From(floor.B, "b2", "8400.00"));
        teller.Settle(late, teller.Trade(floor.A, floor.C, 50, "61.00", "t2"));
        floor.At("15:00");

        // 10 t + 140 t (failed first, sent again) + 50 t (failed) = 200 t; 600 + 8,400 + 3,050 = 12,050.00.
        var stated = new StatedTotal("CCER", default, 3, new Tonnes(200), Teller.Yuan("12050.00"));
        floor.Market.Do(new StateExchangeTotals(Monday, [stated]));
        var line = teller.Cash.Totals[Monday].Lines.ShouldHaveSingleItem();
        (line.Agrees, line.Trades, line.Failed).ShouldBe((true, 3, 1));
        floor.Market.Do(new StateExchangeTotals(
            Monday,
            [stated with { Volume = new Tonnes(201) }, new("CEA", CompliancePeriod.Parse("2022", null), 0, default,
                Teller.Yuan("0.00"))]));
        teller.Cash.Totals[Monday].Lines.Select(one => (one.Instrument, one.Agrees))
            .ShouldBe([("CCER", false), ("CEA-2022", true)]);
        floor.Market.Refuse(new StateExchangeTotals(Monday, [stated, stated])).ShouldBe(SettlementRefusals.BadTotal);
        floor.Market.Refuse(new StateExchangeTotals(Monday.AddDays(1), [stated]))
            .ShouldBe(SettlementRefusals.UnknownDay);
    }

    /// <summary>
    /// 140 t at 60.00 fail three times, twice on Monday and once on Tuesday. The exchange states one trade for Monday,
    /// and Tuesday's file has the one failed leg that the reserve may cover.
    /// </summary>
    [Fact]
    public void A_leg_that_fails_again_counts_once()
    {
        var teller = new Teller();
        var floor = teller.Floor;
        floor.Give(floor.A, 400).At("10:00");
        var short1 = teller.Trade(floor.A, floor.B, 140, "60.00", "t1");
        teller.Settle(short1, short1);
        floor.At("15:00");
        teller.Cash.Days[^1].Failed.ShouldBe(1);
        var stated = new StatedTotal("CCER", default, 1, new Tonnes(140), Teller.Yuan("8400.00"));
        floor.Market.Do(new StateExchangeTotals(Monday, [stated]));
        teller.Cash.Totals[Monday].Lines.Select(one => (one.Agrees, one.Trades, one.Failed)).ShouldBe([(true, 1, 1)]);

        floor.At("2022-07-05 10:00");
        teller.Settle(short1 with { Price = Floor.Yuan("61.00") });
        floor.At("2022-07-05 15:00");
        teller.Cash.Days[^1].Failed.ShouldBe(1);
        floor.Market.Do(new StateExchangeTotals(Monday, [stated]));
        teller.Cash.Totals[Monday].Lines.Select(one => (one.Agrees, one.Trades, one.Failed)).ShouldBe([(true, 1, 1)]);
        floor.Market.Do(new StateExchangeTotals(Monday.AddDays(1), []));
        teller.Cash.Totals[Monday.AddDays(1)].Lines.ShouldBeEmpty("it was traded on Monday");
        teller.Cash.Legs.Select(leg => leg.Status)
            .ShouldBe([LegStatus.SentAgain, LegStatus.SentAgain, LegStatus.Failed]);
        SettlementLegs.FailedLeg(floor.State, "t1").ShouldNotBeNull().Trade.Price.ShouldBe(Floor.Yuan("61.00"));

        // A line without a reference is nobody's repeat.
        teller.Settle(short1 with { Trade = " " }, short1 with { Trade = " " });
        teller.Cash.Legs.Count(leg => leg.Status == LegStatus.Failed).ShouldBe(3);

        teller.Import(Teller.From(floor.B, "b", "8400.00"));
        teller.Settle(short1);
        teller.Cash.Legs.Select(leg => leg.Status).Take(3)
            .ShouldBe([LegStatus.SentAgain, LegStatus.SentAgain, LegStatus.MadeGood]);
        SettlementLegs.FailedLeg(floor.State, "t1").ShouldBeNull();
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void AT_S8_the_risk_reserve_gets_its_share_of_a_days_fees_up_to_what_is_enough()
    {
        var teller = new Teller(Teller.WithReserve(more: ", enough: 3.00 CNY"));
        var floor = teller.Floor;
        floor.Give(floor.A, 300);
        teller.Import(Teller.From(floor.B, "b", "20000.00"));
        floor.At("10:00");
        floor.Take(floor.B, floor.Sell(floor.A, 101, "60.00"), 101);
        floor.At("15:00");

        // 1 ‰ of 6,060.00 is 6.06 from each side; 20 % of 12.12 is 2.424, rounded down 2.42.
        RiskReserve.Balance(floor.State).ShouldBe(Teller.Yuan("2.42"));
        teller.Cash.Days[0].Fees.ShouldBe(Teller.Yuan("12.12"));
        teller.Cash.Days[0].Statements.Select(one => one.Money.Fees.Minor).ShouldBe([606, 606]);
        floor.At("2022-07-05 10:00");
        floor.Take(floor.B, floor.Sell(floor.A, 100, "60.00"), 100);
        floor.At("2022-07-05 15:00");

        // 20 % of 12.00 would be 2.40; only 0.58 are missing to 3.00.
        RiskReserve.Balance(floor.State).ShouldBe(Teller.Yuan("3.00"));
        floor.State.Ledger.Total(floor.State.Trading.Fees!.Value, Floor.Cny).ShouldBe(2_412 - 300);
    }

    [Fact]
    public void AT_S9_the_reserve_covers_what_a_buyer_lacks_and_the_buyer_makes_good()
    {
        var teller = new Teller(Teller.WithReserve("100 %"));
        var floor = teller.Floor;
        floor.Give(floor.A, 600);
        teller.Import(Teller.From(floor.B, "b", "12024.00"));
        floor.At("10:00");
        floor.Take(floor.B, floor.Sell(floor.A, 100, "60.00"), 100);
        floor.At("15:00");

        // Fees 6.00 + 6.00 = 12.00, all of them to the reserve; B has 12,024.00 − 6,006.00 = 6,018.00.
        RiskReserve.Balance(floor.State).ShouldBe(Teller.Yuan("12.00"));
        teller.Settle(
            teller.Trade(floor.A, floor.B, 100, "60.20", "t1"),
            teller.Trade(floor.A, floor.B, 200, "60.20", "t2"),
            teller.Trade(floor.A, floor.C, 5_000, "1.00", "t3")).OfType<FiledTradeFailed>().Count().ShouldBe(3);
        var cover = new CoverLeg("t1", "B pays tomorrow");
        floor.Market.Refuse(cover with { Trade = "t9" }).ShouldBe(SettlementRefusals.UnknownLeg);
        floor.Market.Refuse(cover with { Trade = "t2" }).ShouldBe(SettlementRefusals.ReserveShort);
        floor.Market.Refuse(cover with { Trade = "t3" }).ShouldBe(TradingRefusals.UnitsShort);
        floor.Market.Refuse(cover with { Reason = "" }).ShouldBe(RegistryRefusals.TextMissing);

        // 6,020.00 + fee 6.02 = 6,026.02; B lacks 8.02, and the reserve has 12.00 − 8.02 = 3.98 left.
        floor.Market.Do(cover);
        (floor.Cash(floor.B), RiskReserve.Balance(floor.State)).ShouldBe((0, Teller.Yuan("3.98")));
        teller.Cash.Debts[floor.B.Id].ShouldBe(Teller.Yuan("8.02"));
        teller.Cash.Legs.Select(leg => leg.Status).ShouldBe(
            [LegStatus.MadeGood, LegStatus.Failed, LegStatus.Failed, LegStatus.Covered]);
        floor.Market.Refuse(cover).ShouldBe(SettlementRefusals.UnknownLeg);

        teller.Import(Teller.From(floor.B, "b2", "10.00"));
        floor.Refuse(new RequestWithdrawal(floor.B.Id, Teller.Yuan("1.00")), floor.B)
            .ShouldBe(SettlementRefusals.OwesReserve);
        var succession = floor.Market.Refusal(new SucceedHolder(floor.B.Id, floor.C.Id, "merger"));
        succession.Code.ShouldBe(RegistryRefusals.SuccessionUnfinished);
        succession.Message("en").ShouldContain("owes the risk reserve");
        AccountClosure.Preventing(floor.State, floor.B.Id, floor.B.RegistryAccount!.Value, floor.Market.Now)
            .Select(refusal => refusal.Code).ShouldContain(SettlementRefusals.DebtBeforeClosing);
        floor.Refuse(new RepayReserve(floor.B.Id, Teller.Yuan("8.03")), floor.B).ShouldBe(SettlementRefusals.OwesLess);
        floor.Do(new RepayReserve(floor.B.Id, Teller.Yuan("8.02")), floor.B);
        RiskReserve.Balance(floor.State).ShouldBe(Teller.Yuan("12.00"));
        teller.Withdraw(floor.B, "1.98");
        teller.Import(Teller.From(floor.B, "b3", "20000.00"));
        floor.Market.Refuse(cover with { Trade = "t2" }).ShouldBe(SettlementRefusals.LegNotShort);
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void A_market_without_a_reserve_covers_nothing()
    {
        var teller = new Teller();
        teller.Floor.Market.Refuse(new CoverLeg("t", "x")).ShouldBe(SettlementRefusals.NoReserve);
        teller.Floor.Market.Refuse(new RepayReserve(teller.Floor.A.Id, Teller.Yuan("1.00")))
            .ShouldBe(SettlementRefusals.OwesLess);
    }
}
