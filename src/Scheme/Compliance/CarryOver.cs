using System.Collections.Immutable;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Compliance;

/// <summary>
/// What one carry-over knows: net sales, holdings at the census, requests. Changed only by applying events.
/// </summary>
public sealed class CarryOverBook
{
    /// <summary>Sold minus bought within the window, of the old vintages; may be negative.</summary>
    public Dictionary<HolderId, long> NetSales { get; } = [];

    /// <summary>Held at the census; null before it.</summary>
    public Dictionary<HolderId, Tonnes>? Held { get; internal set; }

    /// <summary>Requests in order; the number of one is its place, from 1.</summary>
    public List<CarryOverRequest> Requests { get; } = [];
}

/// <summary>A request to turn old units into new ones.</summary>
/// <param name="Number">Counted from 1 within the carry-over.</param>
/// <param name="Holder">Whose.</param>
/// <param name="Lots">The old units, frozen.</param>
/// <param name="Status">Where it stands.</param>
public sealed record CarryOverRequest(
    int Number, HolderId Holder, ImmutableArray<Movement> Lots, CarryOverStatus Status)
{
    /// <summary>Tonnes asked for.</summary>
    public Tonnes Quantity => new(Lots.Sum(lot => lot.Quantity));
}

/// <summary>Where a request stands.</summary>
public enum CarryOverStatus
{
    /// <summary>Frozen, not yet converted.</summary>
    Requested,

    /// <summary>Converted.</summary>
    Converted,

    /// <summary>Turned down; the units are free again.</summary>
    Rejected,
}

/// <summary>
/// Carry-over 结转. <c>T = floor(B + max(0, sold − bought) × R)</c>, at most what the holder held at the census.
/// Example of the 2023–24 plan (B = 10,000; R = 1.5): net sold 8,000, held 100,000 → 22,000; net bought → 10,000;
/// net sold 8,000, held 5,000 → 5,000.
/// </summary>
public static class CarryOver
{
    /// <summary>The units that a carry-over makes; they name it.</summary>
    public static Asset NewAsset(SchemeState state, CarryOverRule rule) =>
        Asset.Unit(state.Rules.Unit(rule.Unit)?.AssetCode(rule.ToVintage) ?? rule.Unit);

    /// <summary>T: what the holder may convert altogether; null before the census.</summary>
    public static Tonnes? Limit(SchemeState state, CarryOverRule rule, HolderId holder)
    {
        if (state.Compliance.CarryOvers.GetValueOrDefault(NewAsset(state, rule)) is not { Held: { } held } book)
        {
            return null;
        }

        var net = Math.Max(0L, book.NetSales.GetValueOrDefault(holder));
        var formula = new Tonnes((long)Round.To(rule.Base.Value + (net * rule.Multiple), 0, rule.Rounding));
        return Tonnes.Min(formula, held.GetValueOrDefault(holder));
    }

    /// <summary>
    /// Counts the sales among movements that were just applied. Sales are movements of the types Transfer and
    /// TradeSettle between two holders, of the old vintages, on the days of the window.
    /// </summary>
    internal static void NoteMovements(SchemeState state, IReadOnlyList<Transaction> transactions, DateTimeOffset time)
    {
        if (state.Book is not { CarryOvers.Count: > 0 } rules)
        {
            return;
        }

        foreach (var transaction in transactions)
        {
            if (transaction.Type is not (TransactionTypes.Transfer or TransactionTypes.TradeSettle))
            {
                continue;
            }

            var day = rules.Calendar.Day(time);
            foreach (var rule in rules.CarryOvers)
            {
                if (rule.SalesFrom <= day && day <= rule.SalesUntil)
                {
                    NoteSales(state, rule, transaction);
                }
            }
        }
    }

    /// <summary>
    /// False when a carry-over left the units behind and the period is later than the last they may settle.
    /// </summary>
    internal static bool MaySettle(SchemeState state, Asset asset, CompliancePeriod period) =>
        !state.Compliance.LastUses.TryGetValue(asset, out var last) || period <= last;

    internal static CarryOverRule? Find(SchemeState state, string unit, CompliancePeriod to) =>
        state.Rules.CarryOvers.FirstOrDefault(rule => rule.Unit == unit && rule.ToVintage == to);

    internal static IReadOnlyList<Asset> OldAssets(SchemeState state, CarryOverRule rule) =>
        [.. rule.FromVintages.Order().Select(vintage =>
            Asset.Unit(state.Rules.Unit(rule.Unit)?.AssetCode(vintage) ?? rule.Unit))];

    internal static CarryOverBook Book(SchemeState state, Asset asset)
    {
        if (!state.Compliance.CarryOvers.TryGetValue(asset, out var book))
        {
            state.Compliance.CarryOvers.Add(asset, book = new CarryOverBook());
        }

        return book;
    }

    private static void NoteSales(SchemeState state, CarryOverRule rule, Transaction transaction)
    {
        var assets = OldAssets(state, rule);
        foreach (var move in transaction.Movements)
        {
            var seller = HolderOf(state, move.From.Account);
            var buyer = HolderOf(state, move.To.Account);
            if (seller == buyer || !assets.Contains(move.Asset))
            {
                continue;
            }

            var net = Book(state, NewAsset(state, rule)).NetSales;
            if (seller is { } from)
            {
                net[from] = net.GetValueOrDefault(from) + move.Quantity;
            }

            if (buyer is { } to)
            {
                net[to] = net.GetValueOrDefault(to) - move.Quantity;
            }
        }
    }

    private static HolderId? HolderOf(SchemeState state, AccountId account) =>
        state.Registry.Accounts.GetValueOrDefault(account)?.Holder;
}
