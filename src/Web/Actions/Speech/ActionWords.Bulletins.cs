namespace Tanheng.Web.Actions.Speech;

public static partial class ActionWords
{
    private static ActionWord[] Bulletins =>
    [
        Word(
            ActionArea.Trading, "state-earlier-trading", false, "登记累计起点", "State earlier trading",
            "登记本交易所开市前的累计成交，公报的累计由此起算。",
            "States what was traded before this exchange began to count; cumulative figures go on from there."),
        Word(
            ActionArea.Trading, "correct-trading-day", false, "更正日行情", "Correct a trading day",
            "更正已收市交易日的公布数据；公报同时显示更正前的数字与理由。",
            "Corrects the published figures of a day that is over; bulletins show what they were and why."),
        Word(
            ActionArea.Trading, "record-bulletin", false, "收录外部公报", "Record another market's bulletin",
            "收录其他市场公布的成交数据，逐行勾稽，与本市场公报并列显示。",
            "Records what another market published; its figures are checked line by line and shown beside ours."),
        Word(
            ActionArea.Trading, "withdraw-bulletin", false, "撤回外部公报", "Withdraw another market's bulletin",
            "撤回一份收录的外部公报，不再显示。",
            "Takes a recorded bulletin of another market back; it is no longer shown."),
    ];
}
