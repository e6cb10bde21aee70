namespace Tanheng.Methodology.Tests;

public class FormulaTests
{
    [Theory]
    [InlineData("1 + 2 * 3", 7)]
    [InlineData("(1 + 2) * 3", 9)]
    [InlineData("10 - 4 - 3", 3)]
    [InlineData("100 / 10 / 5", 2)]
    [InlineData("2 ^ 3 ^ 2", 512)]
    [InlineData("-2 ^ 2", -4)]
    [InlineData("(-2) ^ 2", 4)]
    [InlineData("2 ^ -1", 0.5)]
    [InlineData("2 ^ 3 * 2", 16)]
    [InlineData("2 * -3", -6)]
    [InlineData("min(3, 1, 2) + max(3, 1, 2)", 4)]
    [InlineData("abs(-5)", 5)]
    [InlineData("floor(-1.5)", -2)]
    [InlineData("ceil(-1.5)", -1)]
    [InlineData("round(half_up, 1, 2.25)", 2.3)]
    [InlineData("round(half_even, 1, 2.25)", 2.2)]
    [InlineData("round(truncate, 0, -2.9)", -2)]
    [InlineData("round(floor, 0, -2.1)", -3)]
    [InlineData("round(ceiling, 2, 2.001)", 2.01)]
    [InlineData("sqrt(2.25)", 1.5)]
    [InlineData("if 1 < 2 then 10 else 20", 10)]
    [InlineData("if 1 > 2 then 10 else if 2 >= 2 then 20 else 30", 20)]
    [InlineData("1 + if true then 2 else 3 + 4", 3)]
    [InlineData("85 %", 0.85)]
    [InlineData("50 % * 30", 15)]
    public void Evaluates_to(string formula, double expected) => Build.Number(formula).ShouldBe((decimal)expected);

    [Theory]
    [InlineData("1 < 2 and 2 < 1 or true", true)]
    [InlineData("true or false and false", true)]
    [InlineData("not true or true", true)]
    [InlineData("not (true or true)", false)]
    [InlineData("1 + 1 == 2", true)]
    [InlineData("1 != 1", false)]
    [InlineData("kind == \"I\"", true)]
    [InlineData("kind != \"I\"", false)]
    [InlineData("kind in (\"I\", \"II\")", true)]
    [InlineData("kind in (\"II\")", false)]
    [InlineData("factor[kind, year].ok", true)]
    [InlineData("any(rows: v > 2)", true)]
    [InlineData("all(rows: v > 2)", false)]
    [InlineData("given(q)", false)]
    [InlineData("given(q) and q > 1", false)]
    public void Holds_or_not(string formula, bool expected) =>
        Build.Flag(formula, ("rows", Build.Rows(1, 2, 3))).ShouldBe(expected);

    [Fact]
    public void A_text_formula_gives_its_text() =>
        Build.Method("if p then \"cap\" else \"none\"", type: "text")
            .Evaluate(MethodInputs.Of(("p", true))).Value.Text("x").ShouldBe("cap");

    [Theory]
    [InlineData("sum(rows: v)", 6)]
    [InlineData("sum(rows: v * v)", 14)]
    [InlineData("count(rows)", 3)]
    [InlineData("count(rows: v >= 2)", 2)]
    [InlineData("min(rows: v) * 10 + max(rows: v)", 13)]
    [InlineData("mean(rows: v, v)", 14d / 6)]
    [InlineData("sum(rows: v / sum(rows: v))", 1)]
    public void Sums_over_rows(string formula, double expected) =>
        Math.Round(Build.Number(formula, ("rows", Build.Rows(1, 2, 3))), 10)
            .ShouldBe(Math.Round((decimal)expected, 10));

    [Fact]
    public void A_sum_over_no_rows_is_zero_and_a_mean_over_none_is_refused()
    {
        Build.Number("sum(rows: v)").ShouldBe(0m);
        Refusal("mean(rows: v, w)").Code.ShouldBe(MethodRefusals.NotComputable);
        Refusal("max(rows: v)").Code.ShouldBe(MethodRefusals.NotComputable);
    }

    [Theory]
    [InlineData("I", 2020, 1.5)]
    [InlineData("I", 2021, 1.5)]
    [InlineData("I", 2022, 2.5)]
    [InlineData("II", 2022, 3)]
    public void A_lookup_finds_the_row_of_key_and_year(string kind, int year, double expected) =>
        Build.Method("factor[kind, year].f", unit: "tCO2/t").Evaluate(MethodInputs.Of(("kind", kind), ("year", year)))
            .Value.Number("x").ShouldBe((decimal)expected);

    [Fact]
    public void A_lookup_without_a_row_is_refused_and_names_table_and_key()
    {
        var refusal = Refusal("factor[kind, year + 5].f / 1 [tCO2/t]");
        refusal.Code.ShouldBe(MethodRefusals.TableRowMissing);
        refusal["table"].ShouldBe("factor");
        refusal["key"].ShouldBe("kind=I, year=2025");
    }

    [Theory]
    [InlineData("1 / a")]
    [InlineData("ln(a)")]
    [InlineData("sqrt(a - 1)")]
    [InlineData("exp(100)")]
    [InlineData("10 ^ 20 * 10 ^ 20")]
    public void What_cannot_be_calculated_is_refused_and_names_the_formula(string formula)
    {
        var refusal = Refusal(formula);
        refusal.Code.ShouldBe(MethodRefusals.NotComputable);
        refusal["formula"].ShouldBe("x");
    }

    [Fact]
    public void An_optional_input_a_formula_needs_is_refused_by_name()
    {
        var refusal = Refusal("q + 1");
        refusal.Code.ShouldBe(MethodRefusals.InputNeeded);
        refusal["input"].ShouldBe("q");
        Build.Number("if given(q) then q + 1 else 7").ShouldBe(7m);
        Build.Number("if given(q) then q + 1 else 7", ("q", 1)).ShouldBe(2m);
    }

    [Theory]
    [InlineData("1 +", "ends too early")]
    [InlineData("(1 + 2", "Expected ')'")]
    [InlineData("1 2", "Unexpected '2'")]
    [InlineData("1 < 2 < 3", "do not chain")]
    [InlineData("a $ b", "Unknown character '$'")]
    [InlineData("nothing + 1", "no input or formula named nothing")]
    [InlineData("v + 1", "column of every row of rows")]
    [InlineData("sin(1)", "no function named sin")]
    [InlineData("abs(1, 2)", "takes 1 argument")]
    [InlineData("round(up, 2, 1)", "the modes are")]
    [InlineData("sum(others: v)", "no input table named others")]
    [InlineData("mean(rows: v)", "weighted mean is written")]
    [InlineData("factor[kind].f", "needs 2 key(s)")]
    [InlineData("factor[kind, year].g", "columns of table factor are: f, ok")]
    [InlineData("factor[\"III\", year].f", "no row for \"III\"")]
    [InlineData("missing[kind]", "no table named missing")]
    [InlineData("if kind == \"IX\" then 1 else 2", "not among the choices: I, II")]
    [InlineData("if p == true then 1 else 2", "not compared")]
    [InlineData("if kind < \"I\" then 1 else 2", "only compared with ==")]
    [InlineData("1 + p", "Expected a number")]
    [InlineData("if 1 then 2 else 3", "Expected a condition")]
    [InlineData("given(a) and true", "condition")]
    [InlineData("1.2.3", "not well formed")]
    [InlineData("1 [furlong]", "Unknown unit 'furlong'")]
    [InlineData("given(year + 1)", "takes the name of an input")]
    public void A_wrong_formula_is_a_diagnostic_at_its_line(string formula, string says)
    {
        var wrong = Build.Wrong(formula);
        wrong.File.ShouldBe("test.yaml");
        wrong.Line.ShouldBe(LineOf("  x: {"));
        wrong.Message.En.ShouldContain("Formula x:");
        if (formula != "given(a) and true")
        {
            wrong.Message.En.ShouldContain(says);
        }

        wrong.Message.Zh.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void The_column_of_a_diagnostic_is_that_of_the_offending_name()
    {
        var wrong = Build.Wrong("1 + 2 * wrong");
        var line = Build.Text("1 + 2 * wrong").Split('\n')[wrong.Line - 1];
        line[(wrong.Column - 1)..].ShouldStartWith("wrong");
    }

    [Fact]
    public void Nesting_without_end_is_a_diagnostic_and_not_a_crash() =>
        Build.Wrong(new string('(', 5000) + "1").Message.En.ShouldContain("nested too deeply");

    private static int LineOf(string start) =>
        Array.FindIndex(Build.Text("1").Split('\n'), line => line.StartsWith(start, StringComparison.Ordinal)) + 1;

    private static Tanheng.Quantities.Refusal Refusal(string formula) =>
        Build.Method(formula).Evaluate(MethodInputs.Empty).Refusal.ShouldNotBeNull();
}
