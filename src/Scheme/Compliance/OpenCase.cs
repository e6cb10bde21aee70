using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Compliance;

/// <summary>立案: the authority opens a case.</summary>
/// <param name="Holder">Against whom.</param>
/// <param name="Period">The period it is about.</param>
/// <param name="Offence">The act.</param>
/// <param name="Reason">Why.</param>
/// <param name="Quantity">Hidden tonnes, where the act has any; a shortfall's are taken from the obligation.</param>
public sealed record OpenCase(
    HolderId Holder, CompliancePeriod Period, Offence Offence, string Reason, Tonnes Quantity = default) : Command;

/// <summary>A case was opened, by the authority or by the deadline.</summary>
public sealed record CaseOpened(
    CaseId Case, HolderId Holder, CompliancePeriod Period, Offence Offence, Tonnes Shortfall, string Reason) : Event;

/// <summary>
/// Refusals in order: unknown period; unknown holder; no reason; bad quantity; for a shortfall: none there, or its case
/// is open already.
/// </summary>
internal static class OpenCases
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<OpenCase>("open-case", Permission.Of(Role.Authority), Decide)
        .Event<CaseOpened>("case-opened", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, OpenCase command)
    {
        if (state.Rules.Period(command.Period) is null)
        {
            return ComplianceRefusals.UnknownPeriod.With(("period", command.Period));
        }

        if (state.Registry.Find(command.Holder) is null)
        {
            return ComplianceRefusals.UnknownHolder.With(("holder", command.Holder));
        }

        if (string.IsNullOrWhiteSpace(command.Reason))
        {
            return ComplianceRefusals.NoReason.With();
        }

        if (command.Quantity.Value is < 0 or > Ledger.Ledger.Limit)
        {
            return PenaltyRefusals.BadQuantity.With(("quantity", command.Quantity.Value));
        }

        var quantity = command.Quantity;
        if (command.Offence == Offence.SurrenderShortfall)
        {
            var obligation = state.Compliance.Of(command.Holder, command.Period);
            var known = state.Compliance.ShortfallCase(command.Holder, command.Period);
            if (obligation is not { Status: ObligationStatus.Short } || known is { IsLive: true })
            {
                return PenaltyRefusals.NoShortfall.With(("holder", command.Holder), ("period", command.Period));
            }

            quantity = obligation.Missing;
        }

        return Decision.Of(new CaseOpened(
            state.Compliance.NextCase, command.Holder, command.Period, command.Offence, quantity, command.Reason));
    }

    private static void Apply(SchemeState state, in Context context, CaseOpened happened)
    {
        state.Compliance.Cases.Add(happened.Case, new PenaltyCase(
            happened.Case,
            happened.Holder,
            happened.Period,
            happened.Offence,
            happened.Shortfall,
            context.Time,
            happened.Reason));
        if (happened.Offence == Offence.SurrenderShortfall)
        {
            state.Compliance.ShortfallCases[(happened.Holder, happened.Period)] = happened.Case;
        }
    }
}
