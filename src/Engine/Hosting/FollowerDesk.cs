using System.Collections.Concurrent;
using Tanheng.Engine.Sequencing;
using Tanheng.Quantities;
using Tanheng.Scheme;

namespace Tanheng.Engine.Hosting;

/// <summary>Questions that a follower answers between two looks at the journal.</summary>
internal sealed class FollowerDesk : IDisposable
{
    private readonly BlockingCollection<Action<Replica>> questions = new(10_000);

    /// <summary>Puts a question; the answer is as fresh as the follower.</summary>
    public Task<Outcome<T>> AskAsync<T>(Func<SchemeState, T> question, Refusal otherwise)
    {
        var answer = new TaskCompletionSource<Outcome<T>>(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = questions.TryAdd(replica =>
        {
            try
            {
                answer.SetResult(Outcome.Of(question(replica.State)));
            }
            catch (Exception problem)
            {
                answer.SetException(problem);
            }
        });
        if (!asked)
        {
            answer.SetResult(otherwise);
        }

        return answer.Task;
    }

    /// <summary>Answers what is asked, for at most a time.</summary>
    public void Answer(Replica replica, TimeSpan time, CancellationToken cancel)
    {
        if (!questions.TryTake(out var question, (int)time.TotalMilliseconds, cancel))
        {
            return;
        }

        do
        {
            question(replica);
        }
        while (questions.TryTake(out question));
    }

    /// <summary>Hands the remaining questions to somebody else.</summary>
    public IEnumerable<Action<Replica>> Rest()
    {
        while (questions.TryTake(out var question))
        {
            yield return question;
        }
    }

    public void Dispose() => questions.Dispose();
}
