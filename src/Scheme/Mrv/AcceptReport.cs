using System.Collections.Immutable;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Compliance;

namespace Tanheng.Scheme.Mrv;

/// <summary>The authority accepts verified emissions: obligation and allocation stand on them from now on.</summary>
public sealed record AcceptReport(HolderId Holder, int Year) : Command;

/// <summary>Emissions were accepted from a verification statement, or determined by the authority.</summary>
/// <param name="Holder">Whose.</param>
/// <param name="Year">Emission year.</param>
/// <param name="Lines">The lines; none where only a total was determined.</param>
/// <param name="Total">Whole tonnes.</param>
/// <param name="Statement">Number of the verification statement; null with a determination.</param>
/// <param name="Reason">Why they were determined; null with a statement.</param>
public sealed record EmissionsAccepted(
    HolderId Holder, int Year, ImmutableArray<CalculatedLine> Lines, Tonnes Total, string? Statement, string? Reason)
    : Event;

/// <summary>Refusals in order: unknown holder, no report, already accepted, no positive statement.</summary>
public static class Accepting
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<AcceptReport>("accept-report", Permission.Of(Role.Authority), Decide)
        .Event<EmissionsAccepted>("emissions-accepted", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, AcceptReport command)
    {
        if (!Reports.Find(state, command.Holder, command.Year).Try(out var report, out var refusal))
        {
            return refusal;
        }

        if (state.Mrv.Of(command.Holder, command.Year) is { } accepted)
        {
            return MrvRefusals.AlreadyAccepted.With(("year", command.Year), ("version", accepted.Version));
        }

        if (report is not { Status: ReportStatus.Verified, Statement: { } statement })
        {
            return MrvRefusals.NoPositiveStatement.With(("year", command.Year), ("status", report.Status));
        }

        return Decision
            .Of(new EmissionsAccepted(
                command.Holder, command.Year, statement.Lines, statement.Total, statement.Number, null))
            .Then([.. Reopening.After(
                state, context, state.Ledger.Plan(), command.Holder, command.Year, statement.Total)]);
    }

    private static void Apply(SchemeState state, in Context context, EmissionsAccepted happened)
    {
        state.Mrv.Accepted[(happened.Holder, happened.Year)] = new AcceptedEmissions(
            happened.Holder, happened.Year, 1, happened.Lines, happened.Total, happened.Statement is null);
        if (happened.Statement is not null && state.Mrv.ReportOf(happened.Holder, happened.Year) is not null)
        {
            Reports.Change(state, happened.Holder, happened.Year, report => report with
            {
                Status = ReportStatus.Accepted,
            });
        }
    }
}
