using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Compliance;

/// <summary>Surrendered units went back by a reversing transaction.</summary>
/// <param name="Holder">Whose obligation.</param>
/// <param name="Period">Which period.</param>
/// <param name="Transactions">The reversing transactions.</param>
/// <param name="Allowances">Allowances that count no more.</param>
/// <param name="Offsets">Offsets that count no more.</param>
/// <param name="Status">Where the obligation stands now.</param>
/// <param name="Reason">Why.</param>
public sealed record SurrenderReversed(
    HolderId Holder,
    CompliancePeriod Period,
    IReadOnlyList<Transaction> Transactions,
    Tonnes Allowances,
    Tonnes Offsets,
    ObligationStatus Status,
    string Reason) : Event, IMovesUnits;

/// <summary>
/// Gives back what was surrendered last: the very serials, highest first within a lot. They go back where they came
/// from; what came from custody, or from an account that is closed since, goes to the holder's registry account
/// (without one: its trading account, else its province's account), and an advance's units are cancelled once it is
/// late.
/// </summary>
internal static class Returning
{
    internal static void Register(Catalogue catalogue) =>
        catalogue.Event<SurrenderReversed>("surrender-reversed", Apply);

    /// <summary>
    /// What is too much after the due changed: offsets beyond the new limit first, then the last lots; or null.
    /// </summary>
    internal static SurrenderReversed? Excess(
        SchemeState state, Planner plan, PeriodRules rules, Obligation now, bool late)
    {
        var offsets = Tonnes.Max(now.Offsets - Obligations.OffsetLimit(rules, now.Due), Tonnes.Zero);
        var rest = Tonnes.Max(now.Surrendered - now.Due - offsets, Tonnes.Zero);
        return Last(state, plan, now, offsets, rest, late);
    }

    /// <summary>
    /// The last <paramref name="offsets"/> tonnes of offsets, then the last <paramref name="any"/> tonnes; or null.
    /// </summary>
    internal static SurrenderReversed? Last(
        SchemeState state, Planner plan, Obligation obligation, Tonnes offsets, Tonnes any, bool late)
    {
        var drafts = new List<Draft>();
        var lots = state.Compliance.LotsOf(obligation.Holder, obligation.Period).ToList();
        var back = (Allowances: 0L, Offsets: 0L);
        Take(offsets.Value, onlyOffsets: true);
        Take(any.Value, onlyOffsets: false);
        return drafts.Count == 0
            ? null
            : new SurrenderReversed(
                obligation.Holder,
                obligation.Period,
                [plan.Transact(Types.Reversal, drafts.ToArray()).Value],
                new Tonnes(back.Allowances),
                new Tonnes(back.Offsets),
                obligation.Status,
                "");

        void Take(long wanted, bool onlyOffsets)
        {
            for (var i = lots.Count - 1; i >= 0 && wanted > 0; i--)
            {
                var lot = lots[i];
                var quantity = Math.Min(wanted, lot.Serials.Count);
                if ((onlyOffsets && !lot.Offset) || quantity == 0)
                {
                    continue;
                }

                var serials = Serials.Highest(lot.Serials, quantity);
                lots[i] = lot with { Serials = Serials.Except(lot.Serials, serials) };
                drafts.Add(new Draft(
                    lot.Asset,
                    SurrenderCalendar.Surrendered(state),
                    Home(state, obligation.Holder, lot, late),
                    quantity,
                    serials));
                back.Offsets += lot.Offset ? quantity : 0;
                back.Allowances += lot.Offset ? 0 : quantity;
                wanted -= quantity;
            }
        }
    }

    private static Place Home(SchemeState state, HolderId holder, SurrenderedLot lot, bool late)
    {
        if (lot.From.Compartment == Compartment.Frozen)
        {
            return late || IsClosed(state, lot.From) ? new Place(state.Registry.System!.Cancelled) : lot.From;
        }

        var isCustody = state.Ledger.KindOf(lot.From.Account) == AccountKind.Custody;

        // An account that went to another holder since is not the place where these units belong.
        var owner = Ownership.HolderAt(state, lot.From.Account, lot.At);
        if (owner is { } before && state.Registry.Accounts[lot.From.Account].Holder != before)
        {
            return new Place(state.Registry.Find(before)?.RegistryAccount ?? Elsewhere(state, before, lot));
        }

        return !isCustody && !IsClosed(state, lot.From) ? lot.From : new Place(
            state.Registry.Find(holder)?.RegistryAccount
            ?? Accounts.Of(state, holder).FirstOrDefault(account => account.Kind == AccountKind.Trading)?.Id
            ?? Elsewhere(state, holder, lot));
    }

    /// <summary>
    /// A holder without any account: its custody, else its province keeps the units, else they are cancelled.
    /// </summary>
    private static AccountId Elsewhere(SchemeState state, HolderId holder, SurrenderedLot lot) =>
        !IsClosed(state, lot.From) && state.Registry.Accounts[lot.From.Account].Holder == holder ? lot.From.Account
        : state.Registry.Find(holder) is { } known && state.Registry.Provinces.TryGetValue(known.Province, out var id)
            ? id
            : state.Registry.System!.Cancelled;

    private static bool IsClosed(SchemeState state, Place place) =>
        state.Registry.Accounts[place.Account].Status is AccountStatus.Closed or AccountStatus.Rejected;

    private static void Apply(SchemeState state, in Context context, SurrenderReversed happened)
    {
        var key = (happened.Holder, happened.Period);
        var lots = state.Compliance.Lots[key];
        foreach (var move in happened.Transactions.SelectMany(transaction => transaction.Movements))
        {
            Forget(state, key, lots, move);
        }

        lots.RemoveAll(lot => lot.Serials.IsEmpty);
        foreach (var transaction in happened.Transactions)
        {
            state.Ledger.Post(transaction);
        }

        var obligation = state.Compliance.Obligations[key];
        state.Compliance.Obligations[key] = obligation with
        {
            Allowances = obligation.Allowances - happened.Allowances,
            Offsets = obligation.Offsets - happened.Offsets,
            Status = happened.Status,
        };
    }

    private static void Forget(
        SchemeState state, (HolderId Holder, CompliancePeriod Period) key, List<SurrenderedLot> lots, Movement move)
    {
        for (var i = 0; i < lots.Count; i++)
        {
            var lot = lots[i];
            if (lot.Asset != move.Asset)
            {
                continue;
            }

            var left = Serials.Except(lot.Serials, move.Serials);
            if (left.Count != lot.Serials.Count && lot.From.Compartment == Compartment.Frozen)
            {
                var back = Serials.Except(lot.Serials, left);
                Advances.Returned(state, key.Holder, key.Period, back, usable: move.To == lot.From);
            }

            lots[i] = lot with { Serials = left };
        }
    }
}
