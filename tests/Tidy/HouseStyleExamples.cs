namespace Tanheng.Tidy.Tests;

/// <summary>
/// Each check of the house style, seen to fail on text that is wrong and to pass on text that is right.
/// </summary>
public sealed class HouseStyleExamples
{
    private const string Head = "namespace Tanheng.Ledger;\n\n";

    [Fact]
    public void A_file_of_401_lines_fails()
    {
        CodeChecks.FileLength(Ledger(Head + Repeat("//\n", 398))).ShouldBeEmpty();
        CodeChecks.FileLength(Ledger(Head + Repeat("//\n", 399))).ShouldHaveSingleItem().ShouldContain("401 lines");
    }

    [Fact]
    public void A_table_does_not_make_a_file_long()
    {
        var rows = Repeat("        1,\n", 500);
        var table = "static class T\n{\n    static readonly int[] All = [\n" + rows + "    ];\n}\n";
        CodeChecks.FileLength(Ledger(Head + table)).ShouldBeEmpty();
    }

    [Fact]
    public void A_method_of_61_lines_fails()
    {
        CodeChecks.MethodLength(Ledger(Method(Repeat("        F();\n", 57)))).ShouldBeEmpty();
        CodeChecks.MethodLength(Ledger(Method(Repeat("        F();\n", 58))))
            .ShouldHaveSingleItem().ShouldStartWith("src/Ledger/Example.cs:5: a method of 61 lines");
    }

    [Fact]
    public void A_long_text_does_not_make_a_method_long()
    {
        var text = "        F(\"\"\"\n" + Repeat("            select 1\n", 100) + "            \"\"\");\n";
        CodeChecks.MethodLength(Ledger(Method(text))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("class C(int a, int b, int c, int d, int e, int f, int g);")]
    [InlineData("class C { public C(int a, int b, int c, int d, int e, int f, int g) { } }")]
    public void A_class_of_seven_dependencies_fails(string code) =>
        CodeChecks.Dependencies(Ledger(Head + code)).ShouldHaveSingleItem().ShouldContain("7 constructor arguments");

    [Theory]
    [InlineData("class C(int a, int b, int c, int d, int e, int f);")]
    [InlineData("record C(int A, int B, int C, int D, int E, int F, int G);")]
    public void Six_dependencies_and_records_pass(string code) =>
        CodeChecks.Dependencies(Ledger(Head + code)).ShouldBeEmpty();

    [Theory]
    [InlineData("namespace Tanheng.Scheme;\nclass C;\n", "the folder's is Tanheng.Ledger")]
    [InlineData("namespace Tanheng.Ledger\n{\n    class C;\n}\n", "not file-scoped")]
    [InlineData("class C;\n", "in no namespace")]
    public void A_namespace_that_is_not_the_folder_fails(string code, string finding) =>
        CodeChecks.Namespace(Ledger(code)).ShouldHaveSingleItem().ShouldContain(finding);

    [Theory]
    [InlineData("src/Scheme/Registry/OpenAccount.cs", "Tanheng.Scheme.Registry")]
    [InlineData("tests/Scheme/Registry/OpenAccountTests.cs", "Tanheng.Scheme.Tests.Registry")]
    [InlineData("src/Methodology/Units/Unit.cs", "Tanheng.Methodology")]
    [InlineData("src/Methodology/Formulas/Lexer.cs", "Tanheng.Methodology.Formulas")]
    [InlineData("tests/Shared/Needs.cs", "Tanheng.Testing")]
    [InlineData("bench/Program.cs", "Tanheng.Bench")]
    public void A_namespace_that_is_the_folder_passes(string path, string name) =>
        CodeChecks.Namespace(new SourceFile(path, $"namespace {name};\n\nclass C;\n")).ShouldBeEmpty();

    [Fact]
    public void A_line_of_121_columns_fails_unless_it_is_inside_a_text()
    {
        Columns("//" + new string('x', 118) + "\n").ShouldBeEmpty();
        Columns("//" + new string('x', 119) + "\n").ShouldHaveSingleItem().ShouldContain("121 columns");
        Columns("class C { string s = \"\"\"\n" + new string('x', 200) + "\n\"\"\"; }\n").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a\tb\n", "tab")]
    [InlineData("a \n", "blank at the end")]
    [InlineData("a\r\n", "CR LF")]
    [InlineData("a", "exactly one line end")]
    [InlineData("a\n\n", "exactly one line end")]
    public void Untidy_whitespace_fails(string text, string finding) =>
        TextChecks.Whitespace(Ledger(text)).ShouldHaveSingleItem().ShouldContain(finding);

    [Fact]
    public void Tidy_whitespace_passes() => TextChecks.Whitespace(Ledger("a\n\n  b\n")).ShouldBeEmpty();

    [Fact]
    public void Work_left_in_a_comment_fails()
    {
        TextChecks.Leftovers(Ledger("// TO" + "DO: later\n")).ShouldHaveSingleItem();
        TextChecks.Leftovers(Ledger("// FIX" + "ME\n")).ShouldHaveSingleItem();
        TextChecks.Leftovers(Ledger("// done, nothing to do\n")).ShouldBeEmpty();
    }

    [Fact]
    public void A_path_of_a_machine_fails()
    {
        TextChecks.MachinePaths(Ledger("open(\"/ho" + "me/me/x.yaml\")\n")).ShouldHaveSingleItem();
        TextChecks.MachinePaths(Ledger("C:\\Us" + "ers\\me\n")).ShouldHaveSingleItem();
        TextChecks.MachinePaths(Ledger("GET https://example.org/ho" + "me/x and ./ro" + "ot/x\n")).ShouldBeEmpty();
    }

    private static SourceFile Ledger(string text) => new("src/Ledger/Example.cs", text);

    private static IEnumerable<string> Columns(string text) =>
        TextChecks.Columns(Ledger(text), CodeChecks.InsideText(Ledger(text)));

    private static string Method(string body) => Head + "class C\n{\n    void M()\n    {\n" + body + "    }\n}\n";

    private static string Repeat(string line, int times) => string.Concat(Enumerable.Repeat(line, times));
}
