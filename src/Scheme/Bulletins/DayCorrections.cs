using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Bulletins;

/// <summary>更正日行情: the published figures of a trading day are others, in one mode.</summary>
/// <param name="Unit">Unit family.</param>
/// <param name="Day">A trading day that is over.</param>
/// <param name="Mode">Listed or block.</param>
/// <param name="Volume">What was traded.</param>
/// <param name="Amount">What it cost.</param>
/// <param name="Trades">How many trades.</param>
/// <param name="Reason">Why; it stands beside the bulletin.</param>
/// <param name="Open">The first price.</param>
/// <param name="High">The highest price.</param>
/// <param name="Low">The lowest price.</param>
public sealed record CorrectTradingDay(
    string Unit,
    DateOnly Day,
    TradingMode Mode,
    Tonnes Volume,
    Money Amount,
    int Trades,
    string Reason,
    Price? Open = null,
    Price? High = null,
    Price? Low = null) : Command;

/// <summary>The figures of a day are corrected; closes and totals from there on with them.</summary>
public sealed record TradingDayCorrected(
    string Unit, DateOnly Day, TradingMode Mode, ModeFigures Before, ModeFigures After, string Reason) : Event;

/// <summary>
/// Bulletins show corrected figures and beside them what was published before and why. Trades, bars and prices of the
/// exchange stay what they were: orders were measured by them. Refusals, in order: no exchange, exchange not opened,
/// unit not traded; no such trading day; text missing (reason); impossible figures; nothing corrected.
/// </summary>
public static class DayCorrections
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<CorrectTradingDay>("correct-trading-day", Permission.Of(Role.ExchangeOperator), Decide)
        .Event<TradingDayCorrected>("trading-day-corrected", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, CorrectTradingDay command)
    {
        if (EarlierTradings.NotTraded(state, command.Unit) is { } refusal)
        {
            return refusal;
        }

        if (BulletinBook.Of(state, command.Unit, command.Day, command.Day) is not { } known)
        {
            return BulletinRefusals.NoSuchDay.With(("unit", command.Unit), ("day", command.Day));
        }

        if (Holders.Blank("reason", command.Reason) is { } blank)
        {
            return blank;
        }

        if (!Possible(state, command))
        {
            return BulletinRefusals.ImpossibleFigures.With();
        }

        var before = known.Days[0].Of(command.Mode);
        var after = new ModeFigures(
            new Turnover(command.Volume, command.Amount), command.Open, command.High, command.Low, command.Trades);
        return before == after
            ? BulletinRefusals.NothingCorrected.With()
            : Decision.Of(new TradingDayCorrected(
                command.Unit, command.Day, command.Mode, before, after, command.Reason.Trim()));
    }

    private static bool Possible(SchemeState state, CorrectTradingDay command)
    {
        Price?[] prices = [command.Open, command.High, command.Low];
        if (command.Amount.Currency != state.Rules.Currency
            || prices.Any(price => price is { } known
                && (known.Currency != state.Rules.Currency || known.Minor <= 0)))
        {
            return false;
        }

        if (command.Volume == Tonnes.Zero)
        {
            return command.Amount.Minor == 0 && command.Trades == 0 && prices.All(price => price is null);
        }

        if (command.Volume < Tonnes.Zero || command.Trades < 1 || command.Trades > command.Volume.Value
            || command.High is not { } high || command.Low is not { } low)
        {
            return false;
        }

        // Low × volume ≤ amount ≤ high × volume, without a division; low ≤ high follows.
        var amount = (Int128)command.Amount.Minor;
        return (Int128)low.Minor * command.Volume.Value <= amount
            && amount <= (Int128)high.Minor * command.Volume.Value
            && (command.Open is not { } open || (open >= low && open <= high));
    }

    private static void Apply(SchemeState state, in Context context, TradingDayCorrected happened)
    {
        DayBooks.Correct(state, happened.Unit, happened.Day, happened.Mode, happened.After);
        state.Bulletins.Corrections.Add(new DayCorrection(
            happened.Unit,
            happened.Day,
            happened.Mode,
            happened.Before,
            happened.After,
            happened.Reason,
            context.Time));
    }
}
