using System.Globalization;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Compliance;

/// <summary>The units of a holder that left the list become void at a moment.</summary>
/// <param name="Holder">Whose.</param>
/// <param name="At">The first moment they are void, in local time: 2024-01-01 00:00 after 31 December 2023.</param>
/// <param name="Reason">Why.</param>
public sealed record ScheduleLapse(HolderId Holder, DateTime At, string Reason) : Command;

/// <summary>The lapse is on the agenda.</summary>
public sealed record LapseScheduled(HolderId Holder, DateTimeOffset At, string Reason) : Event;

/// <summary>失效: the holder's allowances are void.</summary>
public sealed record UnitsLapsed(HolderId Holder, IReadOnlyList<Transaction> Transactions) : Event, IMovesUnits;

/// <summary>
/// Allowances of every account and compartment of the holder expire, open orders end before; offsets and money stay,
/// and pledged units unless the rulebook has them void with the rest.
/// Refusals in order: unknown holder; lapse in the past; no reason.
/// </summary>
internal static class Lapses
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<ScheduleLapse>("schedule-lapse", Permission.Of(Role.Authority), Decide)
        .WhenDue(DueKind.UnitsLapse, FallDue)
        .Event<LapseScheduled>("lapse-scheduled", Apply)
        .Event<UnitsLapsed>("units-lapsed", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, ScheduleLapse command)
    {
        if (state.Registry.Find(command.Holder) is null)
        {
            return ComplianceRefusals.UnknownHolder.With(("holder", command.Holder));
        }

        var local = DateTime.SpecifyKind(command.At, DateTimeKind.Unspecified);
        if (local <= state.Rules.Calendar.Local(context.Time))
        {
            return ComplianceRefusals.LapseInThePast.With(("at", command.At));
        }

        return string.IsNullOrWhiteSpace(command.Reason)
            ? ComplianceRefusals.NoReason.With()
            : Decision.Of(new LapseScheduled(command.Holder, state.Rules.Calendar.Moment(local), command.Reason));
    }

    private static Decision FallDue(SchemeState state, in Context context, Due due)
    {
        var holder = new HolderId(long.Parse(due.Subject, CultureInfo.InvariantCulture));
        var allowances = state.Rules.Units
            .Where(unit => unit.Kind == UnitKind.Allowance)
            .SelectMany(unit => unit.Vintages.Append(default).Select(unit.AssetCode))
            .ToHashSet();
        var expired = new Place(state.Registry.System!.Expired);
        var plan = state.Ledger.Plan();
        var events = new List<Event>();
        if (TradingDays.ExpireOf(state, plan, holder) is { } orders)
        {
            events.Add(orders);
        }

        if (Modes.ExpireOf(state, plan, holder) is { } others)
        {
            events.Add(others);
        }

        if (Auctions.AuctionCancelling.LeaveAll(state, plan, holder) is { } auctions)
        {
            events.Add(auctions);
        }

        var drafts = state.Registry.Accounts.Values
            .Where(account => account.Holder == holder)
            .OrderBy(account => account.Id.Value)
            .SelectMany(account => state.Ledger.Positions(account.Id))
            .Where(position => allowances.Contains(position.Asset.Code))
            .Where(position => position.Compartment != Compartment.Pledged
                || state.Rules.Pledges is { VoidWithTheRest: true })
            .SelectMany(position => Places(position).Select(place => (position.Asset, Place: place)))
            .Distinct()
            .Select(one => new Draft(one.Asset, one.Place, expired, plan.Balance(one.Place, one.Asset)))
            .Where(draft => draft.Quantity > 0)
            .ToArray();
        if (drafts.Length > 0)
        {
            events.Add(new UnitsLapsed(holder, [plan.Transact(Types.Expiry, drafts).Value]));
        }

        return Decision.Of(events);
    }

    /// <summary>Where a position is; what an order kept is at the holder's disposal by then.</summary>
    private static Place[] Places(Position position)
    {
        var place = new Place(position.Account, position.Compartment);
        return position.Compartment == Compartment.OnOrder ? [new Place(position.Account), place] : [place];
    }

    private static void Apply(SchemeState state, in Context context, LapseScheduled happened) =>
        state.Agenda.Add(new Due(
            happened.At, DueKind.UnitsLapse, happened.Holder.Value.ToString(CultureInfo.InvariantCulture)));

    private static void Apply(SchemeState state, in Context context, UnitsLapsed happened)
    {
        foreach (var transaction in happened.Transactions)
        {
            state.Ledger.Post(transaction);
        }

        ForgetKept(state, happened);
    }

    /// <summary>
    /// Whatever kept the lapsed units keeps nothing now: freezes, waiting transfers, advances, carry-over requests.
    /// </summary>
    private static void ForgetKept(SchemeState state, UnitsLapsed happened)
    {
        var gone = happened.Transactions.SelectMany(transaction => transaction.Movements)
            .Where(move => move.From.Compartment == Compartment.Frozen)
            .Select(move => (move.From.Account, move.Asset))
            .ToHashSet();
        Pledges.Forget(state, happened.Transactions.SelectMany(transaction => transaction.Movements));
        foreach (var freeze in state.Registry.Freezes.Values
            .Where(one => gone.Contains((one.Account, one.Asset))).ToList())
        {
            state.Registry.Freezes.Remove(freeze.Id);
        }

        foreach (var pending in state.Registry.PendingTransfers.Values
            .Where(one => gone.Contains((one.Source.Account, one.Asset))).ToList())
        {
            state.Registry.PendingTransfers.Remove(pending.Id);
            state.Agenda.Remove(pending.Release);
        }

        foreach (var (key, advance) in state.Compliance.Advances
            .Where(pair => gone.Contains((pair.Value.Place.Account, pair.Value.Asset))).ToList())
        {
            state.Compliance.Advances[key] = advance with { Serials = default };
        }

        foreach (var book in state.Compliance.CarryOvers.Values)
        {
            for (var i = 0; i < book.Requests.Count; i++)
            {
                var request = book.Requests[i];
                if (request.Status == CarryOverStatus.Requested
                    && request.Lots.Any(lot => gone.Contains((lot.From.Account, lot.Asset))))
                {
                    book.Requests[i] = request with { Status = CarryOverStatus.Rejected };
                }
            }
        }
    }
}
