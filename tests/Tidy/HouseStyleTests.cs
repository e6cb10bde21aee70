namespace Tanheng.Tidy.Tests;

/// <summary>
/// The house style over the whole repository; <see cref="HouseStyleExamples"/> shows each check failing.
/// </summary>
public sealed class HouseStyleTests
{
    private static readonly string[] TextEndings =
    [
        ".cs", ".razor", ".css", ".js", ".ts", ".html", ".sql", ".csproj", ".props", ".targets", ".slnx", ".md",
        ".yaml", ".yml", ".json", ".editorconfig", ".gitignore", ".txt",
    ];

    private static IEnumerable<SourceFile> Code => Repository.Sources(".cs");

    private static IEnumerable<SourceFile> AllText => Repository.Sources(TextEndings).Concat(Repository.Scripts);

    [Fact]
    public void Files_are_at_most_400_lines() => Code.SelectMany(CodeChecks.FileLength).ShouldFindNothing();

    [Fact]
    public void Methods_are_at_most_60_lines() => Code.SelectMany(CodeChecks.MethodLength).ShouldFindNothing();

    [Fact]
    public void Constructors_take_at_most_6_things() => Code.SelectMany(CodeChecks.Dependencies).ShouldFindNothing();

    [Fact]
    public void Namespaces_are_the_folders() => Code.SelectMany(CodeChecks.Namespace).ShouldFindNothing();

    [Fact]
    public void Lines_are_at_most_120_columns() => Code
        .SelectMany(file => TextChecks.Columns(file, CodeChecks.InsideText(file)))
        .Concat(Repository.Scripts.SelectMany(file => TextChecks.Columns(file, _ => false)))
        .ShouldFindNothing();

    [Fact]
    public void Text_has_no_tabs_no_trailing_blanks_and_unix_line_ends() =>
        AllText.SelectMany(TextChecks.Whitespace).ShouldFindNothing();

    [Fact]
    public void Nothing_is_left_for_later_in_a_comment() =>
        AllText.SelectMany(TextChecks.Leftovers).ShouldFindNothing();

    [Fact]
    public void No_path_of_a_machine_is_named() => AllText.SelectMany(TextChecks.MachinePaths).ShouldFindNothing();

    [Fact]
    public void The_repository_is_really_read()
    {
        Code.Count().ShouldBeGreaterThan(20);
        Repository.Files.ShouldContain("Directory.Build.props");
    }
}
