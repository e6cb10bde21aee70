using Tanheng.Quantities;

namespace Tanheng.Web.Portal;

/// <summary>Words of the frame around every page, of its parts, and of the demonstration's bar.</summary>
public static partial class Words
{
    public static readonly Text Tonne = new("吨", "t");
    public static readonly Text Menu = new("菜单", "Menu");
    public static readonly Text Crumbs = new("位置", "You are here");
    public static readonly Text Theme = new("外观", "Appearance");
    public static readonly Text ThemeAuto = new("自动", "Automatic");
    public static readonly Text ThemeLight = new("浅色", "Light");
    public static readonly Text ThemeDark = new("深色", "Dark");
    public static readonly Text Dismiss = new("关闭提示", "Dismiss");
    public static readonly Text Clear = new("清除", "Clear");
    public static readonly Text Download = new("下载 CSV", "Download CSV");
    public static readonly Text NoMatch = new("没有符合筛选条件的记录，可清除筛选。", "Nothing matches the filter; clear it to see all.");
    public static readonly Text Refused = new("未能办理", "Not done");
    public static readonly Text ToOverview = new("回到概览", "To the overview");
    public static readonly Text ChartTable = new("查看数据表", "Show as a table");
    public static readonly Text ChartBelow = new(
        "图表需要 JavaScript，数据见表格。", "The chart needs JavaScript; the table has the data.");
    public static readonly Text Today = new("现在", "Now");
    public static readonly Text NotFounded = new("市场尚未设立", "The market is not founded yet");
    public static readonly Text NotFoundedHint = new(
        "规则手册获得采纳后，此处将显示市场信息。", "Once a rulebook has been adopted, the market appears here.");

    public static readonly Text Demo = new("演示市场 · 数据均为虚构", "Demonstration · all data invented");

    /// <summary>Of a replay, whose prices and quantities were published.</summary>
    public static readonly Text DemoOfReplay = new("演示市场 · 主体均为虚构", "Demonstration · parties invented");

    public static readonly Text DemoWho = new("当前身份", "You are");
    public static readonly Text DemoBe = new("切换为此身份", "Be this person");
    public static readonly Text DemoLeave = new("退出，以访客身份浏览", "Sign out and browse as a visitor");
    public static readonly Text Visitor = new("访客", "a visitor");
    public static readonly Text ClockToDeadline = new("前进到下一截止日", "To the next deadline");
    public static readonly Text ClockToItem = new("前进到下一待办事项", "To the next item of the agenda");
    public static readonly Text ClockToDate = new("前进到该时间", "To this time");
    public static readonly Text ClockDate = new("指定时间（市场所在时区）", "A time (in the market's zone)");
    public static readonly Text ClockMore = new("拨动时钟", "Move the clock");
    public static readonly Text ClockMoving = new("业务时间正在前进", "Business time is moving");
    public static readonly Text ClockHours = new("已经过的小时数", "Hours passed");
    public static readonly Text ClockNothing = new("前方没有可到达的时点。", "There is nothing ahead to move to.");
    public static readonly Text ClockBadDate = new(
        "请选择晚于当前业务时间、二十年以内的时间。", "Choose a time after the present business time, within twenty years.");

    public static readonly Text Copy = new("复制", "Copy");
    public static readonly Text StyleGuide = new("界面样式", "Style guide");
    public static readonly Text StyleLead = new(
        "每个组件的每种状态，供设计与检查使用；数据均为示例。",
        "Every part in every state, for design and checks; all data are samples.");

    public static readonly Text StyleColours = new("颜色", "Colours");
    public static readonly Text StyleFigures = new("数字", "Figures");
    public static readonly Text StyleStates = new("状态与提示", "States and messages");
    public static readonly Text StyleForms = new("表单与按钮", "Forms and buttons");
    public static readonly Text StyleTable = new("数据表格", "Data table");
    public static readonly Text StyleDialog = new("对话框", "Dialog");
    public static readonly Text StyleDanger = new("不可撤回的操作", "Cannot be undone");

    private static readonly Text Unavailable = new("暂时无法提供服务", "Not available just now");

    /// <summary>How many rows a table has.</summary>
    public static Text RowsOf(long rows) => new(
        $"共 {Format.Number(rows)} 行", rows == 1 ? "1 row" : $"{Format.Number(rows)} rows");

    /// <summary>What a figure is called, with its unit.</summary>
    public static Text WithUnit(Text title, Text unit) =>
        new($"{title.Zh}（{unit.Zh}）", $"{title.En} ({unit.En})");

    /// <summary>When a proposal that nobody answers is over.</summary>
    public static Text LapsesAfter(int days) => new(
        $"{days} 天内无人复核即自动失效。",
        days == 1 ? "Unanswered for a day it lapses." : $"Unanswered for {days} days it lapses.");

    /// <summary>How many entities something is about.</summary>
    public static Text EntitiesOf(long count) => new(
        $"{Format.Number(count)} 家单位", count == 1 ? "1 entity" : $"{Format.Number(count)} entities");

    /// <summary>How far the clock has moved and what that brought about.</summary>
    public static Text ClockMoved(string at, long rows) => new(
        $"业务时间已到 {at}，其间自动办理 {Format.Number(rows)} 项。",
        $"Business time is now {at}; {Format.Number(rows)} things happened by themselves on the way.");

    /// <summary>What has happened instead of a page.</summary>
    public static Text ProblemTitle(int code) => code switch
    {
        400 => new("请求无法处理", "The request cannot be handled"),
        401 => new("请先登录", "Please sign in"),
        403 => new("无权查看", "Not for you to see"),
        404 => new("页面不存在", "Page not found"),
        405 => new("此地址不接受这种请求", "Not done this way here"),
        429 => new("请求过于频繁", "Too many requests"),
        500 => new("页面出错", "The page failed"),
        _ => Unavailable,
    };

    /// <summary>What can be done about it.</summary>
    public static Text ProblemHint(int code) => code switch
    {
        400 => new(
            "表单可能已过期。请返回上一页，刷新后重新提交；数据没有改变。",
            "The form may have expired. Go back, reload the page and send it again; no data has changed."),
        401 or 403 => new(
            "该页面含有单位的非公开信息，仅向其代表、主管部门、登记与交易机构和审计人员开放。如需查阅，请用有权的身份登录。",
            "This page holds private data of a company. Its representatives, the authority, the operators "
            + "and auditors may "
            + "see it; sign in as one of them."),
        404 => new("找不到该页面或记录。", "There is no such page or record."),
        429 => new("请稍候再试。", "Wait a little and try again."),
        500 => new("页面出错了，数据没有改变。请稍后重试。", "The page failed; no data has changed. Try again."),
        _ => new("请稍后重试；数据没有改变。", "Try again shortly; no data has changed."),
    };
}
