using System.Diagnostics;
using Xunit.Abstractions;

namespace Tanheng.Methodology.Tests;

/// <summary>
/// Methods are evaluated tens of thousands of times in a run. The figures are printed; the bounds are an order of
/// magnitude.
/// </summary>
public class SpeedTests(ITestOutputHelper output)
{
    [Fact]
    public void Ten_thousand_evaluations_take_seconds_at_most_and_few_bytes()
    {
        Measure("allocation/cn-power", "2022");
        Measure("mrv/power-generation", "2019-2022");
    }

    private void Measure(string id, string version)
    {
        var method = Shipped.Method(id, version);
        var given = method.Examples.First(example => example.Refused is null).Given;
        var watch = new Stopwatch();
        var bytes = 0L;
        for (var round = 0; round < 3; round++)
        {
            bytes = GC.GetAllocatedBytesForCurrentThread();
            watch.Restart();
            for (var i = 0; i < 10_000; i++)
            {
                method.Evaluate(given);
            }

            watch.Stop();
            bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        }

        output.WriteLine(
            $"{method.Reference}: {10_000 / watch.Elapsed.TotalSeconds:N0} evaluations/s, {bytes / 10_000} bytes each");
        watch.Elapsed.TotalSeconds.ShouldBeLessThan(5);
        (bytes / 10_000).ShouldBeLessThan(4_000);
    }
}
