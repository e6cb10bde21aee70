using Tanheng.Quantities;

namespace Tanheng.Engine.Sequencing;

/// <summary>
/// Feeds a long list of commands to a sequencer, a few hundred at a time, with several portions under way.
/// </summary>
internal sealed class BulkSubmission(Sequencer sequencer, Func<Submission, Outcome<Reply>, bool>? observe)
{
    private const int PortionRows = 256;
    private const int PortionsUnderWay = 6;
    private readonly Queue<(List<(Submission, Digest)> Portion, Task<Outcome<Reply>[]> Reply)> underWay = new();
    private List<(Submission Submission, Digest InputHash)> portion = new(PortionRows);
    private (Submission, Refusal)? first;
    private long accepted;
    private long refused;
    private bool stopped;

    public async Task<BulkResult> RunAsync(IEnumerable<Submission> submissions, CancellationToken cancel)
    {
        foreach (var submission in submissions)
        {
            cancel.ThrowIfCancellationRequested();
            await TakeAsync(submission).ConfigureAwait(false);
            if (stopped)
            {
                break;
            }
        }

        await SendAsync().ConfigureAwait(false);
        await DrainAsync(0).ConfigureAwait(false);
        return new BulkResult(accepted, refused, first);
    }

    private async Task TakeAsync(Submission submission)
    {
        if (Sequencer.Check(submission, out var inputHash) is { } refusal)
        {
            // It keeps its place: what came before is answered first.
            await SendAsync().ConfigureAwait(false);
            await DrainAsync(0).ConfigureAwait(false);
            Count(submission, refusal);
            return;
        }

        portion.Add((submission, inputHash));
        if (portion.Count == PortionRows)
        {
            await SendAsync().ConfigureAwait(false);
            await DrainAsync(PortionsUnderWay - 1).ConfigureAwait(false);
        }
    }

    private async Task SendAsync()
    {
        if (portion.Count == 0 || stopped)
        {
            return;
        }

        if (sequencer.TrySubmitBulk(portion, out var refusal) is { } reply)
        {
            underWay.Enqueue((portion, reply));
        }
        else
        {
            await DrainAsync(0).ConfigureAwait(false);
            foreach (var (submission, _) in portion)
            {
                Count(submission, refusal!);
            }
        }

        portion = new List<(Submission, Digest)>(PortionRows);
    }

    private async Task DrainAsync(int atMost)
    {
        while (underWay.Count > atMost)
        {
            var (sent, reply) = underWay.Dequeue();
            var outcomes = await reply.ConfigureAwait(false);
            for (var i = 0; i < sent.Count; i++)
            {
                Count(sent[i].Item1, outcomes[i]);
            }
        }
    }

    private void Count(Submission submission, Outcome<Reply> outcome)
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

        stopped |= observe is not null && !observe(submission, outcome);
    }
}
