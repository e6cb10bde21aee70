using Tanheng.Ledger;
using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Kit;

namespace Tanheng.Scheme.Tests.Registry;

public sealed class AdmissionTests
{
    private static readonly DateOnly Start = new(2015, 1, 1);

    [Fact]
    public void AT_S01_2225_units_open_one_account_each_and_a_second_application_is_refused()
    {
        var market = Market.Found();
        market.ChecksEveryCommand = false;
        for (var n = 1; n <= 2225; n++)
        {
            var registration = new RegisterHolder(Codes.Number(n), Name(n), "CN-BJ", "power", []);
            var holder = market.Do(registration).OfType<HolderRegistered>().Single().Holder;
            var account = market.Do(new OpenAccount(holder, AccountKind.Registry))
                .OfType<AccountOpened>().Single().Account;
            market.Do(new ReviewAccount(account.Id));
            market.Do(new ActivateAccount(account.Id));
        }

        market.Refuse(new RegisterHolder(Codes.Number(1234), Name(1234), "CN-SH", "power", []))
            .ShouldBe(RegistryRefusals.HolderCodeTaken);
        market.Refuse(new OpenAccount(new HolderId(1234), AccountKind.Registry))
            .ShouldBe(RegistryRefusals.AccountLimit);
        market.State.Registry.Accounts.Values.Count(account => account.Kind == AccountKind.Registry).ShouldBe(2225);
        market.State.Registry.Holders.Values.ShouldAllBe(holder => holder.RegistryAccount != null);
        Invariants.Check(market.State).ShouldBeEmpty();
        market.ShouldReplay();
    }

    [Fact]
    public void An_account_lives_from_application_to_closure()
    {
        var market = Market.Found();
        var holder = market.Do(new RegisterHolder(Codes.Number(1), Name(1), "CN-BJ", "power", []))
            .OfType<HolderRegistered>().Single().Holder;
        var id = market.Do(new OpenAccount(holder, AccountKind.Trading)).OfType<AccountOpened>().Single().Account.Id;
        Status().ShouldBe(AccountStatus.Applied);
        market.State.Registry.Holders[holder].TradingAccount.ShouldBeNull();
        market.Do(new ReviewAccount(id));
        Status().ShouldBe(AccountStatus.Reviewed);
        market.Do(new ActivateAccount(id));
        Status().ShouldBe(AccountStatus.Active);
        market.State.Registry.Holders[holder].TradingAccount.ShouldBe(id);
        market.Do(new RestrictAccount(id, "late fees"));
        market.Do(new FreezeAccount(id, "court order 1"));
        Status().ShouldBe(AccountStatus.Frozen);
        market.Do(new UnfreezeAccount(id, "court order 2"));
        market.Do(new CloseAccount(holder, id, "left the market"));
        Status().ShouldBe(AccountStatus.Closed);
        market.State.Registry.Holders[holder].TradingAccount.ShouldBeNull();

        // A closed or rejected account does not count: the holder may apply again.
        var second = market.Do(new OpenAccount(holder, AccountKind.Trading))
            .OfType<AccountOpened>().Single().Account.Id;
        market.Do(new RejectAccount(second, "files incomplete"));
        market.Do(new OpenAccount(holder, AccountKind.Trading));
        market.ShouldReplay();

        AccountStatus Status() => market.State.Registry.Accounts[id].Status;
    }

    [Fact]
    public void A_holder_is_admitted_with_people_sites_units_and_accounts_in_one_row()
    {
        var market = Market.Found();
        var attributes = MethodInputs.Of(("class", "I"), ("capacity", 660m));
        var events = market.Do(new AdmitHolder(
            Codes.Number(7),
            Name(7),
            "CN-SH",
            "power",
            [new(new UserId("li"), Rights.Read | Rights.Initiate)],
            [
                new NewFacility(
                    Name(71),
                    "Shanghai",
                    Start,
                    [
                        new NewGeneratingUnit(Name(711), attributes, Start),
                        new NewGeneratingUnit(Name(712), attributes, Start),
                    ]),
                new NewFacility(Name(72), "Shanghai", Start, []),
            ]));
        events.Select(happened => happened.GetType().Name).ShouldBe(
        [
            "HolderRegistered", "AccountOpened", "AccountOpened", "AccountOpened", "FacilityRegistered",
            "GeneratingUnitRegistered", "GeneratingUnitRegistered", "FacilityRegistered",
        ]);
        var holder = market.State.Registry.Holders[new HolderId(1)];
        market.State.Registry.Provinces["CN-SH"].ShouldBe(new AccountId(8));
        holder.RegistryAccount.ShouldBe(new AccountId(9));
        holder.TradingAccount.ShouldBe(new AccountId(10));
        market.State.Registry.UnitsOf[holder.Id].ShouldBe([new GeneratingUnitId(1), new GeneratingUnitId(2)]);
        market.State.Registry.Units[new GeneratingUnitId(2)].Attributes.ShouldBe(attributes);
        market.ShouldReplay();
    }

    [Fact]
    public void A_holder_at_risk_gets_its_custody_account()
    {
        var market = Market.Found();
        var holder = market.Admit(1);
        holder.CustodyAccount.ShouldBeNull();
        market.Do(new UpdateHolder(holder.Id, AtRisk: true));
        var custody = market.State.Registry.Holders[holder.Id].CustodyAccount;
        market.State.Registry.Accounts[custody!.Value].Kind.ShouldBe(AccountKind.Custody);
        market.Do(new UpdateHolder(holder.Id, AtRisk: false));
        market.Do(new UpdateHolder(holder.Id, AtRisk: true));
        market.State.Registry.Holders[holder.Id].CustodyAccount.ShouldBe(custody);
        market.ShouldReplay();
    }

    [Fact]
    public void Coverage_is_a_list_of_each_year()
    {
        var market = Market.Found();
        var (first, second) = (market.Admit(1).Id, market.Admit(2).Id);
        market.Do(new ListCoverage(2021, [first, second], [], "名录 2021"));
        market.Do(new ListCoverage(2022, [first], [], "名录 2022"));
        market.Do(new ListCoverage(2021, [], [second], "closed"));
        market.State.Registry.IsCovered(first, 2021).ShouldBeTrue();
        market.State.Registry.IsCovered(second, 2021).ShouldBeFalse();
        market.State.Registry.IsCovered(second, 2022).ShouldBeFalse();
        market.ShouldReplay();
    }

    private static Text Name(int n) => new($"第{n}电厂", $"Plant {n}");
}
