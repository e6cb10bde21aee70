using Tanheng.Quantities;

namespace Tanheng.Web.Portal;

/// <summary>Letters to persons and circulars.</summary>
public static partial class Words
{
    public static readonly Text MyLetters = new("通知", "Letters");
    public static readonly Text MyLettersLead = new(
        "与您单位有关的事项、待您复核的提议、期限提醒和公告。通知只作告知，权利义务以日志为准。",
        "What concerns your entity, what waits for your decision, deadlines and circulars. Letters only tell; what "
            + "counts is the journal.");
    public static readonly Text MyLettersNone = new("没有通知", "No letters");
    public static readonly Text MyLettersNoneHint = new(
        "有与您有关的事项时，会在这里告知。", "When something concerns you, it is told here.");
    public static readonly Text MyLettersReadAll = new("全部标为已读", "Mark all as read");
    public static readonly Text MyLetterNew = new("未读", "New");
    public static readonly Text MyLetterOpen = new("查看", "Open");
    public static readonly Text MyLetterRead = new("标为已读", "Mark as read");
    public static readonly Text Circulars = new("公告发送", "Circulars");
    public static readonly Text CircularsLead = new(
        "向单位代表和工作人员发送公告；收件人在每次发送时按当时状态确定。",
        "Letters to representatives and officials; who gets one is decided anew each time it is sent.");
    public static readonly Text CircularNew = new("撰写公告", "Write a circular");
    public static readonly Text CircularSubjectZh = new("标题（中文）", "Subject (Chinese)");
    public static readonly Text CircularSubjectEn = new("标题（英文）", "Subject (English)");
    public static readonly Text CircularBodyZh = new("正文（中文）", "Text (Chinese)");
    public static readonly Text CircularBodyEn = new("正文（英文）", "Text (English)");
    public static readonly Text CircularTo = new("收件人", "To");
    public static readonly Text CircularToHint = new("按发送时的状态确定。", "As things stand when it is sent.");
    public static readonly Text CircularRepeat = new("重复", "Repeat");
    public static readonly Text CircularFrom = new("首次发送", "First sent");
    public static readonly Text CircularFromHint = new("市场时间；留空为立即。", "Market time; now when left empty.");
    public static readonly Text CircularUntil = new("截止", "Until");
    public static readonly Text CircularUntilHint = new("重复发送时必填。", "Needed when it repeats.");
    public static readonly Text CircularKeep = new("保存并发送", "Keep and send");
    public static readonly Text CircularKept = new("公告已保存，将按时发送。", "The circular is kept and goes out in time.");
    public static readonly Text CircularWritten = new("已有公告", "Circulars so far");
    public static readonly Text CircularNone = new("还没有公告", "No circulars yet");
    public static readonly Text CircularNext = new("下次发送", "next on");
    public static readonly Text CircularEnd = new("停止发送", "Send no more");
    public static readonly Text MyDetailsAsk = new("申请更改", "Ask for a change");
    public static readonly Text MyDetailsAsked = new(
        "申请已提交，由另一名管理人员决定。", "The request is made; an administrator decides it.");
    public static readonly Text MyDetailsWaits = new("待决定的更改", "Change that waits");
    public static readonly Text PersonDetailsChange = new("更改姓名和电子邮件", "Change of name and e-mail");

    /// <summary>How many letters are unread.</summary>
    public static Text MyLettersUnread(long count) => new(
        $"{Format.Number(count)} 条未读", $"{Format.Number(count)} unread");

    /// <summary>How often a circular went out.</summary>
    public static Text CircularSent(int times) => new(
        $"已发送 {Format.Number(times)} 次", times == 1 ? "sent once" : $"sent {Format.Number(times)} times");
}
