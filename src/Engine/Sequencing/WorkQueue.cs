namespace Tanheng.Engine.Sequencing;

/// <summary>
/// What waits for the sequencer, and whose turn it is: one worker decides, one writes, and both are the same two
/// threads taking turns, so that a lone command is decided, written and answered by one thread without a hand-over.
/// </summary>
internal sealed class WorkQueue(int limit, int spins)
{
    private readonly object gate = new();
    private List<Work> waiting = [];
    private List<Work> spare = [];
    private volatile int count;
    private int sleepers;
    private bool deciding;
    private bool writing;

    /// <summary>Why nothing is taken any more; null while open.</summary>
    public SequencerEnd? Closed { get; private set; }

    /// <summary>Adds work; false when it is full or closed.</summary>
    public bool TryAdd(Work work, bool evenIfFull = false)
    {
        lock (gate)
        {
            if (Closed is not null || (waiting.Count >= limit && !evenIfFull))
            {
                return false;
            }

            waiting.Add(work);
            count = waiting.Count;
            if (sleepers > 0 && !deciding)
            {
                Monitor.Pulse(gate);
            }

            return true;
        }
    }

    /// <summary>
    /// Waits for the right to decide and for work. After about a second without any it returns nothing, so that the
    /// clock is looked at. Null when closed and empty.
    /// </summary>
    public List<Work>? TakeToDecide()
    {
        Spin();
        lock (gate)
        {
            while (deciding || (waiting.Count == 0 && Closed is null))
            {
                if (!Sleep(TimeSpan.FromSeconds(1)) && !deciding)
                {
                    break;
                }
            }

            if (waiting.Count == 0 && Closed is not null)
            {
                Monitor.PulseAll(gate);
                return null;
            }

            deciding = true;
            return Swap();
        }
    }

    /// <summary>
    /// Waits for the right to write and gives up the right to decide. What has come in meanwhile is returned instead,
    /// to be decided into the same batch: as long as the other thread still writes, and once after that.
    /// </summary>
    public List<Work>? TakeToWrite(bool full, ref bool lastCall)
    {
        lock (gate)
        {
            while (true)
            {
                if (!full && !lastCall && waiting.Count > 0)
                {
                    lastCall = !writing;
                    return Swap();
                }

                if (!writing)
                {
                    break;
                }

                Sleep(Timeout.InfiniteTimeSpan);
            }

            writing = true;
            deciding = false;
            if (sleepers > 0 && (waiting.Count > 0 || Closed is not null))
            {
                Monitor.Pulse(gate);
            }

            return null;
        }
    }

    /// <summary>Gives up the right to write.</summary>
    public void Written()
    {
        lock (gate)
        {
            writing = false;
            if (sleepers > 0)
            {
                Monitor.PulseAll(gate);
            }
        }
    }

    /// <summary>Takes nothing more, for the first reason given.</summary>
    public SequencerEnd Close(SequencerEnd reason)
    {
        lock (gate)
        {
            Closed ??= reason;
            Monitor.PulseAll(gate);
            return Closed.Value;
        }
    }

    /// <summary>Everything that still waits.</summary>
    public List<Work> Rest()
    {
        lock (gate)
        {
            return [.. Swap()];
        }
    }

    private List<Work> Swap()
    {
        var taken = waiting;
        waiting = spare;
        waiting.Clear();
        spare = taken;
        count = 0;
        return taken;
    }

    private bool Sleep(TimeSpan time)
    {
        sleepers++;
        try
        {
            return Monitor.Wait(gate, time);
        }
        finally
        {
            sleepers--;
        }
    }

    private void Spin()
    {
        var spinner = default(SpinWait);
        for (var i = 0; i < spins && count == 0 && Closed is null; i++)
        {
            spinner.SpinOnce(sleep1Threshold: -1);
        }
    }
}
