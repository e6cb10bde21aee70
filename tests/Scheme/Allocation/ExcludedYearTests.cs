using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme.Allocation;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Kit;

namespace Tanheng.Scheme.Tests.Allocation;

/// <summary>In an excluded year the entitlement is zero: delivered 500, so 500 are to be given back.</summary>
public sealed class ExcludedYearTests
{
    private static readonly CompliancePeriod Period = new(2021);
    private readonly Market market = Market.Found();
    private readonly Holder holder;

    public ExcludedYearTests()
    {
        holder = market.Admit(1);
        market.Do(new ListCoverage(2021, [holder.Id], [], "list"));
        market.Do(new AllocateStated(Period, [new(holder.Id, new Tonnes(500))], "table 1"));
    }

    private Entitlement Entitlement => market.State.Allocation.Of(holder.Id, Period)!;

    [Fact]
    public void What_was_delivered_is_taken_back()
    {
        market.Do(new ExcludeYear(holder.Id, 2021, "other scheme"));
        (Entitlement.Basis, Entitlement.Delivered, Entitlement.Arrears)
            .ShouldBe((Tonnes.Zero, Tonnes.Zero, Tonnes.Zero));
        market.Balance(holder.RegistryAccount!.Value, asset: "CEA-2021").ShouldBe(0);
        market.ShouldReplay();
    }

    [Fact]
    public void What_is_no_longer_there_stays_due_and_the_holder_can_give_it_back_itself()
    {
        var buyer = market.Admit(2);
        market.Do(new TransferUnits(
            holder.Id,
            holder.RegistryAccount!.Value,
            buyer.RegistryAccount!.Value,
            "CEA",
            Period,
            new Tonnes(300)));
        market.Do(new ExcludeYear(holder.Id, 2021, "other scheme"));
        Entitlement.Arrears.ShouldBe(new Tonnes(300));
        market.Do(new TransferUnits(
            buyer.Id,
            buyer.RegistryAccount!.Value,
            holder.RegistryAccount!.Value,
            "CEA",
            Period,
            new Tonnes(300)));
        market.Do(new AppointRepresentative(holder.Id, new UserId("li"), Rights.Surrender));
        market.Do(new CollectArrears(holder.Id, Period), by: "li");
        Entitlement.Arrears.ShouldBe(Tonnes.Zero);
        market.ShouldReplay();
    }

    [Fact]
    public void When_the_year_counts_again_the_allocation_is_delivered_again()
    {
        market.Do(new ExcludeYear(holder.Id, 2021, "other scheme"));
        market.Do(new IncludeYear(holder.Id, 2021, "by mistake"));
        (Entitlement.Basis, Entitlement.Delivered).ShouldBe((new Tonnes(500), new Tonnes(500)));
        market.Balance(holder.RegistryAccount!.Value, asset: "CEA-2021").ShouldBe(500);
        market.ShouldReplay();
    }

    [Fact]
    public void Nothing_is_allocated_for_an_excluded_year()
    {
        market.Do(new ExcludeYear(holder.Id, 2021, "other scheme"));
        market.Refuse(new AllocateStated(Period, [new(holder.Id, new Tonnes(600))], "table 2"))
            .ShouldBe(AllocationRefusals.NotCovered);
    }
}
