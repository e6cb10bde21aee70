using System.Data.Common;
using Microsoft.Data.Sqlite;
using Tanheng.Engine.Journal;
using Tanheng.Engine.Views;

namespace Tanheng.Storage.Sqlite;

/// <summary>
/// A scheme's views in a file of their own, <c>DIR/SCHEME.views.db</c>. They can be made again, so they are not
/// synchronised to disk at every commit.
/// </summary>
public sealed class SqliteViews : SqlViews
{
    private readonly string path;
    private readonly SqliteFile writer;
    private readonly Lock gate = new();

    /// <summary>Opens or creates the file.</summary>
    /// <exception cref="StoreRefusedException">Not a scheme id, or written by a newer program.</exception>
    public SqliteViews(string directory, string scheme)
        : base(scheme)
    {
        if (!SchemeId.IsValid(scheme))
        {
            throw new StoreRefusedException(JournalRefusals.BadSchemeId.With(("scheme", scheme)));
        }

        Directory.CreateDirectory(directory);
        path = Path.Combine(directory, scheme + ".views.db");
        writer = new SqliteFile(path);
        writer.Execute("pragma journal_mode=wal; pragma synchronous=normal");
        SqliteSchema.Migrate(writer, "views");
    }

    /// <inheritdoc />
    public override void Apply(ViewChanges changes)
    {
        lock (gate)
        {
            writer.Execute("begin immediate");
            try
            {
                Write(ViewTables.Journal, changes.Journal);
                Write(ViewTables.Statements, changes.Statements);
                Write(ViewTables.Holdings, changes.Holdings);
                Write(ViewTables.Accounts, changes.Accounts);
                Write(ViewTables.Obligations, changes.Obligations);
                writer.Execute("delete from view_holding where quantity = 0");
                using var checkpoint = writer.Prepare(
                    "insert or replace into view_checkpoint (scheme, sequence, hash) values (?1, ?2, ?3)");
                checkpoint.Bind(1, Scheme);
                checkpoint.Bind(2, changes.To.Sequence);
                checkpoint.Bind(3, changes.To.Hash.ToArray());
                checkpoint.Run();
                writer.Execute("commit");
            }
            catch
            {
                writer.Execute("rollback");
                throw;
            }
        }
    }

    /// <inheritdoc />
    protected override DbConnection Open()
    {
        SqliteLibrary.Ensure();
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path }.ConnectionString);
        connection.Open();
        return connection;
    }

    /// <inheritdoc />
    protected override void Close()
    {
        SqliteConnection.ClearAllPools();
        writer.Dispose();
    }

    private void Write<T>(ViewTable<T> table, IReadOnlyList<T> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        var places = string.Join(", ", Enumerable.Range(2, table.ColumnNames.Length).Select(i => "?" + i));
        using var write = writer.Prepare(
            $"insert into {table.Name} (scheme, {table.Columns}) values (?1, {places}){table.OnConflict}");
        foreach (var line in lines)
        {
            write.Bind(1, Scheme);
            var values = table.Values(line);
            for (var i = 0; i < values.Length; i++)
            {
                Bind(write, i + 2, values[i]);
            }

            write.Run();
        }
    }

    private static void Bind(SqliteStatement statement, int parameter, object? value)
    {
        switch (value)
        {
            case long number:
                statement.Bind(parameter, number);
                break;
            case int number:
                statement.Bind(parameter, number);
                break;
            case string text:
                statement.Bind(parameter, text);
                break;
            case null:
                statement.BindNull(parameter);
                break;
            default:
                throw new ArgumentException($"No column holds a {value.GetType().Name}.", nameof(value));
        }
    }
}
