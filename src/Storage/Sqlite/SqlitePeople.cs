using System.Data.Common;
using Microsoft.Data.Sqlite;
using Tanheng.Storage.People;

namespace Tanheng.Storage.Sqlite;

/// <summary>
/// The people of a data directory, in <c>DIR/people.db</c>. The portal's keys are files in <c>DIR/keys</c>, so that a
/// copy of the database alone does not open what they encrypt.
/// </summary>
public sealed class SqlitePeople : SqlPeople
{
    private readonly string keys;
    private readonly string connectionString;

    /// <summary>Opens or creates the file.</summary>
    /// <exception cref="Engine.Journal.StoreRefusedException">Written by a newer program.</exception>
    public SqlitePeople(string directory)
    {
        Directory.CreateDirectory(directory);
        var path = Path.Combine(directory, "people.db");
        using (var file = new SqliteFile(path))
        {
            file.Execute("pragma journal_mode=wal; pragma synchronous=full");
            SqliteSchema.Migrate(file, "people");
        }

        Private(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        keys = Path.Combine(directory, "keys");
        connectionString =
            new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true }.ConnectionString;
    }

    /// <inheritdoc />
    public override IReadOnlyList<string> ProtectionKeys() => Directory.Exists(keys)
        ? [.. Directory.EnumerateFiles(keys, "*.xml").Order(StringComparer.Ordinal).Select(File.ReadAllText)]
        : [];

    /// <inheritdoc />
    public override void AddProtectionKey(string name, string xml)
    {
        Directory.CreateDirectory(keys);
        Private(keys, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var path = Path.Combine(keys, Path.GetFileName(name) + ".xml");
        var part = path + ".part";
        File.WriteAllText(part, xml);
        Private(part, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.Move(part, path, overwrite: true);
    }

    /// <inheritdoc />
    protected override DbConnection Open()
    {
        SqliteLibrary.Ensure();
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        return connection;
    }

    /// <inheritdoc />
    protected override void Close()
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private static void Private(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }
}
