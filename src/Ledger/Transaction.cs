using System.Text.Json.Serialization;

namespace Tanheng.Ledger;

/// <summary>
/// A quantity that leaves one place and arrives at another: two postings that sum to zero, so that a transaction cannot
/// be unbalanced. Units carry their serials; money carries none.
/// </summary>
[JsonConverter(typeof(MovementJsonConverter))]
public sealed record Movement(Asset Asset, Place From, Place To, long Quantity, SerialSet Serials);

/// <summary>One line of an account: plus or minus a quantity of an asset.</summary>
public readonly record struct Posting(Place Place, Asset Asset, long Quantity, SerialSet Serials);

/// <summary>Movements that happen together or not at all.</summary>
/// <param name="Id">Counted from 1 within the scheme.</param>
/// <param name="Type">The transaction type's code, as in the rulebook.</param>
/// <param name="Movements">At least one.</param>
[JsonConverter(typeof(TransactionJsonConverter))]
public sealed record Transaction(TransactionId Id, string Type, IReadOnlyList<Movement> Movements)
{
    /// <summary>The postings, two for each movement.</summary>
    [JsonIgnore]
    public IEnumerable<Posting> Postings => Movements.SelectMany(move => new[]
    {
        new Posting(move.From, move.Asset, -move.Quantity, move.Serials),
        new Posting(move.To, move.Asset, move.Quantity, move.Serials),
    });

    /// <summary>Two transactions are equal when their movements are, one by one.</summary>
    public bool Equals(Transaction? other) => other is not null
        && Id == other.Id && Type == other.Type && Movements.SequenceEqual(other.Movements);

    /// <inheritdoc />
    public override int GetHashCode() => Id.GetHashCode();
}

/// <summary>
/// A wish to move. Serials are chosen when it is planned: the lowest first, or exactly <paramref name="Exactly"/>.
/// From an issuance account new serials are minted.
/// </summary>
public readonly record struct Draft(Asset Asset, Place From, Place To, long Quantity, SerialSet Exactly = default);
