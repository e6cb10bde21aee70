using Tanheng.Quantities;

namespace Tanheng.Engine.Sequencing;

/// <summary>
/// Something for the sequencer to do: decided by one thread in order, answered when the batch is durable.
/// </summary>
internal abstract class Work
{
    /// <summary>Does it; what it gives must not be seen outside before <see cref="Answer"/>.</summary>
    public abstract void Do(Desk desk);

    /// <summary>Everything it saw is durable.</summary>
    public abstract void Answer();

    /// <summary>It did not happen, or nobody knows.</summary>
    public abstract void Refuse(Refusal refusal);
}

/// <summary>One command.</summary>
internal sealed class CommandWork(Submission submission, Digest inputHash) : Work
{
    private readonly TaskCompletionSource<Outcome<Reply>> reply =
        new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Outcome<Reply> outcome;

    public Task<Outcome<Reply>> Reply => reply.Task;

    public override void Do(Desk desk) => outcome = desk.Decide(submission, inputHash);

    public override void Answer() => reply.SetResult(outcome);

    public override void Refuse(Refusal refusal) => reply.SetResult(refusal);
}

/// <summary>Many commands in order, answered together.</summary>
internal sealed class BulkWork(IReadOnlyList<(Submission Submission, Digest InputHash)> submissions) : Work
{
    private readonly TaskCompletionSource<Outcome<Reply>[]> reply =
        new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Outcome<Reply>[] outcomes = new Outcome<Reply>[submissions.Count];

    public Task<Outcome<Reply>[]> Reply => reply.Task;

    public IReadOnlyList<(Submission Submission, Digest InputHash)> Submissions => submissions;

    public override void Do(Desk desk)
    {
        for (var i = 0; i < outcomes.Length; i++)
        {
            outcomes[i] = desk.Decide(submissions[i].Submission, submissions[i].InputHash);
        }
    }

    public override void Answer() => reply.SetResult(outcomes);

    public override void Refuse(Refusal refusal)
    {
        Array.Fill(outcomes, refusal);
        reply.SetResult(outcomes);
    }
}

/// <summary>Nothing has come in for a while: what has fallen due happens. Nobody waits for it.</summary>
internal sealed class ClockWork : Work
{
    public override void Do(Desk desk)
    {
        if (desk.IsDue)
        {
            desk.RunClock();
        }
    }

    public override void Answer()
    {
    }

    public override void Refuse(Refusal refusal)
    {
    }
}

/// <summary>A question, or anything else that needs the state to itself.</summary>
internal sealed class QueryWork<T>(Func<Desk, Outcome<T>> ask) : Work
{
    private readonly TaskCompletionSource<Outcome<T>> reply = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Outcome<T> answer;
    private Exception? problem;

    public Task<Outcome<T>> Reply => reply.Task;

    public override void Do(Desk desk)
    {
        try
        {
            answer = ask(desk);
        }
        catch (Exception thrown)
        {
            problem = thrown;
        }
    }

    public override void Answer()
    {
        if (problem is not null)
        {
            reply.SetException(problem);
        }
        else
        {
            reply.SetResult(answer);
        }
    }

    public override void Refuse(Refusal refusal) => reply.SetResult(refusal);
}
