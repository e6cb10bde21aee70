using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Registry;

/// <summary>Changes the list of covered holders 名录 of an emission year.</summary>
public sealed record ListCoverage(
    int Year, IReadOnlyList<HolderId> Add, IReadOnlyList<HolderId> Remove, string Reason) : Command;

/// <summary>The list of a year changed.</summary>
public sealed record CoverageListed(
    int Year, IReadOnlyList<HolderId> Added, IReadOnlyList<HolderId> Removed, string Reason) : Event;

/// <summary>
/// Only listed holders report for the year. Refusals in order: year without rules; text missing (reason); nothing to
/// do; per added holder: unknown holder, holder not active, unknown sector (not covered in that period), already
/// listed, outside its emission years; per removed holder: not listed.
/// </summary>
public static class Coverage
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<ListCoverage>("list-coverage", Permission.Of(Role.Authority), Decide)
        .Event<CoverageListed>("coverage-listed", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, ListCoverage command)
    {
        if (state.Rules.Periods.FirstOrDefault(rules => rules.Period.Contains(command.Year)) is not { } period)
        {
            return RegistryRefusals.YearWithoutRules.With(("year", command.Year));
        }

        if (Holders.Blank("reason", command.Reason) is { } blank)
        {
            return blank;
        }

        if (command.Add.Count == 0 && command.Remove.Count == 0)
        {
            return RegistryRefusals.NothingToDo.With();
        }

        if ((CheckAdded(state, period, command) ?? CheckRemoved(state, command)) is { } refusal)
        {
            return refusal;
        }

        return Decision.Of(new CoverageListed(command.Year, command.Add, command.Remove, command.Reason));
    }

    private static Refusal? CheckAdded(SchemeState state, PeriodRules period, ListCoverage command)
    {
        var seen = new HashSet<HolderId>();
        foreach (var id in command.Add)
        {
            if (!Holders.Active(state, id).Try(out var holder, out var refusal))
            {
                return refusal;
            }

            if (period.Sector(holder.Sector) is null)
            {
                return RegistryRefusals.UnknownSector.With(("sector", holder.Sector), ("holder", id));
            }

            if (!seen.Add(id) || state.Registry.IsListed(id, command.Year))
            {
                return RegistryRefusals.AlreadyListed.With(("holder", id), ("year", command.Year));
            }

            if (holder.Years?.Contains(command.Year) == false)
            {
                return HolderRefusals.OutsideYears.With(("holder", id), ("year", command.Year));
            }
        }

        return null;
    }

    private static Refusal? CheckRemoved(SchemeState state, ListCoverage command)
    {
        var seen = new HashSet<HolderId>();
        foreach (var id in command.Remove)
        {
            if (!seen.Add(id) || !state.Registry.IsListed(id, command.Year))
            {
                return RegistryRefusals.NotListed.With(("holder", id), ("year", command.Year));
            }
        }

        return null;
    }

    private static void Apply(SchemeState state, in Context context, CoverageListed happened)
    {
        if (!state.Registry.Coverage.TryGetValue(happened.Year, out var list))
        {
            state.Registry.Coverage.Add(happened.Year, list = []);
        }

        list.UnionWith(happened.Added);
        list.ExceptWith(happened.Removed);
    }
}
