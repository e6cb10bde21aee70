using Tanheng.Ledger;
using Tanheng.Market.Surveillance;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Supervision;

/// <summary>What only a whole day gives to notice: marking the close, concentration.</summary>
internal sealed partial class Detection
{
    /// <summary>Looks at the day that closes, instrument by instrument.</summary>
    public void OnClose(DateOnly closing)
    {
        if (rule is null || (rule.CloseMarking ?? (Rule?)rule.Concentration) is null)
        {
            return;
        }

        var (trades, main) = (TradesOf(closing), state.Rules.Trading!.Main.Mode);
        foreach (var group in trades.GroupBy(trade => trade.Instrument)
            .OrderBy(group => group.Key.Code, StringComparer.Ordinal))
        {
            if (InForce(rule.CloseMarking) is { } marking)
            {
                Marked(marking, closing, group.Key, Fills(group.Where(trade => trade.Mode == main)));
            }

            if (InForce(rule.Concentration) is { } concentration)
            {
                Concentrated(concentration, group.Key, Fills(group));
            }
        }
    }

    private List<Trade> TradesOf(DateOnly closing)
    {
        var trades = new List<Trade>();
        for (var i = state.Trading.Trades.Count - 1; i >= 0; i--)
        {
            if (state.Rules.Calendar.Day(state.Trading.Trades[i].At) != closing)
            {
                break;
            }

            trades.Add(state.Trading.Trades[i]);
        }

        trades.Reverse();
        return trades;
    }

    private List<Fill> Fills(IEnumerable<Trade> trades) =>
        [.. trades.Select(trade => new Fill(
            trade.Id.Value,
            trade.At,
            trade.Price.Minor,
            trade.Quantity.Value,
            Watch.HolderOf(state, trade.Buyer).Value,
            Watch.HolderOf(state, trade.Seller).Value))];

    private void Marked(CloseMarkingRule marking, DateOnly closing, Asset instrument, List<Fill> fills)
    {
        var trading = state.Rules.Trading!;
        if (trading.EndOf(trading.Main, closing) is not { } end)
        {
            return;
        }

        var from = state.Rules.Calendar.Moment(closing.ToDateTime(end)).AddMinutes(-marking.Minutes);
        var found = CloseMarking.Find(
            fills,
            from,
            state.Trading.Instruments[instrument].Reference.Minor,
            marking.AtLeast.Value,
            marking.Move,
            marking.Share);
        foreach (var marker in found?.Markers ?? [])
        {
            var holder = new HolderId(marker.Holder);
            Raise(AlertKind.CloseMarking, instrument, [holder], marking, "close_marking", () => new(
                [
                    new(Measure.Move, found!.MoveBasisPoints, Shares.BasisPoints(marking.Move)),
                    new(
                        Measure.Share,
                        Shares.BasisPoints(marker.Quantity, found.Volume),
                        Shares.BasisPoints(marking.Share)),
                    new(Measure.Volume, found.Volume, marking.AtLeast.Value),
                    new(Measure.Traded, marker.Quantity),
                    new(Measure.Minutes, marking.Minutes),
                ],
                [.. marker.Trades.Select(id => new TradeId(id))],
                []));
        }
    }

    private void Concentrated(ConcentrationRule concentration, Asset instrument, List<Fill> fills)
    {
        foreach (var one in Concentration.Find(fills, concentration.AtLeast.Value, concentration.Share))
        {
            var volume = fills.Sum(fill => fill.Quantity);
            var holder = new HolderId(one.Holder);
            Raise(AlertKind.Concentration, instrument, [holder], concentration, "concentration", () => new(
                [
                    new(
                        Measure.Share,
                        Shares.BasisPoints(one.Quantity, volume),
                        Shares.BasisPoints(concentration.Share)),
                    new(Measure.Traded, one.Quantity),
                    new(Measure.Volume, volume, concentration.AtLeast.Value),
                ],
                [.. one.Trades.Select(id => new TradeId(id))],
                []));
        }
    }
}
