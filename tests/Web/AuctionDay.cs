using Tanheng.Engine.Hosting;
using Tanheng.Engine.Sequencing;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Approval;
using Tanheng.Scheme.Auctions;
using Tanheng.Scheme.Settlement;

namespace Tanheng.Web.Tests;

/// <summary>
/// After the two days of trading: the authority announces an auction, AU1, and somebody other than the holder of the
/// examples is admitted and lodges collateral.
/// </summary>
internal static class AuctionDay
{
    public static async Task PlayAsync(SchemeHost host, HolderId except)
    {
        var sent = 0;
        async Task DoAsync(string by, Command command)
        {
            var sending = new Submission(command, CommandId.From("auction day " + ++sent), new UserId(by), null);
            (await host.SubmitAsync(sending)).Refusal.ShouldBeNull($"{command}");
        }

        await DoAsync("authority-a", Propose.Of(new AnnounceAuction(
            "paid-allocation",
            "CEA",
            CompliancePeriod.Parse("2026", null),
            new Tonnes(100_000),
            Price.Parse("50.00 CNY/t"),
            new DateTime(2026, 7, 6, 9, 0, 0),
            new DateTime(2026, 7, 6, 11, 0, 0),
            Digest.Of("a seed of the examples\n"u8).ToString())));
        var proposal = (await host.QueryAsync(state => new ProposalId(state.Approvals.Proposals.Count))).Value;
        await DoAsync("authority-b", new ApproveProposal(proposal));

        var (bidder, person) = (await host.QueryAsync(state => state.Registry.Holders.Values
            .Where(one => one.Id != except && one.TradingAccount is not null && one.Representatives.Length > 0
                && !state.Supervision.Restrictions.ContainsKey(one.Id)
                && !state.Cash.BankAccounts.ContainsKey(one.Id))
            .Select(one => (one.Id, one.Representatives[0].User.Name)).First())).Value;
        await DoAsync("registrar-a", new RegisterBankAccount(bidder, "结算银行", "6222 77"));
        await DoAsync("registrar-a", new RecordDeposit(
            bidder, Money.Parse("60000.00 CNY"), "6222 77", "auction day"));
        await DoAsync("exchange", new AdmitBidder(bidder, BidderClass.Covered));
        await DoAsync(person, new LodgeCollateral(bidder, new AuctionId(1), Money.Parse("50000.00 CNY")));
    }
}
