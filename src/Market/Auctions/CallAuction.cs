namespace Tanheng.Market.Auctions;

/// <summary>An order of a call auction.</summary>
/// <param name="IsBid">True to buy.</param>
/// <param name="Price">Limit in ticks.</param>
/// <param name="Quantity">Tonnes.</param>
public readonly record struct CallOrder(bool IsBid, long Price, long Quantity);

/// <summary>Where a call auction clears; no price when nothing trades.</summary>
public readonly record struct CallPrice(long? Price, long Volume);

/// <summary>
/// 集合竞价: one price for buyers and sellers. The most tonnes; then the smallest surplus of one side; then, when buyers
/// are left over at all such prices, the highest of them, when sellers are, the lowest; else the one nearest to the
/// reference price, of two the lower. No rulebook that is known here opens a day with one, so no mode of the exchange
/// uses it yet.
/// </summary>
public static class CallAuction
{
    /// <summary>The price.</summary>
    public static CallPrice Price(IReadOnlyCollection<CallOrder> orders, long reference)
    {
        // Between two limits nothing changes, so only limits, their neighbours and the reference need a look.
        var looks = orders.SelectMany(order => new[] { order.Price - 1, order.Price, order.Price + 1 })
            .Append(reference).Distinct().Where(price => price > 0)
            .Select(price => Look(orders, price)).Where(look => look.Volume > 0).ToArray();
        if (looks.Length == 0)
        {
            return new CallPrice(null, 0);
        }

        var volume = looks.Max(look => look.Volume);
        var most = looks.Where(look => look.Volume == volume).ToArray();
        var surplus = most.Min(look => Math.Abs(look.Surplus));
        var best = most.Where(look => Math.Abs(look.Surplus) == surplus).ToArray();
        var price = best.All(look => look.Surplus > 0) ? best.Max(look => look.Price)
            : best.All(look => look.Surplus < 0) ? best.Min(look => look.Price)
            : best.OrderBy(look => Math.Abs(look.Price - reference)).ThenBy(look => look.Price).First().Price;
        return new CallPrice(price, volume);
    }

    private static (long Price, long Volume, long Surplus) Look(IEnumerable<CallOrder> orders, long price)
    {
        var (bought, sold) = (0L, 0L);
        foreach (var order in orders)
        {
            bought += order.IsBid && order.Price >= price ? order.Quantity : 0;
            sold += !order.IsBid && order.Price <= price ? order.Quantity : 0;
        }

        return (price, Math.Min(bought, sold), bought - sold);
    }
}
