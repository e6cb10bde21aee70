using Tanheng.Web.Actions.Forms;

namespace Tanheng.Web.Actions.Speech;

public static partial class FieldWords
{
    /// <summary>Bulletins.</summary>
    private static readonly Dictionary<string, FieldWord> bulletins = new()
    {
        ["state-earlier-trading.until"] = Word("截至", "Up to", "早于首个交易日", "Before the first trading day"),
        ["state-earlier-trading.volume"] = Word("累计成交量", "Cumulative volume", "整数吨", "Whole tonnes"),
        ["state-earlier-trading.amount"] = Word("累计成交额", "Cumulative amount"),
        ["state-earlier-trading.source"] = Word("来源", "Source", "发布机构与日期", "Who published it, and when"),
        ["correct-trading-day.day"] = Word("交易日", "Trading day"),
        ["correct-trading-day.mode"] = Word("交易方式", "Mode"),
        ["correct-trading-day.volume"] = Word("成交量", "Volume", "更正后的整数吨", "Whole tonnes, corrected"),
        ["correct-trading-day.amount"] = Word("成交额", "Amount", "更正后", "Corrected"),
        ["correct-trading-day.trades"] = Word("成交笔数", "Trades"),
        ["correct-trading-day.open"] = Word("开盘价", "Open"),
        ["correct-trading-day.high"] = Word("最高价", "High"),
        ["correct-trading-day.low"] = Word("最低价", "Low"),
        ["record-bulletin.market"] = Word("市场", "Market"),
        ["record-bulletin.from"] = Word("首日", "First day"),
        ["record-bulletin.to"] = Word("末日", "Last day"),
        ["record-bulletin.source"] = Word("来源", "Source", "发布机构", "Who published it"),
        ["record-bulletin.lines"] = Word("公报数据", "Lines", "按原文逐行填写", "As they were published"),
        ["record-bulletin.unit"] = Word("数量单位", "Unit of quantity", "留空为吨（t）", "Tonnes (t) when empty", FieldKind.Line),
        ["record-bulletin.link"] = Word("网址", "Address", "http:// 或 https:// 开头", "Begins with http:// or https://"),
        ["record-bulletin.remark"] = Word("说明", "Remark", "原文数字不符时必填",
            "Needed where figures of the original do not fit", FieldKind.Paragraph),
        ["record-bulletin.corrects"] = Word("所更正的公报", "Corrects", "如 N3；不是更正则留空", "Such as N3; empty for none"),
        ["bulletin-line.kind"] = Word("类别", "Kind"),
        ["bulletin-line.item"] = Word("项目", "Item", "按原文，如 定价申报", "In the words in which it was published"),
        ["bulletin-line.volume"] = Word("成交量", "Volume"),
        ["bulletin-line.amount"] = Word("成交额", "Amount", "如 255699.30", "Such as 255699.30"),
        ["bulletin-line.average"] = Word("均价", "Average", "按原文的位数", "With the digits it was published with"),
        ["bulletin-line.high"] = Word("最高价", "High"),
        ["bulletin-line.low"] = Word("最低价", "Low"),
        ["bulletin-line.close"] = Word("收盘价", "Close"),
        ["bulletin-line.change"] = Word("涨跌幅（%）", "Change (%)"),
        ["withdraw-bulletin.bulletin"] = Word("外部公报", "Bulletin", "编号，如 N3", "Its number, such as N3"),
    };
}
