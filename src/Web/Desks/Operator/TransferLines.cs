using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Registry;
using Tanheng.Web.Actions.Speech;
using Tanheng.Web.Portal;
using Tanheng.Web.Portal.Tables;

namespace Tanheng.Web.Desks.Operator;

/// <summary>A transfer that waits, or a transaction that may still be taken back.</summary>
public sealed record TransferLine(
    string Id,
    bool Waits,
    Text Type,
    Text From,
    Text To,
    string Unit,
    Tonnes Quantity,
    DateTime Until,
    DateTime Now,
    Act Act);

/// <summary>What is under way, and what can still be reversed.</summary>
internal static class TransferLines
{
    public static readonly DeskList<TransferLine> List = new(
        "transfers",
        [
            new("transaction", Words.DeskTransaction, row => row.Id) { Head = true },
            DeskColumns.State<TransferLine>(
                "state",
                Words.Status,
                row => row.Waits ? Words.DeskPendingTransfers : Words.DeskReversible,
                row => row.Waits ? "info" : ""),
            new("type", Words.Kind, row => row.Type),
            new("from", Words.From, row => row.From),
            new("to", Words.To, row => row.To),
            new("unit", Words.Unit, row => row.Unit),
            Columns.Tonnes<TransferLine>("quantity", Words.Quantity, row => row.Quantity),
            new("until", Words.DeskUntil, row => row.Until) { Class = "nowrap" },
            new("left", Words.DeskTimeLeft, row => Actions.Proposals.Countdown.Until(
                row.Now, row.Until)) { Class = "nowrap" },
            DeskColumns.Do<TransferLine>(row => [row.Act]),
        ],
        (state, ask) => [.. Of(state, ask).Where(row =>
            ask.Is("state", row.Waits ? "pending" : "reversible")
            && ask.Finds(row.Id, row.From.Zh, row.From.En, row.To.Zh, row.To.En))]);

    /// <summary>Takes a waiting transfer back.</summary>
    public static Act Cancel(PendingTransfer one) =>
        new($"/act/cancel-transfer?holder={one.Holder.Value}&transfer={one.Id.Value}", Words.DeskCancel);

    private static IEnumerable<TransferLine> Of(SchemeState state, DeskAsk ask)
    {
        var (naming, zone) = (new Naming(state), state.Rules.Calendar);
        foreach (var one in state.Registry.PendingTransfers.Values.OrderBy(one => one.Until))
        {
            yield return new TransferLine(
                one.Id.ToString(),
                true,
                naming.Type(TransactionTypes.Transfer),
                naming.Account(one.Source.Account),
                naming.Account(one.To),
                one.Asset.Code,
                new Tonnes(one.Serials.Count),
                zone.Local(one.Until),
                ask.Now,
                Cancel(one));
        }

        foreach (var (id, one) in state.Registry.Reversible.Reverse())
        {
            if (zone.Local(one.Until) <= ask.Now || one.Transaction.Movements.Count == 0)
            {
                continue;
            }

            var move = one.Transaction.Movements[0];
            yield return new TransferLine(
                id.ToString(),
                false,
                naming.Type(one.Transaction.Type),
                naming.Account(move.From.Account),
                naming.Account(move.To.Account),
                move.Asset.Code,
                new Tonnes(one.Transaction.Movements.Where(each => !each.Asset.IsMoney).Sum(each => each.Quantity)),
                zone.Local(one.Until),
                ask.Now,
                new Act($"/act/reverse-transaction?transaction={id.Value}", Words.DeskReverse));
        }
    }
}
