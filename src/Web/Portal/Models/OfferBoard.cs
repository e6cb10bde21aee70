using System.Globalization;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Trading;

namespace Tanheng.Web.Portal.Models;

/// <summary>A line of the statistics.</summary>
/// <param name="What">The mode, or the total.</param>
/// <param name="Volume">Tonnes.</param>
/// <param name="Amount">What they cost.</param>
/// <param name="Trades">How many trades.</param>
/// <param name="Average">Price on average; null without trades.</param>
public sealed record VolumeRow(Text What, Tonnes Volume, Money Amount, int Trades, string? Average);

/// <summary>What the public page of offers and intentions shows; it names nobody.</summary>
/// <param name="IsOpen">False until the exchange is opened.</param>
/// <param name="Day">The trading day under way, or the last one.</param>
/// <param name="Offers">
/// Open priced offers, the best of each side first; null where there are none in this market.
/// </param>
/// <param name="Intentions">Open intentions; null where there are none in this market.</param>
/// <param name="Today">Volume of the day.</param>
/// <param name="All">Volume of all days.</param>
/// <param name="Digits">Digits after the point of an average.</param>
public sealed record OfferBoard(
    bool IsOpen,
    DateOnly? Day,
    IReadOnlyList<PricedOffer>? Offers,
    IReadOnlyList<Intention>? Intentions,
    VolumeSplit Today,
    VolumeSplit All,
    int Digits)
{
    private const int Most = 200;

    /// <summary>Reads it; null where the rulebook has none of these modes.</summary>
    public static OfferBoard? Of(SchemeState state)
    {
        if (state.Rules.Trading is not { } trading || Entities.Models.DealsView.ModesOf(trading).Count == 0)
        {
            return null;
        }

        var day = state.Trading.Day ?? state.Trading.LastDay;
        var modes = state.Trading.Modes;
        return new OfferBoard(
            state.Trading.Fees is not null,
            day,
            trading.Priced is null ? null
                : [.. state.Trading.Instruments.Keys.OrderBy(asset => asset.Code, StringComparer.Ordinal)
                    .SelectMany(asset => new[] { OrderSide.Sell, OrderSide.Buy }
                        .SelectMany(side => PricedTaking.InOrder(state, asset, side).Take(Most)))],
            trading.Intention is null ? null
                : [.. modes.Intentions.Values.Where(one => one.Status == IntentionStatus.Open)
                    .OrderBy(one => one.Id.Value).Take(Most)],
            Volumes.Of(state, null, day ?? default, day ?? default),
            Volumes.Of(state, null, default, DateOnly.MaxValue),
            Volumes.Digits(trading, state.Rules.Currency));
    }

    /// <summary>The modes, and all together where there are several.</summary>
    public IReadOnlyList<VolumeRow> Rows(VolumeSplit split)
    {
        var form = "#,0." + new string('0', Digits);
        string? Shown(decimal? average) => average?.ToString(form, CultureInfo.InvariantCulture);
        return
        [
            .. split.Modes.Select(line => new VolumeRow(
                Names.Of(line.Mode), line.Volume, line.Amount, line.Trades, Shown(line.Average))),
            new VolumeRow(
                Words.Total, split.Volume, split.Amount, split.Modes.Sum(line => line.Trades), Shown(split.Average)),
        ];
    }
}
