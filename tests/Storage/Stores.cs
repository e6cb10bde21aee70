using System.Reflection;
using Npgsql;
using Tanheng.Engine.Journal;
using Tanheng.Engine.People;
using Tanheng.Engine.Views;
using Tanheng.Storage.Postgres;
using Tanheng.Storage.Sqlite;
using Xunit.Sdk;

namespace Tanheng.Storage.Tests;

/// <summary>The databases that everything must run on.</summary>
public enum Database
{
    /// <summary>SQLite.</summary>
    Sqlite,

    /// <summary>PostgreSQL.</summary>
    Postgres,
}

/// <summary>
/// Runs a theory on each database that there is; <see cref="PostgresPresenceTests"/> tells when one is missing.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EachDatabaseAttribute : DataAttribute
{
    /// <inheritdoc />
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        Needs.Postgres is null ? [[Database.Sqlite]] : [[Database.Sqlite], [Database.Postgres]];
}

/// <summary>Shows in the count of skipped tests that PostgreSQL was not there.</summary>
public sealed class PostgresPresenceTests
{
    [PostgresFact]
    public void The_suites_run_on_PostgreSQL_too()
    {
        using var store = new PostgresStore();
        using var journal = store.Open("tally");
        journal.Store.ShouldBe("postgresql");
    }
}

/// <summary>A database of its own for one test, gone afterwards. The suites run on both.</summary>
public abstract class Store : IDisposable
{
    /// <summary>How a process is told where it is: <c>sqlite DIR</c> or <c>postgres CONNECTION</c>.</summary>
    public abstract (string Kind, string Place) Address { get; }

    /// <summary>Runs a test on a fresh database.</summary>
    public static void With(Database database, Action<Store> act)
    {
        using Store store = database == Database.Sqlite ? new SqliteStore() : new PostgresStore();
        act(store);
    }

    /// <summary>Opens a scheme's journal once more.</summary>
    public abstract IJournal Open(string scheme);

    /// <summary>Opens a scheme's views once more.</summary>
    public abstract IViewStore OpenViews(string scheme);

    /// <summary>Opens the attachments once more.</summary>
    public abstract IAttachments OpenAttachments();

    /// <summary>Opens the people once more.</summary>
    public abstract IPeople OpenPeople();

    /// <summary>Changes something behind the program's back.</summary>
    public abstract void Tamper(string scheme, string sql);

    /// <summary>What the auditors' view says a row's hash is taken of, and the hash.</summary>
    public abstract (string Text, string Hash) Audit(string scheme, long sequence);

    /// <inheritdoc />
    public abstract void Dispose();
}

/// <summary>A directory of SQLite files.</summary>
public sealed class SqliteStore : Store
{
    private readonly string directory = Directory.CreateTempSubdirectory("tanheng-test-").FullName;

    /// <inheritdoc />
    public override (string Kind, string Place) Address => ("sqlite", directory);

    /// <inheritdoc />
    public override IJournal Open(string scheme) => new SqliteJournal(directory, scheme);

    /// <inheritdoc />
    public override IViewStore OpenViews(string scheme) => new SqliteViews(directory, scheme);

    /// <inheritdoc />
    public override IAttachments OpenAttachments() => new SqliteAttachments(directory);

    /// <inheritdoc />
    public override IPeople OpenPeople() => new SqlitePeople(directory);

    /// <inheritdoc />
    public override void Tamper(string scheme, string sql)
    {
        using var file = new SqliteFile(FileOf(scheme, sql));
        file.Execute(sql);
    }

    /// <inheritdoc />
    public override (string Text, string Hash) Audit(string scheme, long sequence)
    {
        using var file = new SqliteFile(SqliteJournal.PathOf(directory, scheme), readOnly: true);
        using var row = file.Prepare("select text, hash from journal_text where sequence = ?1");
        row.Bind(1, sequence);
        row.Step();
        return (row.Text(0), row.Text(1));
    }

    /// <inheritdoc />
    public override void Dispose() => Directory.Delete(directory, recursive: true);

    private string FileOf(string scheme, string sql) =>
        sql.Contains("attachment", StringComparison.Ordinal) ? Path.Combine(directory, "attachments.db")
        : sql.Contains("audit_entry", StringComparison.Ordinal) ? Path.Combine(directory, "people.db")
        : SqliteJournal.PathOf(directory, scheme);
}

/// <summary>A schema of its own in the throw-away PostgreSQL server.</summary>
public sealed class PostgresStore : Store
{
    private readonly string schema = "t" + Guid.NewGuid().ToString("n");
    private readonly string connection;

    /// <summary>Makes the schema.</summary>
    public PostgresStore()
    {
        connection = new NpgsqlConnectionStringBuilder(Needs.Postgres!)
        {
            SearchPath = schema,
            MaxPoolSize = 10,
            Timeout = 30,
        }.ConnectionString;
        Run($"create schema {schema}");
    }

    /// <inheritdoc />
    public override (string Kind, string Place) Address => ("postgres", connection);

    /// <inheritdoc />
    public override IJournal Open(string scheme) => new PostgresJournal(connection, scheme);

    /// <inheritdoc />
    public override IViewStore OpenViews(string scheme) => new PostgresViews(connection, scheme);

    /// <inheritdoc />
    public override IAttachments OpenAttachments() => new PostgresAttachments(connection);

    /// <inheritdoc />
    public override IPeople OpenPeople() => new PostgresPeople(connection);

    /// <inheritdoc />
    public override void Tamper(string scheme, string sql) => Run(sql);

    /// <inheritdoc />
    public override (string Text, string Hash) Audit(string scheme, long sequence)
    {
        using var source = NpgsqlDataSource.Create(connection);
        using var row = source.CreateCommand("select text, hash from journal_text where scheme = $1 and sequence = $2");
        row.Parameters.AddWithValue(scheme);
        row.Parameters.AddWithValue(sequence);
        using var reader = row.ExecuteReader();
        reader.Read();
        return (reader.GetString(0), reader.GetString(1));
    }

    /// <inheritdoc />
    public override void Dispose() => Run($"drop schema {schema} cascade");

    private void Run(string sql)
    {
        using var source = NpgsqlDataSource.Create(connection);
        using var command = source.CreateCommand(sql);
        command.ExecuteNonQuery();
    }
}
