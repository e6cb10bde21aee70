using System.Runtime.CompilerServices;

namespace Tanheng.Market.Books;

/// <summary>The queue at one price.</summary>
internal struct Level
{
    /// <summary>The oldest order; 0 when there is none.</summary>
    public int Head;

    /// <summary>The youngest.</summary>
    public int Tail;

    /// <summary>Open tonnes of all of them.</summary>
    public long Total;

    /// <summary>How many.</summary>
    public int Count;
}

/// <summary>
/// One side of a book: a level for every tick. Levels are numbered so that the better price has the smaller number on
/// either side, so that everything else is written once.
/// </summary>
internal sealed class Ladder
{
    /// <summary>No level: after every level.</summary>
    public const int None = int.MaxValue;

    private readonly Level[] levels;
    private readonly LevelMap map;
    private readonly int flip;

    /// <param name="side">Which side.</param>
    /// <param name="size">A power of two above the highest tick.</param>
    public Ladder(Side side, int size)
    {
        levels = new Level[size];
        map = new LevelMap(size);
        flip = side == Side.Buy ? size - 1 : 0;
    }

    /// <summary>The best level that has orders, or <see cref="None"/>.</summary>
    public int Best { get; private set; } = None;

    /// <summary>Levels that have orders.</summary>
    public int Count { get; private set; }

    public ref Level this[int level]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref levels[level];
    }

    /// <summary>From price to level, and from level to price.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Flip(int priceOrLevel) => priceOrLevel ^ flip;

    /// <summary>The next level after this one that has orders, or <see cref="None"/>.</summary>
    public int After(int level) => map.From(level + 1);

    /// <summary>An empty level has its first order.</summary>
    public void Filled(int level)
    {
        map.Set(level);
        Count++;
        Best = Math.Min(Best, level);
    }

    /// <summary>A level has lost its last order.</summary>
    public void Emptied(int level)
    {
        levels[level].Tail = 0;
        map.Clear(level);
        Count--;
        if (Best == level)
        {
            Best = map.From(level);
        }
    }
}
