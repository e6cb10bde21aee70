using Tanheng.Quantities;

namespace Tanheng.Ledger;

/// <summary>
/// Reads a <see cref="RangeSet"/> upwards; void once the set changes. The default value reads nothing.
/// </summary>
internal struct RangeCursor
{
    private readonly RangeSet? set;
    private int leaf;
    private int index;

    public RangeCursor(RangeSet set, long serial)
    {
        this.set = set;
        Seek(serial);
    }

    /// <summary>The next range; false at the end.</summary>
    public bool Next(out SerialRange range)
    {
        while (set is not null && leaf < set.Leaves.Length)
        {
            var ranges = set.Leaves[leaf].Ranges;
            if (index < ranges.Length)
            {
                range = ranges[index++];
                return true;
            }

            leaf++;
            index = 0;
        }

        range = default;
        return false;
    }

    /// <summary>Goes to the first range that reaches to a serial or beyond.</summary>
    public void Seek(long serial)
    {
        if (set is null)
        {
            return;
        }

        (leaf, index) = set.Find(serial);
        if (index < 0 || set.Leaves[leaf].Ranges[index].Last < serial)
        {
            index++;
        }
    }
}
