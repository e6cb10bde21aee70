using Tanheng.Quantities;

namespace Tanheng.Rulebook;

/// <summary>What a unit is worth under the law.</summary>
public enum UnitKind
{
    /// <summary>碳排放配额: permission to emit one tonne.</summary>
    Allowance,

    /// <summary>减排量: one tonne reduced or removed elsewhere, usable within the offset limit.</summary>
    Offset,
}

/// <summary>A family of units, such as CEA, its vintages, and who may mint it.</summary>
public sealed record UnitRule : Rule
{
    /// <summary>The trading code: CEA, CCER, EUA.</summary>
    public required string Code { get; init; }

    /// <summary>Allowance or offset.</summary>
    public required UnitKind Kind { get; init; }

    /// <summary>Its names.</summary>
    public required Text Title { get; init; }

    /// <summary>Vintages 年度标的 in order; empty when the family has none.</summary>
    public required IReadOnlyList<CompliancePeriod> Vintages { get; init; }

    /// <summary>
    /// The ledger's code of one vintage: <c>CEA-2021</c>; of a family without vintages the plain code.
    /// </summary>
    public string AssetCode(CompliancePeriod vintage) => vintage == default ? Code : Code + "-" + vintage;
}

/// <summary>Who may send and receive by a transaction type, and what it needs before it settles.</summary>
public sealed record TransactionRule : Rule
{
    /// <summary>Stable code, as in the domain's table: InitialIssue, Surrender, PositionMove, …</summary>
    public required string Code { get; init; }

    /// <summary>Its names.</summary>
    public required Text Title { get; init; }

    /// <summary>Account kinds that may send.</summary>
    public required IReadOnlyList<AccountKind> From { get; init; }

    /// <summary>Account kinds that may receive.</summary>
    public required IReadOnlyList<AccountKind> To { get; init; }

    /// <summary>Hours between approval and execution; 0 settles at once.</summary>
    public int DelayHours { get; init; }

    /// <summary>The same when the receiver is trusted; null where trust makes no difference.</summary>
    public int? TrustedDelayHours { get; init; }

    /// <summary>Which hours of the delay count.</summary>
    public Runs DelayRuns { get; init; }

    /// <summary>When it may execute.</summary>
    public Executes Executes { get; init; }

    /// <summary>Most tonnes of one transaction; null where there is no limit.</summary>
    public Tonnes? Limit { get; init; }

    /// <summary>Most tonnes that leave one account on one local day; null where there is no limit.</summary>
    public Tonnes? DailyLimit { get; init; }

    /// <summary>Days in which the authority may reverse it; null when it is final.</summary>
    public int? ReversibleDays { get; init; }

    /// <summary>The wait before it executes.</summary>
    public Wait Delay(bool trusted) =>
        new(trusted ? TrustedDelayHours ?? DelayHours : DelayHours, DelayRuns, Executes);
}
