using Tanheng.Ledger;
using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme;

/// <summary>A file of rules as it was read: name and text.</summary>
public sealed record RuleText(string Name, string Text);

/// <summary>
/// Opens a market. The rulebook (with its includes) and the methods travel inside the command and stay in the journal,
/// so that a journal can be replayed without any file beside it. Whoever opens the journal may send it.
/// </summary>
public sealed record FoundScheme(
    string Scheme,
    RuleText Rulebook,
    IReadOnlyList<RuleText> Includes,
    IReadOnlyList<RuleText> Methods,
    UserId Administrator) : Command;

/// <summary>The market exists, under these rules.</summary>
public sealed record SchemeFounded(
    string Scheme,
    RuleText Rulebook,
    IReadOnlyList<RuleText> Includes,
    IReadOnlyList<RuleText> Methods,
    UserId Administrator) : Event;

/// <summary>Refusals in order: already founded; text missing (scheme, administrator); bad rules.</summary>
public static class Founding
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<FoundScheme>("found-scheme", Permission.Of(Role.Authority), Decide)
        .Event<SchemeFounded>("scheme-founded", Apply);

    /// <summary>Puts the market under its rules: system accounts, the administrator, the calendar.</summary>
    internal static void Establish(
        SchemeState state, string scheme, Rulebook.Rulebook book, MethodLibrary methods, UserId administrator)
    {
        state.Name = scheme;
        state.Book = book;
        state.Methods = methods;
        state.Registry.System = new SystemAccounts(
            Open(state, AccountKind.Issuance),
            Open(state, AccountKind.Surrendered),
            Open(state, AccountKind.Cancelled),
            Open(state, AccountKind.Expired),
            Open(state, AccountKind.Bank),
            Open(state, AccountKind.Treasury),
            Open(state, AccountKind.Receivable));
        state.Registry.Officials[administrator] = [Role.Authority, Role.RegistryOperator];
        foreach (var due in BusinessCalendar.Of(book))
        {
            state.Agenda.Add(due);
        }
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, FoundScheme command)
    {
        if (state.Book is not null)
        {
            return SchemeRefusals.AlreadyFounded.With(("rulebook", state.Book.Code));
        }

        if ((Holders.Blank("scheme", command.Scheme)
            ?? Holders.Blank("administrator", command.Administrator.Name)) is { } blank)
        {
            return blank;
        }

        var known = Catalogue.Scheme.CommandNames;
        if (RuleTexts.Read(command.Rulebook, command.Includes, command.Methods, known).IsRefused(out var refusal))
        {
            return refusal;
        }

        return Decision.Of(new SchemeFounded(
            command.Scheme, command.Rulebook, command.Includes, command.Methods, command.Administrator));
    }

    private static void Apply(SchemeState state, in Context context, SchemeFounded happened)
    {
        var (book, methods) = RuleTexts.Read(happened.Rulebook, happened.Includes, happened.Methods).Value;
        Establish(state, happened.Scheme, book, methods, happened.Administrator);
    }

    private static AccountId Open(SchemeState state, AccountKind kind)
    {
        var id = state.Ledger.Open(kind);
        var number = AccountNumber.Of(state.Rules.Registry.AccountPrefix, kind, id);
        state.Registry.Accounts[id] = new Account(id, number, kind, null, null, AccountStatus.Active);
        return id;
    }
}
