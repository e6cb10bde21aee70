using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Settlement;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Tests.Trading;

/// <summary>Money comes from a participant's own bank account and goes back there.</summary>
public sealed class CashTests
{
    [Fact]
    public void A_line_of_the_banks_statement_is_booked_once()
    {
        var floor = new Floor();
        floor.Market.Do(floor.Deposit(floor.A, "100.00", "line x"));
        floor.Market.Refuse(floor.Deposit(floor.A, "100.00", "line x")).ShouldBe(SettlementRefusals.DepositBooked);
        floor.Market.Refuse(floor.Deposit(floor.B, "7.00", "line x")).ShouldBe(SettlementRefusals.DepositBooked);
        floor.Cash(floor.A).ShouldBe(10_000);
        floor.State.Ledger.Balance(new Place(floor.Market.System.Bank), Floor.Cny).ShouldBe(-10_000);
    }

    [Fact]
    public void Money_of_another_bank_account_is_refused()
    {
        var floor = new Floor();
        var deposit = floor.Deposit(floor.A, "100.00");
        floor.Market.Refuse(deposit with { From = Floor.Number(floor.B) })
            .ShouldBe(SettlementRefusals.NotOwnBankAccount);
        var stranger = floor.Market.Admit(9);
        floor.Market.Refuse(deposit with { Holder = stranger.Id }).ShouldBe(SettlementRefusals.NoBankAccount);
        floor.Market.Refuse(deposit with { Amount = Money.Parse("0.00 CNY") }).ShouldBe(SettlementRefusals.BadAmount);
        floor.Market.Refuse(deposit with { Amount = Money.Parse("1.00 EUR") }).ShouldBe(SettlementRefusals.BadAmount);
        floor.Market.Refuse(deposit with { Reference = " " }).ShouldBe(RegistryRefusals.TextMissing);
        floor.Refuse(deposit, floor.A).ShouldBe(SchemeRefusals.NotPermitted);
    }

    [Fact]
    public void A_withdrawal_is_kept_until_the_bank_has_paid_and_is_paid_once()
    {
        var floor = new Floor();
        floor.Give(floor.A, 0, "100.00");
        var request = new RequestWithdrawal(floor.A.Id, Money.Parse("100.01 CNY"));
        floor.Refuse(request, floor.A).ShouldBe(TradingRefusals.CashShort);
        floor.Do(request with { Amount = Money.Parse("60.00 CNY") }, floor.A);
        (floor.Cash(floor.A), floor.Cash(floor.A, Compartment.Frozen)).ShouldBe((4_000, 6_000));
        var change = new RegisterBankAccount(floor.A.Id, "另一银行", "1");
        floor.Market.Refuse(change).ShouldBe(SettlementRefusals.WithdrawalWaits);
        floor.Market.Do(new ConfirmWithdrawal(new WithdrawalId(1), "slip 1"));
        (floor.Cash(floor.A), floor.Cash(floor.A, Compartment.Frozen)).ShouldBe((4_000, 0));
        floor.State.Cash.PaidIn.ShouldBe(Money.Parse("40.00 CNY"));
        floor.Market.Refuse(new ConfirmWithdrawal(new WithdrawalId(1), "slip 1"))
            .ShouldBe(SettlementRefusals.UnknownWithdrawal);
        floor.Market.Do(change);
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void A_rejected_withdrawal_is_at_the_holders_disposal_again()
    {
        var floor = new Floor();
        floor.Give(floor.A, 0, "100.00");
        floor.Do(new RequestWithdrawal(floor.A.Id, Money.Parse("100.00 CNY")), floor.A);
        floor.Market.Refuse(new RejectWithdrawal(new WithdrawalId(1), "")).ShouldBe(RegistryRefusals.TextMissing);
        floor.Market.Do(new RejectWithdrawal(new WithdrawalId(1), "account closed"));
        floor.Cash(floor.A).ShouldBe(10_000);
        floor.State.Cash.Withdrawals.ShouldBeEmpty();
    }

    [Fact]
    public void A_frozen_account_pays_nothing_out_and_money_on_order_cannot_be_withdrawn()
    {
        var floor = new Floor();
        floor.Give(floor.A, 0, "100.00").At("10:00");
        floor.Buy(floor.A, 1, "60.00");
        var request = new RequestWithdrawal(floor.A.Id, Money.Parse("40.01 CNY"));
        floor.Refuse(request, floor.A).ShouldBe(TradingRefusals.CashShort);
        floor.Market.Do(new FreezeAccount(floor.A.TradingAccount!.Value, "court"));
        floor.Refuse(request, floor.A).ShouldBe(RegistryRefusals.AccountNotUsable);
    }

    [Fact]
    public void An_account_with_money_or_orders_is_not_closed()
    {
        var floor = new Floor();
        floor.Give(floor.A, 0, "60.00").At("10:00");
        floor.Buy(floor.A, 1, "60.00");
        floor.Market.Refuse(new CloseAccount(floor.A.Id, floor.A.TradingAccount!.Value, "over"))
            .ShouldBe(RegistryRefusals.AccountNotEmpty);
    }

    [Fact]
    public void Lines_of_a_trade_file_fail_for_what_is_wrong_with_them()
    {
        var floor = new Floor();
        floor.Give(floor.A, 10).Give(floor.B, 0, "1000.00");
        var good = new FiledTrade(
            "t", floor.A.TradingAccount!.Value, floor.B.TradingAccount!.Value, "CCER", default, new Tonnes(1),
            Floor.Yuan("60.00"));
        (FiledTrade Line, string Reason)[] lines =
        [
            (good with { Trade = " " }, "text-missing"),
            (good with { Unit = "EUA" }, "unknown-unit"),
            (good with { Price = Price.Parse("60.00 EUR/t") }, "bad-price"),
            (good with { Quantity = Tonnes.Zero }, "quantity-not-positive"),
            (good with { Quantity = new Tonnes(long.MaxValue) }, "too-large"),
            (good with { Seller = floor.A.RegistryAccount!.Value }, "kind-may-not-send"),
            (good with { Buyer = good.Seller }, "same-holder"),
            (good with { Quantity = new Tonnes(11) }, "units-short"),
            (good with { Price = Floor.Yuan("1000.01") }, "cash-short"),
            (good, ""),
            (good, "trade-settled"),
        ];
        var events = floor.Market.Do(new SettleTradeFile("f", [.. lines.Select(line => line.Line)]));
        events.Select(one => one is FiledTradeFailed failed ? failed.Reason : "").ShouldBe(
            lines.Select(line => line.Reason));
        floor.Market.Refuse(new SettleTradeFile("f", [])).ShouldBe(SettlementRefusals.EmptyTradeFile);
        floor.Market.Refuse(new SettleTradeFile("", [good])).ShouldBe(RegistryRefusals.TextMissing);
    }
}
