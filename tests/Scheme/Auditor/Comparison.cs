using System.Globalization;
using System.Text.Json;
using Tanheng.Ledger;
using Tanheng.Quantities;

namespace Tanheng.Scheme.Tests.Auditor;

/// <summary>Lays the auditor's books beside the scheme's state.</summary>
internal static class Comparison
{
    /// <summary>The accounts that the last row touched.</summary>
    public static void Touched(Independent auditor, SchemeState state)
    {
        foreach (var (spot, asset) in auditor.Books.Touched)
        {
            Spot(auditor, state, spot, asset, serials: false);
        }

        Duties(auditor, state);
    }

    /// <summary>Everything, both ways, serial by serial.</summary>
    public static void Full(Independent auditor, SchemeState state)
    {
        auditor.Books.CheckTotals();
        foreach (var (spot, asset) in auditor.Books.Balances.Keys)
        {
            Spot(auditor, state, spot, asset, serials: true);
        }

        foreach (var account in auditor.Accounts.Values)
        {
            var id = new AccountId(account.Id);
            foreach (var position in state.Ledger.Positions(id))
            {
                var spot = new Spot(account.Id, Kebab(position.Compartment));
                Same($"{position.Asset} in {spot}", auditor.Books.Balance(spot, position.Asset.Code),
                    position.Quantity);
            }

            var known = state.Registry.Accounts[id];
            Same($"account {account.Id}", account, new Opened(
                account.Id, Kebab(known.Kind), known.Holder?.Value, Kebab(known.Status)));
        }

        Same("accounts", auditor.Accounts.Count, state.Ledger.AccountCount);
        Same("trusted accounts", Entries(auditor.Trusted.Select(one => (one.Key.Account, one.Key.Trusted, one.Value))),
            Entries(state.Registry.Trusted.SelectMany(list => list.Value.Select(entry =>
                (list.Key.Value, entry.Account.Value, entry.IsActive)))));
        Same("holders", auditor.HolderIsActive.Count, state.Registry.Holders.Count);
        foreach (var (asset, tape) in auditor.Books.Tapes)
        {
            Same("serials of " + asset, tape.Issued, state.Ledger.Assets[Asset.Parse(asset)]);
        }

        Duties(auditor, state);
    }

    private static void Spot(Independent auditor, SchemeState state, Spot spot, string asset, bool serials)
    {
        var place = new Place(new AccountId(spot.Account),
            Enum.Parse<Compartment>(spot.Compartment.Replace("-", "", StringComparison.Ordinal), true));
        var unit = Asset.Parse(asset);
        Same($"{asset} in {spot}", auditor.Books.Balance(spot, asset), state.Ledger.Balance(place, unit));
        if (unit.IsMoney || spot.Account == Books.Issuance)
        {
            return;
        }

        var theirs = state.Ledger.Serials(place, unit);
        var tape = auditor.Books.Tapes[asset];
        Same($"number of serials of {asset} in {spot}", tape.CountIn(spot), theirs.Count);
        if (serials)
        {
            Same($"serials of {asset} in {spot}", tape.In(spot), Ranges(theirs));
        }
    }

    private static string Ranges(SerialSet serials)
    {
        var texts = new List<string>();
        foreach (var range in serials.Ranges)
        {
            texts.Add(string.Create(CultureInfo.InvariantCulture, $"{range.First}-{range.Last}"));
        }

        return string.Join(',', texts);
    }

    private static void Duties(Independent auditor, SchemeState state)
    {
        Same("obligations", auditor.Obligations.Count, state.Compliance.Obligations.Count);
        foreach (var ((holder, period), owed) in auditor.Obligations)
        {
            var name = $"H{holder} {period}: ";
            var theirs = state.Compliance.Of(new HolderId(holder), CompliancePeriod.Parse(period));
            Same(name + "due", owed.Due, theirs?.Due.Value ?? -1);
            Same(name + "allowances", owed.Allowances, theirs!.Allowances.Value);
            Same(name + "offsets", owed.Offsets, theirs.Offsets.Value);
            Same(name + "missing", auditor.MissingOf(holder, period), theirs.Missing.Value);
            Same(name + "met", owed.Due <= owed.Allowances + owed.Offsets, theirs.Missing == Tonnes.Zero);
        }
    }

    private static string Entries(IEnumerable<(long, long, bool)> entries) => string.Join(' ', entries.Order());

    private static string Kebab<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static void Same<T>(string what, T auditor, T scheme)
    {
        if (!EqualityComparer<T>.Default.Equals(auditor, scheme))
        {
            throw new Objection($"{what}: the auditor has {auditor}, the scheme {scheme}");
        }
    }
}
