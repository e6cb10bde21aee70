using Tanheng.Ledger;
using Tanheng.Quantities;

namespace Tanheng.Scheme.Registry;

/// <summary>Whether an account may send or receive by a transaction type.</summary>
public static class Accounts
{
    /// <summary>Account is not usable for this.</summary>
    public static readonly RefusalCode NotUsable = RefusalCode.Passing(
        2199, "account-not-usable", "账户 {account} 现不能办理 {type}。", "Account {account} cannot do {type} now.");

    /// <summary>Why the account may not send, or null.</summary>
    public static Refusal? CheckSender(SchemeState state, AccountId account, string type) =>
        Check(state, account, type, receives: false);

    /// <summary>Why the account may not receive, or null.</summary>
    public static Refusal? CheckReceiver(SchemeState state, AccountId account, string type) =>
        Check(state, account, type, receives: true);

    private static Refusal? Check(SchemeState state, AccountId account, string type, bool receives)
    {
        var rule = state.Rules.Transaction(type);
        var known = state.Registry.Accounts.GetValueOrDefault(account);
        var kinds = receives ? rule?.To : rule?.From;
        var usable = known is not null && kinds is not null && kinds.Contains(known.Kind)
            && (known.Status is AccountStatus.Active or AccountStatus.Restricted
                || (receives && known.Status == AccountStatus.Frozen));
        return usable ? null : NotUsable.With(("account", account), ("type", type));
    }
}
