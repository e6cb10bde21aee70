using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Settlement;
using Tanheng.Scheme.Tests.Trading;

namespace Tanheng.Scheme.Tests.Settlement;

/// <summary>§9 分账管理: statements of the settlement bank become participants' money, each line once.</summary>
public sealed class StatementTests
{
    /// <summary>Registered as "6222 1": spaces are no part of a number, booked by hand as in a statement.</summary>
    [Theory]
    [InlineData("62221", true)]
    [InlineData(" 6 222 1 ", true)]
    [InlineData("62222", false)]
    [InlineData("", false)]
    public void An_own_bank_account_is_recognised_however_it_is_spaced(string from, bool isOwn)
    {
        var floor = new Teller().Floor;
        Floor.Number(floor.A).ShouldBe("6222 1");
        var deposit = floor.Deposit(floor.A, "10.00") with { From = from };
        if (isOwn)
        {
            floor.Market.Do(deposit);
        }
        else
        {
            floor.Market.Refuse(deposit).ShouldBe(SettlementRefusals.NotOwnBankAccount);
        }
    }

    [Fact]
    public void AT_S9_money_of_the_own_bank_account_is_booked_and_other_money_waits_in_suspense()
    {
        var teller = new Teller();
        var floor = teller.Floor;
        var lines = teller.Import(
            Teller.From(floor.A, "x1", "100.00"),
            Teller.Line("x2", "7.00", "9999 1"),
            Teller.Line("x3", "5.00"),
            Teller.From(floor.B, "x4", "0.01"),
            Teller.Line("x5", "-3.00", "8888"));
        lines.Select(line => line.Status).ShouldBe(
        [
            LineStatus.Deposit, LineStatus.Suspense, LineStatus.Suspense, LineStatus.Deposit, LineStatus.Suspense,
        ]);
        lines.Select(line => line.Doubt).ShouldBe(
            [null, LineDoubt.UnknownPayer, LineDoubt.NoParty, null, LineDoubt.UnknownPayment]);

        // 100.00 + 0.01 are booked; 7.00 + 5.00 − 3.00 wait; 109.01 stand at the bank.
        (floor.Cash(floor.A), floor.Cash(floor.B), teller.Suspense()).ShouldBe((10_000, 1, 900));
        teller.Cash.PaidIn.ShouldBe(Teller.Yuan("109.01"));
        floor.Market.Refuse(floor.Deposit(floor.A, "7.00", "x2")).ShouldBe(SettlementRefusals.LineTaken);
        floor.State.Ledger.Balance(new Place(floor.Market.System.Bank), Floor.Cny).ShouldBe(-10_901);
        floor.Market.Refuse(floor.Deposit(floor.A, "100.00", "x1")).ShouldBe(SettlementRefusals.DepositBooked);
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void AT_S9_a_statement_is_taken_once_and_a_line_of_two_statements_is_booked_once()
    {
        var teller = new Teller();
        var floor = teller.Floor;
        var interim = teller.Statement(Teller.From(floor.A, "x1", "100.00"));
        teller.Import(interim);
        teller.Refuse(interim).ShouldBe(SettlementRefusals.StatementKnown);
        teller.Refuse(interim with { Number = "42000099" }).ShouldBe(SettlementRefusals.StatementKnown);

        // The whole day's statement has the interim one's line again: it begins at 0 and ends at 100 + 40.
        var whole = interim with
        {
            Statement = "day",
            Closing = Teller.Yuan("140.00"),
            Lines = [interim.Lines[0], Teller.From(floor.B, "x2", "40.00")],
        };
        teller.Refuse(whole, whole).ShouldBe(SettlementRefusals.StatementKnown);
        teller.Import(whole).Select(line => line.Line.Reference).ShouldBe(["x2"]);
        (floor.Cash(floor.A), floor.Cash(floor.B)).ShouldBe((10_000, 4_000));
        teller.Differences().ShouldBeEmpty();
        teller.Refuse(whole with
        {
            Statement = "next",
            Closing = Teller.Yuan("101.00"),
            Lines = [interim.Lines[0] with { Amount = Teller.Yuan("101.00") }],
        }).ShouldBe(SettlementRefusals.LineChanged);
    }

    [Fact]
    public void AT_S9_of_a_bad_file_nothing_is_booked()
    {
        var teller = new Teller();
        var floor = teller.Floor;
        var good = teller.Statement(Teller.From(floor.A, "x1", "100.00"));
        var next = good with { Statement = "next", Opening = Teller.Yuan("100.00"), Closing = Teller.Yuan("200.00") };
        void Fails(BankStatement bad, RefusalCode code) => teller.Refuse(good, bad).ShouldBe(code);
        Fails(next with { Number = "1" }, SettlementRefusals.UnknownSettlementAccount);
        Fails(next with { Statement = " " }, RegistryRefusals.TextMissing);
        Fails(next with { Closing = Teller.Yuan("199.99") }, SettlementRefusals.BalanceDiffers);
        Fails(next with { Opening = Money.Parse("100.00 USD") }, SettlementRefusals.WrongCurrency);
        Fails(
            next with { Lines = [next.Lines[0] with { Amount = Money.Parse("100.00 USD") }] },
            SettlementRefusals.WrongCurrency);
        Fails(next with { Lines = [next.Lines[0] with { Reference = "" }] }, RegistryRefusals.TextMissing);
        Fails(
            next with { Lines = [next.Lines[0] with { Amount = Teller.Yuan("0.00") }] }, SettlementRefusals.EmptyLine);
        Fails(
            next with { Lines = [next.Lines[0], next.Lines[0]], Closing = Teller.Yuan("300.00") },
            SettlementRefusals.LineTwice);
        floor.Market.Refuse(new ImportStatements(" ", [good])).ShouldBe(RegistryRefusals.TextMissing);
        floor.Market.Refuse(new ImportStatements("empty", [])).ShouldBe(SettlementRefusals.NoStatements);
        floor.Refuse(new ImportStatements("a", [good]), floor.A).ShouldBe(SchemeRefusals.NotPermitted);
        floor.Cash(floor.A).ShouldBe(0);
    }

    [Fact]
    public void Without_a_settlement_bank_no_statement_is_taken()
    {
        var floor = new Floor();
        floor.Market.Refuse(new ImportStatements("f", [])).ShouldBe(SettlementRefusals.NoSettlementBank);
        var bank = new RegisterSettlementBank("1", "银行", "专户");
        floor.Market.Refuse(bank with { Number = " " }).ShouldBe(RegistryRefusals.TextMissing);
        floor.Market.Refuse(bank with { Bic = "SHORT" }).ShouldBe(SettlementRefusals.BadBic);
        floor.Market.Do(bank);
        floor.Market.Refuse(bank).ShouldBe(RegistryRefusals.NothingToDo);
        var suspense = floor.State.Cash.Suspense;
        floor.Market.Do(bank with { Number = "2" });
        (floor.State.Cash.Suspense, floor.State.Cash.Banks.Count).ShouldBe((suspense, 2));
    }

    [Fact]
    public void A_bank_account_that_two_participants_name_decides_nothing()
    {
        var teller = new Teller();
        var floor = teller.Floor;
        floor.Market.Do(new RegisterBankAccount(floor.B.Id, "银行", Floor.Number(floor.A)));
        var line = teller.Import(Teller.From(floor.A, "x1", "100.00")).Single();
        (line.Status, line.Doubt).ShouldBe((LineStatus.Suspense, LineDoubt.SharedAccount));
        floor.Market.Do(new AssignBankLine(line.Id, floor.B.Id, "asked the bank"));
        floor.Cash(floor.B).ShouldBe(10_000);
    }

    [Fact]
    public void AT_S9_money_in_suspense_is_assigned_only_to_whose_own_account_paid()
    {
        var teller = new Teller();
        var floor = teller.Floor;
        var late = floor.Market.Admit(9);
        var line = teller.Import(Teller.Line("x1", "100.00", "6222 77")).Single();
        var assign = new AssignBankLine(line.Id, late.Id, "papers seen");
        floor.Market.Refuse(assign).ShouldBe(SettlementRefusals.NoBankAccount);
        floor.Market.Refuse(assign with { Holder = floor.A.Id }).ShouldBe(SettlementRefusals.NotOwnBankAccount);
        floor.Market.Refuse(assign with { Reason = "" }).ShouldBe(RegistryRefusals.TextMissing);
        floor.Market.Refuse(new MatchBankLine(line.Id, new WithdrawalId(1), "x"))
            .ShouldBe(SettlementRefusals.WrongDirection);
        floor.Market.Refuse(new ChargeBankLine(line.Id, "x")).ShouldBe(SettlementRefusals.WrongDirection);
        floor.Market.Do(new RegisterBankAccount(late.Id, "银行", "622277"));
        floor.Market.Do(assign);
        (floor.Cash(late), teller.Suspense()).ShouldBe((10_000, 0));
        floor.Market.Refuse(assign).ShouldBe(SettlementRefusals.NotInSuspense);

        var unnamed = teller.Import(Teller.Line("x2", "1.00")).Single();
        floor.Market.Refuse(new ReturnBankLine(unnamed.Id, "whose?")).ShouldBe(SettlementRefusals.NoReturnAccount);
        floor.Market.Do(new AssignBankLine(unnamed.Id, floor.A.Id, "the bank says so in its letter of today"));
        floor.Cash(floor.A).ShouldBe(100);
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void AT_S9_a_strangers_money_goes_back_to_the_stranger()
    {
        var teller = new Teller();
        var floor = teller.Floor;
        var line = teller.Import(Teller.Line("x1", "100.00", "9999 1")).Single();
        floor.Market.Do(new ReturnBankLine(line.Id, "not a participant"));
        (teller.Suspense(), teller.Suspense(Compartment.Frozen)).ShouldBe((0, 10_000));
        floor.Market.Do(new RejectWithdrawal(new WithdrawalId(1), "closed"));
        (teller.Suspense(), teller.Cash.Lines[line.Id].Status).ShouldBe((10_000, LineStatus.Suspense));
        floor.Market.Do(new ReturnBankLine(line.Id, "to the account it came from"));
        var file = teller.Order();
        file.Total.ShouldBe(Teller.Yuan("100.00"));
        var payment = teller.Cash.Payments[file.Payments.Single()];
        (payment.Holder, payment.To).ShouldBe((null, new BankAccount("某单位", "99991")));
        teller.Import(Teller.Line("x2", "-100.00", "9999 1", payment.EndToEnd)).Single().Status
            .ShouldBe(LineStatus.Payment);
        (teller.Suspense(Compartment.Frozen), teller.Cash.PaidIn.Minor).ShouldBe((0, 0));
        teller.Differences().ShouldBeEmpty();
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void A_deposit_for_an_account_that_is_closed_waits()
    {
        var teller = new Teller();
        var floor = teller.Floor;
        floor.Market.Do(new CloseAccount(floor.C.Id, floor.C.TradingAccount!.Value, "over"));
        var line = teller.Import(Teller.From(floor.C, "x1", "3.00")).Single();
        (line.Status, line.Doubt, line.Holder).ShouldBe((LineStatus.Suspense, LineDoubt.NotUsable, floor.C.Id));
    }

    [Fact]
    public void A_deposit_by_hand_is_recognised_and_not_booked_again()
    {
        var teller = new Teller();
        var floor = teller.Floor;
        floor.Market.Do(floor.Deposit(floor.A, "100.00", "x1"));
        floor.Market.Do(floor.Deposit(floor.B, "40.00", "x2"));
        floor.Market.Do(floor.Deposit(floor.C, "9.00", "x3"));
        teller.Differences().ShouldBe(
        [
            "InLedgerOnly x1 0.00 100.00", "InLedgerOnly x2 0.00 40.00", "InLedgerOnly x3 0.00 9.00",
        ]);
        teller.Import(
            Teller.From(floor.A, "x1", "100.00"),
            Teller.From(floor.B, "x2", "41.00"),
            Teller.From(floor.A, "x3", "9.00")).Select(line => line.Status)
            .ShouldBe([LineStatus.Known, LineStatus.Differs, LineStatus.Differs]);
        (floor.Cash(floor.A), floor.Cash(floor.B), floor.Cash(floor.C)).ShouldBe((10_000, 4_000, 900));
        teller.Differences().ShouldBe(["AmountDiffers x2 41.00 40.00", "HolderDiffers x3 9.00 9.00"]);
    }
}
