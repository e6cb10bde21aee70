using Tanheng.Quantities;
using Tanheng.Web.Actions.Speech;
using Tanheng.Web.Portal;
using Tanheng.Web.Portal.Tables;

namespace Tanheng.Web.Desks.Moments;

/// <summary>Holdings at a moment as a table.</summary>
internal static class HeldThenLines
{
    public static readonly IReadOnlyList<Column<HeldThen>> Columns =
    [
        new("number", Words.Account, row => row.Kind.IsSystem() ? "—" : row.Number) { Class = "serial nowrap" },
        new("owner", Words.Entity, row => row.Owner) { Head = true },
        new("kind", Words.Kind, row => Names.Of(row.Kind)),
        new("asset", Words.Unit, row => row.Asset.Code),
        new("compartment", Words.Compartment, row => Names.Of(row.Compartment)),
        Portal.Tables.Columns.Tonnes<HeldThen>("quantity", Words.Quantity, row => new Tonnes(row.Quantity)),
    ];

    /// <summary>Units only; the filters are those of the address.</summary>
    public static IReadOnlyList<HeldThen> Of(Snapshot then, DeskAsk ask) =>
    [
        .. then.Holdings
            .Where(row => !row.Asset.IsMoney)
            .Where(row => ask.Is("unit", row.Asset.Code) && ask.Is("kind", row.Kind.ToString()))
            .Where(row => ask.Finds(row.Owner.Zh, row.Owner.En, row.Number)),
    ];
}
