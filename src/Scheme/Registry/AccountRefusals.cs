using Tanheng.Quantities;

namespace Tanheng.Scheme.Registry;

/// <summary>Why the registry says no about closing, finding and claiming accounts.</summary>
public static class AccountRefusals
{
    /// <summary>Something about the account is not decided yet.</summary>
    public static readonly RefusalCode RequestsWait = RefusalCode.Passing(
        2191,
        "requests-wait",
        "账户 {account} 尚有待批事项 {proposals}，请先办结或撤回。",
        "Proposals {proposals} about account {account} wait; have them decided or withdraw them first.");

    /// <summary>Units are on their way.</summary>
    public static readonly RefusalCode TransfersWait = RefusalCode.Passing(
        2192,
        "transfers-wait",
        "账户 {account} 尚有待生效过户 {transfers}，请待其执行或撤回。",
        "Transfers {transfers} from or to account {account} wait; let them execute or cancel them first.");

    /// <summary>Trust is on its way.</summary>
    public static readonly RefusalCode TrustWaits = RefusalCode.Passing(
        2193,
        "trust-waits",
        "账户 {account} 与 {other} 之间有尚未生效的受信登记，请待其生效或移除。",
        "A trusted entry between {account} and {other} does not count yet; wait for it or remove it first.");

    /// <summary>A year of the list without figures.</summary>
    public static readonly RefusalCode EmissionsMissing = RefusalCode.Passing(
        2194,
        "closing-emissions-missing",
        "主体 {holder} {year} 年度排放量尚未核定，不能注销账户。",
        "The emissions of holder {holder} for {year} are not accepted; the account cannot be closed.");

    /// <summary>Emits still, as far as is known.</summary>
    public static readonly RefusalCode StillEmitting = RefusalCode.Passing(
        2195,
        "still-emitting",
        "主体 {holder} 的最后排放年度为 {last}，尚未结束或未登记，不能注销账户；请先登记最后排放年度。",
        "The last year of emissions of holder {holder} is {last}: not over, or not known. Set it before the account is "
        + "closed.");

    /// <summary>Not a number that this or any registry would give.</summary>
    public static readonly RefusalCode BadNumber = RefusalCode.Final(
        2196,
        "bad-account-number",
        "账号 {number} 的格式或校验码不正确，请核对。",
        "{number} is no account number: its form or its check digits are wrong; check it.");

    /// <summary>A good number that nobody has.</summary>
    public static readonly RefusalCode UnknownNumber = RefusalCode.Final(
        2197, "unknown-account-number", "没有账号为 {number} 的账户。", "There is no account {number}.");

    /// <summary>Somebody acts for the holder, or is about to.</summary>
    public static readonly RefusalCode NotClaimable = RefusalCode.Passing(
        2198,
        "not-claimable",
        "主体 {holder} 已有代表或有待批的代表申请，不能认领。",
        "Somebody acts for holder {holder}, or is asked for; it cannot be claimed.");

    /// <summary>A wrong code, or none was given out.</summary>
    public static readonly RefusalCode ClaimCodeWrong = RefusalCode.Final(
        2199,
        "claim-code-wrong",
        "认领码不正确或未签发，请核对邀请函或联系登记机构。",
        "The claim code is wrong or was never given out; check the invitation or ask the registry.");

    /// <summary>Its books did not agree, or it is not blocked.</summary>
    public static readonly RefusalCode StillDiffers = RefusalCode.Passing(
        2200,
        "account-still-differs",
        "账户 {account} 在最近一次对账（第 {run} 次）中仍不相符，不能解锁。",
        "Account {account} still differed in the last reconciliation ({run}); it stays blocked.");
}
