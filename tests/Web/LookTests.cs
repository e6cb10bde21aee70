using System.Net;
using System.Text.RegularExpressions;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Web.People;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Tests;

/// <summary>The frame: theme, tokens, navigation, scripts.</summary>
[Collection(PortalSiteTests.Name)]
public sealed partial class LookTests(PortalSite site)
{
    [Fact]
    public void The_dark_values_are_the_same_for_those_who_choose_dark_and_for_those_whose_system_does()
    {
        var css = Source("src/Web/Assets/css/00-tokens.css");
        var blocks = Dark().Matches(css).Select(match => Blank().Replace(match.Groups[1].Value, " ").Trim()).ToList();
        blocks.Count.ShouldBe(2);
        blocks[0].ShouldBe(blocks[1]);
        var names = Token().Matches(blocks[0]).Select(match => match.Value).ToList();
        names.Count.ShouldBeGreaterThan(30);
    }

    [Fact]
    public void Every_token_that_is_used_is_defined()
    {
        var folder = Path.Combine(Root(AppContext.BaseDirectory), "src", "Web", "Assets", "css");
        var css = string.Concat(Directory.EnumerateFiles(folder, "*.css").Select(File.ReadAllText));
        var defined = Definition().Matches(css).Select(match => match.Groups[1].Value).ToHashSet();
        var used = Usage().Matches(css).Select(match => match.Groups[1].Value).ToHashSet();
        used.Count.ShouldBeGreaterThan(40);
        used.Except(defined).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_theme_that_was_chosen_is_in_the_page_itself()
    {
        using var visitor = site.Visitor();
        (await visitor.GetStringAsync("/")).ShouldNotContain("data-theme=");
        using var chosen = await visitor.GetAsync("/theme?to=dark&back=%2Fcalendar");
        chosen.Headers.Location!.OriginalString.ShouldBe("/calendar");
        (await visitor.GetStringAsync("/")).ShouldContain("data-theme=\"dark\"");
        (await visitor.GetAsync("/theme?to=pink&back=/")).Dispose();
        (await visitor.GetStringAsync("/")).ShouldNotContain("data-theme=");
    }

    [Fact]
    public void The_lock_files_name_no_registry()
    {
        foreach (var path in new[] { "src/Web/package-lock.json", "tests/Web/package-lock.json" })
        {
            var text = Source(path);
            text.ShouldContain("\"integrity\"");
            text.ShouldNotContain("resolved");
            text.ShouldNotContain("registry");
        }
    }

    [Fact]
    public void The_most_exact_place_is_where_one_is()
    {
        Here(Mandate.None, "/").ShouldBe("/");
        Here(Mandate.None, "/rules/periods.2022").ShouldBe("/rules");
        Here(Mandate.None, "/rulesome").ShouldBeNull();
        Here(Official(Role.Auditor), "/entities/7").ShouldBe("/compliance");
    }

    [Fact]
    public void No_place_stands_twice() => Places.All.Select(place => place.Path).ShouldBeUnique();

    [Fact]
    public void Visitors_see_public_places_only()
    {
        Places.For(Mandate.None, "/").SelectMany(group => group.Places).Select(pair => pair.Place.Path)
            .ShouldAllBe(path => path != "/holdings" && path != "/compliance");
        Places.For(Official(Role.Authority), "/").Select(group => group.Group).ShouldContain(PlaceGroup.Oversight);
        Places.For(Official(Role.Verifier), "/").Select(group => group.Group).ShouldNotContain(PlaceGroup.Oversight);
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_whole_however_often_it_is_asked_for()
    {
        using var visitor = site.Visitor();
        for (var i = 0; i < 10; i++)
        {
            using var answer = await visitor.GetAsync("/nothing");
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await answer.Content.ReadAsStringAsync()).ShouldContain("</footer>");
        }
    }

    private static Mandate Official(Role role) => new(new UserId("somebody"), [role], []);

    private static string? Here(Mandate mandate, string path) => Places.For(mandate, path)
        .SelectMany(group => group.Places).Where(pair => pair.Here).Select(pair => pair.Place.Path).SingleOrDefault();

    private static string Source(string path) => File.ReadAllText(Path.Combine(Root(AppContext.BaseDirectory), path));

    private static string Root(string from) => File.Exists(Path.Combine(from, "Tanheng.slnx"))
        ? from
        : Root(Path.GetDirectoryName(from) ?? throw new InvalidOperationException("Not inside the repository."));

    [GeneratedRegex(@":root(?:\[data-theme=dark\]|:not\(\[data-theme=light\]\)) \{([^}]*)\}")]
    private static partial Regex Dark();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();

    [GeneratedRegex(@"--[a-z0-9-]+(?=:)")]
    private static partial Regex Token();

    [GeneratedRegex(@"(--[a-z0-9-]+):")]
    private static partial Regex Definition();

    [GeneratedRegex(@"var\((--[a-z0-9-]+)\)")]
    private static partial Regex Usage();
}
