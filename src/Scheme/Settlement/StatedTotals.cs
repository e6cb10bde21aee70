using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Settlement;

/// <summary>What an exchange says was traded of one instrument on a day.</summary>
/// <param name="Unit">Family.</param>
/// <param name="Vintage">Default when the family has none.</param>
/// <param name="Trades">How many trades.</param>
/// <param name="Volume">Σ quantity.</param>
/// <param name="Amount">Σ price × quantity.</param>
public sealed record StatedTotal(string Unit, CompliancePeriod Vintage, int Trades, Tonnes Volume, Money Amount);

/// <summary>交易汇总: an exchange states what was traded on a day, to be held against the legs.</summary>
/// <param name="Day">The trading day.</param>
/// <param name="Totals">One line for each instrument; what is left out was not traded.</param>
public sealed record StateExchangeTotals(DateOnly Day, IReadOnlyList<StatedTotal> Totals) : Command;

/// <summary>An instrument of which the exchange's totals and the legs are held against each other.</summary>
/// <param name="Instrument">Units with their vintage.</param>
/// <param name="StatedTrades">Trades as the exchange has them.</param>
/// <param name="StatedVolume">Tonnes as the exchange has them.</param>
/// <param name="StatedAmount">Money as the exchange has it.</param>
/// <param name="Trades">Legs that came, settled or not.</param>
/// <param name="Volume">Their tonnes.</param>
/// <param name="Amount">Their money.</param>
/// <param name="Failed">How many of them did not settle.</param>
public sealed record TotalsLine(
    string Instrument,
    int StatedTrades,
    Tonnes StatedVolume,
    Money StatedAmount,
    int Trades,
    Tonnes Volume,
    Money Amount,
    int Failed)
{
    /// <summary>True when both have the same.</summary>
    public bool Agrees => StatedTrades == Trades && StatedVolume == Volume && StatedAmount == Amount;
}

/// <summary>An exchange's totals were held against the legs.</summary>
public sealed record ExchangeTotalsStated(DateOnly Day, IReadOnlyList<TotalsLine> Lines) : Event;

/// <summary>The last statement of an exchange for a day.</summary>
public sealed record ExchangeTotals(
    DateOnly Day, long Row, DateTimeOffset At, UserId By, IReadOnlyList<TotalsLine> Lines);

/// <summary>
/// 结果送交易机构核对: a leg that came and did not settle was traded all the same, so it counts, once, on the day on which
/// it first came. Totals may be stated again. Refusals in order: no exchange, exchange not opened; no settlement bank;
/// unknown settlement day; then, line by line: unknown unit; total twice, bad total.
/// </summary>
public static class StatedTotals
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<StateExchangeTotals>(
            "state-exchange-totals", Permission.Of(Role.ExchangeOperator, Role.RegistryOperator), Decide)
        .Event<ExchangeTotalsStated>("exchange-totals-stated", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, StateExchangeTotals command)
    {
        if (SettlementBanks.Missing(state) is { } refusal)
        {
            return refusal;
        }

        if (SettlementDays.Find(state, command.Day) is not { } day)
        {
            return SettlementRefusals.UnknownDay.With(("day", command.Day));
        }

        var stated = new Dictionary<string, StatedTotal>();
        foreach (var line in command.Totals)
        {
            if (!Registry.UnitAssets.Find(state, line.Unit, line.Vintage).Try(out var asset, out var unknown))
            {
                return unknown;
            }

            if (line.Trades < 0 || line.Volume < Tonnes.Zero || line.Amount.Minor < 0
                || line.Amount.Currency != state.Rules.Currency || !stated.TryAdd(asset.Code, line))
            {
                return SettlementRefusals.BadTotal.With(("instrument", asset));
            }
        }

        var legs = Traded(state, day).ToLookup(leg => leg.Instrument);
        return Decision.Of(new ExchangeTotalsStated(command.Day,
        [
            .. stated.Keys.Union(legs.Select(group => group.Key)).Order(StringComparer.Ordinal)
                .Select(code => Line(state, code, stated.GetValueOrDefault(code), [.. legs[code]])),
        ]));
    }

    /// <summary>
    /// What was traded on the day: of a trade whose line came again the last of that day, and nothing of one whose line
    /// had come on a day before.
    /// </summary>
    private static IEnumerable<SettlementLeg> Traded(SchemeState state, SettlementDay day)
    {
        var earlier = state.Cash.Legs[..day.LegsFrom].Select(leg => leg.Trade.Trade ?? "").ToHashSet();
        return SettlementLegs.Of(state, day)
            .Where(leg => leg.Amount.Minor > 0)
            .GroupBy(leg => (IsFiled: leg.Mode is null, leg.Trade))
            .SelectMany(group => string.IsNullOrWhiteSpace(group.Key.Trade) ? group
                : group.Key.IsFiled && earlier.Contains(group.Key.Trade) ? []
                : group.TakeLast(1));
    }

    private static TotalsLine Line(
        SchemeState state, string code, StatedTotal? stated, List<SettlementLeg> legs) => new(
        code,
        stated?.Trades ?? 0,
        stated?.Volume ?? Tonnes.Zero,
        stated?.Amount ?? Money.Zero(state.Rules.Currency),
        legs.Count,
        new Tonnes(legs.Sum(leg => leg.Quantity.Value)),
        new Money(legs.Sum(leg => leg.Amount.Minor), state.Rules.Currency),
        legs.Count(leg => !leg.IsSettled));

    private static void Apply(SchemeState state, in Context context, ExchangeTotalsStated happened) =>
        state.Cash.Totals[happened.Day] = new ExchangeTotals(
            happened.Day, context.Sequence, context.Time, context.Actor, happened.Lines);
}
