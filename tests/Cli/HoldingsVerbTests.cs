using System.Globalization;
using System.Text.Json;

namespace Tanheng.Cli.Tests;

/// <summary>Holdings at a moment, against a sum over the exported rows that uses none of the program's code.</summary>
[Collection(PlayedStoreTests.Name)]
public sealed class HoldingsVerbTests(PlayedStore store)
{
    [Theory]
    [InlineData("2023-12-31T23:59", "2023-12-31T16:00:00Z")]
    [InlineData("2023-12-31", "2023-12-31T16:00:00Z")]
    [InlineData("2023-10-10T15:10", "2023-10-10T07:11:00Z")]
    [InlineData("2024-06-05T10:10", "2024-06-05T02:11:00Z")]
    [InlineData("2023-06-20T08:59", "2023-06-20T01:00:00Z")]
    public async Task Holdings_at_a_moment_are_the_sum_of_the_movements_before_it(string at, string before)
    {
        var expected = await Sum(DateTimeOffset.Parse(before, CultureInfo.InvariantCulture));
        var lines = await Lines("--at", at);
        var actual = lines.ToDictionary(
            line => (line.Account, line.Unit, line.Compartment), line => line.Quantity);
        actual.OrderBy(pair => pair.Key).ShouldBe(expected.OrderBy(pair => pair.Key));
    }

    [Fact]
    public async Task On_the_last_day_of_2023_one_thousand_tonnes_are_cancelled_and_nothing_before_the_first_issue()
    {
        var end = await Lines("--at", "2023-12-31T23:59");
        // Account 3 is the market's own for cancelled units; 1,000 t were cancelled voluntarily on 20 October 2023.
        end.Where(line => line.Account == 3 && line.Unit == "CEA-2022").ShouldHaveSingleItem().Quantity.ShouldBe(1_000);
        (await Lines("--at", "2023-10-20T09:59")).ShouldNotContain(line => line.Account == 3);
        (await Lines("--at", "2023-06-20T08:59")).ShouldBeEmpty();
        // Both sides of every movement are there.
        end.GroupBy(line => line.Unit).ShouldAllBe(unit => unit.Sum(line => line.Quantity) == 0);
    }

    [Fact]
    public async Task One_holder_is_shown_in_either_language_with_its_serials()
    {
        string[] verb = ["holdings", "--holder", "91440000MA000004X0", "--serials", "--data", store.Path];
        var zh = await Tool.Run(verb);
        zh.ExitCode.ShouldBe(0, zh.Error);
        zh.Output.ShouldContain("云溪发电有限公司");
        zh.Output.ShouldContain("可用");
        zh.Output.ShouldContain("33,332");
        var en = await Tool.Run([.. verb, "--lang", "en"]);
        en.Output.ShouldContain("Yunxi Power Co.");
        en.Output.ShouldContain("Free");
        en.Output.ShouldContain("Serials");
        // 50,001 offsets were registered, the first 50,000 used.
        en.Output.ShouldContain("50001");
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2023-13-01")]
    [InlineData("2023-12-31T24:61")]
    public async Task A_moment_that_is_none_is_said_so(string at)
    {
        var run = await Tool.Run("holdings", "--at", at, "--data", store.Path);
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain($"'{at}'");
        run.Error.ShouldContain("2023-12-31T23:59");
    }

    [Fact]
    public async Task An_unknown_holder_is_refused()
    {
        var run = await Tool.Run("holdings", "--holder", "nobody", "--data", store.Path, "--lang", "en");
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("TH2101");
        run.Error.ShouldContain("nobody");
    }

    private sealed record Line(long Account, string Unit, string Compartment, long Quantity);

    private async Task<List<Line>> Lines(params string[] options)
    {
        var run = await Tool.Run(["holdings", "--data", store.Path, "--json", .. options]);
        run.ExitCode.ShouldBe(0, run.Error);
        return [.. JsonDocument.Parse(run.Output).RootElement.EnumerateArray().Select(line => new Line(
            Id(line.GetProperty("account").GetString()!),
            line.GetProperty("unit").GetString()!,
            line.GetProperty("compartment").GetString()!.ToLowerInvariant(),
            line.GetProperty("quantity").GetInt64()))];
    }

    /// <summary>The eight digits in the middle of an account's number count accounts from 10000001.</summary>
    private static long Id(string number) =>
        long.Parse(number.Split('-')[2], CultureInfo.InvariantCulture) - 10_000_000;

    private async Task<Dictionary<(long Account, string Unit, string Compartment), long>> Sum(DateTimeOffset before)
    {
        var held = new Dictionary<(long, string, string), long>();
        var exported = (await Tool.Run("export", "--data", store.Path)).Output;
        foreach (var text in exported.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var row = JsonDocument.Parse(text);
            if (row.RootElement.GetProperty("time").GetDateTimeOffset() < before)
            {
                Collect(row.RootElement.GetProperty("events"), held);
            }
        }

        return held.Where(pair => pair.Value != 0).ToDictionary();
    }

    private static void Collect(JsonElement node, Dictionary<(long, string, string), long> held)
    {
        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in node.EnumerateArray())
            {
                Collect(item, held);
            }
        }
        else if (node.ValueKind == JsonValueKind.Object && node.TryGetProperty("asset", out var asset)
            && node.TryGetProperty("from", out var from) && node.TryGetProperty("to", out var to))
        {
            var quantity = node.GetProperty("quantity").GetInt64();
            Add(from, -quantity);
            Add(to, quantity);

            void Add(JsonElement place, long change)
            {
                var compartment = place.GetProperty("compartment").GetString()!;
                var key = (place.GetProperty("account").GetInt64(), asset.GetString()!, compartment);
                held[key] = held.GetValueOrDefault(key) + change;
            }
        }
        else if (node.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in node.EnumerateObject())
            {
                Collect(member.Value, held);
            }
        }
    }
}
