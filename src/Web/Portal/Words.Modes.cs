using Tanheng.Quantities;

namespace Tanheng.Web.Portal;

/// <summary>Words of priced offers, intentions, registered deals and deals outside the venue.</summary>
public static partial class Words
{
    public static readonly Text OfferBoard = new("定价与意向", "Offers and intentions");
    public static readonly Text OfferBoardLead = new(
        "可以成交的定价申报、公开的意向，以及按交易方式和场内外统计的成交量。不显示任何单位。",
        "Priced offers that may be taken, open intentions, and volume by mode and venue. Nobody is named.");

    public static readonly Text DeskDeals = new("申报与成交", "Offers and deals");
    public static readonly Text TicketTitle = new("试算", "What would it take?");
    public static readonly Text TicketLead = new(
        "填写后试算金额、手续费和占用，不提交任何申报；核对后再进入申报。",
        "Works out amount, fee and what would be kept. Nothing is entered until you go on to the form.");

    public static readonly Text TicketDo = new("试算", "Work it out");
    public static readonly Text TicketGoOn = new("进入申报", "Go on to the form");
    public static readonly Text TicketHolds = new("可以申报：检查全部通过。", "This could be entered now: every check holds.");
    public static readonly Text AmountWithoutFee = new("成交金额", "Amount");
    public static readonly Text FeeOfSide = new("手续费", "Fee");
    public static readonly Text WouldKeep = new("将占用", "Would be kept");
    public static readonly Text AtDisposal = new("现可用", "At disposal");
    public static readonly Text LeftAfter = new("占用后可用", "Left at disposal");
    public static readonly Text NotEnough = new("不足", "Not enough");
    public static readonly Text PricesOfMode = new("今日价格范围", "Prices allowed today");
    public static readonly Text AnyPrice = new("不限", "any");

    public static readonly Text PricedToTake = new("可以成交的定价申报", "Priced offers to take");
    public static readonly Text NoPriced = new("目前没有定价申报。", "There are no priced offers now.");
    public static readonly Text OwnPriced = new("本单位的定价申报", "Own priced offers");
    public static readonly Text NoOwnPriced = new("最近的交易日没有定价申报。", "No priced offers on the last trading day.");
    public static readonly Text OpenIntentions = new("公开的意向申报", "Open intentions");
    public static readonly Text NoIntentions = new("目前没有意向申报。", "There are no intentions now.");
    public static readonly Text OwnIntentions = new("本单位的意向与应答", "Own intentions and answers");
    public static readonly Text NoOwnIntentions = new(
        "没有发布或应答意向。", "Nothing has been published or answered.");

    public static readonly Text Deals = new("成交申报", "Registered deals");
    public static readonly Text NoDeals = new("最近的交易日没有成交申报。", "No registered deals on the last trading day.");
    public static readonly Text DealHidden = new("由本单位按约定填写", "As agreed; for you to register");
    public static readonly Text OtcReports = new("场外交易报告", "Deals outside the venue");
    public static readonly Text NoOtcReports = new("没有待办的场外交易报告。", "No reports of deals outside the venue.");

    public static readonly Text PriceRange = new("意向价格", "Prices thought of");
    public static readonly Text LeftOfIntention = new("未达成", "Still wanted");
    public static readonly Text LastDayOf = new("有效至", "Until");
    public static readonly Text WithWhom = new("对方", "Other party");
    public static readonly Text CodeAgreed = new("约定号", "Code");
    public static readonly Text DealtOnDay = new("成交日", "Dealt on");
    public static readonly Text SettledHow = new("交收", "Settled");
    public static readonly Text ConfirmByDay = new("确认期限", "Confirm by");
    public static readonly Text Published = new("发布", "Published");
    public static readonly Text Answered = new("应答", "Answered");

    // Short words of buttons in a row; the form says it in full.
    public static readonly Text ActTake = new("成交", "Take");
    public static readonly Text ActWithdraw = new("撤回", "Withdraw");
    public static readonly Text ActAnswer = new("应答", "Answer");
    public static readonly Text ActRegister = new("申报成交", "Register");
    public static readonly Text ActConfirm = new("确认", "Confirm");
    public static readonly Text ActDispute = new("异议", "Dispute");
    public static readonly Text SettledByVenue = new("货银对付", "By venue");
    public static readonly Text SettledByRegistry = new("只过户", "Units only");

    public static readonly Text VolumeByMode = new("成交量：方式与场内外", "Volume by mode and venue");
    public static readonly Text VolumeToday = new("当日", "Today");
    public static readonly Text VolumeAll = new("累计", "In all");
    public static readonly Text TradeCount = new("笔数", "Trades");
    public static readonly Text OutsideShare = new("场外占比", "Outside the venue");
    public static readonly Text NothingTradedYet = new("尚无成交", "nothing traded yet");
}
