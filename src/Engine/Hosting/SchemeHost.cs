using System.Data.Common;
using System.Diagnostics;
using Tanheng.Engine.Journal;
using Tanheng.Engine.Sequencing;
using Tanheng.Quantities;
using Tanheng.Scheme;

namespace Tanheng.Engine.Hosting;

/// <summary>
/// Keeps one scheme running in this process: follows its journal, takes the lease when it is free, leads with a
/// sequencer while it holds the lease, and starts over from the journal whenever something fails. However many
/// processes do this on one journal, one of them writes; which one, the database decides.
/// </summary>
public sealed class SchemeHost : IAsyncDisposable
{
    private readonly IJournal journal;
    private readonly HostOptions options;
    private readonly FollowerDesk follower = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly TaskCompletionSource stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock changing = new();
    private volatile Sequencer? sequencer;
    private volatile string leader = "";
    private long followed;
    private HostRole role = HostRole.Loading;

    private SchemeHost(IJournal journal, HostOptions options)
    {
        this.journal = journal;
        this.options = options;
        new Thread(Run) { IsBackground = true, Name = "host " + journal.Scheme }.Start();
    }

    /// <summary>The scheme.</summary>
    public string Scheme => journal.Scheme;

    /// <summary>What this process is to it now.</summary>
    public HostRole Role => role;

    /// <summary>Who leads, as far as is known here.</summary>
    public string Leader => leader;

    /// <summary>What went wrong last.</summary>
    public Exception? LastFailure { get; private set; }

    /// <summary>The sequencer while this process leads, else null.</summary>
    public Sequencer? Sequencer => sequencer;

    /// <summary>The last row that an answer to a question now takes into account; it may see later ones too.</summary>
    public long Sequence => sequencer?.Durable ?? Volatile.Read(ref followed);

    /// <summary>True when business time is moved by hand and not by the wall clock.</summary>
    public bool VirtualTime => options.Sequencer.VirtualTime;

    /// <summary>
    /// Business time at a state: the wall clock, or the later of its last row and where virtual time stands.
    /// </summary>
    public DateTimeOffset Now(SchemeState state)
    {
        var now = sequencer?.Now ?? (VirtualTime ? state.Time : options.Sequencer.Time.GetUtcNow());
        return now < state.Time ? state.Time : now;
    }

    /// <summary>Completes when the scheme is in memory for the first time, or never will be.</summary>
    public Task Ready => ready.Task;

    /// <summary>Called on the host's thread when the role has changed.</summary>
    public event Action<HostRole>? RoleChanged;

    /// <summary>Called on the writing thread with the last durable row while this process leads.</summary>
    public event Action<long>? Advanced;

    /// <summary>Starts hosting; the journal stays the caller's to dispose, after the host.</summary>
    public static SchemeHost Start(IJournal journal, HostOptions? options = null) =>
        new(journal, options ?? new HostOptions());

    /// <summary>Starts hosting and waits until this process leads.</summary>
    /// <exception cref="StoreRefusedException">Somebody else leads, or the journal cannot be used.</exception>
    public static async Task<SchemeHost> LeadAsync(IJournal journal, HostOptions? options = null)
    {
        var host = Start(journal, options);
        await host.Ready.ConfigureAwait(false);
        if (host.Role == HostRole.Leader)
        {
            return host;
        }

        var refusal = host.Unwilling();
        await host.DisposeAsync().ConfigureAwait(false);
        throw new StoreRefusedException(refusal);
    }

    /// <inheritdoc cref="Sequencing.Sequencer.SubmitAsync" />
    public Task<Outcome<Reply>> SubmitAsync(Submission submission) => sequencer is { } leading
        ? leading.SubmitAsync(submission)
        : Task.FromResult<Outcome<Reply>>(Unwilling());

    /// <inheritdoc cref="Sequencing.Sequencer.PreviewAsync" />
    public Task<Outcome<Reply>> PreviewAsync(Submission submission) => sequencer is { } leading
        ? leading.PreviewAsync(submission)
        : Task.FromResult<Outcome<Reply>>(Unwilling());

    /// <summary>
    /// Asks the state: exact while leading, at most a poll behind while following. The question must not keep the state
    /// or change it.
    /// </summary>
    public Task<Outcome<T>> QueryAsync<T>(Func<SchemeState, T> question)
    {
        if (sequencer is { } leading)
        {
            return leading.QueryAsync(question);
        }

        return role == HostRole.Follower
            ? follower.AskAsync(question, JournalRefusals.QueueFull.With(("limit", 10_000)))
            : Task.FromResult<Outcome<T>>(Unwilling());
    }

    /// <summary>Finishes what is under way, gives the lease back and ends.</summary>
    public async Task StopAsync()
    {
        await stopping.CancelAsync().ConfigureAwait(false);
        await stopped.Task.ConfigureAwait(false);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        follower.Dispose();
        stopping.Dispose();
    }

    private Refusal Unwilling() => role switch
    {
        HostRole.Follower => JournalRefusals.NotLeader.With(("holder", leader)),
        HostRole.Stopped => JournalRefusals.Stopping.With(),
        HostRole.Broken when LastFailure is BrokenJournalException { Refusal: { } broken } => broken,
        _ => JournalRefusals.StoreUnavailable.With(("problem", LastFailure?.Message ?? role.ToString())),
    };

    private void Run()
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                Change(HostRole.Loading);
                var replica = Replay.Load(journal, cancel: stopping.Token);
                if (Follow(replica) is { } lease)
                {
                    Replay.CatchUp(replica, journal, cancel: stopping.Token);
                    Lead(replica, lease);
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                break;
            }
            catch (BrokenJournalException problem)
            {
                LastFailure = problem;
                Change(HostRole.Broken);
                stopping.Token.WaitHandle.WaitOne();
            }
            catch (Exception problem)
            {
                LastFailure = problem;
                Change(HostRole.Unavailable);
                stopping.Token.WaitHandle.WaitOne(options.RetryAfter);
            }
        }

        Change(HostRole.Stopped);
        stopped.SetResult();
    }

    private Lease? Follow(Replica replica)
    {
        while (!stopping.IsCancellationRequested)
        {
            if (options.MayLead && journal.TryAcquire(options.Holder, options.LeaseTime) is { } lease)
            {
                return lease;
            }

            leader = journal.CurrentLease()?.Holder ?? "";
            Replay.CatchUp(replica, journal, cancel: stopping.Token);
            Volatile.Write(ref followed, replica.State.Sequence);
            Change(HostRole.Follower);
            follower.Answer(replica, options.PollEvery, stopping.Token);
        }

        return null;
    }

    private void Lead(Replica replica, Lease lease)
    {
        foreach (var question in follower.Rest())
        {
            question(replica);
        }

        leader = lease.Holder;
        var leading = new Sequencer(journal, replica, options.Sequencer, lease.Epoch);
        leading.Advanced += sequence => Advanced?.Invoke(sequence);
        sequencer = leading;
        Change(HostRole.Leader);
        KeepLease(leading, lease);
        sequencer = null;
        LastFailure = leading.Failure ?? LastFailure;
        if (leading.Ended.Result != SequencerEnd.Conflict)
        {
            journal.Release(lease);
        }
    }

    private void KeepLease(Sequencer leading, Lease lease)
    {
        var renewed = Stopwatch.GetTimestamp();
        var waits = new[] { ((IAsyncResult)leading.Ended).AsyncWaitHandle, stopping.Token.WaitHandle };
        while (true)
        {
            switch (WaitHandle.WaitAny(waits, lease.Duration / 3))
            {
                case 0:
                    return;
                case 1:
                    leading.StopAsync().Wait(CancellationToken.None);
                    return;
            }

            var asked = Stopwatch.GetTimestamp();
            if (Renew(lease) is { } held)
            {
                renewed = held ? asked : 0;
            }

            if (renewed == 0 || Stopwatch.GetElapsedTime(renewed) > lease.Duration)
            {
                leading.AbandonAsync().Wait(CancellationToken.None);
                return;
            }
        }
    }

    /// <summary>Null when the store did not say.</summary>
    private bool? Renew(Lease lease)
    {
        try
        {
            return journal.Renew(lease);
        }
        catch (DbException problem)
        {
            LastFailure = problem;
            return null;
        }
    }

    private void Change(HostRole to)
    {
        lock (changing)
        {
            if (role == to)
            {
                return;
            }

            role = to;
        }

        if (to != HostRole.Loading)
        {
            ready.TrySetResult();
        }

        RoleChanged?.Invoke(to);
    }
}
