using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Trading;

/// <summary>
/// The tapes of all instruments and composites, and which trades an account had a part in. All of it follows from the
/// trades.
/// </summary>
internal sealed class Tapes
{
    private readonly Dictionary<string, Tape> byCode = [];
    private readonly Dictionary<AccountId, List<long>> byAccount = [];
    private readonly Dictionary<Asset, string?> families = [];

    /// <summary>The tape of an instrument or composite; null before its first trade or day.</summary>
    public Tape? Of(string code) => byCode.GetValueOrDefault(code);

    /// <summary>The numbers of an account's trades, rising.</summary>
    public List<long> Of(AccountId account) => byAccount.GetValueOrDefault(account) ?? [];

    public void Note(SchemeState state, Trade trade)
    {
        var local = state.Rules.Calendar.Local(trade.At);
        Open(trade.Instrument.Code).Note(trade, local);
        if (FamilyOf(state, trade.Instrument) is { } family)
        {
            Open(family).Note(trade, local);
        }

        Note(trade.Seller, trade.Id);
        if (trade.Buyer != trade.Seller)
        {
            Note(trade.Buyer, trade.Id);
        }
    }

    /// <summary>The day is over for every instrument that could be traded, and for every composite.</summary>
    public void Close(SchemeState state, DateOnly day)
    {
        var trading = state.Rules.Trading!;
        foreach (var (asset, instrument) in state.Trading.Instruments)
        {
            Open(asset.Code).Begin(instrument.Reference);
        }

        foreach (var family in Composites(trading))
        {
            Open(family);
        }

        foreach (var tape in byCode.Values)
        {
            tape.Close(trading, day);
        }
    }

    /// <summary>Families with vintages, each of which is an instrument: what has a composite.</summary>
    public static IEnumerable<string> Composites(TradingRule trading) =>
        trading.Instruments.Where(rule => rule.Vintages.Count > 0).Select(rule => rule.Unit).Distinct();

    private string? FamilyOf(SchemeState state, Asset instrument)
    {
        if (!families.TryGetValue(instrument, out var family))
        {
            family = state.Rules.Trading!.Instruments
                .Where(rule => rule.Vintages.Count > 0)
                .FirstOrDefault(rule => rule.Each.Any(
                    vintage => state.Rules.Unit(rule.Unit)!.AssetCode(vintage) == instrument.Code))?.Unit;
            families.Add(instrument, family);
        }

        return family;
    }

    private Tape Open(string code)
    {
        if (!byCode.TryGetValue(code, out var tape))
        {
            byCode.Add(code, tape = new Tape(code));
        }

        return tape;
    }

    private void Note(AccountId account, TradeId trade)
    {
        if (!byAccount.TryGetValue(account, out var trades))
        {
            byAccount.Add(account, trades = []);
        }

        trades.Add(trade.Value);
    }
}
