using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Allocation;
using Tanheng.Scheme.Approval;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Mrv;
using Tanheng.Scheme.Registry;

namespace Tanheng.Web.Portal;

public static partial class Names
{
    /// <summary>An office, or what a person is to the scheme.</summary>
    public static Text Of(Role role) => role switch
    {
        Role.Authority => new("主管部门", "Authority"),
        Role.RegistryOperator => new("注册登记机构", "Registry operator"),
        Role.ExchangeOperator => new("交易机构", "Exchange operator"),
        Role.Verifier => new("核查机构", "Verifier"),
        Role.Representative => new("单位代表", "Representative"),
        Role.Auditor => new("审计", "Auditor"),
        Role.System => new("系统", "System"),
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    /// <summary>One right of a representative; several of them are <see cref="OfRights"/>.</summary>
    public static Text Of(Rights right) => right switch
    {
        Rights.None => new("无", "None"),
        Rights.Read => new("查阅", "Read"),
        Rights.Initiate => new("发起", "Initiate"),
        Rights.Approve => new("复核", "Approve"),
        Rights.Surrender => new("仅办理清缴", "Surrender only"),
        _ => throw new ArgumentOutOfRangeException(nameof(right)),
    };

    /// <summary>Rights of a representative, one after another.</summary>
    public static Text OfRights(Rights rights)
    {
        var each = new[] { Rights.Read, Rights.Initiate, Rights.Approve, Rights.Surrender }
            .Where(right => rights.HasFlag(right)).Select(Of).ToList();
        return each.Count == 0
            ? Of(Rights.None)
            : new(string.Join("、", each.Select(one => one.Zh)), string.Join(", ", each.Select(one => one.En)));
    }

    /// <summary>A verifier's conclusion.</summary>
    public static Text Of(Opinion opinion) => opinion switch
    {
        Opinion.Positive => new("通过", "Positive"),
        Opinion.PositiveWithCorrections => new("更正后通过", "Positive with corrections"),
        Opinion.Negative => new("不通过", "Negative"),
        _ => throw new ArgumentOutOfRangeException(nameof(opinion)),
    };

    /// <summary>Where something was found.</summary>
    public static Text Of(FindingLayer layer) => layer switch
    {
        FindingLayer.Document => new("文件评审", "Documents"),
        FindingLayer.Site => new("现场核查", "On site"),
        _ => throw new ArgumentOutOfRangeException(nameof(layer)),
    };

    /// <summary>Where a report stands.</summary>
    public static Text Of(ReportStatus status) => status switch
    {
        ReportStatus.Submitted => new("已报送", "Submitted"),
        ReportStatus.UnderVerification => new("核查中", "Under verification"),
        ReportStatus.Verified => new("核查通过", "Verified"),
        ReportStatus.Failed => new("核查不通过", "Failed"),
        ReportStatus.Returned => new("已退回", "Returned"),
        ReportStatus.Accepted => new("已认定", "Accepted"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>What an objection is against.</summary>
    public static Text Of(ObjectionSubject subject) => subject switch
    {
        ObjectionSubject.Verification => new("核查结果", "Verification"),
        ObjectionSubject.Allocation => new("配额分配", "Allocation"),
        _ => throw new ArgumentOutOfRangeException(nameof(subject)),
    };

    /// <summary>A section of a monitoring plan.</summary>
    public static Text Of(PlanSection section) => PlanNames.Of(section);

    /// <summary>Where the review of a plan stands.</summary>
    public static Text Of(PlanReviewStatus status) => PlanNames.Of(status);

    /// <summary>What is decided about a section of a plan.</summary>
    public static Text Of(SectionVerdict verdict) => verdict switch
    {
        SectionVerdict.Accepted => new("认可", "Accepted"),
        SectionVerdict.Refused => new("不认可", "Refused"),
        SectionVerdict.ChangesNeeded => new("需修改", "Changes needed"),
        _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
    };

    /// <summary>How the review of a plan ends.</summary>
    public static Text Of(PlanOutcome outcome) => outcome switch
    {
        PlanOutcome.Granted => new("批准", "Grant"),
        PlanOutcome.Refused => new("不予批准", "Refuse"),
        PlanOutcome.Withdrawn => new("视为撤回", "Deem withdrawn"),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <summary>Which decision a run of the allocation makes.</summary>
    public static Text Of(AllocationStage stage) => stage switch
    {
        AllocationStage.PreAllocation => new("预分配", "Pre-allocation"),
        AllocationStage.Final => new("核定", "Determination"),
        _ => throw new ArgumentOutOfRangeException(nameof(stage)),
    };

    /// <summary>Where a carry-over stands.</summary>
    public static Text Of(CarryOverStatus status) => status switch
    {
        CarryOverStatus.Requested => new("待办理", "Requested"),
        CarryOverStatus.Converted => new("已结转", "Converted"),
        CarryOverStatus.Rejected => new("已驳回", "Rejected"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>Where a proposal stands.</summary>
    public static Text Of(ProposalStatus status) => status switch
    {
        ProposalStatus.Waiting => new("待复核", "Waiting"),
        ProposalStatus.Approved => new("已通过", "Approved"),
        ProposalStatus.Rejected => new("已驳回", "Rejected"),
        ProposalStatus.Withdrawn => new("已撤回", "Withdrawn"),
        ProposalStatus.Expired => new("已失效", "Lapsed"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>What happens by itself.</summary>
    public static Text Of(DueKind kind) => kind switch
    {
        DueKind.TransferRelease => new("划转等待期满", "The delay of a transfer is over"),
        DueKind.ProposalExpiry => new("提案到期", "A proposal lapses"),
        DueKind.Milestone => new("清缴进度节点", "A milestone is counted"),
        DueKind.SurrenderDeadline => new("清缴截止", "A surrender deadline passes"),
        DueKind.CarryOverCensus => new("结转持仓核定", "Holdings are fixed for a carry-over"),
        DueKind.CarryOverClose => new("结转申请截止", "A carry-over closes"),
        DueKind.UnitsLapse => new("配额失效", "Units become void"),
        DueKind.TrustActivation => new("受信账户生效", "A trusted account begins to count"),
        DueKind.TradingDayStart => new("开市", "A trading day begins"),
        DueKind.TradingSessionEnd => new("交易时段结束", "Trading sessions are over"),
        DueKind.SettlementDayEnd => new("日终结算", "The day's settlement is closed"),
        DueKind.TradingHaltEnd => new("停牌到期", "A halt of trading ends"),
        DueKind.TradingRestrictionEnd => new("交易限制到期", "A restriction of trading ends"),
        DueKind.ExplanationDue => new("说明期限届满", "The time to explain is over"),
        DueKind.AuctionEnd => new("竞价期满", "An auction is decided"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>What an entity is.</summary>
    public static Text Of(HolderKind kind) => kind switch
    {
        HolderKind.Organisation => new("单位", "Organisation"),
        HolderKind.Individual => new("个人", "Individual"),
        HolderKind.Government => new("政府机构", "Public authority"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>What a contact is asked about.</summary>
    public static Text Of(ContactRole role) => role switch
    {
        ContactRole.Primary => new("主要", "Primary"),
        ContactRole.Alternative => new("备用", "Alternative"),
        ContactRole.Billing => new("财务", "Billing"),
        ContactRole.Sales => new("销售", "Sales"),
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
