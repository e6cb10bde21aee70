using Tanheng.Engine.Journal;
using Tanheng.Ledger;
using Tanheng.Quantities;

namespace Tanheng.Engine.Views;

/// <summary>A row of the journal without its events, for lists: who did what when.</summary>
public sealed record JournalLine(
    long Sequence, DateTimeOffset Time, string Actor, string Command, CommandId CommandId, string Events, Digest Hash);

/// <summary>One posting of a transaction: a line of an account's statement.</summary>
/// <param name="Transaction">The transaction's number.</param>
/// <param name="Line">Counted from 1 within the transaction.</param>
/// <param name="Sequence">The journal row.</param>
/// <param name="Time">When.</param>
/// <param name="Type">The transaction type's code.</param>
/// <param name="Account">Whose statement.</param>
/// <param name="Compartment">Which compartment, in kebab-case.</param>
/// <param name="Asset">What.</param>
/// <param name="Quantity">Plus or minus; units in tonnes, money in minor units.</param>
/// <param name="Serials">Which serials; empty for money.</param>
/// <param name="Other">The account on the other side.</param>
public sealed record StatementLine(
    long Transaction,
    int Line,
    long Sequence,
    DateTimeOffset Time,
    string Type,
    long Account,
    string Compartment,
    string Asset,
    long Quantity,
    string Serials,
    long Other);

/// <summary>What is in a place.</summary>
public sealed record HoldingLine(long Account, string Asset, string Compartment, long Quantity, string Serials);

/// <summary>An account.</summary>
public sealed record AccountLine(
    long Account,
    string Number,
    string Kind,
    string Status,
    long? Holder,
    string Province,
    string NameZh,
    string NameEn);

/// <summary>What a holder owes for a period; whole tonnes.</summary>
public sealed record ObligationLine(
    long Holder,
    string Code,
    string NameZh,
    string NameEn,
    string Period,
    long Due,
    long Allowances,
    long Offsets,
    long Missing,
    string Status);

/// <summary>Changes of the views that belong together: applied in one transaction with the checkpoint.</summary>
/// <param name="To">The row up to which the views are then complete.</param>
/// <param name="Journal">New lines.</param>
/// <param name="Statements">New lines.</param>
/// <param name="Holdings">Places as they are now; a quantity of zero removes the line.</param>
/// <param name="Accounts">Accounts as they are now.</param>
/// <param name="Obligations">Obligations as they are now.</param>
public sealed record ViewChanges(
    JournalHead To,
    IReadOnlyList<JournalLine> Journal,
    IReadOnlyList<StatementLine> Statements,
    IReadOnlyList<HoldingLine> Holdings,
    IReadOnlyList<AccountLine> Accounts,
    IReadOnlyList<ObligationLine> Obligations);

/// <summary>What stands now, as far as it has changed.</summary>
public sealed record Standing(
    IReadOnlyList<HoldingLine> Holdings,
    IReadOnlyList<AccountLine> Accounts,
    IReadOnlyList<ObligationLine> Obligations);

/// <summary>What some rows add to the histories, and which places they touched.</summary>
public sealed record History(
    IReadOnlyList<JournalLine> Journal,
    IReadOnlyList<StatementLine> Statements,
    IReadOnlySet<(Place Place, Asset Asset)> Touched);
