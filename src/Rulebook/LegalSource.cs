using Tanheng.Quantities;

namespace Tanheng.Rulebook;

/// <summary>What sort of text a source is.</summary>
public enum SourceKind
{
    /// <summary>A statute, a regulation of the government, a directive.</summary>
    Law,

    /// <summary>部门规章: measures of a ministry or of the commission.</summary>
    Measure,

    /// <summary>分配方案: an allocation plan.</summary>
    Plan,

    /// <summary>通知、公告: a notice or announcement of an authority or of an exchange.</summary>
    Notice,

    /// <summary>征求意见稿: a draft for comment, which binds nobody.</summary>
    Draft,
}

/// <summary>A law, a plan or a notice that rules cite by its key.</summary>
/// <param name="Key">The word before the section in <c>source: plan-2021-2022 §4</c>.</param>
/// <param name="Kind">What sort of text it is.</param>
/// <param name="Title">Its title.</param>
/// <param name="Number">Its official number, such as 国务院令第775号; null when it has none.</param>
/// <param name="Issued">The day it was issued.</param>
/// <param name="InForce">The day it began to bind.</param>
/// <param name="Url">Where it can be read.</param>
/// <param name="Line">The line of the file.</param>
/// <param name="NumberEn">Its number for readers of English, such as State Council Order No. 775.</param>
/// <param name="Sections">English names of the sections that rules cite by a heading.</param>
public sealed record LegalSource(
    string Key,
    SourceKind Kind,
    Text Title,
    string? Number,
    DateOnly? Issued,
    DateOnly? InForce,
    Uri? Url,
    int Line,
    string? NumberEn,
    IReadOnlyDictionary<string, string> Sections)
{
    /// <summary>Title and number as an official would cite them: 《…》（国务院令第775号）.</summary>
    public string Cited => Number is null ? $"《{Title.Zh}》" : $"《{Title.Zh}》（{Number}）";

    /// <summary>The same for readers of English: “…” (State Council Order No. 775).</summary>
    public string CitedEn => (NumberEn ?? Number) is { } number ? $"“{Title.En}” ({number})" : $"“{Title.En}”";

    /// <summary>A section for readers of English: 第二十九条 is Art. 29; a heading by its name here, or as it is.</summary>
    public string SectionEn(string section) =>
        Sections.TryGetValue(section, out var named) ? named
        : Articles.Read(section) is { } article ? article
        : section;
}

/// <summary>Reads the numbers by which Chinese texts count their articles and parts.</summary>
internal static class Articles
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>第二十九条 as Art. 29, 二 as Part 2; null for anything else.</summary>
    public static string? Read(string section)
    {
        var article = section is ['第', .., '条'];
        return Number(article ? section[1..^1] : section) is { } number ? (article ? "Art. " : "Part ") + number : null;
    }

    /// <summary>A Chinese number from 1 to 199; null when it is not one.</summary>
    private static int? Number(string text)
    {
        var rest = text.Replace("一百", "百", StringComparison.Ordinal);
        var hundred = rest.StartsWith('百') ? 100 : 0;
        rest = rest.TrimStart('百').TrimStart('零');
        var ten = rest.IndexOf('十', StringComparison.Ordinal);
        var tens = ten < 0 ? 0 : ten == 0 ? 1 : ten == 1 ? Digits.IndexOf(rest[0], StringComparison.Ordinal) : -1;
        rest = rest[(ten + 1)..];
        var ones = rest.Length == 0 ? 0 : rest.Length == 1 ? Digits.IndexOf(rest[0], StringComparison.Ordinal) : -1;
        var number = hundred + (tens * 10) + ones;
        return tens < 0 || ones < 0 || number == 0 ? null : number;
    }
}
