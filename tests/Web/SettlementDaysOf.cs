using Tanheng.Engine.Hosting;
using Tanheng.Engine.Sequencing;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Approval;
using Tanheng.Scheme.Settlement;

namespace Tanheng.Web.Tests;

/// <summary>
/// What the settlement desk has to do after <see cref="ExchangeDays"/>: on the afternoon of the second day a settlement
/// account is registered, a payment file made and a statement imported; a trade file has a leg that fails; the day
/// ends, and in the evening the holder objects and a correction waits for it.
/// </summary>
internal static class SettlementDaysOf
{
    /// <summary>The settlement account.</summary>
    public const string Number = "42000099";

    /// <summary>The beginning alone: an account, a file of payments, a stranger's money.</summary>
    public static async Task BeginAsync(SchemeHost host)
    {
        var desk = new Desk(host);
        await desk.TogetherAsync(new RegisterSettlementBank(Number, "结算银行", "登记结算机构", "ABCDCNBJXXX"));
        await desk.DoAsync(null, "registrar-a", new OrderPayments(Number, []));
        await desk.DoAsync(null, "registrar-a", new ImportStatements(
            "2026-07-02.xml",
            [Statement("2026-07-02", "0.00", "1113.00", [Line("B-2", "1113.00", "9999 1", "陌生单位")])]));
    }

    /// <summary>All of it.</summary>
    public static async Task PlayAsync(SchemeHost host, HolderId holder)
    {
        var desk = new Desk(host);
        var (trader, seller, buyer, deposits) = (await host.QueryAsync(state => (
            state.Registry.Holders[holder].Representatives[0].User.Name,
            state.Trading.Trades[0].Seller,
            state.Trading.Trades[0].Buyer,
            state.Cash.HandDeposits.Values.OrderBy(one => state.Cash.Deposits[one.Reference]).ToList()))).Value;
        await desk.TogetherAsync(new RegisterSettlementBank(Number, "结算银行", "登记结算机构", "ABCDCNBJXXX"));
        await desk.DoAsync(null, "registrar-a", new OrderPayments(Number, []));
        await desk.DoAsync(null, "registrar-a", new ImportStatements(
            "2026-07-02.xml", [Statement("2026-07-02", "0.00", "9000112.50", Lines(deposits))]));
        await desk.DoAsync(null, "registrar-a", new SettleTradeFile("T-20260702",
        [
            Trade("T1", seller, buyer, 10),
            Trade("T2", seller, buyer, 100_000_000),
        ]));
        await desk.DoAsync("2026-07-02 15:00", "exchange", new StateExchangeTotals(
            new DateOnly(2026, 7, 2),
            [new("CEA", CompliancePeriod.Parse("2025", null), 2, new Tonnes(160), Money.Parse("7850.00 CNY"))]));
        await desk.DoAsync("2026-07-02 16:00", trader, new ObjectToSettlement(
            holder, new DateOnly(2026, 7, 2), "手续费与通知不符 / fee differs"));
        await desk.DoAsync(null, "registrar-a", new ProposeCorrection(
            deposits[0].Reference, null, "金额多登记 0.50 元 / booked 0.50 too much"));
    }

    /// <summary>A second day of one leg, which is settled, and a third one of two legs, which is under way.</summary>
    public static async Task GoOnAsync(SchemeHost host)
    {
        var desk = new Desk(host);
        var (seller, buyer) = (await host.QueryAsync(state =>
            (state.Trading.Trades[0].Seller, state.Trading.Trades[0].Buyer))).Value;
        await desk.DoAsync("2026-07-03 10:00", "registrar-a", new SettleTradeFile(
            "T-20260703", [Trade("T3", seller, buyer, 20)]));
        await desk.DoAsync("2026-07-06 10:00", "registrar-a", new SettleTradeFile(
            "T-20260706", [Trade("T5", seller, buyer, 30), Trade("T4", seller, buyer, 40)]));
    }

    /// <summary>A statement of one day.</summary>
    public static BankStatement Statement(
        string name, string opening, string closing, IReadOnlyList<StatedLine> lines) => new(
        Number, name, new DateOnly(2026, 7, 2), Yuan(opening), Yuan(closing), lines);

    /// <summary>
    /// 8,999,999.50 where 9,000,000.00 were booked by hand; 1,113.00 of a stranger, 2,000.00 of nobody; 1,000.00 paid
    /// out as ordered and 2,000.00 that the bank took: 9,000,112.50 in all.
    /// </summary>
    private static List<StatedLine> Lines(List<HandDeposit> deposits) =>
    [
        Line(deposits[0].Reference, "8999999.50", "6222 16", "示例电厂"),
        Line("B-2", "1113.00", "9999 1", "陌生单位"),
        Line("B-3", "2000.00", null, null),
        Line("B-4", "-1000.00", "6222 16", "示例电厂") with { EndToEnd = "TH-W1" },
        Line("B-5", "-2000.00", null, "结算银行") with { Text = "账户管理费" },
    ];

    private static StatedLine Line(string reference, string amount, string? account, string? name) =>
        new(reference, new DateOnly(2026, 7, 2), Yuan(amount), account, name);

    private static Money Yuan(string amount) => Money.Parse(amount + " CNY");

    private static FiledTrade Trade(string reference, AccountId seller, AccountId buyer, long tonnes) => new(
        reference, seller, buyer, "CEA", CompliancePeriod.Parse("2025", null), new Tonnes(tonnes),
        Price.Parse("50.00 CNY/t"));

    private sealed class Desk(SchemeHost host)
    {
        private readonly Guid desk = Guid.NewGuid();
        private int sent;

        public async Task DoAsync(string? local, string by, Command command)
        {
            DateTimeOffset? at = local is null ? null : (await host.QueryAsync(state =>
                state.Rules.Calendar.Moment(DateTime.Parse(local, null)))).Value;
            var sending = new Submission(command, CommandId.From($"settlement {desk} {++sent}"), new UserId(by), at);
            var reply = await host.SubmitAsync(sending);
            reply.Refusal.ShouldBeNull($"{command.GetType().Name}: {reply.Refusal?.Message("en")}");
        }

        /// <summary>What two officials do together.</summary>
        public async Task TogetherAsync(Command command)
        {
            await DoAsync(null, "registrar-a", Propose.Of(command));
            var id = (await host.QueryAsync(state => state.Approvals.Waiting.Max())).Value;
            await DoAsync(null, "registrar-b", new ApproveProposal(new ProposalId(id)));
        }
    }
}
