using System.Runtime.InteropServices;
using Tanheng.Quantities;

namespace Tanheng.Ledger;

/// <summary>The serials of one holding, mutable: ascending disjoint ranges, neighbours joined.</summary>
internal sealed class RangeSet
{
    private readonly List<SerialRange> ranges = [];

    public ReadOnlySpan<SerialRange> Ranges => CollectionsMarshal.AsSpan(ranges);

    public RangeSet Clone()
    {
        var clone = new RangeSet();
        clone.ranges.AddRange(ranges);
        return clone;
    }

    /// <summary>The lowest serials, without taking them; the caller knows there are enough.</summary>
    public SerialSet Lowest(long count)
    {
        var taken = new List<SerialRange>();
        foreach (var range in ranges)
        {
            if (count == 0)
            {
                break;
            }

            var part = range.Split(Math.Min(count, range.Count)).Taken;
            taken.Add(part);
            count -= part.Count;
        }

        return SerialSet.FromAscending(CollectionsMarshal.AsSpan(taken));
    }

    /// <summary>True when every serial is here.</summary>
    public bool Contains(SerialSet serials)
    {
        foreach (var range in serials.Ranges)
        {
            var index = IndexOfLastStartingAtOrBefore(range.First);
            if (index < 0 || ranges[index].Last < range.Last)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Adds serials that are not here.</summary>
    public void Add(SerialSet serials)
    {
        foreach (var range in serials.Ranges)
        {
            Add(range);
        }
    }

    /// <summary>Removes serials that are all here.</summary>
    public void Remove(SerialSet serials)
    {
        foreach (var range in serials.Ranges)
        {
            Remove(range);
        }
    }

    private void Add(SerialRange range)
    {
        var index = IndexOfLastStartingAtOrBefore(range.First);
        var (first, count) = (range.First, range.Count);
        if (index >= 0 && ranges[index].End == first)
        {
            (first, count) = (ranges[index].First, ranges[index].Count + count);
            ranges.RemoveAt(index--);
        }

        if (index + 1 < ranges.Count && ranges[index + 1].First == first + count)
        {
            count += ranges[index + 1].Count;
            ranges.RemoveAt(index + 1);
        }

        ranges.Insert(index + 1, new SerialRange(first, count));
    }

    private void Remove(SerialRange range)
    {
        var index = IndexOfLastStartingAtOrBefore(range.First);
        var (before, rest) = ranges[index].Split(range.First - ranges[index].First);
        var after = rest.Split(range.Count).Left;
        ranges.RemoveAt(index);
        if (!after.IsEmpty)
        {
            ranges.Insert(index, after);
        }

        if (!before.IsEmpty)
        {
            ranges.Insert(index, before);
        }
    }

    private int IndexOfLastStartingAtOrBefore(long serial)
    {
        var (low, high) = (0, ranges.Count - 1);
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
}
