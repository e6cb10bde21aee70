using Tanheng.Quantities;

namespace Tanheng.Engine.Sequencing;

/// <summary>
/// Feeds a long list of commands to a sequencer, a few hundred at a time, with several portions under way.
/// </summary>
internal static class BulkSubmission
{
    private const int PortionRows = 256;
    private const int PortionsUnderWay = 6;

    public static async Task<BulkResult> Run(
        Sequencer sequencer,
        IEnumerable<Submission> submissions,
        Func<Submission, Outcome<Reply>, bool>? observe,
        CancellationToken cancel)
    {
        var tally = new Tally(observe);
        var flow = new Flow(sequencer, tally);
        foreach (var submission in submissions)
        {
            cancel.ThrowIfCancellationRequested();
            if (Sequencer.Check(submission, out var inputHash) is { } refusal)
            {
                // It keeps its place: what came before is answered first.
                await flow.Send().ConfigureAwait(false);
                await flow.Drain(0).ConfigureAwait(false);
                tally.Count(submission, refusal);
            }
            else
            {
                flow.Add(submission, inputHash);
            }

            if (flow.PortionIsFull)
            {
                await flow.Send().ConfigureAwait(false);
                await flow.Drain(PortionsUnderWay - 1).ConfigureAwait(false);
            }

            if (tally.Stopped)
            {
                break;
            }
        }

        await flow.Send().ConfigureAwait(false);
        await flow.Drain(0).ConfigureAwait(false);
        return tally.Result;
    }

    /// <summary>The portion that fills, and those that wait for their replies.</summary>
    private sealed class Flow(Sequencer sequencer, Tally tally)
    {
        private readonly Queue<(List<(Submission, Digest)> Portion, Task<Outcome<Reply>[]> Reply)> underWay = new();
        private List<(Submission, Digest)> portion = new(PortionRows);

        public bool PortionIsFull => portion.Count == PortionRows;

        public void Add(Submission submission, Digest inputHash) => portion.Add((submission, inputHash));

        /// <summary>Sends the portion; when the sequencer takes none, all of it is refused after the others.</summary>
        public async Task Send()
        {
            if (portion.Count == 0 || tally.Stopped)
            {
                return;
            }

            if (sequencer.TrySubmitBulk(portion, out var refusal) is { } reply)
            {
                underWay.Enqueue((portion, reply));
            }
            else
            {
                await Drain(0).ConfigureAwait(false);
                tally.Count(portion, refusal!);
            }

            portion = new List<(Submission, Digest)>(PortionRows);
        }

        /// <summary>Waits for replies, the oldest first, until so few are left.</summary>
        public async Task Drain(int atMost)
        {
            while (underWay.Count > atMost)
            {
                var (sent, reply) = underWay.Dequeue();
                tally.Count(sent, await reply.ConfigureAwait(false));
            }
        }
    }

    private sealed class Tally(Func<Submission, Outcome<Reply>, bool>? observe)
    {
        private long accepted;
        private long refused;
        private (Submission, Refusal)? first;

        public bool Stopped { get; private set; }

        public BulkResult Result => new(accepted, refused, first);

        public void Count(List<(Submission Submission, Digest InputHash)> portion, Outcome<Reply>[] outcomes)
        {
            for (var i = 0; i < portion.Count; i++)
            {
                Count(portion[i].Submission, outcomes[i]);
            }
        }

        public void Count(List<(Submission Submission, Digest InputHash)> portion, Refusal refusal)
        {
            foreach (var (submission, _) in portion)
            {
                Count(submission, refusal);
            }
        }

        public void Count(Submission submission, Outcome<Reply> outcome)
        {
            if (outcome.IsRefused(out var refusal))
            {
                refused++;
                first ??= (submission, refusal);
            }
            else
            {
                accepted++;
            }

            Stopped |= observe is not null && !observe(submission, outcome);
        }
    }
}
