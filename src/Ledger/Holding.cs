namespace Tanheng.Ledger;

/// <summary>
/// What one compartment of one account has of one asset. An account's holdings are a chain in the order they came.
/// </summary>
internal sealed class Holding(Asset asset, Compartment compartment)
{
    public Asset Asset { get; } = asset;

    public Compartment Compartment { get; } = compartment;

    public long Balance { get; set; }

    /// <summary>Null until the first serial arrives; always null for money and in issuance accounts.</summary>
    public RangeSet? Serials { get; set; }

    /// <summary>The account's next holding.</summary>
    public Holding? Next { get; set; }
}

/// <summary>The holdings of one account, in the order they first came.</summary>
internal readonly struct HoldingChain(Holding? first) : IEnumerable<Holding>
{
    public IEnumerator<Holding> GetEnumerator()
    {
        for (var holding = first; holding is not null; holding = holding.Next)
        {
            yield return holding;
        }
    }

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}
