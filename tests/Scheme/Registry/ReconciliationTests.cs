using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Kit;

namespace Tanheng.Scheme.Tests.Registry;

/// <summary>The ledger beside other books: only accounts that differ stop.</summary>
public sealed class ReconciliationTests
{
    private static readonly Asset Offsets = Asset.Unit("CCER");
    private readonly Market market = Market.Found();
    private readonly Holder a;
    private readonly Holder b;

    public ReconciliationTests()
    {
        (a, b) = (market.Admit(1), market.Admit(2));
        market.Issue(A, 100);
        market.Issue(B, 50);
    }

    private AccountId A => a.RegistryAccount!.Value;

    private AccountId B => b.RegistryAccount!.Value;

    [Fact]
    public void Books_that_agree_block_nobody_and_the_run_is_kept()
    {
        var events = market.Do(new Reconcile("recount", [new(A, Offsets, 100), new(B, Offsets, 50)], Complete: true));
        events.ShouldHaveSingleItem().ShouldBeOfType<Reconciled>().Differences.ShouldBeEmpty();
        var kept = market.State.Registry.Reconciliations.ShouldHaveSingleItem();
        (kept.Run, kept.At, kept.Source, kept.Compared).ShouldBe((1, market.Now, "recount", 4));
        market.ShouldReplay();
    }

    [Fact]
    public void Only_the_account_that_differs_is_blocked_and_the_other_goes_on()
    {
        var found = market.Do(new Reconcile("recount", [new(A, Offsets, 99), new(B, Offsets, 50)]))
            .OfType<Reconciled>().Single();
        found.Differences.ShouldBe([new Discrepancy(A, Offsets, 100, 99, DiscrepancyKind.Statement)]);
        market.State.Registry.Accounts[A].Status.ShouldBe(AccountStatus.Blocked);
        market.Refuse(Transfer(a, A, B)).ShouldBe(RegistryRefusals.AccountNotUsable);
        market.Refuse(Transfer(b, B, A)).ShouldBe(RegistryRefusals.AccountNotUsable);
        market.Refuse(new UnfreezeAccount(A, "please")).ShouldBe(RegistryRefusals.WrongAccountStatus);
        market.Refuse(new CloseAccount(a.Id, A, "please")).ShouldBe(RegistryRefusals.WrongAccountStatus);
        market.Do(new MovePosition(b.Id, B, b.TradingAccount!.Value, "CCER", default, new Tonnes(10)));
        market.ShouldReplay();
    }

    [Fact]
    public void A_complete_statement_that_leaves_an_account_out_says_it_is_empty()
    {
        var found = market.Do(new Reconcile("recount", [new(A, Offsets, 100)], Complete: true))
            .OfType<Reconciled>().Single();
        found.Differences.ShouldBe([new Discrepancy(B, Offsets, 50, 0, DiscrepancyKind.Statement)]);
    }

    [Fact]
    public void Frozen_units_count_as_held()
    {
        market.Do(new FreezeUnits(A, "CCER", default, new Tonnes(40), "order 1"));
        market.Do(new Reconcile("recount", [new(A, Offsets, 100)])).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_blocked_account_is_freed_when_a_later_run_finds_it_right_and_is_what_it_was_before()
    {
        market.Do(new RestrictAccount(A, "letter 7"));
        market.Do(new Reconcile("recount", [new(A, Offsets, 99)]));
        market.Refuse(new UnblockAccount(A, "typing error")).ShouldBe(AccountRefusals.StillDiffers);
        market.Do(new Reconcile("recount, corrected", [new(A, Offsets, 100)]));
        market.State.Registry.Accounts[A].Status.ShouldBe(AccountStatus.Blocked);
        market.Do(new UnblockAccount(A, "typing error"));
        market.State.Registry.Accounts[A].Status.ShouldBe(AccountStatus.Restricted);
        market.Refuse(new UnblockAccount(A, "again")).ShouldBe(RegistryRefusals.WrongAccountStatus);
        market.ShouldReplay();
    }

    [Fact]
    public void The_schemes_own_records_are_compared_without_any_statement()
    {
        market.Do(new Reconcile("own records", [])).ShouldHaveSingleItem();

        // A freeze that nothing in the ledger stands behind, as only a defect could make it.
        market.ChecksEveryCommand = false;
        market.State.Registry.Freezes.Add(
            new FreezeId(9), new Freeze(new FreezeId(9), B, Offsets, SerialSet.Parse("101-110"), "?", market.Now));
        var found = market.Do(new Reconcile("own records", [])).OfType<Reconciled>().Single();
        found.Differences.ShouldBe([new Discrepancy(B, Offsets, 0, 10, DiscrepancyKind.Kept)]);
        market.State.Registry.Accounts[B].Status.ShouldBe(AccountStatus.Blocked);
        Invariants.Check(market.State).ShouldHaveSingleItem().Code.ShouldBe("kept-units-elsewhere");
    }

    [Fact]
    public void An_obligation_that_counts_units_nobody_surrendered_blocks_its_holder()
    {
        market.ChecksEveryCommand = false;
        market.State.Compliance.Lots[(a.Id, new CompliancePeriod(2021))] =
            [new(Offsets, SerialSet.Parse("1-5"), true, new Place(A), new TransactionId(1), market.Now)];
        market.Do(new Reconcile("own records", [])).OfType<Reconciled>().Single().Differences
            .ShouldBe([new Discrepancy(A, Offsets, 0, 5, DiscrepancyKind.Surrendered)]);
    }

    [Fact]
    public void A_statement_without_a_source_is_refused() =>
        market.Refuse(new Reconcile(" ", [])).ShouldBe(RegistryRefusals.TextMissing);

    [Fact]
    public void A_statement_about_an_unknown_account_is_refused() =>
        market.Refuse(new Reconcile("recount", [new(new AccountId(99), Offsets, 1)]))
            .ShouldBe(LedgerRefusals.UnknownAccount);

    [Theory]
    [InlineData(100, 100)]
    [InlineData(-1, 0)]
    public void A_holding_stated_twice_or_below_zero_is_refused(long first, long second) =>
        market.Refuse(new Reconcile("recount", [new(A, Offsets, first), new(A, Offsets, second)]))
            .ShouldBe(ReconciliationRefusals.BadStatement);

    [Fact]
    public void An_account_is_not_freed_without_a_reason() =>
        market.Refuse(new UnblockAccount(A, "")).ShouldBe(RegistryRefusals.TextMissing);

    private static TransferUnits Transfer(Holder holder, AccountId from, AccountId to) =>
        new(holder.Id, from, to, "CCER", default, new Tonnes(1));
}
