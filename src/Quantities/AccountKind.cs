namespace Tanheng.Quantities;

/// <summary>What an account is for. Rulebooks name these where they say who may send and receive.</summary>
public enum AccountKind
{
    /// <summary>登记账户: a holder's account in the registry; allocation arrives and surrender leaves here.</summary>
    [Called("登记账户", "registry")]
    Registry,

    /// <summary>交易账户: the same holder's account on the exchange; what is there can be sold.</summary>
    [Called("交易账户", "trading")]
    Trading,

    /// <summary>省级账户: a provincial (or member state's) authority, through which allocation passes.</summary>
    [Called("省级账户", "provincial")]
    Provincial,

    /// <summary>差异化发放: units of one risky entity kept by its province until its obligation is met.</summary>
    [Called("省级代管账户", "custody")]
    Custody,

    /// <summary>System: where units come from; minus what was ever issued.</summary>
    [Called("签发账户", "issuance")]
    Issuance,

    /// <summary>System: units surrendered for compliance 清缴.</summary>
    [Called("已清缴账户", "surrendered")]
    Surrendered,

    /// <summary>System: units cancelled for good 注销.</summary>
    [Called("已注销账户", "cancelled")]
    Cancelled,

    /// <summary>System: units that became void 失效, or were turned into another vintage 结转.</summary>
    [Called("已失效账户", "expired")]
    Expired,

    /// <summary>System: the outside world of money; minus what all holders have paid in.</summary>
    [Called("结算银行", "bank")]
    Bank,

    /// <summary>
    /// System: fines 罚款 owed to the treasury; a claim, its counterpart is in <see cref="Receivable"/>.
    /// </summary>
    [Called("国库", "treasury")]
    Treasury,

    /// <summary>System: what holders owe; negative.</summary>
    [Called("应收", "receivable")]
    Receivable,

    /// <summary>System: fees of the exchange 交易手续费.</summary>
    [Called("交易手续费", "exchange fees")]
    ExchangeFees,

    /// <summary>System: money of a bank's statement of which nobody knows yet whose it is 待查.</summary>
    [Called("待查资金", "suspense")]
    Suspense,

    /// <summary>System: what covers a trade that its own party cannot pay 风险准备金.</summary>
    [Called("风险准备金", "risk reserve")]
    RiskReserve,
    /// <summary>System: what auctions of the authority brought in 财政收入.</summary>
    [Called("拍卖收入", "auction revenue")]
    AuctionRevenue,
}

/// <summary>Questions about an <see cref="AccountKind"/>.</summary>
public static class AccountKinds
{
    /// <summary>True for the scheme's own accounts, the only ones that may be negative.</summary>
    public static bool IsSystem(this AccountKind kind) => kind >= AccountKind.Issuance;
}
