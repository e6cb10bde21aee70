using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Approval;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Mrv;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Kit;
using Tanheng.Scheme.Tests.Trading;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Tests.Registry;

/// <summary>
/// Pledges of units: a is the pledgor, b the lender, c a stranger. The kit asserts conservation, and that all that is
/// pledged is kept by a pledge, after every command.
/// </summary>
public sealed class PledgeTests
{
    private static readonly CompliancePeriod Y2021 = new(2021);
    private readonly Floor floor = new(PledgeBook.Of());

    public PledgeTests() => floor.Give(floor.A, 12_000, "1000.00").At("09:30");

    private AccountId From => floor.A.TradingAccount!.Value;

    [Fact]
    public void A_pledge_is_applied_for_confirmed_released_in_parts_and_over()
    {
        var id = PledgeBook.Apply(floor);
        Units().ShouldBe((12_000, 0), "an application keeps nothing");
        floor.State.Pledges.Find(id)!.Status.ShouldBe(PledgeStatus.Applied);

        floor.Do(new ConfirmPledge(floor.B.Id, id), floor.B);
        Units().ShouldBe((2_000, 10_000));
        floor.State.Ledger.Kept(Floor.Ccer, Compartment.Pledged).ShouldBe(10_000);
        var pledge = floor.State.Pledges.Find(id)!;
        (pledge.Status, pledge.Serials.ToString()).ShouldBe((PledgeStatus.Registered, "1-10000"));
        floor.State.Pledges.Of(floor.A.Id).ShouldBe([pledge]);
        floor.State.Pledges.Of(floor.B.Id).ShouldBe([pledge]);

        floor.Do(Release(id, 4_000) with { ClaimLeft = Money.Parse("180000.00 CNY") }, floor.B);
        Units().ShouldBe((6_000, 6_000));
        pledge = floor.State.Pledges.Find(id)!;
        (pledge.Quantity, pledge.Claim).ShouldBe((new Tonnes(6_000), Money.Parse("180000.00 CNY")));
        pledge.Serials.ToString().ShouldBe("4001-10000");

        floor.Do(Release(id, 6_000), floor.B);
        Units().ShouldBe((12_000, 0));
        floor.State.Pledges.Pledges.ShouldBeEmpty();
        floor.Refuse(Release(id, 1), floor.B).ShouldBe(PledgeRefusals.UnknownPledge);
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void Pledged_units_are_not_sold_transferred_surrendered_cancelled_moved_or_frozen()
    {
        floor.Market.Do(new ListCoverage(2021, [floor.A.Id], [], "list"));
        floor.Market.Do(new RecordVerifiedEmissions(floor.A.Id, 2021, new Tonnes(100_000), "statement"));
        PledgeBook.Register(floor);
        floor.Refuse(Transfer(1) with { Serials = SerialSet.Parse("1-1") }, floor.A)
            .ShouldBe(LedgerRefusals.SerialsElsewhere);
        floor.Do(Transfer(2_000), floor.A);

        floor.Refuse(floor.Listing(floor.A, OrderSide.Sell, 1, "60.00"), floor.A).ShouldBe(TradingRefusals.UnitsShort);
        floor.Refuse(Transfer(1), floor.A).ShouldBe(LedgerRefusals.NotEnough);
        floor.Refuse(
            new MovePosition(floor.A.Id, From, floor.A.RegistryAccount!.Value, "CCER", default, new(1)), floor.A)
            .ShouldBe(LedgerRefusals.NotEnough);
        floor.Refuse(new CancelVoluntarily(floor.A.Id, From, "CCER", default, new(1), "event"), floor.A)
            .ShouldBe(LedgerRefusals.NotEnough);
        floor.Refuse(new Surrender(floor.A.Id, Y2021, Offsets: new Tonnes(1)), floor.A)
            .ShouldBe(ComplianceRefusals.NotEnoughUnits);
        floor.Market.Refuse(new FreezeUnits(From, "CCER", default, new(1), "court")).ShouldBe(LedgerRefusals.NotEnough);
        floor.Market.Refuse(
            new TransferJudicially(From, floor.C.TradingAccount!.Value, "CCER", default, new(1), "court"))
            .ShouldBe(LedgerRefusals.NotEnough);
        floor.Market.Refuse(new SettleTrade(From, floor.C.TradingAccount!.Value, "CCER", default, new(1), "T-1"))
            .ShouldBe(LedgerRefusals.NotEnough);
        Units().ShouldBe((0, 10_000));
    }

    [Fact]
    public void An_application_can_be_withdrawn_by_either_party_and_by_the_registry_for_one()
    {
        var (first, second, third) = (PledgeBook.Apply(floor), PledgeBook.Apply(floor), PledgeBook.Apply(floor));
        floor.Refuse(new WithdrawPledge(floor.C.Id, first, "not mine"), floor.C).ShouldBe(PledgeRefusals.NotAParty);
        floor.Refuse(new WithdrawPledge(floor.A.Id, first, " "), floor.A).ShouldBe(RegistryRefusals.TextMissing);
        floor.Refuse(new WithdrawPledge(floor.A.Id, first, "x"), floor.C).ShouldBe(SchemeRefusals.NotPermitted);
        floor.Do(new WithdrawPledge(floor.A.Id, first, "no loan"), floor.A);
        floor.Do(new WithdrawPledge(floor.B.Id, second, "declined"), floor.B);
        floor.Market.Do(new WithdrawPledge(floor.A.Id, third, "papers incomplete"));
        floor.Refuse(new ConfirmPledge(floor.B.Id, first), floor.B).ShouldBe(PledgeRefusals.UnknownPledge);

        var kept = PledgeBook.Register(floor);
        kept.ShouldBe(new PledgeId(4), "numbers are never used again");
        floor.Refuse(new WithdrawPledge(floor.A.Id, kept, "changed my mind"), floor.A)
            .ShouldBe(PledgeRefusals.PledgeInForce);
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void Units_used_before_the_confirmation_cannot_be_pledged_any_more()
    {
        var id = PledgeBook.Apply(floor);
        floor.Do(Transfer(2_001), floor.A);
        floor.Refuse(new ConfirmPledge(floor.B.Id, id), floor.B).ShouldBe(LedgerRefusals.NotEnough);
        floor.State.Pledges.Find(id)!.Status.ShouldBe(PledgeStatus.Applied);
    }

    [Fact]
    public void The_registry_delivers_pledged_units_to_the_lender_or_a_buyer_whatever_the_account_s_status()
    {
        var id = PledgeBook.Register(floor);
        floor.Market.Do(new FreezeAccount(From, "order"));
        RealisePledge To(AccountId account, long tonnes) => new(id, account, new Tonnes(tonnes), "仲裁裁决 7");

        floor.Refuse(To(floor.B.TradingAccount!.Value, 1), floor.B).ShouldBe(SchemeRefusals.NotPermitted);
        floor.Market.Refuse(To(floor.B.TradingAccount!.Value, 1) with { Reference = "" })
            .ShouldBe(RegistryRefusals.TextMissing);
        floor.Market.Refuse(To(floor.A.RegistryAccount!.Value, 1)).ShouldBe(RegistryRefusals.SameHolder);
        floor.Market.Refuse(To(floor.Market.System.Cancelled, 1)).ShouldBe(RegistryRefusals.KindMayNotReceive);
        floor.Market.Refuse(To(floor.B.TradingAccount!.Value, 10_001)).ShouldBe(PledgeRefusals.BeyondPledge);

        floor.Market.Do(To(floor.B.TradingAccount!.Value, 7_000));
        floor.Market.Do(To(floor.C.TradingAccount!.Value, 1_000));
        floor.Units(floor.B).ShouldBe(7_000);
        floor.Units(floor.C).ShouldBe(1_000);
        Units().ShouldBe((2_000, 2_000));
        floor.State.Pledges.Find(id)!.Serials.ToString().ShouldBe("8001-10000");
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void Two_pledges_of_one_account_do_not_mix()
    {
        var first = PledgeBook.Register(floor, Half());
        var second = PledgeBook.Register(floor, Half());
        floor.Do(Release(second, 5_000), floor.B);
        floor.State.Pledges.Pledges.Values.Single().ShouldBe(floor.State.Pledges.Find(first));
        floor.State.Pledges.Find(first)!.Serials.ToString().ShouldBe("1-5000");
        Units().ShouldBe((7_000, 5_000));
    }

    [Fact]
    public void An_account_with_a_pledge_is_not_closed_and_neither_party_is_succeeded()
    {
        var (a, b) = (floor.A, floor.B);
        var close = new CloseAccount(a.Id, From, "leaves");
        var id = PledgeBook.Apply(floor);
        floor.Market.Refuse(close).ShouldBe(PledgeRefusals.PledgeBeforeClosing);
        floor.Do(new ConfirmPledge(b.Id, id), b);
        floor.Market.Refuse(close).ShouldBe(PledgeRefusals.PledgeBeforeClosing);
        foreach (var (gone, goesOn) in new[] { (a, floor.C), (b, floor.C) })
        {
            var refusal = floor.Market.Refusal(new SucceedHolder(gone.Id, goesOn.Id, "merger"));
            refusal.Code.ShouldBe(RegistryRefusals.SuccessionUnfinished);
            refusal.Message("en").ShouldContain("a pledge that it gave or took");
        }

        floor.Do(Release(id, 10_000), b);
        floor.Market.Refuse(close).ShouldBe(RegistryRefusals.AccountNotEmpty);
        floor.Market.Do(new SucceedHolder(b.Id, floor.C.Id, "merger"));
    }

    [Fact]
    public void Where_the_rulebook_asks_for_the_registry_the_pledge_is_registered_when_it_approves()
    {
        var book = PledgeBook.Of();
        var second = new Floor(book with
        {
            Text = book.Text.Replace(
                "approvals: [ ]",
                "approvals:" + Rules.Approvals("confirm-pledge", "registry-operator"),
                StringComparison.Ordinal),
        }).Give(floor.A, 12_000).At("09:30");
        var (first, other) = (PledgeBook.Apply(second, Half()), PledgeBook.Apply(second, Half()));
        second.Refuse(new ConfirmPledge(second.B.Id, first), second.B).ShouldBe(ApprovalRefusals.NeedsSecondPerson);
        var confirmation = second.Market.Propose(new ConfirmPledge(second.B.Id, first), "b");
        second.Units(second.A, Compartment.Pledged).ShouldBe(0);
        second.Refuse(Propose.Of(new ConfirmPledge(second.B.Id, first)), second.B)
            .ShouldBe(ApprovalRefusals.AnotherWaits);
        second.Market.Do(new AppointOfficial(new UserId("registrar"), [Role.RegistryOperator]));
        second.Market.Do(new ApproveProposal(confirmation), "registrar");
        second.Units(second.A, Compartment.Pledged).ShouldBe(5_000);

        var refused = second.Market.Propose(new ConfirmPledge(second.B.Id, other), "b");
        second.Market.Do(new RejectProposal(refused, "papers incomplete"), "registrar");
        second.Units(second.A, Compartment.Pledged).ShouldBe(5_000);
        second.Market.ShouldReplay();
    }

    private ApplyPledge Half() => PledgeBook.Application(floor) with
    {
        Quantity = new Tonnes(5_000),
        Claim = Money.Parse("150000.00 CNY"),
    };

    private ReleasePledge Release(PledgeId id, long tonnes) =>
        new(floor.B.Id, id, new Tonnes(tonnes), "还款凭证 3");

    private TransferUnits Transfer(long tonnes) =>
        new(floor.A.Id, From, floor.C.TradingAccount!.Value, "CCER", default, new Tonnes(tonnes));

    private (long Free, long Pledged) Units() => (floor.Units(floor.A), floor.Units(floor.A, Compartment.Pledged));
}
