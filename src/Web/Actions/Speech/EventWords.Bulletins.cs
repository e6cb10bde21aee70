using Tanheng.Quantities;
using Tanheng.Scheme.Bulletins;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Actions.Speech;

public static partial class EventWords
{
    private static void AddBulletins()
    {
        Add<EarlierTradingStated>((e, n) => Say(
            "{unit} 累计起点：截至 {until} 成交 {volume}，{amount}；来源 {source}。",
            "{unit} is counted from {volume} and {amount}, traded up to {until}; source: {source}.",
            ("unit", e.Unit), ("until", e.Earlier.Until), ("volume", e.Earlier.Traded.Volume),
            ("amount", e.Earlier.Traded.Amount), ("source", e.Earlier.Source)));
        Add<TradingDayCorrected>((e, n) => Say(
            "更正 {unit} {day} {mode}：成交量 {was} 更正为 {volume}，成交额 {cost} 更正为 {amount}；理由：{reason}。",
            "{unit}, {day}, {mode} is corrected: volume from {was} to {volume}, amount from {cost} to {amount}; "
                + "reason: {reason}.",
            ("unit", e.Unit), ("day", e.Day), ("mode", Names.Of(e.Mode)), ("was", e.Before.Traded.Volume),
            ("volume", e.After.Traded.Volume), ("cost", e.Before.Traded.Amount), ("amount", e.After.Traded.Amount),
            ("reason", e.Reason)));
        Add<BulletinRecorded>((e, n) => Say(
            "收录 {market} {from} 至 {to} 的公报 {id}，来源 {source}{instead}{remark}。",
            "The bulletin {id} of {market}, {from} to {to}, is recorded; source: {source}{instead}{remark}.",
            ("market", e.Market), ("from", e.From), ("to", e.To), ("id", e.Bulletin), ("source", e.Source),
            ("instead", Given(e.Corrects?.ToString(), "，更正 ", "; it corrects ")),
            ("remark", Given(e.Remark, "；说明：", "; remark: "))));
        Add<BulletinTakenBack>((e, n) => Say(
            "撤回外部公报 {id}；理由：{reason}。", "The bulletin {id} of another market is withdrawn; reason: {reason}.",
            ("id", e.Bulletin), ("reason", e.Reason)));
    }
}
