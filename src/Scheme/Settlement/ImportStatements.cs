using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Settlement;

/// <summary>导入对账单: takes a file of statements of settlement banks.</summary>
/// <param name="File">The file's name, for those who look for it later.</param>
/// <param name="Statements">Its statements; all are taken or none.</param>
public sealed record ImportStatements(string File, IReadOnlyList<BankStatement> Statements) : Command;

/// <summary>A line as it was taken.</summary>
/// <param name="Line">The line with what became of it.</param>
/// <param name="Transaction">What it moved; null where somebody had booked it by hand.</param>
public sealed record TakenLine(BankLine Line, Transaction? Transaction);

/// <summary>A statement is taken; lines that an earlier one had brought are not taken again.</summary>
/// <param name="File">The file it came in.</param>
/// <param name="Statement">The statement's head; its lines are in <paramref name="Lines"/>.</param>
/// <param name="Lines">Lines that are new.</param>
/// <param name="Repeated">How many were not.</param>
/// <param name="RepeatedAmount">Their sum.</param>
public sealed record StatementImported(
    string File, BankStatement Statement, IReadOnlyList<TakenLine> Lines, int Repeated, Money RepeatedAmount)
    : Event, IMovesUnits
{
    IReadOnlyList<Transaction> IMovesUnits.Transactions =>
        [.. Lines.Select(line => line.Transaction).OfType<Transaction>()];
}

/// <summary>
/// A line is booked once: as money of the participant whose own bank account paid, as the end of a payment of ours, as
/// the return of one, or into suspense. Money that was booked by hand is recognised by its reference and not booked
/// again. Refusals in order: no exchange, exchange not opened; no settlement bank; text missing (file); no statements;
/// then, statement by statement: text missing (statement); unknown settlement account; statement known; wrong
/// currency, balances that do not add up; then, line by line: text missing (reference), bad line, line twice, line
/// changed.
/// </summary>
public static class StatementImport
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<ImportStatements>("import-statements", Permission.Of(Role.RegistryOperator), Decide)
        .Event<StatementImported>("statement-imported", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, ImportStatements command)
    {
        if ((SettlementBanks.Missing(state) ?? Holders.Blank("file", command.File)) is { } refusal)
        {
            return refusal;
        }

        if (command.Statements.Count == 0)
        {
            return SettlementRefusals.NoStatements.With(("file", command.File));
        }

        var (matching, taken, events) = (new LineMatching(state), new HashSet<string>(), new List<Event>());
        foreach (var statement in command.Statements)
        {
            if (Check(state, taken, statement) is { } bad)
            {
                return bad;
            }

            if (!Take(state, matching, command.File, statement).Try(out var imported, out var wrong))
            {
                return wrong;
            }

            events.Add(imported);
        }

        return Decision.Of(events);
    }

    /// <summary>What is wrong with a statement, or null.</summary>
    private static Refusal? Check(SchemeState state, HashSet<string> taken, BankStatement statement)
    {
        if (Holders.Blank("statement", statement.Statement) is { } blank)
        {
            return blank;
        }

        var number = SettlementBanks.Plain(statement.Number);
        if (!state.Cash.Banks.ContainsKey(number))
        {
            return SettlementRefusals.UnknownSettlementAccount.With(("number", statement.Number));
        }

        var key = CashState.Key(number, statement.Statement.Trim());
        if (state.Cash.Statements.TryGetValue(key, out var before) || !taken.Add(key))
        {
            return SettlementRefusals.StatementKnown.With(
                ("statement", statement.Statement), ("row", before?.Row ?? state.Sequence + 1));
        }

        var currency = state.Rules.Currency;
        var other = statement.Lines.Select(line => line.Amount).Prepend(statement.Closing)
            .Prepend(statement.Opening).FirstOrDefault(amount => amount.Currency != currency);
        if (other != default)
        {
            return SettlementRefusals.WrongCurrency.With(
                ("statement", statement.Statement), ("amount", other), ("currency", currency));
        }

        return CheckLines(statement);
    }

    private static Refusal? CheckLines(BankStatement statement)
    {
        Int128 balance = statement.Opening.Minor;
        var seen = new HashSet<string>();
        foreach (var line in statement.Lines)
        {
            if (Holders.Blank("reference", line.Reference) is { } blank)
            {
                return blank;
            }

            if (line.Amount.Minor is 0 or long.MinValue)
            {
                return SettlementRefusals.EmptyLine.With(
                    ("statement", statement.Statement), ("reference", line.Reference), ("amount", line.Amount));
            }

            if (!seen.Add(line.Reference.Trim()))
            {
                return SettlementRefusals.LineTwice.With(
                    ("statement", statement.Statement), ("reference", line.Reference));
            }

            balance += line.Amount.Minor;
        }

        return balance == statement.Closing.Minor ? null : SettlementRefusals.BalanceDiffers.With(
            ("statement", statement.Statement),
            ("opening", statement.Opening),
            ("closing", statement.Closing),
            ("off", balance - statement.Closing.Minor));
    }

    private static Outcome<StatementImported> Take(
        SchemeState state, LineMatching matching, string file, BankStatement statement)
    {
        var (number, name) = (SettlementBanks.Plain(statement.Number), statement.Statement.Trim());
        var (lines, repeated, sum) = (new List<TakenLine>(), 0, 0L);
        foreach (var stated in statement.Lines)
        {
            var line = stated with { Reference = stated.Reference.Trim() };
            if (matching.Before(number, line.Reference) is { } before)
            {
                if (before.Amount != line.Amount)
                {
                    return SettlementRefusals.LineChanged.With(
                        ("reference", line.Reference), ("amount", line.Amount), ("before", before.Amount));
                }

                repeated++;
                sum = checked(sum + line.Amount.Minor);
                continue;
            }

            if (!matching.Take(number, name, line).Try(out var taken, out var refusal))
            {
                return refusal;
            }

            lines.Add(taken);
        }

        var head = statement with { Number = number, Statement = name, Lines = [] };
        return new StatementImported(file.Trim(), head, lines, repeated, new Money(sum, state.Rules.Currency));
    }

    private static void Apply(SchemeState state, in Context context, StatementImported happened)
    {
        var head = happened.Statement;
        state.Cash.Statements.Add(CashState.Key(head.Number, head.Statement), new StatementRecord(
            head.Number,
            head.Statement,
            head.Day,
            head.Opening,
            head.Closing,
            context.Sequence,
            happened.Lines.Count + happened.Repeated,
            happened.RepeatedAmount));
        foreach (var (line, transaction) in happened.Lines)
        {
            state.Cash.Lines.Add(line.Id, line);
            state.Cash.LinesByReference.Add(CashState.Key(line.Bank, line.Line.Reference), line.Id);
            if (transaction is not null)
            {
                state.Ledger.Post(transaction);
                Deposits.Count(state, line.Line.Amount.Minor);
            }

            Settle(state, context, line);
        }
    }

    /// <summary>What a line says about a payment or a deposit by hand.</summary>
    private static void Settle(SchemeState state, in Context context, BankLine line)
    {
        switch (line.Status)
        {
            case LineStatus.Deposit:
                state.Cash.Deposits.TryAdd(line.Line.Reference, context.Sequence);
                break;
            case LineStatus.Payment:
                state.Cash.Withdrawals.Remove(line.Payment!.Value);
                Paid(state, line);
                break;
            case LineStatus.PaymentReturned:
                var paid = state.Cash.Payments[line.Payment!.Value];
                state.Cash.Payments[paid.Id] = paid with { Status = PaymentStatus.Returned };
                break;
            case LineStatus.Known or LineStatus.Differs when line.Payment is not null:
                Paid(state, line);
                break;
            case LineStatus.Known or LineStatus.Differs:
                var by = state.Cash.HandDeposits[line.Line.Reference];
                state.Cash.HandDeposits[by.Reference] = by with { Line = line.Id };
                break;
            default:
                break;
        }
    }

    private static void Paid(SchemeState state, BankLine line)
    {
        var payment = state.Cash.Payments[line.Payment!.Value];
        state.Cash.Payments[payment.Id] = payment with { Status = PaymentStatus.Paid, Line = line.Id };
    }
}
