using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme;

namespace Tanheng.Web.Actions.Forms;

/// <summary>Reads one value of a form as the JSON of its kind, or says in words what is wrong with it.</summary>
internal static class FieldReader
{
    /// <summary>A line of text is never longer.</summary>
    public const int MostLine = 300;

    /// <summary>A paragraph is never longer.</summary>
    public const int MostParagraph = 20_000;

    private const int MostDocument = 4_000_000;
    private const int LeastCode = 16;

    /// <summary>Null JSON with a problem, or JSON without.</summary>
    public static (JsonNode? Value, Text? Problem) Read(FieldShape field, string typed, ActionSheet sheet)
    {
        var text = field.Kind switch
        {
            FieldKind.Document => typed,
            FieldKind.Line or FieldKind.Paragraph => typed.Trim(),
            _ => Plain(typed),
        };
        var most = field.Kind switch
        {
            FieldKind.Paragraph => MostParagraph,
            FieldKind.Document => MostDocument,
            FieldKind.Serials => MostParagraph,
            _ => MostLine,
        };
        if (text.Length > most)
        {
            return (null, FormTexts.TooLong(most));
        }

        return HasControls(text, field.Kind) ? (null, FormTexts.Controls) : OfKind(field, text, sheet);
    }

    /// <summary>Full-width digits and signs as plain ones, without blanks around.</summary>
    public static string Plain(string typed)
    {
        var plain = new StringBuilder(typed.Length);
        foreach (var letter in typed)
        {
            plain.Append(letter switch
            {
                >= '\uFF01' and <= '\uFF5E' => (char)(letter - '\uFF01' + '!'),
                '\u3000' or '\u00A0' => ' ',
                _ => letter,
            });
        }

        return plain.ToString().Trim();
    }

    /// <summary>A whole number; thousands may be grouped by commas.</summary>
    public static bool Whole(string text, out long value)
    {
        var start = text.StartsWith('-') ? 1 : 0;
        var groups = text[start..].Split(',');
        var good = groups.Length == 1
            || (groups[0].Length is > 0 and < 4 && groups.Skip(1).All(group => group.Length == 3));
        var digits = text[..start] + string.Concat(groups);
        return long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && good;
    }

    /// <summary>
    /// A decimal with a point; thousands may be grouped by commas, digits after the point are kept as they are.
    /// </summary>
    public static bool Number(string text, out decimal value)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? text : text[..point];
        var grouped = whole.Contains(',', StringComparison.Ordinal);
        value = 0;
        return (!grouped || Whole(whole, out _)) && decimal.TryParse(
            grouped ? string.Concat(whole.Split(',')) + text[whole.Length..] : text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out value);
    }

    private static (JsonNode? Value, Text? Problem) OfKind(FieldShape field, string text, ActionSheet sheet) =>
        field.Kind switch
        {
            FieldKind.Line or FieldKind.Paragraph or FieldKind.Document or FieldKind.Province or FieldKind.Body
                or FieldKind.Unit or FieldKind.User or FieldKind.AuctionRule => (JsonValue.Create(text), null),
            FieldKind.Sector => (JsonValue.Create(text == "-" ? "" : text), null),
            FieldKind.Tonnes => Whole(text, out var tonnes) ? (tonnes, null) : (null, FormTexts.WholeTonnes),
            FieldKind.Whole or FieldKind.Year => Integer(field.Type, text),
            FieldKind.Number => Number(text, out var number)
                ? (JsonValue.Create(number), null)
                : (null, FormTexts.Decimal),
            FieldKind.Money => Parsed<Money>(WithCurrency(text, sheet, ""), FormTexts.Money),
            FieldKind.Price => Parsed<Price>(WithCurrency(text, sheet, "/t"), FormTexts.Price),
            FieldKind.Percent => Parsed<Percent>(text.EndsWith('%') ? text : text + " %", FormTexts.Percent),
            FieldKind.Date => Day(text),
            FieldKind.Moment => Moment(text),
            FieldKind.Flag => (text is "true" or "on", null),
            FieldKind.Choice => Choice(field.Type, text),
            FieldKind.Rights => RightsOf(text),
            FieldKind.Period or FieldKind.Vintage => Parsed<CompliancePeriod>(text, FormTexts.Period),
            FieldKind.Serials => Parsed<SerialSet>(
                text.Replace(" ", "", StringComparison.Ordinal), FormTexts.Serials),
            FieldKind.File => Parsed<Digest>(text, FormTexts.Hash),
            FieldKind.Code => Code(text),
            FieldKind.Asset => Parsed<Asset>(text, FormTexts.Asset),
            FieldKind.Method => MethodOf(text),
            _ => Id(field.Kind, text, sheet),
        };

    private static (JsonNode?, Text?) Integer(Type type, string text)
    {
        const NumberStyles style = NumberStyles.AllowLeadingSign;
        if (type == typeof(long))
        {
            return Whole(text, out var large) ? (large, null) : (null, FormTexts.WholeNumber);
        }

        return int.TryParse(text, style, CultureInfo.InvariantCulture, out var whole)
            ? (whole, null)
            : (null, FormTexts.WholeNumber);
    }

    /// <summary>A code as its digest; one that is a digest already stays as it is.</summary>
    private static (JsonNode?, Text?) Code(string text)
    {
        if (Digest.TryParse(text, null, out var digest))
        {
            return (digest.ToString(), null);
        }

        return text.Length < LeastCode
            ? (null, FormTexts.CodeTooShort)
            : (Digest.Of(Encoding.UTF8.GetBytes(text)).ToString(), null);
    }

    private static bool HasControls(string text, FieldKind kind) => text.Any(letter => char.IsControl(letter)
        && !(kind is FieldKind.Paragraph or FieldKind.Document or FieldKind.Rights && letter is '\n' or '\t' or '\r'));

    private static (JsonNode?, Text?) Parsed<T>(string text, Text problem)
        where T : struct, IParsable<T> => T.TryParse(text, null, out var value)
            ? (JsonSerializer.SerializeToNode(value, SchemeJson.Options), null)
            : (null, problem);

    private static string WithCurrency(string text, ActionSheet sheet, string behind)
    {
        var number = text.EndsWith(behind, StringComparison.Ordinal) ? text[..^behind.Length] : text;
        var space = number.LastIndexOf(' ');
        var amount = (space < 0 ? number : number[..space]).Replace(",", "", StringComparison.Ordinal);
        return amount + (space < 0 ? " " + sheet.Currency.Code : number[space..]) + behind;
    }

    private static (JsonNode?, Text?) Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? (day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null)
            : (null, FormTexts.Date);

    private static (JsonNode?, Text?) Moment(string text)
    {
        string[] forms = ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"];
        return DateTime.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? (moment.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture), null)
            : (null, FormTexts.Moment);
    }

    private static (JsonNode?, Text?) Choice(Type type, string text)
    {
        if (type == typeof(bool))
        {
            return text is "true" or "false" ? (text == "true", null) : (null, FormTexts.Choice);
        }

        return Enum.GetNames(type).Any(name => JsonNamingPolicy.KebabCaseLower.ConvertName(name) == text)
            ? (text, null)
            : (null, FormTexts.Choice);
    }

    private static (JsonNode?, Text?) RightsOf(string text)
    {
        string[] known = ["read", "initiate", "approve", "surrender"];
        var chosen = text.Split([',', '\n', ' '], StringSplitOptions.RemoveEmptyEntries);
        return chosen.Length > 0 && chosen.All(known.Contains)
            ? (string.Join(", ", known.Where(chosen.Contains)), null)
            : (null, FormTexts.Choice);
    }

    private static (JsonNode?, Text?) MethodOf(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at < text.Length - 1
            ? (new JsonObject { ["id"] = text[..at], ["version"] = text[(at + 1)..] }, null)
            : (null, FormTexts.Method);
    }

    /// <summary>A typed id: its number, with or without its letter, or a code that the sheet knows.</summary>
    private static (JsonNode?, Text?) Id(FieldKind kind, string text, ActionSheet sheet)
    {
        if (sheet.Ids.TryGetValue((kind, text), out var known))
        {
            return (known, null);
        }

        var digits = text.Length > 1 && char.IsAsciiLetterUpper(text[0]) ? text[1..] : text;
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && digits.Length <= 15
            ? (id, null)
            : (null, FormTexts.Unknown);
    }
}
