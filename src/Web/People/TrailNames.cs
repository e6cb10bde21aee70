using Tanheng.Quantities;

namespace Tanheng.Web.People;

/// <summary>
/// How the trail's stable words read. A word that is not of signing in, such as a command's name, stays as it is.
/// </summary>
internal static class TrailNames
{
    private static readonly Dictionary<string, Text> Acts = new(StringComparer.Ordinal)
    {
        ["sign-in"] = new("登录", "Sign-in"),
        ["sign-out"] = new("退出", "Sign-out"),
        ["confirm"] = new("确认身份", "Confirmation"),
        ["lock"] = new("锁定", "Lock"),
        ["password"] = new("更改密码", "New password"),
        ["second-factor"] = new("设置第二因素", "New second factor"),
        ["recovery-code"] = new("使用恢复码", "Recovery code used"),
        ["recovery-codes"] = new("生成恢复码", "New recovery codes"),
        ["passkey"] = new("通行密钥登录", "Passkey sign-in"),
        ["passkey-add"] = new("添加通行密钥", "Passkey added"),
        ["passkey-remove"] = new("移除通行密钥", "Passkey removed"),
        ["key"] = new("新建 API 密钥", "API key made"),
        ["key-revoke"] = new("撤销 API 密钥", "API key revoked"),
        ["session-end"] = new("结束会话", "Session ended"),
        ["session-end-all"] = new("结束全部会话", "All sessions ended"),
        ["invite"] = new("邀请", "Invitation"),
        ["password-link"] = new("重设密码链接", "Link to a new password"),
        ["reset-link"] = new("重置链接", "Reset link"),
        ["suspend"] = new("暂停用户", "Suspension"),
        ["restore"] = new("恢复用户", "Restoration"),
        ["unlock"] = new("解除锁定", "Unlocking"),
        ["request"] = new("申请", "Request"),
        ["approve"] = new("批准申请", "Request approved"),
        ["reject"] = new("驳回申请", "Request rejected"),
        ["details"] = new("申请更改姓名或邮箱", "Change of details asked for"),
        ["details-approve"] = new("批准更改姓名或邮箱", "Change of details approved"),
        ["details-reject"] = new("驳回更改姓名或邮箱", "Change of details rejected"),
        ["circular"] = new("撰写公告", "Circular written"),
        ["circular-end"] = new("停止公告", "Circular stopped"),
        ["rescue"] = new("控制台重置", "Reset from the console"),
        ["trail-export"] = new("导出操作记录", "Trail exported"),
    };

    /// <summary>An act's word; null when it is not of signing in.</summary>
    public static Text? OfAct(string what) => Acts.GetValueOrDefault(what.Split(' ')[0]);

    /// <summary>How it ended.</summary>
    public static Text OfOutcome(string outcome) => outcome switch
    {
        AuditTrail.Done => new("完成", "Done"),
        AuditTrail.Proposed => new("待复核", "Proposed"),
        _ => new(outcome, outcome),
    };

    /// <summary>The colour of how it ended.</summary>
    public static string Tone(string outcome) => outcome switch
    {
        AuditTrail.Done => "good",
        AuditTrail.Proposed => "info",
        _ => "bad",
    };
}
