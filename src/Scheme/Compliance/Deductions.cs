using Tanheng.Quantities;

namespace Tanheng.Scheme.Compliance;

/// <summary>What the next allocation has to net out: cuts, arrears and advances 核减.</summary>
public static class Deductions
{
    /// <summary>Tonnes to keep back from the holder's allocation of a period, not yet netted.</summary>
    public static Tonnes Pending(SchemeState state, HolderId holder, CompliancePeriod period) => Tonnes.Zero;

    /// <summary>Part of the balance was netted; a negative quantity returns to it.</summary>
    public static void Clear(SchemeState state, HolderId holder, CompliancePeriod period, Tonnes quantity)
    {
    }
}
