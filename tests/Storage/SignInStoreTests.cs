using System.Data.Common;
using Tanheng.Engine.People;
using static Tanheng.Storage.Tests.PeopleTests;

namespace Tanheng.Storage.Tests;

/// <summary>Sessions, links, requests, keys, the audit trail and drafts, on both databases.</summary>
public sealed class SignInStoreTests
{
    private static readonly DateTimeOffset Now = new(2024, 5, 6, 7, 8, 9, TimeSpan.Zero);

    [Theory]
    [EachDatabase]
    public void A_session_lives_until_it_is_ended(Database database) => With(database, people =>
    {
        Enrol(people, "Li");
        var begun = Cookie("s1") with { Confirmed = Now };
        people.Open(begun);
        people.Open(Cookie("s2") with { Stage = SessionStage.Password });
        var (session, person) = people.FindSession("s1").ShouldNotBeNull();
        session.ShouldBe(begun);
        person.Name.ShouldBe("Li");
        people.FindSession("s2")!.Value.Session.Stage.ShouldBe(SessionStage.Password);

        people.Touch("s2", Now.AddMinutes(3));
        people.Touch("s2", Now.AddMinutes(2));
        people.Confirm("s2", Now.AddMinutes(4));
        people.SessionsOf("Li").Select(one => one.Id).ShouldBe(["s2", "s1"]);
        people.FindSession("s2")!.Value.Session.LastSeen.ShouldBe(Now.AddMinutes(3));
        people.FindSession("s2")!.Value.Session.Confirmed.ShouldBe(Now.AddMinutes(4));

        people.End("Han", "s1", Now).ShouldBeFalse();
        people.End("Li", "s1", Now).ShouldBeTrue();
        people.End("Li", "s1", Now).ShouldBeFalse();
        people.FindSession("s1").ShouldBeNull();
        people.FindSession("s2").ShouldNotBeNull();
        people.FindSession("").ShouldBeNull();
    });

    [Theory]
    [EachDatabase]
    public void All_sessions_end_at_once_perhaps_but_one(Database database) => With(database, people =>
    {
        Enrol(people, "Li");
        Enrol(people, "Han");
        people.Open(Cookie("a"));
        people.Open(Cookie("b"));
        people.Open(Cookie("c"));
        people.Open(Cookie("d") with { Person = "Han" });
        people.EndAll("Li", Now, but: "b").ShouldBe(2);
        people.SessionsOf("Li").Single().Id.ShouldBe("b");
        people.EndAll("Li", Now).ShouldBe(1);
        people.FindSession("b").ShouldBeNull();
        people.FindSession("d").ShouldNotBeNull();
    });

    [Theory]
    [EachDatabase]
    public void Every_change_of_a_secret_and_every_suspension_kills_the_sessions(Database database) =>
        With(database, people =>
        {
            Enrol(people, "Li");
            Action[] changes =
            [
                () => people.SetPassword("Li", "new", mustChange: false),
                () => people.SetAuthenticator("Li", "new", 5),
                () => people.DropSecondFactors("Li"),
                () => people.Suspend("Li", Now),
            ];
            for (var i = 0; i < changes.Length; i++)
            {
                people.Open(Cookie("s" + i));
                people.FindSession("s" + i).ShouldNotBeNull();
                changes[i]();
                people.FindSession("s" + i).ShouldBeNull($"change {i}");
                people.SessionsOf("Li").ShouldBeEmpty($"change {i}");
            }

            people.Restore("Li");
            people.FindSession("s3").ShouldBeNull();
        });

    [Theory]
    [EachDatabase]
    public void A_rehash_and_a_demand_for_a_new_password_leave_the_session_alive(Database database) =>
        With(database, people =>
        {
            Enrol(people, "Li");
            people.Open(Cookie("s"));
            people.RehashPassword("Li", "same password, more rounds");
            people.DemandNewPassword("Li");
            people.FindSession("s")!.Value.Person.MustChangePassword.ShouldBeTrue();
        });

    [Theory]
    [EachDatabase]
    public void A_link_works_once_until_it_expires_or_a_newer_one_is_made(Database database) =>
        With(database, people =>
        {
            people.Add(Li);
            people.AddLink(Link("one"));
            people.FindLink("one", Now.AddDays(1).AddMilliseconds(-1)).ShouldBe(Link("one"));
            people.FindLink("one", Now.AddDays(1)).ShouldBeNull();
            people.SpendLink("one", Now.AddDays(1)).ShouldBeFalse();
            people.SpendLink("one", Now).ShouldBeTrue();
            people.SpendLink("one", Now).ShouldBeFalse();
            people.FindLink("one", Now).ShouldBeNull();

            people.AddLink(Link("two"));
            people.AddLink(Link("three") with { Created = Now.AddHours(1), Purpose = LinkPurpose.Both });
            people.FindLink("two", Now.AddHours(1)).ShouldBeNull();
            people.FindLink("three", Now.AddHours(1))!.Purpose.ShouldBe(LinkPurpose.Both);
            people.FindLink("four", Now).ShouldBeNull();
        });

    [Theory]
    [EachDatabase]
    public void R034_one_request_waits_at_a_time_and_the_person_is_suspended_meanwhile(Database database) =>
        With(database, people =>
        {
            Enrol(people, "Li");
            people.Open(Cookie("s"));
            var asked = people.Ask("Li", RequestKind.LostSecondFactor, "Li", Now).ShouldNotBeNull();
            people.FindSession("s").ShouldBeNull();
            people.Find("Li")!.State.ShouldBe(PersonState.Suspended);
            people.Ask("Li", RequestKind.LostBoth, "admin", Now).ShouldBeNull();
            people.Restore("Li").ShouldBeFalse("a suspension by the system is lifted by the decision only");
            people.PendingRequests().ShouldBe([asked]);
            people.PendingRequestOf("Li").ShouldBe(asked);
            people.PendingRequestOf("Han").ShouldBeNull();

            people.Decide(asked.Id, approved: false, "admin", Now.AddHours(1)).ShouldBeTrue();
            people.Decide(asked.Id, approved: true, "admin", Now).ShouldBeFalse("it is decided");
            var back = people.Find("Li").ShouldNotBeNull();
            back.State.ShouldBe(PersonState.Active);
            back.HasSecondFactor.ShouldBeTrue();
            var decided = people.FindRequest(asked.Id).ShouldNotBeNull();
            decided.State.ShouldBe(RequestState.Rejected);
            decided.DecidedBy.ShouldBe("admin");
            decided.DecidedAt.ShouldBe(Now.AddHours(1));
            people.FindRequest(999).ShouldBeNull();
            people.Ask("Li", RequestKind.LostBoth, "admin", Now).ShouldNotBeNull();
        });

    [Theory]
    [EachDatabase]
    public void An_approved_request_takes_away_what_is_lost_and_no_more(Database database) =>
        With(database, people =>
        {
            Enrol(people, "Li");
            var factor = people.Ask("Li", RequestKind.LostSecondFactor, "Li", Now)!;
            people.Decide(factor.Id, approved: true, "admin", Now);
            people.Find("Li")!.State.ShouldBe(PersonState.Active);
            people.Find("Li")!.HasSecondFactor.ShouldBeFalse();
            people.Find("Li")!.PasswordHash.ShouldBe("hash");
            people.RecoveryCodesLeft("Li").ShouldBe(0);

            var both = people.Ask("Li", RequestKind.LostBoth, "admin", Now)!;
            people.Decide(both.Id, approved: true, "han", Now);
            people.Find("Li")!.PasswordHash.ShouldBeNull();

            var leaving = people.Ask("Li", RequestKind.Deactivation, "admin", Now)!;
            people.Decide(leaving.Id, approved: true, "han", Now);
            people.Find("Li")!.State.ShouldBe(PersonState.Deactivated);
            people.Ask("Li", RequestKind.LostBoth, "admin", Now).ShouldBeNull();
        });

    [Theory]
    [EachDatabase]
    public void A_key_is_found_by_its_prefix_and_revoked_by_its_owner_once(Database database) =>
        With(database, people =>
        {
            Enrol(people, "Li");
            people.AddKey(Key("th_1")).ShouldBeTrue();
            people.AddKey(Key("th_1") with { Hash = "forged" }).ShouldBeFalse();
            people.AddKey(Key("th_2") with { Created = Now.AddDays(1) }).ShouldBeTrue();
            var (key, person) = people.FindKey("th_1").ShouldNotBeNull();
            key.Scopes.ShouldBe(["read", "submit"]);
            (key with { Scopes = [] }).ShouldBe(Key("th_1") with { Scopes = [] });
            person.Name.ShouldBe("Li");
            people.KeysOf("Li").Select(one => one.Prefix).ShouldBe(["th_2", "th_1"]);

            people.NoteKeyUse("th_1", Now.AddHours(1));
            people.RevokeKey("Han", "th_1", Now).ShouldBeFalse();
            people.RevokeKey("Li", "th_1", Now.AddHours(2)).ShouldBeTrue();
            people.RevokeKey("Li", "th_1", Now.AddHours(3)).ShouldBeFalse();
            var revoked = people.FindKey("th_1")!.Value.Key;
            revoked.LastUsed.ShouldBe(Now.AddHours(1));
            revoked.Revoked.ShouldBe(Now.AddHours(2));
            people.FindKey("th_9").ShouldBeNull();
        });

    [Theory]
    [EachDatabase]
    public void The_audit_trail_is_read_newest_first_and_filtered(Database database) => With(database, people =>
    {
        var first = new AuditEntry(0, Now, "Li", "192.0.2.7", "Test/1", "sign-in", "china", null, "done");
        people.Record(first);
        people.Record(first with { At = Now.AddHours(1), What = "surrender H1", Sequence = 42 });
        people.Record(first with { At = Now.AddHours(2), Who = "han", What = "sign-in", Outcome = "TH9201" });

        var all = people.Entries(new());
        all.Select(entry => entry.Outcome).ShouldBe(["TH9201", "done", "done"]);
        all[2].ShouldBe(first with { Id = all[2].Id });
        all[1].Sequence.ShouldBe(42);
        people.Entries(new(Who: "han")).Single().What.ShouldBe("sign-in");
        people.Entries(new(What: "sign")).Count.ShouldBe(2);
        people.Entries(new(What: "s%n")).ShouldBeEmpty();
        people.Entries(new(From: Now.AddHours(1), Until: Now.AddHours(2))).Single().Sequence.ShouldBe(42);
        people.Entries(new(Take: 1)).Single().Who.ShouldBe("han");
        people.Entries(new(Before: all[0].Id)).Count.ShouldBe(2);
    });

    [Theory]
    [EachDatabase]
    public void The_audit_trail_cannot_be_changed_behind_the_programs_back(Database database) =>
        Store.With(database, store =>
        {
            using var people = store.OpenPeople();
            people.Record(new AuditEntry(0, Now, "Li", "", "", "sign-in", "china", null, "done"));
            Should.Throw<DbException>(() => store.Tamper("", "update audit_entry set who = 'han'"));
            Should.Throw<DbException>(() => store.Tamper("", "delete from audit_entry"));
            people.Entries(new()).Single().Who.ShouldBe("Li");
        });

    [Theory]
    [EachDatabase]
    public void A_draft_is_kept_replaced_and_dropped(Database database) => With(database, people =>
    {
        people.SaveDraft(new Draft("H1", "report/2022", "{\"a\":1}", Now));
        people.SaveDraft(new Draft("H1", "report/2022", "{\"a\":2}", Now.AddHours(1)));
        people.SaveDraft(new Draft("H1", "plan/2022", "{}", Now.AddHours(2)));
        people.FindDraft("H1", "report/2022").ShouldBe(
            new Draft("H1", "report/2022", "{\"a\":2}", Now.AddHours(1)));
        people.FindDraft("H2", "report/2022").ShouldBeNull();
        people.DraftsOf("H1").Select(draft => draft.Key).ShouldBe(["plan/2022", "report/2022"]);
        people.DropDraft("H2", "report/2022").ShouldBeFalse();
        people.DropDraft("H1", "report/2022").ShouldBeTrue();
        people.FindDraft("H1", "report/2022").ShouldBeNull();
    });

    [Theory]
    [EachDatabase]
    public void Protection_keys_are_shared_by_all_who_open_the_store(Database database) =>
        Store.With(database, store =>
        {
            using var people = store.OpenPeople();
            people.ProtectionKeys().ShouldBeEmpty();
            people.AddProtectionKey("key-1", "<key id=\"1\"/>");
            people.AddProtectionKey("key-2", "<key id=\"2\"/>");
            using var other = store.OpenPeople();
            other.ProtectionKeys().ShouldBe(["<key id=\"1\"/>", "<key id=\"2\"/>"]);
        });
}
