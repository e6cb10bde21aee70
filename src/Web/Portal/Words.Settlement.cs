using Tanheng.Quantities;

namespace Tanheng.Web.Portal;

/// <summary>Words of settlement.</summary>
public static partial class Words
{
    public static readonly Text SettlementDesk = new("结算", "Settlement");
    public static readonly Text SettlementLead = new(
        "结算银行的对账单、付款、对账差异、日终结算、异议与风险准备金。",
        "Statements of the settlement banks, payments, differences, the day's end, objections and the risk reserve.");

    public static readonly Text SettlementNone = new("尚未登记结算专户", "No settlement account is registered");
    public static readonly Text SettlementNoneHint = new(
        "登记首个结算专户后，开立待查资金和风险准备金账户，此后每个交易日日终结算并与银行对账。",
        "With the first settlement account those of suspense and of the risk reserve are opened; from then on every "
        + "trading day is settled at its end and compared with the bank.");

    public static readonly Text AmountWord = new("金额", "Amount");
    public static readonly Text SellerWord = new("卖方", "Seller");
    public static readonly Text BuyerWord = new("买方", "Buyer");
    public static readonly Text FailureReason = new("原因", "Reason");
    public static readonly Text BalanceDay = new("余额日期", "Day");
    public static readonly Text InSuspense = new("待查资金", "Suspense");
    public static readonly Text ViewBank = new("对账单与待查", "Statements and suspense");
    public static readonly Text ViewPayments = new("付款", "Payments");
    public static readonly Text ViewDays = new("日终与对账", "Days and reconciliation");
    public static readonly Text ViewDisputes = new("异议与更正", "Objections and corrections");
    public static readonly Text ViewReserve = new("风险准备金", "Risk reserve");
    public static readonly Text BankBalance = new("银行余额", "At the banks");
    public static readonly Text BankBalanceHint = new("各专户最近一份对账单的期末余额", "Closing balances of the last statements");
    public static readonly Text LedgerBalance = new("账本余额", "In the ledger");
    public static readonly Text LedgerBalanceHint = new("参与主体、手续费与风险准备金", "Participants, fees and the risk reserve");
    public static readonly Text OpenDifferences = new("未消除的差异", "Open differences");
    public static readonly Text PaymentsOpen = new("未付讫的款项", "Payments under way");
    public static readonly Text ImportStatement = new("导入对账单", "Import statements");
    public static readonly Text ImportLead = new(
        "选择银行的对账单文件：ISO 20022 camt.053（XML）或 CSV，至多 8 MB。先预览，确认后才入账；文件有误则什么都不入账。",
        "Choose the bank's file: ISO 20022 camt.053 (XML) or CSV, 8 MB at most. It is shown before anything is booked; "
        + "of a file with an error nothing is booked.");

    public static readonly Text ImportColumns = new("CSV 的列（中文或英文名，次序不限）", "Columns of a CSV file, in any order");
    public static readonly Text ImportFile = new("对账单文件", "Statement file");
    public static readonly Text ImportPreview = new("预览", "Preview");
    public static readonly Text ImportGone = new("文件已不在内存中，请重新选择。", "The file is no longer held; choose it again.");
    public static readonly Text ImportNoFile = new("请先选择文件。", "Choose a file first.");
    public static readonly Text ImportNothingYet = new(
        "尚未入账。请核对下列流水的处理结果，然后确认。", "Nothing is booked yet. Look at what each line will become, then confirm.");

    public static readonly Text ImportRepeated = new(
        "此前的对账单已有、不再入账的流水：", "Lines that an earlier statement brought and that are not booked again:");

    public static readonly Text ImportOther = new("另选文件", "Choose another file");
    public static readonly Text TradeFileName = new("成交文件", "Trade file");
    public static readonly Text SuspenseLines = new("待查流水", "Lines in suspense");
    public static readonly Text NoSuspense = new("没有待查流水。", "No line is in suspense.");
    public static readonly Text LastStatements = new("最近的对账单", "Last statements");
    public static readonly Text NoStatementsYet = new("尚未导入对账单。", "No statement was imported yet.");
    public static readonly Text LastLines = new("最近的流水", "Last lines");
    public static readonly Text NoLines = new("没有流水。", "No lines.");
    public static readonly Text BankLineWord = new("流水", "Line");
    public static readonly Text BankReference = new("银行流水号", "Bank reference");
    public static readonly Text BookedOn = new("记账日期", "Booked on");
    public static readonly Text CounterpartyBank = new("对方", "Other side");
    public static readonly Text Remittance = new("附言", "Text");
    public static readonly Text Doubt = new("待查原因", "Why it waits");
    public static readonly Text LineOutcome = new("处理结果", "What became of it");
    public static readonly Text BankStatementWord = new("对账单", "Statement");
    public static readonly Text SettlementAccount = new("结算专户", "Settlement account");
    public static readonly Text OpeningBalance = new("期初余额", "Opening");
    public static readonly Text ClosingBalance = new("期末余额", "Closing");
    public static readonly Text LinesCount = new("笔数", "Lines");
    public static readonly Text PaymentsOut = new("待付与在途", "Waiting and under way");
    public static readonly Text NoPayments = new("没有待付或在途的款项。", "No payment waits or is under way.");
    public static readonly Text PaymentWord = new("付款", "Payment");
    public static readonly Text PaidTo = new("收款账户", "Paid to");
    public static readonly Text PaymentReference = new("付款编号", "End-to-end reference");
    public static readonly Text PaymentFilesTitle = new("付款文件", "Payment files");
    public static readonly Text NoPaymentFiles = new("尚未生成付款文件。", "No payment file was made yet.");
    public static readonly Text PaymentsDone = new("已办结的付款", "Finished payments");
    public static readonly Text NoPaymentsDone = new("没有已办结的付款。", "No payment is finished.");
    public static readonly Text CashReports = new("资金对账", "Reconciliations with the banks");
    public static readonly Text NoCashReports = new(
        "尚无对账：首个交易日结束时进行。", "None yet: the first is made when a trading day ends.");
    public static readonly Text DifferencesNow = new("目前的差异", "Differences now");
    public static readonly Text NoDifferences = new("银行与账本相符。", "Bank and ledger agree.");
    public static readonly Text InBank = new("银行", "Bank");
    public static readonly Text InLedger = new("账本", "Ledger");
    public static readonly Text DifferenceAmount = new("差额", "Difference");
    public static readonly Text SettledDays = new("日终结算", "Settled days");
    public static readonly Text NoSettledDays = new("尚无已结算的交易日。", "No trading day was settled yet.");
    public static readonly Text LegsSettled = new("已交收", "Settled");
    public static readonly Text LegsFailed = new("未能交收", "Failed");
    public static readonly Text FeesWord = new("手续费", "Fees");
    public static readonly Text FailedLegs = new("未能交收的成交", "Failed legs");
    public static readonly Text NoFailedLegs = new("没有未能交收的成交。", "No leg has failed.");
    public static readonly Text TradeReference = new("成交", "Trade");
    public static readonly Text TotalsCompared = new("交易汇总核对", "Totals of the exchange");
    public static readonly Text NoTotals = new("交易机构尚未报送汇总。", "The exchange has stated no totals yet.");
    public static readonly Text Stated = new("交易机构", "Exchange");
    public static readonly Text OwnCount = new("结算明细", "Legs");
    public static readonly Text SettlementObjectionsTitle = new("结算异议", "Objections to settlements");
    public static readonly Text NoSettlementObjections = new("没有异议。", "There are no objections.");
    public static readonly Text ObjectionWord = new("异议", "Objection");
    public static readonly Text ObjectionText = new("内容", "What is wrong");
    public static readonly Text AnswerWord = new("答复", "Answer");
    public static readonly Text CorrectionsTitle = new("更正分录", "Correcting entries");
    public static readonly Text NoCorrections = new("没有更正分录。", "There are no correcting entries.");
    public static readonly Text CorrectionWord = new("更正", "Correction");
    public static readonly Text ConfirmedBy = new("已确认", "Confirmed by");
    public static readonly Text HandDepositsTitle = new("人工入金", "Deposits by hand");
    public static readonly Text NoHandDeposits = new("没有人工登记的入金。", "No deposit was booked by hand.");
    public static readonly Text BorneOut = new("对账单", "By statement");
    public static readonly Text ReserveBalance = new("风险准备金余额", "In the risk reserve");
    public static readonly Text ReserveRuleText = new("提取比例", "Share of the fees");
    public static readonly Text ReserveNone = new("规则手册没有规定风险准备金。", "The rulebook has no risk reserve.");
    public static readonly Text ReserveEntriesTitle = new("收付明细", "Entries");
    public static readonly Text NoReserveEntries = new("尚无收付。", "No entries yet.");
    public static readonly Text ReserveDebts = new("尚欠风险准备金", "Owed to the reserve");
    public static readonly Text NoDebts = new("没有欠款。", "Nobody owes anything.");
    public static readonly Text DaySettlement = new("结算单", "Settlement statements");
    public static readonly Text DaySettlementLead = new(
        "每个交易日日终的结算单。不同意的，须在下一交易日开市前提出；未提出视为同意。",
        "A statement for each trading day. Who does not agree says so before the next day opens; silence is consent.");

    public static readonly Text NoDayStatements = new(
        "尚无结算单：资金有变动的交易日结束后出具。", "None yet: there is one for each day on which your money moved.");
    public static readonly Text PaidInWord = new("入金", "Paid in");
    public static readonly Text PaidOutWord = new("出金", "Paid out");
    public static readonly Text SoldWord = new("卖出", "Sold");
    public static readonly Text BoughtWord = new("买入", "Bought");
    public static readonly Text AuctionedWord = new("拍卖竞价", "Auctions");
    public static readonly Text OtherWord = new("其他", "Other");
    public static readonly Text DayLegs = new("交收明细", "Legs");
    public static readonly Text NoDayLegs = new("当日没有交收。", "Nothing was settled on this day.");
    public static readonly Text MoneyMovements = new("银行流水与付款", "Bank lines and payments");
    public static readonly Text OwnPayments = new("出金", "Withdrawals");
    public static readonly Text NoOwnPayments = new("没有出金。", "No withdrawals.");
    public static readonly Text OwesReserveNote = new(
        "本单位尚欠风险准备金 {0}；偿还前不能出金。", "You owe the risk reserve {0}; no money is taken out before it is paid back.");

    public static readonly Text ObjectionOpen = new("异议期内", "May be objected to");
    public static readonly Text NotSettledYet = new("结算尚未启用", "Settlement has not begun");
}
