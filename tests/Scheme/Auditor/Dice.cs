namespace Tanheng.Scheme.Tests.Auditor;

/// <summary>SplitMix64: the same seed gives the same throws on every machine and version.</summary>
internal sealed class Dice
{
    private ulong state;

    /// <summary>
    /// The seed is mixed before it is used, or neighbours would throw the same numbers one step apart.
    /// </summary>
    public Dice(long seed)
    {
        state = unchecked((ulong)seed);
        state = unchecked(Next() * 0xD1342543DE82EF95);
    }

    /// <summary>0 to <paramref name="below"/> − 1.</summary>
    public int Below(int below) => (int)(Next() % (ulong)below);

    /// <summary>Both ends included.</summary>
    public long Between(long least, long most) => least + (long)(Next() % (ulong)(most - least + 1));

    /// <summary>True in so many of a thousand throws.</summary>
    public bool Rarely(int perMille) => Below(1000) < perMille;

    public T Of<T>(IReadOnlyList<T> all) => all[Below(all.Count)];

    private ulong Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
