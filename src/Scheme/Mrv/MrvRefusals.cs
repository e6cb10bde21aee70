using Tanheng.Quantities;

namespace Tanheng.Scheme.Mrv;

/// <summary>Why monitoring, reporting and verification say no.</summary>
public static class MrvRefusals
{
    /// <summary>The rulebook has no methods for the holder's sector in the year.</summary>
    public static readonly RefusalCode SectorWithoutMethods = RefusalCode.Final(
        3001,
        "sector-without-methods",
        "规则手册未规定行业 {sector} 在 {year} 年的核算方法，请核对主体的行业。",
        "The rulebook has no accounting method for sector {sector} in {year}; check the holder's sector.");

    /// <summary>A plan was filed before.</summary>
    public static readonly RefusalCode PlanExists = RefusalCode.Final(
        3002,
        "plan-exists",
        "{year} 年的数据质量控制方案已经提交（第 {version} 版），请改用变更。",
        "The monitoring plan of {year} was filed already (version {version}); amend it instead.");

    /// <summary>No plan to amend.</summary>
    public static readonly RefusalCode PlanMissing = RefusalCode.Final(
        3003,
        "plan-missing",
        "{year} 年还没有数据质量控制方案，请先提交。",
        "There is no monitoring plan of {year} yet; file one first.");

    /// <summary>A plan without facilities.</summary>
    public static readonly RefusalCode NoFacilities = RefusalCode.Final(
        3004, "no-facilities", "请至少列出一个排放设施。", "Name at least one facility.");

    /// <summary>A report of a year that has not come.</summary>
    public static readonly RefusalCode YearNotBegun = RefusalCode.Passing(
        3005, "year-not-begun", "{year} 年尚未开始，不能报送。", "{year} has not begun; nothing can be reported yet.");

    /// <summary>Verification has begun.</summary>
    public static readonly RefusalCode VerificationBegun = RefusalCode.Passing(
        3006,
        "verification-begun",
        "{year} 年的报告处于 {status} 状态，核查开始后不能替换；退回后可重新报送。",
        "The report of {year} is {status}; once verification has begun, only one sent back can be replaced.");

    /// <summary>No lines.</summary>
    public static readonly RefusalCode NoLines = RefusalCode.Final(
        3007, "no-lines", "请至少填报一行。", "Give at least one line.");

    /// <summary>The unit is of another facility.</summary>
    public static readonly RefusalCode UnitElsewhere = RefusalCode.Final(
        3008,
        "unit-elsewhere",
        "第 {line} 行的机组 {unit} 不属于设施 {facility}，请更正。",
        "Unit {unit} of line {line} is not of facility {facility}; correct the line.");

    /// <summary>The same subject twice.</summary>
    public static readonly RefusalCode LineTwice = RefusalCode.Final(
        3009,
        "line-twice",
        "第 {line} 行与前面的行重复（{subject}），请合并。",
        "Line {line} repeats an earlier line ({subject}); merge them.");

    /// <summary>The method cannot stand for emissions.</summary>
    public static readonly RefusalCode MethodWithoutTotal = RefusalCode.Final(
        3010,
        "method-without-total",
        "核算方法 {method} 没有输出 total，不能用于排放核算。",
        "Method {method} has no output named total and cannot account for emissions.");

    /// <summary>A total that is not whole tonnes, or below zero.</summary>
    public static readonly RefusalCode TotalNotWhole = RefusalCode.Final(
        3011,
        "total-not-whole",
        "第 {line} 行按方法 {method} 得到 {value}，应为不小于零的整数吨。",
        "Line {line} gives {value} by method {method}; it must be whole tonnes, zero or more.");

    /// <summary>More than can be booked.</summary>
    public static readonly RefusalCode TotalTooLarge = RefusalCode.Final(
        3034,
        "total-too-large",
        "排放量合计超过 {limit} 吨，请核对数据。",
        "Emissions come to more than {limit} t; check the figures.");

    /// <summary>No report.</summary>
    public static readonly RefusalCode ReportMissing = RefusalCode.Final(
        3012, "report-missing", "主体 {holder} 没有 {year} 年的报告。", "Holder {holder} has no report of {year}.");

    /// <summary>The report is somewhere else in its life.</summary>
    public static readonly RefusalCode ReportElsewhere = RefusalCode.Passing(
        3013,
        "report-elsewhere",
        "{year} 年的报告处于 {status} 状态，不能办理此项。",
        "The report of {year} is {status}; this step does not follow from there.");

    /// <summary>No such body.</summary>
    public static readonly RefusalCode BodyUnknown = RefusalCode.Final(
        3014, "body-unknown", "技术服务机构 {body} 未登记。", "There is no service body {body}; register it first.");

    /// <summary>Both roles in one province.</summary>
    public static readonly RefusalCode RolesClash = RefusalCode.Final(
        3015,
        "roles-clash",
        "技术服务机构 {body} 不得在 {province} 同时从事报告编制和核查。",
        "Service body {body} may not both prepare and verify reports in {province}.");

    /// <summary>The body does not verify in the province.</summary>
    public static readonly RefusalCode NotAVerifierThere = RefusalCode.Final(
        3016,
        "not-a-verifier-there",
        "技术服务机构 {body} 不在 {province} 从事核查。",
        "Service body {body} does not verify reports in {province}.");

    /// <summary>The body is not independent.</summary>
    public static readonly RefusalCode NotIndependent = RefusalCode.Final(
        3017,
        "not-independent",
        "技术服务机构 {body} 在 {province} 编制报告，不得在该省核查；请另行指派。",
        "Service body {body} prepares reports in {province} and may not verify there; assign another.");

    /// <summary>Somebody else's task.</summary>
    public static readonly RefusalCode NotTheVerifier = RefusalCode.Final(
        3018,
        "not-the-verifier",
        "用户 {actor} 不是受托核查机构 {body} 的人员。",
        "{actor} does not sign for {body}, the verifier of this report.");

    /// <summary>Nothing was found.</summary>
    public static readonly RefusalCode NoFindings = RefusalCode.Final(
        3019, "no-findings", "请至少列出一项核查发现。", "Give at least one finding.");

    /// <summary>Corrected lines and the opinion disagree.</summary>
    public static readonly RefusalCode LinesAndOpinion = RefusalCode.Final(
        3020,
        "lines-and-opinion",
        "更正行须且只能随“通过并更正”的结论提交，现结论为 {opinion}。",
        "Corrected lines come with the opinion 'positive with corrections' and only then; the opinion is {opinion}.");

    /// <summary>A negative opinion has a reason.</summary>
    public static readonly RefusalCode NegativeWithoutFinding = RefusalCode.Final(
        3021,
        "negative-without-finding",
        "否定结论须至少有一项未整改的不符合项。",
        "A negative opinion needs at least one non-conformity that is not put right.");

    /// <summary>Accepted before.</summary>
    public static readonly RefusalCode AlreadyAccepted = RefusalCode.Final(
        3022,
        "already-accepted",
        "{year} 年的排放量已经认定（第 {version} 版），请改用更正。",
        "The emissions of {year} were accepted already (version {version}); correct them instead.");

    /// <summary>No positive statement.</summary>
    public static readonly RefusalCode NoPositiveStatement = RefusalCode.Passing(
        3023,
        "no-positive-statement",
        "{year} 年的报告处于 {status} 状态，须有肯定的核查结论才能认定。",
        "The report of {year} is {status}; only a positive verification statement can be accepted.");

    /// <summary>The entity may still report.</summary>
    public static readonly RefusalCode MayStillReport = RefusalCode.Passing(
        3024,
        "may-still-report",
        "{year} 年报告的截止时间为 {deadline}，在此之前不能直接核定排放量。",
        "The report of {year} may come until {deadline}; emissions cannot be determined before.");

    /// <summary>There is a report to work with.</summary>
    public static readonly RefusalCode ReportIsThere = RefusalCode.Passing(
        3025,
        "report-is-there",
        "{year} 年已有报告（{status}），请先完成核查或退回。",
        "There is a report of {year} ({status}); verify it or send it back first.");

    /// <summary>Lines or a total.</summary>
    public static readonly RefusalCode LinesOrTotal = RefusalCode.Final(
        3026,
        "lines-or-total",
        "请提供核算行或一个不小于零的总量，二者只能取一。",
        "Give either lines or one total of zero or more, not both.");

    /// <summary>Nothing to correct.</summary>
    public static readonly RefusalCode NothingAccepted = RefusalCode.Final(
        3027,
        "nothing-accepted",
        "主体 {holder} 的 {year} 年排放量尚未认定。",
        "The emissions of holder {holder} in {year} are not accepted yet.");

    /// <summary>The same lines.</summary>
    public static readonly RefusalCode NothingCorrected = RefusalCode.Final(
        3028, "nothing-corrected", "更正后的内容与已认定的内容相同。", "The correction equals what was accepted.");

    /// <summary>Nothing to object to.</summary>
    public static readonly RefusalCode NothingToObjectTo = RefusalCode.Final(
        3029,
        "nothing-to-object-to",
        "主体 {holder} 在 {period} 没有可提出异议的{subject}。",
        "Holder {holder} has no {subject} of {period} to object to.");

    /// <summary>The time for objections is over.</summary>
    public static readonly RefusalCode ObjectionTooLate = RefusalCode.Final(
        3030,
        "objection-too-late",
        "异议期限为 {until}，已经届满。",
        "Objections were heard until {until}; that day is past.");

    /// <summary>One is open.</summary>
    public static readonly RefusalCode ObjectionOpen = RefusalCode.Passing(
        3031,
        "objection-open",
        "异议 {number} 尚在处理，请等待答复。",
        "Objection {number} on the same matter waits for its answer.");

    /// <summary>No such objection.</summary>
    public static readonly RefusalCode ObjectionUnknown = RefusalCode.Final(
        3032, "objection-unknown", "异议 {number} 不存在。", "There is no objection {number}.");

    /// <summary>Answered before.</summary>
    public static readonly RefusalCode ObjectionAnswered = RefusalCode.Final(
        3033, "objection-answered", "异议 {number} 已经答复。", "Objection {number} was answered already.");

    /// <summary>Verified totals from elsewhere are not accepted for the sector.</summary>
    public static readonly RefusalCode VerifiedHere = RefusalCode.Final(
        3090,
        "verified-here",
        "规则手册规定行业 {sector} 在 {year} 年的排放在本系统内报告和核查，不能直接录入核查结果。",
        "By the rulebook, sector {sector} reports and is verified here for {year}; "
            + "a verified total cannot be recorded.");

    /// <summary>A total below zero.</summary>
    public static readonly RefusalCode TotalNegative = RefusalCode.Final(
        3091, "total-negative", "排放总量不能为负数：{total}。", "Total emissions cannot be below zero: {total}.");
}
