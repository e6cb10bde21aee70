using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Trading;

/// <summary>持仓: what a holder has of an instrument, and the bounds the rulebook sets.</summary>
public static class Positions
{
    /// <summary>Units in all accounts of the holder, whatever keeps them.</summary>
    public static Tonnes Of(SchemeState state, HolderId holder, Asset instrument) => new(
        Accounts.Of(state, holder).Sum(account => state.Ledger.Total(account.Id, instrument)));

    /// <summary>
    /// 大户: holders whose position reaches the threshold, the largest first; nobody where none is set.
    /// </summary>
    public static IReadOnlyList<(HolderId Holder, Tonnes Position)> LargeTraders(SchemeState state, Asset instrument) =>
        state.Rules.Trading?.Positions.LargeTrader is not { } least
            ? []
            : [.. state.Registry.Holders.Keys
                .Select(holder => (holder, Of(state, holder, instrument)))
                .Where(one => one.Item2 >= least)
                .OrderByDescending(one => one.Item2).ThenBy(one => one.holder.Value)];

    /// <summary>
    /// Null when a purchase keeps the holder within the maximum: its position, what its open orders may still bring,
    /// and this. <paramref name="replaced"/> is a negotiation whose terms are about to be replaced.
    /// </summary>
    internal static Refusal? Check(
        SchemeState state, HolderId holder, Asset instrument, Tonnes quantity, BlockId? replaced = null)
    {
        if (state.Rules.Trading!.Positions.Maximum is not { } limit)
        {
            return null;
        }

        var after = Expected(state, holder, instrument, replaced) + quantity.Value;
        return after > limit.Value
            ? TradingRefusals.PositionLimit.With(
                ("instrument", instrument), ("position", after), ("limit", limit))
            : null;
    }

    /// <summary>What a holder may still buy within the maximum; without one, any number of tonnes.</summary>
    internal static long Room(SchemeState state, HolderId holder, Asset instrument) =>
        state.Rules.Trading!.Positions.Maximum is { } limit
            ? (long)Int128.Max(0, limit.Value - Expected(state, holder, instrument, null))
            : long.MaxValue;

    private static Int128 Expected(SchemeState state, HolderId holder, Asset instrument, BlockId? replaced)
    {
        var after = (Int128)Of(state, holder, instrument).Value;
        foreach (var order in state.Trading.Orders.Values)
        {
            var counts = order.Holder == holder && order.Instrument == instrument && order.Side == OrderSide.Buy;
            after += counts ? order.Open.Value : 0;
        }

        foreach (var party in state.Trading.Blocks.Values
            .Where(talk => talk.Instrument == instrument && talk.Id != replaced).SelectMany(talk => talk.Parties))
        {
            after += party.Holder == holder && party.Side == OrderSide.Buy ? party.Terms.Quantity.Value : 0;
        }

        return after + ModeKeeping.Buying(state, holder, instrument);
    }
}
