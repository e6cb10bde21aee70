using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Settlement;
using Tanheng.Web.Portal;
using Tanheng.Web.Portal.Tables;

namespace Tanheng.Web.Desks.Operator;

/// <summary>A leg with the numbers of its accounts.</summary>
internal sealed record SettlementFileLine(SettlementLeg Leg, string Seller, string Buyer);

/// <summary>结算文件: the legs of a day as they go back to the exchange.</summary>
internal static class SettlementFileLines
{
    /// <summary>The columns of the file.</summary>
    public static IReadOnlyList<Column<SettlementFileLine>> Columns { get; } =
    [
        new("trade", Words.TradeReference, row => row.Leg.Trade) { Head = true },
        new("file", Words.TradeFileName, row => row.Leg.File),
        new("unit", Words.Unit, row => row.Leg.Instrument),
        new("price", Words.Price, row => row.Leg.Price) { Number = true },
        Portal.Tables.Columns.Tonnes<SettlementFileLine>("quantity", Words.Quantity, row => row.Leg.Quantity),
        SettlementTables.Amount<SettlementFileLine>("amount", Words.AmountWord, row => row.Leg.Amount),
        new("seller", Words.SellerWord, row => row.Seller),
        new("buyer", Words.BuyerWord, row => row.Buyer),
        SettlementTables.Amount<SettlementFileLine>("sellerFee", Words.FeesWord, row => row.Leg.SellerFee),
        SettlementTables.Amount<SettlementFileLine>("buyerFee", Words.FeesWord, row => row.Leg.BuyerFee),
        new("status", Words.Status, row => Names.Of(row.Leg.Status)),
        new("reason", Words.FailureReason, row => row.Leg.Reason),
    ];

    /// <summary>The legs of a day.</summary>
    public static IReadOnlyList<SettlementFileLine> Of(SchemeState state, SettlementDay day)
    {
        string NumberOf(AccountId account) => state.Registry.Accounts.GetValueOrDefault(account)?.Number ?? "";
        return
        [
            .. SettlementLegs.Of(state, day)
                .Select(leg => new SettlementFileLine(leg, NumberOf(leg.Seller), NumberOf(leg.Buyer))),
        ];
    }
}
