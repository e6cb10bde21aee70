using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Tanheng.Engine.People;
using Tanheng.Rulebook;
using Tanheng.Web.People;

namespace Tanheng.Web.Tests.People;

/// <summary>The audit trail: what is written down, and how it is shown and exported.</summary>
[Collection(PeopleSite.Name)]
public sealed class TrailTests(TestSite site)
{
    [Fact]
    public async Task Signing_in_and_failing_to_are_written_down_with_person_address_and_outcome()
    {
        using var visitor = site.Visitor();
        visitor.Client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "Browser/9");
        using var unknown = await visitor.PostAsync(
            "/sign-in", "/sign-in", ("name", "my password by mistake"), ("password", "x"));
        var last = site.People.Entries(new AuditQuery(Take: 1)).Single();
        last.What.ShouldBe("sign-in");
        last.Who.ShouldBeEmpty("what is typed in the name's field may be a password");
        last.Outcome.ShouldBe("TH9601 sign-in-failed");
        last.Address.ShouldBe("127.0.0.1");
        last.Agent.ShouldBe("Browser/9");
        last.Scheme.ShouldBe("test");

        (await site.SignInAsync("tess")).Dispose();
        var entry = site.People.Entries(new AuditQuery(Who: "tess"))[0];
        (entry.What, entry.Outcome, entry.Sequence).ShouldBe(("sign-in", "done", null));
    }

    [Fact]
    public async Task An_act_is_written_down_with_its_journal_row()
    {
        using var vera = await site.SignInAsync("vera");
        var session = site.People.SessionsOf("vera").Single();
        var http = new DefaultHttpContext
        {
            RequestServices = site.Services,
            User = SessionCookie.Principal(session, site.People.Find("vera")!),
        };
        http.Request.Headers.UserAgent = new string('x', 500);
        var trail = site.Services.GetRequiredService<AuditTrail>();
        trail.Record(http, "surrender H1", 42, AuditTrail.Proposed);
        var entry = site.People.Entries(new AuditQuery(Who: "vera", What: "surrender")).Single();
        (entry.Sequence, entry.Outcome, entry.Agent.Length).ShouldBe((42, "proposed", 200));
        entry.At.ShouldBe(site.Time.GetUtcNow(), TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task The_trail_is_filtered_by_person_act_and_day_and_exported()
    {
        await site.EnterAsync("aud", Role.Auditor);
        using var aud = await site.SignInAsync("aud");
        var at = new DateTimeOffset(2001, 2, 3, 12, 0, 0, TimeSpan.Zero);
        var entry = new AuditEntry(
            0, at, "=cmd()", "192.0.2.7", "a \"quoted\", agent", "special-act", "test", 7, "done");
        site.People.Record(entry);
        site.People.Record(entry with { At = at.AddDays(1), What = "special-other" });

        var page = await aud.ReadAsync("/auditor/trail?what=special&until=2001-02-03");
        page.ShouldContain("special-act");
        page.ShouldNotContain("special-other");
        page.ShouldContain("href=\"/journal/7\"");
        (await aud.ReadAsync("/auditor/trail?what=special&from=2001-02-04")).ShouldNotContain("special-act");
        (await aud.ReadAsync("/auditor/trail?who=nobody&from=odd&before=x")).ShouldContain(Portal.Words.None.Zh);

        var csv = await aud.Client.GetStringAsync("/auditor/trail.csv?what=special-act");
        var lines = csv.Trim().Split("\r\n");
        lines.Length.ShouldBe(2);
        lines[0].ShouldEndWith("id,time_utc,who,address,agent,what,scheme,sequence,outcome");
        lines[1].ShouldEndWith(
            ",2001-02-03T12:00:00.000Z,'=cmd(),192.0.2.7,\"a \"\"quoted\"\", agent\",special-act,test,7,done");
        site.People.Entries(new AuditQuery(Who: "aud", What: "trail-export")).Count.ShouldBe(1);
    }
}
