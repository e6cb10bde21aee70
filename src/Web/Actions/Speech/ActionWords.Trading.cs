namespace Tanheng.Web.Actions.Speech;

public static partial class ActionWords
{
    private static ActionWord[] Trading =>
    [
        Word(
            ActionArea.Trading, "open-exchange", false, "开市", "Open the exchange",
            "自下一交易日起，每个交易日按规则手册开市、收市。",
            "From the next trading day on, the exchange opens and closes every trading day as the rulebook says."),
        Word(
            ActionArea.Trading, "place-order", true, "挂牌申报", "List an order",
            "以指定价格挂牌买入或卖出，当日有效；所需配额或资金随即占用。",
            "Offers to buy or sell at a price for the rest of the day; what it needs is kept at once."),
        Word(
            ActionArea.Trading, "take-order", true, "摘牌成交", "Take an order",
            "选择一笔挂牌，按其价格成交，配额与资金同时交收。",
            "Takes a listed order at its price; units and money change hands together."),
        Word(
            ActionArea.Trading, "cancel-order", false, "撤单", "Cancel an order",
            "撤回一笔挂牌的未成交部分，占用随即释放。",
            "Takes back what is left of a listed order; what it kept is free again."),
        Word(
            ActionArea.Trading, "reduce-order", false, "减少挂牌数量", "Reduce an order",
            "减少一笔挂牌的数量，挂牌次序不变。",
            "Leaves less of a listed order open; it keeps its place."),
        Word(
            ActionArea.Trading, "offer-block", true, "发起大宗协议", "Offer a block",
            "发起一笔大宗买入或卖出，可指定对手方；所需配额或资金随即占用。",
            "Begins the negotiation of a large quantity, with a named counterparty or anybody; what it needs is kept."),
        Word(
            ActionArea.Trading, "counter-block", true, "大宗议价", "Counter a block",
            "以新的价格和数量答复一笔大宗协议。",
            "Answers a block negotiation with another price or quantity."),
        Word(
            ActionArea.Trading, "confirm-block", true, "确认大宗协议", "Confirm a block",
            "同意现行条件，随即成交并交收。",
            "Agrees to the standing terms; the trade is made and settled at once."),
        Word(
            ActionArea.Trading, "withdraw-block", false, "撤回大宗协议", "Withdraw from a block",
            "结束本单位发起的大宗协议，或退出本单位答复的大宗协议。",
            "Ends a block negotiation one began, or leaves one that one answered."),
        Word(
            ActionArea.Trading, "register-bank-account", true, "登记银行账户", "Register a bank account",
            "登记单位本名的结算银行账户，出入金只限该账户。",
            "Notes an entity's own bank account: the only one money comes from and goes to."),
        Word(
            ActionArea.Trading, "record-deposit", true, "入金登记", "Record a deposit",
            "按结算银行流水为单位入账，同一流水只入账一次。",
            "Books a line of the settlement bank's statement for an entity, once."),
        Word(
            ActionArea.Trading, "request-withdrawal", true, "申请出金", "Request a withdrawal",
            "申请把可用资金划回本单位银行账户，银行付款前资金占用。",
            "Asks for money to be paid to the entity's own bank account; it is kept until the bank has paid."),
        Word(
            ActionArea.Trading, "confirm-withdrawal", true, "确认出金", "Confirm a withdrawal",
            "银行已经付款，资金离开市场。",
            "The bank has paid; the money has left the market."),
        Word(
            ActionArea.Trading, "reject-withdrawal", true, "退回出金", "Reject a withdrawal",
            "银行未能付款，资金恢复可用。",
            "The bank has not paid; the money is at the entity's disposal again."),
        Word(
            ActionArea.Trading, "settle-trade-file", true, "交收成交文件", "Settle a trade file",
            "逐笔交收场外系统达成的成交，货银对付；不能交收的一笔单独失败。",
            "Settles trades made elsewhere, units against money, each for itself; one that cannot settle fails alone."),
    ];
}
