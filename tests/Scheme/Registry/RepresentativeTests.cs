using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Approval;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Kit;

namespace Tanheng.Scheme.Tests.Registry;

/// <summary>
/// Who acts for a holder: li initiates, wang approves. The holder asks for changes, the registry operator decides.
/// </summary>
public sealed class RepresentativeTests
{
    private const string Requests =
        "appoint-representative, change-representative, replace-representative, remove-representative";

    private readonly Market market = Found("initiator_and_approver: yes", "most_representatives: 3");
    private readonly HolderId holder;

    public RepresentativeTests()
    {
        holder = market.Admit(1, people: [new(Li, Rights.Initiate), new(Wang, Rights.Approve)]).Id;
        market.Do(new AppointOfficial(new UserId("registrar"), [Role.RegistryOperator]));
    }

    private static UserId Li { get; } = new("li");

    private static UserId Wang { get; } = new("wang");

    private static UserId Zhao { get; } = new("zhao");

    private IEnumerable<Representative> People => market.State.Registry.Holders[holder].Representatives;

    [Fact]
    public void A_holder_asks_for_a_representative_and_the_registry_decides()
    {
        var proposal = market.Propose(new AppointRepresentative(holder, Zhao, Rights.Read), by: "li");
        People.Count().ShouldBe(2);
        market.Refuse(new ApproveProposal(proposal), by: "wang").ShouldBe(ApprovalRefusals.NotAnApprover);
        market.Do(new ApproveProposal(proposal), by: "registrar");
        People.Last().ShouldBe(new Representative(Zhao, Rights.Read));
        market.ShouldReplay();
    }

    [Fact]
    public void An_official_who_asks_does_not_decide()
    {
        var proposal = market.Propose(new AppointRepresentative(holder, Zhao, Rights.Read), by: "registrar");
        market.Refuse(new ApproveProposal(proposal), by: "registrar").ShouldBe(ApprovalRefusals.OwnProposal);
        market.Do(new ApproveProposal(proposal), by: "admin");
    }

    [Fact]
    public void Where_the_rulebook_names_nobody_to_decide_a_holder_cannot_ask()
    {
        var plain = Market.Found();
        var own = plain.Admit(1, people: new NewRepresentative(Li, Rights.Initiate));
        plain.Refuse(new AppointRepresentative(own.Id, Zhao, Rights.Read), by: "li")
            .ShouldBe(SchemeRefusals.NotPermitted);
        plain.Do(new AppointRepresentative(own.Id, Zhao, Rights.Read));
    }

    [Fact]
    public void One_who_only_reads_cannot_ask()
    {
        Decide(new AppointRepresentative(holder, Zhao, Rights.Read));
        market.Refuse(Propose.Of(new RemoveRepresentative(holder, Li)), by: "zhao")
            .ShouldBe(SchemeRefusals.NotPermitted);
    }

    [Fact]
    public void Rights_are_changed()
    {
        Decide(new ChangeRepresentative(holder, Li, Rights.Initiate | Rights.Approve));
        People.First().Rights.ShouldBe(Rights.Initiate | Rights.Approve);
        market.Refuse(Propose.Of(new ChangeRepresentative(holder, Li, Rights.Initiate | Rights.Approve)), by: "li")
            .ShouldBe(RegistryRefusals.NothingToDo);
        market.ShouldReplay();
    }

    [Fact]
    public void Somebody_takes_anothers_place()
    {
        Decide(new ReplaceRepresentative(holder, Wang, Zhao, Rights.Approve));
        People.Select(person => person.User).ShouldBe([Li, Zhao]);
        market.State.Registry.ActsFor.ShouldNotContainKey(Wang);
        market.ShouldReplay();
    }

    [Fact]
    public void A_person_is_named_in_one_waiting_request()
    {
        market.Propose(new ReplaceRepresentative(holder, Wang, Zhao, Rights.Approve), by: "li");
        Command[] others =
        [
            new AppointRepresentative(holder, Zhao, Rights.Read),
            new ChangeRepresentative(holder, Wang, Rights.Initiate | Rights.Approve),
            new RemoveRepresentative(holder, Wang),
        ];
        foreach (var other in others)
        {
            market.Refuse(Propose.Of(other), by: "li").ShouldBe(ApprovalRefusals.AnotherWaits);
        }

        market.Propose(new ChangeRepresentative(holder, Li, Rights.Initiate | Rights.Approve), by: "li");
    }

    [Fact]
    public void More_than_the_most_are_refused()
    {
        Decide(new AppointRepresentative(holder, Zhao, Rights.Read));
        market.Refuse(Propose.Of(new AppointRepresentative(holder, new UserId("qian"), Rights.Read)), by: "li")
            .ShouldBe(RepresentativeRefusals.TooMany);
        market.Do(new SuspendRepresentative(holder, Zhao, true));
        market.Propose(new AppointRepresentative(holder, new UserId("qian"), Rights.Read), by: "li");
    }

    [Fact]
    public void Two_people_must_be_able_to_keep_four_eyes()
    {
        // Who initiates and approves alone cannot approve their own proposal: it takes two.
        market.Refuse(Propose.Of(new ChangeRepresentative(holder, Wang, Rights.Read)), by: "li")
            .ShouldBe(RepresentativeRefusals.NoPair);
        market.Refuse(Propose.Of(new ReplaceRepresentative(holder, Wang, Zhao, Rights.Initiate)), by: "li")
            .ShouldBe(RepresentativeRefusals.NoPair);
        Decide(new ChangeRepresentative(holder, Li, Rights.Initiate | Rights.Approve));
        market.Refuse(Propose.Of(new ChangeRepresentative(holder, Wang, Rights.Read)), by: "li")
            .ShouldBe(RepresentativeRefusals.NoPair);
        Decide(new ChangeRepresentative(holder, Wang, Rights.Initiate));

        // One alone needs no other.
        Decide(new RemoveRepresentative(holder, Wang));
    }

    [Fact]
    public void The_last_approver_stays_while_a_proposal_waits()
    {
        var cancel = Found("most_representatives: 3", more: "cancel-voluntarily");
        var own = cancel.Admit(1, people: [new(Li, Rights.Initiate), new(Wang, Rights.Approve)]);
        cancel.Do(new AppointOfficial(new UserId("second"), [Role.RegistryOperator]));
        cancel.Issue(own.RegistryAccount!.Value, 10);
        cancel.Propose(
            new CancelVoluntarily(own.Id, own.RegistryAccount!.Value, "CCER", default, new Tonnes(1), "p"), by: "li");
        cancel.Refuse(Propose.Of(new ChangeRepresentative(own.Id, Wang, Rights.Read)), by: "li")
            .ShouldBe(RegistryRefusals.LastApprover);
        cancel.Refuse(Propose.Of(new ReplaceRepresentative(own.Id, Wang, Zhao, Rights.Read)), by: "li")
            .ShouldBe(RegistryRefusals.LastApprover);
        cancel.Propose(new ReplaceRepresentative(own.Id, Wang, Zhao, Rights.Approve), by: "li");
    }

    [Fact]
    public void Nobody_replaces_oneself() =>
        market.Refuse(Propose.Of(new ReplaceRepresentative(holder, Li, Li, Rights.Read)), by: "li")
            .ShouldBe(RepresentativeRefusals.ReplacesSelf);

    [Fact]
    public void A_stranger_is_neither_changed_nor_replaced()
    {
        market.Refuse(Propose.Of(new ChangeRepresentative(holder, Zhao, Rights.Read)), by: "li")
            .ShouldBe(RegistryRefusals.UnknownRepresentative);
        market.Refuse(Propose.Of(new ReplaceRepresentative(holder, Zhao, Li, Rights.Read)), by: "li")
            .ShouldBe(RegistryRefusals.UnknownRepresentative);
    }

    [Fact]
    public void A_change_to_no_rights_is_refused() =>
        market.Refuse(Propose.Of(new ChangeRepresentative(holder, Li, Rights.None)), by: "li")
            .ShouldBe(RegistryRefusals.NoRights);

    [Fact]
    public void Staff_of_the_scheme_replaces_nobody() =>
        market.Refuse(Propose.Of(new ReplaceRepresentative(holder, Li, Market.Admin, Rights.Initiate)), by: "li")
            .ShouldBe(RegistryRefusals.BarredStaff);

    [Fact]
    public void An_account_needs_the_people_of_its_kind_before_it_is_activated()
    {
        var strict = Found("representatives: { trading: { least: 2, most: 2 } }");
        var people = new[] { new NewRepresentative(Li, Rights.Initiate) };
        var id = strict.Do(new RegisterHolder(Codes.Number(9), new Text("商", "Trader"), "CN-BJ", "", people))
            .OfType<HolderRegistered>().Single().Holder;
        AccountId Opened(AccountKind kind)
        {
            var account = strict.Do(new OpenAccount(id, kind)).OfType<AccountOpened>().Single().Account.Id;
            strict.Do(new ReviewAccount(account));
            return account;
        }

        strict.Do(new ActivateAccount(Opened(AccountKind.Registry)));
        RepresentativeLimits.Of(strict.State, id).ShouldBe((0, null));
        var trading = Opened(AccountKind.Trading);
        strict.Refuse(new ActivateAccount(trading)).ShouldBe(RegistryRefusals.TooFewRepresentatives);
        strict.Do(new ApproveProposal(strict.Propose(new AppointRepresentative(id, Wang, Rights.Approve), by: "li")));
        strict.Do(new ActivateAccount(trading));
        RepresentativeLimits.Of(strict.State, id).ShouldBe((2, (int?)2));
        strict.Refuse(Propose.Of(new RemoveRepresentative(id, Wang)), by: "li")
            .ShouldBe(RegistryRefusals.TooFewRepresentatives);
        strict.Refuse(Propose.Of(new AppointRepresentative(id, Zhao, Rights.Approve)), by: "li")
            .ShouldBe(RepresentativeRefusals.TooMany);
    }

    [Fact]
    public void Every_right_includes_reading_and_a_suspended_person_has_none()
    {
        Tanheng.Scheme.Registry.Holders.RightsOf(market.State.Registry.Holders[holder], Wang)
            .ShouldBe(Rights.Read | Rights.Approve);
        market.Do(new SuspendRepresentative(holder, Wang, true));
        Tanheng.Scheme.Registry.Holders.RightsOf(market.State.Registry.Holders[holder], Wang).ShouldBe(Rights.None);
    }

    [Fact]
    public void One_who_may_only_surrender_surrenders_and_approves_surrenders_and_nothing_else()
    {
        var duty = Found("most_representatives: 3", more: "surrender");
        var own = duty.Admit(1, people: [new(Li, Rights.Surrender), new(Wang, Rights.Initiate)]);
        duty.Issue(own.RegistryAccount!.Value, 10);
        var period = new CompliancePeriod(2021);
        duty.State.Compliance.Obligations[(own.Id, period)] =
            new(own.Id, period, new(100), default, default, ObligationStatus.Open);
        var surrender = new Surrender(own.Id, period, Quantity: new Tonnes(0), Offsets: new Tonnes(5));
        duty.ChecksEveryCommand = false;
        var byLi = duty.Propose(surrender, by: "li");
        duty.Refuse(new ApproveProposal(byLi), by: "wang").ShouldBe(ApprovalRefusals.NotAnApprover);
        duty.Do(new WithdrawProposal(byLi, "the other way round"), by: "li");
        duty.Do(new ApproveProposal(duty.Propose(surrender, by: "wang")), by: "li");
        duty.State.Compliance.Of(own.Id, period)!.Offsets.ShouldBe(new Tonnes(5));
        duty.Refuse(new MovePosition(
            own.Id, own.RegistryAccount!.Value, own.TradingAccount!.Value, "CCER", default, new Tonnes(1)), by: "li")
            .ShouldBe(SchemeRefusals.NotPermitted);
    }

    private static Market Found(string rule, string second = "", string more = "") => Market.Found(
        Rules.Book(
            Rules.Approvals(Requests, "registry-operator, authority")
                + (more.Length == 0 ? "" : Rules.Approvals(more, "representative")),
            Rules.Registry(second.Length == 0 ? rule : rule + "\n  " + second)),
        [],
        TestRules.Methods);

    /// <summary>The holder asks and the operator approves.</summary>
    private void Decide(Command command) =>
        market.Do(new ApproveProposal(market.Propose(command, by: "li")), by: "registrar");
}
