using Tanheng.Quantities;

namespace Tanheng.Scheme.Registry;

/// <summary>Why the registry says no about pledges.</summary>
public static class PledgeRefusals
{
    /// <summary>The rulebook knows no pledge of the family.</summary>
    public static readonly RefusalCode NotPledgeable = RefusalCode.Final(
        2261,
        "not-pledgeable",
        "本市场的规则手册不允许质押 {unit}；请选择允许质押的标的，或由主管部门修订规则手册。",
        "The rulebook of this market does not permit {unit} to be pledged; choose a unit that may be pledged.");

    /// <summary>Lender and borrower are one.</summary>
    public static readonly RefusalCode OwnPledgee = RefusalCode.Final(
        2262,
        "own-pledgee",
        "主体 {holder} 不能把配额质押给自己；请填写另一主体为质权人。",
        "Holder {holder} cannot pledge units to itself; name another holder as pledgee.");

    /// <summary>No such pledge, or one in another state.</summary>
    public static readonly RefusalCode UnknownPledge = RefusalCode.Final(
        2263,
        "unknown-pledge",
        "没有质押 {pledge}，或该质押已经解除；请核对编号。",
        "There is no pledge {pledge}, or it is over; check its number.");

    /// <summary>Already registered.</summary>
    public static readonly RefusalCode PledgeInForce = RefusalCode.Final(
        2264,
        "pledge-in-force",
        "质押 {pledge} 已登记，不能再确认或撤回；请由质权人解除。",
        "Pledge {pledge} is registered and can no longer be confirmed or withdrawn; the pledgee can release it.");

    /// <summary>Not yet registered.</summary>
    public static readonly RefusalCode PledgeNotRegistered = RefusalCode.Passing(
        2265,
        "pledge-not-registered",
        "质押 {pledge} 尚未登记；请先由质权人 {pledgee} 确认。",
        "Pledge {pledge} is not registered yet; the pledgee {pledgee} has to confirm it first.");

    /// <summary>Somebody else's right.</summary>
    public static readonly RefusalCode NotThePledgee = RefusalCode.Final(
        2266,
        "not-the-pledgee",
        "主体 {holder} 不是质押 {pledge} 的质权人；只有质权人 {pledgee} 可以确认或解除。",
        "Holder {holder} is not the pledgee of {pledge}; only {pledgee} may confirm or release it.");

    /// <summary>Neither gave nor took it.</summary>
    public static readonly RefusalCode NotAParty = RefusalCode.Final(
        2267,
        "not-a-party-of-the-pledge",
        "主体 {holder} 不是质押 {pledge} 的当事人；只有出质人或质权人可以撤回申请。",
        "Holder {holder} is no party of pledge {pledge}; only its pledgor or pledgee may end the application.");

    /// <summary>More than it keeps.</summary>
    public static readonly RefusalCode BeyondPledge = RefusalCode.Final(
        2268,
        "beyond-pledge",
        "质押 {pledge} 仅余 {left}，不足 {quantity}；请减少数量。",
        "Pledge {pledge} keeps {left} only, not {quantity}; ask for less.");

    /// <summary>A claim in another money, or none.</summary>
    public static readonly RefusalCode BadClaim = RefusalCode.Final(
        2269,
        "bad-claim",
        "担保债权 {claim} 无效；请填写大于零的 {currency} 金额。",
        "The secured claim {claim} is not valid; give an amount of {currency} above zero.");

    /// <summary>The claim is too high for what the units are worth.</summary>
    public static readonly RefusalCode BeyondLoanToValue = RefusalCode.Passing(
        2270,
        "beyond-loan-to-value",
        "{quantity} {asset} 按收盘价 {price} 计，担保债权最高 {most}（质押率 {limit}），申请为 {claim}；请增加质押数量或减少债权。",
        "At the closing price {price}, {quantity} of {asset} secure at most {most} (loan to value {limit}), not "
        + "{claim}; pledge more or claim less.");

    /// <summary>The agreement ends before it begins.</summary>
    public static readonly RefusalCode EndInThePast = RefusalCode.Final(
        2271,
        "pledge-end-in-the-past",
        "质押的到期日 {until} 早于今天 {today}；请更正日期。",
        "The end of the pledge, {until}, lies before today, {today}; correct the date.");

    /// <summary>A claim that grows while the security shrinks.</summary>
    public static readonly RefusalCode ClaimNotLower = RefusalCode.Final(
        2272,
        "claim-not-lower",
        "剩余债权 {left} 须小于质押 {pledge} 现有的债权 {claim}；请更正，或不填写。",
        "The claim left, {left}, must be below the claim of pledge {pledge}, {claim}; correct it or leave it out.");

    /// <summary>A pledge prevents the closing.</summary>
    public static readonly RefusalCode PledgeBeforeClosing = RefusalCode.Passing(
        2273,
        "pledge-before-closing",
        "账户 {account} 有质押 {pledges} 未了结，不能销户；请先由质权人解除，或撤回申请。",
        "Account {account} cannot be closed while pledges {pledges} are not settled; have the pledgee release them, or "
        + "withdraw the application.");
}
