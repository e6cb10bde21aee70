using Tanheng.Quantities;
using static Tanheng.Ledger.Tests.Stage;

namespace Tanheng.Ledger.Tests;

public class PlannerTests
{
    [Fact]
    public void One_plan_opens_mints_passes_on_and_splits()
    {
        var stage = new Stage();
        var planner = stage.Ledger.Plan();
        var province = new Place(planner.Open(AccountKind.Provincial));
        var custody = new Place(planner.Open(AccountKind.Custody));
        province.Account.Value.ShouldBe(6);
        var issue = planner.Transact("Issue", new Draft(Cea, stage.Issuance, province, 1000)).Value;
        var allocate = planner.Transact(
            "Allocate",
            new Draft(Cea, province, stage.One, 600),
            new Draft(Cea, province, custody, 300),
            new Draft(Cea, stage.One, stage.Two, 50)).Value;
        planner.Balance(province, Cea).ShouldBe(100);
        stage.Ledger.Balance(province, Cea).ShouldBe(0);
        planner.Opened.ShouldBe([AccountKind.Provincial, AccountKind.Custody]);
        allocate.Movements.Select(move => move.Serials.ToString()).ShouldBe(["1-600", "601-900", "1-50"]);
        (issue.Id.Value, allocate.Id.Value).ShouldBe((1, 2));

        foreach (var kind in planner.Opened)
        {
            stage.Ledger.Open(kind);
        }

        stage.Ledger.Post(issue);
        stage.Ledger.Post(allocate);
        stage.Ledger.Serials(province, Cea).ToString().ShouldBe("901-1000");
        stage.Ledger.Total(stage.One.Account, Cea).ShouldBe(550);
        stage.Ledger.Check().ShouldBeEmpty();
        stage.Ledger.NextTransaction.Value.ShouldBe(3);
    }

    [Fact]
    public void An_account_that_is_not_planned_is_unknown()
    {
        var stage = new Stage();
        var planner = stage.Ledger.Plan();
        var draft = new Draft(Cea, stage.Issuance, new Place(new AccountId(6)), 10);
        planner.Transact("Test", draft).Refusal!.Code.ShouldBe(LedgerRefusals.UnknownAccount);
        planner.Open(AccountKind.Trading);
        planner.Transact("Test", draft).Refusal.ShouldBeNull();
        planner.Has(new AccountId(7)).ShouldBeFalse();
        planner.KindOf(new AccountId(6)).ShouldBe(AccountKind.Trading);
    }

    [Fact]
    public void A_refused_transaction_takes_back_only_its_own_minting()
    {
        var stage = new Stage();
        var planner = stage.Ledger.Plan();
        var mint = new Draft(Cea, stage.Issuance, stage.One, 10);
        planner.Transact("Test", mint).Value.Movements[0].Serials.ToString().ShouldBe("1-10");
        planner.Transact("Test", mint, mint, new Draft(Cea, stage.One, stage.Two, 31))
            .Refusal!.Code.ShouldBe(LedgerRefusals.NotEnough);
        planner.Transact("Test", mint).Value.Movements[0].Serials.ToString().ShouldBe("11-20");
        planner.Balance(stage.One, Cea).ShouldBe(20);
        planner.Balance(stage.Issuance, Cea).ShouldBe(-20);
    }

    [Fact]
    public void A_plan_of_many_transactions_over_a_large_holding_clones_nothing()
    {
        // 40,000 odd serials surrendered one by one, then 20,000 corrections in one plan take them back, lowest first.
        var stage = new Stage();
        stage.Do(new Draft(Cea, stage.Issuance, stage.One, 80_000));
        for (var i = 0; i < 40_000; i++)
        {
            stage.Do(new Draft(Cea, stage.One, stage.Surrendered, 1, SerialSet.Of(new SerialRange((2 * i) + 1, 1))));
        }

        stage.Ledger.HoldingOf(stage.Surrendered, Cea)!.Serials!.RangeCount.ShouldBe(40_000);
        var planner = stage.Ledger.Plan();
        var planned = new List<Transaction>();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 20_000; i++)
        {
            var transaction = planner.Transact("Reverse", new Draft(Cea, stage.Surrendered, stage.One, 1)).Value;
            transaction.Movements[0].Serials.Ranges[0].First.ShouldBe((2 * i) + 1);
            planned.Add(transaction);
        }

        // A copy of the holding alone would be 640,000 bytes each time.
        ((GC.GetAllocatedBytesForCurrentThread() - before) / 20_000).ShouldBeLessThan(2_000);
        planned.ForEach(stage.Ledger.Post);
        stage.Ledger.Balance(stage.Surrendered, Cea).ShouldBe(20_000);
        stage.Ledger.Check().ShouldBeEmpty();
    }

    [Fact]
    public void Taking_the_lowest_again_and_again_leaves_one_masked_range()
    {
        var holding = new Holding(Cea, Compartment.Free) { Balance = 500, Serials = new RangeSet() };
        for (var i = 0; i < 500; i++)
        {
            holding.Serials.Add(new SerialRange((3 * i) + 2, 1));
        }

        var overlay = new Overlay(holding);
        for (var i = 0; i < 400; i++)
        {
            overlay.Take(overlay.Lowest(1));
            overlay.MaskedRanges.ShouldBe(1);
        }

        overlay.Lowest(1).ToString().ShouldBe("1202-1202"); // 3 × 400 + 2
    }

    [Fact]
    public void A_single_transfer_allocates_little_more_than_its_record()
    {
        var stage = new Stage();
        stage.Do(new Draft(Cea, stage.Issuance, stage.One, 1_000_000));
        stage.Do(new Draft(Cea, stage.One, stage.Two, 1));
        var draft = new Draft(Cea, stage.One, stage.Two, 1);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            stage.Ledger.Post(stage.Ledger.Plan().Transact("Transfer", draft).Value);
        }

        // Planner 88, movement 88, its serials 40, array of movements 32, transaction 40.
        ((GC.GetAllocatedBytesForCurrentThread() - before) / 1000).ShouldBeInRange(200, 320);
    }

    [Fact]
    public void Postings_are_two_for_a_movement_and_sum_to_zero()
    {
        var stage = new Stage();
        var transaction = stage.Do(
            new Draft(Cea, stage.Issuance, stage.One, 7), new Draft(Cny, stage.Bank, stage.One, 300));
        var postings = transaction.Postings.ToArray();
        postings.Select(posting => (posting.Place, posting.Asset, posting.Quantity)).ShouldBe(
        [
            (stage.Issuance, Cea, -7), (stage.One, Cea, 7), (stage.Bank, Cny, -300), (stage.One, Cny, 300),
        ]);
        stage.Ledger.Positions(stage.One.Account).ShouldBe(
        [
            new Position(stage.One.Account, Cea, Compartment.Free, 7, SerialSet.Parse("1-7")),
            new Position(stage.One.Account, Cny, Compartment.Free, 300, default),
        ]);
    }

    [Fact]
    public void Asking_for_an_account_that_is_not_there_is_a_defect_of_the_caller()
    {
        var stage = new Stage();
        Should.Throw<ArgumentOutOfRangeException>(() => stage.Ledger.KindOf(new AccountId(6)));
        Should.Throw<ArgumentOutOfRangeException>(() => stage.Ledger.Total(default, Cea));
        stage.Ledger.Balance(default, Cea).ShouldBe(0);
        stage.Ledger.Serials(new Place(new AccountId(-1)), Cea).IsEmpty.ShouldBeTrue();
    }
}
