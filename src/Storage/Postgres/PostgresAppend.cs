using System.Runtime.InteropServices;
using System.Text;
using Npgsql;
using NpgsqlTypes;
using Tanheng.Engine.Journal;
using Tanheng.Quantities;

namespace Tanheng.Storage.Postgres;

/// <summary>
/// Appends a batch in one round trip: a prepared <c>insert … select … from unnest(…)</c> that is its own transaction
/// and checks head and lease in the same statement. Binary COPY needs a second round trip and cannot check; measured,
/// it is a tenth slower up to 16 rows and a tenth faster from 64 on.
/// </summary>
internal sealed class PostgresAppend : IDisposable
{
    private const string Sql = """
        insert into journal_row
            (scheme, sequence, time, actor, command, command_id, input_hash, events, previous, hash)
        select $1, r.sequence, r.time, r.actor, r.command, r.command_id, r.input_hash,
            convert_from(r.events, 'UTF8'), r.previous, r.hash
        from unnest($2, $3, $4, $5, $6, $7, $8, $9, $10)
            as r (sequence, time, actor, command, command_id, input_hash, events, previous, hash)
        where $11 = (select coalesce(max(sequence), 0) from journal_row where scheme = $1)
            and ($12 = 0 or $12 = (select epoch from journal_lease where scheme = $1))
        """;

    private readonly NpgsqlConnection connection;
    private readonly NpgsqlCommand insert;
    private readonly NpgsqlParameter<List<long>> sequences = Array<List<long>>(NpgsqlDbType.Bigint);
    private readonly NpgsqlParameter<List<long>> times = Array<List<long>>(NpgsqlDbType.Bigint);
    private readonly NpgsqlParameter<List<string>> actors = Array<List<string>>(NpgsqlDbType.Text);
    private readonly NpgsqlParameter<List<string>> commands = Array<List<string>>(NpgsqlDbType.Text);
    private readonly NpgsqlParameter<List<byte[]>> ids = Array<List<byte[]>>(NpgsqlDbType.Bytea);
    private readonly NpgsqlParameter<List<byte[]>> inputs = Array<List<byte[]>>(NpgsqlDbType.Bytea);
    private readonly NpgsqlParameter<List<byte[]>> events = Array<List<byte[]>>(NpgsqlDbType.Bytea);
    private readonly NpgsqlParameter<List<byte[]>> previous = Array<List<byte[]>>(NpgsqlDbType.Bytea);
    private readonly NpgsqlParameter<List<byte[]>> hashes = Array<List<byte[]>>(NpgsqlDbType.Bytea);
    private readonly NpgsqlParameter<long> expectedHead = new();
    private readonly NpgsqlParameter<long> leaseEpoch = new();

    public PostgresAppend(NpgsqlDataSource source, string scheme)
    {
        connection = source.OpenConnection();
        insert = new NpgsqlCommand(Sql, connection);
        insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = scheme });
        foreach (var parameter in new NpgsqlParameter[]
        {
            sequences, times, actors, commands, ids, inputs, events, previous, hashes, expectedHead, leaseEpoch,
        })
        {
            insert.Parameters.Add(parameter);
        }

        insert.Prepare();
    }

    public NpgsqlTransaction Begin() => connection.BeginTransaction();

    public void Run(long expected, ReadOnlySpan<JournalRow> rows, long epoch)
    {
        Fill(rows);
        expectedHead.TypedValue = expected;
        leaseEpoch.TypedValue = epoch;
        try
        {
            if (insert.ExecuteNonQuery() != rows.Length)
            {
                throw new JournalConflictException(
                    $"The journal is no longer at {expected}, or the lease has moved on.");
            }
        }
        catch (PostgresException problem) when (problem.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            throw new JournalConflictException("A row is in the journal already.", problem);
        }
    }

    public void Dispose()
    {
        insert.Dispose();
        connection.Dispose();
    }

    private static NpgsqlParameter<T> Array<T>(NpgsqlDbType element)
        where T : new() => new() { NpgsqlDbType = NpgsqlDbType.Array | element, TypedValue = new T() };

    private static byte[] BytesOf(Digest digest) => digest.ToArray();

    private void Fill(ReadOnlySpan<JournalRow> rows)
    {
        Clear();
        foreach (var row in rows)
        {
            sequences.TypedValue!.Add(row.Sequence);
            times.TypedValue!.Add(row.Time.ToUnixTimeMilliseconds());
            actors.TypedValue!.Add(row.Actor.Name);
            commands.TypedValue!.Add(row.Command);
            var id = new byte[16];
            row.CommandId.CopyTo(id);
            ids.TypedValue!.Add(id);
            inputs.TypedValue!.Add(BytesOf(row.InputHash));
            events.TypedValue!.Add(Whole(row.Events));
            previous.TypedValue!.Add(BytesOf(row.Previous));
            hashes.TypedValue!.Add(BytesOf(row.Hash));
        }
    }

    private void Clear()
    {
        sequences.TypedValue!.Clear();
        times.TypedValue!.Clear();
        actors.TypedValue!.Clear();
        commands.TypedValue!.Clear();
        ids.TypedValue!.Clear();
        inputs.TypedValue!.Clear();
        events.TypedValue!.Clear();
        previous.TypedValue!.Clear();
        hashes.TypedValue!.Clear();
    }

    private static byte[] Whole(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var part) && part.Offset == 0 && part.Count == part.Array!.Length
            ? part.Array
            : bytes.ToArray();
}
