using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Kit;
using Tanheng.Scheme.Tests.Trading;

namespace Tanheng.Scheme.Tests.Registry;

/// <summary>One row, one refusal of a pledge: what is asked, what is answered.</summary>
public sealed class PledgeRefusalTests
{
    private static readonly List<(string Name, RefusalCode Code, Func<Floor, Command> Ask)> Rows =
    [
        ("no agreement", RegistryRefusals.TextMissing, f => App(f) with { Reference = " " }),
        ("a lender that does not exist", RegistryRefusals.UnknownHolder, f => App(f) with { Pledgee = new(99) }),
        ("a lender that is no longer", RegistryRefusals.HolderNotActive, Merged),
        ("to oneself", PledgeRefusals.OwnPledgee, f => App(f) with { Pledgee = f.A.Id }),
        ("another holder's account", RegistryRefusals.AnotherHoldersAccount,
            f => App(f) with { Account = f.C.TradingAccount!.Value }),
        ("an unknown unit", RegistryRefusals.UnknownUnit, f => App(f) with { Unit = "VER" }),
        ("a unit that the rulebook does not permit", PledgeRefusals.NotPledgeable,
            f => App(f) with { Unit = "CEA", Vintage = new CompliancePeriod(2022) }),
        ("a claim of nothing", PledgeRefusals.BadClaim, f => App(f) with { Claim = Money.Parse("0.00 CNY") }),
        ("a claim in another money", PledgeRefusals.BadClaim, f => App(f) with { Claim = Money.Parse("1.00 EUR") }),
        ("an agreement that has ended", PledgeRefusals.EndInThePast,
            f => App(f) with { Until = new DateOnly(2022, 7, 3) }),
        ("a frozen account", RegistryRefusals.AccountNotUsable, Frozen),
        ("nothing", LedgerRefusals.QuantityNotPositive, f => App(f) with { Quantity = default }),
        ("less than nothing", LedgerRefusals.QuantityNotPositive, f => App(f) with { Quantity = new(-1) }),
        ("more than is free", LedgerRefusals.NotEnough, f => App(f) with { Quantity = new(12_001) }),
        ("one fen beyond the loan to value", PledgeRefusals.BeyondLoanToValue,
            f => App(f) with { Claim = Money.Parse("300000.01 CNY") }),
        ("the confirmation of nothing", PledgeRefusals.UnknownPledge, f => new ConfirmPledge(f.B.Id, new(9))),
        ("a confirmation by a stranger", PledgeRefusals.NotThePledgee,
            f => new ConfirmPledge(f.C.Id, PledgeBook.Apply(f))),
        ("a confirmation by the pledgor", PledgeRefusals.NotThePledgee,
            f => new ConfirmPledge(f.A.Id, PledgeBook.Apply(f))),
        ("a confirmation twice", PledgeRefusals.PledgeInForce,
            f => new ConfirmPledge(f.B.Id, PledgeBook.Register(f))),
        ("a release without a paper", RegistryRefusals.TextMissing,
            f => Release(f, PledgeBook.Register(f)) with { Reference = "" }),
        ("a release of nothing known", PledgeRefusals.UnknownPledge, f => Release(f, new PledgeId(9))),
        ("a release before the registration", PledgeRefusals.PledgeNotRegistered,
            f => Release(f, PledgeBook.Apply(f))),
        ("a release by a stranger", PledgeRefusals.NotThePledgee,
            f => Release(f, PledgeBook.Register(f)) with { Holder = f.C.Id }),
        ("a release by the pledgor", PledgeRefusals.NotThePledgee,
            f => Release(f, PledgeBook.Register(f)) with { Holder = f.A.Id }),
        ("more released than pledged", PledgeRefusals.BeyondPledge,
            f => Release(f, PledgeBook.Register(f)) with { Quantity = new(10_001) }),
        ("nothing released", LedgerRefusals.QuantityNotPositive,
            f => Release(f, PledgeBook.Register(f)) with { Quantity = default }),
        ("a claim that would not shrink", PledgeRefusals.ClaimNotLower,
            f => Release(f, PledgeBook.Register(f)) with { ClaimLeft = Money.Parse("300000.00 CNY") }),
        ("a claim left in another money", PledgeRefusals.ClaimNotLower,
            f => Release(f, PledgeBook.Register(f)) with { ClaimLeft = Money.Parse("1.00 EUR") }),
    ];

    public static TheoryData<string> Names => [.. Rows.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_pledge_is_refused(string name)
    {
        var floor = new Floor(PledgeBook.Of());
        floor.Give(floor.A, 12_000).At("09:30");
        var (_, code, ask) = Rows.Single(row => row.Name == name);
        var command = ask(floor);

        var person = (char)('a' + ((IForHolder)command).Holder.Value - 1);
        floor.Market.Refuse(command, person.ToString()).ShouldBe(code);
    }

    [Fact]
    public void Others_send_nothing_for_a_party_and_officials_pledge_nobody_s_units()
    {
        var floor = new Floor(PledgeBook.Of());
        floor.Give(floor.A, 12_000).At("09:30");
        floor.Refuse(App(floor), floor.C).ShouldBe(SchemeRefusals.NotPermitted);
        floor.Market.Refuse(App(floor)).ShouldBe(SchemeRefusals.NotPermitted);
        var id = PledgeBook.Apply(floor);
        floor.Refuse(new ConfirmPledge(floor.B.Id, id), floor.C).ShouldBe(SchemeRefusals.NotPermitted);
        floor.Market.Refuse(new ConfirmPledge(floor.B.Id, id)).ShouldBe(SchemeRefusals.NotPermitted);
        floor.Do(new ConfirmPledge(floor.B.Id, id), floor.B);
        floor.Refuse(Release(floor, id), floor.C).ShouldBe(SchemeRefusals.NotPermitted);
        floor.Market.Do(Release(floor, id));
    }

    [Fact]
    public void A_market_whose_rulebook_has_no_pledges_refuses_them()
    {
        var floor = new Floor();
        floor.Give(floor.A, 12_000).At("09:30");
        floor.Refuse(App(floor), floor.A).ShouldBe(PledgeRefusals.NotPledgeable);
    }

    private static ApplyPledge App(Floor floor) => PledgeBook.Application(floor);

    private static ReleasePledge Release(Floor floor, PledgeId id) => new(floor.B.Id, id, new Tonnes(1), "receipt 3");

    private static ApplyPledge Merged(Floor floor)
    {
        floor.Market.Do(new SucceedHolder(floor.B.Id, floor.C.Id, "merger"));
        return App(floor);
    }

    private static ApplyPledge Frozen(Floor floor)
    {
        floor.Market.Do(new FreezeAccount(floor.A.TradingAccount!.Value, "order"));
        return App(floor);
    }
}
