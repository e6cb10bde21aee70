extern alias Exchange;

using System.Text.Json.Serialization;
using Exchange::Tanheng.Market.Bars;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Trading;

namespace Tanheng.Web.Api.Shapes;

/// <summary>A stretch of time of an instrument or composite in a mode. Prices are in minor units for a tonne.</summary>
/// <param name="Instrument">Units with their vintage, or a family: its composite.</param>
/// <param name="Mode">How.</param>
/// <param name="Width">How long.</param>
/// <param name="Start">Its first moment.</param>
/// <param name="Day">The day of the market that it begins on.</param>
/// <param name="Open">The first price; of days without listed trades the previous close.</param>
/// <param name="High">The highest price.</param>
/// <param name="Low">The lowest price.</param>
/// <param name="Close">
/// The last price; of listed days, weeks and months the closing price: the average of the last day's trades weighted by
/// quantity, or the previous close.
/// </param>
/// <param name="Average">Turnover / volume, rounded half up to a minor unit; left out without trades.</param>
/// <param name="Volume">What was traded.</param>
/// <param name="Turnover">What it cost, without fees.</param>
/// <param name="Trades">How many trades.</param>
public sealed record CandleView(
    string Instrument,
    TradingMode Mode,
    BarWidth Width,
    DateTimeOffset Start,
    DateOnly Day,
    Amount Open,
    Amount High,
    Amount Low,
    Amount Close,
    Amount? Average,
    Tonnes Volume,
    Amount Turnover,
    int Trades)
{
    /// <summary>Its first moment on the market's clock.</summary>
    [JsonIgnore]
    internal DateTime Local { get; private init; }

    /// <summary>A bar as it is answered.</summary>
    public static CandleView Of(SchemeState state, string code, TradingMode mode, BarWidth width, in Bar bar) => new(
        code,
        mode,
        width,
        state.Rules.Calendar.Moment(bar.Start),
        DateOnly.FromDateTime(bar.Start),
        Amount.Of((Price?)bar.Open)!,
        Amount.Of((Price?)bar.High)!,
        Amount.Of((Price?)bar.Low)!,
        Amount.Of((Price?)bar.Close)!,
        Amount.Of(bar.Average(Rounding.HalfUp)),
        bar.Volume,
        Amount.Of((Money?)bar.Turnover)!,
        bar.Trades)
    {
        Local = bar.Start,
    };
}

/// <summary>
/// 综合行情: all vintages of a family together, in the mode that makes the close. Prices are in minor units for a tonne;
/// those of today are left out before its first trade.
/// </summary>
/// <param name="Instrument">The family.</param>
/// <param name="Day">The trading day under way; left out between two days.</param>
/// <param name="PreviousClose">The composite close of the day before; left out before the first.</param>
/// <param name="Last">The price of today's last trade of any vintage.</param>
/// <param name="Open">Of the first one.</param>
/// <param name="High">The highest.</param>
/// <param name="Low">The lowest.</param>
/// <param name="Average">
/// Σ turnover / Σ quantity of today's trades of all vintages: the composite close, if nothing more is traded.
/// </param>
/// <param name="Volume">Of today's trades.</param>
/// <param name="Turnover">What they cost.</param>
/// <param name="Trades">How many.</param>
/// <param name="BlockVolume">Of today's block trades.</param>
/// <param name="BlockTurnover">What they cost.</param>
/// <param name="BlockTrades">How many.</param>
/// <param name="TotalVolume">Ever traded.</param>
public sealed record CompositeView(
    string Instrument,
    DateOnly? Day,
    Amount? PreviousClose,
    Amount? Last,
    Amount? Open,
    Amount? High,
    Amount? Low,
    Amount? Average,
    Tonnes Volume,
    Amount Turnover,
    int Trades,
    Tonnes BlockVolume,
    Amount BlockTurnover,
    int BlockTrades,
    Tonnes TotalVolume)
{
    /// <summary>A composite as it is answered.</summary>
    public static CompositeView Of(SchemeState state, string family, Tape? tape)
    {
        var (today, block) = (tape?.Today(state.Rules.Trading!.Main.Mode), tape?.Today(TradingMode.Block));
        var nothing = Money.Zero(state.Rules.Currency);
        Price? average = today is { } bar
            ? TradingDays.Average(state.Rules.Trading!, bar.Turnover, bar.Volume)
            : null;
        return new CompositeView(
            family,
            state.Trading.Day,
            Amount.Of(tape?.PreviousClose),
            Amount.Of(today?.Close),
            Amount.Of(today?.Open),
            Amount.Of(today?.High),
            Amount.Of(today?.Low),
            Amount.Of(average),
            today?.Volume ?? Tonnes.Zero,
            Amount.Of((Money?)(today?.Turnover ?? nothing))!,
            today?.Trades ?? 0,
            block?.Volume ?? Tonnes.Zero,
            Amount.Of((Money?)(block?.Turnover ?? nothing))!,
            block?.Trades ?? 0,
            tape?.Volume ?? Tonnes.Zero);
    }
}

/// <summary>What of an instrument is held but not free, over all accounts.</summary>
/// <param name="Instrument">Units with their vintage.</param>
/// <param name="Encumbered">Pledged and frozen: others have a right to it.</param>
/// <param name="Pledged">质押: promised to lenders.</param>
/// <param name="Frozen">冻结: kept by courts, authorities or pending applications.</param>
/// <param name="OnOrder">委托占用: promised to open orders.</param>
/// <param name="Unsettled">未交收: bought, free on the next trading day.</param>
public sealed record EncumberedView(
    Asset Instrument, Tonnes Encumbered, Tonnes Pledged, Tonnes Frozen, Tonnes OnOrder, Tonnes Unsettled)
{
    /// <summary>What the ledger has counted.</summary>
    public static EncumberedView Of(Ledger.Ledger ledger, Asset asset)
    {
        Tonnes Of(Compartment compartment) => new(ledger.Kept(asset, compartment));
        var (pledged, frozen) = (Of(Compartment.Pledged), Of(Compartment.Frozen));
        return new EncumberedView(
            asset, pledged + frozen, pledged, frozen, Of(Compartment.OnOrder), Of(Compartment.Unsettled));
    }
}
