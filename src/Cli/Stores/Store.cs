using Tanheng.Engine.Journal;
using Tanheng.Engine.Views;
using Tanheng.Quantities;
using Tanheng.Storage.Postgres;
using Tanheng.Storage.Sqlite;

namespace Tanheng.Cli.Stores;

/// <summary>Where journals are: a folder of SQLite files, or a PostgreSQL database.</summary>
internal sealed class Store(string data, string? postgres)
{
    /// <summary>For people.</summary>
    public string Name => postgres is null ? Path.GetFullPath(data) : "PostgreSQL";

    /// <summary>Opens a market's journal, creating it when it is not there.</summary>
    public IJournal Open(string scheme) => postgres is null
        ? new SqliteJournal(data, scheme)
        : new PostgresJournal(postgres, scheme);

    /// <summary>Opens a market's read tables.</summary>
    public IViewStore OpenViews(string scheme) => postgres is null
        ? new SqliteViews(data, scheme)
        : new PostgresViews(postgres, scheme);

    /// <summary>The markets in the store. A journal without a row, left by a refused import, is no market.</summary>
    public IReadOnlyList<string> Schemes() => postgres is null
        ? [.. SqliteJournal.SchemesIn(data).Where(HasRows).Order(StringComparer.Ordinal)]
        : [.. PostgresJournal.SchemesIn(postgres).Order(StringComparer.Ordinal)];

    private bool HasRows(string scheme)
    {
        try
        {
            using var journal = new SqliteJournal(data, scheme);
            return journal.Head().Sequence > 0;
        }
        catch (Exception unusable) when (unusable is StoreRefusedException or System.Data.Common.DbException)
        {
            return true; // Whoever chooses it is told what is wrong with it.
        }
    }

    /// <summary>The market that was named, or the only one there is.</summary>
    public Outcome<string> Choose(string? named)
    {
        var there = Schemes();
        if (named is not null)
        {
            return there.Contains(named)
                ? named
                : StoreRefusals.UnknownScheme.With(("scheme", named), ("schemes", string.Join(", ", there)), ("store", Name));
        }

        return there.Count switch
        {
            0 => StoreRefusals.EmptyStore.With(("store", Name)),
            1 => there[0],
            _ => StoreRefusals.ManySchemes.With(("schemes", string.Join(", ", there))),
        };
    }
}

/// <summary>Why a store cannot answer.</summary>
internal static class StoreRefusals
{
    public static readonly RefusalCode EmptyStore = RefusalCode.Final(
        9101,
        "empty-store",
        "{store} 中还没有市场：请先运行 tanheng scenario run 或 tanheng import。",
        "There is no market in {store} yet: run tanheng scenario run or tanheng import first.");

    public static readonly RefusalCode UnknownScheme = RefusalCode.Final(
        9102,
        "unknown-scheme",
        "{store} 中没有市场 {scheme}；现有：{schemes}。",
        "There is no market {scheme} in {store}; there are: {schemes}.");

    public static readonly RefusalCode ManySchemes = RefusalCode.Final(
        9103,
        "many-schemes",
        "有多个市场（{schemes}）：请用 --scheme 指定。",
        "There are several markets ({schemes}): name one with --scheme.");

    public static readonly RefusalCode NotAScenarioStore = RefusalCode.Final(
        9104,
        "other-data-there",
        "{store} 中的市场 {scheme} 已有 {rows} 行其他数据，情景不会写入；请换一个 --data 目录。",
        "The market {scheme} in {store} has {rows} rows of other data; a scenario does not write there. Choose another --data folder.");
}
