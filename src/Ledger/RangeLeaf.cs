using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.InteropServices;
using Tanheng.Quantities;

namespace Tanheng.Ledger;

/// <summary>
/// A run of up to <see cref="Capacity"/> ascending ranges. The lowest one is kept inside, so that a single range needs
/// no array and a search among leaves does not leave the array of leaves.
/// </summary>
internal struct RangeLeaf
{
    /// <summary>Two kilobytes of ranges: small enough to shift, large enough to keep the index short.</summary>
    public const int Capacity = 128;

    private const int Smallest = 4;
    private SerialRange lowest;
    private SerialRange[]? items;

    /// <summary>How many ranges.</summary>
    public int Count { get; private set; }

    /// <summary>The lowest serial; 0 when empty.</summary>
    public readonly long First => lowest.First;

    /// <summary>The ranges, ascending.</summary>
    [UnscopedRef]
    public Span<SerialRange> Ranges =>
        items is null ? MemoryMarshal.CreateSpan(ref lowest, Count) : items.AsSpan(0, Count);

    /// <summary>The index of the last range that starts at or before a serial; −1 when all start after it.</summary>
    public int IndexOf(long serial)
    {
        var ranges = Ranges;
        var (low, high) = (0, ranges.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            if (ranges[middle].First <= serial)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return high;
    }

    /// <summary>Puts another range in a range's stead.</summary>
    public void Set(int index, SerialRange range)
    {
        Ranges[index] = range;
        if (index == 0)
        {
            lowest = range;
        }
    }

    /// <summary>Puts a range before the one at <paramref name="index"/>; the leaf is not full.</summary>
    public void Insert(int index, SerialRange range)
    {
        if (items is null && Count > 0)
        {
            items = new SerialRange[Smallest];
            items[0] = lowest;
        }
        else if (items is not null && Count == items.Length)
        {
            Array.Resize(ref items, Count * 2);
        }

        Count++;
        var ranges = Ranges;
        ranges[index..^1].CopyTo(ranges[(index + 1)..]);
        Set(index, range);
    }

    /// <summary>Takes a range out.</summary>
    public void RemoveAt(int index)
    {
        var ranges = Ranges;
        ranges[(index + 1)..].CopyTo(ranges[index..]);
        Shorten(Count - 1);
    }

    /// <summary>Moves the ranges from <paramref name="index"/> on into a new leaf.</summary>
    public RangeLeaf SplitOff(int index)
    {
        var upper = default(RangeLeaf);
        upper.Append(Ranges[index..]);
        Shorten(index);
        return upper;
    }

    /// <summary>Adds higher ranges at the end; there is room.</summary>
    public void Append(ReadOnlySpan<SerialRange> higher)
    {
        var count = Count + higher.Length;
        if (count > 1 && (items is null || count > items.Length))
        {
            var grown = new SerialRange[Math.Max(Smallest, (int)BitOperations.RoundUpToPowerOf2((uint)count))];
            Ranges.CopyTo(grown);
            items = grown;
        }

        var old = Count;
        Count = count;
        higher.CopyTo(Ranges[old..]);
        lowest = count > 0 ? Ranges[0] : default;
    }

    private void Shorten(int count)
    {
        lowest = count > 0 ? Ranges[0] : default;
        Count = count;
        if (count == 0)
        {
            items = null;
        }
        else if (items!.Length > Smallest && count * 4 <= items.Length)
        {
            Array.Resize(ref items, items.Length / 2);
        }
    }
}
