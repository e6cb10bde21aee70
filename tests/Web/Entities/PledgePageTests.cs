using System.Net;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Approval;
using Tanheng.Scheme.Registry;
using Tanheng.Web.Tests.Actions;

namespace Tanheng.Web.Tests.Entities;

/// <summary>A pledge from the pledgor's form to the lender's release, as each sees it.</summary>
[Collection(ActionSiteTests.Name)]
public sealed class PledgePageTests(ActionSite site)
{
    private static readonly HolderId Lender = new(13);
    private static readonly long[] Others = [4, 5, 6, 8, 9, 10, 14, 15, 17, 18, 21];

    [Fact]
    public async Task Both_parties_and_the_registry_see_a_pledge_and_do_their_part()
    {
        var (pledgor, account) = await site.Read(Rich);
        using var borrower = await site.BrowserOf($"P{pledgor.Value:00}-a");
        using var lender = await site.BrowserOf($"P{Lender.Value:00}-a");
        var id = await Apply(borrower, pledgor, account);

        // The lender is asked to confirm; the pledgor may only withdraw.
        var desk = $"/desk/{Lender.Value}";
        (await lender.Get(desk)).Shown.ShouldContain($"确认或拒绝质押申请 {id}：");
        var page = await lender.Get(desk + "/holdings");
        page.Html.ShouldContain("/act/confirm-pledge?");
        page.Shown.ShouldContain("待质权人确认");
        var own = await borrower.Get($"/desk/{pledgor.Value}/holdings");
        own.Html.ShouldContain("/act/withdraw-pledge?");
        own.Html.ShouldNotContain("/act/confirm-pledge?");
        (await lender.Get($"/act/confirm-pledge?holder={Lender.Value}&pledge={id.Value}")).Shown
            .ShouldContain("质押合同 7");

        // The rulebook has the registry register it.
        var confirmation = Propose.Of(new ConfirmPledge(Lender, id));
        (await site.Send($"P{Lender.Value:00}-a", confirmation)).IsRefused(out _).ShouldBeFalse();
        var proposal = await site.Read(state => state.Approvals.Proposals.Values
            .Last(one => one.Command == "confirm-pledge").Id);
        using var registrar = await site.BrowserOf("registrar-a");
        var waiting = (await registrar.Get($"/proposals/{proposal.Value}")).Shown;
        waiting.ShouldContain($"{id} 质押合同 7 · 100 吨 CEA-2022 · 1,000.00");
        waiting.ShouldContain("如现在复核通过，将会发生");
        waiting.ShouldContain($"质押 {id} 登记");
        waiting.ShouldNotContain("TH6012", Case.Sensitive, "that another one waits: it is this one");
        (await site.Send("registrar-a", new ApproveProposal(proposal))).IsRefused(out _).ShouldBeFalse();
        own = await borrower.Get($"/desk/{pledgor.Value}/holdings");
        own.Shown.ShouldContain("1,000.00");
        own.Shown.ShouldContain("已登记");
        own.Shown.ShouldContain("2027-06-30");
        own.Html.ShouldNotContain("/act/withdraw-pledge?");
        var register = await registrar.Get($"/operator/accounts/{account.Value}");
        register.Html.ShouldContain("/act/realise-pledge?pledge=" + id.Value);
        register.Shown.ShouldContain("质押合同 7");

        page = await lender.Get($"/act/release-pledge?holder={Lender.Value}&pledge={id.Value}&quantity=100");
        var preview = await lender.Submit(
            page,
            "/act/release-pledge",
            ("holder", Lender.Value.ToString()),
            ("pledge", id.Value.ToString()),
            ("quantity", "100"),
            ("reference", "还款凭证 3"),
            ("_step", "preview"));
        preview.Shown.ShouldContain($"质押 {id} 解除");
        (await lender.Submit(preview, "/act/release-pledge", ("_step", "confirm"))).Status
            .ShouldBe(HttpStatusCode.SeeOther);
        (await borrower.Get($"/desk/{pledgor.Value}/holdings")).Shown.ShouldNotContain("质押合同 7");
        (await site.Read(state => state.Pledges.Pledges.Count)).ShouldBe(0);
    }

    /// <summary>100 t in the form: the preview says what is asked and moves nothing.</summary>
    private async Task<PledgeId> Apply(Browser borrower, HolderId pledgor, AccountId account)
    {
        var holdings = await borrower.Get($"/desk/{pledgor.Value}/holdings");
        holdings.Html.ShouldContain("/act/apply-pledge?");
        var form = await borrower.Get(
            $"/act/apply-pledge?holder={pledgor.Value}&position={account.Value}%7CCEA%7C2022");
        form.Status.ShouldBe(HttpStatusCode.OK);
        form.Shown.ShouldContain("质权人");
        form.Html.ShouldContain($"<option value=\"{account.Value}\" selected");
        var preview = await borrower.Submit(
            form,
            "/act/apply-pledge",
            ("holder", pledgor.Value.ToString()),
            ("position", account.Value + "|CEA|2022"),
            ("quantity", "100"),
            ("pledgee", Lender.Value.ToString()),
            ("claim", "1000.00"),
            ("reference", "质押合同 7"),
            ("until", "2027-06-30"),
            ("_step", "preview"));
        preview.Status.ShouldBe(HttpStatusCode.OK);
        preview.Shown.ShouldContain("申请把");
        (await borrower.Submit(preview, "/act/apply-pledge", ("_step", "confirm"))).Status
            .ShouldBe(HttpStatusCode.SeeOther);
        var pledge = await site.Read(state => state.Pledges.Pledges.Values.Single());
        (pledge.Pledgor, pledge.Account, pledge.Pledgee).ShouldBe((pledgor, account, Lender));
        (pledge.Quantity, pledge.Claim.ToString()).ShouldBe((new Tonnes(100), "1000.00 CNY"));
        return pledge.Id;
    }

    /// <summary>Somebody, of those that other tests do not count, with units to pledge.</summary>
    private static (HolderId Holder, AccountId Account) Rich(SchemeState state) => state.Registry.Holders.Values
        .Where(holder => Others.Contains(holder.Id.Value) && holder.RegistryAccount is not null)
        .Select(holder => (holder.Id, holder.RegistryAccount!.Value))
        .First(one => state.Ledger.Balance(new Place(one.Value), Asset.Unit("CEA-2022")) >= 100);
}
