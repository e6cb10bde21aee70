using System.Text.Json;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Approval;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Kit;

namespace Tanheng.Scheme.Tests.Approval;

public sealed class FourEyesTests
{
    private readonly Market market = Market.Found(Rules.Approvals("transfer-units", "representative, authority")
        + Rules.Approvals("issue-offsets", "authority"));

    private readonly Holder seller;
    private readonly Holder buyer;

    public FourEyesTests()
    {
        seller = market.Admit(1, people:
        [
            new(new UserId("li"), Rights.Read | Rights.Initiate),
            new(new UserId("wang"), Rights.Read | Rights.Initiate | Rights.Approve),
            new(new UserId("zhao"), Rights.Read),
        ]);
        buyer = market.Admit(2, people: [new(new UserId("sun"), Rights.Initiate | Rights.Approve)]);
        market.Do(new AppointOfficial(new UserId("second"), [Role.Authority]));
        var issue = market.Propose(
            new IssueOffsets(seller.RegistryAccount!.Value, "CCER", default, new Tonnes(100), "P-1"), by: "admin");
        market.Do(new ApproveProposal(issue), by: "second");
    }

    [Fact]
    public void A_second_representative_approves_and_the_units_move()
    {
        var proposal = market.Propose(Transfer(60), by: "li");
        market.Balance(buyer.RegistryAccount!.Value).ShouldBe(0);
        var events = market.Do(new ApproveProposal(proposal), by: "wang");
        events.Select(happened => happened.GetType()).ShouldBe([typeof(ProposalApproved), typeof(UnitsTransferred)]);
        market.Balance(buyer.RegistryAccount!.Value).ShouldBe(60);
        market.State.Approvals.Proposals[proposal].DecidedBy.ShouldBe(new UserId("wang"));
        market.Refuse(new ApproveProposal(proposal), by: "wang").ShouldBe(ApprovalRefusals.AlreadyDecided);
        market.ShouldReplay();
    }

    [Fact]
    public void Sent_directly_it_is_refused() =>
        market.Refuse(Transfer(60), by: "li").ShouldBe(ApprovalRefusals.NeedsSecondPerson);

    [Fact]
    public void An_approval_forged_by_the_initiator_is_refused_and_changes_nothing()
    {
        var proposal = market.Propose(Transfer(60), by: "wang");
        market.Refuse(new ApproveProposal(proposal), by: "wang").ShouldBe(ApprovalRefusals.OwnProposal);
        market.Refuse(new RejectProposal(proposal, "no"), by: "wang").ShouldBe(ApprovalRefusals.OwnProposal);
        market.Balance(buyer.RegistryAccount!.Value).ShouldBe(0);
    }

    [Theory]
    [InlineData("li2")] // nobody
    [InlineData("zhao")] // reads only
    [InlineData("sun")] // approves for another holder
    public void Only_an_approver_approves(string user)
    {
        var proposal = market.Propose(Transfer(60), by: "li");
        market.Refuse(new ApproveProposal(proposal), by: user).ShouldBe(ApprovalRefusals.NotAnApprover);
    }

    [Fact]
    public void The_rulebook_says_who_approves()
    {
        var proposal = market.Propose(Transfer(60), by: "li");
        market.Do(new ApproveProposal(proposal), by: "second");
        market.Balance(buyer.RegistryAccount!.Value).ShouldBe(60);
    }

    [Fact]
    public void Whoever_may_not_send_it_may_not_propose_it() =>
        market.Refuse(Propose.Of(Transfer(1)), by: "zhao").ShouldBe(SchemeRefusals.NotPermitted);

    [Fact]
    public void Nonsense_is_refused_when_it_is_proposed() =>
        market.Refuse(Propose.Of(Transfer(101)), by: "li").ShouldBe(LedgerRefusals.NotEnough);

    [Fact]
    public void What_was_possible_when_proposed_may_be_impossible_when_approved()
    {
        var (first, second) = (market.Propose(Transfer(60), by: "li"), market.Propose(Transfer(60), by: "li"));
        market.Do(new ApproveProposal(first), by: "wang");
        market.Refuse(new ApproveProposal(second), by: "wang").ShouldBe(LedgerRefusals.NotEnough);
        market.State.Approvals.Proposals[second].Status.ShouldBe(ProposalStatus.Waiting);
    }

    [Fact]
    public void An_initiator_who_was_suspended_has_proposed_in_vain()
    {
        var proposal = market.Propose(Transfer(60), by: "li");
        market.Do(new SuspendRepresentative(seller.Id, new UserId("li"), true));
        market.Refuse(new ApproveProposal(proposal), by: "wang").ShouldBe(SchemeRefusals.NotPermitted);
    }

    [Fact]
    public void The_last_approver_stays_while_a_proposal_waits()
    {
        market.Propose(Transfer(60), by: "li");
        market.Refuse(new RemoveRepresentative(seller.Id, new UserId("wang"))).ShouldBe(RegistryRefusals.LastApprover);
        market.Refuse(new SuspendRepresentative(seller.Id, new UserId("wang"), true))
            .ShouldBe(RegistryRefusals.LastApprover);
        market.Do(new AppointRepresentative(seller.Id, new UserId("qian"), Rights.Approve));
        market.Do(new RemoveRepresentative(seller.Id, new UserId("wang")));
    }

    [Fact]
    public void A_proposal_is_rejected_withdrawn_or_lapses()
    {
        var rejected = market.Propose(Transfer(1), by: "li");
        market.Do(new RejectProposal(rejected, "wrong buyer"), by: "wang");
        var withdrawn = market.Propose(Transfer(1), by: "li");
        market.Refuse(new WithdrawProposal(withdrawn, "not mine"), by: "wang")
            .ShouldBe(ApprovalRefusals.NotTheInitiator);
        market.Do(new WithdrawProposal(withdrawn, "changed my mind"), by: "li");
        var lapsed = market.Propose(Transfer(1), by: "li");
        market.After(TimeSpan.FromDays(5));
        market.Refuse(new ApproveProposal(lapsed), by: "wang").ShouldBe(ApprovalRefusals.AlreadyDecided);
        ProposalId[] all = [rejected, withdrawn, lapsed];
        all.Select(id => market.State.Approvals.Proposals[id].Status).ShouldBe(
            [ProposalStatus.Rejected, ProposalStatus.Withdrawn, ProposalStatus.Expired]);
        market.State.Approvals.Waiting.ShouldBeEmpty();
        market.ShouldReplay();
    }

    [Fact]
    public void A_proposal_waits_until_its_very_last_moment()
    {
        var proposal = market.Propose(Transfer(1), by: "li");
        market.After(TimeSpan.FromDays(5) - TimeSpan.FromMilliseconds(1));
        market.Do(new ApproveProposal(proposal), by: "wang");
    }

    [Theory]
    [InlineData("no-such-command", "{}", 6003)]
    [InlineData("transfer-units", "{}", 6004)] // nothing in it
    [InlineData("transfer-units", "[]", 6004)] // not an object
    [InlineData("transfer-units", "{\"holder\":\"one\"}", 6004)] // letters for a number
    [InlineData("transfer-units", "{\"holder\":1,\"bogus\":2}", 6004)] // an unknown member
    [InlineData("review-account", "{\"account\":9}", 6002)] // needs nobody else
    public void Wrong_content_of_a_proposal_is_refused(string command, string json, int code)
    {
        using var document = JsonDocument.Parse(json);
        market.Refuse(new Propose(command, document.RootElement.Clone())).Number.ShouldBe(code);
    }

    [Fact]
    public void Proposals_cannot_be_nested()
    {
        var inner = Propose.Of(new ApproveProposal(new ProposalId(1)));
        market.Refuse(Propose.Of(inner), by: "li").ShouldBe(ApprovalRefusals.NoSecondPersonNeeded);
    }

    [Fact]
    public void The_clock_belongs_to_the_system()
    {
        market.Refuse(new AdvanceClock(), by: "admin").ShouldBe(SchemeRefusals.NotPermitted);
        market.Refuse(new AdvanceClock(), by: "system").ShouldBe(SchemeRefusals.NothingDue);
        market.Refuse(new AppointRepresentative(seller.Id, UserId.System, Rights.Read))
            .ShouldBe(RegistryRefusals.BarredStaff);
    }

    private TransferUnits Transfer(long tonnes) => new(
        seller.Id, seller.RegistryAccount!.Value, buyer.RegistryAccount!.Value, "CCER", default, new Tonnes(tonnes));
}
