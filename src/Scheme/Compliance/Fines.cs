using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Compliance;

/// <summary>Between what a fine must lie, and on what that stands.</summary>
/// <param name="Rule">The rule of the day.</param>
/// <param name="Least">Lower bound; null when the law's amounts are not known.</param>
/// <param name="Most">Upper bound; null when the law's amounts are not known.</param>
/// <param name="MeanPrice">The price they stand on, where they do.</param>
public sealed record FineBounds(PenaltyRule Rule, Money? Least, Money? Most, Price? MeanPrice = null)
{
    /// <summary>The only fine possible, or null.</summary>
    public Money? Fixed => Least is { } least && Most == least ? least : null;
}

/// <summary>
/// 罚款幅度. The day of the decision picks the rule; multiples are rounded half up to the minor unit.
/// Refusals in order: no penalty rule; no mean price; value needed; amount too large.
/// </summary>
public static class Fines
{
    /// <summary>The bounds of a case's fine when it is decided on a day.</summary>
    public static Outcome<FineBounds> Bounds(SchemeState state, PenaltyCase about, Money? gain, DateOnly day)
    {
        if (state.Rules.Penalty(about.Offence, day) is not { } rule)
        {
            return PenaltyRefusals.NoPenaltyRule.With(("day", Iso(day)), ("offence", about.Offence));
        }

        return rule.Basis switch
        {
            FineBasis.Range => new FineBounds(rule, rule.Least, rule.Most),
            FineBasis.PerTonne => PerTonne(rule, about.Shortfall),
            FineBasis.ShortfallValue => ShortfallValue(state, rule, about),
            FineBasis.Gain => gain is { } got && rule.GainFrom is { } from && got >= from
                ? Multiples(rule, got, price: null)
                : new FineBounds(rule, rule.Least, rule.Most),
            FineBasis.UnitsValue => gain is { } value
                ? Multiples(rule, value, price: null)
                : PenaltyRefusals.ValueNeeded.With(),
            _ => new FineBounds(rule, null, null),
        };
    }

    /// <summary>
    /// The first day of the month whose mean price counts: the one in which the month before the deadline begins. A
    /// deadline at 24:00 of 31 December is measured by December.
    /// </summary>
    public static DateOnly? PriceMonth(SchemeState state, CompliancePeriod period) =>
        state.Rules.Period(period)?.DeadlineOf(Step.Surrender) is { } deadline
            ? FirstOfMonth(DateOnly.FromDateTime(deadline.At.AddMonths(-1)))
            : null;

    internal static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);

    internal static string Iso(DateOnly day) =>
        day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static Outcome<FineBounds> PerTonne(PenaltyRule rule, Tonnes shortfall) =>
        rule.Least is not { } each ? new FineBounds(rule, null, null)
        : Times(each.Minor, shortfall.Value, 1m) is { } minor
            ? new FineBounds(rule, each with { Minor = minor }, each with { Minor = minor })
            : PenaltyRefusals.AmountTooLarge.With();

    private static Outcome<FineBounds> ShortfallValue(SchemeState state, PenaltyRule rule, PenaltyCase about)
    {
        var month = PriceMonth(state, about.Period);
        if (month is not { } first || !state.Compliance.MeanPrices.TryGetValue(first, out var mean))
        {
            return PenaltyRefusals.NoMeanPrice.With(("month", month is { } named ? Iso(named)[..7] : about.Period));
        }

        return Times(mean.Price.Minor, about.Shortfall.Value, 1m) is { } value
            ? Multiples(rule, new Money(value, mean.Price.Currency), mean.Price)
            : PenaltyRefusals.AmountTooLarge.With();
    }

    private static Outcome<FineBounds> Multiples(PenaltyRule rule, Money of, Price? price) =>
        Times(of.Minor, 1, rule.LeastMultiple ?? 0m) is { } least
        && Times(of.Minor, 1, rule.MostMultiple ?? 0m) is { } most
            ? new FineBounds(rule, of with { Minor = least }, of with { Minor = most }, price)
            : PenaltyRefusals.AmountTooLarge.With();

    /// <summary>
    /// The product, half up; null when it is more than the ledger should count (a thousandth of 64 bits).
    /// </summary>
    private static long? Times(long a, long b, decimal multiple)
    {
        const long most = long.MaxValue / 1000;
        var product = (Int128)a * b;
        if (product > most || multiple > 1000m)
        {
            return null;
        }

        var value = Round.To((long)product * multiple, 0, Rounding.HalfUp);
        return value > most ? null : (long)value;
    }
}
