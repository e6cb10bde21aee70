using Tanheng.Quantities;

namespace Tanheng.Market.Surveillance;

/// <summary>
/// Shares and moves against thresholds, exact: nothing is divided to decide. What is shown is in basis points (0.01 %),
/// rounded down, so that a figure never looks larger than it is.
/// </summary>
public static class Shares
{
    /// <summary>True when a part is at least so much of the whole; false where the whole is nothing.</summary>
    public static bool Reaches(Int128 part, Int128 whole, Percent least) =>
        whole > 0 && part * Denominator >= whole * Scaled(least);

    /// <summary>A part of a whole in basis points, rounded down; 0 where the whole is nothing.</summary>
    public static long BasisPoints(Int128 part, Int128 whole) =>
        whole > 0 ? checked((long)(part * 10_000 / whole)) : 0;

    /// <summary>A threshold in basis points, rounded down.</summary>
    public static long BasisPoints(Percent share) => (long)(share.Value * 100m);

    /// <summary>A percentage as millionths of a percent: what a rulebook can say.</summary>
    private static Int128 Scaled(Percent share) => (Int128)(share.Value * 1_000_000m);

    private static Int128 Denominator => 100_000_000;
}
