namespace Tanheng.Tidy.Tests;

/// <summary>The table of what a live registry does is complete, and what it names exists.</summary>
public sealed class BehaviourTests
{
    private const string Document = "docs/registry-behaviours.md";

    /// <summary>The rows of the reading; numbers that are missing were never given.</summary>
    private static readonly int[] Asked =
    [
        1, 3, 4, 5, 6, 7, 8, 9, 10, 12, 13, 14, 16, 17, 18, 19, 20, 22, 23, 24, 25, 27, 28, 29, 30, 31, 33, 34, 35,
        36, 37, 39, 40, 41, 42, 43, 44, 45, 46, 47, 49, 50, 51, 53, 54, 55, 56, 57, 58, 60, 61, 62, 63, 64, 65, 68,
        69, 70, 71, 72, 73, 74, 75, 76, 77, 80, 81, 82, 83, 84, 86, 87, 88, 89, 90, 91, 92, 93, 94, 95, 98, 99,
        100, 101, 102, 103, 104, 106, 107, 108, 109, 111, 112, 113, 114, 116, 117, 118, 119, 120, 122, 123, 124,
        125, 126, 128, 129, 130, 131, 132, 133, 134, 135, 136, 138, 139, 140, 141, 142, 144, 145, 146, 147, 149,
        150, 151, 152, 153, 154, 155, 157, 158, 159, 160, 161, 163, 164, 165, 166, 167, 169, 170, 171, 172, 174,
        176, 177, 178, 179, 180, 181, 182, 184, 185, 186, 187, 188, 189, 190, 191, 193, 194, 195, 196, 198, 199,
        201, 202, 203, 204, 206, 207, 208, 209, 210, 211, 212, 213, 215, 216, 217, 218, 220, 221, 222, 223, 224,
        226, 227, 228, 229, 230, 231, 233, 234, 235, 237, 238, 239, 240, 241, 242, 243, 244,
    ];

    private static readonly IReadOnlyList<SourceFile> TestSources =
        [.. Repository.Sources(".cs").Where(file => file.Path.StartsWith("tests/", StringComparison.Ordinal))];

    private static SourceFile Table => Repository.Sources(Document).Single();

    [Fact]
    public void Every_row_of_the_reading_is_in_the_table_once() =>
        BehaviourChecks.Rows(Table, Asked).ShouldFindNothing();

    [Fact]
    public void Every_row_says_how_it_stands() => BehaviourChecks.Standings(Table).ShouldFindNothing();

    [Fact]
    public void Every_test_that_is_named_exists() => BehaviourChecks.Tests(Table, TestSources).ShouldFindNothing();

    [Fact]
    public void A_row_left_out_twice_there_or_never_asked_for_fails()
    {
        const string rows = "| R001 | a | kept | b |\n| R001 | a | kept | b |\n| R009 | a | b | c |\n";
        var file = new SourceFile("t.md", rows);
        BehaviourChecks.Rows(file, [1, 2]).ShouldBe(
            ["t.md:2: R001 stands twice", "t.md:3: R009 is no row of the list", "t.md: R002 is not there"]);
    }

    [Theory]
    [InlineData("| R001 | a | done | b |", "is \"done\"")]
    [InlineData("| R001 | a | better | — |", "says nothing")]
    [InlineData("| R001 | a | kept | b |", "no test is named")]
    [InlineData("| R001 | a | kept | b | c |", "is \"\"")]
    public void A_row_that_does_not_say_how_it_stands_fails(string row, string finding) =>
        BehaviourChecks.Standings(new SourceFile("t.md", row)).ShouldHaveSingleItem().ShouldContain(finding);

    [Fact]
    public void A_test_that_does_not_exist_fails()
    {
        var tests = new[] { new SourceFile("tests/X/ATests.cs", "    public void Known() =>") };
        var file = new SourceFile("t.md", "| R001 | a | kept | `ATests.Known`, `ATests.Gone`, `BTests.Known` |");
        BehaviourChecks.Tests(file, tests).ShouldBe(
            ["t.md:1: there is no test ATests.Gone", "t.md:1: there is no test BTests.Known"]);
    }
}
