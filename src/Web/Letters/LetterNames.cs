using Tanheng.Engine.People;
using Tanheng.Quantities;

namespace Tanheng.Web.Letters;

/// <summary>How the kinds of letters read.</summary>
internal static class LetterNames
{
    public static Text Of(LetterKind kind) => kind switch
    {
        LetterKind.Event => new("市场事项", "Market"),
        LetterKind.Decision => new("待复核", "Decision"),
        LetterKind.Reminder => new("期限提醒", "Reminder"),
        LetterKind.Circular => new("公告", "Circular"),
        _ => new("登录安全", "Sign-in"),
    };

    public static string Tone(LetterKind kind) => kind switch
    {
        LetterKind.Decision or LetterKind.Reminder => "warn",
        LetterKind.SignIn => "info",
        _ => "",
    };

    public static Text Of(Recipients audience) => audience switch
    {
        Recipients.Everybody => new("所有用户", "Everybody"),
        Recipients.Representatives => new("各单位代表", "Representatives"),
        Recipients.Officials => new("工作人员", "Officials"),
        _ => new("尚未足额清缴单位的代表", "Representatives of entities that still owe"),
    };

    public static Text Of(Repetition repetition) => repetition switch
    {
        Repetition.Once => new("发送一次", "Once"),
        Repetition.Daily => new("每日", "Every day"),
        Repetition.Weekly => new("每周", "Every week"),
        _ => new("每月", "Every month"),
    };
}
