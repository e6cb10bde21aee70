using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Compliance;

/// <summary>The authority gives back what was surrendered last, for instance because it was done by mistake.</summary>
/// <param name="Holder">Whose.</param>
/// <param name="Period">Which period.</param>
/// <param name="Quantity">How much; left out, everything.</param>
/// <param name="Reason">Why.</param>
public sealed record ReverseSurrender(
    HolderId Holder, CompliancePeriod Period, string Reason, Tonnes? Quantity = null) : Command, IOneAtATime
{
    IReadOnlyList<string> IOneAtATime.Keys => [$"reverse-surrender {Holder} {Period}"];
}

/// <summary>
/// Refusals in order: unknown period; no obligation; deadline passed; no reason; quantity not positive; more than was
/// surrendered. The events are those of <see cref="SurrenderReversed"/>.
/// </summary>
internal static class SurrenderReversal
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<ReverseSurrender>("reverse-surrender", Permission.Of(Role.Authority), Decide);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, ReverseSurrender command)
    {
        if (state.Rules.Period(command.Period) is not { } rules)
        {
            return ComplianceRefusals.UnknownPeriod.With(("period", command.Period));
        }

        if (state.Compliance.Of(command.Holder, command.Period) is not { } obligation)
        {
            return ComplianceRefusals.NoObligation.With(("holder", command.Holder), ("period", command.Period));
        }

        if (SurrenderCalendar.IsLate(state, rules, context.Time))
        {
            return ComplianceRefusals.DeadlinePassed.With(
                ("period", command.Period), ("deadline", SurrenderCalendar.Deadline(state, rules)));
        }

        if (string.IsNullOrWhiteSpace(command.Reason))
        {
            return ComplianceRefusals.NoReason.With();
        }

        var quantity = command.Quantity ?? obligation.Surrendered;
        if (command.Quantity is { } given && given <= Tonnes.Zero)
        {
            return ComplianceRefusals.QuantityNotPositive.With(("quantity", given.Value));
        }

        if (quantity > obligation.Surrendered || quantity == Tonnes.Zero)
        {
            return ComplianceRefusals.MoreThanSurrendered.With(
                ("wanted", quantity.Value), ("surrendered", obligation.Surrendered.Value));
        }

        var back = Returning.Last(state, state.Ledger.Plan(), obligation, Tonnes.Zero, quantity, late: false)!;
        return Decision.Of(back with { Status = ObligationStatus.Open, Reason = command.Reason });
    }
}
