namespace Tanheng.Methodology.Tests;

/// <summary>Each thing that can be wrong with a file: it is said, and at the right line.</summary>
public class ReadingTests
{
    private const string Good = Build.Head + """
        tables:
          factor:
            source: a table
            keys: { kind: text, year: year }
            columns: { f: tCO2/t }
            rows:
              - { kind: I, year: 2020-2021, f: 1.5 }
              - { kind: I, year: 2022, f: 2.5 }
        inputs:
          amount: { title: { zh: 量, en: Amount }, unit: t, min: 0 }
          loss: { title: { zh: 损, en: Loss }, unit: "%", default: 5, source: a law }
          kind: { title: { zh: 类, en: Kind }, type: choice, from: factor }
          year: { title: { zh: 年, en: Year }, type: year }
        formulas:
          net: { title: { zh: 净, en: Net }, unit: t, is: amount * (100 % - loss) }
          total: { title: { zh: 总, en: Total }, unit: tCO2, is: "net * factor[kind, year]", round: half_up 1 }
        outputs: [total]
        examples:
          - name: { zh: 例, en: example }
            given: { amount: 100, kind: I, year: 2020 }
            decimals: 1
            expect: { total: 142.5 }
        """;

    [Fact]
    public void A_good_file_gives_a_method_with_everything_it_says()
    {
        var reading = Method.Read("good.yaml", Good);
        reading.Diagnostics.ShouldBeEmpty();
        var method = reading.Method!;
        method.Reference.ShouldBe("test/method@1");
        method.Title.En.ShouldBe("Test");
        method.Valid.ShouldBe(new YearRange(2020, 2022));
        method.Status.ShouldBe(MethodStatus.InForce);
        method.Inputs.Select(i => i.Name).ShouldBe(["amount", "loss", "kind", "year"]);
        method.Inputs[0].Range.ToString().ShouldBe("[0, ∞)");
        method.Inputs[1].Default.ShouldBe("5");
        method.Inputs[2].Choices.Select(c => c.Value).ShouldBe(["I"]);
        method.Tables.Single().Rows.Select(r => r.Status).Distinct().ShouldBe([MethodStatus.InForce]);
        method.Outputs.Single().Round.ShouldBe((Tanheng.Quantities.Rounding.HalfUp, 1));
        method.Examples.Single().Line.ShouldBe(LineOf("- name:"));
        method.CheckExamples().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("version: \"1\"", "", "version is missing", null)]
    [InlineData("source: a law", "", "source is missing", null)]
    [InlineData("status: in-force", "", "status is missing", null)]
    [InlineData("status: in-force", "status: good", "status is one of: in-force, unverified, draft", "status: good")]
    [InlineData("valid: { from: 2020, until: 2022 }", "valid: { from: 2022, until: 2020 }", "in order", "valid:")]
    [InlineData("outputs: [total]", "outputs: [sum]", "sum names no formula", "outputs:")]
    [InlineData("outputs: [total]", "outputs: [total]\nextra: 1", "Unknown field extra", "extra: 1")]
    [InlineData("    source: a table", "", "source is missing", "keys:")]
    [InlineData("f: tCO2/t }", "f: tCO2/tonne }", "Unknown unit 'tCO2/tonne'", "f: tCO2/tonne")]
    [InlineData("year: 2022, f: 2.5", "year: 2021, f: 2.5", "are the same or overlap", "year: 2021, f: 2.5")]
    [InlineData("year: 2022, f: 2.5", "year: soon, f: 2.5", "is a year such as", "year: soon")]
    [InlineData("year: 2022, f: 2.5", "year: 2022, f: much", "Expected a number", "f: much")]
    [InlineData("year: 2022, f: 2.5", "year: 2022", "This row lacks f", "year: 2022 }")]
    [InlineData("unit: t, min: 0 }", "unit: t, minimum: 0 }", "Unknown field minimum", "minimum: 0")]
    [InlineData("unit: t, min: 0 }", "unit: t, min: 2, max: 1 }", "range is wrong", "min: 2")]
    [InlineData("unit: t, min: 0 }", "unit: t, min: 2, above: 1 }", "range is wrong", "above: 1")]
    [InlineData("unit: t, min: 0 }", "min: 0 }", "unit is missing", "amount: {")]
    [InlineData("default: 5, source: a law", "default: 5", "The default of loss lacks a source", "default: 5")]
    [InlineData("default: 5, source: a law", "default: 5, optional: true", "not also optional", "optional: true")]
    [InlineData("from: factor }", "from: factors }", "There is no table factors", "from: factors")]
    [InlineData("loss: {", "net: {", "The name net is used twice", "  net: { title: { zh: 净")]
    [InlineData("zh: 量, en: Amount", "zh: 量", "en is missing", "amount:")]
    [InlineData("loss: {", "if: {", "'if' cannot be a name", "if: {")]
    [InlineData("loss: {", "a-b: {", "'a-b' cannot be a name", "a-b: {")]
    [InlineData("  net: {", "  others.net: {", "cannot name a formula", "others.net")]
    [InlineData("round: half_up 1", "round: up 1", "the modes are", "round: up 1")]
    [InlineData("round: half_up 1", "round: half_up", "the modes are", "round: half_up")]
    [InlineData("is: amount * (100 % - loss)", "is: \"total / 1 [tCO2/t]\"", "net → total → net", "is: \"total")]
    [InlineData("is: amount * (100 % - loss)", "is: amount * amont", "no input or formula named amont", "amont")]
    [InlineData("is: amount * (100 % - loss)", "is: \"amount * 1 [GJ]\"", "Dimensions differ: expected t", "1 [GJ]")]
    [InlineData("decimals: 1", "", "decimals is missing", "- name:")]
    [InlineData("expect: { total: 142.5 }", "expect: { total: 142.6 }", "total should be 142.6, is 142.5", "- name:")]
    [InlineData("expect: { total: 142.5 }", "expect: { totl: 142.5 }", "totl is no result", "expect:")]
    [InlineData("expect: { total: 142.5 }", "expect: { total: true }", "total is no result", "expect:")]
    [InlineData("given: { amount: 100,", "given: {", "is refused", "- name:")]
    public void A_wrong_file_is_told_what_and_where(string from, string to, string says, string? at)
    {
        Good.ShouldContain(from);
        var index = Good.IndexOf(from, StringComparison.Ordinal);
        var text = Good[..index] + to + Good[(index + from.Length)..];
        var reading = Method.Read("wrong.yaml", text);
        reading.Method.ShouldBeNull();
        var diagnostic = reading.Diagnostics.FirstOrDefault(d => d.Message.En.Contains(says, StringComparison.Ordinal));
        diagnostic.ShouldNotBeNull(string.Join('\n', reading.Diagnostics));
        diagnostic.File.ShouldBe("wrong.yaml");
        diagnostic.Message.Zh.ShouldNotBeNullOrWhiteSpace();
        diagnostic.ToString().ShouldStartWith($"wrong.yaml:{diagnostic.Line}:{diagnostic.Column}: ");
        if (at is not null)
        {
            text.Split('\n')[diagnostic.Line - 1].ShouldContain(at);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("just words")]
    [InlineData("- a list")]
    [InlineData("a: [1, 2")]
    [InlineData("a: 1\na: 2")]
    [InlineData("a: 1\n---\nb: 2")]
    [InlineData("\t")]
    [InlineData("&x [*x]")]
    [InlineData("a: &x [*x]")]
    [InlineData("DEEP")]
    public void What_is_no_method_file_is_a_diagnostic_and_never_an_exception(string text)
    {
        var reading = Method.Read("odd.yaml", text == "DEEP" ? new string('[', 100_000) : text);
        reading.Method.ShouldBeNull();
        reading.Diagnostics.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_damaged_file_is_never_an_exception()
    {
        var random = new Random(20_211_231);
        var junk = "{}[]:,-\"'#&*!|>%@`\n \t0x语".ToCharArray();
        for (var i = 0; i < 400; i++)
        {
            var text = Good.ToCharArray();
            for (var j = 0; j < 3; j++)
            {
                text[random.Next(text.Length)] = junk[random.Next(junk.Length)];
            }

            var reading = Method.Read("damaged.yaml", new string(text));
            (reading.Method is null).ShouldBe(reading.Diagnostics.Count > 0);
        }
    }

    [Fact]
    public void A_formula_over_several_lines_is_located_by_its_own_line()
    {
        var text = Good.Replace(
            "net: { title: { zh: 净, en: Net }, unit: t, is: amount * (100 % - loss) }",
            "net:\n    title: { zh: 净, en: Net }\n    unit: t\n    is: |\n      amount\n      * (100 % - lost)",
            StringComparison.Ordinal);
        var wrong = Method.Read("lines.yaml", text).Diagnostics.ShouldHaveSingleItem();
        text.Split('\n')[wrong.Line - 1].ShouldContain("lost");
    }

    [Fact]
    public void A_newer_version_supersedes_for_new_work_and_the_older_stays()
    {
        var newer = Good.Replace("version: \"1\"", "version: \"2\"\nsupersedes: \"1\"", StringComparison.Ordinal);
        var newest = Good.Replace("version: \"1\"", "version: \"3\"\nsupersedes: \"2\"", StringComparison.Ordinal);
        var library = MethodLibrary.Read([("3.yaml", newest), ("1.yaml", Good), ("2.yaml", newer)]);
        library.Diagnostics.ShouldBeEmpty();
        library.Current("test/method", 2021).Value.Version.ShouldBe("3");
        library.Find("test/method", "1").Value.Version.ShouldBe("1");
        library.Find("test/method@2").Value.Version.ShouldBe("2");
        library.Versions("test/method").Count.ShouldBe(3);
        library.Find("test/method", "9").Refusal!.Code.ShouldBe(MethodRefusals.MethodUnknown);
        library.Current("test/none", 2021).Refusal!.Code.ShouldBe(MethodRefusals.MethodUnknown);
        library.Current("test/method", 2023).Refusal!.Code.ShouldBe(MethodRefusals.NoVersionForYear);
    }

    [Fact]
    public void Versions_for_the_same_years_must_say_which_supersedes()
    {
        var other = Good.Replace("version: \"1\"", "version: \"2\"", StringComparison.Ordinal);
        var wrong = MethodLibrary.Read([("1.yaml", Good), ("2.yaml", other)]).Diagnostics.ShouldHaveSingleItem();
        wrong.File.ShouldBe("2.yaml");
        wrong.Message.En.ShouldContain("valid for the same years");
    }

    [Fact]
    public void One_version_stands_in_one_file()
    {
        var library = MethodLibrary.Read([("1.yaml", Good), ("again.yaml", Good)]);
        library.Diagnostics.ShouldHaveSingleItem().Message.En.ShouldContain("already stands in 1.yaml");
        library.Methods.Count.ShouldBe(1);
    }

    [Fact]
    public void A_draft_is_used_only_where_nothing_else_is_valid()
    {
        var draft = Good.Replace("version: \"1\"", "version: \"2\"", StringComparison.Ordinal)
            .Replace("status: in-force", "status: draft", StringComparison.Ordinal)
            .Replace("until: 2022", "until: 2023", StringComparison.Ordinal);
        var library = MethodLibrary.Read([("1.yaml", Good), ("2.yaml", draft)]);
        library.Diagnostics.ShouldBeEmpty();
        library.Current("test/method", 2022).Value.Version.ShouldBe("1");
        library.Current("test/method", 2023).Value.Version.ShouldBe("2");
    }

    [Fact]
    public void A_requirement_speaks_before_a_formula_stumbles()
    {
        var text = Good.Replace(
            "outputs: [total]",
            "requires:\n  - that: amount > 0 [t]\n    else: { zh: 量应大于零。, en: The amount must be above zero. }\n"
                + "outputs: [total]",
            StringComparison.Ordinal);
        text = text.Replace("(100 % - loss)", "(100 % - loss) * amount / amount", StringComparison.Ordinal);
        var method = Method.Read("required.yaml", text).Method.ShouldNotBeNull();
        var refusal = method.Evaluate(MethodInputs.Of(("amount", 0), ("kind", "I"), ("year", 2020)))
            .Refusal.ShouldNotBeNull();
        refusal.Code.ShouldBe(MethodRefusals.RequirementFailed);
        refusal.Message("en").ShouldEndWith("The amount must be above zero.");
        refusal.Message("zh").ShouldEndWith("量应大于零。");
    }

    [Fact]
    public void Refusal_codes_are_distinct_and_in_the_range_of_methodologies()
    {
        var codes = typeof(MethodRefusals).GetFields()
            .Select(f => (Tanheng.Quantities.RefusalCode)f.GetValue(null)!).ToList();
        codes.ShouldAllBe(code => code.Number >= 7000 && code.Number < 8000 && code.Zh != "" && code.En != "");
        codes.Select(code => code.Number).ShouldBeUnique();
        codes.Select(code => code.Name).ShouldBeUnique();
    }

    private static int LineOf(string part) =>
        Array.FindIndex(Good.Split('\n'), line => line.Contains(part, StringComparison.Ordinal)) + 1;
}
