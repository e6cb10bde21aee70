using Tanheng.Cli.Scenarios;
using Tanheng.Engine.Hosting;
using Tanheng.Engine.Journal;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Allocation;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Registry;
using Tanheng.Storage.Sqlite;

namespace Tanheng.Scenarios.Tests;

/// <summary>The story of 2021 and 2022, played into SQLite, closed, replayed from there and played once more.</summary>
public sealed class PlayedChina : IAsyncLifetime, IDisposable
{
    internal const string Story = "china-2021-2022";

    private readonly TemporaryFolder folder = new();

    /// <summary>The state that the first playing ended with.</summary>
    public SchemeState State { get; private set; } = null!;

    /// <summary>What the same journal gives when it is replayed.</summary>
    public SchemeState Replayed { get; private set; } = null!;

    /// <summary>The hash of the first playing's state, taken at its end.</summary>
    public Digest Hash { get; private set; }

    /// <summary>The hash of the replayed state, taken before the second playing.</summary>
    public Digest ReplayedHash { get; private set; }

    /// <summary>The last row after the first and after the second playing.</summary>
    public (JournalHead First, JournalHead Second) Heads { get; private set; }

    /// <summary>The journal.</summary>
    public IJournal Journal { get; private set; } = null!;

    /// <summary>Codes of the story (P01) and of the registry.</summary>
    public IReadOnlyDictionary<string, string> Codes { get; } = Shelf.Csv("scenarios", Story, "entities.csv")
        .ToDictionary(row => row["code"], row => row["uscc"]);

    /// <summary>Every transaction, in the order of the journal.</summary>
    public IReadOnlyList<Ledger.Transaction> Transactions { get; private set; } = [];

    public async Task InitializeAsync()
    {
        var story = StoryFiles.Find(Shelf.Repository, Story).ShouldNotBeNull();
        using (var journal = new SqliteJournal(folder.Path, Story))
        {
            await using var host = await SchemeHost.LeadAsync(journal, Shelf.VirtualTime);
            await story.Runner(Shelf.Repository).RunAsync(host.Sequencer!, null, CancellationToken.None);
            State = (await host.QueryAsync(state => state)).Value;
            Hash = StateHash.Of(State);
            Heads = (journal.Head(), default);
        }

        Journal = new SqliteJournal(folder.Path, Story);
        await using var again = await SchemeHost.LeadAsync(Journal, Shelf.VirtualTime);
        Replayed = (await again.QueryAsync(state => state)).Value;
        ReplayedHash = StateHash.Of(Replayed);
        await story.Runner(Shelf.Repository).RunAsync(again.Sequencer!, null, CancellationToken.None);
        Heads = (Heads.First, Journal.Head());
        Transactions = [.. Journal.Read().SelectMany(row => row.ReadEvents()).OfType<IMovesUnits>()
            .SelectMany(moved => moved.Transactions)];
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        Journal?.Dispose();
        folder.Dispose();
    }

    internal HolderId Holder(string code) => State.Registry.HolderCodes[Codes[code]];

    internal Entitlement Allocation(string code, int year) =>
        State.Allocation.Of(Holder(code), new CompliancePeriod(year)).ShouldNotBeNull();

    internal Obligation Obligation(string code, int year) =>
        State.Compliance.Of(Holder(code), new CompliancePeriod(year)).ShouldNotBeNull();

    internal PenaltyCase Case(string code, Rulebook.Offence offence) =>
        State.Compliance.Cases.Values
            .Where(one => one.Holder == Holder(code) && one.Offence == offence).ShouldHaveSingleItem();

    /// <summary>Units in all accounts of a holder.</summary>
    internal long Held(string code, string unit) => State.Registry.AccountsOf[Holder(code)]
        .SelectMany(State.Ledger.Positions).Where(one => one.Asset.Code == unit).Sum(one => one.Quantity);

    /// <summary>What arrived in an account by transactions of a type, less what left it by them.</summary>
    internal long Moved(string type, Ledger.AccountId account, string unit) => Transactions
        .Where(one => one.Type == type).SelectMany(one => one.Postings)
        .Where(posting => posting.Place.Account == account && posting.Asset.Code == unit)
        .Sum(posting => posting.Quantity);
}
