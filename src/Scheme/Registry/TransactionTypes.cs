namespace Tanheng.Scheme.Registry;

/// <summary>The transaction types the engine knows; who may send and receive by them is the rulebook's.</summary>
public static class TransactionTypes
{
    /// <summary>初始分配登记.</summary>
    public const string InitialIssue = "InitialIssue";

    /// <summary>配额调整.</summary>
    public const string AllocationAdjust = "AllocationAdjust";

    /// <summary>登记持仓 ↔ 交易持仓.</summary>
    public const string PositionMove = "PositionMove";

    /// <summary>交易登记.</summary>
    public const string TradeSettle = "TradeSettle";

    /// <summary>清缴.</summary>
    public const string Surrender = "Surrender";

    /// <summary>抵销.</summary>
    public const string OffsetSurrender = "OffsetSurrender";

    /// <summary>强制履约.</summary>
    public const string CompulsorySurrender = "CompulsorySurrender";

    /// <summary>他企协助.</summary>
    public const string AssistedSurrender = "AssistedSurrender";

    /// <summary>自愿注销.</summary>
    public const string VoluntaryCancel = "VoluntaryCancel";

    /// <summary>结转.</summary>
    public const string CarryOver = "CarryOver";

    /// <summary>司法冻结.</summary>
    public const string JudicialFreeze = "JudicialFreeze";

    /// <summary>司法扣划.</summary>
    public const string JudicialTransfer = "JudicialTransfer";

    /// <summary>质押、解除质押: into and out of what is kept for a lender; nothing leaves its account.</summary>
    public const string Pledge = "Pledge";

    /// <summary>质权实现: pledged units to the lender or a buyer.</summary>
    public const string PledgeRealise = "PledgeRealise";

    /// <summary>合并、分立、承继.</summary>
    public const string Succession = "Succession";

    /// <summary>减排量登记.</summary>
    public const string OffsetIssue = "OffsetIssue";

    /// <summary>转让.</summary>
    public const string Transfer = "Transfer";

    /// <summary>预支.</summary>
    public const string Advance = "Advance";

    /// <summary>委托占用: into an order; the rulebook does not name it, nothing leaves its account.</summary>
    public const string OrderReserve = "OrderReserve";

    /// <summary>委托释放: out of an order again.</summary>
    public const string OrderRelease = "OrderRelease";

    /// <summary>交收: what a trade brought the day before is at its owner's disposal.</summary>
    public const string TradeRelease = "TradeRelease";

    /// <summary>拍卖交割: units against money, what an auction took and gave.</summary>
    public const string AuctionSettle = "AuctionSettle";

    /// <summary>入金.</summary>
    public const string CashDeposit = "CashDeposit";

    /// <summary>出金: kept while it waits, paid out, or given back.</summary>
    public const string CashWithdrawal = "CashWithdrawal";

    /// <summary>待查: into suspense, and out of it when an official knows whose it is.</summary>
    public const string CashSuspense = "CashSuspense";

    /// <summary>更正: takes back a deposit that was booked by hand and wrong.</summary>
    public const string CashCorrection = "CashCorrection";

    /// <summary>风险准备金: into the reserve, out of it to cover a trade, and back.</summary>
    public const string RiskReserve = "RiskReserve";

    /// <summary>撤销.</summary>
    public const string Reversal = "Reversal";

    /// <summary>True for the ways in which an obligation is settled from an account of the entity's own.</summary>
    public static bool IsSurrender(string type) => type is Surrender or OffsetSurrender or CompulsorySurrender;

    /// <summary>True for what an account may do while it is restricted: surrender, and give back allowances.</summary>
    public static bool IsDuty(string type) => IsSurrender(type) || type == AllocationAdjust;

    /// <summary>True for movements that holders or the exchange decide between accounts of holders.</summary>
    public static bool IsBetweenAccounts(string type) => type is Transfer or TradeSettle or PositionMove;
}
