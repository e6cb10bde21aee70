using System.Data.Common;
using Dapper;
using Tanheng.Engine.People;

namespace Tanheng.Storage.People;

/// <summary>
/// The people store in SQL that both databases understand. Whatever must happen once (a code, a link, a decision) is
/// one conditional update, and the count of changed rows tells who won.
/// </summary>
public abstract partial class SqlPeople : IPeople
{
    /// <inheritdoc />
    public abstract IReadOnlyList<string> ProtectionKeys();

    /// <inheritdoc />
    public abstract void AddProtectionKey(string name, string xml);

    /// <inheritdoc />
    public void Dispose()
    {
        Close();
        GC.SuppressFinalize(this);
    }

    /// <summary>A connection that the caller disposes.</summary>
    protected abstract DbConnection Open();

    /// <summary>Lets go of the database.</summary>
    protected abstract void Close();

    /// <summary>How many rows a statement changes.</summary>
    protected int Execute(string sql, object parameters)
    {
        using var connection = Open();
        return connection.Execute(sql, parameters);
    }

    /// <summary>What a query gives, line by line.</summary>
    protected List<T> Read<T>(string sql, object? parameters, Func<DbDataReader, T> line)
    {
        using var connection = Open();
        using var reader = (DbDataReader)connection.ExecuteReader(sql, parameters);
        var lines = new List<T>();
        while (reader.Read())
        {
            lines.Add(line(reader));
        }

        return lines;
    }

    private T? First<T>(string sql, object parameters, Func<DbDataReader, T> line)
        where T : class => Read(sql, parameters, line).FirstOrDefault();

    private long Count(string sql, object parameters)
    {
        using var connection = Open();
        return connection.ExecuteScalar<long>(sql, parameters);
    }

    private T Together<T>(Func<Transaction, T> work)
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction();
        var result = work(new Transaction(connection, transaction));
        transaction.Commit();
        return result;
    }

    private static string NewStamp() => Guid.NewGuid().ToString("n");

    private static long Millis(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    private static long? Millis(DateTimeOffset? time) => time?.ToUnixTimeMilliseconds();

    private static DateTimeOffset Time(DbDataReader row, int column) =>
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    private static DateTimeOffset? TimeOrNull(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : Time(row, column);

    private static string? TextOrNull(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static T Value<T>(DbDataReader row, int column)
        where T : struct, Enum => Enum.Parse<T>(row.GetString(column), ignoreCase: true);

    private static string[] Words(DbDataReader row, int column) =>
        row.GetString(column).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Key(string name) => name.ToLowerInvariant();

    private sealed record Transaction(DbConnection Connection, DbTransaction Of)
    {
        public int Execute(string sql, object parameters) => Connection.Execute(sql, parameters, Of);

        public T? Scalar<T>(string sql, object parameters) => Connection.ExecuteScalar<T?>(sql, parameters, Of);
    }
}
