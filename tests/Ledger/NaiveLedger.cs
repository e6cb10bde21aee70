using Tanheng.Quantities;

namespace Tanheng.Ledger.Tests;

/// <summary>
/// The ledger as a beginner would write it: every serial by itself in a set, every plan on a copy of everything. Slow
/// and plain, so that it can be believed. It says which serials a draft takes, or the name of the refusal.
/// </summary>
internal sealed class NaiveLedger
{
    private Dictionary<(Place, Asset), HashSet<long>> units = [];

    /// <summary>Money, and minus what an issuance account has issued.</summary>
    private Dictionary<(Place, Asset), long> amounts = [];

    private Dictionary<Asset, long> minted = [];

    public List<AccountKind> Kinds { get; private init; } = [];

    public NaiveLedger Copy() => new()
    {
        units = units.ToDictionary(pair => pair.Key, pair => pair.Value.ToHashSet()),
        amounts = new(amounts),
        minted = new(minted),
        Kinds = [.. Kinds],
    };

    public long Minted(Asset asset) => minted.GetValueOrDefault(asset);

    public HashSet<long> Serials(Place place, Asset asset) => units.GetValueOrDefault((place, asset)) ?? [];

    public long Balance(Place place, Asset asset) =>
        amounts.GetValueOrDefault((place, asset)) + Serials(place, asset).Count;

    /// <summary>Does one draft, or names why not and does nothing.</summary>
    public (string? Refused, long[] Serials) Do(Draft draft)
    {
        if (draft.Quantity <= 0)
        {
            return ("quantity-not-positive", []);
        }

        if (draft.From.Account.Value > Kinds.Count || draft.To.Account.Value > Kinds.Count)
        {
            return ("unknown-account", []);
        }

        if (draft.From == draft.To)
        {
            return ("same-place", []);
        }

        return draft.Asset.IsMoney ? Pay(draft) : Hand(draft);
    }

    private (string?, long[]) Pay(Draft draft)
    {
        var kind = Kinds[(int)draft.From.Account.Value - 1];
        var unlimited = kind is AccountKind.Issuance or AccountKind.Bank or AccountKind.Surrendered;
        if (!unlimited && Balance(draft.From, draft.Asset) < draft.Quantity)
        {
            return ("not-enough", []);
        }

        if (!draft.Exactly.IsEmpty)
        {
            return (Each(draft.Exactly).Count() == draft.Quantity ? "serials-elsewhere" : "serials-miscounted", []);
        }

        amounts[(draft.From, draft.Asset)] = Balance(draft.From, draft.Asset) - draft.Quantity;
        amounts[(draft.To, draft.Asset)] = Balance(draft.To, draft.Asset) + draft.Quantity;
        return (null, []);
    }

    private (string?, long[]) Hand(Draft draft)
    {
        if (Kinds[(int)draft.To.Account.Value - 1] == AccountKind.Issuance)
        {
            return ("back-to-issuance", []);
        }

        var isMint = Kinds[(int)draft.From.Account.Value - 1] == AccountKind.Issuance;
        var there = Serials(draft.From, draft.Asset);
        if (!isMint && there.Count < draft.Quantity)
        {
            return ("not-enough", []);
        }

        var next = Minted(draft.Asset) + 1;
        var lowest = isMint
            ? Enumerable.Range(0, (int)draft.Quantity).Select(i => next + i)
            : there.Order().Take((int)draft.Quantity);
        var wanted = (draft.Exactly.IsEmpty ? lowest : Each(draft.Exactly)).ToArray();
        if (wanted.Length != draft.Quantity)
        {
            return ("serials-miscounted", []);
        }

        if (isMint ? !wanted.SequenceEqual(lowest) : !wanted.All(there.Contains))
        {
            return ("serials-elsewhere", []);
        }

        if (isMint)
        {
            amounts[(draft.From, draft.Asset)] = Balance(draft.From, draft.Asset) - draft.Quantity;
        }

        minted[draft.Asset] = isMint ? next + draft.Quantity - 1 : Minted(draft.Asset);
        there.ExceptWith(wanted);
        units.TryAdd((draft.To, draft.Asset), []);
        units[(draft.To, draft.Asset)].UnionWith(wanted);
        return (null, wanted);
    }

    public static IEnumerable<long> Each(SerialSet serials)
    {
        foreach (var range in serials.Ranges.ToArray())
        {
            for (var serial = range.First; serial <= range.Last; serial++)
            {
                yield return serial;
            }
        }
    }

    public static SerialSet SetOf(IEnumerable<long> serials) =>
        SerialSet.FromAny(serials.Distinct().Select(serial => new SerialRange(serial, 1)));
}
