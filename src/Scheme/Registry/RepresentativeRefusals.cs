using Tanheng.Quantities;

namespace Tanheng.Scheme.Registry;

/// <summary>Why the registry says no about who acts for a holder, and how many.</summary>
public static class RepresentativeRefusals
{
    /// <summary>More than the rulebook allows.</summary>
    public static readonly RefusalCode TooMany = RefusalCode.Passing(
        2181,
        "too-many-representatives",
        "主体 {holder} 最多可有 {most} 名代表，请先移除或替换一人。",
        "Holder {holder} may have {most} representatives at most; remove or replace one first.");

    /// <summary>Four eyes would be impossible.</summary>
    public static readonly RefusalCode NoPair = RefusalCode.Passing(
        2182,
        "no-initiator-and-approver",
        "主体 {holder} 有两名以上代表时，须至少一人可经办、另一人可复核。",
        "Where two or more act for holder {holder}, one must be able to initiate and another to approve.");

    /// <summary>One cannot replace oneself.</summary>
    public static readonly RefusalCode ReplacesSelf = RefusalCode.Final(
        2183,
        "replaces-self",
        "{user} 不能替换本人；变更权限请用 change-representative。",
        "{user} cannot be replaced by the same person; use change-representative to change rights.");
}
