using Tanheng.Quantities;

namespace Tanheng.Ledger;

/// <summary>Something that must never be so and is: a defect or a damaged journal, not somebody's mistake.</summary>
/// <param name="Invariant">
/// The number in the list of invariants: 1 double entry, 2 no overdraft, 3 serials, 4 issued units.
/// </param>
/// <param name="Code">Stable kebab-case name of the check that failed.</param>
/// <param name="Text">What is wrong and where.</param>
public sealed record Violation(int Invariant, string Code, Text Text)
{
    /// <inheritdoc />
    public override string ToString() => $"{Invariant} {Code}: {Text.En}";
}
