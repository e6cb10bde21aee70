namespace Tanheng.Methodology.Tests;

/// <summary>Small method files for tests of the language.</summary>
internal static class Build
{
    public const string Head = """
        method: test/method
        version: "1"
        title: { zh: 测试, en: Test }
        valid: { from: 2020, until: 2022 }
        source: a law
        status: in-force

        """;

    /// <summary>A method with inputs a, b (numbers of the units), flag p, choice kind, rows; and one formula.</summary>
    public static string Text(
        string formula, string unit = "1", string aUnit = "1", string bUnit = "1", string type = "number") =>
        Head + $$"""
        tables:
          factor:
            source: a table
            keys: { kind: text, year: year }
            columns: { f: tCO2/t, ok: flag }
            rows:
              - { kind: I, year: 2020-2021, f: 1.5, ok: true }
              - { kind: I, year: 2022, f: 2.5, ok: false }
              - { kind: II, year: 2020-2022, f: 3, ok: true }
        inputs:
          a: { title: { zh: 甲, en: A }, unit: "{{aUnit}}", default: 0 }
          b: { title: { zh: 乙, en: B }, unit: "{{bUnit}}", default: 0 }
          p: { title: { zh: 旗, en: P }, type: flag, default: false }
          q: { title: { zh: 可选, en: Q }, unit: "1", optional: true }
          year: { title: { zh: 年, en: Year }, type: year, default: 2020, source: a law }
          kind: { title: { zh: 类, en: Kind }, type: choice, from: factor, default: I }
          rows:
            title: { zh: 行, en: Rows }
            rows:
              v: { title: { zh: 值, en: V }, unit: "1" }
              w: { title: { zh: 权, en: W }, unit: t, default: 1, source: a law }
        formulas:
          x: { title: { zh: 结果, en: X }, {{Kind(type, unit)}}, is: '{{formula}}' }
        outputs: [x]
        """;

    private static string Kind(string type, string unit) => type == "number" ? $"unit: \"{unit}\"" : $"type: {type}";

    public static Method Method(
        string formula, string unit = "1", string aUnit = "1", string bUnit = "1", string type = "number")
    {
        var reading = Methodology.Method.Read("test.yaml", Text(formula, unit, aUnit, bUnit, type));
        reading.Diagnostics.Select(d => d.ToString()).ShouldBeEmpty();
        return reading.Method!;
    }

    public static decimal Number(string formula, params ReadOnlySpan<(string, MethodValue)> inputs) =>
        Method(formula).Evaluate(MethodInputs.Of(inputs)).Value.Number("x");

    public static bool Flag(string formula, params ReadOnlySpan<(string, MethodValue)> inputs) =>
        Method(formula, type: "flag").Evaluate(MethodInputs.Of(inputs)).Value.Flag("x");

    public static Diagnostic Wrong(
        string formula, string unit = "1", string aUnit = "1", string bUnit = "1", string type = "number") =>
        Methodology.Method.Read("test.yaml", Text(formula, unit, aUnit, bUnit, type))
            .Diagnostics.ShouldHaveSingleItem();

    public static MethodValue Rows(params IEnumerable<decimal> values) =>
        MethodValue.Of(values.Select(v => MethodInputs.Of(("v", v))));
}
