using Tanheng.Engine.Journal;
using Tanheng.Engine.People;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Approval;
using Tanheng.Web.Actions.Speech;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Letters;

/// <summary>
/// Who is told of a row of the journal: whoever acts for an entity that it concerns, and whoever may decide a proposal
/// that it makes. Nobody is told of what they did themselves.
/// </summary>
internal static class EventLetters
{
    public static IEnumerable<Letter> Of(SchemeState state, JournalRow row, IReadOnlyList<Event> events)
    {
        var naming = new Naming(state, events);
        foreach (var (number, happened) in events.Index())
        {
            foreach (var letter in Of(state, row, naming, happened, $"{row.Sequence}.{number}"))
            {
                yield return letter;
            }
        }
    }

    private static IEnumerable<Letter> Of(
        SchemeState state, JournalRow row, Naming naming, Event happened, string key)
    {
        if (happened is ProposalMade made && state.Approvals.Proposals.TryGetValue(made.Proposal, out var proposal)
            && proposal.Status == ProposalStatus.Waiting)
        {
            var title = ActionWords.TitleOf(proposal.Command);
            var subject = new Text($"待您复核：{title.Zh}", $"Waits for your decision: {title.En}");
            foreach (var person in Deciders(state, proposal))
            {
                yield return New(
                    state, row, person, key, LetterKind.Decision, subject, EventWords.Of(naming, happened),
                    $"/proposals/{proposal.Id.Value}");
            }

            yield break;
        }

        var concerned = Concerned.Holders(state, happened);
        if (concerned.Count == 0 || !EventWords.Known.Contains(happened.GetType()))
        {
            yield break;
        }

        var sentence = EventWords.Of(naming, happened);
        foreach (var holder in concerned)
        {
            foreach (var person in Representatives(state, holder).Where(one => one != row.Actor))
            {
                yield return New(
                    state, row, person, key, LetterKind.Event, sentence, Naming.Same(""),
                    $"/desk/{holder.Value}");
            }
        }
    }

    /// <summary>Whoever acts for a holder now.</summary>
    public static IEnumerable<UserId> Representatives(SchemeState state, HolderId holder) =>
        state.Registry.Find(holder) is { } found
            ? found.Representatives.Where(one => !one.Suspended).Select(one => one.User)
            : [];

    private static IEnumerable<UserId> Deciders(SchemeState state, Proposal proposal) => state.Registry.Officials.Keys
        .Concat(proposal.Holder is { } holder ? Representatives(state, holder) : [])
        .Distinct()
        .Where(person => Deciding.CheckApprover(state, person, proposal) is null
            && !Deciding.IsAnothers(state, person, proposal));

    private static Letter New(
        SchemeState state,
        JournalRow row,
        UserId to,
        string key,
        LetterKind kind,
        Text subject,
        Text body,
        string path) =>
        new(0, to.Name, state.Name, $"row {key}", kind, subject, body, path, row.Time);
}
