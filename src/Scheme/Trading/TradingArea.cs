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
        Modes.Register(catalogue);
        PricedOffers.Register(catalogue);
        PricedTaking.Register(catalogue);
        Intentions.Register(catalogue);
        IntentionAnswers.Register(catalogue);
        DealRegistration.Register(catalogue);
        OtcReporting.Register(catalogue);
        OtcAnswers.Register(catalogue);
    }
}
