using System.Globalization;

namespace Tanheng.Methodology;

/// <summary>
/// What a number measures, as exponents of base kinds. Carbon, CO2 and other mass are different kinds on purpose:
/// only a named conversion leads from one to the other. So are cubic metres and normal cubic metres.
/// </summary>
internal sealed class Dimension : IEquatable<Dimension>
{
    private static readonly string[] Names =
        ["t", "tC", "tCO2", "GJ", "h", "m", "Nm³", "person", "TEU", "CNY", "°C", "a"];

    private readonly int[] exponents;

    private Dimension(int[] exponents) => this.exponents = exponents;

    public static Dimension None { get; } = new(new int[Names.Length]);

    public bool IsNone => Array.TrueForAll(exponents, e => e == 0);

    /// <summary>The base kind whose coherent unit has this symbol.</summary>
    public static Dimension Of(string symbol)
    {
        var exponents = new int[Names.Length];
        exponents[Array.IndexOf(Names, symbol)] = 1;
        return new Dimension(exponents);
    }

    public static Dimension operator *(Dimension left, Dimension right) =>
        new([.. left.exponents.Zip(right.exponents, (a, b) => a + b)]);

    public static Dimension operator /(Dimension left, Dimension right) =>
        new([.. left.exponents.Zip(right.exponents, (a, b) => a - b)]);

    public Dimension Power(int exponent) => new([.. exponents.Select(e => e * exponent)]);

    /// <summary>Half of every exponent, or null when one is odd.</summary>
    public Dimension? Root() =>
        exponents.Any(e => e % 2 != 0) ? null : new Dimension([.. exponents.Select(e => e / 2)]);

    public bool Equals(Dimension? other) => other is not null && exponents.AsSpan().SequenceEqual(other.exponents);

    public override bool Equals(object? obj) => Equals(obj as Dimension);

    public override int GetHashCode() => exponents.Aggregate(17, (hash, e) => unchecked((hash * 31) + e));

    public override string ToString()
    {
        var over = Part(e => e > 0);
        var under = Part(e => e < 0);
        var manyUnder = exponents.Count(e => e < 0) > 1;
        return (over.Length == 0 ? "1" : over) + (under.Length == 0 ? "" : manyUnder ? $"/({under})" : "/" + under);
    }

    private string Part(Func<int, bool> wanted) => string.Join('·', exponents.Select((e, i) => (e, i))
        .Where(x => wanted(x.e))
        .Select(
            x => Names[x.i] + (Math.Abs(x.e) == 1 ? "" : "^" + Math.Abs(x.e).ToString(CultureInfo.InvariantCulture))));
}
