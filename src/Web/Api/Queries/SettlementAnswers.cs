using System.Globalization;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Settlement;
using Tanheng.Web.Api.Shapes;

namespace Tanheng.Web.Api.Queries;

/// <summary>How settlement's answers are made.</summary>
internal static partial class SettlementQueries
{
    private const int DayDigits = 8;

    private static SettlementBankView BankOf(SchemeState state, SettlementBank one)
    {
        var last = state.Cash.Statements.Values.Where(statement => statement.Number == one.Number)
            .OrderBy(statement => statement.Day).ThenBy(statement => statement.Row).LastOrDefault();
        return new SettlementBankView(
            one.Number, one.Bank, one.Name, one.Bic, last is null ? null : Of(last.Closing), last?.Day);
    }

    private static PaymentFile? FileOf(in Look look)
    {
        var id = new PaymentFileId(look.Call.Get<long>("payments"));
        return look.State.Cash.PaymentFiles.Find(file => file.Id == id);
    }

    private static LegTotalView TotalOf(LegTotal one) =>
        new(one.Instrument, one.Mode, one.Trades, one.Volume, Of(one.Amount));

    private static ParticipantDayView StatementOf(DateOnly day, ParticipantDay one) => new(
        day,
        one.Holder,
        Of(one.Money.Opening),
        Of(one.Money.PaidIn),
        Of(one.Money.PaidOut),
        Of(one.Money.Sold),
        Of(one.Money.Bought),
        Of(one.Money.Fees),
        Of(one.Money.Other),
        Of(one.Money.Auctioned ?? Money.Zero(one.Money.Opening.Currency)),
        Of(one.Money.Closing));

    private static CashReconciliationView ReportOf(CashReconciliation one) => new(
        one.Run,
        one.Day,
        one.At,
        one.By,
        Of(one.Bank),
        Of(one.Ledger),
        Of(one.Unexplained),
        [
            .. one.Differences.Select(line => new CashDifferenceView(
                line.Kind, line.Reference, Of(line.Bank), Of(line.Ledger), line.Holder, line.Line, line.Payment)),
        ],
        one.Row);

    private static bool Concerns(in Look look, Correction one)
    {
        var (sight, only) = (look.Sight, look.Call.Holder);
        return one.Sides.Any(side => sight.Of(side) && (only is null || only == side));
    }

    private static IEnumerable<ReserveEntryView> Reserve(SchemeState state)
    {
        var balance = Money.Zero(state.Rules.Currency);
        var number = 0;
        foreach (var one in state.Cash.ReserveEntries)
        {
            balance += one.Amount;
            yield return new ReserveEntryView(
                ++number, one.At, one.Move, Of(one.Amount), Of(balance), one.Holder, one.Trade, one.Row);
        }
    }

    /// <summary>
    /// Legs of all days, then of the day under way; a party sees its own side alone. A page looks at the days that it
    /// shows and at none before its cursor.
    /// </summary>
    private static IEnumerable<SettlementLegView> Legs(Look look)
    {
        foreach (var day in look.State.Cash.Days)
        {
            if (Asked(look, day.Day) && string.CompareOrdinal(KeyOf(day.Day), 0, look.After, 0, DayDigits) >= 0)
            {
                foreach (var leg in Ordered(look, day.Day, SettlementLegs.Of(look.State, day)))
                {
                    yield return leg;
                }
            }
        }

        if (look.State.Cash.Suspense is not null && look.Call.Text("day") is null)
        {
            foreach (var leg in Ordered(look, null, SettlementLegs.Today(look.State)))
            {
                yield return leg;
            }
        }
    }

    private static IEnumerable<SettlementLegView> Ordered(Look look, DateOnly? day, IEnumerable<SettlementLeg> legs) =>
        legs.Select(leg => Side(look, day, leg)).OfType<SettlementLegView>().OrderBy(KeyOf, StringComparer.Ordinal);

    private static SettlementLegView? Side(in Look look, DateOnly? day, SettlementLeg leg)
    {
        var (accounts, sight) = (look.State.Registry.Accounts, look.Sight);
        var (seller, buyer) = (accounts.GetValueOrDefault(leg.Seller), accounts.GetValueOrDefault(leg.Buyer));
        var sells = seller is null ? sight.Everything : sight.Of(seller);
        var buys = buyer is null ? sight.Everything : sight.Of(buyer);
        var wanted = look.Call.Holder is { } only
            ? (sells && seller?.Holder == only) || (buys && buyer?.Holder == only)
            : sells || buys;
        return !wanted ? null : new SettlementLegView(
            day,
            leg.Trade,
            leg.File,
            leg.At,
            leg.Instrument,
            Amount.Of((Price?)leg.Price)!,
            leg.Quantity,
            Of(leg.Amount),
            sells ? leg.Seller : null,
            buys ? leg.Buyer : null,
            sells ? Of(leg.SellerFee) : null,
            buys ? Of(leg.BuyerFee) : null,
            leg.Status,
            leg.Reason);
    }

    private static string KeyOf(DateOnly? day) =>
        day is { } known ? known.ToString("yyyyMMdd", CultureInfo.InvariantCulture) : "99999999";

    /// <summary>By day, what is under way last; then by time and reference.</summary>
    private static string KeyOf(SettlementLegView one) => string.Create(
        CultureInfo.InvariantCulture, $"{KeyOf(one.Day)}{one.At.UtcDateTime:yyyyMMddHHmmssfff}{one.File}\n{one.Trade}");
}
