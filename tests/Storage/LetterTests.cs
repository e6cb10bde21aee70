using Tanheng.Engine.People;
using Tanheng.Quantities;

namespace Tanheng.Storage.Tests;

/// <summary>Letters, circulars and wishes for other details, on both databases.</summary>
public sealed class LetterTests
{
    private static readonly DateTimeOffset Now = new(2024, 5, 6, 7, 8, 9, TimeSpan.Zero);
    private static readonly DateTime Noon = new(2024, 1, 31, 12, 0, 0);

    [Theory]
    [EachDatabase]
    public void Nobody_gets_a_letter_twice_and_reading_it_counts_once(Database database) => With(database, people =>
    {
        people.Post([To("li", "a"), To("li", "a"), To("li", "b"), To("han", "a")]).ShouldBe(3);
        people.Post([To("li", "a"), To("li", "c")]).ShouldBe(1);
        people.UnreadOf("one", "li").ShouldBe(3);
        var letters = people.LettersTo("one", "li");
        letters.Select(one => one.Key).ShouldBe(["c", "b", "a"]);
        letters[0].ShouldBe(To("li", "c") with { Id = letters[0].Id });
        people.LettersTo("one", "li", before: letters[0].Id, take: 1).Single().Key.ShouldBe("b");

        people.MarkRead("one", "han", letters[0].Id, andOlder: false, Now).ShouldBe(0);
        people.MarkRead("one", "li", letters[0].Id, andOlder: false, Now).ShouldBe(1);
        people.MarkRead("one", "li", letters[0].Id, andOlder: false, Now.AddDays(1)).ShouldBe(0);
        people.LettersTo("one", "li")[0].ReadAt.ShouldBe(Now);
        people.MarkRead("one", "li", long.MaxValue, andOlder: true, Now).ShouldBe(2);
        people.UnreadOf("one", "li").ShouldBe(0);
        people.UnreadOf("one", "han").ShouldBe(1);
        people.UnreadOf("two", "han").ShouldBe(0);
        people.LettersTo("two", "han").ShouldBeEmpty();
    });

    [Theory]
    [EachDatabase]
    public void A_letter_that_cannot_be_mailed_is_tried_five_times(Database database) => With(database, people =>
    {
        people.Post([To("li", "a"), To("li", "b")]);
        var (a, b) = (people.ToMail("one", Now, 10)[0].Id, people.ToMail("one", Now, 10)[1].Id);
        people.Mailed(b, success: true, Now);
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            people.ToMail("one", Now, 10).Single().Id.ShouldBe(a);
            people.Mailed(a, success: false, Now);
        }

        people.ToMail("one", Now, 10).ShouldBeEmpty();
        people.Post([To("li", "c")]);
        people.ToMail("one", Now.AddSeconds(1), 10).ShouldBeEmpty("what is older stays in the box");
        people.ToMail("two", Now, 10).ShouldBeEmpty("another market mails its own");
        people.LettersTo("one", "li").Count.ShouldBe(3);
    });

    [Theory]
    [EachDatabase]
    public void How_far_letters_tell_of_a_market_is_remembered_for_each(Database database) => With(database, people =>
    {
        people.ToldUntil("one").ShouldBeNull();
        people.Tell("one", 7);
        people.Tell("two", 1);
        people.Tell("one", 9);
        people.ToldUntil("one").ShouldBe(9);
        people.ToldUntil("two").ShouldBe(1);
    });

    [Theory]
    [EachDatabase]
    public void A_circular_is_moved_on_by_one_of_two_who_try(Database database) => With(database, people =>
    {
        var circular = new Circular(
            0,
            "one",
            "li",
            new Text("题", "subject"),
            new Text("文", "text"),
            Recipients.Owing,
            Repetition.Monthly,
            Noon,
            Noon.AddMonths(3));
        people.AddCircular(circular);
        var kept = people.Circulars("one").Single();
        kept.ShouldBe(circular with { Id = kept.Id });
        people.Circulars("two").ShouldBeEmpty();
        var next = Noon.AddMonths(1);
        people.MoveCircular(kept.Id, Noon, next, sent: true).ShouldBeTrue();
        people.MoveCircular(kept.Id, Noon, next, sent: true).ShouldBeFalse();
        people.Circulars("one").Single().ShouldBe(kept with { Next = next, Sent = 1 });
        people.MoveCircular(kept.Id, next, null, sent: false).ShouldBeTrue();
        people.Circulars("one").Single().ShouldBe(kept with { Next = null, Sent = 1 });
    });

    [Theory]
    [EachDatabase]
    public void Other_details_count_when_somebody_else_has_granted_them(Database database) => With(database, people =>
    {
        people.Add(Person("li"));
        people.AskDetails("li", "李雷", "li@new.example", Now);
        people.AskDetails("li", "李蕾", "lei@new.example", Now);
        var asked = people.DetailsAsked().Single();
        asked.DisplayName.ShouldBe("李蕾");
        people.DecideDetails(asked.Id, granted: true, "li", Now).ShouldBeFalse();
        people.Find("li")!.DisplayName.ShouldBe("Person li");
        people.DecideDetails(asked.Id, granted: true, "han", Now).ShouldBeTrue();
        people.DecideDetails(asked.Id, granted: true, "wang", Now).ShouldBeFalse();
        (people.Find("li")!.DisplayName, people.Find("li")!.Email).ShouldBe(("李蕾", "lei@new.example"));

        people.AskDetails("li", "X", "x@example.org", Now);
        people.DecideDetails(people.DetailsAsked().Single().Id, granted: false, "han", Now).ShouldBeTrue();
        people.Find("li")!.DisplayName.ShouldBe("李蕾");
        people.DetailsAsked().ShouldBeEmpty();
    });

    [Theory]
    [EachDatabase]
    public void Who_was_invited_and_never_came_is_forgotten_and_the_name_is_free(Database database) =>
        With(database, people =>
        {
            people.Add(Person("old"));
            people.Add(Person("waits") with { Handle = "2" });
            people.Add(Person("came") with { Handle = "3" });
            people.Add(Person("new") with { Handle = "4", Created = Now });
            people.AddLink(Invitation("h1", "old", Now.AddDays(-40)));
            people.AddLink(Invitation("h2", "waits", Now.AddDays(-1)));
            people.SetPassword("came", "hash", mustChange: false);
            people.Activate("came").ShouldBeTrue();
            people.ForgetInvited(Now.AddDays(-30), Now).ShouldBe(1);
            people.Find("old").ShouldBeNull();
            people.Find("waits").ShouldNotBeNull();
            people.Find("came").ShouldNotBeNull();
            people.Find("new").ShouldNotBeNull();
            people.Add(Person("old")).ShouldBeTrue();
        });

    private static Letter To(string person, string key) => new(
        0, person, "one", key, LetterKind.Reminder, new Text("题", "subject"), new Text("文", "text"), "/desk/1", Now);

    private static OneTimeLink Invitation(string hash, string person, DateTimeOffset made) =>
        new(hash, person, LinkPurpose.Invitation, "li", made, made.AddDays(7));

    private static Person Person(string name) =>
        new(name, "h-" + name, "Person " + name, name + "@example.org", Now.AddDays(-40), "");

    private static void With(Database database, Action<IPeople> test) => Store.With(database, store =>
    {
        using var people = store.OpenPeople();
        test(people);
    });
}
