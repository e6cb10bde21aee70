using Tanheng.Quantities;

namespace Tanheng.Rulebook;

/// <summary>
/// How firmly a rule is known. Nothing below <see cref="Law"/> is hidden: pages and reports show the mark.
/// </summary>
public enum Standing
{
    /// <summary>Read in the legal text or the official notice it cites.</summary>
    Law,

    /// <summary>Known from secondary texts; nobody compared it with the original.</summary>
    Unverified,

    /// <summary>From a draft for comment.</summary>
    Draft,

    /// <summary>The sources are silent; this is the house's choice, to be set by the authority.</summary>
    Parameter,
}

/// <summary>Where a rule comes from and when it holds (both days included; null is open).</summary>
public sealed record Citation(string Source, Standing Standing, DateOnly? From = null, DateOnly? Until = null)
{
    /// <summary>As the rulebook writes it, keys and sections: <c>plan-2021-2022 §4; order-19</c>.</summary>
    public string Reference { get; init; } = "";

    /// <summary>The source for readers of English.</summary>
    public string SourceEn { get; init; } = Source;

    /// <summary>The source in the language of a BCP 47 tag.</summary>
    public string In(string language) => new Text(Source, SourceEn).In(language);

    /// <summary>The keys in <see cref="Reference"/>.</summary>
    public IEnumerable<string> Keys => Reference
        .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.Split(' ')[0]);

    /// <summary>True when the rule holds on a day of the scheme's own calendar.</summary>
    public bool Holds(DateOnly day) => (From is null || From <= day) && (Until is null || day <= Until);
}

/// <summary>One rule of a market: something an official can point at, with its source.</summary>
public abstract record Rule
{
    /// <summary>The legal source and validity.</summary>
    public required Citation Cite { get; init; }

    /// <summary>The line of the rulebook file on which the rule begins.</summary>
    public int Line { get; init; }
}

/// <summary>A method of the library, pinned: <c>allocation/cn-power@2022</c>.</summary>
public readonly record struct MethodReference(string Id, string Version)
{
    /// <inheritdoc />
    public override string ToString() => Id + "@" + Version;
}
