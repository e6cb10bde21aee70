using System.Collections.Immutable;
using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Mrv;

/// <summary>
/// One line of a report: a generating unit (or the whole facility), the inputs of its emission method, and the
/// production figures that its allocation needs (supplied or generated electricity, heat, load factor, …).
/// </summary>
/// <param name="Facility">Where.</param>
/// <param name="Unit">Which unit; null when the line is the facility as a whole.</param>
/// <param name="Emissions">Inputs of the emission method.</param>
/// <param name="Production">Inputs of the allocation method's row, beside the unit's own attributes.</param>
public sealed record ReportLine(
    FacilityId Facility, GeneratingUnitId? Unit, MethodInputs Emissions, MethodInputs Production);

/// <summary>A line with what its method made of it.</summary>
public sealed record CalculatedLine(ReportLine Line, MethodReference Method, Tonnes Tonnes);

/// <summary>
/// Emissions of a holder and year that the authority accepted: what obligation and allocation stand on.
/// </summary>
/// <param name="Holder">Whose.</param>
/// <param name="Year">Emission year.</param>
/// <param name="Version">1 for the first acceptance, then one more for each correction.</param>
/// <param name="Lines">Verified lines; none where the authority determined the total alone.</param>
/// <param name="Total">Whole tonnes.</param>
/// <param name="Determined">True when the authority determined them instead of a verified report.</param>
public sealed record AcceptedEmissions(
    HolderId Holder,
    int Year,
    int Version,
    ImmutableArray<CalculatedLine> Lines,
    Tonnes Total,
    bool Determined = false);

/// <summary>数据质量控制方案: how a holder will measure a year.</summary>
/// <param name="Holder">Whose.</param>
/// <param name="Year">Emission year.</param>
/// <param name="Version">1, then one more for each amendment.</param>
/// <param name="Facilities">The facilities it covers.</param>
/// <param name="Text">Its text, or a summary of the attachment.</param>
/// <param name="Attachment">The document's digest, or null.</param>
/// <param name="FiledAt">When this version came.</param>
/// <param name="Late">True when the first version came after the deadline.</param>
/// <param name="InForceFrom">When it was approved, or filed where nobody reviews; null before.</param>
public sealed record MonitoringPlan(
    HolderId Holder,
    int Year,
    int Version,
    IReadOnlyList<FacilityId> Facilities,
    string Text,
    Digest? Attachment,
    DateTimeOffset FiledAt,
    bool Late,
    DateTimeOffset? InForceFrom = null);

/// <summary>Where a report stands.</summary>
public enum ReportStatus
{
    /// <summary>已报送: waits for a verifier; may be replaced.</summary>
    [Called("已报送", "submitted")]
    Submitted,

    /// <summary>核查中: with its verifier.</summary>
    [Called("核查中", "under verification")]
    UnderVerification,

    /// <summary>核查通过: a positive statement, waits for the authority.</summary>
    [Called("核查通过", "verified")]
    Verified,

    /// <summary>核查不通过: a negative statement, waits for the authority.</summary>
    [Called("核查不通过", "failed in verification")]
    Failed,

    /// <summary>退回: back at the entity, to be reported again.</summary>
    [Called("已退回", "sent back")]
    Returned,

    /// <summary>已认定: accepted.</summary>
    [Called("已认定", "accepted")]
    Accepted,
}

/// <summary>What a verifier concludes 核查结论.</summary>
public enum Opinion
{
    /// <summary>The report is right.</summary>
    [Called("通过", "positive")]
    Positive,

    /// <summary>The report is right with the verifier's own lines, conservative values included.</summary>
    [Called("更正后通过", "positive with corrections")]
    PositiveWithCorrections,

    /// <summary>No conclusion on the emissions is possible.</summary>
    [Called("不通过", "negative")]
    Negative,
}

/// <summary>The layer at which something was found.</summary>
public enum FindingLayer
{
    /// <summary>文件评审.</summary>
    Document,

    /// <summary>现场核查.</summary>
    Site,
}

/// <summary>不符合项 or remark of a verifier.</summary>
/// <param name="Layer">Where it was found.</param>
/// <param name="Item">What it is about: an input's name, a meter, a document.</param>
/// <param name="Text">What was found.</param>
/// <param name="NonConformity">True for a non-conformity, false for a remark.</param>
/// <param name="Resolved">True when the entity has put it right.</param>
/// <param name="ConservativeValue">The value used because it could not be put right; null when none was needed.</param>
public sealed record Finding(
    FindingLayer Layer, string Item, string Text, bool NonConformity, bool Resolved, decimal? ConservativeValue = null);

/// <summary>核查报告: a verifier's statement.</summary>
/// <param name="Number">Province, body, last six characters of the entity's code, year and version.</param>
/// <param name="Body">Who states it.</param>
/// <param name="Opinion">The conclusion.</param>
/// <param name="Lines">The verified lines.</param>
/// <param name="Total">The verified total in whole tonnes; zero with a negative opinion.</param>
/// <param name="ToldAt">When the entity was told: objections count from that day.</param>
/// <param name="Attachment">The document's digest, or null.</param>
public sealed record VerificationStatement(
    string Number,
    string Body,
    Opinion Opinion,
    ImmutableArray<CalculatedLine> Lines,
    Tonnes Total,
    DateTimeOffset ToldAt,
    Digest? Attachment);

/// <summary>年度排放报告: the latest version of what a holder reported for a year.</summary>
/// <param name="Holder">Whose.</param>
/// <param name="Year">Emission year.</param>
/// <param name="Version">1, then one more for each resubmission.</param>
/// <param name="Lines">The calculated lines.</param>
/// <param name="Total">Whole tonnes, the sum of the lines.</param>
/// <param name="Preparer">The service body that wrote it, or null.</param>
/// <param name="Attachment">The document's digest, or null.</param>
/// <param name="SubmittedAt">When this version came.</param>
/// <param name="Late">True when this version came after the deadline.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Verifier">The assigned body, or null.</param>
/// <param name="Findings">What the verifier has found so far.</param>
/// <param name="Statement">The verifier's statement, or null.</param>
/// <param name="ReturnedFor">Why it was sent back last, or null.</param>
public sealed record Report(
    HolderId Holder,
    int Year,
    int Version,
    ImmutableArray<CalculatedLine> Lines,
    Tonnes Total,
    string? Preparer,
    Digest? Attachment,
    DateTimeOffset SubmittedAt,
    bool Late,
    ReportStatus Status,
    string? Verifier,
    ImmutableArray<Finding> Findings,
    VerificationStatement? Statement,
    string? ReturnedFor)
{
    /// <summary>The versions of the year's monitoring plan that were in force when this version came.</summary>
    public ImmutableArray<int> PlanVersions { get; init; } = [];
}

/// <summary>技术服务机构: a body that prepares or verifies reports, province by province.</summary>
/// <param name="Code">Unified social credit code, or another unique code.</param>
/// <param name="Name">In the two languages.</param>
/// <param name="Staff">The people who sign for it.</param>
/// <param name="Prepares">Provinces in which it prepares reports.</param>
/// <param name="Verifies">Provinces in which it verifies reports.</param>
public sealed record ServiceBody(
    string Code,
    Text Name,
    ImmutableArray<UserId> Staff,
    ImmutableArray<string> Prepares,
    ImmutableArray<string> Verifies);

/// <summary>What an objection is against.</summary>
public enum ObjectionSubject
{
    /// <summary>The verification of a year's report.</summary>
    [Called("核查结果", "verification")]
    Verification,

    /// <summary>The allocation of a period.</summary>
    [Called("配额分配", "allocation")]
    Allocation,
}

/// <summary>异议: an entity asks the authority to look again.</summary>
/// <param name="Number">Counted from 1 within the scheme.</param>
/// <param name="Holder">Who objects.</param>
/// <param name="Subject">To what.</param>
/// <param name="Period">The year or period it is about.</param>
/// <param name="Text">Why.</param>
/// <param name="Attachment">Evidence, or null.</param>
/// <param name="AnswerBy">The last day of the answer.</param>
/// <param name="Upheld">True, false, or null while unanswered.</param>
/// <param name="Answer">The authority's reason, or null.</param>
/// <param name="AnsweredLate">True when the answer came after its last day.</param>
public sealed record Objection(
    int Number,
    HolderId Holder,
    ObjectionSubject Subject,
    CompliancePeriod Period,
    string Text,
    Digest? Attachment,
    DateOnly AnswerBy,
    bool? Upheld = null,
    string? Answer = null,
    bool AnsweredLate = false);
