using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Tanheng.Methodology.Tests;

public class InputTests
{
    private static readonly Method Power = Shipped.Method("mrv/power-generation", "2019-2022");

    private static readonly MethodInputs Good = MethodInputs.Of(
        ("year", 2022), ("electricity_purchased", 12.50m), ("fuels", MethodInputs.Rows(
            MethodInputs.Of(("fuel", "diesel"), ("amount", 1)),
            MethodInputs.Of(("fuel", "bituminous"), ("amount", 2), ("oxidised", 0.98m)))));

    [Fact]
    public void A_missing_input_is_refused_by_name()
    {
        var refusal = Refusal(Good.Without("year"));
        refusal.Code.ShouldBe(MethodRefusals.InputMissing);
        refusal["input"].ShouldBe("year");
        refusal.Message("zh").ShouldContain("数据年份");
        refusal.Message("en").ShouldContain("year of the data");
    }

    [Fact]
    public void A_missing_column_is_refused_by_row_and_column()
    {
        var refusal = Refusal(WithFuel(MethodInputs.Of(("fuel", "diesel"))));
        refusal.Code.ShouldBe(MethodRefusals.InputMissing);
        refusal["input"].ShouldBe("fuels[2].amount");
        refusal["row"].ShouldBe("2");
        refusal["column"].ShouldBe("amount");
    }

    [Theory]
    [InlineData("amount", -1)]
    [InlineData("oxidised", 1.01)]
    [InlineData("oxidised", 0)]
    [InlineData("ncv", 0)]
    public void A_number_out_of_range_is_refused_with_value_and_range(string column, double value)
    {
        var refusal = Refusal(
            WithFuel(MethodInputs.Of(("fuel", "diesel"), ("amount", 1)).With(column, (decimal)value)));
        refusal.Code.ShouldBe(MethodRefusals.InputOutOfRange);
        refusal["input"].ShouldBe($"fuels[2].{column}");
        refusal["range"].ShouldNotBeNullOrEmpty();
        refusal["value"].ShouldBe(((decimal)value).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void The_edge_of_an_inclusive_range_is_allowed() =>
        Power.Evaluate(WithFuel(MethodInputs.Of(("fuel", "diesel"), ("amount", 0), ("oxidised", 1))))
            .Refusal.ShouldBeNull();

    [Fact]
    public void A_year_outside_the_validity_is_refused() =>
        Refusal(Good.With("year", 2023)).Code.ShouldBe(MethodRefusals.InputOutOfRange);

    [Fact]
    public void A_broken_year_is_refused() =>
        Refusal(Good.With("year", 2022.5m)).Code.ShouldBe(MethodRefusals.InputOfWrongKind);

    [Theory]
    [InlineData("electricty")]
    [InlineData("aaa")]
    [InlineData("zzz")]
    public void An_unknown_input_is_refused_by_name(string name)
    {
        var refusal = Refusal(Good.With(name, 1));
        refusal.Code.ShouldBe(MethodRefusals.InputUnknown);
        refusal["input"].ShouldBe(name);
        Refusal(WithFuel(MethodInputs.Of(("fuel", "diesel"), ("amount", 1), (name, 1))))["input"]
            .ShouldBe($"fuels[2].{name}");
    }

    [Fact]
    public void A_value_of_another_kind_is_refused()
    {
        Refusal(Good.With("year", "2022")).Code.ShouldBe(MethodRefusals.InputOfWrongKind);
        Refusal(Good.With("fuels", 1)).Code.ShouldBe(MethodRefusals.InputOfWrongKind);
        Refusal(WithFuel(MethodInputs.Of(("fuel", 1), ("amount", 1)))).Code.ShouldBe(MethodRefusals.InputOfWrongKind);
        Refusal(WithFuel(MethodInputs.Of(("fuel", "diesel"), ("amount", true))))
            .Code.ShouldBe(MethodRefusals.InputOfWrongKind);
    }

    [Fact]
    public void A_choice_that_is_none_is_refused_with_the_list()
    {
        var refusal = Refusal(WithFuel(MethodInputs.Of(("fuel", "plutonium"), ("amount", 1))));
        refusal.Code.ShouldBe(MethodRefusals.InputNotAChoice);
        refusal["choices"]!.ShouldContain("diesel");
    }

    [Fact]
    public void Every_required_column_is_missed_when_it_is_taken_away()
    {
        foreach (var method in Shipped.All.Methods)
        {
            var given = method.Examples.First(example => example.Refused is null).Given;
            foreach (var name in given.Values.Select(pair => pair.Key))
            {
                var input = method.Inputs.Single(i => i.Name == name);
                var without = method.Evaluate(given.Without(name)).Refusal;
                if (input is { Default: null, IsOptional: false, Type: not MethodType.Rows })
                {
                    without!.Code.ShouldBe(MethodRefusals.InputMissing);
                    without["input"].ShouldBe(name);
                }

                MissedInRows(method, input, given);
            }
        }
    }

    [Fact]
    public void Json_round_trips_with_the_digits_that_were_given()
    {
        const string json = """{"a":1.50,"b":"x","c":true,"d":[{"n":0.10},{"n":-3}],"e":[]}""";
        var inputs = JsonSerializer.Deserialize<MethodInputs>(json)!;
        JsonSerializer.Serialize(inputs).ShouldBe(json);
        inputs["a"]!.Value.Number.Scale.ShouldBe((byte)2);
        MethodInputs.Of(("a", 1.5m)).ShouldNotBe(MethodInputs.Of(("a", 1.50m)));
        JsonSerializer.Serialize(MethodInputs.Of(("b", 1), ("a", 2))).ShouldBe("""{"a":2,"b":1}""");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"a":null}""")]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"a":1e99}""")]
    [InlineData("""{"a":[1]}""")]
    [InlineData("""{"a":{}}""")]
    public void Json_that_is_no_inputs_is_refused(string json) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<MethodInputs>(json));

    [Fact]
    public void Any_inputs_survive_json_and_equality_follows_it() => Check.QuickThrowOnFailure(Prop.ForAll(
        Inputs(2).ToArbitrary(),
        Inputs(2).ToArbitrary(),
        (a, b) =>
        {
            var json = JsonSerializer.Serialize(a);
            var again = JsonSerializer.Deserialize<MethodInputs>(json)!;
            return again.Equals(a) && again.GetHashCode() == a.GetHashCode() && JsonSerializer.Serialize(again) == json
                && a.Equals(b) == (json == JsonSerializer.Serialize(b));
        }));

    private static Gen<MethodInputs> Inputs(int depth) =>
        from count in Gen.Choose(0, 4)
        from names in Gen.Elements("a", "b", "c", "电量", "x y", "\"q\"").ArrayOf(count)
        from values in Value(depth).ArrayOf(count)
        select names.Zip(values).Aggregate(MethodInputs.Empty, (inputs, pair) => inputs.With(pair.First, pair.Second));

    private static Gen<MethodValue> Value(int depth)
    {
        var numbers = from low in Gen.Choose(int.MinValue, int.MaxValue)
                      from mid in Gen.Choose(0, int.MaxValue)
                      from scale in Gen.Choose(0, 28)
                      from negative in Gen.Elements(true, false)
                      select MethodValue.Of(new decimal(low, mid, 0, negative, (byte)scale));
        var simple = Gen.OneOf(
            numbers,
            Gen.Elements("", "I", "柴油", "a\"b\\c", "1.0", "\u0001", "é😀").Select(MethodValue.Of),
            Gen.Elements(true, false).Select(MethodValue.Of));
        return depth == 0 ? simple : Gen.OneOf(
            simple,
            from count in Gen.Choose(0, 3)
            from rows in Inputs(depth - 1).ArrayOf(count)
            select MethodValue.Of(rows));
    }

    private static void MissedInRows(Method method, MethodInput input, MethodInputs given)
    {
        foreach (var column in input.Columns.Where(c => c is { Default: null, IsOptional: false }))
        {
            var rows = given[input.Name]!.Value.Rows.Select(row => row.Without(column.Name));
            var refusal = method.Evaluate(given.With(input.Name, MethodValue.Of(rows))).Refusal;
            refusal!.Code.ShouldBe(MethodRefusals.InputMissing);
            refusal["input"].ShouldBe($"{input.Name}[1].{column.Name}");
        }
    }

    private static MethodInputs WithFuel(MethodInputs second) => Good.With("fuels", MethodInputs.Rows(
        MethodInputs.Of(("fuel", "diesel"), ("amount", 1)), second));

    private static Tanheng.Quantities.Refusal Refusal(MethodInputs inputs) =>
        Power.Evaluate(inputs).Refusal.ShouldNotBeNull();
}
