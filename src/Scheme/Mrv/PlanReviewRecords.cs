using System.Collections.Immutable;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Mrv;

/// <summary>Where the review of a monitoring plan stands.</summary>
public enum PlanReviewStatus
{
    /// <summary>审核中: with the reviewer.</summary>
    InReview,

    /// <summary>退回修改: the holder has to file an amended plan.</summary>
    Returned,

    /// <summary>已批准: in force.</summary>
    Granted,

    /// <summary>不予批准.</summary>
    Refused,

    /// <summary>视为撤回: not pursued any more.</summary>
    Withdrawn,
}

/// <summary>What is decided about a section of a plan.</summary>
public enum SectionVerdict
{
    /// <summary>认可.</summary>
    Accepted,

    /// <summary>不认可.</summary>
    Refused,

    /// <summary>需修改: the notes say what to change.</summary>
    ChangesNeeded,
}

/// <summary>How a review ends.</summary>
public enum PlanOutcome
{
    /// <summary>批准: every section is accepted.</summary>
    Granted,

    /// <summary>不予批准: every section is decided, and none waits for changes.</summary>
    Refused,

    /// <summary>视为撤回: at any time.</summary>
    Withdrawn,
}

/// <summary>A section with what is decided about it.</summary>
/// <param name="Section">Which.</param>
/// <param name="Verdict">The decision.</param>
/// <param name="Notes">Why, or what to change; may be missing where it is accepted.</param>
public sealed record SectionDecision(PlanSection Section, SectionVerdict Verdict, string? Notes = null);

/// <summary>A question to the holder 补充说明; the review waits for its end.</summary>
/// <param name="Text">What is asked.</param>
/// <param name="AskedAt">From when the clock stands.</param>
/// <param name="AnswerBy">The last day of the answer.</param>
/// <param name="EndedAt">When it was answered or cancelled; null while it is open.</param>
/// <param name="Answer">The answer; null while it is open or where it was cancelled.</param>
/// <param name="Attachment">What came with the answer.</param>
/// <param name="DaysAdded">Whole days by which the review's deadline moved.</param>
public sealed record PlanQuestion(
    string Text,
    DateTimeOffset AskedAt,
    DateOnly AnswerBy,
    DateTimeOffset? EndedAt = null,
    string? Answer = null,
    Digest? Attachment = null,
    int DaysAdded = 0);

/// <summary>The review of a monitoring plan.</summary>
/// <param name="Holder">Whose plan.</param>
/// <param name="Year">Emission year.</param>
/// <param name="Version">The version that is looked at.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="DueBy">The last day of the decision.</param>
/// <param name="Asked">The sections to decide, in the order of the plan.</param>
/// <param name="Sections">Those decided.</param>
/// <param name="Questions">What the holder was asked, oldest first; at most the last is open.</param>
/// <param name="Reason">Why it was refused, withdrawn or recalled; null before.</param>
public sealed record PlanReview(
    HolderId Holder,
    int Year,
    int Version,
    PlanReviewStatus Status,
    DateOnly DueBy,
    ImmutableArray<PlanSection> Asked,
    ImmutableArray<SectionDecision> Sections,
    ImmutableArray<PlanQuestion> Questions,
    string? Reason = null)
{
    /// <summary>True until it is decided.</summary>
    public bool IsOpen => Status is PlanReviewStatus.InReview or PlanReviewStatus.Returned;

    /// <summary>The question that waits for its answer, or null.</summary>
    public PlanQuestion? Question => Questions is [.., { EndedAt: null } open] ? open : null;

    /// <summary>The sections nobody has decided.</summary>
    public IEnumerable<PlanSection> Undecided => Asked.Where(section => Of(section) is null);

    /// <summary>What is decided about a section, or null.</summary>
    public SectionDecision? Of(PlanSection section) => Sections.FirstOrDefault(one => one.Section == section);

    /// <summary>The sections with a verdict.</summary>
    public IEnumerable<PlanSection> With(SectionVerdict verdict) =>
        Sections.Where(one => one.Verdict == verdict).Select(one => one.Section);
}

/// <summary>What sections and standings are called, for refusals and pages.</summary>
public static class PlanNames
{
    /// <summary>A section of a plan.</summary>
    public static Text Of(PlanSection section) => section switch
    {
        PlanSection.Entity => new("单位基本情况", "Entity"),
        PlanSection.Boundary => new("核算边界和排放设施", "Boundary and facilities"),
        PlanSection.Methods => new("核算方法与参数", "Methods and parameters"),
        PlanSection.Measuring => new("计量与监测", "Measuring"),
        PlanSection.QualityControl => new("内部质量控制和质量保证", "Quality control"),
        _ => throw new ArgumentOutOfRangeException(nameof(section)),
    };

    /// <summary>Where a review stands.</summary>
    public static Text Of(PlanReviewStatus status) => status switch
    {
        PlanReviewStatus.InReview => new("审核中", "In review"),
        PlanReviewStatus.Returned => new("退回修改", "Returned for changes"),
        PlanReviewStatus.Granted => new("已批准", "Granted"),
        PlanReviewStatus.Refused => new("不予批准", "Refused"),
        PlanReviewStatus.Withdrawn => new("视为撤回", "Deemed withdrawn"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>Who may review.</summary>
    public static Text Of(Role role) => role == Role.RegistryOperator
        ? new("注册登记机构", "Registry operator")
        : new("主管部门", "Authority");

    /// <summary>Several sections, one after another.</summary>
    public static Text Of(IEnumerable<PlanSection> sections)
    {
        var names = sections.Select(Of).ToList();
        return new Text(
            string.Join("、", names.Select(name => name.Zh)), string.Join(", ", names.Select(name => name.En)));
    }
}
