using System.Reflection;
using Tanheng.Quantities;

namespace Tanheng.Tidy.Tests;

public sealed class RefusalTests
{
    private static readonly RefusalCode Good = RefusalCode.Final(
        1001, "account-frozen", "账户 {account} 已冻结：请先解冻。", "Account {account} is frozen: lift the freeze first.");

    private static readonly string[] Projects =
    [
        .. Repository.Files
            .Where(path => path.StartsWith("src/", StringComparison.Ordinal))
            .Where(path => path.EndsWith(".csproj", StringComparison.Ordinal))
            .Select(path => Path.GetFileNameWithoutExtension(path)!),
    ];

    /// <summary>The command line's file is called like the command.</summary>
    private static IEnumerable<Assembly> Product => Directory
        .EnumerateFiles(AppContext.BaseDirectory, "*.dll")
        .Where(path => Path.GetFileNameWithoutExtension(path) is var name
            && (name == "tanheng" || Projects.Contains(name)))
        .Select(Assembly.LoadFrom);

    [Fact]
    public void Every_assembly_of_the_product_is_looked_at() => Product.Count().ShouldBe(Projects.Length);

    [Fact]
    public void Refusal_codes_are_unique_in_range_and_in_both_languages() =>
        RefusalChecks.Codes(RefusalChecks.Declarations(Product)).ShouldFindNothing();

    [Fact]
    public void Every_refusal_gives_the_details_its_sentence_names()
    {
        var codes = RefusalChecks.Declarations(Product).ToDictionary(one => one.Field, one => one.Code);
        Repository.Sources(".cs")
            .Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal))
            .SelectMany(file => RefusalChecks.Uses(file, codes)).ShouldFindNothing();
    }

    [Fact]
    public void A_good_code_passes() => Codes(Good).ShouldBeEmpty();

    [Fact]
    public void A_number_or_name_used_twice_fails() =>
        RefusalChecks.Codes([new("Tanheng.Ledger", "A.B", Good), new("Tanheng.Ledger", "C.D", Good)])
            .ShouldBe(["1001 is used by A.B and C.D", "account-frozen names A.B and C.D"]);

    [Theory]
    [InlineData("Tanheng.Scheme.Mrv")]
    [InlineData("Tanheng.Nowhere")]
    public void A_number_out_of_its_range_fails(string space) =>
        RefusalChecks.Codes([new(space, "A.B", Good)]).ShouldHaveSingleItem().ShouldContain("is not in the range");

    [Fact]
    public void A_name_that_is_not_kebab_case_fails() =>
        Codes(Good with { Name = "accountFrozen" }).ShouldHaveSingleItem().ShouldContain("kebab-case");

    [Fact]
    public void A_sentence_in_one_language_fails()
    {
        Codes(Good with { Zh = Good.En }).ShouldHaveSingleItem().ShouldContain("both languages");
        Codes(Good with { En = Good.Zh }).ShouldHaveSingleItem().ShouldContain("both languages");
    }

    [Fact]
    public void Placeholders_that_differ_between_the_languages_fail() =>
        Codes(Good with { En = "Account {id} is frozen." }).ShouldHaveSingleItem().ShouldContain("placeholders");

    [Fact]
    public void A_detail_that_is_text_may_have_a_placeholder_for_each_language() =>
        Codes(Good with { Zh = "“{title}”已冻结。", En = "{title_en} is frozen." }).ShouldBeEmpty();

    [Theory]
    [InlineData("R.Frozen.With()", 1)]
    [InlineData("R.Frozen.With((\"id\", 5))", 1)]
    [InlineData("R.Frozen.With((\"account\", 5))", 0)]
    [InlineData("R.Frozen.With((\"account\", 5), (\"owner\", 6))", 0)]
    [InlineData("R.Frozen.With(details)", 0)]
    public void A_refusal_without_the_detail_of_its_sentence_fails(string call, int findings) =>
        RefusalChecks.Uses(
            new SourceFile("src/Ledger/Example.cs", $"class C {{ object M() => {call}; }}"),
            new Dictionary<string, RefusalCode> { ["R.Frozen"] = Good }).Count().ShouldBe(findings);

    private static IEnumerable<string> Codes(RefusalCode code) =>
        RefusalChecks.Codes([new("Tanheng.Ledger", "LedgerRefusals.Example", code)]);
}
