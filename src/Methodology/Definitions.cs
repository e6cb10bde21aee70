using Tanheng.Quantities;

namespace Tanheng.Methodology;

/// <summary>How far a method, a table or a row of figures has been confirmed.</summary>
public enum MethodStatus
{
    /// <summary>Taken from the text in force.</summary>
    InForce,

    /// <summary>Believed right, not compared with the text in force.</summary>
    Unverified,

    /// <summary>From a draft for comment.</summary>
    Draft,
}

/// <summary>What a name of a method stands for.</summary>
public enum MethodType
{
    /// <summary>A decimal with a unit.</summary>
    Number,

    /// <summary>A calendar year.</summary>
    Year,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>Any text, such as the name of a unit.</summary>
    Text,

    /// <summary>A text out of a closed list.</summary>
    Choice,

    /// <summary>A table of rows.</summary>
    Rows,
}

/// <summary>The years of data a method or a row is for, both included.</summary>
public readonly record struct YearRange(int From, int Until)
{
    /// <summary>True when the year is within.</summary>
    public bool Contains(int year) => From <= year && year <= Until;

    /// <summary>True when both share a year.</summary>
    public bool Overlaps(YearRange other) => From <= other.Until && other.From <= Until;

    /// <inheritdoc />
    public override string ToString() => From == Until ? $"{From}" : $"{From}-{Until}";
}

/// <summary>What numbers an input may have; null is no limit.</summary>
public readonly record struct NumberRange(
    decimal? Minimum, bool MinimumExcluded, decimal? Maximum, bool MaximumExcluded)
{
    /// <summary>True when the number is allowed.</summary>
    public bool Contains(decimal value) =>
        !(value < Minimum || value > Maximum)
        && !(MinimumExcluded && value == Minimum) && !(MaximumExcluded && value == Maximum);

    /// <summary>In the mathematicians' way: <c>[0, 1)</c>.</summary>
    public override string ToString() =>
        $"{(Minimum is null || MinimumExcluded ? "(" : "[")}{Show(Minimum, "-∞")}, {Show(Maximum, "∞")}"
        + (Maximum is null || MaximumExcluded ? ")" : "]");

    private static string Show(decimal? limit, string none) =>
        limit?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? none;
}

/// <summary>One choice of an input, with what people call it.</summary>
public sealed record MethodChoice(string Value, Text Title);

/// <summary>An input as the file declares it, for forms and documents.</summary>
public sealed class MethodInput
{
    /// <summary>The name formulas use.</summary>
    public required string Name { get; init; }

    /// <summary>What people call it.</summary>
    public required Text Title { get; init; }

    /// <summary>What it is.</summary>
    public required MethodType Type { get; init; }

    /// <summary>The letter the guideline uses, such as <c>FC</c>; may be empty.</summary>
    public required string Symbol { get; init; }

    /// <summary>The unit its number is given in.</summary>
    public required Unit Unit { get; init; }

    /// <summary>What numbers are allowed.</summary>
    public required NumberRange Range { get; init; }

    /// <summary>The closed list of a choice.</summary>
    public required IReadOnlyList<MethodChoice> Choices { get; init; }

    /// <summary>The default as written (a number or a formula); null when there is none.</summary>
    public required string? Default { get; init; }

    /// <summary>True when it may be left out without a default.</summary>
    public required bool IsOptional { get; init; }

    /// <summary>True when a report must attach evidence for it.</summary>
    public required bool EvidenceRequired { get; init; }

    /// <summary>Where the input or its default comes from; may be empty.</summary>
    public required string Source { get; init; }

    /// <summary>The columns of a table of rows.</summary>
    public required IReadOnlyList<MethodInput> Columns { get; init; }

    /// <summary>How many rows there must be at least.</summary>
    public required int MinimumRows { get; init; }

    internal Symbol Target { get; init; } = null!;

    internal int Table { get; init; } = -1;

    internal IReadOnlyList<string> Allowed { get; init; } = [];
}

/// <summary>A formula as the file declares it.</summary>
public sealed class MethodFormula
{
    /// <summary>The name; <c>units.allocation</c> is a column computed for every row of <c>units</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What people call it.</summary>
    public required Text Title { get; init; }

    /// <summary>Number, flag or text.</summary>
    public required MethodType Type { get; init; }

    /// <summary>The unit of the result.</summary>
    public required Unit Unit { get; init; }

    /// <summary>The formula as written.</summary>
    public required string Formula { get; init; }

    /// <summary>How the result is rounded, in its unit; null when it is not.</summary>
    public required (Rounding Mode, int Digits)? Round { get; init; }

    /// <summary>The legal source.</summary>
    public required string Source { get; init; }

    /// <summary>How far it is confirmed.</summary>
    public required MethodStatus Status { get; init; }

    internal Symbol Target { get; init; } = null!;
}

/// <summary>A condition the inputs must meet together; when it fails the method refuses with its sentence.</summary>
public sealed record MethodRequirement(string Condition, Text Sentence);

/// <summary>
/// An example inside a file: given these inputs, expect these figures, or a refusal with this number.
/// </summary>
public sealed class MethodExample
{
    /// <summary>What it shows.</summary>
    public required Text Name { get; init; }

    /// <summary>Where the figures come from; may be empty.</summary>
    public required string Source { get; init; }

    /// <summary>The inputs.</summary>
    public required MethodInputs Given { get; init; }

    /// <summary>The expected outputs.</summary>
    public required MethodInputs Expect { get; init; }

    /// <summary>How many decimals are compared (the result is rounded half up to them).</summary>
    public required int Decimals { get; init; }

    /// <summary>The number of the expected refusal; null when a result is expected.</summary>
    public required int? Refused { get; init; }

    /// <summary>Where it stands in the file.</summary>
    public required int Line { get; init; }
}
