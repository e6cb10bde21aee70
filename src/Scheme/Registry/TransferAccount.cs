using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Registry;

/// <summary>账户转移: an account with what is in it goes to another holder.</summary>
public sealed record TransferAccount(AccountId Account, HolderId To, string Reference)
    : Command, IForAccounts, IOneAtATime
{
    IReadOnlyList<AccountId> IForAccounts.Accounts => [Account];

    IReadOnlyList<string> IOneAtATime.Keys => [AccountTransfer.KeyOf(Account)];
}

/// <summary>An account is another holder's, without people and trusted list of the old one.</summary>
public sealed record AccountTransferred(AccountId Account, HolderId From, HolderId To, string Reference) : Event;

/// <summary>
/// The account keeps number, status and holdings. The old holder's people lose it, because people act for holders; its
/// trusted list, its places on lists of others and its own rules go. Refusals in order: unknown account; not movable
/// (kind or status); unknown holder, holder not active; already theirs; text missing (reference); account limit of the
/// new holder; its people (too few, too many, no pair), its details; unfinished (all reasons at once: what is open of
/// the old holder or the account, kept units, something still to be surrendered).
/// </summary>
public static class AccountTransfer
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<TransferAccount>("transfer-account", Permission.Of(Role.Authority, Role.RegistryOperator), Decide)
        .Event<AccountTransferred>("account-transferred", Apply);

    internal static string KeyOf(AccountId account) => $"transfer-account {account}";

    private static Outcome<Decision> Decide(SchemeState state, in Context context, TransferAccount command)
    {
        if (!Accounts.Find(state, command.Account).Try(out var account, out var refusal))
        {
            return refusal;
        }

        if (account is not
            {
                Kind: AccountKind.Registry or AccountKind.Trading,
                Holder: { } from,
                Status: AccountStatus.Active or AccountStatus.Restricted or AccountStatus.Suspended,
            })
        {
            return OwnershipRefusals.NotMovable.With(("account", account.Number));
        }

        if (!Holders.Active(state, command.To).Try(out var receiver, out refusal))
        {
            return refusal;
        }

        if (from == command.To)
        {
            return OwnershipRefusals.AlreadyTheirs.With(("what", account.Number), ("to", command.To));
        }

        if ((Holders.Blank("reference", command.Reference) ?? CheckReceiver(state, account, receiver)) is { } wrong)
        {
            return wrong;
        }

        var reasons = Ownership.OpenMatters(state, from).Concat(Waiting(state, account)).ToList();
        if (reasons.Count > 0)
        {
            var all = Ownership.Joined(reasons);
            return OwnershipRefusals.Unfinished.With(
                ("what", account.Number), ("to", command.To), ("reasons_zh", all.Zh), ("reasons_en", all.En));
        }

        return Decision.Of(new AccountTransferred(account.Id, from, command.To, command.Reference));
    }

    private static Refusal? CheckReceiver(SchemeState state, Account account, Holder to)
    {
        var limit = state.Rules.Registry.AccountsPerHolder.GetValueOrDefault(account.Kind);
        return Accounts.Of(state, to.Id).Count(one => one.Kind == account.Kind) >= limit
            ? RegistryRefusals.AccountLimit.With(("holder", to.Id), ("kind", account.Kind), ("limit", limit))
            : RepresentativeLimits.Check(state, to.Id, [account.Kind], to.Representatives)
                ?? HolderDescription.Missing(state, to);
    }

    private static IEnumerable<Text> Waiting(SchemeState state, Account account)
    {
        if (state.Approvals.WaitingFor(account.Id).Any(one => one.Keys?.Contains(KeyOf(account.Id)) != true))
        {
            yield return new Text("有涉及该账户的提案待批", "a proposal about the account waits");
        }

        if (state.Ledger.Positions(account.Id).Any(position => position.Compartment != Compartment.Free))
        {
            yield return new Text("有冻结或占用的持仓", "units are frozen or otherwise kept");
        }

        foreach (var rules in state.Rules.Periods)
        {
            if (state.Compliance.Of(account.Holder!.Value, rules.Period) is { } owed && owed.Missing > Tonnes.Zero)
            {
                yield return new Text(
                    $"{rules.Period} 尚需清缴 {owed.Missing}",
                    $"{owed.Missing} are still to be surrendered for {rules.Period}");
            }
        }
    }

    private static void Apply(SchemeState state, in Context context, AccountTransferred happened)
    {
        var (registry, id) = (state.Registry, happened.Account);
        var account = registry.Accounts[id];
        Trust.Forget(state, id);
        registry.Sent.Remove(id);
        AccountOpening.Link(state, account, null);
        registry.AccountsOf[happened.From].Remove(id);
        account = account with { Holder = happened.To, Rules = null };
        registry.Accounts[id] = account;
        if (!registry.AccountsOf.TryGetValue(happened.To, out var own))
        {
            registry.AccountsOf.Add(happened.To, own = []);
        }

        own.Add(id);
        AccountOpening.Link(state, account, id);
        Ownership.Note(
            registry.AccountOwners, id, new OwnerChange(context.Time, happened.From, happened.To, happened.Reference));
    }
}
