using System.Collections.Immutable;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Allocation;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Mrv;

/// <summary>Correct accepted emissions: everything that stood on them follows in the same decision.</summary>
/// <param name="Holder">Whose.</param>
/// <param name="Year">Emission year.</param>
/// <param name="Lines">All lines as they should be.</param>
/// <param name="Reason">Why.</param>
/// <param name="Reference">The decision or document it stands on.</param>
/// <param name="Verification">Number of a new verification statement, or null.</param>
public sealed record CorrectReport(
    HolderId Holder, int Year,
    IReadOnlyList<ReportLine> Lines, string Reason, string Reference, string? Verification = null)
    : Command, IOneAtATime
{
    IReadOnlyList<string> IOneAtATime.Keys => [$"correct-report {Holder} {Year}"];
}

/// <summary>Accepted emissions were corrected; the version is one more than before.</summary>
public sealed record EmissionsCorrected(
    HolderId Holder,
    int Year,
    int Version,
    ImmutableArray<CalculatedLine> Lines,
    Tonnes Total,
    Tonnes Before,
    string Reason,
    string Reference,
    string? Verification) : Event;

/// <summary>
/// Refusals in order: unknown holder, nothing accepted, no reason, no reference, the holder's coverage and sector,
/// those of <see cref="Mrv.Lines"/>, nothing corrected, those of the allocation method and of the delivery. First the
/// obligation follows, so that what was surrendered too much is there to be taken back, then the allocation.
/// </summary>
public static class Correcting
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<CorrectReport>("correct-report", Permission.Of(Role.Authority), Decide)
        .Event<EmissionsCorrected>("emissions-corrected", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, CorrectReport command)
    {
        if (state.Registry.Find(command.Holder) is null)
        {
            return RegistryRefusals.UnknownHolder.With(("holder", command.Holder));
        }

        if (state.Mrv.Of(command.Holder, command.Year) is not { } accepted)
        {
            return MrvRefusals.NothingAccepted.With(("holder", command.Holder), ("year", command.Year));
        }

        if ((Holders.Blank("reason", command.Reason) ?? Holders.Blank("reference", command.Reference)) is { } blank)
        {
            return blank;
        }

        if (!Subject.Of(state, command.Holder, command.Year).Try(out var subject, out var refusal)
            || !Lines.Calculate(state, subject, command.Lines).Try(out var figures, out refusal))
        {
            return refusal;
        }

        if (figures.Lines.SequenceEqual(accepted.Lines))
        {
            return MrvRefusals.NothingCorrected.With();
        }

        var corrected = accepted with
        {
            Version = accepted.Version + 1,
            Lines = figures.Lines,
            Total = figures.Total,
            Determined = false,
        };
        return Consequences(state, context, subject, corrected).Try(out var consequences, out refusal)
            ? Decision
                .Of(new EmissionsCorrected(
                    command.Holder,
                    command.Year,
                    corrected.Version,
                    corrected.Lines,
                    corrected.Total,
                    accepted.Total,
                    command.Reason,
                    command.Reference,
                    command.Verification))
                .Then([.. consequences])
            : refusal;
    }

    private static Outcome<IReadOnlyList<Event>> Consequences(
        SchemeState state, in Context context, Subject subject, AcceptedEmissions corrected)
    {
        var (holder, period) = (corrected.Holder, subject.Rules.Period);
        if (!Redetermination.After(state, subject.Rules, corrected).Try(out var figures, out var refusal))
        {
            return refusal;
        }

        var plan = state.Ledger.Plan();
        var verified = Obligations.Verified(state, holder, period, corrected.Year, corrected.Total);
        var cap = Redetermination.CapOf(state, holder, period, figures, verified);
        var reopened = Reopening.After(state, context, plan, holder, corrected.Year, corrected.Total, cap);
        if (figures.Count == 0)
        {
            return Outcome.Of(reopened);
        }

        return Allocating.Events(state, plan, subject.Holder, subject.Rules, figures, null)
            .Try(out var trueUp, out refusal)
            ? Outcome.Of<IReadOnlyList<Event>>([.. reopened, .. trueUp])
            : refusal;
    }

    private static void Apply(SchemeState state, in Context context, EmissionsCorrected happened) =>
        state.Mrv.Accepted[(happened.Holder, happened.Year)] = new AcceptedEmissions(
            happened.Holder, happened.Year, happened.Version, happened.Lines, happened.Total);
}
