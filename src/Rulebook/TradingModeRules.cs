using Tanheng.Quantities;

namespace Tanheng.Rulebook;

/// <summary>Which of the priced offers may be taken.</summary>
public enum Taking
{
    /// <summary>Any.</summary>
    Any,

    /// <summary>Those at the best price that somebody else offers.</summary>
    BestPrice,

    /// <summary>Of those at the best price, the earliest.</summary>
    PriceThenTime,
}

/// <summary>How a deal that was made outside the venue is settled.</summary>
public enum OtcSettlement
{
    /// <summary>Units against money, by the venue, with its fees.</summary>
    Venue,

    /// <summary>
    /// The registry transfers the units; the parties pay each other elsewhere, and the venue takes no fee.
    /// </summary>
    Registry,
}

/// <summary>定价申报.</summary>
public sealed record PricedRule : TradingModeRule
{
    /// <summary>Which offers may be taken.</summary>
    public required Taking Taking { get; init; }

    /// <summary>True when a part of an offer may be taken; else all of it or nothing.</summary>
    public required bool Parts { get; init; }
}

/// <summary>意向申报.</summary>
public sealed record IntentionRule : TradingModeRule
{
    /// <summary>For how many days an intention may be published at most, the first one counted.</summary>
    public required int Days { get; init; }
}

/// <summary>场外交易.</summary>
public sealed record OtcRule : TradingModeRule
{
    /// <summary>Within how many working days after the deal it is reported.</summary>
    public required int ReportDays { get; init; }

    /// <summary>Within how many working days after the report the other party confirms or disputes it.</summary>
    public required int ConfirmDays { get; init; }

    /// <summary>How it may be settled.</summary>
    public required IReadOnlyList<OtcSettlement> Settlements { get; init; }
}
