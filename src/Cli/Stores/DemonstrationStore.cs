using Tanheng.Cli.Markets;
using Tanheng.Cli.Scenarios;
using Tanheng.Engine.People;
using Tanheng.Quantities;

namespace Tanheng.Cli.Stores;

/// <summary>
/// Keeps demonstrations and real markets in different stores: the first demonstration marks its store, which it does
/// only where there is nobody and nothing but stories.
/// </summary>
internal static class DemonstrationStore
{
    /// <summary>Why the store cannot be a demonstration of this story; null when it is one now.</summary>
    public static Refusal? Claim(Store store, RuleShelf shelf, string demo)
    {
        using var people = store.OpenPeople();
        if (people.IsDemonstration)
        {
            return IsStory(store, shelf, demo) ? null : RealMarket(store, demo);
        }

        return Mark(store, shelf, people);
    }

    /// <summary>Why the store cannot take a replay of a market; null when it is a demonstration now.</summary>
    public static Refusal? ClaimForReplay(Store store, RuleShelf shelf)
    {
        using var people = store.OpenPeople();
        return people.IsDemonstration ? null : Mark(store, shelf, people);
    }

    /// <summary>True when the store is a demonstration and has this market from a replay.</summary>
    public static bool HasReplay(Store store, string scheme)
    {
        // Looked at first, so that asking for what is not there makes no store.
        if (!store.Schemes().Contains(scheme) || !IsReplay(store, scheme))
        {
            return false;
        }

        using var people = store.OpenPeople();
        return people.IsDemonstration;
    }

    /// <summary>Why no real market may be run on the store; null when it is no demonstration.</summary>
    public static Refusal? Bar(Store store)
    {
        using var people = store.OpenPeople();
        return people.IsDemonstration ? StoreRefusals.StoreIsDemonstration.With(("store", store.Name)) : null;
    }

    private static Refusal? Mark(Store store, RuleShelf shelf, IPeople people)
    {
        if (store.Schemes().FirstOrDefault(scheme => !IsReplay(store, scheme) && !IsStory(store, shelf, scheme))
            is { } real)
        {
            return RealMarket(store, real);
        }

        return people.MarkDemonstration(TimeProvider.System.GetUtcNow())
            ? null
            : StoreRefusals.RealDataThere.With(("store", store.Name), ("zh", "用户"), ("en", "people"));
    }

    private static bool IsReplay(Store store, string scheme)
    {
        using var journal = store.Open(scheme);
        return journal.Read(1, 1).FirstOrDefault()?.CommandId == ReplayFloor.Founded;
    }

    private static Refusal RealMarket(Store store, string scheme) => StoreRefusals.RealDataThere.With(
        ("store", store.Name), ("zh", $"市场 {scheme}"), ("en", $"the market {scheme}"));

    /// <summary>
    /// True for a market that a story founded, at the story's own time, and for one that is still empty.
    /// </summary>
    private static bool IsStory(Store store, RuleShelf shelf, string scheme)
    {
        if (!StoryFiles.Names(shelf).Contains(scheme))
        {
            return false;
        }

        if (StoryFiles.Find(shelf, scheme) is not { Scenario: var story })
        {
            return true; // Played from figures, not from a story.
        }

        using var journal = store.Open(scheme);
        return journal.Read(1, 1).FirstOrDefault() is not { } first
            || first.Time == shelf.Calendar(story.Rulebook).Moment(story.Starts);
    }
}
