using Tanheng.Quantities;
using Tanheng.Scheme.Allocation;
using Tanheng.Scheme.Approval;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Kit;

namespace Tanheng.Scheme.Tests.Approval;

/// <summary>What a waiting proposal is about is kept by it until it is decided, withdrawn, or lapses.</summary>
public sealed class OneAtATimeTests
{
    private static readonly CompliancePeriod Period = new(2021);

    private readonly Market market =
        Market.Found(Rules.Approvals("allocate-stated, reverse-transaction", "authority"));

    [Fact]
    public void One_table_of_a_period_waits_at_a_time()
    {
        var holder = market.Admit(1).Id;
        market.Do(new ListCoverage(2021, [holder], [], "list"));
        AllocateStated Table(long tonnes) => new(Period, [new(holder, new Tonnes(tonnes))], "table");
        var first = market.Propose(Table(500), by: "admin");
        var refusal = market.Refusal(Propose.Of(Table(600)));
        (refusal.Code, refusal["proposal"]).ShouldBe((ApprovalRefusals.AnotherWaits, first.ToString()));
        market.Do(new WithdrawProposal(first, "a wrong table"));
        market.Propose(Table(600), by: "admin");
    }

    [Fact]
    public void A_transaction_is_reversed_by_one_proposal_and_a_rejected_one_leaves_it_free()
    {
        var (from, to) = (market.Admit(1), market.Admit(2));
        market.Issue(from.RegistryAccount!.Value, 10);
        var sent = market.Do(new TransferUnits(
            from.Id, from.RegistryAccount!.Value, to.RegistryAccount!.Value, "CCER", default, new Tonnes(10)))
            .OfType<UnitsTransferred>().Single().Transaction.Id;
        market.Do(new AppointOfficial(new UserId("second"), [Tanheng.Rulebook.Role.Authority]));
        var first = market.Propose(new ReverseTransaction(sent, "by mistake"), by: "admin");
        market.Refuse(Propose.Of(new ReverseTransaction(sent, "by mistake"))).ShouldBe(ApprovalRefusals.AnotherWaits);
        market.Do(new RejectProposal(first, "it was no mistake"), by: "second");
        var next = market.Propose(new ReverseTransaction(sent, "it was"), by: "admin");
        market.Do(new ApproveProposal(next), by: "second");
        market.Balance(from.RegistryAccount!.Value).ShouldBe(10);
        market.Refuse(Propose.Of(new ReverseTransaction(sent, "again"))).ShouldBe(RegistryRefusals.NotReversible);
        market.ShouldReplay();
    }

    [Fact]
    public void A_proposal_that_lapses_keeps_nothing()
    {
        var holder = market.Admit(1).Id;
        market.Do(new ListCoverage(2021, [holder], [], "list"));
        var table = new AllocateStated(Period, [new(holder, new Tonnes(5))], "table");
        market.Propose(table, by: "admin");
        market.After(TimeSpan.FromDays(5));
        market.State.Approvals.Kept.ShouldBeEmpty();
        market.Propose(table, by: "admin");
        market.ShouldReplay();
    }
}
