using FsCheck;
using FsCheck.Fluent;

namespace Tanheng.Methodology.Tests;

public class UnitTests
{
    [Theory]
    [InlineData("kg", "t", 1000, 1)]
    [InlineData("g", "t", 1000000, 1)]
    [InlineData("TJ", "GJ", 1, 1000)]
    [InlineData("kJ", "GJ", 1000000, 1)]
    [InlineData("kWh", "MWh", 1000, 1)]
    [InlineData("MWh", "GJ", 1, 3.6)]
    [InlineData("kWh", "GJ", 1, 0.0036)]
    [InlineData("GJ", "MWh", 3.6, 1)]
    [InlineData("%", "1", 100, 1)]
    [InlineData("MW·h", "MWh", 7, 7)]
    [InlineData("MW", "GJ/h", 1, 3.6)]
    [InlineData("10⁴Nm³", "Nm³", 1, 10000)]
    [InlineData("GJ/10⁴Nm³", "kJ/Nm³", 389.31, 38931)]
    [InlineData("GJ/10⁴ Nm³", "GJ/10^4Nm3", 2, 2)]
    [InlineData("kgCO2/kWh", "tCO2/MWh", 0.5306, 0.5306)]
    [InlineData("gCO2e/(person·km)", "tCO2e/(person·km)", 1000000, 1)]
    [InlineData("kg/(TEU·km)", "t/TEU/km", 1000, 1)]
    [InlineData("kJ/kg", "GJ/t", 1000, 1)]
    [InlineData("tC/TJ", "tC/GJ", 26.18, 0.02618)]
    [InlineData("tCO2e", "tCO2", 5, 5)]
    [InlineData("kJ/(kg·°C)", "GJ/t/°C", 4186.8, 4.1868)]
    [InlineData("m^2", "m²", 2, 2)]
    [InlineData("CNY/t", "CNY/kg", 1000, 1)]
    public void Converts_exactly(string from, string to, double value, double expected)
    {
        var (a, b) = (Unit(from), Unit(to));
        a.Convert((decimal)value, b).ShouldBe((decimal)expected);
        b.Convert((decimal)expected, a).ShouldBe((decimal)value);
    }

    [Theory]
    [InlineData("t", "tC")]
    [InlineData("tC", "tCO2")]
    [InlineData("t", "tCO2")]
    [InlineData("m³", "Nm³")]
    [InlineData("MW", "MWh")]
    [InlineData("person·km", "TEU·km")]
    [InlineData("CNY", "1")]
    public void Different_kinds_do_not_convert(string from, string to)
    {
        Unit(from).Measures(Unit(to)).ShouldBeFalse();
        Should.Throw<ArgumentException>(() => Unit(from).Convert(1m, Unit(to)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("furlong")]
    [InlineData("t//h")]
    [InlineData("t/")]
    [InlineData("(t")]
    [InlineData("t)")]
    [InlineData("t h")]
    [InlineData("t^x")]
    [InlineData("T")]
    public void What_is_no_unit_is_refused(string text) => Methodology.Unit.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void There_and_back_gives_the_same_number_for_units_of_powers_of_ten() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            Gen.Elements("kg", "g", "t").ToArbitrary(),
            Gen.Elements("kg", "g", "t").ToArbitrary(),
            Gen.Choose(-1_000_000, 1_000_000).ToArbitrary(),
            (from, to, milli) =>
            {
                var value = milli / 1000m;
                return Unit(to).Convert(Unit(from).Convert(value, Unit(to)), Unit(from)) == value;
            }));

    [Theory]
    [InlineData("a + b", "t", "t", "kg", 1, 500, 1.5)]
    [InlineData("a * b", "GJ", "t", "kJ/kg", 100, 2716.26, 271.626)]
    [InlineData("a / b", "%", "MWh", "GJ", 1000, 7200, 50)]
    [InlineData("max(a, b)", "t", "t", "kg", 1, 2000, 2)]
    [InlineData("if a > b then a else b", "t", "t", "kg", 1, 2000, 2)]
    [InlineData("a * b", "MWh", "MW", "h", 3, 4, 12)]
    [InlineData("floor(a * b)", "GJ", "MWh", "1", 1, 1, 3)]
    [InlineData("co2(a * b)", "tCO2", "GJ", "tC/TJ", 12000, 1, 44)]
    [InlineData("carbon(a)", "tC", "kgCO2", "1", 44000, 0, 12)]
    [InlineData("a ^ 2", "m²", "m", "1", 3, 0, 9)]
    [InlineData("sqrt(a * 1 [km])", "km", "km", "1", 16, 0, 4)]
    [InlineData("a - 0", "t", "kg", "1", 500, 0, 0.5)]
    public void Formulas_convert_between_units(
        string formula, string unit, string aUnit, string bUnit, double a, double b, double expected) =>
        Build.Method(formula, unit, aUnit, bUnit)
            .Evaluate(MethodInputs.Of(("a", (decimal)a), ("b", (decimal)b))).Value.Number("x")
            .ShouldBe((decimal)expected);

    [Theory]
    [InlineData("a + b", "t", "t", "GJ")]
    [InlineData("a * b", "tCO2", "t", "tC/t")]
    [InlineData("a * 44/12", "tCO2", "tC", "1")]
    [InlineData("a", "1", "t", "1")]
    [InlineData("if a > b then 1 else 2", "1", "t", "MWh")]
    [InlineData("exp(a)", "1", "t", "1")]
    [InlineData("a ^ 0.5", "1", "t", "1")]
    [InlineData("2 ^ a", "1", "t", "1")]
    [InlineData("min(a, b)", "t", "t", "h")]
    [InlineData("sum(rows: w)", "1", "1", "1")]
    [InlineData("a + 1", "t", "t", "1")]
    public void A_dimension_error_names_file_line_and_formula(string formula, string unit, string aUnit, string bUnit)
    {
        var wrong = Build.Wrong(formula, unit, aUnit, bUnit);
        wrong.File.ShouldBe("test.yaml");
        wrong.Message.En.ShouldStartWith("Formula x: Dimensions differ: expected ");
        wrong.Message.Zh.ShouldStartWith("公式 x：量纲不符");
        Build.Text(formula, unit, aUnit, bUnit).Split('\n')[wrong.Line - 1].ShouldContain(formula);
    }

    [Fact]
    public void Carbon_becomes_co2_only_by_name()
    {
        Build.Wrong("co2(a)", "tCO2", "t").Message.En.ShouldContain("co2 needs tC");
        Build.Wrong("floor(a * b) / 1 [GJ]", "1", "MWh", "1").Message.En.ShouldContain("has no meaning");
    }

    private static Unit Unit(string text) =>
        Methodology.Unit.TryParse(text, out var unit) ? unit : throw new FormatException(text);
}
