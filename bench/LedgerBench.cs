using System.Diagnostics;
using Tanheng.Ledger;
using Tanheng.Quantities;

namespace Tanheng.Bench;

/// <summary>What one run of <see cref="LedgerBench"/> measured.</summary>
/// <param name="Transfers">Transfers planned and posted.</param>
/// <param name="Accounts">Accounts they went between.</param>
/// <param name="Elapsed">Time for all of them.</param>
/// <param name="Ranges">Serial ranges in all accounts at the end: how far the serials have fragmented.</param>
/// <param name="AllocatedPerTransfer">Bytes allocated for one transfer, its record included.</param>
/// <param name="BytesPerAccount">
/// Bytes that stay for an account with one holding of one range, before the first transfer.
/// </param>
/// <param name="BytesPerAccountAfter">The same after the last transfer.</param>
/// <param name="CheckTime">Time of one full check of the invariants at the end.</param>
/// <param name="Violations">What that check found; 0.</param>
public sealed record LedgerBenchResult(
    int Transfers,
    int Accounts,
    TimeSpan Elapsed,
    long Ranges,
    long AllocatedPerTransfer,
    long BytesPerAccount,
    long BytesPerAccountAfter,
    TimeSpan CheckTime,
    int Violations)
{
    /// <summary>Transfers in a second, on one core.</summary>
    public double PerSecond => Transfers / Elapsed.TotalSeconds;
}

/// <summary>
/// Transfers in memory: each is planned (serials chosen, lowest first), made into a transaction and posted. Every
/// account begins with one range of 100,000 units; amounts are 1 to 2,000, sender and receiver drawn from a seed.
/// </summary>
public static class LedgerBench
{
    private const int Opening = 100_000;
    private const int Largest = 2_000;
    private static readonly Asset Unit = Asset.Unit("CEA-2021");

    /// <summary>Runs it after a warm-up of a fifth of a second, so that compiled code is measured.</summary>
    public static LedgerBenchResult Run(int transfers, int accounts, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(transfers);
        ArgumentOutOfRangeException.ThrowIfLessThan(accounts, 2);
        _ = Transfer(Founded(1_000), Drawn(200_000, 1_000, seed));

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var ledger = Founded(accounts);
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;

        var drafts = Drawn(transfers, accounts, seed);
        var settled = GC.GetTotalMemory(forceFullCollection: true);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var elapsed = Transfer(ledger, drafts);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        var bytesAfter = bytes + GC.GetTotalMemory(forceFullCollection: true) - settled;

        var start = Stopwatch.GetTimestamp();
        var violations = ledger.Check().Count;
        var check = Stopwatch.GetElapsedTime(start);
        GC.KeepAlive(drafts);
        return new LedgerBenchResult(
            transfers,
            accounts,
            elapsed,
            Ranges(ledger, accounts),
            allocated / transfers,
            bytes / accounts,
            bytesAfter / accounts,
            check,
            violations);
    }

    private static Tanheng.Ledger.Ledger Founded(int accounts)
    {
        var ledger = new Tanheng.Ledger.Ledger();
        var issuance = new Place(ledger.Open(AccountKind.Issuance));
        for (var i = 0; i < accounts; i++)
        {
            var holder = new Place(ledger.Open(AccountKind.Trading));
            ledger.Post(ledger.Plan().Transact("Issue", new Draft(Unit, issuance, holder, Opening)).Value);
        }

        return ledger;
    }

    private static Draft[] Drawn(int transfers, int accounts, int seed)
    {
        var random = new Random(seed);
        var drafts = new Draft[transfers];
        for (var i = 0; i < transfers; i++)
        {
            var from = random.Next(accounts);
            var to = (from + 1 + random.Next(accounts - 1)) % accounts;
            drafts[i] = new Draft(Unit, Holder(from), Holder(to), 1 + random.Next(Largest));
        }

        return drafts;
    }

    private static TimeSpan Transfer(Tanheng.Ledger.Ledger ledger, Draft[] drafts)
    {
        var refused = 0;
        var start = Stopwatch.GetTimestamp();
        foreach (var draft in drafts)
        {
            if (ledger.Plan().Transact("Transfer", draft).Try(out var transaction, out _))
            {
                ledger.Post(transaction);
            }
            else
            {
                refused++;
            }
        }

        var elapsed = Stopwatch.GetElapsedTime(start);
        return refused < drafts.Length / 100
            ? elapsed
            : throw new InvalidOperationException($"{refused} of {drafts.Length} transfers were refused.");
    }

    private static long Ranges(Tanheng.Ledger.Ledger ledger, int accounts)
    {
        long ranges = 0;
        for (var i = 0; i < accounts; i++)
        {
            ranges += ledger.Serials(Holder(i), Unit).Ranges.Length;
        }

        return ranges;
    }

    private static Place Holder(int index) => new(new AccountId(index + 2));
}
