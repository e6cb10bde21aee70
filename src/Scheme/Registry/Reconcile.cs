using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Registry;

/// <summary>What somebody else's books say an account holds, all compartments together.</summary>
/// <param name="Account">The account.</param>
/// <param name="Asset">Units with their vintage, or a currency.</param>
/// <param name="Quantity">Whole tonnes, or minor units of money.</param>
public sealed record StatedHolding(AccountId Account, Asset Asset, long Quantity);

/// <summary>
/// 对账: lays the ledger beside the other records of the scheme, and beside a statement of somebody else's books.
/// </summary>
/// <param name="Source">Whose statement, such as a recount of the journal or the exchange's list.</param>
/// <param name="Statement">Holdings; may be empty.</param>
/// <param name="Complete">True when the statement leaves out nothing but zeros, for all holders' accounts.</param>
public sealed record Reconcile(string Source, IReadOnlyList<StatedHolding> Statement, bool Complete = false) : Command;

/// <summary>Frees an account that a reconciliation blocked, once the last one found it right.</summary>
public sealed record UnblockAccount(AccountId Account, string Reason) : Command;

/// <summary>Which records do not agree.</summary>
public enum DiscrepancyKind
{
    /// <summary>The statement says another quantity.</summary>
    Statement,

    /// <summary>An account's serials are not as many as its balance.</summary>
    Serials,

    /// <summary>Freezes, waiting transfers and pledges keep units that are not frozen or pledged.</summary>
    Kept,

    /// <summary>An obligation counts units that are not in the surrendered account.</summary>
    Surrendered,
}

/// <summary>Where records do not agree.</summary>
/// <param name="Account">The account that is in question.</param>
/// <param name="Asset">What.</param>
/// <param name="Ledger">What the ledger has.</param>
/// <param name="Other">What the other record has.</param>
/// <param name="Kind">Which record.</param>
public sealed record Discrepancy(AccountId Account, Asset Asset, long Ledger, long Other, DiscrepancyKind Kind);

/// <summary>A reconciliation was run.</summary>
/// <param name="Run">Counted from 1.</param>
/// <param name="Source">Whose statement.</param>
/// <param name="Compared">Accounts looked at.</param>
/// <param name="Differences">What does not agree; empty when all does.</param>
public sealed record Reconciled(int Run, string Source, int Compared, IReadOnlyList<Discrepancy> Differences) : Event;

/// <summary>A reconciliation as it is kept.</summary>
public sealed record Reconciliation(
    int Run, DateTimeOffset At, UserId By, string Source, int Compared, IReadOnlyList<Discrepancy> Differences);

/// <summary>
/// Only the accounts that differ are blocked; all others go on. It is one row of the journal, so nothing is under way
/// while it runs. Refusals in order, to reconcile: text missing (source); unknown account; a holding stated twice or
/// below zero; to unblock: unknown account; text missing (reason); wrong account status; still differs.
/// </summary>
public static class Reconciling
{
    internal static void Register(Catalogue catalogue)
    {
        var officials = Permission.Of(Role.RegistryOperator, Role.Authority);
        catalogue
            .Command<Reconcile>("reconcile", officials, Decide)
            .Command<UnblockAccount>("unblock-account", officials, Decide)
            .Event<Reconciled>("reconciled", Apply);
    }

    /// <summary>Where the scheme's own records do not agree with the ledger. Empty unless there is a defect.</summary>
    public static IReadOnlyList<Discrepancy> OwnDifferences(SchemeState state) =>
        [.. Serials(state), .. KeptUnits.Differences(state), .. Surrendered(state)];

    private static Outcome<Decision> Decide(SchemeState state, in Context context, Reconcile command)
    {
        if (Holders.Blank("source", command.Source) is { } blank)
        {
            return blank;
        }

        var stated = new Dictionary<(AccountId, Asset), long>();
        foreach (var holding in command.Statement)
        {
            if (Accounts.Find(state, holding.Account).IsRefused(out var unknown))
            {
                return unknown;
            }

            if (holding.Quantity < 0 || !stated.TryAdd((holding.Account, holding.Asset), holding.Quantity))
            {
                return ReconciliationRefusals.BadStatement.With(
                    ("account", state.Registry.Accounts[holding.Account].Number),
                    ("asset", holding.Asset),
                    ("quantity", holding.Quantity));
            }
        }

        var accounts = command.Complete
            ? state.Registry.Accounts.Values.Where(account => account.Holder is not null).Select(account => account.Id)
            : command.Statement.Select(holding => holding.Account).Distinct();
        var compared = accounts.OrderBy(id => id.Value).ToList();
        var differences = compared
            .SelectMany(account => Compare(state, stated, account, command.Complete))
            .Concat(OwnDifferences(state))
            .ToList();
        var run = state.Registry.Reconciliations.Count + 1;
        return Decision
            .Of(new Reconciled(run, command.Source, compared.Count, differences))
            .Then([.. Blocked(state, run, differences)]);
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, UnblockAccount command)
    {
        if (!Accounts.Find(state, command.Account).Try(out var account, out var refusal))
        {
            return refusal;
        }

        if (Holders.Blank("reason", command.Reason) is { } blank)
        {
            return blank;
        }

        if (!state.Registry.Blocked.TryGetValue(account.Id, out var former))
        {
            return RegistryRefusals.WrongAccountStatus.With(
                ("account", account.Number), ("status", account.Status), ("wanted", AccountStatus.Active));
        }

        var last = state.Registry.Reconciliations[^1];
        return last.Differences.Any(difference => difference.Account == account.Id)
            ? AccountRefusals.StillDiffers.With(("account", account.Number), ("run", last.Run))
            : Decision.Of(new AccountStatusChanged(account.Id, former, command.Reason));
    }

    private static IEnumerable<Event> Blocked(SchemeState state, int run, List<Discrepancy> differences) =>
        differences.Select(difference => difference.Account).Distinct()
            .Where(id => IsOpen(state.Registry.Accounts[id]))
            .OrderBy(id => id.Value)
            .Select(id => new AccountStatusChanged(
                id, AccountStatus.Blocked, $"对账第 {run} 次不符 reconciliation {run} differs"));

    private static bool IsOpen(Account account) => account.Holder is not null && account.Status
        is AccountStatus.Active or AccountStatus.Restricted or AccountStatus.Frozen or AccountStatus.Suspended;

    private static IEnumerable<Discrepancy> Compare(
        SchemeState state, Dictionary<(AccountId Account, Asset Asset), long> stated, AccountId account, bool complete)
    {
        var assets = state.Ledger.Positions(account).Select(position => position.Asset)
            .Where(asset => complete || stated.ContainsKey((account, asset)))
            .Concat(stated.Keys.Where(key => key.Account == account).Select(key => key.Asset))
            .Distinct()
            .OrderBy(asset => asset.Code, StringComparer.Ordinal);
        foreach (var asset in assets)
        {
            var (own, other) = (state.Ledger.Total(account, asset), stated.GetValueOrDefault((account, asset)));
            if (own != other)
            {
                yield return new Discrepancy(account, asset, own, other, DiscrepancyKind.Statement);
            }
        }
    }

    private static IEnumerable<Discrepancy> Serials(SchemeState state)
    {
        foreach (var account in state.Registry.Accounts.Values.Where(account => account.Holder is not null))
        {
            foreach (var position in state.Ledger.Positions(account.Id).Where(position => !position.Asset.IsMoney))
            {
                var place = new Place(account.Id, position.Compartment);
                var count = state.Ledger.Serials(place, position.Asset).Count;
                if (count != position.Quantity)
                {
                    yield return new Discrepancy(
                        account.Id, position.Asset, position.Quantity, count, DiscrepancyKind.Serials);
                }
            }
        }
    }

    /// <summary>What obligations count as handed in, serial by serial, lies in the surrendered account.</summary>
    private static IEnumerable<Discrepancy> Surrendered(SchemeState state)
    {
        var surrendered = new Place(state.Registry.System!.Surrendered);
        foreach (var (key, lots) in state.Compliance.Lots)
        {
            foreach (var lot in lots)
            {
                var missing = UnitAssets.Without(lot.Serials, state.Ledger.Serials(surrendered, lot.Asset)).Count;
                if (missing > 0 && state.Registry.Find(key.Holder)?.RegistryAccount is { } account)
                {
                    yield return new Discrepancy(
                        account,
                        lot.Asset,
                        lot.Serials.Count - missing,
                        lot.Serials.Count,
                        DiscrepancyKind.Surrendered);
                }
            }
        }
    }

    private static void Apply(SchemeState state, in Context context, Reconciled happened)
    {
        state.Registry.Reconciliations.Add(new Reconciliation(
            happened.Run, context.Time, context.Actor, happened.Source, happened.Compared, happened.Differences));
    }
}
