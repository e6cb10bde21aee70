using Tanheng.Engine.Journal;
using Tanheng.Engine.People;
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

    /// <summary>Opens the people of the store.</summary>
    public IPeople OpenPeople() => postgres is null ? new SqlitePeople(data) : new PostgresPeople(postgres);

    /// <summary>Opens the files that commands refer to; they are shared by all markets of the store.</summary>
    public IAttachments OpenAttachments() => postgres is null
        ? new SqliteAttachments(data)
        : new PostgresAttachments(postgres);

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
                : StoreRefusals.UnknownScheme.With(
                    ("scheme", named), ("schemes", string.Join(", ", there)), ("store", Name));
        }

        return there.Count switch
        {
            0 => StoreRefusals.EmptyStore.With(("store", Name)),
            1 => there[0],
            _ => StoreRefusals.ManySchemes.With(("schemes", string.Join(", ", there))),
        };
    }
}
