using System.Globalization;

namespace Tanheng.Web.Actions.Forms;

/// <summary>
/// What stands in a form: values by keys such as <c>lines.0.facility</c>. Several values of one key are lines of one.
/// </summary>
public sealed class FormValues
{
    private readonly SortedDictionary<string, string> values = new(StringComparer.Ordinal);

    /// <summary>Keys and values, in ordinal order of the keys.</summary>
    public IReadOnlyDictionary<string, string> All => values;

    /// <summary>A value; empty when it is not there.</summary>
    public string this[string key]
    {
        get => values.GetValueOrDefault(key, "");
        set => values[key] = value;
    }

    /// <summary>The values of a form or a query; those that start with an underscore are the machine's own.</summary>
    public static FormValues Of(IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> given)
    {
        var form = new FormValues();
        foreach (var (key, value) in given)
        {
            if (!key.StartsWith('_') && key is not ("lang" or "back"))
            {
                form[key] = string.Join('\n', value.Where(one => !string.IsNullOrEmpty(one)))
                    .Replace("\r\n", "\n", StringComparison.Ordinal);
            }
        }

        return form;
    }

    /// <summary>
    /// A whole position chosen at once, <c>account|unit|vintage</c>, as the fields of which it consists; commands call
    /// the account <c>from</c> or <c>account</c>.
    /// </summary>
    public FormValues WithPosition()
    {
        if (values.Remove("position", out var position) && position.Split('|') is [var account, var unit, var vintage])
        {
            (values["from"], values["account"]) = (account, account);
            (values["unit"], values["vintage"]) = (unit, vintage);
        }

        return this;
    }

    /// <summary>Values that are not blank, of keys within a key.</summary>
    public bool HasContent(string key) => Within(key).Any(pair => !string.IsNullOrWhiteSpace(pair.Value));

    /// <summary>How many rows a list has: one more than the highest number.</summary>
    public int Rows(string key)
    {
        var most = 0;
        foreach (var (inner, _) in Within(key))
        {
            var number = inner.AsSpan(key.Length + 1);
            var dot = number.IndexOf('.');
            number = dot < 0 ? number : number[..dot];
            if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row < MostRows)
            {
                most = Math.Max(most, row + 1);
            }
        }

        return most;
    }

    /// <summary>The key of a row.</summary>
    public static string Row(string key, int row) => key + "." + row.ToString(CultureInfo.InvariantCulture);

    /// <summary>Adds an empty row to a list.</summary>
    public void AddRow(string key)
    {
        var row = Rows(key);
        if (row < MostRows)
        {
            values[Row(key, row) + "." + Mark] = "";
        }
    }

    /// <summary>Takes a row away, named as <c>lines.2</c>; those behind it move up.</summary>
    public void RemoveRow(string rowKey)
    {
        var dot = rowKey.LastIndexOf('.');
        if (dot <= 0 || !int.TryParse(rowKey[(dot + 1)..], out var gone) || gone < 0)
        {
            return;
        }

        var key = rowKey[..dot];
        var rows = Rows(key);
        Forget(rowKey);
        for (var row = gone + 1; row < rows; row++)
        {
            foreach (var (inner, value) in Within(Row(key, row)).ToList())
            {
                values.Remove(inner);
                values[Row(key, row - 1) + inner[Row(key, row).Length..]] = value;
            }
        }
    }

    /// <summary>What the buttons of a list do: adds a row to it, or takes one away; empty names do nothing.</summary>
    public void Change(string add, string remove)
    {
        if (add.Length > 0)
        {
            AddRow(add);
        }
        else if (remove.Length > 0)
        {
            RemoveRow(remove);
        }
    }

    /// <summary>A row that is there although nothing is in it yet.</summary>
    internal const string Mark = "-";

    private const int MostRows = 5_000;

    private void Forget(string key)
    {
        values.Remove(key);
        foreach (var (inner, _) in Within(key).ToList())
        {
            values.Remove(inner);
        }
    }

    private IEnumerable<KeyValuePair<string, string>> Within(string key) =>
        values.Where(pair => pair.Key.Length > key.Length && pair.Key[key.Length] == '.'
            && pair.Key.StartsWith(key, StringComparison.Ordinal));
}
