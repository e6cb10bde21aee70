using Tanheng.Quantities;

namespace Tanheng.Web.Api.Shapes;

/// <summary>Money as an exact whole number.</summary>
/// <param name="Minor">Minor units: fen of CNY, cents of EUR, whole units of JPY and KRW.</param>
/// <param name="Currency">ISO 4217.</param>
public sealed record Amount(long Minor, Currency Currency)
{
    /// <summary>The amount of money; null for none.</summary>
    public static Amount? Of(Money? money) => money is { } some ? new Amount(some.Minor, some.Currency) : null;

    /// <summary>A price in minor units for a tonne; null for none.</summary>
    public static Amount? Of(Price? price) => price is { } some ? new Amount(some.Minor, some.Currency) : null;
}
