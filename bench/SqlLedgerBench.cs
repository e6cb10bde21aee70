using System.Diagnostics;
using Npgsql;

namespace Tanheng.Bench;

/// <summary>What one load of <see cref="SqlLedgerBench"/> measured.</summary>
public sealed record SqlLedgerResult(int Clients, double PerSecond, TimeSpan Median, TimeSpan Percentile99);

/// <summary>
/// The peer: a ledger as it is usually written. Balances and transfers are tables, a transfer is one transaction:
/// two rows updated, the lower account first so that nobody deadlocks, one inserted, commit. Each client has a
/// connection and prepared statements of its own and waits for its commit, which is synchronous. It checks nothing but
/// that the sender has enough, keeps no serials, no events, no hashes and no command ids.
/// </summary>
public sealed class SqlLedgerBench : IDisposable
{
    private const int Accounts = 1000;
    private readonly NpgsqlDataSource source;
    private readonly string schema = "sql_ledger_" + Guid.NewGuid().ToString("N")[..12];

    /// <summary>Makes its tables, in a schema of its own.</summary>
    public SqlLedgerBench(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        settings.Options = (settings.Options + " -c synchronous_commit=on").Trim();
        source = NpgsqlDataSource.Create(settings);
        Run($"""
            create schema {schema};
            create table {schema}.balance (account bigint primary key, units bigint not null check (units >= 0));
            create table {schema}.transfer (
                id bigint generated always as identity primary key,
                sender bigint not null, receiver bigint not null, units bigint not null,
                at timestamptz not null default now());
            insert into {schema}.balance select n, 1000000000 from generate_series(1, {Accounts}) n
            """);
    }

    /// <summary>Runs so many clients for a while, after a tenth of it for warming up.</summary>
    public async Task<SqlLedgerResult> RunAsync(int clients, TimeSpan duration, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        var from = duration / 10;
        var runs = Enumerable.Range(0, clients)
            .Select(client => Task.Run(() => Client(client, clock, from, from + duration, cancel), cancel));
        var all = (await Task.WhenAll(runs).ConfigureAwait(false)).SelectMany(ticks => ticks).Order().ToArray();
        return new SqlLedgerResult(clients, all.Length / duration.TotalSeconds, At(all, 0.5), At(all, 0.99));
    }

    /// <summary>Drops its tables.</summary>
    public void Dispose()
    {
        Run($"drop schema {schema} cascade");
        source.Dispose();
    }

    private static TimeSpan At(long[] sorted, double share) =>
        sorted.Length == 0 ? TimeSpan.Zero : new TimeSpan(sorted[(int)((sorted.Length - 1) * share)]);

    private async Task<List<long>> Client(
        int client, Stopwatch clock, TimeSpan from, TimeSpan to, CancellationToken cancel)
    {
        using var connection = await source.OpenConnectionAsync(cancel).ConfigureAwait(false);
        using var transfer = new NpgsqlBatch(connection);
        var update = $"update {schema}.balance set units = units + $2 where account = $1";
        transfer.BatchCommands.Add(Of(update, 0, 0));
        transfer.BatchCommands.Add(Of(update, 0, 0));
        transfer.BatchCommands.Add(Of(
            $"insert into {schema}.transfer (sender, receiver, units) values ($1, $2, $3)", 0, 0, 1));
        await transfer.PrepareAsync(cancel).ConfigureAwait(false);
        var ticks = new List<long>();
        for (long n = 0; clock.Elapsed < to && !cancel.IsCancellationRequested; n++)
        {
            var sender = 1 + (((client * 31L) + (n * 7)) % Accounts);
            var receiver = 1 + ((sender + (n % (Accounts - 1))) % Accounts);
            var senderIsLower = sender < receiver;
            Set(transfer.BatchCommands[0], Math.Min(sender, receiver), senderIsLower ? -1 : 1);
            Set(transfer.BatchCommands[1], Math.Max(sender, receiver), senderIsLower ? 1 : -1);
            Set(transfer.BatchCommands[2], sender, receiver);
            var sent = clock.Elapsed;
            await transfer.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
            if (sent >= from && clock.Elapsed is var done && done < to)
            {
                ticks.Add((done - sent).Ticks);
            }
        }

        return ticks;
    }

    private static NpgsqlBatchCommand Of(string sql, params ReadOnlySpan<long> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = value });
        }

        return command;
    }

    private static void Set(NpgsqlBatchCommand command, long first, long second)
    {
        ((NpgsqlParameter<long>)command.Parameters[0]).TypedValue = first;
        ((NpgsqlParameter<long>)command.Parameters[1]).TypedValue = second;
    }

    private void Run(string sql)
    {
        using var command = source.CreateCommand(sql);
        command.ExecuteNonQuery();
    }
}
