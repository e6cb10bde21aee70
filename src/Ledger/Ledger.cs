using Tanheng.Quantities;

namespace Tanheng.Ledger;

/// <summary>
/// Who holds what: accounts, compartments, balances and serials. Nothing else moves value. The ledger changes only by
/// <see cref="Open"/> and <see cref="Post"/>, which apply what happened and cannot fail; whether something may happen is
/// asked of a <see cref="Planner"/>, which changes nothing.
/// </summary>
public sealed class Ledger
{
    private readonly List<Account?> accounts = [null];
    private readonly Dictionary<Asset, long> minted = [];

    /// <summary>The number the next account gets.</summary>
    public AccountId NextAccount => new(accounts.Count);

    /// <summary>The number the next transaction gets.</summary>
    public TransactionId NextTransaction { get; private set; } = new(1);

    /// <summary>How many accounts there are.</summary>
    public int AccountCount => accounts.Count - 1;

    /// <summary>Every unit type and currency ever posted, with the highest serial minted (0 for money).</summary>
    public IReadOnlyDictionary<Asset, long> Assets => minted;

    /// <summary>Opens the next account.</summary>
    public AccountId Open(AccountKind kind)
    {
        accounts.Add(new Account(kind));
        return new AccountId(accounts.Count - 1);
    }

    /// <summary>True when the account exists.</summary>
    public bool Has(AccountId id) => id.Value > 0 && id.Value < accounts.Count;

    /// <summary>What the account is for.</summary>
    public AccountKind KindOf(AccountId id) => Find(id).Kind;

    /// <summary>How much is in a place; negative only in system accounts.</summary>
    public long Balance(Place place, Asset asset) =>
        Has(place.Account) ? Find(place.Account).Find(asset, place.Compartment)?.Balance ?? 0 : 0;

    /// <summary>How much an account has over all compartments.</summary>
    public long Total(AccountId id, Asset asset)
    {
        long total = 0;
        foreach (var holding in Find(id).Holdings)
        {
            total += holding.Asset == asset ? holding.Balance : 0;
        }

        return total;
    }

    /// <summary>The serials in a place.</summary>
    public SerialSet Serials(Place place, Asset asset) =>
        Has(place.Account) && Find(place.Account).Find(asset, place.Compartment)?.Serials is { } serials
            ? SerialSet.FromAscending(serials.Ranges)
            : default;

    /// <summary>All that an account holds, in the order it first came; empty holdings left out.</summary>
    public IEnumerable<Position> Positions(AccountId id) => Find(id).Holdings
        .Where(holding => holding.Balance != 0)
        .Select(holding => new Position(
            id,
            holding.Asset,
            holding.Compartment,
            holding.Balance,
            holding.Serials is { } serials ? SerialSet.FromAscending(serials.Ranges) : default));

    /// <summary>Starts planning one command's transactions.</summary>
    public Planner Plan() => new(this);

    /// <summary>Applies a planned transaction.</summary>
    public void Post(Transaction transaction)
    {
        foreach (var move in transaction.Movements)
        {
            Post(move);
        }

        NextTransaction = new TransactionId(Math.Max(NextTransaction.Value, transaction.Id.Value + 1));
    }

    internal long LastSerial(Asset asset) => minted.GetValueOrDefault(asset);

    internal RangeSet? RangesOf(Place place, Asset asset) => Find(place.Account).Find(asset, place.Compartment)?.Serials;

    private void Post(Movement move)
    {
        var from = Find(move.From.Account).FindOrAdd(move.Asset, move.From.Compartment);
        var to = Find(move.To.Account).FindOrAdd(move.Asset, move.To.Compartment);
        from.Balance -= move.Quantity;
        to.Balance += move.Quantity;
        if (move.Asset.IsMoney)
        {
            minted.TryAdd(move.Asset, 0);
            return;
        }

        if (Find(move.From.Account).Kind == AccountKind.Issuance)
        {
            minted[move.Asset] = Math.Max(LastSerial(move.Asset), move.Serials.Ranges[^1].Last);
        }
        else
        {
            from.Serials!.Remove(move.Serials);
        }

        (to.Serials ??= new RangeSet()).Add(move.Serials);
    }

    private Account Find(AccountId id) => accounts[(int)id.Value]!;

    private sealed class Account(AccountKind kind)
    {
        public AccountKind Kind { get; } = kind;

        public List<Holding> Holdings { get; } = [];

        public Holding? Find(Asset asset, Compartment compartment)
        {
            foreach (var holding in Holdings)
            {
                if (holding.Compartment == compartment && holding.Asset == asset)
                {
                    return holding;
                }
            }

            return null;
        }

        public Holding FindOrAdd(Asset asset, Compartment compartment)
        {
            if (Find(asset, compartment) is { } found)
            {
                return found;
            }

            var added = new Holding(asset, compartment);
            Holdings.Add(added);
            return added;
        }
    }

    private sealed class Holding(Asset asset, Compartment compartment)
    {
        public Asset Asset { get; } = asset;

        public Compartment Compartment { get; } = compartment;

        public long Balance { get; set; }

        public RangeSet? Serials { get; set; }
    }
}

/// <summary>One line of a statement of holdings.</summary>
public sealed record Position(AccountId Account, Asset Asset, Compartment Compartment, long Quantity, SerialSet Serials);
