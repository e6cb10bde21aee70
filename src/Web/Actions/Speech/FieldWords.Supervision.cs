using Tanheng.Web.Actions.Forms;

namespace Tanheng.Web.Actions.Speech;

public static partial class FieldWords
{
    /// <summary>Halts, restrictions, relations, alerts, inquiries.</summary>
    private static readonly Dictionary<string, FieldWord> supervision = new()
    {
        ["halt-trading.reason"] = Word("停牌原因", "Reason", "将公开显示", "Everybody can read it", FieldKind.Paragraph),
        ["halt-trading.unit"] = Word("标的", "Unit type", "留空即全市场", "Empty halts the whole market", FieldKind.Unit),
        ["halt-trading.minutes"] = Word("时长（分钟）", "Minutes", "留空即另行通知复牌", "Empty lasts until trading is resumed"),
        ["resume-trading.reason"] = Word("复牌说明", "Reason", "将公开显示", "Everybody can read it", FieldKind.Paragraph),
        ["resume-trading.unit"] = Word(
            "标的", "Unit type", "留空即全市场", "Empty ends the halt of the whole market", FieldKind.Unit),
        ["restrict-trading.bar"] = Word("限制内容", "What it may not do", "该方向的未成交挂牌随即撤回",
            "Open orders of that side are taken back at once"),
        ["restrict-trading.until"] = Word("最后一日", "Last day", "留空即直至解除", "Empty lasts until it is lifted"),
        ["declare-relation.other"] = Word("关联主体", "Related holder"),
        ["declare-relation.kind"] = Word("关联类型", "Kind", "控股：前者控制后者", "Of control: the first controls the second"),
        ["declare-relation.basis"] = Word(
            "依据", "Basis", "如章程、年报、申报表", "Such as articles, a yearly report, a declaration"),
        ["end-relation.other"] = Word("关联主体", "Related holder"),
        ["dismiss-alert.alert"] = Word("预警", "Alert"),
        ["open-inquiry.subject"] = Word("被调查主体", "Holder", "须为预警涉及的主体", "One of those whom the alerts name"),
        ["open-inquiry.alerts"] = Word("依据的预警", "Alerts", "每行一个编号", "A number a line"),
        ["open-inquiry.note"] = Word(
            "立案理由", "Why", "不告知主体", "Not told to the holder", FieldKind.Paragraph),
        ["ask-to-explain.inquiry"] = Word("案卷", "Inquiry"),
        ["ask-to-explain.text"] = Word(
            "要求说明的事项", "What to explain", "告知主体", "The holder reads it", FieldKind.Paragraph),
        ["ask-to-explain.by"] = Word("说明期限", "Explain by", "留空即按规则手册的工作日", "Empty gives the rulebook's working days"),
        ["give-explanation.inquiry"] = Word("案卷", "Inquiry"),
        ["give-explanation.text"] = Word("说明", "Explanation", kind: FieldKind.Paragraph),
        ["give-explanation.attachments"] = Word("证明材料", "Evidence", "上传文件，或填写其 SHA-256",
            "Upload the files, or give their SHA-256", each: FieldKind.File),
        ["decide-inquiry.inquiry"] = Word("案卷", "Inquiry"),
        ["decide-inquiry.outcome"] = Word("处理", "Outcome"),
        ["decide-inquiry.reasons"] = Word(
            "理由", "Reasons", "告知主体", "The holder reads them", FieldKind.Paragraph),
        ["decide-inquiry.bar"] = Word("限制内容", "What it may not do", "仅限制交易时填写：买入或卖出",
            "For a restriction only: buying or selling"),
        ["decide-inquiry.until"] = Word("最后一日", "Last day", "仅限制或暂停时填写，留空即直至解除",
            "For restrictions and suspensions; empty lasts until it is lifted"),
        ["appeal-inquiry.inquiry"] = Word("案卷", "Inquiry"),
        ["appeal-inquiry.text"] = Word("申诉理由", "Why", kind: FieldKind.Paragraph),
    };
}
