using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Registry;
using Tanheng.Web.Actions.Speech;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Desks.Operator;

/// <summary>What the registry operator has to do today.</summary>
internal static class OperatorDay
{
    public static readonly DeskList<WorkItem> List = new("operator-work", WorkItem.Columns, Of);

    /// <summary>The kinds of work.</summary>
    public static readonly IReadOnlyList<(string Key, Text Kind)> Kinds =
    [
        ("proposal", Words.Proposal),
        ("account", Words.DeskApplications),
        ("transfer", Words.DeskPendingTransfers),
        ("blocked", Words.DeskBlocked),
        ("trust", Words.DeskTrustWaits),
        ("documents", Words.DocumentsAsked),
    ];

    private static IReadOnlyList<WorkItem> Of(SchemeState state, DeskAsk ask)
    {
        var naming = new Naming(state);
        return WorkItem.Sorted(
            [
                .. ProposalWork.Of(state, ask),
                .. Accounts(state, ask, naming),
                .. Transfers(state, ask, naming),
                .. Trusts(state, ask, naming),
                .. Requests.Documents(state, ask, naming),
            ],
            ask);
    }

    private static IEnumerable<WorkItem> Accounts(SchemeState state, DeskAsk ask, Naming naming)
    {
        foreach (var account in state.Registry.Accounts.Values)
        {
            var key = account.Status switch
            {
                AccountStatus.Applied or AccountStatus.Reviewed => "account",
                AccountStatus.Blocked => "blocked",
                _ => "",
            };
            if (key.Length > 0)
            {
                var (kind, status) = (Names.Of(account.Kind), Names.Of(account.Status));
                yield return new WorkItem(
                    key,
                    Kinds.First(one => one.Key == key).Kind,
                    new Text($"{kind.Zh} {account.Number}：{status.Zh}", $"{kind.En} {account.Number}: {status.En}"),
                    account.Holder is { } holder ? naming.Holder(holder) : null,
                    null,
                    ask.Now,
                    AccountLines.PathOf(account))
                {
                    Acts = AccountLines.Acts(account),
                };
            }
        }
    }

    private static IEnumerable<WorkItem> Transfers(SchemeState state, DeskAsk ask, Naming naming) =>
        state.Registry.PendingTransfers.Values.Select(one =>
        {
            var (quantity, to) = (Naming.Quantity(one.Asset, one.Serials.Count), naming.Account(one.To));
            return new WorkItem(
                "transfer",
                Words.DeskPendingTransfers,
                new Text($"{one.Id}：{quantity.Zh} → {to.Zh}", $"{one.Id}: {quantity.En} → {to.En}"),
                naming.Holder(one.Holder),
                state.Rules.Calendar.Local(one.Until),
                ask.Now,
                "/operator/transfers")
            {
                Acts = [TransferLines.Cancel(one)],
            };
        });

    private static IEnumerable<WorkItem> Trusts(SchemeState state, DeskAsk ask, Naming naming) =>
        from pair in state.Registry.Trusted
        from entry in pair.Value
        where !entry.IsActive
        let account = state.Registry.Accounts[pair.Key]
        let other = naming.Account(entry.Account)
        select new WorkItem(
            "trust",
            Words.DeskTrustWaits,
            new Text($"{account.Number} 信任 {other.Zh}", $"{account.Number} trusts {other.En}"),
            account.Holder is { } holder ? naming.Holder(holder) : null,
            state.Rules.Calendar.Local(entry.ActiveFrom),
            ask.Now,
            AccountLines.PathOf(account));
}
