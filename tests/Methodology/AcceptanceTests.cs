namespace Tanheng.Methodology.Tests;

/// <summary>The published and derived figures of the rules, straight through the shipped methods.</summary>
public class AcceptanceTests
{
    [Fact]
    public void AT_S05_pre_allocation_is_70_percent_of_prior_year_supply_times_benchmark() =>
        PreAllocation("2019-2020", ("class", "I"), ("electricity", 1_000_000)).ShouldBe(613_900m);

    [Fact]
    public void AT_S05_final_allocation_is_trued_up_to_actual_supply()
    {
        var pre = PreAllocation("2019-2020", ("class", "I"), ("electricity", 1_000_000));
        var more = Final("2019-2020", Unit("I", 1_050_000, 0.9m, 900_000)).Number("final");
        more.ShouldBe(920_850m);
        (more - pre).ShouldBe(306_950m);
        var less = Final("2019-2020", Unit("I", 650_000, 0.9m, 560_000)).Number("final");
        less.ShouldBe(570_050m);
        (less - pre).ShouldBe(-43_850m);
    }

    [Fact]
    public void AT_4_7_class_I_at_78_percent_load_in_2019_2020_is_2657836_2_before_rounding()
    {
        var result = Final("2019-2020", Unit("I", 3_000_000, 0.78m, 2_700_000));
        result.Rows("units")[0].Number("unrounded").ShouldBe(2_657_836.2m);
        result.Rows("units")[0].Number("allocation").ShouldBe(2_657_836m);
    }

    [Fact]
    public void AT_4_7_class_I_at_78_percent_load_in_2022_is_2478121_6_before_rounding()
    {
        // 3,000,000 × 0.8177 × 1.0102 = 2,478,121.62
        var result = Final("2022", Unit("I", 3_000_000, 0.78m, 2_700_000));
        result.Rows("units")[0].Number("unrounded").ShouldBe(2_478_121.62m);
        result.Number("final").ShouldBe(2_478_121m);
    }

    [Fact]
    public void AT_4_7_class_I_in_2024_adds_electricity_and_heat() =>
        Final("2024", Unit("I", 3_200_000, 0.75m, 2_600_000).With("heat", 500_000))
            .Number("final").ShouldBe(2_582_850m);

    [Fact]
    public void AT_4_7_class_II_at_60_percent_load_in_2024_is_raised_by_1_061364_and_rounded_down()
    {
        var result = Final("2024", Unit("II", 1_000_000, 0.60m, 900_000));
        Math.Round(result.Rows("units")[0].Number("ff"), 6).ShouldBe(1.061364m);
        result.Number("final").ShouldBe(854_291m);
    }

    [Theory]
    [InlineData("2021", 0.8218)]
    [InlineData("2022", 0.8177)]
    [InlineData("2023", 0.7950)]
    [InlineData("2024", 0.7910)]
    public void AT_4_7_gap_cap_gives_800000_for_verified_1000000_and_initial_700000(string version, double benchmark)
    {
        var electricity = Math.Ceiling(700_000m / (decimal)benchmark);
        var result = Final(version, Unit("I", electricity, 0.9m, 1_000_000));
        result.Number("initial").ShouldBe(700_000m);
        result.Number("final").ShouldBe(800_000m);
        result.Flag("gap_cap_applied").ShouldBeTrue();
        result.Number("gap_rate").ShouldBe(20m);
    }

    [Fact]
    public void AT_4_5_in_2019_2020_the_gap_cap_limits_the_obligation_and_leaves_the_allocation()
    {
        var electricity = Math.Ceiling(700_000m / 0.877m);
        var result = Final("2019-2020", Unit("I", electricity, 0.9m, 1_000_000));
        result.Number("final").ShouldBe(700_000m);
        result.Number("obligation").ShouldBe(900_000m);
    }

    [Theory]
    [InlineData("2021")]
    [InlineData("2022")]
    [InlineData("2023")]
    [InlineData("2024")]
    public void AT_4_7_pre_allocation_of_verified_1000000_is_700000(string version) =>
        PreAllocation(version, ("verified", 1_000_000)).ShouldBe(700_000m);

    [Theory]
    [InlineData("30", 1.281146)]
    [InlineData("40", 1.160254)]
    [InlineData("45", 1.126059)]
    [InlineData("50", 1)]
    public void AT_4_3_draft_load_factor_of_2025_and_2026(string percent, double expected)
    {
        var load = decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture) / 100m;
        foreach (var version in (string[])["2025-draft", "2026-draft"])
        {
            Final(version, Unit("I", 1_000, load, 800)).Rows("units")[0].Number("ff").ShouldBe((decimal)expected);
        }
    }

    [Fact]
    public void AT_4_3_the_2023_plan_corrects_only_below_65_percent_and_steps_there()
    {
        Factor(0.65m).ShouldBe(1m);
        Math.Round(Factor(0.6499999m), 4).ShouldBe(1.0457m);

        static decimal Factor(decimal load) => Final("2023", Unit("I", 1_000, load, 800)).Rows("units")[0].Number("ff");
    }

    [Theory]
    [InlineData(1.5, 1.683333, 101_633, 201_485, 296_881)]
    [InlineData(1.0, 1.653846, 103_000, 200_976, 296_023)]
    public void AT_4_7_the_balance_value_makes_allocations_add_up_to_emissions(
        double first, double balance, int a, int b, int c)
    {
        // The second row: 200,000 × (1 + 0.15 × (1 − 1.6 / 1.653846)) and 300,000 × (1 + 0.15 × (1 − 1.8 / 1.653846)).
        var result = Shipped.Method("allocation/intensity-coefficient", "2025-draft").Evaluate(MethodInputs.Of(
            ("entities", MethodInputs.Rows(
                MethodInputs.Of(("id", "a"), ("verified", 100_000), ("intensity", (decimal)first)),
                MethodInputs.Of(("id", "b"), ("verified", 200_000), ("intensity", 1.6m)),
                MethodInputs.Of(("id", "c"), ("verified", 300_000), ("intensity", 1.8m)))))).Value;
        Math.Round(result.Number("balance_4"), 6).ShouldBe((decimal)balance);
        result.Rows("entities").Select(row => (int)row.Number("allocation")).ShouldBe([a, b, c]);
        result.Flag("balanced").ShouldBeTrue();
    }

    [Theory]
    [InlineData("unmeasured_conventional", 2022, 2.9900)]
    [InlineData("unmeasured_unconventional", 2022, 2.7700)]
    [InlineData("unmeasured_earlier", 2020, 3.2527)]
    [InlineData("diesel", 2023, 3.0959)]
    [InlineData("gasoline", 2024, 2.9251)]
    public void AT_mrv_9_emissions_of_one_tonne(string fuel, int year, double expected)
    {
        var method = Shipped.All.Current("mrv/power-generation", year).Value;
        var result = method.Evaluate(MethodInputs.Of(
            ("year", year), ("fuels", MethodInputs.Rows(MethodInputs.Of(("fuel", fuel), ("amount", 1)))))).Value;
        Math.Round(result.Rows("fuels")[0].Number("emissions"), 4).ShouldBe((decimal)expected);
    }

    [Fact]
    public void AT_mrv_9_ten_thousand_normal_cubic_metres_of_gas_emit_21_6502()
    {
        var result = Shipped.Method("mrv/power-generation", "2023-2024").Evaluate(MethodInputs.Of(
            ("year", 2023),
            ("gases", MethodInputs.Rows(MethodInputs.Of(("fuel", "natural_gas"), ("amount", 1)))))).Value;
        Math.Round(result.Rows("gases")[0].Number("emissions"), 4).ShouldBe(21.6502m);
        result.Number("combustion").ShouldBe(21.65m);
        result.Number("total").ShouldBe(22m);
    }

    [Theory]
    [InlineData(8_500, 42.35, false)]
    [InlineData(7_800, 46.15, true)]
    public void AT_mrv_9_a_condensing_unit_of_46_percent_or_more_is_flagged(int fuel, double efficiency, bool suspect)
    {
        var result = Shipped.Method("mrv/power-checks", "2019-2024").Evaluate(MethodInputs.Of(
            ("type", "condensing"), ("generation", 1_000), ("fuel_energy", fuel))).Value;
        result.Number("efficiency").ShouldBe((decimal)efficiency);
        result.Flag("efficiency_suspect").ShouldBe(suspect);
    }

    [Fact]
    public void AT_mrv_9_the_month_value_is_weighted_by_quantity() =>
        Shipped.Method("mrv/coal-weighting", "2019-2024").Evaluate(MethodInputs.Of(("batches", MethodInputs.Rows(
            MethodInputs.Of(("quantity", 100), ("ncv", 23)),
            MethodInputs.Of(("quantity", 300), ("ncv", 24)))))).Value.Number("ncv_mean").ShouldBe(23.750m);

    [Fact]
    public void AT_mrv_9_an_uncalibrated_belt_scale_turns_1000_t_into_1005_t() =>
        Shipped.Method("mrv/meter-correction", "2019-2024").Evaluate(MethodInputs.Of(
            ("quantity", 1_000), ("side", "emissions"), ("meter", "uncalibrated"), ("permitted_error", 0.5m)))
            .Value.Number("corrected").ShouldBe(1_005m);

    [Fact]
    public void AT_mrv_9_steam_of_100_t_at_2800_is_271_626_GJ() =>
        Shipped.Method("mrv/heat-supplied", "2019-2024").Evaluate(MethodInputs.Of(
            ("steam", MethodInputs.Rows(MethodInputs.Of(("mass", 100), ("enthalpy", 2_800))))))
            .Value.Number("heat").ShouldBe(271.626m);

    [Fact]
    public void AT_the_plan_of_the_year_is_used_and_never_the_newest()
    {
        foreach (var (year, version) in (ReadOnlySpan<(int, string)>)
        [
            (2019, "2019-2020"), (2020, "2019-2020"), (2021, "2021"), (2022, "2022"), (2023, "2023"), (2024, "2024"),
            (2025, "2025-draft"),
        ])
        {
            Shipped.All.Current("allocation/cn-power", year).Value.Version.ShouldBe(version);
        }

        Shipped.All.Current("allocation/cn-power", 2018).Refusal!.Code.ShouldBe(MethodRefusals.NoVersionForYear);
        Shipped.All.Current("mrv/power-generation", 2022).Value.Version.ShouldBe("2019-2022");
        Shipped.All.Current("mrv/power-generation", 2023).Value.Version.ShouldBe("2023-2024");
        Shipped.All.Current("mrv/power-generation", 2027).Refusal!.Code.ShouldBe(MethodRefusals.NoVersionForYear);
    }

    private static MethodInputs Unit(string @class, decimal electricity, decimal load, decimal verified) =>
        MethodInputs.Of(
        ("id", "1"), ("class", @class), ("type", "condensing"), ("cooling", "water"),
        ("electricity", electricity), ("load_factor", load), ("verified", verified));

    private static MethodResult Final(string version, MethodInputs unit) =>
        Shipped.Method("allocation/cn-power", version)
            .Evaluate(MethodInputs.Of(("units", MethodInputs.Rows(unit)))).Value;

    private static decimal PreAllocation(string version, params ReadOnlySpan<(string, MethodValue)> unit) =>
        Shipped.Method("allocation/cn-power-pre", version)
            .Evaluate(MethodInputs.Of(("units", MethodInputs.Rows(MethodInputs.Of(unit).With("id", "1")))))
            .Value.Number("total");
}
