using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Allocation;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Mrv;

namespace Tanheng.Scheme.Registry;

/// <summary>设施转移: a site with its generating units goes to another holder.</summary>
/// <param name="Facility">The site.</param>
/// <param name="To">Its new holder.</param>
/// <param name="Reference">The decision it stands on.</param>
/// <param name="Units">True when the free units of its holder go with its last site.</param>
public sealed record TransferFacility(FacilityId Facility, HolderId To, string Reference, bool Units = false)
    : Command, IOneAtATime
{
    IReadOnlyList<string> IOneAtATime.Keys => [$"transfer-facility {Facility}"];
}

/// <summary>A site went to another holder.</summary>
/// <param name="Facility">The site.</param>
/// <param name="From">Whose it was.</param>
/// <param name="To">Whose it is.</param>
/// <param name="Reference">The decision it stands on.</param>
/// <param name="Listed">Open years in which the new holder stands on the list for it.</param>
/// <param name="Accepted">Open years whose accepted lines of the site become the new holder's.</param>
/// <param name="Periods">Open periods that go over whole, because it was the last site; none otherwise.</param>
/// <param name="Transactions">The units that go with it.</param>
public sealed record FacilityTransferred(
    FacilityId Facility,
    HolderId From,
    HolderId To,
    string Reference,
    IReadOnlyList<int> Listed,
    IReadOnlyList<int> Accepted,
    IReadOnlyList<CompliancePeriod> Periods,
    IReadOnlyList<Transaction> Transactions) : Event, IMovesUnits;

/// <summary>
/// A site changes hands when nothing about it is open. Open periods, whose surrender deadline has not passed, follow:
/// of a holder's last site as in a succession (emissions, obligation, allocation); of one of several sites its accepted
/// lines become the new holder's, and obligation and determined allocation of both are calculated again, as after a
/// correction. Closed periods stay with who had the site. Refusals in order: unknown facility; already closed; unknown
/// holder, holder not active; already theirs; text missing (reference); sectors differ; units stay; unfinished (all
/// reasons at once); unknown transaction type, those of the units' transaction and of the allocation method.
/// </summary>
public static class FacilityTransfer
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<TransferFacility>(
            "transfer-facility", Permission.Of(Role.Authority, Role.RegistryOperator), Decide)
        .Event<FacilityTransferred>("facility-transferred", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, TransferFacility command)
    {
        if (!Find(state, command).Try(out var facility, out var refusal))
        {
            return refusal;
        }

        var (from, to) = (state.Registry.Holders[facility.Holder], state.Registry.Holders[command.To]);
        if (from.Sector != to.Sector)
        {
            return OwnershipRefusals.SectorsDiffer.With(("from", from.Sector), ("to", to.Sector));
        }

        var last = IsLast(state, facility);
        if (command.Units && !last)
        {
            return OwnershipRefusals.UnitsStay.With(("holder", from.Id), ("facility", facility.Id));
        }

        var move = SiteMove.Of(state, context.Time, facility, command.To, last);
        if (move.Reasons.Count > 0)
        {
            var reasons = Ownership.Joined(move.Reasons);
            return OwnershipRefusals.Unfinished.With(
                ("what", facility.Id), ("to", command.To), ("reasons_zh", reasons.Zh), ("reasons_en", reasons.En));
        }

        if (command.Units && state.Rules.Transaction(TransactionTypes.Succession) is null)
        {
            return RegistryRefusals.UnknownTransactionType.With(("type", TransactionTypes.Succession));
        }

        var units = new List<Transaction>();
        if (command.Units && !Succession.Move(state, from, to).Try(out units, out refusal))
        {
            return refusal;
        }

        var happened = new FacilityTransferred(
            facility.Id,
            from.Id,
            to.Id,
            command.Reference,
            move.Listed,
            last ? [] : move.Accepted,
            last ? [.. move.Periods.Select(rules => rules.Period)] : [],
            units);
        return last
            ? Decision.Of(happened)
            : move.Consequences(state, context).Try(out var events, out refusal)
                ? Decision.Of(happened).Then([.. events])
                : refusal;
    }

    private static Outcome<Facility> Find(SchemeState state, TransferFacility command)
    {
        if (!state.Registry.Facilities.TryGetValue(command.Facility, out var facility))
        {
            return RegistryRefusals.UnknownFacility.With(("facility", command.Facility));
        }

        if (facility.ClosedOn is { } closed)
        {
            return RegistryRefusals.AlreadyClosed.With(("what", facility.Id), ("date", closed.ToString("O")));
        }

        if (Holders.Active(state, command.To).IsRefused(out var refusal))
        {
            return refusal;
        }

        if (facility.Holder == command.To)
        {
            return OwnershipRefusals.AlreadyTheirs.With(("what", facility.Id), ("to", command.To));
        }

        return Holders.Blank("reference", command.Reference) is { } blank ? blank : facility;
    }

    private static bool IsLast(SchemeState state, Facility facility) => !state.Registry.Facilities.Values.Any(other =>
        other.Holder == facility.Holder && other.Id != facility.Id && other.ClosedOn is null);

    private static void Apply(SchemeState state, in Context context, FacilityTransferred happened)
    {
        var (from, to) = (happened.From, happened.To);
        foreach (var transaction in happened.Transactions)
        {
            state.Ledger.Post(transaction);
        }

        MoveSite(state, happened.Facility, to);
        Ownership.Note(
            state.Registry.FacilityOwners,
            happened.Facility,
            new OwnerChange(context.Time, from, to, happened.Reference));
        foreach (var year in happened.Listed)
        {
            state.Registry.Coverage[year].Add(to);
        }

        foreach (var year in happened.Accepted)
        {
            var (left, moved) = SiteMove.Split(state, from, to, happened.Facility, year);
            (state.Mrv.Accepted[(from, year)], state.Mrv.Accepted[(to, year)]) = (left, moved);
        }

        foreach (var period in happened.Periods)
        {
            for (var year = period.First; year <= period.Last; year++)
            {
                state.Registry.Coverage.GetValueOrDefault(year)?.Remove(from);
            }
        }

        EmissionsInheritance.Apply(state, from, to, year => happened.Periods.Any(period => period.Contains(year)));
        ComplianceInheritance.Apply(state, from, to, happened.Periods);
        AllocationInheritance.Apply(state, from, to, happened.Periods);
    }

    private static void MoveSite(SchemeState state, FacilityId id, HolderId to)
    {
        var site = state.Registry.Facilities[id];
        var units = (state.Registry.UnitsOf.GetValueOrDefault(site.Holder) ?? [])
            .Where(unit => state.Registry.Units[unit].Facility == id).ToList();
        state.Registry.Facilities[id] = site with { Holder = to };
        foreach (var unit in units)
        {
            state.Registry.UnitsOf[site.Holder].Remove(unit);
            if (!state.Registry.UnitsOf.TryGetValue(to, out var own))
            {
                state.Registry.UnitsOf.Add(to, own = []);
            }

            own.Add(unit);
            state.Registry.Units[unit] = state.Registry.Units[unit] with { Holder = to };
        }
    }
}
