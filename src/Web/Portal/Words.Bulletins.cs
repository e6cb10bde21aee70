using System.Globalization;
using Tanheng.Quantities;

namespace Tanheng.Web.Portal;

/// <summary>Words of the bulletins and of the replayed market.</summary>
public static partial class Words
{
    public static readonly Text Bulletins = new("成交公报", "Bulletins");
    public static readonly Text BulletinsLead = new(
        "每个交易日收市后由日行情汇总，分项与合计、累计逐一勾稽。",
        "Added up from the trading days as they close; parts, totals and cumulative figures are checked.");

    public static readonly Text BulletinKinds = new("按期间", "By period");
    public static readonly Text NoBulletins = new("尚无公报", "No bulletin yet");
    public static readonly Text NoBulletinsHint = new(
        "首个交易日收市后，此处有日报，以及其所在周、半月、月、年的公报。",
        "When the first trading day has closed, its bulletin is here, and those of its week, month and year.");

    public static readonly Text BulletinPeriodColumn = new("期间", "Period");
    public static readonly Text BulletinDays = new("交易日数", "Trading days");
    public static readonly Text BulletinItem = new("项目", "Item");
    public static readonly Text BulletinTotal = new("合计", "Total");
    public static readonly Text BulletinCumulative = new("累计", "Cumulative");
    public static readonly Text BulletinAverage = new("均价", "Average");
    public static readonly Text BulletinChange = new("涨跌幅", "Change");
    public static readonly Text BulletinFigures = new("成交数据", "Figures");
    public static readonly Text BulletinDayTable = new("逐日行情", "Day by day");
    public static readonly Text BulletinPicture = new(
        "逐日成交量（柱）与收盘价（线）", "Volume by day (bars) and close (line)");

    public static readonly Text BulletinOtherModes = new("其他方式", "Other modes");

    public static readonly Text BulletinFoots = new("勾稽相符", "All figures fit");
    public static readonly Text BulletinFootsHow = new(
        "分项之和等于合计；上期累计加本期等于累计；均价在最低与最高价之间。",
        "The parts come to the total; what was before and the period to the cumulative figure; averages lie between "
        + "lowest and highest.");

    public static readonly Text BulletinNotOver = new("期间未结束", "Not over yet");
    public static readonly Text BulletinCorrections = new("更正", "Corrections");
    public static readonly Text BulletinWas = new("原为", "Was");
    public static readonly Text BulletinIs = new("现为", "Is");
    public static readonly Text BulletinReason = new("理由", "Reason");
    public static readonly Text BulletinOthers = new("其他市场", "Other markets");
    public static readonly Text BulletinOthersHint = new(
        "日期大致相同的其他市场公报，按原文收录，货币与数量单位未作换算。",
        "What other markets published for about the same days, as they published it; neither currency nor unit is "
        + "converted.");

    public static readonly Text BulletinMarket = new("市场", "Market");
    public static readonly Text BulletinOurs = new("本市场", "This market");
    public static readonly Text BulletinSource = new("来源", "Source");
    public static readonly Text BulletinRemark = new("说明", "Remark");
    public static readonly Text BulletinFindings = new("原文不符之处", "What does not fit in the original");
    public static readonly Text BulletinPrint = new("打印版", "For print");
    public static readonly Text BulletinPrevious = new("上一期", "Previous");
    public static readonly Text BulletinNext = new("下一期", "Next");
    public static readonly Text BulletinFeedLink = new("RSS 订阅", "RSS feed");
    public static readonly Text BulletinExports = new("下载", "Download");
    public static readonly Text BulletinDaysFile = new("逐日 CSV", "Days as CSV");
    public static readonly Text BulletinEarlier = new("累计起点", "Counted from");
    public static readonly Text ForeignBulletins = new("外部公报", "Other markets' bulletins");
    public static readonly Text ForeignBulletinsLead = new(
        "收录其他市场公布的成交数据，逐行勾稽后与本市场公报并列显示。",
        "Figures that other markets published, checked line by line and shown beside our bulletins.");

    public static readonly Text RecordForeign = new("收录公报", "Record a bulletin");
    public static readonly Text PasteForeign = new("粘贴公报原文或 CSV", "Paste a bulletin's text or CSV");
    public static readonly Text PasteForeignHint = new(
        "可粘贴惯用语句，如“通过定价申报交易均价为26.5元/吨，涨跌幅1.73%，成交数量为9645吨，成交金额为25.56993万元”，"
        + "或首行为 kind,item,volume,amount,average,high,low,close,change 的 CSV。",
        "Paste the customary Chinese sentences, or CSV whose first line is "
        + "kind,item,volume,amount,average,high,low,close,change.");

    public static readonly Text ReadForeign = new("识别并核对", "Read and check");
    public static readonly Text NothingRead = new(
        "没有识别出成交数据；请核对原文或改用 CSV。", "No figures were found in it; check the text, or give CSV.");

    public static readonly Text NoForeign = new("尚未收录外部公报", "No bulletin of another market is recorded");
    public static readonly Text ForeignState = new("状态", "State");
    public static readonly Text ReplayTitle = new("行情重放", "Replayed market");
    public static readonly Text ReplayShort = new("重放", "Replay");
    public static readonly Text ReplayLead = new(
        "按公布的每日行情，逐笔下单、成交，经真实的撮合与交收；交易各方均为虚构。收市后逐项与文件核对。",
        "Published days, traded again order by order through the real exchange and settlement, by invented companies. "
        + "Each closed day is compared with the file, figure by figure.");

    public static readonly Text ReplayPaused = new("已暂停", "Paused");
    public static readonly Text ReplayOver = new("全部交易日已重放", "Every day has been replayed");
    public static readonly Text ReplayPause = new("暂停", "Pause");
    public static readonly Text ReplayNextDay = new("下一日", "Next day");
    public static readonly Text ReplayEqual = new("与文件一致", "Equal to the file");
    public static readonly Text ReplayWaiting = new("待重放", "To come");
    public static readonly Text ReplayUnderWay = new("进行中", "Under way");
    public static readonly Text ReplayDiffers = new("与文件不同", "Differs from the file");
    public static readonly Text ReplayDiffersWhy = new(
        "访客的交易或时钟的移动改变了当日行情。", "A visitor's trading, or a move of the clock, has changed the day.");

    public static readonly Text ReplayFigures = new("与文件的比较", "Compared with the file");

    /// <summary>The title of a feed.</summary>
    public static Text BulletinFeedTitle(Text market, Text kind) =>
        new($"{market.Zh}成交{kind.Zh}", $"Bulletins of the {market.En}, {kind.En}");

    /// <summary>A bulletin whose period is not over.</summary>
    public static Text BulletinSoFar(Text title, DateOnly last)
    {
        var day = last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new($"{title.Zh}（截至 {day}）", $"{title.En} (up to {day})");
    }

    /// <summary>How fast a replayed market runs.</summary>
    public static Text ReplayTimes(int speed)
    {
        var times = speed.ToString(CultureInfo.InvariantCulture) + "×";
        return new(times, times);
    }
}
