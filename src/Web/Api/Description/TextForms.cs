using System.Text.Json.Nodes;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme;

namespace Tanheng.Web.Api.Description;

/// <summary>What the values look like that are one text or one number in JSON.</summary>
internal static class TextForms
{
    private static readonly Dictionary<Type, (string Pattern, string Example)> Patterns = new()
    {
        [typeof(UserId)] = (@"^[^\u0000-\u001f\u007f]{1,200}$", "authority-a"),
        [typeof(CompliancePeriod)] = (@"^(0|\d{4}|\d{4}-\d{4})$", "2022"),
        [typeof(Money)] = (@"^-?\d+(\.\d{1,2})? [A-Z]{3}$", "20000.00 CNY"),
        [typeof(Price)] = (@"^-?\d+(\.\d{1,2})? [A-Z]{3}/t$", "68.15 CNY/t"),
        [typeof(Percent)] = (@"^-?\d+(\.\d+)? ?%$", "5 %"),
        [typeof(Digest)] = (@"^[0-9a-fA-F]{64}$", new string('0', 63) + "1"),
        [typeof(CommandId)] = (@"^[0-9a-fA-F]{32}$", new string('0', 31) + "1"),
        [typeof(SerialSet)] = (@"^(\d+-\d+(,\d+-\d+)*)?$", "1001-2000,3001-3500"),
        [typeof(SerialRange)] = (@"^(none|\d+-\d+)$", "1001-2000"),
        [typeof(Asset)] = (@"^(money:[A-Z]{3}|[^\s,]{1,64})$", "CEA-2022"),
        [typeof(Currency)] = ("^[A-Z]{3}$", "CNY"),
    };

    /// <summary>The types that have a form.</summary>
    public static IEnumerable<Type> Known => Patterns.Keys;

    /// <summary>Adds the form of a type to its schema.</summary>
    /// <exception cref="KeyNotFoundException">Nobody has said what such values look like.</exception>
    public static void Add(JsonObject schema, Type type)
    {
        var (pattern, example) = Patterns[type];
        schema["pattern"] = pattern;
        schema["examples"] = new JsonArray(example);
    }
}
