using System.Globalization;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Supervision;

/// <summary>限制交易: a holder may no longer buy, sell or trade.</summary>
/// <param name="Holder">Who.</param>
/// <param name="Bar">What it may not do.</param>
/// <param name="Reason">Why.</param>
/// <param name="Until">The last day; null until it is lifted.</param>
public sealed record RestrictTrading(HolderId Holder, TradingBar Bar, string Reason, DateOnly? Until = null) : Command;

/// <summary>解除限制.</summary>
public sealed record LiftTradingRestriction(HolderId Holder, string Reason) : Command;

/// <summary>A holder may not do everything any more.</summary>
public sealed record TradingRestricted(
    HolderId Holder, TradingBar Bar, string Reason, DateOnly? Until, InquiryId? Inquiry) : Event;

/// <summary>It may again; the reason is empty when its last day has passed.</summary>
public sealed record TradingRestrictionLifted(HolderId Holder, string Reason) : Event;

/// <summary>
/// A restriction counts at once: open orders of the barred side are taken back with it, and what they kept is free. A
/// second one replaces the first. Units and money stay where they are and surrender is not touched. Refusals in order,
/// to restrict: no exchange, exchange not opened; unknown holder, holder not active; text missing (reason); last day
/// over. To lift: no exchange, exchange not opened; text missing (reason); not restricted.
/// </summary>
public static class Restrictions
{
    internal static void Register(Catalogue catalogue)
    {
        var officials = Permission.Of(Role.ExchangeOperator, Role.Authority);
        catalogue
            .Command<RestrictTrading>("restrict-trading", officials, Decide)
            .Command<LiftTradingRestriction>("lift-trading-restriction", officials, Decide)
            .Event<TradingRestricted>("trading-restricted", Apply)
            .Event<TradingRestrictionLifted>("trading-restriction-lifted", Apply)
            .Event<OrdersWithdrawn>("orders-withdrawn", Withdrawal.Apply)
            .WhenDue(DueKind.TradingRestrictionEnd, End);
    }

    /// <summary>Null when a holder may trade on a side; else trading restricted.</summary>
    internal static Refusal? Check(SchemeState state, HolderId holder, OrderSide side)
    {
        if (state.Supervision.Restrictions.Count == 0
            || !state.Supervision.Restrictions.TryGetValue(holder, out var found) || !found.Bars(side))
        {
            return null;
        }

        return SupervisionRefusals.Restricted.With(
            ("holder", holder),
            ("bar", found.Bar),
            ("reason", found.Reason),
            ("until", found.Until is { } until ? until : "–"));
    }

    /// <summary>A restriction and what follows from it. Refusals in order: last day over.</summary>
    internal static Outcome<List<Event>> Impose(SchemeState state, in Context context, TradingRestricted restricted)
    {
        if (restricted.Until is { } until && until < state.Rules.Calendar.Day(context.Time))
        {
            return SupervisionRefusals.LastDayOver.With(("until", until));
        }

        return (List<Event>)[restricted, .. Withdrawal.Of(state, restricted.Holder, restricted.Bar)];
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, RestrictTrading command)
    {
        if (Exchange.Find(state).IsRefused(out var refusal)
            || Holders.Active(state, command.Holder).IsRefused(out refusal))
        {
            return refusal;
        }

        if (Holders.Blank("reason", command.Reason) is { } blank)
        {
            return blank;
        }

        var restricted = new TradingRestricted(command.Holder, command.Bar, command.Reason, command.Until, null);
        return Impose(state, context, restricted).Try(out var events, out refusal) ? Decision.Of(events) : refusal;
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, LiftTradingRestriction command)
    {
        if (Exchange.Find(state).IsRefused(out var refusal))
        {
            return refusal;
        }

        if (Holders.Blank("reason", command.Reason) is { } blank)
        {
            return blank;
        }

        return state.Supervision.Restrictions.ContainsKey(command.Holder)
            ? Decision.Of(new TradingRestrictionLifted(command.Holder, command.Reason))
            : SupervisionRefusals.NotRestricted.With(("holder", command.Holder));
    }

    private static Decision End(SchemeState state, in Context context, Due due) => Decision.Of(
        new TradingRestrictionLifted(new HolderId(long.Parse(due.Subject, CultureInfo.InvariantCulture)), ""));

    private static Due DueOf(SchemeState state, HolderId holder, DateOnly until) => new(
        state.Rules.Calendar.Moment(until.AddDays(1).ToDateTime(TimeOnly.MinValue)),
        DueKind.TradingRestrictionEnd,
        holder.Value.ToString(CultureInfo.InvariantCulture));

    private static void Apply(SchemeState state, in Context context, TradingRestricted happened)
    {
        Forget(state, happened.Holder);
        state.Supervision.Restrictions.Add(happened.Holder, new Restriction(
            happened.Holder, happened.Bar, happened.Reason, context.Time, happened.Until, happened.Inquiry));
        if (happened.Until is { } until)
        {
            state.Agenda.Add(DueOf(state, happened.Holder, until));
        }
    }

    private static void Apply(SchemeState state, in Context context, TradingRestrictionLifted happened) =>
        Forget(state, happened.Holder);

    private static void Forget(SchemeState state, HolderId holder)
    {
        if (state.Supervision.Restrictions.Remove(holder, out var before) && before.Until is { } until)
        {
            state.Agenda.Remove(DueOf(state, holder, until));
        }
    }
}
