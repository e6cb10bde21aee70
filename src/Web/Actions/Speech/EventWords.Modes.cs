using Tanheng.Quantities;
using Tanheng.Scheme.Trading;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Actions.Speech;

public static partial class EventWords
{
    /// <summary>Priced offers, intentions, registered deals, deals outside the venue.</summary>
    private static void AddModes()
    {
        AddOffers();
        AddIntentions();
        AddDeals();
        AddOtc();
        Add<ModesEnded>((e, n) => Say(
            "定价申报 {offers} 笔、意向申报 {intentions} 笔、成交申报 {deals} 笔、场外交易报告 {otc} 份到期；释放：{moved}。",
            "{offers} priced offers, {intentions} intentions, {deals} registered deals and {otc} reports of deals "
            + "outside the venue end; free again: {moved}.",
            ("offers", e.Offers.Count), ("intentions", e.Intentions.Count), ("deals", e.Deals.Count),
            ("otc", e.Otc.Count), ("moved", n.Moved(e.Transactions))));
    }

    private static void AddOffers()
    {
        Add<PricedOffered>((e, n) => Say(
            "{holder} 定价申报 {id}：{side} {quantity}，{price}。",
            "{holder} makes priced offer {id}: {side} {quantity} at {price}.",
            ("holder", n.Holder(e.Offer.Holder)), ("id", e.Offer.Id), ("side", Lower(Names.Of(e.Offer.Side))),
            ("quantity", Naming.Quantity(e.Offer.Instrument, e.Offer.Quantity.Value)), ("price", e.Offer.Price)));
        Add<PricedWithdrawn>((e, n) => Say(
            "撤回定价申报 {id}，释放：{moved}。", "Priced offer {id} is withdrawn; free again: {moved}.",
            ("id", e.Offer), ("moved", n.Moved(e.Transactions))));
    }

    private static void AddIntentions()
    {
        Add<IntentionPublished>((e, n) => Say(
            "{holder} 发布意向 {id}：{side} {quantity}，{lowest} 至 {highest}，有效至 {until}。",
            "{holder} publishes intention {id}: {side} {quantity} at {lowest} to {highest}, until {until}.",
            ("holder", n.Holder(e.Intention.Holder)), ("id", e.Intention.Id),
            ("side", Lower(Names.Of(e.Intention.Side))),
            ("quantity", Naming.Quantity(e.Intention.Instrument, e.Intention.Quantity.Value)),
            ("lowest", e.Intention.Lowest), ("highest", e.Intention.Highest), ("until", e.Intention.Until)));
        Add<IntentionAnswered>((e, n) => Say(
            "{holder} 应答意向 {id}：{quantity}，{price}。", "{holder} answers intention {id}: {quantity} at {price}.",
            ("holder", n.Holder(e.Answer.Holder)), ("id", e.Intention), ("quantity", e.Answer.Quantity),
            ("price", e.Answer.Price)));
        Add<IntentionWithdrawn>((e, n) => Say(
            "撤回意向 {id}。", "Intention {id} is withdrawn.", ("id", e.Intention)));
    }

    private static void AddDeals()
    {
        Add<DealRegistered>((e, n) => Say(
            "{holder} 成交申报 {id}（约定号 {code}）：{side} {quantity}，{price}，对手方 {other}。",
            "{holder} registers deal {id} under {code}: {side} {quantity} at {price} with {other}.",
            ("holder", n.Holder(e.Deal.Holder)), ("id", e.Deal.Id), ("code", e.Deal.Code),
            ("side", Lower(Names.Of(e.Deal.Terms.Side))),
            ("quantity", Naming.Quantity(e.Deal.Terms.Instrument, e.Deal.Terms.Quantity.Value)),
            ("price", e.Deal.Terms.Price), ("other", n.Holder(e.Deal.Counterparty))));
        Add<DealWithdrawn>((e, n) => Say(
            "撤回成交申报 {id}，释放：{moved}。", "Registered deal {id} is withdrawn; free again: {moved}.",
            ("id", e.Deal), ("moved", n.Moved(e.Transactions))));
    }

    private static void AddOtc()
    {
        Add<OtcReported>((e, n) => Say(
            "{holder} 报告场外交易 {id}：{side} {quantity}，{price}，对手方 {other}，成交日 {day}，{by} 前确认。",
            "{holder} reports deal {id} outside the venue: {side} {quantity} at {price} with {other} on {day}, to be "
            + "confirmed by {by}.",
            ("holder", n.Holder(e.Report.Holder)), ("id", e.Report.Id), ("side", Lower(Names.Of(e.Report.Terms.Side))),
            ("quantity", Naming.Quantity(e.Report.Terms.Instrument, e.Report.Terms.Quantity.Value)),
            ("price", e.Report.Terms.Price), ("other", n.Holder(e.Report.Counterparty)), ("day", e.Report.DealtOn),
            ("by", e.Report.ConfirmBy)));
        Add<OtcDisputed>((e, n) => Say(
            "场外交易报告 {id} 有异议；理由：{reason}。", "The report {id} is disputed; reason: {reason}.",
            ("id", e.Otc), ("reason", e.Reason)));
        Add<OtcWithdrawn>((e, n) => Say(
            "撤回场外交易报告 {id}，释放：{moved}。", "The report {id} is withdrawn; free again: {moved}.",
            ("id", e.Otc), ("moved", n.Moved(e.Transactions))));
    }
}
