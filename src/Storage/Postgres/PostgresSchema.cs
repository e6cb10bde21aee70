using Npgsql;

namespace Tanheng.Storage.Postgres;

/// <summary>Brings a database to the program's schema; two programs that start at once wait for each other.</summary>
internal static class PostgresSchema
{
    /// <summary>Any number, the same in every version: the advisory lock under which migrations run.</summary>
    private const long MigrationLock = 7_826_437_601;

    public static void Migrate(NpgsqlDataSource source, string part)
    {
        using var connection = source.OpenConnection();
        using var transaction = connection.BeginTransaction();
        Run(connection, $"select pg_advisory_xact_lock({MigrationLock})");
        Run(connection, Migrations.Table);
        using var ask = new NpgsqlCommand("select version from schema_version where part = $1", connection);
        ask.Parameters.AddWithValue(part);
        foreach (var (step, sql) in Migrations.After("postgres", part, ask.ExecuteScalar() as int? ?? 0))
        {
            Run(connection, sql);
            using var note = new NpgsqlCommand(
                "insert into schema_version (part, version) values ($1, $2)"
                + " on conflict (part) do update set version = excluded.version",
                connection);
            note.Parameters.AddWithValue(part);
            note.Parameters.AddWithValue(step);
            note.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private static void Run(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
