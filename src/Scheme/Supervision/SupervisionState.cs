using Tanheng.Ledger;
using Tanheng.Market.Surveillance;
using Tanheng.Quantities;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Supervision;

/// <summary>Halts, restrictions, relations, alerts and inquiries. Changed only by applying events.</summary>
public sealed class SupervisionState
{
    /// <summary>The halt of the whole market, or null.</summary>
    public Halt? MarketHalt { get; internal set; }

    /// <summary>Instruments that are halted.</summary>
    public Dictionary<Asset, Halt> Halts { get; } = [];

    /// <summary>Every halt there was, in order.</summary>
    public List<HaltNotice> Notices { get; } = [];

    /// <summary>Holders that may not do everything.</summary>
    public Dictionary<HolderId, Restriction> Restrictions { get; } = [];

    /// <summary>Relations that hold, in the order they became known.</summary>
    public List<Relation> Relations { get; } = [];

    /// <summary>Every alert, in order: the first has the id 1.</summary>
    public List<Alert> Alerts { get; } = [];

    /// <summary>Every inquiry, in order: the first has the id 1.</summary>
    public List<Inquiry> Inquiries { get; } = [];

    /// <summary>What is counted on the trading day under way.</summary>
    public WatchedDay Day { get; } = new();

    /// <summary>Who belongs together, made from <see cref="Relations"/>.</summary>
    internal Kinship Kinship { get; set; } = Kinship.None;

    /// <summary>The number the next alert gets.</summary>
    public AlertId NextAlert => new(Alerts.Count + 1);

    /// <summary>The number the next inquiry gets.</summary>
    public InquiryId NextInquiry => new(Inquiries.Count + 1);

    /// <summary>An alert, or null.</summary>
    public Alert? Find(AlertId id) =>
        id.Value >= 1 && id.Value <= Alerts.Count ? Alerts[(int)id.Value - 1] : null;

    /// <summary>An inquiry, or null.</summary>
    public Inquiry? Find(InquiryId id) =>
        id.Value >= 1 && id.Value <= Inquiries.Count ? Inquiries[(int)id.Value - 1] : null;

    internal void Change(AlertId id, Func<Alert, Alert> change) =>
        Alerts[(int)id.Value - 1] = change(Alerts[(int)id.Value - 1]);

    internal void Change(InquiryId id, Func<Inquiry, Inquiry> change) =>
        Inquiries[(int)id.Value - 1] = change(Inquiries[(int)id.Value - 1]);
}

/// <summary>A day's trades between two holders.</summary>
public sealed class PairTrades
{
    /// <summary>In order.</summary>
    public List<TradeId> Trades { get; } = [];

    /// <summary>What they come to.</summary>
    public Tonnes Quantity { get; private set; }

    internal void Note(Trade trade)
    {
        Trades.Add(trade.Id);
        Quantity += trade.Quantity;
    }
}

/// <summary>What surveillance counts while a day goes on; forgotten when the next one begins.</summary>
public sealed class WatchedDay
{
    /// <summary>The prices of the last minutes.</summary>
    public Dictionary<Asset, PriceWindow> Prices { get; } = [];

    /// <summary>Orders entered and taken back.</summary>
    public Dictionary<(HolderId Holder, Asset Instrument), CancelCount> Orders { get; } = [];

    /// <summary>Trades on one side, and orders taken back on the other one, which the key names.</summary>
    public Dictionary<(HolderId Holder, Asset Instrument, OrderSide Withdrawn), Layering> Layers { get; } = [];

    /// <summary>Trades between two related holders, the lower number first.</summary>
    public Dictionary<(HolderId One, HolderId Other, Asset Instrument), PairTrades> Between { get; } = [];

    /// <summary>What has been noticed today and is not noticed again.</summary>
    public HashSet<string> Noticed { get; } = [];

    internal void Clear()
    {
        Prices.Clear();
        Orders.Clear();
        Layers.Clear();
        Between.Clear();
        Noticed.Clear();
    }
}
