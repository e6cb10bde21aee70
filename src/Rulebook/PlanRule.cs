namespace Tanheng.Rulebook;

/// <summary>A part of a monitoring plan 数据质量控制方案 that is decided on its own.</summary>
public enum PlanSection
{
    /// <summary>单位基本情况: who operates what.</summary>
    Entity,

    /// <summary>核算边界和排放设施: facilities and sources.</summary>
    Boundary,

    /// <summary>核算方法与参数: methods and parameters.</summary>
    Methods,

    /// <summary>计量与监测: instruments, sampling, frequency.</summary>
    Measuring,

    /// <summary>内部质量控制和质量保证: duties, checks, archives.</summary>
    QualityControl,
}

/// <summary>How monitoring plans are reviewed, and whether a report needs an approved one.</summary>
public sealed record PlanRule : Rule
{
    /// <summary>Calendar days after a plan was filed in which it is decided; the last one counts to its end.</summary>
    public required int ReviewDays { get; init; }

    /// <summary>The same for an amendment of a plan that was approved; null where it has the same days.</summary>
    public int? AmendmentDays { get; init; }

    /// <summary>Roles that may review: authority, registry operator.</summary>
    public required IReadOnlyList<Role> Reviewers { get; init; }

    /// <summary>What is decided on its own, in the order of the plan.</summary>
    public required IReadOnlyList<PlanSection> Sections { get; init; }

    /// <summary>True when a report is taken only where an approved plan of its year exists.</summary>
    public bool ReportNeedsPlan { get; init; }
}
