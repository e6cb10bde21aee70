using System.Diagnostics;

namespace Tanheng.Bench;

/// <summary>
/// What a commit costs on this disk at least: 4 KiB appended to a file and flushed, so that figures of different
/// machines can be compared.
/// </summary>
public static class DiskBench
{
    private const int Block = 4096;

    /// <summary>Appends and flushes again and again in a file of its own, which it deletes.</summary>
    /// <returns>Half of the flushes were quicker than the median.</returns>
    public static (double PerSecond, TimeSpan Median, TimeSpan Percentile99) Run(string folder, TimeSpan duration)
    {
        var path = Path.Combine(folder, "flush.tmp");
        using var file = new FileStream(
            path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        var block = new byte[Block];
        var times = new List<long>();
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < duration)
        {
            var from = clock.ElapsedTicks;
            file.Write(block);
            file.Flush(flushToDisk: true);
            times.Add(clock.ElapsedTicks - from);
        }

        var perSecond = times.Count / clock.Elapsed.TotalSeconds;
        times.Sort();
        return (perSecond, At(times, 0.5), At(times, 0.99));
    }

    private static TimeSpan At(List<long> sorted, double share) =>
        Stopwatch.GetElapsedTime(0, sorted[(int)((sorted.Count - 1) * share)]);
}
