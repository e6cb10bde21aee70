using System.Text.Json;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Approval;

namespace Tanheng.Scheme.Allocation;

/// <summary>What a decision takes of a cap.</summary>
/// <param name="Period">Of which period.</param>
/// <param name="Year">Of which year of it; null for the period's own cap.</param>
/// <param name="Quantity">Whole tonnes, above zero.</param>
public sealed record CapUse(CompliancePeriod Period, int? Year, Tonnes Quantity);

/// <summary>A proposal keeps part of a cap for itself until it is decided, withdrawn or lapses.</summary>
public sealed record CapReserved(ProposalId Proposal, IReadOnlyList<CapUse> Uses) : Event;

/// <summary>Where a cap stands.</summary>
/// <param name="Period">Of which period.</param>
/// <param name="Year">Of which year of it; null for the period's own cap.</param>
/// <param name="Cap">The most that may be allocated.</param>
/// <param name="Used">What is decided.</param>
/// <param name="Reserved">What proposals that wait would take.</param>
public sealed record CapStanding(CompliancePeriod Period, int? Year, Tonnes Cap, Tonnes Used, Tonnes Reserved)
{
    /// <summary>What may still be allocated; below zero where corrections went beyond the cap.</summary>
    public Tonnes Left => Cap - Used - Reserved;
}

/// <summary>
/// 总量控制: a decision that would allocate more than the cap of its period or year leaves is refused. Of a period counts
/// what is decided for its holders before netting; of a year, what is determined on its activity. Decisions that lower
/// allocation are always taken, and what follows from a correction of emissions is not refused for a cap. Markets whose
/// rulebook has no <c>cap</c> have none. What the authority auctions counts for a period, too.
/// </summary>
public static class PeriodCaps
{
    /// <summary>Every cap of the rulebook, the oldest period first.</summary>
    public static IReadOnlyList<CapStanding> Of(SchemeState state) =>
        [.. state.Rules.Periods.SelectMany(rules => Of(state, rules, state.Allocation.Reserved.Values))];

    internal static void Register(Catalogue catalogue) => catalogue.Event<CapReserved>("cap-reserved", Apply);

    /// <summary>A use case whose decisions stay under the caps: its own refusals, then beyond the cap.</summary>
    internal static Decide<T> Within<T>(Decide<T> decide)
        where T : Command =>
        (SchemeState state, in Context context, T command) =>
        {
            var outcome = decide(state, context, command);
            return HasCaps(state) && outcome.Try(out var decision, out _)
                && Beyond(state, command, Uses(state, decision)) is { } refusal
                ? refusal
                : outcome;
        };

    /// <summary>What a proposal of this decision keeps; nothing without caps.</summary>
    internal static IEnumerable<Event> Reserve(SchemeState state, ProposalId proposal, Decision decision) =>
        HasCaps(state) && Uses(state, decision) is { Count: > 0 } uses ? [new CapReserved(proposal, uses)] : [];

    private static bool HasCaps(SchemeState state) => state.Rules.Periods.Any(rules => rules.Cap is not null);

    private static IEnumerable<CapStanding> Of(
        SchemeState state, PeriodRules rules, IEnumerable<IReadOnlyList<CapUse>> reserved)
    {
        var kept = reserved.SelectMany(uses => uses).Where(use => use.Period == rules.Period).ToList();
        if (rules.Cap?.Total is { } total)
        {
            yield return new CapStanding(rules.Period, null, total, Used(state, rules.Period), Kept(null));
        }

        foreach (var (year, cap) in rules.Cap?.Years ?? [])
        {
            yield return new CapStanding(rules.Period, year, cap, Used(state, rules.Period, year), Kept(year));
        }

        Tonnes Kept(int? year) => new(kept.Where(use => use.Year == year).Sum(use => use.Quantity.Value));
    }

    private static Tonnes Used(SchemeState state, CompliancePeriod period) => new(state.Allocation.Entitlements.Values
        .Where(one => one.Period == period).Sum(one => one.Basis.Value) + Auctioned(state, period));

    /// <summary>有偿分配: what the authority has sold of the period's units, and what it is about to sell.</summary>
    private static long Auctioned(SchemeState state, CompliancePeriod period) =>
        state.Auctions.Auctions.Count > 0 && state.Rules.Period(period) is { } rules
            ? state.Auctions.Auctions.Where(auction => auction.Announcement.Holder is null
                && auction.Announcement.Instrument == Delivery.AssetOf(state, rules.Allocation))
                .Sum(auction => auction.Taken.Value)
            : 0;

    private static Tonnes Used(SchemeState state, CompliancePeriod period, int year) => new(state.Allocation.Figures
        .Where(pair => pair.Key.Period == period).Sum(pair => Sum(pair.Value.Final, year)));

    private static long Sum(IReadOnlyList<AllocationFigure> figures, int year) =>
        figures.Where(figure => figure.Year == year).Sum(figure => figure.Quantity.Value);

    private static List<CapUse> Uses(SchemeState state, Decision decision)
    {
        var uses = new List<CapUse>();
        foreach (var rules in state.Rules.Periods.Where(rules => rules.Cap is not null))
        {
            if (rules.Cap!.Total is not null && More(state, decision, rules.Period) is > 0 and var more)
            {
                uses.Add(new CapUse(rules.Period, null, new Tonnes(more)));
            }

            foreach (var (year, _) in rules.Cap.Years)
            {
                var grown = decision.Events.OfType<AllocationDetermined>().Where(one => one.Period == rules.Period)
                    .Sum(one => Sum(one.Figures, year)
                        - Sum(state.Allocation.FiguresOf(one.Holder, one.Period).Final, year));
                if (grown > 0)
                {
                    uses.Add(new CapUse(rules.Period, year, new Tonnes(grown)));
                }
            }
        }

        return uses;
    }

    /// <summary>By how much the decision raises what a period's holders are due.</summary>
    private static long More(SchemeState state, Decision decision, CompliancePeriod period)
    {
        var now = new Dictionary<HolderId, Entitlement>();
        foreach (var happened in decision.Events)
        {
            (HolderId Holder, CompliancePeriod Period, Func<Entitlement, Entitlement> Change)? step = happened switch
            {
                PreAllocationMade one => (one.Holder, one.Period, old => old with { PreAllocated = one.Quantity }),
                AllocationDetermined one => (one.Holder, one.Period, old => Allocating.After(old, one.Quantity)),
                AllocationAdjusted one =>
                    (one.Holder, one.Period, old => old with { Adjusted = old.Adjusted + one.Quantity }),
                NewFacilityGranted one =>
                    (one.Holder, one.Period, old => old with { Adjusted = old.Adjusted + one.Quantity }),
                _ => null,
            };
            if (step is { } taken && taken.Period == period)
            {
                now[taken.Holder] = taken.Change(
                    now.GetValueOrDefault(taken.Holder) ?? state.Allocation.OfOrEmpty(taken.Holder, period));
            }
        }

        return now.Sum(pair => pair.Value.Basis.Value - state.Allocation.OfOrEmpty(pair.Key, period).Basis.Value);
    }

    private static Refusal? Beyond(SchemeState state, Command command, List<CapUse> uses)
    {
        if (uses.Count == 0)
        {
            return null;
        }

        var own = OwnProposal(state, command);
        var others = state.Allocation.Reserved.Where(pair => pair.Key != own).Select(pair => pair.Value).ToList();
        foreach (var use in uses)
        {
            var standing = Of(state, state.Rules.Period(use.Period)!, others).First(one => one.Year == use.Year);
            if (use.Quantity > standing.Left)
            {
                return AllocationRefusals.BeyondCap.With(
                    ("period", use.Year is { } year ? year : use.Period),
                    ("cap", standing.Cap),
                    ("used", standing.Used),
                    ("reserved", standing.Reserved),
                    ("left", Tonnes.Max(standing.Left, Tonnes.Zero)),
                    ("wanted", use.Quantity));
            }
        }

        return null;
    }

    /// <summary>The proposal that is being decided by this command: its own reservation does not count.</summary>
    private static ProposalId? OwnProposal(SchemeState state, Command command)
    {
        if (state.Allocation.Reserved.Count == 0)
        {
            return null;
        }

        var (name, data) = (Catalogue.Scheme.Of(command).Name, ProposedCommand.Write(command));
        foreach (var id in state.Approvals.Waiting)
        {
            var proposal = state.Approvals.Proposals[new ProposalId(id)];
            if (proposal.Command == name && JsonElement.DeepEquals(proposal.Data, data))
            {
                return proposal.Id;
            }
        }

        return null;
    }

    private static void Apply(SchemeState state, in Context context, CapReserved happened) =>
        state.Allocation.Reserved[happened.Proposal] = happened.Uses;
}
