using System.Globalization;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Mrv;
using Tanheng.Scheme.Registry;
using Tanheng.Web.Portal;
using Tanheng.Web.Portal.Tables;

namespace Tanheng.Web.Desks.Authority;

/// <summary>A holder and the list of a year.</summary>
public sealed record CoverageLine(
    Holder Holder, int Year, bool Listed, bool LeftOut, string? Why, ReportStatus? Report, Tonnes? Accepted);

/// <summary>名录: who is on a year's list, and who could be.</summary>
internal static class CoverageLines
{
    public static readonly DeskList<CoverageLine> List = new(
        "coverage",
        [
            new("entity", Words.Entity, row => row.Holder.Name)
            {
                Head = true,
                Link = row => $"/entities/{row.Holder.Id.Value}",
            },
            new("code", Words.CreditCode, row => row.Holder.Code) { Class = "serial" },
            new("province", Words.Province, row => ProvinceNames.Of(row.Holder.Province)) { Class = "nowrap" },
            new("sector", Words.Sector, row => Names.OfSector(row.Holder.Sector)),
            DeskColumns.State<CoverageLine>("listed", Words.Status, StateOf, row =>
                row.LeftOut ? "warn" : row.Listed ? "good" : ""),
            new("report", Words.DeskReport, row => row.Report is { } status ? Names.Of(status) : null),
            Columns.Tonnes<CoverageLine>("accepted", Words.Verified, row => row.Accepted),
            DeskColumns.Do<CoverageLine>(Acts),
        ],
        Of)
    {
        OfStateAlone = true,
    };

    private static Text? StateOf(CoverageLine row) => !row.Listed ? Words.DeskNotListed
        : !row.LeftOut ? Words.DeskListed
        : row.Why is { } why ? new Text($"{Words.DeskLeftOut.Zh}：{why}", $"{Words.DeskLeftOut.En}: {why}")
        : Words.DeskLeftOut;

    private static IReadOnlyList<Act> Acts(CoverageLine row)
    {
        var act = $"/act/list-coverage?year={row.Year}&";
        return row.Listed
            ? [new Act($"{act}remove={row.Holder.Id.Value}", Words.DeskRemove)]
            : [new Act($"{act}add={row.Holder.Id.Value}", Words.DeskAdd)];
    }

    private static IReadOnlyList<CoverageLine> Of(SchemeState state, DeskAsk ask)
    {
        var year = ask.Year ?? 0;
        var rules = state.Rules.Periods.FirstOrDefault(period => period.Period.Contains(year));
        return
        [
            .. state.Registry.Holders.Values
                .Where(holder => state.Registry.IsListed(holder.Id, year)
                    || (holder.Status == HolderStatus.Active && rules?.Sector(holder.Sector) is not null))
                .Where(holder => ask.Finds(holder.Name.Zh, holder.Name.En, holder.Code))
                .Where(holder => ask.Is("province", holder.Province))
                .OrderBy(holder => holder.Id.Value)
                .Select(holder => new CoverageLine(
                    holder,
                    year,
                    state.Registry.IsListed(holder.Id, year),
                    state.Registry.IsLeftOut(holder.Id, year),
                    state.Registry.Excluded.GetValueOrDefault((holder.Id, year)),
                    state.Mrv.ReportOf(holder.Id, year)?.Status,
                    state.Mrv.Of(holder.Id, year)?.Total))
                .Where(row => ask.Is("listed", row.Listed.ToString(CultureInfo.InvariantCulture))),
        ];
    }
}
