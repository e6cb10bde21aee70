using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Registry;

/// <summary>Registers a plant or site of a holder.</summary>
public sealed record RegisterFacility(HolderId Holder, Text Name, string Address, DateOnly From) : Command;

/// <summary>Ends a site; its units must be closed on the same day or before.</summary>
public sealed record CloseFacility(FacilityId Facility, DateOnly On) : Command;

/// <summary>A site is known.</summary>
public sealed record FacilityRegistered(Facility Facility) : Event;

/// <summary>A site has ended.</summary>
public sealed record FacilityClosed(FacilityId Facility, DateOnly On) : Event;

/// <summary>
/// Sites. Refusals in order, to register: unknown holder; holder not active; text missing (name); to close: unknown
/// facility; already closed; dates out of order; a unit still open.
/// </summary>
public static class Facilities
{
    internal static void Register(Catalogue catalogue)
    {
        var officials = Permission.Of(Role.Authority, Role.RegistryOperator);
        catalogue
            .Command<RegisterFacility>("register-facility", officials, Decide)
            .Command<CloseFacility>("close-facility", officials, Decide)
            .Event<FacilityRegistered>("facility-registered", Apply)
            .Event<FacilityClosed>("facility-closed", Apply);
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, RegisterFacility command)
    {
        if (Holders.Active(state, command.Holder).IsRefused(out var refusal))
        {
            return refusal;
        }

        return Holders.Blank("name", command.Name) is { } blank
            ? blank
            : Decision.Of(new FacilityRegistered(new Facility(
                new FacilityId(state.Registry.Facilities.Count + 1),
                command.Holder,
                command.Name,
                command.Address,
                command.From)));
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, CloseFacility command)
    {
        if (!state.Registry.Facilities.TryGetValue(command.Facility, out var facility))
        {
            return RegistryRefusals.UnknownFacility.With(("facility", command.Facility));
        }

        if (facility.ClosedOn is { } closed)
        {
            return RegistryRefusals.AlreadyClosed.With(("what", facility.Id), ("date", closed.ToString("O")));
        }

        if (command.On < facility.From)
        {
            return Late(command.On, facility.From);
        }

        var units = state.Registry.UnitsOf.GetValueOrDefault(facility.Holder) ?? [];
        foreach (var unit in units.Select(id => state.Registry.Units[id]).Where(unit => unit.Facility == facility.Id))
        {
            if (unit.ClosedOn is null)
            {
                return RegistryRefusals.UnitStillOpen.With(("facility", facility.Id), ("unit", unit.Id));
            }

            if (command.On < unit.ClosedOn)
            {
                return Late(command.On, unit.ClosedOn.Value);
            }
        }

        return Decision.Of(new FacilityClosed(facility.Id, command.On));
    }

    private static Refusal Late(DateOnly date, DateOnly earliest) =>
        RegistryRefusals.DatesOutOfOrder.With(("date", date.ToString("O")), ("earliest", earliest.ToString("O")));

    private static void Apply(SchemeState state, in Context context, FacilityRegistered happened) =>
        state.Registry.Facilities.Add(happened.Facility.Id, happened.Facility);

    private static void Apply(SchemeState state, in Context context, FacilityClosed happened) =>
        state.Registry.Facilities[happened.Facility] =
            state.Registry.Facilities[happened.Facility] with { ClosedOn = happened.On };
}
