using System.Collections.Immutable;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Mrv;

/// <summary>
/// A verified total that was established in another system (a union's transaction log, a reporting platform) enters the
/// registry as it stands there. Only where the rulebook says that the sector is verified elsewhere.
/// </summary>
/// <param name="Holder">Whose.</param>
/// <param name="Year">Emission year.</param>
/// <param name="Total">Verified emissions in whole tonnes; zero is a figure too.</param>
/// <param name="Source">Where the statement is.</param>
public sealed record RecordVerifiedEmissions(HolderId Holder, int Year, Tonnes Total, string Source) : Command;

/// <summary>
/// Refusals in order: unknown holder, holder not active, year without rules, not on the list, sector without methods,
/// verified here, already accepted, a report is there, below zero, no source.
/// </summary>
internal static class RecordingVerified
{
    internal static void Register(Catalogue catalogue) => catalogue.Command<RecordVerifiedEmissions>(
        "record-verified-emissions", Permission.Of(Role.Authority, Role.RegistryOperator), Decide);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, RecordVerifiedEmissions command)
    {
        if (!Subject.Of(state, command.Holder, command.Year).Try(out var subject, out var refusal))
        {
            return refusal;
        }

        if (!subject.Sector.VerifiedElsewhere)
        {
            return MrvRefusals.VerifiedHere.With(("sector", subject.Sector.Sector), ("year", command.Year));
        }

        if (state.Mrv.Of(command.Holder, command.Year) is { } accepted)
        {
            return MrvRefusals.AlreadyAccepted.With(("year", command.Year), ("version", accepted.Version));
        }

        if (state.Mrv.ReportOf(command.Holder, command.Year) is { } report)
        {
            return MrvRefusals.ReportIsThere.With(("year", command.Year), ("status", report.Status));
        }

        if (command.Total < Tonnes.Zero)
        {
            return MrvRefusals.TotalNegative.With(("total", command.Total.Value));
        }

        if (Holders.Blank("source", command.Source) is { } blank)
        {
            return blank;
        }

        var happened = new EmissionsAccepted(
            command.Holder, command.Year, ImmutableArray<CalculatedLine>.Empty, command.Total, command.Source, null);
        return Decision.Of(happened).Then([.. Reopening.After(
            state, context, state.Ledger.Plan(), command.Holder, command.Year, command.Total)]);
    }
}
