using Tanheng.Quantities;

namespace Tanheng.Scheme.Allocation;

/// <summary>Why allocation says no.</summary>
public static class AllocationRefusals
{
    /// <summary>The rulebook has no such period.</summary>
    public static readonly RefusalCode PeriodUnknown = RefusalCode.Final(
        4001, "period-unknown", "规则手册没有履约周期 {period}。", "The rulebook has no compliance period {period}.");

    /// <summary>Not on the list of any year of the period.</summary>
    public static readonly RefusalCode NotCovered = RefusalCode.Final(
        4002,
        "not-covered",
        "主体 {holder} 不在 {period} 任一年度的名录中。",
        "Holder {holder} is on no list of {period}.");

    /// <summary>The rulebook has no methods for the sector.</summary>
    public static readonly RefusalCode SectorWithoutMethods = RefusalCode.Final(
        4003,
        "sector-without-allocation",
        "规则手册未规定行业 {sector} 在 {period} 的分配方法。",
        "The rulebook has no allocation method for sector {sector} in {period}.");

    /// <summary>The plan has no pre-allocation.</summary>
    public static readonly RefusalCode NoPreAllocation = RefusalCode.Final(
        4004,
        "no-pre-allocation",
        "{period} 的分配方案不对行业 {sector} 进行预分配。",
        "The plan of {period} has no pre-allocation for sector {sector}.");

    /// <summary>Done before.</summary>
    public static readonly RefusalCode AlreadyPreAllocated = RefusalCode.Final(
        4005,
        "already-pre-allocated",
        "主体 {holder} 在 {period} 已预分配 {quantity}，请改用调整。",
        "Holder {holder} was pre-allocated {quantity} in {period} already; adjust it instead.");

    /// <summary>The final figure stands.</summary>
    public static readonly RefusalCode AlreadyDetermined = RefusalCode.Final(
        4006,
        "already-determined",
        "主体 {holder} 在 {period} 的配额已核定为 {quantity}，请改用更正或调整。",
        "The allocation of holder {holder} in {period} was determined as {quantity}; correct the report or adjust it.");

    /// <summary>The method needs accepted emissions.</summary>
    public static readonly RefusalCode EmissionsMissing = RefusalCode.Passing(
        4007,
        "emissions-missing",
        "主体 {holder} 的 {year} 年排放量尚未认定，不能分配。",
        "The emissions of holder {holder} in {year} are not accepted; nothing can be allocated on them.");

    /// <summary>The method cannot stand for an allocation.</summary>
    public static readonly RefusalCode MethodWithoutFinal = RefusalCode.Final(
        4008,
        "method-without-final",
        "分配方法 {method} 没有输出 final，不能用于分配。",
        "Method {method} has no output named final and cannot allocate.");

    /// <summary>A result that is not whole tonnes, or below zero.</summary>
    public static readonly RefusalCode FinalNotWhole = RefusalCode.Final(
        4009,
        "final-not-whole",
        "方法 {method} 得到 {value}，应为不小于零的整数吨。",
        "Method {method} gives {value}; it must be whole tonnes, zero or more.");

    /// <summary>The sector's method calculates.</summary>
    public static readonly RefusalCode MethodTakesNoQuantity = RefusalCode.Final(
        4010,
        "method-takes-no-quantity",
        "方法 {method} 按公式计算，不接受直接给定的数量。",
        "Method {method} calculates; it takes no stated quantity.");

    /// <summary>Nothing at all changes.</summary>
    public static readonly RefusalCode NothingToAllocate = RefusalCode.Final(
        4011, "nothing-to-allocate", "{period} 没有需要分配或变更的配额。", "Nothing is to be allocated or changed in {period}.");

    /// <summary>No account to deliver to.</summary>
    public static readonly RefusalCode NowhereToDeliver = RefusalCode.Passing(
        4012,
        "nowhere-to-deliver",
        "主体 {holder} 尚未开立登记账户，请先开户。",
        "Holder {holder} has no registry account; open one first.");

    /// <summary>The province has no account.</summary>
    public static readonly RefusalCode NoProvincialAccount = RefusalCode.Passing(
        4013,
        "no-provincial-account",
        "{province} 没有省级账户，请先开立。",
        "{province} has no provincial account; open it first.");

    /// <summary>One holder stops a run.</summary>
    public static readonly RefusalCode RunStopped = RefusalCode.Passing(
        4014,
        "run-stopped",
        "主体 {holder} 不能分配（TH{code}）：{zh} 请处理后重试，或选择跳过。",
        "Holder {holder} cannot be allocated (TH{code}): {en} Settle it and run again, or skip such holders.");

    /// <summary>Zero is no adjustment.</summary>
    public static readonly RefusalCode AdjustmentZero = RefusalCode.Final(
        4015, "adjustment-zero", "调整数量不得为零。", "The adjustment must not be zero.");

    /// <summary>More taken than there is.</summary>
    public static readonly RefusalCode AdjustmentTooLarge = RefusalCode.Final(
        4016,
        "adjustment-too-large",
        "调整 {quantity} 将使应得配额 {basis} 低于零。",
        "An adjustment of {quantity} would bring the entitlement of {basis} below zero.");

    /// <summary>No entitlement yet.</summary>
    public static readonly RefusalCode NothingAllocated = RefusalCode.Passing(
        4017,
        "nothing-allocated",
        "主体 {holder} 在 {period} 尚未分配配额。",
        "Nothing was allocated to holder {holder} in {period} yet.");

    /// <summary>Granted before.</summary>
    public static readonly RefusalCode AlreadyGranted = RefusalCode.Final(
        4018,
        "already-granted",
        "设施 {facility} 在 {period} 已获新增设施配额 {quantity}。",
        "Facility {facility} was granted {quantity} in {period} already.");

    /// <summary>Closed facilities get nothing.</summary>
    public static readonly RefusalCode FacilityClosed = RefusalCode.Final(
        4019,
        "facility-closed",
        "设施 {facility} 已于 {date} 关停，不能新增配额。",
        "Facility {facility} was closed on {date}; it is granted nothing.");

    /// <summary>Activity and value, or a method.</summary>
    public static readonly RefusalCode GrantBasis = RefusalCode.Final(
        4020,
        "grant-basis",
        "请提供活动水平和先进值（均大于零），或提供方法和输入，二者只能取一。",
        "Give activity and advanced value (both above zero), or a method with inputs, not both.");

    /// <summary>The unit still runs.</summary>
    public static readonly RefusalCode UnitStillRuns = RefusalCode.Final(
        4021, "unit-still-runs", "机组 {unit} 未关停，不能收回其配额。", "Unit {unit} is not closed; nothing is taken back for it.");

    /// <summary>Nothing was given for the unit.</summary>
    public static readonly RefusalCode UnitWithoutFigure = RefusalCode.Final(
        4022,
        "unit-without-figure",
        "机组 {unit} 在 {period} 的预分配中没有配额。",
        "The pre-allocation of {period} has no figure for unit {unit}.");

    /// <summary>Taken back before.</summary>
    public static readonly RefusalCode AlreadyReclaimed = RefusalCode.Final(
        4023,
        "already-reclaimed",
        "机组 {unit} 在 {period} 的配额已收回 {quantity}。",
        "{quantity} was taken back for unit {unit} in {period} already.");

    /// <summary>Withheld, or not.</summary>
    public static readonly RefusalCode WithholdingUnchanged = RefusalCode.Final(
        4024,
        "withholding-unchanged",
        "主体 {holder} 在 {period} 的配额暂停发放状态没有变化。",
        "The withholding of holder {holder} in {period} is so already.");

    /// <summary>Nothing is owed.</summary>
    public static readonly RefusalCode NoArrears = RefusalCode.Final(
        4025,
        "no-arrears",
        "主体 {holder} 在 {period} 没有待收回的配额。",
        "Holder {holder} has nothing to give back for {period}.");

    /// <summary>Nothing is there to take.</summary>
    public static readonly RefusalCode NothingToTake = RefusalCode.Passing(
        4026,
        "nothing-to-take",
        "主体 {holder} 的账户中没有可收回的 {asset}，仍欠 {arrears}。",
        "The accounts of holder {holder} hold no {asset} that could be taken; {arrears} remain due.");

    /// <summary>An allocation below zero.</summary>
    public static readonly RefusalCode QuantityNegative = RefusalCode.Final(
        4027, "quantity-negative", "配额数量不得为负：{quantity}。", "An allocation must not be below zero; it is {quantity}.");

    /// <summary>The same holder twice.</summary>
    public static readonly RefusalCode HolderTwice = RefusalCode.Final(
        4028, "holder-twice", "第 {row} 行的主体 {holder} 重复。", "Row {row} repeats holder {holder}.");

    /// <summary>More than the cap leaves.</summary>
    public static readonly RefusalCode BeyondCap = RefusalCode.Passing(
        4029,
        "beyond-cap",
        "{period} 的总量上限为 {cap}，已核定 {used}，待批提案占用 {reserved}，尚余 {left}；本次需要 {wanted}，请减少数量。",
        "The cap of {period} is {cap}; {used} are decided, {reserved} are kept by proposals that wait, {left} are "
            + "left; this needs {wanted}: allocate less.");

    /// <summary>Several rows are wrong.</summary>
    public static readonly RefusalCode RowsWrong = RefusalCode.Final(
        4030,
        "rows-wrong",
        "配额表有 {count} 行不正确，请全部更正后重新提交：{problems_zh}",
        "{count} rows of the table are wrong; correct all of them and send it again: {problems_en}");
}
