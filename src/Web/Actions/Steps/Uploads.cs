using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Tanheng.Engine.Journal;
using Tanheng.Quantities;
using Tanheng.Web.Actions.Forms;

namespace Tanheng.Web.Actions.Steps;

/// <summary>
/// Files of a form: documents become attachments and their field holds the hash; texts become the field's text.
/// </summary>
internal static class Uploads
{
    private static readonly Text NoStore = new("本系统未配置附件存储，请填写 SHA-256。", "No store for files here; give the SHA-256.");

    private static readonly Text WrongType = new(
        "只接受 PDF、PNG、JPEG、XLSX、DOCX、CSV、TXT、ZIP 文件，且内容须与类型相符。",
        "PDF, PNG, JPEG, XLSX, DOCX, CSV, TXT and ZIP files only, with content of that type.");

    /// <summary>Keeps the files of a form; gives what is wrong with them by key.</summary>
    public static Dictionary<string, Text> Keep(HttpContext http, IFormCollection form, FormValues values)
    {
        var problems = new Dictionary<string, Text>();
        foreach (var file in form.Files.Where(file => file.Length > 0))
        {
            var key = file.Name;
            if (key.EndsWith(".text", StringComparison.Ordinal))
            {
                using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
                values[key] = reader.ReadToEnd();
                var name = key[..^".text".Length] + ".name";
                values[name] = values[name].Length > 0 ? values[name] : FileNames.Clean(file.FileName);
                continue;
            }

            if (file.Length > AttachmentRules.MaxBytes)
            {
                problems[key] = Texts(JournalRefusals.AttachmentTooLarge.With(
                    ("size", file.Length), ("limit", AttachmentRules.MaxBytes)));
            }
            else if (http.RequestServices.GetService<IAttachments>() is not { } store)
            {
                problems[key] = NoStore;
            }
            else
            {
                Keep(store, file, key, values, problems);
            }
        }

        return problems;
    }

    private static void Keep(
        IAttachments store, IFormFile file, string key, FormValues values, Dictionary<string, Text> problems)
    {
        var content = new byte[file.Length];
        using (var stream = file.OpenReadStream())
        {
            stream.ReadExactly(content);
        }

        if (!FileNames.IsOfItsType(FileNames.Clean(file.FileName), content))
        {
            problems[key] = WrongType;
        }
        else if (store.Put(content).Try(out var hash, out var refusal))
        {
            values[key] = hash.ToString();
        }
        else
        {
            problems[key] = Texts(refusal);
        }
    }

    private static Text Texts(Refusal refusal) => new(refusal.Message("zh"), refusal.Message("en"));
}

/// <summary>Names and types of files that people send.</summary>
public static class FileNames
{
    private static readonly Dictionary<string, byte[][]> Beginnings = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = ["%PDF-"u8.ToArray()],
        [".png"] = [[0x89, 0x50, 0x4E, 0x47]],
        [".jpg"] = [[0xFF, 0xD8, 0xFF]],
        [".jpeg"] = [[0xFF, 0xD8, 0xFF]],
        [".xlsx"] = [[0x50, 0x4B, 0x03, 0x04]],
        [".docx"] = [[0x50, 0x4B, 0x03, 0x04]],
        [".zip"] = [[0x50, 0x4B, 0x03, 0x04]],
        [".csv"] = [[]],
        [".txt"] = [[]],
    };

    /// <summary>
    /// A name without folders, control characters and what file systems or shells could misread; at most 100 long.
    /// </summary>
    public static string Clean(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = new StringBuilder();
        foreach (var letter in last)
        {
            var kept = char.IsLetterOrDigit(letter) || letter is '.' or '-' or '_' or ' ' or '（' or '）';
            clean.Append(kept ? letter : '_');
        }

        var trimmed = clean.ToString().Trim(' ', '.');
        var ending = Path.GetExtension(trimmed);
        return trimmed.Length == 0 ? "file"
            : trimmed.Length <= 100 ? trimmed
            : trimmed[..(100 - ending.Length)] + ending;
    }

    /// <summary>
    /// A name for a content of which only the hash is known: its first digits and the ending of its type.
    /// </summary>
    public static string Suggest(Quantities.Digest hash, ReadOnlySpan<byte> content)
    {
        foreach (var (ending, beginnings) in Beginnings)
        {
            foreach (var beginning in beginnings)
            {
                if (beginning.Length > 0 && content.StartsWith(beginning))
                {
                    return hash.ToString()[..12] + ending;
                }
            }
        }

        return hash.ToString()[..12] + ".txt";
    }

    /// <summary>True when the ending is taken and the content begins as such files do.</summary>
    public static bool IsOfItsType(string name, ReadOnlySpan<byte> content)
    {
        if (!Beginnings.TryGetValue(Path.GetExtension(name), out var beginnings))
        {
            return false;
        }

        foreach (var beginning in beginnings)
        {
            if (content.StartsWith(beginning))
            {
                return beginning.Length > 0 || !content.Contains((byte)0);
            }
        }

        return false;
    }
}
