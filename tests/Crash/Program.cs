using System.Globalization;
using Tanheng.Crash.Tests;
using Tanheng.Engine.Hosting;
using Tanheng.Engine.Journal;
using Tanheng.Engine.Sequencing;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Storage.Postgres;
using Tanheng.Storage.Sqlite;

// A process made to be killed: Tanheng.Crash (sqlite DIR | postgres CONNECTION) SCHEME SEED LEASE_MILLISECONDS [trade]
// Hosts a scheme and, whenever it leads, lets clients move units, or trade on the floor of an exchange. Prints
// "leader EPOCH" when it leads, for an exchange "state SEQUENCE HASH" as it was read from the journal, and
// "done ID ..." for each command once it is acknowledged: whoever reads that has been promised that it has happened.
// A line ends with a full stop, so that one torn by death is known.
var (store, place, scheme) = (args[0], args[1], args[2]);
var seed = int.Parse(args[3], CultureInfo.InvariantCulture);
var lease = TimeSpan.FromMilliseconds(int.Parse(args[4], CultureInfo.InvariantCulture));
var trades = args.Length > 5;
using IJournal journal = store == "sqlite" ? new SqliteJournal(place, scheme) : new PostgresJournal(place, scheme);
await using var host = SchemeHost.Start(journal, new HostOptions
{
    LeaseTime = lease,
    Sequencer = new SequencerOptions { VirtualTime = trades },
});
var clients = trades ? await Floor() : [.. Enumerable.Range(0, 8).Select(client => Task.Run(() => Move(client)))];
await Task.WhenAny(clients);
return 1;

async Task<Task[]> Floor()
{
    while (host.Role != HostRole.Leader)
    {
        await Task.Delay(5);
    }

    var (sequence, hash) = (await host.QueryAsync(state => (state.Sequence, StateHash.Of(state)))).Value;
    Say($"state {sequence} {hash}");
    var floor = new Floor(host, seed);
    return [.. Enumerable.Range(0, 8).Select(trader => Task.Run(() => floor.TradeAsync(trader, Done)))];
}

async Task Move(int client)
{
    var random = new Random((seed * 1000) + client);
    long told = 0;
    while (true)
    {
        if (host.Role != HostRole.Leader)
        {
            await Task.Delay(5);
            continue;
        }

        if (client == 0 && journal.CurrentLease() is { } held && held.Epoch != told)
        {
            told = held.Epoch;
            Say("leader " + held.Epoch);
        }

        var (from, to) = (random.Next(2, 50), random.Next(2, 50));
        var id = new CommandId(((UInt128)(uint)random.Next() << 64) + (ulong)random.NextInt64());
        var move = new TallyMove(new AccountId(from), new AccountId(to), random.Next(1, 20));
        var outcome = await host.SubmitAsync(new Submission(move, id, TallyMarket.Clerk));
        if (outcome.Refusal is null)
        {
            Done(id.ToString());
        }
    }
}

static void Done(string what) => Say("done " + what);

static void Say(string line)
{
    lock (Console.Out)
    {
        Console.Out.WriteLine(line + ".");
        Console.Out.Flush();
    }
}
