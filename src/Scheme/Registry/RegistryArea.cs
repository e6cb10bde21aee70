namespace Tanheng.Scheme.Registry;

/// <summary>The registry: every command and event of the area.</summary>
internal static class RegistryArea
{
    internal static void Register(Catalogue catalogue)
    {
        Officials.Register(catalogue);
        HolderRegistration.Register(catalogue);
        HolderUpdate.Register(catalogue);
        HolderAdmission.Register(catalogue);
        BulkAdmission.Register(catalogue);
        HolderDescription.Register(catalogue);
        Representatives.Register(catalogue);
        RepresentativeChanges.Register(catalogue);
        Claims.Register(catalogue);
        Facilities.Register(catalogue);
        FacilityTransfer.Register(catalogue);
        GeneratingUnits.Register(catalogue);
        Coverage.Register(catalogue);
        EmissionYears.Register(catalogue);
        ExcludedYears.Register(catalogue);
        AccountOpening.Register(catalogue);
        AccountLife.Register(catalogue);
        AccountClosure.Register(catalogue);
        AccountTransfer.Register(catalogue);
        OffsetIssuance.Register(catalogue);
        PositionMoves.Register(catalogue);
        TrustedAccounts.Register(catalogue);
        Distrust.Register(catalogue);
        AccountRuling.Register(catalogue);
        Transfers.Register(catalogue);
        DelayedTransfers.Register(catalogue);
        VoluntaryCancellation.Register(catalogue);
        DocumentRequests.Register(catalogue);
        Notes.Register(catalogue);
        Freezes.Register(catalogue);
        PledgeApplications.Register(catalogue);
        PledgeConfirmation.Register(catalogue);
        PledgeRelease.Register(catalogue);
        PledgeMargins.Register(catalogue);
        Reversals.Register(catalogue);
        Succession.Register(catalogue);
        Reconciling.Register(catalogue);
    }
}
