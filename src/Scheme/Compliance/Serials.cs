using Tanheng.Ledger;
using Tanheng.Quantities;

namespace Tanheng.Scheme.Compliance;

/// <summary>Set arithmetic on serials that compliance needs.</summary>
internal static class Serials
{
    /// <summary>
    /// The highest <paramref name="count"/> serials: those that were taken last, as the lowest are taken first.
    /// </summary>
    public static SerialSet Highest(SerialSet set, long count)
    {
        var taken = new List<SerialRange>();
        for (var i = set.Ranges.Length - 1; i >= 0 && count > 0; i--)
        {
            var range = set.Ranges[i];
            var part = range.Split(range.Count - Math.Min(count, range.Count)).Left;
            taken.Add(part);
            count -= part.Count;
        }

        return SerialSet.FromAny(taken);
    }

    /// <summary>The lowest <paramref name="count"/> serials.</summary>
    public static SerialSet Lowest(SerialSet set, long count)
    {
        var taken = new List<SerialRange>();
        foreach (var range in set.Ranges)
        {
            var part = range.Split(Math.Min(count, range.Count)).Taken;
            taken.Add(part);
            count -= part.Count;
        }

        return SerialSet.FromAny(taken);
    }

    /// <summary>What is in <paramref name="set"/> and not in <paramref name="other"/>.</summary>
    public static SerialSet Except(SerialSet set, SerialSet other)
    {
        var left = new List<SerialRange>();
        foreach (var range in set.Ranges)
        {
            var rest = range;
            foreach (var cut in other.Ranges)
            {
                if (!rest.Overlaps(cut))
                {
                    continue;
                }

                if (cut.First > rest.First)
                {
                    left.Add(new SerialRange(rest.First, cut.First - rest.First));
                }

                rest = cut.End < rest.End ? new SerialRange(cut.End, rest.End - cut.End) : default;
            }

            left.Add(rest);
        }

        return SerialSet.FromAny(left.Where(range => !range.IsEmpty));
    }

    /// <summary>Both together; they must be disjoint.</summary>
    public static SerialSet Join(SerialSet left, SerialSet right) =>
        SerialSet.FromAny([.. left.Ranges, .. right.Ranges]);
}
