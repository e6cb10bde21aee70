using System.Globalization;
using Tanheng.Quantities;

namespace Tanheng.Web.Portal;

/// <summary>Words of auctions.</summary>
public static partial class Words
{
    public static readonly Text Auctions = new("拍卖与竞价", "Auctions");
    public static readonly Text AuctionsLead = new(
        "配额拍卖、固定价格出售与单向竞价的公告和结果。结果不显示任何竞买人。",
        "Announcements and results of auctions of allowances, fixed-price sales and single-direction bidding. "
        + "Results name no bidder.");

    public static readonly Text NoAuctions = new("尚无拍卖公告。", "No auction has been announced.");
    public static readonly Text NoAuctionRules = new("本市场没有拍卖规则", "This market has no auctions");
    public static readonly Text NoAuctionRulesHint = new(
        "规则手册没有 auctions 一节：本市场不拍卖配额，也没有单向竞价。",
        "The rulebook has no auctions section: allowances are not auctioned here and there is no bidding.");

    public static readonly Text AuctionsNow = new("进行中的拍卖", "Auctions under way");
    public static readonly Text NoAuctionsNow = new("目前没有进行中的拍卖。", "No auction is under way.");
    public static readonly Text AuctionResults = new("拍卖结果", "Results");
    public static readonly Text AuctionNumber = new("编号", "Number");
    public static readonly Text AuctionTitle = new("名称", "Name");
    public static readonly Text AuctionPublicPage = new("公开页面", "Public page");
    public static readonly Text AuctionKindWord = new("方式", "Kind");
    public static readonly Text AuctionOffered = new("拍卖数量", "Offered");
    public static readonly Text AuctionLimit = new("保留价或限价", "Reserve price or limit");
    public static readonly Text AuctionOpens = new("开始报价", "Bids from");
    public static readonly Text AuctionCloses = new("截止报价", "Bids until");
    public static readonly Text AuctionOpenUntil = new("开启报价截止", "Bids are opened until");
    public static readonly Text AuctionPrice = new("成交价", "Clearing price");
    public static readonly Text AuctionByTier = new("各档价格", "the prices of its tiers");
    public static readonly Text AuctionSold = new("成交数量", "Sold");
    public static readonly Text AuctionUnsold = new("未成交", "Unsold");
    public static readonly Text AuctionAmount = new("成交金额", "Amount");
    public static readonly Text AuctionDemand = new("有效申报量", "Bids that count");
    public static readonly Text AuctionCover = new("认购倍数", "Cover ratio");
    public static readonly Text AuctionCoverHint = new(
        "有效申报量 ÷ 拍卖数量", "Tonnes of bids that count, divided by tonnes offered");

    public static readonly Text AuctionBidders = new("有效竞买人数", "Bidders");
    public static readonly Text AuctionWinners = new("成交人数", "Winners");
    public static readonly Text AuctionTime = new("剩余时间", "Time left");
    public static readonly Text AuctionTerms = new("规则", "Terms");
    public static readonly Text AuctionLot = new("最小单位", "Lot");
    public static readonly Text AuctionTick = new("最小变动价位", "Price step");
    public static readonly Text AuctionMarginal = new("末位价格的分配", "At the last price");
    public static readonly Text AuctionShort = new("申报不足时", "When bids fall short");
    public static readonly Text AuctionCap = new("单一竞买人上限", "Most for one bidder");
    public static readonly Text AuctionOtherCap = new("其他参与主体上限", "Most for other participants");
    public static readonly Text AuctionGroupCap = new("关联方合计上限", "Most for one group");
    public static readonly Text AuctionForfeit = new("逾期不开启扣除", "Lost when not opened");
    public static readonly Text AuctionSeed = new("种子", "Seed");
    public static readonly Text AuctionSeedDigest = new("种子摘要（SHA-256）", "Digest of the seed (SHA-256)");
    public static readonly Text AuctionSeedHint = new(
        "同价报价以种子抽签：任何人都可用公布的种子与密封值重算次序，方法见文档 docs/auctions.md。",
        "Ties are drawn with the seed: from seed and seals anybody can work the order out again (docs/auctions.md).");

    public static readonly Text AuctionSeals = new("密封值（按到达次序）", "Seals in the order of arrival");
    public static readonly Text AuctionSeal = new("密封值", "Seal");
    public static readonly Text AuctionNoBids = new("尚无报价。", "No bids yet.");
    public static readonly Text AuctionTiers = new("价格档", "Tiers");
    public static readonly Text AuctionPublicBids = new("公开报价", "Public bids");
    public static readonly Text AuctionReason = new("取消原因", "Why it was cancelled");
    public static readonly Text AuctionNothingSold = new("流拍：没有成交。", "Nothing was sold.");

    // The authority's desk.
    public static readonly Text AuctionDesk = new("拍卖工作台", "Auction desk");
    public static readonly Text AuctionDeskLead = new(
        "发布公告、跟踪进度、结算与公布结果。密封报价在竞买人开启之前，主管部门也看不到。",
        "Announce, follow, clear, publish. Until its bidder opens it, a sealed bid is hidden from the authority, too.");

    public static readonly Text AuctionAnnounceDry = new(
        "填写后先预演：显示将发生的一切，确认（并经复核）后才发布。",
        "The form first shows what would happen; it is announced once confirmed and, where the rules ask, approved.");

    public static readonly Text AuctionProgress = new("进度", "Progress");
    public static readonly Text AuctionSealedBids = new("已提交报价", "Bids made");
    public static readonly Text AuctionOpenedBids = new("已开启报价", "Bids opened");
    public static readonly Text AuctionCollateral = new("保证金合计", "Collateral in all");
    public static readonly Text AuctionConsigned = new("委托拍卖数量", "Consigned");
    public static readonly Text AuctionHidden = new(
        "报价尚未开启：价格和数量既不在日志中，也不在系统状态中。",
        "Bids are sealed: their prices and quantities are neither in the journal nor in the system's state.");

    public static readonly Text AuctionAwards = new("中标明细（不公开）", "Awards (not public)");
    public static readonly Text AuctionNoAwards = new("没有中标。", "Nobody got anything.");
    public static readonly Text AuctionAdmitted = new("竞买资格", "Admitted bidders");
    public static readonly Text AuctionNoneAdmitted = new("尚未授予任何主体竞买资格。", "Nobody is admitted yet.");
    public static readonly Text AuctionGroup = new("关联方", "Group");
    public static readonly Text AuctionClass = new("类别", "Class");
    public static readonly Text AuctionRevenue = new("拍卖收入账户", "Revenue account");
    public static readonly Text AuctionRevenueOf = new("本场进入收入账户", "Paid into the revenue account");
    public static readonly Text AuctionForfeited = new("扣除的保证金", "Forfeited collateral");
    public static readonly Text AuctionNext = new("办理", "What can be done");
    public static readonly Text AuctionWait = new("目前无须办理。", "Nothing to do now.");

    // A bidder's desk.
    public static readonly Text DeskAuctions = new("拍卖", "Auctions");
    public static readonly Text AuctionMine = new("本单位参加的拍卖", "Own bids and results");
    public static readonly Text AuctionNoneMine = new("本单位尚未参加拍卖。", "The entity has no bid in any auction.");
    public static readonly Text AuctionNotAdmitted = new(
        "本单位尚无竞买资格；需要资格的拍卖请先向交易机构申请。",
        "The entity is not admitted to auctions; where admission is needed, ask the exchange operator first.");

    public static readonly Text AuctionMyBid = new("本单位的报价", "The entity's bid");
    public static readonly Text AuctionKept = new("已占用", "Kept");
    public static readonly Text AuctionWon = new("成交", "Won");
    public static readonly Text AuctionBidState = new("报价状态", "Bid");
    public static readonly Text AuctionBidNone = new("未报价", "None");
    public static readonly Text AuctionBidSealed = new("已密封", "Sealed");
    public static readonly Text AuctionBidOpen = new("已开启", "Open");
    public static readonly Text AuctionBidLost = new("逾期未开启", "Never opened");
    public static readonly Text AuctionTicket = new("报价单", "Bid ticket");
    public static readonly Text AuctionTicketLead = new(
        "每行一个价位，数量为吨。先试算，再密封；密封后任何人都看不到价格与数量，截止后须回到此页开启。",
        "One price a line, quantities in tonnes. Try it, then seal it: nobody can read it, and after the close it has "
        + "to be opened on this page.");

    public static readonly Text AuctionLinePrice = new("价格", "Price");
    public static readonly Text AuctionLineQuantity = new("数量", "Quantity");
    public static readonly Text AuctionLineCounts = new("其中有效", "Counts");
    public static readonly Text AuctionLineFault = new("检查", "Check");
    public static readonly Text AuctionLineGood = new("符合规则", "Within the rules");
    public static readonly Text AuctionNeeded = new("需要的保证金", "Collateral needed");
    public static readonly Text AuctionMostCost = new(
        "按统一价格计算的最大支付额", "The most the bid can cost at one price for all");

    public static readonly Text AuctionLodged = new("已缴保证金", "Collateral lodged");
    public static readonly Text AuctionFree = new("可用资金", "Free money");
    public static readonly Text AuctionShortOf = new(
        "保证金不足：请先缴存，报价只在保证金所及的范围内有效。",
        "The collateral is short: lodge more first; a bid counts as far as it reaches.");

    public static readonly Text AuctionTry = new("试算", "Try it");
    public static readonly Text AuctionSealIt = new("密封报价", "Seal the bid");
    public static readonly Text AuctionKeepText = new(
        "请保存以下文本：它的 SHA-256 就是密封值，开启报价时要用。本系统也为本单位的代表保存一份。",
        "Keep this text: its SHA-256 is the seal, and it is needed to open the bid. The portal keeps a copy for the "
        + "entity's representatives.");

    public static readonly Text AuctionToConfirm = new("下一步：确认密封", "Next: confirm the seal");
    public static readonly Text AuctionOpenNow = new("开启报价", "Open the bid");
    public static readonly Text AuctionOpenDue = new(
        "请在截止前开启报价；逾期报价无效，并按规则扣除保证金。",
        "Open the bid in time; one that is not opened does not count and costs collateral.");

    public static readonly Text AuctionNotKept = new(
        "本系统没有保存这份报价的内容；请用保存的文本以 open-bid 开启。",
        "The portal does not have what was sealed; open it from the kept text with open-bid.");

    public static readonly Text AuctionCannotRead = new(
        "价格或数量无法读取：价格如 60.00，数量为整数吨。",
        "A price or quantity cannot be read: write prices like 60.00, quantities in whole tonnes.");

    /// <summary>How long until something, as a person would say it.</summary>
    public static Text Left(TimeSpan left)
    {
        var (days, hours, minutes) = ((int)left.TotalDays, left.Hours, left.Minutes);
        string Of(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
        return left <= TimeSpan.Zero ? new Text("—", "—")
            : days > 0 ? new Text(Of($"{days} 天 {hours} 小时"), Of($"{days} d {hours} h"))
            : hours > 0 ? new Text(Of($"{hours} 小时 {minutes} 分"), Of($"{hours} h {minutes} min"))
            : new Text(Of($"{minutes} 分钟"), Of($"{minutes} min"));
    }
}
