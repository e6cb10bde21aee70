using Tanheng.Engine.Views;

namespace Tanheng.Storage;

/// <summary>How lines become rows: one place for both databases, so that their columns cannot drift apart.</summary>
internal static class ViewTables
{
    public static readonly ViewTable<JournalLine> Journal = new(
        "view_journal",
        "sequence, time, actor, command, command_id, events, hash",
        "scheme, sequence",
        line =>
        [
            line.Sequence, line.Time.ToUnixTimeMilliseconds(), line.Actor, line.Command, line.CommandId.ToString(),
            line.Events, line.Hash.ToString(),
        ]);

    public static readonly ViewTable<StatementLine> Statements = new(
        "view_statement",
        "transaction_id, line, sequence, time, type, account, compartment, asset, quantity, serials, other",
        "scheme, transaction_id, line",
        line =>
        [
            line.Transaction, line.Line, line.Sequence, line.Time.ToUnixTimeMilliseconds(), line.Type, line.Account,
            line.Compartment, line.Asset, line.Quantity, line.Serials, line.Other,
        ]);

    public static readonly ViewTable<HoldingLine> Holdings = new(
        "view_holding",
        "account, asset, compartment, quantity, serials",
        "scheme, account, asset, compartment",
        line => [line.Account, line.Asset, line.Compartment, line.Quantity, line.Serials]);

    public static readonly ViewTable<AccountLine> Accounts = new(
        "view_account",
        "account, number, kind, status, holder, province, name_zh, name_en",
        "scheme, account",
        line =>
        [
            line.Account, line.Number, line.Kind, line.Status, line.Holder, line.Province, line.NameZh, line.NameEn,
        ]);

    public static readonly ViewTable<ObligationLine> Obligations = new(
        "view_obligation",
        "holder, code, name_zh, name_en, period, due, allowances, offsets, missing, status",
        "scheme, period, holder",
        line =>
        [
            line.Holder, line.Code, line.NameZh, line.NameEn, line.Period, line.Due, line.Allowances, line.Offsets,
            line.Missing, line.Status,
        ]);

    /// <summary>The tables that are emptied together.</summary>
    public static readonly string[] All =
    [
        Journal.Name, Statements.Name, Holdings.Name, Accounts.Name, Obligations.Name, "view_checkpoint",
    ];
}

/// <summary>
/// A table, its columns after <c>scheme</c>, its key, and a line's values in the columns' order: long, int or text.
/// </summary>
internal sealed record ViewTable<T>(string Name, string Columns, string Key, Func<T, object?[]> Values)
{
    /// <summary>The names of the columns after <c>scheme</c>.</summary>
    public string[] ColumnNames { get; } = Columns.Split(", ");

    /// <summary>What an insert does when the key is there.</summary>
    public string OnConflict => $" on conflict ({Key}) do update set "
        + string.Join(", ", ColumnNames.Where(name => !Key.Split(", ").Contains(name))
            .Select(name => $"{name} = excluded.{name}"));
}
