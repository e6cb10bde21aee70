using System.Text;
using Tanheng.Quantities;
using Tanheng.Scheme.Settlement;

namespace Tanheng.Engine.Banking;

/// <summary>
/// Reads a file of bank statements, ISO 20022 camt.053 or CSV, as its first letter says. What is wrong is said with its
/// line; of a file with anything wrong nothing is read.
/// </summary>
public static class BankFile
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MostBytes = 8 * 1024 * 1024;

    /// <summary>The most lines that all statements of a file have.</summary>
    public const int MostLines = 20_000;

    /// <summary>The longest text of a field.</summary>
    internal const int MostLetters = 500;

    /// <summary>
    /// The statements. Refusals: bank file too large; document type; what is wrong at a line; too many lines.
    /// </summary>
    public static Outcome<IReadOnlyList<BankStatement>> Read(ReadOnlySpan<byte> content)
    {
        if (content.Length > MostBytes)
        {
            return BankFileRefusals.TooLarge.With(("size", content.Length), ("limit", MostBytes));
        }

        var text = Decode(content);
        try
        {
            IReadOnlyList<BankStatement> statements = text.AsSpan().TrimStart() switch
            {
                [] => throw new BankFileException(1, "文件为空", "the file is empty"),
                ['<', ..] => Camt053.Read(text),
                _ => StatementCsv.Read(text),
            };
            return statements.Sum(one => one.Lines.Count) > MostLines
                ? BankFileRefusals.TooManyLines.With(("limit", MostLines))
                : Outcome.Of(statements);
        }
        catch (BankFileException problem)
        {
            return problem.Refusal;
        }
        catch (DocumentTypeException)
        {
            return BankFileRefusals.DocumentType.With();
        }
    }

    /// <summary>
    /// UTF-8, with or without its mark; what is no UTF-8 is GB 18030, in which banks write their CSV files.
    /// </summary>
    private static string Decode(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith(Encoding.UTF8.Preamble))
        {
            content = content[Encoding.UTF8.Preamble.Length..];
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content);
        }
        catch (ArgumentException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetString(content);
        }
    }

    /// <summary>An amount such as <c>1234.56</c>, never with a sign.</summary>
    internal static Money Amount(string text, Currency currency, int line, string field)
    {
        var plain = text.Trim();
        return plain.Length > 0 && (char.IsAsciiDigit(plain[0]) || plain[0] == '.')
            && Money.TryParse($"{plain} {currency.Code}", null, out var money)
            ? money
            : throw new BankFileException(
                line, $"{field} 的金额“{Short(text)}”无法识别", $"the amount \"{Short(text)}\" of {field} cannot be read");
    }

    internal static Currency CurrencyOf(string text, int line) => Currency.TryParse(text.Trim(), null, out var currency)
        ? currency
        : throw new BankFileException(line, $"币种“{Short(text)}”未知", $"the currency \"{Short(text)}\" is unknown");

    internal static DateOnly Day(string text, int line, string field)
    {
        string[] forms = ["yyyy-MM-dd", "yyyyMMdd", "yyyy/MM/dd"];
        var day = text.Trim();
        return DateOnly.TryParseExact(
            day.Length > 10 && day[10] == 'T' ? day[..10] : day,
            forms,
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.None,
            out var read)
            ? read
            : throw new BankFileException(
                line, $"{field} 的日期“{Short(text)}”无法识别", $"the date \"{Short(text)}\" of {field} cannot be read");
    }

    /// <summary>A text as it is kept; null for none.</summary>
    internal static string? Text(string? text, int line, string field)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var trimmed = text.Trim();
        return trimmed.Length > MostLetters
            ? throw new BankFileException(
                line, $"{field} 超过 {MostLetters} 个字符", $"{field} has more than {MostLetters} letters")
            : trimmed.Any(char.IsControl)
                ? throw new BankFileException(line, $"{field} 含有控制字符", $"{field} has control characters")
                : trimmed;
    }

    internal static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}

/// <summary>What is wrong at a place of a file.</summary>
internal sealed class BankFileException(int line, string zh, string en) : Exception(en)
{
    /// <summary>The same as a refusal.</summary>
    public Refusal Refusal { get; } = BankFileRefusals.Wrong.With(("line", line), ("zh", zh), ("en", en));
}
