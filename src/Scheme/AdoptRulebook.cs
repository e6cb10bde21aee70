using System.Text.Json;
using System.Text.Json.Nodes;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme;

/// <summary>A later version of the rulebook, complete, with all methods that it names.</summary>
public sealed record AdoptRulebook(
    RuleText Rulebook, IReadOnlyList<RuleText> Includes, IReadOnlyList<RuleText> Methods) : Command;

/// <summary>The market goes on under these rules.</summary>
public sealed record RulebookAdopted(
    RuleText Rulebook, IReadOnlyList<RuleText> Includes, IReadOnlyList<RuleText> Methods) : Event;

/// <summary>
/// Refusals in order: bad rules; past would change (another market, currency, zone or account prefix; a unit or vintage
/// gone; the rules of a period whose surrender deadline has passed; of an exchange that is open: the section or an
/// instrument gone, or other trading rules during a trading day).
/// </summary>
public static class RulebookAdoption
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<AdoptRulebook>("adopt-rulebook", Permission.Of(Role.Authority), Decide)
        .Event<RulebookAdopted>("rulebook-adopted", Apply);

    /// <summary>What a new rulebook would change although it is over, or null.</summary>
    internal static Refusal? ChangesThePast(Rulebook.Rulebook old, Rulebook.Rulebook book, DateTimeOffset now)
    {
        if (old.Code != book.Code || old.Currency != book.Currency || old.Calendar.Zone.Id != book.Calendar.Zone.Id
            || old.Registry.AccountPrefix != book.Registry.AccountPrefix)
        {
            return RegistryRefusals.PastWouldChange.With(("what", $"{old.Code} {old.Currency} {old.Calendar.Zone.Id}"));
        }

        var assets = AssetCodes(book).ToHashSet();
        if (AssetCodes(old).FirstOrDefault(code => !assets.Contains(code)) is { } gone)
        {
            return RegistryRefusals.PastWouldChange.With(("what", gone));
        }

        foreach (var period in old.Periods)
        {
            var over = period.DeadlineOf(Step.Surrender) is { } deadline && old.Calendar.Moment(deadline.At) <= now;
            if (over && (book.Period(period.Period) is not { } renewed || !SayTheSame(renewed, period)))
            {
                return RegistryRefusals.PastWouldChange.With(("what", period.Period));
            }
        }

        return null;
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, AdoptRulebook command)
    {
        var known = Catalogue.Scheme.CommandNames;
        if (!RuleTexts.Read(command.Rulebook, command.Includes, command.Methods, known)
            .Try(out var read, out var refusal))
        {
            return refusal;
        }

        if ((ChangesThePast(state.Rules, read.Book, context.Time)
            ?? Trading.TradingDays.ChangesWhatIsOpen(state, read.Book)) is { } past)
        {
            return past;
        }

        return Decision.Of(new RulebookAdopted(command.Rulebook, command.Includes, command.Methods));
    }

    private static void Apply(SchemeState state, in Context context, RulebookAdopted happened)
    {
        var (book, methods) = RuleTexts.Read(happened.Rulebook, happened.Includes, happened.Methods).Value;
        BusinessCalendar.Replan(state, state.Rules, book, context.Time);
        Trading.TradingDays.Replan(state, book, context.Time);
        state.Book = book;
        state.Methods = methods;
    }

    private static IEnumerable<string> AssetCodes(Rulebook.Rulebook book) => book.Units.SelectMany(unit =>
        unit.Vintages.Count == 0 ? [unit.Code] : unit.Vintages.Select(unit.AssetCode));

    /// <summary>True when two rules say the same, wherever they stand in their files.</summary>
    internal static bool SayTheSame<T>(T one, T other)
        where T : Rule => Content(one) == Content(other);

    private static string Content<T>(T rule)
        where T : Rule
    {
        var node = JsonSerializer.SerializeToNode(rule, SchemeJson.Options);
        DropLines(node);
        return node!.ToJsonString();
    }

    private static void DropLines(JsonNode? node)
    {
        if (node is JsonObject pairs)
        {
            pairs.Remove("line");
            foreach (var (_, value) in pairs)
            {
                DropLines(value);
            }
        }
        else if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                DropLines(item);
            }
        }
    }
}
