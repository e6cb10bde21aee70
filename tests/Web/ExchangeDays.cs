using Tanheng.Engine.Hosting;
using Tanheng.Engine.Sequencing;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Settlement;
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

    private static readonly CompliancePeriod Vintage = CompliancePeriod.Parse("2025", null);

    /// <summary>Plays them; the exchange stays open in the afternoon of the second day.</summary>
    public static async Task PlayAsync(SchemeHost host, HolderId holder)
    {
        var floor = new Floor(host);
        var (seller, from, to) = await floor.SellerAsync();
        await floor.DoAsync("2026-06-30 15:00", "registrar-a", new MovePosition(
            seller, from, to, "CEA", Vintage, new Tonnes(1000)));
        await floor.DoAsync("2026-06-30 16:00", "exchange", new OpenExchange());
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
