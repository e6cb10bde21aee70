using System.Text.Json;

namespace Tanheng.Cli.Tests;

/// <summary>method check, eval and explain.</summary>
public sealed class MethodVerbTests
{
    private const string Good =
        """
        method: test/heat
        version: "1"
        title: { zh: 热量, en: heat }
        valid: { from: 2020, until: 2030 }
        source: 测试 test
        status: in-force
        inputs:
          coal: { title: { zh: 燃煤量, en: coal }, unit: t, min: 0 }
          ncv: { title: { zh: 热值, en: heat value }, unit: GJ/t, min: 0 }
        formulas:
          heat:
            title: { zh: 热量, en: heat }
            unit: GJ
            is: coal * ncv
        outputs: [heat]
        examples:
          - name: { zh: 一, en: one }
            source: 2 × 20.5
            given: { coal: 2, ncv: 20.5 }
            decimals: 1
            expect: { heat: 41.0 }

        """;

    [Fact]
    public async Task All_methods_that_travel_with_the_program_are_in_order()
    {
        var zh = await Tool.Run("method", "check");
        zh.ExitCode.ShouldBe(0, zh.Error);
        zh.Output.ShouldContain("allocation/cn-power@2022");
        zh.Output.ShouldContain("个算例");
        (await Tool.Run("method", "check", "--lang", "en")).Output.ShouldContain("examples");
        var json = JsonDocument.Parse((await Tool.Run("method", "check", "--json")).Output).RootElement;
        json.GetProperty("inOrder").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_method_in_a_file_is_checked_calculated_and_explained()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("heat.yaml", Good);
        (await Tool.Run("method", "check", file)).ExitCode.ShouldBe(0);
        // 3 t × 21.25 GJ/t
        var eval = await Tool.Run("method", "eval", file, "{\"coal\": 3, \"ncv\": 21.25}", "--json");
        eval.ExitCode.ShouldBe(0, eval.Error);
        eval.Output.ShouldContain("63.75");
        var inputs = folder.Write("in.json", "{\"coal\": 3, \"ncv\": 21.25}");
        var explain = await Tool.Run("method", "explain", file, inputs);
        explain.ExitCode.ShouldBe(0, explain.Error);
        explain.Output.ShouldContain("燃煤量");
        explain.Output.ShouldContain("63.75 GJ");
        var en = await Tool.RunWith("{\"coal\": 3, \"ncv\": 21.25}", "method", "explain", file, "-", "--lang", "en");
        en.Output.ShouldContain("heat value");
        en.Output.ShouldContain("63.75 GJ");
    }

    [Fact]
    public async Task A_wrong_unit_names_file_line_and_formula()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("wrong.yaml", Good.Replace("unit: GJ\n", "unit: GJ/t\n", StringComparison.Ordinal));
        var line = Array.FindIndex(Good.Split('\n'), text => text.Contains("is: coal", StringComparison.Ordinal)) + 1;
        var zh = await Tool.Run("method", "check", file);
        zh.ExitCode.ShouldBe(1);
        zh.Error.ShouldContain($"{file}:{line}:");
        zh.Error.ShouldContain("heat");
        zh.Error.ShouldContain("量纲");
        var en = await Tool.Run("method", "check", file, "--lang", "en");
        en.ExitCode.ShouldBe(1);
        en.Error.ShouldContain("Formula heat");
    }

    [Fact]
    public async Task An_example_that_does_not_come_out_is_an_error()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("wrong.yaml", Good.Replace("heat: 41.0", "heat: 41.1", StringComparison.Ordinal));
        var run = await Tool.Run("method", "check", file, "--lang", "en");
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain(file + ":");
        run.Error.ShouldContain("41.1");
    }

    [Theory]
    [InlineData("eval")]
    [InlineData("explain")]
    public async Task A_missing_input_is_named(string verb)
    {
        var zh = await Tool.Run("method", verb, "allocation/stated-quantity@1", "{}");
        zh.ExitCode.ShouldBe(1);
        zh.Error.ShouldContain("TH7001");
        zh.Error.ShouldContain("核定数量");
        var en = await Tool.Run("method", verb, "allocation/stated-quantity@1", "{}", "--lang", "en");
        en.ExitCode.ShouldBe(1);
        en.Error.ShouldContain("quantity");
        en.Error.ShouldContain("lacks the input");
    }

    [Fact]
    public async Task An_unknown_method_and_inputs_that_are_no_JSON_are_said_so()
    {
        var unknown = await Tool.Run("method", "eval", "allocation/none@1", "{}", "--lang", "en");
        unknown.ExitCode.ShouldBe(1);
        unknown.Error.ShouldContain("allocation/none@1");
        var broken = await Tool.Run("method", "eval", "allocation/stated-quantity@1", "{\"quantity\":\n5");
        broken.ExitCode.ShouldBe(1);
        broken.Error.ShouldContain("INPUTS:2:");
        var missing = await Tool.Run("method", "eval", "allocation/stated-quantity@1", "none.json");
        missing.ExitCode.ShouldBe(2);
        missing.Error.ShouldContain("none.json");
    }
}
