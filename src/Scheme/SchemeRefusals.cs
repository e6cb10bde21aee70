using Tanheng.Quantities;

namespace Tanheng.Scheme;

/// <summary>Why the scheme as a whole says no, before any use case is asked.</summary>
public static class SchemeRefusals
{
    /// <summary>No market yet.</summary>
    public static readonly RefusalCode NotFounded = RefusalCode.Final(
        2001,
        "not-founded",
        "该市场尚未建立：请先用 found-scheme 载入规则手册。",
        "The scheme does not exist yet: found it with a rulebook first (found-scheme).");

    /// <summary>A second founding.</summary>
    public static readonly RefusalCode AlreadyFounded = RefusalCode.Final(
        2002, "already-founded", "该市场已经建立，规则手册为 {rulebook}。", "The scheme exists already, with rulebook {rulebook}.");

    /// <summary>Something fell due and has not been handled.</summary>
    public static readonly RefusalCode ClockBehind = RefusalCode.Passing(
        2003,
        "clock-behind",
        "业务时钟落后：{due} 的到期事项尚未处理，请重试。",
        "The business clock is behind: what fell due at {due} is not handled yet; try again.");

    /// <summary>Nothing to advance to.</summary>
    public static readonly RefusalCode NothingDue = RefusalCode.Passing(
        2004, "nothing-due", "截至 {time} 没有到期事项。", "Nothing is due at {time}.");

    /// <summary>Not allowed.</summary>
    public static readonly RefusalCode NotPermitted = RefusalCode.Final(
        2005,
        "not-permitted",
        "用户 {actor} 无权执行 {command}；请由有权人员办理。",
        "{actor} may not {command}; ask someone who has the right.");

    /// <summary>A file of rules that cannot be used.</summary>
    public static readonly RefusalCode BadRules = RefusalCode.Final(
        2006,
        "bad-rules",
        "规则文件不可用（共 {count} 处）：{problem_zh}",
        "The rules cannot be used ({count} problem(s)): {problem}");
}
