using System.Globalization;
using Tanheng.Quantities;

namespace Tanheng.Rulebook;

/// <summary>One thing that is wrong in a rulebook: where it stands and what to do about it.</summary>
/// <param name="File">The name of the rulebook, or of the file it includes.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">Counted from 1.</param>
/// <param name="Path">The field, such as <c>periods.2021.deadlines[2].by</c>; empty for the whole file.</param>
/// <param name="Refusal">The reason, an 8xxx code.</param>
public sealed record Diagnostic(string File, int Line, int Column, string Path, Refusal Refusal)
{
    /// <summary>
    /// As compilers print it, in the language of a BCP 47 tag: <c>file:line:column: TH8002 path: …</c>.
    /// </summary>
    public string ToString(string language)
    {
        var path = Path.Length == 0 ? "" : Path + ": ";
        var message = Refusal.Message(language);
        return string.Create(
            CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}: TH{Refusal.Code.Number} {path}{message}");
    }

    /// <summary>In English.</summary>
    public override string ToString() => ToString("en");
}

/// <summary>A rulebook, or everything that is wrong with it; never both.</summary>
public sealed record RulebookReading(Rulebook? Rulebook, IReadOnlyList<Diagnostic> Diagnostics);
