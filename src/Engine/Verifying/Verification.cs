using Tanheng.Engine.Journal;
using Tanheng.Engine.Sequencing;
using Tanheng.Quantities;
using Tanheng.Scheme;

namespace Tanheng.Engine.Verifying;

/// <summary>Something in a journal that should not be.</summary>
/// <param name="Sequence">The row at which it shows.</param>
/// <param name="Check">Which check: <c>hash</c>, <c>chain</c>, <c>events</c>, or the number of an invariant.</param>
/// <param name="Message">What is wrong.</param>
public sealed record Finding(long Sequence, string Check, string Message);

/// <summary>How far a verification is.</summary>
public readonly record struct VerificationProgress(long Row, long Rows);

/// <summary>What a verification showed.</summary>
/// <param name="Scheme">Whose journal.</param>
/// <param name="Head">The last row.</param>
/// <param name="Time">Its time.</param>
/// <param name="StateHash">
/// The hash of the state after it; null when the rows are not all untouched and applied.
/// </param>
/// <param name="Findings">Empty when all holds.</param>
public sealed record VerificationResult(
    string Scheme, JournalHead Head, DateTimeOffset Time, Digest? StateHash, IReadOnlyList<Finding> Findings)
{
    /// <summary>True when nothing was found.</summary>
    public bool Holds => Findings.Count == 0;
}

/// <summary>What the scheme itself knows about a sound state; pure functions of <c>Tanheng.Scheme</c>.</summary>
/// <param name="Invariants">Every invariant that does not hold: its number and what is wrong.</param>
/// <param name="StateHash">A hash over everything reachable from the state.</param>
public sealed record StateChecks(
    Func<SchemeState, IEnumerable<(string Check, string Message)>> Invariants, Func<SchemeState, Digest> StateHash)
{
    /// <summary>The checks of <c>Tanheng.Scheme</c>.</summary>
    public static StateChecks OfScheme { get; } = new(
        state => Scheme.Invariants.Check(state).Select(one => (
            one.Invariant.ToString(System.Globalization.CultureInfo.InvariantCulture),
            $"{one.Code}: {one.Text.Zh} {one.Text.En}")),
        Scheme.StateHash.Of);
}

/// <summary>
/// Reads a whole journal with distrust: every hash, the chain, that every row can be read and applied, the invariants
/// on the way, and that a second replay arrives at the same state.
/// </summary>
public static class Verification
{
    /// <summary>Verifies a journal.</summary>
    /// <param name="journal">Which.</param>
    /// <param name="checks">What to ask the state.</param>
    /// <param name="every">After how many rows the invariants are checked; always after the last.</param>
    /// <param name="progress">Told after each block of rows.</param>
    /// <param name="cancel">Stops.</param>
    public static VerificationResult Run(
        IJournal journal,
        StateChecks checks,
        long every = 10_000,
        IProgress<VerificationProgress>? progress = null,
        CancellationToken cancel = default)
    {
        var rows = journal.Head().Sequence;
        var run = new VerificationRun(journal, checks, every);
        foreach (var block in Replay.Blocks(journal, 1, rows, run.Note, cancel))
        {
            foreach (var (row, events) in block)
            {
                run.Next(row, events);
            }

            progress?.Report(new VerificationProgress(run.Last.Sequence, rows));
        }

        return run.End(rows, cancel);
    }
}

/// <summary>One verification under way.</summary>
internal sealed class VerificationRun(IJournal journal, StateChecks checks, long every)
{
    private const int MostFindings = 1000;
    private readonly Replica replica = new(journal.Scheme);
    private readonly List<Finding> findings = [];
    private readonly Lock noting = new();
    private DateTimeOffset time;
    private bool applying = true;

    /// <summary>The last row seen.</summary>
    public JournalHead Last { get; private set; }

    public void Note(BrokenJournalException problem) => Note(
        problem.Sequence,
        problem.Refusal?.Code == JournalRefusals.EditedRow ? "hash"
            : problem.Refusal?.Code == JournalRefusals.BrokenChain ? "chain" : "events",
        problem.Message);

    public void Next(JournalRow row, Event[] events)
    {
        if (row.Sequence != Last.Sequence + 1 || row.Previous != Last.Hash)
        {
            Note(row.Sequence, "chain", $"follows on row {Last.Sequence} with the previous hash {row.Previous}");
            applying = false;
        }

        if (row.Time < time)
        {
            Note(row.Sequence, "chain", $"is earlier than the row before: {row.Time:O}");
        }

        Last = JournalHead.Of(row);
        time = row.Time;
        if (applying && events.Length == 0)
        {
            applying = false;
        }

        if (applying)
        {
            Apply(row, events);
        }
    }

    public VerificationResult End(long rows, CancellationToken cancel)
    {
        if (Last.Sequence != rows)
        {
            Note(Last.Sequence + 1, "chain", $"rows are missing: the last is {rows}");
        }

        if (!applying)
        {
            return new VerificationResult(journal.Scheme, Last, time, null, findings);
        }

        CheckInvariants();
        if (findings.Any(finding => finding.Check == "hash"))
        {
            return new VerificationResult(journal.Scheme, Last, time, null, findings);
        }

        var hash = checks.StateHash(replica.State);
        var again = checks.StateHash(Replay.Load(journal, rows, cancel: cancel).State);
        if (hash != again)
        {
            Note(rows, "8", $"a second replay gave the state {again}, the first {hash}");
        }

        return new VerificationResult(journal.Scheme, Last, time, hash, findings);
    }

    private void Apply(JournalRow row, Event[] events)
    {
        try
        {
            replica.Apply(row, events);
            if (row.Sequence % every == 0)
            {
                CheckInvariants();
            }
        }
        catch (BrokenJournalException problem)
        {
            Note(problem);
            applying = false;
        }
    }

    private void CheckInvariants()
    {
        foreach (var (check, message) in checks.Invariants(replica.State))
        {
            Note(replica.Head.Sequence, check, message);
        }
    }

    private void Note(long sequence, string check, string message)
    {
        lock (noting)
        {
            if (findings.Count < MostFindings)
            {
                findings.Add(new Finding(sequence, check, message));
            }
        }
    }
}
