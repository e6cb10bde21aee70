using System.Collections.Concurrent;
using Tanheng.Engine.Hosting;
using Tanheng.Engine.Journal;
using Tanheng.Engine.Sequencing;
using Tanheng.Quantities;
using Tanheng.Scheme;

namespace Tanheng.Web.Portal;

/// <summary>The market that the portal shows.</summary>
public sealed class Market(SchemeHost host, IJournal journal)
{
    private const int MostRemembered = 500;
    private readonly ConcurrentDictionary<string, (long Sequence, Task Answer)> remembered = new();

    /// <summary>Its id in the store.</summary>
    public string Name => host.Scheme;

    /// <summary>Its rows.</summary>
    public IJournal Journal => journal;

    /// <summary>Lets a command happen; the reply comes when it is durable.</summary>
    public Task<Outcome<Reply>> SubmitAsync(Submission submission) => host.SubmitAsync(submission);

    /// <summary>What a command would bring about now.</summary>
    public Task<Outcome<Reply>> PreviewAsync(Submission submission) => host.PreviewAsync(submission);

    /// <summary>True while this process is the one that writes.</summary>
    public bool Leads => host.Role == HostRole.Leader;

    /// <summary>The last durable row that pages are drawn from.</summary>
    public long Sequence => host.Sequence;

    /// <summary>Called on the writing thread with the last durable row while this process leads: be quick.</summary>
    public event Action<long>? Advanced
    {
        add => host.Advanced += value;
        remove => host.Advanced -= value;
    }

    /// <summary>True when business time is moved by hand: a demonstration.</summary>
    public bool VirtualTime => host.VirtualTime;

    /// <summary>Business time at a state, in the market's own zone.</summary>
    public DateTime Local(SchemeState state) => state.Rules.Calendar.Local(host.Now(state));

    /// <summary>Moves business time, where it is virtual; what falls due on the way happens.</summary>
    /// <returns>The last row, or why not.</returns>
    public Task<Outcome<long>> AdvanceAsync(DateTimeOffset until) => host.Sequencer is { } leading
        ? leading.AdvanceClockAsync(until)
        : Task.FromResult<Outcome<long>>(JournalRefusals.NotLeader.With(("holder", host.Leader)));

    /// <summary>
    /// Reads the state once for everybody who asks before the next row: for what takes a walk over all entities. The
    /// answer must depend on the state alone, not on who asks or what time it is, and nobody may change it.
    /// </summary>
    /// <param name="name">What is asked, with everything that the answer depends on beside the state.</param>
    /// <param name="question">The question.</param>
    /// <exception cref="MarketUnavailableException">The market cannot answer now.</exception>
    public async Task<T> ReadOnce<T>(string name, Func<SchemeState, T> question)
    {
        var sequence = host.Sequence;
        if (remembered.TryGetValue(name, out var known) && known.Sequence == sequence)
        {
            return await (Task<T>)known.Answer;
        }

        if (remembered.Count >= MostRemembered)
        {
            remembered.Clear();
        }

        // Asked before it is computed, the row says at least how new the answer is.
        var asked = Read(question);
        remembered[name] = (sequence, asked);
        try
        {
            return await asked;
        }
        catch (Exception)
        {
            remembered.TryRemove(name, out _);
            throw;
        }
    }

    /// <summary>Reads the state between two commands; the question must not keep or change it.</summary>
    /// <exception cref="MarketUnavailableException">The market cannot answer now.</exception>
    public async Task<T> Read<T>(Func<SchemeState, T> question)
    {
        var answer = await host.QueryAsync(question);
        return answer.Try(out var value, out var refusal) ? value : throw new MarketUnavailableException(refusal);
    }
}

/// <summary>The market cannot answer now; the refusal says why.</summary>
public sealed class MarketUnavailableException(Refusal refusal) : Exception(refusal.ToString())
{
    /// <summary>Why.</summary>
    public Refusal Refusal { get; } = refusal;
}
