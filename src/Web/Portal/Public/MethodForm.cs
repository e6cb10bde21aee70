using System.Globalization;
using Microsoft.AspNetCore.Http;
using Tanheng.Methodology;
using Tanheng.Quantities;

namespace Tanheng.Web.Portal.Public;

/// <summary>One control of the form.</summary>
/// <param name="Name">Its name in the address: <c>year</c>, <c>units.0.class</c>.</param>
/// <param name="Input">What the method says of it.</param>
/// <param name="Value">What the visitor gave.</param>
/// <param name="Error">What is wrong with it; null when nothing is.</param>
public sealed record FormField(string Name, MethodInput Input, string Value, Text? Error);

/// <summary>The rows of an input that is a table.</summary>
public sealed record FormTable(MethodInput Input, IReadOnlyList<IReadOnlyList<FormField>> Rows);

/// <summary>
/// The inputs of a method as a form, made from the method's own description. The whole form is the address, so that a
/// calculation can be linked to. A row of a table that is left empty does not count.
/// </summary>
public sealed class MethodForm
{
    private const int MostRows = 60;
    private readonly Dictionary<string, string> given;
    private readonly List<(string, MethodValue)> values = [];
    private bool wrong;

    private MethodForm(Method method, Dictionary<string, string> given, string? add)
    {
        this.given = given;
        var (fields, tables) = (new List<FormField>(), new List<FormTable>());
        foreach (var input in method.Inputs)
        {
            if (input.Type == MethodType.Rows)
            {
                tables.Add(Table(input, add == input.Name));
            }
            else
            {
                var field = Field(input.Name, input, out var value);
                fields.Add(field);
                if (value is { } one)
                {
                    values.Add((input.Name, one));
                }
            }
        }

        (Fields, Tables) = (fields, tables);
    }

    /// <summary>Single inputs.</summary>
    public IReadOnlyList<FormField> Fields { get; }

    /// <summary>Inputs that are tables.</summary>
    public IReadOnlyList<FormTable> Tables { get; }

    /// <summary>True when anything was given.</summary>
    public bool Given => given.Count > 0;

    /// <summary>What was given, for the method; null while something cannot be read.</summary>
    public MethodInputs? Inputs => wrong ? null : MethodInputs.Of([.. values]);

    /// <summary>The query that gives this form again.</summary>
    public string Query => string.Join('&', given
        .OrderBy(pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));

    /// <summary>The form from the address; <c>add=units</c> asks for one more row.</summary>
    public static MethodForm Of(Method method, IQueryCollection query)
    {
        var names = method.Inputs.Select(input => input.Name).ToHashSet(StringComparer.Ordinal);
        var given = query
            .Where(pair => names.Contains(pair.Key.Split('.')[0]))
            .Select(pair => (pair.Key, Value: pair.Value.ToString().Trim()))
            .Where(pair => pair.Value.Length is > 0 and <= 200)
            .ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        return new MethodForm(method, given, query["add"]);
    }

    /// <summary>The form filled with a worked example.</summary>
    public static MethodForm Of(Method method, MethodInputs inputs)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in inputs.Values)
        {
            if (value.Kind != MethodValueKind.Rows)
            {
                given[name] = value.ToString();
                continue;
            }

            for (var i = 0; i < value.Rows.Length; i++)
            {
                foreach (var (column, cell) in value.Rows[i].Values)
                {
                    given[Name(name, i, column)] = cell.ToString();
                }
            }
        }

        return new MethodForm(method, given, null);
    }

    private FormTable Table(MethodInput input, bool more)
    {
        var last = given.Keys
            .Where(key => key.StartsWith(input.Name + ".", StringComparison.Ordinal))
            .Select(key => key.Split('.'))
            .Where(parts => parts.Length == 3)
            .Select(parts => int.TryParse(
                parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : -1)
            .Where(at => at < MostRows)
            .DefaultIfEmpty(-1)
            .Max();
        var count = Math.Max(last + 1 + (more ? 1 : 0), Math.Max(1, input.MinimumRows));
        var rows = new List<IReadOnlyList<FormField>>();
        var read = new List<MethodInputs>();
        for (var i = 0; i < count; i++)
        {
            var (fields, cells) = (new List<FormField>(), new List<(string, MethodValue)>());
            foreach (var column in input.Columns)
            {
                fields.Add(Field(Name(input.Name, i, column.Name), column, out var value));
                if (value is { } one)
                {
                    cells.Add((column.Name, one));
                }
            }

            rows.Add(fields);
            if (cells.Count > 0)
            {
                read.Add(MethodInputs.Of([.. cells]));
            }
        }

        if (read.Count > 0)
        {
            values.Add((input.Name, MethodValue.Of(read)));
        }

        return new FormTable(input, rows);
    }

    private FormField Field(string name, MethodInput input, out MethodValue? value)
    {
        var text = given.GetValueOrDefault(name, "");
        value = text.Length == 0 ? null : Read(input, text);
        var error = text.Length > 0 && value is null ? Words.NotANumber : null;
        wrong |= error is not null;
        return new FormField(name, input, text, error);
    }

    private static MethodValue? Read(MethodInput input, string text) => input.Type switch
    {
        MethodType.Number or MethodType.Year => decimal.TryParse(
            text.Replace(",", "", StringComparison.Ordinal),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number)
            ? MethodValue.Of(number)
            : default(MethodValue?),
        MethodType.Flag => MethodValue.Of(text is "true" or "yes" or "on"),
        _ => MethodValue.Of(text),
    };

    private static string Name(string table, int row, string column) =>
        string.Create(CultureInfo.InvariantCulture, $"{table}.{row}.{column}");
}
