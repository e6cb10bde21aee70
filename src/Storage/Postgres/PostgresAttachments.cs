using Npgsql;
using NpgsqlTypes;
using Tanheng.Engine.Journal;
using Tanheng.Quantities;

namespace Tanheng.Storage.Postgres;

/// <summary>Attachments in the database that holds the journals.</summary>
public sealed class PostgresAttachments : IAttachments
{
    private readonly NpgsqlDataSource source;

    /// <summary>Connects, creating the table when there is none.</summary>
    public PostgresAttachments(string connectionString)
    {
        source = PostgresSource.Open(connectionString);
        PostgresSchema.Migrate(source, "attachments");
    }

    /// <inheritdoc />
    public Outcome<Digest> Put(ReadOnlyMemory<byte> content, Digest? claimed = null)
    {
        if (!AttachmentRules.Check(content.Span, claimed).Try(out var hash, out var refusal))
        {
            return refusal;
        }

        using var put = source.CreateCommand(
            "insert into attachment (hash, size, content) values ($1, $2, $3) on conflict do nothing");
        put.Parameters.AddWithValue(hash.ToArray());
        put.Parameters.AddWithValue((long)content.Length);
        put.Parameters.Add(new NpgsqlParameter<ReadOnlyMemory<byte>>
        {
            NpgsqlDbType = NpgsqlDbType.Bytea,
            TypedValue = content,
        });
        put.ExecuteNonQuery();
        return hash;
    }

    /// <inheritdoc />
    public Outcome<byte[]?> Get(Digest hash)
    {
        using var get = source.CreateCommand("select content from attachment where hash = $1");
        get.Parameters.AddWithValue(hash.ToArray());
        return AttachmentRules.CheckKept(hash, get.ExecuteScalar() as byte[]);
    }

    /// <inheritdoc />
    public bool Has(Digest hash)
    {
        using var has = source.CreateCommand("select 1 from attachment where hash = $1");
        has.Parameters.AddWithValue(hash.ToArray());
        return has.ExecuteScalar() is not null;
    }

    /// <inheritdoc />
    public void Dispose() => source.Dispose();
}
