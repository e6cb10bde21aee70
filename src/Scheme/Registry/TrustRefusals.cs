using Tanheng.Quantities;

namespace Tanheng.Scheme.Registry;

/// <summary>Why the registry says no about trusted accounts and limits of transfers.</summary>
public static class TrustRefusals
{
    /// <summary>The rulebook has none.</summary>
    public static readonly RefusalCode NoLists = RefusalCode.Final(
        2171, "no-trusted-lists", "本市场没有受信账户名单。", "This scheme has no lists of trusted accounts.");

    /// <summary>A holder's own accounts need no entry.</summary>
    public static readonly RefusalCode OwnAccount = RefusalCode.Final(
        2172,
        "own-account-is-trusted",
        "账户 {account} 属于同一主体，自动受信，无需加入名单。",
        "Account {account} is the holder's own; it is trusted without an entry.");

    /// <summary>On the list, or waiting to count.</summary>
    public static readonly RefusalCode AlreadyTrusted = RefusalCode.Final(
        2173,
        "already-trusted",
        "账户 {account} 已在名单中，自 {from} 起受信。",
        "Account {account} is on the list already and counts from {from} on.");

    /// <summary>Closed, on its way there, or never opened.</summary>
    public static readonly RefusalCode NotOpen = RefusalCode.Final(
        2174,
        "trusted-account-not-open",
        "账户 {account}（{status}）未开立、正在注销或已注销，不能加入名单。",
        "Account {account} ({status}) is not open, or is being closed; it cannot be trusted.");

    /// <summary>Not on the list.</summary>
    public static readonly RefusalCode NotOnTheList = RefusalCode.Final(
        2175,
        "not-on-the-trusted-list",
        "账户 {trusted} 不在账户 {account} 的受信名单中。",
        "Account {trusted} is not on the trusted list of {account}.");

    /// <summary>A transfer outside the list.</summary>
    public static readonly RefusalCode ReceiverNotTrusted = RefusalCode.Final(
        2176,
        "receiver-not-trusted",
        "账户 {to} 不在账户 {from} 的受信名单中或尚未生效，而 {from} 不允许向名单外转出；请先加入名单并等待生效，或申请变更账户规则。",
        "{to} is not (yet) trusted by {from}, which sends to trusted accounts only; add it to the list and wait until "
        + "it counts, or ask for other account rules.");

    /// <summary>More than one transfer may move.</summary>
    public static readonly RefusalCode AboveLimit = RefusalCode.Final(
        2177,
        "transfer-above-limit",
        "单笔转让不得超过 {limit}，本笔为 {quantity}；请分笔办理。",
        "One transfer moves {limit} at most, not {quantity}; split it.");

    /// <summary>More than an account may send in a day.</summary>
    public static readonly RefusalCode AboveDailyLimit = RefusalCode.Passing(
        2178,
        "transfer-above-daily-limit",
        "账户 {account} 今日（{day}）已转出 {sent}，加上本笔 {quantity} 超过每日上限 {limit}；请减少数量或次日办理。",
        "Account {account} sent {sent} on {day}; another {quantity} is above the daily limit of {limit}. Send less, or "
        + "tomorrow.");
}
