using Tanheng.Quantities;

namespace Tanheng.Methodology;

/// <summary>What a formula can name: a scalar (<c>Table</c> is −1) or a column of an input table.</summary>
internal sealed class Symbol
{
    public required string Name { get; init; }

    public required Text Title { get; init; }

    public required MethodType Type { get; init; }

    public Unit Unit { get; init; } = Unit.One;

    public IReadOnlyList<string>? Choices { get; init; }

    public int Table { get; init; } = -1;

    public string? TableName { get; init; }

    public int Slot { get; init; }

    /// <summary>
    /// The number slot that says whether an optional or defaulted input was given; −1 for the others.
    /// </summary>
    public int GivenSlot { get; init; } = -1;

    /// <summary>True for an input that may be left out and has no default.</summary>
    public bool IsOptional { get; init; }

    /// <summary><c>units.allocation</c> or <c>total</c>.</summary>
    public string FullName => TableName is null ? Name : $"{TableName}.{Name}";

    public bool IsText => Type is MethodType.Text or MethodType.Choice;
}

/// <summary>The names of one level: the scalars, or the columns of one table.</summary>
internal sealed class Level(int table, string? name)
{
    private readonly Dictionary<string, Symbol> symbols = new(StringComparer.Ordinal);

    public int Table => table;

    public string? Name => name;

    public int Numbers { get; private set; }

    public int Texts { get; private set; }

    public IReadOnlyDictionary<string, Symbol> Symbols => symbols;

    /// <summary>Gives a name its slots; null when the name is taken.</summary>
    public Symbol? Add(
        string symbol,
        Text title,
        MethodType type,
        Unit unit,
        IReadOnlyList<string>? choices,
        bool canBeAbsent,
        bool optional)
    {
        var text = type is MethodType.Text or MethodType.Choice;
        var made = new Symbol
        {
            Name = symbol,
            Title = title,
            Type = type,
            Unit = unit,
            Choices = choices,
            Table = table,
            TableName = name,
            Slot = text ? Texts++ : Numbers++,
            GivenSlot = canBeAbsent ? Numbers++ : -1,
            IsOptional = optional,
        };
        return symbols.TryAdd(symbol, made) ? made : null;
    }
}

/// <summary>All names of a method while its formulas are bound.</summary>
internal sealed class Scope
{
    public Level Scalars { get; } = new(-1, null);

    public Dictionary<string, Level> Tables { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, LookupTable> Lookups { get; } = new(StringComparer.Ordinal);
}
