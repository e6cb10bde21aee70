using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Settlement;

/// <summary>What settled of one instrument on one day.</summary>
/// <param name="Instrument">Units with their vintage.</param>
/// <param name="Mode">How it was traded here; null for trades of a trade file.</param>
/// <param name="Trades">How many legs.</param>
/// <param name="Volume">Σ quantity.</param>
/// <param name="Amount">Σ price × quantity, without fees.</param>
public sealed record LegTotal(string Instrument, TradingMode? Mode, int Trades, Tonnes Volume, Money Amount);

/// <summary>结算单: a participant's statement of a day.</summary>
public sealed record ParticipantDay(HolderId Holder, CashDay Money);

/// <summary>
/// 日终: the legs between two day's ends are counted, and every participant whose money moved has its statement.
/// </summary>
/// <param name="Day">The trading day that is over.</param>
/// <param name="TradesFrom">Trades of this exchange before it.</param>
/// <param name="TradesTo">Trades of this exchange up to its end.</param>
/// <param name="LegsFrom">Lines of trade files before it.</param>
/// <param name="LegsTo">Lines of trade files up to its end.</param>
/// <param name="Totals">What settled, by instrument and mode.</param>
/// <param name="Failed">Legs that did not.</param>
/// <param name="Fees">What both sides paid to the exchange.</param>
/// <param name="Statements">Participants whose money moved, by number.</param>
public sealed record SettlementDayClosed(
    DateOnly Day,
    int TradesFrom,
    int TradesTo,
    int LegsFrom,
    int LegsTo,
    IReadOnlyList<LegTotal> Totals,
    int Failed,
    Money Fees,
    IReadOnlyList<ParticipantDay> Statements) : Event;

/// <summary>A day that was settled.</summary>
/// <param name="Day">The trading day.</param>
/// <param name="Row">The row of its end.</param>
/// <param name="At">When it was closed.</param>
/// <param name="TradesFrom">Trades of this exchange before it.</param>
/// <param name="TradesTo">Trades of this exchange up to its end.</param>
/// <param name="LegsFrom">Lines of trade files before it.</param>
/// <param name="LegsTo">Lines of trade files up to its end.</param>
/// <param name="Totals">What settled, by instrument and mode.</param>
/// <param name="Failed">Legs that did not.</param>
/// <param name="Fees">What both sides paid to the exchange.</param>
/// <param name="Statements">Participants whose money moved, by number.</param>
public sealed record SettlementDay(
    DateOnly Day,
    long Row,
    DateTimeOffset At,
    int TradesFrom,
    int TradesTo,
    int LegsFrom,
    int LegsTo,
    IReadOnlyList<LegTotal> Totals,
    int Failed,
    Money Fees,
    IReadOnlyList<ParticipantDay> Statements);

/// <summary>
/// With the end of a trading day its settlement is closed: totals and statements, the reserve's share of the fees, and
/// the reconciliation with the banks as far as their statements have come. One row of the journal.
/// </summary>
public static class SettlementDays
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Event<SettlementDayClosed>("settlement-day-closed", Apply)
        .WhenDue(DueKind.SettlementDayEnd, Close);

    /// <summary>Notes that a trading day is over, where days are settled.</summary>
    internal static void Schedule(SchemeState state, DateTimeOffset time, DateOnly day)
    {
        if (state.Cash.Suspense is not null)
        {
            state.Agenda.Add(new Due(time, DueKind.SettlementDayEnd, Exchange.Iso(day)));
        }
    }

    /// <summary>A day that was settled, or null.</summary>
    public static SettlementDay? Find(SchemeState state, DateOnly day) =>
        state.Cash.Days.FindLast(one => one.Day == day);

    /// <summary>Settled legs by instrument and mode.</summary>
    internal static IReadOnlyList<LegTotal> Totals(SchemeState state, IEnumerable<SettlementLeg> legs) =>
    [
        .. legs.Where(leg => leg.IsSettled)
            .GroupBy(leg => (leg.Instrument, leg.Mode))
            .OrderBy(group => group.Key.Instrument, StringComparer.Ordinal).ThenBy(group => group.Key.Mode)
            .Select(group => new LegTotal(
                group.Key.Instrument,
                group.Key.Mode,
                group.Count(),
                new Tonnes(group.Sum(leg => leg.Quantity.Value)),
                new Money(group.Sum(leg => leg.Amount.Minor), state.Rules.Currency))),
    ];

    private static Decision Close(SchemeState state, in Context context, Due due)
    {
        var day = DateOnly.Parse(due.Subject, System.Globalization.CultureInfo.InvariantCulture);
        var last = state.Cash.Days.Count > 0 ? state.Cash.Days[^1] : null;
        var (trades, legs) = (state.Trading.Trades.Count, state.Cash.Legs.Count);
        var file = SettlementLegs.Today(state).ToList();
        var fees = new Money(
            file.Sum(leg => leg.SellerFee.Minor + leg.BuyerFee.Minor), state.Rules.Currency);
        var statements = state.Cash.Today.OrderBy(pair => pair.Key.Value)
            .Select(pair => new ParticipantDay(pair.Key, pair.Value)).ToList();
        List<Event> events =
        [
            new SettlementDayClosed(
                day,
                last?.TradesTo ?? state.Cash.TradesBefore,
                trades,
                last?.LegsTo ?? state.Cash.LegsBefore,
                legs,
                Totals(state, file),
                file.Count(leg => leg.Status == LegStatus.Failed),
                fees,
                statements),
        ];
        if (RiskReserve.Contribution(state, day, fees) is { } contribution)
        {
            events.Add(contribution);
        }

        events.Add(CashReconciling.Of(state, day));
        return Decision.Of(events);
    }

    private static void Apply(SchemeState state, in Context context, SettlementDayClosed happened)
    {
        state.Cash.Days.Add(new SettlementDay(
            happened.Day,
            context.Sequence,
            context.Time,
            happened.TradesFrom,
            happened.TradesTo,
            happened.LegsFrom,
            happened.LegsTo,
            happened.Totals,
            happened.Failed,
            happened.Fees,
            happened.Statements));
        CashDays.End(state, happened.Statements);
    }
}
