using System.Text.Json;
using Tanheng.Scheme;

namespace Tanheng.Web.Api.Commands;

/// <summary>A command that has happened, durably, or that waits as a proposal.</summary>
/// <param name="Command">Its name.</param>
/// <param name="Sequence">Its row in the journal.</param>
/// <param name="Time">When it happened.</param>
/// <param name="Proposal">The proposal that now waits for a second person; left out when it took effect.</param>
/// <param name="Events">What it brought about, byte for byte as in the journal.</param>
public sealed record CommandAnswer(
    string Command, long Sequence, DateTimeOffset Time, ProposalId? Proposal, JsonElement Events);

/// <summary>What a command would bring about now; nothing has happened.</summary>
/// <param name="Command">Its name.</param>
/// <param name="Time">The moment it was tried at.</param>
/// <param name="NeedsSecondPerson">True when it would become a proposal and take effect when somebody approves.</param>
/// <param name="Events">What it would bring about once it takes effect.</param>
public sealed record PreviewAnswer(string Command, DateTimeOffset Time, bool NeedsSecondPerson, JsonElement Events);
