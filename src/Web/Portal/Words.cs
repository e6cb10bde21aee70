using Tanheng.Quantities;

namespace Tanheng.Web.Portal;

/// <summary>
/// Every word of the pages, in both languages. A field that no page uses, or a text that lacks a language, fails a
/// test.
/// </summary>
public static partial class Words
{
    public static readonly Text Product = new("碳衡", "Tanheng");
    public static readonly Text Skip = new("跳到正文", "Skip to the content");
    public static readonly Text OtherLanguage = new("English", "中文");
    public static readonly Text Navigation = new("主导航", "Main");
    public static readonly Text Overview = new("概览", "Overview");
    public static readonly Text Calendar = new("履约日历", "Calendar");
    public static readonly Text Compliance = new("履约", "Compliance");
    public static readonly Text Holdings = new("持仓", "Holdings");
    public static readonly Text Journal = new("日志", "Journal");
    public static readonly Text Rules = new("规则", "Rules");
    public static readonly Text Footer = new(
        "所有数字均由日志重放得出，可逐行核验。",
        "Every figure is a fold over the journal and can be checked line by line.");

    public static readonly Text BusinessTime = new("业务时间", "Business time");
    public static readonly Text Rulebook = new("规则手册", "Rulebook");
    public static readonly Text Holders = new("主体", "Holders");
    public static readonly Text Accounts = new("账户", "Accounts");
    public static readonly Text Rows = new("日志行", "Journal rows");
    public static readonly Text Due = new("应清缴", "Due");
    public static readonly Text Surrendered = new("已清缴", "Surrendered");
    public static readonly Text Allowances = new("配额", "Allowances");
    public static readonly Text Offsets = new("抵销", "Offsets");
    public static readonly Text Missing = new("缺口", "Missing");
    public static readonly Text Status = new("状态", "Status");
    public static readonly Text Period = new("履约周期", "Period");
    public static readonly Text Entity = new("单位", "Entity");
    public static readonly Text Province = new("省级", "Authority");
    public static readonly Text Verified = new("核定排放", "Verified");
    public static readonly Text PreAllocated = new("预分配", "Pre-allocated");
    public static readonly Text Determined = new("核定配额", "Determined");
    public static readonly Text Deducted = new("核减", "Deducted");
    public static readonly Text Delivered = new("已发放", "Delivered");
    public static readonly Text Fine = new("罚款", "Fine");
    public static readonly Text Case = new("案件", "Case");
    public static readonly Text Cases = new("案件", "Cases");
    public static readonly Text Total = new("合计", "Total");
    public static readonly Text Issued = new("已签发", "Issued");
    public static readonly Text Held = new("持有", "Held");
    public static readonly Text Cancelled = new("已注销", "Cancelled");
    public static readonly Text Expired = new("已失效或结转", "Expired or converted");
    public static readonly Text Unit = new("标的", "Unit");
    public static readonly Text Balance = new("核对", "Check");
    public static readonly Text Balanced = new("相等", "Balanced");
    public static readonly Text Account = new("账号", "Account");
    public static readonly Text Kind = new("类别", "Kind");
    public static readonly Text Compartment = new("状态分区", "Compartment");
    public static readonly Text Quantity = new("数量", "Quantity");
    public static readonly Text Serials = new("序列号", "Serials");
    public static readonly Text Source = new("依据", "Source");
    public static readonly Text Standing = new("效力", "Standing");
    public static readonly Text Rule = new("规则", "Rule");
    public static readonly Text Validity = new("有效期", "Valid");
    public static readonly Text FileLine = new("行", "Line");
    public static readonly Text Past = new("已过", "Past");
    public static readonly Text Explained = new("逐行计算说明", "Explained line by line");
    public static readonly Text ExplainHint = new(
        "展开任一数字即可看到公式、代入值、结果、单位和依据。",
        "Open any figure to see its formula, the values in it, the result, its unit and source.");
    public static readonly Text Emissions = new("排放核算", "Emission accounting");
    public static readonly Text AllocationOf = new("配额核定", "Allocation");
    public static readonly Text Time = new("时间", "Time");
    public static readonly Text Actor = new("办理人", "Actor");
    public static readonly Text Command = new("命令", "Command");
    public static readonly Text Events = new("事件", "Events");
    public static readonly Text Sequence = new("序号", "Row");
    public static readonly Text Hash = new("哈希", "Hash");
    public static readonly Text Previous = new("上一行哈希", "Previous hash");
    public static readonly Text Older = new("较早", "Older");
    public static readonly Text Newer = new("较新", "Newer");
    public static readonly Text Verification = new("日志核验", "Verification of the journal");
    public static readonly Text VerifyNow = new("立即核验", "Verify now");
    public static readonly Text Verifying = new("正在核验……", "Verifying…");
    public static readonly Text VerifiedWhole = new("全部哈希与不变量成立。", "Every hash and every invariant holds.");
    public static readonly Text VerifyFailed = new("核验发现问题：", "Verification found problems:");
    public static readonly Text NotVerified = new("本次启动以来尚未核验。", "Not verified since this start.");
    public static readonly Text RecomputeHint = new(
        "每行哈希是上一行哈希与本行文本的 SHA-256，用任何工具都能重算。",
        "A row's hash is the SHA-256 of the previous hash and the row's text; any tool can recompute it.");
    public static readonly Text None = new("暂无记录。", "Nothing here yet.");
    public static readonly Text Back = new("返回", "Back");
    public static readonly Text Forward = new("下一页", "Next page");
    public static readonly Text Pages = new("分页", "Pages");
    public static readonly Text Inputs = new("输入", "Inputs");
    public static readonly Text DefaultValue = new("缺省值", "default");
    public static readonly Text Corrected = new("更正", "corrected");
    public static readonly Text Cut = new("下一年度核减", "Cut of the next allocation");
    public static readonly Text Filter = new("筛选", "Filter");
    public static readonly Text Progress = new("清缴进度", "Surrender progress");
    public static readonly Text Deadline = new("截止", "Deadline");
}
