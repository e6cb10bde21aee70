using Tanheng.Ledger;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Settlement;
using Tanheng.Scheme.Tests.Trading;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Tests.Settlement;

/// <summary>§9 出金: what is paid out is ordered once, and the bank's statement says what became of it.</summary>
public sealed class PaymentTests
{
    [Fact]
    public void AT_S9_a_withdrawal_is_ordered_once_and_confirmed_by_the_line_of_the_statement()
    {
        var teller = new Teller();
        var floor = teller.Floor;
        teller.Import(Teller.From(floor.A, "x1", "100.00"), Teller.From(floor.B, "x2", "50.00"));
        var (first, second) = (teller.Withdraw(floor.A, "60.00"), teller.Withdraw(floor.B, "50.00"));
        var file = teller.Order();
        (file.Id, file.Total).ShouldBe((new PaymentFileId(1), Teller.Yuan("110.00")));
        file.Payments.ShouldBe([first, second]);
        floor.Market.Refuse(new OrderPayments(Teller.Number, [])).ShouldBe(SettlementRefusals.NothingToPay);
        floor.Market.Refuse(new OrderPayments(Teller.Number, [first])).ShouldBe(SettlementRefusals.PaymentOrdered);
        floor.Market.Refuse(new OrderPayments("1", [])).ShouldBe(SettlementRefusals.UnknownSettlementAccount);
        floor.Market.Refuse(new OrderPayments(Teller.Number, [new WithdrawalId(9)]))
            .ShouldBe(SettlementRefusals.UnknownWithdrawal);
        teller.Cash.Payments[first].EndToEnd.ShouldBe("TH-W1");

        // The second bank line has lost our reference: account and amount name one ordered payment.
        teller.Import(
            Teller.Line("x3", "-60.00", Floor.Number(floor.A), "TH-W1"),
            Teller.Line("x4", "-50.00", Floor.Number(floor.B), "NOTPROVIDED")).Select(line => line.Status)
            .ShouldBe([LineStatus.Payment, LineStatus.Payment]);
        teller.Cash.Payments.Values.Select(one => one.Status).ShouldAllBe(status => status == PaymentStatus.Paid);
        (floor.Cash(floor.A), floor.Cash(floor.A, Compartment.Frozen), floor.Cash(floor.B)).ShouldBe((4_000, 0, 0));
        teller.Cash.PaidIn.ShouldBe(Teller.Yuan("40.00"));
        teller.Differences().ShouldBeEmpty();
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void AT_S9_a_payment_that_comes_back_is_at_the_participants_disposal_again()
    {
        var teller = new Teller();
        var floor = teller.Floor;
        teller.Import(Teller.From(floor.A, "x1", "100.00"));
        teller.Withdraw(floor.A, "100.00");
        teller.Order();

        // Paid and returned on one statement.
        teller.Import(
            Teller.Line("x2", "-100.00", null, "TH-W1"),
            Teller.Line("x3", "100.00", null, "TH-W1")).Select(line => line.Status)
            .ShouldBe([LineStatus.Payment, LineStatus.PaymentReturned]);
        teller.Cash.Payments[new WithdrawalId(1)].Status.ShouldBe(PaymentStatus.Returned);
        (floor.Cash(floor.A), teller.Suspense()).ShouldBe((10_000, 0));

        // It comes back only once; a second return is money of nobody.
        var again = teller.Import(Teller.Line("x4", "100.00", null, "TH-W1")).Single();
        (again.Status, again.Doubt).ShouldBe((LineStatus.Suspense, LineDoubt.NoParty));
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void A_payment_of_another_amount_waits_and_is_never_confirmed_by_itself()
    {
        var teller = new Teller();
        var floor = teller.Floor;
        teller.Import(Teller.From(floor.A, "x1", "100.00"));
        var withdrawal = teller.Withdraw(floor.A, "60.00");
        var line = teller.Import(Teller.Line("x2", "-59.00", null, "TH-W1")).Single();
        (line.Status, line.Doubt).ShouldBe((LineStatus.Suspense, LineDoubt.AmountDiffers));
        floor.Market.Refuse(new MatchBankLine(line.Id, withdrawal, "x")).ShouldBe(SettlementRefusals.PaymentDiffers);
        floor.Market.Refuse(new ChargeBankLine(line.Id, "x")).ShouldBe(SettlementRefusals.FeesShort);
        floor.Market.Refuse(new AssignBankLine(line.Id, floor.A.Id, "x")).ShouldBe(SettlementRefusals.WrongDirection);
        (floor.Cash(floor.A, Compartment.Frozen), teller.Suspense()).ShouldBe((6_000, -5_900));
    }

    [Fact]
    public void A_line_without_our_reference_is_matched_by_an_official()
    {
        var teller = new Teller();
        var floor = teller.Floor;
        teller.Import(Teller.From(floor.A, "x1", "100.00"));
        var (first, second) = (teller.Withdraw(floor.A, "50.00"), teller.Withdraw(floor.A, "50.00"));
        teller.Order();

        // Two ordered payments of the same amount to the same account: the line alone cannot say which it is.
        var line = teller.Import(Teller.Line("x2", "-50.00", Floor.Number(floor.A))).Single();
        line.Status.ShouldBe(LineStatus.Suspense);
        floor.Market.Do(new MatchBankLine(line.Id, second, "the bank says the second"));
        teller.Cash.Payments[first].Status.ShouldBe(PaymentStatus.Ordered);
        teller.Cash.Payments[second].Status.ShouldBe(PaymentStatus.Paid);
        (teller.Suspense(), floor.Cash(floor.A, Compartment.Frozen)).ShouldBe((0, 5_000));
        floor.Market.ShouldReplay();
    }

    /// <summary>
    /// 60.00 of 100.00 are ordered, the bank is said not to have paid, and its statement says that it has. The line is
    /// matched out of what the participant has again; of a payment that was in no file it cannot be the line.
    /// </summary>
    [Fact]
    public void A_payment_that_was_rejected_and_paid_all_the_same_is_matched_with_its_line()
    {
        var teller = new Teller();
        var floor = teller.Floor;
        teller.Import(Teller.From(floor.A, "x1", "100.00"));
        var ordered = teller.Withdraw(floor.A, "60.00");
        teller.Order();
        var unordered = teller.Withdraw(floor.A, "30.00");
        floor.Market.Do(new RejectWithdrawal(ordered, "the bank's file was refused"));
        floor.Market.Do(new RejectWithdrawal(unordered, "not wanted any more"));

        var line = teller.Import(Teller.Line("x2", "-60.00", null, "TH-W1")).Single();
        (line.Status, line.Holder, line.Doubt)
            .ShouldBe((LineStatus.Suspense, floor.A.Id, LineDoubt.UnknownPayment));
        var other = teller.Import(Teller.Line("x3", "-30.00", null, "TH-W2")).Single();
        floor.Market.Refuse(new MatchBankLine(other.Id, unordered, "x"))
            .ShouldBe(SettlementRefusals.UnknownWithdrawal);
        var again = teller.Withdraw(floor.A, "70.00");
        floor.Market.Refuse(new MatchBankLine(line.Id, ordered, "x")).ShouldBe(TradingRefusals.CashShort);
        floor.Market.Do(new RejectWithdrawal(again, "the bank has paid the first"));
        floor.Market.Do(new MatchBankLine(line.Id, ordered, "the bank confirms the payment"));

        (floor.Cash(floor.A), teller.Suspense()).ShouldBe((4_000, -3_000));
        teller.Cash.Payments[ordered].Status.ShouldBe(PaymentStatus.Paid);
        teller.Cash.Lines[line.Id].Status.ShouldBe(LineStatus.Matched);
        teller.Differences().ShouldBe(["InBankOnly x3 -30.00 0.00"]);
        teller.Import(Teller.Line("x4", "60.00", null, "TH-W1")).Single().Status.ShouldBe(LineStatus.PaymentReturned);
        floor.Market.ShouldReplay();
    }

    /// <summary>Of a line that goes back to its payer: it is returned once more and that payment matched.</summary>
    [Fact]
    public void A_return_that_was_rejected_and_paid_all_the_same_is_ordered_anew_and_matched()
    {
        var teller = new Teller();
        var floor = teller.Floor;
        var wrong = teller.Import(Teller.Line("x1", "7.00", "9999")).Single();
        floor.Market.Do(new ReturnBankLine(wrong.Id, "nobody's"));
        teller.Order();
        floor.Market.Do(new RejectWithdrawal(new WithdrawalId(1), "the bank's file was refused"));
        var paid = teller.Import(Teller.Line("x2", "-7.00", null, "TH-W1")).Single();
        floor.Market.Refuse(new MatchBankLine(paid.Id, new WithdrawalId(1), "x"))
            .ShouldBe(SettlementRefusals.UnknownWithdrawal);
        floor.Market.Do(new ReturnBankLine(wrong.Id, "the first payment was made after all"));
        floor.Market.Do(new MatchBankLine(paid.Id, new WithdrawalId(2), "it is the first one"));

        teller.Suspense().ShouldBe(0);
        teller.Differences().ShouldBeEmpty();
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void A_charge_of_the_bank_is_paid_from_fees()
    {
        var teller = new Teller(Teller.WithReserve());
        var floor = teller.Floor;
        floor.Give(floor.A, 100);
        teller.Import(Teller.From(floor.B, "x1", "7000.00"));
        floor.At("10:00");
        floor.Take(floor.B, floor.Sell(floor.A, 100, "60.00"), 100);

        // 1 ‰ of 6,000.00 from each side: 12.00 in fees; the charge of 5.00 leaves 7.00.
        var line = teller.Import(Teller.Line("x2", "-5.00")).Single();
        floor.Market.Do(new ChargeBankLine(line.Id, "account fee of July"));
        floor.State.Ledger.Total(floor.State.Trading.Fees!.Value, Floor.Cny).ShouldBe(700);
        (teller.Suspense(), teller.Cash.Lines[line.Id].Status).ShouldBe((0, LineStatus.Charged));
        teller.Differences().ShouldBeEmpty();
    }

    [Fact]
    public void A_payment_confirmed_by_hand_is_borne_out_by_its_line_or_differs()
    {
        var teller = new Teller();
        var floor = teller.Floor;
        teller.Import(Teller.From(floor.A, "x1", "100.00"));
        var withdrawal = teller.Withdraw(floor.A, "60.00");
        floor.Market.Do(new ConfirmWithdrawal(withdrawal, "slip"));
        teller.Differences().ShouldBe(["InLedgerOnly slip 0.00 -60.00"]);
        teller.Import(Teller.Line("x2", "-60.00", null, "TH-W1")).Single().Status.ShouldBe(LineStatus.Known);
        teller.Differences().ShouldBeEmpty();

        var other = teller.Withdraw(floor.A, "40.00");
        floor.Market.Do(new ConfirmWithdrawal(other, "slip 2"));
        teller.Import(Teller.Line("x3", "-41.00", null, "TH-W2")).Single().Status.ShouldBe(LineStatus.Differs);
        teller.Differences().ShouldBe(["AmountDiffers x3 -41.00 -40.00"]);
        floor.Cash(floor.A).ShouldBe(0);
        floor.Refuse(new RequestWithdrawal(floor.A.Id, Teller.Yuan("0.01")), floor.A)
            .ShouldBe(TradingRefusals.CashShort);
    }
}
