using Tanheng.Ledger;
using Tanheng.Quantities;

namespace Tanheng.Scheme.Registry;

/// <summary>An account that another one may send units to: 受信账户.</summary>
/// <param name="Account">Whose number stands on the list.</param>
/// <param name="Description">What the holder calls it.</param>
/// <param name="ActiveFrom">When it counts, UTC.</param>
/// <param name="IsActive">True once it counts.</param>
/// <param name="AddedBy">Who asked for it.</param>
public sealed record TrustedAccount(
    AccountId Account, string Description, DateTimeOffset ActiveFrom, bool IsActive, UserId AddedBy);

/// <summary>How far an account trusts, and whom it asks: chosen by its holder, decided by the operator.</summary>
/// <param name="OutsideList">Transfers may go to accounts outside the trusted list.</param>
/// <param name="SecondPerson">Transfers to trusted accounts need a second person; others always do.</param>
/// <param name="SecondPersonToSurrender">Surrenders need a second person.</param>
public sealed record AccountRules(bool OutsideList, bool SecondPerson, bool SecondPersonToSurrender)
{
    /// <summary>Where the rulebook has no trusted lists: anywhere, with a second person.</summary>
    public static AccountRules Plain { get; } = new(true, true, true);
}

/// <summary>What lists of trusted accounts and an account's own rules say.</summary>
public static class Trust
{
    /// <summary>The trusted accounts of an account, in the order they were added.</summary>
    public static IReadOnlyList<TrustedAccount> ListOf(SchemeState state, AccountId account) =>
        state.Registry.Trusted.TryGetValue(account, out var list) ? list : [];

    /// <summary>The entry of an account on another's list, or null.</summary>
    public static TrustedAccount? Find(SchemeState state, AccountId account, AccountId trusted)
    {
        foreach (var entry in ListOf(state, account))
        {
            if (entry.Account == trusted)
            {
                return entry;
            }
        }

        return null;
    }

    /// <summary>True for accounts of the same holder, and for those whose entry counts already.</summary>
    public static bool IsTrusted(SchemeState state, AccountId account, AccountId other)
    {
        var accounts = state.Registry.Accounts;
        return (accounts.TryGetValue(account, out var own) && own.Holder is not null
                && accounts.TryGetValue(other, out var found) && found.Holder == own.Holder)
            || Find(state, account, other) is { IsActive: true };
    }

    /// <summary>The rules of an account: its own, or those a new account has.</summary>
    public static AccountRules RulesOf(SchemeState state, AccountId account)
    {
        if (state.Rules.TrustedAccounts is not { } rule)
        {
            return AccountRules.Plain;
        }

        return state.Registry.Accounts.GetValueOrDefault(account)?.Rules
            ?? new AccountRules(rule.OutsideList, rule.SecondPerson, rule.SecondPersonToSurrender);
    }

    /// <summary>Accounts on whose list an account waits to count, oldest number first.</summary>
    internal static IEnumerable<AccountId> AwaitedBy(SchemeState state, AccountId trusted) => state.Registry.Trusted
        .Where(list => list.Value.Exists(entry => entry.Account == trusted && !entry.IsActive))
        .Select(list => list.Key)
        .OrderBy(id => id.Value);

    /// <summary>
    /// Null when the account's list may be changed. Refusals in order: no trusted lists; unknown holder; holder not
    /// active; unknown account, another holder's account; account not usable.
    /// </summary>
    internal static Refusal? CheckOwner(
        SchemeState state, HolderId holder, AccountId account, params AccountStatus[] usable)
    {
        if (state.Rules.TrustedAccounts is null)
        {
            return TrustRefusals.NoLists.With();
        }

        if (Holders.Active(state, holder).IsRefused(out var refusal))
        {
            return refusal;
        }

        if (UnitAssets.CheckOwner(state, holder, account) is { } notOwn)
        {
            return notOwn;
        }

        var found = state.Registry.Accounts[account];
        return usable.Contains(found.Status)
            ? null
            : RegistryRefusals.AccountNotUsable.With(
                ("account", found.Number), ("status", found.Status), ("type", "trusted-accounts"));
    }

    /// <summary>The item of the agenda of an entry that waits to count.</summary>
    internal static Due ActivationOf(AccountId account, TrustedAccount entry) =>
        new(entry.ActiveFrom, DueKind.TrustActivation, $"{account.Value:D12} {entry.Account.Value:D12}");

    /// <summary>An account is closed: it trusts nobody, and nobody trusts it.</summary>
    internal static void Forget(SchemeState state, AccountId closed)
    {
        foreach (var (account, list) in state.Registry.Trusted.ToList())
        {
            foreach (var entry in list.Where(entry => account == closed || entry.Account == closed).ToList())
            {
                Remove(state, account, entry);
            }
        }
    }

    internal static void Remove(SchemeState state, AccountId account, TrustedAccount entry)
    {
        var list = state.Registry.Trusted[account];
        list.Remove(entry);
        if (list.Count == 0)
        {
            state.Registry.Trusted.Remove(account);
        }

        state.Agenda.Remove(ActivationOf(account, entry));
    }
}
