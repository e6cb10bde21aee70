using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Registry;

/// <summary>Applies for an account of a holder.</summary>
public sealed record OpenAccount(HolderId Holder, AccountKind Kind) : Command, IForHolder;

/// <summary>Opens the account through which a province's allocation passes.</summary>
public sealed record OpenProvincialAccount(string Province) : Command;

/// <summary>An account exists, in its first status.</summary>
public sealed record AccountOpened(Account Account) : Event;

/// <summary>
/// Refusals in order, of an application: unknown holder; holder not active; kind not opened; account limit; of a
/// provincial account: text missing (province); province has account.
/// </summary>
public static class AccountOpening
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<OpenAccount>(
            "open-account", Permission.OfHolder(Role.Authority, Role.RegistryOperator), Decide)
        .Command<OpenProvincialAccount>(
            "open-provincial-account", Permission.Of(Role.Authority, Role.RegistryOperator), Decide)
        .Event<AccountOpened>("account-opened", Apply);

    /// <summary>
    /// The opening of one more account. <paramref name="before"/> counts the accounts that the same command opens
    /// earlier.
    /// </summary>
    internal static AccountOpened Plan(
        SchemeState state, int before, AccountKind kind, AccountStatus status, HolderId? holder, string? province)
    {
        var id = new AccountId(state.Ledger.NextAccount.Value + before);
        var number = AccountNumber.Of(state.Rules.Registry.AccountPrefix, kind, id);
        return new AccountOpened(new Account(id, number, kind, holder, province, status));
    }

    /// <summary>The opening of the province's account when it is needed now; else nothing.</summary>
    internal static IEnumerable<Event> ForProvince(SchemeState state, string province) =>
        NeedsProvince(state, province)
            ? [Plan(state, 0, AccountKind.Provincial, AccountStatus.Active, null, province)]
            : [];

    /// <summary>True when the rulebook has units pass, or stay, with the province and it has no account yet.</summary>
    internal static bool NeedsProvince(SchemeState state, string province) =>
        !state.Registry.Provinces.ContainsKey(province)
        && state.Rules.Periods.Any(period => period.Allocation.ThroughProvince || period.Allocation.CustodyForRisky);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, OpenAccount command)
    {
        if (Holders.Active(state, command.Holder).IsRefused(out var refusal))
        {
            return refusal;
        }

        var rule = state.Rules.Registry;
        var forHolders = command.Kind == AccountKind.Registry
            || (command.Kind == AccountKind.Trading && rule.TradingAccounts);
        if (!forHolders || rule.AccountsPerHolder.GetValueOrDefault(command.Kind) is not (> 0 and var limit))
        {
            return RegistryRefusals.KindNotOpened.With(("kind", command.Kind));
        }

        if (Accounts.Of(state, command.Holder).Count(account => account.Kind == command.Kind) >= limit)
        {
            return RegistryRefusals.AccountLimit.With(
                ("holder", command.Holder), ("kind", command.Kind), ("limit", limit));
        }

        return Decision.Of(Plan(state, 0, command.Kind, AccountStatus.Applied, command.Holder, null));
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, OpenProvincialAccount command)
    {
        if (Holders.Blank("province", command.Province) is { } blank)
        {
            return blank;
        }

        return state.Registry.Provinces.TryGetValue(command.Province, out var known)
            ? RegistryRefusals.ProvinceHasAccount.With(("province", command.Province), ("account", known))
            : Decision.Of(Plan(state, 0, AccountKind.Provincial, AccountStatus.Active, null, command.Province));
    }

    private static void Apply(SchemeState state, in Context context, AccountOpened happened)
    {
        var account = happened.Account with { PublicId = PublicIds.Of(state, context, happened.Account.Id) };
        state.Ledger.Open(account.Kind);
        state.Registry.Accounts.Add(account.Id, account);
        state.Registry.Numbers.Add(account.Number, account.Id);
        state.Registry.PublicIds.Add(account.PublicId, account.Id);
        if (account.Kind == AccountKind.Provincial)
        {
            state.Registry.Provinces.Add(account.Province!, account.Id);
        }

        if (account.Holder is { } holder)
        {
            if (!state.Registry.AccountsOf.TryGetValue(holder, out var accounts))
            {
                state.Registry.AccountsOf.Add(holder, accounts = []);
            }

            accounts.Add(account.Id);
            if (account.Status == AccountStatus.Active)
            {
                Link(state, account, account.Id);
            }
        }
    }

    /// <summary>Makes an account the holder's one of its kind, unless there is one; null unlinks it.</summary>
    internal static void Link(SchemeState state, Account account, AccountId? id) =>
        Holders.Change(state, account.Holder!.Value, holder => account.Kind switch
        {
            AccountKind.Registry => holder with { RegistryAccount = Next(holder.RegistryAccount, account.Id, id) },
            AccountKind.Trading => holder with { TradingAccount = Next(holder.TradingAccount, account.Id, id) },
            _ => holder with { CustodyAccount = Next(holder.CustodyAccount, account.Id, id) },
        });

    private static AccountId? Next(AccountId? linked, AccountId account, AccountId? wanted) =>
        linked is null || linked == account ? wanted : linked;
}
