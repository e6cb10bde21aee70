using System.Collections.Immutable;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Mrv;

/// <summary>
/// The authority estimates what an entity did not report 核定, with conservative values: either lines, evaluated like a
/// report's, or one total in whole tonnes.
/// </summary>
/// <param name="Holder">Whose.</param>
/// <param name="Year">Emission year.</param>
/// <param name="Lines">Lines with conservative values; none when a total is given.</param>
/// <param name="Total">The total; null when lines are given.</param>
/// <param name="Reason">Why, and from what sources.</param>
public sealed record DetermineEmissions(
    HolderId Holder, int Year, IReadOnlyList<ReportLine> Lines, Tonnes? Total, string Reason) : Command;

/// <summary>
/// Refusals in order: unknown holder, holder not active, year without rules, not on the list, sector without methods,
/// already accepted, a report is there (one that was sent back or failed verification does not count), the entity may
/// still report, no reason, lines and total both or neither, total too large; then those of
/// <see cref="Mrv.Lines"/>.
/// </summary>
public static class Determining
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<DetermineEmissions>("determine-emissions", Permission.Of(Role.Authority), Decide);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, DetermineEmissions command)
    {
        if (!Subject.Of(state, command.Holder, command.Year).Try(out var subject, out var refusal))
        {
            return refusal;
        }

        if (Check(state, context, subject, command) is { } wrong)
        {
            return wrong;
        }

        var figures = new Calculation(ImmutableArray<CalculatedLine>.Empty, command.Total ?? Tonnes.Zero);
        if (command.Total is null && !Lines.Calculate(state, subject, command.Lines).Try(out figures, out refusal))
        {
            return refusal;
        }

        return Decision
            .Of(new EmissionsAccepted(command.Holder, command.Year, figures.Lines, figures.Total, null, command.Reason))
            .Then([.. Reopening.After(
                state, context, state.Ledger.Plan(), command.Holder, command.Year, figures.Total)]);
    }

    private static Refusal? Check(SchemeState state, in Context context, Subject subject, DetermineEmissions command)
    {
        if (state.Mrv.Of(command.Holder, command.Year) is { } accepted)
        {
            return MrvRefusals.AlreadyAccepted.With(("year", command.Year), ("version", accepted.Version));
        }

        var report = state.Mrv.ReportOf(command.Holder, command.Year);
        if (report is { Status: not (ReportStatus.Returned or ReportStatus.Failed) })
        {
            return MrvRefusals.ReportIsThere.With(("year", command.Year), ("status", report.Status));
        }

        var deadline = Subject.Deadline(state, subject.Rules, subject.Holder.Sector, Step.Report);
        if (context.Time < deadline)
        {
            return MrvRefusals.MayStillReport.With(
                ("year", command.Year), ("deadline", state.Rules.Calendar.Local(deadline.Value)));
        }

        if (Holders.Blank("reason", command.Reason) is { } blank)
        {
            return blank;
        }

        if ((command.Lines.Count > 0) == (command.Total is not null) || command.Total < Tonnes.Zero)
        {
            return MrvRefusals.LinesOrTotal.With();
        }

        return command.Total?.Value > Ledger.Ledger.Limit
            ? MrvRefusals.TotalTooLarge.With(("limit", Ledger.Ledger.Limit))
            : null;
    }
}
