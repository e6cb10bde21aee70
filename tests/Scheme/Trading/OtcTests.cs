using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Kit;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Tests.Trading;

/// <summary>场外交易: reported by one party, confirmed or disputed by the other.</summary>
public sealed class OtcTests
{
    [Fact]
    public void A_purchase_that_the_registry_settles_moves_units_alone_under_the_rule_for_transfers()
    {
        var floor = Stage();
        var id = floor.Report(
            ModeBook.Otc(floor.B, OrderSide.Buy, 300, "90.00", floor.A, settlement: OtcSettlement.Registry), floor.B);
        floor.Cash(floor.B, Compartment.OnOrder).ShouldBe(0, "the venue moves no money");
        var happened = floor.Do(ModeBook.Confirm(floor.A, id, 300, "90.00"), floor.A);
        happened.OfType<UnitsTransferred>().Single().Transaction.Type.ShouldBe(TransactionTypes.Transfer);
        (floor.Units(floor.A), floor.Units(floor.B), floor.Cash(floor.A), floor.Cash(floor.B))
            .ShouldBe((9_700, 300, 0, 100_000_000));

        // Counted with its amount, without fees.
        var trade = floor.State.Trading.Trades.ShouldHaveSingleItem();
        (trade.Mode, trade.Amount, trade.BuyerFee.Minor).ShouldBe((TradingMode.Otc, Money.Parse("27000.00 CNY"), 0));
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void A_seller_that_reported_keeps_its_units_until_they_are_transferred()
    {
        var floor = Stage();
        var id = floor.Report(
            ModeBook.Otc(floor.A, OrderSide.Sell, 300, "90.00", floor.B, settlement: OtcSettlement.Registry), floor.A);
        floor.Units(floor.A, Compartment.OnOrder).ShouldBe(300);
        floor.Do(ModeBook.Confirm(floor.B, id, 300, "90.00"), floor.B);
        (floor.Units(floor.A), floor.Units(floor.A, Compartment.OnOrder), floor.Units(floor.B))
            .ShouldBe((9_700, 0, 300));
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void Fees_are_those_of_the_day_of_the_report_and_kept_with_the_money()
    {
        var floor = new Floor(
            ModeBook.Modes,
            ("buyer: 0 ‰, seller: 0 ‰, rounding: half-up", "buyer: 1 ‰, seller: 2 ‰, rounding: half-up"));
        floor.Give(floor.A, 100).Give(floor.B, 0, "6006.00").At("10:00");
        var id = floor.Report(ModeBook.Otc(floor.B, OrderSide.Buy, 100, "60.00", floor.A), floor.B);
        floor.Cash(floor.B, Compartment.OnOrder).ShouldBe(600_600);
        floor.Do(ModeBook.Confirm(floor.A, id, 100, "60.00"), floor.A);
        (floor.Cash(floor.A), floor.Cash(floor.B, Compartment.OnOrder), floor.Units(floor.B, Compartment.Unsettled))
            .ShouldBe((598_800, 0, 100));
    }

    /// <summary>Two working days after Monday the 4th: to the end of the session of Wednesday the 6th.</summary>
    [Fact]
    public void Who_does_not_answer_in_time_lets_the_report_lapse_and_what_it_kept_is_free()
    {
        var floor = Stage();
        var id = floor.Report(ModeBook.Otc(floor.A, OrderSide.Sell, 300, "90.00", floor.B), floor.A);
        floor.State.Trading.Modes.Otc[id].ConfirmBy.ShouldBe(ModeBook.Day("2022-07-06"));
        floor.At("2022-07-05 16:00");
        floor.Units(floor.A, Compartment.OnOrder).ShouldBe(300, "kept from day to day");
        floor.At("2022-07-06 14:59");
        floor.Units(floor.A, Compartment.OnOrder).ShouldBe(300);
        floor.At("2022-07-06 15:00");
        (floor.Units(floor.A), floor.State.Trading.Modes.Otc[id].Status).ShouldBe((10_000, OtcStatus.Lapsed));
        floor.At("2022-07-07 10:00");
        floor.Refuse(ModeBook.Confirm(floor.B, id, 300, "90.00"), floor.B).ShouldBe(ModeRefusals.UnknownReport);
        Volumes.Of(floor.State, null, default, ModeBook.Day("2022-07-07")).OutsideShare.ShouldBeNull();
        floor.Market.ShouldReplay();
    }

    /// <summary>
    /// Reported on Friday the 8th: Saturday the 9th is worked, the 11th and 12th are holidays, so the second working
    /// day is Wednesday the 13th, on which the exchange is closed. On Thursday it is too late, before the session ends,
    /// too.
    /// </summary>
    [Fact]
    public void A_last_day_on_which_the_exchange_is_closed_is_the_last_day_all_the_same()
    {
        var floor = Stage();
        floor.At("2022-07-08 10:00");
        var id = floor.Report(ModeBook.Otc(floor.A, OrderSide.Sell, 1, "90.00", floor.B, "2022-07-08"), floor.A);
        floor.State.Trading.Modes.Otc[id].ConfirmBy.ShouldBe(ModeBook.Day("2022-07-13"));
        floor.At("2022-07-14 10:00");
        floor.Refuse(ModeBook.Confirm(floor.B, id, 1, "90.00"), floor.B).ShouldBe(ModeRefusals.AnsweredTooLate);
        floor.At("2022-07-14 15:00");
        floor.State.Trading.Modes.Otc[id].Status.ShouldBe(OtcStatus.Lapsed);
    }

    [Fact]
    public void A_dispute_gives_back_what_was_kept_and_nothing_is_counted()
    {
        var floor = Stage();
        var id = floor.Report(ModeBook.Otc(floor.A, OrderSide.Sell, 300, "90.00", floor.B), floor.A);
        floor.Refuse(new DisputeOtc(floor.B.Id, id, " "), floor.B).Name.ShouldBe("text-missing");
        floor.Refuse(new DisputeOtc(floor.C.Id, id, "no"), floor.C).ShouldBe(ModeRefusals.NotTheCounterparty);
        floor.Do(new DisputeOtc(floor.B.Id, id, "没有这笔成交"), floor.B);
        (floor.Units(floor.A), floor.State.Trading.Trades.Count).ShouldBe((10_000, 0));
        floor.Refuse(ModeBook.Confirm(floor.B, id, 300, "90.00"), floor.B).ShouldBe(ModeRefusals.ReportNotOpen);
        floor.Refuse(new WithdrawOtc(floor.A.Id, id), floor.A).ShouldBe(ModeRefusals.ReportNotOpen);
    }

    [Fact]
    public void Each_wrong_report_has_its_refusal()
    {
        var floor = Stage();
        floor.At("2022-07-08 10:00");
        RefusalCode Of(string on, long tonnes = 1, Holder? with = null) =>
            floor.Refuse(ModeBook.Otc(floor.A, OrderSide.Sell, tonnes, "90.00", with ?? floor.B, on), floor.A);
        Of("2022-07-08", 0).ShouldBe(TradingRefusals.BadLot);
        Of("2022-07-08", long.MaxValue).ShouldBe(LedgerRefusals.TooLarge);
        Of("2022-07-09").ShouldBe(ModeRefusals.DealtInTheFuture);

        // Three working days after Monday the 4th is Thursday the 7th; after Tuesday the 5th it is today.
        Of("2022-07-04").ShouldBe(ModeRefusals.ReportedTooLate);
        Of("0001-01-01").ShouldBe(ModeRefusals.ReportedTooLate);
        Of("2022-07-05", with: floor.A).ShouldBe(TradingRefusals.OwnCounterparty);
        Of("2022-07-05", 10_001).ShouldBe(TradingRefusals.UnitsShort);
        floor.Report(ModeBook.Otc(floor.A, OrderSide.Sell, 1, "90.00", floor.B, "2022-07-05"), floor.A);
        floor.Refuse(new WithdrawOtc(floor.B.Id, new OtcId(1)), floor.B).ShouldBe(ModeRefusals.UnknownReport);
        floor.Do(new WithdrawOtc(floor.A.Id, new OtcId(1)), floor.A);
        floor.Units(floor.A).ShouldBe(10_000);
    }

    [Fact]
    public void Each_wrong_confirmation_has_its_refusal()
    {
        var floor = Stage();
        var id = floor.Report(ModeBook.Otc(floor.A, OrderSide.Sell, 300, "90.00", floor.B), floor.A);
        floor.Refuse(ModeBook.Confirm(floor.B, new OtcId(9), 300, "90.00"), floor.B)
            .ShouldBe(ModeRefusals.UnknownReport);
        floor.Refuse(ModeBook.Confirm(floor.A, id, 300, "90.00"), floor.A).ShouldBe(ModeRefusals.NotTheCounterparty);
        floor.Refuse(ModeBook.Confirm(floor.B, id, 301, "90.00"), floor.B).ShouldBe(ModeRefusals.ReportDiffers);
        floor.Refuse(ModeBook.Confirm(floor.B, id, 300, "90.01"), floor.B).ShouldBe(ModeRefusals.ReportDiffers);
        var poor = floor.Report(ModeBook.Otc(floor.A, OrderSide.Sell, 1, "90.00", floor.C), floor.A);
        floor.Refuse(ModeBook.Confirm(floor.C, poor, 1, "90.00"), floor.C).ShouldBe(TradingRefusals.CashShort);
        floor.Market.Do(new FreezeAccount(floor.A.TradingAccount!.Value, "court"));
        floor.Refuse(ModeBook.Confirm(floor.B, id, 300, "90.00"), floor.B)
            .ShouldBe(ModeRefusals.ReportNotOpen);
        floor.At("12:00");
        floor.Refuse(ModeBook.Confirm(floor.B, id, 300, "90.00"), floor.B).ShouldBe(TradingRefusals.OutsideHours);
    }

    [Fact]
    public void A_settlement_that_the_rulebook_does_not_offer_is_refused()
    {
        var floor = new Floor((
            ModeBook.Modes.Old,
            ModeBook.Modes.New.Replace("[ venue, registry ]", "[ venue ]", StringComparison.Ordinal)));
        floor.Give(floor.A, 10).At("10:00");
        var refusal = floor.Market.Refusal(
            ModeBook.Otc(floor.A, OrderSide.Sell, 1, "60.00", floor.B, settlement: OtcSettlement.Registry), "a");
        refusal.Code.ShouldBe(ModeRefusals.NoSuchSettlement);
        refusal.Message("en").ShouldContain("venue", Case.Insensitive);
    }

    /// <summary>
    /// A published deal that only units settle cannot wait for a second person or a delay, and may not go round them
    /// either: it is refused from the report on, whoever of the two reports.
    /// </summary>
    [Theory]
    [InlineData("second person")]
    [InlineData("delay")]
    public void The_registry_settles_no_deal_whose_transfer_would_wait(string rule)
    {
        var floor = new Floor(Waiting(TradingBook.Of(ModeBook.Modes), rule));
        floor.Give(floor.A, 10_000).Give(floor.B, 0, "1000000.00").At("10:00");
        floor.Refuse(
            ModeBook.Otc(floor.B, OrderSide.Buy, 300, "90.00", floor.A, settlement: OtcSettlement.Registry), floor.B)
            .ShouldBe(ModeRefusals.NotAtOnce);
        floor.Refuse(
            ModeBook.Otc(floor.A, OrderSide.Sell, 300, "90.00", floor.B, settlement: OtcSettlement.Registry), floor.A)
            .ShouldBe(ModeRefusals.NotAtOnce);

        var id = floor.Report(ModeBook.Otc(floor.A, OrderSide.Sell, 300, "90.00", floor.B), floor.A);
        floor.Do(ModeBook.Confirm(floor.B, id, 300, "90.00"), floor.B);
        floor.Units(floor.B, Compartment.Unsettled).ShouldBe(300, "the venue settles as before");
    }

    /// <summary>The rulebook changes between report and confirmation.</summary>
    [Theory]
    [InlineData("second person")]
    [InlineData("delay")]
    public void A_deal_that_waits_is_not_confirmed_once_its_transfer_would_wait(string rule)
    {
        var floor = Stage();
        var id = floor.Report(
            ModeBook.Otc(floor.B, OrderSide.Buy, 300, "90.00", floor.A, settlement: OtcSettlement.Registry), floor.B);
        var book = Waiting(TradingBook.Of(ModeBook.Modes), rule);
        book = book with { Text = book.Text.Replace("version: \"1\"\nname", "version: \"2\"\nname") };
        floor.Market.Do(new AdoptRulebook(book, TradingBook.Includes, TestRules.Methods));

        floor.Refuse(ModeBook.Confirm(floor.A, id, 300, "90.00"), floor.A).ShouldBe(ModeRefusals.NotAtOnce);
        (floor.Units(floor.A), floor.Units(floor.B), floor.State.Trading.Trades.Count).ShouldBe((10_000, 0, 0));
    }

    private static RuleText Waiting(RuleText book, string rule)
    {
        var (old, text) = rule == "delay"
            ? Rules.Transfers("delay: 24 h")
            : ("approvals: [ ]", "approvals:" + Rules.Approvals("transfer-units", "representative"));
        book.Text.ShouldContain(old);
        return book with { Text = book.Text.Replace(old, text, StringComparison.Ordinal) };
    }

    private static Floor Stage()
    {
        var floor = new Floor(ModeBook.Modes);
        return floor.Give(floor.A, 10_000).Give(floor.B, 0, "1000000.00").At("10:00");
    }
}
