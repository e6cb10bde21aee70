using System.Globalization;
using System.Text.RegularExpressions;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Registry;

namespace Tanheng.Web.Tests;

/// <summary>What the public reads may come from memory; what is somebody's own never does.</summary>
public sealed partial class PageCacheTests
{
    [Fact]
    public async Task A_public_page_is_drawn_once_and_anew_after_the_next_row()
    {
        await using var site = await TestSite.StartAsync();
        using var visitor = site.Visitor();
        using var kept = await KeptAsync(site, "/statistics");
        kept.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        (await kept.Content.ReadAsStringAsync()).ShouldContain("</html>");

        _ = await visitor.ReadAsync("/");
        var reply = await site.SendAsync("admin", new AppointOfficial(new UserId("eve"), [Role.Auditor]));
        var rows = Rows().Match(await visitor.ReadAsync("/")).Groups[1].Value;
        long.Parse(rows, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)
            .ShouldBeGreaterThanOrEqualTo(reply.Sequence);
    }

    /// <summary>A page from memory; what has fallen due since the founding makes rows meanwhile.</summary>
    private static async Task<HttpResponseMessage> KeptAsync(TestSite site, string path)
    {
        using var visitor = site.Visitor();
        for (var attempt = 0; attempt < 100; attempt++)
        {
            var answer = await visitor.GetAsync(path);
            if (answer.Headers.Age is not null)
            {
                return answer;
            }

            answer.Dispose();
        }

        throw new InvalidOperationException($"{path} is drawn anew every time.");
    }

    [GeneratedRegex(@"<dt>日志行</dt>\s*<dd>([\d,]+)</dd>")]
    private static partial Regex Rows();

    [Fact]
    public async Task Each_language_and_theme_has_its_own_and_whoever_signed_in_gets_nothing_from_memory()
    {
        await using var site = await TestSite.StartAsync();
        using var visitor = site.Visitor();
        (await visitor.ReadAsync("/statistics")).ShouldContain("<html lang=\"zh-CN\"");
        (await visitor.ReadAsync("/statistics?lang=en")).ShouldContain("<html lang=\"en\"");
        (await visitor.ReadAsync("/statistics")).ShouldContain("<html lang=\"en\"");
        using var other = site.Visitor();
        (await other.ReadAsync("/statistics")).ShouldContain("<html lang=\"zh-CN\"");

        await site.EnterAsync("ann", Role.Auditor);
        using var ann = await site.SignInAsync("ann");
        using var own = await ann.GetAsync("/statistics");
        own.Headers.Age.ShouldBeNull();
        own.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await own.Content.ReadAsStringAsync()).ShouldContain("/sign-out");
        (await other.ReadAsync("/statistics")).ShouldNotContain("/sign-out");
    }
}
