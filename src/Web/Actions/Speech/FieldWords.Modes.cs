namespace Tanheng.Web.Actions.Speech;

public static partial class FieldWords
{
    /// <summary>Priced offers, intentions, registered deals, deals outside the venue.</summary>
    private static readonly Dictionary<string, FieldWord> modes = new()
    {
        ["take-priced.offer"] = Word("定价申报", "Priced offer", "编号，如 P12", "Its number, such as P12"),
        ["withdraw-priced.offer"] = Word("定价申报", "Priced offer", "编号，如 P12", "Its number, such as P12"),
        ["publish-intention.lowest"] = Word("价格下限", "Lowest price", "每吨单价，如 25.00", "For each tonne, such as 25.00"),
        ["publish-intention.highest"] = Word("价格上限", "Highest price", "每吨单价，如 30.00",
            "For each tonne, such as 30.00"),
        ["publish-intention.until"] = Word("有效至", "Until", "最后一日，含当日", "The last day, itself counted"),
        ["answer-intention.intention"] = Word("意向申报", "Intention", "编号，如 I3", "Its number, such as I3"),
        ["withdraw-intention.intention"] = Word("意向申报", "Intention", "编号，如 I3", "Its number, such as I3"),
        ["register-deal.counterparty"] = Word("对手方", "Counterparty", "对方须以同一约定号登记相同内容",
            "It has to register the same under the same code"),
        ["register-deal.code"] = Word("约定号", "Code agreed on", "双方约定，1 至 20 位字母、数字或连字符",
            "Agreed on by both: 1 to 20 letters, digits or hyphens"),
        ["register-deal.intention"] = Word("来自意向", "Came of intention", "没有则留空", "Empty when there was none"),
        ["withdraw-deal.deal"] = Word("成交申报", "Registered deal", "编号，如 R5", "Its number, such as R5"),
        ["report-otc.counterparty"] = Word("对手方", "Counterparty", "由其确认", "It has to confirm"),
        ["report-otc.dealtOn"] = Word("成交日", "Day of the deal"),
        ["report-otc.settlement"] = Word("交收方式", "Settled"),
        ["confirm-otc.otc"] = Word("场外交易报告", "Report", "编号，如 X2", "Its number, such as X2"),
        ["confirm-otc.price"] = Word("确认的价格", "Price confirmed", "须与报告一致", "It must be what was reported"),
        ["confirm-otc.quantity"] = Word("确认的数量", "Quantity confirmed", "须与报告一致", "It must be what was reported"),
        ["dispute-otc.otc"] = Word("场外交易报告", "Report", "编号，如 X2", "Its number, such as X2"),
        ["withdraw-otc.otc"] = Word("场外交易报告", "Report", "编号，如 X2", "Its number, such as X2"),
    };
}
