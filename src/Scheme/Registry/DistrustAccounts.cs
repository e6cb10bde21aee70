using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Registry;

/// <summary>Takes accounts off a trusted list, those that do not count yet included.</summary>
public sealed record RemoveTrustedAccounts(HolderId Holder, AccountId Account, IReadOnlyList<AccountId> Trusted)
    : Command, IForHolder, IForAccounts, IOneAtATime
{
    IReadOnlyList<AccountId> IForAccounts.Accounts => [Account, .. Trusted.Distinct()];

    IReadOnlyList<string> IOneAtATime.Keys =>
        [.. Trusted.Distinct().Select(trusted => $"trusted-account {Account} {trusted}")];
}

/// <summary>Changes what the holder calls a trusted account.</summary>
public sealed record DescribeTrustedAccount(HolderId Holder, AccountId Account, AccountId Trusted, string Description)
    : Command, IForHolder;

/// <summary>Accounts are trusted no more.</summary>
public sealed record TrustedAccountsRemoved(HolderId Holder, AccountId Account, IReadOnlyList<AccountId> Trusted)
    : Event;

/// <summary>A trusted account is called something else.</summary>
public sealed record TrustedAccountDescribed(
    HolderId Holder, AccountId Account, AccountId Trusted, string Before, string Description) : Event;

/// <summary>
/// Less trust needs no wait: what is removed stops to count with the row. Transfers that were accepted before go on.
/// Refusals in order: no trusted lists; unknown holder; holder not active; unknown account, another holder's account;
/// account not usable; to remove: nothing to do (nobody named), per account not on the list, also when named twice; to
/// describe: not on the list; nothing to do.
/// </summary>
public static class Distrust
{
    private static readonly AccountStatus[] Usable =
        [AccountStatus.Active, AccountStatus.Restricted, AccountStatus.Frozen, AccountStatus.Suspended];

    internal static void Register(Catalogue catalogue)
    {
        var everybody = Permission.OfHolder(Role.RegistryOperator, Role.Authority);
        catalogue
            .Command<RemoveTrustedAccounts>("remove-trusted-accounts", everybody, Decide)
            .Command<DescribeTrustedAccount>("describe-trusted-account", everybody, Decide)
            .Event<TrustedAccountsRemoved>("trusted-accounts-removed", Apply)
            .Event<TrustedAccountDescribed>("trusted-account-described", Apply);
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, RemoveTrustedAccounts command)
    {
        if (Trust.CheckOwner(state, command.Holder, command.Account, Usable) is { } refusal)
        {
            return refusal;
        }

        if (command.Trusted.Count == 0)
        {
            return RegistryRefusals.NothingToDo.With();
        }

        var seen = new HashSet<AccountId>();
        foreach (var trusted in command.Trusted)
        {
            if (!seen.Add(trusted) || Trust.Find(state, command.Account, trusted) is null)
            {
                return NotOnTheList(state, command.Account, trusted);
            }
        }

        return Decision.Of(new TrustedAccountsRemoved(command.Holder, command.Account, command.Trusted));
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, DescribeTrustedAccount command)
    {
        if (Trust.CheckOwner(state, command.Holder, command.Account, Usable) is { } refusal)
        {
            return refusal;
        }

        if (Trust.Find(state, command.Account, command.Trusted) is not { } entry)
        {
            return NotOnTheList(state, command.Account, command.Trusted);
        }

        return entry.Description == command.Description
            ? RegistryRefusals.NothingToDo.With()
            : Decision.Of(new TrustedAccountDescribed(
                command.Holder, command.Account, command.Trusted, entry.Description, command.Description));
    }

    private static Refusal NotOnTheList(SchemeState state, AccountId account, AccountId trusted) =>
        TrustRefusals.NotOnTheList.With(
            ("trusted", state.Registry.Accounts.GetValueOrDefault(trusted)?.Number ?? trusted.ToString()),
            ("account", state.Registry.Accounts[account].Number));

    private static void Apply(SchemeState state, in Context context, TrustedAccountsRemoved happened)
    {
        foreach (var trusted in happened.Trusted)
        {
            Trust.Remove(state, happened.Account, Trust.Find(state, happened.Account, trusted)!);
        }
    }

    private static void Apply(SchemeState state, in Context context, TrustedAccountDescribed happened)
    {
        var list = state.Registry.Trusted[happened.Account];
        var i = list.FindIndex(entry => entry.Account == happened.Trusted);
        list[i] = list[i] with { Description = happened.Description };
    }
}
