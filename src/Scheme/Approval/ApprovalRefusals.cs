using Tanheng.Quantities;

namespace Tanheng.Scheme.Approval;

/// <summary>Why four eyes say no.</summary>
public static class ApprovalRefusals
{
    /// <summary>Needs a second person.</summary>
    public static readonly RefusalCode NeedsSecondPerson = RefusalCode.Final(
        6001,
        "needs-second-person",
        "{command} 须经第二人批准：请用 propose 提交，由另一名有权人员批准。",
        "{command} needs a second person: send it as a proposal (propose) and let another approve it.");

    /// <summary>One person is enough.</summary>
    public static readonly RefusalCode NoSecondPersonNeeded = RefusalCode.Final(
        6002,
        "no-second-person-needed",
        "{command} 无须第二人批准，请直接提交。",
        "{command} needs no second person; send it directly.");

    /// <summary>No such command.</summary>
    public static readonly RefusalCode UnknownCommand = RefusalCode.Final(
        6003, "unknown-command", "没有名为 {command} 的命令，请核对名称。", "There is no command {command}; check the name.");

    /// <summary>The command's JSON is not one of that name.</summary>
    public static readonly RefusalCode BadCommand = RefusalCode.Final(
        6004, "bad-command", "{command} 的内容有误：{problem}", "The content of {command} is wrong: {problem}");

    /// <summary>No such proposal.</summary>
    public static readonly RefusalCode UnknownProposal = RefusalCode.Final(
        6005, "unknown-proposal", "提案 {proposal} 不存在，请核对编号。", "There is no proposal {proposal}; check the number.");

    /// <summary>Decided, withdrawn or lapsed.</summary>
    public static readonly RefusalCode AlreadyDecided = RefusalCode.Final(
        6006, "already-decided", "提案 {proposal} 已办结（{status}）。", "Proposal {proposal} is {status} already.");

    /// <summary>The initiator approves.</summary>
    public static readonly RefusalCode OwnProposal = RefusalCode.Final(
        6007,
        "own-proposal",
        "提案 {proposal} 由 {actor} 本人提交，须由另一人复核。",
        "{actor} made proposal {proposal} and cannot decide on it; a second person must.");

    /// <summary>Not one of the approvers.</summary>
    public static readonly RefusalCode NotAnApprover = RefusalCode.Final(
        6008, "not-an-approver", "{actor} 无权复核 {command}。", "{actor} may not approve {command}.");

    /// <summary>Only the initiator withdraws.</summary>
    public static readonly RefusalCode NotTheInitiator = RefusalCode.Final(
        6009,
        "not-the-initiator",
        "只有提交人 {initiator} 可以撤回提案 {proposal}。",
        "Only {initiator} may withdraw proposal {proposal}.");

    /// <summary>A reason must be given.</summary>
    public static readonly RefusalCode ReasonMissing = RefusalCode.Final(
        6010, "reason-missing", "请写明理由。", "A reason must be given.");

    /// <summary>The rulebook no longer has a rule for the command.</summary>
    public static readonly RefusalCode RuleGone = RefusalCode.Final(
        6011,
        "approval-rule-gone",
        "现行规则手册不再要求 {command} 经第二人批准，请撤回后直接提交。",
        "The rulebook no longer asks for a second person for {command}; withdraw it and send it directly.");

    /// <summary>One such proposal at a time.</summary>
    public static readonly RefusalCode AnotherWaits = RefusalCode.Passing(
        6012,
        "another-waits",
        "关于“{what}”已有待批提案 {proposal}，请待其办结后再提交。",
        "Proposal {proposal} about \"{what}\" waits already; send yours when it is decided.");

    /// <summary>Somebody else has taken it on.</summary>
    public static readonly RefusalCode AssignedToAnother = RefusalCode.Passing(
        6013,
        "assigned-to-another",
        "提案 {proposal} 已由 {user} 领办，请由其办理，或请其释放。",
        "Proposal {proposal} is assigned to {user}, who must decide it or let it go.");

    /// <summary>A reason for saying yes.</summary>
    public static readonly RefusalCode CommentMissing = RefusalCode.Final(
        6014, "comment-missing", "批准 {command} 须写明意见。", "Whoever approves {command} must say why.");

    /// <summary>Nothing to assign.</summary>
    public static readonly RefusalCode AssignmentUnchanged = RefusalCode.Final(
        6015,
        "assignment-unchanged",
        "提案 {proposal} 的领办人没有变化。",
        "Nothing changes about who decides proposal {proposal}.");

    /// <summary>No proposal named.</summary>
    public static readonly RefusalCode NoProposals = RefusalCode.Final(
        6016, "no-proposals", "请至少选择一个提案。", "Name at least one proposal.");

    /// <summary>Several proposals cannot be taken on.</summary>
    public static readonly RefusalCode SeveralRefused = RefusalCode.Passing(
        6017,
        "several-refused",
        "{count} 个提案不能办理，全部未变更：{problems_zh}",
        "{count} of the proposals cannot be assigned, so none is: {problems_en}");
}
