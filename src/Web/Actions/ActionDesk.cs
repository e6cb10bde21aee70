using System.Collections.Immutable;
using Tanheng.Engine.Journal;
using Tanheng.Engine.Sequencing;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Approval;
using Tanheng.Web.People;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Actions;

/// <summary>What a command did, or would do.</summary>
/// <param name="Sequence">Its row in the journal; for a preview the row it would become.</param>
/// <param name="Time">When.</param>
/// <param name="Events">
/// What it brought about, as its sender may be told; of a proposal, what approval would bring about as things stand.
/// </param>
/// <param name="Proposal">The proposal that now waits for a second person; null when it took effect.</param>
/// <param name="NeedsSecondPerson">True when the rulebook asks for a second person.</param>
/// <param name="Repeated">True when the same command had come before and this is the first answer again.</param>
public sealed record ActionResult(
    long Sequence,
    DateTimeOffset Time,
    ImmutableArray<Event> Events,
    ProposalId? Proposal,
    bool NeedsSecondPerson,
    bool Repeated);

/// <summary>
/// The one way in which pages and API send commands. A command that the rulebook puts under four eyes is sent as a
/// proposal by itself, so that nobody has to know the rulebook to use the market.
/// </summary>
public sealed class ActionDesk(Market market)
{
    /// <summary>
    /// Lets a command happen, or proposes it. The same id again gives the first answer; see <see cref="Sequencer"/>.
    /// </summary>
    public async Task<Outcome<ActionResult>> SubmitAsync(UserId actor, Command command, CommandId id)
    {
        var proposes = await NeedsSecondPerson(actor, command);
        var sent = proposes ? Propose.Of(command) : command;
        var outcome = await market.SubmitAsync(new Submission(sent, id, actor));
        if (outcome.Refusal?.Code == JournalRefusals.RepeatedIdOtherInput)
        {
            // It may be a repeat from before the rulebook changed its mind about four eyes. The id is known, so this
            // finds the first answer or nothing, and cannot happen anew.
            outcome = await market.SubmitAsync(new Submission(proposes ? command : Propose.Of(command), id, actor));
        }

        return outcome.Try(out var reply, out var refusal) ? await ResultAsync(actor, reply) : refusal;
    }

    /// <summary>What a command would bring about now, with everything it would be refused for.</summary>
    public async Task<Outcome<ActionResult>> PreviewAsync(UserId actor, Command command)
    {
        var proposes = await NeedsSecondPerson(actor, command);
        var id = CommandId.From("preview");
        var sent = proposes ? Propose.Of(command) : command;
        var outcome = await market.PreviewAsync(new Submission(sent, id, actor));
        if (!outcome.Try(out var reply, out var refusal))
        {
            return refusal;
        }

        if (!proposes)
        {
            return await ResultAsync(actor, reply);
        }

        var inner = await market.Read(state => Catalogue.Scheme.Of(command).Decide(
            state, new Context(reply.Sequence, reply.Time, actor, id), command));
        return inner.Try(out var decision, out refusal)
            ? Result(reply) with { Events = await ToldAsync(actor, decision.Events) }
            : refusal;
    }

    /// <summary>What approval of a proposal would bring about now, or what it would be refused for.</summary>
    public Task<Outcome<ImmutableArray<Event>>> ForeseeAsync(ProposalId proposal, Mandate reader) =>
        market.Read(state =>
        {
            var context = new Context(
                state.Sequence + 1,
                state.Rules.Calendar.Moment(market.Local(state)),
                reader.User,
                CommandId.From("preview"));
            return Deciding.Foresee(state, context, state.Approvals.Proposals[proposal])
                .Try(out var decision, out var refusal)
                ? Outcome.Of(Told.To(state, reader, decision.Events))
                : refusal;
        });

    private Task<bool> NeedsSecondPerson(UserId actor, Command command) => market.Read(state =>
        state.Book is not null
        && Access.ApprovalOf(state, actor, Catalogue.Scheme.Of(command), command) is not null);

    private async Task<ActionResult> ResultAsync(UserId actor, Reply reply) =>
        Result(reply) with { Events = await ToldAsync(actor, reply.Events) };

    private async Task<ImmutableArray<Event>> ToldAsync(UserId actor, ImmutableArray<Event> events) =>
        events.All(Told.IsOpen)
            ? events
            : await market.Read(state => Told.To(state, Mandate.Of(state, actor), events));

    private static ActionResult Result(Reply reply)
    {
        var proposal = reply.Events.OfType<ProposalMade>().FirstOrDefault()?.Proposal;
        return new ActionResult(
            reply.Sequence, reply.Time, reply.Events, proposal, proposal is not null, reply.Repeated);
    }
}
