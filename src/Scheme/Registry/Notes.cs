using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Registry;

/// <summary>Write a note about a holder or an account; officials see it, representatives never.</summary>
public sealed record AddNote(string Text, HolderId? Holder = null, AccountId? Account = null) : Command;

/// <summary>Take a note away; the journal keeps it.</summary>
public sealed record RemoveNote(int Number, string Reason) : Command;

/// <summary>A note was written.</summary>
public sealed record NoteAdded(int Number, string Text, HolderId? Holder, AccountId? Account) : Event;

/// <summary>A note was taken away.</summary>
public sealed record NoteRemoved(int Number, string Reason) : Event;

/// <summary>备注: what officials tell each other about a holder or an account.</summary>
/// <param name="Number">Counted from 1 within the scheme.</param>
/// <param name="Text">What it says.</param>
/// <param name="Holder">About whom; null for a note about an account.</param>
/// <param name="Account">About which account; null for a note about a holder.</param>
/// <param name="By">Who wrote it.</param>
/// <param name="At">When.</param>
public sealed record Note(
    int Number, string Text, HolderId? Holder, AccountId? Account, UserId By, DateTimeOffset At);

/// <summary>
/// To add, refusals in order: no text, note subject, unknown holder or account. To remove: unknown note, no reason.
/// </summary>
public static class Notes
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<AddNote>("add-note", Permission.Of(Role.Authority, Role.RegistryOperator), Decide)
        .Command<RemoveNote>("remove-note", Permission.Of(Role.Authority, Role.RegistryOperator), Decide)
        .Event<NoteAdded>("note-added", Apply)
        .Event<NoteRemoved>("note-removed", Apply);

    /// <summary>The notes about a holder and its accounts, the newest first.</summary>
    public static IReadOnlyList<Note> About(SchemeState state, HolderId holder) =>
    [
        .. state.Registry.Notes.Values.Where(note => note.Holder == holder
            || (note.Account is { } id && state.Registry.Accounts[id].Holder == holder)).Reverse(),
    ];

    /// <summary>The notes about an account, the newest first.</summary>
    public static IReadOnlyList<Note> About(SchemeState state, AccountId account) =>
        [.. state.Registry.Notes.Values.Where(note => note.Account == account).Reverse()];

    private static Outcome<Decision> Decide(SchemeState state, in Context context, AddNote command)
    {
        if (Holders.Blank("text", command.Text) is { } blank)
        {
            return blank;
        }

        if (command.Holder is null == command.Account is null)
        {
            return DocumentRefusals.NoteSubject.With();
        }

        if (command.Holder is { } holder && state.Registry.Find(holder) is null)
        {
            return RegistryRefusals.UnknownHolder.With(("holder", holder));
        }

        return command.Account is { } account && Accounts.Find(state, account).IsRefused(out var refusal)
            ? refusal
            : Decision.Of(new NoteAdded(
                state.Registry.LastNote + 1, command.Text, command.Holder, command.Account));
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, RemoveNote command)
    {
        if (!state.Registry.Notes.ContainsKey(command.Number))
        {
            return DocumentRefusals.UnknownNote.With(("number", command.Number));
        }

        return Holders.Blank("reason", command.Reason) is { } blank
            ? blank
            : Decision.Of(new NoteRemoved(command.Number, command.Reason));
    }

    private static void Apply(SchemeState state, in Context context, NoteAdded happened)
    {
        state.Registry.Notes.Add(happened.Number, new Note(
            happened.Number, happened.Text, happened.Holder, happened.Account, context.Actor, context.Time));
        state.Registry.LastNote = happened.Number;
    }

    private static void Apply(SchemeState state, in Context context, NoteRemoved happened) =>
        state.Registry.Notes.Remove(happened.Number);
}
