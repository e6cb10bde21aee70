using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Registry;

/// <summary>Whether an account may take part in a transaction of some type.</summary>
public static class Accounts
{
    /// <summary>
    /// Null when the account may send. Refusals in order: unknown account, type not in the rulebook, kind of account,
    /// status. An active account sends; a restricted one only surrenders and gives back allowances; no other sends.
    /// </summary>
    public static Refusal? CheckSender(SchemeState state, AccountId account, string type)
    {
        if (Find(state, account, type, out var found, out var rule) is { } refusal)
        {
            return refusal;
        }

        if (!rule!.From.Contains(found!.Kind))
        {
            return RegistryRefusals.KindMayNotSend
                .With(("account", found.Number), ("kind", found.Kind), ("type", type));
        }

        var usable = found.Status == AccountStatus.Active
            || (found.Status == AccountStatus.Restricted && TransactionTypes.IsDuty(type));
        return usable ? null : NotUsable(found, type);
    }

    /// <summary>
    /// Null when the account may receive. Refusals in order: unknown account, type not in the rulebook, kind of
    /// account,
    /// status. Restricted and frozen accounts receive; those suspended, blocked, applied for, rejected or closed do
    /// not, and one that is about to be closed receives nothing from its own or another holder.
    /// </summary>
    public static Refusal? CheckReceiver(SchemeState state, AccountId account, string type)
    {
        if (Find(state, account, type, out var found, out var rule) is { } refusal)
        {
            return refusal;
        }

        if (!rule!.To.Contains(found!.Kind))
        {
            return RegistryRefusals.KindMayNotReceive
                .With(("account", found.Number), ("kind", found.Kind), ("type", type));
        }

        var usable = found.Status is AccountStatus.Active or AccountStatus.Restricted or AccountStatus.Frozen
            or AccountStatus.Reviewed;
        if (!usable)
        {
            return NotUsable(found, type);
        }

        return TransactionTypes.IsBetweenAccounts(type) && AccountClosure.IsWaiting(state, account)
            ? RegistryRefusals.AccountNotUsable.With(
                ("account", found.Number), ("status", "closing"), ("type", type))
            : null;
    }

    /// <summary>
    /// Null when kinds allow it, whatever the status: for orders of courts. A receiver that was closed or never opened
    /// is
    /// refused all the same. Refusals in order: unknown account, type, kind of sender; the same of the receiver;
    /// status.
    /// </summary>
    internal static Refusal? CheckKinds(SchemeState state, AccountId from, AccountId to, string type)
    {
        if (Find(state, from, type, out var sender, out var rule) is { } refusal)
        {
            return refusal;
        }

        if (!rule!.From.Contains(sender!.Kind))
        {
            return RegistryRefusals.KindMayNotSend
                .With(("account", sender.Number), ("kind", sender.Kind), ("type", type));
        }

        return state.Registry.Accounts.TryGetValue(to, out var receiver) && rule.To.Contains(receiver.Kind)
            && receiver.Status is AccountStatus.Suspended or AccountStatus.Blocked
            ? null
            : CheckReceiver(state, to, type);
    }

    /// <summary>The account, or why not.</summary>
    public static Outcome<Account> Find(SchemeState state, AccountId account) =>
        state.Registry.Accounts.TryGetValue(account, out var found)
            ? found
            : LedgerRefusals.UnknownAccount.With(("account", account));

    /// <summary>
    /// The account of a typed number, for whoever looks one up. Refusals in order: bad account number (its form or its
    /// check digits), unknown account number.
    /// </summary>
    public static Outcome<Account> Numbered(SchemeState state, string number)
    {
        if (!AccountNumber.IsValid(number))
        {
            return AccountRefusals.BadNumber.With(("number", number));
        }

        return state.Registry.Numbers.TryGetValue(number, out var id)
            ? state.Registry.Accounts[id]
            : AccountRefusals.UnknownNumber.With(("number", number));
    }

    /// <summary>The holder's accounts that exist, in the order they were opened: not rejected, not closed.</summary>
    public static IEnumerable<Account> Of(SchemeState state, HolderId holder) =>
        state.Registry.AccountsOf.TryGetValue(holder, out var ids)
            ? ids.Select(id => state.Registry.Accounts[id])
                .Where(account => account.Status is not (AccountStatus.Rejected or AccountStatus.Closed))
            : [];

    private static Refusal NotUsable(Account account, string type) => RegistryRefusals.AccountNotUsable.With(
        ("account", account.Number), ("status", account.Status), ("type", type));

    private static Refusal? Find(
        SchemeState state, AccountId account, string type, out Account? found, out TransactionRule? rule)
    {
        rule = null;
        if (!state.Registry.Accounts.TryGetValue(account, out found))
        {
            return LedgerRefusals.UnknownAccount.With(("account", account));
        }

        rule = state.Rules.Transaction(type);
        return rule is null ? RegistryRefusals.UnknownTransactionType.With(("type", type)) : null;
    }
}
