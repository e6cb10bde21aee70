using System.Data.Common;
using System.Globalization;
using Dapper;
using Tanheng.Engine.Journal;
using Tanheng.Engine.Views;
using Tanheng.Quantities;

namespace Tanheng.Storage;

/// <summary>Reading the views: the same SQL on both databases. Writing is each database's own.</summary>
public abstract class SqlViews(string scheme) : IViewStore
{
    private const string JournalColumns =
        "select sequence, time, actor, command, command_id, events, hash from view_journal where scheme = @scheme";

    private const string StatementColumns =
        "select transaction_id, line, sequence, time, type, account, compartment, asset, quantity, serials, other"
        + " from view_statement where scheme = @scheme";

    /// <summary>Whose views.</summary>
    protected string Scheme => scheme;

    /// <inheritdoc />
    public JournalHead Checkpoint()
    {
        using var connection = Open();
        using var row = (DbDataReader)connection.ExecuteReader(
            "select sequence, hash from view_checkpoint where scheme = @scheme", new { scheme });
        return row.Read() ? new JournalHead(row.GetInt64(0), new Digest(row.GetFieldValue<byte[]>(1))) : default;
    }

    /// <inheritdoc />
    public abstract void Apply(ViewChanges changes);

    /// <inheritdoc />
    public void Clear()
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction();
        foreach (var table in ViewTables.All)
        {
            connection.Execute($"delete from {table} where scheme = @scheme", new { scheme }, transaction);
        }

        transaction.Commit();
    }

    /// <inheritdoc />
    public IReadOnlyList<JournalLine> Journal(JournalQuery query) => Read(
        JournalColumns
        + (query.Actor is null ? "" : " and actor = @Actor")
        + (query.Command is null ? "" : " and command = @Command")
        + " and sequence < @Before order by sequence desc limit @Take",
        new { scheme, query.Actor, query.Command, query.Before, query.Take },
        JournalLine);

    /// <inheritdoc />
    public JournalLine? Find(CommandId id) =>
        Read(JournalColumns + " and command_id = @id", new { scheme, id = id.ToString() }, JournalLine)
            .FirstOrDefault();

    /// <inheritdoc />
    public IReadOnlyList<StatementLine> Statement(long account, long before = long.MaxValue, int take = 100) => Read(
        StatementColumns
        + " and account = @account and sequence < @before"
        + " order by sequence desc, transaction_id desc, line limit @take",
        new { scheme, account, before, take },
        StatementLine);

    /// <inheritdoc />
    public IReadOnlyList<StatementLine> Transaction(long transaction) => Read(
        StatementColumns + " and transaction_id = @transaction order by line",
        new { scheme, transaction },
        StatementLine);

    /// <inheritdoc />
    public IReadOnlyList<long> Transactions(long? account = null, long before = long.MaxValue, int take = 100) => Read(
        "select distinct transaction_id from view_statement where scheme = @scheme"
        + (account is null ? "" : " and account = @account")
        + " and transaction_id < @before order by transaction_id desc limit @take",
        new { scheme, account, before, take },
        row => row.GetInt64(0));

    /// <inheritdoc />
    public IReadOnlyList<HoldingLine> Holdings(long? account = null) => Read(
        "select account, asset, compartment, quantity, serials from view_holding where scheme = @scheme"
        + (account is null ? "" : " and account = @account") + " order by account, asset, compartment",
        new { scheme, account },
        row => new HoldingLine(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt64(3), row.GetString(4)));

    /// <inheritdoc />
    public IReadOnlyList<HoldingLine> HoldingsAt(DateTimeOffset moment, long? account = null) => Read(
        "select account, asset, compartment, cast(sum(quantity) as bigint) from view_statement"
        + " where scheme = @scheme and time <= @time" + (account is null ? "" : " and account = @account")
        + " group by account, asset, compartment having sum(quantity) <> 0 order by account, asset, compartment",
        new { scheme, account, time = moment.ToUnixTimeMilliseconds() },
        row => new HoldingLine(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt64(3), ""));

    /// <inheritdoc />
    public IReadOnlyList<AccountLine> Accounts() => Read(
        "select account, number, kind, status, holder, province, name_zh, name_en from view_account"
        + " where scheme = @scheme order by account",
        new { scheme },
        row => new AccountLine(
            row.GetInt64(0),
            row.GetString(1),
            row.GetString(2),
            row.GetString(3),
            row.IsDBNull(4) ? null : row.GetInt64(4),
            row.GetString(5),
            row.GetString(6),
            row.GetString(7)));

    /// <inheritdoc />
    public IReadOnlyList<ObligationLine> Obligations(string? period = null) => Read(
        "select holder, code, name_zh, name_en, period, due, allowances, offsets, missing, status from view_obligation"
        + " where scheme = @scheme" + (period is null ? "" : " and period = @period") + " order by period, holder",
        new { scheme, period },
        row => new ObligationLine(
            row.GetInt64(0),
            row.GetString(1),
            row.GetString(2),
            row.GetString(3),
            row.GetString(4),
            row.GetInt64(5),
            row.GetInt64(6),
            row.GetInt64(7),
            row.GetInt64(8),
            row.GetString(9)));

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

    private static JournalLine JournalLine(DbDataReader row) => new(
        row.GetInt64(0),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)),
        row.GetString(2),
        row.GetString(3),
        CommandId.Parse(row.GetString(4), CultureInfo.InvariantCulture),
        row.GetString(5),
        Digest.Parse(row.GetString(6), CultureInfo.InvariantCulture));

    private static StatementLine StatementLine(DbDataReader row) => new(
        row.GetInt64(0),
        row.GetInt32(1),
        row.GetInt64(2),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)),
        row.GetString(4),
        row.GetInt64(5),
        row.GetString(6),
        row.GetString(7),
        row.GetInt64(8),
        row.GetString(9),
        row.GetInt64(10));

    private List<T> Read<T>(string sql, object parameters, Func<DbDataReader, T> line)
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
}
