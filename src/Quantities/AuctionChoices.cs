namespace Tanheng.Quantities;

/// <summary>Who gets what is left of an auction at the price at which demand passes the offer.</summary>
public enum Marginal
{
    /// <summary>The earlier bid first.</summary>
    [Called("时间优先", "the earlier bid first")]
    Time,

    /// <summary>In proportion, whole lots, what remains to the largest remainders, then to the earlier.</summary>
    [Called("按比例、最大余数", "in proportion, largest remainders")]
    ProRata,

    /// <summary>Bid by bid in the order drawn with the seed.</summary>
    [Called("按种子抽签", "bid by bid as the seed draws")]
    Seed,

    /// <summary>In proportion, whole lots, what remains lot by lot in the order drawn with the seed.</summary>
    [Called("按比例、余数抽签", "in proportion, remainders as the seed draws")]
    ProRataSeed,
}

/// <summary>What happens when the bids that count do not take up an auction's offer.</summary>
public enum Undersubscribed
{
    /// <summary>What was bid for is sold at the lowest price bid.</summary>
    [Called("按最低有效报价成交", "sold at the lowest valid bid")]
    LowestBid,

    /// <summary>What was bid for is sold at the reserve price.</summary>
    [Called("按保留价成交", "sold at the reserve price")]
    Reserve,

    /// <summary>Nothing is sold.</summary>
    [Called("流拍", "nothing is sold")]
    Void,
}
