using Tanheng.Ledger;
using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Allocation;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Mrv;
using Tanheng.Scheme.Registry;

namespace Tanheng.Web.Portal.Models;

/// <summary>One report line with its work.</summary>
public sealed record EmissionLine(Text Name, Tonnes Tonnes, Explanation? Explanation);

/// <summary>A year's accepted emissions with the work of every line.</summary>
public sealed record EmissionYear(int Year, int Version, Tonnes Total, IReadOnlyList<EmissionLine> Lines);

/// <summary>One entity in one period: where it stands and how every figure came about.</summary>
public sealed record EntityView(
    Holder Holder,
    IReadOnlyList<CompliancePeriod> Periods,
    CompliancePeriod Period,
    Obligation? Obligation,
    Entitlement? Entitlement,
    IReadOnlyList<EmissionYear> Emissions,
    IReadOnlyList<ExplainedFigure> Figures,
    IReadOnlyList<SurrenderedLot> Lots,
    IReadOnlyList<PenaltyCase> Cases,
    IReadOnlyList<HoldingLine> Holdings)
{
    /// <summary>Reads the state; null when there is no such holder.</summary>
    public static EntityView? Of(SchemeState state, HolderId id, CompliancePeriod? wanted)
    {
        if (state.Registry.Find(id) is not { } holder)
        {
            return null;
        }

        var periods = state.Rules.Periods
            .Select(rules => rules.Period)
            .Where(period => state.Compliance.Of(id, period) is not null || state.Allocation.Of(id, period) is not null)
            .ToList();
        var period = wanted is { } asked && periods.Contains(asked) ? asked : periods.LastOrDefault();
        return new EntityView(
            holder,
            periods,
            period,
            state.Compliance.Of(id, period),
            state.Allocation.Of(id, period),
            EmissionsOf(state, id, period),
            Explanations.Of(state, id, period),
            [.. state.Compliance.LotsOf(id, period)],
            [.. state.Compliance.Cases.Values.Where(one => one.Holder == id)],
            HoldingsOf(state, holder));
    }

    private static List<EmissionYear> EmissionsOf(SchemeState state, HolderId id, CompliancePeriod period)
    {
        var years = new List<EmissionYear>();
        for (var year = period.First; period != default && year <= period.Last; year++)
        {
            if (state.Mrv.Of(id, year) is { } accepted)
            {
                var lines = accepted.Lines.Select(line =>
                    new EmissionLine(NameOf(state, line.Line), line.Tonnes, Explain(state, line)));
                years.Add(new EmissionYear(year, accepted.Version, accepted.Total, [.. lines]));
            }
        }

        return years;
    }

    private static Explanation? Explain(SchemeState state, CalculatedLine line) =>
        state.Methods.Find(line.Method.Id, line.Method.Version).Try(out var method, out _)
            && method.Explain(line.Line.Emissions).Try(out var explanation, out _)
            ? explanation
            : null;

    private static Text NameOf(SchemeState state, ReportLine line) =>
        line.Unit is { } unit && state.Registry.Units.TryGetValue(unit, out var known)
            ? known.Name
            : state.Registry.Facilities[line.Facility].Name;

    private static List<HoldingLine> HoldingsOf(SchemeState state, Holder holder)
    {
        AccountId?[] accounts = [holder.RegistryAccount, holder.TradingAccount, holder.CustodyAccount];
        return [.. from id in accounts.OfType<AccountId>()
                   from position in state.Ledger.Positions(id)
                   select new HoldingLine(state.Registry.Accounts[id], holder, position)];
    }
}
