using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Compliance;

/// <summary>处罚决定: the authority decides a case.</summary>
/// <param name="Case">Which.</param>
/// <param name="Fine">The fine; left out where the law leaves no choice.</param>
/// <param name="Gain">违法所得: the unlawful gain, where the act has one; it is confiscated beside the fine.
/// For units unlawfully held: their value.</param>
public sealed record DecideCase(CaseId Case, Money? Fine = null, Money? Gain = null) : Command;

/// <summary>
/// The authority decides every open case of a period whose fine the law fixes, such as EUR 100 a tonne.
/// </summary>
public sealed record DecideAllCases(CompliancePeriod Period, Offence Offence = Offence.SurrenderShortfall) : Command;

/// <summary>A case was decided; the transactions book the claim: receivable − , treasury +.</summary>
public sealed record CaseDecided(CaseId Case, FineDecision Decision, IReadOnlyList<Transaction> Transactions)
    : Event, IMovesUnits;

/// <summary>
/// Refusals in order: unknown case; case over; already decided; bad amount (gain, then fine); no penalty rule; no mean
/// price; value needed; amount too large; fine needed; fine out of bounds.
/// </summary>
internal static class CaseDecisions
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<DecideCase>("decide-case", Permission.Of(Role.Authority), Decide)
        .Command<DecideAllCases>("decide-all-cases", Permission.Of(Role.Authority), DecideAll)
        .Event<CaseDecided>("case-decided", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, DecideCase command)
    {
        if (!Cases.Live(state, command.Case).Try(out var about, out var refusal))
        {
            return refusal;
        }

        if (about.Status == CaseStatus.Decided)
        {
            return PenaltyRefusals.AlreadyDecided.With(("case", command.Case));
        }

        if (BadAmount(state, command.Gain) is { } badGain)
        {
            return badGain;
        }

        if (BadAmount(state, command.Fine) is { } badFine)
        {
            return badFine;
        }

        var day = state.Rules.Calendar.Day(context.Time);
        if (!Fines.Bounds(state, about, command.Gain, day).Try(out var bounds, out refusal))
        {
            return refusal;
        }

        var known = command.Fine ?? bounds.Fixed;
        if (known is not { } fine)
        {
            return PenaltyRefusals.FineNeeded.With(("least", bounds.Least), ("most", bounds.Most));
        }

        return fine < bounds.Least || fine > bounds.Most
            ? PenaltyRefusals.FineOutOfBounds.With(("fine", fine), ("least", bounds.Least), ("most", bounds.Most))
            : Decision.Of(Decided(state, state.Ledger.Plan(), about, bounds, fine, command.Gain, day));
    }

    private static Outcome<Decision> DecideAll(SchemeState state, in Context context, DecideAllCases command)
    {
        var open = state.Compliance.Cases.Values
            .Where(one => one.Period == command.Period && one.Offence == command.Offence)
            .Where(one => one.Status == CaseStatus.Open)
            .OrderBy(one => one.Id.Value)
            .ToList();
        if (open.Count == 0)
        {
            return PenaltyRefusals.NothingToDecide.With(("period", command.Period));
        }

        var plan = state.Ledger.Plan();
        var day = state.Rules.Calendar.Day(context.Time);
        var events = new List<Event>(open.Count);
        foreach (var about in open)
        {
            if (!Fines.Bounds(state, about, gain: null, day).Try(out var bounds, out var refusal))
            {
                return refusal;
            }

            if (bounds.Fixed is not { } fine)
            {
                return PenaltyRefusals.NotAutomatic.With(("offence", command.Offence));
            }

            events.Add(Decided(state, plan, about, bounds, fine, gain: null, day));
        }

        return Decision.Of(events);
    }

    private static Refusal? BadAmount(SchemeState state, Money? amount) =>
        amount is { } money && (money.Currency != state.Rules.Currency || money.Minor < 0)
            ? PenaltyRefusals.BadAmount.With(("amount", money), ("currency", state.Rules.Currency))
            : null;

    private static CaseDecided Decided(
        SchemeState state, Planner plan, PenaltyCase about, FineBounds bounds, Money fine, Money? gain, DateOnly day)
    {
        var taken = bounds.Rule.Basis == FineBasis.Gain && gain is { Minor: > 0 } ? gain : null;
        var decision = new FineDecision(
            fine,
            taken,
            bounds.Rule.Basis,
            bounds.Least,
            bounds.Most,
            day,
            bounds.Rule.Cite.Source,
            bounds.MeanPrice,
            bounds.Rule.ShortfallRemainsDue);
        return new CaseDecided(about.Id, decision, CaseMoney.Claim(state, plan, decision));
    }

    private static void Apply(SchemeState state, in Context context, CaseDecided happened)
    {
        var about = state.Compliance.Cases[happened.Case];
        state.Compliance.Cases[happened.Case] = about with
        {
            Status = CaseStatus.Decided,
            Decision = happened.Decision,
        };
        foreach (var transaction in happened.Transactions)
        {
            state.Ledger.Post(transaction);
        }
    }
}
