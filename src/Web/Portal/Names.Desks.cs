using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Registry;

namespace Tanheng.Web.Portal;

public static partial class Names
{
    /// <summary>Who did something: a person by the name of signing in, the program by what it is.</summary>
    public static Text OfActor(UserId actor) =>
        actor == UserId.System ? Of(Role.System) : new Text(actor.Name, actor.Name);

    /// <summary>Where a case stands.</summary>
    public static Text Of(CaseStatus status) => status switch
    {
        CaseStatus.Open => new("立案", "Open"),
        CaseStatus.Decided => new("已决定", "Decided"),
        CaseStatus.Closed => new("结案", "Closed"),
        CaseStatus.Withdrawn => new("已撤销", "Withdrawn"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>Where an order to correct stands.</summary>
    public static Text Of(CorrectionStatus status) => status switch
    {
        CorrectionStatus.None => new("未责令", "No order"),
        CorrectionStatus.Ordered => new("已责令", "Ordered"),
        CorrectionStatus.Refused => new("拒不改正", "Refused"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>Whether a holder still exists.</summary>
    public static Text Of(HolderStatus status) => status switch
    {
        HolderStatus.Active => new("存续", "Active"),
        HolderStatus.Succeeded => new("已承继", "Succeeded"),
        HolderStatus.Dissolved => new("已终止", "Dissolved"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>Where a pledge is in its life.</summary>
    public static Text Of(PledgeStatus status) => status switch
    {
        PledgeStatus.Applied => new("待质权人确认", "Applied for"),
        PledgeStatus.Registered => new("已登记", "Registered"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>Which records do not agree.</summary>
    public static Text Of(DiscrepancyKind kind) => kind switch
    {
        DiscrepancyKind.Statement => new("对账单", "Statement"),
        DiscrepancyKind.Serials => new("序列号", "Serials"),
        DiscrepancyKind.Kept => new("冻结、质押与待执行", "Freezes, pledges and waiting transfers"),
        DiscrepancyKind.Surrendered => new("已清缴账户", "Surrendered account"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
