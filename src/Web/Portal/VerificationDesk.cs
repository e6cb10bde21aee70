using Tanheng.Engine.Journal;
using Tanheng.Engine.Verifying;
using Tanheng.Scheme;

namespace Tanheng.Web.Portal;

/// <summary>What the last verification said.</summary>
public sealed record VerificationReport(long Rows, string Hash, DateTimeOffset At, IReadOnlyList<Finding> Findings)
{
    /// <summary>True when nothing was found.</summary>
    public bool Holds => Findings.Count == 0;
}

/// <summary>Verifies the journal in the background, one run at a time, and remembers the last result.</summary>
public sealed class VerificationDesk(IJournal journal, TimeProvider time)
{
    private readonly Lock starting = new();
    private volatile VerificationReport? last;
    private long row;
    private long rows;

    /// <summary>The last result, or null before the first.</summary>
    public VerificationReport? Last => last;

    /// <summary>True while a run is under way.</summary>
    public bool Running { get; private set; }

    /// <summary>How far the run is: rows read, rows altogether.</summary>
    public (long Row, long Rows) Progress => (Volatile.Read(ref row), Volatile.Read(ref rows));

    /// <summary>Starts a run unless one is under way.</summary>
    public void Start()
    {
        lock (starting)
        {
            if (Running)
            {
                return;
            }

            Running = true;
            (row, rows) = (0, journal.Head().Sequence);
        }

        _ = Task.Run(Run);
    }

    private void Run()
    {
        try
        {
            var result = Verification.Run(journal, StateChecks.OfScheme, progress: new Telling(this));
            last = new VerificationReport(
                result.Head.Sequence, result.Head.Hash.ToString(), time.GetUtcNow(), result.Findings);
        }
        catch (Exception problem) when (problem is System.Data.Common.DbException or InvalidOperationException)
        {
            last = new VerificationReport(0, "", time.GetUtcNow(), [new Finding(0, "store", problem.Message)]);
        }
        finally
        {
            Running = false;
        }
    }

    private sealed class Telling(VerificationDesk desk) : IProgress<VerificationProgress>
    {
        public void Report(VerificationProgress value)
        {
            Volatile.Write(ref desk.row, value.Row);
            Volatile.Write(ref desk.rows, value.Rows);
        }
    }
}
