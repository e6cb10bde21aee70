using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Web.Portal;
using Tanheng.Web.Portal.Models;
using Tanheng.Web.Portal.Tables;

namespace Tanheng.Web.Desks.Operator;

/// <summary>One unit type: the ledger beside what the records say.</summary>
/// <param name="Line">issued = held + surrendered + cancelled + expired.</param>
/// <param name="Records">What obligations count as surrendered.</param>
/// <param name="Gaps">Serials that no account has, or two have.</param>
public sealed record UnitBalance(UnitLine Line, long Records, int Gaps)
{
    /// <summary>Issued less everywhere it can be.</summary>
    public long Left => Line.Issued - Line.Held - Line.Surrendered - Line.Cancelled - Line.Expired;

    /// <summary>True when all agrees.</summary>
    public bool Agrees => Left == 0 && Records == Line.Surrendered && Gaps == 0;
}

/// <summary>对账: the ledger by unit type beside the records.</summary>
internal static class UnitBalances
{
    public static readonly DeskList<UnitBalance> List = new(
        "reconciliation",
        [
            new("unit", Words.Unit, row => row.Line.Asset.Code) { Head = true },
            Columns.Tonnes<UnitBalance>("issued", Words.Issued, row => new Tonnes(row.Line.Issued)),
            Columns.Tonnes<UnitBalance>("held", Words.Held, row => new Tonnes(row.Line.Held)),
            Columns.Tonnes<UnitBalance>("surrendered", Words.Surrendered, row => new Tonnes(row.Line.Surrendered)),
            Columns.Tonnes<UnitBalance>("cancelled", Words.Cancelled, row => new Tonnes(row.Line.Cancelled)),
            Columns.Tonnes<UnitBalance>("expired", Words.Expired, row => new Tonnes(row.Line.Expired)),
            Columns.Tonnes<UnitBalance>("left", Words.DeskLeftOver, row => new Tonnes(row.Left)),
            Columns.Tonnes<UnitBalance>("records", Words.DeskInRecords, row => new Tonnes(row.Records)),
            Columns.Count<UnitBalance>("gaps", Words.DeskGaps, row => row.Gaps),
            DeskColumns.State<UnitBalance>(
                "check",
                Words.Balance,
                row => row.Agrees ? Words.Balanced : Words.DeskDifferent,
                row => row.Agrees ? "good" : "bad"),
        ],
        (state, _) => Of(state))
    {
        OfStateAlone = true,
    };

    private static IReadOnlyList<UnitBalance> Of(SchemeState state)
    {
        var lots = state.Compliance.Lots.Values.SelectMany(lots => lots)
            .GroupBy(lot => lot.Asset)
            .ToDictionary(group => group.Key, group => group.Sum(lot => lot.Serials.Count));
        return
        [
            .. Overview.UnitsOf(state).Select(line => new UnitBalance(
                line, lots.GetValueOrDefault(line.Asset), Gaps(state, line.Asset))),
        ];
    }

    /// <summary>Places in the row of numbers where one does not follow on the one before.</summary>
    private static int Gaps(SchemeState state, Asset asset)
    {
        var ranges = new List<SerialRange>();
        for (var id = 1L; id <= state.Ledger.AccountCount; id++)
        {
            foreach (var position in state.Ledger.Positions(new AccountId(id)).Where(one => one.Asset == asset))
            {
                ranges.AddRange(position.Serials.Ranges);
            }
        }

        ranges.Sort((left, right) => left.First.CompareTo(right.First));
        var (gaps, next) = (0, 1L);
        foreach (var range in ranges)
        {
            gaps += range.First == next ? 0 : 1;
            next = Math.Max(next, range.Last + 1);
        }

        return gaps;
    }
}
