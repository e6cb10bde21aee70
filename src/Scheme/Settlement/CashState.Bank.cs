using Tanheng.Ledger;
using Tanheng.Quantities;

namespace Tanheng.Scheme.Settlement;

/// <summary>What is known of the settlement banks, and of the days that were settled.</summary>
public sealed partial class CashState
{
    /// <summary>待查: what banks state and nobody knows yet; null until a settlement bank is registered.</summary>
    public AccountId? Suspense { get; internal set; }

    /// <summary>风险准备金; null until a settlement bank is registered.</summary>
    public AccountId? Reserve { get; internal set; }

    /// <summary>Trades of this exchange before days were settled.</summary>
    public int TradesBefore { get; internal set; }

    /// <summary>Lines of trade files before days were settled.</summary>
    public int LegsBefore { get; internal set; }

    /// <summary>Settlement accounts by their number.</summary>
    public Dictionary<string, SettlementBank> Banks { get; } = [];

    /// <summary>Statements by number and identity, see <see cref="Key"/>.</summary>
    public Dictionary<string, StatementRecord> Statements { get; } = [];

    /// <summary>Every line of every statement, once.</summary>
    public Dictionary<BankLineId, BankLine> Lines { get; } = [];

    /// <summary>Lines by number and reference, see <see cref="Key"/>.</summary>
    public Dictionary<string, BankLineId> LinesByReference { get; } = [];

    /// <summary>Every payment to a bank account, whatever became of it.</summary>
    public Dictionary<WithdrawalId, Payment> Payments { get; } = [];

    /// <summary>Files of payments for the banks, in order.</summary>
    public List<PaymentFile> PaymentFiles { get; } = [];

    /// <summary>Deposits booked by hand, by reference.</summary>
    public Dictionary<string, HandDeposit> HandDeposits { get; } = [];

    /// <summary>Correcting entries.</summary>
    public Dictionary<CorrectionId, Correction> Corrections { get; } = [];

    /// <summary>Lines of trade files, settled and failed, in order.</summary>
    public List<FiledLeg> Legs { get; } = [];

    /// <summary>Where in <see cref="Legs"/> the failed line of a trade is, by the trade's reference.</summary>
    public Dictionary<string, int> FailedLegs { get; } = [];

    /// <summary>What of the day under way has moved each participant's money.</summary>
    public Dictionary<HolderId, CashDay> Today { get; } = [];

    /// <summary>Each participant's money at the last day's end; who is not named had none.</summary>
    public Dictionary<HolderId, Money> Closings { get; } = [];

    /// <summary>日终: the days that were settled, in order.</summary>
    public List<SettlementDay> Days { get; } = [];

    /// <summary>对账: reconciliations with the banks, in order.</summary>
    public List<CashReconciliation> Reconciliations { get; } = [];

    /// <summary>What the exchange stated of a day, the last statement of each.</summary>
    public Dictionary<DateOnly, ExchangeTotals> Totals { get; } = [];

    /// <summary>异议: objections to a day's settlement.</summary>
    public Dictionary<SettlementObjectionId, SettlementObjection> Objections { get; } = [];

    /// <summary>What participants owe the risk reserve.</summary>
    public Dictionary<HolderId, Money> Debts { get; } = [];

    /// <summary>What the reserve got and paid, in order.</summary>
    public List<ReserveEntry> ReserveEntries { get; } = [];

    /// <summary>The number the next line gets.</summary>
    public BankLineId NextLine => new(Lines.Count + 1);

    /// <summary>The number the next file of payments gets.</summary>
    public PaymentFileId NextFile => new(PaymentFiles.Count + 1);

    /// <summary>A key of two texts of which the first has no line feed.</summary>
    public static string Key(string number, string text) => number + "\n" + text;
}
