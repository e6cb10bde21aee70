using System.Text.Json;
using Tanheng.Quantities;

namespace Tanheng.Ledger.Tests;

/// <summary>Transactions are read and written by hand; the shape in journals is written here once for good.</summary>
public sealed class TransactionJsonTests
{
    private static readonly string Written = """
        {"id":12,"type":"Transfer","movements":[
        {"asset":"CEA-2021","from":{"account":8,"compartment":"free"},"to":{"account":9,"compartment":"on-order"},
        "quantity":15,"serials":"1-10,21-25"},
        {"asset":"money:CNY","from":{"account":9,"compartment":"frozen"},"to":{"account":8,"compartment":"free"},
        "quantity":900,"serials":""}]}
        """.Replace("\n", "", StringComparison.Ordinal);

    private static readonly Transaction Sample = new(
        new TransactionId(12),
        "Transfer",
        [
            new Movement(
                Asset.Unit("CEA-2021"),
                new Place(new AccountId(8)),
                new Place(new AccountId(9), Compartment.OnOrder),
                15,
                SerialSet.Parse("1-10,21-25")),
            new Movement(
                Asset.Money(Currency.Cny),
                new Place(new AccountId(9), Compartment.Frozen),
                new Place(new AccountId(8)),
                900,
                default),
        ]);

    [Fact]
    public void A_transaction_has_the_shape_that_stands_in_journals() =>
        JsonSerializer.Serialize(Sample).ShouldBe(Written);

    [Fact]
    public void It_reads_back_in_any_order_of_its_fields()
    {
        JsonSerializer.Deserialize<Transaction>(Written).ShouldBe(Sample);
        JsonSerializer.Deserialize<Transaction>(
            """{"movements":[],"type":"x","id":1}""").ShouldBe(new Transaction(new TransactionId(1), "x", []));
    }

    [Theory]
    [InlineData("""{"id":1,"type":"x"}""")]
    [InlineData("""{"id":1.5,"type":"x","movements":[]}""")]
    [InlineData("""{"id":1,"type":"x","movements":[],"note":""}""")]
    [InlineData("""{"id":1,"type":"x","movements":[{}]}""")]
    [InlineData("""{"id":1,"type":"x","movements":[null]}""")]
    [InlineData("""{"id":1,"type":"x","movements":null}""")]
    [InlineData("""[]""")]
    public void Anything_else_is_refused(string json) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Transaction>(json));

    [Theory]
    [InlineData("free", "spare")]
    [InlineData("1-10,21-25", "10-1")]
    [InlineData("CEA-2021", "no such asset")]
    [InlineData("15", "\"15\"")]
    public void A_wrong_value_is_refused(string right, string wrong) => Should.Throw<JsonException>(() =>
        JsonSerializer.Deserialize<Transaction>(Written.Replace(right, wrong, StringComparison.Ordinal)));

    [Theory]
    [InlineData(Compartment.Free)]
    [InlineData(Compartment.OnOrder)]
    [InlineData(Compartment.Pledged)]
    [InlineData(Compartment.Frozen)]
    [InlineData(Compartment.Unsettled)]
    public void Every_compartment_survives(Compartment compartment)
    {
        var move = Sample.Movements[0] with { To = new Place(new AccountId(1), compartment) };
        JsonSerializer.Deserialize<Movement>(JsonSerializer.Serialize(move)).ShouldBe(move);
    }
}
