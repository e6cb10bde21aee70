using System.Net;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Mrv;
using Tanheng.Scheme.Registry;

namespace Tanheng.Web.Tests.Actions;

/// <summary>Where people see reviews of plans, requests for documents and notes.</summary>
[Collection(ActionSiteTests.Name)]
public sealed class ReviewPageTests(ActionSite site)
{
    private static readonly HolderId Entity = new(12);

    [Fact]
    public async Task A_plan_that_is_filed_is_on_the_authoritys_list_and_its_questions_on_the_entitys()
    {
        var sites = await site.Read(state => state.Registry.Facilities.Values
            .Where(one => one.Holder == Entity).Select(one => one.Id).ToArray());
        await Do("P12-a", new FileMonitoringPlan(Entity, 2023, sites, "belt scale, daily samples"));
        await Do("authority-a", new ReviewMonitoringPlan(Entity, 2023, [new SectionDecision(
            PlanSection.Measuring, SectionVerdict.ChangesNeeded, "name the belt scale")]));
        var ahead = await site.Read(state => state.Rules.Calendar.Day(state.Time).AddDays(10));
        await Do("authority-a", new AskAboutPlan(Entity, 2023, "which belt scale?", ahead));

        using var authority = await site.BrowserOf("authority-a");
        (await authority.Get("/authority?kind=plan&lang=en")).Shown.ShouldContain("/authority/plans/12/2023");
        var page = await authority.Get("/authority/plans/12/2023?lang=en");
        page.Shown.ShouldContain("name the belt scale");
        page.Shown.ShouldContain("Waits for an answer");
        var form = await authority.Get("/act/review-monitoring-plan?holder=12&year=2023&lang=en");
        form.Shown.ShouldContain("Boundary and facilities");

        using var entity = await site.BrowserOf("P12-a");
        (await entity.Get("/desk/12?lang=en")).Shown
            .ShouldContain("Answer the question about the monitoring plan of 2023");
        (await entity.Get("/desk/12/reports/2023?lang=en")).Shown.ShouldContain("which belt scale?");
        (await entity.Get("/authority/plans/12/2023")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_note_is_on_the_operators_pages_and_nowhere_on_the_entitys()
    {
        await Do("authority-a", new AddNote("speaks through a lawyer", Holder: Entity));
        var by = await site.Read(state => state.Rules.Calendar.Day(state.Time).AddDays(10));
        await Do("authority-a", new RequestDocuments(Entity, "the lease of the site", by));

        using var official = await site.BrowserOf("authority-a");
        (await official.Get("/operator/holders/12?lang=en")).Shown.ShouldContain("speaks through a lawyer");
        (await official.Get("/operator?kind=documents&lang=en")).Shown.ShouldContain("the lease of the site");

        using var entity = await site.BrowserOf("P12-a");
        var desk = await entity.Get("/desk/12?lang=en");
        desk.Shown.ShouldContain("Hand in documents: the lease of the site");
        foreach (var path in new[] { "", "/holdings", "/reports", "/people", "/transfers" })
        {
            (await entity.Get("/desk/12" + path)).Shown.ShouldNotContain("speaks through a lawyer");
        }

        (await entity.Get("/operator/holders/12")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task Do(string actor, Command command) =>
        (await site.Send(actor, command)).Refusal.ShouldBeNull();
}
