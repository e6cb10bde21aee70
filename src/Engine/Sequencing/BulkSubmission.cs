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
        var underWay = new Queue<(List<(Submission, Digest)> Portion, Task<Outcome<Reply>[]> Reply)>();
        var portion = new List<(Submission, Digest)>(PortionRows);
        foreach (var submission in submissions)
        {
            cancel.ThrowIfCancellationRequested();
            if (Sequencer.Check(submission, out var inputHash) is { } refusal)
            {
                // It keeps its place: what came before is answered first.
                await Send().ConfigureAwait(false);
                await Drain(0).ConfigureAwait(false);
                tally.Count(submission, refusal);
            }
            else
            {
                portion.Add((submission, inputHash));
            }

            if (portion.Count == PortionRows)
            {
                await Send().ConfigureAwait(false);
                await Drain(PortionsUnderWay - 1).ConfigureAwait(false);
            }

            if (tally.Stopped)
            {
                break;
            }
        }

        await Send().ConfigureAwait(false);
        await Drain(0).ConfigureAwait(false);
        return tally.Result;

        async Task Send()
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

        async Task Drain(int atMost)
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
