using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Compliance;

namespace Tanheng.Scheme.Tests.Compliance;

/// <summary>预支 of 2023 allowances for the surrender of 2022.</summary>
public sealed class AdvanceTests
{
    private static readonly CompliancePeriod Y2022 = new(2022);
    private static readonly CompliancePeriod Y2023 = new(2023);

    private static (Desk Desk, HolderId Holder) Gap(long verified = 1_000_000, long allocation = 880_000)
    {
        var desk = Desk.In("2023-10-01");
        var holder = desk.Admit();
        desk.Give(holder, "CEA-2022", allocation);
        desk.Determine(holder, Y2022, allocation);
        desk.Emit(holder, 2022, verified);
        return (desk, holder);
    }

    [Fact]
    public void AT_5_verified_1_000_000_and_allocation_880_000_lend_at_most_60_000()
    {
        var (desk, holder) = Gap();
        Advances.Limit(desk.State, holder, Y2022).Value.ShouldBe(new Tonnes(60_000));
        desk.Refuse(new ApplyForAdvance(holder, Y2022, new Tonnes(60_001), "缺口")).ShouldBe(AdvanceRefusals.OverLimit);

        desk.Do(new ApplyForAdvance(holder, Y2022, new Tonnes(60_000), "缺口"));
        desk.Do(new GrantAdvance(holder, Y2022));

        desk.Balance(holder, "CEA-2023", Compartment.Frozen).ShouldBe(60_000);
        desk.Balance(holder, "CEA-2023").ShouldBe(0, "nothing of it can be traded or pledged");
        Deductions.Pending(desk.State, holder, Y2023).ShouldBe(new Tonnes(60_000));
        Deductions.Of(desk.State, holder, Y2023).Single().Kind.ShouldBe(DeductionKind.Advance);

        desk.Do(new Surrender(holder, Y2022));
        desk.Owed(holder, 2022).Allowances.ShouldBe(new Tonnes(940_000));
        desk.Balance(holder, "CEA-2023", Compartment.Frozen).ShouldBe(0);
        desk.Compliance.Advances[(holder, Y2022)].Used.ShouldBe(new Tonnes(60_000));
    }

    [Theory]
    [InlineData(1_000_000, 900_000, 50_000)]
    [InlineData(1_000_000, 899_999, 50_000)]
    [InlineData(1_000_001, 900_001, -1)]
    [InlineData(1_000_000, 1_000_000, -1)]
    [InlineData(1_000_000, 1_100_000, -1)]
    [InlineData(0, 0, -1)]
    public void The_gap_must_be_10_percent_and_half_of_it_is_lent(long verified, long allocation, long most)
    {
        // 100,000/1,000,000 = 10 %; 100,001 → floor(50,000.5); 100,000/1,000,001 < 10 %.
        var desk = Desk.In("2023-10-01");
        var holder = desk.Admit();
        desk.Determine(holder, Y2022, allocation);
        desk.Emit(holder, 2022, verified);
        var limit = Advances.Limit(desk.State, holder, Y2022);
        if (most < 0)
        {
            limit.Refusal!.Code.ShouldBe(AdvanceRefusals.GapTooSmall);
        }
        else
        {
            limit.Value.ShouldBe(new Tonnes(most));
        }
    }

    [Fact]
    public void It_serves_the_surrender_of_its_period_alone_and_its_vintage_may_be_chosen()
    {
        var (desk, holder) = Gap();
        desk.Emit(holder, 2021, 100_000);
        desk.Do(new ApplyForAdvance(holder, Y2022, new Tonnes(60_000), "缺口"));
        desk.Do(new GrantAdvance(holder, Y2022, new Tonnes(40_000)));

        desk.Refuse(new Surrender(holder, new CompliancePeriod(2021), Choice: [Desk.Choose(2023, 1)]))
            .ShouldBe(ComplianceRefusals.VintageNotAccepted);
        desk.Do(new Surrender(holder, Y2022, Choice: [Desk.Choose(2023, 15_000)]));
        desk.Balance(holder, "CEA-2023", Compartment.Frozen).ShouldBe(25_000);
        desk.Refuse(new Surrender(holder, Y2022, Choice: [Desk.Choose(2023, 25_001)]))
            .ShouldBe(ComplianceRefusals.NotEnoughUnits);
    }

    [Fact]
    public void What_is_unused_at_the_deadline_is_cancelled_and_less_is_netted()
    {
        var (desk, holder) = Gap();
        desk.Do(new ApplyForAdvance(holder, Y2022, new Tonnes(60_000), "缺口"));
        desk.Do(new GrantAdvance(holder, Y2022));
        desk.Give(holder, "CEA-2022", 100_000);
        desk.Do(new Surrender(holder, Y2022));

        desk.At("2024-01-01");

        desk.Compliance.Advances[(holder, Y2022)].Used.ShouldBe(new Tonnes(20_000), "1,000,000 − 980,000");
        desk.Balance(holder, "CEA-2023", Compartment.Frozen).ShouldBe(0);
        desk.Balance(desk.State.Registry.System!.Cancelled, "CEA-2023").ShouldBe(40_000);
        Deductions.Pending(desk.State, holder, Y2023).ShouldBe(new Tonnes(20_000));
    }

    [Fact]
    public void Where_the_deadline_takes_units_it_takes_the_advance_last()
    {
        var desk = Desk.In("2023-10-01", Desk.Change(2022, rules => rules with
        {
            Surrender = rules.Surrender with { AtDeadline = AtDeadline.TakeWhatThereIs },
        }));
        var holder = desk.Admit();
        desk.Determine(holder, Y2022, 800);
        desk.Give(holder, "CEA-2022", 950);
        desk.Emit(holder, 2022, 1_000);
        desk.Do(new ApplyForAdvance(holder, Y2022, new Tonnes(100), "缺口"));
        desk.Do(new GrantAdvance(holder, Y2022));

        desk.At("2024-01-01");

        desk.Owed(holder, 2022).Status.ShouldBe(ObligationStatus.Met);
        desk.Balance(desk.State.Registry.System!.Cancelled, "CEA-2023").ShouldBe(50);
        Deductions.Pending(desk.State, holder, Y2023).ShouldBe(new Tonnes(50));
    }

    [Fact]
    public void A_correction_gives_it_back_for_another_try_and_after_the_deadline_cancels_it()
    {
        var (desk, holder) = Gap();
        desk.Do(new ApplyForAdvance(holder, Y2022, new Tonnes(60_000), "缺口"));
        desk.Do(new GrantAdvance(holder, Y2022));
        desk.Give(holder, "CEA-2022", 60_000);
        desk.Do(new Surrender(holder, Y2022));
        desk.Owed(holder, 2022).Status.ShouldBe(ObligationStatus.Met);

        desk.Emit(holder, 2022, 990_000);
        desk.Balance(holder, "CEA-2023", Compartment.Frozen).ShouldBe(10_000);
        Deductions.Pending(desk.State, holder, Y2023).ShouldBe(new Tonnes(60_000));
        desk.At("2024-01-01");
        Deductions.Pending(desk.State, holder, Y2023).ShouldBe(new Tonnes(50_000));

        desk.Emit(holder, 2022, 970_000);
        desk.Balance(holder, "CEA-2023", Compartment.Frozen).ShouldBe(0);
        desk.Balance(desk.State.Registry.System!.Cancelled, "CEA-2023").ShouldBe(30_000);
        Deductions.Pending(desk.State, holder, Y2023).ShouldBe(new Tonnes(30_000));
    }

    [Fact]
    public void Lent_units_that_are_gone_do_not_stop_the_deadline()
    {
        var (desk, holder) = Gap();
        desk.Do(new ApplyForAdvance(holder, Y2022, new Tonnes(60_000), "缺口"));
        desk.Do(new GrantAdvance(holder, Y2022));
        var place = new Place(desk.Account(holder), Compartment.Frozen);
        var expired = new Place(desk.State.Registry.System!.Expired);
        desk.Move("Expiry", "CEA-2023", place, expired, 20_000);

        desk.At("2024-01-01");

        desk.Balance(holder, "CEA-2023", Compartment.Frozen).ShouldBe(0);
        desk.Balance(desk.State.Registry.System!.Cancelled, "CEA-2023").ShouldBe(40_000);
        Deductions.Pending(desk.State, holder, Y2023).ShouldBe(new Tonnes(20_000), "these were lent and not returned");
    }

    [Fact]
    public void Applications_are_refused_in_the_documented_order()
    {
        var desk = Desk.In("2023-10-01");
        var holder = desk.Admit();
        var bad = new ApplyForAdvance(new HolderId(9), new CompliancePeriod(2050), Tonnes.Zero, "");
        desk.Refuse(bad).ShouldBe(ComplianceRefusals.UnknownPeriod);
        desk.Refuse(bad = bad with { Period = Y2023 }).ShouldBe(ComplianceRefusals.UnknownHolder);
        desk.Refuse(bad = bad with { Holder = holder }).ShouldBe(AdvanceRefusals.NotAllowed, "2023–24: no advance");
        desk.Refuse(bad = bad with { Period = Y2022 }).ShouldBe(AdvanceRefusals.GapNotKnown);
        desk.Determine(holder, Y2022, 950);
        desk.Emit(holder, 2022, 1_000);
        desk.Refuse(bad).ShouldBe(AdvanceRefusals.GapTooSmall);
        desk.Determine(holder, Y2022, 800);
        desk.Refuse(bad).ShouldBe(ComplianceRefusals.QuantityNotPositive);
        desk.Refuse(bad with { Quantity = new Tonnes(101) }).ShouldBe(AdvanceRefusals.OverLimit);
        desk.Refuse(new GrantAdvance(holder, Y2022)).ShouldBe(AdvanceRefusals.NoApplication);
        desk.Refuse(new RejectAdvance(holder, Y2022, "x")).ShouldBe(AdvanceRefusals.NoApplication);
        desk.Do(bad = bad with { Quantity = new Tonnes(90) });
        desk.Refuse(bad).ShouldBe(AdvanceRefusals.AppliedAlready);
        desk.Refuse(new GrantAdvance(holder, Y2022, new Tonnes(91))).ShouldBe(AdvanceRefusals.OverLimit);
        desk.Refuse(new RejectAdvance(holder, Y2022, "")).ShouldBe(ComplianceRefusals.NoReason);
        desk.Do(new RejectAdvance(holder, Y2022, "材料不全"));
        desk.Do(bad);
        desk.At("2024-01-01");
        desk.Refuse(new GrantAdvance(holder, Y2022)).ShouldBe(ComplianceRefusals.DeadlinePassed);
    }
}
