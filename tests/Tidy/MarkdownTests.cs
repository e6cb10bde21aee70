namespace Tanheng.Tidy.Tests;

public sealed class MarkdownTests
{
    private const string Readme = "# One\n\n## Two words, here\n\n[a](docs/guide.md) [b](#two-words-here)\n";

    [Fact]
    public void Links_inside_the_repository_lead_somewhere() =>
        Repository.Sources(".md").SelectMany(file => MarkdownChecks.Links(file, Read)).ShouldFindNothing();

    [Fact]
    public void The_two_readmes_have_the_same_shape() => MarkdownChecks
        .SameShape(Repository.Sources("README.md").First(), Repository.Sources("README.zh-CN.md").First())
        .ShouldFindNothing();

    [Fact]
    public void A_link_that_leads_nowhere_fails() =>
        Links(Readme, "docs/other.md").ShouldHaveSingleItem()
            .ShouldBe("README.md:5: the link docs/guide.md leads nowhere");

    [Fact]
    public void A_link_to_a_heading_that_is_not_there_fails() =>
        Links("# One\n\n[b](#two)\n").ShouldHaveSingleItem().ShouldContain("leads to no heading");

    [Fact]
    public void Links_that_lead_somewhere_pass()
    {
        Links(Readme, "docs/guide.md").ShouldBeEmpty();
        Links("[site](https://example.org/x) [up](./docs/../docs/guide.md)\n", "docs/guide.md").ShouldBeEmpty();
        Links("```\n[code](nowhere)\n```\n")
            .ShouldBeEmpty();
    }

    [Fact]
    public void Documents_of_another_shape_fail()
    {
        var left = new SourceFile("a.md", "# A\n\n## B\n\n```\n# a comment, no heading\n```\n");
        MarkdownChecks.SameShape(left, left with { Text = "# 甲\n\n## 乙\n" }).ShouldBeEmpty();
        MarkdownChecks.SameShape(left, left with { Text = "# 甲\n\n### 乙\n" }).ShouldHaveSingleItem();
        MarkdownChecks.SameShape(left, left with { Text = "# 甲\n" }).ShouldHaveSingleItem();
    }

    private static IEnumerable<string> Links(string text, params string[] existing) =>
        MarkdownChecks.Links(new SourceFile("README.md", text), path => existing.Contains(path) ? "# Guide\n" : null);

    private static string? Read(string path)
    {
        var full = Path.Combine(Repository.Root, path);
        return File.Exists(full) ? File.ReadAllText(full) : Directory.Exists(full) ? "" : null;
    }
}
