using Tanheng.Quantities;

namespace Tanheng.Ledger;

/// <summary>
/// The invariants of a ledger, asset by asset: all balances sum to zero; nothing is negative but what units were
/// issued from and the scheme's own money; what is kept is as much as was counted; serials are disjoint, without a
/// gap, and as many as the balance; units issued are held, surrendered, cancelled or expired. Time grows with the
/// number of ranges, and for each asset by sorting its own.
/// </summary>
internal static class LedgerCheck
{
    public static IReadOnlyList<Violation> Of(Ledger ledger)
    {
        var books = new SortedDictionary<string, Book>(StringComparer.Ordinal);
        foreach (var asset in ledger.Assets.Keys)
        {
            books.Add(asset.Code, new Book(asset));
        }

        var found = new List<Violation>();
        for (var id = 1; id <= ledger.AccountCount; id++)
        {
            var account = new AccountId(id);
            foreach (var holding in ledger.HoldingsOf(account))
            {
                var place = new Place(account, holding.Compartment);
                Enter(books[holding.Asset.Code], place, ledger.KindOf(account), holding, found);
            }
        }

        foreach (var book in books.Values)
        {
            CheckSum(book, found);
            CheckKept(book, ledger, found);
            if (!book.Asset.IsMoney)
            {
                CheckIssued(book, ledger.LastSerial(book.Asset), found);
                CheckSerials(book, ledger.LastSerial(book.Asset), found);
            }
        }

        return found;
    }

    private static void Enter(Book book, Place place, AccountKind kind, Holding holding, List<Violation> found)
    {
        book.Sum += holding.Balance;
        book.Kept[(int)holding.Compartment] += holding.Balance;
        var mayBeNegative = book.Asset.IsMoney ? kind.IsSystem() : kind == AccountKind.Issuance;
        if (holding.Balance < 0 && !mayBeNegative)
        {
            found.Add(new Violation(2, "negative-balance", new Text(
                $"{place} 的 {book.Asset} 余额为负：{holding.Balance}。",
                $"{place} has a negative balance of {book.Asset}: {holding.Balance}.")));
        }

        var issuing = kind == AccountKind.Issuance && !book.Asset.IsMoney;
        if (!issuing)
        {
            book.Held += holding.Balance;
        }

        Int128 serials = 0;
        foreach (var range in (holding.Serials?.ToSet() ?? default).Ranges)
        {
            serials += range.Count;
            book.Serials.Add((range, place));
        }

        var expected = issuing || book.Asset.IsMoney ? 0 : holding.Balance;
        if (serials != expected)
        {
            found.Add(new Violation(3, "serials-not-balance", new Text(
                $"{place} 的 {book.Asset} 有 {serials} 个序列号，应为 {expected} 个。",
                $"{place} has {serials} serials of {book.Asset} and should have {expected}.")));
        }
    }

    private static void CheckSum(Book book, List<Violation> found)
    {
        if (book.Sum != 0)
        {
            found.Add(new Violation(1, "not-balanced", new Text(
                $"{book.Asset} 的全部余额之和为 {book.Sum}，应为零。",
                $"All balances of {book.Asset} sum to {book.Sum} instead of zero.")));
        }
    }

    private static void CheckKept(Book book, Ledger ledger, List<Violation> found)
    {
        foreach (var compartment in Enum.GetValues<Compartment>())
        {
            if (compartment != Compartment.Free
                && ledger.Kept(book.Asset, compartment) is var counted && counted != book.Kept[(int)compartment])
            {
                var (called, held) = (CalledAttribute.Of(compartment)!, book.Kept[(int)compartment]);
                found.Add(new Violation(5, "kept-not-counted", new Text(
                    $"{book.Asset} {called.Zh}合计为 {held}，而记为 {counted}。",
                    $"{held} of {book.Asset} are {called.En} altogether, but {counted} were counted.")));
            }
        }
    }

    private static void CheckIssued(Book book, long issued, List<Violation> found)
    {
        if (book.Held != issued)
        {
            found.Add(new Violation(4, "issued-not-held", new Text(
                $"{book.Asset} 共签发 {issued}，而持有、清缴、注销与失效合计 {book.Held}。",
                $"{issued} of {book.Asset} were issued; held, surrendered, cancelled and expired are {book.Held}.")));
        }
    }

    private static void CheckSerials(Book book, long issued, List<Violation> found)
    {
        book.Serials.Sort(static (left, right) => left.Range.First.CompareTo(right.Range.First));
        var (next, before) = (1L, default(Place));
        foreach (var (range, place) in book.Serials)
        {
            if (range.First > next)
            {
                found.Add(Missing(book, next, range.First - 1));
            }
            else if (range.First < next)
            {
                found.Add(Doubled(book, range.First, Math.Min(range.End, next) - 1, before, place));
            }

            (next, before) = range.End > next ? (range.End, place) : (next, before);
        }

        if (next <= issued)
        {
            found.Add(Missing(book, next, issued));
        }
        else if (next > issued + 1)
        {
            found.Add(new Violation(3, "serials-not-issued", new Text(
                $"{book.Asset} 的序列号 {issued + 1}-{next - 1} 从未签发。",
                $"The serials {issued + 1}-{next - 1} of {book.Asset} were never issued.")));
        }
    }

    private static Violation Missing(Book book, long first, long last) => new(3, "serials-missing", new Text(
        $"{book.Asset} 的序列号 {first}-{last} 不在任何账户中。",
        $"The serials {first}-{last} of {book.Asset} are in no account."));

    private static Violation Doubled(Book book, long first, long last, Place one, Place other) =>
        new(3, "serials-doubled", new Text(
            $"{book.Asset} 的序列号 {first}-{last} 同时在 {one} 与 {other} 中。",
            $"The serials {first}-{last} of {book.Asset} are both in {one} and in {other}."));

    /// <summary>What is gathered for one asset.</summary>
    private sealed class Book(Asset asset)
    {
        public Asset Asset { get; } = asset;

        public Int128 Sum { get; set; }

        public Int128 Held { get; set; }

        public Int128[] Kept { get; } = new Int128[Enum.GetValues<Compartment>().Length];

        public List<(SerialRange Range, Place Place)> Serials { get; } = [];
    }
}
