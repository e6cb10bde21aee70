using Tanheng.Engine.Hosting;
using Tanheng.Engine.Sequencing;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Approval;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Settlement;
using Tanheng.Scheme.Supervision;
using Tanheng.Scheme.Trading;

namespace Tanheng.Web.Tests;

/// <summary>
/// The two first days of an exchange after the story of 2021 and 2022. On the first the holder buys 200 t by order 1;
/// on the second another one's order 2 to sell and the holder's orders 3 to buy and 4 to sell are listed, order 3 is
/// taken in part, the holder offers a block to anybody and asks for money back.
/// </summary>
internal static class ExchangeDays
{
    /// <summary>What is traded.</summary>
    public const string Instrument = "CEA-2025";

    private const string Exchange = "exchange";

    private static readonly CompliancePeriod Vintage = CompliancePeriod.Parse("2025", null);

    /// <summary>Plays them; the exchange stays open in the afternoon of the second day.</summary>
    public static async Task PlayAsync(SchemeHost host, HolderId holder)
    {
        var floor = new Floor(host);
        var (seller, from, to) = await floor.SellerAsync();
        await floor.DoAsync("2026-06-30 15:00", "registrar-a", new MovePosition(
            seller, from, to, "CEA", Vintage, new Tonnes(1000)));
        await floor.DoAsync("2026-06-30 16:00", Exchange, new OpenExchange());
        await floor.PayInAsync(holder, "9000000.00 CNY");
        await floor.PayInAsync(seller, "100000.00 CNY");
        var (own, other) = (await floor.PersonAsync(holder), await floor.PersonAsync(seller));

        await floor.DoAsync("2026-07-01 09:40", own, floor.List(holder, OrderSide.Buy, "50.00", 200));
        await floor.DoAsync("2026-07-01 09:50", other, new TakeOrder(seller, new OrderId(1), new Tonnes(200)));

        await floor.DoAsync("2026-07-02 09:40", other, floor.List(seller, OrderSide.Sell, "51.00", 300));
        await floor.DoAsync("2026-07-02 09:41", own, floor.List(holder, OrderSide.Buy, "49.00", 400));
        await floor.DoAsync("2026-07-02 09:42", own, floor.List(holder, OrderSide.Sell, "52.50", 100));
        await floor.DoAsync("2026-07-02 09:50", other, new TakeOrder(seller, new OrderId(3), new Tonnes(150)));
        await floor.DoAsync("2026-07-02 13:30", own, new OfferBlock(
            holder, OrderSide.Buy, "CEA", Vintage, Price.Parse("48.00 CNY/t"), new Tonnes(100_000)));
        await floor.DoAsync("2026-07-02 13:40", own, new RequestWithdrawal(holder, Money.Parse("1000.00 CNY")));
        await WatchAsync(floor, seller, other);
    }

    /// <summary>
    /// The seller and holder 17 enter twenty orders of another vintage and take them all back: the sixteenth makes 80 %
    /// of twenty, an alert. The seller is asked and explains; it may not buy any more, and that vintage is halted.
    /// </summary>
    private static async Task WatchAsync(Floor floor, HolderId seller, string person)
    {
        var second = new HolderId(17);
        await floor.PayInAsync(second, "10000.00 CNY");
        await floor.EnterAndCancelAsync(seller, person, 5);
        await floor.EnterAndCancelAsync(second, await floor.PersonAsync(second), 25);
        await floor.DoAsync("2026-07-02 14:00", Exchange, new OpenInquiry(seller, [new AlertId(1)], "短时间内大量撤单"));
        await floor.DoAsync("2026-07-02 14:05", Exchange, new AskToExplain(new InquiryId(1), "请说明大量撤单的原因"));
        await floor.DoAsync("2026-07-02 14:10", person, new GiveExplanation(
            seller, new InquiryId(1), "报价系统参数有误，已停用"));
        await floor.DoAsync("2026-07-02 14:12", Exchange, new DeclareRelation(
            seller, new HolderId(17), RelationKind.Other, "申报表"));
        var restriction = new RestrictTrading(seller, TradingBar.Buying, "调查期间", new DateOnly(2026, 7, 31));
        await floor.DoAsync("2026-07-02 14:15", Exchange, Propose.Of(restriction));
        await floor.ApproveAsync("2026-07-02 14:16", "authority-a");
        await floor.DoAsync("2026-07-02 14:20", Exchange, new HaltTrading("System test", "CEA", new(2024)));
    }

    private sealed class Floor(SchemeHost host)
    {
        private int sent;

        public PlaceOrder List(HolderId holder, OrderSide side, string price, long tonnes) =>
            new(holder, side, "CEA", Vintage, Price.Parse(price + " CNY/t"), new Tonnes(tonnes));

        public async Task DoAsync(string? local, string by, Command command)
        {
            DateTimeOffset? at = local is null ? null : (await host.QueryAsync(state =>
                state.Rules.Calendar.Moment(DateTime.Parse(local, null)))).Value;
            var sending = new Submission(command, CommandId.From("exchange " + ++sent), new UserId(by), at);
            (await host.SubmitAsync(sending)).Refusal.ShouldBeNull($"{command} at {local}");
        }

        public async Task PayInAsync(HolderId holder, string amount)
        {
            var number = "6222 " + holder.Value;
            await DoAsync(null, "registrar-a", new RegisterBankAccount(holder, "结算银行", number));
            await DoAsync(null, "registrar-a", new RecordDeposit(holder, Money.Parse(amount), number, $"line {sent}"));
        }

        public async Task EnterAndCancelAsync(HolderId holder, string person, long first)
        {
            for (var i = 0; i < 20; i++)
            {
                await DoAsync("2026-07-02 13:45", person, new PlaceOrder(
                    holder, OrderSide.Buy, "CEA", new(2024), Price.Parse("44.00 CNY/t"), new Tonnes(1)));
            }

            for (var i = 0; i < 20; i++)
            {
                await DoAsync("2026-07-02 13:45", person, new CancelOrder(holder, new OrderId(first + i)));
            }
        }

        /// <summary>Approves the proposal that was made last.</summary>
        public async Task ApproveAsync(string local, string by) => await DoAsync(local, by, new ApproveProposal(
            (await host.QueryAsync(state => state.Approvals.Proposals.Keys.MaxBy(id => id.Value))).Value));

        public async Task<string> PersonAsync(HolderId holder) => (await host.QueryAsync(state =>
            state.Registry.Holders[holder].Representatives[0].User.Name)).Value;

        /// <summary>Somebody who has units to sell, in its registry account; and its trading account.</summary>
        public async Task<(HolderId Holder, AccountId From, AccountId To)> SellerAsync() => (await host.QueryAsync(
            state => state.Registry.Holders.Values
                .Where(one => state.Ledger.Balance(
                    new Place(one.RegistryAccount!.Value), Asset.Unit(Instrument)) >= 1000)
                .Select(one => (one.Id, one.RegistryAccount!.Value, one.TradingAccount!.Value))
                .First())).Value;
    }
}
