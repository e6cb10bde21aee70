using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Allocation;

/// <summary>
/// Take back what a closed unit was pre-allocated 关停. The units go to the provincial account, from which later
/// deliveries are served first. The determination stands on what the unit really produced, so nothing is taken back
/// after it.
/// </summary>
public sealed record ReclaimClosedUnit(
    HolderId Holder, GeneratingUnitId Unit, CompliancePeriod Period, string Reason, Digest? Evidence = null) : Command;

/// <summary>
/// Refusals in order: those of the holder and period, unknown unit, another holder's, still open, already determined,
/// taken back before, no figure for the unit, no reason; those of the delivery.
/// </summary>
public static class Reclaiming
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<ReclaimClosedUnit>("reclaim-closed-unit", Permission.Of(Role.Authority), Decide);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, ReclaimClosedUnit command)
    {
        if (!AllocationSubject.Of(state, command.Holder, command.Period).Try(out var subject, out var refusal))
        {
            return refusal;
        }

        if (Check(state, command) is { } wrong)
        {
            return wrong;
        }

        var row = state.Allocation.FiguresOf(command.Holder, command.Period).PreAllocation
            .SelectMany(figure => figure.Rows)
            .FirstOrDefault(row => row.Id == command.Unit.ToString());
        if (row is null || row.Tonnes <= Tonnes.Zero)
        {
            return AllocationRefusals.UnitWithoutFigure.With(("unit", command.Unit), ("period", command.Period));
        }

        return Holders.Blank("reason", command.Reason) is { } blank
            ? blank
            : Adjusting.Decide(state, subject, new AllocationAdjusted(
                command.Holder, command.Period, -row.Tonnes, command.Reason, command.Evidence, command.Unit));
    }

    private static Refusal? Check(SchemeState state, ReclaimClosedUnit command)
    {
        if (!state.Registry.Units.TryGetValue(command.Unit, out var unit))
        {
            return RegistryRefusals.UnknownGeneratingUnit.With(("unit", command.Unit));
        }

        if (unit.Holder != command.Holder)
        {
            return RegistryRefusals.NotTheHolders.With(("what", command.Unit), ("holder", command.Holder));
        }

        var closed = unit.ClosedOn ?? state.Registry.Facilities[unit.Facility].ClosedOn;
        if (closed is null)
        {
            return AllocationRefusals.UnitStillRuns.With(("unit", command.Unit));
        }

        if (state.Allocation.Of(command.Holder, command.Period)?.Determined is { } determined)
        {
            return AllocationRefusals.AlreadyDetermined.With(
                ("holder", command.Holder), ("period", command.Period), ("quantity", determined));
        }

        return state.Allocation.Closures.TryGetValue((command.Unit, command.Period), out var taken)
            ? AllocationRefusals.AlreadyReclaimed.With(
                ("unit", command.Unit), ("period", command.Period), ("quantity", taken))
            : null;
    }
}
