using System.Buffers.Binary;
using Tanheng.Quantities;

namespace Tanheng.Market.Books;

/// <summary>What a book tells.</summary>
public sealed partial class OrderBook
{
    /// <summary>Resting orders.</summary>
    public int Count => pool.Count;

    /// <summary>Resting orders there is room for before arrays grow.</summary>
    public int Room => pool.Room;

    /// <summary>The best price of a side in ticks, or null.</summary>
    public int? Best(Side side) => Of(side) is { Count: > 0 } ladder ? ladder.Flip(ladder.Best) : null;

    /// <summary>How many prices a side has.</summary>
    public int Levels(Side side) => Of(side).Count;

    /// <summary>Fills in the best levels of a side, the best first; gives how many there were.</summary>
    public int Depth(Side side, Span<DepthLevel> levels)
    {
        var ladder = Of(side);
        var count = 0;
        for (var at = ladder.Best; at != Ladder.None && count < levels.Length; at = ladder.After(at))
        {
            ref var level = ref ladder[at];
            levels[count++] = new DepthLevel(ladder.Flip(at), level.Total, level.Count);
        }

        return count;
    }

    /// <summary>The orders of a side by priority, as long as the book does not change.</summary>
    public IEnumerable<RestingOrder> Orders(Side side)
    {
        var ladder = Of(side);
        for (var at = ladder.Best; at != Ladder.None; at = ladder.After(at))
        {
            for (var slot = ladder[at].Head; slot != 0; slot = pool[slot].Next)
            {
                yield return View(slot);
            }
        }
    }

    /// <summary>A resting order by id, or null.</summary>
    public RestingOrder? Find(long id) => index.Find(id) is not 0 and var slot ? View(slot) : null;

    /// <summary>
    /// SHA-256 over all that matters: bids, then asks, each by priority; of each order side, id, owner, price and
    /// quantity as 64 bits, lowest byte first. How the book came to hold them is not in it.
    /// </summary>
    public Digest ContentHash()
    {
        var bytes = new byte[Count * 40];
        var rest = bytes.AsSpan();
        foreach (var order in Orders(Side.Buy).Concat(Orders(Side.Sell)))
        {
            foreach (var value in (ReadOnlySpan<long>)
                [(long)order.Side, order.Id, order.Owner, order.Price, order.Quantity])
            {
                BinaryPrimitives.WriteInt64LittleEndian(rest, value);
                rest = rest[8..];
            }
        }

        return Digest.Of(bytes);
    }

    /// <summary>
    /// What does not hold, in words; nothing when all is well. Queues and index hold the same orders, no level is
    /// empty, totals and counts are sums, quantities are above zero, and the best level is the first. Reads everything.
    /// </summary>
    public IReadOnlyList<string> Check()
    {
        var found = new List<string>();
        var orders = Check(Side.Buy, found) + Check(Side.Sell, found);
        if (orders != Count || index.Count != Count)
        {
            found.Add($"{orders} orders in queues, {index.Count} in the index, {Count} counted");
        }

        return found;
    }

    private int Check(Side side, List<string> found)
    {
        var ladder = Of(side);
        var (levels, orders) = (0, 0);
        var first = ladder.After(-1);
        if (first != ladder.Best)
        {
            found.Add($"{side}: the best level is {first}, not {ladder.Best}");
        }

        for (var at = first; at != Ladder.None; at = ladder.After(at), levels++)
        {
            ref var level = ref ladder[at];
            var (total, count, last) = (0L, 0, 0);
            for (var slot = level.Head; slot != 0; last = slot, slot = pool[slot].Next, count++)
            {
                ref var order = ref pool[slot];
                total += order.Quantity;
                var isThere = order.Side == side && order.Level == at && order.Quantity > 0
                    && index.Find(order.Id) == slot && (last == 0 || order.Previous == last);
                if (!isThere)
                {
                    found.Add($"{side} {ladder.Flip(at)}: order {order.Id} is out of place");
                }
            }

            orders += count;
            if (count == 0 || level.Count != count || level.Total != total || level.Tail != last)
            {
                found.Add(
                    $"{side} {ladder.Flip(at)}: {level.Count} orders of {level.Total} t, in truth {count} of {total}");
            }
        }

        if (levels != ladder.Count)
        {
            found.Add($"{side}: {levels} levels, {ladder.Count} counted");
        }

        return orders;
    }

    private RestingOrder View(int slot)
    {
        ref var order = ref pool[slot];
        return new RestingOrder(order.Id, order.Owner, order.Side, PriceOf(slot), order.Quantity);
    }
}
