namespace Tanheng.Web.Actions.Speech;

public static partial class FieldWords
{
    /// <summary>Orders, blocks, money.</summary>
    private static readonly Dictionary<string, FieldWord> trading = new()
    {
        ["reduce-order.left"] = Word("减后数量", "Quantity left", "减少后仍挂牌的吨数", "Tonnes that stay open"),
        ["offer-block.counterparty"] = Word("指定对手方", "Counterparty", "留空则任何主体可以答复", "Empty lets anybody answer"),
        ["confirm-block.price"] = Word("确认的价格", "Price confirmed", "须与现行条件一致", "It must be what stands"),
        ["confirm-block.quantity"] = Word("确认的数量", "Quantity confirmed", "须与现行条件一致", "It must be what stands"),
        ["register-bank-account.bank"] = Word("开户银行", "Bank"),
        ["register-bank-account.number"] = Word("银行账号", "Account number", "单位本名账户", "In the entity's own name"),
        ["record-deposit.from"] = Word("付款账号", "Paid from", "付款方的银行账号", "Number of the bank account that paid"),
        ["record-deposit.reference"] = Word("银行流水号", "Bank reference", "结算银行对账单上的编号",
            "The line's reference in the bank's statement"),
        ["confirm-withdrawal.reference"] = Word("付款凭证", "Payment reference", "银行付款凭证号", "The bank's reference"),
        ["settle-trade-file.file"] = Word("文件编号", "File reference"),
        ["settle-trade-file.trades"] = Word("成交", "Trades", "按此次序逐笔交收", "Settled one by one in this order"),
        ["filed-trade.trade"] = Word("成交编号", "Trade reference", "同一编号只交收一次", "A reference is settled once"),
        ["filed-trade.seller"] = Word("卖方交易账户", "Seller's trading account"),
        ["filed-trade.buyer"] = Word("买方交易账户", "Buyer's trading account"),
    };
}
