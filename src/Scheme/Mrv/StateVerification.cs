using System.Collections.Immutable;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Mrv;

/// <summary>The verifier's conclusion on a report.</summary>
/// <param name="Holder">Whose report.</param>
/// <param name="Year">Emission year.</param>
/// <param name="Opinion">The conclusion.</param>
/// <param name="CorrectedLines">With <see cref="Mrv.Opinion.PositiveWithCorrections"/>: all lines as they should
/// be.</param>
/// <param name="Findings">Findings beyond those recorded before; conservative values stand in them.</param>
/// <param name="Attachment">The document's digest.</param>
public sealed record StateVerification(
    HolderId Holder,
    int Year,
    Opinion Opinion,
    IReadOnlyList<ReportLine> CorrectedLines,
    IReadOnlyList<Finding> Findings,
    Digest? Attachment = null) : Command;

/// <summary>The verifier has stated; the entity is told by it.</summary>
public sealed record VerificationStated(
    HolderId Holder,
    int Year,
    string Number,
    string Body,
    Opinion Opinion,
    ImmutableArray<CalculatedLine> Lines,
    Tonnes Total,
    IReadOnlyList<Finding> Findings,
    Digest? Attachment) : Event;

/// <summary>
/// Refusals in order: unknown holder, no report, report elsewhere, not the verifier, a finding without item or text,
/// lines that do not go with the opinion, negative without an open non-conformity; with corrected lines those of the
/// holder's coverage and of <see cref="Lines"/>.
/// </summary>
public static class Stating
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<StateVerification>("state-verification", Permission.Of(Role.Verifier), Decide)
        .Event<VerificationStated>("verification-stated", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, StateVerification command)
    {
        if (!Reports.UnderVerification(state, context.Actor, command.Holder, command.Year)
            .Try(out var report, out var refusal))
        {
            return refusal;
        }

        if (Check(report, command) is { } wrong)
        {
            return wrong;
        }

        var verified = command.Opinion == Opinion.Negative
            ? new Calculation([], Tonnes.Zero)
            : new Calculation(report.Lines, report.Total);
        if (command.Opinion == Opinion.PositiveWithCorrections)
        {
            if (!Subject.Of(state, command.Holder, command.Year).Try(out var subject, out refusal)
                || !Lines.Calculate(state, subject, command.CorrectedLines).Try(out verified, out refusal))
            {
                return refusal;
            }
        }

        return Decision
            .Of(new VerificationStated(
                command.Holder,
                command.Year,
                NumberOf(state, report),
                report.Verifier!,
                command.Opinion,
                verified.Lines,
                verified.Total,
                command.Findings,
                command.Attachment))
            .Then([.. FollowUps.After(state, context.Time, report, command.Opinion, command.Findings)]);
    }

    private static Refusal? Check(Report report, StateVerification command)
    {
        if (Findings.Check(command.Findings) is { } wrong)
        {
            return wrong;
        }

        if ((command.Opinion == Opinion.PositiveWithCorrections) != (command.CorrectedLines.Count > 0))
        {
            return MrvRefusals.LinesAndOpinion.With(("opinion", command.Opinion));
        }

        var open = report.Findings.Concat(command.Findings).Any(finding => finding.NonConformity && !finding.Resolved);
        return command.Opinion == Opinion.Negative && !open ? MrvRefusals.NegativeWithoutFinding.With() : null;
    }

    private static string NumberOf(SchemeState state, Report report)
    {
        var holder = state.Registry.Holders[report.Holder];
        var code = holder.Code.Length > 6 ? holder.Code[^6..] : holder.Code;
        return string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{holder.Province}-{report.Verifier}-{code}-{report.Year}-{report.Version}");
    }

    private static void Apply(SchemeState state, in Context context, VerificationStated happened)
    {
        var statement = new VerificationStatement(
            happened.Number,
            happened.Body,
            happened.Opinion,
            happened.Lines,
            happened.Total,
            context.Time,
            happened.Attachment);
        Reports.Change(state, happened.Holder, happened.Year, report => report with
        {
            Status = happened.Opinion == Opinion.Negative ? ReportStatus.Failed : ReportStatus.Verified,
            Findings = [.. report.Findings, .. happened.Findings],
            Statement = statement,
        });
    }
}
