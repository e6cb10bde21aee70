using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Allocation;
using Tanheng.Scheme.Approval;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Kit;

namespace Tanheng.Scheme.Tests.Allocation;

/// <summary>The period 2023 of the stated sector with a cap of 1,000 t, of which 900 t for the year.</summary>
public sealed class CapTests
{
    private static readonly CompliancePeriod P2023 = new(2023);

    [Fact]
    public void R100_an_allocation_beyond_what_the_cap_leaves_is_refused_with_the_figures()
    {
        var (market, first, second) = Two("total: 1000 t");
        market.Do(Table((first.Id, 700)));
        var refusal = market.Refusal(Table((second.Id, 301)));
        refusal.Code.ShouldBe(AllocationRefusals.BeyondCap);
        (refusal["cap"], refusal["used"], refusal["left"], refusal["wanted"])
            .ShouldBe(("1,000 t", "700 t", "300 t", "301 t"));
        market.Do(Table((second.Id, 300)));
        market.Refuse(Adjust(first, 1)).ShouldBe(AllocationRefusals.BeyondCap);
        market.Do(Adjust(first, -50));
        market.Do(Adjust(second, 50));
        market.ShouldReplay();
    }

    [Fact]
    public void R100_a_table_counts_as_a_whole_and_only_what_it_adds()
    {
        var (market, first, second) = Two("total: 1000 t");
        market.Refuse(Table((first.Id, 600), (second.Id, 401))).ShouldBe(AllocationRefusals.BeyondCap);
        market.Do(Table((first.Id, 600), (second.Id, 400)));
        market.Do(Table((first.Id, 400), (second.Id, 600))); // nothing more in all
        var cap = PeriodCaps.Of(market.State).Single();
        (cap.Used, cap.Left).ShouldBe((new Tonnes(1_000), Tonnes.Zero));
    }

    [Fact]
    public void R111_a_year_has_a_cap_of_its_own()
    {
        var (market, first, _) = Two("total: 1000 t, years: { 2023: 900 t }");
        var refusal = market.Refusal(Table((first.Id, 950)));
        (refusal["period"], refusal["cap"]).ShouldBe(("2023", "900 t"));
        market.Do(Table((first.Id, 900)));
        PeriodCaps.Of(market.State).Select(one => (one.Year, one.Left.Value)).ShouldBe([(null, 100), (2023, 0)]);
    }

    [Theory]
    [InlineData("reject")]
    [InlineData("withdraw")]
    [InlineData("lapse")]
    public void R111_a_proposal_that_waits_keeps_its_part_and_every_end_frees_it(string end)
    {
        var (market, first, second) = Two("total: 1000 t", "adjust-allocation");
        market.Do(Table((first.Id, 500), (second.Id, 400)));
        var proposal = market.Propose(Adjust(first, 80), "admin");
        PeriodCaps.Of(market.State).Single().Reserved.ShouldBe(new Tonnes(80));
        market.Refusal(Propose.Of(Adjust(second, 30)))["reserved"].ShouldBe("80 t");
        _ = end switch
        {
            "reject" => market.Do(new RejectProposal(proposal, "no"), by: "chief"),
            "withdraw" => market.Do(new WithdrawProposal(proposal, "no")),
            _ => Lapse(market),
        };
        PeriodCaps.Of(market.State).Single().Reserved.ShouldBe(Tonnes.Zero);
        market.Propose(Adjust(second, 100), "admin");
        market.ShouldReplay();
    }

    [Fact]
    public void R111_an_approved_proposal_uses_what_it_kept()
    {
        var (market, first, second) = Two("total: 1000 t", "adjust-allocation");
        market.Do(Table((first.Id, 500), (second.Id, 400)));
        var proposal = market.Propose(Adjust(first, 100), "admin");
        market.Do(new ApproveProposal(proposal), by: "chief");
        var cap = PeriodCaps.Of(market.State).Single();
        (cap.Used, cap.Reserved, cap.Left).ShouldBe((new Tonnes(1_000), Tonnes.Zero, Tonnes.Zero));
    }

    [Fact]
    public void R100_without_a_cap_nothing_is_refused()
    {
        var (market, first, _) = Two(null);
        market.Do(Table((first.Id, 5_000_000)));
        PeriodCaps.Of(market.State).ShouldBeEmpty();
    }

    private static (Market Market, Plant First, Plant Second) Two(string? cap, string? approval = null)
    {
        var text = PowerRules.Book.Text;
        if (cap is not null)
        {
            var at = text.IndexOf("surrender, by: 2024-12-31", StringComparison.Ordinal);
            var sectors = text.IndexOf("    sectors:", at, StringComparison.Ordinal);
            text = text.Insert(sectors, $"    cap: {{ {cap} }}\n");
        }

        if (approval is not null)
        {
            text = text.Replace("approvals: [ ]", "approvals: " + Rules.Approvals(approval, "authority"),
                StringComparison.Ordinal);
        }

        var market = Market.Found(PowerRules.Book with { Text = text }, [], PowerRules.Methods);
        market.Do(new AppointOfficial(new UserId("chief"), [Role.Authority]));
        return (market, Plant.Admit(market, 1, "stated"), Plant.Admit(market, 2, "stated"));
    }

    private static IReadOnlyList<Event> Lapse(Market market)
    {
        market.After(TimeSpan.FromDays(6));
        return [];
    }

    private static AllocateStated Table(params (HolderId Holder, long Tonnes)[] rows) =>
        new(P2023, [.. rows.Select(row => new StatedAllocation(row.Holder, new Tonnes(row.Tonnes)))], "letter 1");

    private static AdjustAllocation Adjust(Plant plant, long tonnes) =>
        new(plant.Id, P2023, new Tonnes(tonnes), "a reason");
}
