using Tanheng.Ledger;
using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Registry;

/// <summary>A unit of a site that is admitted with its holder.</summary>
public sealed record NewGeneratingUnit(Text Name, MethodInputs Attributes, DateOnly From);

/// <summary>A site that is admitted with its holder.</summary>
public sealed record NewFacility(Text Name, string Address, DateOnly From, IReadOnlyList<NewGeneratingUnit> Units);

/// <summary>
/// Registers a holder with its people, sites, units and usable accounts in one go: for officials who load a list whose
/// files were reviewed elsewhere.
/// </summary>
public sealed record AdmitHolder(
    string Code,
    Text Name,
    string Province,
    string Sector,
    IReadOnlyList<NewRepresentative> Representatives,
    IReadOnlyList<NewFacility> Facilities) : Command;

/// <summary>
/// Refusals in order: those of a registration; too few or too many representatives, none who initiates while another
/// approves; per site and unit: text missing (name), dates out of order.
/// </summary>
public static class HolderAdmission
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<AdmitHolder>("admit-holder", Permission.Of(Role.Authority, Role.RegistryOperator), Decide);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, AdmitHolder command) =>
        Plan(state, command, []).Try(out var events, out var refusal) ? Decision.Of(events) : refusal;

    /// <summary>The events of an admission after others that are decided in the same row of the journal.</summary>
    internal static Outcome<List<Event>> Plan(SchemeState state, AdmitHolder command, IReadOnlyList<Event> before)
    {
        var registration = new RegisterHolder(
            command.Code, command.Name, command.Province, command.Sector, command.Representatives);
        if (!HolderRegistration.Plan(state, registration, before.OfType<HolderRegistered>().Count())
            .Try(out var registered, out var refusal))
        {
            return refusal;
        }

        AccountKind[] kinds = state.Rules.Registry.TradingAccounts
            ? [AccountKind.Registry, AccountKind.Trading]
            : [AccountKind.Registry];
        if (RepresentativeLimits.Check(state, registered.Holder, kinds, registered.Representatives) is { } people)
        {
            return people;
        }

        var events = new List<Event> { registered };
        AddAccounts(state, registered, before, events);
        return AddSites(state, registered.Holder, command.Facilities, before, events) is { } bad ? bad : events;
    }

    private static void AddAccounts(
        SchemeState state, HolderRegistered registered, IReadOnlyList<Event> before, List<Event> events)
    {
        var accounts = before.OfType<AccountOpened>().ToList();
        var opened = accounts.Count;
        if (AccountOpening.NeedsProvince(state, registered.Province)
            && !accounts.Exists(one => one.Account is { Holder: null } && one.Account.Province == registered.Province))
        {
            events.Add(AccountOpening.Plan(
                state, opened++, AccountKind.Provincial, AccountStatus.Active, null, registered.Province));
        }

        events.Add(AccountOpening.Plan(
            state, opened++, AccountKind.Registry, AccountStatus.Active, registered.Holder, null));
        if (state.Rules.Registry.TradingAccounts)
        {
            events.Add(AccountOpening.Plan(
                state, opened, AccountKind.Trading, AccountStatus.Active, registered.Holder, null));
        }
    }

    private static Refusal? AddSites(
        SchemeState state,
        HolderId holder,
        IReadOnlyList<NewFacility> sites,
        IReadOnlyList<Event> before,
        List<Event> events)
    {
        var facilities = state.Registry.Facilities.Count + before.OfType<FacilityRegistered>().Count();
        var units = state.Registry.Units.Count + before.OfType<GeneratingUnitRegistered>().Count();
        foreach (var site in sites)
        {
            if (Holders.Blank("facility name", site.Name) is { } blank)
            {
                return blank;
            }

            var facility = new Facility(new FacilityId(++facilities), holder, site.Name, site.Address, site.From);
            events.Add(new FacilityRegistered(facility));
            foreach (var unit in site.Units)
            {
                if (GeneratingUnits.Check(facility, unit) is { } bad)
                {
                    return bad;
                }

                events.Add(new GeneratingUnitRegistered(new GeneratingUnit(
                    new GeneratingUnitId(++units), facility.Id, holder, unit.Name, unit.Attributes, unit.From)));
            }
        }

        return null;
    }
}
