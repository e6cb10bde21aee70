namespace Tanheng.Tidy.Tests;

/// <summary>
/// The files of the repository this test was built from, without what is built or stored beside them.
/// </summary>
internal static class Repository
{
    private static readonly string[] NotOurs =
        ["bin", "obj", ".git", "data", "node_modules", "TestResults", ".playwright", "screenshots", ".vs", ".idea"];

    /// <summary>Its root: the folder of the solution.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>Every file, as a path from the root with slashes.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Walk(Root).Order(StringComparer.Ordinal)];

    /// <summary>The files with one of these endings.</summary>
    public static IEnumerable<SourceFile> Sources(params string[] endings) => Files
        .Where(path => endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)))
        .Select(path => new SourceFile(path, File.ReadAllText(Path.Combine(Root, path))));

    /// <summary>The scripts at the root and in .ci: text without an ending.</summary>
    public static IEnumerable<SourceFile> Scripts => Sources("run", "test", "tanheng")
        .Where(file => !file.Path.Contains('/') || file.Path.StartsWith(".ci/", StringComparison.Ordinal));

    private static IEnumerable<string> Walk(string folder) => Directory.EnumerateFiles(folder)
        .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
        .Concat(Directory.EnumerateDirectories(folder)
            .Where(path => Path.GetFileName(path) is var name && !(NotOurs.Contains(name) && !IsSource(path)))
            .SelectMany(Walk));

    /// <summary>A folder of the tree that happens to be called like an ignored one (tests/Scenarios/data).</summary>
    private static bool IsSource(string path) =>
        Path.GetFileName(path) == "data" && Path.GetDirectoryName(path) != Root;

    private static string FindRoot(string from) => File.Exists(Path.Combine(from, "Tanheng.slnx"))
        ? from
        : FindRoot(Path.GetDirectoryName(from) ?? throw new InvalidOperationException("Not inside the repository."));
}

/// <summary>A file's text and where it stands.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    /// <summary>The lines, without their ends.</summary>
    public string[] Lines => Text.Split('\n');

    /// <summary>A finding on a line counted from 1.</summary>
    public string At(int line, string what) => $"{Path}:{line}: {what}";
}
