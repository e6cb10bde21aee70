using System.Globalization;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Compliance;

/// <summary>What one holder held at a census.</summary>
public sealed record CensusLine(HolderId Holder, Tonnes Held);

/// <summary>Holdings of the old vintages were fixed: they bound what may be carried over.</summary>
public sealed record CarryOverCensusTaken(Asset NewUnits, IReadOnlyList<CensusLine> Lines) : Event;

/// <summary>
/// The window closed; old units left over settle no period after <paramref name="LastPeriod"/> any more.
/// </summary>
public sealed record CarryOverClosed(
    Asset NewUnits, IReadOnlyList<Asset> LeftOver, CompliancePeriod LastPeriod) : Event;

/// <summary>
/// The two dates of a carry-over. The census counts all accounts of a holder and all compartments, so that frozen and
/// pledged units count; units surrendered or cancelled are no longer there. Requests that wait are still converted
/// after the window closes.
/// </summary>
internal static class CarryOverDates
{
    internal static void Register(Catalogue catalogue) => catalogue
        .WhenDue(DueKind.CarryOverCensus, TakeCensus)
        .WhenDue(DueKind.CarryOverClose, Close)
        .Event<CarryOverCensusTaken>("carry-over-census-taken", Apply)
        .Event<CarryOverClosed>("carry-over-closed", Apply);

    private static Decision TakeCensus(SchemeState state, in Context context, Due due)
    {
        if (RuleOf(state, due) is not { } rule)
        {
            return Decision.Of();
        }

        var assets = CarryOver.OldAssets(state, rule).ToHashSet();
        var held = new SortedDictionary<long, long>();
        foreach (var account in state.Registry.Accounts.Values)
        {
            if (account.Holder is not { } holder)
            {
                continue;
            }

            foreach (var position in state.Ledger.Positions(account.Id))
            {
                if (assets.Contains(position.Asset))
                {
                    held[holder.Value] = held.GetValueOrDefault(holder.Value) + position.Quantity;
                }
            }
        }

        var lines = held.Select(pair => new CensusLine(new HolderId(pair.Key), new Tonnes(pair.Value)));
        return Decision.Of(new CarryOverCensusTaken(CarryOver.NewAsset(state, rule), [.. lines]));
    }

    private static Decision Close(SchemeState state, in Context context, Due due) =>
        RuleOf(state, due) is { VoidsTheRest: true } rule
            ? Decision.Of(new CarryOverClosed(
                CarryOver.NewAsset(state, rule), CarryOver.OldAssets(state, rule), rule.FromVintages.Max()))
            : Decision.Of();

    private static CarryOverRule? RuleOf(SchemeState state, Due due) =>
        int.TryParse(due.Subject, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? state.Rules.CarryOvers.ElementAtOrDefault(index)
            : null;

    private static void Apply(SchemeState state, in Context context, CarryOverCensusTaken happened) =>
        CarryOver.Book(state, happened.NewUnits).Held =
            happened.Lines.ToDictionary(line => line.Holder, line => line.Held);

    private static void Apply(SchemeState state, in Context context, CarryOverClosed happened)
    {
        foreach (var asset in happened.LeftOver)
        {
            state.Compliance.LastUses[asset] = happened.LastPeriod;
        }
    }
}
