using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Kit;

namespace Tanheng.Scheme.Tests.Registry;

/// <summary>Stories of units on the move; the kit asserts conservation after every command.</summary>
public sealed class UnitStories
{
    private readonly Market market = Market.Found();

    [Fact]
    public void Offsets_are_minted_moved_transferred_and_cancelled()
    {
        var (a, b) = (market.Admit(1), market.Admit(2));
        market.Issue(a.RegistryAccount!.Value, 1000).ToString().ShouldBe("1-1000");
        market.Do(Move(a, a.RegistryAccount!.Value, a.TradingAccount!.Value, 400));
        market.Do(Transfer(a, a.TradingAccount!.Value, b.TradingAccount!.Value, 150));
        market.Do(
            new SettleTrade(a.TradingAccount!.Value, b.TradingAccount!.Value, "CCER", default, new Tonnes(50), "T-1"));
        market.Do(new CancelVoluntarily(
            b.Id, b.TradingAccount!.Value, "CCER", default, new Tonnes(30), "carbon-neutral event"));
        market.Balance(a.RegistryAccount!.Value).ShouldBe(600);
        market.Balance(a.TradingAccount!.Value).ShouldBe(200);
        market.Balance(b.TradingAccount!.Value).ShouldBe(170);
        market.Balance(market.System.Cancelled).ShouldBe(30);
        market.Balance(market.System.Issuance).ShouldBe(-1000);

        // The lowest first: 1–400 were moved, 1–150 and then 151–200 sold, 1–30 cancelled.
        market.State.Ledger.Serials(new Place(b.TradingAccount!.Value), Asset.Unit("CCER")).ToString()
            .ShouldBe("31-200");
        market.ShouldReplay();
    }

    [Fact]
    public void A_transfer_can_name_its_serials()
    {
        var (a, b) = (market.Admit(1), market.Admit(2));
        market.Issue(a.RegistryAccount!.Value, 1000);
        var any = Transfer(a, a.RegistryAccount!.Value, b.RegistryAccount!.Value, 101);
        var named = any with { Serials = SerialSet.Parse("500-600") };
        market.Do(named);
        market.State.Ledger.Serials(new Place(b.RegistryAccount!.Value), Asset.Unit("CCER")).ToString()
            .ShouldBe("500-600");
        market.Refuse(named).ShouldBe(LedgerRefusals.SerialsElsewhere);
    }

    [Fact]
    public void A_delayed_transfer_waits_and_arrives()
    {
        var slow = Market.Found(delay: "delay: 24 h; ");
        var (a, b) = (slow.Admit(1), slow.Admit(2));
        slow.Issue(a.RegistryAccount!.Value, 100);
        slow.Do(Transfer(a, a.RegistryAccount!.Value, b.RegistryAccount!.Value, 60));
        slow.Balance(a.RegistryAccount!.Value).ShouldBe(40);
        slow.Balance(a.RegistryAccount!.Value, Compartment.Frozen).ShouldBe(60);
        slow.After(TimeSpan.FromHours(23));
        slow.Balance(b.RegistryAccount!.Value).ShouldBe(0);
        slow.After(TimeSpan.FromHours(1));
        slow.Balance(b.RegistryAccount!.Value).ShouldBe(60);
        slow.Balance(a.RegistryAccount!.Value, Compartment.Frozen).ShouldBe(0);
        slow.ShouldReplay();
    }

    [Fact]
    public void A_delayed_transfer_can_be_cancelled_until_it_is_released()
    {
        var slow = Market.Found(delay: "delay: 24 h; ");
        var (a, b) = (slow.Admit(1), slow.Admit(2));
        slow.Issue(a.RegistryAccount!.Value, 100);
        var held = slow.Do(Transfer(a, a.RegistryAccount!.Value, b.RegistryAccount!.Value, 60))
            .OfType<TransferHeld>().Single();
        slow.Refuse(new CancelTransfer(b.Id, held.Transaction.Id)).ShouldBe(RegistryRefusals.UnknownPendingTransfer);
        slow.Do(new CancelTransfer(a.Id, held.Transaction.Id));
        slow.Balance(a.RegistryAccount!.Value).ShouldBe(100);
        slow.Refuse(new CancelTransfer(a.Id, held.Transaction.Id)).ShouldBe(RegistryRefusals.UnknownPendingTransfer);
        slow.After(TimeSpan.FromDays(2));
        slow.Balance(b.RegistryAccount!.Value).ShouldBe(0);
        slow.ShouldReplay();
    }

    [Fact]
    public void A_delayed_transfer_goes_back_when_the_receiver_is_suspended_in_between()
    {
        var slow = Market.Found(delay: "delay: 24 h; ");
        var (a, b) = (slow.Admit(1), slow.Admit(2));
        slow.Issue(a.RegistryAccount!.Value, 100);
        slow.Do(Transfer(a, a.RegistryAccount!.Value, b.RegistryAccount!.Value, 60));
        slow.Refuse(new CloseAccount(b.Id, b.RegistryAccount!.Value, "left")).ShouldBe(AccountRefusals.TransfersWait);
        slow.Do(new SuspendAccount(b.RegistryAccount!.Value, "letter 7"));
        slow.After(TimeSpan.FromDays(1));
        slow.Balance(a.RegistryAccount!.Value).ShouldBe(100);
        slow.ShouldReplay();
    }

    [Fact]
    public void A_court_freezes_releases_a_part_and_takes_the_rest()
    {
        var (a, b) = (market.Admit(1), market.Admit(2));
        var account = a.RegistryAccount!.Value;
        market.Issue(account, 100);
        var freeze = market.Do(new FreezeUnits(account, "CCER", default, new Tonnes(70), "(2023) 京01执1号"))
            .OfType<UnitsFrozen>().Single().Freeze;
        market.Balance(account).ShouldBe(30);
        market.Refuse(Transfer(a, account, b.RegistryAccount!.Value, 31)).ShouldBe(LedgerRefusals.NotEnough);
        market.Do(new ReleaseUnits(freeze, new Tonnes(20), "part lifted"));
        market.Balance(account).ShouldBe(50);
        market.Do(new FreezeAccount(account, "order 2"));
        market.Do(new TransferJudicially(
            account, b.RegistryAccount!.Value, "CCER", default, new Tonnes(50), "order 3", freeze));
        market.Do(
            new TransferJudicially(account, b.RegistryAccount!.Value, "CCER", default, new Tonnes(10), "order 4"));
        market.Balance(b.RegistryAccount!.Value).ShouldBe(60);
        market.Balance(account, Compartment.Frozen).ShouldBe(0);
        market.State.Registry.Freezes.ShouldBeEmpty();
        market.Refuse(new ReleaseUnits(freeze, new Tonnes(1), "again")).ShouldBe(RegistryRefusals.UnknownFreeze);
        market.ShouldReplay();
    }

    [Fact]
    public void Two_freezes_of_one_account_do_not_mix()
    {
        var account = market.Admit(1).RegistryAccount!.Value;
        market.Issue(account, 100);
        market.Do(new FreezeUnits(account, "CCER", default, new Tonnes(30), "first"));
        market.Do(new FreezeUnits(account, "CCER", default, new Tonnes(30), "second"));
        market.Do(new ReleaseUnits(new FreezeId(2), new Tonnes(30), "second lifted"));
        market.State.Registry.Freezes.Values.Single().Serials.ToString().ShouldBe("1-30");
        market.Balance(account).ShouldBe(70);
    }

    [Fact]
    public void A_transfer_is_reversed_with_exactly_its_serials()
    {
        var (a, b) = (market.Admit(1), market.Admit(2));
        var (from, to) = (a.RegistryAccount!.Value, b.RegistryAccount!.Value);
        market.Issue(to, 50);
        market.Issue(from, 100);
        var transfer = market.Do(Transfer(a, from, to, 40)).OfType<UnitsTransferred>().Single().Transaction;
        transfer.Movements[0].Serials.ToString().ShouldBe("51-90");
        market.After(TimeSpan.FromDays(10));
        market.Do(new ReverseTransaction(transfer.Id, "entered by mistake"));
        market.State.Ledger.Serials(new Place(from), Asset.Unit("CCER")).ToString().ShouldBe("51-150");
        market.Refuse(new ReverseTransaction(transfer.Id, "again")).ShouldBe(RegistryRefusals.NotReversible);
        market.ShouldReplay();
    }

    [Fact]
    public void A_cancellation_is_reversed_out_of_the_cancellation_account()
    {
        var a = market.Admit(1);
        market.Issue(a.RegistryAccount!.Value, 100);
        var cancelled = market.Do(
            new CancelVoluntarily(a.Id, a.RegistryAccount!.Value, "CCER", default, new Tonnes(5), "mistake"))
            .OfType<UnitsCancelled>().Single().Transaction;
        market.Do(new ReverseTransaction(cancelled.Id, "mistake"));
        market.Balance(market.System.Cancelled).ShouldBe(0);
        market.Balance(a.RegistryAccount!.Value).ShouldBe(100);
    }

    [Fact]
    public void A_reversal_is_refused_when_the_units_have_gone_on()
    {
        var (a, b, c) = (market.Admit(1), market.Admit(2), market.Admit(3));
        market.Issue(a.RegistryAccount!.Value, 100);
        var transfer = market.Do(Transfer(a, a.RegistryAccount!.Value, b.RegistryAccount!.Value, 40))
            .OfType<UnitsTransferred>().Single().Transaction;
        market.Issue(b.RegistryAccount!.Value, 40);
        market.Do(Transfer(b, b.RegistryAccount!.Value, c.RegistryAccount!.Value, 1));
        market.Refuse(new ReverseTransaction(transfer.Id, "too late")).ShouldBe(LedgerRefusals.SerialsElsewhere);
    }

    [Fact]
    public void A_merged_holders_units_sites_and_duties_are_its_successors()
    {
        var (a, b) = (market.Admit(1), market.Admit(2));
        market.Do(new RegisterFacility(a.Id, new Text("厂", "Site"), "Beijing", new DateOnly(2015, 1, 1)));
        market.Do(new RegisterGeneratingUnit(
            new FacilityId(1), new Text("一号", "Unit 1"), Methodology.MethodInputs.Empty, new DateOnly(2015, 1, 1)));
        market.Do(new ListCoverage(2021, [a.Id], [], "list"));
        market.Issue(a.RegistryAccount!.Value, 100);
        market.Do(Move(a, a.RegistryAccount!.Value, a.TradingAccount!.Value, 30));
        market.Issue(b.RegistryAccount!.Value, 10);
        market.Do(new SucceedHolder(a.Id, b.Id, "京环函〔2022〕1号"));
        market.Balance(b.RegistryAccount!.Value).ShouldBe(80);
        market.Balance(b.TradingAccount!.Value).ShouldBe(30);
        market.State.Registry.Holders[a.Id].Status.ShouldBe(HolderStatus.Succeeded);
        market.State.Registry.UnitsOf[b.Id].ShouldBe([new GeneratingUnitId(1)]);
        market.State.Registry.Facilities[new FacilityId(1)].Holder.ShouldBe(b.Id);
        market.State.Registry.IsCovered(b.Id, 2021).ShouldBeTrue();
        market.State.Registry.Accounts[a.RegistryAccount!.Value].Status.ShouldBe(AccountStatus.Closed);
        market.Refuse(new OpenAccount(a.Id, AccountKind.Registry)).ShouldBe(RegistryRefusals.HolderNotActive);
        market.ShouldReplay();
    }

    [Fact]
    public void Obligations_and_entitlements_are_added_up_period_by_period()
    {
        var (a, b) = (market.Admit(1).Id, market.Admit(2).Id);
        var period = new CompliancePeriod(2021);
        var state = market.State;
        state.Compliance.Obligations[(a, period)] = new(a, period, new(1000), default, default, ObligationStatus.Short);
        state.Compliance.Obligations[(b, period)] = new(b, period, new(500), default, default, ObligationStatus.Open);
        state.Allocation.Entitlements[(a, period)] = new(a, period, new(700), new(900), new(50), default);
        state.Allocation.Entitlements[(b, period)] = new(b, period, new(300), new(400), default, default);
        market.Do(new SucceedHolder(a, b, "approval"));
        var obligation = state.Compliance.Of(b, period)!;
        (obligation.Due, obligation.Status).ShouldBe((new Tonnes(1500), ObligationStatus.Short));
        state.Compliance.Of(a, period).ShouldBeNull();
        var entitlement = state.Allocation.Of(b, period)!;
        (entitlement.PreAllocated, entitlement.Determined, entitlement.Deducted)
            .ShouldBe((new Tonnes(1000), (Tonnes?)new Tonnes(1300), new Tonnes(50)));
    }

    private static MovePosition Move(Holder holder, AccountId from, AccountId to, long tonnes) =>
        new(holder.Id, from, to, "CCER", default, new Tonnes(tonnes));

    private static TransferUnits Transfer(Holder holder, AccountId from, AccountId to, long tonnes) =>
        new(holder.Id, from, to, "CCER", default, new Tonnes(tonnes));
}
