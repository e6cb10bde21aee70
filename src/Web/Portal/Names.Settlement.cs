using Tanheng.Quantities;
using Tanheng.Scheme.Settlement;

namespace Tanheng.Web.Portal;

/// <summary>What the members of settlement's enumerations are called.</summary>
public static partial class Names
{
    /// <summary>What became of a bank's line.</summary>
    public static Text Of(LineStatus status) => status switch
    {
        LineStatus.Deposit => new("已入账", "Booked"),
        LineStatus.Payment => new("出金已付", "Payment confirmed"),
        LineStatus.PaymentReturned => new("退汇", "Payment came back"),
        LineStatus.Known => new("与人工登记相符", "As booked by hand"),
        LineStatus.Differs => new("与人工登记不符", "Not as booked by hand"),
        LineStatus.Suspense => new("待查", "In suspense"),
        LineStatus.Assigned => new("已认领", "Assigned"),
        LineStatus.Matched => new("已核销", "Matched"),
        LineStatus.Charged => new("银行收费", "Bank charge"),
        LineStatus.SentBack => new("已退回", "Returned"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>Why a line is in suspense.</summary>
    public static Text Of(LineDoubt doubt) => doubt switch
    {
        LineDoubt.NoParty => new("银行未给出对方账号", "The bank names no account"),
        LineDoubt.UnknownPayer => new("付款账号未登记", "Nobody's account here"),
        LineDoubt.SharedAccount => new("多家单位登记同一账号", "Several entities name this account"),
        LineDoubt.NotUsable => new("单位账户不能入账", "The entity's account takes no money"),
        LineDoubt.UnknownPayment => new("无对应出金", "No such payment of ours"),
        LineDoubt.AmountDiffers => new("金额不符", "The amount differs"),
        _ => throw new ArgumentOutOfRangeException(nameof(doubt)),
    };

    /// <summary>Where a payment is.</summary>
    public static Text Of(PaymentStatus status) => status switch
    {
        PaymentStatus.Waiting => new("待付款", "Waiting"),
        PaymentStatus.Ordered => new("已送银行", "With the bank"),
        PaymentStatus.Paid => new("已付款", "Paid"),
        PaymentStatus.Rejected => new("未付退回", "Not paid"),
        PaymentStatus.Returned => new("退汇", "Came back"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>What became of a leg.</summary>
    public static Text Of(LegStatus status) => status switch
    {
        LegStatus.Settled => new("已交收", "Settled"),
        LegStatus.Covered => new("垫付交收", "Settled by the reserve"),
        LegStatus.Failed => new("未能交收", "Failed"),
        LegStatus.MadeGood => new("已补交收", "Settled later"),
        LegStatus.SentAgain => new("已再次报送", "Sent again"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>How bank and ledger differ.</summary>
    public static Text Of(CashDifferenceKind kind) => kind switch
    {
        CashDifferenceKind.InBankOnly => new("银行有、账面无（待查）", "In the bank only (suspense)"),
        CashDifferenceKind.InLedgerOnly => new("账面有、银行无", "In the ledger only"),
        CashDifferenceKind.AmountDiffers => new("金额不符", "Amounts differ"),
        CashDifferenceKind.HolderDiffers => new("付款单位不符", "Another one paid"),
        CashDifferenceKind.StatementMissing => new("对账单不连续", "A statement is missing"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>What changed the reserve.</summary>
    public static Text Of(ReserveMove move) => move switch
    {
        ReserveMove.Contribution => new("提取", "Contribution"),
        ReserveMove.Cover => new("垫付", "Cover"),
        ReserveMove.Repayment => new("偿还", "Repayment"),
        _ => throw new ArgumentOutOfRangeException(nameof(move)),
    };

    /// <summary>Where a correcting entry is.</summary>
    public static Text Of(CorrectingStatus status) => status switch
    {
        CorrectingStatus.Open => new("待确认", "Waits"),
        CorrectingStatus.Booked => new("已入账", "Booked"),
        CorrectingStatus.Declined => new("已拒绝", "Declined"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>Why a leg failed, by the name of the refusal.</summary>
    public static Text OfFailure(string reason) => reason switch
    {
        "cash-short" => new("买方资金不足", "The buyer lacks money"),
        "units-short" => new("卖方配额不足", "The seller lacks units"),
        _ => new(reason, reason),
    };

    /// <summary>The decision about an objection; null while there is none.</summary>
    public static Text OfDecision(bool? accepted) => accepted switch
    {
        null => new("待答复", "Waits for an answer"),
        true => new("成立", "Accepted"),
        false => new("不成立", "Not accepted"),
    };
}
