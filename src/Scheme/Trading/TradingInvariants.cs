using Tanheng.Ledger;
using Tanheng.Market.Books;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Settlement;

namespace Tanheng.Scheme.Trading;

/// <summary>
/// What must hold of an exchange after every row: 5 what accounts keep on order is what their open orders and
/// negotiations need, to the tonne and the minor unit; books and orders say the same; the day's ends are on the agenda;
/// what is unsettled is noted; 6 no trade of the day is outside its mode's quantities and band; 1 the money of all
/// participants, fees, suspense and reserve is what was paid in less what was paid out.
/// </summary>
internal static class TradingInvariants
{
    public static void Check(SchemeState state, List<Violation> found)
    {
        if (state.Trading.Fees is null)
        {
            return;
        }

        CheckKept(state, found);
        CheckBooks(state, found);
        CheckAgenda(state, found);
        CheckTrades(state, found);
        CheckCash(state, found);
        SettlementInvariants.Check(state, found);
        Auctions.AuctionInvariants.Check(state, found);
    }

    private static void CheckKept(SchemeState state, List<Violation> found)
    {
        var needed = new Dictionary<(AccountId, Asset), long>();
        var trading = state.Rules.Trading!;
        var reservations = state.Trading.Orders.Values.Where(order => order.Status == OrderStatus.Open)
            .Select(order => Reservations.Of(trading, order))
            .Concat(state.Trading.Blocks.Values.SelectMany(talk =>
                talk.Parties.Select(party => Reservations.Of(trading, talk.Instrument, party))))
            .Concat(state.Auctions.Auctions.SelectMany(auction => auction.Reservations()));
        foreach (var one in reservations)
        {
            needed[(one.Account, one.Asset)] = needed.GetValueOrDefault((one.Account, one.Asset)) + one.Quantity;
        }

        var waiting = state.Cash.Withdrawals.Values
            .GroupBy(one => one.Account)
            .ToDictionary(group => group.Key, group => group.Sum(one => one.Amount.Minor));
        foreach (var position in state.Registry.Accounts.Keys.SelectMany(id => state.Ledger.Positions(id)))
        {
            var right = position.Compartment switch
            {
                Compartment.OnOrder => needed.Remove((position.Account, position.Asset), out var quantity)
                    && quantity == position.Quantity,
                Compartment.Unsettled => state.Trading.Unsettled.Contains((position.Account, position.Asset)),
                Compartment.Frozen when position.Asset.IsMoney =>
                    waiting.Remove(position.Account, out var amount) && amount == position.Quantity,
                _ => true,
            };
            if (!right)
            {
                found.Add(Differs(position.Account, position.Asset, position.Quantity));
            }
        }

        foreach (var ((account, asset), quantity) in needed.Where(pair => pair.Value != 0))
        {
            found.Add(Differs(account, asset, -quantity));
        }

        foreach (var (account, amount) in waiting)
        {
            found.Add(Differs(account, Asset.Money(state.Rules.Currency), -amount));
        }
    }

    private static Violation Differs(AccountId account, Asset asset, long quantity) =>
        new(5, "kept-for-trading-differs", new Text(
            $"账户 {account} 的 {asset} 占用或未交收 {quantity}，与委托、成交、出金不符。",
            $"{quantity} of {asset} in account {account} are not what orders, trades and withdrawals keep."));

    private static void CheckBooks(SchemeState state, List<Violation> found)
    {
        var trading = state.Rules.Trading!;
        var open = state.Trading.Orders.Values.Where(order => order.Open > Tonnes.Zero)
            .Select(order => (order.Instrument, new RestingOrder(
                order.Id.Value,
                order.Holder.Value,
                ListedBook.SideOf(order),
                (int)Prices.TicksOf(trading, order.Price),
                order.Open.Value)))
            .ToHashSet();
        var resting = state.Trading.Books.SelectMany(pair =>
            pair.Value.Orders(Side.Buy).Concat(pair.Value.Orders(Side.Sell)).Select(order => (pair.Key, order)));
        if (!open.SetEquals(resting) || state.Trading.Books.Values.Any(book => book.Check().Count > 0)
            || (state.Trading.Day is null && state.Trading.HasOpen))
        {
            found.Add(new Violation(5, "book-differs", new Text(
                "订单簿与委托记录不符。", "The book does not hold what the orders say.")));
        }
    }

    private static void CheckAgenda(SchemeState state, List<Violation> found)
    {
        var kind = state.Trading.Day is null ? DueKind.TradingDayStart : DueKind.TradingSessionEnd;
        if (!state.Agenda.Items.Any(due => due.Kind == kind))
        {
            found.Add(new Violation(5, "trading-day-not-on-agenda", new Text(
                "交易日的开始或结束不在日程中。", "The beginning or the end of a trading day is not on the agenda.")));
        }
    }

    private static void CheckTrades(SchemeState state, List<Violation> found)
    {
        var trading = state.Rules.Trading!;
        for (var i = state.Trading.Trades.Count - 1; i >= 0; i--)
        {
            var trade = state.Trading.Trades[i];
            if (state.Rules.Calendar.Day(trade.At) != state.Trading.Day)
            {
                return;
            }

            var mode = trading.Mode(trade.Mode)!;
            var band = Prices.BandOf(state, mode, trade.Instrument);
            if (trade.Price < band.Lowest || trade.Price > band.Highest
                || trade.Quantity >= (mode.Below ?? trade.Quantity + new Tonnes(1))
                || trade.Quantity < (mode.AtLeast ?? trade.Quantity) || trade.Id.Value != i + 1)
            {
                found.Add(new Violation(6, "trade-outside-rules", new Text(
                    $"成交 {trade.Id} 超出规则：{trade.Quantity}，{trade.Price}。",
                    $"Trade {trade.Id} of {trade.Quantity} at {trade.Price} is outside the rules.")));
            }
        }
    }

    private static void CheckCash(SchemeState state, List<Violation> found)
    {
        var money = Asset.Money(state.Rules.Currency);
        var held = state.Registry.Accounts.Values
            .Where(account => !account.Kind.IsSystem() || account.Id == state.Trading.Fees
                || account.Id == state.Cash.Suspense || account.Id == state.Cash.Reserve
                || account.Id == state.Auctions.Revenue)
            .Sum(account => state.Ledger.Total(account.Id, money));
        if (held != state.Cash.PaidIn.Minor)
        {
            found.Add(new Violation(1, "cash-differs", new Text(
                $"参与主体资金与手续费合计 {held}，出入金净额 {state.Cash.PaidIn}。",
                $"Participants and fees hold {held}, but {state.Cash.PaidIn} were paid in, less what was paid out.")));
        }
    }
}
