using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Compliance;

/// <summary>责令改正: make it good by a day.</summary>
public sealed record OrderCorrection(CaseId Case, DateOnly By) : Command;

/// <summary>
/// 拒不改正: the entity did not correct. The rule of the day says what that costs in the next allocation.
/// </summary>
/// <param name="Case">Which.</param>
/// <param name="Share">The share to cut, where the law names bounds for one.</param>
public sealed record RefuseCorrection(CaseId Case, Percent? Share = null) : Command;

/// <summary>The order to correct.</summary>
public sealed record CorrectionOrdered(CaseId Case, DateOnly By) : Event;

/// <summary>The entity did not correct.</summary>
/// <param name="Case">Which.</param>
/// <param name="Next">The period whose allocation is cut.</param>
/// <param name="Cut">Tonnes cut; zero where the law cuts nothing, or a share.</param>
/// <param name="Share">The share cut.</param>
/// <param name="Source">The rule's legal source.</param>
public sealed record CorrectionRefused(CaseId Case, CompliancePeriod Next, Tonnes Cut, Percent? Share, string Source)
    : Event;

/// <summary>
/// Refusals in order: unknown case; case over; order: ordered already, day in the past; refuse: not ordered (or refused
/// already), corrected after all, no penalty rule, share out of bounds.
/// </summary>
internal static class Corrections
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<OrderCorrection>("order-correction", Permission.Of(Role.Authority), Decide)
        .Command<RefuseCorrection>("refuse-correction", Permission.Of(Role.Authority), Decide)
        .Event<CorrectionOrdered>("correction-ordered", Apply)
        .Event<CorrectionRefused>("correction-refused", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, OrderCorrection command)
    {
        if (!Cases.Live(state, command.Case).Try(out var about, out var refusal))
        {
            return refusal;
        }

        return about.Correction != CorrectionStatus.None ? PenaltyRefusals.AlreadyOrdered.With(("case", command.Case))
            : command.By < state.Rules.Calendar.Day(context.Time)
                ? PenaltyRefusals.CorrectByPast.With(("day", Fines.Iso(command.By)))
            : Decision.Of(new CorrectionOrdered(command.Case, command.By));
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, RefuseCorrection command)
    {
        if (!Cases.Live(state, command.Case).Try(out var about, out var refusal))
        {
            return refusal;
        }

        if (about.Correction != CorrectionStatus.Ordered)
        {
            return PenaltyRefusals.NotOrdered.With(("case", command.Case));
        }

        var missing = about.Shortfall;
        if (about.Offence == Offence.SurrenderShortfall
            && state.Compliance.Of(about.Holder, about.Period) is { } obligation)
        {
            missing = Tonnes.Min(missing, obligation.Missing);
            if (missing == Tonnes.Zero)
            {
                return PenaltyRefusals.Corrected.With(("holder", about.Holder));
            }
        }

        var day = state.Rules.Calendar.Day(context.Time);
        if (state.Rules.Penalty(about.Offence, day) is not { } rule)
        {
            return PenaltyRefusals.NoPenaltyRule.With(("day", Fines.Iso(day)), ("offence", about.Offence));
        }

        if (rule.Cut == NextCut.Share
            && (command.Share is not { } asked || asked < rule.CutLeast || asked > rule.CutMost))
        {
            return PenaltyRefusals.CutOutOfBounds.With(
                ("share", command.Share), ("least", rule.CutLeast), ("most", rule.CutMost));
        }

        return Decision.Of(new CorrectionRefused(
            about.Id,
            NextPeriod(state, about),
            rule.Cut == NextCut.Equal ? missing : Tonnes.Zero,
            rule.Cut == NextCut.Share ? command.Share : null,
            rule.Cite.Source));
    }

    /// <summary>The first later period whose allocation of the holder is not determined yet.</summary>
    private static CompliancePeriod NextPeriod(SchemeState state, PenaltyCase about)
    {
        var later = state.Rules.Periods.Where(rules => rules.Period > about.Period).ToList();
        var open = later.FirstOrDefault(rules =>
            state.Allocation.Of(about.Holder, rules.Period)?.Determined is null);
        var last = later.Count == 0 ? about.Period : later[^1].Period;
        return open?.Period ?? new CompliancePeriod(last.Last + 1);
    }

    private static void Apply(SchemeState state, in Context context, CorrectionOrdered happened)
    {
        var about = state.Compliance.Cases[happened.Case];
        state.Compliance.Cases[happened.Case] = about with
        {
            Correction = CorrectionStatus.Ordered,
            CorrectBy = happened.By,
        };
    }

    private static void Apply(SchemeState state, in Context context, CorrectionRefused happened)
    {
        var about = state.Compliance.Cases[happened.Case];
        state.Compliance.Cases[happened.Case] = about with
        {
            Correction = CorrectionStatus.Refused,
            Cut = happened.Cut,
        };
        if (happened.Cut > Tonnes.Zero || happened.Share is not null)
        {
            Deductions.Add(
                state,
                about.Holder,
                happened.Next,
                new Deduction(DeductionKind.Cut, happened.Cut, happened.Share, happened.Case));
        }
    }
}
