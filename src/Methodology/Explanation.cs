using System.Globalization;
using System.Text;
using Tanheng.Quantities;

namespace Tanheng.Methodology;

/// <summary>A figure out of a table that a line used, with where it comes from.</summary>
public sealed record ExplanationFigure(
    string Table, Text TableTitle, string Key, string Column, string Value, string Source, MethodStatus Status);

/// <summary>One input as it entered: given, or from its default.</summary>
/// <param name="Name"><c>year</c> or <c>fuels[2].amount</c>.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Value">The value with its unit.</param>
/// <param name="IsDefault">True when it was not given and the default stands.</param>
/// <param name="Source">Where the default comes from; may be empty.</param>
public sealed record ExplanationInput(string Name, Text Title, string Value, bool IsDefault, string Source);

/// <summary>One line of the work: a formula, what went in, what came out.</summary>
/// <param name="Name"><c>total</c> or <c>units[2].allocation</c>.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Formula">As written in the file.</param>
/// <param name="Words">The formula with titles for names.</param>
/// <param name="Substituted">The formula with the values put in; only the branch taken.</param>
/// <param name="Result">The result with its unit.</param>
/// <param name="Value">The result as a value, exactly as <see cref="MethodResult"/> has it.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Source">The legal source.</param>
/// <param name="Status">How far it is confirmed.</param>
/// <param name="Figures">Table figures that were used.</param>
public sealed record ExplanationLine(
    string Name,
    Text Title,
    string Formula,
    Text Words,
    Text Substituted,
    string Result,
    MethodValue Value,
    Unit Unit,
    string Source,
    MethodStatus Status,
    IReadOnlyList<ExplanationFigure> Figures);

/// <summary>A result with its work, line by line in the order of calculation.</summary>
public sealed record Explanation(
    Method Method, MethodResult Result, IReadOnlyList<ExplanationInput> Inputs, IReadOnlyList<ExplanationLine> Lines)
{
    /// <summary>The whole explanation as plain text in the language of a BCP 47 tag.</summary>
    public string ToText(string language)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Method.Reference}  {Method.Title.In(language)}\n");
        text.Append(CultureInfo.InvariantCulture, $"{Text.Of(Method.Source).In(language)}\n\n");
        foreach (var input in Inputs)
        {
            text.Append(CultureInfo.InvariantCulture, $"{input.Name}  {input.Title.In(language)} = {input.Value}\n");
        }

        foreach (var line in Lines)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{line.Name}  {line.Title.In(language)}\n");
            text.Append(
                CultureInfo.InvariantCulture, $"  = {line.Words.In(language)}\n  = {line.Substituted.In(language)}\n");
            text.Append(CultureInfo.InvariantCulture, $"  = {line.Result}\n  {Text.Of(line.Source).In(language)}\n");
        }

        return text.ToString();
    }

    /// <inheritdoc />
    public override string ToString() => ToText("zh");
}
