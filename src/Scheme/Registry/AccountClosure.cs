using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Settlement;

namespace Tanheng.Scheme.Registry;

/// <summary>注销: closes an empty account for good.</summary>
public sealed record CloseAccount(HolderId Holder, AccountId Account, string Reason)
    : Command, IForHolder, IForAccounts, IOneAtATime
{
    IReadOnlyList<AccountId> IForAccounts.Accounts => [Account];

    IReadOnlyList<string> IOneAtATime.Keys => [AccountClosure.KeyOf(Account)];
}

/// <summary>
/// An account closes when nothing hangs on it. While a proposal to close it waits, it receives nothing from holders;
/// decided or lapsed, it is closed or as before. Refusals in order: unknown account, not the holder's; the scheme's
/// own account; text missing (reason); wrong account status; then the first of what <see cref="Preventing"/> lists.
/// </summary>
public static class AccountClosure
{
    internal static void Register(Catalogue catalogue) => catalogue.Command<CloseAccount>(
        "close-account", Permission.OfHolder(Role.Authority, Role.RegistryOperator), Decide);

    /// <summary>True while a proposal to close the account waits.</summary>
    public static bool IsWaiting(SchemeState state, AccountId account) =>
        state.Approvals.Kept.Count > 0 && state.Approvals.Kept.ContainsKey(KeyOf(account));

    /// <summary>
    /// All that prevents an account from being closed, most urgent first: units of it are pledged or to be pledged; it
    /// is not empty; other proposals that concern it wait; transfers from or to it wait; a trusted account waits to
    /// count, on its list or it on another's; something is still to be surrendered; the risk reserve is owed; and for
    /// the account of an emitter: emissions of a year that is over are missing, or its last year of emissions is not
    /// over (or not known, where its years are).
    /// </summary>
    public static IReadOnlyList<Refusal> Preventing(
        SchemeState state, HolderId holder, AccountId account, DateTimeOffset time)
    {
        Refusal?[] found =
        [
            Pledged(state, account),
            NotEmpty(state, account),
            Requests(state, account),
            Transfers(state, account),
            Waiting(state, account),
            Owing(state, holder),
            Debt(state, holder),
            .. IsEmittersLast(state, holder, account)
                ? [MissingEmissions(state, holder, time), StillEmitting(state, holder, time)]
                : Array.Empty<Refusal?>(),
        ];
        return [.. found.OfType<Refusal>()];
    }

    internal static string KeyOf(AccountId account) => $"close-account {account}";

    private static Outcome<Decision> Decide(SchemeState state, in Context context, CloseAccount command)
    {
        if (Accounts.Find(state, command.Account).Try(out var account, out _) && account.Holder != command.Holder)
        {
            return RegistryRefusals.NotTheHolders.With(("what", account.Number), ("holder", command.Holder));
        }

        var change = AccountLife.Change(
            state,
            command.Account,
            command.Reason,
            AccountStatus.Closed,
            AccountStatus.Active,
            AccountStatus.Restricted,
            AccountStatus.Frozen,
            AccountStatus.Suspended);
        if (change.IsRefused(out var refusal))
        {
            return refusal;
        }

        return Preventing(state, command.Holder, command.Account, context.Time) is [var first, ..] ? first : change;
    }

    private static Refusal? Pledged(SchemeState state, AccountId id)
    {
        var pledges = state.Pledges.Of(id).Select(pledge => pledge.Id).ToList();
        return pledges.Count == 0
            ? null
            : PledgeRefusals.PledgeBeforeClosing.With(
                ("account", state.Registry.Accounts[id].Number), ("pledges", string.Join(", ", pledges)));
    }

    private static Refusal? NotEmpty(SchemeState state, AccountId id)
    {
        foreach (var position in state.Ledger.Positions(id))
        {
            return RegistryRefusals.AccountNotEmpty.With(
                ("account", state.Registry.Accounts[id].Number),
                ("asset", position.Asset),
                ("quantity", position.Quantity));
        }

        return null;
    }

    private static Refusal? Debt(SchemeState state, HolderId holder) =>
        state.Cash.Debts.TryGetValue(holder, out var owed)
            ? SettlementRefusals.DebtBeforeClosing.With(("holder", holder), ("owed", owed))
            : null;

    private static Refusal? Requests(SchemeState state, AccountId id)
    {
        var waiting = state.Approvals.WaitingFor(id)
            .Where(proposal => proposal.Keys?.Contains(KeyOf(id)) != true)
            .Select(proposal => proposal.Id)
            .ToList();
        return waiting.Count == 0
            ? null
            : AccountRefusals.RequestsWait.With(
                ("account", state.Registry.Accounts[id].Number), ("proposals", string.Join(", ", waiting)));
    }

    private static Refusal? Transfers(SchemeState state, AccountId id)
    {
        var waiting = state.Registry.PendingTransfers.Values
            .Where(pending => pending.Source.Account == id || pending.To == id)
            .Select(pending => pending.Id)
            .OrderBy(transfer => transfer.Value)
            .ToList();
        return waiting.Count == 0
            ? null
            : AccountRefusals.TransfersWait.With(
                ("account", state.Registry.Accounts[id].Number), ("transfers", string.Join(", ", waiting)));
    }

    private static Refusal? Waiting(SchemeState state, AccountId id)
    {
        var entry = Trust.ListOf(state, id).FirstOrDefault(entry => !entry.IsActive);
        AccountId? other = entry?.Account;
        foreach (var account in Trust.AwaitedBy(state, id))
        {
            other ??= account;
        }

        return other is { } waits
            ? AccountRefusals.TrustWaits.With(
                ("account", state.Registry.Accounts[id].Number), ("other", state.Registry.Accounts[waits].Number))
            : null;
    }

    private static Refusal? Owing(SchemeState state, HolderId holder)
    {
        foreach (var period in state.Rules.Periods)
        {
            if (state.Compliance.Of(holder, period.Period) is { } obligation && obligation.Missing > Tonnes.Zero)
            {
                return RegistryRefusals.ObligationsOpen.With(
                    ("holder", holder), ("period", obligation.Period), ("missing", obligation.Missing));
            }
        }

        return null;
    }

    private static bool IsEmittersLast(SchemeState state, HolderId holder, AccountId id) =>
        state.Registry.Accounts[id].Kind == AccountKind.Registry
        && !Accounts.Of(state, holder).Any(other => other.Kind == AccountKind.Registry && other.Id != id);

    private static Refusal? MissingEmissions(SchemeState state, HolderId holder, DateTimeOffset time)
    {
        var now = state.Rules.Calendar.Day(time).Year;
        foreach (var year in state.Registry.Coverage.Keys.Order())
        {
            if (year < now && state.Registry.IsCovered(holder, year) && state.Mrv.Of(holder, year) is null)
            {
                return AccountRefusals.EmissionsMissing.With(("holder", holder), ("year", year));
            }
        }

        return null;
    }

    private static Refusal? StillEmitting(SchemeState state, HolderId holder, DateTimeOffset time) =>
        state.Registry.Holders[holder].Years is { } years
        && !(years.Last < state.Rules.Calendar.Day(time).Year)
            ? AccountRefusals.StillEmitting.With(("holder", holder), ("last", years.Last?.ToString() ?? "—"))
            : null;
}
