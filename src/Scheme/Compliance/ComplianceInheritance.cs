using Tanheng.Quantities;

namespace Tanheng.Scheme.Compliance;

/// <summary>What a successor takes over in this area: obligations are added to its own, period by period.</summary>
internal static class ComplianceInheritance
{
    /// <summary>What has to be settled before a holder can be succeeded, or null.</summary>
    public static Text? Unfinished(SchemeState state, HolderId holder) => null;

    /// <summary>Moves the area's state from one holder to another.</summary>
    public static void Apply(SchemeState state, HolderId from, HolderId to)
    {
        var obligations = state.Compliance.Obligations;
        foreach (var period in state.Rules.Periods.Select(rules => rules.Period))
        {
            if (!obligations.Remove((from, period), out var old))
            {
                continue;
            }

            obligations[(to, period)] = obligations.TryGetValue((to, period), out var own)
                ? Sum(own, old)
                : old with { Holder = to };
        }
    }

    private static Obligation Sum(Obligation own, Obligation old)
    {
        var sum = own with
        {
            Due = own.Due + old.Due,
            Allowances = own.Allowances + old.Allowances,
            Offsets = own.Offsets + old.Offsets,
        };
        ObligationStatus[] both = [own.Status, old.Status];
        var status = both.Contains(ObligationStatus.Short) ? ObligationStatus.Short
            : both.Contains(ObligationStatus.Open) ? ObligationStatus.Open
            : both.Contains(ObligationStatus.MetLate) ? ObligationStatus.MetLate
            : ObligationStatus.Met;
        return sum with { Status = status };
    }
}
