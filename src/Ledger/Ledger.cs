using System.Text.Json;
using Tanheng.Quantities;

namespace Tanheng.Ledger;

/// <summary>
/// Who holds what: accounts, compartments, balances and serials. Nothing else moves value. The ledger changes only by
/// <see cref="Open"/> and <see cref="Post"/>, which apply what happened and cannot fail; whether something may happen
/// is asked of a <see cref="Planner"/>, which changes nothing. One thread at a time.
/// </summary>
public sealed class Ledger
{
    /// <summary>
    /// The largest balance, plus or minus, and the highest serial: 10^18. All five compartments add up within 64
    /// bits.
    /// </summary>
    public const long Limit = 1_000_000_000_000_000_000;

    private readonly Dictionary<Asset, long> minted = [];
    private readonly Dictionary<Asset, long[]> kept = [];
    private Account[] accounts = new Account[16];
    private int count;

    /// <summary>The number the next account gets.</summary>
    public AccountId NextAccount => new(count + 1);

    /// <summary>The number the next transaction gets.</summary>
    public TransactionId NextTransaction { get; private set; } = new(1);

    /// <summary>How many accounts there are.</summary>
    public int AccountCount => count;

    /// <summary>Every unit type and currency ever posted, with the highest serial minted (0 for money).</summary>
    public IReadOnlyDictionary<Asset, long> Assets => minted;

    /// <summary>Opens the next account.</summary>
    public AccountId Open(AccountKind kind)
    {
        count++;
        if (count == accounts.Length)
        {
            Array.Resize(ref accounts, count * 2);
        }

        accounts[count].Kind = kind;
        return new AccountId(count);
    }

    /// <summary>True when the account exists.</summary>
    public bool Has(AccountId id) => id.Value > 0 && id.Value <= count;

    /// <summary>What the account is for.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such account.</exception>
    public AccountKind KindOf(AccountId id) => Find(id).Kind;

    /// <summary>How much is in a place; negative only in system accounts, 0 where there is no account.</summary>
    public long Balance(Place place, Asset asset) => HoldingOf(place, asset)?.Balance ?? 0;

    /// <summary>How much an account has over all compartments.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such account.</exception>
    public long Total(AccountId id, Asset asset)
    {
        long total = 0;
        foreach (var holding in HoldingsOf(id))
        {
            total += holding.Asset == asset ? holding.Balance : 0;
        }

        return total;
    }

    /// <summary>
    /// How much of an asset is in a compartment other than free over all accounts: what is on order, pledged, frozen or
    /// unsettled. Counted with every movement, so asking costs nothing.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">What is free is not counted.</exception>
    public long Kept(Asset asset, Compartment compartment)
    {
        ArgumentOutOfRangeException.ThrowIfEqual((int)compartment, (int)Compartment.Free);
        return kept.TryGetValue(asset, out var by) ? by[(int)compartment] : 0;
    }

    /// <summary>The serials in a place; none where there is no account.</summary>
    public SerialSet Serials(Place place, Asset asset) => HoldingOf(place, asset)?.Serials?.ToSet() ?? default;

    /// <summary>All that an account holds, in the order it first came; empty holdings left out.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such account.</exception>
    public IEnumerable<Position> Positions(AccountId id) => HoldingsOf(id)
        .Where(holding => holding.Balance != 0)
        .Select(holding => new Position(
            id, holding.Asset, holding.Compartment, holding.Balance, holding.Serials?.ToSet() ?? default));

    /// <summary>
    /// Starts planning one command's transactions. The plan is good as long as the ledger does not change.
    /// </summary>
    public Planner Plan() => new(this);

    /// <summary>Applies a planned transaction.</summary>
    /// <exception cref="InvalidOperationException">
    /// It was not planned on this ledger: serials are not where it says.
    /// </exception>
    public void Post(Transaction transaction)
    {
        var movements = transaction.Movements;
        for (var i = 0; i < movements.Count; i++)
        {
            Post(movements[i]);
        }

        NextTransaction = new TransactionId(Math.Max(NextTransaction.Value, transaction.Id.Value + 1));
    }

    /// <summary>Every broken invariant of double entry and serials; empty when all is well.</summary>
    public IReadOnlyList<Violation> Check() => LedgerCheck.Of(this);

    /// <summary>Writes all there is in one canonical form: the same content gives the same bytes.</summary>
    public void WriteTo(Utf8JsonWriter writer) => LedgerDump.Write(this, writer);

    internal long LastSerial(Asset asset) => minted.GetValueOrDefault(asset);

    /// <summary>For <see cref="Post"/> and for tests that damage a ledger.</summary>
    internal void SetLastSerial(Asset asset, long serial) => minted[asset] = serial;

    internal Holding? HoldingOf(Place place, Asset asset)
    {
        if (!Has(place.Account))
        {
            return null;
        }

        var holding = accounts[place.Account.Value].First;
        while (holding is not null && (holding.Compartment != place.Compartment || holding.Asset != asset))
        {
            holding = holding.Next;
        }

        return holding;
    }

    internal HoldingChain HoldingsOf(AccountId id) => new(Find(id).First);

    internal Holding FindOrAdd(Place place, Asset asset)
    {
        if (HoldingOf(place, asset) is { } found)
        {
            return found;
        }

        minted.TryAdd(asset, 0);
        var added = new Holding(asset, place.Compartment);
        ref var account = ref Find(place.Account);
        if (account.First is null)
        {
            account.First = added;
            return added;
        }

        var last = account.First;
        while (last.Next is not null)
        {
            last = last.Next;
        }

        return last.Next = added;
    }

    private void Post(Movement move)
    {
        var from = FindOrAdd(move.From, move.Asset);
        var to = FindOrAdd(move.To, move.Asset);
        from.Balance -= move.Quantity;
        to.Balance += move.Quantity;
        Count(move.Asset, move.From.Compartment, -move.Quantity);
        Count(move.Asset, move.To.Compartment, move.Quantity);
        if (move.Asset.IsMoney)
        {
            return;
        }

        if (KindOf(move.From.Account) == AccountKind.Issuance)
        {
            SetLastSerial(move.Asset, Math.Max(LastSerial(move.Asset), move.Serials.Ranges[^1].Last));
        }
        else if (from.Serials is { } serials)
        {
            serials.Remove(move.Serials);
        }
        else
        {
            throw new InvalidOperationException($"{move.From} has no serials of {move.Asset}.");
        }

        (to.Serials ??= new RangeSet()).Add(move.Serials);
    }

    private void Count(Asset asset, Compartment compartment, long quantity)
    {
        if (compartment == Compartment.Free)
        {
            return;
        }

        if (!kept.TryGetValue(asset, out var by))
        {
            kept.Add(asset, by = new long[Enum.GetValues<Compartment>().Length]);
        }

        by[(int)compartment] += quantity;
    }

    private ref Account Find(AccountId id)
    {
        if (!Has(id))
        {
            throw new ArgumentOutOfRangeException(nameof(id), id, "There is no such account.");
        }

        return ref accounts[id.Value];
    }

    private struct Account
    {
        public AccountKind Kind;
        public Holding? First;
    }
}

/// <summary>One line of a statement of holdings.</summary>
public sealed record Position(
    AccountId Account, Asset Asset, Compartment Compartment, long Quantity, SerialSet Serials);
