namespace Tanheng.Methodology.Tests;

public class ExplanationTests
{
    [Fact]
    public void Explaining_gives_the_numbers_of_evaluating_for_every_example_of_every_method()
    {
        foreach (var method in Shipped.All.Methods)
        {
            foreach (var example in method.Examples)
            {
                var (evaluated, explained) = (method.Evaluate(example.Given), method.Explain(example.Given));
                explained.Refusal.ShouldBe(evaluated.Refusal);
                if (example.Refused is null)
                {
                    explained.Value.Result.Outputs.ShouldBe(evaluated.Value.Outputs);
                    Same(explained.Value, evaluated.Value);
                }
            }
        }
    }

    [Fact]
    public void A_line_shows_formula_values_result_unit_and_source_in_both_languages()
    {
        var method = Shipped.Method("allocation/cn-power", "2024");
        var explanation = method.Explain(MethodInputs.Of(("units", MethodInputs.Rows(MethodInputs.Of(
            ("id", "1"), ("class", "II"), ("type", "condensing"), ("electricity", 1_000_000), ("load_factor", 0.60m),
            ("verified", 900_000)))))).Value;

        var line = explanation.Lines.Single(l => l.Name == "units[1].unrounded");
        line.Title.En.ShouldBe("unit allocation before rounding");
        line.Formula.ShouldBe("electricity * benchmark[class].electricity * ff + heat * benchmark[class].heat");
        line.Words.Zh.ShouldStartWith("发电量 × 碳排放基准值.electricity[机组类别] × 调峰修正系数 + 供热量 ×");
        line.Words.En.ShouldStartWith("electricity generated × emission benchmarks.electricity[unit class]");
        line.Substituted.En.ShouldBe("1000000 MWh × 0.8049 tCO2/MWh × 1.061363550625 + 0 GJ × 0.1033 tCO2/GJ");
        line.Result.ShouldBe("854291.5218980625 tCO2");
        line.Unit.Symbol.ShouldBe("tCO2");
        line.Source.ShouldContain("国环规气候〔2024〕1号");
        var figure = line.Figures.Single(f => f.Column == "electricity");
        figure.Value.ShouldBe("0.8049 tCO2/MWh");
        figure.Key.ShouldBe("II");
        figure.Status.ShouldBe(MethodStatus.InForce);

        var factor = explanation.Lines.Single(l => l.Name == "units[1].ff");
        factor.Substituted.En.ShouldBe(
            "1.015 ^ (16 − 20 × 0.6) (because who gets the load factor correction: yes and 0.6 < 65 %)");
        factor.Substituted.Zh.ShouldBe("1.015 ^ (16 − 20 × 0.6)（因 负荷系数修正的适用范围：是 且 0.6 < 65 %）");

        var load = explanation.Inputs.Single(i => i.Name == "units[1].load_factor");
        load.IsDefault.ShouldBeFalse();
        explanation.Inputs.Single(i => i.Name == "units[1].heat").IsDefault.ShouldBeTrue();
        explanation.Inputs.ShouldNotContain(i => i.Name == "units[1].cooling");
        explanation.ToText("zh").ShouldContain("重点排放单位最终配额");
        explanation.ToText("en").ShouldContain("final allocation of the entity");
    }

    [Fact]
    public void Sums_are_written_out_row_by_row_and_shortened_when_long()
    {
        Lines("sum(rows: v * 2)", 2).ShouldBe("(1 × 2 + 2 × 2)");
        Lines("sum(rows: v)", 9).ShouldBe("(1 + 2 + 3 + … + 9)");
        Lines("mean(rows: v, v + 1)", 2).ShouldBe("(1 × (1 + 1) + 2 × (2 + 1)) / (1 + 1 + 2 + 1)");

        static string Lines(string formula, int rows) => Build.Method(formula)
            .Explain(MethodInputs.Of(("rows", Build.Rows(Enumerable.Range(1, rows).Select(i => (decimal)i)))))
            .Value.Lines.Single().Substituted.En;
    }

    [Theory]
    [InlineData("(1 + 2) * 3", "(1 + 2) × 3")]
    [InlineData("1 - (2 - 3)", "1 − (2 − 3)")]
    [InlineData("8 / (4 / 2)", "8 / (4 / 2)")]
    [InlineData("(1 + 1) ^ 2", "(1 + 1) ^ 2")]
    [InlineData("if p or q > 1 then 5 else 6", "5 (because P: yes)")]
    [InlineData("floor(2.5) + a", "floor(2.5) + 0")]
    public void Brackets_stand_where_they_are_needed(string formula, string shown) =>
        Build.Method(formula).Explain(MethodInputs.Of(("p", true))).Value.Lines.Single().Substituted.En.ShouldBe(shown);

    private static void Same(Explanation explanation, MethodResult result)
    {
        foreach (var line in explanation.Lines.Where(line => line.Value.Kind == MethodValueKind.Number))
        {
            var bracket = line.Name.IndexOf('[', StringComparison.Ordinal);
            var value = bracket < 0
                ? result.Number(line.Name)
                : result.Rows(line.Name[..bracket])[Row(line.Name)].Number(
                    line.Name[(line.Name.IndexOf('.', StringComparison.Ordinal) + 1)..]);
            MethodValue.Of(value).ShouldBe(line.Value);
        }
    }

    private static int Row(string name) => int.Parse(
        name[(name.IndexOf('[', StringComparison.Ordinal) + 1)..name.IndexOf(']', StringComparison.Ordinal)],
        System.Globalization.CultureInfo.InvariantCulture) - 1;
}
