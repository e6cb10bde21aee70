using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Compliance;
using Tanheng.Web.Portal;
using Tanheng.Web.Portal.Charts;
using Tanheng.Web.Portal.Tables;

namespace Tanheng.Web.Desks.Authority;

/// <summary>An entity's line of a period, as the authority watches it.</summary>
public sealed record ComplianceLine(ComplianceRow Row, string Code, string Province, CompliancePeriod Period);

/// <summary>Who owes how much, who is late, what can be done about it.</summary>
internal static class ComplianceLines
{
    public static readonly DeskList<ComplianceLine> List = new(
        "compliance",
        [
            new("entity", Words.Entity, row => row.Row.Name)
            {
                Head = true,
                Link = row => $"/entities/{row.Row.Holder.Value}?period={row.Period}",
            },
            new("province", Words.Province, row => ProvinceNames.Of(row.Province)) { Class = "nowrap" },
            Columns.Tonnes<ComplianceLine>("allocation", Words.Determined, row => row.Row.Allocation),
            Columns.Tonnes<ComplianceLine>("verified", Words.Verified, row => row.Row.Verified),
            Columns.Tonnes<ComplianceLine>("due", Words.Due, row => row.Row.Due),
            Columns.Tonnes<ComplianceLine>("allowances", Words.Allowances, row => row.Row.Allowances),
            Columns.Tonnes<ComplianceLine>("offsets", Words.Offsets, row => row.Row.Offsets),
            Columns.Tonnes<ComplianceLine>("missing", Words.Missing, row => row.Row.Missing),
            DeskColumns.State<ComplianceLine>(
                "status",
                Words.Status,
                row => row.Row.Status is { } status ? Names.Of(status) : null,
                row => row.Row.Status is { } status ? Names.Tone(status) : ""),
            new("case", Words.Case, row => row.Row.Case?.ToString())
            {
                Link = row => row.Row.Case is { } id ? $"/authority/cases/{id.Value}" : null,
            },
            new("fine", Words.Fine, row => row.Row.Fine) { Number = true },
            DeskColumns.Do<ComplianceLine>(Acts),
        ],
        (state, ask) => [.. Of(state, ask).Where(row => Matches(row, ask))]);

    /// <summary>True when the address asks for this line.</summary>
    public static bool Matches(ComplianceLine row, DeskAsk ask) =>
        ask.Finds(row.Row.Name.Zh, row.Row.Name.En, row.Code)
        && ask.Is("province", row.Province)
        && ask.Is("status", row.Row.Status?.ToString() ?? "none");

    /// <summary>Every line of the period.</summary>
    public static IReadOnlyList<ComplianceLine> Of(SchemeState state, DeskAsk ask) =>
        ask.Period is not { } period || state.Rules.Period(period) is null
            ? []
            : [.. ComplianceTable.Of(state, period).Select(row => new ComplianceLine(
                row, state.Registry.Holders[row.Holder].Code, state.Registry.Holders[row.Holder].Province, period))];

    /// <summary>Handed in and missing, by province.</summary>
    public static ChartModel Chart(IReadOnlyList<ComplianceLine> lines)
    {
        var groups = lines.GroupBy(line => line.Province)
            .OrderByDescending(group => group.Sum(line => line.Row.Due.Value)).Take(16).ToList();
        IReadOnlyList<decimal?> Of(Func<ComplianceLine, Tonnes> figure) =>
            [.. groups.Select(group => (decimal?)group.Sum(line => figure(line).Value))];
        return new ChartModel(
            ChartKind.Stack,
            Words.DeskByProvince,
            Words.Tonne,
            Words.Province,
            [.. groups.Select(group => ProvinceNames.Of(group.Key))],
            [
                new(Words.Allowances, Of(line => line.Row.Allowances), "c1"),
                new(Words.Offsets, Of(line => line.Row.Offsets), "c2"),
                new(Words.Missing, Of(line => line.Row.Missing), "c4"),
            ])
        {
            Lying = true,
        };
    }

    private static IReadOnlyList<Act> Acts(ComplianceLine row)
    {
        var about = $"holder={row.Row.Holder.Value}&period={row.Period}";
        return row.Row switch
        {
            { Status: ObligationStatus.Open, Missing.Value: > 0 } =>
                [new Act("/act/assist-surrender?" + about, Words.DeskAssist)],
            { Status: ObligationStatus.Short, Case: null } =>
                [new Act("/act/open-case?offence=surrender-shortfall&" + about, Words.DeskOpenCase)],
            { Status: ObligationStatus.Short, Case: { } id } =>
                [new Act($"/authority/cases/{id.Value}", Words.Case)],
            _ => [],
        };
    }
}
