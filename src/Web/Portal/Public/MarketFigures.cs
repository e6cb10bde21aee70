using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Registry;
using Tanheng.Web.Portal.Models;

namespace Tanheng.Web.Portal.Public;

/// <summary>The sums of one period; nothing of a single entity.</summary>
/// <param name="Line">Obligations and how far they are met.</param>
/// <param name="Verified">Accepted emissions.</param>
/// <param name="Allocated">Determined allocation; the pre-allocation where nothing is determined yet.</param>
/// <param name="Entities">Entities with accepted emissions.</param>
public sealed record PeriodSums(PeriodLine Line, Tonnes Verified, Tonnes Allocated, int Entities)
{
    /// <summary>The share of the entities that have met their obligation, in percent with one decimal.</summary>
    public decimal MetShare => Format.Share(Line.Met + Line.Late, Line.Obligations);
}

/// <summary>The market as sums: what everybody may know.</summary>
/// <param name="Book">Its rules.</param>
/// <param name="Covered">Entities on the latest list.</param>
/// <param name="CoveredYear">The year of that list; 0 when there is none.</param>
/// <param name="Periods">Periods with anything in them, oldest first.</param>
/// <param name="Units">Where all units are.</param>
/// <param name="Prices">Mean prices by month, oldest first.</param>
public sealed record MarketFigures(
    Rulebook.Rulebook Book,
    int Covered,
    int CoveredYear,
    IReadOnlyList<PeriodSums> Periods,
    IReadOnlyList<UnitLine> Units,
    IReadOnlyList<MeanPrice> Prices)
{
    /// <summary>Milestones as they were counted.</summary>
    public IReadOnlyList<MilestoneCounted> Milestones { get; init; } = [];

    /// <summary>Entities on the latest list, by province.</summary>
    public IReadOnlyList<(string Province, int Entities)> Provinces { get; init; } = [];

    /// <summary>Reads the state; linear in holders, obligations and accounts.</summary>
    public static MarketFigures Of(SchemeState state)
    {
        var year = state.Registry.Coverage.Keys.DefaultIfEmpty(0).Max();
        var covered = year == 0 ? [] : state.Registry.Coverage[year];
        var verified = state.Mrv.Accepted.Values
            .GroupBy(accepted => accepted.Year)
            .ToDictionary(
                group => group.Key, group => (Total: group.Sum(one => one.Total.Value), Count: group.Count()));
        return new MarketFigures(
            state.Rules,
            covered.Count,
            year,
            [.. state.Rules.Periods.Select(rules => Sums(state, rules, verified)).Where(HasAnything)],
            Overview.UnitsOf(state),
            [.. state.Compliance.MeanPrices.Values.OrderBy(price => price.Month)])
        {
            Milestones = [.. state.Compliance.Milestones],
            Provinces = [.. covered
                .GroupBy(id => state.Registry.Holders[id].Province)
                .Select(group => (group.Key, group.Count()))
                .OrderByDescending(pair => pair.Item2)
                .ThenBy(pair => pair.Key, StringComparer.Ordinal)],
        };
    }

    private static bool HasAnything(PeriodSums sums) =>
        sums.Line.Obligations > 0 || sums.Entities > 0 || sums.Allocated > Tonnes.Zero;

    private static PeriodSums Sums(
        SchemeState state, PeriodRules rules, Dictionary<int, (long Total, int Count)> verified)
    {
        var years = Enumerable.Range(rules.Period.First, rules.Period.Last - rules.Period.First + 1)
            .Where(verified.ContainsKey)
            .Select(year => verified[year])
            .ToList();
        var allocated = state.Allocation.Entitlements
            .Where(pair => pair.Key.Period == rules.Period)
            .Sum(pair => (pair.Value.Determined ?? pair.Value.PreAllocated).Value);
        return new PeriodSums(
            Overview.Line(state, rules),
            new Tonnes(years.Sum(pair => pair.Total)),
            new Tonnes(allocated),
            years.Select(pair => pair.Count).DefaultIfEmpty(0).Max());
    }
}
