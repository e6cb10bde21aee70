using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Compliance;

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

/// <summary>Makes a restricted or frozen account usable again.</summary>
public sealed record UnfreezeAccount(AccountId Account, string Reason) : Command;

/// <summary>注销: closes an empty account for good.</summary>
public sealed record CloseAccount(HolderId Holder, AccountId Account, string Reason) : Command, IForHolder;

/// <summary>An account's status changed.</summary>
public sealed record AccountStatusChanged(AccountId Account, AccountStatus Status, string Reason) : Event;

/// <summary>
/// The life of an account: Applied → Reviewed → Active ⇄ Restricted, Frozen → Closed, or Rejected. Refusals in order:
/// unknown account; the scheme's own account; text missing (reason); wrong account status; to activate: too few
/// representatives; to close: not the holder's (before the status), account not empty, obligations open.
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
            .Command<UnfreezeAccount>("unfreeze-account", officials, Decide)
            .Command<CloseAccount>("close-account", Permission.OfHolder(Role.Authority, Role.RegistryOperator), Decide)
            .Event<AccountStatusChanged>("account-status-changed", Apply);
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, ReviewAccount command) =>
        Change(state, command.Account, "-", AccountStatus.Reviewed, AccountStatus.Applied);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, ActivateAccount command)
    {
        var change = Change(state, command.Account, "-", AccountStatus.Active, AccountStatus.Reviewed);
        if (change.Refusal is null && state.Registry.Accounts[command.Account].Holder is { } id)
        {
            var least = state.Rules.Registry.LeastRepresentatives;
            if (state.Registry.Holders[id].Representatives.Count(person => !person.Suspended) < least)
            {
                return RegistryRefusals.TooFewRepresentatives.With(("holder", id), ("least", least));
            }
        }

        return change;
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, RejectAccount command) => Change(
        state, command.Account, command.Reason, AccountStatus.Rejected, AccountStatus.Applied, AccountStatus.Reviewed);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, RestrictAccount command) =>
        Change(state, command.Account, command.Reason, AccountStatus.Restricted, AccountStatus.Active);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, FreezeAccount command) => Change(
        state, command.Account, command.Reason, AccountStatus.Frozen, AccountStatus.Active, AccountStatus.Restricted);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, UnfreezeAccount command) => Change(
        state, command.Account, command.Reason, AccountStatus.Active, AccountStatus.Frozen, AccountStatus.Restricted);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, CloseAccount command)
    {
        if (Accounts.Find(state, command.Account).Try(out var account, out var refusal)
            && account.Holder != command.Holder)
        {
            return RegistryRefusals.NotTheHolders.With(("what", account.Number), ("holder", command.Holder));
        }

        var change = Change(
            state,
            command.Account,
            command.Reason,
            AccountStatus.Closed,
            AccountStatus.Active,
            AccountStatus.Restricted);
        if (change.IsRefused(out refusal))
        {
            return refusal;
        }

        foreach (var position in state.Ledger.Positions(command.Account))
        {
            return RegistryRefusals.AccountNotEmpty.With(
                ("account", account!.Number), ("asset", position.Asset), ("quantity", position.Quantity));
        }

        return OpenObligation(state, command.Holder) is { } open
            ? RegistryRefusals.ObligationsOpen.With(
                ("holder", command.Holder), ("period", open.Period), ("missing", open.Missing))
            : change;
    }

    private static Obligation? OpenObligation(SchemeState state, HolderId holder)
    {
        foreach (var period in state.Rules.Periods)
        {
            if (state.Compliance.Of(holder, period.Period) is { } obligation && obligation.Missing > Tonnes.Zero)
            {
                return obligation;
            }
        }

        return null;
    }

    private static Outcome<Decision> Change(
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
        if (account.Holder is not null)
        {
            AccountOpening.Link(
                state, account, happened.Status is AccountStatus.Closed or AccountStatus.Rejected ? null : account.Id);
        }
    }
}
