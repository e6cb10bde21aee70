using System.Text.Json;
using Tanheng.Ledger;
using Tanheng.Quantities;

namespace Tanheng.Scheme.Approval;

/// <summary>Where a proposal stands.</summary>
public enum ProposalStatus
{
    /// <summary>待批: waits for a second person.</summary>
    [Called("待复核", "waiting")]
    Waiting,

    /// <summary>已批准: took effect.</summary>
    [Called("已通过", "approved")]
    Approved,

    /// <summary>已驳回: refused by a second person.</summary>
    [Called("已驳回", "rejected")]
    Rejected,

    /// <summary>已撤回: taken back by its initiator.</summary>
    [Called("已撤回", "withdrawn")]
    Withdrawn,

    /// <summary>已失效: nobody answered in time.</summary>
    [Called("已失效", "lapsed")]
    Expired,
}

/// <summary>A command that takes effect when a second person approves.</summary>
/// <param name="Id">Given by the scheme.</param>
/// <param name="Initiator">Who proposed; never approves.</param>
/// <param name="Holder">For whom it acts; null for the scheme's own business.</param>
/// <param name="Command">The command's stable name.</param>
/// <param name="Data">The command as JSON.</param>
/// <param name="ProposedAt">UTC.</param>
/// <param name="ExpiresAt">UTC; unanswered it lapses then.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="DecidedBy">Who approved or rejected; null before and when nobody did.</param>
/// <param name="Reason">Why it was rejected or withdrawn.</param>
/// <param name="Keys">What only one proposal may be about at a time; null when it keeps nothing for itself.</param>
/// <param name="Accounts">The accounts it concerns; null when none.</param>
/// <param name="AssignedTo">Who alone decides; null when every approver may.</param>
/// <param name="Comment">What the approver said.</param>
public sealed record Proposal(
    ProposalId Id,
    UserId Initiator,
    HolderId? Holder,
    string Command,
    JsonElement Data,
    DateTimeOffset ProposedAt,
    DateTimeOffset ExpiresAt,
    ProposalStatus Status = ProposalStatus.Waiting,
    UserId? DecidedBy = null,
    string Reason = "",
    IReadOnlyList<string>? Keys = null,
    IReadOnlyList<AccountId>? Accounts = null,
    UserId? AssignedTo = null,
    string? Comment = null)
{
    /// <summary>Its item of the agenda.</summary>
    internal Due Expiry => new(ExpiresAt, DueKind.ProposalExpiry, Id.Value.ToString("D12"));
}

/// <summary>Proposals. Changed only by applying events.</summary>
public sealed class ApprovalState
{
    /// <summary>Every proposal ever made, by id.</summary>
    public Dictionary<ProposalId, Proposal> Proposals { get; } = [];

    /// <summary>Those that wait.</summary>
    public SortedSet<long> Waiting { get; } = [];

    /// <summary>Keys of the proposals that wait, and which proposal keeps each.</summary>
    public Dictionary<string, ProposalId> Kept { get; } = [];

    /// <summary>Proposals that wait and concern an account, oldest first.</summary>
    public IEnumerable<Proposal> WaitingFor(AccountId account) => Waiting
        .Select(id => Proposals[new ProposalId(id)])
        .Where(proposal => proposal.Accounts?.Contains(account) == true);

    /// <summary>True when a proposal of the holder waits.</summary>
    public bool IsWaitingFor(HolderId holder) => Waiting.Any(id => Proposals[new ProposalId(id)].Holder == holder);
}
