using System.Diagnostics;
using Tanheng.Crash.Tests;
using Tanheng.Engine.Journal;
using Tanheng.Engine.Verifying;
using Tanheng.Quantities;

namespace Tanheng.Storage.Tests;

/// <summary>
/// A process that runs a market is killed without warning, again and again, and the journal it leaves is looked at:
/// everything that was acknowledged is there, and everything that is there is sound.
/// </summary>
public sealed class CrashTests
{
    private const string Scheme = "crash";
    private const int Accounts = 50;
    private const long Each = 1_000_000;

    private static readonly StateChecks Checks = new(
        state => TallyMarket.Problems(state, Accounts * Each), TallyMarket.HashOf);

    [Theory]
    [EachDatabase]
    public void After_kill_9_nothing_acknowledged_is_missing(Database database) => Store.With(database, store =>
    {
        Open(store);
        var random = new Random(20240101);
        var acknowledged = new HashSet<string>();
        for (var round = 0; round < (Needs.Long ? 200 : 20); round++)
        {
            using var victim = Victim.Start(store, Scheme, round);
            victim.WaitForAcknowledgements(1);
            Thread.Sleep(random.Next(0, 120));
            victim.Kill();

            victim.Acknowledged.Count.ShouldBeGreaterThan(0);
            acknowledged.UnionWith(victim.Acknowledged);
            Check(store, acknowledged);
        }
    });

    [PostgresFact]
    public void Of_two_processes_one_writes_and_the_other_takes_over_within_the_lease()
    {
        using var store = new PostgresStore();
        Open(store);
        using var one = Victim.Start(store, Scheme, 1, leaseMilliseconds: 1000);
        using var two = Victim.Start(store, Scheme, 2, leaseMilliseconds: 1000);
        SpinWait.SpinUntil(() => one.Leads || two.Leads, 20_000).ShouldBeTrue();
        var (leader, follower) = one.Leads ? (one, two) : (two, one);
        leader.WaitForAcknowledgements(200);
        follower.Acknowledged.ShouldBeEmpty();
        follower.Leads.ShouldBeFalse();

        leader.Kill();
        var killed = Stopwatch.GetTimestamp();
        follower.WaitForAcknowledgements(1);
        var gap = Stopwatch.GetElapsedTime(killed);
        follower.WaitForAcknowledgements(200);
        follower.Kill();

        gap.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        Check(store, [.. leader.Acknowledged, .. follower.Acknowledged]);
    }

    private static void Open(Store store)
    {
        using var journal = store.Open(Scheme);
        journal.Append(0, [TallyMarket.Open(Scheme, Accounts, Each)]);
    }

    private static void Check(Store store, HashSet<string> acknowledged)
    {
        using var journal = store.Open(Scheme);
        var result = Verification.Run(journal, Checks, every: 500);
        result.Findings.ShouldBeEmpty();
        var present = journal.Read().Select(row => row.CommandId.ToString()).ToHashSet();
        acknowledged.Where(id => !present.Contains(id)).ShouldBeEmpty();
    }
}
