namespace Tanheng.Scheme.Trading;

/// <summary>What the modes beside listed orders and blocks hold. Changed only by applying events.</summary>
public sealed class ModesState
{
    /// <summary>The number the next priced offer gets.</summary>
    public OfferId NextOffer { get; internal set; } = new(1);

    /// <summary>The number the next intention gets.</summary>
    public IntentionId NextIntention { get; internal set; } = new(1);

    /// <summary>The number the next registration of a deal gets.</summary>
    public DealId NextDeal { get; internal set; } = new(1);

    /// <summary>The number the next report of a deal outside the venue gets.</summary>
    public OtcId NextOtc { get; internal set; } = new(1);

    /// <summary>Priced offers of the trading day under way, or of the last one.</summary>
    public Dictionary<OfferId, PricedOffer> Offers { get; } = [];

    /// <summary>Intentions that are open, and those that ended on the trading day under way or the last one.</summary>
    public Dictionary<IntentionId, Intention> Intentions { get; } = [];

    /// <summary>Registrations of the trading day under way, or of the last one.</summary>
    public Dictionary<DealId, DealEntry> Deals { get; } = [];

    /// <summary>Reports that wait, and those that ended on the trading day under way or the last one.</summary>
    public Dictionary<OtcId, OtcReport> Otc { get; } = [];

    /// <summary>True when something is open that ends with its day.</summary>
    public bool HasOpen => Offers.Values.Any(offer => offer.Status == OrderStatus.Open)
        || Deals.Values.Any(deal => deal.Status == DealStatus.Waiting);

    /// <summary>Forgets what is over.</summary>
    internal void Forget()
    {
        Offers.Clear();
        Deals.Clear();
        foreach (var one in Intentions.Values.Where(one => one.Status != IntentionStatus.Open).ToList())
        {
            Intentions.Remove(one.Id);
        }

        foreach (var one in Otc.Values.Where(one => one.Status != OtcStatus.Reported).ToList())
        {
            Otc.Remove(one.Id);
        }
    }
}
