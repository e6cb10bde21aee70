using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Tanheng.Quantities;

namespace Tanheng.Tidy.Tests;

/// <summary>What is asked of every refusal code, and of every place that refuses with one.</summary>
internal static partial class RefusalChecks
{
    /// <summary>
    /// Thousands by namespace, the most specific first. What all areas of the scheme share may be in the range of any.
    /// </summary>
    private static readonly (string Area, int[] Thousands)[] Ranges =
    [
        ("Tanheng.Ledger", [1]),
        ("Tanheng.Scheme.Registry", [2]),
        ("Tanheng.Scheme.Mrv", [3]),
        ("Tanheng.Scheme.Allocation", [4]),
        ("Tanheng.Scheme.Compliance", [5]),
        ("Tanheng.Scheme.Approval", [6]),
        ("Tanheng.Scheme.Trading", [10]),
        ("Tanheng.Scheme.Settlement", [10]),
        ("Tanheng.Scheme.Auctions", [10]),
        ("Tanheng.Scheme.Bulletins", [10]),
        ("Tanheng.Scheme.Supervision", [10]),
        ("Tanheng.Scheme", [2, 3, 4, 5, 6]),
        ("Tanheng.Methodology", [7]),
        ("Tanheng.Rulebook", [8]),
        ("Tanheng.Engine", [9]),
        ("Tanheng.Storage", [9]),
        ("Tanheng.Web.Feed", [10]),
        ("Tanheng.Web", [9]),
        ("Tanheng.Cli", [9]),
    ];

    /// <summary>Every static field that holds a code, of these assemblies.</summary>
    public static IReadOnlyList<Declared> Declarations(IEnumerable<Assembly> assemblies) =>
    [
        .. from assembly in assemblies
           from type in assembly.GetTypes()
           from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
           where field.FieldType == typeof(RefusalCode)
           select new Declared(type.Namespace ?? "", $"{type.Name}.{field.Name}", (RefusalCode)field.GetValue(null)!),
    ];

    /// <summary>Unique numbers and names, in their range, in both languages, with the same placeholders.</summary>
    public static IEnumerable<string> Codes(IReadOnlyList<Declared> all)
    {
        foreach (var same in all.GroupBy(one => one.Code.Number).Where(group => group.Count() > 1))
        {
            yield return $"{same.Key} is used by {string.Join(" and ", same.Select(one => one.Field))}";
        }

        foreach (var same in all.GroupBy(one => one.Code.Name).Where(group => group.Count() > 1))
        {
            yield return $"{same.Key} names {string.Join(" and ", same.Select(one => one.Field))}";
        }

        foreach (var (space, field, code) in all)
        {
            var range = Ranges.FirstOrDefault(one => space == one.Area || space.StartsWith(one.Area + ".", Ordinal));
            if (range.Thousands?.Contains(code.Number / 1000) != true)
            {
                yield return $"{field} {code.Number} is not in the range of {space}";
            }

            if (!KebabCase().IsMatch(code.Name))
            {
                yield return $"{field}: the name '{code.Name}' is not kebab-case";
            }

            if (!Chinese().IsMatch(code.Zh) || string.IsNullOrWhiteSpace(code.En) || Chinese().IsMatch(code.En))
            {
                yield return $"{field} does not speak both languages";
            }

            if (!Details(code.Zh).SetEquals(Details(code.En)))
            {
                yield return $"{field} has other placeholders in Chinese than in English";
            }
        }
    }

    /// <summary>
    /// Each <c>SomeRefusals.Code.With(("name", ...))</c> gives exactly the details that the code's sentence names,
    /// or more: a detail may be for programs alone.
    /// </summary>
    public static IEnumerable<string> Uses(SourceFile file, IReadOnlyDictionary<string, RefusalCode> codes)
    {
        var calls = CodeChecks.Parse(file).DescendantNodes().OfType<InvocationExpressionSyntax>();
        foreach (var call in calls)
        {
            if (call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.Text: "With" } with
                || with.Expression is not MemberAccessExpressionSyntax { Expression: SimpleNameSyntax type } code
                || !codes.TryGetValue($"{type.Identifier.Text}.{code.Name.Identifier.Text}", out var meant)
                || Given(call) is not { } given)
            {
                continue;
            }

            foreach (var missing in Placeholders(meant.Zh + meant.En).Except(given).Order())
            {
                yield return file.At(CodeChecks.Line(call), $"{{{missing}}} of {meant} gets no detail");
            }
        }
    }

    /// <summary>
    /// The names given as literal tuples; null when any is not a literal and so cannot be known here.
    /// </summary>
    private static HashSet<string>? Given(InvocationExpressionSyntax call)
    {
        var names = call.ArgumentList.Arguments
            .Select(argument => argument.Expression is TupleExpressionSyntax { Arguments: [var name, ..] }
                && name.Expression is LiteralExpressionSyntax literal ? literal.Token.ValueText : null)
            .ToList();
        return names.Contains(null) ? null : [.. names.OfType<string>()];
    }

    /// <summary>What a sentence tells: a detail that is itself text has one placeholder for each language.</summary>
    private static HashSet<string> Details(string sentence) =>
        [.. Placeholders(sentence).Select(name => Language().Replace(name, ""))];

    private static HashSet<string> Placeholders(string sentence) =>
        [.. Placeholder().Matches(sentence).Select(match => match.Groups[1].Value)];

    private const StringComparison Ordinal = StringComparison.Ordinal;

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex KebabCase();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();

    [GeneratedRegex("(^|_)(zh|en)$|(Zh|En)$")]
    private static partial Regex Language();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}

/// <summary>A refusal code and the static field that declares it.</summary>
internal sealed record Declared(string Namespace, string Field, RefusalCode Code);
