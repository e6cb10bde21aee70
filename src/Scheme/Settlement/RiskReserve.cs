using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Settlement;

/// <summary>动用风险准备金: pays what the buyer of a failed leg lacks, so that the leg settles.</summary>
/// <param name="Trade">The reference of the line of a trade file that failed.</param>
/// <param name="Reason">Why the reserve is used.</param>
public sealed record CoverLeg(string Trade, string Reason) : Command, IOneAtATime
{
    IReadOnlyList<string> IOneAtATime.Keys => [$"leg {Trade}"];
}

/// <summary>偿还: a participant gives back what the reserve paid for it.</summary>
public sealed record RepayReserve(HolderId Holder, Money Amount) : Command, IForHolder;

/// <summary>A leg is settled with money of the reserve, which the buyer owes it now.</summary>
/// <param name="File">The file the line came in.</param>
/// <param name="Trade">The line.</param>
/// <param name="Holder">The buyer.</param>
/// <param name="Amount">What the reserve paid.</param>
/// <param name="Reason">Why.</param>
/// <param name="Cover">From the reserve to the buyer.</param>
/// <param name="Delivery">Units against money.</param>
public sealed record LegCovered(
    string File,
    FiledTrade Trade,
    HolderId Holder,
    Money Amount,
    string Reason,
    Transaction Cover,
    Transaction Delivery) : Event, IMovesUnits
{
    IReadOnlyList<Transaction> IMovesUnits.Transactions => [Cover, Delivery];
}

/// <summary>The reserve has money back.</summary>
public sealed record ReserveRepaid(HolderId Holder, Transaction Transaction) : Event, IMovesUnits
{
    IReadOnlyList<Transaction> IMovesUnits.Transactions => [Transaction];
}

/// <summary>A share of a day's fees is put aside.</summary>
public sealed record ReserveContributed(DateOnly Day, Money Fees, Transaction Transaction) : Event, IMovesUnits
{
    IReadOnlyList<Transaction> IMovesUnits.Transactions => [Transaction];
}

/// <summary>What changed the reserve.</summary>
public enum ReserveMove
{
    /// <summary>A share of fees.</summary>
    Contribution,

    /// <summary>A leg was covered.</summary>
    Cover,

    /// <summary>The defaulter made good.</summary>
    Repayment,
}

/// <summary>A line of the reserve's own book.</summary>
/// <param name="At">When.</param>
/// <param name="Row">The row of the journal.</param>
/// <param name="Move">What it was.</param>
/// <param name="Amount">What it got; what it paid with a minus.</param>
/// <param name="Holder">For whom it paid, or who paid back.</param>
/// <param name="Trade">The leg that was covered.</param>
public sealed record ReserveEntry(
    DateTimeOffset At, long Row, ReserveMove Move, Money Amount, HolderId? Holder = null, string? Trade = null);

/// <summary>
/// 风险准备金: kept apart, fed by fees, used for one leg at a time and only for the money that its buyer lacks; units it has
/// none. The buyer owes what was paid, and takes no money out of the market before it has paid back. Refusals in
/// order, to cover: no exchange, exchange not opened; no settlement bank; no reserve; text missing (trade, reason);
/// unknown leg; what makes the leg fail apart from money; leg not short; reserve short; to repay: no exchange, exchange
/// not opened; bad amount; unknown holder, holder not active, no trading account, those of the account's status; owes
/// less; cash short.
/// </summary>
public static class RiskReserve
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<CoverLeg>("cover-leg", Permission.Of(Role.RegistryOperator), Decide)
        .Command<RepayReserve>("repay-reserve", Permission.OfHolder(Role.RegistryOperator), Decide)
        .Event<LegCovered>("leg-covered", Apply)
        .Event<ReserveRepaid>("reserve-repaid", Apply)
        .Event<ReserveContributed>("reserve-contributed", Apply);

    /// <summary>What the reserve has.</summary>
    public static Money Balance(SchemeState state) => new(
        state.Cash.Reserve is { } account
            ? state.Ledger.Total(account, Asset.Money(state.Rules.Currency))
            : 0,
        state.Rules.Currency);

    /// <summary>
    /// What is put aside of a day's fees: the rulebook's share, no more than is missing to what is enough and than the
    /// fees that are there.
    /// </summary>
    internal static Money Share(ReserveRule rule, Money fees, Money reserve, Money there)
    {
        var share = rule.Contribution.Of(fees, rule.Rounding);
        var room = rule.Enough is { } enough ? Money.Zero(fees.Currency) + (enough - reserve) : share;
        var least = new[] { share, room, there }.Min();
        return least.Minor < 0 ? Money.Zero(fees.Currency) : least;
    }

    /// <summary>The contribution of a day, or null when there is none.</summary>
    internal static ReserveContributed? Contribution(SchemeState state, DateOnly day, Money fees)
    {
        if (state.Rules.Trading?.Reserve is not { } rule)
        {
            return null;
        }

        var (money, from) = (Asset.Money(state.Rules.Currency), new Place(state.Trading.Fees!.Value));
        var there = new Money(state.Ledger.Balance(from, money), state.Rules.Currency);
        var share = Share(rule, fees, Balance(state), there);
        return share.Minor == 0 ? null : new ReserveContributed(day, fees, state.Ledger.Plan()
            .Transact(
                TransactionTypes.RiskReserve,
                new Draft(money, from, new Place(state.Cash.Reserve!.Value), share.Minor)).Value);
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, CoverLeg command)
    {
        if (SettlementBanks.Missing(state) is { } refusal)
        {
            return refusal;
        }

        if (state.Rules.Trading!.Reserve is null)
        {
            return SettlementRefusals.NoReserve.With(("market", state.Rules.Code));
        }

        if ((Holders.Blank("trade", command.Trade) ?? Holders.Blank("reason", command.Reason)) is { } blank)
        {
            return blank;
        }

        if (SettlementLegs.FailedLeg(state, command.Trade.Trim()) is not { } failed)
        {
            return SettlementRefusals.UnknownLeg.With(("trade", command.Trade));
        }

        if (!TradeFiles.Leg(state, failed.Trade).Try(out var leg, out var wrong))
        {
            return wrong;
        }

        var plan = state.Ledger.Plan();
        var why = TradeFiles.Covered(plan, leg);
        if (why is null)
        {
            return SettlementRefusals.LegNotShort.With(("trade", command.Trade));
        }

        return why.Code == TradingRefusals.CashShort ? Cover(state, plan, failed, leg, command.Reason) : why;
    }

    private static Outcome<Decision> Cover(
        SchemeState state, Planner plan, FiledLeg failed, DeliveryLeg leg, string reason)
    {
        var money = Asset.Money(state.Rules.Currency);
        var cost = (leg.Price * leg.Quantity) + leg.BuyerFee;
        var lacking = cost with { Minor = cost.Minor - plan.Balance(leg.Cash, money) };
        if (Balance(state) < lacking)
        {
            return SettlementRefusals.ReserveShort.With(("reserve", Balance(state)), ("needed", lacking));
        }

        var draft = new Draft(money, new Place(state.Cash.Reserve!.Value), leg.Cash, lacking.Minor);
        var buyer = state.Registry.Accounts[failed.Trade.Buyer].Holder!.Value;
        return plan.Transact(TransactionTypes.RiskReserve, draft).Try(out var cover, out var refusal)
            && Delivery.Plan(state, plan, leg).Try(out var delivery, out refusal)
            ? Decision.Of(new LegCovered(failed.File, failed.Trade, buyer, lacking, reason, cover, delivery))
            : refusal;
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, RepayReserve command)
    {
        if (Exchange.Find(state).IsRefused(out var refusal))
        {
            return refusal;
        }

        if (Deposits.Check(state, command.Amount) is { } bad)
        {
            return bad;
        }

        if (!Exchange.AccountOf(state, command.Holder).Try(out var account, out refusal))
        {
            return refusal;
        }

        var owed = state.Cash.Debts.GetValueOrDefault(command.Holder, Money.Zero(state.Rules.Currency));
        if (owed < command.Amount)
        {
            return SettlementRefusals.OwesLess.With(("owed", owed), ("amount", command.Amount));
        }

        var money = Asset.Money(state.Rules.Currency);
        if (Reservations.Check(state, new Reservation(account, money, command.Amount.Minor)) is { } uncovered)
        {
            return uncovered;
        }

        var draft = new Draft(
            money, new Place(account), new Place(state.Cash.Reserve!.Value), command.Amount.Minor);
        return state.Ledger.Plan().Transact(TransactionTypes.RiskReserve, draft)
            .Try(out var transaction, out refusal)
            ? Decision.Of(new ReserveRepaid(command.Holder, transaction))
            : refusal;
    }

    private static void Apply(SchemeState state, in Context context, LegCovered happened)
    {
        state.Ledger.Post(happened.Cover);
        state.Ledger.Post(happened.Delivery);
        Delivery.NoteUnsettled(state, happened.Delivery);
        SettlementLegs.Settled(
            state, context, happened.File, happened.Trade, LegStatus.Covered, happened.Delivery);
        Owe(state, happened.Holder, happened.Amount);
        state.Cash.ReserveEntries.Add(new ReserveEntry(
            context.Time, context.Sequence, ReserveMove.Cover, -happened.Amount, happened.Holder,
            happened.Trade.Trade));
    }

    private static void Apply(SchemeState state, in Context context, ReserveRepaid happened)
    {
        state.Ledger.Post(happened.Transaction);
        var amount = new Money(happened.Transaction.Movements[0].Quantity, state.Rules.Currency);
        Owe(state, happened.Holder, -amount);
        state.Cash.ReserveEntries.Add(new ReserveEntry(
            context.Time, context.Sequence, ReserveMove.Repayment, amount, happened.Holder));
    }

    private static void Apply(SchemeState state, in Context context, ReserveContributed happened)
    {
        state.Ledger.Post(happened.Transaction);
        state.Cash.ReserveEntries.Add(new ReserveEntry(
            context.Time,
            context.Sequence,
            ReserveMove.Contribution,
            new Money(happened.Transaction.Movements[0].Quantity, state.Rules.Currency)));
    }

    private static void Owe(SchemeState state, HolderId holder, Money more)
    {
        var owed = state.Cash.Debts.GetValueOrDefault(holder, Money.Zero(more.Currency)) + more;
        if (owed.Minor == 0)
        {
            state.Cash.Debts.Remove(holder);
        }
        else
        {
            state.Cash.Debts[holder] = owed;
        }
    }
}
