using Tanheng.Quantities;

namespace Tanheng.Engine.Sequencing;

/// <summary>
/// Which row each command id became: an open-addressed table of 24 bytes a slot, because a market keeps every id it has
/// ever seen and a dictionary would cost twice as much.
/// </summary>
public sealed class CommandIndex
{
    private UInt128[] ids = new UInt128[1024];
    private long[] sequences = new long[1024];

    /// <summary>How many ids.</summary>
    public int Count { get; private set; }

    /// <summary>The row of a command; 0 when it is not known.</summary>
    public long this[CommandId id] => sequences[SlotOf(id.Value)];

    /// <summary>Notes a command's row; a known id keeps its first row.</summary>
    /// <returns>False when the id was known.</returns>
    public bool Add(CommandId id, long sequence)
    {
        var slot = SlotOf(id.Value);
        if (sequences[slot] != 0)
        {
            return false;
        }

        ids[slot] = id.Value;
        sequences[slot] = sequence;
        if (++Count > ids.Length / 4 * 3)
        {
            Grow();
        }

        return true;
    }

    private int SlotOf(UInt128 id)
    {
        var mask = ids.Length - 1;
        var slot = unchecked((int)((((ulong)id ^ (ulong)(id >> 64)) * 0x9E3779B97F4A7C15UL) >> 33)) & mask;
        while (sequences[slot] != 0 && ids[slot] != id)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Grow()
    {
        var (oldIds, oldSequences) = (ids, sequences);
        ids = new UInt128[oldIds.Length * 2];
        sequences = new long[oldIds.Length * 2];
        for (var i = 0; i < oldIds.Length; i++)
        {
            if (oldSequences[i] != 0)
            {
                var slot = SlotOf(oldIds[i]);
                ids[slot] = oldIds[i];
                sequences[slot] = oldSequences[i];
            }
        }
    }
}
