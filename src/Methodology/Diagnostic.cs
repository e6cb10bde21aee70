using System.Globalization;
using Tanheng.Quantities;

namespace Tanheng.Methodology;

/// <summary>One thing that is wrong in a methodology file, where it stands, and what to do about it.</summary>
/// <param name="File">The name the reader was given.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">Counted from 1.</param>
/// <param name="Message">The sentence in both languages.</param>
public sealed record Diagnostic(string File, int Line, int Column, Text Message)
{
    /// <summary><c>file:line:column: message</c> in English, as compilers print it.</summary>
    public override string ToString() => ToString("en");

    /// <summary>The same in the language of a BCP 47 tag.</summary>
    public string ToString(string language) =>
        string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}: {Message.In(language)}");
}
