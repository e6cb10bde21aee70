using SQLitePCL;

namespace Tanheng.Storage.Sqlite;

/// <summary>
/// A connection to one SQLite file, without the layers of ADO.NET: an append is a few hundred nanoseconds of work, and
/// a command object with boxed parameters would cost more than that. Not for two threads at once.
/// </summary>
public sealed class SqliteFile : IDisposable
{
    private readonly sqlite3 handle;

    /// <summary>Opens or creates the file.</summary>
    /// <exception cref="SqliteFileException">It cannot be opened.</exception>
    public SqliteFile(string path, bool readOnly = false)
    {
        SqliteLibrary.Ensure();
        var flags = raw.SQLITE_OPEN_NOMUTEX
            | (readOnly ? raw.SQLITE_OPEN_READONLY : raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE);
        var result = raw.sqlite3_open_v2(path, out handle, flags, null);
        if (result != raw.SQLITE_OK)
        {
            var message = raw.sqlite3_errstr(result).utf8_to_string();
            handle.Dispose();
            throw new SqliteFileException(result, $"{path}: {message}");
        }

        raw.sqlite3_busy_timeout(handle, 5000);
    }

    /// <summary>Rows the last statement changed.</summary>
    public int Changes => raw.sqlite3_changes(handle);

    /// <summary>Runs statements that return nothing.</summary>
    public void Execute(string sql) => Check(raw.sqlite3_exec(handle, sql));

    /// <summary>Prepares a statement to be used many times.</summary>
    public SqliteStatement Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v2(handle, sql, out var statement));
        return new SqliteStatement(this, statement);
    }

    /// <summary>The first column of the first row as a number; null when there is none.</summary>
    public long? Number(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() && !statement.IsNull(0) ? statement.Long(0) : null;
    }

    /// <inheritdoc />
    public void Dispose() => handle.Dispose();

    internal void Check(int result)
    {
        if (result is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            throw new SqliteFileException(
                raw.sqlite3_extended_errcode(handle), raw.sqlite3_errmsg(handle).utf8_to_string());
        }
    }
}

/// <summary>A prepared statement. Parameters count from 1, columns from 0, as in SQLite.</summary>
public sealed class SqliteStatement : IDisposable
{
    private readonly SqliteFile file;
    private readonly sqlite3_stmt statement;

    internal SqliteStatement(SqliteFile file, sqlite3_stmt statement)
    {
        this.file = file;
        this.statement = statement;
    }

    /// <summary>Sets a whole number.</summary>
    public void Bind(int parameter, long value) => file.Check(raw.sqlite3_bind_int64(statement, parameter, value));

    /// <summary>Sets bytes.</summary>
    public void Bind(int parameter, ReadOnlySpan<byte> value) =>
        file.Check(raw.sqlite3_bind_blob(statement, parameter, value));

    /// <summary>Sets a text that is UTF-8 already.</summary>
    public void BindText(int parameter, ReadOnlySpan<byte> value) =>
        file.Check(raw.sqlite3_bind_text(statement, parameter, value));

    /// <summary>Sets a text.</summary>
    public void Bind(int parameter, string value) => file.Check(raw.sqlite3_bind_text(statement, parameter, value));

    /// <summary>Sets no value.</summary>
    public void BindNull(int parameter) => file.Check(raw.sqlite3_bind_null(statement, parameter));

    /// <summary>Goes to the next row; false when there is none.</summary>
    public bool Step()
    {
        var result = raw.sqlite3_step(statement);
        file.Check(result);
        return result == raw.SQLITE_ROW;
    }

    /// <summary>Makes it ready to be used again.</summary>
    public void Reset() => raw.sqlite3_reset(statement);

    /// <summary>Runs it once and makes it ready again.</summary>
    public void Run()
    {
        try
        {
            Step();
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>True when the column has no value.</summary>
    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    /// <summary>A whole number.</summary>
    public long Long(int column) => raw.sqlite3_column_int64(statement, column);

    /// <summary>Bytes, or a text's UTF-8; valid until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(statement, column);

    /// <summary>A text.</summary>
    public string Text(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string() ?? "";

    /// <inheritdoc />
    public void Dispose() => statement.Dispose();
}

/// <summary>SQLite said no.</summary>
public sealed class SqliteFileException(int code, string message) : System.Data.Common.DbException(message, code)
{
    /// <summary>SQLite's extended result code.</summary>
    public int Code => ErrorCode;

    /// <summary>True when a row with that key is there already.</summary>
    public bool IsDuplicate => (Code & 0xff) == raw.SQLITE_CONSTRAINT;
}
