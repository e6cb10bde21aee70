using Npgsql;

namespace Tanheng.Storage.Postgres;

/// <summary>How the program connects to PostgreSQL.</summary>
internal static class PostgresSource
{
    /// <summary>
    /// Connections that write durably whatever the server's default, and that go to the primary of a cluster when the
    /// connection string names several hosts.
    /// </summary>
    public static NpgsqlDataSource Open(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "tanheng" };
        settings.Options = (settings.Options + " -c synchronous_commit=on").Trim();
        if (settings.Host?.Contains(',', StringComparison.Ordinal) != true)
        {
            return NpgsqlDataSource.Create(settings);
        }

        return new NpgsqlDataSourceBuilder(settings.ConnectionString)
            .BuildMultiHost()
            .WithTargetSession(TargetSessionAttributes.Primary);
    }
}
