using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Tanheng.Methodology;

/// <summary>
/// Reads units. <c>·</c> and <c>*</c> multiply, <c>/</c> divides the one thing after it, brackets group.
/// </summary>
internal ref struct UnitParser
{
    private static readonly Dictionary<string, Unit> Atoms = MakeAtoms();

    private readonly ReadOnlySpan<char> text;
    private int at;

    private UnitParser(ReadOnlySpan<char> text) => this.text = text;

    public static bool TryParse(string text, [NotNullWhen(true)] out Unit? unit)
    {
        var parser = new UnitParser(text);
        unit = parser.Product();
        if (unit is null || parser.at < text.Length)
        {
            unit = null;
            return false;
        }

        unit = new Unit(text.Trim(), unit.Scale, unit.Dimension);
        return true;
    }

    private Unit? Product()
    {
        var left = Factor();
        while (left is not null)
        {
            Blank();
            if (at == text.Length || text[at] == ')')
            {
                return left;
            }

            var divide = text[at] == '/';
            if (!divide && text[at] is not ('·' or '*'))
            {
                return null;
            }

            at++;
            left = Factor() is { } right ? divide ? Unit.Quotient(left, right) : Unit.Product(left, right) : null;
        }

        return left;
    }

    private Unit? Factor()
    {
        Blank();
        if (at < text.Length && text[at] == '(')
        {
            at++;
            var inner = Product();
            if (inner is null || at == text.Length)
            {
                return null;
            }

            at++;
            return inner;
        }

        var tenThousand = Skip("10⁴") || Skip("10^4");
        Blank();
        var start = at;
        while (at < text.Length && text[at] is not ('/' or '·' or '*' or '(' or ')' or ' ' or '^'))
        {
            at++;
        }

        if (!Atoms.TryGetValue(text[start..at].ToString(), out var unit))
        {
            return null;
        }

        var exponent = 1;
        if (at < text.Length && text[at] == '^')
        {
            var digits = ++at;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
            {
                at++;
            }

            if (
                !int.TryParse(text[digits..at], NumberStyles.None, CultureInfo.InvariantCulture, out exponent)
                    || exponent > 9)
            {
                return null;
            }
        }

        var scale = tenThousand ? new Rational(10_000, 1) : Rational.One;
        return Unit.Derived(unit.Scale.Power(exponent) * scale, unit.Dimension.Power(exponent));
    }

    private bool Skip(string prefix)
    {
        if (!text[at..].StartsWith(prefix, StringComparison.Ordinal))
        {
            return false;
        }

        at += prefix.Length;
        return true;
    }

    private void Blank()
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }
    }

    private static Dictionary<string, Unit> MakeAtoms()
    {
        var atoms = new Dictionary<string, Unit>(StringComparer.Ordinal);
        void Add(Dimension kind, params ReadOnlySpan<(string Symbol, long Top, long Bottom)> units)
        {
            foreach (var (symbol, top, bottom) in units)
            {
                atoms.Add(symbol, new Unit(symbol, new Rational(top, bottom), kind));
            }
        }

        Add(Dimension.None, ("1", 1, 1), ("%", 1, 100));
        Add(Dimension.Of("t"), ("t", 1, 1), ("kg", 1, 1_000), ("g", 1, 1_000_000));
        Add(Dimension.Of("tC"), ("tC", 1, 1), ("kgC", 1, 1_000));
        Add(Dimension.Of("tCO2"), ("tCO2", 1, 1), ("kgCO2", 1, 1_000), ("gCO2", 1, 1_000_000));
        Add(Dimension.Of("tCO2"), ("tCO2e", 1, 1), ("kgCO2e", 1, 1_000), ("gCO2e", 1, 1_000_000));
        Add(Dimension.Of("GJ"), ("GJ", 1, 1), ("TJ", 1_000, 1), ("MJ", 1, 1_000), ("kJ", 1, 1_000_000));
        Add(Dimension.Of("GJ"), ("kWh", 36, 10_000), ("MWh", 36, 10), ("GWh", 3_600, 1));
        Add(Dimension.Of("GJ") / Dimension.Of("h"), ("kW", 36, 10_000), ("MW", 36, 10));
        Add(Dimension.Of("h"), ("h", 1, 1), ("min", 1, 60), ("d", 24, 1));
        Add(Dimension.Of("a"), ("a", 1, 1));
        Add(Dimension.Of("m"), ("m", 1, 1), ("km", 1_000, 1));
        Add(Dimension.Of("m").Power(2), ("m²", 1, 1), ("m2", 1, 1), ("ha", 10_000, 1));
        Add(Dimension.Of("m").Power(3), ("m³", 1, 1), ("m3", 1, 1));
        Add(Dimension.Of("Nm³"), ("Nm³", 1, 1), ("Nm3", 1, 1));
        Add(Dimension.Of("person"), ("person", 1, 1));
        Add(Dimension.Of("TEU"), ("TEU", 1, 1));
        Add(Dimension.Of("CNY"), ("CNY", 1, 1));
        Add(Dimension.Of("°C"), ("°C", 1, 1));
        return atoms;
    }
}
