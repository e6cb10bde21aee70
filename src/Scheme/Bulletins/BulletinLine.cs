using System.Globalization;
using System.Text.Json.Serialization;
using Tanheng.Quantities;

namespace Tanheng.Scheme.Bulletins;

/// <summary>What a line of a bulletin is to the others.</summary>
public enum LineKind
{
    /// <summary>Trades of one mode or product; all parts together come to the total.</summary>
    [Called("分项", "part")]
    Part,

    /// <summary>All trades of the period.</summary>
    [Called("合计", "total")]
    Total,

    /// <summary>All trades ever, up to the end of the period.</summary>
    [Called("累计", "cumulative")]
    Cumulative,
}

/// <summary>
/// A line of a bulletin as it is published. Prices are texts, because the digits that are shown say how exact they are.
/// </summary>
/// <param name="Kind">Part, total or cumulative.</param>
/// <param name="Item">What was traded and how, in the publisher's words: 定价申报, listed.</param>
/// <param name="Volume">In the bulletin's unit of quantity.</param>
/// <param name="Amount">What it cost.</param>
/// <param name="Average">均价 for one unit, as shown; null where it is not.</param>
/// <param name="High">The highest price, as shown; null where it is not.</param>
/// <param name="Low">The lowest price, as shown; null where it is not.</param>
/// <param name="Close">The last close, as shown; null where it is not.</param>
/// <param name="Change">涨跌幅 in percent, as shown; null where it is not.</param>
public sealed record BulletinLine(
    LineKind Kind,
    string Item,
    Tonnes Volume,
    Money Amount,
    string? Average = null,
    string? High = null,
    string? Low = null,
    string? Close = null,
    string? Change = null)
{
    /// <summary>Volume and amount together.</summary>
    [JsonIgnore]
    public Turnover Traded => new(Volume, Amount);

    /// <summary>
    /// The average before the period that average and change come to, half up to two digits; null without both.
    /// </summary>
    public decimal? PreviousAverage() =>
        ShownPrice.Parse(Average) is { } average && ShownPrice.Parse(Change, signed: true) is { Value: > -100 } change
            ? Round.To(average.Value / (1 + (change.Value / 100)), 2, Rounding.HalfUp)
            : null;
}

/// <summary>A price as it is shown: <c>26.5</c> stands for anything from 26.45 to 26.55.</summary>
/// <param name="Value">In major units.</param>
/// <param name="Digits">How many digits stand behind the point.</param>
public readonly record struct ShownPrice(decimal Value, int Digits)
{
    private const int MostDigits = 8;
    private const decimal Most = 1_000_000_000;

    /// <summary>Half a unit of the last digit that is shown.</summary>
    public decimal Half => new(5, 0, 0, false, (byte)(Digits + 1));

    /// <summary>Reads one; null where it is none.</summary>
    public static ShownPrice? Parse(string? text, bool signed = false)
    {
        if (text is null || !decimal.TryParse(
            text,
            NumberStyles.AllowDecimalPoint | (signed ? NumberStyles.AllowLeadingSign : NumberStyles.None),
            CultureInfo.InvariantCulture,
            out var value))
        {
            return null;
        }

        var point = text.IndexOf('.', StringComparison.Ordinal);
        var digits = point < 0 ? 0 : text.Length - point - 1;
        return digits <= MostDigits && Math.Abs(value) < Most ? new ShownPrice(value, digits) : null;
    }

    /// <summary>True when the exact value would be shown as this one.</summary>
    public bool Shows(decimal exact) => Math.Abs(exact - Value) <= Half;

    /// <summary>A number as text.</summary>
    public static string? Of(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>A price as text, without its currency.</summary>
    public static string? Of(Price? price) =>
        price is { } known ? new Money(known.Minor, known.Currency).ToString().Split(' ')[0] : null;
}
