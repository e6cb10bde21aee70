using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Registry;

namespace Tanheng.Web.Api.Queries;

/// <summary>An account that another one trusts.</summary>
/// <param name="Account">Whose list it stands on.</param>
/// <param name="Trusted">The entry.</param>
public sealed record TrustedAccountView(AccountId Account, TrustedAccount Trusted);

/// <summary>A year that does not count for a holder.</summary>
/// <param name="Holder">Whose.</param>
/// <param name="Year">Which year.</param>
/// <param name="Reason">Why.</param>
public sealed record ExcludedYearView(HolderId Holder, int Year, string Reason);

/// <summary>Lists of trust, excluded years, reconciliations.</summary>
internal static class TrustQueries
{
    public static IEnumerable<Operation> All =>
    [
        Query.List(
            "list-trusted-accounts",
            "/trusted-accounts",
            Audience.OwnPart,
            new("受信账户名单", "Trusted accounts"),
            look => AccountQueries.Accounts(look)
                .Where(account => look.Call.Account is not { } only || only == account.Id)
                .SelectMany(account => (look.State.Registry.Trusted.GetValueOrDefault(account.Id) ?? [])
                    .OrderBy(entry => entry.Account.Value)
                    .Select(entry => new TrustedAccountView(account.Id, entry))),
            entry => Query.Key(entry.Account.Value, entry.Trusted.Account.Value),
            Parameters.Holder,
            Parameters.Account),
        Query.List(
            "list-excluded-years",
            "/excluded-years",
            Audience.OwnPart,
            new("不计入的排放年度", "Years that do not count"),
            look => look.State.Registry.Excluded
                .Where(pair => (look.Call.Holder is not { } only || only == pair.Key.Holder)
                    && look.Sight.Of(pair.Key.Holder))
                .OrderBy(pair => pair.Key.Holder.Value)
                .ThenBy(pair => pair.Key.Year)
                .Select(pair => new ExcludedYearView(pair.Key.Holder, pair.Key.Year, pair.Value)),
            entry => Query.Key(entry.Holder.Value, entry.Year),
            Parameters.Holder),
        Query.List(
            "list-reconciliations",
            "/reconciliations",
            Audience.Officials,
            new("对账记录", "Reconciliations"),
            look => look.State.Registry.Reconciliations,
            run => Query.Key(run.Run)),
    ];
}
