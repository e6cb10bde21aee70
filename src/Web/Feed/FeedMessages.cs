extern alias Exchange;

using System.Text.Json.Serialization;
using Exchange::Tanheng.Market.Bars;
using Tanheng.Rulebook;

namespace Tanheng.Web.Feed;

/// <summary>What a message of the feed is.</summary>
public enum FeedKind
{
    /// <summary>Everything as it is now.</summary>
    Snapshot,

    /// <summary>A trade.</summary>
    Trade,

    /// <summary>The best prices of both sides.</summary>
    Depth,

    /// <summary>The day so far.</summary>
    Quote,

    /// <summary>A minute so far.</summary>
    Bar,

    /// <summary>What may be traded now.</summary>
    State,

    /// <summary>Nothing new: the connection lives.</summary>
    Heartbeat,
}

/// <summary>
/// A message of the public feed. Nothing in it names anybody. Prices are minor units for a tonne, turnover minor units.
/// </summary>
/// <param name="Kind">What it is.</param>
/// <param name="Topic">Whose it is: an instrument or a composite; null when it is for everybody.</param>
public abstract record FeedMessage(
    [property: JsonPropertyOrder(-1)] FeedKind Kind, [property: JsonIgnore] string? Topic = null)
{
    /// <summary>Its number; of a snapshot and a heartbeat the number of the message before.</summary>
    [JsonPropertyOrder(-2)]
    public long Sequence { get; init; }
}

/// <summary>One price of one side.</summary>
public sealed record FeedLevel(long Price, long Quantity, int Orders);

/// <summary>
/// The day so far, of the mode that makes the close: listed orders, or priced offers where nothing is listed. Prices
/// are left out before the first trade.
/// </summary>
/// <param name="PreviousClose">The close of the trading day before.</param>
/// <param name="Last">The last price.</param>
/// <param name="Open">The first.</param>
/// <param name="High">The highest.</param>
/// <param name="Low">The lowest.</param>
/// <param name="Average">Weighted by quantity: the close, if nothing more is traded.</param>
/// <param name="Volume">Tonnes traded.</param>
/// <param name="Turnover">What they cost.</param>
/// <param name="Trades">How many.</param>
/// <param name="BlockVolume">Tonnes of block trades.</param>
/// <param name="BlockTurnover">What they cost.</param>
/// <param name="BlockTrades">How many.</param>
public sealed record FeedQuote(
    long? PreviousClose,
    long? Last,
    long? Open,
    long? High,
    long? Low,
    long? Average,
    long Volume,
    long Turnover,
    int Trades,
    long BlockVolume,
    long BlockTurnover,
    int BlockTrades);

/// <summary>Whether orders are taken.</summary>
public enum FeedPhase
{
    /// <summary>Orders are taken.</summary>
    Open,

    /// <summary>Between two sessions of a day.</summary>
    Break,

    /// <summary>Before the first session, after the last, or no trading day.</summary>
    Closed,
}

/// <summary>What may be traded now.</summary>
/// <param name="Day">The trading day under way; null between two.</param>
/// <param name="Listed">Listed orders, or priced offers where nothing is listed.</param>
/// <param name="Block">Blocks; null where there are none.</param>
/// <param name="Halted">Instruments whose trading is halted.</param>
public sealed record FeedState(DateOnly? Day, FeedPhase Listed, FeedPhase? Block, IReadOnlyList<string> Halted)
{
    /// <summary>Two are equal when they say the same.</summary>
    public bool Equals(FeedState? other) => other is not null
        && (Day, Listed, Block) == (other.Day, other.Listed, other.Block) && Halted.SequenceEqual(other.Halted);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Day, Listed, Block, Halted.Count);
}

/// <summary>A trade as the public sees it.</summary>
public sealed record FeedTrade(
    string Instrument, long Trade, DateTimeOffset Time, TradingMode Mode, long Price, long Quantity);

/// <summary>An instrument in a snapshot.</summary>
public sealed record FeedInstrument(
    string Instrument, FeedQuote Quote, IReadOnlyList<FeedLevel> Bids, IReadOnlyList<FeedLevel> Asks);

/// <summary>A composite in a snapshot.</summary>
public sealed record FeedComposite(string Instrument, FeedQuote Quote);

/// <summary>Everything as it is now.</summary>
/// <param name="Scheme">The market.</param>
/// <param name="Currency">Of prices and turnover.</param>
/// <param name="Time">The market's business time, looked at twice a second.</param>
/// <param name="State">What may be traded.</param>
/// <param name="Instruments">Those that were asked for.</param>
/// <param name="Composites">Those that were asked for.</param>
/// <param name="LastTrade">The number of the exchange's last trade; 0 before the first.</param>
/// <param name="Trades">The latest ones, oldest first.</param>
public sealed record SnapshotMessage(
    string Scheme,
    string Currency,
    DateTimeOffset Time,
    FeedState State,
    IReadOnlyList<FeedInstrument> Instruments,
    IReadOnlyList<FeedComposite> Composites,
    long LastTrade,
    IReadOnlyList<FeedTrade> Trades) : FeedMessage(FeedKind.Snapshot);

/// <summary>A trade was made.</summary>
public sealed record TradeMessage(
    string Instrument, long Trade, DateTimeOffset Time, TradingMode Mode, long Price, long Quantity)
    : FeedMessage(FeedKind.Trade, Instrument);

/// <summary>The best prices of both sides have changed.</summary>
public sealed record DepthMessage(
    string Instrument, IReadOnlyList<FeedLevel> Bids, IReadOnlyList<FeedLevel> Asks)
    : FeedMessage(FeedKind.Depth, Instrument);

/// <summary>The figures of the day have changed.</summary>
public sealed record QuoteMessage(string Instrument, FeedQuote Quote) : FeedMessage(FeedKind.Quote, Instrument);

/// <summary>A minute has had a trade.</summary>
public sealed record BarMessage(
    string Instrument,
    TradingMode Mode,
    BarWidth Width,
    DateTimeOffset Start,
    long Open,
    long High,
    long Low,
    long Close,
    long Volume,
    long Turnover,
    int Trades) : FeedMessage(FeedKind.Bar, Instrument);

/// <summary>A session or trading day has begun or ended.</summary>
public sealed record StateMessage(FeedState State) : FeedMessage(FeedKind.State);

/// <summary>Nothing new.</summary>
public sealed record HeartbeatMessage() : FeedMessage(FeedKind.Heartbeat);
