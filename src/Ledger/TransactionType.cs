using Tanheng.Quantities;

namespace Tanheng.Ledger;

/// <summary>A set of account kinds.</summary>
public readonly record struct KindSet(int Bits)
{
    /// <summary>Every kind.</summary>
    public static KindSet Any => new(-1);

    /// <summary>These kinds.</summary>
    public static KindSet Of(params IEnumerable<AccountKind> kinds)
    {
        var bits = 0;
        foreach (var kind in kinds)
        {
            bits |= 1 << (int)kind;
        }

        return new KindSet(bits);
    }

    /// <summary>True when the kind is one of them.</summary>
    public bool Has(AccountKind kind) => (Bits & (1 << (int)kind)) != 0;
}

/// <summary>
/// Between which kinds of accounts a transaction may move something. The rulebook says which types there are; the
/// ledger only holds each movement to its type.
/// </summary>
/// <param name="Code">The code that stands in the transaction.</param>
/// <param name="Senders">Kinds that may send.</param>
/// <param name="Receivers">Kinds that may receive.</param>
public sealed record TransactionType(string Code, KindSet Senders, KindSet Receivers)
{
    /// <summary>Null when it may be; else <see cref="LedgerRefusals.WrongKindOfAccount"/>.</summary>
    public Refusal? Check(AccountKind from, AccountKind to) => Senders.Has(from) && Receivers.Has(to)
        ? null
        : LedgerRefusals.WrongKindOfAccount.With(("type", Code), ("from", from), ("to", to));
}
