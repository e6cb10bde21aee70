using System.Globalization;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Settlement;
using Tanheng.Scheme.Trading;

namespace Tanheng.Web.Entities.Models;

/// <summary>A participant's statement of a day.</summary>
public sealed record DayStatement(DateOnly Day, CashDay Money, bool MayObject);

/// <summary>A leg from the side of one participant; who the other one was is not said.</summary>
public sealed record OwnLeg(SettlementLeg Leg, OrderSide Side, Money Fee);

/// <summary>A correcting entry from the side of one participant.</summary>
public sealed record OwnCorrection(Correction Correction, bool Gives, bool Waits);

/// <summary>What a participant's page of settlement shows.</summary>
/// <param name="IsOpen">False until days are settled.</param>
/// <param name="Cash">What it has at its disposal.</param>
/// <param name="Debt">What it owes the risk reserve; null when nothing.</param>
/// <param name="Days">Its statements, newest first.</param>
/// <param name="Shown">The day whose legs are shown; null while there is none.</param>
/// <param name="Legs">Its legs of that day.</param>
/// <param name="Lines">The banks' lines of its money, newest first.</param>
/// <param name="Payments">Its withdrawals, newest first.</param>
/// <param name="Objections">Its objections, newest first.</param>
/// <param name="Corrections">Corrections that move its money.</param>
/// <param name="ObjectTo">The day that may be objected to now; null when there is none.</param>
public sealed record SettlementView(
    bool IsOpen,
    Money Cash,
    Money? Debt,
    IReadOnlyList<DayStatement> Days,
    DateOnly? Shown,
    IReadOnlyList<OwnLeg> Legs,
    IReadOnlyList<BankLine> Lines,
    IReadOnlyList<Payment> Payments,
    IReadOnlyList<SettlementObjection> Objections,
    IReadOnlyList<OwnCorrection> Corrections,
    DateOnly? ObjectTo)
{
    private const int Most = 50;

    /// <summary>Reads it; null where the rulebook has no exchange.</summary>
    /// <param name="state">The market.</param>
    /// <param name="holder">Whose page.</param>
    /// <param name="day">Which day's legs; the last one of its statements where there is none of this text.</param>
    public static SettlementView? Of(SchemeState state, Holder holder, string? day)
    {
        if (state.Rules.Trading is null)
        {
            return null;
        }

        var (cash, money) = (state.Cash, Asset.Money(state.Rules.Currency));
        var days = (
            from one in cash.Days.AsEnumerable().Reverse()
            from statement in one.Statements
            where statement.Holder == holder.Id
            select new DayStatement(
                one.Day, statement.Money, SettlementObjections.IsOpen(state, one.Day))).Take(Most).ToList();
        var shown = cash.Days.FindLast(one => one.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) == day)
            ?? (days.Count > 0 ? SettlementDays.Find(state, days[0].Day) : null);
        return new SettlementView(
            cash.Suspense is not null,
            new Money(
                holder.TradingAccount is { } account ? state.Ledger.Balance(new Place(account), money) : 0,
                state.Rules.Currency),
            cash.Debts.TryGetValue(holder.Id, out var debt) ? debt : null,
            days,
            shown?.Day,
            shown is null || holder.TradingAccount is not { } own
                ? []
                : [.. SettlementLegs.Of(state, shown).Where(leg => leg.Seller == own || leg.Buyer == own)
                    .Select(leg => SideOf(leg, own))],
            [.. cash.Lines.Values.Where(one => one.Holder == holder.Id)
                .OrderByDescending(one => one.Id.Value).Take(Most)],
            [.. cash.Payments.Values.Where(one => one.Holder == holder.Id)
                .OrderByDescending(one => one.Id.Value).Take(Most)],
            [.. cash.Objections.Values.Where(one => one.Holder == holder.Id)
                .OrderByDescending(one => one.Id.Value).Take(Most)],
            [.. cash.Corrections.Values.Where(one => one.Sides.Contains(holder.Id))
                .OrderByDescending(one => one.Id.Value).Take(Most).Select(one => SideOf(one, holder.Id))],
            state.Trading.LastDay is { } last && SettlementObjections.IsOpen(state, last) ? last : null);
    }

    private static OwnLeg SideOf(SettlementLeg leg, AccountId own) => leg.Buyer == own
        ? new OwnLeg(leg, OrderSide.Buy, leg.BuyerFee)
        : new OwnLeg(leg, OrderSide.Sell, leg.SellerFee);

    private static OwnCorrection SideOf(Correction one, HolderId own) => new(
        one, one.From == own, one.Status == CorrectingStatus.Open && !one.Confirmed.Contains(own));
}
