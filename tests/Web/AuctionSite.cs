using Tanheng.Engine.Hosting;
using Tanheng.Engine.Sequencing;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Auctions;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Settlement;
using Tanheng.Scheme.Trading;

namespace Tanheng.Web.Tests;

/// <summary>
/// The portal of a market whose exchange is open and in which two holders have money; its time is moved by the test.
/// </summary>
public sealed class AuctionSite : PortalSite
{
    /// <summary>Two bidders.</summary>
    public static readonly long[] Bidders = [16, 17];

    private SchemeHost host = null!;
    private int sent;

    /// <summary>Lets business time pass to a local moment; what falls due on the way happens.</summary>
    public async Task AtAsync(string local)
    {
        var moment = (await host.QueryAsync(state => state.Rules.Calendar.Moment(DateTime.Parse(local, null)))).Value;
        (await host.Sequencer!.AdvanceClockAsync(moment)).Refusal.ShouldBeNull();
    }

    /// <summary>Asks the state as it is now.</summary>
    public async Task<T> Ask<T>(Func<SchemeState, T> question) => (await host.QueryAsync(question)).Value;

    /// <summary>The n-th person who acts for a holder.</summary>
    public async Task<string> PersonAsync(long holder, int which = 0) =>
        await Ask(state => state.Registry.Holders[new HolderId(holder)].Representatives[which].User.Name);

    /// <summary>Sends a command as somebody.</summary>
    public async Task DoAsync(string by, Command command, string? local = null)
    {
        if (local is not null)
        {
            await AtAsync(local);
        }

        var at = await Ask(state => state.Time);
        var sending = new Submission(command, CommandId.From("auction " + ++sent), new UserId(by), at);
        (await host.SubmitAsync(sending)).Refusal.ShouldBeNull($"{command}");
    }

    protected override async Task PlayMoreAsync(SchemeHost market)
    {
        host = market;
        await AtAsync("2026-06-30 16:00");
        await DoAsync("exchange", new OpenExchange());
        foreach (var id in Bidders)
        {
            var (holder, number) = (new HolderId(id), "6222 " + id);
            await DoAsync("registrar-a", new RegisterBankAccount(holder, "结算银行", number));
            var money = Money.Parse("60000000.00 CNY");
            await DoAsync("registrar-a", new RecordDeposit(holder, money, number, "line " + id));
            await DoAsync("exchange", new AdmitBidder(holder, BidderClass.Covered));
        }
    }
}
