using Tanheng.Quantities;

namespace Tanheng.Scheme.Bulletins;

/// <summary>Tonnes, and what they cost.</summary>
/// <param name="Volume">Whole tonnes.</param>
/// <param name="Amount">What they cost, without fees.</param>
public readonly record struct Turnover(Tonnes Volume, Money Amount)
{
    /// <summary>Nothing.</summary>
    public static Turnover Zero(Currency currency) => new(Tonnes.Zero, Money.Zero(currency));

    /// <summary>The sum.</summary>
    public static Turnover operator +(Turnover left, Turnover right) =>
        new(left.Volume + right.Volume, left.Amount + right.Amount);

    /// <summary>The difference.</summary>
    public static Turnover operator -(Turnover left, Turnover right) =>
        new(left.Volume - right.Volume, left.Amount - right.Amount);

    /// <summary>Amount by volume in major units for a tonne, not rounded; null when nothing was traded.</summary>
    public decimal? ExactAverage() => Volume == Tonnes.Zero
        ? null
        : Amount.Minor / (decimal)Amount.Currency.MinorPerUnit / Volume.Value;

    /// <summary>均价: amount by volume in major units for a tonne, half up to so many digits.</summary>
    public decimal? Average(int digits = 4) =>
        ExactAverage() is { } exact ? Round.To(exact, digits, Rounding.HalfUp) : null;
}
