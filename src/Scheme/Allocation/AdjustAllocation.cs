using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Allocation;

/// <summary>配额调整: the authority changes an entitlement beside the method, with reason and evidence.</summary>
/// <param name="Holder">Whose.</param>
/// <param name="Period">Which period.</param>
/// <param name="Quantity">Whole tonnes, above or below zero.</param>
/// <param name="Reason">Why.</param>
/// <param name="Evidence">The decision's digest.</param>
public sealed record AdjustAllocation(
    HolderId Holder, CompliancePeriod Period, Tonnes Quantity, string Reason, Digest? Evidence = null) : Command;

/// <summary>An entitlement was changed beside the method.</summary>
/// <param name="Holder">Whose.</param>
/// <param name="Period">Which period.</param>
/// <param name="Quantity">Whole tonnes, above or below zero.</param>
/// <param name="Reason">Why.</param>
/// <param name="Evidence">The decision's digest, or null.</param>
/// <param name="ClosedUnit">The closed unit it is for, or null.</param>
public sealed record AllocationAdjusted(
    HolderId Holder,
    CompliancePeriod Period,
    Tonnes Quantity,
    string Reason,
    Digest? Evidence,
    GeneratingUnitId? ClosedUnit = null) : Event;

/// <summary>
/// Refusals in order: those of the holder and period, nothing allocated yet, zero, no reason, below zero in all; those
/// of the delivery.
/// </summary>
public static class Adjusting
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<AdjustAllocation>(
            "adjust-allocation", Permission.Of(Role.Authority), PeriodCaps.Within<AdjustAllocation>(Decide))
        .Event<AllocationAdjusted>("allocation-adjusted", Apply);

    /// <summary>The decision of an adjustment and what follows from it.</summary>
    internal static Outcome<Decision> Decide(SchemeState state, AllocationSubject subject, AllocationAdjusted adjusted)
    {
        if (adjusted.Quantity.Value is > Ledger.Ledger.Limit or < -Ledger.Ledger.Limit)
        {
            return LedgerRefusals.TooLarge.With(("quantity", adjusted.Quantity));
        }

        var before = state.Allocation.OfOrEmpty(subject.Holder.Id, subject.Rules.Period);
        if (before.Basis + adjusted.Quantity < Tonnes.Zero)
        {
            return AllocationRefusals.AdjustmentTooLarge.With(("quantity", adjusted.Quantity), ("basis", before.Basis));
        }

        var after = before with { Adjusted = before.Adjusted + adjusted.Quantity };
        return TrueUps
            .After(state, state.Ledger.Plan(), subject.Holder, subject.Rules, after, TransactionTypes.AllocationAdjust)
            .Try(out var events, out var refusal)
                ? Decision.Of(adjusted).Then([.. events])
                : refusal;
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, AdjustAllocation command)
    {
        if (!AllocationSubject.Of(state, command.Holder, command.Period).Try(out var subject, out var refusal))
        {
            return refusal;
        }

        if (state.Allocation.Of(command.Holder, command.Period) is null)
        {
            return AllocationRefusals.NothingAllocated.With(("holder", command.Holder), ("period", command.Period));
        }

        if (command.Quantity == Tonnes.Zero)
        {
            return AllocationRefusals.AdjustmentZero.With();
        }

        return Holders.Blank("reason", command.Reason) is { } blank
            ? blank
            : Decide(state, subject, new AllocationAdjusted(
                command.Holder, command.Period, command.Quantity, command.Reason, command.Evidence));
    }

    private static void Apply(SchemeState state, in Context context, AllocationAdjusted happened)
    {
        var time = context.Time;
        if (happened.ClosedUnit is { } unit)
        {
            state.Allocation.Closures[(unit, happened.Period)] = -happened.Quantity;
        }

        state.Allocation.Change(happened.Holder, happened.Period, entitlement => entitlement with
        {
            Adjusted = entitlement.Adjusted + happened.Quantity,
            DecidedAt = time,
        });
    }
}
