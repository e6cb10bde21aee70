namespace Tanheng.Web.Actions.Speech;

public static partial class ActionWords
{
    private static ActionWord[] Compliance =>
    [
        Word(
            ActionArea.Compliance, "surrender", true, "清缴", "Surrender",
            "为一个履约周期清缴配额和抵销量。",
            "Hands in units for a compliance period."),
        Word(
            ActionArea.Compliance, "assist-surrender", true, "协助他企清缴", "Assist another's surrender",
            "用本单位配额为账户受限的另一单位清缴。",
            "Supplies allowances for an entity whose accounts cannot."),
        Word(
            ActionArea.Compliance, "compulsory-surrender", true, "强制履约", "Surrender from custody",
            "用省级代管的配额为单位清缴。",
            "Surrenders for an entity what its province keeps of it."),
        Word(
            ActionArea.Compliance, "release-custody", true, "发还代管配额", "Release custody",
            "义务履行后，把剩余代管配额发还单位。",
            "Gives an entity what is still kept after its obligations are met."),
        Word(
            ActionArea.Compliance, "reverse-surrender", true, "退回清缴", "Reverse a surrender",
            "退回误清缴的配额，义务恢复。",
            "Gives back what was surrendered by mistake; the obligation revives."),
        Word(
            ActionArea.Compliance, "apply-for-advance", false, "申请预支", "Apply for an advance",
            "缺口达到规定比例时，申请预支后续年度配额。",
            "Asks for part of a later allocation where the gap is large enough."),
        Word(
            ActionArea.Compliance, "grant-advance", true, "批准预支", "Grant an advance",
            "批准预支申请的全部或一部分。",
            "Grants an application, all of it or less."),
        Word(
            ActionArea.Compliance, "reject-advance", false, "不予预支", "Reject an advance",
            "驳回预支申请。",
            "Turns an application down."),
        Word(
            ActionArea.Compliance, "apply-for-carry-over", true, "申请结转", "Apply for a carry-over",
            "申请把旧年度配额结转为新年度，旧配额先行冻结。",
            "Asks to turn old units into new ones; they are frozen until then."),
        Word(
            ActionArea.Compliance, "convert-carry-over", true, "办理结转", "Convert a carry-over",
            "注销旧配额，签发等量新年度配额。",
            "Lets the old units expire and issues as many new ones."),
        Word(
            ActionArea.Compliance, "reject-carry-over", true, "不予结转", "Reject a carry-over",
            "驳回结转申请，解除冻结。",
            "Turns a request down; its units are free again."),
        Word(
            ActionArea.Compliance, "record-arrears", false, "登记欠缴", "Record arrears",
            "把欠缴数量计入后续配额的核减。",
            "Keeps back what an entity still owes from an allocation."),
        Word(
            ActionArea.Compliance, "schedule-lapse", false, "安排配额失效", "Schedule a lapse",
            "退出名录单位的配额在指定时间失效。",
            "Sets when the units of an entity that left the list become void."),
        Word(
            ActionArea.Compliance, "record-mean-price", false, "登记成交均价", "Record a mean price",
            "登记某月全部成交的均价，罚款据此计算。",
            "Records the mean price of a month, by which fines are measured."),
        Word(
            ActionArea.Compliance, "publish-results", false, "公开清缴结果", "Publish results",
            "公开某周期各单位的清缴情况。",
            "Publishes who met a period, who was late and who is short."),
    ];

    private static ActionWord[] Cases =>
    [
        Word(
            ActionArea.Compliance, "open-case", false, "立案", "Open a case",
            "对违法行为立案。",
            "Opens a case of non-compliance."),
        Word(
            ActionArea.Compliance, "decide-case", true, "处罚决定", "Decide a case",
            "作出处罚决定，罚款记为应收。",
            "Decides the fine of a case; the claim is booked."),
        Word(
            ActionArea.Compliance, "decide-all-cases", true, "批量处罚决定", "Decide all fixed fines",
            "对罚款数额法定的案件一并决定。",
            "Decides every open case whose fine the law fixes."),
        Word(
            ActionArea.Compliance, "order-correction", false, "责令改正", "Order a correction",
            "责令单位在期限内改正。",
            "Orders an entity to make it good by a day."),
        Word(
            ActionArea.Compliance, "refuse-correction", false, "认定拒不改正", "Record a refusal to correct",
            "认定拒不改正，按规定核减后续配额。",
            "Records that the entity did not correct; the next allocation is cut."),
        Word(
            ActionArea.Compliance, "pay-fine", true, "缴纳罚款", "Pay a fine",
            "登记罚款和没收款已缴纳。",
            "Books that the fine, and what was confiscated, is paid."),
        Word(
            ActionArea.Compliance, "amend-case", true, "变更案件", "Amend a case",
            "变更案件涉及的数量，已作决定随之撤回。",
            "Changes the tonnes of a case; a decision falls with it."),
        Word(
            ActionArea.Compliance, "withdraw-case", true, "撤销案件", "Withdraw a case",
            "撤销没有依据的案件，退回罚款。",
            "Withdraws a case without ground; a fine is taken back."),
        Word(
            ActionArea.Compliance, "close-case", false, "结案", "Close a case",
            "案件各项均已办结。",
            "Closes a case in which everything is done."),
    ];

    private static ActionWord[] Approval =>
    [
        Word(
            ActionArea.Approval, "approve-proposal", true, "复核通过", "Approve a proposal",
            "以第二人身份复核通过，提案立即生效。",
            "Approves as the second person; it takes effect at once."),
        Word(
            ActionArea.Approval, "assign-proposal", false, "领办或指派提案", "Assign a proposal",
            "由一名复核人单独办理；人员留空即释放给全部复核人。",
            "One approver alone decides; leave the person empty to let all decide again."),
        Word(
            ActionArea.Approval, "reject-proposal", false, "驳回提案", "Reject a proposal",
            "驳回提案并说明理由。",
            "Refuses a proposal for good, with a reason."),
        Word(
            ActionArea.Approval, "withdraw-proposal", false, "撤回提案", "Withdraw a proposal",
            "撤回本人提交、尚未复核的提案。",
            "Takes one's own proposal back."),
    ];
}
