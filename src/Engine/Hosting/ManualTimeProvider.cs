namespace Tanheng.Engine.Hosting;

/// <summary>A clock that stands until it is set: scenarios, simulations and tests. It never goes back.</summary>
public sealed class ManualTimeProvider(DateTimeOffset start) : TimeProvider
{
    private long ticks = start.UtcTicks;

    /// <inheritdoc />
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref ticks), TimeSpan.Zero);

    /// <inheritdoc />
    public override long GetTimestamp() => Volatile.Read(ref ticks);

    /// <summary>Moves on by a time that is not negative.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        Interlocked.Add(ref ticks, by.Ticks);
    }

    /// <summary>Moves on to a moment; an earlier one changes nothing.</summary>
    public void AdvanceTo(DateTimeOffset moment)
    {
        for (var now = Volatile.Read(ref ticks); moment.UtcTicks > now; now = Volatile.Read(ref ticks))
        {
            Interlocked.CompareExchange(ref ticks, moment.UtcTicks, now);
        }
    }
}
