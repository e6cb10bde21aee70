using System.Data.Common;
using Npgsql;
using NpgsqlTypes;
using Tanheng.Engine.Views;

namespace Tanheng.Storage.Postgres;

/// <summary>A scheme's views in the database that holds the journals, or in another one.</summary>
public sealed class PostgresViews : SqlViews
{
    private readonly NpgsqlDataSource source;

    /// <summary>Connects, creating the tables when there are none.</summary>
    public PostgresViews(string connectionString, string scheme)
        : base(scheme)
    {
        source = PostgresSource.Open(connectionString);
        PostgresSchema.Migrate(source, "views");
    }

    /// <inheritdoc />
    public override void Apply(ViewChanges changes)
    {
        using var connection = source.OpenConnection();
        using var transaction = connection.BeginTransaction();
        using var batch = new NpgsqlBatch(connection, transaction);
        Add(batch, ViewTables.Journal, changes.Journal);
        Add(batch, ViewTables.Statements, changes.Statements);
        Add(batch, ViewTables.Holdings, changes.Holdings);
        Add(batch, ViewTables.Accounts, changes.Accounts);
        Add(batch, ViewTables.Obligations, changes.Obligations);
        Add(batch, "delete from view_holding where scheme = $1 and quantity = 0", Scheme);
        Add(
            batch,
            "insert into view_checkpoint (scheme, sequence, hash) values ($1, $2, $3)"
            + " on conflict (scheme) do update set sequence = excluded.sequence, hash = excluded.hash",
            Scheme,
            changes.To.Sequence,
            changes.To.Hash.ToArray());
        batch.ExecuteNonQuery();
        transaction.Commit();
    }

    /// <inheritdoc />
    protected override DbConnection Open() => source.OpenConnection();

    /// <inheritdoc />
    protected override void Close() => source.Dispose();

    private static void Add(NpgsqlBatch batch, string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        batch.BatchCommands.Add(command);
    }

    /// <summary>All lines in one statement: a column is an array.</summary>
    private void Add<T>(NpgsqlBatch batch, ViewTable<T> table, IReadOnlyList<T> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        var rows = lines.Select(table.Values).ToArray();
        var places = string.Join(", ", Enumerable.Range(2, table.ColumnNames.Length).Select(i => "$" + i));
        var command = new NpgsqlBatchCommand(
            $"insert into {table.Name} (scheme, {table.Columns})"
            + $" select $1, r.* from unnest({places}) as r ({table.Columns}){table.OnConflict}");
        command.Parameters.Add(new NpgsqlParameter { Value = Scheme });
        for (var i = 0; i < table.ColumnNames.Length; i++)
        {
            command.Parameters.Add(Column(rows, i));
        }

        batch.BatchCommands.Add(command);
    }

    private static NpgsqlParameter Column(object?[][] rows, int column)
    {
        var first = Array.Find(rows, row => row[column] is not null)?[column];
        return first switch
        {
            string => new NpgsqlParameter
            {
                Value = rows.Select(row => (string?)row[column]).ToArray(),
                NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text,
            },
            int => new NpgsqlParameter
            {
                Value = rows.Select(row => (int)row[column]!).ToArray(),
                NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer,
            },
            _ => new NpgsqlParameter
            {
                Value = rows.Select(row => (long?)row[column]).ToArray(),
                NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint,
            },
        };
    }
}
