using System.Xml.Linq;

namespace Tanheng.Tidy.Tests;

/// <summary>
/// Who may know whom: the table of ARCHITECTURE.md, kept a second time, so that neither a project nor its
/// MayReference property changes unseen.
/// </summary>
public sealed class ReferenceTests
{
    private static readonly Dictionary<string, string[]> Table = new()
    {
        ["Quantities"] = [],
        ["Methodology"] = ["Quantities"],
        ["Rulebook"] = ["Methodology", "Quantities"],
        ["Ledger"] = ["Quantities"],
        ["Market"] = ["Quantities"],
        ["Scheme"] = ["Ledger", "Market", "Rulebook", "Methodology", "Quantities"],
        ["Inclusion"] = ["Rulebook", "Methodology", "Quantities"],
        ["Lab"] = ["Inclusion", "Scheme", "Ledger", "Market", "Rulebook", "Methodology", "Quantities"],
        ["Engine"] = ["Inclusion", "Scheme", "Ledger", "Market", "Rulebook", "Methodology", "Quantities"],
        ["Storage"] = ["Engine", "Inclusion", "Scheme", "Ledger", "Market", "Rulebook", "Methodology", "Quantities"],
        ["Web"] =
            ["Engine", "Lab", "Inclusion", "Scheme", "Ledger", "Market", "Rulebook", "Methodology", "Quantities"],
        ["Cli"] =
        [
            "Bench", "Web", "Storage", "Engine", "Lab", "Inclusion", "Scheme", "Ledger", "Market", "Rulebook",
            "Methodology", "Quantities",
        ],
    };

    /// <summary>
    /// The packages a pure assembly may use; each is code without a clock, chance or files of its own.
    /// </summary>
    private static readonly Dictionary<string, string[]> PurePackages = new()
    {
        ["Quantities"] = [],
        ["Methodology"] = ["YamlDotNet"],
        ["Rulebook"] = ["YamlDotNet"],
        ["Ledger"] = [],
        ["Market"] = [],
        ["Scheme"] = [],
        ["Inclusion"] = [],
        ["Lab"] = ["MathNet.Numerics"],
    };

    [Fact]
    public void Assemblies_reference_only_what_the_table_allows() =>
        Repository.Sources(".csproj").Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal))
            .SelectMany(References).ShouldFindNothing();

    [Fact]
    public void The_table_covers_every_assembly() =>
        Repository.Files.Where(path => path.StartsWith("src/", StringComparison.Ordinal))
            .Select(path => path.Split('/')[1]).Distinct().Except(Table.Keys).ShouldFindNothing();

    [Theory]
    [InlineData("Ledger", "Rulebook", "Quantities", "references Rulebook")]
    [InlineData("Ledger", "Quantities", "Quantities;Rulebook", "MayReference allows Rulebook")]
    [InlineData("Web", "Storage", "Storage", "references Storage")]
    [InlineData("Market", "Ledger", "", "references Ledger")]
    public void A_reference_beyond_the_table_fails(string name, string reference, string may, string finding) =>
        References(Project(name, $"<ProjectReference Include=\"../{reference}/Tanheng.{reference}.csproj\" />", may))
            .First().ShouldContain(finding);

    [Fact]
    public void A_package_in_a_pure_assembly_fails() =>
        References(Project("Ledger", "<PackageReference Include=\"Dapper\" />", "Quantities"))
            .ShouldHaveSingleItem().ShouldContain("package Dapper");

    [Fact]
    public void A_reference_of_the_table_passes() =>
        References(
            Project("Storage", "<ProjectReference Include=\"../Engine/Tanheng.Engine.csproj\" />", "Engine;Scheme"))
            .ShouldBeEmpty();

    private static SourceFile Project(string name, string item, string may) => new(
        $"src/{name}/Tanheng.{name}.csproj",
        $"<Project><PropertyGroup><MayReference>{may}</MayReference></PropertyGroup>"
        + $"<ItemGroup>{item}</ItemGroup></Project>");

    private static IEnumerable<string> References(SourceFile file)
    {
        var name = file.Path.Split('/')[1];
        var allowed = Table.GetValueOrDefault(name, []);
        var project = XElement.Parse(file.Text);
        var references = project.Descendants("ProjectReference").Select(Included)
            .Select(path => Path.GetFileNameWithoutExtension(path).Replace("Tanheng.", "", StringComparison.Ordinal));
        foreach (var reference in references.Except(allowed))
        {
            yield return $"{file.Path} references {reference}";
        }

        var may = project.Descendants("MayReference").SelectMany(one => one.Value.Split(';')).Where(one => one != "");
        foreach (var reference in may.Except(allowed))
        {
            yield return $"{file.Path}: its MayReference allows {reference}";
        }

        var packages = project.Descendants("PackageReference").Select(Included);
        foreach (var package in PurePackages.TryGetValue(name, out var pure) ? packages.Except(pure) : [])
        {
            yield return $"{file.Path}: the pure assembly uses the package {package}";
        }
    }

    private static string Included(XElement item) => item.Attribute("Include")?.Value ?? "";
}
