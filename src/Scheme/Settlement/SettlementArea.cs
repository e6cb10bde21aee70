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
    }
}
