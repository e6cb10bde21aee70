using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Compliance;

/// <summary>缴纳罚款: the fine (and what was confiscated) is paid.</summary>
public sealed record PayFine(HolderId Holder, CaseId Case) : Command, IForHolder;

/// <summary>结案: everything is done.</summary>
public sealed record CloseCase(CaseId Case, string Reason) : Command;

/// <summary>撤销: the case has no ground.</summary>
public sealed record WithdrawCase(CaseId Case, string Reason) : Command;

/// <summary>变更: the tonnes of the case change; a decision falls with it and is to be made again.</summary>
public sealed record AmendCase(CaseId Case, Tonnes Shortfall, string Reason) : Command;

/// <summary>The fine was paid.</summary>
public sealed record FinePaid(CaseId Case, IReadOnlyList<Transaction> Transactions) : Event, IMovesUnits;

/// <summary>The case is closed.</summary>
public sealed record CaseClosed(CaseId Case, string Reason) : Event;

/// <summary>The case lost its ground; a fine is taken back, a cut not yet netted is dropped.</summary>
public sealed record CaseWithdrawn(CaseId Case, string Reason, IReadOnlyList<Transaction> Transactions)
    : Event, IMovesUnits;

/// <summary>The tonnes changed; a fine is taken back, a cut not yet netted shrinks with them.</summary>
public sealed record CaseAmended(CaseId Case, Tonnes Shortfall, string Reason, IReadOnlyList<Transaction> Transactions)
    : Event, IMovesUnits;

/// <summary>
/// The end of a case. Refusals in order: unknown case; case over; then pay: other holder's case, not decided, already
/// paid; close: no reason, not decided, not paid; withdraw: no reason; amend: no reason, bad quantity.
/// </summary>
internal static class Cases
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<PayFine>("pay-fine", Permission.OfHolder(Role.Authority, Role.RegistryOperator), Decide)
        .Command<CloseCase>("close-case", Permission.Of(Role.Authority), Decide)
        .Command<WithdrawCase>("withdraw-case", Permission.Of(Role.Authority), Decide)
        .Command<AmendCase>("amend-case", Permission.Of(Role.Authority), Decide)
        .Event<FinePaid>("fine-paid", Apply)
        .Event<CaseClosed>("case-closed", Apply)
        .Event<CaseWithdrawn>("case-withdrawn", Apply)
        .Event<CaseAmended>("case-amended", Apply);

    /// <summary>A case that is neither closed nor withdrawn.</summary>
    public static Outcome<PenaltyCase> Live(SchemeState state, CaseId id) =>
        !state.Compliance.Cases.TryGetValue(id, out var about) ? PenaltyRefusals.UnknownCase.With(("case", id))
        : about.IsLive ? about
        : PenaltyRefusals.CaseOver.With(("case", id));

    private static Outcome<Decision> Decide(SchemeState state, in Context context, PayFine command)
    {
        if (!Live(state, command.Case).Try(out var about, out var refusal))
        {
            return refusal;
        }

        if (about.Holder != command.Holder)
        {
            return PenaltyRefusals.OtherHoldersCase.With(("case", command.Case), ("holder", command.Holder));
        }

        if (about.Decision is not { } decision)
        {
            return PenaltyRefusals.NotDecided.With(("case", command.Case));
        }

        return about.Paid
            ? PenaltyRefusals.AlreadyPaid.With(("case", command.Case))
            : Decision.Of(new FinePaid(command.Case, CaseMoney.Pay(state, state.Ledger.Plan(), decision)));
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, CloseCase command)
    {
        if (!WithReason(state, command.Case, command.Reason).Try(out var about, out var refusal))
        {
            return refusal;
        }

        return about.Status != CaseStatus.Decided ? PenaltyRefusals.NotDecided.With(("case", command.Case))
            : !about.Paid && about.Decision is { Fine.Minor: > 0 }
                ? PenaltyRefusals.NotPaid.With(("case", command.Case))
            : Decision.Of(new CaseClosed(command.Case, command.Reason));
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, WithdrawCase command) =>
        WithReason(state, command.Case, command.Reason).Try(out var about, out var refusal)
            ? Decision.Of(new CaseWithdrawn(
                command.Case, command.Reason, CaseMoney.Undo(state, state.Ledger.Plan(), about)))
            : refusal;

    private static Outcome<Decision> Decide(SchemeState state, in Context context, AmendCase command)
    {
        if (!WithReason(state, command.Case, command.Reason).Try(out var about, out var refusal))
        {
            return refusal;
        }

        return command.Shortfall.Value is < 0 or > Ledger.Ledger.Limit
            ? PenaltyRefusals.BadQuantity.With(("quantity", command.Shortfall.Value))
            : Decision.Of(new CaseAmended(
                command.Case,
                command.Shortfall,
                command.Reason,
                CaseMoney.Undo(state, state.Ledger.Plan(), about)));
    }

    private static Outcome<PenaltyCase> WithReason(SchemeState state, CaseId id, string reason) =>
        !Live(state, id).Try(out var about, out var refusal) ? refusal
        : string.IsNullOrWhiteSpace(reason) ? ComplianceRefusals.NoReason.With()
        : about;

    private static void Apply(SchemeState state, in Context context, FinePaid happened)
    {
        Post(state, happened);
        Change(state, happened.Case, about => about with { Paid = true });
    }

    private static void Apply(SchemeState state, in Context context, CaseClosed happened) =>
        Change(state, happened.Case, about => about with { Status = CaseStatus.Closed, Reason = happened.Reason });

    private static void Apply(SchemeState state, in Context context, CaseWithdrawn happened)
    {
        Post(state, happened);
        Deductions.Bound(state, happened.Case, Tonnes.Zero);
        var about = Change(state, happened.Case, about => about with
        {
            Status = CaseStatus.Withdrawn,
            Decision = null,
            Paid = false,
            Cut = Tonnes.Zero,
            Reason = happened.Reason,
        });
        var key = (about.Holder, about.Period);
        if (state.Compliance.ShortfallCases.TryGetValue(key, out var id) && id == about.Id)
        {
            state.Compliance.ShortfallCases.Remove(key);
        }
    }

    private static void Apply(SchemeState state, in Context context, CaseAmended happened)
    {
        Post(state, happened);
        Deductions.Bound(state, happened.Case, happened.Shortfall);
        Change(state, happened.Case, about => about with
        {
            Status = CaseStatus.Open,
            Shortfall = happened.Shortfall,
            Decision = null,
            Paid = false,
            Cut = Tonnes.Min(about.Cut, happened.Shortfall),
            Reason = happened.Reason,
        });
    }

    private static void Post(SchemeState state, IMovesUnits moved)
    {
        foreach (var transaction in moved.Transactions)
        {
            state.Ledger.Post(transaction);
        }
    }

    private static PenaltyCase Change(SchemeState state, CaseId id, Func<PenaltyCase, PenaltyCase> change) =>
        state.Compliance.Cases[id] = change(state.Compliance.Cases[id]);
}
