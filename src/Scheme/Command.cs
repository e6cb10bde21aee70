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
