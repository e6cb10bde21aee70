using Tanheng.Engine.Views;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Web.Actions.Speech;

namespace Tanheng.Web.Entities.Models;

/// <summary>One line of an account's statement.</summary>
/// <param name="Time">When, in the scheme's zone.</param>
/// <param name="Sequence">The journal row.</param>
/// <param name="Transaction">The transaction.</param>
/// <param name="Type">The transaction type's title.</param>
/// <param name="Compartment">The part of the account.</param>
/// <param name="Asset">What moved.</param>
/// <param name="Quantity">Plus or minus; tonnes, or minor units of money.</param>
/// <param name="Other">The other side.</param>
/// <param name="Serials">Which serials.</param>
public sealed record StatementRow(
    DateTime Time,
    long Sequence,
    TransactionId Transaction,
    Text Type,
    Compartment Compartment,
    Asset Asset,
    long Quantity,
    Text Other,
    SerialSet Serials);

/// <summary>A page of an account's statement, newest first.</summary>
/// <param name="Rows">The lines.</param>
/// <param name="Next">The row before which the next page begins; null on the last.</param>
public sealed record StatementPage(IReadOnlyList<StatementRow> Rows, long? Next)
{
    /// <summary>
    /// Lines before a journal row. The lines of one row are never torn apart: what does not fit whole comes on the next
    /// page.
    /// </summary>
    public static StatementPage Of(
        SchemeState state, IViewStore views, AccountId account, long before = long.MaxValue, int take = 100)
    {
        var lines = views.Statement(account.Value, before, take);
        long? next = null;
        if (lines.Count == take)
        {
            var last = lines[^1].Sequence;
            var whole = lines.Where(line => line.Sequence != last).ToList();
            if (whole.Count == 0)
            {
                return Of(state, views, account, before, take * 4);
            }

            (lines, next) = (whole, whole[^1].Sequence);
        }

        var naming = new Naming(state);
        return new StatementPage([.. lines.Select(line => Row(state, naming, line))], next);
    }

    private static StatementRow Row(SchemeState state, Naming naming, StatementLine line) => new(
        state.Rules.Calendar.Local(line.Time),
        line.Sequence,
        new TransactionId(line.Transaction),
        naming.Type(line.Type),
        Enum.TryParse<Compartment>(line.Compartment.Replace("-", "", StringComparison.Ordinal), true, out var part)
            ? part
            : Compartment.Free,
        Asset.Parse(line.Asset),
        line.Quantity,
        naming.Account(new AccountId(line.Other)),
        SerialSet.TryParse(line.Serials, null, out var serials) ? serials : default);
}
