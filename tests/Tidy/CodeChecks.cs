using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Tanheng.Tidy.Tests;

/// <summary>What is asked of C# files. Tables of data and texts of many lines do not count as lines.</summary>
internal static class CodeChecks
{
    public const int MaxFileLines = 400;
    public const int MaxMethodLines = 60;
    public const int MaxDependencies = 6;

    /// <summary>
    /// Assemblies that are one idea: what others use stands in one namespace, whatever folder sorts it.
    /// </summary>
    private static readonly string[] OneIdea = ["Methodology"];

    /// <summary>At most 400 lines, data apart.</summary>
    public static IEnumerable<string> FileLength(SourceFile file)
    {
        var lines = file.Lines.Length - 1 - DataLines(Parse(file));
        if (lines > MaxFileLines)
        {
            yield return file.At(1, $"{lines} lines, {MaxFileLines} at most");
        }
    }

    /// <summary>
    /// Methods, constructors, operators, accessors and local functions of at most 60 lines, data apart.
    /// </summary>
    public static IEnumerable<string> MethodLength(SourceFile file) => Parse(file).DescendantNodes()
        .Where(node => node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax)
        .Select(node => (node, Lines: Lines(node) - DataLines(node)))
        .Where(method => method.Lines > MaxMethodLines)
        .Select(method => file.At(Line(method.node), $"a method of {method.Lines} lines, {MaxMethodLines} at most"));

    /// <summary>A class (records are data) is handed at most six things.</summary>
    public static IEnumerable<string> Dependencies(SourceFile file) => Parse(file).DescendantNodes()
        .Select(node => node switch
        {
            ClassDeclarationSyntax { ParameterList: { } list } => (node, list.Parameters.Count),
            ConstructorDeclarationSyntax { Parent: ClassDeclarationSyntax, ParameterList: { } list } =>
                (node, list.Parameters.Count),
            _ => (node, 0),
        })
        .Where(found => found.Item2 > MaxDependencies)
        .Select(found => file.At(Line(found.node), $"{found.Item2} constructor arguments, {MaxDependencies} at most"));

    /// <summary>
    /// The namespace is file-scoped and is the folder's; Program.cs and attributes alone may have none.
    /// </summary>
    public static IEnumerable<string> Namespace(SourceFile file)
    {
        var unit = Parse(file);
        var wanted = NamespaceOf(file.Path);
        foreach (var space in unit.Members.OfType<BaseNamespaceDeclarationSyntax>())
        {
            if (space is not FileScopedNamespaceDeclarationSyntax)
            {
                yield return file.At(Line(space), "the namespace is not file-scoped");
            }

            if (space.Name.ToString() is var name && name != wanted && !IsShared(file.Path, name))
            {
                yield return file.At(Line(space), $"the namespace is {space.Name}, the folder's is {wanted}");
            }
        }

        foreach (var type in unit.Members.OfType<BaseTypeDeclarationSyntax>())
        {
            yield return file.At(Line(type), $"{type.Identifier} is in no namespace, the folder's is {wanted}");
        }
    }

    /// <summary>
    /// Lines inside of texts that span lines: SQL, YAML, tables. They may be as wide as they need to be.
    /// </summary>
    public static Func<int, bool> InsideText(SourceFile file)
    {
        var spans = Texts(Parse(file)).Select(text => text.GetLocation().GetLineSpan()).ToList();
        return line => spans.Any(span =>
            span.StartLinePosition.Line + 1 <= line && line <= span.EndLinePosition.Line + 1);
    }

    internal static CompilationUnitSyntax Parse(SourceFile file) =>
        CSharpSyntaxTree.ParseText(file.Text, new CSharpParseOptions(LanguageVersion.Preview)).GetCompilationUnitRoot();

    internal static int Line(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    private static bool IsShared(string path, string name) =>
        path.Split('/') is ["src", var assembly, ..] && OneIdea.Contains(assembly) && name == "Tanheng." + assembly;

    private static string NamespaceOf(string path)
    {
        var parts = path.Split('/')[..^1];
        return parts switch
        {
            ["tests", "Shared"] => "Tanheng.Testing",
            ["bench", .. var areas] => string.Join('.', ["Tanheng", "Bench", .. areas]),
            ["tests", var name, .. var areas] => string.Join('.', ["Tanheng", name, "Tests", .. areas]),
            [_, .. var areas] => string.Join('.', ["Tanheng", .. areas]),
            _ => "Tanheng",
        };
    }

    private static int Lines(SyntaxNode node)
    {
        var span = node.GetLocation().GetLineSpan();
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }

    /// <summary>The lines, beyond the first of each, of texts and of the values of static read-only fields.</summary>
    private static int DataLines(SyntaxNode node)
    {
        var tables = node.DescendantNodes().OfType<FieldDeclarationSyntax>()
            .Where(field => field.Modifiers.Any(SyntaxKind.StaticKeyword)).ToList();
        return tables.Sum(table => Lines(table) - 1)
            + Texts(node).Where(text => !tables.Exists(table => table.Span.Contains(text.Span)))
                .Sum(text => Lines(text) - 1);
    }

    private static IEnumerable<SyntaxNode> Texts(SyntaxNode node) => node.DescendantNodes()
        .Where(one => one is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax && Lines(one) > 1);
}
