using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Registry;

/// <summary>Puts an account on the trusted list of another.</summary>
/// <param name="Holder">Whose list.</param>
/// <param name="Account">The account that will send.</param>
/// <param name="Trusted">The account that may receive.</param>
/// <param name="Description">What the holder calls it; may be empty.</param>
public sealed record AddTrustedAccount(HolderId Holder, AccountId Account, AccountId Trusted, string Description)
    : Command, IForHolder, IForAccounts, IOneAtATime
{
    IReadOnlyList<AccountId> IForAccounts.Accounts => [Account, Trusted];

    IReadOnlyList<string> IOneAtATime.Keys => [$"trusted-account {Account} {Trusted}"];
}

/// <summary>An account stands on a trusted list and will count from a moment on.</summary>
public sealed record TrustedAccountAdded(
    HolderId Holder, AccountId Account, AccountId Trusted, string Description, DateTimeOffset ActiveFrom) : Event;

/// <summary>The wait is over: the account counts as trusted.</summary>
public sealed record TrustedAccountActivated(AccountId Account, AccountId Trusted) : Event;

/// <summary>
/// 受信账户名单. An entry counts after the wait of the rulebook (<c>activation</c>), so that a thief who gets at two
/// representatives' means of signing in still has to wait where everybody can see it. Accounts of the same holder are
/// trusted without an entry. Refusals in order: no trusted lists; unknown holder; holder not active; unknown account,
/// another holder's account; account not usable (only active and restricted ones change their list); trusted account:
/// unknown, the holder's own, of a kind that may not receive, not open; already on the list.
/// </summary>
public static class TrustedAccounts
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<AddTrustedAccount>(
            "add-trusted-account", Permission.OfHolder(Role.RegistryOperator, Role.Authority), Decide)
        .Event<TrustedAccountAdded>("trusted-account-added", Apply)
        .Event<TrustedAccountActivated>("trusted-account-activated", Apply)
        .WhenDue(DueKind.TrustActivation, Activate);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, AddTrustedAccount command)
    {
        if (Trust.CheckOwner(
            state, command.Holder, command.Account, AccountStatus.Active, AccountStatus.Restricted) is { } refusal)
        {
            return refusal;
        }

        if (CheckTrusted(state, command) is { } wrong)
        {
            return wrong;
        }

        if (Trust.Find(state, command.Account, command.Trusted) is { } known)
        {
            return TrustRefusals.AlreadyTrusted.With(
                ("account", Number(state, command.Trusted)), ("from", known.ActiveFrom.ToString("O")));
        }

        var from = state.Rules.Calendar.After(context.Time, state.Rules.TrustedAccounts!.Activation);
        return Decision.Of(new TrustedAccountAdded(
            command.Holder, command.Account, command.Trusted, command.Description, from));
    }

    private static Refusal? CheckTrusted(SchemeState state, AddTrustedAccount command)
    {
        if (!Accounts.Find(state, command.Trusted).Try(out var trusted, out var refusal))
        {
            return refusal;
        }

        if (trusted.Holder == command.Holder)
        {
            return TrustRefusals.OwnAccount.With(("account", trusted.Number));
        }

        if (trusted.Status is AccountStatus.Closed or AccountStatus.Rejected or AccountStatus.Applied
            or AccountStatus.Reviewed || AccountClosure.IsWaiting(state, trusted.Id))
        {
            return TrustRefusals.NotOpen.With(("account", trusted.Number), ("status", trusted.Status));
        }

        const string type = TransactionTypes.Transfer;
        return state.Rules.Transaction(type) is { } rule && rule.To.Contains(trusted.Kind)
            ? null
            : RegistryRefusals.KindMayNotReceive.With(
                ("account", trusted.Number), ("kind", trusted.Kind), ("type", type));
    }

    private static string Number(SchemeState state, AccountId account) => state.Registry.Accounts[account].Number;

    private static Decision Activate(SchemeState state, in Context context, Due due)
    {
        var ids = due.Subject.Split(' ');
        return Decision.Of(new TrustedAccountActivated(
            AccountId.From(long.Parse(ids[0])), AccountId.From(long.Parse(ids[1]))));
    }

    private static void Apply(SchemeState state, in Context context, TrustedAccountAdded happened)
    {
        if (!state.Registry.Trusted.TryGetValue(happened.Account, out var list))
        {
            state.Registry.Trusted.Add(happened.Account, list = []);
        }

        var entry = new TrustedAccount(
            happened.Trusted,
            happened.Description,
            happened.ActiveFrom,
            happened.ActiveFrom <= context.Time,
            context.Actor);
        list.Add(entry);
        if (!entry.IsActive)
        {
            state.Agenda.Add(Trust.ActivationOf(happened.Account, entry));
        }
    }

    private static void Apply(SchemeState state, in Context context, TrustedAccountActivated happened)
    {
        var list = state.Registry.Trusted[happened.Account];
        var i = list.FindIndex(entry => entry.Account == happened.Trusted);
        list[i] = list[i] with { IsActive = true };
    }
}
