using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Mrv;

/// <summary>Send a report back to its entity 退回, at any point before it is accepted.</summary>
public sealed record RejectReport(HolderId Holder, int Year, string Reason) : Command;

/// <summary>The report is back at its entity.</summary>
public sealed record ReportReturned(HolderId Holder, int Year, string Reason) : Event;

/// <summary>Refusals in order: unknown holder, no report, already accepted, returned before, no reason.</summary>
public static class Returning
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<RejectReport>("reject-report", Permission.Of(Role.Authority), Decide)
        .Event<ReportReturned>("report-returned", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, RejectReport command)
    {
        if (!Reports.Find(state, command.Holder, command.Year).Try(out var report, out var refusal))
        {
            return refusal;
        }

        if (state.Mrv.Of(command.Holder, command.Year) is { } accepted)
        {
            return MrvRefusals.AlreadyAccepted.With(("year", command.Year), ("version", accepted.Version));
        }

        if (report.Status == ReportStatus.Returned)
        {
            return MrvRefusals.ReportElsewhere.With(("year", command.Year), ("status", report.Status));
        }

        return Holders.Blank("reason", command.Reason) is { } blank
            ? blank
            : Decision.Of(new ReportReturned(command.Holder, command.Year, command.Reason));
    }

    private static void Apply(SchemeState state, in Context context, ReportReturned happened) =>
        Reports.Change(state, happened.Holder, happened.Year, report => report with
        {
            Status = ReportStatus.Returned,
            ReturnedFor = happened.Reason,
        });
}
