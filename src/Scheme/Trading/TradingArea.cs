namespace Tanheng.Scheme.Trading;

/// <summary>The exchange: every command and event of the area.</summary>
internal static class TradingArea
{
    internal static void Register(Catalogue catalogue)
    {
        Exchange.Register(catalogue);
        TradingDays.Register(catalogue);
        OrderPlacing.Register(catalogue);
        OrderTaking.Register(catalogue);
        OrderChanges.Register(catalogue);
        BlockOffers.Register(catalogue);
        BlockAnswers.Register(catalogue);
    }
}
