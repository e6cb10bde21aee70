using Tanheng.Engine.Journal;

namespace Tanheng.Engine.Tests;

/// <summary>A journal in memory whose disk can be made to fail, to be slow, or to lie.</summary>
internal sealed class FaultyJournal(string scheme) : MemoryJournal(scheme)
{
    /// <summary>Called before each append; what it throws, the append throws.</summary>
    public Action<int>? BeforeAppend { get; set; }

    /// <summary>
    /// Called after the rows are there; what it throws, the append throws: durable, but nobody was told.
    /// </summary>
    public Action? AfterAppend { get; set; }

    /// <summary>How many transactions there were.</summary>
    public int Appends { get; private set; }

    public override void Append(long expected, ReadOnlySpan<JournalRow> rows, long epoch = 0)
    {
        BeforeAppend?.Invoke(rows.Length);
        base.Append(expected, rows, epoch);
        Appends++;
        AfterAppend?.Invoke();
    }

    /// <summary>The lease lapses and goes to somebody else.</summary>
    public void Steal(string holder)
    {
        if (CurrentLease() is { } lapsed)
        {
            Release(lapsed);
        }

        TryAcquire(holder, TimeSpan.FromMinutes(1)).ShouldNotBeNull();
    }
}
