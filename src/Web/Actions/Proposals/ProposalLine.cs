using System.Text.Json;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Approval;
using Tanheng.Web.Actions.Speech;
using Tanheng.Web.People;

namespace Tanheng.Web.Actions.Proposals;

/// <summary>A proposal as one person sees it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Command">The stable name of the proposed command.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Holder">For whom it acts; null for the scheme's own business.</param>
/// <param name="Initiator">Who proposed.</param>
/// <param name="ProposedAt">When, in the scheme's zone.</param>
/// <param name="ExpiresAt">When it lapses unanswered, in the scheme's zone.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="DecidedBy">Who decided.</param>
/// <param name="Reason">Why it was rejected or withdrawn.</param>
/// <param name="AssignedTo">Who alone decides; null when every approver may.</param>
/// <param name="Comment">What the approver said.</param>
/// <param name="CommentRequired">True when whoever approves must say why.</param>
/// <param name="Barred">Why the reader may not decide it; null when the reader may.</param>
/// <param name="IsOwn">True when the reader proposed it.</param>
public sealed record ProposalLine(
    ProposalId Id,
    string Command,
    Text Title,
    Text? Holder,
    UserId Initiator,
    DateTime ProposedAt,
    DateTime ExpiresAt,
    ProposalStatus Status,
    UserId? DecidedBy,
    string Reason,
    UserId? AssignedTo,
    string? Comment,
    bool CommentRequired,
    Refusal? Barred,
    bool IsOwn)
{
    /// <summary>True when it waits.</summary>
    public bool Waits => Status == ProposalStatus.Waiting;

    /// <summary>A proposal for a reader; null when there is none, or none the reader may see.</summary>
    public static ProposalLine? Of(SchemeState state, Mandate reader, ProposalId id) =>
        state.Approvals.Proposals.TryGetValue(id, out var proposal) && MaySee(state, reader, proposal)
            ? Of(state, new Naming(state), reader, proposal)
            : null;

    /// <summary>All that the reader may see, newest first.</summary>
    public static IReadOnlyList<ProposalLine> All(SchemeState state, Mandate reader)
    {
        var naming = new Naming(state);
        return [.. state.Approvals.Proposals.Values
            .Where(proposal => MaySee(state, reader, proposal))
            .OrderByDescending(proposal => proposal.Id.Value)
            .Select(proposal => Of(state, naming, reader, proposal))];
    }

    /// <summary>How many wait for the reader's decision.</summary>
    public static int CountFor(SchemeState state, Mandate reader) => state.Approvals.Waiting.Count(id =>
        Barring(state, reader.User, state.Approvals.Proposals[new ProposalId(id)]) is null);

    /// <summary>The proposed command, or null when this program no longer knows its shape.</summary>
    public static Command? InnerOf(Proposal proposal)
    {
        try
        {
            return Catalogue.Scheme.CommandNamed(proposal.Command) is { } entry
                ? (Command?)proposal.Data.Deserialize(entry.Type, SchemeJson.Options)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>
    /// Who proposed it, who may decide it, who reads the holder's business, and who reads everything.
    /// </summary>
    private static bool MaySee(SchemeState state, Mandate reader, Proposal proposal) =>
        reader.ReadsEverything
        || proposal.Initiator == reader.User
        || (proposal.Holder is { } holder && reader.MayRead(holder))
        || Deciding.CheckApprover(state, reader.User, proposal) is null;

    private static Refusal? Barring(SchemeState state, UserId user, Proposal proposal) =>
        Deciding.CheckApprover(state, user, proposal)
        ?? (Deciding.IsAnothers(state, user, proposal)
            ? ApprovalRefusals.AssignedToAnother.With(("proposal", proposal.Id), ("user", proposal.AssignedTo))
            : null);

    private static ProposalLine Of(SchemeState state, Naming naming, Mandate reader, Proposal proposal) => new(
        proposal.Id,
        proposal.Command,
        ActionWords.TitleOf(proposal.Command),
        proposal.Holder is { } holder ? naming.Holder(holder) : null,
        proposal.Initiator,
        state.Rules.Calendar.Local(proposal.ProposedAt),
        state.Rules.Calendar.Local(proposal.ExpiresAt),
        proposal.Status,
        proposal.DecidedBy,
        proposal.Reason,
        proposal.AssignedTo,
        proposal.Comment,
        state.Rules.Approval(proposal.Command) is { CommentRequired: true },
        Barring(state, reader.User, proposal),
        proposal.Initiator == reader.User);
}

/// <summary>How long there is left, in words.</summary>
public static class Countdown
{
    /// <summary>Days when there are any, else hours and minutes; that it is over when it is.</summary>
    public static Text Until(DateTime now, DateTime end)
    {
        var left = end - now;
        return left switch
        {
            _ when left <= TimeSpan.Zero => new Text("已过期", "over"),
            { TotalDays: >= 2 } => new Text($"还有 {left.Days} 天", $"{left.Days} days left"),
            { TotalDays: >= 1 } => new Text($"还有 1 天 {left.Hours} 小时", $"1 day {left.Hours} h left"),
            { TotalHours: >= 1 } => new Text(
                $"还有 {left.Hours} 小时 {left.Minutes} 分", $"{left.Hours} h {left.Minutes} min left"),
            _ => new Text($"还有 {left.Minutes} 分钟", $"{left.Minutes} min left"),
        };
    }
}
