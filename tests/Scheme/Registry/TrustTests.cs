using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme.Approval;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Kit;

namespace Tanheng.Scheme.Tests.Registry;

/// <summary>
/// Trusted accounts: transfers go to accounts on the list (24 hours after they were added), outside it only where the
/// account's rules allow. Below, li initiates and wang approves for the seller.
/// </summary>
public sealed class TrustTests
{
    private static readonly string Approvals =
        Rules.Approvals("add-trusted-account", "representative")
        + Rules.Approvals("set-account-rules", "registry-operator")
        + Rules.Approvals("transfer-units", "representative, authority")
            .Replace("expires_after", "when: account-rules\n    expires_after", StringComparison.Ordinal);

    private readonly Market market = Market.Found(Rules.Book(Approvals, Rules.Trusting()), [], TestRules.Methods);
    private readonly Holder seller;
    private readonly Holder buyer;

    public TrustTests()
    {
        seller = market.Admit(1, people:
        [
            new(new UserId("li"), Rights.Read | Rights.Initiate),
            new(new UserId("wang"), Rights.Read | Rights.Approve),
        ]);
        buyer = market.Admit(2, people: [new(new UserId("sun"), Rights.Initiate | Rights.Approve)]);
        market.Do(new AppointOfficial(new UserId("registrar"), [Tanheng.Rulebook.Role.RegistryOperator]));
        market.Do(new IssueOffsets(From, "CCER", default, new Tonnes(100), "P-1"));
    }

    private AccountId From => seller.RegistryAccount!.Value;

    private AccountId To => buyer.RegistryAccount!.Value;

    private AddTrustedAccount Add => new(seller.Id, From, To, "our partner");

    [Fact]
    public void An_account_counts_a_day_after_a_second_representative_approved_it()
    {
        var proposal = market.Propose(Add, by: "li");
        market.Refuse(new ApproveProposal(proposal), by: "li").ShouldBe(ApprovalRefusals.OwnProposal);
        market.After(TimeSpan.FromHours(5));
        var added = market.Do(new ApproveProposal(proposal), by: "wang").OfType<TrustedAccountAdded>().Single();
        added.ActiveFrom.ShouldBe(market.Now.AddHours(24));
        market.Refuse(Transfer(60), by: "li").ShouldBe(ApprovalRefusals.NeedsSecondPerson);
        market.Refuse(Propose.Of(Transfer(60)), by: "li").ShouldBe(TrustRefusals.ReceiverNotTrusted);
        market.After(TimeSpan.FromHours(24) - TimeSpan.FromMilliseconds(1));
        market.Refuse(Propose.Of(Transfer(60)), by: "li").ShouldBe(TrustRefusals.ReceiverNotTrusted);
        market.After(TimeSpan.FromMilliseconds(1));
        Trust.Find(market.State, From, To).ShouldNotBeNull().IsActive.ShouldBeTrue();

        // A trusted receiver, and the account asks for no second person: one is enough.
        market.Do(Transfer(60), by: "li");
        market.Balance(To).ShouldBe(60);
        market.ShouldReplay();
    }

    [Fact]
    public void A_days_wait_counts_working_days_where_the_rulebook_says_so()
    {
        var rule = Rules.TrustedAccounts.Replace(
            "activation: 24 h", "activation: 2 d\n  activation_runs: working-days", StringComparison.Ordinal);
        var patient = Market.Found(Rules.Book("[ ]", Rules.Trusting(rule)), [], TestRules.Methods);
        var (a, b) = (patient.Admit(1), patient.Admit(2));

        // Friday 7 January 2022, 15:00: two working days later is Tuesday.
        patient.At("2022-01-07 15:00");
        patient.Do(new AddTrustedAccount(a.Id, a.RegistryAccount!.Value, b.RegistryAccount!.Value, ""));
        patient.At("2022-01-11 14:59");
        Trust.IsTrusted(patient.State, a.RegistryAccount!.Value, b.RegistryAccount!.Value).ShouldBeFalse();
        patient.At("2022-01-11 15:00");
        Trust.IsTrusted(patient.State, a.RegistryAccount!.Value, b.RegistryAccount!.Value).ShouldBeTrue();
        Trust.IsTrusted(patient.State, b.RegistryAccount!.Value, a.RegistryAccount!.Value).ShouldBeFalse();
    }

    [Fact]
    public void Without_a_wait_an_entry_counts_at_once()
    {
        var rule = Rules.TrustedAccounts.Replace("activation: 24 h", "activation: 0 h", StringComparison.Ordinal);
        var quick = Market.Found(Rules.Book("[ ]", Rules.Trusting(rule)), [], TestRules.Methods);
        var (a, b) = (quick.Admit(1), quick.Admit(2));
        quick.Do(new AddTrustedAccount(a.Id, a.RegistryAccount!.Value, b.RegistryAccount!.Value, ""));
        Trust.IsTrusted(quick.State, a.RegistryAccount!.Value, b.RegistryAccount!.Value).ShouldBeTrue();
        quick.State.Agenda.Items.ShouldNotContain(due => due.Kind == DueKind.TrustActivation);
        quick.ShouldReplay();
    }

    [Fact]
    public void A_removed_account_stops_to_count_at_once_and_its_wait_ends()
    {
        Trusted();
        market.Do(new RemoveTrustedAccounts(seller.Id, From, [To]), by: "li");
        market.Refuse(Propose.Of(Transfer(1)), by: "li").ShouldBe(TrustRefusals.ReceiverNotTrusted);
        var again = market.Propose(Add, by: "li");
        market.Do(new ApproveProposal(again), by: "wang");
        market.Do(new RemoveTrustedAccounts(seller.Id, From, [To]), by: "li");
        market.State.Agenda.Items.ShouldNotContain(due => due.Kind == DueKind.TrustActivation);
        market.After(TimeSpan.FromDays(2));
        Trust.ListOf(market.State, From).ShouldBeEmpty();
        market.ShouldReplay();
    }

    [Fact]
    public void A_transfer_that_was_approved_before_its_receiver_was_removed_is_refused_at_the_decision()
    {
        Trusted();
        Set(new AccountRules(OutsideList: false, SecondPerson: true, SecondPersonToSurrender: true));
        var proposal = market.Propose(Transfer(60), by: "li");
        market.Do(new RemoveTrustedAccounts(seller.Id, From, [To]), by: "li");
        market.Refuse(new ApproveProposal(proposal), by: "wang").ShouldBe(TrustRefusals.ReceiverNotTrusted);
    }

    [Fact]
    public void Accounts_of_the_same_holder_are_trusted_without_an_entry() =>
        Trust.IsTrusted(market.State, From, seller.TradingAccount!.Value).ShouldBeTrue();

    [Fact]
    public void Other_account_rules_hold_when_the_registry_has_decided_and_not_before()
    {
        var wide = new AccountRules(OutsideList: true, SecondPerson: false, SecondPersonToSurrender: false);
        var proposal = market.Propose(new SetAccountRules(seller.Id, From, wide), by: "li");
        market.Refuse(Propose.Of(Transfer(10)), by: "li").ShouldBe(TrustRefusals.ReceiverNotTrusted);
        market.Refuse(new ApproveProposal(proposal), by: "wang").ShouldBe(ApprovalRefusals.NotAnApprover);
        market.Do(new ApproveProposal(proposal), by: "registrar");

        // Outside the list a second person is needed, whatever the account's rules say.
        market.Refuse(Transfer(10), by: "li").ShouldBe(ApprovalRefusals.NeedsSecondPerson);
        var transfer = market.Propose(Transfer(10), by: "li");
        market.Do(new ApproveProposal(transfer), by: "wang");
        market.Balance(To).ShouldBe(10);
        market.ShouldReplay();
    }

    [Fact]
    public void An_official_who_transfers_always_needs_a_second_person()
    {
        Trusted();
        market.Refuse(Transfer(10), by: "registrar").ShouldBe(ApprovalRefusals.NeedsSecondPerson);
        market.Refuse(Propose.Of(Transfer(10)), by: "li").ShouldBe(ApprovalRefusals.NoSecondPersonNeeded);
    }

    [Fact]
    public void A_surrender_needs_a_second_person_as_the_account_says()
    {
        var book = Rules.Book(
            Rules.Approvals("surrender", "representative")
                .Replace("expires_after", "when: account-rules\n    expires_after", StringComparison.Ordinal),
            Rules.Trusting());
        var alone = Market.Found(book, [], TestRules.Methods);
        var holder = alone.Admit(1, people: new NewRepresentative(new UserId("li"), Rights.Initiate));
        var surrender = new Surrender(holder.Id, new CompliancePeriod(2021));
        alone.Refuse(surrender, by: "li").ShouldBe(ComplianceRefusals.NoObligation);
        alone.Do(new SetAccountRules(holder.Id, holder.RegistryAccount!.Value, new AccountRules(false, false, true)));
        alone.Refuse(surrender, by: "li").ShouldBe(ApprovalRefusals.NeedsSecondPerson);
    }

    [Fact]
    public void What_an_entry_is_called_changes_at_once()
    {
        Trusted();
        var described = market.Do(new DescribeTrustedAccount(seller.Id, From, To, "sister plant"), by: "li")
            .OfType<TrustedAccountDescribed>().Single();
        (described.Before, described.Description).ShouldBe(("our partner", "sister plant"));
        Trust.Find(market.State, From, To)!.Description.ShouldBe("sister plant");
        market.Refuse(new DescribeTrustedAccount(seller.Id, From, To, "sister plant"), by: "li")
            .ShouldBe(RegistryRefusals.NothingToDo);
        market.Refuse(new DescribeTrustedAccount(seller.Id, From, market.System.Bank, "x"), by: "li")
            .ShouldBe(TrustRefusals.NotOnTheList);
        market.ShouldReplay();
    }

    [Fact]
    public void One_request_about_an_entry_waits_at_a_time()
    {
        var first = market.Propose(Add, by: "li");
        market.Refuse(Propose.Of(Add), by: "li").ShouldBe(ApprovalRefusals.AnotherWaits);
        market.Do(new RejectProposal(first, "who is that?"), by: "wang");
        market.Propose(Add, by: "li");
    }

    [Fact]
    public void An_account_on_the_list_or_waiting_to_count_is_not_added_again()
    {
        Trusted();
        market.Refuse(Propose.Of(Add), by: "li").ShouldBe(TrustRefusals.AlreadyTrusted);
    }

    [Fact]
    public void Ones_own_account_is_not_added() =>
        market.Refuse(Propose.Of(Add with { Trusted = seller.TradingAccount!.Value }), by: "li")
            .ShouldBe(TrustRefusals.OwnAccount);

    [Fact]
    public void The_account_itself_is_not_added() =>
        market.Refuse(Propose.Of(Add with { Trusted = From }), by: "li").ShouldBe(TrustRefusals.OwnAccount);

    [Fact]
    public void A_closed_account_is_not_added()
    {
        market.Do(new CloseAccount(buyer.Id, To, "left"));
        market.Refuse(Propose.Of(Add), by: "li").ShouldBe(TrustRefusals.NotOpen);
    }

    [Fact]
    public void An_account_that_no_transfer_reaches_is_not_added() =>
        market.Refuse(Propose.Of(Add with { Trusted = market.System.Cancelled }), by: "li")
            .ShouldBe(RegistryRefusals.KindMayNotReceive);

    [Fact]
    public void An_unknown_account_is_not_added() =>
        market.Refuse(Propose.Of(Add with { Trusted = new AccountId(99) }), by: "li")
            .ShouldBe(LedgerRefusals.UnknownAccount);

    [Fact]
    public void A_list_of_another_holder_is_not_changed() =>
        market.Refuse(Propose.Of(new AddTrustedAccount(seller.Id, To, From, "")), by: "li")
            .ShouldBe(RegistryRefusals.AnotherHoldersAccount);

    [Fact]
    public void A_suspended_account_only_removes_from_its_list()
    {
        Trusted();
        market.Do(new SuspendAccount(From, "letter 7"));
        market.Refuse(Propose.Of(Add with { Trusted = buyer.TradingAccount!.Value }), by: "li")
            .ShouldBe(RegistryRefusals.AccountNotUsable);
        market.Do(new RemoveTrustedAccounts(seller.Id, From, [To]), by: "li");
    }

    [Fact]
    public void What_is_not_on_the_list_is_not_removed()
    {
        Trusted();
        market.Refuse(new RemoveTrustedAccounts(seller.Id, From, []), by: "li").ShouldBe(RegistryRefusals.NothingToDo);
        market.Refuse(new RemoveTrustedAccounts(seller.Id, From, [To, To]), by: "li")
            .ShouldBe(TrustRefusals.NotOnTheList);
        market.Refuse(new RemoveTrustedAccounts(seller.Id, From, [buyer.TradingAccount!.Value]), by: "li")
            .ShouldBe(TrustRefusals.NotOnTheList);
    }

    [Fact]
    public void Rules_that_an_account_has_are_not_set_again() =>
        market.Refuse(Propose.Of(new SetAccountRules(seller.Id, From, new AccountRules(false, false, false))), by: "li")
            .ShouldBe(RegistryRefusals.NothingToDo);

    [Fact]
    public void A_scheme_without_lists_has_nothing_to_change()
    {
        var plain = Market.Found();
        var (a, b) = (plain.Admit(1), plain.Admit(2));
        plain.Refuse(new AddTrustedAccount(a.Id, a.RegistryAccount!.Value, b.RegistryAccount!.Value, ""))
            .ShouldBe(TrustRefusals.NoLists);
        plain.Refuse(new SetAccountRules(a.Id, a.RegistryAccount!.Value, AccountRules.Plain))
            .ShouldBe(TrustRefusals.NoLists);
        Trust.RulesOf(plain.State, a.RegistryAccount!.Value).ShouldBe(AccountRules.Plain);
    }

    [Fact]
    public void A_closed_account_disappears_from_every_list()
    {
        Trusted();
        market.Do(new CloseAccount(buyer.Id, To, "left"));
        market.State.Registry.Trusted.ShouldBeEmpty();
        market.ShouldReplay();
    }

    private TransferUnits Transfer(long tonnes) => new(seller.Id, From, To, "CCER", default, new Tonnes(tonnes));

    private void Trusted()
    {
        var proposal = market.Propose(Add, by: "li");
        market.Do(new ApproveProposal(proposal), by: "wang");
        market.After(TimeSpan.FromDays(1));
    }

    private void Set(AccountRules rules)
    {
        var proposal = market.Propose(new SetAccountRules(seller.Id, From, rules), by: "li");
        market.Do(new ApproveProposal(proposal), by: "registrar");
    }
}
