using System.Globalization;
using Tanheng.Quantities;

namespace Tanheng.Web.Portal;

/// <summary>Words of the public pages.</summary>
public static partial class Words
{
    public static readonly Text Statistics = new("统计", "Statistics");
    public static readonly Text Disclosure = new("信息公开", "Disclosure");
    public static readonly Text Methods = new("方法学", "Methods");
    public static readonly Text AllOf = new("全部", "All");
    public static readonly Text Search = new("搜索", "Search");

    // The front page.
    public static readonly Text CoveredEntities = new("纳入名录的重点排放单位", "Covered entities");
    public static readonly Text VerifiedEmissions = new("核定排放总量", "Verified emissions");
    public static readonly Text AllocatedAllowances = new("核定配额总量", "Allocated allowances");
    public static readonly Text MetShare = new("履约完成率（按单位数）", "Entities that complied");
    public static readonly Text NextDeadlines = new("近期截止日", "Next deadlines");
    public static readonly Text NoDeadlines = new("规则手册中没有更晚的截止日。", "The rulebook has no later deadline.");
    public static readonly Text Notices = new("公告", "Notices");
    public static readonly Text Trust = new("可以核验的登记簿", "A register that can be checked");
    public static readonly Text TrustLead = new(
        "市场中的每一件事都是日志中的一行，行行以哈希相扣。任何人都可以取走最后一个哈希，日后据此证明此前的记录未被改动。",
        "Everything that happens in the market is a row of one journal, each row bound to the one before "
        + "by a hash. Take "
        + "the last hash with you, and later you can show that nothing before it was changed.");

    public static readonly Text LastHash = new("最后一行的哈希", "Hash of the last row");
    public static readonly Text CheckRow = new("核对一行记录", "Check a row");

    // The calendar.
    public static readonly Text CalendarLead = new(
        "规则手册规定的各履约周期节点及其依据。", "Every step of every compliance period in the rulebook, with its source.");

    public static readonly Text Step = new("事项", "Step");
    public static readonly Text Sectors = new("适用行业", "Sectors");
    public static readonly Text AllSectors = new("全部", "all");
    public static readonly Text Ahead = new("未到期", "Ahead");
    public static readonly Text Hollow = new("空心为已过，实心为未到期。", "Hollow dates have passed; filled ones are ahead.");

    // Disclosure.
    public static readonly Text DisclosureLead = new(
        "主管部门依法公开的名录与结果。公开哪些内容由规则手册规定，未列明的一律不公开。",
        "Lists and results that the authority publishes by law. The rulebook says which fields are "
        + "public; nothing else is.");

    public static readonly Text DisclosureCoverage = new("重点排放单位名录", "Covered entities");
    public static readonly Text DisclosureVerification = new("核查结果", "Verified emissions");
    public static readonly Text DisclosureAllocation = new("配额分配", "Allocation");
    public static readonly Text DisclosureCompliance = new("配额清缴情况", "Surrender results");
    public static readonly Text DisclosureReports = new("年度排放报告（公开部分）", "Annual reports (public part)");
    public static readonly Text DisclosureBodies = new("技术服务机构", "Service bodies");
    public static readonly Text DisclosureTransactions = new("登记交易信息", "Transactions");
    public static readonly Text PublicFields = new("公开内容", "Public fields");
    public static readonly Text WithheldFields = new("不公开", "Not public");
    public static readonly Text NoDisclosureRule = new("规则手册未规定公开", "The rulebook does not make this public");
    public static readonly Text NoDisclosureHint = new(
        "本市场的规则手册没有关于此项的公开规定，因此不予公开。汇总数据见统计页。",
        "This market's rulebook has no rule that makes it public, so it is not. Sums are on the statistics page.");

    public static readonly Text NotPublishedYet = new("尚未公开", "Not published yet");
    public static readonly Text CreditCode = new("统一社会信用代码", "Credit code");
    public static readonly Text Region = new("地区", "Province");
    public static readonly Text Sector = new("行业", "Sector");
    public static readonly Text Facilities = new("设施", "Facilities");
    public static readonly Text TotalEmissions = new("排放总量", "Total emissions");
    public static readonly Text Method = new("方法", "Method");
    public static readonly Text BodyRole = new("业务", "Role");
    public static readonly Text Prepares = new("编制报告", "Prepares reports");
    public static readonly Text Verifies = new("核查", "Verifies");
    public static readonly Text Rating = new("评级", "Rating");
    public static readonly Text Day = new("日期", "Day");

    public static readonly Text FieldMonthlyFuel = new("月度燃料消耗", "monthly fuel");
    public static readonly Text FieldAnalyses = new("燃料检测数据", "fuel analyses");
    public static readonly Text FieldEvidence = new("佐证材料", "evidence");

    // Rules.
    public static readonly Text RulesLead = new(
        "市场运行所依据的每一条规则，及其法规出处、效力与在文件中的位置。",
        "Every rule the market runs by, with its legal source, how firmly it is known, and where it "
        + "stands in the file.");

    public static readonly Text RulePath = new("规则编号", "Path");
    public static readonly Text ValidFrom = new("自", "From");
    public static readonly Text ValidUntil = new("至", "Until");
    public static readonly Text NoLimit = new("未规定期限", "no limit stated");
    public static readonly Text RuleFile = new("规则文件", "Rule file");
    public static readonly Text RuleSources = new("法规依据", "Sources");
    public static readonly Text RuleHistory = new("采纳记录", "Adoptions");
    public static readonly Text RuleInFile = new("文件原文", "As it stands in the file");
    public static readonly Text Category = new("类别", "Category");
    public static readonly Text OfficialNumber = new("文号", "Number");
    public static readonly Text IssuedOn = new("发布", "Issued");
    public static readonly Text InForceOn = new("施行", "In force");
    public static readonly Text CitedBy = new("引用的规则", "Rules that cite it");
    public static readonly Text AdoptedOn = new("采纳时间", "Adopted");
    public static readonly Text Digest = new("文件摘要", "Digest of the file");
    public static readonly Text Current = new("现行", "current");
    public static readonly Text StandingHint = new(
        "“法规原文”已与出处核对；“未核对”尚未与原文比对；“征求意见稿”没有约束力；“参数”为出处未规定、由主管部门设定的数值。",
        "Law: as the cited text says. Unverified: not yet compared with the original. Draft: binds "
        + "nobody. Parameter: the "
        + "sources are silent and the authority sets it.");

    // Methods.
    public static readonly Text MethodsLead = new(
        "核算排放与分配配额的计算方法。填入数据即可试算，并逐行查看公式、代入值、单位与依据。",
        "How emissions are accounted and allowances allocated. Put in figures and see every line of the work: formula, "
        + "values, unit, source.");

    public static readonly Text ValidYears = new("适用年份", "Years");
    public static readonly Text UsedBy = new("规则手册引用", "Used by");
    public static readonly Text Supersedes = new("替代版本", "Supersedes");
    public static readonly Text WorkedExamples = new("算例", "Worked examples");
    public static readonly Text WorkedExamplesHint = new(
        "每个算例在加载方法时都会重算并核对。点选一个可填入表单。",
        "Every example is calculated and compared when the method is read. Choose one to fill the form.");

    public static readonly Text Results = new("结果", "Results");
    public static readonly Text Work = new("逐行计算", "The work, line by line");
    public static readonly Text Share = new("分享此计算", "Link to this calculation");
    public static readonly Text Formulas = new("全部公式", "All formulas");
    public static readonly Text LookupTables = new("查用表", "Tables");
    public static readonly Text DefaultIs = new("缺省", "default");
    public static readonly Text NotANumber = new("请填写数字，小数点用“.”。", "Give a number, with a point for decimals.");
    public static readonly Text Rounded = new("取整", "rounded");

    // The journal.
    public static readonly Text JournalLead = new(
        "公众可见每行的序号、时间、命令与哈希；事件内容含单位的非公开信息，仅向有权查阅者显示。",
        "Everybody sees each row's number, time, command and hash. The events hold private data of "
        + "companies and are shown "
        + "to those who may read everything.");

    public static readonly Text JumpTo = new("跳到第几行", "Go to row");
    public static readonly Text Go = new("前往", "Go");
    public static readonly Text AllHashes = new("下载全部哈希", "Download all hashes");
    public static readonly Text ChainHere = new("在链中的位置", "Its place in the chain");
    public static readonly Text ChainBefore = new("上一行的哈希与本行记载的一致", "The row before has the hash that this one names");
    public static readonly Text ChainHash = new(
        "按本行内容重算的哈希与记载的一致", "The hash computed anew from this row is the one it has");
    public static readonly Text ChainAfter = new("下一行记载的正是本行的哈希", "The next row names this row's hash");
    public static readonly Text ChainLast = new("这是最后一行，尚无下一行。", "This is the last row; none follows yet.");
    public static readonly Text FirstRow = new(
        "这是第一行，上一行哈希为 64 个零。", "This is the first row; the hash before it is 64 zeros.");
    public static readonly Text Hidden = new("仅向有权查阅者显示", "Shown to those who may read everything");
    public static readonly Text CommandIdName = new("命令编号", "Command id");
    public static readonly Text InputHash = new("输入哈希", "Input hash");
    public static readonly Text Scheme = new("市场", "Scheme");
    public static readonly Text RowText = new("本行文本", "The row's text");
    public static readonly Text CheckLead = new(
        "粘贴一行的完整文本或一个哈希，系统将在此重算并在链中查找。文本不会被保存。",
        "Paste the whole text of a row, or a hash: it is computed here and looked for in the chain. Nothing is kept.");

    public static readonly Text CheckInput = new("行文本或哈希", "Row text or hash");
    public static readonly Text CheckHint = new(
        "行文本共九部分：八行（上一行哈希、市场、序号、时间、办理人、命令、命令编号、输入哈希），随后是事件 JSON。",
        "A row's text has nine parts: eight lines (previous hash, scheme, sequence, time, actor, "
        + "command, command id, input "
        + "hash) and then the events' JSON.");

    public static readonly Text CheckNow = new("核对", "Check");
    public static readonly Text CheckParts = new("第一步：拆分文本", "First: the text, part by part");
    public static readonly Text CheckHashed = new("第二步：计算 SHA-256", "Second: its SHA-256");
    public static readonly Text CheckFound = new("第三步：在链中查找", "Third: look for it in the chain");
    public static readonly Text DoesNotHold = new("不成立：", "Does not hold:");
    public static readonly Text NotInChain = new(
        "不在链中：没有任何一行的哈希与此相同。", "Not in the chain: no row has this hash.");

    public static readonly Text NotARow = new(
        "这既不是 64 位十六进制哈希，也不是一行的完整文本。", "This is neither a hash of 64 hexadecimal digits nor the whole text of a row.");

    public static readonly Text BytesHashed = new("字节", "bytes");
    public static readonly Text ByHand = new("不依赖本系统自行核对", "Check it without us");
    public static readonly Text ByHandLead = new(
        "把行文本存为 row.txt（末尾不换行），计算其 SHA-256，再在全部哈希中查找：",
        "Save the row's text as row.txt (no line feed at the end), take its SHA-256, and look for it "
        + "among all hashes:");

    // Statistics.
    public static readonly Text StatisticsLead = new(
        "全市场汇总数据，不涉及任何单位的非公开信息。", "Sums of the whole market; nothing of any single company.");

    public static readonly Text ChartBalance = new("配额与排放", "Allocation against emissions");
    public static readonly Text ChartProgress = new("清缴完成情况", "How obligations were met");
    public static readonly Text ChartVintages = new("各年度标的的去向", "Where the units of each vintage are");
    public static readonly Text ChartMonths = new("按月过户与清缴", "Moved by month");
    public static readonly Text Month = new("月份", "Month");
    public static readonly Text UnitsBalance = new("产品平衡表", "Balance of units");
    public static readonly Text UnitsBalanceHint = new(
        "签发 = 持有 + 清缴 + 注销 + 失效，逐吨成立。", "Issued = held + surrendered + cancelled + expired, to the tonne.");

    public static readonly Text ByProvince = new("名录按地区", "Covered entities by province");
    public static readonly Text Entities = new("单位数", "Entities");
    public static readonly Text Milestones = new("进度节点", "Milestones");
    public static readonly Text Target = new("目标", "Target");
    public static readonly Text Reached = new("实际", "Reached");
    public static readonly Text MeanPrices = new("月度均价", "Mean prices by month");
    public static readonly Text Price = new("价格", "Price");

    public static readonly Text NoticeFounded = new("市场设立，规则手册生效。", "The market was founded under its rulebook.");
    public static readonly Text NoticeAdopted = new("采纳新版规则手册。", "A new version of the rulebook was adopted.");

    /// <summary>Where a hash is.</summary>
    public static Text InChainAt(long sequence) => new(
        $"在链中，位于第 {Format.Number(sequence)} 行。", $"In the chain: row {Format.Number(sequence)}.");

    /// <summary>Of a year or period.</summary>
    public static Text OfYear(string period) => new($"{period} 年度", period);

    /// <summary>How many days are left to a deadline.</summary>
    public static Text DaysLeft(int days) => days == 0
        ? new("今天截止", "due today")
        : new($"还有 {days} 天", days == 1 ? "1 day left" : $"{Format.Number(days)} days left");

    /// <summary>Results are public.</summary>
    public static Text NoticeResults(CompliancePeriod period) => new(
        $"公开 {period} 年度配额清缴情况。", $"Surrender results of {period} were published.");

    /// <summary>A list of covered entities changed.</summary>
    public static Text NoticeCoverage(int year) => new(
        $"公布 {year} 年度重点排放单位名录。", $"The list of covered entities for {year} was published.");

    /// <summary>A milestone was counted.</summary>
    public static Text NoticeMilestone(CompliancePeriod period, Percent share, Percent target) => new(
        $"{period} 年度清缴进度 {share}，目标 {target}。",
        $"Surrender of {period} stands at {share}; the milestone asks for {target}.");

    /// <summary>A month's mean price.</summary>
    public static Text NoticePrice(DateOnly month, Price price)
    {
        var name = month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        return new Text($"公布 {name} 月度均价 {price}。", $"The mean price of {name} was published: {price}.");
    }

    /// <summary>What the market is, in one sentence.</summary>
    public static Text MarketIs(string sectors, string sectorsEn, string currency) => new(
        $"纳入{sectors}行业的碳排放权交易市场。单位每排放一吨二氧化碳当量，须在履约期限前清缴一吨配额；配额以 {currency} 计价。",
        $"An emissions trading system for {sectorsEn}. For every tonne of CO₂ equivalent a covered entity emits, it "
        + $"surrenders one allowance by the deadline. Prices are in {currency}.");
}
