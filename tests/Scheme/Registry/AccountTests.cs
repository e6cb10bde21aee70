using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Approval;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Mrv;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Kit;

namespace Tanheng.Scheme.Tests.Registry;

/// <summary>Statuses of accounts, closing them, finding them, claiming them.</summary>
public sealed class AccountTests
{
    private static readonly CompliancePeriod Period = new(2021);
    private readonly Market market = Market.Found();
    private readonly Holder a;
    private readonly Holder b;

    public AccountTests()
    {
        (a, b) = (market.Admit(1), market.Admit(2));
        market.Issue(A, 100);
    }

    private AccountId A => a.RegistryAccount!.Value;

    private AccountId B => b.RegistryAccount!.Value;

    [Fact]
    public void A_suspended_account_neither_sends_nor_receives_until_it_is_freed()
    {
        market.Do(new SuspendAccount(B, "letter 7"));
        market.Refuse(Transfer(10)).ShouldBe(RegistryRefusals.AccountNotUsable);
        market.Refuse(new SuspendAccount(B, "again")).ShouldBe(RegistryRefusals.WrongAccountStatus);
        market.Do(new UnfreezeAccount(B, "letter 8"));
        market.Do(Transfer(10));
        market.ShouldReplay();
    }

    [Theory]
    [InlineData(AccountStatus.Restricted)]
    [InlineData(AccountStatus.Frozen)]
    [InlineData(AccountStatus.Suspended)]
    public void From_each_stop_an_official_goes_to_every_other(AccountStatus stop)
    {
        Do(stop);
        foreach (var next in new[] { AccountStatus.Restricted, AccountStatus.Frozen, AccountStatus.Suspended })
        {
            if (next != Status())
            {
                Do(next);
                Status().ShouldBe(next);
            }
        }

        market.Do(new UnfreezeAccount(A, "letter"));
        Status().ShouldBe(AccountStatus.Active);
        return;

        void Do(AccountStatus status) => market.Do(status switch
        {
            AccountStatus.Restricted => new RestrictAccount(A, "letter"),
            AccountStatus.Frozen => new FreezeAccount(A, "letter"),
            _ => new SuspendAccount(A, "letter"),
        });

        AccountStatus Status() => market.State.Registry.Accounts[A].Status;
    }

    [Fact]
    public void A_court_freezes_and_takes_units_of_a_suspended_account()
    {
        market.Do(new SuspendAccount(A, "letter 7"));
        var freeze = market.Do(new FreezeUnits(A, "CCER", default, new Tonnes(40), "order 1"))
            .OfType<UnitsFrozen>().Single().Freeze;
        market.Do(new TransferJudicially(A, B, "CCER", default, new Tonnes(40), "order 2", freeze));
        market.Balance(B).ShouldBe(40);
    }

    [Fact]
    public void A_restricted_account_gives_back_allowances_and_surrenders_but_sends_nothing_else()
    {
        market.Do(new RestrictAccount(A, "letter 7"));
        market.Refuse(Transfer(1)).ShouldBe(RegistryRefusals.AccountNotUsable);
        Accounts.CheckSender(market.State, A, TransactionTypes.AllocationAdjust).ShouldBeNull();
        Accounts.CheckSender(market.State, A, TransactionTypes.Surrender).ShouldBeNull();
        Accounts.CheckSender(market.State, A, TransactionTypes.VoluntaryCancel)!.Code
            .ShouldBe(RegistryRefusals.AccountNotUsable);
    }

    [Fact]
    public void All_that_prevents_a_closure_is_listed_and_the_first_is_the_refusal()
    {
        market.State.Compliance.Obligations[(a.Id, Period)] =
            new(a.Id, Period, new(5), default, default, ObligationStatus.Open);
        market.Do(new ListCoverage(2021, [a.Id], [], "list"));
        AccountClosure.Preventing(market.State, a.Id, A, market.Now).Select(refusal => refusal.Code).ShouldBe(
            [RegistryRefusals.AccountNotEmpty, RegistryRefusals.ObligationsOpen, AccountRefusals.EmissionsMissing]);
        market.Refuse(new CloseAccount(a.Id, A, "r")).ShouldBe(RegistryRefusals.AccountNotEmpty);
        AccountClosure.Preventing(market.State, b.Id, B, market.Now).ShouldBeEmpty();
    }

    [Fact]
    public void Units_on_their_way_prevent_it_on_both_sides()
    {
        var slow = Market.Found(delay: "delay: 24 h; ");
        var (from, to) = (slow.Admit(1), slow.Admit(2));
        slow.Issue(from.RegistryAccount!.Value, 10);
        slow.Do(new TransferUnits(
            from.Id, from.RegistryAccount!.Value, to.RegistryAccount!.Value, "CCER", default, new Tonnes(10)));
        slow.Refuse(new CloseAccount(to.Id, to.RegistryAccount!.Value, "r")).ShouldBe(AccountRefusals.TransfersWait);
        AccountClosure.Preventing(slow.State, from.Id, from.RegistryAccount!.Value, slow.Now)
            .Select(refusal => refusal.Code)
            .ShouldBe([RegistryRefusals.AccountNotEmpty, AccountRefusals.TransfersWait]);
    }

    [Fact]
    public void Waiting_requests_about_the_account_prevent_it()
    {
        var careful = Market.Found(Rules.Approvals("transfer-units", "authority"));
        var (from, to) = (careful.Admit(1), careful.Admit(2));
        careful.Issue(from.RegistryAccount!.Value, 10);
        var transfer = careful.Propose(
            new TransferUnits(
                from.Id, from.RegistryAccount!.Value, to.RegistryAccount!.Value, "CCER", default, new Tonnes(10)),
            by: "admin");
        careful.Refuse(new CloseAccount(to.Id, to.RegistryAccount!.Value, "r")).ShouldBe(AccountRefusals.RequestsWait);
        careful.State.Approvals.WaitingFor(to.RegistryAccount!.Value).ShouldHaveSingleItem().Id.ShouldBe(transfer);
        careful.Do(new WithdrawProposal(transfer, "no"));
        careful.Do(new CloseAccount(to.Id, to.RegistryAccount!.Value, "r"));
    }

    [Fact]
    public void A_trusted_entry_that_waits_to_count_prevents_it_on_both_sides()
    {
        var trusting = Market.Found(Rules.Book("[ ]", Rules.Trusting()), [], TestRules.Methods);
        var (from, to) = (trusting.Admit(1), trusting.Admit(2));
        trusting.Do(new AddTrustedAccount(from.Id, from.RegistryAccount!.Value, to.RegistryAccount!.Value, ""));
        trusting.Refuse(new CloseAccount(to.Id, to.RegistryAccount!.Value, "r")).ShouldBe(AccountRefusals.TrustWaits);
        trusting.Refuse(new CloseAccount(from.Id, from.RegistryAccount!.Value, "r"))
            .ShouldBe(AccountRefusals.TrustWaits);
        trusting.After(TimeSpan.FromDays(1));
        trusting.Do(new CloseAccount(to.Id, to.RegistryAccount!.Value, "r"));
    }

    [Fact]
    public void An_emitters_account_stays_until_its_last_year_is_over_and_reported()
    {
        market.Do(new SetEmissionYears(b.Id, 2021));
        market.Refuse(new CloseAccount(b.Id, B, "r")).ShouldBe(AccountRefusals.StillEmitting);
        market.Do(new SetEmissionYears(b.Id, 2021, 2022));
        market.Refuse(new CloseAccount(b.Id, B, "r")).ShouldBe(AccountRefusals.StillEmitting);
        market.At("2023-01-01 00:00");
        market.Do(new CloseAccount(b.Id, B, "r"));
    }

    [Fact]
    public void While_its_closure_waits_an_account_receives_nothing_and_is_as_before_when_it_is_rejected()
    {
        var careful = Market.Found(Rules.Approvals("close-account", "authority"));
        var (from, to) = (careful.Admit(1), careful.Admit(2));
        careful.Issue(from.RegistryAccount!.Value, 10);
        var transfer = new TransferUnits(
            from.Id, from.RegistryAccount!.Value, to.RegistryAccount!.Value, "CCER", default, new Tonnes(10));
        var closure = careful.Propose(new CloseAccount(to.Id, to.RegistryAccount!.Value, "r"), by: "admin");
        careful.Refuse(transfer).ShouldBe(RegistryRefusals.AccountNotUsable);
        careful.Do(new AppointOfficial(new UserId("second"), [Role.Authority]));
        careful.Do(new RejectProposal(closure, "not yet"), by: "second");
        careful.Do(transfer);
    }

    [Fact]
    public void Approving_a_closure_needs_a_word_where_the_rulebook_says_so()
    {
        var approvals = Rules.Approvals("close-account", "authority")
            .Replace("expires_after", "comment: yes\n    expires_after", StringComparison.Ordinal);
        var careful = Market.Found(approvals);
        var own = careful.Admit(1);
        careful.Do(new AppointOfficial(new UserId("second"), [Role.Authority]));
        var closure = careful.Propose(new CloseAccount(own.Id, own.RegistryAccount!.Value, "r"), by: "admin");
        careful.Refuse(new ApproveProposal(closure), by: "second").ShouldBe(ApprovalRefusals.CommentMissing);
        careful.Do(new ApproveProposal(closure, "files are complete"), by: "second");
        careful.State.Approvals.Proposals[closure].Comment.ShouldBe("files are complete");
        careful.ShouldReplay();
    }

    [Fact]
    public void An_account_is_found_by_its_typed_number()
    {
        var number = market.State.Registry.Accounts[A].Number;
        Accounts.Numbered(market.State, number).Value.Id.ShouldBe(A);
        Accounts.Numbered(market.State, number[..^1] + (char)('0' + ((number[^1] - '0' + 1) % 10))).Refusal!.Code
            .ShouldBe(AccountRefusals.BadNumber);
        Accounts.Numbered(market.State, "UK-100-10000068-0-12").Refusal!.Code.ShouldBe(AccountRefusals.UnknownNumber);
        Accounts.Numbered(market.State, "A1").Refusal!.Code.ShouldBe(AccountRefusals.BadNumber);
    }

    [Fact]
    public void Every_account_has_a_public_name_of_its_own_that_a_replay_gives_again()
    {
        var names = market.State.Registry.Accounts.Values
            .Where(account => account.Holder is not null)
            .Select(account => account.PublicId.ShouldNotBeNull())
            .ToList();
        names.ShouldBeUnique();
        names.ShouldAllBe(name => name.Length == 12 && name.StartsWith("TT", StringComparison.Ordinal)
            && name.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter)));
        market.ShouldReplay();
    }

    [Fact]
    public void A_holder_without_people_is_claimed_with_the_code_and_the_registry_decides()
    {
        var open = Claiming();
        var own = open.Admit(1);
        var number = open.State.Registry.Accounts[own.RegistryAccount!.Value].Number;
        open.Do(new InviteClaim(own.Id, Claims.DigestOf("K7-QX-42-Z9-PL-03")));
        var claim = open.Propose(new ClaimHolder(number, "K7-QX-42-Z9-PL-03"), by: "li");
        open.Refuse(Propose.Of(new ClaimHolder(number, "K7-QX-42-Z9-PL-03")), by: "wang")
            .ShouldBe(ApprovalRefusals.AnotherWaits);
        open.Refuse(new ApproveProposal(claim), by: "li").ShouldBe(ApprovalRefusals.OwnProposal);
        open.Do(new ApproveProposal(claim));
        open.State.Registry.Holders[own.Id].Representatives
            .ShouldBe([new Representative(new UserId("li"), Rights.Read | Rights.Surrender)]);
        open.State.Registry.ClaimCodes.ShouldBeEmpty();
        open.Refuse(Propose.Of(new ClaimHolder(number, "K7-QX-42-Z9-PL-03")), by: "wang")
            .ShouldBe(AccountRefusals.NotClaimable);
        open.ShouldReplay();
    }

    [Fact]
    public void A_wrong_code_and_one_never_given_out_are_told_apart_by_nothing()
    {
        var open = Claiming();
        var own = open.Admit(1);
        var number = open.State.Registry.Accounts[own.RegistryAccount!.Value].Number;
        open.Refuse(Propose.Of(new ClaimHolder(number, "K7")), by: "li").ShouldBe(AccountRefusals.ClaimCodeWrong);
        open.Do(new InviteClaim(own.Id, Claims.DigestOf("K8")));
        open.Refuse(Propose.Of(new ClaimHolder(number, "K7")), by: "li").ShouldBe(AccountRefusals.ClaimCodeWrong);
    }

    [Fact]
    public void A_holder_somebody_acts_for_or_is_asked_for_is_not_claimed()
    {
        var open = Claiming();
        var taken = open.Admit(1, people: new NewRepresentative(new UserId("li"), Rights.Initiate));
        open.Refuse(new InviteClaim(taken.Id, Claims.DigestOf("K7"))).ShouldBe(AccountRefusals.NotClaimable);
        var own = open.Admit(2);
        var number = open.State.Registry.Accounts[own.RegistryAccount!.Value].Number;
        open.Do(new InviteClaim(own.Id, Claims.DigestOf("K7")));
        open.Propose(new AppointRepresentative(own.Id, new UserId("sun"), Rights.Read), by: "admin");
        open.Refuse(Propose.Of(new ClaimHolder(number, "K7")), by: "wang").ShouldBe(AccountRefusals.NotClaimable);
    }

    [Fact]
    public void Where_the_rulebook_names_nobody_to_decide_nothing_is_claimed()
    {
        var number = market.State.Registry.Accounts[A].Number;
        market.Do(new InviteClaim(a.Id, Claims.DigestOf("K7")));
        market.Refuse(new ClaimHolder(number, "K7"), by: "li").ShouldBe(SchemeRefusals.NotPermitted);
    }

    private static Market Claiming() =>
        Market.Found(Rules.Approvals("claim-holder, appoint-representative", "registry-operator"));

    private TransferUnits Transfer(long tonnes) => new(a.Id, A, B, "CCER", default, new Tonnes(tonnes));
}
