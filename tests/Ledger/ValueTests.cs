using System.Text.Json;
using System.Text.Json.Serialization;
using FsCheck;
using FsCheck.Fluent;
using Tanheng.Quantities;
using static Tanheng.Ledger.Tests.Stage;

namespace Tanheng.Ledger.Tests;

public class ValueTests
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    [Fact]
    public void Values_survive_json_alone_and_as_keys()
    {
        RoundTrip(new AccountId(7), default, "7");
        RoundTrip(new TransactionId(8), default, "8");
        RoundTrip(Asset.Unit("CEA-2019-2020"), default, "\"CEA-2019-2020\"");
        RoundTrip(Asset.Money(Currency.Eur), default, "\"money:EUR\"");
        RoundTrip(SerialSet.Parse("1-3,7-7"), default, "\"1-3,7-7\"");
    }

    private static void RoundTrip<T>(T value, T nothing, string json)
        where T : struct, IEquatable<T>
    {
        JsonSerializer.Serialize(value, Json).ShouldBe(json);
        foreach (var one in new[] { value, nothing })
        {
            JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(one, Json), Json).ShouldBe(one);
            var keyed = new Dictionary<T, int> { [one] = 5 };
            JsonSerializer.Deserialize<Dictionary<T, int>>(JsonSerializer.Serialize(keyed, Json), Json)!
                .ShouldBe(keyed);
        }

        value.Equals(nothing).ShouldBeFalse();
        value.GetHashCode().ShouldBe(JsonSerializer.Deserialize<T>(json, Json).GetHashCode());
        value.ToString().ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("\"7\"", typeof(AccountId))]
    [InlineData("7.5", typeof(AccountId))]
    [InlineData("9223372036854775808", typeof(TransactionId))]
    [InlineData("\"money:yuan\"", typeof(Asset))]
    [InlineData("\"CEA 2021\"", typeof(Asset))]
    [InlineData("7", typeof(Asset))]
    [InlineData("\"3-1\"", typeof(SerialSet))]
    [InlineData("[1,3]", typeof(SerialSet))]
    public void What_is_no_value_is_not_read(string json, Type type) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize(json, type, Json));

    [Fact]
    public void A_transaction_survives_json_and_is_compared_by_content()
    {
        var stage = new Stage();
        var transaction = stage.Do(
            new Draft(Cea, stage.Issuance, stage.One, 7), new Draft(Cny, stage.Bank, Frozen(stage.One), 300));
        var json = JsonSerializer.Serialize(transaction, Json);
        json.ShouldBe(
            """{"id":1,"type":"Test","movements":["""
            + """{"asset":"CEA-2021","from":{"account":1,"compartment":"free"}"""
            + ""","to":{"account":2,"compartment":"free"},"quantity":7,"serials":"1-7"},"""
            + """{"asset":"money:CNY","from":{"account":5,"compartment":"free"}"""
            + ""","to":{"account":2,"compartment":"frozen"},"quantity":300,"serials":""}]}""");
        var read = JsonSerializer.Deserialize<Transaction>(json, Json)!;
        read.ShouldBe(transaction);
        read.GetHashCode().ShouldBe(transaction.GetHashCode());
        (read with { Movements = [read.Movements[0]] }).ShouldNotBe(transaction);
    }

    [Fact]
    public void An_asset_is_a_unit_type_or_a_currency()
    {
        Asset.Parse("money:CNY").ShouldBe(Cny);
        (Cny.IsMoney, Cea.IsMoney, default(Asset).IsMoney).ShouldBe((true, false, false));
        (default(Asset).Code, Asset.Parse("")).ShouldBe(("", default));
        Asset.Parse(new string('x', 64)).Code.Length.ShouldBe(64);
        string[] all = [" ", "a b", "a,b", "a\n", "money:", "money:cny", "money:CNYX", new string('x', 65)];
        foreach (var wrong in all)
        {
            Asset.TryParse(wrong, null, out _).ShouldBeFalse(wrong);
            Should.Throw<FormatException>(() => Asset.Parse(wrong));
            Should.Throw<ArgumentException>(() => Asset.Unit(wrong));
        }

        Asset.TryParse(null, null, out _).ShouldBeFalse();
    }

    [Fact]
    public void Places_and_ids_say_what_they_are() =>
        $"{new Place(new AccountId(3), Compartment.Pledged)} {new TransactionId(9)}".ShouldBe("A3/Pledged T9");

    [Theory]
    [InlineData("")]
    [InlineData("1-1")]
    [InlineData("1-100,201-250")]
    [InlineData("9223372036854775806-9223372036854775806")]
    public void Serials_read_as_they_are_written(string text) => SerialSet.Parse(text).ToString().ShouldBe(text);

    [Theory]
    [InlineData("1")]
    [InlineData("0-5")]
    [InlineData("5-1")]
    [InlineData("1-5,")]
    [InlineData("1-5, 7-9")]
    [InlineData("7-9,1-5")]
    [InlineData("1-5,5-9")]
    [InlineData("none")]
    [InlineData("1-5,none")]
    [InlineData("+1-5")]
    [InlineData("1-9223372036854775807")]
    [InlineData(null)]
    public void Other_texts_are_not_serials(string? text)
    {
        SerialSet.TryParse(text, null, out var none).ShouldBeFalse();
        none.IsEmpty.ShouldBeTrue();
        Should.Throw<FormatException>(() => SerialSet.Parse(text!));
    }

    [Fact]
    public void Serials_are_joined_ordered_and_compared_by_content()
    {
        var joined = SerialSet.Parse("1-5,6-9,11-12");
        joined.ToString().ShouldBe("1-9,11-12");
        joined.Count.ShouldBe(11);
        (joined == SerialSet.FromAny([new(11, 2), new(6, 4), new(1, 5)])).ShouldBeTrue();
        (joined != SerialSet.Parse("1-9")).ShouldBeTrue();
        joined.Equals((object)"1-9,11-12").ShouldBeFalse();
        (SerialSet.FromAscending([]) == default).ShouldBeTrue();
        SerialSet.FromAscending([default, new(3, 1), default]).ToString().ShouldBe("3-3");
        Should.Throw<ArgumentException>(() => SerialSet.FromAscending([new(5, 2), new(6, 1)]));
        Should.Throw<ArgumentException>(() => SerialSet.FromAscending([new(5, 2), new(1, 1)]));
        Should.Throw<ArgumentException>(() => SerialSet.FromAny([new(5, 2), new(6, 1)]));
    }

    [Fact]
    public void Any_serials_survive_their_text()
    {
        var numbers = Gen.Choose(1, 300).ArrayOf().ToArbitrary();
        Prop.ForAll(numbers, serials =>
        {
            var set = NaiveLedger.SetOf(serials.Select(serial => (long)serial));
            NaiveLedger.Each(set).ShouldBe(serials.Distinct().Order().Select(serial => (long)serial));
            SerialSet.Parse(set.ToString()).ShouldBe(set);
            SerialSet.Parse(set.ToString()).GetHashCode().ShouldBe(set.GetHashCode());
            set.Count.ShouldBe(serials.Distinct().Count());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }
}
