using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Mrv;

/// <summary>What the verifier has found so far, in documents or on site.</summary>
public sealed record RecordFindings(HolderId Holder, int Year, IReadOnlyList<Finding> Findings) : Command;

/// <summary>Findings were added to the report's file.</summary>
public sealed record FindingsRecorded(HolderId Holder, int Year, IReadOnlyList<Finding> Findings) : Event;

/// <summary>
/// Refusals in order: unknown holder, no report, report elsewhere, not the verifier, no findings, a finding without
/// item or text.
/// </summary>
public static class Findings
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<RecordFindings>("record-findings", Permission.Of(Role.Verifier), Decide)
        .Event<FindingsRecorded>("findings-recorded", Apply);

    /// <summary>The refusal of a finding without item or text, or null.</summary>
    internal static Refusal? Check(IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings)
        {
            if ((Holders.Blank("item", finding.Item) ?? Holders.Blank("text", finding.Text)) is { } blank)
            {
                return blank;
            }
        }

        return null;
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, RecordFindings command)
    {
        if (Reports.UnderVerification(state, context.Actor, command.Holder, command.Year).IsRefused(out var refusal))
        {
            return refusal;
        }

        if (command.Findings.Count == 0)
        {
            return MrvRefusals.NoFindings.With();
        }

        return Check(command.Findings) is { } wrong
            ? wrong
            : Decision.Of(new FindingsRecorded(command.Holder, command.Year, command.Findings));
    }

    private static void Apply(SchemeState state, in Context context, FindingsRecorded happened) =>
        Reports.Change(state, happened.Holder, happened.Year, report => report with
        {
            Findings = [.. report.Findings, .. happened.Findings],
        });
}
