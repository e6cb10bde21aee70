using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Allocation;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Mrv;

namespace Tanheng.Scheme.Registry;

/// <summary>What goes to another holder with a site, year by year of the open periods.</summary>
internal sealed class SiteMove
{
    private readonly Facility site;
    private readonly HolderId to;

    private SiteMove(Facility site, HolderId to, IReadOnlyList<PeriodRules> periods)
    {
        this.site = site;
        this.to = to;
        Periods = periods;
    }

    /// <summary>The periods whose surrender deadline has not passed.</summary>
    public IReadOnlyList<PeriodRules> Periods { get; }

    /// <summary>Years in which the new holder is put on the list.</summary>
    public List<int> Listed { get; } = [];

    /// <summary>Years with accepted lines of the site.</summary>
    public List<int> Accepted { get; } = [];

    /// <summary>What has to be settled before.</summary>
    public List<Text> Reasons { get; } = [];

    public static SiteMove Of(SchemeState state, DateTimeOffset now, Facility site, HolderId to, bool last)
    {
        var move = new SiteMove(
            site, to, [.. state.Rules.Periods.Where(rules => !SurrenderCalendar.IsLate(state, rules, now))]);
        move.Reasons.AddRange(Ownership.OpenMatters(state, site.Holder));
        if (state.Approvals.Waiting.Select(id => state.Approvals.Proposals[new ProposalId(id)]).Any(proposal =>
            proposal.Command != "transfer-facility" && Ownership.Names(proposal, "facility", site.Id.Value)))
        {
            move.Reasons.Add(new Text("有涉及该设施的提案待批", "a proposal about the site waits"));
        }

        foreach (var rules in move.Periods)
        {
            for (var year = Math.Max(rules.Period.First, site.From.Year); year <= rules.Period.Last; year++)
            {
                move.Look(state, rules, year, last);
            }
        }

        if (last)
        {
            Text?[] sides =
            [
                AllocationInheritance.Unfinished(state, site.Holder, to),
                ComplianceInheritance.Unfinished(state, site.Holder, to),
            ];
            move.Reasons.AddRange(sides.OfType<Text>());
        }

        return move;
    }

    /// <summary>Accepted emissions of a year, of the old and of the new holder, once the site's lines moved.</summary>
    public static (AcceptedEmissions Left, AcceptedEmissions Moved) Split(
        SchemeState state, HolderId from, HolderId to, FacilityId site, int year)
    {
        var (old, own) = (state.Mrv.Of(from, year)!, state.Mrv.Of(to, year));
        var lines = old.Lines.Where(line => line.Line.Facility == site).ToList();
        var tonnes = new Tonnes(lines.Sum(line => line.Tonnes.Value));
        var left = old with
        {
            Version = old.Version + 1,
            Lines = old.Lines.RemoveAll(line => line.Line.Facility == site),
            Total = old.Total - tonnes,
        };
        return (left, own is null
            ? new AcceptedEmissions(to, year, 1, [.. lines], tonnes)
            : own with { Version = own.Version + 1, Lines = [.. own.Lines, .. lines], Total = own.Total + tonnes });
    }

    /// <summary>Obligations and determined allocations of both holders after the lines moved.</summary>
    public Outcome<IReadOnlyList<Event>> Consequences(SchemeState state, in Context context)
    {
        var (plan, events) = (state.Ledger.Plan(), new List<Event>());
        foreach (var rules in Periods)
        {
            var years = Accepted.Where(rules.Period.Contains).ToList();
            var split = years.ToDictionary(year => year, year => Split(state, site.Holder, to, site.Id, year));
            if (years.Count == 0)
            {
                continue;
            }

            var left = split.ToDictionary(pair => pair.Key, pair => pair.Value.Left);
            var moved = split.ToDictionary(pair => pair.Key, pair => pair.Value.Moved);
            if (After(state, context, plan, rules, site.Holder, left, events) is { } refusal)
            {
                return refusal;
            }

            if (After(state, context, plan, rules, to, moved, events) is { } other)
            {
                return other;
            }
        }

        return Outcome.Of<IReadOnlyList<Event>>(events);
    }

    private void Look(SchemeState state, PeriodRules rules, int year, bool last)
    {
        var (from, registry) = (site.Holder, state.Registry);
        var (accepted, own) = (state.Mrv.Of(from, year), state.Mrv.Of(to, year));
        var moves = accepted?.Lines.Any(line => line.Line.Facility == site.Id) ?? registry.IsCovered(from, year);
        moves |= last && accepted is not null;
        if (accepted is { Lines.Length: 0 } && !last)
        {
            Reasons.Add(new Text($"{year} 年排放只有总量，没有分设施数据", $"the emissions of {year} are a total without sites"));
        }

        if (!moves)
        {
            return;
        }

        if (registry.IsLeftOut(from, year) || registry.IsLeftOut(to, year))
        {
            Reasons.Add(new Text($"{year} 年不计入其中一方", $"{year} does not count for one side"));
        }

        if (accepted is null ? own is not null : own is null && registry.IsCovered(to, year))
        {
            Reasons.Add(new Text($"{year} 年排放只核定了一方", $"the emissions of {year} are accepted for one side only"));
        }

        if (!last && state.Allocation.Grants.ContainsKey((site.Id, rules.Period))
            && state.Allocation.Of(from, rules.Period) is { Determined: null })
        {
            Reasons.Add(new Text($"{rules.Period} 年度新增设施配额尚未核定", $"its grant of {rules.Period} is not determined"));
        }

        if (registry.Coverage.ContainsKey(year) && !registry.IsListed(to, year))
        {
            Listed.Add(year);
        }

        if (accepted is not null && !last)
        {
            Accepted.Add(year);
        }
    }

    private Refusal? After(
        SchemeState state,
        in Context context,
        Planner plan,
        PeriodRules rules,
        HolderId holder,
        Dictionary<int, AcceptedEmissions> now,
        List<Event> events)
    {
        if (!Redetermination.After(state, rules, holder, now).Try(out var figures, out var refusal))
        {
            return refusal;
        }

        var waits = holder == to && Listed.Exists(year => rules.Period.Contains(year) && !now.ContainsKey(year));
        var verified = waits ? null : Obligations.Verified(state, holder, rules.Period, now);
        var cap = figures.Count > 0 ? Redetermination.CapOf(state, holder, rules.Period, figures, verified) : null;
        if (cap is { } bound && !Obligations.HasCap(state, holder, rules.Period, bound))
        {
            events.Add(new ObligationCapped(holder, rules.Period, bound));
        }

        if (verified is { } due)
        {
            cap ??= state.Compliance.Caps.TryGetValue((holder, rules.Period), out var known) ? known : null;
            due = cap is { } most ? Tonnes.Min(due, most) : due;
            events.AddRange(Reopening.Change(state, context, plan, holder, rules, due));
        }

        if (figures.Count == 0)
        {
            return null;
        }

        if (!Allocating.Events(state, plan, state.Registry.Holders[holder], rules, figures, null)
            .Try(out var trueUp, out refusal))
        {
            return refusal;
        }

        events.AddRange(trueUp);
        return null;
    }
}
