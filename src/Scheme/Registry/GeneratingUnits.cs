using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Registry;

/// <summary>Registers a generating unit 机组 or production line of a facility.</summary>
public sealed record RegisterGeneratingUnit(
    FacilityId Facility, Text Name, MethodInputs Attributes, DateOnly From) : Command;

/// <summary>Ends a unit.</summary>
public sealed record CloseGeneratingUnit(GeneratingUnitId Unit, DateOnly On) : Command;

/// <summary>A unit is known.</summary>
public sealed record GeneratingUnitRegistered(GeneratingUnit Unit) : Event;

/// <summary>A unit has ended.</summary>
public sealed record GeneratingUnitClosed(GeneratingUnitId Unit, DateOnly On) : Event;

/// <summary>
/// Units. Refusals in order, to register: unknown facility; holder not active; already closed (the facility); text
/// missing
/// (name); dates out of order (before its facility); to close: unknown generating unit; already closed; dates out of
/// order.
/// </summary>
public static class GeneratingUnits
{
    internal static void Register(Catalogue catalogue)
    {
        var officials = Permission.Of(Role.Authority, Role.RegistryOperator);
        catalogue
            .Command<RegisterGeneratingUnit>("register-generating-unit", officials, Decide)
            .Command<CloseGeneratingUnit>("close-generating-unit", officials, Decide)
            .Event<GeneratingUnitRegistered>("generating-unit-registered", Apply)
            .Event<GeneratingUnitClosed>("generating-unit-closed", Apply);
    }

    /// <summary>Whether a unit fits its facility: text missing (name), dates out of order.</summary>
    internal static Refusal? Check(Facility facility, NewGeneratingUnit unit) =>
        Holders.Blank("unit name", unit.Name)
        ?? (unit.From < facility.From ? Late(unit.From, facility.From) : null);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, RegisterGeneratingUnit command)
    {
        if (!state.Registry.Facilities.TryGetValue(command.Facility, out var facility))
        {
            return RegistryRefusals.UnknownFacility.With(("facility", command.Facility));
        }

        if (Holders.Active(state, facility.Holder).IsRefused(out var refusal))
        {
            return refusal;
        }

        if (facility.ClosedOn is { } closed)
        {
            return RegistryRefusals.AlreadyClosed.With(("what", facility.Id), ("date", closed.ToString("O")));
        }

        return Check(facility, new NewGeneratingUnit(command.Name, command.Attributes, command.From)) is { } bad
            ? bad
            : Decision.Of(new GeneratingUnitRegistered(new GeneratingUnit(
                new GeneratingUnitId(state.Registry.Units.Count + 1),
                facility.Id,
                facility.Holder,
                command.Name,
                command.Attributes,
                command.From)));
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, CloseGeneratingUnit command)
    {
        if (!state.Registry.Units.TryGetValue(command.Unit, out var unit))
        {
            return RegistryRefusals.UnknownGeneratingUnit.With(("unit", command.Unit));
        }

        if (unit.ClosedOn is { } closed)
        {
            return RegistryRefusals.AlreadyClosed.With(("what", unit.Id), ("date", closed.ToString("O")));
        }

        return command.On < unit.From
            ? Late(command.On, unit.From)
            : Decision.Of(new GeneratingUnitClosed(unit.Id, command.On));
    }

    private static Refusal Late(DateOnly date, DateOnly earliest) =>
        RegistryRefusals.DatesOutOfOrder.With(("date", date.ToString("O")), ("earliest", earliest.ToString("O")));

    private static void Apply(SchemeState state, in Context context, GeneratingUnitRegistered happened)
    {
        var unit = happened.Unit;
        state.Registry.Units.Add(unit.Id, unit);
        if (!state.Registry.UnitsOf.TryGetValue(unit.Holder, out var units))
        {
            state.Registry.UnitsOf.Add(unit.Holder, units = []);
        }

        units.Add(unit.Id);
    }

    private static void Apply(SchemeState state, in Context context, GeneratingUnitClosed happened) =>
        state.Registry.Units[happened.Unit] = state.Registry.Units[happened.Unit] with { ClosedOn = happened.On };
}
