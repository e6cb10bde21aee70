using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Bulletins;

/// <summary>登记累计起点: what was traded of a unit before this exchange began to count.</summary>
/// <param name="Unit">Unit family.</param>
/// <param name="Until">The last day that is in it.</param>
/// <param name="Volume">Tonnes.</param>
/// <param name="Amount">What they cost.</param>
/// <param name="Source">Who published it.</param>
public sealed record StateEarlierTrading(string Unit, DateOnly Until, Tonnes Volume, Money Amount, string Source)
    : Command;

/// <summary>Cumulative figures begin from here; what was stated before no longer counts.</summary>
public sealed record EarlierTradingStated(string Unit, EarlierTrading Earlier) : Event;

/// <summary>
/// A market that was traded elsewhere before counts on from there. Stated again it is replaced, and every cumulative
/// figure with it. Refusals, in order: no exchange, exchange not opened; unit not traded; text missing (source); not
/// earlier.
/// </summary>
public static class EarlierTradings
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<StateEarlierTrading>("state-earlier-trading", Permission.Of(Role.ExchangeOperator), Decide)
        .Event<EarlierTradingStated>("earlier-trading-stated", Apply);

    /// <summary>Null when a family is traded here.</summary>
    internal static Refusal? NotTraded(SchemeState state, string unit)
    {
        if (Exchange.Find(state).IsRefused(out var refusal))
        {
            return refusal;
        }

        return state.Rules.Trading!.Instruments.Any(one => one.Unit == unit) || state.Bulletins.Days.ContainsKey(unit)
            ? null
            : BulletinRefusals.UnitNotTraded.With(("unit", unit));
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, StateEarlierTrading command)
    {
        if ((NotTraded(state, command.Unit) ?? Holders.Blank("source", command.Source)) is { } refusal)
        {
            return refusal;
        }

        var first = BulletinBook.Days(state, command.Unit) is [var day, ..] ? day.Day
            : state.Trading.Day ?? TradingDays.NextToOpen(state.Rules, state.Rules.Trading!, context.Time);
        return command.Until >= first || command.Volume < Tonnes.Zero || command.Amount.Minor < 0
            || command.Amount.Currency != state.Rules.Currency
            || (command.Volume == Tonnes.Zero) != (command.Amount.Minor == 0)
                ? BulletinRefusals.NotEarlier.With(("until", command.Until), ("first", first))
                : Decision.Of(new EarlierTradingStated(command.Unit, new EarlierTrading(
                    command.Until, new Turnover(command.Volume, command.Amount), command.Source.Trim())));
    }

    private static void Apply(SchemeState state, in Context context, EarlierTradingStated happened) =>
        state.Bulletins.Earlier[happened.Unit] = happened.Earlier;
}
