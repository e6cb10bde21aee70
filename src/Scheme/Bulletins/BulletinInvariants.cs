using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Bulletins;

/// <summary>
/// What must hold of the days that bulletins are made of, after every row: 6 the last day's total, with its corrections
/// taken back, and the day under way are all that was ever traded, counted trade by trade; and every day's total is the
/// one before and the day.
/// </summary>
internal static class BulletinInvariants
{
    public static void Check(SchemeState state, List<Violation> found)
    {
        foreach (var (unit, days) in state.Bulletins.Days)
        {
            var none = Turnover.Zero(state.Rules.Currency);
            var (counted, moved) = (none, none);
            foreach (var day in days)
            {
                counted += day.Traded;
                if (day.Total != counted)
                {
                    Add(found, unit, day.Total, counted);
                    break;
                }
            }

            foreach (var one in state.Bulletins.Corrections.Where(one => one.Unit == unit))
            {
                moved = moved + one.After.Traded - one.Before.Traded;
            }

            var ever = none;
            foreach (var (_, instrument) in state.Trading.Instruments
                .Where(one => DayBooks.UnitOf(state, one.Key) == unit))
            {
                ever += new Turnover(instrument.Volume, instrument.Amount);
                foreach (var bar in (Trading.DayBar?[])[instrument.Listed, instrument.Block])
                {
                    ever -= bar is null ? none : new Turnover(bar.Volume, bar.Amount);
                }
            }

            if (days[^1].Total - moved != ever)
            {
                Add(found, unit, days[^1].Total - moved, ever);
            }
        }
    }

    private static void Add(List<Violation> found, string unit, Turnover days, Turnover trades) =>
        found.Add(new Violation(6, "bulletin-differs", new Text(
            $"{unit} 日行情累计 {days.Volume}、{days.Amount}，成交合计 {trades.Volume}、{trades.Amount}。",
            $"The days of {unit} come to {days.Volume}, {days.Amount}, its trades to {trades.Volume}, "
                + $"{trades.Amount}.")));
}
