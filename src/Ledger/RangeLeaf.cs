using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.InteropServices;
using Tanheng.Quantities;

namespace Tanheng.Ledger;

/// <summary>
/// A run of up to <see cref="Capacity"/> ascending ranges. The lowest one is kept inside, so that a single range needs
/// no array and a search among leaves does not leave the array of leaves. The others have room on both sides, because
/// serials leave and come mostly at the low end: what shifts is the shorter side.
/// </summary>
internal struct RangeLeaf
{
    /// <summary>Two kilobytes of ranges: small enough to shift, large enough to keep the index short.</summary>
    public const int Capacity = 128;

    private const int Smallest = 4;
    private SerialRange lowest;
    private SerialRange[]? items;
    private int start;

    /// <summary>How many ranges.</summary>
    public int Count { get; private set; }

    /// <summary>The lowest serial; 0 when empty.</summary>
    public readonly long First => lowest.First;

    /// <summary>The ranges, ascending.</summary>
    [UnscopedRef]
    public Span<SerialRange> Ranges =>
        items is null ? MemoryMarshal.CreateSpan(ref lowest, Count) : items.AsSpan(start, Count);

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
        var isLow = index < Count - index;
        MakeRoom(isLow);
        if (isLow)
        {
            start--;
            Count++;
            Ranges[1..(index + 1)].CopyTo(Ranges);
        }
        else
        {
            Count++;
            Ranges[index..^1].CopyTo(Ranges[(index + 1)..]);
        }

        Set(index, range);
        lowest = Ranges[0];
    }

    /// <summary>Takes ranges out.</summary>
    public void RemoveAt(int index, int count)
    {
        var ranges = Ranges;
        if (items is not null && index < Count - index - count)
        {
            ranges[..index].CopyTo(ranges[count..]);
            start += count;
        }
        else
        {
            ranges[(index + count)..].CopyTo(ranges[index..]);
        }

        Shorten(Count - count);
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
        var old = Count;
        var count = old + higher.Length;
        if (count > 1 && (items is null || count > items.Length))
        {
            Resize(Math.Max(Smallest, (int)BitOperations.RoundUpToPowerOf2((uint)count)));
        }

        Slide(0);
        Count = count;
        higher.CopyTo(Ranges[old..]);
        lowest = count > 0 ? Ranges[0] : default;
    }

    /// <summary>Puts other ranges in the stead of all.</summary>
    public void Replace(ReadOnlySpan<SerialRange> ranges)
    {
        Count = 0;
        Append(ranges);
    }

    private void Shorten(int count)
    {
        if (items is null)
        {
            (Count, lowest) = count == 0 ? (0, default) : (Count, lowest);
            return;
        }

        Count = count;
        if (count == 0)
        {
            (items, start, lowest) = (null, 0, default);
            return;
        }

        lowest = Ranges[0];
        if (items.Length > Smallest && count * 4 <= items.Length)
        {
            Resize(items.Length / 2);
        }
    }

    /// <summary>Sees to it that one more range fits below or above the others.</summary>
    private void MakeRoom(bool below)
    {
        if (items is null)
        {
            if (Count > 0)
            {
                Resize(Smallest);
            }
        }
        else if (Count == items.Length)
        {
            Resize(Count * 2);
        }

        if (items is not null && (below ? start == 0 : start + Count == items.Length))
        {
            Slide((items.Length - Count + (below ? 1 : 0)) / 2);
        }
    }

    private void Resize(int capacity)
    {
        var resized = new SerialRange[capacity];
        var margin = (capacity - Count) / 2;
        Ranges.CopyTo(resized.AsSpan(margin));
        (items, start) = (resized, margin);
    }

    private void Slide(int to)
    {
        if (items is not null && start != to)
        {
            Array.Copy(items, start, items, to, Count);
            start = to;
        }
    }
}
