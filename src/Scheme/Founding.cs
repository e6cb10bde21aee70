using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme;

/// <summary>A file of rules as it was read: name and text.</summary>
public sealed record RuleText(string Name, string Text);

/// <summary>
/// Opens a market. The rulebook (with its includes) and the methods travel inside the command and stay in the journal,
/// so that a journal can be replayed without any file beside it.
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

/// <summary>Refusals in order: already founded; bad rules.</summary>
public static class Founding
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<FoundScheme>("found-scheme", Permission.Of(Role.Authority), Decide)
        .Event<SchemeFounded>("scheme-founded", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, FoundScheme command)
    {
        if (state.Book is not null)
        {
            return SchemeRefusals.AlreadyFounded.With(("rulebook", state.Book.Code));
        }

        return Decision.Of(new SchemeFounded(
            command.Scheme, command.Rulebook, command.Includes, command.Methods, command.Administrator));
    }

    private static void Apply(SchemeState state, in Context context, SchemeFounded happened)
    {
    }
}
