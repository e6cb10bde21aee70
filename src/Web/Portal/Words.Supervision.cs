using Tanheng.Quantities;

namespace Tanheng.Web.Portal;

/// <summary>Words of halts, surveillance and explanations.</summary>
public static partial class Words
{
    public static readonly Text Surveillance = new("交易监控", "Surveillance");
    public static readonly Text SurveillanceLead = new(
        "规则手册规定阈值，系统在成交、撤单与收市的同时发现异常并记入日志；由人判断，逐步留痕。",
        "The rulebook sets the thresholds; what passes one is noticed with the trade, the cancel or the close that "
        + "brought it about, and is in the journal. People judge, and every step is kept.");
    public static readonly Text SurveillanceAlerts = new("预警", "Alerts");
    public static readonly Text SurveillanceNoAlerts = new("没有预警", "No alerts");
    public static readonly Text SurveillanceAlert = new("预警", "Alert");
    public static readonly Text SurveillanceKind = new("类型", "Kind");
    public static readonly Text SurveillanceWho = new("涉及主体", "Who took part");
    public static readonly Text SurveillanceNoticed = new("发现时间", "Noticed");
    public static readonly Text SurveillanceInquiry = new("案卷", "Inquiry");
    public static readonly Text SurveillanceInquiries = new("案卷", "Inquiries");
    public static readonly Text SurveillanceNoInquiries = new("没有案卷。", "There are no inquiries.");
    public static readonly Text SurveillanceAnswerBy = new("说明期限", "Explain by");
    public static readonly Text SurveillanceBarred = new("被限制交易的主体", "Holders that may not do everything");
    public static readonly Text SurveillanceNoneBarred = new("没有主体被限制交易。", "Nobody is restricted.");
    public static readonly Text SurveillanceSince = new("限制自", "Since");
    public static readonly Text SurveillanceLastDay = new("最后一日", "Last day");
    public static readonly Text SurveillanceRelations = new("关联关系", "Relations");
    public static readonly Text SurveillanceNoRelations = new("没有登记关联关系。", "No relation is known.");
    public static readonly Text SurveillanceBasis = new("依据", "Basis");
    public static readonly Text SurveillanceLarge = new("大户", "Large traders");
    public static readonly Text SurveillanceNoLarge = new(
        "没有主体达到大户报告标准，或规则手册未设定标准。",
        "Nobody reaches the position of a large trader, or the rulebook sets none.");
    public static readonly Text SurveillancePosition = new("持仓量", "Position");
    public static readonly Text SurveillanceThresholds = new("规则手册的阈值", "Thresholds of the rulebook");
    public static readonly Text SurveillanceNotWatched = new("规则手册没有规定交易监控", "The rulebook watches nothing");
    public static readonly Text SurveillanceNotWatchedHint = new(
        "没有 supervision 一节：不产生预警；停牌与限制交易仍可办理。",
        "It has no section “supervision”: nothing is noticed. Halts and restrictions are possible all the same.");

    public static readonly Text EvidenceFigures = new("证据：数值与阈值", "Evidence: figures and thresholds");
    public static readonly Text EvidenceMeasured = new("实测", "Measured");
    public static readonly Text EvidenceThreshold = new("阈值", "Threshold");
    public static readonly Text EvidenceFigure = new("指标", "Figure");
    public static readonly Text EvidenceTrades = new("证据：成交", "Evidence: trades");
    public static readonly Text EvidenceNoTrades = new("此预警不依据成交。", "This alert rests on no trades.");
    public static readonly Text EvidenceOrders = new("证据：委托", "Evidence: orders");
    public static readonly Text EvidenceRule = new("规则", "Rule");
    public static readonly Text EvidenceSeller = new("卖方", "Seller");
    public static readonly Text EvidenceBuyer = new("买方", "Buyer");
    public static readonly Text EvidenceEntered = new("申报时间", "Entered");

    public static readonly Text InquiryQuestion = new("要求说明", "Asked");
    public static readonly Text InquiryAnswer = new("主体说明", "Explanation");
    public static readonly Text InquiryOverdue = new("逾期未说明", "Overdue");
    public static readonly Text InquiryNoQuestions = new("尚未要求说明。", "The holder has not been asked yet.");
    public static readonly Text InquiryDecision = new("处理决定", "Decision");
    public static readonly Text InquiryNoDecision = new("尚未处理。", "Not decided yet.");
    public static readonly Text InquiryAppeal = new("申诉", "Appeal");
    public static readonly Text InquiryAppealBy = new("申诉期限", "Appeal by");
    public static readonly Text InquiryNote = new("立案理由（不告知主体）", "Why it was begun (not for the holder)");
    public static readonly Text InquiryHolder = new("被调查主体", "Holder");
    public static readonly Text InquiryBegun = new("立案时间", "Begun");
    public static readonly Text InquiryAttachments = new("证明材料", "Evidence");

    public static readonly Text DeskExplanations = new("监管问询", "Inquiries");
    public static readonly Text DeskExplanationsLead = new(
        "交易机构要求本单位说明的事项、已作的说明与处理决定。",
        "What the exchange asks this entity to explain, what has been explained, and what was decided.");
    public static readonly Text DeskNoExplanations = new("没有需要说明的事项", "Nothing to explain");
    public static readonly Text DeskNoExplanationsHint = new(
        "交易机构要求说明时，会通知本单位并列在这里。", "When the exchange asks, you are told, and it is listed here.");
    public static readonly Text DeskExplain = new("作出说明", "Explain");
    public static readonly Text DeskAppeal = new("提出申诉", "Appeal");
    public static readonly Text DeskRestricted = new("本单位被限制交易", "This entity may not do everything");

    public static readonly Text Halts = new("停牌与复牌", "Halts");
    public static readonly Text HaltsLead = new(
        "停牌立即生效：不再接受挂牌与成交；已有挂牌连同占用保留原位，复牌后照旧。",
        "A halt counts at once: no orders, no trades. Orders stay where they are with what they keep, and stand as "
        + "before when trading is resumed.");
    public static readonly Text HaltsNow = new("各标的状态", "State of each instrument");
    public static readonly Text HaltsAll = new("全市场", "Whole market");
    public static readonly Text HaltsTrades = new("正常", "Trades");
    public static readonly Text HaltsHalted = new("停牌", "Halted");
    public static readonly Text HaltsSince = new("停牌自", "Since");
    public static readonly Text HaltsUntil = new("复牌时间", "Until");
    public static readonly Text HaltsUntilResumed = new("另行通知", "until resumed");
    public static readonly Text HaltsReason = new("原因", "Reason");
    public static readonly Text HaltsOrders = new("未成交挂牌", "Open orders");
    public static readonly Text HaltsBuy = new("买入占用", "To buy");
    public static readonly Text HaltsSell = new("卖出占用", "To sell");
    public static readonly Text HaltsBlocks = new("进行中的大宗", "Open blocks");
    public static readonly Text HaltsWhat = new("停牌后", "What a halt does");
    public static readonly Text HaltsHistory = new("停复牌记录", "Halts so far");
    public static readonly Text HaltsNoHistory = new("没有停牌记录。", "Trading has never been halted.");
    public static readonly Text HaltsResumed = new("复牌", "Resumed");
    public static readonly Text HaltsWord = new("复牌说明", "Reason to resume");
    public static readonly Text HaltNow = new("停牌", "Halt");
    public static readonly Text HaltResume = new("复牌", "Resume");
    public static readonly Text HaltNoExchange = new(
        "尚未开市，没有可以停牌的标的。", "No exchange is open: there is nothing to halt.");

    /// <summary>What will happen to what is open.</summary>
    public static Text HaltsKeeps(bool cancel, string ends) => cancel
        ? new(
            $"新挂牌、摘牌和大宗协议的发起、议价、确认都被拒绝；可以撤单和减少挂牌数量。持续到 {ends} 收市时，挂牌照常到期。",
            $"New orders, picks, and offers, counters and confirmations of blocks are refused; orders may be taken "
            + $"back and reduced. If it lasts until the close at {ends}, orders expire as always.")
        : new(
            $"新挂牌、摘牌和大宗协议的发起、议价、确认都被拒绝，停牌期间也不得撤单。持续到 {ends} 收市时，挂牌照常到期。",
            $"New orders, picks, and offers, counters and confirmations of blocks are refused, and orders cannot be "
            + $"taken back. If it lasts until the close at {ends}, orders expire as always.");

    /// <summary>Of an instrument's page: it is halted.</summary>
    public static Text HaltedUntil(string instrument, string reason, string until) => new(
        $"{instrument} 停牌：{reason}。复牌时间：{until}。停牌期间不接受挂牌与成交，可以撤单。",
        $"{instrument} is halted: {reason}. Trading resumes: {until}. No orders and no trades until then; orders may "
        + "be taken back.");
}
