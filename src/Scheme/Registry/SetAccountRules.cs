using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Registry;

/// <summary>Changes how far an account trusts and whom it asks. A holder asks; somebody else decides.</summary>
public sealed record SetAccountRules(HolderId Holder, AccountId Account, AccountRules Rules)
    : Command, IForHolder, IForAccounts, IOneAtATime
{
    IReadOnlyList<AccountId> IForAccounts.Accounts => [Account];

    IReadOnlyList<string> IOneAtATime.Keys => [$"account-rules {Account}"];
}

/// <summary>An account's rules are now these.</summary>
public sealed record AccountRulesSet(HolderId Holder, AccountId Account, AccountRules Rules, AccountRules Before)
    : Event;

/// <summary>
/// Until the decision the old rules hold. Where the rulebook names no approver for it, only officials change them.
/// Refusals in order: no trusted lists; unknown holder; holder not active; unknown account, another holder's account;
/// account not usable; nothing to do.
/// </summary>
public static class AccountRuling
{
    private static readonly AccountStatus[] Usable =
        [AccountStatus.Applied, AccountStatus.Reviewed, AccountStatus.Active, AccountStatus.Restricted];

    internal static void Register(Catalogue catalogue) => catalogue
        .Command<SetAccountRules>(
            "set-account-rules", Permission.OnRequestOfHolder(Role.RegistryOperator, Role.Authority), Decide)
        .Event<AccountRulesSet>("account-rules-set", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, SetAccountRules command)
    {
        if (Trust.CheckOwner(state, command.Holder, command.Account, Usable) is { } refusal)
        {
            return refusal;
        }

        var before = Trust.RulesOf(state, command.Account);
        return before == command.Rules
            ? RegistryRefusals.NothingToDo.With()
            : Decision.Of(new AccountRulesSet(command.Holder, command.Account, command.Rules, before));
    }

    private static void Apply(SchemeState state, in Context context, AccountRulesSet happened) =>
        state.Registry.Accounts[happened.Account] =
            state.Registry.Accounts[happened.Account] with { Rules = happened.Rules };
}
