using Tanheng.Quantities;

namespace Tanheng.Methodology;

/// <summary>How files spell the roundings.</summary>
internal static class RoundingNames
{
    public const string All = "floor, ceiling, half_up, half_even, truncate";

    public static Rounding? Find(string name) => name switch
    {
        "floor" => Rounding.Floor,
        "ceiling" => Rounding.Ceiling,
        "half_up" => Rounding.HalfUp,
        "half_even" => Rounding.HalfEven,
        "truncate" => Rounding.Truncate,
        _ => null,
    };
}
