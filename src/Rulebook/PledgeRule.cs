using Tanheng.Quantities;

namespace Tanheng.Rulebook;

/// <summary>质押: which units may be pledged to a lender, and up to which part of their value.</summary>
public sealed record PledgeRule : Rule
{
    /// <summary>Families that may be pledged.</summary>
    public required IReadOnlyList<string> Units { get; init; }

    /// <summary>
    /// 质押率: the largest claim at the registration, of the units' value at the latest closing price; null where the
    /// parties are free. Units that are not traded have no such price, and nothing is compared.
    /// </summary>
    public Percent? LoanToValue { get; init; }

    /// <summary>补足线: the claim, of the value at a day's close, from which the pledgor is called; null calls nobody.
    /// </summary>
    public Percent? MarginCall { get; init; }

    /// <summary>
    /// True when pledged units become void together with the others of a holder that left the list, false when the
    /// pledge keeps them valid.
    /// </summary>
    public required bool VoidWithTheRest { get; init; }
}
