using Tanheng.Engine.Sequencing;
using Tanheng.Quantities;

namespace Tanheng.Engine.Tests;

public sealed class CommandIndexTests
{
    [Fact]
    public void It_agrees_with_a_dictionary_over_many_ids()
    {
        var random = new Random(7);
        var index = new CommandIndex();
        var model = new Dictionary<CommandId, long>();
        for (var sequence = 1; sequence <= 50_000; sequence++)
        {
            // Few different high and low halves, so that ids collide in the table's slots.
            var id = new CommandId(((UInt128)(uint)random.Next(300) << 64) + (ulong)random.Next(300));
            index.Add(id, sequence).ShouldBe(model.TryAdd(id, sequence));
        }

        index.Count.ShouldBe(model.Count);
        model.ShouldAllBe(pair => index[pair.Key] == pair.Value);
        index[new CommandId(UInt128.MaxValue)].ShouldBe(0);
    }
}
