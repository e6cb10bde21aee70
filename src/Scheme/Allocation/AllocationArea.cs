namespace Tanheng.Scheme.Allocation;

/// <summary>The use cases of allocation, in the order in which a period goes through them.</summary>
internal static class AllocationArea
{
    internal static void Register(Catalogue catalogue)
    {
        PreAllocating.Register(catalogue);
        Allocating.Register(catalogue);
        StatedAllocating.Register(catalogue);
        Running.Register(catalogue);
        Granting.Register(catalogue);
        Reclaiming.Register(catalogue);
        Adjusting.Register(catalogue);
        Withholding.Register(catalogue);
        Collecting.Register(catalogue);
        PeriodCaps.Register(catalogue);
        Netting.Register(catalogue);
        Delivery.Register(catalogue);
    }
}
