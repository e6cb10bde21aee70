namespace Tanheng.Scheme.Compliance;

/// <summary>
/// Index of the area: obligations, surrender, deadlines, cases, advance, carry-over, custody, publication.
/// </summary>
internal static class ComplianceArea
{
    internal static void Register(Catalogue catalogue)
    {
        Obligations.Register(catalogue);
        Surrenders.Register(catalogue);
        AssistedSurrender.Register(catalogue);
        SurrenderReversal.Register(catalogue);
        Returning.Register(catalogue);
        Custody.Register(catalogue);
        SurrenderDeadline.Register(catalogue);
        Milestones.Register(catalogue);
        OpenCases.Register(catalogue);
        CaseDecisions.Register(catalogue);
        Corrections.Register(catalogue);
        Cases.Register(catalogue);
        MeanPrices.Register(catalogue);
        Deductions.Register(catalogue);
        Advances.Register(catalogue);
        CarryOverRequests.Register(catalogue);
        CarryOverDates.Register(catalogue);
        Lapses.Register(catalogue);
        PublishedResults.Register(catalogue);
    }
}
