using Tanheng.Engine.People;
using Tanheng.Quantities;

namespace Tanheng.Web.People;

/// <summary>The words of the enumerations about persons.</summary>
public static class PersonNames
{
    /// <summary>The life of a sign-in.</summary>
    public static Text Of(PersonState state) => state switch
    {
        PersonState.Invited => new("已邀请", "Invited"),
        PersonState.Active => new("正常", "Active"),
        PersonState.Suspended => new("已暂停", "Suspended"),
        PersonState.Deactivated => new("已停用", "Deactivated"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>The colour of a state.</summary>
    public static string Tone(PersonState state) => state switch
    {
        PersonState.Active => "good",
        PersonState.Suspended => "warn",
        PersonState.Deactivated => "bad",
        _ => "",
    };

    /// <summary>What is asked about a person.</summary>
    public static Text Of(RequestKind kind) => kind switch
    {
        RequestKind.LostSecondFactor => new("第二因素丢失", "Lost second factor"),
        RequestKind.LostBoth => new("密码和第二因素丢失", "Lost password and second factor"),
        RequestKind.Deactivation => new("停用登录", "Deactivation"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
