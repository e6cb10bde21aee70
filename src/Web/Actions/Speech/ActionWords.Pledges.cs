namespace Tanheng.Web.Actions.Speech;

public static partial class ActionWords
{
    private static ActionWord[] Pledges =>
    [
        Word(
            ActionArea.Registry, "apply-pledge", false, "申请质押", "Apply for a pledge",
            "出质人申请把配额质押给质权人；质权人确认前，配额仍可使用。",
            "The pledgor asks to pledge units; they stay at its disposal until the pledgee confirms."),
        Word(
            ActionArea.Registry, "confirm-pledge", true, "确认质押", "Confirm a pledge",
            "质权人确认质押申请；登记后配额不能交易、划转、清缴或注销。",
            "The pledgee confirms; registered units are neither traded, transferred, surrendered nor cancelled."),
        Word(
            ActionArea.Registry, "withdraw-pledge", false, "撤回质押申请", "End an application for a pledge",
            "出质人撤回，或质权人拒绝尚未确认的质押申请。",
            "The pledgor withdraws, or the pledgee declines, an application that is not confirmed."),
        Word(
            ActionArea.Registry, "release-pledge", true, "解除质押", "Release a pledge",
            "质权人把全部或部分质押的配额归还出质人支配。",
            "The pledgee gives all or a part of the units back to the pledgor's disposal."),
        Word(
            ActionArea.Registry, "realise-pledge", true, "实现质权", "Realise a pledge",
            "债务未清偿时，登记机构把质押的配额划给质权人或买受人。",
            "The registry delivers pledged units to the pledgee or a buyer when the debt is not paid."),
    ];
}
