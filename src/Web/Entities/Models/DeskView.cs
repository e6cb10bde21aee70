using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Allocation;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Registry;
using Tanheng.Web.People;

namespace Tanheng.Web.Entities.Models;

/// <summary>One period of an entity: what is due, what is done, until when.</summary>
/// <param name="Period">Which.</param>
/// <param name="Obligation">What is owed; null while nothing is.</param>
/// <param name="Entitlement">What is given; null while nothing is.</param>
/// <param name="Deadline">The first moment too late to surrender, in the scheme's zone.</param>
public sealed record PeriodStanding(
    CompliancePeriod Period, Obligation? Obligation, Entitlement? Entitlement, DateTime? Deadline);

/// <summary>What an entity holds of one kind of units, in its registry and trading accounts.</summary>
/// <param name="Asset">Which units.</param>
/// <param name="Free">At its disposal.</param>
/// <param name="Bound">Frozen, pledged, on order or unsettled.</param>
public sealed record AssetStanding(Asset Asset, long Free, long Bound);

/// <summary>The overview of an entity's desk.</summary>
public sealed record DeskView(
    Holder Holder,
    IReadOnlyList<PeriodStanding> Periods,
    IReadOnlyList<AssetStanding> Assets,
    IReadOnlyList<DeskTask> Tasks)
{
    /// <summary>The overview for a reader at a time in the scheme's zone.</summary>
    public static DeskView Of(SchemeState state, Mandate reader, Holder holder, DateTime now) => new(
        holder,
        [.. state.Rules.Periods.Select(rules => One(state, holder, rules))
            .Where(one => one.Obligation is not null || one.Entitlement is not null).Reverse()],
        AssetsOf(state, holder),
        DeskTasks.Of(state, reader, holder, now));

    /// <summary>Accounts of a holder, whatever their status, in the order they were opened.</summary>
    public static IEnumerable<Account> AccountsOf(SchemeState state, HolderId holder) =>
        state.Registry.AccountsOf.GetValueOrDefault(holder, []).Select(id => state.Registry.Accounts[id]);

    private static PeriodStanding One(SchemeState state, Holder holder, PeriodRules rules) => new(
        rules.Period,
        state.Compliance.Of(holder.Id, rules.Period),
        state.Allocation.Of(holder.Id, rules.Period),
        rules.DeadlineOf(Step.Surrender)?.At);

    private static List<AssetStanding> AssetsOf(SchemeState state, Holder holder) =>
    [
        .. AccountsOf(state, holder.Id).SelectMany(account => state.Ledger.Positions(account.Id))
            .GroupBy(position => position.Asset)
            .Select(group => new AssetStanding(
                group.Key,
                group.Where(one => one.Compartment == Compartment.Free).Sum(one => one.Quantity),
                group.Where(one => one.Compartment != Compartment.Free).Sum(one => one.Quantity)))
            .OrderBy(one => one.Asset.Code, StringComparer.Ordinal),
    ];
}
