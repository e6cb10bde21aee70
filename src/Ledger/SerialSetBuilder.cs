using Tanheng.Quantities;

namespace Tanheng.Ledger;

/// <summary>
/// Gathers ascending ranges into a <see cref="SerialSet"/>, joining neighbours; one range needs no buffer.
/// </summary>
internal struct SerialSetBuilder
{
    private SerialRange last;
    private SerialRange[]? done;
    private int count;

    /// <summary>Adds a range above all before it; an empty one adds nothing.</summary>
    /// <exception cref="ArgumentException">It is not above.</exception>
    public void Add(SerialRange range)
    {
        if (range.IsEmpty)
        {
            return;
        }

        if (last.IsEmpty)
        {
            last = range;
        }
        else if (range.First < last.End)
        {
            throw new ArgumentException("Ranges must ascend and be disjoint.", nameof(range));
        }
        else if (range.First == last.End)
        {
            last = new SerialRange(last.First, last.Count + range.Count);
        }
        else
        {
            Push(last);
            last = range;
        }
    }

    /// <summary>What was gathered.</summary>
    public readonly SerialSet ToSet()
    {
        if (count == 0)
        {
            return SerialSet.Of(last);
        }

        var all = new SerialRange[count + 1];
        done.AsSpan(0, count).CopyTo(all);
        all[count] = last;
        return SerialSet.Adopt(all);
    }

    private void Push(SerialRange range)
    {
        if (done is null)
        {
            done = new SerialRange[8];
        }
        else if (count == done.Length)
        {
            Array.Resize(ref done, count * 2);
        }

        done[count++] = range;
    }
}
