using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Registry;

/// <summary>补足通知: at a day's close the claim is at or beyond the rulebook's margin call.</summary>
/// <param name="Pledge">Which pledge.</param>
/// <param name="Pledgor">Who is called.</param>
/// <param name="Pledgee">The lender.</param>
/// <param name="Day">The trading day.</param>
/// <param name="Close">Its close.</param>
/// <param name="Quantity">What is pledged.</param>
/// <param name="Claim">What it secures.</param>
/// <param name="LoanToValue">The claim of the value, to 0.01 %.</param>
public sealed record MarginCalled(
    PledgeId Pledge,
    HolderId Pledgor,
    HolderId Pledgee,
    DateOnly Day,
    Price Close,
    Tonnes Quantity,
    Money Claim,
    Percent LoanToValue) : Event, IOfPledge;

/// <summary>解除补足: at a day's close the claim is below the margin call again.</summary>
public sealed record MarginRestored(
    PledgeId Pledge, HolderId Pledgor, HolderId Pledgee, DateOnly Day, Price Close, Percent LoanToValue)
    : Event, IOfPledge;

/// <summary>
/// Every close values all pledges of traded units. A call is said once when the line is crossed, and again only after
/// the pledge was below the line in between; nothing moves by itself, the parties settle it.
/// </summary>
internal static class PledgeMargins
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Event<MarginCalled>("margin-called", Apply)
        .Event<MarginRestored>("margin-restored", Apply);

    /// <summary>The lines crossed by a day's closes, up or down.</summary>
    internal static IEnumerable<Event> AtClose(SchemeState state, DateOnly day, IReadOnlyList<DayBar> bars)
    {
        if (state.Pledges.Pledges.Count == 0)
        {
            yield break;
        }

        var main = state.Rules.Trading!.Main.Mode;
        var closes = bars.Where(bar => bar.Mode == main).ToDictionary(bar => bar.Instrument, bar => bar.Close);
        foreach (var pledge in state.Pledges.Pledges.Values
            .Where(pledge => pledge.Status == PledgeStatus.Registered && closes.ContainsKey(pledge.Asset))
            .OrderBy(pledge => pledge.Id.Value))
        {
            var close = closes[pledge.Asset];
            if (IsBeyond(state, pledge, close) == pledge.Called)
            {
                continue;
            }

            var (pledgor, pledgee) = (pledge.Pledgor, pledge.Pledgee);
            var share = Pledges.LoanToValue(pledge.Claim, pledge.Quantity, close);
            yield return pledge.Called
                ? new MarginRestored(pledge.Id, pledgor, pledgee, day, close, share)
                : new MarginCalled(
                    pledge.Id, pledgor, pledgee, day, close, pledge.Quantity, pledge.Claim, share);
        }
    }

    private static bool IsBeyond(SchemeState state, Pledge pledge, Price close) =>
        state.Rules.Pledges?.MarginCall is { } line
        && pledge.Claim.Minor >= line.Of(Pledges.Value(pledge, close), Rounding.Ceiling);

    private static void Apply(SchemeState state, in Context context, MarginCalled happened) =>
        Set(state, happened.Pledge, called: true);

    private static void Apply(SchemeState state, in Context context, MarginRestored happened) =>
        Set(state, happened.Pledge, called: false);

    private static void Set(SchemeState state, PledgeId id, bool called) =>
        state.Pledges.Pledges[id] = state.Pledges.Pledges[id] with { Called = called };
}
