using Tanheng.Engine.People;

namespace Tanheng.Storage.Tests;

/// <summary>The mark of a demonstration: only where there is nobody, and for ever, on both databases.</summary>
public sealed class DemonstrationMarkTests
{
    private static readonly DateTimeOffset Now = new(2024, 5, 6, 7, 8, 9, TimeSpan.Zero);

    private static readonly Person Li = new("Li", "h-Li", "Li", "li@example.org", Now, "");

    [Theory]
    [EachDatabase]
    public void A_store_is_marked_once_and_stays_a_demonstration(Database database) => Store.With(database, store =>
    {
        using (var people = store.OpenPeople())
        {
            people.IsDemonstration.ShouldBeFalse();
            people.MarkDemonstration(Now).ShouldBeTrue();
            people.MarkDemonstration(Now.AddDays(1)).ShouldBeTrue();
            people.Add(Li).ShouldBeTrue();
        }

        using var again = store.OpenPeople();
        again.IsDemonstration.ShouldBeTrue();
        again.MarkDemonstration(Now).ShouldBeTrue();
    });

    [Theory]
    [EachDatabase]
    public void A_store_with_a_person_is_not_marked(Database database) => Store.With(database, store =>
    {
        using var people = store.OpenPeople();
        people.Add(Li).ShouldBeTrue();
        people.MarkDemonstration(Now).ShouldBeFalse();
        people.IsDemonstration.ShouldBeFalse();
    });
}
