using Tanheng.Engine.Journal;
using Tanheng.Quantities;

namespace Tanheng.Storage.Sqlite;

/// <summary>Attachments of all schemes of a data directory, in <c>DIR/attachments.db</c>.</summary>
public sealed class SqliteAttachments : IAttachments
{
    private readonly SqliteFile file;
    private readonly Lock gate = new();

    /// <summary>Opens or creates the file.</summary>
    public SqliteAttachments(string directory)
    {
        Directory.CreateDirectory(directory);
        file = new SqliteFile(Path.Combine(directory, "attachments.db"));
        file.Execute("pragma journal_mode=wal; pragma synchronous=full");
        SqliteSchema.Migrate(file, "attachments");
    }

    /// <inheritdoc />
    public Outcome<Digest> Put(ReadOnlyMemory<byte> content, Digest? claimed = null)
    {
        if (!AttachmentRules.Check(content.Span, claimed).Try(out var hash, out var refusal))
        {
            return refusal;
        }

        lock (gate)
        {
            using var put = file.Prepare("insert or ignore into attachment (hash, size, content) values (?1, ?2, ?3)");
            put.Bind(1, hash.ToArray());
            put.Bind(2, content.Length);
            put.Bind(3, content.Span);
            put.Run();
        }

        return hash;
    }

    /// <inheritdoc />
    public Outcome<byte[]?> Get(Digest hash)
    {
        byte[]? content;
        lock (gate)
        {
            using var get = file.Prepare("select content from attachment where hash = ?1");
            get.Bind(1, hash.ToArray());
            content = get.Step() ? get.Bytes(0).ToArray() : null;
        }

        return AttachmentRules.CheckKept(hash, content);
    }

    /// <inheritdoc />
    public bool Has(Digest hash)
    {
        lock (gate)
        {
            using var has = file.Prepare("select 1 from attachment where hash = ?1");
            has.Bind(1, hash.ToArray());
            return has.Step();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (gate)
        {
            file.Dispose();
        }
    }
}
