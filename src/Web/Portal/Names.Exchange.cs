using Tanheng.Quantities;
using Tanheng.Scheme.Registry;

namespace Tanheng.Web.Portal;

/// <summary>What movements of the exchange are called, where a rulebook does not name them.</summary>
public static partial class Names
{
    /// <summary>A movement of the exchange by its type; null for any other.</summary>
    public static Text? OfMovement(string type) => type switch
    {
        TransactionTypes.OrderReserve => new("委托占用", "Kept for an order"),
        TransactionTypes.OrderRelease => new("委托释放", "Released from an order"),
        TransactionTypes.TradeRelease => new("次日可用", "Released for the next trading day"),
        TransactionTypes.TradeSettle => new("成交交收", "Settlement of a trade"),
        TransactionTypes.CashDeposit => new("入金", "Deposit"),
        TransactionTypes.CashWithdrawal => new("出金", "Withdrawal"),
        _ => null,
    };
}
