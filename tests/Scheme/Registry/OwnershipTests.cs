using Tanheng.Ledger;
using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Scheme.Allocation;
using Tanheng.Scheme.Approval;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Mrv;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Allocation;
using Tanheng.Scheme.Tests.Kit;

namespace Tanheng.Scheme.Tests.Registry;

/// <summary>
/// Sites and accounts that go to another holder. Plants of class I are given 0.8177 t/MWh by the real method of 2021;
/// figures here are those of the reports, so that what moves can be added by hand.
/// </summary>
public sealed class OwnershipTests
{
    [Fact]
    public void R167_a_site_stays_until_nothing_about_it_is_open_and_all_reasons_are_named()
    {
        var (market, old, next) = Two();
        old.Submit(2021, old.Line(0, 1_000, 1_200));
        var refusal = market.Refusal(Give(old, next));
        refusal.Code.ShouldBe(OwnershipRefusals.Unfinished);
        refusal["reasons_en"].ShouldBe("the report of 2021 is on its way");
        old.Verify(2021);
        market.Do(new FileObjection(old.Id, ObjectionSubject.Verification, Plant.P2021, "the scale"), by: "rep1");
        market.Refusal(Give(old, next))["reasons_en"]
            .ShouldBe("objection 1 is not answered; the report of 2021 is on its way");
        market.Do(new AnswerObjection(1, false, "no"));
        market.Do(new AcceptReport(old.Id, 2021));
        market.Refusal(Give(old, next))["reasons_en"]
            .ShouldBe("the emissions of 2021 are accepted for one side only");
        next.Accepted(2021);
        market.Do(Give(old, next));
    }

    [Fact]
    public void R167_refusals_come_in_their_order()
    {
        var (market, old, next) = Two();
        market.Refuse(Give(old, next) with { Facility = new FacilityId(99) })
            .ShouldBe(RegistryRefusals.UnknownFacility);
        market.Refuse(Give(old, next) with { To = new HolderId(99) }).ShouldBe(RegistryRefusals.UnknownHolder);
        market.Refuse(Give(old, old)).ShouldBe(OwnershipRefusals.AlreadyTheirs);
        market.Refuse(Give(old, next) with { Reference = "" }).ShouldBe(RegistryRefusals.TextMissing);
        market.Refuse(Give(old, Plant.Admit(market, 3, "classic"))).ShouldBe(OwnershipRefusals.SectorsDiffer);
        Second(market, old);
        market.Refuse(Give(old, next) with { Units = true }).ShouldBe(OwnershipRefusals.UnitsStay);
        market.Refuse(Give(old, next), by: "rep1").ShouldBe(SchemeRefusals.NotPermitted);
    }

    [Fact]
    public void R169_with_the_last_site_go_emissions_obligation_allocation_and_units_of_open_periods()
    {
        var (market, old, next) = Two();
        old.Accepted(2021, old.Line(0, 1_000, 2_000));
        next.Accepted(2021, next.Line(0, 500, 1_000));
        market.Do(new AllocateFinal(old.Id, Plant.P2021));
        market.Do(new AllocateFinal(next.Id, Plant.P2021));
        var (given, own) = (old.Entitlement(Plant.P2021).Delivered, next.Entitlement(Plant.P2021).Delivered);
        var held = old.Held(Plant.P2021) + next.Held(Plant.P2021);

        var moved = market.Do(Give(old, next) with { Units = true }).OfType<FacilityTransferred>().Single();

        moved.Periods.ShouldContain(Plant.P2021);
        market.State.Mrv.Of(next.Id, 2021)!.Total.ShouldBe(new Tonnes(1_500));
        market.State.Mrv.Of(old.Id, 2021).ShouldBeNull();
        market.State.Compliance.Of(next.Id, Plant.P2021)!.Due.ShouldBe(new Tonnes(1_500));
        market.State.Compliance.Of(old.Id, Plant.P2021).ShouldBeNull();
        next.Entitlement(Plant.P2021).Delivered.ShouldBe(given + own);
        next.Held(Plant.P2021).ShouldBe(held);
        old.Held(Plant.P2021).ShouldBe(0);
        market.State.Registry.IsListed(old.Id, 2022).ShouldBeFalse();
        market.State.Registry.UnitsOf[next.Id].Count.ShouldBe(2);
        var owners = market.State.Registry.FacilityOwners[old.Facility].ShouldHaveSingleItem();
        (owners.From, owners.To, owners.Reference).ShouldBe((old.Id, next.Id, "deed 4"));
        market.ShouldReplay();
    }

    [Fact]
    public void R169_of_one_of_two_sites_the_lines_move_and_both_are_calculated_again()
    {
        var (market, old, next) = Two();
        var (site, unit) = Second(market, old);
        var second = new ReportLine(
            site, unit, Plant.Burn(300), MethodInputs.Of(("electricity", 400m), ("load_factor", 0.9m)));
        old.Accepted(2021, old.Line(0, 1_000, 1_200), second);
        next.Accepted(2021, next.Line(0, 500, 600));
        market.Do(new AllocateFinal(old.Id, Plant.P2021));
        market.Do(new AllocateFinal(next.Id, Plant.P2021));
        var before = old.Entitlement(Plant.P2021).Determined + next.Entitlement(Plant.P2021).Determined;

        market.Do(new TransferFacility(site, next.Id, "deed 4"));

        market.State.Mrv.Of(old.Id, 2021)!.Total.ShouldBe(new Tonnes(1_000));
        market.State.Mrv.Of(next.Id, 2021)!.Total.ShouldBe(new Tonnes(800));
        market.State.Compliance.Of(old.Id, Plant.P2021)!.Due.ShouldBe(new Tonnes(1_000));
        market.State.Compliance.Of(next.Id, Plant.P2021)!.Due.ShouldBe(new Tonnes(800));
        var after = old.Entitlement(Plant.P2021).Determined + next.Entitlement(Plant.P2021).Determined;
        Math.Abs(after!.Value.Value - before!.Value.Value).ShouldBeLessThanOrEqualTo(1); // rounded down on each side
        old.Held(Plant.P2021).ShouldBe(old.Entitlement(Plant.P2021).Determined!.Value.Value);
        next.Held(Plant.P2021).ShouldBe(next.Entitlement(Plant.P2021).Determined!.Value.Value);
        market.State.Registry.IsListed(old.Id, 2022).ShouldBeTrue();
        market.ShouldReplay();
    }

    [Fact]
    public void R169_a_period_that_is_over_stays_with_who_had_the_site()
    {
        var (market, old, next) = Two();
        old.Accepted(2021, old.Line(0, 0, 0));
        market.At("2029-01-01 00:00"); // every surrender deadline has passed
        foreach (var one in market.State.Compliance.Cases.Values.Where(one => one.IsLive).ToList())
        {
            market.Do(new WithdrawCase(one.Id, "not this"));
        }

        market.Do(Give(old, next));
        market.State.Mrv.Of(old.Id, 2021)!.Holder.ShouldBe(old.Id);
        market.State.Mrv.Of(next.Id, 2021).ShouldBeNull();
    }

    [Fact]
    public void R170_an_account_goes_without_people_and_trusted_list_of_the_old_holder()
    {
        var market = Market.Found(Rules.Book("[ ]", Rules.Trusting()), [], TestRules.Methods);
        var (a, b) = (market.Admit(1, people: Person("li")), market.Admit(2, people: Person("wu")));
        var account = a.TradingAccount!.Value;
        market.Issue(account, 100);
        var other = market.Admit(3).RegistryAccount!.Value;
        market.Do(new AddTrustedAccount(a.Id, account, other, "a friend"), by: "li");
        market.Refuse(Hand(account, b.Id)).ShouldBe(RegistryRefusals.AccountLimit); // it has a trading account
        market.Do(new CloseAccount(b.Id, b.TradingAccount!.Value, "makes room"));
        market.Refusal(Hand(account, b.Id))["reasons_en"].ShouldBe("a trusted account does not count yet");
        market.After(TimeSpan.FromHours(24));

        var number = market.State.Registry.Accounts[account].Number;
        market.Do(Hand(account, b.Id));

        var now = market.State.Registry.Accounts[account];
        (now.Number, now.Holder, now.Status).ShouldBe((number, b.Id, AccountStatus.Active));
        market.State.Registry.Holders[a.Id].TradingAccount.ShouldBeNull();
        market.State.Registry.Holders[b.Id].TradingAccount.ShouldBe(account);
        Trust.ListOf(market.State, account).ShouldBeEmpty();
        market.Balance(account).ShouldBe(100);
        market.Refuse(Send(a.Id), by: "li").ShouldBe(RegistryRefusals.AnotherHoldersAccount);
        market.Do(Send(b.Id), by: "wu");
        market.State.Registry.AccountOwners[account].ShouldHaveSingleItem().From.ShouldBe(a.Id);
        Ownership.HolderAt(market.State, account, market.Now.AddHours(-1)).ShouldBe(a.Id);
        market.ShouldReplay();

        CancelVoluntarily Send(HolderId holder) => new(holder, account, "CCER", default, new Tonnes(1), "an event");
    }

    [Fact]
    public void R170_an_account_with_kept_units_or_of_the_scheme_stays()
    {
        var market = Market.Found();
        var (a, b) = (market.Admit(1), market.Admit(2));
        var account = a.TradingAccount!.Value;
        market.Issue(account, 10);
        market.Do(new FreezeUnits(account, "CCER", default, new Tonnes(4), "court"));
        market.Do(new CloseAccount(b.Id, b.TradingAccount!.Value, "makes room"));
        market.Refusal(Hand(account, b.Id))["reasons_en"].ShouldBe("units are frozen or otherwise kept");
        market.Refuse(Hand(market.System.Issuance, b.Id)).ShouldBe(OwnershipRefusals.NotMovable);
        market.Refuse(Hand(account, a.Id)).ShouldBe(OwnershipRefusals.AlreadyTheirs);
        market.Refuse(Hand(account, b.Id) with { Reference = " " }).ShouldBe(RegistryRefusals.TextMissing);
    }

    [Fact]
    public void R167_a_second_person_decides_where_the_rulebook_says_so()
    {
        var approvals = Rules.Approvals("transfer-account", "authority");
        var market = Market.Found(Rules.Book(approvals), [], TestRules.Methods);
        var (a, b) = (market.Admit(1), market.Admit(2));
        market.Do(new CloseAccount(b.Id, b.TradingAccount!.Value, "makes room"));
        var hand = Hand(a.TradingAccount!.Value, b.Id);
        market.Refuse(hand).ShouldBe(ApprovalRefusals.NeedsSecondPerson);
        market.Do(new AppointOfficial(new UserId("chief"), [Rulebook.Role.Authority]));
        var proposal = market.Propose(hand, "admin");
        market.Do(new ApproveProposal(proposal), by: "chief");
        market.State.Registry.Accounts[a.TradingAccount!.Value].Holder.ShouldBe(b.Id);
    }

    private static (Market Market, Plant Old, Plant Next) Two()
    {
        var old = Plant.InNewMarket();
        return (old.Market, old, Plant.Admit(old.Market, 2));
    }

    private static (FacilityId Site, GeneratingUnitId Unit) Second(Market market, Plant plant)
    {
        var site = market.Do(new RegisterFacility(plant.Id, new Text("二厂", "Second"), "", new DateOnly(2012, 1, 1)))
            .OfType<FacilityRegistered>().Single().Facility.Id;
        var unit = market.Do(new RegisterGeneratingUnit(
            site, new Text("机组", "Unit"), Plant.ClassI, new DateOnly(2012, 1, 1)))
            .OfType<GeneratingUnitRegistered>().Single().Unit.Id;
        return (site, unit);
    }

    private static TransferFacility Give(Plant from, Plant to) => new(from.Facility, to.Id, "deed 4");

    private static TransferAccount Hand(AccountId account, HolderId to) => new(account, to, "deed 5");

    private static NewRepresentative[] Person(string name) =>
        [new NewRepresentative(new UserId(name), Rights.Read | Rights.Initiate)];
}
