using System.Data.Common;
using Npgsql;
using Tanheng.Storage.People;

namespace Tanheng.Storage.Postgres;

/// <summary>The people of a deployment, in the database that holds its journals.</summary>
public sealed class PostgresPeople : SqlPeople
{
    private readonly NpgsqlDataSource source;

    /// <summary>Connects, creating the tables when there are none.</summary>
    /// <exception cref="Engine.Journal.StoreRefusedException">Written by a newer program.</exception>
    public PostgresPeople(string connectionString)
    {
        source = PostgresSource.Open(connectionString);
        PostgresSchema.Migrate(source, "people");
    }

    /// <inheritdoc />
    public override IReadOnlyList<string> ProtectionKeys() =>
        Read("select xml from protection_key order by name", null, row => row.GetString(0));

    /// <inheritdoc />
    public override void AddProtectionKey(string name, string xml) => Execute(
        "insert into protection_key (name, xml) values (@name, @xml) on conflict (name) do update set xml = @xml",
        new { name, xml });

    /// <inheritdoc />
    protected override DbConnection Open() => source.OpenConnection();

    /// <inheritdoc />
    protected override void Close() => source.Dispose();
}
