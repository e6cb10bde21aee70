using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Settlement;

/// <summary>A trade that was made elsewhere, as a line of a trade file.</summary>
/// <param name="Trade">Its reference; a line is settled once.</param>
/// <param name="Seller">The seller's trading account.</param>
/// <param name="Buyer">The buyer's trading account.</param>
/// <param name="Unit">Family.</param>
/// <param name="Vintage">Default when the family has none.</param>
/// <param name="Quantity">Whole tonnes.</param>
/// <param name="Price">At what price.</param>
public sealed record FiledTrade(
    string Trade,
    AccountId Seller,
    AccountId Buyer,
    string Unit,
    CompliancePeriod Vintage,
    Tonnes Quantity,
    Price Price);

/// <summary>成交文件: settles trades made elsewhere, units against money, each for itself.</summary>
/// <param name="File">The file's reference.</param>
/// <param name="Trades">Its lines, settled in this order.</param>
public sealed record SettleTradeFile(string File, IReadOnlyList<FiledTrade> Trades) : Command;

/// <summary>A line is settled: units and money have moved together.</summary>
public sealed record FiledTradeSettled(string File, FiledTrade Trade, Transaction Transaction) : Event, IMovesUnits
{
    IReadOnlyList<Transaction> IMovesUnits.Transactions => [Transaction];
}

/// <summary>A line is not settled; the name of the refusal says why. It may be sent again.</summary>
public sealed record FiledTradeFailed(string File, FiledTrade Trade, string Reason) : Event;

/// <summary>
/// 逐笔全额: a line that cannot settle fails alone, the others are settled. Refusals of a file, in order: no exchange,
/// exchange not opened; text missing (file); empty trade file. A line fails, in this order, for: text missing (trade);
/// trade settled; unknown unit; bad price; quantity not positive, too large; those of the seller's and of the buyer's
/// account; same holder; units short, cash short.
/// </summary>
public static class TradeFiles
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<SettleTradeFile>(
            "settle-trade-file", Permission.Of(Role.ExchangeOperator, Role.RegistryOperator), Decide)
        .Event<FiledTradeSettled>("filed-trade-settled", Apply)
        .Event<FiledTradeFailed>("filed-trade-failed", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, SettleTradeFile command)
    {
        if (Exchange.Find(state).IsRefused(out var refusal))
        {
            return refusal;
        }

        if (Holders.Blank("file", command.File) is { } blank)
        {
            return blank;
        }

        if (command.Trades.Count == 0)
        {
            return SettlementRefusals.EmptyTradeFile.With();
        }

        var (plan, seen, events) = (state.Ledger.Plan(), new HashSet<string>(), new List<Event>());
        foreach (var line in command.Trades)
        {
            if (Settle(state, plan, seen, line).Try(out var transaction, out refusal))
            {
                seen.Add(line.Trade);
                events.Add(new FiledTradeSettled(command.File, line, transaction));
            }
            else
            {
                events.Add(new FiledTradeFailed(command.File, line, refusal.Code.Name));
            }
        }

        return Decision.Of(events);
    }

    private static Outcome<Transaction> Settle(
        SchemeState state, Planner plan, HashSet<string> seen, FiledTrade line)
    {
        if (!seen.Contains(line.Trade ?? ""))
        {
            return !Leg(state, line).Try(out var leg, out var refusal) ? refusal
                : Covered(plan, leg) is { } uncovered ? uncovered
                : Delivery.Plan(state, plan, leg);
        }

        return SettlementRefusals.TradeSettled.With(("trade", line.Trade));
    }

    /// <summary>The leg of a line, but for what its parties have; else why it fails.</summary>
    internal static Outcome<DeliveryLeg> Leg(SchemeState state, FiledTrade line)
    {
        if (Holders.Blank("trade", line.Trade) is { } blank)
        {
            return blank;
        }

        if (state.Cash.Settled.Contains(line.Trade))
        {
            return SettlementRefusals.TradeSettled.With(("trade", line.Trade));
        }

        if (!UnitAssets.Find(state, line.Unit, line.Vintage).Try(out var asset, out var refusal))
        {
            return refusal;
        }

        if ((CheckFigures(state, line) ?? CheckSides(state, line)) is { } bad)
        {
            return bad;
        }

        var trading = state.Rules.Trading!;
        var amount = line.Price * line.Quantity;
        return new DeliveryLeg(
            asset,
            line.Price,
            line.Quantity,
            new Place(line.Seller),
            new Place(line.Buyer),
            Reservations.Fee(trading, OrderSide.Sell, amount),
            Reservations.Fee(trading, OrderSide.Buy, amount));
    }

    /// <summary>Looked at in the plan: a line may use what one before it brought, where the rulebook lets it.</summary>
    internal static Refusal? Covered(Planner plan, DeliveryLeg leg)
    {
        var money = Asset.Money(leg.Price.Currency);
        var cost = (leg.Price * leg.Quantity) + leg.BuyerFee;
        if (plan.Balance(leg.Units, leg.Instrument) is var units && units < leg.Quantity.Value)
        {
            return TradingRefusals.UnitsShort.With(
                ("instrument", leg.Instrument),
                ("free", new Tonnes(units)),
                ("needed", leg.Quantity),
                ("unsettled", new Tonnes(plan.Balance(
                    leg.Units with { Compartment = Compartment.Unsettled }, leg.Instrument))));
        }

        return plan.Balance(leg.Cash, money) is var free && free < cost.Minor
            ? TradingRefusals.CashShort.With(("free", cost with { Minor = free }), ("needed", cost))
            : null;
    }

    private static Refusal? CheckFigures(SchemeState state, FiledTrade line)
    {
        if (line.Price.Currency != state.Rules.Currency || line.Price.Minor <= 0)
        {
            return SettlementRefusals.BadPrice.With(("price", line.Price), ("currency", state.Rules.Currency));
        }

        return line.Quantity <= Tonnes.Zero
            ? LedgerRefusals.QuantityNotPositive.With(("quantity", line.Quantity))
            : Prices.Countable(line.Price, line.Quantity);
    }

    private static Refusal? CheckSides(SchemeState state, FiledTrade line)
    {
        const string type = TransactionTypes.TradeSettle;
        if ((Accounts.CheckSender(state, line.Seller, type) ?? Accounts.CheckReceiver(state, line.Buyer, type)
            ?? Accounts.CheckSender(state, line.Buyer, type)) is { } bad)
        {
            return bad;
        }

        var holder = state.Registry.Accounts[line.Seller].Holder;
        return state.Registry.Accounts[line.Buyer].Holder == holder
            ? RegistryRefusals.SameHolder.With(("holder", holder))
            : null;
    }

    private static void Apply(SchemeState state, in Context context, FiledTradeSettled happened)
    {
        state.Ledger.Post(happened.Transaction);
        Delivery.NoteUnsettled(state, happened.Transaction);
        SettlementLegs.Settled(
            state, context, happened.File, happened.Trade, LegStatus.Settled, happened.Transaction);
    }

    private static void Apply(SchemeState state, in Context context, FiledTradeFailed happened) =>
        SettlementLegs.Failed(state, context, happened);
}
