using Tanheng.Engine.People;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;

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

    /// <summary>An office.</summary>
    public static Text Of(Role role) => role switch
    {
        Role.Authority => new("主管部门", "Authority"),
        Role.RegistryOperator => new("登记机构", "Registry operator"),
        Role.ExchangeOperator => new("交易机构", "Exchange operator"),
        Role.Verifier => new("核查机构", "Verifier"),
        Role.Representative => new("单位代表", "Representative"),
        Role.Auditor => new("审计", "Auditor"),
        Role.System => new("系统", "System"),
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    /// <summary>A right for a holder.</summary>
    public static Text Of(Rights right) => right switch
    {
        Rights.None => new("无", "None"),
        Rights.Read => new("查看", "Read"),
        Rights.Initiate => new("发起", "Initiate"),
        Rights.Approve => new("复核", "Approve"),
        _ => throw new ArgumentOutOfRangeException(nameof(right)),
    };
}
