using Tanheng.Quantities;
using Tanheng.Scheme;

namespace Tanheng.Web.Portal.Demo;

/// <summary>How far the clock of a demonstration has been moved, while it moves and afterwards.</summary>
/// <param name="From">Where it started, in the market's own time.</param>
/// <param name="To">Where it goes.</param>
/// <param name="At">Where it is.</param>
/// <param name="Rows">How many things have happened by themselves on the way.</param>
/// <param name="Refusal">Why it stopped before the end; null when it did not.</param>
public sealed record ClockRun(DateTime From, DateTime To, DateTime At, long Rows, Refusal? Refusal)
{
    /// <summary>How much of the way is done, in hours.</summary>
    public (long Done, long All) Hours =>
        ((long)Math.Floor((At - From).TotalHours), (long)Math.Ceiling((To - From).TotalHours));
}

/// <summary>
/// Moves virtual time, one item of the agenda after the other, so that each is handled at its own moment. One run at a
/// time.
/// </summary>
public sealed class DemoClock(Market market)
{
    private readonly Lock starting = new();
    private Task running = Task.CompletedTask;
    private volatile ClockRun? run;

    /// <summary>The run at hand or the last one; null before the first.</summary>
    public ClockRun? Run => run;

    /// <summary>True while time moves.</summary>
    public bool Running => !running.IsCompleted;

    /// <summary>Starts to move time, unless it moves already; the task ends with the run.</summary>
    public Task Start(DateTime until)
    {
        lock (starting)
        {
            if (!Running)
            {
                running = Task.Run(() => Move(until));
            }

            return running;
        }
    }

    /// <summary>The next item of the agenda and the next deadline of the rulebook, in the market's own time.</summary>
    public Task<(DateTime? Item, DateTime? Deadline)> NextAsync() => market.Read(state =>
    {
        var now = market.Local(state);
        DateTime? item = state.Agenda.Next is { } due ? state.Rules.Calendar.Local(due.At) : null;
        return (item, DeadlineAfter(state, now)?.At);
    });

    /// <summary>The rulebook's next deadline after a moment, or null.</summary>
    public static (DateTime At, CompliancePeriod Period, Rulebook.Step Step)? DeadlineAfter(
        SchemeState state, DateTime now) => state.Rules.Periods
            .SelectMany(period => period.Deadlines.Select(one => (one.At, period.Period, one.Step)))
            .Where(one => one.At > now)
            .OrderBy(one => one.At)
            .Cast<(DateTime, CompliancePeriod, Rulebook.Step)?>()
            .FirstOrDefault();

    private async Task Move(DateTime until)
    {
        var (calendar, from, first) = await market.Read(state =>
            (state.Rules.Calendar, market.Local(state), state.Sequence));
        run = new ClockRun(from, until, from, 0, null);
        var end = calendar.Moment(until);
        while (true)
        {
            var next = await market.Read(state => state.Agenda.Next?.At);
            var stop = next is { } due && due < end ? due : end;
            var outcome = await market.AdvanceAsync(stop);
            if (!outcome.Try(out var last, out var refusal))
            {
                run = run with { Refusal = refusal };
                return;
            }

            run = run with { At = calendar.Local(stop), Rows = last - first };
            if (stop == end)
            {
                return;
            }
        }
    }
}
