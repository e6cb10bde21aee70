using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Approval;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Kit;

namespace Tanheng.Scheme.Tests.Registry;

/// <summary>Lists that are taken whole or not at all.</summary>
public sealed class BulkTests
{
    [Fact]
    public void R180_a_list_of_holders_is_admitted_whole_and_each_has_accounts_of_its_own()
    {
        var one = Market.Found();
        one.Do(new AdmitHolders([Row(1), Row(2, "CN-HB"), Row(3)]));
        var other = Market.Found();
        foreach (var row in new[] { Row(1), Row(2, "CN-HB"), Row(3) })
        {
            other.Do(row);
        }

        // One by one or all at once: the same holders with the same accounts, sites and units.
        one.State.Registry.Holders.Values
            .Select(holder => (holder.Id, holder.Code, holder.RegistryAccount, holder.TradingAccount))
            .ShouldBe(other.State.Registry.Holders.Values
                .Select(holder => (holder.Id, holder.Code, holder.RegistryAccount, holder.TradingAccount)));
        one.State.Registry.Accounts.Values.Select(account => account.Number)
            .ShouldBe(other.State.Registry.Accounts.Values.Select(account => account.Number));
        one.State.Registry.Units.Values.Select(unit => (unit.Id, unit.Facility, unit.Holder))
            .ShouldBe(other.State.Registry.Units.Values.Select(unit => (unit.Id, unit.Facility, unit.Holder)));
        one.ShouldReplay();
    }

    [Fact]
    public void R180_of_a_list_with_wrong_rows_nobody_is_admitted_and_every_wrong_row_is_named()
    {
        var market = Market.Found();
        market.Do(Row(9));
        market.Refuse(new AdmitHolders([])).ShouldBe(RegistryRefusals.NothingToDo);
        var refusal = market.Refusal(new AdmitHolders(
            [Row(1), Row(9), Row(2) with { Sector = "glass" }, Row(1), Row(3) with { Code = "123" }]));
        refusal.Code.ShouldBe(HolderRefusals.RowsWrong);
        refusal["count"].ShouldBe("4");
        foreach (var named in new[] { "row 2: ", "row 3: ", "row 4: Row 4 repeats", "row 5: " })
        {
            refusal["problems_en"]!.ShouldContain(named);
        }

        var only = market.Refusal(new AdmitHolders([Row(1), Row(9)]));
        (only.Code, only["row"]).ShouldBe((RegistryRefusals.HolderCodeTaken, "2"));
    }

    [Fact]
    public void R180_several_proposals_are_taken_on_together_or_none_and_those_that_fail_are_named()
    {
        var market = Market.Found(Rules.Approvals("freeze-account", "registry-operator"));
        foreach (var name in new[] { "ann", "bob" })
        {
            market.Do(new AppointOfficial(new UserId(name), [Role.RegistryOperator]));
        }

        var accounts = new[] { market.Admit(1), market.Admit(2), market.Admit(3) }
            .Select(holder => holder.RegistryAccount!.Value).ToList();
        var waiting = accounts.Select(account => market.Propose(new FreezeAccount(account, "x"), "admin")).ToList();
        var own = market.Propose(new FreezeAccount(accounts[0], "y"), "ann");

        var all = new AssignProposals([.. waiting, own, new ProposalId(99)], new UserId("ann"));
        var refusal = market.Refusal(all, "ann");
        refusal.Code.ShouldBe(ApprovalRefusals.SeveralRefused);
        refusal["count"].ShouldBe("2");
        refusal["problems_en"]!.ShouldContain("P4: ");
        refusal["problems_en"]!.ShouldContain("P99: ");
        market.Refuse(new AssignProposals([waiting[0], own], new UserId("ann")), "ann")
            .ShouldBe(ApprovalRefusals.OwnProposal);
        market.Refuse(new AssignProposals([]), "ann").ShouldBe(ApprovalRefusals.NoProposals);

        market.Do(new AssignProposals([.. waiting, waiting[0]], new UserId("ann")), by: "ann");
        waiting.ShouldAllBe(id => market.State.Approvals.Proposals[id].AssignedTo == new UserId("ann"));
        market.Refuse(new ApproveProposal(waiting[1]), by: "bob").ShouldBe(ApprovalRefusals.AssignedToAnother);
        market.ShouldReplay();
    }

    private static AdmitHolder Row(int n, string province = "CN-BJ")
    {
        var (text, day) = (new Text($"第{n}电厂", $"Plant {n}"), new DateOnly(2015, 1, 1));
        return new AdmitHolder(
            Codes.Number(n),
            text,
            province,
            "power",
            [],
            [new NewFacility(text, "", day, [new NewGeneratingUnit(text, Methodology.MethodInputs.Empty, day)])]);
    }
}
