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
public sealed record LegalSource(
    string Key,
    SourceKind Kind,
    Text Title,
    string? Number,
    DateOnly? Issued,
    DateOnly? InForce,
    Uri? Url,
    int Line)
{
    /// <summary>Title and number as an official would cite them: 《…》（国务院令第775号）.</summary>
    public string Cited => Number is null ? $"《{Title.Zh}》" : $"《{Title.Zh}》（{Number}）";
}
