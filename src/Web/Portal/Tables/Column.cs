using Microsoft.AspNetCore.Components;
using Tanheng.Quantities;

namespace Tanheng.Web.Portal.Tables;

/// <summary>
/// A column of a table, said once for the page, its sort links and its CSV file.
/// </summary>
/// <param name="Key">Its name in links and in the head of the CSV file.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Value">
/// The cell: tonnes, money, a number, a share, a date, a text, an enumeration; null shows a dash.
/// </param>
public sealed record Column<T>(string Key, Text Title, Func<T, object?> Value)
{
    /// <summary>The unit in the head; numbers then stand in it.</summary>
    public Text? Unit { get; init; }

    /// <summary>True for numbers: to the right, in tabular figures.</summary>
    public bool Number { get; init; }

    /// <summary>True for the column that names the row.</summary>
    public bool Head { get; init; }

    /// <summary>False where an order means nothing.</summary>
    public bool Sorts { get; init; } = true;

    /// <summary>Where the cell leads; null for nowhere.</summary>
    public Func<T, string?>? Link { get; init; }

    /// <summary>The tone of a state, which is drawn as a tag: good, warn, bad, info or nothing.</summary>
    public Func<T, string>? Tone { get; init; }

    /// <summary>Why the state is what it is, in small print below it; null where there is nothing to say.</summary>
    public Func<T, Refusal?>? Why { get; init; }

    /// <summary>What may be done with the row: small buttons that lead to filled-in forms.</summary>
    public Func<T, IReadOnlyList<Act>>? Acts { get; init; }

    /// <summary>How the cell is drawn, where the plain value is not enough.</summary>
    public RenderFragment<T>? Cell { get; init; }

    /// <summary>True for texts cited as published, which may be in another language than the page.</summary>
    public bool Cited { get; init; }

    /// <summary>CSS class of the cell, such as serial or nowrap.</summary>
    public string Class { get; init; } = "";

    /// <summary>The title with its unit, where a row stands as a card and says its columns itself.</summary>
    public Text Label => Unit is { } unit ? Words.WithUnit(Title, unit) : Title;
}

/// <summary>Something that can be done, and what it is called.</summary>
public readonly record struct Act(string Path, Text Word);

/// <summary>Short ways to make columns.</summary>
public static class Columns
{
    /// <summary>An amount, its currency in the head; ungrouped in a file.</summary>
    public static Column<T> Amount<T>(string key, Text title, Currency currency, Func<T, Money> value) =>
        new(key, title, row => new BareAmount(value(row))) { Unit = Words.UnitOfMoney(currency), Number = true };

    /// <summary>Whole tonnes.</summary>
    public static Column<T> Tonnes<T>(string key, Text title, Func<T, Tonnes?> value) =>
        new(key, title, row => value(row)) { Unit = Words.Tonne, Number = true };

    /// <summary>A whole number.</summary>
    public static Column<T> Count<T>(string key, Text title, Func<T, long?> value) =>
        new(key, title, row => value(row)) { Number = true };
}

/// <summary>An amount of money where its currency is said elsewhere.</summary>
public readonly record struct BareAmount(Money Money);
