using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Tanheng.Engine.People;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Approval;
using Tanheng.Scheme.Auctions;
using Tanheng.Web.Entities;

namespace Tanheng.Web.Tests;

/// <summary>
/// What the portal keeps of sealed bids: those of bidders, while bids are taken, a few of each person, and nothing when
/// it is not needed any more.
/// </summary>
public sealed partial class SealedTicketTests(AuctionSite site) : IClassFixture<AuctionSite>
{
    private static readonly long Bidder = AuctionSite.Bidders[0];

    private string Path => $"/desk/{Bidder}/auctions/1";

    private IReadOnlyList<Draft> Kept(long holder) => site.Services.GetRequiredService<IDrafts>()
        .DraftsOf($"china-2021-2022/{new HolderId(holder)}");

    [Fact]
    public async Task Sealed_bids_are_kept_for_bidders_while_bids_are_taken_and_dropped_when_they_are_not_needed()
    {
        var first = await site.PersonAsync(Bidder);
        await AnnounceAsync();
        using var one = await site.SignedIn(first);

        // Before the auction a ticket is tried, and nothing is sealed.
        (await Seal(one, Path)).ShouldBeNull();
        Kept(Bidder).ShouldBeEmpty();
        await site.AtAsync("2026-07-06 09:00");

        // Who is not admitted gets nothing sealed; of the terms of the rule everybody has to be.
        const long Stranger = 18;
        using var stranger = await site.SignedIn(await site.PersonAsync(Stranger));
        (await Seal(stranger, $"/desk/{Stranger}/auctions/1")).ShouldBeNull();
        Kept(Stranger).ShouldBeEmpty();

        // Of another kind of step nothing is kept.
        using var tried = await one.Post(
            Path, ("line.0.price", "52.00"), ("line.0.quantity", "1000"), ("_step", "try"));
        tried.StatusCode.ShouldBe(HttpStatusCode.OK);
        Kept(Bidder).ShouldBeEmpty();

        // A person keeps ten beside the one that was sent, whatever another person does.
        var sent = (await Seal(one, Path)).ShouldNotBeNull();
        await site.DoAsync(first, new LodgeCollateral(
            new HolderId(Bidder), new AuctionId(1), Money.Parse("52000.00 CNY")));
        await site.DoAsync(first, new SealBid(new HolderId(Bidder), new AuctionId(1), sent.ToString()));
        var others = Digest.Of("another person's\n"u8);
        var tickets = site.Services.GetRequiredService<SealedTickets>();
        tickets.Keep(new HolderId(Bidder), new AuctionId(1), others, new SealedTicket([], "", "another person"), sent);
        var unsent = new List<Digest>();
        for (var i = 0; i < 12; i++)
        {
            unsent.Add((await Seal(one, Path)).ShouldNotBeNull());
        }

        // 1 that was sent, 1 of the second person, 10 of the first one's 12, the two oldest of which are gone.
        Seals().ShouldBe([sent, others, .. unsent[2..]], ignoreOrder: true);
        await tickets.SweepAsync();
        Seals().Count.ShouldBe(12, "bids are still taken");

        // Once no bids are taken only what has to be opened remains; once it is opened, nothing.
        await site.AtAsync("2026-07-06 11:00");
        await tickets.SweepAsync();
        Seals().ShouldBe([sent]);
        (await Seal(one, Path)).ShouldBeNull("too late");
        var kept = tickets.Find(new HolderId(Bidder), new AuctionId(1), sent).ShouldNotBeNull();
        await site.DoAsync(first, new OpenBid(new HolderId(Bidder), new AuctionId(1), kept.Lines, kept.Secret));
        await tickets.SweepAsync();
        Kept(Bidder).ShouldBeEmpty();
    }

    private List<Digest> Seals() =>
        [.. Kept(Bidder).Select(draft => Digest.Parse(draft.Key.Split('/')[^1], null))];

    private async Task AnnounceAsync()
    {
        await site.DoAsync(
            "authority-a",
            Propose.Of(new AnnounceAuction(
                "paid-allocation",
                "CEA",
                CompliancePeriod.Parse("2026", null),
                new Tonnes(100_000),
                Price.Parse("50.00 CNY/t"),
                new DateTime(2026, 7, 6, 9, 0, 0),
                new DateTime(2026, 7, 6, 11, 0, 0),
                Digest.Of("thunder\n"u8).ToString())),
            "2026-07-01 09:00");
        var proposal = await site.Ask(state => state.Approvals.Proposals.Keys.MaxBy(id => id.Value));
        await site.DoAsync("authority-b", new ApproveProposal(proposal));
    }

    /// <summary>Has the page seal a bid; the seal, or null when it does not.</summary>
    private static async Task<Digest?> Seal(HttpClient visitor, string path)
    {
        using var answer = await visitor.Post(
            path, ("line.0.price", "52.00"), ("line.0.quantity", "1000"), ("_step", "seal"));
        var match = SealField().Match(await answer.Content.ReadAsStringAsync());
        return match.Success ? Digest.Parse(match.Groups[1].Value, null) : null;
    }

    [GeneratedRegex("name=\"seal\" value=\"([0-9a-f]{64})\"")]
    private static partial Regex SealField();
}
