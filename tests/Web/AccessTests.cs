using System.Net;

namespace Tanheng.Web.Tests;

/// <summary>Who may see which page, and that a page that is refused gives nothing away.</summary>
[Collection(PortalSiteTests.Name)]
public sealed class AccessTests(PortalSite site)
{
    private const string Qingshan = "91420000MA0000015A";
    private const string QingshanReader = "P01-a";
    private const string OtherReader = "P02-a";

    [Theory]
    [InlineData("/holdings")]
    [InlineData("/compliance")]
    [InlineData("/compliance/2022?status=Short")]
    [InlineData("/entities/1?period=2022")]
    public async Task Whoever_has_not_signed_in_is_sent_there_and_back(string path)
    {
        using var visitor = site.Visitor();
        using var answer = await visitor.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldBe("/sign-in?back=" + Uri.EscapeDataString(path));
        HoldsNothingPrivate(await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/holdings")]
    [InlineData("/compliance/2022")]
    [InlineData("/entities/1?period=2022")]
    public async Task Another_companys_representative_is_told_no_and_nothing_else(string path)
    {
        using var visitor = await site.SignedIn(OtherReader);
        using var answer = await visitor.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        HoldsNothingPrivate(await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_companys_own_representative_sees_its_page()
    {
        using var visitor = await site.SignedIn(QingshanReader);
        var html = await visitor.GetStringAsync($"/entities/{site.Holder(Qingshan).Value}?period=2022&lang=en");
        html.ShouldContain("2,478,121");
    }

    [Theory]
    [InlineData("authority-a")]
    [InlineData("registrar-b")]
    [InlineData("exchange")]
    [InlineData(PortalSite.Auditor)]
    public async Task Officials_who_read_everything_see_everything(string user)
    {
        using var visitor = await site.SignedIn(user);
        foreach (var path in new[] { "/holdings", "/compliance", "/entities/1" })
        {
            using var answer = await visitor.GetAsync(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        }
    }

    [Fact]
    public async Task The_navigation_shows_what_one_may_see()
    {
        using var visitor = site.Visitor();
        (await visitor.GetStringAsync("/")).ShouldNotContain("href=\"/holdings\"");
        using var auditor = await site.SignedIn(PortalSite.Auditor);
        (await auditor.GetStringAsync("/")).ShouldContain("href=\"/holdings\"");
    }

    [Fact]
    public async Task Whoever_leaves_is_a_visitor_again()
    {
        using var visitor = await site.SignedIn(PortalSite.Auditor);
        using var left = await visitor.Post("/demo/leave", ("back", "/calendar"));
        left.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        left.Headers.Location!.OriginalString.ShouldBe("/calendar");
        (await visitor.GetAsync("/holdings")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("/demo/sign-in")]
    [InlineData("/demo/clock")]
    [InlineData("/demo/leave")]
    [InlineData("/journal/verify")]
    public async Task A_form_without_its_token_is_not_taken(string path)
    {
        using var visitor = site.Visitor();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("user", "authority-a")]);
        using var answer = await visitor.PostAsync(path, form);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    /// <summary>Beside the list of who there is to be, which only a demonstration shows, no company is named.</summary>
    private void HoldsNothingPrivate(string html)
    {
        var content = html[html.IndexOf("<main", StringComparison.Ordinal)..];
        foreach (var holder in site.State.Registry.Holders.Values)
        {
            content.ShouldNotContain(holder.Code);
            content.ShouldNotContain(holder.Name.Zh);
        }

        content.ShouldNotContain("2,478,121");
    }
}
