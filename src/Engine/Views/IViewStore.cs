using Tanheng.Engine.Journal;
using Tanheng.Quantities;

namespace Tanheng.Engine.Views;

/// <summary>
/// Tables of one scheme that are made from its journal, for lists, histories and reports by SQL. They may be thrown
/// away at any time; the checkpoint says up to which row they are complete.
/// </summary>
public interface IViewStore : IDisposable
{
    /// <summary>The last row whose changes are in the tables.</summary>
    JournalHead Checkpoint();

    /// <summary>Applies changes and moves the checkpoint, in one transaction.</summary>
    void Apply(ViewChanges changes);

    /// <summary>Empties the tables.</summary>
    void Clear();

    /// <summary>Rows of the journal, newest first.</summary>
    IReadOnlyList<JournalLine> Journal(JournalQuery query);

    /// <summary>The row of a command, or null.</summary>
    JournalLine? Find(CommandId id);

    /// <summary>An account's statement, newest first.</summary>
    IReadOnlyList<StatementLine> Statement(long account, long before = long.MaxValue, int take = 100);

    /// <summary>The postings of a transaction.</summary>
    IReadOnlyList<StatementLine> Transaction(long transaction);

    /// <summary>Numbers of transactions, newest first: of an account, or all.</summary>
    IReadOnlyList<long> Transactions(long? account = null, long before = long.MaxValue, int take = 100);

    /// <summary>What an account holds, or everybody.</summary>
    IReadOnlyList<HoldingLine> Holdings(long? account = null);

    /// <summary>Quantities as they were at a moment, from the postings up to then; serials are left out.</summary>
    IReadOnlyList<HoldingLine> HoldingsAt(DateTimeOffset moment, long? account = null);

    /// <summary>All accounts by number of opening.</summary>
    IReadOnlyList<AccountLine> Accounts();

    /// <summary>Obligations of a period, or all.</summary>
    IReadOnlyList<ObligationLine> Obligations(string? period = null);
}

/// <summary>Which rows of the journal.</summary>
/// <param name="Actor">Only this actor's.</param>
/// <param name="Command">Only this command.</param>
/// <param name="Before">Only rows before this one.</param>
/// <param name="Take">How many at most.</param>
public sealed record JournalQuery(
    string? Actor = null, string? Command = null, long Before = long.MaxValue, int Take = 100);
