namespace Tanheng.Scheme.Settlement;

/// <summary>Money and delivery: every command and event of the area.</summary>
internal static class SettlementArea
{
    internal static void Register(Catalogue catalogue)
    {
        BankAccounts.Register(catalogue);
        Deposits.Register(catalogue);
        Withdrawals.Register(catalogue);
        TradeFiles.Register(catalogue);
        SettlementBanks.Register(catalogue);
        StatementImport.Register(catalogue);
        SuspenseLines.Register(catalogue);
        PaymentFiles.Register(catalogue);
        CashReconciling.Register(catalogue);
        RiskReserve.Register(catalogue);
        SettlementDays.Register(catalogue);
        StatedTotals.Register(catalogue);
        SettlementObjections.Register(catalogue);
        Corrections.Register(catalogue);
    }
}
