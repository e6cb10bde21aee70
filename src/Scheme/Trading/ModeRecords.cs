using System.Text.Json.Serialization;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Trading;

/// <summary>A priced offer 定价申报.</summary>
/// <param name="Id">Given by the scheme; also the order of arrival.</param>
/// <param name="Holder">Whose.</param>
/// <param name="Account">The trading account that keeps what it needs.</param>
/// <param name="Instrument">What is traded.</param>
/// <param name="Side">Buy or sell.</param>
/// <param name="Price">The fixed price.</param>
/// <param name="Quantity">As it was entered.</param>
/// <param name="Filled">What has been taken.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="At">When it was entered.</param>
public sealed record PricedOffer(
    OfferId Id,
    HolderId Holder,
    AccountId Account,
    Asset Instrument,
    OrderSide Side,
    Price Price,
    Tonnes Quantity,
    Tonnes Filled,
    OrderStatus Status,
    DateTimeOffset At)
{
    /// <summary>What still can be taken.</summary>
    [JsonIgnore]
    public Tonnes Open => Status == OrderStatus.Open ? Quantity - Filled : Tonnes.Zero;
}

/// <summary>Where an intention is in its life.</summary>
public enum IntentionStatus
{
    /// <summary>Published; may be answered.</summary>
    Open,

    /// <summary>Deals over its whole quantity came of it.</summary>
    Done,

    /// <summary>Taken back by who published it, or by the exchange.</summary>
    Withdrawn,

    /// <summary>Its last day is over.</summary>
    Expired,
}

/// <summary>
/// What somebody said to an intention: its price and quantity. It binds nobody; a later one of the same holder
/// replaces it.
/// </summary>
public sealed record IntentionAnswer(HolderId Holder, Price Price, Tonnes Quantity, DateTimeOffset At);

/// <summary>An intention 意向申报: an invitation that keeps nothing.</summary>
/// <param name="Id">Given by the scheme.</param>
/// <param name="Holder">Who published it; only those who answered and officials see who.</param>
/// <param name="Instrument">What.</param>
/// <param name="Side">Buy or sell.</param>
/// <param name="Quantity">How much.</param>
/// <param name="Lowest">The lowest price thought of.</param>
/// <param name="Highest">The highest price thought of.</param>
/// <param name="Until">Its last day.</param>
/// <param name="Dealt">What deals that name it have traded.</param>
/// <param name="Answers">What others said to it, the earliest first.</param>
/// <param name="Status">Where it is.</param>
/// <param name="At">When it was published.</param>
public sealed record Intention(
    IntentionId Id,
    HolderId Holder,
    Asset Instrument,
    OrderSide Side,
    Tonnes Quantity,
    Price Lowest,
    Price Highest,
    DateOnly Until,
    Tonnes Dealt,
    IReadOnlyList<IntentionAnswer> Answers,
    IntentionStatus Status,
    DateTimeOffset At)
{
    /// <summary>What no deal has come of yet.</summary>
    [JsonIgnore]
    public Tonnes Left => Status == IntentionStatus.Open ? Quantity - Dealt : Tonnes.Zero;
}

/// <summary>Where one party's registration of a deal is.</summary>
public enum DealStatus
{
    /// <summary>The other party has not registered the same.</summary>
    Waiting,

    /// <summary>Both have: traded.</summary>
    Matched,

    /// <summary>Taken back.</summary>
    Withdrawn,

    /// <summary>Ended with its session.</summary>
    Expired,
}

/// <summary>What a party says was agreed; the other party has to say the same.</summary>
public sealed record DealTerms(Asset Instrument, OrderSide Side, Price Price, Tonnes Quantity)
{
    /// <summary>The same deal from the other side.</summary>
    public DealTerms Mirrored() => this with { Side = Side == OrderSide.Buy ? OrderSide.Sell : OrderSide.Buy };
}

/// <summary>One party's registration of a deal 成交申报.</summary>
/// <param name="Id">Given by the scheme.</param>
/// <param name="Holder">Whose.</param>
/// <param name="Account">The trading account that keeps what it needs.</param>
/// <param name="Terms">What it says was agreed.</param>
/// <param name="Counterparty">With whom.</param>
/// <param name="Code">The word the parties agreed on, by which the two registrations find each other.</param>
/// <param name="Intention">The intention it came of; null without.</param>
/// <param name="Status">Where it is.</param>
/// <param name="At">When it was entered.</param>
public sealed record DealEntry(
    DealId Id,
    HolderId Holder,
    AccountId Account,
    DealTerms Terms,
    HolderId Counterparty,
    string Code,
    IntentionId? Intention,
    DealStatus Status,
    DateTimeOffset At)
{
    /// <summary>True when another registration is by its counterparty, names its holder, and has its code.</summary>
    public bool Faces(DealEntry other) =>
        other.Holder == Counterparty && other.Counterparty == Holder && other.Code == Code;
}

/// <summary>Where a report of a deal outside the venue is.</summary>
public enum OtcStatus
{
    /// <summary>The other party has to confirm or dispute it.</summary>
    Reported,

    /// <summary>Confirmed: settled and counted.</summary>
    Confirmed,

    /// <summary>The other party says it was not so.</summary>
    Disputed,

    /// <summary>Taken back by who reported it, or by the exchange.</summary>
    Withdrawn,

    /// <summary>Nobody answered in time.</summary>
    Lapsed,
}

/// <summary>A report of a deal outside the venue 场外交易.</summary>
/// <param name="Id">Given by the scheme.</param>
/// <param name="Holder">Who reported it.</param>
/// <param name="Account">The trading account that keeps what the reporter's side needs.</param>
/// <param name="Terms">What was dealt, from the reporter's side.</param>
/// <param name="Counterparty">Who has to confirm it.</param>
/// <param name="DealtOn">The day of the deal.</param>
/// <param name="Settlement">How it is settled.</param>
/// <param name="SellerFee">The venue's fee of the seller, as on the day of the report.</param>
/// <param name="BuyerFee">The venue's fee of the buyer, as on the day of the report.</param>
/// <param name="ConfirmBy">The last day to confirm or dispute it.</param>
/// <param name="Status">Where it is.</param>
/// <param name="At">When it was reported.</param>
public sealed record OtcReport(
    OtcId Id,
    HolderId Holder,
    AccountId Account,
    DealTerms Terms,
    HolderId Counterparty,
    DateOnly DealtOn,
    OtcSettlement Settlement,
    Money SellerFee,
    Money BuyerFee,
    DateOnly ConfirmBy,
    OtcStatus Status,
    DateTimeOffset At);
