using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Registry;

/// <summary>审核: the files of an application are in order.</summary>
public sealed record ReviewAccount(AccountId Account) : Command;

/// <summary>Opens a reviewed account for use.</summary>
public sealed record ActivateAccount(AccountId Account) : Command;

/// <summary>驳回: refuses an application.</summary>
public sealed record RejectAccount(AccountId Account, string Reason) : Command;

/// <summary>限制: the account receives and surrenders, and sends nothing else.</summary>
public sealed record RestrictAccount(AccountId Account, string Reason) : Command;

/// <summary>冻结: the account receives and sends nothing.</summary>
public sealed record FreezeAccount(AccountId Account, string Reason) : Command;

/// <summary>停用: the account neither receives nor sends.</summary>
public sealed record SuspendAccount(AccountId Account, string Reason) : Command;

/// <summary>Makes a restricted, frozen or suspended account usable again.</summary>
public sealed record UnfreezeAccount(AccountId Account, string Reason) : Command;

/// <summary>An account's status changed.</summary>
public sealed record AccountStatusChanged(AccountId Account, AccountStatus Status, string Reason) : Event;

/// <summary>
/// The life of an account: Applied → Reviewed → Active ⇄ Restricted, Frozen, Suspended → Closed
/// (<see cref="AccountClosure"/>), or Rejected; Blocked is the reconciliation's. Refusals in order: unknown account;
/// the scheme's own account; text missing (reason); wrong account status; to activate: too few, too many
/// representatives, none who initiates while another approves; details of the holder missing.
/// </summary>
public static class AccountLife
{
    internal static void Register(Catalogue catalogue)
    {
        var officials = Permission.Of(Role.Authority, Role.RegistryOperator);
        catalogue
            .Command<ReviewAccount>("review-account", Permission.Of(Role.RegistryOperator), Decide)
            .Command<ActivateAccount>("activate-account", Permission.Of(Role.RegistryOperator), Decide)
            .Command<RejectAccount>("reject-account", Permission.Of(Role.RegistryOperator), Decide)
            .Command<RestrictAccount>("restrict-account", officials, Decide)
            .Command<FreezeAccount>("freeze-account", officials, Decide)
            .Command<SuspendAccount>("suspend-account", officials, Decide)
            .Command<UnfreezeAccount>("unfreeze-account", officials, Decide)
            .Event<AccountStatusChanged>("account-status-changed", Apply);
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, ReviewAccount command) =>
        Change(state, command.Account, "-", AccountStatus.Reviewed, AccountStatus.Applied);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, ActivateAccount command)
    {
        var change = Change(state, command.Account, "-", AccountStatus.Active, AccountStatus.Reviewed);
        if (change.Refusal is null && state.Registry.Accounts[command.Account] is { Holder: { } id, Kind: var kind })
        {
            var holder = state.Registry.Holders[id];
            if ((RepresentativeLimits.Check(state, id, [kind], holder.Representatives)
                ?? HolderDescription.Missing(state, holder)) is { } refusal)
            {
                return refusal;
            }
        }

        return change;
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, RejectAccount command) => Change(
        state, command.Account, command.Reason, AccountStatus.Rejected, AccountStatus.Applied, AccountStatus.Reviewed);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, RestrictAccount command) =>
        Change(
            state,
            command.Account,
            command.Reason,
            AccountStatus.Restricted,
            AccountStatus.Active,
            AccountStatus.Frozen,
            AccountStatus.Suspended);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, FreezeAccount command) => Change(
        state,
        command.Account,
        command.Reason,
        AccountStatus.Frozen,
        AccountStatus.Active,
        AccountStatus.Restricted,
        AccountStatus.Suspended);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, SuspendAccount command) => Change(
        state,
        command.Account,
        command.Reason,
        AccountStatus.Suspended,
        AccountStatus.Active,
        AccountStatus.Restricted,
        AccountStatus.Frozen);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, UnfreezeAccount command) => Change(
        state,
        command.Account,
        command.Reason,
        AccountStatus.Active,
        AccountStatus.Frozen,
        AccountStatus.Restricted,
        AccountStatus.Suspended);

    /// <summary>
    /// The change of status, or why not. Refusals in order: unknown account; the scheme's own account; text missing
    /// (reason); wrong account status.
    /// </summary>
    internal static Outcome<Decision> Change(
        SchemeState state, AccountId id, string reason, AccountStatus wanted, params ReadOnlySpan<AccountStatus> from)
    {
        if (!Accounts.Find(state, id).Try(out var account, out var refusal))
        {
            return refusal;
        }

        if (account.Kind.IsSystem())
        {
            return RegistryRefusals.SchemesOwnAccount.With(("account", account.Number));
        }

        if (Holders.Blank("reason", reason) is { } blank)
        {
            return blank;
        }

        return from.Contains(account.Status)
            ? Decision.Of(new AccountStatusChanged(id, wanted, reason == "-" ? "" : reason))
            : RegistryRefusals.WrongAccountStatus.With(
                ("account", account.Number), ("status", account.Status), ("wanted", wanted));
    }

    private static void Apply(SchemeState state, in Context context, AccountStatusChanged happened)
    {
        var account = state.Registry.Accounts[happened.Account];
        state.Registry.Accounts[account.Id] = account with { Status = happened.Status };
        if (happened.Status == AccountStatus.Blocked)
        {
            state.Registry.Blocked[account.Id] = account.Status;
        }
        else
        {
            state.Registry.Blocked.Remove(account.Id);
        }

        if (happened.Status is AccountStatus.Closed or AccountStatus.Rejected)
        {
            Trust.Forget(state, account.Id);
            state.Registry.Sent.Remove(account.Id);
        }

        if (account.Holder is not null)
        {
            AccountOpening.Link(
                state, account, happened.Status is AccountStatus.Closed or AccountStatus.Rejected ? null : account.Id);
        }
    }
}
