using System.Collections.Immutable;
using System.Globalization;
using Tanheng.Engine.Hosting;
using Tanheng.Engine.Sequencing;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Trading;

namespace Tanheng.Crash.Tests;

/// <summary>
/// Eight traders in the middle of a trading day of <see cref="Engine.Measuring.BenchExchange"/>: they list, pick,
/// reduce and cancel as chance has it. What a trader says about a command, <see cref="Said"/> says of the journal's row
/// too.
/// </summary>
public sealed class Floor(SchemeHost host, int seed)
{
    /// <summary>Pairs of a seller and a buyer on the floor.</summary>
    public const int Pairs = 10;

    private static readonly UserId Trader = new("trader");
    private readonly Lock looking = new();
    private readonly List<(OrderId Order, OrderSide Side, HolderId Holder)> listed = [];

    /// <summary>What an acknowledged command brought about: the numbers of its orders and trades.</summary>
    public static string Said(CommandId id, IEnumerable<Event> events) => string.Join(' ', events
        .Select(one => one switch
        {
            OrderPlaced placed => string.Create(
                CultureInfo.InvariantCulture, $"placed {placed.Order.Value} {placed.Quantity.Value}"),
            TradeMade made => string.Create(
                CultureInfo.InvariantCulture,
                $"traded {made.Trade.Id.Value} {made.Trade.Resting?.Value} {made.Trade.Quantity.Value}"),
            OrderReduced reduced => string.Create(
                CultureInfo.InvariantCulture, $"reduced {reduced.Order.Value} {reduced.Left.Value}"),
            OrderCancelled cancelled => string.Create(
                CultureInfo.InvariantCulture, $"cancelled {cancelled.Order.Value}"),
            _ => "",
        })
        .Where(words => words.Length > 0)
        .Prepend(id.ToString()));

    /// <summary>One trader, until the process dies.</summary>
    /// <param name="trader">Its number, from 0.</param>
    /// <param name="told">Called with what each acknowledged command brought about.</param>
    public async Task TradeAsync(int trader, Action<string> told)
    {
        var random = new Random((seed * 1000) + trader);
        while (true)
        {
            if (host.Role != HostRole.Leader)
            {
                await Task.Delay(5);
                continue;
            }

            var id = new CommandId(((UInt128)(uint)random.Next() << 64) + (ulong)random.NextInt64());
            var outcome = await host.SubmitAsync(new Submission(Next(random), id, Trader));
            if (outcome.Refusal is null)
            {
                Note(outcome.Value.Events);
                told(Said(id, outcome.Value.Events));
            }
        }
    }

    private Command Next(Random random)
    {
        var quantity = new Tonnes(random.Next(1, 50));
        var known = Known(random);
        return random.Next(known is null ? 1 : 10) switch
        {
            < 4 => Listing(random, quantity),
            < 8 => new TakeOrder(Against(known!.Value.Side, random), known.Value.Order, quantity),
            8 => new ReduceOrder(known!.Value.Holder, known.Value.Order, quantity),
            _ => new CancelOrder(known!.Value.Holder, known.Value.Order),
        };
    }

    /// <summary>Sellers have odd numbers, buyers even ones.</summary>
    private static PlaceOrder Listing(Random random, Tonnes quantity)
    {
        var side = random.Next(2) == 0 ? OrderSide.Sell : OrderSide.Buy;
        var price = Price.Parse(string.Create(CultureInfo.InvariantCulture, $"60.0{random.Next(5)} CNY/t"));
        return new PlaceOrder(Someone(side, random), side, "BENCH", default, price, quantity);
    }

    private static HolderId Against(OrderSide side, Random random) =>
        Someone(side == OrderSide.Sell ? OrderSide.Buy : OrderSide.Sell, random);

    private static HolderId Someone(OrderSide side, Random random) =>
        new((2 * random.Next(Pairs)) + (side == OrderSide.Sell ? 1 : 2));

    private (OrderId Order, OrderSide Side, HolderId Holder)? Known(Random random)
    {
        lock (looking)
        {
            return listed.Count == 0 ? null : listed[random.Next(Math.Max(0, listed.Count - 20), listed.Count)];
        }
    }

    private void Note(ImmutableArray<Event> events)
    {
        foreach (var placed in events.OfType<OrderPlaced>())
        {
            lock (looking)
            {
                listed.Add((placed.Order, placed.Side, placed.Holder));
            }
        }
    }
}
