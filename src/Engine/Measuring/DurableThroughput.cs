using System.Diagnostics;
using Tanheng.Engine.Sequencing;

namespace Tanheng.Engine.Measuring;

/// <summary>What a run of closed-loop clients showed. Latency is from submission to durable reply.</summary>
/// <param name="Clients">How many, each with one command under way.</param>
/// <param name="Commands">How many were answered.</param>
/// <param name="Refused">How many of them with a refusal.</param>
/// <param name="Elapsed">In how much time.</param>
/// <param name="Median">Half were quicker.</param>
/// <param name="Percentile99">99 of 100 were quicker.</param>
public sealed record ThroughputResult(
    int Clients, long Commands, long Refused, TimeSpan Elapsed, TimeSpan Median, TimeSpan Percentile99)
{
    /// <summary>Commands answered in a second.</summary>
    public double PerSecond => Commands / Elapsed.TotalSeconds;
}

/// <summary>
/// Durable commands per second: each client sends one command, awaits its durable reply, and sends the next, as a web
/// request would.
/// </summary>
public static class DurableThroughput
{
    /// <summary>Runs the clients for a while.</summary>
    /// <param name="sequencer">The scheme.</param>
    /// <param name="clients">How many at a time.</param>
    /// <param name="duration">For how long, after a tenth of it for warming up.</param>
    /// <param name="next">The n-th command of a client; called on that client's own turn.</param>
    /// <param name="cancel">Stops early.</param>
    public static Task<ThroughputResult> RunAsync(
        Sequencer sequencer,
        int clients,
        TimeSpan duration,
        Func<int, long, Submission> next,
        CancellationToken cancel = default) => RunAsync(sequencer, clients, duration, next, (_, _) => { }, cancel);

    /// <summary>Runs clients that need the answer to one command for the next.</summary>
    /// <param name="sequencer">The scheme.</param>
    /// <param name="clients">How many at a time.</param>
    /// <param name="duration">For how long, after a tenth of it for warming up.</param>
    /// <param name="next">The n-th command of a client; called on that client's own turn.</param>
    /// <param name="answered">Told a client's reply, before its next command is asked for.</param>
    /// <param name="cancel">Stops early.</param>
    public static async Task<ThroughputResult> RunAsync(
        Sequencer sequencer,
        int clients,
        TimeSpan duration,
        Func<int, long, Submission> next,
        Action<int, Reply> answered,
        CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        var from = duration / 10;
        var runs = Enumerable.Range(0, clients)
            .Select(client => Task.Run(
                () => Client(sequencer, client, next, answered, clock, from, from + duration, cancel), cancel))
            .ToArray();
        var latencies = await Task.WhenAll(runs).ConfigureAwait(false);
        var sorted = latencies.SelectMany(run => run.Ticks).Order().ToArray();
        return new ThroughputResult(
            clients,
            sorted.Length,
            latencies.Sum(run => run.Refused),
            duration,
            At(sorted, 0.5),
            At(sorted, 0.99));
    }

    private static async Task<(List<long> Ticks, long Refused)> Client(
        Sequencer sequencer,
        int client,
        Func<int, long, Submission> next,
        Action<int, Reply> reply,
        Stopwatch clock,
        TimeSpan from,
        TimeSpan to,
        CancellationToken cancel)
    {
        var ticks = new List<long>(1 << 16);
        long refused = 0;
        for (long n = 0; !cancel.IsCancellationRequested; n++)
        {
            var submission = next(client, n);
            var sent = clock.Elapsed;
            var outcome = await sequencer.SubmitAsync(submission).ConfigureAwait(false);
            var answered = clock.Elapsed;
            if (outcome.Try(out var said, out _))
            {
                reply(client, said);
            }

            if (answered >= to)
            {
                break;
            }

            if (sent >= from)
            {
                ticks.Add((answered - sent).Ticks);
                refused += outcome.Refusal is null ? 0 : 1;
            }
        }

        return (ticks, refused);
    }

    private static TimeSpan At(long[] sorted, double share) =>
        sorted.Length == 0 ? TimeSpan.Zero : new TimeSpan(sorted[(int)((sorted.Length - 1) * share)]);
}
