using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Kit;

namespace Tanheng.Scheme.Tests.Registry;

/// <summary>When a transfer executes, how much may be sent, and until when it can be called back.</summary>
public sealed class TransferDelayTests
{
    private const string Delay = "delay: 24 h\n    delay_trusted: 0 h\n    delay_runs: working-days\n    "
        + "executes: office-hours";

    private static readonly (string, string) Office =
        ("  weekend:", "  office_hours: { from: 09:00, until: 18:00 }\n  weekend:");

    [Theory]
    [InlineData("2022-01-07 17:30", "2022-01-10 17:30")] // Friday afternoon: Monday at the same time
    [InlineData("2022-01-07 19:00", "2022-01-11 09:00")] // Friday evening: from Monday's opening
    [InlineData("2022-01-08 12:00", "2022-01-11 09:00")] // Saturday
    [InlineData("2022-01-10 08:00", "2022-01-11 09:00")] // Monday before opening
    public void A_working_day_in_office_hours_and_it_is_said_in_advance(string sent, string executes)
    {
        var (market, a, b) = Found(Rules.Transfers(Delay), Office);
        market.At(sent);
        var transfer = Transfer(a, b, 60);
        var stated = Transfers.ExecutesAt(market.State, transfer, market.Now);
        var held = market.Do(transfer).OfType<TransferHeld>().Single();
        held.Until.ShouldBe(stated);
        market.State.Rules.Calendar.Local(held.Until).ToString("yyyy-MM-dd HH:mm").ShouldBe(executes);
        market.At(executes);
        market.Balance(b.RegistryAccount!.Value).ShouldBe(60);
        market.ShouldReplay();
    }

    [Theory]
    [InlineData("2022-01-10 10:00", "2022-01-10 10:00")] // in office hours: at once
    [InlineData("2022-01-10 20:00", "2022-01-11 09:00")] // else when offices open
    public void To_a_trusted_account_it_does_not_wait_but_keeps_office_hours(string sent, string executes)
    {
        var (market, a, b) = Found(Rules.Transfers(Delay), Office, Rules.Trusting());
        market.Do(new AddTrustedAccount(a.Id, a.RegistryAccount!.Value, b.RegistryAccount!.Value, ""));
        market.At(sent);
        market.Do(Transfer(a, b, 60));
        market.Balance(b.RegistryAccount!.Value).ShouldBe(sent == executes ? 60 : 0);
        market.At(executes);
        market.Balance(b.RegistryAccount!.Value).ShouldBe(60);
    }

    [Fact]
    public void Two_working_days_from_a_Friday_end_on_Tuesday()
    {
        var (market, a, b) = Found(Rules.Transfers("delay: 48 h\n    delay_runs: working-days"));
        market.At("2022-01-07 15:00");
        var held = market.Do(Transfer(a, b, 1)).OfType<TransferHeld>().Single();
        market.State.Rules.Calendar.Local(held.Until).ToString("yyyy-MM-dd HH:mm").ShouldBe("2022-01-11 15:00");
    }

    [Fact]
    public void What_has_executed_cannot_be_called_back()
    {
        var (market, a, b) = Found(Rules.Transfers("delay: 24 h"));
        var held = market.Do(Transfer(a, b, 60)).OfType<TransferHeld>().Single();
        market.After(TimeSpan.FromHours(24));
        market.Refuse(new CancelTransfer(a.Id, held.Transaction.Id)).ShouldBe(RegistryRefusals.UnknownPendingTransfer);
    }

    [Fact]
    public void One_transfer_moves_no_more_than_its_limit()
    {
        var (market, a, b) = Found(Rules.Transfers("limit: 50 t"));
        market.Refuse(Transfer(a, b, 51)).ShouldBe(TrustRefusals.AboveLimit);
        market.Do(Transfer(a, b, 50));
    }

    [Fact]
    public void An_account_sends_no_more_than_its_daily_limit_on_a_local_day()
    {
        var (market, a, b) = Found(Rules.Transfers("limit_per_day: 70 t"));
        market.At("2022-01-10 23:00");
        market.Do(Transfer(a, b, 40));
        market.Refuse(Transfer(a, b, 31)).ShouldBe(TrustRefusals.AboveDailyLimit);
        market.Do(Transfer(a, b, 30));
        market.Refuse(Transfer(a, b, 1)).ShouldBe(TrustRefusals.AboveDailyLimit);
        market.At("2022-01-11 00:00");
        market.Do(Transfer(a, b, 30));
        market.ShouldReplay();
    }

    [Fact]
    public void What_is_called_back_on_the_same_day_does_not_count()
    {
        var (market, a, b) = Found(Rules.Transfers("delay: 24 h\n    limit_per_day: 70 t"));
        var held = market.Do(Transfer(a, b, 70)).OfType<TransferHeld>().Single();
        market.Refuse(Transfer(a, b, 1)).ShouldBe(TrustRefusals.AboveDailyLimit);
        market.Do(new CancelTransfer(a.Id, held.Transaction.Id));
        market.Do(Transfer(a, b, 70));
        market.ShouldReplay();
    }

    private static (Market Market, Holder A, Holder B) Found(params (string, string)[] changes)
    {
        var market = Market.Found(Rules.Book("[ ]", changes), [], TestRules.Methods);
        var (a, b) = (market.Admit(1), market.Admit(2));
        market.Issue(a.RegistryAccount!.Value, 200);
        return (market, a, b);
    }

    private static TransferUnits Transfer(Holder from, Holder to, long tonnes) =>
        new(from.Id, from.RegistryAccount!.Value, to.RegistryAccount!.Value, "CCER", default, new Tonnes(tonnes));
}
