using Tanheng.Crash.Tests;
using Tanheng.Engine.Journal;
using Tanheng.Engine.Sequencing;
using Tanheng.Engine.Verifying;
using Tanheng.Quantities;

namespace Tanheng.Storage.Tests;

public sealed class VerificationTests
{
    private const string Scheme = "tally";

    private static readonly StateChecks Checks = new(state => TallyMarket.Problems(state, 5000), TallyMarket.HashOf);

    [Theory]
    [EachDatabase]
    public void A_sound_journal_holds(Database database) => Store.With(database, store =>
    {
        using var journal = Market(store);
        var steps = new List<VerificationProgress>();
        var result = Verification.Run(journal, Checks, 10, new Steps(steps));

        result.Findings.ShouldBeEmpty();
        result.Holds.ShouldBeTrue();
        result.Head.ShouldBe(journal.Head());
        result.StateHash.ShouldBe(Checks.StateHash(Replay.Load(journal).State));
        steps[^1].ShouldBe(new VerificationProgress(101, 101));
    });

    [Theory]
    [EachDatabase]
    public void An_edited_row_is_found(Database database) => Store.With(database, store =>
    {
        using var journal = Market(store);
        store.Tamper(Scheme, "update journal_row set actor = 'mallory' where sequence = 50");
        var result = Verification.Run(journal, Checks);

        var finding = result.Findings.ShouldHaveSingleItem();
        finding.Sequence.ShouldBe(50);
        finding.Check.ShouldBe("hash");
        Should.Throw<BrokenJournalException>(() => Replay.Load(journal)).Sequence.ShouldBe(50);
    });

    [Theory]
    [EachDatabase]
    public void A_removed_row_is_found(Database database) => Store.With(database, store =>
    {
        using var journal = Market(store);
        store.Tamper(Scheme, "delete from journal_row where sequence = 50");
        var result = Verification.Run(journal, Checks);

        result.StateHash.ShouldBeNull();
        result.Findings.ShouldContain(finding => finding.Sequence == 51 && finding.Check == "chain");
    });

    [Theory]
    [EachDatabase]
    public void A_cut_off_end_is_found_by_whoever_remembers_the_head(Database database) => Store.With(database, store =>
    {
        using var journal = Market(store);
        var before = journal.Head();
        store.Tamper(Scheme, "delete from journal_row where sequence > 90");
        var result = Verification.Run(journal, Checks);

        result.Holds.ShouldBeTrue();
        result.Head.ShouldNotBe(before);
        result.Head.Sequence.ShouldBe(90);
    });

    [Theory]
    [EachDatabase]
    public void Events_that_no_longer_read_are_found(Database database) => Store.With(database, store =>
    {
        using var journal = Market(store);
        store.Tamper(
            Scheme,
            "update journal_row set events = '[{\"event\":\"unheard-of\",\"data\":{}}]' where sequence = 7");
        var result = Verification.Run(journal, Checks);

        result.Findings.Select(finding => (finding.Sequence, finding.Check)).ShouldBe([(7, "hash"), (7, "events")]);
    });

    private static IJournal Market(Store store)
    {
        var journal = store.Open(Scheme);
        journal.Append(0, [TallyMarket.Open(Scheme, 5, 1000)]);
        var sequencer = new Sequencer(journal, Replay.Load(journal));
        var moves = Enumerable.Range(0, 100).Select(i => new Submission(
            new TallyMove(new(2 + (i % 5)), new(2 + ((i + 1) % 5)), 1 + i),
            CommandId.From("m" + i),
            TallyMarket.Clerk));
        sequencer.SubmitManyAsync(moves).Result.Accepted.ShouldBe(100);
        sequencer.StopAsync().Wait();
        return journal;
    }

    private sealed class Steps(List<VerificationProgress> seen) : IProgress<VerificationProgress>
    {
        public void Report(VerificationProgress value) => seen.Add(value);
    }
}
