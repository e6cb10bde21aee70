using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Supervision;

/// <summary>Why trading is halted.</summary>
public enum HaltCause
{
    /// <summary>The exchange or the authority said so.</summary>
    [Called("决定停牌", "ordered")]
    Ordered,

    /// <summary>临时停牌: the price moved too fast.</summary>
    [Called("价格异动临时停牌", "price jump")]
    PriceJump,
}

/// <summary>停牌: no orders and no trades, in one instrument or in the whole market.</summary>
/// <param name="Instrument">Which; null for the whole market.</param>
/// <param name="Cause">Why.</param>
/// <param name="Reason">In words.</param>
/// <param name="At">Since when.</param>
/// <param name="Until">When it ends by itself; null until somebody resumes trading.</param>
public sealed record Halt(Asset? Instrument, HaltCause Cause, string Reason, DateTimeOffset At, DateTimeOffset? Until);

/// <summary>A halt that was, for the record.</summary>
/// <param name="Halt">It.</param>
/// <param name="ResumedAt">When trading went on; null while it has not.</param>
/// <param name="Word">What was said then; empty when it ended by itself.</param>
public sealed record HaltNotice(Halt Halt, DateTimeOffset? ResumedAt = null, string Word = "");

/// <summary>What a holder may not do.</summary>
public enum TradingBar
{
    /// <summary>限制买入.</summary>
    [Called("限制买入", "may not buy")]
    Buying,

    /// <summary>限制卖出.</summary>
    [Called("限制卖出", "may not sell")]
    Selling,

    /// <summary>暂停交易: neither.</summary>
    [Called("暂停交易", "may not trade")]
    Trading,
}

/// <summary>限制交易: what a holder may not do for now.</summary>
/// <param name="Holder">Who.</param>
/// <param name="Bar">What.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">Since when.</param>
/// <param name="Until">The last day; null until it is lifted.</param>
/// <param name="Inquiry">The inquiry that ended so; null when there was none.</param>
public sealed record Restriction(
    HolderId Holder, TradingBar Bar, string Reason, DateTimeOffset At, DateOnly? Until, InquiryId? Inquiry)
{
    /// <summary>True when it is against this side.</summary>
    public bool Bars(OrderSide side) =>
        Bar == TradingBar.Trading || (Bar == TradingBar.Buying) == (side == OrderSide.Buy);
}

/// <summary>How two holders belong together.</summary>
public enum RelationKind
{
    /// <summary>控股: the first controls the second.</summary>
    [Called("控股", "controls")]
    Control,

    /// <summary>同一控制: the same controls both.</summary>
    [Called("同一控制", "under the same control")]
    SameControl,

    /// <summary>亲属: of persons, or of those who control firms.</summary>
    [Called("亲属关系", "family")]
    Family,

    /// <summary>其他关联.</summary>
    [Called("其他关联", "otherwise related")]
    Other,
}

/// <summary>关联关系: two holders that are not independent of each other.</summary>
/// <param name="Holder">Who.</param>
/// <param name="Other">With whom.</param>
/// <param name="Kind">How.</param>
/// <param name="Basis">How that is known.</param>
/// <param name="At">Since when the exchange knows.</param>
public sealed record Relation(HolderId Holder, HolderId Other, RelationKind Kind, string Basis, DateTimeOffset At);
