using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Compliance;

namespace Tanheng.Web.Entities.Models;

/// <summary>One carry-over as it stands for a holder. Quantities are whole tonnes.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Made">The new units' code.</param>
/// <param name="NetSales">Sold minus bought in the window of sales; may be negative.</param>
/// <param name="Held">Held at the census; null before it.</param>
/// <param name="Limit">T, the most that may be carried over; null before the census.</param>
/// <param name="Asked">Asked for already, rejected requests left out.</param>
/// <param name="Missed">Required periods that the holder has not met in time.</param>
/// <param name="Requests">The holder's requests.</param>
/// <param name="IsOpen">True when an application is taken now.</param>
public sealed record CarryOverView(
    CarryOverRule Rule,
    string Made,
    long NetSales,
    Tonnes? Held,
    Tonnes? Limit,
    Tonnes Asked,
    IReadOnlyList<CompliancePeriod> Missed,
    IReadOnlyList<CarryOverRequest> Requests,
    bool IsOpen)
{
    /// <summary>What may still be asked for.</summary>
    public Tonnes Left => Limit is { } limit ? Tonnes.Max(limit - Asked, Tonnes.Zero) : Tonnes.Zero;

    /// <summary>
    /// The formula before its bound by the census: B + max(0, net sales) × R, rounded as the rule says.
    /// </summary>
    public Tonnes Formula => new((long)Round.To(
        Rule.Base.Value + (Math.Max(0L, NetSales) * Rule.Multiple), 0, Rule.Rounding));

    /// <summary>All carry-overs of the rulebook, at a time in the scheme's zone.</summary>
    public static IReadOnlyList<CarryOverView> Of(SchemeState state, HolderId holder, DateTime now) =>
        [.. state.Rules.CarryOvers.Select(rule => One(state, holder, rule, now))];

    private static CarryOverView One(SchemeState state, HolderId holder, CarryOverRule rule, DateTime now)
    {
        var asset = CarryOver.NewAsset(state, rule);
        var book = state.Compliance.CarryOvers.GetValueOrDefault(asset);
        var requests = book?.Requests.Where(request => request.Holder == holder).ToList() ?? [];
        var missed = rule.RequiresMet.Where(period => !HasMet(state, holder, period)).ToList();
        var asked = requests.Where(request => request.Status != CarryOverStatus.Rejected)
            .Sum(request => request.Quantity.Value);
        return new CarryOverView(
            rule,
            asset.Code,
            book?.NetSales.GetValueOrDefault(holder) ?? 0,
            book?.Held is { } held ? held.GetValueOrDefault(holder) : null,
            CarryOver.Limit(state, rule, holder),
            new Tonnes(asked),
            missed,
            requests,
            book?.Held is not null && missed.Count == 0 && rule.ApplyFrom <= now && now < rule.ApplyUntil);
    }

    /// <summary>A period in which the holder was on no list asks nothing of it.</summary>
    private static bool HasMet(SchemeState state, HolderId holder, CompliancePeriod period) =>
        state.Compliance.Of(holder, period) is { } obligation
            ? obligation.Status == ObligationStatus.Met
            : !Enumerable.Range(period.First, period.Last - period.First + 1)
                .Any(year => state.Registry.IsCovered(holder, year));
}
