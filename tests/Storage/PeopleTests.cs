using Tanheng.Engine.People;

namespace Tanheng.Storage.Tests;

/// <summary>Persons and their sign-in: what must happen once happens once, on both databases.</summary>
public sealed class PeopleTests
{
    private static readonly DateTimeOffset Now = new(2024, 5, 6, 7, 8, 9, TimeSpan.Zero);

    private static readonly DateTimeOffset LongAgo = Now.AddHours(-12);

    [Theory]
    [EachDatabase]
    public void A_person_comes_back_as_entered_and_a_name_is_given_once(Database database) => With(database, people =>
    {
        people.IsEmpty.ShouldBeTrue();
        people.Add(Li with { DisplayName = "李 <b>雷</b>", MustChangePassword = true }).ShouldBeTrue();
        people.IsEmpty.ShouldBeFalse();
        people.Add(Li with { Handle = "other" }).ShouldBeFalse();
        people.Add(Li with { Name = "LI", Handle = "other" }).ShouldBeFalse();

        var found = people.Find("lI").ShouldNotBeNull();
        found.ShouldBe(Li with
        {
            DisplayName = "李 <b>雷</b>",
            MustChangePassword = true,
            Stamp = found.Stamp,
        });
        found.Stamp.ShouldNotBeEmpty();
        people.FindByHandle("h-Li").ShouldNotBeNull().Name.ShouldBe("Li");
        people.Find("nobody").ShouldBeNull();
        people.FindByHandle("nothing").ShouldBeNull();
    });

    [Theory]
    [EachDatabase]
    public void What_is_kept_is_there_after_a_restart(Database database) => Store.With(database, store =>
    {
        using (var people = store.OpenPeople())
        {
            people.Add(Li);
            people.SetPassword("Li", "hash", mustChange: false);
        }

        using var again = store.OpenPeople();
        again.Find("Li").ShouldNotBeNull().PasswordHash.ShouldBe("hash");
    });

    [Theory]
    [EachDatabase]
    public void Persons_are_searched_by_part_of_a_text_and_by_state_page_by_page(Database database) =>
        With(database, people =>
        {
            people.Add(Li);
            people.Add(Li with { Name = "Han", Handle = "2", DisplayName = "韩梅梅", Email = "han@100%.example" });
            people.Add(Li with { Name = "wang_1", Handle = "3", State = PersonState.Active });
            people.Add(Li with { Name = "wangx1", Handle = "4" });

            Names(people.Search(new())).ShouldBe(["Han", "Li", "wang_1", "wangx1"]);
            Names(people.Search(new(Take: 2))).ShouldBe(["Han", "Li"]);
            Names(people.Search(new(After: "Li", Take: 1))).ShouldBe(["wang_1"]);
            Names(people.Search(new(Text: "梅"))).ShouldBe(["Han"]);
            Names(people.Search(new(Text: "100%."))).ShouldBe(["Han"]);
            Names(people.Search(new(Text: "WANG_"))).ShouldBe(["wang_1"]);
            Names(people.Search(new(State: PersonState.Active))).ShouldBe(["wang_1"]);
            people.Search(new(Text: "' or 1=1 --")).ShouldBeEmpty();
        });

    [Theory]
    [EachDatabase]
    public void Suspension_leads_back_to_the_state_before_and_nowhere_else(Database database) =>
        With(database, people =>
        {
            people.Add(Li);
            people.Restore("Li").ShouldBeFalse();
            people.Suspend("Li", Now).ShouldBeTrue();
            people.Suspend("Li", Now).ShouldBeFalse();
            people.Activate("Li").ShouldBeFalse();
            people.Restore("Li").ShouldBeTrue();
            people.Find("Li")!.State.ShouldBe(PersonState.Invited);

            people.Activate("Li").ShouldBeTrue();
            people.Suspend("Li", Now).ShouldBeTrue();
            people.Find("Li")!.StateBefore.ShouldBe(PersonState.Active);
            people.Restore("Li").ShouldBeTrue();
            people.Find("Li")!.State.ShouldBe(PersonState.Active);
            people.Find("Li")!.StateBefore.ShouldBeNull();
        });

    [Theory]
    [EachDatabase]
    public void Deactivation_is_final_and_takes_everything_along(Database database) => With(database, people =>
    {
        Enrol(people, "Li");
        people.Open(Cookie("s1"));
        people.AddKey(Key("th_1")).ShouldBeTrue();
        people.AddLink(Link("l1"));

        people.Deactivate("Li", Now).ShouldBeTrue();
        people.Deactivate("Li", Now).ShouldBeFalse();
        people.Suspend("Li", Now).ShouldBeFalse();
        people.Restore("Li").ShouldBeFalse();
        people.Activate("Li").ShouldBeFalse();

        var gone = people.Find("Li").ShouldNotBeNull();
        gone.State.ShouldBe(PersonState.Deactivated);
        gone.PasswordHash.ShouldBeNull();
        gone.HasSecondFactor.ShouldBeFalse();
        people.FindSession("s1").ShouldBeNull();
        people.FindLink("l1", Now).ShouldBeNull();
        people.FindKey("th_1")!.Value.Key.Revoked.ShouldBe(Now);
        people.RecoveryCodesLeft("Li").ShouldBe(0);
        people.Add(Li with { Handle = "another" }).ShouldBeFalse();
    });

    [Theory]
    [EachDatabase]
    public void Attempts_are_counted_forgiven_forgotten_and_lead_to_a_lock(Database database) =>
        With(database, people =>
        {
            people.Add(Li);
            people.CountAttempt("Li", Now, LongAgo).ShouldBe(new Attempt(1, null));
            people.CountAttempt("Li", Now.AddSeconds(5), LongAgo).ShouldBe(new Attempt(2, Now));
            people.ForgiveAttempt("Li");
            people.CountAttempt("Li", Now.AddSeconds(6), LongAgo).ShouldBe(new Attempt(2, Now));

            // The last failure is older than what is still remembered.
            people.CountAttempt("Li", Now.AddHours(13), Now.AddHours(1)).ShouldBe(new Attempt(1, Now.AddSeconds(6)));

            people.Lock("Li", Now.AddMinutes(15), forget: false);
            people.Lock("Li", Now.AddMinutes(1), forget: true);
            people.Find("Li")!.LockedUntil.ShouldBe(Now.AddMinutes(15), "a shorter lock does not shorten");
            people.Find("Li")!.Failures.ShouldBe(0);
            people.CountAttempt("Li", Now.AddMinutes(14), LongAgo).ShouldBeNull();
            people.CountAttempt("Li", Now.AddMinutes(15), LongAgo).ShouldBe(new Attempt(1, null));
            people.ClearFailures("Li");
            people.Find("Li")!.LockedUntil.ShouldBeNull();
            people.Find("Li")!.Failures.ShouldBe(0);
            people.CountAttempt("nobody", Now, LongAgo).ShouldBeNull();
        });

    [Theory]
    [EachDatabase]
    public void Attempts_at_the_same_time_are_all_counted(Database database) => With(database, people =>
    {
        people.Add(Li);
        var counts = new System.Collections.Concurrent.ConcurrentBag<int>();
        Parallel.For(0, 8, _ => counts.Add(people.CountAttempt("Li", Now, LongAgo)!.Value.Failures));
        counts.Order().ShouldBe([1, 2, 3, 4, 5, 6, 7, 8]);
    });

    [Theory]
    [EachDatabase]
    public void A_code_of_a_time_step_is_spent_once_and_older_ones_with_it(Database database) =>
        With(database, people =>
        {
            people.Add(Li);
            people.SetAuthenticator("Li", "key", step: 100);
            people.SpendStep("Li", 100).ShouldBeFalse();
            people.SpendStep("Li", 99).ShouldBeFalse();
            var won = 0;
            Parallel.For(0, 8, _ =>
            {
                if (people.SpendStep("Li", 101))
                {
                    Interlocked.Increment(ref won);
                }
            });
            won.ShouldBe(1);
            people.Find("Li")!.LastStep.ShouldBe(101);
        });

    [Theory]
    [EachDatabase]
    public void A_recovery_code_is_spent_once_and_new_ones_replace_the_old(Database database) =>
        With(database, people =>
        {
            people.Add(Li);
            people.SetRecoveryCodes("Li", ["a", "b"]);
            people.RecoveryCodesLeft("Li").ShouldBe(2);
            people.SpendRecoveryCode("Li", "a", Now).ShouldBeTrue();
            people.SpendRecoveryCode("Li", "a", Now).ShouldBeFalse();
            people.SpendRecoveryCode("Li", "c", Now).ShouldBeFalse();
            people.SpendRecoveryCode("other", "b", Now).ShouldBeFalse();
            people.RecoveryCodesLeft("Li").ShouldBe(1);
            people.SetRecoveryCodes("Li", ["d"]);
            people.SpendRecoveryCode("Li", "b", Now).ShouldBeFalse();
            people.SpendRecoveryCode("Li", "d", Now).ShouldBeTrue();
        });

    [Theory]
    [EachDatabase]
    public void A_passkey_belongs_to_one_person_and_comes_back_as_enrolled(Database database) =>
        With(database, people =>
        {
            people.Add(Li);
            people.Add(Li with { Name = "Han", Handle = "2" });
            var made = new Passkey([1, 0, 255], "Li", "手机", [9, 8], 3, ["internal", "hybrid"], Now)
            {
                UserVerified = true,
                BackupEligible = true,
                AttestationObject = [5],
                ClientData = [6],
            };
            people.AddPasskey(made).ShouldBeTrue();
            people.AddPasskey(made with { Person = "Han" }).ShouldBeFalse();
            people.Find("Li")!.Passkeys.ShouldBe(1);
            people.Find("Li")!.HasSecondFactor.ShouldBeTrue();

            people.NotePasskeyUse([1, 0, 255], 4, backedUp: true, Now.AddDays(1));
            var found = people.FindPasskey([1, 0, 255]).ShouldNotBeNull();
            var expected = made with { SignCount = 4, BackedUp = true, LastUsed = Now.AddDays(1) };
            Plain(found).ShouldBe(Plain(expected));
            people.FindPasskey([1, 0]).ShouldBeNull();
            people.PasskeysOf("Li").Count.ShouldBe(1);
            people.PasskeysOf("Han").ShouldBeEmpty();
            people.RemovePasskey("Han", [1, 0, 255]).ShouldBeFalse();
            people.RemovePasskey("Li", [1, 0, 255]).ShouldBeTrue();
            people.PasskeysOf("Li").ShouldBeEmpty();
        });

    internal static Person Li { get; } = new("Li", "h-Li", "李雷", "li@example.org", Now, "admin");

    internal static Session Cookie(string id) => new(id, "Li", SessionStage.Complete, Now, "192.0.2.7", "Test/1");

    internal static OneTimeLink Link(string hash) =>
        new(hash, "Li", LinkPurpose.Invitation, "admin", Now, Now.AddDays(1));

    internal static ApiKey Key(string prefix) =>
        new(prefix, "hash-" + prefix, "Li", "脚本", ["read", "submit"], Now, Now.AddDays(90));

    internal static void Enrol(IPeople people, string name)
    {
        people.Add(Li with { Name = name, Handle = "h-" + name, State = PersonState.Active });
        people.SetPassword(name, "hash", mustChange: false);
        people.SetAuthenticator(name, "key", 1);
        people.SetRecoveryCodes(name, ["a", "b"]);
    }

    internal static void With(Database database, Action<IPeople> act) => Store.With(database, store =>
    {
        using var people = store.OpenPeople();
        act(people);
    });

    private static string Plain(Passkey key) => System.Text.Json.JsonSerializer.Serialize(key);

    private static IEnumerable<string> Names(IEnumerable<Person> persons) => persons.Select(person => person.Name);
}
