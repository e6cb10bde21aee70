using Tanheng.Ledger;

namespace Tanheng.Scheme;

/// <summary>
/// Something somebody wants to happen. A use case adds its own record. Commands are plain data with a JSON shape, so
/// that a proposal can carry one and a repeated one can be recognised by the hash of its JSON.
/// </summary>
public abstract record Command;

/// <summary>A command that acts for one holder; the holder's representatives may send it within their rights.</summary>
public interface IForHolder
{
    /// <summary>The holder.</summary>
    HolderId Holder { get; }
}

/// <summary>A command that concerns accounts: while it waits as a proposal it is listed with each of them.</summary>
public interface IForAccounts
{
    /// <summary>The accounts, sender first.</summary>
    IReadOnlyList<AccountId> Accounts { get; }
}

/// <summary>
/// A command of which one may wait at a time: while a proposal waits, no other that names one of its keys is taken.
/// </summary>
public interface IOneAtATime
{
    /// <summary>What it is about, such as <c>representative H7 li</c>.</summary>
    IReadOnlyList<string> Keys { get; }
}

/// <summary>A command for which the rules of its account may do without a second person.</summary>
public interface IUnderAccountRules
{
    /// <summary>True when the account's rules ask for one.</summary>
    bool NeedsSecondPerson(SchemeState state);
}

/// <summary>
/// Something that happened. Never changed; a new shape is a new event with an upcaster for the old one.
/// </summary>
public abstract record Event;

/// <summary>An event that moves units or money; views and auditors read every movement through it.</summary>
public interface IMovesUnits
{
    /// <summary>The transactions, in order.</summary>
    IReadOnlyList<Transaction> Transactions { get; }
}
