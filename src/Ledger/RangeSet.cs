using System.Runtime.InteropServices;
using Tanheng.Quantities;

namespace Tanheng.Ledger;

/// <summary>
/// The serials of one holding, mutable: ascending disjoint ranges, neighbours joined, so that consecutive serials are
/// always in one range. Most holdings are a range or two; a surrender account is a hundred thousand. So the ranges lie
/// in leaves of bounded size under one flat index: nothing shifts more than a leaf, and a small set is one leaf.
/// </summary>
internal sealed class RangeSet
{
    /// <summary>A leaf below this size is merged with its neighbour when both fit in half a leaf.</summary>
    private const int Sparse = RangeLeaf.Capacity / 4;

    /// <summary>From so many ranges on, one pass over a leaf is cheaper than as many insertions.</summary>
    private const int Few = 4;

    private RangeLeaf root;
    private RangeLeaf[]? leaves;
    private int leafCount = 1;

    /// <summary>True when there is no serial.</summary>
    public bool IsEmpty => Leaves[0].Count == 0;

    /// <summary>How many ranges.</summary>
    public int RangeCount
    {
        get
        {
            var count = 0;
            foreach (ref var leaf in Leaves)
            {
                count += leaf.Count;
            }

            return count;
        }
    }

    /// <summary>The leaves; none is empty but the only one.</summary>
    internal Span<RangeLeaf> Leaves =>
        leaves is null ? MemoryMarshal.CreateSpan(ref root, 1) : leaves.AsSpan(0, leafCount);

    /// <summary>
    /// Reads the ranges that reach to <paramref name="serial"/> or beyond, ascending; the first one whole.
    /// </summary>
    public RangeCursor From(long serial) => new(this, serial);

    /// <summary>Everything, as a value.</summary>
    public SerialSet ToSet()
    {
        var all = new SerialRange[RangeCount];
        var filled = 0;
        foreach (ref var leaf in Leaves)
        {
            leaf.Ranges.CopyTo(all.AsSpan(filled));
            filled += leaf.Count;
        }

        return SerialSet.Adopt(all);
    }

    /// <summary>The lowest serials, without taking them; the caller knows there are enough.</summary>
    public SerialSet Lowest(long count)
    {
        var first = Leaves[0].Ranges[0];
        if (first.Count >= count)
        {
            return SerialSet.Of(new SerialRange(first.First, count));
        }

        var ranges = 0;
        var rest = count;
        for (var cursor = From(1); rest > 0 && cursor.Next(out var range); ranges++)
        {
            rest -= range.Count;
        }

        var taken = new SerialRange[ranges];
        var filled = 0;
        foreach (ref var leaf in Leaves)
        {
            var part = leaf.Ranges[..Math.Min(leaf.Count, ranges - filled)];
            part.CopyTo(taken.AsSpan(filled));
            filled += part.Length;
            if (filled == ranges)
            {
                break;
            }
        }

        taken[^1] = taken[^1].Split(taken[^1].Count + rest).Taken;
        return SerialSet.Adopt(taken);
    }

    /// <summary>The range a serial is in; empty when it is not here.</summary>
    public SerialRange At(long serial)
    {
        var (leaf, index) = Find(serial);
        return index >= 0 && Leaves[leaf].Ranges[index] is var range && serial <= range.Last ? range : default;
    }

    /// <summary>
    /// The serial after the last range that starts below <paramref name="serial"/>; 1 when none does.
    /// </summary>
    public long EndBelow(long serial)
    {
        var (leaf, index) = Find(serial - 1);
        return index < 0 ? 1 : Leaves[leaf].Ranges[index].End;
    }

    /// <summary>True when every serial is here.</summary>
    public bool Contains(SerialRange range) => At(range.First) is { IsEmpty: false } here && range.Last <= here.Last;

    /// <summary>Adds serials that are not here.</summary>
    /// <exception cref="InvalidOperationException">One is here already.</exception>
    public void Add(SerialSet serials)
    {
        var rest = serials.Ranges;
        while (!rest.IsEmpty)
        {
            var run = rest.Length < Few ? 0 : RunInto(FindLeaf(rest[0].First), rest);
            if (run < Few)
            {
                Add(rest[0]);
                run = 1;
            }
            else
            {
                Merge(FindLeaf(rest[0].First), rest[..run]);
            }

            rest = rest[run..];
        }
    }

    /// <summary>Removes serials that are all here.</summary>
    /// <exception cref="InvalidOperationException">One is not here.</exception>
    public void Remove(SerialSet serials)
    {
        var rest = serials.Ranges;
        while (!rest.IsEmpty)
        {
            var (leaf, index) = Find(rest[0].First);
            var run = index < 0 ? 0 : Leaves[leaf].Ranges[index..].CommonPrefixLength(rest);
            if (run == 0)
            {
                Remove(rest[0]);
                run = 1;
            }
            else
            {
                RemoveAt(leaf, index, run);
            }

            rest = rest[run..];
        }
    }

    /// <summary>Adds serials that are not here.</summary>
    /// <exception cref="InvalidOperationException">One is here already.</exception>
    public void Add(SerialRange range)
    {
        var (leaf, index) = Find(range.First);
        ref var here = ref Leaves[leaf];
        var before = index >= 0 ? here.Ranges[index] : default;
        var (nextLeaf, nextIndex) = index + 1 < here.Count ? (leaf, index + 1) : (leaf + 1, 0);
        var after = nextLeaf < Leaves.Length && nextIndex < Leaves[nextLeaf].Count
            ? Leaves[nextLeaf].Ranges[nextIndex]
            : default;
        if (before.Overlaps(range) || after.Overlaps(range))
        {
            throw new InvalidOperationException($"Serials {range} are here already.");
        }

        var joinsBefore = !before.IsEmpty && before.End == range.First;
        var joinsAfter = !after.IsEmpty && range.End == after.First;
        if (joinsBefore)
        {
            here.Set(index, new SerialRange(before.First, before.Count + range.Count + (joinsAfter ? after.Count : 0)));
            if (joinsAfter)
            {
                RemoveAt(nextLeaf, nextIndex);
            }
        }
        else if (joinsAfter)
        {
            Leaves[nextLeaf].Set(nextIndex, new SerialRange(range.First, range.Count + after.Count));
        }
        else
        {
            Insert(leaf, index + 1, range);
        }
    }

    /// <summary>Removes serials that are all here.</summary>
    /// <exception cref="InvalidOperationException">One is not here.</exception>
    public void Remove(SerialRange range)
    {
        var (leaf, index) = Find(range.First);
        var here = index >= 0 ? Leaves[leaf].Ranges[index] : default;
        if (here.IsEmpty || here.Last < range.Last)
        {
            throw new InvalidOperationException($"Serials {range} are not all here.");
        }

        var (below, rest) = here.Split(range.First - here.First);
        var above = rest.Split(range.Count).Left;
        if (below.IsEmpty && above.IsEmpty)
        {
            RemoveAt(leaf, index);
            return;
        }

        Leaves[leaf].Set(index, below.IsEmpty ? above : below);
        if (!below.IsEmpty && !above.IsEmpty)
        {
            Insert(leaf, index + 1, above);
        }
    }

    /// <summary>Where the last range is that starts at or before a serial; index −1 when all start after it.</summary>
    internal (int Leaf, int Index) Find(long serial)
    {
        var leaf = FindLeaf(serial);
        return (leaf, Leaves[leaf].IndexOf(serial));
    }

    private int FindLeaf(long serial)
    {
        var index = Leaves;
        var (low, high) = (1, index.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            if (index[middle].First <= serial)
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

    /// <summary>How many of some ascending ranges lie before the next leaf, without touching it.</summary>
    private int RunInto(int leaf, ReadOnlySpan<SerialRange> ranges)
    {
        var bound = leaf + 1 < leafCount ? Leaves[leaf + 1].First : long.MaxValue;
        var run = 0;
        while (run < ranges.Length && run < RangeLeaf.Capacity && ranges[run].End < bound)
        {
            run++;
        }

        return run;
    }

    /// <summary>Adds up to a leaf's worth of ranges that belong into one leaf, in one pass over it.</summary>
    private void Merge(int leaf, ReadOnlySpan<SerialRange> coming)
    {
        Span<SerialRange> merged = stackalloc SerialRange[RangeLeaf.Capacity * 2];
        var here = Leaves[leaf].Ranges;
        var (count, i, j) = (0, 0, 0);
        while (i < here.Length || j < coming.Length)
        {
            var isHere = j == coming.Length || (i < here.Length && here[i].First < coming[j].First);
            var range = isHere ? here[i++] : coming[j++];
            if (count > 0 && range.First < merged[count - 1].End)
            {
                throw new InvalidOperationException($"Serials of {range} are here already.");
            }

            if (count > 0 && range.First == merged[count - 1].End)
            {
                merged[count - 1] = new SerialRange(merged[count - 1].First, merged[count - 1].Count + range.Count);
            }
            else
            {
                merged[count++] = range;
            }
        }

        var cut = count <= RangeLeaf.Capacity ? count : count / 2;
        Leaves[leaf].Replace(merged[..cut]);
        if (cut < count)
        {
            var upper = default(RangeLeaf);
            upper.Append(merged[cut..count]);
            InsertLeaf(leaf + 1, upper);
        }
    }

    private void Insert(int leaf, int index, SerialRange range)
    {
        if (Leaves[leaf].Count == RangeLeaf.Capacity)
        {
            // Serials mostly arrive in ascending order: a full last leaf stays full, and a new one is begun behind it.
            var atEnd = leaf == leafCount - 1 && index == RangeLeaf.Capacity;
            var cut = atEnd ? RangeLeaf.Capacity : RangeLeaf.Capacity / 2;
            InsertLeaf(leaf + 1, Leaves[leaf].SplitOff(cut));
            if (index > cut || atEnd)
            {
                (leaf, index) = (leaf + 1, index - cut);
            }
        }

        Leaves[leaf].Insert(index, range);
    }

    private void RemoveAt(int leaf, int index, int count = 1)
    {
        ref var here = ref Leaves[leaf];
        here.RemoveAt(index, count);
        if (here.Count >= Sparse || leaves is null)
        {
            return;
        }

        if (here.Count == 0)
        {
            RemoveLeaf(leaf);
        }
        else if (leaf + 1 < leafCount)
        {
            MergeWithNext(leaf);
        }
        else
        {
            MergeWithNext(leaf - 1);
        }
    }

    private void MergeWithNext(int leaf)
    {
        if (Leaves[leaf].Count + Leaves[leaf + 1].Count <= RangeLeaf.Capacity / 2)
        {
            Leaves[leaf].Append(Leaves[leaf + 1].Ranges);
            RemoveLeaf(leaf + 1);
        }
    }

    private void InsertLeaf(int at, RangeLeaf leaf)
    {
        if (leaves is null)
        {
            leaves = new RangeLeaf[4];
            (leaves[0], root) = (root, default);
        }
        else if (leafCount == leaves.Length)
        {
            Array.Resize(ref leaves, leafCount * 2);
        }

        Array.Copy(leaves, at, leaves, at + 1, leafCount - at);
        leaves[at] = leaf;
        leafCount++;
    }

    private void RemoveLeaf(int at)
    {
        leafCount--;
        Array.Copy(leaves!, at + 1, leaves!, at, leafCount - at);
        leaves![leafCount] = default;
        if (leafCount == 1)
        {
            (root, leaves) = (leaves[0], null);
        }
    }
}
