using System.Net;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Approval;
using Tanheng.Scheme.Registry;

namespace Tanheng.Web.Tests.Actions;

/// <summary>Proposals over HTTP: who sees them, who decides them, who may not.</summary>
[Collection(ActionSiteTests.Name)]
public sealed class ProposalTests(ActionSite site)
{
    [Fact]
    public async Task A_second_person_approves_and_the_units_move()
    {
        var id = await Propose(200);
        using var second = await site.BrowserOf("P19-b");
        var list = await second.Get("/proposals?lang=en");
        list.Html.ShouldContain($"href=\"/proposals/{id}\"");
        var page = await second.Get($"/proposals/{id}?lang=en");
        page.Shown.ShouldContain("What approval would bring about now");
        page.Shown.ShouldContain("200 t CEA-2022");
        page.Shown.ShouldMatch("\\d+ days? .*left");
        var before = site.Rows;
        var answer = await second.Submit(page, "/act/approve-proposal", ("_step", "confirm"));
        answer.Status.ShouldBe(HttpStatusCode.SeeOther);
        answer.Location.ShouldBe($"/act/done/{before + 1}");
        (await StatusOf(id)).ShouldBe(ProposalStatus.Approved);

        // Decided once: the same press again shows the same result, another press is refused.
        (await second.Submit(page, "/act/approve-proposal", ("_step", "confirm"))).Location.ShouldBe(answer.Location);
        var again = await second.Submit(
            page, "/act/approve-proposal", ("_step", "confirm"), ("_id", "00000000000000000000000000000001"));
        again.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        again.Shown.ShouldContain("TH6006");
        site.Rows.ShouldBe(before + 1);
    }

    [Fact]
    public async Task The_initiator_reads_why_there_is_no_button_and_a_forged_one_is_refused()
    {
        var id = await Propose(300);
        using var first = await site.BrowserOf("P19-a");
        var page = await first.Get($"/proposals/{id}");
        page.Html.ShouldNotContain("/act/approve-proposal");
        page.Html.ShouldNotContain("/act/reject-proposal");
        page.Shown.ShouldContain("TH6007");
        page.Shown.ShouldContain("双人复核要求由另一人通过");
        var before = site.Rows;
        var forged = await first.Submit(
            page, "/act/withdraw-proposal", ("_step", "edit"));
        var answer = await first.Submit(
            await first.Get("/act/approve-proposal"), "/act/approve-proposal",
            ("proposal", id.ToString()), ("_step", "confirm"), ("_id", "00000000000000000000000000000002"));
        forged.Status.ShouldBe(HttpStatusCode.OK);
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Shown.ShouldContain("TH6007");
        answer.Shown.ShouldContain(ApprovalRefusals.OwnProposal
            .With(("actor", "P19-a"), ("proposal", new ProposalId(id))).Message("zh"));
        site.Rows.ShouldBe(before);
        (await StatusOf(id)).ShouldBe(ProposalStatus.Waiting);
    }

    [Fact]
    public async Task The_initiator_withdraws_with_a_reason()
    {
        var id = await Propose(400);
        using var first = await site.BrowserOf("P19-a");
        var page = await first.Get($"/proposals/{id}");
        var without = await first.Submit(page, "/act/withdraw-proposal", ("_step", "confirm"), ("reason", " "));
        without.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        without.Shown.ShouldContain("请填写此项。");
        var answer = await first.Submit(page, "/act/withdraw-proposal", ("_step", "confirm"), ("reason", "数量有误"));
        answer.Status.ShouldBe(HttpStatusCode.SeeOther);
        (await StatusOf(id)).ShouldBe(ProposalStatus.Withdrawn);
        (await first.Get($"/proposals/{id}")).Shown.ShouldContain("数量有误");
    }

    [Fact]
    public async Task A_second_person_rejects_with_a_reason_that_is_shown_as_text()
    {
        var id = await Propose(500);
        using var second = await site.BrowserOf("P19-b");
        var page = await second.Get($"/proposals/{id}");
        var answer = await second.Submit(
            page, "/act/reject-proposal", ("_step", "confirm"), ("reason", "<script>alert(1)</script>"));
        answer.Status.ShouldBe(HttpStatusCode.SeeOther);
        (await StatusOf(id)).ShouldBe(ProposalStatus.Rejected);
        (await second.Get($"/proposals/{id}")).Html.ShouldNotContain("<script>alert");
        (await second.Get(answer.Location!)).Html.ShouldNotContain("<script>alert");
        (await second.Get("/proposals?show=decided&q=P" + id)).Html.ShouldContain($"/proposals/{id}\"");
    }

    [Fact]
    public async Task Strangers_and_other_entities_do_not_learn_that_there_is_a_proposal()
    {
        var id = await Propose(600);
        foreach (var user in new[] { "P02-a", "P02-b", "verifier-1", "stranger" })
        {
            using var browser = await site.BrowserOf(user);
            var page = await browser.Get($"/proposals/{id}");
            page.Status.ShouldBe(HttpStatusCode.NotFound, user);
            page.Shown.ShouldNotContain("600");
            (await browser.Get("/proposals?show=others")).Html.ShouldNotContain($"/proposals/{id}\"");
        }

        using var visitor = await site.BrowserOf(null);
        (await visitor.Get($"/proposals/{id}")).Location.ShouldStartWith("/sign-in?back=");
        using var auditor = await site.BrowserOf("auditor-1");
        var seen = await auditor.Get($"/proposals/{id}");
        seen.Status.ShouldBe(HttpStatusCode.OK);
        seen.Html.ShouldNotContain("/act/approve-proposal");
    }

    [Fact]
    public async Task Another_entitys_approver_cannot_approve()
    {
        var id = await Propose(700);
        using var other = await site.BrowserOf("P02-b");
        var before = site.Rows;
        var answer = await other.Submit(
            await other.Get("/act/approve-proposal"), "/act/approve-proposal",
            ("proposal", id.ToString()), ("_step", "confirm"), ("_id", "00000000000000000000000000000003"));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Shown.ShouldContain("TH6008");
        site.Rows.ShouldBe(before);
    }

    [Fact]
    public async Task What_would_be_refused_now_says_so_before_anybody_approves()
    {
        var id = await Propose(800);
        var account = await site.Read(state => state.Registry.Holders[new HolderId(19)].RegistryAccount!.Value);
        (await site.Send("registrar-a", new FreezeAccount(account, "test"))).IsRefused(out _).ShouldBeFalse();
        using var second = await site.BrowserOf("P19-b");
        var page = await second.Get($"/proposals/{id}");
        page.Shown.ShouldContain("如现在复核通过，将被拒绝");
        page.Shown.ShouldMatch("TH2\\d\\d\\d");
        (await site.Send("registrar-a", new UnfreezeAccount(account, "test"))).IsRefused(out _).ShouldBeFalse();
        (await second.Get($"/proposals/{id}")).Shown.ShouldNotContain("如现在复核通过，将被拒绝");
    }

    [Theory]
    [InlineData("/proposals/0")]
    [InlineData("/proposals/999999")]
    [InlineData("/proposals/abc")]
    public async Task A_proposal_that_is_not_there_is_404(string path)
    {
        using var browser = await site.BrowserOf("authority-a");
        (await browser.Get(path)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<long> Propose(long quantity)
    {
        var command = await site.Read(state => new TransferUnits(
            new HolderId(19),
            state.Registry.Holders[new HolderId(19)].RegistryAccount!.Value,
            state.Registry.Holders[new HolderId(20)].RegistryAccount!.Value,
            "CEA",
            new CompliancePeriod(2022),
            new Tonnes(quantity)));
        var reply = await site.Send("P19-a", Scheme.Approval.Propose.Of(command));
        return reply.Value.Events.OfType<ProposalMade>().Single().Proposal.Value;
    }

    private Task<ProposalStatus> StatusOf(long id) =>
        site.Read(state => state.Approvals.Proposals[new ProposalId(id)].Status);
}
