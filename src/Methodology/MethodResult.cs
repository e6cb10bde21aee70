using System.Collections;

namespace Tanheng.Methodology;

/// <summary>The numbers of one evaluation. Every input, formula and output can be asked for by name.</summary>
public sealed class MethodResult
{
    private readonly Frame frame;

    internal MethodResult(Method method, Frame frame)
    {
        Method = method;
        this.frame = frame;
    }

    /// <summary>The method that was evaluated.</summary>
    public Method Method { get; }

    /// <summary>The outputs in the order of the file; a column of rows is a list of rows with that one name.</summary>
    public IReadOnlyList<KeyValuePair<string, MethodValue>> Outputs =>
        [.. Method.Outputs.Select(output => KeyValuePair.Create(output.Name, OutputOf(output)))];

    /// <summary>A number by name, in the unit the method declares for it.</summary>
    /// <exception cref="KeyNotFoundException">The method has no such number.</exception>
    public decimal Number(string name) => frame.Numbers[Find(name, text: false).Slot];

    /// <summary>A flag by name.</summary>
    /// <exception cref="KeyNotFoundException">The method has no such flag.</exception>
    public bool Flag(string name) => frame.Numbers[Find(name, text: false).Slot] != 0m;

    /// <summary>A text by name; empty when an optional text was not given.</summary>
    /// <exception cref="KeyNotFoundException">The method has no such text.</exception>
    public string Text(string name) => frame.Texts[Find(name, text: true).Slot] ?? "";

    /// <summary>The rows of an input table with their computed columns, in the order they were given.</summary>
    /// <exception cref="KeyNotFoundException">The method has no such table.</exception>
    public MethodRows Rows(string table)
    {
        var level = Method.Program.Scope.Tables[table];
        return new MethodRows(level, frame.Rows[level.Table]);
    }

    private MethodValue OutputOf(MethodFormula output)
    {
        var symbol = output.Target;
        if (symbol.TableName is null)
        {
            return symbol.IsText ? Text(symbol.Name)
                : symbol.Type == MethodType.Flag ? MethodValue.Of(Flag(symbol.Name))
                : MethodValue.Of(Number(symbol.Name));
        }

        return MethodValue.Of(Rows(symbol.TableName).Select(row => MethodInputs.Of((symbol.Name, row.Value(symbol)))));
    }

    private Symbol Find(string name, bool text) =>
        Method.Program.Scope.Scalars.Symbols.TryGetValue(name, out var symbol) && symbol.IsText == text
            ? symbol
            : throw new KeyNotFoundException($"{Method.Reference} has no {(text ? "text" : "number")} named {name}.");
}

/// <summary>Rows of a result.</summary>
public sealed class MethodRows : IReadOnlyList<MethodRow>
{
    private readonly Level level;
    private readonly RowSet rows;

    internal MethodRows(Level level, RowSet rows)
    {
        this.level = level;
        this.rows = rows;
    }

    /// <inheritdoc />
    public int Count => rows.Count;

    /// <inheritdoc />
    public MethodRow this[int index] => index >= 0 && index < rows.Count
        ? new MethodRow(level, rows, index)
        : throw new ArgumentOutOfRangeException(nameof(index));

    /// <inheritdoc />
    public IEnumerator<MethodRow> GetEnumerator()
    {
        for (var i = 0; i < rows.Count; i++)
        {
            yield return new MethodRow(level, rows, i);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>One row of a result.</summary>
public readonly struct MethodRow : IEquatable<MethodRow>
{
    private readonly Level level;
    private readonly RowSet rows;
    private readonly int index;

    internal MethodRow(Level level, RowSet rows, int index)
    {
        this.level = level;
        this.rows = rows;
        this.index = index;
    }

    /// <summary>A number of this row, in the unit the method declares for it.</summary>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    public decimal Number(string column) => At(Find(column, text: false)).Number;

    /// <summary>A flag of this row.</summary>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    public bool Flag(string column) => At(Find(column, text: false)).Number != 0m;

    /// <summary>A text of this row; empty when an optional text was not given.</summary>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    public string Text(string column) => At(Find(column, text: true)).Text ?? "";

    /// <inheritdoc />
    public bool Equals(MethodRow other) => ReferenceEquals(rows, other.rows) && index == other.index;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is MethodRow other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => index;

    /// <summary>Equal.</summary>
    public static bool operator ==(MethodRow left, MethodRow right) => left.Equals(right);

    /// <summary>Not equal.</summary>
    public static bool operator !=(MethodRow left, MethodRow right) => !left.Equals(right);

    internal MethodValue Value(Symbol symbol)
    {
        var (number, text) = At(symbol);
        return symbol.IsText ? MethodValue.Of(text ?? "")
            : symbol.Type == MethodType.Flag ? MethodValue.Of(number != 0m)
            : MethodValue.Of(number);
    }

    private (decimal Number, string? Text) At(Symbol symbol) =>
        symbol.IsText ? (0m, rows.TextAt(index, symbol.Slot)) : (rows.NumberAt(index, symbol.Slot), null);

    private Symbol Find(string column, bool text) =>
        level.Symbols.TryGetValue(column, out var symbol) && symbol.IsText == text
            ? symbol
            : throw new KeyNotFoundException(
                $"{level.Name} has no {(text ? "text" : "number")} column named {column}.");
}
