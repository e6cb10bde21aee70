using Tanheng.Quantities;
using Tanheng.Scheme.Allocation;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Kit;
using static Tanheng.Scheme.Allocation.AllocationStanding;

namespace Tanheng.Scheme.Tests.Allocation;

/// <summary>What remains of an allocation, and how a holder stands over all its periods.</summary>
public sealed class AllocationStandingTests
{
    private readonly Market market = Market.Found();
    private readonly HolderId holder;

    public AllocationStandingTests() => holder = market.Admit(1).Id;

    [Fact]
    public void One_thousand_less_seven_hundred_of_which_one_hundred_came_back_leaves_four_hundred()
    {
        // Delivered is kept net of what came back: 700 − 100.
        Entitlement(2021, due: 1000, delivered: 700 - 100).Difference.ShouldBe(new Tonnes(400));
        (Entitlement(2021, due: 1000, delivered: 500) with { Excluded = true }).Difference.ShouldBe(new Tonnes(-500));
    }

    [Fact]
    public void A_holder_is_classified_over_all_its_periods()
    {
        Stands(None);
        Has(2021, due: 500, delivered: 0);
        Stands(NotYet);
        Has(2021, due: 500, delivered: 200);
        Stands(Under);
        Has(2021, due: 500, delivered: 500);
        Stands(Fully);
        Has(2022, due: 300, delivered: 0);
        Stands(Fully, 2021);
        Stands(Under);
        Has(2022, due: 300, delivered: 300);
        Has(2021, due: 450, delivered: 500);
        Stands(Over);
    }

    [Fact]
    public void What_was_netted_is_not_still_to_come()
    {
        market.State.Allocation.Entitlements[(holder, new CompliancePeriod(2021))] =
            Entitlement(2021, due: 500, delivered: 400) with { Deducted = new Tonnes(100) };
        Stands(Fully);
    }

    private void Has(int year, long due, long delivered) =>
        market.State.Allocation.Entitlements[(holder, new CompliancePeriod(year))] = Entitlement(year, due, delivered);

    private Entitlement Entitlement(int year, long due, long delivered) => new(
        holder, new CompliancePeriod(year), default, new Tonnes(due), default, new Tonnes(delivered));

    private void Stands(AllocationStanding expected, int upTo = 2022) =>
        AllocationStandings.Of(market.State, holder, upTo).ShouldBe(expected);
}
