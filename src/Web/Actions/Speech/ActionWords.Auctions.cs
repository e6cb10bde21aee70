namespace Tanheng.Web.Actions.Speech;

public static partial class ActionWords
{
    private static ActionWord[] Auctions =>
    [
        Word(
            ActionArea.Trading, "announce-auction", true, "发布拍卖公告", "Announce an auction",
            "按规则手册的一条拍卖规则出售配额：公告后不再改动，只能取消。",
            "Sells allowances by a rule of the rulebook; once announced it is not changed, only cancelled."),
        Word(
            ActionArea.Trading, "cancel-auction", true, "取消拍卖", "Cancel an auction",
            "结束一场尚未成交的拍卖，保证金、资金与配额全部退回。",
            "Ends an auction that is not decided; everything kept for it goes back."),
        Word(
            ActionArea.Trading, "clear-auction", true, "结算拍卖", "Clear an auction",
            "确定成交价与中标数量，配额与资金同时交割，价款进入拍卖收入账户。",
            "Decides price and awards; units and money change hands together, the proceeds reach the revenue account."),
        Word(
            ActionArea.Trading, "admit-bidder", false, "授予竞买资格", "Admit a bidder",
            "允许主体参加拍卖，并登记其类别与关联方。",
            "Lets an entity bid, and notes its class and group."),
        Word(
            ActionArea.Trading, "exclude-bidder", false, "取消竞买资格", "Exclude a bidder",
            "主体不再能参加拍卖；已提交的报价仍然有效。",
            "An entity may not bid any more; bids already made stand."),
        Word(
            ActionArea.Trading, "consign-units", true, "委托拍卖", "Consign units",
            "把本单位的配额放入主管部门的拍卖一并出售，价款归本单位。",
            "Has the entity's units sold in the authority's auction; the proceeds are the entity's."),
        Word(
            ActionArea.Trading, "lodge-collateral", true, "缴存保证金", "Lodge collateral",
            "为一场密封拍卖占用资金；报价只在保证金所及的范围内有效。",
            "Keeps money for a sealed auction; a bid counts as far as it reaches."),
        Word(
            ActionArea.Trading, "seal-bid", true, "提交密封报价", "Seal a bid",
            "提交报价的密封值；开启之前任何人都看不到价格与数量。",
            "Submits the seal of a bid; nobody can read price or quantity before it is opened."),
        Word(
            ActionArea.Trading, "withdraw-bid", false, "撤回报价", "Withdraw a bid",
            "在截止之前撤回一份密封报价或申购。",
            "Takes back a sealed bid, or a bid in a fixed-price sale, before the close."),
        Word(
            ActionArea.Trading, "open-bid", true, "开启报价", "Open a bid",
            "截止之后说明所密封的价格与数量；逾期不开启的报价无效，并按规则扣除保证金。",
            "Tells after the close what was sealed; a bid not opened in time does not count and costs collateral."),
        Word(
            ActionArea.Trading, "offer-bidding", true, "发起单向竞价", "Offer single-direction bidding",
            "以公开竞价卖出配额，或公开征集最低卖价；标的或资金随即占用。",
            "Sells units by public bids, or buys from the lowest offers; units or money are kept at once."),
        Word(
            ActionArea.Trading, "place-bid", true, "公开报价", "Place a bid",
            "在单向竞价中报价，或在固定价格出售中申购；所需资金或配额随即占用。",
            "Bids in single-direction bidding or in a fixed-price sale; what it needs is kept at once."),
    ];
}
