namespace Tanheng.Web.Actions.Speech;

public static partial class ActionWords
{
    /// <summary>Halts, restrictions, relations, alerts, inquiries.</summary>
    private static ActionWord[] Supervision =>
    [
        Word(
            ActionArea.Trading, "halt-trading", true, "停牌", "Halt trading",
            "立即停止一个标的或全市场的挂牌与成交；已有挂牌保留原位。",
            "Stops orders and trades at once, in an instrument or in the whole market; open orders stay there."),
        Word(
            ActionArea.Trading, "resume-trading", true, "复牌", "Resume trading",
            "恢复一个标的或全市场的交易，挂牌次序不变。",
            "Lets an instrument or the whole market trade again; orders stand as before."),
        Word(
            ActionArea.Trading, "restrict-trading", true, "限制交易", "Restrict a holder's trading",
            "限制一个主体买入、卖出或全部交易，受限方向的挂牌随即撤回。",
            "Bars a holder from buying, selling or both; its open orders of that side are taken back at once."),
        Word(
            ActionArea.Trading, "lift-trading-restriction", true, "解除交易限制", "Lift a restriction of trading",
            "恢复一个主体的交易。",
            "Lets a holder trade again."),
        Word(
            ActionArea.Trading, "declare-relation", false, "申报关联关系", "Declare a relation",
            "申报两个主体之间的控股、同一控制、亲属或其他关联。",
            "Says that two holders belong together: by control, family or otherwise."),
        Word(
            ActionArea.Trading, "end-relation", false, "解除关联关系", "End a relation",
            "两个主体不再关联。",
            "Says that two holders no longer belong together."),
        Word(
            ActionArea.Trading, "dismiss-alert", false, "排除预警", "Dismiss an alert",
            "认定一条预警没有异常，并说明理由。",
            "Finds nothing wrong behind an alert, and says why."),
        Word(
            ActionArea.Trading, "open-inquiry", false, "立案调查", "Open an inquiry",
            "就一条或几条预警对一个主体立案。",
            "Looks into a holder's trading, beginning with alerts that name it."),
        Word(
            ActionArea.Trading, "ask-to-explain", false, "要求说明", "Ask for an explanation",
            "书面要求主体在期限内说明。",
            "Asks the holder of an inquiry to explain by a day."),
        Word(
            ActionArea.Trading, "give-explanation", false, "作出说明", "Give an explanation",
            "答复交易机构的问询，可附证明材料。",
            "Answers what the exchange asked, with evidence."),
        Word(
            ActionArea.Trading, "decide-inquiry", true, "处理案卷", "Decide an inquiry",
            "排除异常、书面警示、限制交易或暂停交易。",
            "Ends an inquiry: dismissed, a warning, a restriction or a suspension."),
        Word(
            ActionArea.Trading, "appeal-inquiry", false, "申诉", "Appeal a decision",
            "对处理决定提出申诉。",
            "Objects to how an inquiry was decided."),
    ];
}
