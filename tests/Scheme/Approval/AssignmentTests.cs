using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Approval;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Kit;

namespace Tanheng.Scheme.Tests.Approval;

/// <summary>One approver takes a proposal on, hands it over, lets it go.</summary>
public sealed class AssignmentTests
{
    private readonly Market market =
        Market.Found(Rules.Approvals("issue-offsets", "authority, registry-operator"));

    private readonly ProposalId proposal;

    public AssignmentTests()
    {
        foreach (var name in new[] { "second", "third" })
        {
            market.Do(new AppointOfficial(new UserId(name), [Role.RegistryOperator]));
        }

        market.Do(new AppointOfficial(new UserId("chief"), [Role.Authority]));
        var account = market.Admit(1).RegistryAccount!.Value;
        proposal = market.Propose(new IssueOffsets(account, "CCER", default, new Tonnes(5), "P-1"), by: "admin");
    }

    [Fact]
    public void Who_takes_it_on_alone_decides()
    {
        market.Do(new AssignProposal(proposal, new UserId("second")), by: "second");
        market.Refuse(new ApproveProposal(proposal), by: "third").ShouldBe(ApprovalRefusals.AssignedToAnother);
        market.Refuse(new RejectProposal(proposal, "no"), by: "chief").ShouldBe(ApprovalRefusals.AssignedToAnother);
        market.Do(new ApproveProposal(proposal), by: "second");
        market.ShouldReplay();
    }

    [Fact]
    public void It_is_let_go_or_handed_over_by_who_has_it_or_by_the_authority()
    {
        market.Do(new AssignProposal(proposal, new UserId("second")), by: "second");
        market.Refuse(new AssignProposal(proposal, new UserId("third")), by: "third")
            .ShouldBe(ApprovalRefusals.AssignedToAnother);
        market.Do(new AssignProposal(proposal, new UserId("third")), by: "second");
        market.Do(new AssignProposal(proposal), by: "chief");
        market.Do(new ApproveProposal(proposal), by: "second");
    }

    [Fact]
    public void It_is_not_held_by_somebody_who_can_no_longer_decide()
    {
        market.Do(new AssignProposal(proposal, new UserId("second")), by: "second");
        market.Do(new DismissOfficial(new UserId("second")));
        market.Do(new ApproveProposal(proposal), by: "third");
    }

    [Fact]
    public void It_goes_to_approvers_only()
    {
        market.Refuse(new AssignProposal(proposal, new UserId("admin")), by: "second")
            .ShouldBe(ApprovalRefusals.OwnProposal);
        market.Refuse(new AssignProposal(proposal, new UserId("nobody")), by: "second")
            .ShouldBe(ApprovalRefusals.NotAnApprover);
        market.Refuse(new AssignProposal(proposal, new UserId("nobody")), by: "nobody")
            .ShouldBe(ApprovalRefusals.NotAnApprover);
        market.Refuse(new AssignProposal(proposal), by: "second").ShouldBe(ApprovalRefusals.AssignmentUnchanged);
        market.Refuse(new AssignProposal(new ProposalId(99)), by: "second").ShouldBe(ApprovalRefusals.UnknownProposal);
        market.Do(new WithdrawProposal(proposal, "no"), by: "admin");
        market.Refuse(new AssignProposal(proposal, new UserId("second")), by: "second")
            .ShouldBe(ApprovalRefusals.AlreadyDecided);
    }
}
