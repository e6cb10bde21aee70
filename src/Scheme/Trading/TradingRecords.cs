using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Trading;

/// <summary>Which side of a trade somebody is on.</summary>
public enum OrderSide
{
    /// <summary>买入.</summary>
    Buy,

    /// <summary>卖出.</summary>
    Sell,
}

/// <summary>Where an order is in its life.</summary>
public enum OrderStatus
{
    /// <summary>Rests in the book.</summary>
    Open,

    /// <summary>Traded to its last tonne.</summary>
    Filled,

    /// <summary>Withdrawn by its holder or the exchange; a part may have traded.</summary>
    Cancelled,

    /// <summary>Ended with its day, or because its units became void; a part may have traded.</summary>
    Expired,
}

/// <summary>A listed order 挂牌申报.</summary>
/// <param name="Id">Given by the scheme; also the order of arrival.</param>
/// <param name="Holder">Whose.</param>
/// <param name="Account">The trading account that keeps what it needs.</param>
/// <param name="Instrument">What is traded.</param>
/// <param name="Side">Buy or sell.</param>
/// <param name="Price">Its limit, at which it trades.</param>
/// <param name="Quantity">As it stands: entered, less what was given up by a reduction.</param>
/// <param name="Filled">What has traded.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="At">When it was entered.</param>
public sealed record ListedOrder(
    OrderId Id,
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
    /// <summary>What still can trade.</summary>
    public Tonnes Open => Status == OrderStatus.Open ? Quantity - Filled : Tonnes.Zero;
}

/// <summary>Price and quantity as one party of a block trade offers them.</summary>
public sealed record BlockTerms(Price Price, Tonnes Quantity);

/// <summary>Where a block negotiation is.</summary>
public enum BlockStatus
{
    /// <summary>May be answered or confirmed.</summary>
    Open,

    /// <summary>Both have agreed: traded.</summary>
    Agreed,

    /// <summary>Withdrawn by who began it, or by the exchange.</summary>
    Withdrawn,

    /// <summary>Ended with its session.</summary>
    Expired,
}

/// <summary>A party of a block negotiation: whose account keeps what its own terms need.</summary>
public sealed record BlockParty(HolderId Holder, AccountId Account, OrderSide Side, BlockTerms Terms);

/// <summary>大宗协议: two parties on their way to one large trade.</summary>
/// <param name="Id">Given by the scheme.</param>
/// <param name="Instrument">What is traded.</param>
/// <param name="Initiator">Who began it, with its last terms.</param>
/// <param name="Named">The only one who may answer; null when anybody may.</param>
/// <param name="Responder">Who answered, with its last terms; null while nobody has.</param>
/// <param name="Stands">Whose terms stand: it has agreed to them, the other one may confirm or counter.</param>
/// <param name="Status">Where it is.</param>
/// <param name="At">When it began.</param>
public sealed record BlockTalk(
    BlockId Id,
    Asset Instrument,
    BlockParty Initiator,
    HolderId? Named,
    BlockParty? Responder,
    HolderId Stands,
    BlockStatus Status,
    DateTimeOffset At)
{
    /// <summary>The terms that the other party may confirm.</summary>
    public BlockTerms Standing => Stands == Initiator.Holder ? Initiator.Terms : Responder!.Terms;

    /// <summary>Those who keep something for it while it is open.</summary>
    public IEnumerable<BlockParty> Parties => Status != BlockStatus.Open ? []
        : Responder is null ? [Initiator] : [Initiator, Responder];

    /// <summary>True for its parties and, while it is open and nobody has answered, for those who may.</summary>
    public bool IsFor(HolderId holder) => Initiator.Holder == holder || Responder?.Holder == holder
        || (Status == BlockStatus.Open && Responder is null && (Named ?? holder) == holder);
}

/// <summary>成交: units changed hands for money.</summary>
/// <param name="Id">Given by the scheme.</param>
/// <param name="At">When.</param>
/// <param name="Mode">How.</param>
/// <param name="Instrument">What.</param>
/// <param name="Price">At what price.</param>
/// <param name="Quantity">How much.</param>
/// <param name="Seller">The seller's trading account; never public.</param>
/// <param name="Buyer">The buyer's trading account; never public.</param>
/// <param name="SellerFee">What the seller paid to the exchange.</param>
/// <param name="BuyerFee">What the buyer paid to the exchange.</param>
/// <param name="Resting">The listed order that was picked; else null.</param>
/// <param name="Block">The block negotiation; else null.</param>
/// <param name="Offer">The priced offer that was taken; else null.</param>
/// <param name="SellerDeal">The seller's registration of a deal; else null.</param>
/// <param name="BuyerDeal">The buyer's registration of a deal; else null.</param>
/// <param name="Otc">The report of a deal outside the venue; else null.</param>
public sealed record Trade(
    TradeId Id,
    DateTimeOffset At,
    TradingMode Mode,
    Asset Instrument,
    Price Price,
    Tonnes Quantity,
    AccountId Seller,
    AccountId Buyer,
    Money SellerFee,
    Money BuyerFee,
    OrderId? Resting = null,
    BlockId? Block = null,
    OfferId? Offer = null,
    DealId? SellerDeal = null,
    DealId? BuyerDeal = null,
    OtcId? Otc = null)
{
    /// <summary>Price times quantity, exact.</summary>
    public Money Amount => Price * Quantity;
}

/// <summary>One day of one instrument in one mode.</summary>
/// <param name="Instrument">What.</param>
/// <param name="Day">The trading day.</param>
/// <param name="Mode">How.</param>
/// <param name="Open">
/// The first trade's price; of the mode that makes the close, on a day without trades, the previous close.
/// </param>
/// <param name="High">The highest price.</param>
/// <param name="Low">The lowest price.</param>
/// <param name="Close">
/// Listed and priced: the average of all trades weighted by quantity, or the previous close. Else the last trade's
/// price.
/// </param>
/// <param name="Volume">Tonnes traded.</param>
/// <param name="Amount">What they cost, without fees.</param>
/// <param name="Trades">How many trades.</param>
public sealed record DayBar(
    Asset Instrument,
    DateOnly Day,
    TradingMode Mode,
    Price Open,
    Price High,
    Price Low,
    Price Close,
    Tonnes Volume,
    Money Amount,
    int Trades);
