using System.Globalization;
using Tanheng.Quantities;

namespace Tanheng.Web.Api;

/// <summary>What a parameter is.</summary>
public enum ParameterKind
{
    /// <summary>A whole number from 1.</summary>
    Id,

    /// <summary>A calendar year.</summary>
    Year,

    /// <summary>A compliance period: <c>2021</c> or <c>2019-2020</c>.</summary>
    Period,

    /// <summary>A moment, RFC 3339.</summary>
    Moment,

    /// <summary>Any text.</summary>
    Text,

    /// <summary>A SHA-256 in hexadecimal digits.</summary>
    Digest,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>One of some words.</summary>
    Choice,
}

/// <summary>A parameter of path or query.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Title">What it means.</param>
/// <param name="InPath">True when it is part of the path.</param>
/// <param name="Choices">The words of a choice.</param>
public sealed record Parameter(
    string Name, ParameterKind Kind, Text Title, bool InPath = false, IReadOnlyList<string>? Choices = null)
{
    /// <summary>Longest text that is looked at.</summary>
    public const int MaxLength = 200;

    /// <summary>True when it must be given although it is not in the path.</summary>
    public bool Required { get; init; }

    /// <summary>A number of the path.</summary>
    public static Parameter Number(string name, string zh, string en) =>
        new(name, ParameterKind.Id, new Text(zh, en), InPath: true);

    /// <summary>A choice among the members of an enumeration.</summary>
    public static Parameter Of<T>(string name, string zh, string en)
        where T : struct, Enum =>
        new(name, ParameterKind.Choice, new Text(zh, en), Choices: [.. Enum.GetValues<T>().Select(Word)]);

    /// <summary>The word of an enumeration's member in JSON and addresses.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum =>
        System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>What it is, for people.</summary>
    public Text Expected => Kind switch
    {
        ParameterKind.Id => new("正整数", "a whole number from 1"),
        ParameterKind.Year => new("年份，如 2022", "a year such as 2022"),
        ParameterKind.Period => new("履约周期，如 2021 或 2019-2020", "a period such as 2021 or 2019-2020"),
        ParameterKind.Moment => new(
            "时间，如 2023-12-31T15:59:59Z", "a moment such as 2023-12-31T15:59:59Z"),
        ParameterKind.Digest => new("64 位十六进制数字", "64 hexadecimal digits"),
        ParameterKind.Flag => new("true 或 false", "true or false"),
        ParameterKind.Choice => new(
            "以下之一：" + string.Join("、", Choices ?? []), "one of " + string.Join(", ", Choices ?? [])),
        _ => new("1 至 200 个字符", "1 to 200 characters"),
    };

    /// <summary>The value of a text, or null when it is none.</summary>
    public object? Read(string text)
    {
        const NumberStyles digits = NumberStyles.None;
        var culture = CultureInfo.InvariantCulture;
        return Kind switch
        {
            ParameterKind.Id => long.TryParse(text, digits, culture, out var id) && id > 0 ? id : null,
            ParameterKind.Year => int.TryParse(text, digits, culture, out var year) && year is >= 1990 and <= 2199
                ? year
                : null,
            ParameterKind.Period => CompliancePeriod.TryParse(text, culture, out var period) && period != default
                ? period
                : null,
            ParameterKind.Moment => DateTimeOffset.TryParse(
                text, culture, DateTimeStyles.AssumeUniversal, out var moment) && text.Length >= 10
                ? moment.ToUniversalTime()
                : null,
            ParameterKind.Digest => Quantities.Digest.TryParse(text, culture, out var digest) ? digest : null,
            ParameterKind.Flag => text is "true" or "false" ? text == "true" : null,
            ParameterKind.Choice => Choices!.Contains(text) ? text : null,
            _ => text.Length is > 0 and <= MaxLength ? text : null,
        };
    }
}
