using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme.Registry;
using Tanheng.Web.Api.Shapes;

namespace Tanheng.Web.Api.Queries;

/// <summary>
/// Accounts, what is kept in them and for what. Statements and the past are <see cref="LedgerQueries"/>.
/// </summary>
internal static class AccountQueries
{
    public static IEnumerable<Operation> All =>
    [
        Query.List(
            "list-accounts",
            "/accounts",
            Audience.OwnPart,
            new("账户", "Accounts"),
            look => Accounts(look).Where(account =>
                look.Call.Wants("kind", account.Kind) && look.Call.Wants("status", account.Status)),
            account => Query.Key(account.Id.Value),
            Parameters.Holder,
            Parameter.Of<AccountKind>("kind", "账户类别", "What it is for"),
            Parameter.Of<AccountStatus>("status", "账户状态", "Where it is in its life")),
        Query.One<Account>(
            "get-account",
            "/accounts/{account}",
            Audience.ReadersOfHolder,
            new("一个账户", "One account"),
            Account,
            Parameters.AccountInPath),
        Query.List(
            "list-freezes",
            "/freezes",
            Audience.OwnPart,
            new("有效的冻结", "Freezes in force"),
            look => look.State.Registry.Freezes.Values
                .Where(freeze => look.Sight.Of(look.State.Registry.Accounts[freeze.Account]))
                .OrderBy(freeze => freeze.Id.Value),
            freeze => Query.Key(freeze.Id.Value)),
        Query.List(
            "list-pledges",
            "/pledges",
            Audience.OwnPart,
            new("质押申请和有效的质押", "Pledges applied for or in force"),
            look => look.State.Pledges.Pledges.Values
                .Where(pledge => look.Sight.Of(pledge.Pledgor) || look.Sight.Of(pledge.Pledgee))
                .OrderBy(pledge => pledge.Id.Value),
            pledge => Query.Key(pledge.Id.Value)),
        Query.List(
            "list-pending-transfers",
            "/pending-transfers",
            Audience.OwnPart,
            new("等待执行的划转", "Transfers that wait for their delay"),
            look => look.State.Registry.PendingTransfers.Values
                .Where(transfer => look.Sight.Of(transfer.Holder)
                    || look.Sight.Of(look.State.Registry.Accounts[transfer.To]))
                .OrderBy(transfer => transfer.Id.Value),
            transfer => Query.Key(transfer.Id.Value)),
        Query.List(
            "list-reversible-transactions",
            "/reversible-transactions",
            Audience.OwnPart,
            new("尚可撤销的交易", "Transactions that may still be taken back"),
            look => look.State.Registry.Reversible.Values.Where(one => one.Transaction.Movements.Any(move =>
                Sees(look, move.From.Account) || Sees(look, move.To.Account))),
            one => Query.Key(one.Transaction.Id.Value)),
    ];

    /// <summary>The account in the path, if the caller may read it.</summary>
    internal static Outcome<Account?> Account(Look look) =>
        look.State.Registry.Accounts.TryGetValue(look.Call.Account!.Value, out var account) && look.Sight.Of(account)
            ? account
            : (Account?)null;

    /// <summary>Accounts that the caller asks for and may read, by number.</summary>
    internal static IEnumerable<Account> Accounts(Look look)
    {
        var registry = look.State.Registry;
        if (look.Sight.Everything && look.Call.Holder is null)
        {
            for (var id = Math.Max(look.FromNumber, 1); id <= look.State.Ledger.AccountCount; id++)
            {
                yield return registry.Accounts[new AccountId(id)];
            }

            yield break;
        }

        var own = (look with { After = null }).Holders()
            .SelectMany(holder => registry.AccountsOf.GetValueOrDefault(holder.Id) ?? [])
            .OrderBy(id => id.Value);
        foreach (var id in own)
        {
            yield return registry.Accounts[id];
        }
    }

    private static bool Sees(Look look, AccountId account) =>
        look.State.Registry.Accounts.TryGetValue(account, out var found) && look.Sight.Of(found);
}
