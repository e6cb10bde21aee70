namespace Tanheng.Scheme.Supervision;

/// <summary>Halts and surveillance of the exchange: every command and event of the area.</summary>
internal static class SupervisionArea
{
    internal static void Register(Catalogue catalogue)
    {
        TradingHalts.Register(catalogue);
        Restrictions.Register(catalogue);
        Relations.Register(catalogue);
        Alerts.Register(catalogue);
        Inquiries.Register(catalogue);
        Questions.Register(catalogue);
        InquiryDecisions.Register(catalogue);
    }
}
