using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Settlement;

/// <summary>
/// What the lines of one import are, in their order; later lines see what earlier ones did. A line is looked at in this
/// order: booked by hand under its reference; one of our payments, by the reference it was given or, where the bank
/// hands none on, by account and amount when exactly one such payment was ordered; a payment of ours that came back;
/// money of the one participant whose own bank account paid. Everything else goes into suspense.
/// </summary>
internal sealed class LineMatching(SchemeState state)
{
    private readonly Planner plan = state.Ledger.Plan();
    private readonly Dictionary<string, StatedLine> taken = [];
    private readonly Dictionary<WithdrawalId, PaymentStatus> changed = [];
    private readonly HashSet<string> recognised = [];
    private readonly Place bank = new(state.Registry.System!.Bank);
    private readonly Asset money = Asset.Money(state.Rules.Currency);
    private readonly ILookup<string, HolderId> own = state.Cash.BankAccounts.ToLookup(
        pair => SettlementBanks.Plain(pair.Value.Number), pair => pair.Key);

    private long next = state.Cash.NextLine.Value;

    /// <summary>The line that was known under a reference, in the state or in this import; else null.</summary>
    public StatedLine? Before(string number, string reference)
    {
        var key = CashState.Key(number, reference);
        return state.Cash.LinesByReference.TryGetValue(key, out var id)
            ? state.Cash.Lines[id].Line
            : taken.GetValueOrDefault(key);
    }

    /// <summary>Takes a line that was not known. Refusals: those of the ledger.</summary>
    public Outcome<TakenLine> Take(string number, string statement, StatedLine line)
    {
        var found = new BankLine(new BankLineId(next), number, statement, line, LineStatus.Suspense);
        found = ByHand(found) ?? Payment(found) ?? Returned(found) ?? Deposit(found);
        if (found.Status is LineStatus.Known or LineStatus.Differs)
        {
            return Note(found, null);
        }

        var (from, to) = line.Amount.Minor > 0 ? (bank, Other(found)) : (Other(found), bank);
        var type = found.Status switch
        {
            LineStatus.Suspense => TransactionTypes.CashSuspense,
            LineStatus.Deposit => TransactionTypes.CashDeposit,
            _ => TransactionTypes.CashWithdrawal,
        };
        return plan.Transact(type, new Draft(money, from, to, Math.Abs(line.Amount.Minor)))
            .Try(out var transaction, out var refusal)
            ? Note(found, transaction)
            : refusal;
    }

    private TakenLine Note(BankLine line, Transaction? transaction)
    {
        next++;
        taken.Add(CashState.Key(line.Bank, line.Line.Reference), line.Line);
        if (line.Payment is { } payment)
        {
            changed[payment] = line.Status == LineStatus.PaymentReturned
                ? PaymentStatus.Returned
                : PaymentStatus.Paid;
        }
        else if (line.Status is LineStatus.Known or LineStatus.Differs)
        {
            recognised.Add(line.Line.Reference);
        }

        return new TakenLine(line, transaction);
    }

    /// <summary>Where the money of a line is in our books, beside the bank.</summary>
    private Place Other(BankLine line) => line.Status switch
    {
        LineStatus.Payment => new Place(state.Cash.Payments[line.Payment!.Value].Account, Compartment.Frozen),
        LineStatus.PaymentReturned => new Place(state.Cash.Payments[line.Payment!.Value].Account),
        LineStatus.Deposit => new Place(state.Registry.Holders[line.Holder!.Value].TradingAccount!.Value),
        _ => new Place(state.Cash.Suspense!.Value),
    };

    private BankLine? ByHand(BankLine line)
    {
        if (line.Line.Amount.Minor < 0
            || !state.Cash.HandDeposits.TryGetValue(line.Line.Reference, out var deposit)
            || deposit.Line is not null || deposit.Reversed || recognised.Contains(deposit.Reference))
        {
            return null;
        }

        var theirs = line.Line.Account is null
            || BankAccounts.IsOwn(state, deposit.Holder, line.Line.Account);
        return line with
        {
            Status = theirs && deposit.Amount == line.Line.Amount ? LineStatus.Known : LineStatus.Differs,
            Holder = deposit.Holder,
        };
    }

    private BankLine? Payment(BankLine line)
    {
        if (line.Line.Amount.Minor > 0)
        {
            return null;
        }

        if (Referred(line) is not { } payment)
        {
            return line with { Doubt = LineDoubt.UnknownPayment };
        }

        var same = payment.Amount == -line.Line.Amount;
        return StatusOf(payment) switch
        {
            PaymentStatus.Waiting or PaymentStatus.Ordered when same =>
                line with { Status = LineStatus.Payment, Holder = payment.Holder, Payment = payment.Id },
            PaymentStatus.Waiting or PaymentStatus.Ordered =>
                line with { Holder = payment.Holder, Doubt = LineDoubt.AmountDiffers },
            PaymentStatus.Paid when payment.Line is null && !changed.ContainsKey(payment.Id) => line with
            {
                Status = same ? LineStatus.Known : LineStatus.Differs,
                Holder = payment.Holder,
                Payment = payment.Id,
            },
            _ => line with { Holder = payment.Holder, Doubt = LineDoubt.UnknownPayment },
        };
    }

    private Payment? Referred(BankLine line)
    {
        if (line.Line.EndToEnd?.Trim() is { Length: > 0 } given && given != "NOTPROVIDED")
        {
            return state.Cash.Payments.GetValueOrDefault(Settlement.Payment.IdOf(given));
        }

        var ordered = state.Cash.Withdrawals.Keys.Select(id => state.Cash.Payments[id]).Where(one =>
            StatusOf(one) == PaymentStatus.Ordered && one.Amount == -line.Line.Amount
            && SettlementBanks.Plain(one.To.Number) == SettlementBanks.Plain(line.Line.Account)).Take(2).ToList();
        return ordered.Count == 1 ? ordered[0] : null;
    }

    private BankLine? Returned(BankLine line)
    {
        var given = Settlement.Payment.IdOf(line.Line.EndToEnd?.Trim());
        if (state.Cash.Payments.GetValueOrDefault(given) is not { } payment
            || StatusOf(payment) != PaymentStatus.Paid)
        {
            return null;
        }

        // A return of a return, or for somebody who cannot take it, waits for an official.
        return payment.Amount != line.Line.Amount
                ? line with { Holder = payment.Holder, Doubt = LineDoubt.AmountDiffers }
            : payment.Holder is not { } holder || !Takes(payment.Account)
                ? line with { Holder = payment.Holder, Doubt = LineDoubt.NotUsable }
            : line with { Status = LineStatus.PaymentReturned, Holder = holder, Payment = payment.Id };
    }

    private BankLine Deposit(BankLine line)
    {
        if (SettlementBanks.Plain(line.Line.Account).Length == 0)
        {
            return line with { Doubt = LineDoubt.NoParty };
        }

        var owners = own[SettlementBanks.Plain(line.Line.Account)].ToList();
        if (owners.Count != 1)
        {
            return line with { Doubt = owners.Count == 0 ? LineDoubt.UnknownPayer : LineDoubt.SharedAccount };
        }

        return Holders.Active(state, owners[0]).Try(out var holder, out _)
            && holder.TradingAccount is { } account && Takes(account)
            ? line with { Status = LineStatus.Deposit, Holder = holder.Id }
            : line with { Holder = owners[0], Doubt = LineDoubt.NotUsable };
    }

    private bool Takes(AccountId account) =>
        Accounts.CheckReceiver(state, account, TransactionTypes.TradeSettle) is null;

    private PaymentStatus StatusOf(Payment payment) => changed.GetValueOrDefault(payment.Id, payment.Status);
}
