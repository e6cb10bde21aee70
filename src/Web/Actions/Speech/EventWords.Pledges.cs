using Tanheng.Quantities;
using Tanheng.Scheme.Registry;

namespace Tanheng.Web.Actions.Speech;

public static partial class EventWords
{
    private static void AddPledges()
    {
        Add<PledgeApplied>((e, n) => Say(
            "{pledgor} 申请把 {quantity} 质押给 {pledgee}（{id}），担保债权 {claim}，合同 {reference}{until}。",
            "{pledgor} applies to pledge {quantity} to {pledgee} ({id}) for {claim}, agreement {reference}{until}.",
            ("pledgor", n.Holder(e.Pledge.Pledgor)), ("pledgee", n.Holder(e.Pledge.Pledgee)),
            ("quantity", Naming.Quantity(e.Pledge.Asset, e.Pledge.Quantity.Value)), ("id", e.Pledge.Id),
            ("claim", e.Pledge.Claim), ("reference", e.Pledge.Reference),
            ("until", e.Pledge.Until is { } day
                ? Say("，{day} 到期", ", due on {day}", ("day", day))
                : new Text("", ""))));
        Add<PledgeWithdrawn>((e, n) => Say(
            "{holder} 撤回或拒绝质押申请 {id}；理由：{reason}。",
            "{holder} ends the application for pledge {id}; reason: {reason}.",
            ("holder", n.Holder(e.By)), ("id", e.Pledge), ("reason", e.Reason)));
        Add<PledgeRegistered>((e, n) => Say(
            "质押 {id} 登记：{moved}。", "Pledge {id} is registered: {moved}.",
            ("id", e.Pledge), ("moved", n.Moved(e.Transaction))));
        Add<PledgeReleased>((e, n) => Say(
            "质押 {id} 解除：{moved}；依据 {reference}{left}。",
            "Pledge {id} is released: {moved}; reference {reference}{left}.",
            ("id", e.Pledge), ("moved", n.Moved(e.Transaction)), ("reference", e.Reference),
            ("left", Left(e.ClaimLeft))));
        Add<PledgeRealised>((e, n) => Say(
            "质押 {id} 实现质权：{moved}；依据 {reference}{left}。",
            "Pledge {id} is realised: {moved}; reference {reference}{left}.",
            ("id", e.Pledge), ("moved", n.Moved(e.Transaction)), ("reference", e.Reference),
            ("left", Left(e.ClaimLeft))));
        Add<MarginCalled>((e, _) => Say(
            "质押 {id} 触及补足线：{day} 收盘价 {close}，{quantity}担保 {claim}，质押率 {share}。",
            "Pledge {id} reaches the margin call: at the close of {close} on {day}, {quantity} secure {claim}, "
            + "a loan to value of {share}.",
            ("id", e.Pledge), ("day", e.Day), ("close", e.Close), ("quantity", e.Quantity), ("claim", e.Claim),
            ("share", e.LoanToValue)));
        Add<MarginRestored>((e, _) => Say(
            "质押 {id} 回到补足线以下：{day} 收盘价 {close}，质押率 {share}。",
            "Pledge {id} is below the margin call again: close of {close} on {day}, loan to value {share}.",
            ("id", e.Pledge), ("day", e.Day), ("close", e.Close), ("share", e.LoanToValue)));
    }

    private static Text Left(Money? claim) => claim is { } left
        ? Say("；剩余债权 {claim}", "; claim left {claim}", ("claim", left))
        : new Text("", "");
}
