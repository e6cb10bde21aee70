using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tanheng.Market.Books;

/// <summary>
/// From id to slot. Ids count up, so neighbours are kept side by side: pages of 256 consecutive ids, and a small hash
/// table (open addressing, linear probing) from page number to page. Ids far apart work as well and cost a page each.
/// A page without a live id is used again, so memory follows the number of live orders and not of all ids ever seen.
/// </summary>
internal sealed class OrderIndex
{
    private const int PageBits = 8;
    private const int PageSize = 1 << PageBits;

    private Entry[] table;
    private int shift;
    private int used;
    private int[] cells;
    private int freshPage;
    private int freePage = -1;

    public OrderIndex(int orders)
    {
        var pages = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(8, orders / PageSize * 2));
        table = new Entry[pages * 2];
        shift = 64 - BitOperations.Log2((uint)table.Length);
        cells = new int[pages * PageSize];
    }

    /// <summary>A page in the table; without live ids the entry is empty.</summary>
    private struct Entry
    {
        public long Number;
        public int First;
        public int Live;
    }

    /// <summary>Live ids.</summary>
    public long Count
    {
        get
        {
            long count = 0;
            foreach (var entry in table)
            {
                count += entry.Live;
            }

            return count;
        }
    }

    /// <summary>The pages there is room for.</summary>
    public int Pages => cells.Length / PageSize;

    /// <summary>The slot of a live id, or 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(long id)
    {
        ref var entry = ref Locate(id >> PageBits);
        return entry.Live == 0 ? 0 : cells[entry.First + (int)(id & (PageSize - 1))];
    }

    /// <summary>Adds an id that is not live.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(long id, int slot)
    {
        ref var entry = ref Locate(id >> PageBits);
        if (entry.Live == 0)
        {
            entry = ref Open(id >> PageBits);
        }

        entry.Live++;
        cells[entry.First + (int)(id & (PageSize - 1))] = slot;
    }

    /// <summary>Removes a live id.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Remove(long id)
    {
        ref var entry = ref Locate(id >> PageBits);
        cells[entry.First + (int)(id & (PageSize - 1))] = 0;
        if (--entry.Live == 0)
        {
            Close(ref entry);
        }
    }

    /// <summary>The entry of a page, or the empty one where it would go.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref Entry Locate(long number)
    {
        var entries = table;
        var at = Home(number);
        while (true)
        {
            ref var entry = ref entries[at];
            if (entry.Number == number || entry.Live == 0)
            {
                return ref entry;
            }

            at = (at + 1) & (entries.Length - 1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Home(long number) => unchecked((int)(((ulong)number * 0x9E3779B97F4A7C15) >> shift));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ref Entry Open(long number)
    {
        if (used * 2 >= table.Length)
        {
            Rehash();
        }

        var page = freePage;
        if (page >= 0)
        {
            freePage = cells[page];
            cells[page] = 0;
        }
        else
        {
            if (freshPage == cells.Length)
            {
                Array.Resize(ref cells, cells.Length * 2);
            }

            page = freshPage;
            freshPage += PageSize;
        }

        used++;
        ref var entry = ref Locate(number);
        entry.Number = number;
        entry.First = page;
        return ref entry;
    }

    /// <summary>Gives a page back and closes the gap, so that no search ends too early.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Close(ref Entry entry)
    {
        cells[entry.First] = freePage;
        freePage = entry.First;
        used--;
        var mask = table.Length - 1;
        var gap = Home(entry.Number);
        while (!Unsafe.AreSame(ref table[gap], ref entry))
        {
            gap = (gap + 1) & mask;
        }

        for (var at = (gap + 1) & mask; table[at].Live != 0; at = (at + 1) & mask)
        {
            // An entry may move into the gap unless its own home lies behind the gap.
            if (((at - Home(table[at].Number)) & mask) >= ((at - gap) & mask))
            {
                table[gap] = table[at];
                gap = at;
            }
        }

        table[gap] = default;
    }

    private void Rehash()
    {
        var old = table;
        table = new Entry[old.Length * 2];
        shift--;
        foreach (var entry in old)
        {
            if (entry.Live != 0)
            {
                Locate(entry.Number) = entry;
            }
        }
    }
}
