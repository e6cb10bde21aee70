namespace Tanheng.Methodology;

/// <summary>
/// A piece of a formula whose names, types and units are settled: a closure to run, and its parts to explain it.
/// </summary>
internal sealed class Bound
{
    public required Node Syntax { get; init; }

    /// <summary>Number, Flag or Text.</summary>
    public required MethodType Type { get; init; }

    public Unit Unit { get; init; } = Unit.One;

    public IReadOnlyList<Bound> Parts { get; init; } = [];

    /// <summary>The symbol, lookup table or level a leaf refers to.</summary>
    public object? Target { get; init; }

    /// <summary>The closed list a text comes from, when it is one.</summary>
    public IReadOnlyList<string>? Choices { get; init; }

    /// <summary>True for the literal 0 without a unit, which fits every unit.</summary>
    public bool IsZero { get; init; }

    public Func<Frame, decimal> Number { get; init; } = null!;

    public Func<Frame, bool> Flag { get; init; } = null!;

    public Func<Frame, string> Text { get; init; } = null!;

    /// <summary>
    /// How a conversion factor is best put in; null is: applied to the result. A quotient applies it before dividing.
    /// </summary>
    public Func<Func<decimal, decimal>, Func<Frame, decimal>>? WithFactor { get; init; }

    public static Bound OfNumber(Node syntax, Unit unit, Func<Frame, decimal> run, params IReadOnlyList<Bound> parts) =>
        new() { Syntax = syntax, Type = MethodType.Number, Unit = unit, Number = run, Parts = parts };

    public static Bound OfFlag(Node syntax, Func<Frame, bool> run, params IReadOnlyList<Bound> parts) =>
        new() { Syntax = syntax, Type = MethodType.Flag, Flag = run, Parts = parts };
}

/// <summary>What a lookup refers to.</summary>
internal sealed record LookupTarget(LookupTable Table, LookupColumn Column, Func<Frame, LookupRow> Find);
