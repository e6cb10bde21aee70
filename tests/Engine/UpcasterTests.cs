using System.Text;
using System.Text.Json;
using Tanheng.Crash.Tests;
using Tanheng.Ledger;
using Tanheng.Scheme;

namespace Tanheng.Engine.Tests;

/// <summary>
/// Events that are no longer written read as what they are called today, however often they were renamed.
/// </summary>
public sealed class UpcasterTests
{
    private const string Transaction = """
        {"id":3,"type":"move","movements":[{"asset":"TALLY","from":{"account":2,"compartment":"free"},"to":{"account":3,"compartment":"free"},"quantity":4,"serials":"1-4"}]}
        """;

    [Theory]
    [InlineData("tally-moved", "transactions", true)]
    [InlineData("tally-shifted", "transaction", false)]
    [InlineData("tally-pushed", "pushed", false)]
    public void Every_shape_there_ever_was_reads_the_same(string name, string member, bool list)
    {
        var value = list ? "[" + Transaction + "]" : Transaction;
        var json = $$$"""[{"event":"{{{name}}}","data":{"{{{member}}}":{{{value}}}}}]""";
        var moved = SchemeJson.ReadEvents(Encoding.UTF8.GetBytes(json)).Single().ShouldBeOfType<TallyMoved>();

        moved.Transactions.Single().Movements.Single().Quantity.ShouldBe(4);
        moved.Transactions.Single().Id.ShouldBe(new TransactionId(3));
    }

    [Fact]
    public void A_name_that_never_was_is_refused() => Should.Throw<JsonException>(
        () => SchemeJson.ReadEvents("""[{"event":"tally-imagined","data":{}}]"""u8))
        .Message.ShouldContain("tally-imagined");
}
