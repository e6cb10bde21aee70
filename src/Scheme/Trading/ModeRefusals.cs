using Tanheng.Quantities;

namespace Tanheng.Scheme.Trading;

/// <summary>Why priced offers, intentions, registrations of deals and reports of others are not taken.</summary>
public static class ModeRefusals
{
    /// <summary>A mode this market has not.</summary>
    public static readonly RefusalCode NoSuchMode = RefusalCode.Final(
        10401,
        "no-such-mode",
        "本市场没有这种交易方式：{mode}；现有方式为 {modes}。",
        "This market has no {mode}; it has {modes}.");

    /// <summary>No such priced offer today.</summary>
    public static readonly RefusalCode UnknownOffer = RefusalCode.Final(
        10402,
        "unknown-priced-offer",
        "当日没有定价申报 {offer}；请刷新后重选。",
        "There is no priced offer {offer} today; look at the list again.");

    /// <summary>Gone before somebody asked for it.</summary>
    public static readonly RefusalCode OfferNotOpen = RefusalCode.Final(
        10403,
        "priced-offer-not-open",
        "定价申报 {offer} 已结束（{status}）；请刷新后重选。",
        "The priced offer {offer} is over ({status}); look at the list again.");

    /// <summary>自成交: one's own offer.</summary>
    public static readonly RefusalCode OwnOffer = RefusalCode.Final(
        10404,
        "own-priced-offer",
        "定价申报 {offer} 是本单位的，不能自行成交；请选其他申报或撤回该申报。",
        "The priced offer {offer} is your own; take another one, or withdraw it.");

    /// <summary>Another offer comes first.</summary>
    public static readonly RefusalCode AnotherFirst = RefusalCode.Passing(
        10405,
        "another-offer-first",
        "按规则须先成交定价申报 {first}（{price}），而非 {offer}；请先选前者。",
        "By the rules the priced offer {first} at {price} comes before {offer}; take that one first.");

    /// <summary>More than is offered.</summary>
    public static readonly RefusalCode MoreThanOffered = RefusalCode.Passing(
        10406,
        "more-than-priced-offer",
        "定价申报 {offer} 只余 {offered}，申报了 {quantity}；请减少数量。",
        "The priced offer {offer} has {offered} left, {quantity} were asked for; ask for less.");

    /// <summary>A part of an offer where only the whole may be taken.</summary>
    public static readonly RefusalCode WholeOnly = RefusalCode.Final(
        10407,
        "whole-offer-only",
        "定价申报须整笔成交：{offer} 为 {offered}；请申报全部数量。",
        "A priced offer is taken as a whole: {offer} is {offered}; ask for all of it.");

    /// <summary>A quantity the mode does not take.</summary>
    public static readonly RefusalCode QuantityOutside = RefusalCode.Final(
        10408,
        "quantity-outside-mode",
        "数量 {quantity} 不在该交易方式允许的范围内（下限 {least}，须小于 {below}）；请更正。",
        "The quantity {quantity} is outside what this mode takes (at least {least}, below {below}); correct it.");

    /// <summary>No such intention.</summary>
    public static readonly RefusalCode UnknownIntention = RefusalCode.Final(
        10411,
        "unknown-intention",
        "没有意向申报 {intention}；请刷新后重选。",
        "There is no intention {intention}; look at the list again.");

    /// <summary>An intention that is over.</summary>
    public static readonly RefusalCode IntentionNotOpen = RefusalCode.Final(
        10412,
        "intention-not-open",
        "意向申报 {intention} 已结束（{status}）；请另选。",
        "The intention {intention} is over ({status}); choose another one.");

    /// <summary>One's own intention.</summary>
    public static readonly RefusalCode OwnIntention = RefusalCode.Final(
        10413,
        "own-intention",
        "意向申报 {intention} 是本单位发布的，不能自行应答。",
        "The intention {intention} is your own; others answer it.");

    /// <summary>A price range the wrong way round.</summary>
    public static readonly RefusalCode RangeReversed = RefusalCode.Final(
        10414,
        "price-range-reversed",
        "意向价格下限 {lowest} 高于上限 {highest}；请更正。",
        "The lowest price {lowest} is above the highest {highest}; put them the other way round.");

    /// <summary>A last day that cannot be.</summary>
    public static readonly RefusalCode BadLastDay = RefusalCode.Final(
        10415,
        "bad-last-day",
        "有效期至 {until} 不可：最早 {first}，最迟 {last}；请更正。",
        "It cannot last until {until}: the first possible day is {first}, the last {last}; correct it.");

    /// <summary>An answer outside what the intention says.</summary>
    public static readonly RefusalCode OutsideIntention = RefusalCode.Final(
        10416,
        "outside-intention",
        "应答超出意向申报 {intention} 的范围：价格 {lowest} 至 {highest}，数量不超过 {left}；请更正。",
        "The answer is outside the intention {intention}: {lowest} to {highest}, at most {left}; correct it.");

    /// <summary>A deal that did not come of the intention it names.</summary>
    public static readonly RefusalCode IntentionDiffers = RefusalCode.Final(
        10417,
        "intention-differs",
        "意向申报 {intention} 与本笔成交的双方、标的或方向不符；请核对，或不填意向。",
        "The intention {intention} is of other parties, other units or the other side than this deal; check it, "
        + "or leave it out.");

    /// <summary>A code that is none.</summary>
    public static readonly RefusalCode BadCode = RefusalCode.Final(
        10421,
        "bad-deal-code",
        "约定号 {code} 须为 1 至 20 位字母、数字或连字符；请与对手方约定后填写。",
        "The code {code} must be 1 to 20 letters, digits or hyphens; agree on one with the other party.");

    /// <summary>A second registration of the same deal by the same party.</summary>
    public static readonly RefusalCode CodeInUse = RefusalCode.Final(
        10422,
        "deal-code-in-use",
        "本单位已以约定号 {code} 申报（{deal}），正待对方申报；更改请先撤回。",
        "You have registered {deal} under {code} already, and it waits for the other party; to change it, withdraw "
        + "it first.");

    /// <summary>The two parties say different things.</summary>
    public static readonly RefusalCode DealDiffers = RefusalCode.Passing(
        10423,
        "deal-differs",
        "对方以同一约定号 {code} 申报的标的、方向、价格或数量与此不同；请与对方核对，由有误的一方更正。",
        "What the other party registered under {code} has other units, another side, price or quantity; agree with it "
        + "who corrects.");

    /// <summary>No such registration today.</summary>
    public static readonly RefusalCode UnknownDeal = RefusalCode.Final(
        10424, "unknown-deal", "当日没有成交申报 {deal}。", "There is no registration {deal} today.");

    /// <summary>Over before it was withdrawn.</summary>
    public static readonly RefusalCode DealNotWaiting = RefusalCode.Final(
        10425,
        "deal-not-waiting",
        "成交申报 {deal} 已结束（{status}），不能撤回。",
        "The registration {deal} is over ({status}) and cannot be withdrawn.");

    /// <summary>A deal of a day to come.</summary>
    public static readonly RefusalCode DealtInTheFuture = RefusalCode.Final(
        10431,
        "otc-in-the-future",
        "成交日 {day} 晚于今日 {today}；请更正。",
        "The day of the deal, {day}, is after today, {today}; correct it.");

    /// <summary>A report that comes too late.</summary>
    public static readonly RefusalCode ReportedTooLate = RefusalCode.Final(
        10432,
        "otc-reported-too-late",
        "{day} 的场外成交须在 {last} 前（含当日）报告；请联系交易机构。",
        "A deal of {day} is reported by {last}; speak to the exchange.");

    /// <summary>A way of settling that is not offered.</summary>
    public static readonly RefusalCode NoSuchSettlement = RefusalCode.Final(
        10433,
        "otc-settlement-not-offered",
        "本市场的场外成交不能这样交收：{settlement}；可选 {offered}。",
        "Deals outside the venue are not settled by {settlement} here; there is {offered}.");

    /// <summary>No such report.</summary>
    public static readonly RefusalCode UnknownReport = RefusalCode.Final(
        10434, "unknown-otc-report", "没有场外成交报告 {otc}。", "There is no report {otc} of a deal outside the venue.");

    /// <summary>A report that is over.</summary>
    public static readonly RefusalCode ReportNotOpen = RefusalCode.Final(
        10435,
        "otc-report-not-open",
        "场外成交报告 {otc} 已结束（{status}）；如需更正请重新报告。",
        "The report {otc} is over ({status}); to correct it, report the deal again.");

    /// <summary>Somebody else has to confirm it.</summary>
    public static readonly RefusalCode NotTheCounterparty = RefusalCode.Final(
        10436,
        "not-the-otc-counterparty",
        "场外成交报告 {otc} 须由另一方确认或提出异议，而非主体 {holder}。",
        "The report {otc} is for the other party to confirm or dispute, not for holder {holder}.");

    /// <summary>Something else was reported than what somebody confirms.</summary>
    public static readonly RefusalCode ReportDiffers = RefusalCode.Passing(
        10437,
        "otc-report-differs",
        "场外成交报告 {otc} 的内容是 {quantity}、{price}，与确认的不同；请核对，不符请提出异议。",
        "The report {otc} says {quantity} at {price}, not what was confirmed; look again, and dispute it if it is "
        + "wrong.");

    /// <summary>The last day to answer is over.</summary>
    public static readonly RefusalCode AnsweredTooLate = RefusalCode.Final(
        10438,
        "otc-answered-too-late",
        "场外成交报告 {otc} 须在 {last} 前（含当日）确认或提出异议；请由对方重新报告。",
        "The report {otc} was to be confirmed or disputed by {last}; let the other party report the deal again.");

    /// <summary>A transfer that a second person approves, or that waits, is no settlement of a deal.</summary>
    public static readonly RefusalCode NotAtOnce = RefusalCode.Final(
        10439,
        "otc-transfer-not-at-once",
        "从账户 {from} 到 {to} 的转让须经复核或等待后才执行，场外成交不能只靠过户交收；请改由交易机构货银对付，"
        + "或由卖方直接办理转让。",
        "A transfer from {from} to {to} needs a second person or waits, so it cannot settle a deal; let the venue "
        + "settle it, or let the seller transfer the units as a transfer.");
}
