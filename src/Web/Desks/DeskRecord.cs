using System.Collections.Immutable;
using Tanheng.Scheme;
using Tanheng.Scheme.Allocation;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Supervision;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Desks;

/// <summary>An event of the journal with its row.</summary>
public sealed record Happened(long Sequence, DateTimeOffset Time, UserId Actor, Event Event);

/// <summary>
/// The course of cases, freezes, lists and allocation runs, as the journal tells it; the state keeps only where they
/// stand. It follows the journal: reading it anew costs what has been added since.
/// </summary>
public sealed class DeskRecord(Market market)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private readonly Lock reading = new();
    private Task running = Task.CompletedTask;
    private volatile Tuple<long, ImmutableArray<Happened>> known = Tuple.Create(0L, ImmutableArray<Happened>.Empty);

    /// <summary>What is known up to now, the oldest first; a long journal is read on in the background.</summary>
    public async Task<ImmutableArray<Happened>> ReadAsync()
    {
        Task run;
        lock (reading)
        {
            run = running = running.IsCompleted ? Task.Run(Follow) : running;
        }

        if (await Task.WhenAny(run, Task.Delay(Patience)) == run)
        {
            await run;
        }

        return known.Item2;
    }

    /// <summary>The case that an event is about; null for others.</summary>
    public static CaseId? CaseOf(Event happened) => happened switch
    {
        CaseOpened one => one.Case,
        CaseDecided one => one.Case,
        FinePaid one => one.Case,
        CaseClosed one => one.Case,
        CaseWithdrawn one => one.Case,
        CaseAmended one => one.Case,
        CorrectionOrdered one => one.Case,
        CorrectionRefused one => one.Case,
        _ => null,
    };

    /// <summary>The inquiry that an event is about; null for others.</summary>
    public static InquiryId? InquiryOf(Event happened) => happened switch
    {
        InquiryOpened one => one.Inquiry,
        ExplanationAsked one => one.Inquiry,
        ExplanationOverdue one => one.Inquiry,
        ExplanationGiven one => one.Inquiry,
        InquiryDecided one => one.Inquiry,
        InquiryAppealed one => one.Inquiry,
        TradingRestricted one => one.Inquiry,
        _ => null,
    };

    /// <summary>The freeze that an event is about; null for others.</summary>
    public static FreezeId? FreezeOf(Event happened) => happened switch
    {
        UnitsFrozen one => one.Freeze,
        UnitsReleased one => one.Freeze,
        JudiciallyTransferred one => one.Freeze,
        _ => null,
    };

    private void Follow()
    {
        var (last, before) = (known.Item1, known.Item2);
        var added = new List<Happened>();
        foreach (var row in market.Journal.Read(last + 1))
        {
            last = row.Sequence;
            foreach (var happened in row.ReadEvents())
            {
                if (CaseOf(happened) is not null || FreezeOf(happened) is not null
                    || InquiryOf(happened) is not null
                    || happened is CoverageListed or AllocationRunEnded)
                {
                    added.Add(new Happened(row.Sequence, row.Time, row.Actor, happened));
                }
            }
        }

        known = Tuple.Create(last, before.AddRange(added));
    }
}
