using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Supervision;

/// <summary>What was noticed.</summary>
public enum AlertKind
{
    /// <summary>关联方对倒.</summary>
    [Called("关联方对倒", "wash trades")]
    WashTrades,

    /// <summary>尾市操纵.</summary>
    [Called("尾市操纵", "marking the close")]
    CloseMarking,

    /// <summary>虚假申报.</summary>
    [Called("虚假申报", "layering")]
    Layering,

    /// <summary>价格异动.</summary>
    [Called("价格异动", "price jump")]
    PriceJump,

    /// <summary>成交集中.</summary>
    [Called("成交集中", "concentration")]
    Concentration,

    /// <summary>大户报告.</summary>
    [Called("大户报告", "large trader")]
    LargeTrader,

    /// <summary>接近最大持仓量.</summary>
    [Called("接近最大持仓量", "near the position limit")]
    LimitApproach,

    /// <summary>异常撤单.</summary>
    [Called("异常撤单", "unusual cancel ratio")]
    CancelRatio,
}

/// <summary>What a figure of an alert counts.</summary>
public enum Measure
{
    /// <summary>Tonnes that traded.</summary>
    Traded,

    /// <summary>Tonnes of everybody.</summary>
    Volume,

    /// <summary>A share, in basis points.</summary>
    Share,

    /// <summary>A move of the price without its sign, in basis points.</summary>
    Move,

    /// <summary>A price, in minor units for each tonne.</summary>
    Price,

    /// <summary>The price it is compared with.</summary>
    Against,

    /// <summary>Minutes.</summary>
    Minutes,

    /// <summary>Orders entered.</summary>
    Entered,

    /// <summary>Orders taken back.</summary>
    Withdrawn,

    /// <summary>Tonnes of orders taken back.</summary>
    WithdrawnTonnes,

    /// <summary>Tonnes held.</summary>
    Position,
}

/// <summary>What was measured, and from where on it is noticed; null where it only explains.</summary>
public sealed record AlertFigure(Measure Measure, long Value, long? Threshold = null);

/// <summary>证据: what an alert rests on, so that everybody can count again.</summary>
/// <param name="Figures">Measured, against the rulebook's thresholds of that day.</param>
/// <param name="Trades">The trades.</param>
/// <param name="Orders">The orders, as they were: the book of a day is forgotten.</param>
/// <param name="Rule">The section of the rulebook.</param>
/// <param name="Source">Its source, as the rulebook writes it.</param>
public sealed record Evidence(
    IReadOnlyList<AlertFigure> Figures,
    IReadOnlyList<TradeId> Trades,
    IReadOnlyList<ListedOrder> Orders,
    string Rule,
    string Source);

/// <summary>What became of an alert.</summary>
public enum AlertStatus
{
    /// <summary>Nobody has looked into it yet.</summary>
    [Called("待处理", "waiting")]
    Open,

    /// <summary>Nothing is wrong.</summary>
    [Called("已排除", "dismissed")]
    Dismissed,

    /// <summary>In an inquiry.</summary>
    [Called("已立案", "in an inquiry")]
    InInquiry,
}

/// <summary>预警: something surveillance noticed.</summary>
/// <param name="Id">Given by the scheme.</param>
/// <param name="Kind">What.</param>
/// <param name="Instrument">In what.</param>
/// <param name="Holders">Who took part, by number.</param>
/// <param name="At">When it was noticed.</param>
/// <param name="Evidence">On what it rests.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Inquiry">The inquiry it is in.</param>
/// <param name="Word">Why it was dismissed; empty otherwise.</param>
public sealed record Alert(
    AlertId Id,
    AlertKind Kind,
    Asset Instrument,
    IReadOnlyList<HolderId> Holders,
    DateTimeOffset At,
    Evidence Evidence,
    AlertStatus Status = AlertStatus.Open,
    InquiryId? Inquiry = null,
    string Word = "");
