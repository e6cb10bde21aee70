using System.Globalization;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Registry;
using Tanheng.Web.Actions.Speech;
using Tanheng.Web.Portal;
using Tanheng.Web.Portal.Tables;

namespace Tanheng.Web.Desks.Operator;

/// <summary>An account with its owner and what is in it.</summary>
public sealed record AccountLine(Account Account, Text Owner, IReadOnlyDictionary<string, long> Balances);

/// <summary>The accounts that the address asks for, with a column and a sum for each unit type.</summary>
internal sealed record AccountTable(
    IReadOnlyList<Column<AccountLine>> Columns,
    IReadOnlyList<AccountLine> Rows,
    IReadOnlyDictionary<string, object?> Totals)
{
    /// <summary>Reads the state.</summary>
    public static AccountTable Of(SchemeState state, DeskAsk ask)
    {
        var units = AccountLines.Units(state);
        var rows = AccountLines.Of(state, ask);
        return new AccountTable(
            AccountLines.ColumnsOf(units),
            rows,
            units.ToDictionary(
                unit => unit, unit => (object?)new Tonnes(rows.Sum(row => row.Balances.GetValueOrDefault(unit)))));
    }
}

/// <summary>All accounts that are not the scheme's own; one column for each unit type there is.</summary>
internal static class AccountLines
{
    /// <summary>The page of an account.</summary>
    public static string PathOf(Account account) =>
        "/operator/accounts/" + account.Id.Value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The columns with those of the unit types.</summary>
    public static IReadOnlyList<Column<AccountLine>> ColumnsOf(IReadOnlyList<string> units) =>
    [
        new("number", Words.Account, row => row.Account.Number)
        {
            Head = true,
            Class = "serial nowrap",
            Link = row => PathOf(row.Account),
        },
        new("owner", Words.Entity, row => row.Owner),
        new("kind", Words.Kind, row => Names.Of(row.Account.Kind)),
        DeskColumns.State<AccountLine>("status", Words.Status, row => Names.Of(row.Account.Status), row =>
            Tone(row.Account.Status)),
        .. units.Select(unit => Columns.Tonnes<AccountLine>(unit, new Text(unit, unit), row =>
            row.Balances.TryGetValue(unit, out var quantity) ? new Tonnes(quantity) : null)),
    ];

    /// <summary>The unit types in the order of their codes.</summary>
    public static IReadOnlyList<string> Units(SchemeState state) =>
        [.. state.Ledger.Assets.Keys.Where(asset => !asset.IsMoney).Select(asset => asset.Code).Order()];

    /// <summary>The accounts that the address asks for.</summary>
    public static IReadOnlyList<AccountLine> Of(SchemeState state, DeskAsk ask) =>
    [
        .. Of(state, state.Registry.Accounts.Values
                .Where(account => !account.Kind.IsSystem())
                .Where(account => ask.Is("kind", account.Kind.ToString()))
                .Where(account => ask.Is("status", account.Status.ToString())))
            .Where(row => ask.Finds(row.Account.Number, row.Owner.Zh, row.Owner.En)),
    ];

    /// <summary>Accounts with their owners and what is in them, by number.</summary>
    public static IReadOnlyList<AccountLine> Of(SchemeState state, IEnumerable<Account> accounts)
    {
        var naming = new Naming(state);
        return
        [
            .. accounts.OrderBy(account => account.Id.Value)
                .Select(account => new AccountLine(account, Owner(naming, account), Balances(state, account.Id))),
        ];
    }

    /// <summary>Whose it is.</summary>
    public static Text Owner(Naming naming, Account account) => account.Holder is { } holder
        ? naming.Holder(holder)
        : ProvinceNames.Of(account.Province ?? "—");

    /// <summary>What the operator may do with an account as it stands.</summary>
    public static IReadOnlyList<Act> Acts(Account account)
    {
        Act May(string command, Text word) => new($"/act/{command}?account={account.Id.Value}", word);
        return account.Status switch
        {
            AccountStatus.Applied => [May("review-account", Words.DeskReview), May("reject-account", Words.Reject)],
            AccountStatus.Reviewed => [May(
                "activate-account", Words.DeskActivate), May("reject-account", Words.Reject)],
            AccountStatus.Active =>
            [
                May("restrict-account", Words.DeskRestrict),
                May("freeze-account", Words.DeskFreezeAccount),
                May("suspend-account", Words.DeskSuspend),
                new(
                    $"/act/close-account?account={account.Id.Value}&holder={account.Holder?.Value}",
                    Words.DeskCloseAccount),
            ],
            AccountStatus.Restricted or AccountStatus.Frozen or AccountStatus.Suspended =>
                [May("unfreeze-account", Words.DeskUnfreeze)],
            AccountStatus.Blocked => [May("unblock-account", Words.DeskUnblock)],
            _ => [],
        };
    }

    /// <summary>The colours of an account's states.</summary>
    public static string Tone(AccountStatus status) => status switch
    {
        AccountStatus.Active => "good",
        AccountStatus.Applied or AccountStatus.Reviewed => "info",
        AccountStatus.Blocked or AccountStatus.Frozen or AccountStatus.Suspended => "bad",
        AccountStatus.Restricted => "warn",
        _ => "",
    };

    private static Dictionary<string, long> Balances(SchemeState state, AccountId id)
    {
        var balances = new Dictionary<string, long>();
        if (state.Ledger.Has(id))
        {
            foreach (var position in state.Ledger.Positions(id).Where(one => !one.Asset.IsMoney))
            {
                balances[position.Asset.Code] = balances.GetValueOrDefault(position.Asset.Code) + position.Quantity;
            }
        }

        return balances;
    }
}
