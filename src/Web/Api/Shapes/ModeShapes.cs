using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Trading;

namespace Tanheng.Web.Api.Shapes;

/// <summary>A priced offer. Whose it is is left out for those who may not read its holder.</summary>
/// <param name="Offer">The offer.</param>
/// <param name="Instrument">Units with their vintage.</param>
/// <param name="Side">Buy or sell.</param>
/// <param name="Price">In minor units for a tonne.</param>
/// <param name="Quantity">As it was entered.</param>
/// <param name="Open">What still can be taken.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="At">When it was entered.</param>
/// <param name="Holder">Whose.</param>
public sealed record PricedOfferView(
    OfferId Offer,
    Asset Instrument,
    OrderSide Side,
    Amount Price,
    Tonnes Quantity,
    Tonnes Open,
    OrderStatus Status,
    DateTimeOffset At,
    HolderId? Holder)
{
    /// <summary>An offer as it is answered.</summary>
    public static PricedOfferView Of(PricedOffer one, bool named) => new(
        one.Id,
        one.Instrument,
        one.Side,
        Amount.Of((Price?)one.Price)!,
        one.Quantity,
        one.Open,
        one.Status,
        one.At,
        named ? one.Holder : null);
}

/// <summary>What somebody said to an intention.</summary>
/// <param name="Holder">Who.</param>
/// <param name="Price">In minor units for a tonne.</param>
/// <param name="Quantity">How much.</param>
/// <param name="At">When.</param>
public sealed record IntentionAnswerView(HolderId Holder, Amount Price, Tonnes Quantity, DateTimeOffset At);

/// <summary>
/// An intention. Who published it is for officials, itself and those who answered; of the answers one sees one's own,
/// who published it sees all.
/// </summary>
/// <param name="Intention">The intention.</param>
/// <param name="Instrument">Units with their vintage.</param>
/// <param name="Side">Buy or sell.</param>
/// <param name="Quantity">How much.</param>
/// <param name="Left">What no deal has come of yet.</param>
/// <param name="Lowest">The lowest price thought of, in minor units for a tonne.</param>
/// <param name="Highest">The highest price thought of.</param>
/// <param name="Until">Its last day.</param>
/// <param name="Status">Where it is.</param>
/// <param name="At">When it was published.</param>
/// <param name="Holder">Who published it.</param>
/// <param name="Answers">What was said to it.</param>
public sealed record IntentionView(
    IntentionId Intention,
    Asset Instrument,
    OrderSide Side,
    Tonnes Quantity,
    Tonnes Left,
    Amount Lowest,
    Amount Highest,
    DateOnly Until,
    IntentionStatus Status,
    DateTimeOffset At,
    HolderId? Holder,
    IReadOnlyList<IntentionAnswerView> Answers)
{
    /// <summary>An intention as it is answered.</summary>
    /// <param name="one">The intention.</param>
    /// <param name="sees">Which holders the reader may read.</param>
    public static IntentionView Of(Intention one, Func<HolderId, bool> sees)
    {
        var own = sees(one.Holder);
        var answers = one.Answers.Where(answer => own || sees(answer.Holder)).ToList();
        return new IntentionView(
            one.Id,
            one.Instrument,
            one.Side,
            one.Quantity,
            one.Left,
            Amount.Of((Price?)one.Lowest)!,
            Amount.Of((Price?)one.Highest)!,
            one.Until,
            one.Status,
            one.At,
            own || answers.Count > 0 ? one.Holder : null,
            [.. answers.Select(answer => new IntentionAnswerView(
                answer.Holder, Amount.Of((Price?)answer.Price)!, answer.Quantity, answer.At))]);
    }
}

/// <summary>
/// One party's registration of a deal. The party it names sees that it waits, not its price, quantity and code: it has
/// to know these itself.
/// </summary>
/// <param name="Deal">The registration.</param>
/// <param name="Holder">Who registered it.</param>
/// <param name="Counterparty">With whom.</param>
/// <param name="Instrument">Units with their vintage.</param>
/// <param name="Side">The side of who registered it.</param>
/// <param name="Status">Where it is.</param>
/// <param name="At">When it was entered.</param>
/// <param name="Price">In minor units for a tonne.</param>
/// <param name="Quantity">How much.</param>
/// <param name="Code">The word agreed on.</param>
/// <param name="Intention">The intention it came of; left out without.</param>
public sealed record DealView(
    DealId Deal,
    HolderId Holder,
    HolderId Counterparty,
    Asset Instrument,
    OrderSide Side,
    DealStatus Status,
    DateTimeOffset At,
    Amount? Price,
    Tonnes? Quantity,
    string? Code,
    IntentionId? Intention)
{
    /// <summary>A registration as it is answered.</summary>
    /// <param name="one">The registration.</param>
    /// <param name="own">True for those who may read who registered it.</param>
    public static DealView Of(DealEntry one, bool own) => new(
        one.Id,
        one.Holder,
        one.Counterparty,
        one.Terms.Instrument,
        one.Terms.Side,
        one.Status,
        one.At,
        own ? Amount.Of((Price?)one.Terms.Price) : null,
        own ? one.Terms.Quantity : null,
        own ? one.Code : null,
        own ? one.Intention : null);
}

/// <summary>A report of a deal outside the venue, as both its parties see it.</summary>
/// <param name="Otc">The report.</param>
/// <param name="Holder">Who reported it.</param>
/// <param name="Counterparty">Who has to confirm it.</param>
/// <param name="Instrument">Units with their vintage.</param>
/// <param name="Side">The reporter's side.</param>
/// <param name="Price">In minor units for a tonne.</param>
/// <param name="Quantity">How much.</param>
/// <param name="DealtOn">The day of the deal.</param>
/// <param name="Settlement">How it is settled.</param>
/// <param name="ConfirmBy">The last day to confirm or dispute it.</param>
/// <param name="Status">Where it is.</param>
/// <param name="At">When it was reported.</param>
public sealed record OtcReportView(
    OtcId Otc,
    HolderId Holder,
    HolderId Counterparty,
    Asset Instrument,
    OrderSide Side,
    Amount Price,
    Tonnes Quantity,
    DateOnly DealtOn,
    OtcSettlement Settlement,
    DateOnly ConfirmBy,
    OtcStatus Status,
    DateTimeOffset At)
{
    /// <summary>A report as it is answered.</summary>
    public static OtcReportView Of(OtcReport one) => new(
        one.Id,
        one.Holder,
        one.Counterparty,
        one.Terms.Instrument,
        one.Terms.Side,
        Amount.Of((Price?)one.Terms.Price)!,
        one.Terms.Quantity,
        one.DealtOn,
        one.Settlement,
        one.ConfirmBy,
        one.Status,
        one.At);
}

/// <summary>What was traded in one mode.</summary>
/// <param name="Mode">How.</param>
/// <param name="Volume">Tonnes.</param>
/// <param name="Amount">What they cost, without fees.</param>
/// <param name="Trades">How many trades.</param>
/// <param name="Average">Price on average in whole units of the currency; left out without trades.</param>
public sealed record VolumeView(TradingMode Mode, Tonnes Volume, Amount Amount, int Trades, decimal? Average);

/// <summary>Volume by mode and venue.</summary>
/// <param name="From">The first day counted.</param>
/// <param name="To">The last day counted.</param>
/// <param name="Modes">Each mode in which trades are made.</param>
/// <param name="Volume">All of them.</param>
/// <param name="Amount">What it cost, without fees.</param>
/// <param name="AtVenue">Of the volume, what was traded at the venue.</param>
/// <param name="Outside">Of the volume, what was dealt outside and reported.</param>
/// <param name="OutsideShare">Outside / volume, two digits; left out without trades.</param>
/// <param name="Average">Price on average in whole units of the currency; left out without trades.</param>
public sealed record VolumeSplitView(
    DateOnly From,
    DateOnly To,
    IReadOnlyList<VolumeView> Modes,
    Tonnes Volume,
    Amount Amount,
    Tonnes AtVenue,
    Tonnes Outside,
    Percent? OutsideShare,
    decimal? Average)
{
    /// <summary>The split as it is answered.</summary>
    public static VolumeSplitView Of(SchemeState state, Asset? instrument, DateOnly from, DateOnly to)
    {
        var split = Volumes.Of(state, instrument, from, to);
        return new VolumeSplitView(
            from,
            to,
            [.. split.Modes.Select(line => new VolumeView(
                line.Mode, line.Volume, Shapes.Amount.Of((Money?)line.Amount)!, line.Trades, line.Average))],
            split.Volume,
            Shapes.Amount.Of((Money?)split.Amount)!,
            split.AtVenue,
            split.Outside,
            split.OutsideShare,
            split.Average);
    }
}
