namespace Tanheng.Web.Actions.Speech;

public static partial class ActionWords
{
    private static ActionWord[] TradingModes =>
    [
        Word(
            ActionArea.Trading, "offer-priced", true, "定价申报", "Offer at a fixed price",
            "以固定价格申报买入或卖出，当日有效，他人可全部或部分成交；所需配额或资金随即占用。",
            "Offers to buy or sell at a fixed price for the rest of the day; others take it whole or in part. What it "
            + "needs is kept at once."),
        Word(
            ActionArea.Trading, "take-priced", true, "成交定价申报", "Take a priced offer",
            "按其价格成交一笔定价申报，配额与资金同时交收。",
            "Takes a priced offer at its price; units and money change hands together."),
        Word(
            ActionArea.Trading, "withdraw-priced", false, "撤回定价申报", "Withdraw a priced offer",
            "撤回一笔定价申报的未成交部分，占用随即释放。",
            "Takes back what is left of a priced offer; what it kept is free again."),
        Word(
            ActionArea.Trading, "publish-intention", false, "发布意向申报", "Publish an intention",
            "公开买入或卖出的意向，不显示单位名称；不占用配额或资金，不构成承诺。",
            "Says in public, without a name, that one would buy or sell; it keeps nothing and binds nobody."),
        Word(
            ActionArea.Trading, "answer-intention", false, "应答意向申报", "Answer an intention",
            "向发布单位说明愿意成交的价格和数量；双方由此互知名称，随后可以成交申报。",
            "Tells who published it at which price one would deal; the two learn each other's name and may register a "
            + "deal."),
        Word(
            ActionArea.Trading, "withdraw-intention", false, "撤回意向申报", "Withdraw an intention",
            "撤回一笔意向申报。", "Takes an intention back."),
        Word(
            ActionArea.Trading, "register-deal", true, "成交申报", "Register a deal",
            "登记已与对手方谈定的交易；对方以同一约定号登记相同内容后随即成交并交收。",
            "Registers what was agreed with another entity; when that one registers the same under the same code, it "
            + "is traded and settled."),
        Word(
            ActionArea.Trading, "withdraw-deal", false, "撤回成交申报", "Withdraw a registered deal",
            "撤回一笔待对方申报的成交申报，占用随即释放。",
            "Takes back a registration that waits for the other party; what it kept is free again."),
        Word(
            ActionArea.Trading, "report-otc", true, "报告场外交易", "Report a deal outside the venue",
            "报告在场外达成的交易，由对方确认；本方所需配额或资金随即占用。",
            "Reports a deal made outside the venue, for the other party to confirm; what one's own side needs is "
            + "kept."),
        Word(
            ActionArea.Trading, "confirm-otc", true, "确认场外交易", "Confirm a deal outside the venue",
            "确认对方报告的场外交易，随即交收并计入成交统计。",
            "Confirms what the other party reported; it is settled and counted at once."),
        Word(
            ActionArea.Trading, "dispute-otc", false, "对场外交易提出异议", "Dispute a deal outside the venue",
            "说明对方报告的场外交易与事实不符，占用随即释放。",
            "Says that a reported deal was not made so; what the report kept is free again."),
        Word(
            ActionArea.Trading, "withdraw-otc", false, "撤回场外交易报告", "Withdraw a report of a deal outside",
            "撤回一份待确认的场外交易报告，占用随即释放。",
            "Takes back a report that waits for confirmation; what it kept is free again."),
    ];
}
