using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Approval;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Tests.Auditor;

/// <summary>Trusted lists, changes of people, details, years, reconciliation.</summary>
internal sealed partial class Maker
{
    private (int Weight, Func<Command> Make)[] TrustKinds() =>
    [
        (10, () => Own() is var (holder, account)
            ? new AddTrustedAccount(holder, account, AccountOf(Whose()), dice.Rarely(500) ? "" : "partner") : null!),
        (5, () => Entry() is var (holder, account, trusted) ? new RemoveTrustedAccounts(holder, account,
            dice.Rarely(50) ? [trusted, trusted] : Oddly() ? [] : [trusted]) : null!),
        (2, () => Entry() is var (holder, account, trusted)
            ? new DescribeTrustedAccount(holder, account, trusted, dice.Of(["partner", "sister"])) : null!),
        (4, () => Own() is var (holder, account) ? new SetAccountRules(holder, account, new AccountRules(
            dice.Rarely(700), dice.Rarely(500), dice.Rarely(500))) : null!),
    ];

    private (int Weight, Func<Command> Make)[] PeopleKinds() =>
    [
        (4, () => new ChangeRepresentative(Whose(), Person(),
            dice.Of([Rights.Initiate, Rights.Initiate | Rights.Approve, Rights.Surrender, Rights.None]))),
        (3, () => new ReplaceRepresentative(Whose(), Person(), Person(), Rights.Initiate)),
        (2, () => new InviteClaim(Whose(), Claims.DigestOf("K7"))),
        (4, () => new ClaimHolder(NumberOf(Whose()), Oddly() ? "K8" : "K7")),
        (2, () => new DescribeHolder(Whose(), new HolderDetails(HolderKind.Organisation,
            new PostalAddress("长安街", "北京", "100031", Oddly() ? "China" : "CN"), []))),
        (2, () => new SetEmissionYears(Whose(), Oddly() ? 1990 : (int)dice.Between(2021, 2022),
            dice.Rarely(700) ? null : (int)dice.Between(2022, 2024))),
        (2, () => Listed() is var (holder, year) ? new ExcludeYear(holder, year, Reason()) : null!),
        (3, Include),
        (1, Reconcile),
        (4, () => new UnblockAccount(Applied(AccountStatus.Blocked), Reason())),
        (6, () => new AssignProposal(SomeProposal(), dice.Rarely(400) ? null : dice.Of(Users))),
    ];

    private (HolderId Holder, AccountId Account) Own()
    {
        var account = SomeAccount(AccountKind.Registry, AccountKind.Trading);
        return (state.Registry.Accounts.GetValueOrDefault(account)?.Holder is { } holder && !Oddly() ? holder : Whose(),
            account);
    }

    /// <summary>An entry of a trusted list that is (mostly) there.</summary>
    private (HolderId Holder, AccountId Account, AccountId Trusted) Entry()
    {
        var all = state.Registry.Trusted.OrderBy(list => list.Key.Value)
            .SelectMany(list => list.Value.Select(entry => (list.Key, entry.Account)))
            .ToList();
        if (all.Count == 0 || dice.Rarely(60))
        {
            var (holder, own) = Own();
            return (holder, own, AccountOf(Whose()));
        }

        var (account, trusted) = dice.Of(all);
        return (state.Registry.Accounts[account].Holder!.Value, account, trusted);
    }

    private string NumberOf(HolderId holder) =>
        state.Registry.Accounts.TryGetValue(AccountOf(holder), out var account) ? account.Number : "A1";

    private IncludeYear Include()
    {
        var all = state.Registry.Excluded.Keys.OrderBy(key => key.Holder.Value).ThenBy(key => key.Year).ToList();
        var (holder, year) = all.Count == 0 || Oddly() ? Listed() : dice.Of(all);
        return new IncludeYear(holder, year, Reason());
    }

    /// <summary>A statement of what is there, now and then one tonne off.</summary>
    private Reconcile Reconcile()
    {
        var account = SomeAccount(AccountKind.Registry, AccountKind.Trading);
        var held = state.Ledger.Has(account) ? state.Ledger.Positions(account).ToList() : [];
        var stated = held.Select(position => position.Asset).Distinct()
            .Select(asset => new StatedHolding(
                account, asset, state.Ledger.Total(account, asset) + (dice.Rarely(150) ? 1 : 0)))
            .ToList();
        return new Reconcile(Reason(), stated);
    }
}
