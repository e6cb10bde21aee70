using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Trading;

namespace Tanheng.Web.Entities.Models;

/// <summary>An intention as a holder sees it.</summary>
/// <param name="Intention">The intention.</param>
/// <param name="Own">True when the holder published it.</param>
/// <param name="Answer">What was said: by the holder itself, or to it; null without.</param>
/// <param name="With">The other one, known once there is an answer.</param>
public sealed record IntentionLine(Intention Intention, bool Own, IntentionAnswer? Answer, Holder? With);

/// <summary>A registration or a report with the other party.</summary>
public sealed record DealLine<T>(T Of, bool Own, Holder With);

/// <summary>What a holder's page of offers and deals shows.</summary>
/// <param name="IsOpen">False until the exchange is opened.</param>
/// <param name="Modes">The modes that the page has parts of.</param>
/// <param name="Instruments">What can be traded: the ledger's code, unit and vintage as forms have them.</param>
/// <param name="ToTake">Others' priced offers, the best of each side first.</param>
/// <param name="Offers">The holder's priced offers of the last trading day.</param>
/// <param name="Invitations">Others' open intentions that the holder has not answered.</param>
/// <param name="Intentions">Those it published or answered.</param>
/// <param name="Deals">Its registrations, and those that name it and wait.</param>
/// <param name="Otc">Its reports, and those that name it.</param>
public sealed record DealsView(
    bool IsOpen,
    IReadOnlyList<TradingMode> Modes,
    IReadOnlyList<(string Code, string Unit, string Vintage)> Instruments,
    IReadOnlyList<PricedOffer> ToTake,
    IReadOnlyList<PricedOffer> Offers,
    IReadOnlyList<Intention> Invitations,
    IReadOnlyList<IntentionLine> Intentions,
    IReadOnlyList<DealLine<DealEntry>> Deals,
    IReadOnlyList<DealLine<OtcReport>> Otc)
{
    private const int Most = 50;

    /// <summary>The modes, of those the market has, that have a page of offers and deals.</summary>
    public static IReadOnlyList<TradingMode> ModesOf(TradingRule? trading) => trading is null
        ? []
        : [.. trading.Modes.Select(rule => rule.Mode)
            .Where(mode => mode is not (TradingMode.Listed or TradingMode.Block))];

    /// <summary>Reads it; null where the rulebook has none of these modes.</summary>
    public static DealsView? Of(SchemeState state, Holder holder)
    {
        if (state.Rules.Trading is not { } trading || ModesOf(trading) is not { Count: > 0 } modes)
        {
            return null;
        }

        var own = state.Trading.Modes;
        Holder Of(HolderId id) => state.Registry.Holders[id];
        return new DealsView(
            state.Trading.Fees is not null,
            modes,
            [.. Known(state, trading)],
            [.. ToTakeOf(state, holder.Id)],
            [.. own.Offers.Values.Where(one => one.Holder == holder.Id).OrderBy(one => one.Id.Value)],
            [.. own.Intentions.Values.Where(one => one.Status == IntentionStatus.Open && one.Holder != holder.Id
                && one.Answers.All(answer => answer.Holder != holder.Id)).OrderBy(one => one.Id.Value).Take(Most)],
            [.. own.Intentions.Values.OrderBy(one => one.Id.Value).SelectMany(one => Lines(state, holder.Id, one))],
            [.. own.Deals.Values
                .Where(one => one.Holder == holder.Id
                    || (one.Counterparty == holder.Id && one.Status == DealStatus.Waiting))
                .OrderBy(one => one.Id.Value)
                .Select(one => new DealLine<DealEntry>(
                    one, one.Holder == holder.Id, Of(one.Holder == holder.Id ? one.Counterparty : one.Holder)))],
            [.. own.Otc.Values.Where(one => one.Holder == holder.Id || one.Counterparty == holder.Id)
                .OrderBy(one => one.Id.Value)
                .Select(one => new DealLine<OtcReport>(
                    one, one.Holder == holder.Id, Of(one.Holder == holder.Id ? one.Counterparty : one.Holder)))]);
    }

    private static IEnumerable<PricedOffer> ToTakeOf(SchemeState state, HolderId holder) =>
        state.Trading.Instruments.Keys.OrderBy(asset => asset.Code, StringComparer.Ordinal)
            .SelectMany(asset => new[] { OrderSide.Sell, OrderSide.Buy }.SelectMany(side =>
                PricedTaking.InOrder(state, asset, side).Where(one => one.Holder != holder).Take(Most)));

    private static IEnumerable<(string Code, string Unit, string Vintage)> Known(
        SchemeState state, TradingRule trading) =>
        from rule in trading.Instruments
        from vintage in rule.Each
        let code = state.Rules.Unit(rule.Unit)!.AssetCode(vintage)
        where state.Trading.Instruments.ContainsKey(Asset.Unit(code))
        orderby code
        select (code, rule.Unit, vintage == default ? "0" : vintage.ToString());

    /// <summary>One line for each answer that the holder may see; one without answer for its own.</summary>
    private static IEnumerable<IntentionLine> Lines(SchemeState state, HolderId holder, Intention one)
    {
        var own = one.Holder == holder;
        var answers = one.Answers.Where(answer => own || answer.Holder == holder).ToList();
        return answers.Count == 0
            ? own ? [new IntentionLine(one, true, null, null)] : []
            : answers.Select(answer => new IntentionLine(
                one, own, answer, state.Registry.Holders[own ? answer.Holder : one.Holder]));
    }
}
