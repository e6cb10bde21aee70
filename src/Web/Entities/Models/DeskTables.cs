using Tanheng.Quantities;
using Tanheng.Web.Actions.Speech;
using Tanheng.Web.Portal;
using Tanheng.Web.Portal.Tables;

namespace Tanheng.Web.Entities.Models;

/// <summary>The columns of the desk's tables, the same on the page and in the file.</summary>
public static class DeskTables
{
    /// <summary>Positions: account, kind, unit, part, quantity, serials.</summary>
    public static IReadOnlyList<Column<PositionLine>> Positions { get; } =
    [
        new("account", Words.Account, line => line.Account.Number) { Head = true, Class = "serial nowrap" },
        new("kind", Words.Kind, line => Names.Of(line.Account.Kind)),
        new("unit", Words.Unit, line => line.Position.Asset.Code) { Class = "nowrap" },
        new("part", Words.Compartment, line => Names.Of(line.Position.Compartment)),
        new("quantity", Words.Quantity, Quantity) { Number = true, Unit = Words.Tonne },
        new("serials", Words.Serials, line => line.Position.Serials.ToString()) { Sorts = false, Class = "serial" },
    ];

    /// <summary>Lines of a statement.</summary>
    public static IReadOnlyList<Column<StatementRow>> Statement { get; } =
    [
        new("time", Words.Time, row => row.Time) { Class = "nowrap" },
        new("row", Words.Sequence, row => row.Sequence) { Number = true, Link = row => "/journal/" + row.Sequence },
        new("transaction", Words.Transaction, row => row.Transaction.ToString()),
        new("type", Words.Kind, row => row.Type),
        new("other", Words.OtherSide, row => row.Other),
        new("part", Words.Compartment, row => Names.Of(row.Compartment)),
        new("unit", Words.Unit, row => row.Asset.Code) { Class = "nowrap" },
        new("quantity", Words.Quantity, Signed) { Number = true },
        new("serials", Words.Serials, row => row.Serials.ToString()) { Sorts = false, Class = "serial" },
    ];

    private static object? Quantity(PositionLine line) => line.Position.Asset.IsMoney
        ? Naming.Quantity(line.Position.Asset, line.Position.Quantity)
        : new Tonnes(line.Position.Quantity);

    private static object? Signed(StatementRow row) => row.Asset.IsMoney
        ? Naming.Quantity(row.Asset, row.Quantity)
        : new Tonnes(row.Quantity);
}
