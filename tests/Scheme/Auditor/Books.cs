using System.Globalization;
using System.Text.Json;

namespace Tanheng.Scheme.Tests.Auditor;

/// <summary>A movement as it stands in the journal.</summary>
internal sealed record Leg(string Asset, Spot From, Spot To, long Quantity, List<(long First, long Last)> Serials);

/// <summary>
/// The auditor's ledger, kept from the journal's text alone: a balance for each spot and asset, and a tape of serials
/// for
/// each asset. The scheme's own accounts are the first seven.
/// </summary>
internal sealed class Books
{
    public const long Issuance = 1;
    public const long Surrendered = 2;
    public const long Cancelled = 3;
    public const long Expired = 4;

    private long lastTransaction;

    public Dictionary<(Spot Spot, string Asset), long> Balances { get; } = [];

    public Dictionary<string, Tape> Tapes { get; } = [];

    /// <summary>Spots that the last row moved something in or out of.</summary>
    public HashSet<(Spot Spot, string Asset)> Touched { get; } = [];

    public long Balance(Spot spot, string asset) => Balances.GetValueOrDefault((spot, asset));

    public static bool IsMoney(string asset) => asset.StartsWith("money:", StringComparison.Ordinal);

    /// <summary>The transactions of an event: one, several or none.</summary>
    public static IEnumerable<JsonElement> TransactionsOf(JsonElement data)
    {
        if (data.TryGetProperty("transaction", out var one) && one.ValueKind == JsonValueKind.Object)
        {
            yield return one;
        }

        if (data.TryGetProperty("transactions", out var several))
        {
            foreach (var transaction in several.EnumerateArray())
            {
                yield return transaction;
            }
        }
    }

    public static IEnumerable<Leg> LegsOf(JsonElement data) =>
        TransactionsOf(data).SelectMany(transaction =>
            transaction.GetProperty("movements").EnumerateArray()).Select(Read);

    /// <summary>Books an event's transactions.</summary>
    public void Book(JsonElement data)
    {
        foreach (var transaction in TransactionsOf(data))
        {
            var id = transaction.GetProperty("id").GetInt64();
            if (id != lastTransaction + 1)
            {
                throw new Objection($"transaction {id} follows {lastTransaction}");
            }

            lastTransaction = id;
            foreach (var movement in transaction.GetProperty("movements").EnumerateArray())
            {
                Book(Read(movement));
            }
        }
    }

    /// <summary>Nothing came from nowhere; nobody but the scheme is below zero.</summary>
    public void CheckTotals()
    {
        foreach (var group in Balances.GroupBy(pair => pair.Key.Asset))
        {
            if (group.Sum(pair => pair.Value) != 0)
            {
                throw new Objection($"the balances of {group.Key} do not sum to zero");
            }

            foreach (var ((spot, asset), balance) in group)
            {
                var mayOwe = IsMoney(asset) ? spot.Account <= 7 : spot.Account == Issuance;
                if (balance < 0 && !mayOwe)
                {
                    throw new Objection($"{spot} has {balance} of {asset}");
                }
            }
        }

        foreach (var (asset, tape) in Tapes)
        {
            var elsewhere = Balances.Where(pair => pair.Key.Asset == asset && pair.Key.Spot.Account != Issuance);
            if (tape.Issued != elsewhere.Sum(pair => pair.Value))
            {
                throw new Objection(
                    $"{tape.Issued} of {asset} were issued; held, surrendered, cancelled, expired differ");
            }
        }
    }

    private static Leg Read(JsonElement movement)
    {
        var serials = new List<(long, long)>();
        foreach (var range in movement.GetProperty("serials").GetString()!.Split(',',
            StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = range.Split('-').Select(end => long.Parse(end, CultureInfo.InvariantCulture)).ToArray();
            serials.Add((ends[0], ends[^1]));
        }

        return new Leg(
            movement.GetProperty("asset").GetString()!,
            SpotOf(movement.GetProperty("from")),
            SpotOf(movement.GetProperty("to")),
            movement.GetProperty("quantity").GetInt64(),
            serials);
    }

    private static Spot SpotOf(JsonElement place) =>
        new(place.GetProperty("account").GetInt64(), place.GetProperty("compartment").GetString()!);

    private void Book(Leg leg)
    {
        if (leg.Quantity <= 0)
        {
            throw new Objection($"{leg.Quantity} of {leg.Asset} moved from {leg.From} to {leg.To}");
        }

        Balances[(leg.From, leg.Asset)] = Balance(leg.From, leg.Asset) - leg.Quantity;
        Balances[(leg.To, leg.Asset)] = Balance(leg.To, leg.Asset) + leg.Quantity;
        Touched.Add((leg.From, leg.Asset));
        Touched.Add((leg.To, leg.Asset));
        if (leg.Serials.Sum(range => range.Last - range.First + 1) != (IsMoney(leg.Asset) ? 0 : leg.Quantity))
        {
            throw new Objection($"{leg.Quantity} of {leg.Asset} moved with other serials than that many");
        }

        if (!IsMoney(leg.Asset) && !Tapes.ContainsKey(leg.Asset))
        {
            Tapes.Add(leg.Asset, new Tape());
        }

        foreach (var (first, last) in leg.Serials)
        {
            if (leg.From.Account == Issuance)
            {
                Tapes[leg.Asset].Mint(first, last, leg.To);
            }
            else
            {
                Tapes[leg.Asset].Move(first, last, leg.From, leg.To);
            }
        }
    }
}
