namespace Tanheng.Web.Actions.Speech;

public static partial class FieldWords
{
    /// <summary>Pledges.</summary>
    private static readonly Dictionary<string, FieldWord> pledges = new()
    {
        ["apply-pledge.holder"] = Word("出质人", "Pledgor"),
        ["apply-pledge.account"] = Word("账户", "Account", "质押的配额所在的账户", "Where the units to be pledged are"),
        ["apply-pledge.pledgee"] = Word("质权人", "Pledgee", "出借资金的单位，须在本市场登记",
            "The lender; it must be an entity of this market"),
        ["apply-pledge.claim"] = Word("担保债权", "Secured claim", "如 300000.00；受质押率上限约束",
            "Such as 300000.00; up to the largest loan to value"),
        ["apply-pledge.reference"] = Word("质押合同", "Agreement", "合同编号", "Number of the parties' agreement"),
        ["apply-pledge.until"] = Word("债务到期日", "Debt due on", "可留空；到期后质押不会自动解除",
            "May be empty; the pledge does not end by itself"),
        ["confirm-pledge.holder"] = Word("质权人", "Pledgee"),
        ["withdraw-pledge.holder"] = Word("申请撤回的一方", "Party that ends it", "出质人或质权人", "The pledgor or the pledgee"),
        ["release-pledge.holder"] = Word("质权人", "Pledgee"),
        ["release-pledge.quantity"] = Word("解除数量", "Quantity to release", "整数吨；可以部分解除",
            "Whole tonnes; a part will do"),
        ["release-pledge.reference"] = Word("依据文件", "Reference", "还款凭证、协议等的编号",
            "Number of the receipt or agreement"),
        ["release-pledge.claimLeft"] = Word("剩余债权", "Claim left", "部分还款后其余配额担保的债权；留空不变",
            "What the rest secures after a payment; empty leaves it as it is"),
        ["realise-pledge.to"] = Word("转入账户", "To account", "质权人或买受人的账户", "The pledgee's, or a buyer's"),
        ["realise-pledge.reference"] = Word("依据文件", "Reference", "当事人协议、裁判文书等的编号",
            "Number of the parties' agreement or of a court's paper"),
        ["realise-pledge.claimLeft"] = Word("剩余债权", "Claim left", "受偿后其余配额担保的债权；留空不变",
            "What the rest secures from then on; empty leaves it as it is"),
    };
}
