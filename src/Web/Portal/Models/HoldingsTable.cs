using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Registry;

namespace Tanheng.Web.Portal.Models;

/// <summary>One position of one account, with its owner.</summary>
public sealed record HoldingLine(Account Account, Holder? Holder, Position Position);

/// <summary>A page of all positions of one unit type (or of all), by account.</summary>
public sealed record HoldingsTable(
    IReadOnlyList<Asset> Assets, Asset Chosen, IReadOnlyList<HoldingLine> Lines, int All, int Page, long Total)
{
    /// <summary>Lines on one page.</summary>
    public const int PageSize = 100;

    /// <summary>How many pages.</summary>
    public int Pages => Math.Max(1, (All + PageSize - 1) / PageSize);

    /// <summary>Reads the state; system accounts come last.</summary>
    public static HoldingsTable Of(SchemeState state, string? unit, int page)
    {
        var assets = state.Ledger.Assets.Keys.Where(asset => !asset.IsMoney).OrderBy(asset => asset.Code).ToList();
        var chosen = assets.FirstOrDefault(asset => asset.Code == unit, assets.FirstOrDefault());
        var accounts = state.Registry.Accounts.Values
            .Where(account => state.Ledger.Has(account.Id))
            .OrderBy(account => account.Kind.IsSystem())
            .ThenBy(account => account.Id.Value);
        var lines = new List<HoldingLine>();
        long total = 0;
        var count = 0;
        foreach (var account in accounts)
        {
            foreach (var position in state.Ledger.Positions(account.Id).Where(position => position.Asset == chosen))
            {
                total += position.Quantity;
                if (count >= (page - 1) * PageSize && lines.Count < PageSize)
                {
                    var holder = account.Holder is { } id ? state.Registry.Find(id) : null;
                    lines.Add(new HoldingLine(account, holder, position));
                }

                count++;
            }
        }

        return new HoldingsTable(assets, chosen, lines, count, page, total);
    }
}
