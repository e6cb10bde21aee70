using System.Globalization;
using Tanheng.Quantities;

namespace Tanheng.Rulebook.Tests;

/// <summary>Every figure and date of the national market's rules, as the sources give them.</summary>
public sealed class ChinaRulebookTests
{
    private static Rulebook Book => Shipped.China;

    private static PeriodRules Period(string period) => Book.Period(CompliancePeriod.Parse(period)).ShouldNotBeNull();

    private static CompliancePeriod Vintage(string text) => CompliancePeriod.Parse(text);

    private static Money Yuan(long units) => Money.Units(units, Currency.Cny);

    private static DateTime At(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("2019-2020", "2021-12-31T17:00")]
    [InlineData("2021", "2024-01-01")] // 31 December 2023, 24:00
    [InlineData("2022", "2024-01-01")]
    [InlineData("2023", "2025-01-01")]
    [InlineData("2024", "2026-01-01")]
    [InlineData("2025", "2027-01-01")]
    public void The_surrender_deadline_of_each_period(string period, string firstMomentTooLate) =>
        Period(period).DeadlineOf(Step.Surrender)!.At.ShouldBe(At(firstMomentTooLate));

    [Theory]
    [InlineData("2019-2020", "2021-12-15T17:00")]
    [InlineData("2021", "2023-11-16")]
    [InlineData("2022", "2023-11-16")]
    public void Ninety_five_percent_are_to_be_settled_before(string period, string firstMomentTooLate)
    {
        var milestone = Period(period).DeadlineOf(Step.SurrenderMilestone)!;
        milestone.At.ShouldBe(At(firstMomentTooLate));
        milestone.Share.ShouldBe(new Percent(95));
    }

    [Theory]
    [InlineData("2023", Step.Report, "power", "2024-04-01")]
    [InlineData("2024", Step.Report, "power", "2025-04-01")]
    [InlineData("2024", Step.PreAllocation, "power", "2025-04-21")]
    [InlineData("2024", Step.Verification, "power", "2025-07-01")]
    [InlineData("2024", Step.Verification, "steel", "2025-09-01")]
    [InlineData("2024", Step.Allocation, "power", "2025-08-21")]
    [InlineData("2024", Step.Allocation, "cement", "2025-10-21")]
    [InlineData("2025", Step.Report, "power", "2026-04-01")]
    [InlineData("2025", Step.PreAllocation, "power", "2026-07-01")]
    [InlineData("2025", Step.PreAllocation, "aluminium", "2026-04-11")]
    [InlineData("2025", Step.Verification, "power", "2026-07-01")]
    [InlineData("2025", Step.Verification, "steel", "2026-08-01")]
    [InlineData("2025", Step.Allocation, "steel", "2026-10-01")]
    [InlineData("2026", Step.MonitoringPlan, "power", "2026-01-01")]
    public void The_other_steps_of_the_calendar(string period, Step step, string sector, string firstMomentTooLate) =>
        Period(period).DeadlineOf(step, sector)!.At.ShouldBe(At(firstMomentTooLate));

    [Fact]
    public void Power_is_covered_in_every_period_from_26000_tonnes_for_carbon_dioxide()
    {
        Book.Periods.Count.ShouldBe(7);
        foreach (var period in Book.Periods)
        {
            var power = period.Sector("power").ShouldNotBeNull();
            power.Threshold.ShouldBe(new Tonnes(26_000));
            power.Gases.ShouldBe(["CO2"]);
        }
    }

    [Fact]
    public void Steel_cement_and_aluminium_come_in_2024_and_aluminium_counts_its_perfluorocarbons()
    {
        Period("2023").Sector("steel").ShouldBeNull();
        Period("2024").Sector("steel")!.PreAllocation.ShouldBeNull();
        Period("2024").Sector("cement").ShouldNotBeNull();
        Period("2024").Sector("aluminium")!.Gases.ShouldBe(["CO2", "CF4", "C2F6"]);
    }

    [Theory]
    [InlineData("2019-2020", "2019-2022", "2019-2020")]
    [InlineData("2021", "2019-2022", "2021")]
    [InlineData("2022", "2019-2022", "2022")]
    [InlineData("2023", "2023-2024", "2023")]
    [InlineData("2024", "2023-2024", "2024")]
    public void Each_period_is_computed_by_the_plan_of_that_period(string period, string accounting, string plan)
    {
        var power = Period(period).Sector("power")!;
        power.Emissions.ShouldBe(new MethodReference("mrv/power-generation", accounting));
        power.Allocation.ShouldBe(new MethodReference("allocation/cn-power", plan));
        power.PreAllocation.ShouldBe(new MethodReference("allocation/cn-power-pre", plan));
        Period(period).Allocation.Vintage.ShouldBe(Vintage(period));
    }

    [Theory]
    [InlineData("2019-2020", 70, 20, false)]
    [InlineData("2021", 70, 20, true)]
    [InlineData("2022", 70, 20, true)]
    [InlineData("2023", 70, 20, true)]
    [InlineData("2024", 70, 20, true)]
    [InlineData("2025", 50, null, true)]
    public void Pre_allocation_gap_cap_and_differentiated_issue(string period, int pre, int? cap, bool custody)
    {
        var rule = Period(period).Allocation;
        rule.PreAllocationShare.ShouldBe(new Percent(pre));
        rule.GapCap.ShouldBe(cap is { } share ? new Percent(share) : null);
        rule.CustodyForRisky.ShouldBe(custody);
        rule.ThroughProvince.ShouldBeTrue();
    }

    [Fact]
    public void AT_S06_an_advance_exists_for_2021_and_2022_alone_and_lends_2023()
    {
        foreach (var year in new[] { "2021", "2022" })
        {
            var advance = Period(year).Advance.ShouldNotBeNull();
            advance.FromVintage.ShouldBe(Vintage("2023"));
            advance.MinimumGap.ShouldBe(new Percent(10));
            // Verified 1,000,000, allocation 880,000: the gap is 12 %, at most half of the 120,000 t may be lent.
            new Percent(12).ShouldBeGreaterThan(advance.MinimumGap);
            advance.LimitOfGap.Of(new Tonnes(120_000), advance.Rounding).ShouldBe(new Tonnes(60_000));
        }

        Book.Periods.Where(period => period.Period.First is not (2021 or 2022))
            .ShouldAllBe(period => period.Advance == null);
    }

    [Theory]
    [InlineData("2019-2020", "2019-2020", true)]
    [InlineData("2019-2020", "2021", false)]
    [InlineData("2021", "2019-2020", true)]
    [InlineData("2021", "2022", true)] // both years end on one day and take units of both
    [InlineData("2021", "2023", false)]
    [InlineData("2022", "2022", true)]
    [InlineData("2022", "2023", false)]
    [InlineData("2023", "2023", true)]
    [InlineData("2023", "2019-2020", true)]
    [InlineData("2023", "2024", false)]
    [InlineData("2024", "2024", true)]
    [InlineData("2024", "2025", false)]
    [InlineData("2025", "2024", false)] // 2019-24 units are not for 2025 and later
    [InlineData("2025", "2025", true)]
    public void Which_vintage_settles_which_period(string period, string vintage, bool accepted) =>
        Period(period).Surrender.Accepts.Any(units => units.Unit == "CEA" && units.Covers(Vintage(vintage)))
            .ShouldBe(accepted);

    [Fact]
    public void Offsets_settle_at_most_five_percent_rounded_down()
    {
        foreach (var period in Book.Periods)
        {
            var offsets = period.Surrender.Offsets.ShouldNotBeNull();
            offsets.Share.ShouldBe(new Percent(5));
            offsets.Share.Of(new Tonnes(1_000_000), offsets.Rounding).ShouldBe(new Tonnes(50_000));
            offsets.Share.Of(new Tonnes(1_000_019), offsets.Rounding).ShouldBe(new Tonnes(50_000));
        }
    }

    [Theory]
    [InlineData("2021", true, false)]
    [InlineData("2022", true, false)]
    [InlineData("2023", true, true)]
    [InlineData("2024", true, true)]
    [InlineData("2025", false, true)]
    public void Old_reductions_end_with_2024_and_new_ones_begin_with_2023(string period, bool old, bool newer)
    {
        var accepts = Period(period).Surrender.Offsets!.Accepts;
        accepts.Any(units => units.Unit == "CCER").ShouldBe(old);
        accepts.Any(units => units.Unit == "CCER24").ShouldBe(newer);
        accepts.Where(units => units.Unit == "CCER").ShouldAllBe(units => units.UsableUntil == At("2025-01-01"));
    }

    [Fact]
    public void Nothing_is_taken_at_the_deadline_what_is_missing_becomes_a_case() =>
        Book.Periods.ShouldAllBe(period =>
            period.Surrender.AtDeadline == AtDeadline.OpenCase && period.Surrender.LateAccepted);

    [Fact]
    public void The_carry_over_of_2019_to_2024_units()
    {
        var rule = Book.CarryOvers.ShouldHaveSingleItem();
        rule.FromVintages.ShouldBe(
            [Vintage("2019-2020"), Vintage("2021"), Vintage("2022"), Vintage("2023"), Vintage("2024")]);
        rule.ToVintage.ShouldBe(Vintage("2025"));
        (rule.Base, rule.Multiple, rule.Rounding).ShouldBe((new Tonnes(10_000), 1.5m, Rounding.Floor));
        (rule.SalesFrom, rule.SalesUntil).ShouldBe((new DateOnly(2024, 1, 1), new DateOnly(2025, 12, 31)));
        rule.HoldingsAt.ShouldBe(At("2025-12-31T23:59"));
        rule.ApplyUntil.ShouldBe(At("2026-06-11")); // 10 June 2026, 24:00
        rule.RequiresMet.ShouldBe([Vintage("2023"), Vintage("2024")]);
        rule.IssueWithinWorkingDays.ShouldBe(5);
        rule.VoidsTheRest.ShouldBeTrue();
    }

    [Fact]
    public void A_shortfall_costs_what_the_law_of_the_day_says()
    {
        var before = Book.Penalty(Offence.SurrenderShortfall, new DateOnly(2024, 4, 30))!;
        (before.Basis, before.Least, before.Most, before.Cut)
            .ShouldBe((FineBasis.Range, Yuan(20_000), Yuan(30_000), NextCut.Equal));

        var after = Book.Penalty(Offence.SurrenderShortfall, new DateOnly(2024, 5, 1))!;
        (after.Basis, after.LeastMultiple, after.MostMultiple, after.Cut)
            .ShouldBe((FineBasis.ShortfallValue, 5m, 10m, NextCut.Equal));
        // 10,000 t at 70.00: between 3,500,000 and 7,000,000.
        (after.LeastMultiple * 10_000 * 70).ShouldBe(3_500_000m);
        (after.MostMultiple * 10_000 * 70).ShouldBe(7_000_000m);

        Book.Penalty(Offence.SurrenderShortfall, new DateOnly(2026, 8, 14))!.Cut.ShouldBe(NextCut.Equal);
        var code = Book.Penalty(Offence.SurrenderShortfall, new DateOnly(2026, 8, 15))!;
        (code.Basis, code.Cut).ShouldBe((FineBasis.Unknown, NextCut.None));
        Book.Penalty(Offence.SurrenderShortfall, new DateOnly(2021, 1, 31)).ShouldBeNull();
    }

    [Fact]
    public void Fraud_below_a_gain_of_500000_costs_the_fixed_range_and_the_cut_outlives_the_code()
    {
        var fraud = Book.Penalty(Offence.FalseReport, new DateOnly(2025, 6, 1))!;
        (fraud.Basis, fraud.LeastMultiple, fraud.MostMultiple).ShouldBe((FineBasis.Gain, 5m, 10m));
        (fraud.GainFrom, fraud.Least, fraud.Most).ShouldBe((Yuan(500_000), Yuan(500_000), Yuan(2_000_000)));
        Yuan(300_000).ShouldBeLessThan(fraud.GainFrom!.Value);
        fraud.Persons.ShouldBe((Yuan(50_000), Yuan(200_000)));
        (fraud.Cut, fraud.CutLeast, fraud.CutMost).ShouldBe((NextCut.Share, new Percent(50), new Percent(100)));

        Book.Penalty(Offence.FalseReport, new DateOnly(2026, 8, 15))!.Cut.ShouldBe(NextCut.Share);
        var before = Book.Penalty(Offence.FalseReport, new DateOnly(2024, 4, 30))!;
        (before.Least, before.Most, before.Cut).ShouldBe((Yuan(10_000), Yuan(30_000), NextCut.Equal));
    }

    [Theory]
    [InlineData(Offence.NoReport, 50_000, 500_000)]
    [InlineData(Offence.FalseTest, 20_000, 100_000)]
    [InlineData(Offence.FalseService, 200_000, 1_000_000)]
    [InlineData(Offence.Manipulation, 500_000, 5_000_000)]
    [InlineData(Offence.Disturbance, 100_000, 1_000_000)]
    [InlineData(Offence.Obstruction, 20_000, 200_000)]
    public void The_fixed_ranges_since_May_2024(Offence offence, long least, long most)
    {
        var rule = Book.Penalty(offence, new DateOnly(2024, 5, 1))!;
        (rule.Least, rule.Most).ShouldBe((Yuan(least), Yuan(most)));
    }

    [Theory]
    [InlineData(Offence.FalseTest, 20_000, 5, 10)]
    [InlineData(Offence.FalseService, 200_000, 5, 10)]
    [InlineData(Offence.Manipulation, 500_000, 1, 10)]
    [InlineData(Offence.Disturbance, 100_000, 1, 10)]
    public void The_multiples_of_the_gain_since_May_2024(Offence offence, long gainFrom, int least, int most)
    {
        var rule = Book.Penalty(offence, new DateOnly(2026, 8, 14))!;
        rule.GainFrom.ShouldBe(Yuan(gainFrom));
        (rule.LeastMultiple, rule.MostMultiple).ShouldBe((least, most));
    }

    [Fact]
    public void Every_offence_has_a_rule_under_each_law_in_its_time()
    {
        foreach (var offence in Enum.GetValues<Offence>())
        {
            Book.Penalty(offence, new DateOnly(2024, 5, 1)).ShouldNotBeNull();
            Book.Penalty(offence, new DateOnly(2026, 8, 15))!.Basis.ShouldBe(FineBasis.Unknown);
        }

        Book.Penalty(Offence.NoReport, new DateOnly(2024, 4, 30))!.Most.ShouldBe(Yuan(30_000));
        Book.Penalty(Offence.BarredTrading, new DateOnly(2025, 1, 1))!.MostMultiple.ShouldBe(1m);
    }

    [Theory]
    [InlineData(Offence.FalseService, 20_000, 200_000)]
    [InlineData(Offence.Manipulation, 100_000, 1_000_000)]
    [InlineData(Offence.Disturbance, 50_000, 500_000)]
    public void The_persons_responsible_pay_too(Offence offence, long least, long most) =>
        Book.Penalty(offence, new DateOnly(2025, 1, 1))!.Persons.ShouldBe((Yuan(least), Yuan(most)));

    [Fact]
    public void The_registry_opens_one_account_of_each_kind_within_five_working_days()
    {
        var registry = Book.Registry;
        registry.UnifiedSocialCreditCode.ShouldBeTrue();
        registry.AccountPrefix.ShouldBe("CN");
        registry.AccountsPerHolder[AccountKind.Registry].ShouldBe(1);
        registry.AccountsPerHolder[AccountKind.Trading].ShouldBe(1);
        registry.OpeningWorkingDays.ShouldBe(5);
        registry.TradingAccounts.ShouldBeTrue();
    }

    [Theory]
    [InlineData("InitialIssue")]
    [InlineData("AllocationAdjust")]
    [InlineData("PositionMove")]
    [InlineData("TradeSettle")]
    [InlineData("Surrender")]
    [InlineData("OffsetSurrender")]
    [InlineData("CompulsorySurrender")]
    [InlineData("AssistedSurrender")]
    [InlineData("VoluntaryCancel")]
    [InlineData("CarryOver")]
    [InlineData("JudicialFreeze")]
    [InlineData("JudicialTransfer")]
    [InlineData("Pledge")]
    [InlineData("PledgeRealise")]
    [InlineData("Succession")]
    [InlineData("Transfer")]
    [InlineData("Advance")]
    [InlineData("Reversal")]
    public void Every_transaction_type_of_the_registry_is_there(string code) =>
        Book.Transaction(code).ShouldNotBeNull();

    [Fact]
    public void Units_are_traded_from_the_trading_account_and_surrendered_from_the_registry_account()
    {
        Book.Transaction("TradeSettle")!.From.ShouldBe([AccountKind.Trading]);
        Book.Transaction("Surrender")!.From.ShouldBe([AccountKind.Registry]);
        Book.Transaction("CompulsorySurrender")!.From.ShouldNotContain(AccountKind.Registry);
        Book.Transaction("Surrender")!.To.ShouldBe([AccountKind.Surrendered]);
    }

    [Theory]
    [InlineData("pre-allocate", Role.Authority)]
    [InlineData("allocate-final", Role.Authority)]
    [InlineData("allocate-stated", Role.Authority)]
    [InlineData("run-allocation", Role.Authority)]
    [InlineData("adjust-allocation", Role.Authority)]
    [InlineData("issue-offsets", Role.Authority)]
    [InlineData("grant-advance", Role.Authority)]
    [InlineData("convert-carry-over", Role.Authority)]
    [InlineData("correct-report", Role.Authority)]
    [InlineData("decide-case", Role.Authority)]
    [InlineData("activate-account", Role.RegistryOperator)]
    [InlineData("transfer-judicially", Role.RegistryOperator)]
    [InlineData("appoint-representative", Role.RegistryOperator)]
    [InlineData("change-representative", Role.RegistryOperator)]
    [InlineData("replace-representative", Role.RegistryOperator)]
    [InlineData("remove-representative", Role.RegistryOperator)]
    [InlineData("claim-holder", Role.RegistryOperator)]
    [InlineData("describe-holder", Role.RegistryOperator)]
    [InlineData("set-account-rules", Role.RegistryOperator)]
    [InlineData("reverse-transaction", Role.RegistryOperator)]
    [InlineData("unblock-account", Role.RegistryOperator)]
    [InlineData("exclude-year", Role.Authority)]
    [InlineData("add-trusted-account", Role.Representative)]
    [InlineData("transfer-units", Role.Representative)]
    [InlineData("surrender", Role.Representative)]
    [InlineData("cancel-voluntarily", Role.Representative)]
    public void Four_eyes_see_what_moves_value(string command, Role approver)
    {
        Book.Approval(command)!.Approvers.ShouldContain(approver);
        Book.Approval(command)!.ExpiresAfterDays.ShouldBeGreaterThan(0);
        Book.Approval("advance-clock").ShouldBeNull();
    }

    [Fact]
    public void A_holders_accounts_send_anywhere_until_it_asks_for_its_list_alone()
    {
        var rule = Book.TrustedAccounts.ShouldNotBeNull();
        (rule.OutsideList, rule.SecondPerson, rule.SecondPersonToSurrender).ShouldBe((true, true, true));
        rule.Activation.ShouldBe(new Wait(24, Runs.WorkingDays));
        rule.Cite.Standing.ShouldBe(Standing.Parameter);
        Book.Citations().ShouldContain(cited => cited.Path == "trusted_accounts");
        Book.Approvals.ShouldAllBe(approval => approval.When == ApprovalWhen.Always);
    }

    [Fact]
    public void Two_to_eight_people_act_for_a_holder_and_its_address_and_contact_are_known()
    {
        (Book.Registry.LeastRepresentatives, Book.Registry.MostRepresentatives).ShouldBe((2, (int?)8));
        Book.Registry.InitiatorAndApprover.ShouldBeTrue();
        Book.Registry.Details[HolderKind.Organisation].ShouldBe([HolderField.Address, HolderField.PrimaryContact]);
    }

    [Fact]
    public void An_objection_is_heard_within_seven_working_days_and_answered_within_ten()
    {
        (Book.Objections.FileWorkingDays, Book.Objections.AnswerWorkingDays).ShouldBe((7, 10));
        Book.Objections.Cite.Keys.ShouldBe(["order-19"]);
        SmallBook.Read(SmallBook.Text).Rulebook!.Objections.ShouldBe(ObjectionRule.Default);
    }

    [Fact]
    public void The_public_page_of_an_entity_shows_total_facilities_and_method_but_no_fuel_records()
    {
        var page = Book.Disclosures.Single(rule => rule.What == "entity-report");
        page.Fields.ShouldBeSubsetOf(["holder", "period", "total-emissions", "facilities", "method"]);
        page.Fields.ShouldContain("total-emissions");
        page.Withheld.ShouldContain("monthly-fuel");
        Book.Disclosures.Select(rule => rule.What).ShouldBeSubsetOf(
            ["coverage-list", "verification", "surrender-result", "entity-report", "service-bodies", "transactions"]);
        Book.Disclosures.Count.ShouldBe(6);
    }
}
