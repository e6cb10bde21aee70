using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml;

namespace Tanheng.Web.Api.Files;

/// <summary>
/// A kind of file that may be attached. What a file is, its content says: a type that is only claimed is not believed.
/// </summary>
/// <param name="Type">The media type.</param>
/// <param name="Extension">What its names end in.</param>
/// <param name="Fits">True when a content is such a file.</param>
internal sealed record FileKind(string Type, string Extension, Func<ReadOnlyMemory<byte>, bool> Fits)
{
    private const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>All that are taken.</summary>
    public static IReadOnlyList<FileKind> All { get; } =
    [
        new("application/pdf", "pdf", content => content.Span.StartsWith("%PDF-"u8)),
        new("image/png", "png", content =>
            content.Span is [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..]),
        new("image/jpeg", "jpg", content => content.Span is [0xFF, 0xD8, 0xFF, ..]),
        new(Sheet, "xlsx", IsSheet),
        new("application/json", "json", IsJson),
        new("application/xml", "xml", IsXml),
        new("text/csv", "csv", IsText),
        new("text/plain", "txt", IsText),
    ];

    /// <summary>The types, for people.</summary>
    public static string Types { get; } = string.Join(", ", All.Select(kind => kind.Type));

    /// <summary>The kind that a sender claims, or null.</summary>
    public static FileKind? Claimed(string? type)
    {
        var plain = type?.Split(';')[0].Trim();
        plain = plain == "text/xml" ? "application/xml" : plain == "image/jpg" ? "image/jpeg" : plain;
        return All.FirstOrDefault(kind => string.Equals(kind.Type, plain, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The kind that a content is by itself; null for what is none of them.</summary>
    public static FileKind? Of(ReadOnlyMemory<byte> content) => All.FirstOrDefault(kind => kind.Fits(content));

    /// <summary>
    /// A name without folders, control characters and whatever file systems or shells would take for something else; it
    /// ends as its kind does.
    /// </summary>
    public string NameOf(string? wanted)
    {
        var name = new StringBuilder();
        foreach (var letter in wanted?.Split('/', '\\')[^1] ?? "")
        {
            var harmless = char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.' or ' ' or '(' or ')'
                || letter is '（' or '）';
            name.Append(harmless ? letter : '_');
        }

        var stem = name.ToString().Trim(' ', '.');
        stem = stem.EndsWith("." + Extension, StringComparison.OrdinalIgnoreCase)
            ? stem[..^(Extension.Length + 1)].TrimEnd(' ', '.')
            : stem;
        stem = stem.Length > 80 ? stem[..80].TrimEnd() : stem;
        return (stem.Length == 0 ? "attachment" : stem) + "." + Extension;
    }

    /// <summary>A workbook is an archive with its parts in it; only their names are looked at.</summary>
    private static bool IsSheet(ReadOnlyMemory<byte> content)
    {
        if (!content.Span.StartsWith("PK\u0003\u0004"u8))
        {
            return false;
        }

        try
        {
            using var archive = new ZipArchive(new MemoryStream(content.ToArray()), ZipArchiveMode.Read);
            return archive.GetEntry("[Content_Types].xml") is not null
                && archive.Entries.Any(entry => entry.FullName == "xl/workbook.xml")
                && !archive.Entries.Any(entry => entry.FullName.EndsWith("vbaProject.bin", StringComparison.Ordinal));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static bool IsJson(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var document = JsonDocument.Parse(WithoutMark(content));
            return document.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Array;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Well-formed, without a document type that could name other files.</summary>
    private static bool IsXml(ReadOnlyMemory<byte> content)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(content.ToArray()), settings);
            while (reader.Read())
            {
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "html" or "script" or "svg" })
                {
                    return false;
                }
            }

            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    /// <summary>
    /// Text in UTF-8, or in an older Chinese encoding as spreadsheets write it: no control characters but tabs and ends
    /// of lines, and not the beginning of a page.
    /// </summary>
    private static bool IsText(ReadOnlyMemory<byte> content)
    {
        var bytes = WithoutMark(content).Span;
        foreach (var letter in bytes)
        {
            if (letter is < 0x20 and not ((byte)'\t' or (byte)'\r' or (byte)'\n') or 0x7F)
            {
                return false;
            }
        }

        return bytes.Length > 0 && !bytes.TrimStart(" \t\r\n"u8).StartsWith("<"u8);
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> content) =>
        content.Span.StartsWith("\uFEFF"u8) ? content["\uFEFF"u8.Length..] : content;
}
