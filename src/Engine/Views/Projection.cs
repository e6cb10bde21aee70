using System.Text.Json;
using Tanheng.Engine.Journal;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Registry;

namespace Tanheng.Engine.Views;

/// <summary>
/// Turns rows of the journal into changes of the views. Histories come from the events; what stands now (holdings,
/// accounts, obligations) is read from the state, only where it has changed since this projection last looked. The
/// state may be ahead of the rows: then the views show something early that the next rows explain.
/// </summary>
public sealed class Projection
{
    private readonly Dictionary<AccountId, (Account Account, Holder? Holder)> accounts = [];
    private readonly Dictionary<(HolderId, CompliancePeriod), (Obligation Obligation, Holder? Holder)> obligations = [];

    /// <summary>The histories of some rows, and which places they touched.</summary>
    public static History History(IEnumerable<(JournalRow Row, Event[] Events)> rows)
    {
        var journal = new List<JournalLine>();
        var statements = new List<StatementLine>();
        var touched = new HashSet<(Place, Asset)>();
        foreach (var (row, events) in rows)
        {
            journal.Add(new JournalLine(
                row.Sequence,
                row.Time,
                row.Actor.Name,
                row.Command,
                row.CommandId,
                string.Join(' ', events.Select(happened => Catalogue.Scheme.Of(happened).Name)),
                row.Hash));
            foreach (var transaction in events.OfType<IMovesUnits>().SelectMany(moves => moves.Transactions))
            {
                AddLines(row, transaction, statements, touched);
            }
        }

        return new History(journal, statements, touched);
    }

    /// <summary>What stands now in the places touched, and the accounts and obligations that have changed.</summary>
    public Standing Standing(SchemeState state, IEnumerable<(Place Place, Asset Asset)> touched) => new(
        touched.Select(at => Holding(state, at.Place, at.Asset)).ToList(), Accounts(state), Obligations(state));

    private static void AddLines(
        JournalRow row, Transaction transaction, List<StatementLine> lines, HashSet<(Place, Asset)> touched)
    {
        var number = 0;
        foreach (var move in transaction.Movements)
        {
            foreach (var (place, other, quantity) in new[]
            {
                (move.From, move.To, -move.Quantity), (move.To, move.From, move.Quantity),
            })
            {
                touched.Add((place, move.Asset));
                lines.Add(new StatementLine(
                    transaction.Id.Value,
                    ++number,
                    row.Sequence,
                    row.Time,
                    transaction.Type,
                    place.Account.Value,
                    NameOf(place.Compartment),
                    move.Asset.Code,
                    quantity,
                    move.Serials.ToString(),
                    other.Account.Value));
            }
        }
    }

    private static HoldingLine Holding(SchemeState state, Place place, Asset asset) => new(
        place.Account.Value,
        asset.Code,
        NameOf(place.Compartment),
        state.Ledger.Balance(place, asset),
        state.Ledger.Serials(place, asset).ToString());

    private static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private List<AccountLine> Accounts(SchemeState state)
    {
        var changed = new List<AccountLine>();
        foreach (var account in state.Registry.Accounts.Values)
        {
            var holder = account.Holder is { } id ? state.Registry.Find(id) : null;
            if (accounts.TryGetValue(account.Id, out var known)
                && ReferenceEquals(known.Account, account) && ReferenceEquals(known.Holder, holder))
            {
                continue;
            }

            accounts[account.Id] = (account, holder);
            changed.Add(new AccountLine(
                account.Id.Value,
                account.Number,
                NameOf(account.Kind),
                NameOf(account.Status),
                account.Holder?.Value,
                account.Province ?? holder?.Province ?? "",
                holder?.Name.Zh ?? "",
                holder?.Name.En ?? ""));
        }

        return changed;
    }

    private List<ObligationLine> Obligations(SchemeState state)
    {
        var changed = new List<ObligationLine>();
        foreach (var (key, obligation) in state.Compliance.Obligations)
        {
            var holder = state.Registry.Find(obligation.Holder);
            if (obligations.TryGetValue(key, out var known)
                && ReferenceEquals(known.Obligation, obligation) && ReferenceEquals(known.Holder, holder))
            {
                continue;
            }

            obligations[key] = (obligation, holder);
            changed.Add(new ObligationLine(
                obligation.Holder.Value,
                holder?.Code ?? "",
                holder?.Name.Zh ?? "",
                holder?.Name.En ?? "",
                obligation.Period.ToString(),
                obligation.Due.Value,
                obligation.Allowances.Value,
                obligation.Offsets.Value,
                obligation.Missing.Value,
                NameOf(obligation.Status)));
        }

        return changed;
    }
}
