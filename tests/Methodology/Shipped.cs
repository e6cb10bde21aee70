using System.Runtime.CompilerServices;

namespace Tanheng.Methodology.Tests;

/// <summary>The methods that ship with the product, read from the folder at the root of the repository.</summary>
internal static class Shipped
{
    private static readonly Lazy<MethodLibrary> Library = new(() => MethodLibrary.Read(Files()));

    public static MethodLibrary All => Library.Value;

    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", "methodologies"));

    public static IEnumerable<(string Name, string Text)> Files() =>
        Directory.EnumerateFiles(Folder, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => (Path.GetRelativePath(Folder, path).Replace('\\', '/'), File.ReadAllText(path)));

    public static Method Method(string id, string version) => All.Find(id, version).Value;

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
