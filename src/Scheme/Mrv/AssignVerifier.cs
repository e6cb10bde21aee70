using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Mrv;

/// <summary>
/// Give a report to a verifier, or to another one while nothing is stated. Verification begins with it.
/// </summary>
public sealed record AssignVerifier(HolderId Holder, int Year, string Body) : Command;

/// <summary>The report is with this verifier.</summary>
public sealed record VerifierAssigned(HolderId Holder, int Year, string Body) : Event;

/// <summary>
/// Refusals in order: unknown holder, no report, report elsewhere, unknown body, body not independent in the province,
/// body does not verify there.
/// </summary>
public static class Assigning
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<AssignVerifier>("assign-verifier", Permission.Of(Role.Authority), Decide)
        .Event<VerifierAssigned>("verifier-assigned", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, AssignVerifier command)
    {
        if (!Reports.Find(state, command.Holder, command.Year).Try(out var report, out var refusal))
        {
            return refusal;
        }

        if (report.Status is not (ReportStatus.Submitted or ReportStatus.UnderVerification))
        {
            return MrvRefusals.ReportElsewhere.With(("year", command.Year), ("status", report.Status));
        }

        if (!state.Mrv.Bodies.TryGetValue(command.Body, out var body))
        {
            return MrvRefusals.BodyUnknown.With(("body", command.Body));
        }

        var province = state.Registry.Holders[command.Holder].Province;
        if (body.Prepares.Contains(province) || report.Preparer == body.Code)
        {
            return MrvRefusals.NotIndependent.With(("body", command.Body), ("province", province));
        }

        return body.Verifies.Contains(province)
            ? Decision.Of(new VerifierAssigned(command.Holder, command.Year, command.Body))
            : MrvRefusals.NotAVerifierThere.With(("body", command.Body), ("province", province));
    }

    private static void Apply(SchemeState state, in Context context, VerifierAssigned happened) =>
        Reports.Change(state, happened.Holder, happened.Year, report => report with
        {
            Status = ReportStatus.UnderVerification,
            Verifier = happened.Body,
        });
}

/// <summary>Questions about reports that several use cases ask.</summary>
internal static class Reports
{
    /// <summary>The report, or why not: unknown holder, no report.</summary>
    public static Outcome<Report> Find(SchemeState state, HolderId holder, int year)
    {
        if (state.Registry.Find(holder) is null)
        {
            return RegistryRefusals.UnknownHolder.With(("holder", holder));
        }

        return state.Mrv.ReportOf(holder, year) is { } report
            ? report
            : MrvRefusals.ReportMissing.With(("holder", holder), ("year", year));
    }

    /// <summary>
    /// The report when the actor verifies it: unknown holder, no report, report elsewhere, not the verifier.
    /// </summary>
    public static Outcome<Report> UnderVerification(SchemeState state, UserId actor, HolderId holder, int year)
    {
        if (!Find(state, holder, year).Try(out var report, out var refusal))
        {
            return refusal;
        }

        if (report.Status != ReportStatus.UnderVerification)
        {
            return MrvRefusals.ReportElsewhere.With(("year", year), ("status", report.Status));
        }

        return state.Mrv.Bodies[report.Verifier!].Staff.Contains(actor)
            ? report
            : MrvRefusals.NotTheVerifier.With(("actor", actor), ("body", report.Verifier));
    }

    public static void Change(SchemeState state, HolderId holder, int year, Func<Report, Report> change) =>
        state.Mrv.Reports[(holder, year)] = change(state.Mrv.Reports[(holder, year)]);
}
