namespace Tanheng.Engine.Sequencing;

/// <summary>What there is to do for the sequencer's own thread.</summary>
internal enum Turn
{
    /// <summary>It has been given the right to write.</summary>
    Write,

    /// <summary>For about a second nothing has come in.</summary>
    Idle,

    /// <summary>Closed, and everything is done.</summary>
    End,
}

/// <summary>
/// What waits for the sequencer, and who may do it: one thread at a time decides and one writes. Whoever comes in takes
/// what right is free, so that a lone command needs no other thread; what is left over goes to the sequencer's own.
/// </summary>
internal sealed class WorkQueue(int limit)
{
    private readonly object gate = new();
    private List<Work> waiting = [];
    private List<Work> spare = [];
    private int decided;
    private bool deciding;
    private bool writing;
    private bool handedOver;

    /// <summary>Why nothing is taken any more; null while open.</summary>
    public SequencerEnd? Closed { get; private set; }

    /// <summary>Adds work; false when it is full or closed.</summary>
    /// <param name="work">What there is to do.</param>
    /// <param name="evenIfFull">For what must not be refused half-way.</param>
    /// <param name="mayDecide">True when the caller now has the right to decide and must use it.</param>
    public bool TryAdd(Work work, bool evenIfFull, out bool mayDecide)
    {
        lock (gate)
        {
            mayDecide = false;
            if (Closed is not null || (waiting.Count + Volatile.Read(ref decided) >= limit && !evenIfFull))
            {
                return false;
            }

            waiting.Add(work);
            mayDecide = !deciding;
            deciding = true;
            return true;
        }
    }

    /// <summary>
    /// For who decides: what waits. Null when nothing does or the batch is full; then the right to decide is given up,
    /// and <paramref name="mayWrite"/> says whether the caller now has the right to write and must use it.
    /// </summary>
    public List<Work>? Next(bool full, out bool mayWrite)
    {
        lock (gate)
        {
            mayWrite = false;
            var undone = Volatile.Read(ref decided);
            if (waiting.Count > 0 && (!full || undone == 0))
            {
                var taken = waiting;
                waiting = spare;
                waiting.Clear();
                spare = taken;
                return taken;
            }

            deciding = false;
            mayWrite = !writing && undone > 0;
            writing |= mayWrite;
            if (Closed is not null)
            {
                Monitor.Pulse(gate);
            }

            return null;
        }
    }

    /// <summary>So many more are decided and not yet taken to be written; fewer when negative.</summary>
    public void Count(int more) => Interlocked.Add(ref decided, more);

    /// <summary>
    /// For who has written: true when it keeps the right to write, because more is decided or waits. Otherwise the
    /// right is given up.
    /// </summary>
    /// <param name="handOver">Give the right to the sequencer's own thread instead of keeping it.</param>
    /// <param name="mayDecide">True when something waits that nobody decides: the caller must.</param>
    public bool KeepsWriting(bool handOver, out bool mayDecide)
    {
        lock (gate)
        {
            var backlog = waiting.Count > 0 && !deciding;
            var more = backlog || Volatile.Read(ref decided) > 0;
            mayDecide = backlog && !handOver;
            deciding |= mayDecide;
            writing = more;
            if (handOver && (more || Closed is not null))
            {
                handedOver = more;
                Monitor.Pulse(gate);
            }

            return more && !handOver;
        }
    }

    /// <summary>For who has the right to write: gives it to the sequencer's own thread.</summary>
    public void HandOver()
    {
        lock (gate)
        {
            handedOver = true;
            Monitor.Pulse(gate);
        }
    }

    /// <summary>For the sequencer's own thread: waits for something to do.</summary>
    public Turn Wait(TimeSpan idle)
    {
        lock (gate)
        {
            while (true)
            {
                if (handedOver)
                {
                    handedOver = false;
                    return Turn.Write;
                }

                if (Closed is not null && waiting.Count == 0 && !deciding && !writing)
                {
                    return Turn.End;
                }

                if (!Monitor.Wait(gate, idle) && Closed is null && !deciding && !writing)
                {
                    return Turn.Idle;
                }
            }
        }
    }

    /// <summary>Takes nothing more, for the first reason given.</summary>
    public void Close(SequencerEnd reason)
    {
        lock (gate)
        {
            Closed ??= reason;
            Monitor.Pulse(gate);
        }
    }
}
