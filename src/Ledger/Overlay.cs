using Tanheng.Quantities;

namespace Tanheng.Ledger;

/// <summary>
/// What a plan would change in one holding, without a copy of the holding: what would be there is what is there now
/// but for <c>masked</c>, and <c>received</c>. A serial that leaves and comes back is masked and received.
/// </summary>
internal sealed class Overlay(Holding? now)
{
    private readonly RangeSet? now = now?.Serials;
    private RangeSet? masked;
    private RangeSet? received;

    /// <summary>The balance there would be.</summary>
    public long Balance { get; set; } = now?.Balance ?? 0;

    /// <summary>
    /// How many ranges are hidden; for the test that taking the lowest again and again keeps it at one.
    /// </summary>
    internal int MaskedRanges => masked?.RangeCount ?? 0;

    /// <summary>The lowest serials there would be; the caller knows there are enough.</summary>
    public SerialSet Lowest(long count)
    {
        var staying = new Remaining(now, masked);
        var coming = received?.From(1) ?? default;
        var taken = default(SerialSetBuilder);
        var hasStaying = staying.Next(out var stay);
        var hasComing = coming.Next(out var come);
        while (count > 0)
        {
            var isStaying = hasStaying && (!hasComing || stay.First < come.First);
            var range = isStaying ? stay : come;
            var part = range.Split(Math.Min(count, range.Count)).Taken;
            taken.Add(part);
            count -= part.Count;
            if (isStaying)
            {
                hasStaying = staying.Next(out stay);
            }
            else
            {
                hasComing = coming.Next(out come);
            }
        }

        return taken.ToSet();
    }

    /// <summary>True when every serial would be there.</summary>
    public bool Contains(SerialRange range)
    {
        var serial = range.First;
        while (serial <= range.Last)
        {
            var here = received?.At(serial) ?? default;
            if (here.IsEmpty)
            {
                here = Staying(serial);
            }

            if (here.IsEmpty)
            {
                return false;
            }

            serial = here.End;
        }

        return true;
    }

    /// <summary>Serials arrive.</summary>
    public void Receive(SerialSet serials)
    {
        if (!serials.IsEmpty)
        {
            (received ??= new RangeSet()).Add(serials);
        }
    }

    /// <summary>Serials that would be there leave.</summary>
    public void Take(SerialSet serials)
    {
        foreach (var range in serials.Ranges)
        {
            var rest = range;
            while (!rest.IsEmpty)
            {
                rest = TakeStart(rest);
            }
        }
    }

    /// <summary>Takes what of a range's start came by one way; gives what is left of it.</summary>
    private SerialRange TakeStart(SerialRange range)
    {
        var come = received?.At(range.First) ?? default;
        if (!come.IsEmpty)
        {
            var (here, left) = range.Split(Math.Min(range.Count, come.End - range.First));
            received!.Remove(here);
            return left;
        }

        var stay = Staying(range.First);
        var (masking, rest) = range.Split(Math.Min(range.Count, stay.End - range.First));
        Mask(masking);
        return rest;
    }

    /// <summary>
    /// The part of what is there now and stays, from a serial up to the next gap; empty when it does not stay.
    /// </summary>
    private SerialRange Staying(long serial)
    {
        var here = now?.At(serial) ?? default;
        if (here.IsEmpty || masked is null)
        {
            return here;
        }

        if (!masked.From(serial).Next(out var gone) || gone.First > here.Last)
        {
            return here;
        }

        return gone.First <= serial ? default : new SerialRange(serial, gone.First - serial);
    }

    /// <summary>
    /// Hides serials that are there now. What starts a range takes the gap below it along, in which nothing can hide,
    /// so that taking the lowest again and again leaves one masked range and the next reading skips it in one step.
    /// </summary>
    private void Mask(SerialRange range)
    {
        masked ??= new RangeSet();
        var first = now!.At(range.First).First == range.First ? now.EndBelow(range.First) : range.First;
        masked.Add(new SerialRange(first, range.End - first));
    }

    /// <summary>Reads what is there now and stays, upwards.</summary>
    private struct Remaining(RangeSet? now, RangeSet? masked)
    {
        private RangeCursor here = now?.From(1) ?? default;
        private SerialRange rest;

        public bool Next(out SerialRange range)
        {
            range = default;
            while (range.IsEmpty)
            {
                if (rest.IsEmpty && !here.Next(out rest))
                {
                    return false;
                }

                Cut(out range);
            }

            return true;
        }

        /// <summary>Splits the rest at the next masked range; jumps over all that is masked.</summary>
        private void Cut(out SerialRange range)
        {
            if (masked is null || !masked.From(rest.First).Next(out var gone) || gone.First > rest.Last)
            {
                (range, rest) = (rest, default);
            }
            else if (gone.First > rest.First)
            {
                (range, rest) = rest.Split(gone.First - rest.First);
            }
            else if (gone.Last < rest.Last)
            {
                (range, rest) = (default, rest.Split(gone.End - rest.First).Left);
            }
            else
            {
                here.Seek(gone.End);
                (range, rest) = (default, default);
            }
        }
    }
}
