using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Settlement;

/// <summary>
/// What of one day moved a participant's money. All amounts but <paramref name="Other"/> and
/// <paramref name="Auctioned"/> are above zero.
/// </summary>
/// <param name="Opening">What it had before.</param>
/// <param name="PaidIn">From its bank, or out of suspense.</param>
/// <param name="PaidOut">To its bank.</param>
/// <param name="Sold">Whole amounts of sales.</param>
/// <param name="Bought">Whole amounts of purchases.</param>
/// <param name="Fees">Fees of the exchange.</param>
/// <param name="Other">Corrections, the risk reserve; minus where it lost.</param>
/// <param name="Auctioned">
/// What auctions brought it, collateral that it forfeited included; minus where it paid. Null without an auction, and
/// on days before it was told apart from the rest.
/// </param>
public sealed record CashDay(
    Money Opening,
    Money PaidIn,
    Money PaidOut,
    Money Sold,
    Money Bought,
    Money Fees,
    Money Other,
    Money? Auctioned = null)
{
    /// <summary>What it has afterwards.</summary>
    public Money Closing =>
        Opening + PaidIn - PaidOut + Sold - Bought - Fees + Other + (Auctioned ?? Money.Zero(Opening.Currency));

    /// <summary>The day after an auction has brought so much.</summary>
    internal CashDay After(Money auction) =>
        this with { Auctioned = (Auctioned ?? Money.Zero(Opening.Currency)) + auction };

    /// <summary>A day without movement.</summary>
    public static CashDay From(Money opening)
    {
        var nothing = Money.Zero(opening.Currency);
        return new CashDay(opening, nothing, nothing, nothing, nothing, nothing, nothing);
    }
}

/// <summary>
/// A second count of participants' money beside the ledger: movement by movement, for the statement at the day's end.
/// What it arrives at is compared with the ledger, see <see cref="SettlementInvariants"/>.
/// </summary>
internal static class CashDays
{
    /// <summary>Counting begins: what everybody has now.</summary>
    public static void Begin(SchemeState state)
    {
        var currency = state.Rules.Currency;
        foreach (var holder in state.Registry.Holders.Values)
        {
            if (Held(state, holder) is not 0 and var held)
            {
                state.Cash.Closings[holder.Id] = new Money(held, currency);
            }
        }
    }

    /// <summary>A day ends: what is held now is what the next one begins with.</summary>
    public static void End(SchemeState state, IReadOnlyList<ParticipantDay> statements)
    {
        foreach (var (holder, day) in statements)
        {
            if (day.Closing.Minor == 0)
            {
                state.Cash.Closings.Remove(holder);
            }
            else
            {
                state.Cash.Closings[holder] = day.Closing;
            }
        }

        state.Cash.Today.Clear();
    }

    /// <summary>All money in accounts of a holder, in minor units.</summary>
    public static long Held(SchemeState state, Holder holder)
    {
        var money = Asset.Money(state.Rules.Currency);
        return Accounts.Of(state, holder.Id).Sum(account => state.Ledger.Total(account.Id, money));
    }

    /// <summary>Counts what moved.</summary>
    public static void Note(SchemeState state, IReadOnlyList<Transaction> transactions)
    {
        var money = Asset.Money(state.Rules.Currency);
        foreach (var transaction in transactions)
        {
            foreach (var move in transaction.Movements)
            {
                if (move.Asset == money && move.From.Account != move.To.Account)
                {
                    Count(state, transaction.Type, move);
                }
            }
        }
    }

    private static void Count(SchemeState state, string type, Movement move)
    {
        var amount = new Money(move.Quantity, state.Rules.Currency);
        var (from, to) = (state.Registry.Accounts[move.From.Account], state.Registry.Accounts[move.To.Account]);
        if (from.Holder == to.Holder)
        {
            return;
        }

        if (from.Holder is { } payer)
        {
            Change(state, payer, day =>
                to.Kind is AccountKind.Bank or AccountKind.Suspense ? day with { PaidOut = day.PaidOut + amount }
                : to.Kind == AccountKind.ExchangeFees ? day with { Fees = day.Fees + amount }
                : type == TransactionTypes.AuctionSettle ? day.After(-amount)
                : type == TransactionTypes.TradeSettle ? day with { Bought = day.Bought + amount }
                : day with { Other = day.Other - amount });
        }

        if (to.Holder is { } payee)
        {
            Change(state, payee, day =>
                from.Kind is AccountKind.Bank or AccountKind.Suspense ? day with { PaidIn = day.PaidIn + amount }
                : type == TransactionTypes.AuctionSettle ? day.After(amount)
                : type == TransactionTypes.TradeSettle && from.Holder is not null
                    ? day with { Sold = day.Sold + amount }
                : day with { Other = day.Other + amount });
        }
    }

    private static void Change(SchemeState state, HolderId holder, Func<CashDay, CashDay> change)
    {
        var day = state.Cash.Today.GetValueOrDefault(holder)
            ?? CashDay.From(state.Cash.Closings.GetValueOrDefault(holder, Money.Zero(state.Rules.Currency)));
        state.Cash.Today[holder] = change(day);
    }
}
