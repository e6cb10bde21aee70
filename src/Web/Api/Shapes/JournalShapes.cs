using System.Text.Json;
using Tanheng.Engine.Journal;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Approval;
using Tanheng.Web.Actions;

namespace Tanheng.Web.Api.Shapes;

/// <summary>
/// A row of the journal. The public sees sequence, time and hashes; officials everything; whoever sent the command that
/// row, without what is not for him: alerts, and with whom he traded.
/// </summary>
/// <param name="Sequence">Counted from 1 without gaps.</param>
/// <param name="Time">Never before the row above.</param>
/// <param name="Previous">The hash of the row above; zeros in row 1.</param>
/// <param name="Hash">The hash of this row.</param>
/// <param name="Actor">Who asked.</param>
/// <param name="Command">The command's name.</param>
/// <param name="CommandId">The sender's identity of the command, 32 hexadecimal digits.</param>
/// <param name="InputHash">SHA-256 of the command's JSON.</param>
/// <param name="Events">
/// The events, byte for byte as they are hashed; left out of one's own row when it tells with whom one traded.
/// </param>
public sealed record JournalRowView(
    long Sequence,
    DateTimeOffset Time,
    Digest Previous,
    Digest Hash,
    UserId? Actor,
    string? Command,
    CommandId? CommandId,
    Digest? InputHash,
    JsonElement? Events)
{
    /// <summary>
    /// What somebody may see of a row: officials all of it, its sender all but events that are not for him, others when
    /// it was written and its place in the chain.
    /// </summary>
    public static JournalRowView Of(JournalRow row, bool whole, bool own)
    {
        if (!whole && !own)
        {
            return new(row.Sequence, row.Time, row.Previous, row.Hash, null, null, null, null, null);
        }

        return new(
            row.Sequence,
            row.Time,
            row.Previous,
            row.Hash,
            row.Actor,
            row.Command,
            row.CommandId,
            row.InputHash,
            whole || row.ReadEvents().All(Told.IsOpen) ? JsonElement.Parse(row.Events.Span) : null);
    }
}

/// <summary>
/// The last row of the journal: write its hash down elsewhere, and nobody can change what is before it.
/// </summary>
/// <param name="Scheme">The market's id.</param>
/// <param name="Sequence">The last row; 0 for an empty journal.</param>
/// <param name="Hash">Its hash.</param>
public sealed record JournalHeadView(string Scheme, long Sequence, Digest Hash);

/// <summary>What the last verification of the journal said.</summary>
/// <param name="Running">True while one is under way.</param>
/// <param name="Row">How far it is.</param>
/// <param name="Rows">Rows altogether.</param>
/// <param name="At">When the last one ended; left out before the first.</param>
/// <param name="VerifiedRows">Rows that it covered.</param>
/// <param name="Hash">The hash of the last of them.</param>
/// <param name="Holds">True when nothing was found.</param>
/// <param name="Findings">How many things were found.</param>
public sealed record JournalVerificationView(
    bool Running,
    long Row,
    long Rows,
    DateTimeOffset? At,
    long? VerifiedRows,
    string? Hash,
    bool? Holds,
    int? Findings);

/// <summary>A command that waits, or waited, for a second person.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Initiator">Who proposed.</param>
/// <param name="Holder">For whom it acts; left out for the scheme's own business.</param>
/// <param name="Command">The command's name.</param>
/// <param name="Data">The command.</param>
/// <param name="ProposedAt">When.</param>
/// <param name="ExpiresAt">Unanswered it lapses then.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="DecidedBy">Who approved or rejected.</param>
/// <param name="Reason">Why it was rejected or withdrawn.</param>
/// <param name="AssignedTo">Who alone decides; left out when every approver may.</param>
/// <param name="Comment">What the approver said.</param>
public sealed record ProposalView(
    ProposalId Id,
    UserId Initiator,
    HolderId? Holder,
    string Command,
    JsonElement Data,
    DateTimeOffset ProposedAt,
    DateTimeOffset ExpiresAt,
    ProposalStatus Status,
    UserId? DecidedBy,
    string Reason,
    UserId? AssignedTo,
    string? Comment)
{
    /// <summary>A proposal as it is answered.</summary>
    public static ProposalView Of(Proposal one) => new(
        one.Id,
        one.Initiator,
        one.Holder,
        one.Command,
        one.Data.Clone(),
        one.ProposedAt,
        one.ExpiresAt,
        one.Status,
        one.DecidedBy,
        one.Reason,
        one.AssignedTo,
        one.Comment);
}
