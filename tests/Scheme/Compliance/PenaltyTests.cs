using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Compliance;

namespace Tanheng.Scheme.Tests.Compliance;

/// <summary>Fines and cuts of the national rulebook, by the day of the decision.</summary>
public sealed class PenaltyTests
{
    private static readonly CompliancePeriod Y2023 = new(2023);
    private static readonly CompliancePeriod Y2024 = new(2024);

    private static Money Yuan(long yuan) => Tanheng.Quantities.Money.Units(yuan, Currency.Cny);

    /// <summary>A holder that is 10,000 t short, and its case.</summary>
    private static (Desk Desk, HolderId Holder, CaseId Case) Short(int year, string after)
    {
        var desk = Desk.In($"{year + 1}-12-01");
        var holder = desk.Admit();
        desk.Emit(holder, year, 10_000);
        desk.At(after);
        return (desk, holder, desk.CaseOf(holder, year).Id);
    }

    [Fact]
    public void AT_10_a_shortfall_of_10_000_at_70_costs_3_500_000_to_7_000_000()
    {
        var (desk, _, about) = Short(2023, "2025-02-01");
        desk.Refuse(new DecideCase(about, Yuan(5_000_000))).ShouldBe(PenaltyRefusals.NoMeanPrice);
        desk.Do(new RecordMeanPrice(new DateOnly(2024, 12, 1), new Price(7_000, Currency.Cny), "exchange report"));

        var bounds = Fines.Bounds(desk.State, desk.Compliance.Cases[about], null, new DateOnly(2025, 2, 1)).Value;
        bounds.Least.ShouldBe(Yuan(3_500_000));
        bounds.Most.ShouldBe(Yuan(7_000_000));
        desk.Refuse(new DecideCase(about)).ShouldBe(PenaltyRefusals.FineNeeded);
        desk.Refuse(new DecideCase(about, new Money(349_999_999, Currency.Cny)))
            .ShouldBe(PenaltyRefusals.FineOutOfBounds);
        desk.Refuse(new DecideCase(about, new Money(700_000_001, Currency.Cny)))
            .ShouldBe(PenaltyRefusals.FineOutOfBounds);
        desk.Do(new DecideCase(about, Yuan(3_500_000)));

        var decision = desk.Compliance.Cases[about].Decision!;
        decision.Source.ShouldContain("暂行条例");
        decision.MeanPrice.ShouldBe(new Price(7_000, Currency.Cny));
        var system = desk.State.Registry.System!;
        desk.Money(system.Treasury).ShouldBe(350_000_000);
        desk.Money(system.Receivable).ShouldBe(-350_000_000);
        desk.Refuse(new DecideCase(about, Yuan(3_500_000))).ShouldBe(PenaltyRefusals.AlreadyDecided);
    }

    [Fact]
    public void AT_10_before_1_May_2024_the_fine_is_20_000_to_30_000()
    {
        var (desk, _, about) = Short(2022, "2024-04-30 23:59");
        desk.Refuse(new DecideCase(about, Yuan(19_999))).ShouldBe(PenaltyRefusals.FineOutOfBounds);
        desk.Refuse(new DecideCase(about, Yuan(30_001))).ShouldBe(PenaltyRefusals.FineOutOfBounds);
        desk.At("2024-05-01 00:00");
        desk.Refuse(new DecideCase(about, Yuan(25_000)))
            .ShouldBe(PenaltyRefusals.NoMeanPrice, "the regulation holds from this day");

        var (before, _, same) = Short(2022, "2024-04-30 23:59");
        before.Do(new DecideCase(same, Yuan(30_000)));
        before.Compliance.Cases[same].Decision!.Fine.ShouldBe(Yuan(30_000));
    }

    [Fact]
    public void AT_10_refusing_to_correct_in_2025_cuts_10_000_of_the_next_allocation()
    {
        var (desk, holder, about) = Short(2023, "2025-02-01");
        desk.Refuse(new RefuseCorrection(about)).ShouldBe(PenaltyRefusals.NotOrdered);
        desk.Refuse(new OrderCorrection(about, new DateOnly(2025, 1, 31))).ShouldBe(PenaltyRefusals.CorrectByPast);
        desk.Do(new OrderCorrection(about, new DateOnly(2025, 3, 1)));
        desk.Refuse(new OrderCorrection(about, new DateOnly(2025, 3, 1))).ShouldBe(PenaltyRefusals.AlreadyOrdered);
        desk.At("2025-03-02");

        desk.Do(new RefuseCorrection(about));

        desk.Compliance.Cases[about].Cut.ShouldBe(new Tonnes(10_000));
        Deductions.Pending(desk.State, holder, Y2024).ShouldBe(new Tonnes(10_000));
        Deductions.Of(desk.State, holder, Y2024).Single().Kind.ShouldBe(DeductionKind.Cut);
        desk.Refuse(new RefuseCorrection(about)).ShouldBe(PenaltyRefusals.NotOrdered, "once is enough");
        desk.Do(new WithdrawCase(about, "复议撤销"));
        Deductions.Pending(desk.State, holder, Y2024).ShouldBe(Tonnes.Zero);
    }

    [Fact]
    public void AT_10_the_same_case_refused_from_15_August_2026_cuts_nothing()
    {
        var (desk, holder, about) = Short(2024, "2026-08-14");
        desk.Do(new OrderCorrection(about, new DateOnly(2026, 8, 14)));
        desk.At("2026-08-15");

        desk.Do(new RefuseCorrection(about));

        desk.Compliance.Cases[about].Cut.ShouldBe(Tonnes.Zero);
        desk.State.Rules.Periods.ShouldAllBe(
            rules => Deductions.Pending(desk.State, holder, rules.Period) == Tonnes.Zero);
        desk.Refuse(new DecideCase(about)).ShouldBe(PenaltyRefusals.FineNeeded, "the Code's amounts are not known");
        desk.Do(new DecideCase(about, Yuan(1)));
    }

    [Fact]
    public void What_was_made_good_is_not_cut_and_a_cut_goes_to_the_first_period_not_yet_determined()
    {
        var (desk, holder, about) = Short(2023, "2025-02-01");
        desk.Give(holder, "CEA-2023", 6_000);
        desk.Do(new Surrender(holder, Y2023));
        desk.Do(new OrderCorrection(about, new DateOnly(2025, 3, 1)));
        desk.Determine(holder, Y2024, 50_000);

        desk.Do(new RefuseCorrection(about));

        Deductions.Pending(desk.State, holder, new CompliancePeriod(2025)).ShouldBe(new Tonnes(4_000));

        var (good, same, its) = Short(2023, "2025-02-01");
        good.Do(new OrderCorrection(its, new DateOnly(2025, 3, 1)));
        good.Give(same, "CEA-2023", 10_000);
        good.Do(new Surrender(same, Y2023));
        good.Refuse(new RefuseCorrection(its)).ShouldBe(PenaltyRefusals.Corrected);
    }

    [Fact]
    public void AT_10_fraud_with_a_gain_of_300_000_is_fined_500_000_to_2_000_000()
    {
        var desk = Desk.In("2025-02-01");
        var holder = desk.Admit();
        desk.Do(new OpenCase(holder, Y2023, Offence.FalseReport, "篡改样品", new Tonnes(5_000)));
        var about = desk.Compliance.Cases.Keys.Single();

        desk.Refuse(new DecideCase(about, Yuan(499_999), Yuan(300_000))).ShouldBe(PenaltyRefusals.FineOutOfBounds);
        desk.Refuse(new DecideCase(about, Yuan(2_000_001), Yuan(300_000))).ShouldBe(PenaltyRefusals.FineOutOfBounds);
        desk.Do(new DecideCase(about, Yuan(1_000_000), Yuan(300_000)));

        desk.Compliance.Cases[about].Decision!.Confiscated.ShouldBe(Yuan(300_000));
        desk.Money(desk.State.Registry.System!.Treasury).ShouldBe(130_000_000, "the fine and the gain");
    }

    [Fact]
    public void From_a_gain_of_500_000_the_multiples_hold()
    {
        var desk = Desk.In("2025-02-01");
        var holder = desk.Admit();
        desk.Do(new OpenCase(holder, Y2023, Offence.FalseReport, "篡改样品"));
        var about = desk.Compliance.Cases.Values.Single();
        var bounds = Fines.Bounds(desk.State, about, Yuan(500_000), new DateOnly(2025, 2, 1)).Value;
        bounds.Least.ShouldBe(Yuan(2_500_000));
        bounds.Most.ShouldBe(Yuan(5_000_000));
    }

    [Fact]
    public void Fraud_that_is_not_corrected_costs_half_to_all_of_the_next_allocation()
    {
        var desk = Desk.In("2025-02-01");
        var holder = desk.Admit();
        desk.Do(new OpenCase(holder, Y2023, Offence.FalseReport, "篡改样品"));
        var about = desk.Compliance.Cases.Keys.Single();
        desk.Do(new OrderCorrection(about, new DateOnly(2025, 3, 1)));
        desk.Refuse(new RefuseCorrection(about)).ShouldBe(PenaltyRefusals.CutOutOfBounds);
        desk.Refuse(new RefuseCorrection(about, new Percent(49.9m))).ShouldBe(PenaltyRefusals.CutOutOfBounds);

        desk.Do(new RefuseCorrection(about, new Percent(60m)));

        Deductions.Pending(desk.State, holder, Y2024, new Tonnes(1_001))
            .ShouldBe(new Tonnes(600), "60 % of 1,001, floor");
        Deductions.Pending(desk.State, holder, Y2024).ShouldBe(Tonnes.Zero, "nothing is determined yet");
        desk.Determine(holder, Y2024, 1_001);
        Deductions.Clear(desk.State, holder, Y2024, new Tonnes(600));
        Deductions.Pending(desk.State, holder, Y2024).ShouldBe(Tonnes.Zero);
        desk.Determine(holder, Y2024, 501);
        Deductions.Pending(desk.State, holder, Y2024).ShouldBe(new Tonnes(-300), "300 of the 600 are to be given back");
    }

    [Fact]
    public void Deductions_are_netted_as_cuts_then_arrears_then_advances()
    {
        var desk = Desk.In("2025-02-01");
        var holder = desk.Admit();
        Deductions.Add(desk.State, holder, Y2024, new Deduction(DeductionKind.Advance, new Tonnes(100)));
        desk.Refuse(new RecordArrears(holder, new CompliancePeriod(2050), Tonnes.Zero, ""))
            .ShouldBe(ComplianceRefusals.UnknownPeriod);
        desk.Refuse(new RecordArrears(new HolderId(9), Y2024, Tonnes.Zero, ""))
            .ShouldBe(ComplianceRefusals.UnknownHolder);
        desk.Refuse(new RecordArrears(holder, Y2024, Tonnes.Zero, "")).ShouldBe(ComplianceRefusals.QuantityNotPositive);
        desk.Refuse(new RecordArrears(holder, Y2024, new Tonnes(30), "")).ShouldBe(ComplianceRefusals.NoReason);
        desk.Do(new RecordArrears(holder, Y2024, new Tonnes(30), "欠缴"));
        Deductions.Add(desk.State, holder, Y2024, new Deduction(DeductionKind.Cut, new Tonnes(20)));

        Deductions.Clear(desk.State, holder, Y2024, new Tonnes(45));
        Left().ShouldBe([0, 5, 100]);
        Deductions.Clear(desk.State, holder, Y2024, new Tonnes(60));
        Left().ShouldBe([0, 0, 45]);
        Deductions.Clear(desk.State, holder, Y2024, new Tonnes(-70));
        Left().ShouldBe([0, 15, 100], "given back from the end");

        long[] Left() => [.. Deductions.Of(desk.State, holder, Y2024).Select(one => one.Pending(Tonnes.Zero).Value)];
    }

    [Fact]
    public void A_fine_is_paid_and_the_case_closed()
    {
        var (desk, holder, about) = Short(2022, "2024-03-01");
        var other = desk.Admit();
        desk.Refuse(new PayFine(other, new CaseId(9))).ShouldBe(PenaltyRefusals.UnknownCase);
        desk.Refuse(new PayFine(other, about)).ShouldBe(PenaltyRefusals.OtherHoldersCase);
        desk.Refuse(new PayFine(holder, about)).ShouldBe(PenaltyRefusals.NotDecided);
        desk.Refuse(new CloseCase(about, "")).ShouldBe(ComplianceRefusals.NoReason);
        desk.Refuse(new CloseCase(about, "x")).ShouldBe(PenaltyRefusals.NotDecided);
        desk.Do(new DecideCase(about, Yuan(20_000)));
        desk.Refuse(new CloseCase(about, "x")).ShouldBe(PenaltyRefusals.NotPaid);

        desk.Do(new PayFine(holder, about));
        desk.Refuse(new PayFine(holder, about)).ShouldBe(PenaltyRefusals.AlreadyPaid);
        desk.Do(new CloseCase(about, "已缴清"));

        var system = desk.State.Registry.System!;
        (desk.Money(system.Bank), desk.Money(system.Treasury), desk.Money(system.Receivable))
            .ShouldBe((-2_000_000L, 2_000_000L, 0L));
        desk.Refuse(new PayFine(holder, about)).ShouldBe(PenaltyRefusals.CaseOver);
        desk.Refuse(new WithdrawCase(about, "x")).ShouldBe(PenaltyRefusals.CaseOver);
    }

    [Fact]
    public void Amending_takes_the_decision_back_and_a_paid_fine_is_paid_back()
    {
        var (desk, holder, about) = Short(2022, "2024-03-01");
        desk.Do(new DecideCase(about, Yuan(20_000)));
        desk.Do(new PayFine(holder, about));
        desk.Refuse(new AmendCase(about, new Tonnes(1), " ")).ShouldBe(ComplianceRefusals.NoReason);
        desk.Refuse(new AmendCase(about, new Tonnes(-1), "x")).ShouldBe(PenaltyRefusals.BadQuantity);

        desk.Do(new AmendCase(about, new Tonnes(9_000), "更正"));

        var system = desk.State.Registry.System!;
        (desk.Money(system.Bank), desk.Money(system.Treasury), desk.Money(system.Receivable)).ShouldBe((0L, 0L, 0L));
        desk.Compliance.Cases[about].Status.ShouldBe(CaseStatus.Open);
        desk.Do(new DecideCase(about, Yuan(30_000)));
    }

    [Fact]
    public void Opening_by_hand_is_refused_in_the_documented_order()
    {
        var (desk, holder, about) = Short(2022, "2024-03-01");
        var bad = new OpenCase(
            new HolderId(9), new CompliancePeriod(2050), Offence.SurrenderShortfall, "", new Tonnes(-1));
        desk.Refuse(bad).ShouldBe(ComplianceRefusals.UnknownPeriod);
        desk.Refuse(bad = bad with { Period = new CompliancePeriod(2022) }).ShouldBe(ComplianceRefusals.UnknownHolder);
        desk.Refuse(bad = bad with { Holder = holder }).ShouldBe(ComplianceRefusals.NoReason);
        desk.Refuse(bad = bad with { Reason = "x" }).ShouldBe(PenaltyRefusals.BadQuantity);
        desk.Refuse(bad = bad with { Quantity = Tonnes.Zero }).ShouldBe(PenaltyRefusals.NoShortfall, "it has its case");
        desk.Do(new WithdrawCase(about, "重新立案"));
        desk.Do(bad);
        desk.CaseOf(holder, 2022).Shortfall.ShouldBe(new Tonnes(10_000));
    }

    [Fact]
    public void Deciding_is_refused_in_the_documented_order()
    {
        var desk = Desk.In("2024-03-01");
        var holder = desk.Admit();
        desk.Do(new OpenCase(holder, Y2023, Offence.Manipulation, "x"));
        desk.Do(new OpenCase(holder, Y2023, Offence.BarredTrading, "x"));
        var (manipulation, barred) = (new CaseId(1), new CaseId(2));
        var euro = new Money(1, Currency.Eur);
        desk.Refuse(new DecideCase(new CaseId(3), euro, euro)).ShouldBe(PenaltyRefusals.UnknownCase);
        desk.Refuse(new DecideCase(manipulation, Gain: euro)).ShouldBe(PenaltyRefusals.BadAmount);
        desk.Refuse(new DecideCase(manipulation, Fine: new Money(-1, Currency.Cny)))
            .ShouldBe(PenaltyRefusals.BadAmount);
        desk.Refuse(new DecideCase(manipulation)).ShouldBe(PenaltyRefusals.NoPenaltyRule, "none before May 2024");
        desk.At("2024-05-01");
        desk.Refuse(new DecideCase(barred)).ShouldBe(PenaltyRefusals.ValueNeeded);
        desk.Refuse(new DecideCase(manipulation, Gain: new Money(long.MaxValue, Currency.Cny)))
            .ShouldBe(PenaltyRefusals.AmountTooLarge);
        desk.Refuse(new DecideCase(manipulation)).ShouldBe(PenaltyRefusals.FineNeeded);
        desk.Refuse(new DecideCase(barred, Yuan(101), Yuan(100))).ShouldBe(PenaltyRefusals.FineOutOfBounds);
        desk.Do(new DecideCase(barred, Yuan(100), Yuan(100)));
        desk.Do(new DecideCase(manipulation, Yuan(0) with { Minor = 50_000_000 }));
    }

    [Fact]
    public void A_fine_per_tonne_is_decided_for_all_at_once()
    {
        // EUR 100 a tonne: 5 t and 7 t short make 500 and 700.
        var desk = Desk.In("2024-12-01", book => book with
        {
            Penalties = [new PenaltyRule
            {
                Cite = new Citation("directive", Standing.Law),
                Offence = Offence.SurrenderShortfall,
                Basis = FineBasis.PerTonne,
                Least = Yuan(100),
                ShortfallRemainsDue = false,
            }],
        });
        var (one, two) = (desk.Admit(), desk.Admit());
        desk.Emit(one, 2023, 5);
        desk.Emit(two, 2023, 7);
        desk.Refuse(new DecideAllCases(Y2023)).ShouldBe(PenaltyRefusals.NothingToDecide);
        desk.At("2025-01-02");

        desk.Do(new DecideAllCases(Y2023)).Count.ShouldBe(2);

        desk.CaseOf(one, 2023).Decision!.Fine.ShouldBe(Yuan(500));
        desk.CaseOf(two, 2023).Decision!.Fine.ShouldBe(Yuan(700));
        desk.CaseOf(two, 2023).Decision!.ShortfallRemainsDue.ShouldBeFalse();
        desk.Money(desk.State.Registry.System!.Treasury).ShouldBe(120_000);
        ComplianceTable.Of(desk.State, Y2023).Select(row => row.Fine).ShouldBe([Yuan(500), Yuan(700)]);
    }

    [Fact]
    public void A_range_is_not_decided_for_all()
    {
        var (desk, _, _) = Short(2022, "2024-03-01");
        desk.Refuse(new DecideAllCases(new CompliancePeriod(2022))).ShouldBe(PenaltyRefusals.NotAutomatic);
    }

    [Fact]
    public void Mean_prices_are_of_months_that_are_over()
    {
        var desk = Desk.In("2024-12-15");
        var good = new RecordMeanPrice(new DateOnly(2024, 11, 1), new Price(7_000, Currency.Cny), "exchange");
        desk.Refuse(good with { Month = new DateOnly(2024, 11, 2) }).ShouldBe(PenaltyRefusals.BadMonth);
        desk.Refuse(good with { Month = new DateOnly(2024, 12, 1) }).ShouldBe(PenaltyRefusals.BadMonth);
        desk.Refuse(good with { Month = DateOnly.MaxValue }).ShouldBe(PenaltyRefusals.BadMonth);
        desk.Refuse(good with { Price = new Price(7_000, Currency.Eur) }).ShouldBe(PenaltyRefusals.BadPrice);
        desk.Refuse(good with { Price = new Price(0, Currency.Cny) }).ShouldBe(PenaltyRefusals.BadPrice);
        desk.Refuse(good with { Source = "" }).ShouldBe(PenaltyRefusals.NoSource);
        desk.Do(good);
        desk.Do(good with { Price = new Price(7_100, Currency.Cny) });
        desk.Compliance.MeanPrices[good.Month].Price.Minor.ShouldBe(7_100);
    }
}
