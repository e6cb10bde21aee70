using Tanheng.Cli.Scenarios;
using Tanheng.Cli.Stores;
using Tanheng.Engine.Hosting;
using Tanheng.Engine.Markets;
using Tanheng.Engine.Sequencing;
using Tanheng.Quantities;
using Tanheng.Web.Portal.Demo;

namespace Tanheng.Cli.Markets;

/// <summary>The published days of the shelf that a demonstration can trade again: <c>market/replays.csv</c>.</summary>
internal static class ReplayScripts
{
    /// <summary>Those there are, by name.</summary>
    public static IEnumerable<string> Names(RuleShelf shelf) => Rows(shelf).Select(row => row[0]);

    /// <summary>The days of a name; null when there are none of it.</summary>
    /// <exception cref="MarketFileException">The file of the days cannot be used.</exception>
    public static ReplayScript? Find(RuleShelf shelf, string name) =>
        Rows(shelf).FirstOrDefault(row => row[0] == name) is [_, var days, var zh, var en]
            ? new ReplayScript(DailyFile.Read(shelf.PathOf("scenarios", "market", days)), new Text(zh, en))
            : null;

    /// <summary>
    /// Opens the market in the store as it was before the first of the days, once. Null when it is there; else why not.
    /// </summary>
    public static async Task<Refusal?> OpenAsync(Store store, RuleShelf shelf, string name, ReplayScript script)
    {
        if (DemonstrationStore.ClaimForReplay(store, shelf) is { } real)
        {
            return real;
        }

        using var memory = new Engine.Journal.MemoryJournal(name);
        using var journal = store.Open(name);
        if (journal.Head().Sequence > 0)
        {
            return StoreRefusals.NotAScenarioStore.With(
                ("scheme", name), ("store", store.Name), ("rows", journal.Head().Sequence));
        }

        // In memory first, so that the store has the whole market before its first day or nothing of it.
        await using (var sequencer = new Sequencer(
            memory, new Replica(name), new SequencerOptions { VirtualTime = true }))
        {
            await new ReplayFloor(sequencer, shelf, script.File).OpenAsync();
        }

        journal.Fill(memory.Read());
        return null;
    }

    private static IEnumerable<string[]> Rows(RuleShelf shelf)
    {
        var path = shelf.PathOf("scenarios", "market", "replays.csv");
        return File.Exists(path)
            ? File.ReadLines(path).Skip(1).Select(line => line.Split(',')).Where(row => row.Length == 4)
            : [];
    }
}
