using System.Globalization;
using Xunit.Abstractions;

namespace Tanheng.Scheme.Tests.Auditor;

/// <summary>
/// Random commands against an independent auditor. <c>TANHENG_SEED=17</c> replays one seed, <c>TANHENG_LONG=1</c> runs
/// a
/// million steps instead of a hundred thousand.
/// </summary>
public sealed class AuditorTests(ITestOutputHelper output)
{
    private const int StepsPerMarket = 2_000;

    [Fact]
    public void AT_audit_a_hundred_thousand_random_commands_leave_nothing_to_object_to()
    {
        var seeds = Seeds();
        var statistics = new Statistics();
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        var failures = new List<string>();
        foreach (var seed in seeds)
        {
            var run = new Run(seed);
            try
            {
                run.Go(StepsPerMarket);
            }
            catch (Objection objection)
            {
                failures.Add(objection.Message);
            }

            statistics.Add(run.Statistics);
        }

        Report(statistics, System.Diagnostics.Stopwatch.GetElapsedTime(start));
        failures.ShouldBeEmpty($"{failures.Count} of {seeds.Count} seeds failed; replay one with TANHENG_SEED");
        if (seeds.Count >= 50)
        {
            statistics.Steps.ShouldBeGreaterThanOrEqualTo(100_000);
            (statistics.Accepted * 100 / statistics.Steps).ShouldBeGreaterThanOrEqualTo(30,
                "the commands must be worth trying");
            statistics.Foreseen.ShouldBeGreaterThan(statistics.Steps / 10);
            var made = Catalogue.Scheme.Commands.Where(IsAudited).Select(entry => entry.Name).Except(NotMade);
            var neverAccepted = made.Where(name => statistics.Commands.GetValueOrDefault(name).Accepted
                + statistics.Approved.GetValueOrDefault(name) == 0);
            neverAccepted.Count().ShouldBeLessThanOrEqualTo(8, "most commands must have been accepted at least once");
        }
    }

    /// <summary>
    /// The audited market has no exchange and so no bulletins, auctions or surveillance; they have random runs of their
    /// own.
    /// </summary>
    private static bool IsAudited(CommandEntry entry) => entry.Type.Namespace
        is not ("Tanheng.Scheme.Trading" or "Tanheng.Scheme.Settlement" or "Tanheng.Scheme.Bulletins"
            or "Tanheng.Scheme.Supervision" or "Tanheng.Scheme.Auctions");

    /// <summary>
    /// Commands that the maker of random commands does not make: reviews, requests, notes and lists, which move
    /// nothing, and changes of owners, which have stories of their own.
    /// </summary>
    private static readonly string[] NotMade =
    [
        "review-monitoring-plan", "decide-monitoring-plan", "return-monitoring-plan", "recall-plan-return",
        "ask-about-plan", "answer-plan-question", "cancel-plan-question", "request-documents", "provide-documents",
        "cancel-document-request", "add-note", "remove-note", "answer-follow-up", "close-follow-up", "admit-holders",
        "assign-proposals", "transfer-facility", "transfer-account",
    ];

    private static List<long> Seeds()
    {
        if (Environment.GetEnvironmentVariable("TANHENG_SEED") is { Length: > 0 } seed)
        {
            return [long.Parse(seed, CultureInfo.InvariantCulture)];
        }

        if (Environment.GetEnvironmentVariable("TANHENG_SEEDS") is { Length: > 0 } count)
        {
            return [.. Enumerable.Range(1, int.Parse(count, CultureInfo.InvariantCulture)).Select(i => (long)i)];
        }

        var markets = Environment.GetEnvironmentVariable("TANHENG_LONG") == "1" ? 500 : 50;
        return [.. Enumerable.Range(1, markets).Select(i => (long)i)];
    }

    private void Report(Statistics statistics, TimeSpan time)
    {
        output.WriteLine(
            $"{statistics.Steps} steps, {statistics.Accepted * 100 / Math.Max(1, statistics.Steps)} % accepted, "
            + $"{statistics.Foreseen} foreseen, {time.TotalSeconds:0.0} s, "
            + $"invariants {statistics.Invariants.TotalSeconds:0.0} s");
        foreach (var (name, (accepted, refused)) in statistics.Commands)
        {
            output.WriteLine($"{name,-28} {accepted,7} accepted {refused,7} refused");
        }

        foreach (var (name, count) in statistics.Approved)
        {
            output.WriteLine($"{name,-28} {count,7} approved");
        }

        foreach (var (name, count) in statistics.Refusals)
        {
            output.WriteLine($"{count,8} {name}");
        }
    }
}
