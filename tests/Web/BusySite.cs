using System.Globalization;
using Tanheng.Engine.Hosting;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Trading;

namespace Tanheng.Web.Tests;

/// <summary>
/// A market after 40 days of trading, in the afternoon of another one: both sides of the book are full, a block is
/// negotiated.
/// </summary>
public sealed class BusySite : FloorSite
{
    private const int Days = 40;
    private long order;

    protected override async Task PlayMoreAsync(SchemeHost market)
    {
        await base.PlayMoreAsync(market);
        var (own, other) = await Ask(state => (
            state.Registry.Holders[Buyer].Representatives[0].User.Name,
            state.Registry.Holders[Seller].Representatives[0].User.Name));
        for (var day = 1; day <= Days; day++)
        {
            var next = await Ask(state => state.Agenda.Items.First(due => due.Kind == DueKind.TradingDayStart).Subject);
            await RunUntilAsync(next + " 09:35");
            for (var trade = 0; trade < 3; trade++)
            {
                await DoAsync(other, List(Seller, OrderSide.Sell, Price(day, trade), 40 + (day * 37 % 90)));
                await DoAsync(own, new TakeOrder(Buyer, new OrderId(order), new Tonnes(40 + (day * 37 % 90))));
                await RunUntilAsync($"{next} 10:{(trade * 20) + (day % 19):00}");
            }

            await RunUntilAsync(next + " 16:00");
        }

        await LastDayAsync(own, other);
    }

    private async Task LastDayAsync(string own, string other)
    {
        var today = await Ask(state => state.Agenda.Items.First(due => due.Kind == DueKind.TradingDayStart).Subject);
        await RunUntilAsync(today + " 09:35");
        for (var level = 1; level <= 6; level++)
        {
            await DoAsync(other, List(Seller, OrderSide.Sell, 48.30m + (level * 0.07m), 150 + (level * 210 % 370)));
            await DoAsync(own, List(Buyer, OrderSide.Buy, 48.20m - (level * 0.05m), 120 + (level * 170 % 410)));
        }

        await RunUntilAsync(today + " 13:20");
        await DoAsync(own, new TakeOrder(Buyer, new OrderId(order - 11), new Tonnes(100)));
        await RunUntilAsync(today + " 13:25");
        await DoAsync(other, new TakeOrder(Seller, new OrderId(order - 10), new Tonnes(60)));
        await DoAsync(own, Block("38.00", Seller));
        await DoAsync(other, new CounterBlock(
            Seller, new BlockId(1), Parsed("40.50"), new Tonnes(100_000)));
        await RunUntilAsync(today + " 13:40");
    }

    private OfferBlock Block(string price, HolderId? named) => new(
        Buyer,
        OrderSide.Buy,
        "CEA",
        CompliancePeriod.Parse("2022", null),
        Parsed(price),
        new Tonnes(100_000),
        named);

    private PlaceOrder List(HolderId holder, OrderSide side, decimal price, long tonnes)
    {
        order++;
        return new PlaceOrder(
            holder,
            side,
            "CEA",
            CompliancePeriod.Parse("2022", null),
            Parsed(price.ToString("0.00", CultureInfo.InvariantCulture)),
            new Tonnes(tonnes));
    }

    /// <summary>Up and down around 48 yuan, never far from the day before.</summary>
    private static decimal Price(int day, int trade) =>
        48.00m + (day * day * 7 % 23 * 0.05m) - (day * 11 % 17 * 0.04m) + (trade * (day % 5 - 2) * 0.09m);

    private static Price Parsed(string price) => Quantities.Price.Parse(price + " CNY/t");
}
