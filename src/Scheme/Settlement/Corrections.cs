using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Settlement;

/// <summary>更正: asks to take back a deposit that was booked by hand and wrong.</summary>
/// <param name="Reference">The reference it was booked under.</param>
/// <param name="To">Whose money it is; left out when it is nobody's.</param>
/// <param name="Reason">What went wrong.</param>
public sealed record ProposeCorrection(string Reference, HolderId? To, string Reason) : Command, IOneAtATime
{
    IReadOnlyList<string> IOneAtATime.Keys => [$"deposit {Reference}"];
}

/// <summary>A side of a correcting entry agrees; with the last one it is booked.</summary>
public sealed record ConfirmCorrection(HolderId Holder, CorrectionId Correction) : Command, IForHolder;

/// <summary>A side of a correcting entry does not agree: it is not booked.</summary>
public sealed record DeclineCorrection(HolderId Holder, CorrectionId Correction, string Reason)
    : Command, IForHolder;

/// <summary>Where a correcting entry is.</summary>
public enum CorrectingStatus
{
    /// <summary>Waits for those whose money it moves.</summary>
    Open,

    /// <summary>Booked.</summary>
    Booked,

    /// <summary>One side did not agree.</summary>
    Declined,
}

/// <summary>A correcting entry.</summary>
/// <param name="Id">Given by the scheme.</param>
/// <param name="Reference">The deposit.</param>
/// <param name="From">Who was given the money.</param>
/// <param name="To">Whose it is; null when it is nobody's.</param>
/// <param name="Amount">How much.</param>
/// <param name="Reason">What went wrong.</param>
/// <param name="At">When it was asked for.</param>
/// <param name="Status">Where it is.</param>
/// <param name="Confirmed">Who has agreed.</param>
public sealed record Correction(
    CorrectionId Id,
    string Reference,
    HolderId From,
    HolderId? To,
    Money Amount,
    string Reason,
    DateTimeOffset At,
    CorrectingStatus Status,
    IReadOnlyList<HolderId> Confirmed)
{
    /// <summary>Those who have to agree.</summary>
    public IReadOnlyList<HolderId> Sides => To is { } to ? [From, to] : [From];
}

/// <summary>A correcting entry waits for both sides.</summary>
public sealed record CorrectionProposed(
    CorrectionId Correction, string Reference, HolderId From, HolderId? To, Money Amount, string Reason) : Event;

/// <summary>A side agrees.</summary>
public sealed record CorrectionConfirmed(CorrectionId Correction, HolderId Holder) : Event;

/// <summary>A side does not agree.</summary>
public sealed record CorrectionDeclined(CorrectionId Correction, HolderId Holder, string Reason) : Event;

/// <summary>
/// The correcting entry is booked. Where a statement has a line of the same reference that nobody got, it is in
/// suspense now.
/// </summary>
/// <param name="Correction">Which.</param>
/// <param name="Transactions">What moved.</param>
/// <param name="Line">The line that is in suspense now, if there is one.</param>
public sealed record CorrectionBooked(
    CorrectionId Correction, IReadOnlyList<Transaction> Transactions, BankLineId? Line) : Event, IMovesUnits;

/// <summary>
/// Nothing in the books is undone: a wrong deposit is followed by an entry that takes it back, when everybody whose
/// money it moves has agreed. To another participant goes only what its own bank account paid, as far as a statement
/// says who paid. Refusals in order, to propose: no exchange, exchange not opened; no settlement bank; text missing
/// (reference, reason); unknown deposit; correction waits; unknown holder, holder not active, no trading account, same
/// holder, not the own bank account; to confirm and to decline: no exchange, exchange not opened; no settlement bank;
/// unknown correction; not a side, confirmed already; text missing (reason); with the last confirmation: those of a
/// sender, cash short, those of a receiver.
/// </summary>
public static class Corrections
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<ProposeCorrection>("propose-correction", Permission.Of(Role.RegistryOperator), Decide)
        .Command<ConfirmCorrection>("confirm-correction", Permission.OfHolder(), Decide)
        .Command<DeclineCorrection>("decline-correction", Permission.OfHolder(), Decide)
        .Event<CorrectionProposed>("correction-proposed", Apply)
        .Event<CorrectionConfirmed>("correction-confirmed", Apply)
        .Event<CorrectionDeclined>("correction-declined", Apply)
        .Event<CorrectionBooked>("correction-booked", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, ProposeCorrection command)
    {
        if ((SettlementBanks.Missing(state) ?? Holders.Blank("reference", command.Reference)
            ?? Holders.Blank("reason", command.Reason)) is { } refusal)
        {
            return refusal;
        }

        var reference = command.Reference.Trim();
        if (!state.Cash.HandDeposits.TryGetValue(reference, out var deposit) || deposit.Reversed)
        {
            return SettlementRefusals.UnknownDeposit.With(("reference", reference));
        }

        var waiting = state.Cash.Corrections.Values.FirstOrDefault(one =>
            one.Reference == reference && one.Status == CorrectingStatus.Open);
        if (waiting is not null)
        {
            return SettlementRefusals.CorrectionWaits.With(("correction", waiting.Id), ("reference", reference));
        }

        return (command.To is { } to ? CheckReceiver(state, deposit, to) : null) is { } bad
            ? bad
            : Decision.Of(new CorrectionProposed(
                new CorrectionId(state.Cash.Corrections.Count + 1),
                reference,
                deposit.Holder,
                command.To,
                deposit.Amount,
                command.Reason.Trim()));
    }

    private static Refusal? CheckReceiver(SchemeState state, HandDeposit deposit, HolderId to)
    {
        if (!Holders.Active(state, to).Try(out var holder, out var refusal))
        {
            return refusal;
        }

        if (holder.TradingAccount is null)
        {
            return TradingRefusals.NoTradingAccount.With(("holder", to));
        }

        if (to == deposit.Holder)
        {
            return RegistryRefusals.SameHolder.With(("holder", to));
        }

        var paid = deposit.Line is { } line ? state.Cash.Lines[line].Line.Account : null;
        return paid is null || BankAccounts.IsOwn(state, to, paid)
            ? null
            : SettlementRefusals.NotOwnBankAccount.With(("from", paid), ("holder", to));
    }

    private static Outcome<Correction> Find(SchemeState state, HolderId side, CorrectionId id)
    {
        if (SettlementBanks.Missing(state) is { } refusal)
        {
            return refusal;
        }

        return state.Cash.Corrections.GetValueOrDefault(id) is { Status: CorrectingStatus.Open } open
            && open.Sides.Contains(side) && !open.Confirmed.Contains(side)
                ? open
                : SettlementRefusals.UnknownCorrection.With(("correction", id), ("holder", side));
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, ConfirmCorrection command)
    {
        if (!Find(state, command.Holder, command.Correction).Try(out var open, out var refusal))
        {
            return refusal;
        }

        var confirmed = new CorrectionConfirmed(open.Id, command.Holder);
        if (open.Sides.Any(side => side != command.Holder && !open.Confirmed.Contains(side)))
        {
            return Decision.Of(confirmed);
        }

        return Book(state, open).Try(out var booked, out refusal)
            ? Decision.Of(confirmed, booked)
            : refusal;
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, DeclineCorrection command)
    {
        if (!Find(state, command.Holder, command.Correction).Try(out var open, out var refusal))
        {
            return refusal;
        }

        return Holders.Blank("reason", command.Reason) is { } blank
            ? blank
            : Decision.Of(new CorrectionDeclined(open.Id, command.Holder, command.Reason.Trim()));
    }

    private static Outcome<CorrectionBooked> Book(SchemeState state, Correction open)
    {
        var (deposit, money) = (state.Cash.HandDeposits[open.Reference], Asset.Money(state.Rules.Currency));
        var needed = new Reservation(deposit.Account, money, open.Amount.Minor);
        if ((Accounts.CheckSender(state, deposit.Account, TransactionTypes.TradeSettle)
            ?? Reservations.Check(state, needed)) is { } uncovered)
        {
            return uncovered;
        }

        var (plan, bank) = (state.Ledger.Plan(), new Place(state.Registry.System!.Bank));
        var to = bank;
        if (open.To is { } holder)
        {
            to = new Place(state.Registry.Holders[holder].TradingAccount!.Value);
            if (Accounts.CheckReceiver(state, to.Account, TransactionTypes.TradeSettle) is { } unusable)
            {
                return unusable;
            }
        }

        var draft = new Draft(money, new Place(deposit.Account), to, open.Amount.Minor);
        if (!plan.Transact(TransactionTypes.CashCorrection, draft).Try(out var back, out var refusal))
        {
            return refusal;
        }

        if (open.To is not null || deposit.Line is not { } id)
        {
            return new CorrectionBooked(open.Id, [back], null);
        }

        var stated = new Draft(
            money, bank, new Place(state.Cash.Suspense!.Value), state.Cash.Lines[id].Line.Amount.Minor);
        return plan.Transact(TransactionTypes.CashSuspense, stated).Try(out var suspense, out refusal)
            ? new CorrectionBooked(open.Id, [back, suspense], id)
            : refusal;
    }

    private static void Apply(SchemeState state, in Context context, CorrectionProposed happened) =>
        state.Cash.Corrections.Add(happened.Correction, new Correction(
            happened.Correction,
            happened.Reference,
            happened.From,
            happened.To,
            happened.Amount,
            happened.Reason,
            context.Time,
            CorrectingStatus.Open,
            []));

    private static void Apply(SchemeState state, in Context context, CorrectionConfirmed happened) =>
        Set(state, happened.Correction, one => one with { Confirmed = [.. one.Confirmed, happened.Holder] });

    private static void Apply(SchemeState state, in Context context, CorrectionDeclined happened) =>
        Set(state, happened.Correction, one => one with { Status = CorrectingStatus.Declined });

    private static void Apply(SchemeState state, in Context context, CorrectionBooked happened)
    {
        foreach (var transaction in happened.Transactions)
        {
            state.Ledger.Post(transaction);
        }

        Set(state, happened.Correction, one => one with { Status = CorrectingStatus.Booked });
        var correction = state.Cash.Corrections[happened.Correction];
        var deposit = state.Cash.HandDeposits[correction.Reference];
        if (correction.To is { } to)
        {
            Pass(state, deposit, to);
            return;
        }

        state.Cash.HandDeposits[deposit.Reference] = deposit with { Reversed = true };
        Deposits.Count(state, -correction.Amount.Minor);
        if (happened.Line is { } id)
        {
            var line = state.Cash.Lines[id];
            Deposits.Count(state, line.Line.Amount.Minor);
            state.Cash.Lines[id] = line with
            {
                Status = LineStatus.Suspense,
                Holder = null,
                Doubt = LineDoubt.AmountDiffers,
            };
        }
    }

    /// <summary>The deposit is another participant's now; the line that bears it out with it.</summary>
    private static void Pass(SchemeState state, HandDeposit deposit, HolderId to)
    {
        var passed = deposit with { Holder = to, Account = state.Registry.Holders[to].TradingAccount!.Value };
        state.Cash.HandDeposits[deposit.Reference] = passed;
        if (deposit.Line is { } id && state.Cash.Lines[id] is var line)
        {
            var agrees = line.Line.Amount == passed.Amount;
            state.Cash.Lines[id] = line with
            {
                Holder = to,
                Status = agrees ? LineStatus.Known : LineStatus.Differs,
            };
        }
    }

    private static void Set(SchemeState state, CorrectionId id, Func<Correction, Correction> change) =>
        state.Cash.Corrections[id] = change(state.Cash.Corrections[id]);
}
