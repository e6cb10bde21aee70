using System.Collections.Immutable;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Mrv;

/// <summary>Report a year's emissions, or replace a report that no verifier has begun with.</summary>
/// <param name="Holder">Who reports.</param>
/// <param name="Year">Emission year.</param>
/// <param name="Lines">One line for each unit or facility.</param>
/// <param name="Preparer">The service body that wrote the report; null when the entity did.</param>
/// <param name="Attachment">The document's digest.</param>
public sealed record SubmitReport(
    HolderId Holder, int Year, IReadOnlyList<ReportLine> Lines, string? Preparer = null, Digest? Attachment = null)
    : Command, IForHolder;

/// <summary>A report came, with what its methods made of it. Late tells whether the deadline had passed.</summary>
public sealed record ReportSubmitted(
    HolderId Holder,
    int Year,
    int Version,
    ImmutableArray<CalculatedLine> Lines,
    Tonnes Total,
    string? Preparer,
    string Province,
    Digest? Attachment,
    bool Late) : Event;

/// <summary>
/// Refusals in order: unknown holder, holder not active, year without rules, not on the list, sector without methods,
/// year not begun, already accepted, verification begun, no approved plan (where the rulebook asks for one), preparer
/// unknown, preparer verifies in the province; then those of <see cref="Lines"/>. A late report is accepted and marked:
/// the case is compliance's.
/// </summary>
public static class Reporting
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<SubmitReport>("submit-report", Permission.OfHolder(Role.Authority), Decide)
        .Event<ReportSubmitted>("report-submitted", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, SubmitReport command)
    {
        if (!Subject.Of(state, command.Holder, command.Year).Try(out var subject, out var refusal))
        {
            return refusal;
        }

        if (state.Rules.Calendar.Day(context.Time).Year < command.Year)
        {
            return MrvRefusals.YearNotBegun.With(("year", command.Year));
        }

        if (state.Mrv.Of(command.Holder, command.Year) is { } accepted)
        {
            return MrvRefusals.AlreadyAccepted.With(("year", command.Year), ("version", accepted.Version));
        }

        var before = state.Mrv.ReportOf(command.Holder, command.Year);
        if (before is { Status: not (ReportStatus.Submitted or ReportStatus.Returned) })
        {
            return MrvRefusals.VerificationBegun.With(("year", command.Year), ("status", before.Status));
        }

        if (state.Rules.Plans is { ReportNeedsPlan: true }
            && !state.Mrv.PlansInForce(command.Holder, command.Year).Any())
        {
            return PlanRefusals.PlanNotApproved.With(("year", command.Year));
        }

        var province = subject.Holder.Province;
        if (CheckPreparer(state, command.Preparer, province) is { } wrong)
        {
            return wrong;
        }

        if (!Lines.Calculate(state, subject, command.Lines).Try(out var calculated, out refusal))
        {
            return refusal;
        }

        return Decision.Of(new ReportSubmitted(
            command.Holder,
            command.Year,
            (before?.Version ?? 0) + 1,
            calculated.Lines,
            calculated.Total,
            command.Preparer,
            province,
            command.Attachment,
            Subject.IsLate(state, subject.Rules, subject.Holder.Sector, Step.Report, context.Time)));
    }

    private static Refusal? CheckPreparer(SchemeState state, string? preparer, string province)
    {
        if (preparer is null)
        {
            return null;
        }

        if (!state.Mrv.Bodies.TryGetValue(preparer, out var body))
        {
            return MrvRefusals.BodyUnknown.With(("body", preparer));
        }

        return body.Verifies.Contains(province)
            ? MrvRefusals.RolesClash.With(("body", preparer), ("province", province))
            : null;
    }

    private static void Apply(SchemeState state, in Context context, ReportSubmitted happened)
    {
        state.Mrv.Reports[(happened.Holder, happened.Year)] = new Report(
            happened.Holder,
            happened.Year,
            happened.Version,
            happened.Lines,
            happened.Total,
            happened.Preparer,
            happened.Attachment,
            context.Time,
            happened.Late,
            ReportStatus.Submitted,
            null,
            [],
            null,
            null)
        {
            PlanVersions =
            [
                .. state.Mrv.PlansInForce(happened.Holder, happened.Year).Select(plan => plan.Version),
            ],
        };

        // Who prepares one report in a province prepares reports there, whatever its registration says.
        if (happened.Preparer is { } code
            && state.Mrv.Bodies[code] is var body && !body.Prepares.Contains(happened.Province))
        {
            state.Mrv.Bodies[code] = body with { Prepares = body.Prepares.Add(happened.Province) };
        }
    }
}
