using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Tanheng.Market.Books;

/// <summary>A resting order: 32 bytes, so that two fill a cache line. Links are slots; 0 is none.</summary>
internal struct OrderSlot
{
    public long Id;
    public long Owner;

    /// <summary>Open tonnes; above zero.</summary>
    public int Quantity;

    /// <summary>The index of its level times two, plus its side.</summary>
    public int Place;

    /// <summary>The older neighbour at its level; of the oldest, anything.</summary>
    public int Previous;

    /// <summary>The younger neighbour; of a free slot, the next free one.</summary>
    public int Next;

    public readonly Side Side => (Side)(Place & 1);

    public readonly int Level => Place >> 1;
}

/// <summary>All resting orders of a book in one array. What has left first is taken again first.</summary>
internal sealed class OrderPool(int orders)
{
    private OrderSlot[] slots = new OrderSlot[orders + 1];
    private int fresh = 1;
    private int free;

    /// <summary>Slots in use.</summary>
    public int Count { get; private set; }

    /// <summary>Orders there is room for before the array grows.</summary>
    public int Room => slots.Length - 1;

    public ref OrderSlot this[int slot]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref slots[slot];
    }

    /// <summary>A slot to be filled in wholly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Take()
    {
        Count++;
        var slot = free;
        if (slot != 0)
        {
            free = slots[slot].Next;
            return slot;
        }

        if (fresh == slots.Length)
        {
            Grow();
        }

        return fresh++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Free(int slot)
    {
        Count--;
        slots[slot].Next = free;
        free = slot;
    }

    /// <summary>Asks the processor to fetch what is about to be read. A hint: it changes nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void Prefetch(int slot)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref slots[slot]));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow() => Array.Resize(ref slots, Math.Max(16, slots.Length * 2));
}
