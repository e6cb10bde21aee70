using System.Runtime.CompilerServices;

namespace Tanheng.Market.Books;

/// <summary>
/// What a book reports, in order. The caller keeps it and clears it, so that it is allocated once.
/// </summary>
public sealed class BookEvents(int capacity = 64)
{
    private BookEvent[] events = new BookEvent[Math.Max(1, capacity)];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>All of them, until the next is added.</summary>
    public ReadOnlySpan<BookEvent> All => events.AsSpan(0, Count);

    /// <summary>One of them.</summary>
    public ref readonly BookEvent this[int index] => ref All[index];

    /// <summary>Forgets all and keeps the room.</summary>
    public void Clear() => Count = 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(in BookEvent one)
    {
        var at = Count;
        if ((uint)at >= (uint)events.Length)
        {
            Grow();
        }

        events[at] = one;
        Count = at + 1;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow() => Array.Resize(ref events, events.Length * 2);
}
