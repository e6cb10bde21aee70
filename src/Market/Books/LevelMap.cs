using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tanheng.Market.Books;

/// <summary>
/// Which levels are not empty: one bit a level, above it one bit for each word that is not zero, and so on up to a
/// single word. The next level is found in at most twice as many steps as there are storeys, however far away it is.
/// </summary>
internal sealed class LevelMap
{
    private readonly ulong[][] storeys;

    public LevelMap(int size)
    {
        var list = new List<ulong[]>();
        do
        {
            size = (size + 63) >> 6;
            list.Add(new ulong[size]);
        }
        while (size > 1);
        storeys = [.. list];
    }

    public void Set(int at)
    {
        foreach (var words in storeys)
        {
            ref var word = ref words[at >> 6];
            var was = word;
            word |= 1UL << (at & 63);
            if (was != 0)
            {
                return;
            }

            at >>= 6;
        }
    }

    public void Clear(int at)
    {
        foreach (var words in storeys)
        {
            ref var word = ref words[at >> 6];
            word &= ~(1UL << (at & 63));
            if (word != 0)
            {
                return;
            }

            at >>= 6;
        }
    }

    /// <summary>The first level at or after a place, or <see cref="Ladder.None"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int From(int at)
    {
        var words = storeys[0];
        var index = at >> 6;
        if ((uint)index < (uint)words.Length)
        {
            var word = words[index] & (ulong.MaxValue << (at & 63));
            if (word != 0)
            {
                return (index << 6) + BitOperations.TrailingZeroCount(word);
            }
        }

        return Climb(index);
    }

    /// <summary>The first level in a word after this one: up until there is a bit, and down again.</summary>
    private int Climb(int word)
    {
        for (var storey = 1; storey < storeys.Length; storey++)
        {
            var at = word + 1;
            word = at >> 6;
            if (word >= storeys[storey].Length)
            {
                return Ladder.None;
            }

            var bits = storeys[storey][word] & (ulong.MaxValue << (at & 63));
            if (bits != 0)
            {
                at = (word << 6) + BitOperations.TrailingZeroCount(bits);
                while (--storey >= 0)
                {
                    at = (at << 6) + BitOperations.TrailingZeroCount(storeys[storey][at]);
                }

                return at;
            }
        }

        return Ladder.None;
    }
}
