using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Trading;

namespace Tanheng.Web.Portal;

public static partial class Names
{
    /// <summary>Where a priced offer is.</summary>
    public static Text OfOffer(OrderStatus status) => status switch
    {
        OrderStatus.Open => new("待成交", "Open"),
        OrderStatus.Filled => new("全部成交", "Taken"),
        OrderStatus.Cancelled => new("已撤回", "Withdrawn"),
        OrderStatus.Expired => new("已过期", "Expired"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>Where an intention is.</summary>
    public static Text Of(IntentionStatus status) => status switch
    {
        IntentionStatus.Open => new("有效", "Open"),
        IntentionStatus.Done => new("已达成", "Done"),
        IntentionStatus.Withdrawn => new("已撤回", "Withdrawn"),
        IntentionStatus.Expired => new("已过期", "Expired"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>Where a registration of a deal is.</summary>
    public static Text Of(DealStatus status) => status switch
    {
        DealStatus.Waiting => new("待对方申报", "Waits for the other party"),
        DealStatus.Matched => new("已成交", "Traded"),
        DealStatus.Withdrawn => new("已撤回", "Withdrawn"),
        DealStatus.Expired => new("已过期", "Expired"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>Where a report of a deal outside the venue is.</summary>
    public static Text Of(OtcStatus status) => status switch
    {
        OtcStatus.Reported => new("待对方确认", "Waits for confirmation"),
        OtcStatus.Confirmed => new("已确认", "Confirmed"),
        OtcStatus.Disputed => new("有异议", "Disputed"),
        OtcStatus.Withdrawn => new("已撤回", "Withdrawn"),
        OtcStatus.Lapsed => new("逾期失效", "Lapsed"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>How a deal outside the venue is settled.</summary>
    public static Text Of(OtcSettlement settlement) => settlement switch
    {
        OtcSettlement.Venue => new("由交易机构货银对付", "By the venue, units against money"),
        OtcSettlement.Registry => new("只过户配额，资金自行结算", "Units by the registry, money elsewhere"),
        _ => throw new ArgumentOutOfRangeException(nameof(settlement)),
    };
}
