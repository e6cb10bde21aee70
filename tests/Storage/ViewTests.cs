using Tanheng.Crash.Tests;
using Tanheng.Engine.Hosting;
using Tanheng.Engine.Journal;
using Tanheng.Engine.Sequencing;
using Tanheng.Engine.Views;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Registry;

namespace Tanheng.Storage.Tests;

public sealed class ViewTests
{
    private const string Scheme = "tally";

    [Theory]
    [EachDatabase]
    public void Statements_holdings_and_the_journal_follow_the_rows(Database database) => Store.With(database, store =>
    {
        using var journal = store.Open(Scheme);
        using var views = store.OpenViews(Scheme);
        Run(journal, host => Follow(host, journal, views));

        views.Checkpoint().ShouldBe(journal.Head());

        // 100 units each at the start, serials 1-100 and 101-200; then 30 of the lowest from 2 to 3.
        views.Holdings().ShouldBe(
        [
            new HoldingLine(1, "TALLY", "free", -200, ""),
            new HoldingLine(2, "TALLY", "free", 70, "31-100"),
            new HoldingLine(3, "TALLY", "free", 130, "1-30,101-200"),
        ]);
        var statement = views.Statement(3);
        statement.Select(line => (line.Sequence, line.Quantity, line.Serials, line.Other))
            .ShouldBe([(2, 30, "1-30", 2), (1, 100, "101-200", 1)]);
        views.Transaction(2).Select(line => (line.Line, line.Account, line.Quantity))
            .ShouldBe([(1, 2, -30), (2, 3, 30)]);
        views.Transactions().ShouldBe([2, 1]);
        views.Transactions(2, before: 2).ShouldBe([1]);
        views.Transactions(take: 1).ShouldBe([2]);
        views.Transactions(99).ShouldBeEmpty();
        views.Journal(new JournalQuery()).Select(line => line.Command).ShouldBe(["tally-move", "tally-open"]);
        views.Journal(new JournalQuery(Command: "tally-open")).Single().Events.ShouldBe("tally-opened");
        views.Journal(new JournalQuery(Actor: "nobody")).ShouldBeEmpty();
        views.Find(CommandId.From("m0")).ShouldNotBeNull().Sequence.ShouldBe(2);
        views.HoldingsAt(TallyMarket.Opening, 3).Single().Quantity.ShouldBe(100);
    });

    [Theory]
    [EachDatabase]
    public void A_place_that_is_empty_again_disappears(Database database) => Store.With(database, store =>
    {
        using var journal = store.Open(Scheme);
        using var views = store.OpenViews(Scheme);
        Run(journal, host =>
        {
            Follow(host, journal, views);
            host.SubmitAsync(Move("all", 2, 3, 70)).Result.Refusal.ShouldBeNull();
            Follow(host, journal, views);
        });

        views.Holdings(2).ShouldBeEmpty();
        views.Holdings(3).Single().Serials.ShouldBe("1-200");
    });

    [Theory]
    [EachDatabase]
    public void Rebuilding_gives_what_following_gave(Database database) => Store.With(database, store =>
    {
        using var journal = store.Open(Scheme);
        using var views = store.OpenViews(Scheme);
        Run(journal, host =>
        {
            for (var i = 1; i < 300; i++)
            {
                host.SubmitAsync(Move("m" + i, 2 + (i % 2), 3 - (i % 2), 1 + (i % 7))).Result.Refusal.ShouldBeNull();
                if (i % 50 == 0)
                {
                    Follow(host, journal, views);
                }
            }

            Follow(host, journal, views);
        });
        var followed = Everything(views);
        ViewWriter.Rebuild(journal, views).ShouldBe(301);

        Everything(views).ShouldBe(followed);
        views.Holdings().Select(line => line.Quantity).Sum().ShouldBe(0);
    });

    [Theory]
    [EachDatabase]
    public void Views_of_another_journal_are_made_anew(Database database) => Store.With(database, store =>
    {
        using var views = store.OpenViews(Scheme);
        using var first = store.Open("first");
        var held = new HoldingLine(9, "X", "free", 1, "");
        views.Apply(new ViewChanges(new JournalHead(1, Digest.Of([7])), [], [], [held], [], []));
        using var journal = store.Open(Scheme);
        Run(journal, host => Follow(host, journal, views));

        views.Holdings(9).ShouldBeEmpty();
        views.Holdings(3).Single().Quantity.ShouldBe(130);
    });

    [Theory]
    [EachDatabase]
    public void Accounts_and_obligations_stand_as_the_state_has_them(Database database) => Store.With(database, store =>
    {
        using var views = store.OpenViews(Scheme);
        var state = new Tanheng.Scheme.SchemeState();
        var id = new Tanheng.Scheme.HolderId(7);
        var name = new Text("华能", "Huaneng");
        var holder = new Holder(id, "91110000100000000X", name, "CN-BJ", "power", HolderStatus.Active, []);
        state.Registry.Holders[id] = holder;
        var account = new Account(new(8), "CN-8", AccountKind.Registry, id, null, AccountStatus.Active);
        state.Registry.Accounts[account.Id] = account;
        var period = CompliancePeriod.Parse("2021");
        state.Compliance.Obligations[(id, period)] = new Obligation(
            id, period, new Tonnes(100), new Tonnes(60), new Tonnes(5), ObligationStatus.Open);
        var projection = new Projection();
        Apply(1);
        state.Registry.Accounts[account.Id] = account with { Status = AccountStatus.Frozen };
        var changed = Apply(2);

        changed.Accounts.Count.ShouldBe(1);
        changed.Obligations.ShouldBeEmpty();
        views.Accounts().ShouldBe([new AccountLine(8, "CN-8", "registry", "frozen", 7, "CN-BJ", "华能", "Huaneng")]);
        views.Obligations("2021").ShouldBe(
            [new ObligationLine(7, "91110000100000000X", "华能", "Huaneng", "2021", 100, 60, 5, 35, "open")]);
        views.Obligations("2022").ShouldBeEmpty();

        Standing Apply(long sequence)
        {
            var standing = projection.Standing(state, []);
            views.Apply(new ViewChanges(
                new JournalHead(sequence, default),
                [],
                [],
                standing.Holdings,
                standing.Accounts,
                standing.Obligations));
            return standing;
        }
    });

    private static void Run(IJournal journal, Action<SchemeHost> act)
    {
        journal.Append(0, [TallyMarket.Open(Scheme, 2, 100)]);
        var host = SchemeHost.LeadAsync(journal).Result;
        host.SubmitAsync(Move("m0", 2, 3, 30)).Result.Refusal.ShouldBeNull();
        act(host);
        host.StopAsync().Wait();
    }

    private static void Follow(SchemeHost host, IJournal journal, IViewStore views)
    {
        var projection = new Projection();
        while (ViewWriter.StepAsync(host.QueryAsync, projection, journal, views).Result > 0)
        {
        }
    }

    private static Submission Move(string id, long from, long to, long quantity) =>
        new(new TallyMove(new(from), new(to), quantity), CommandId.From(id), TallyMarket.Clerk);

    private static string Everything(IViewStore views) => string.Join('\n', new IEnumerable<object>[]
    {
        views.Journal(new JournalQuery(Take: 10_000)),
        views.Statement(2, take: 10_000),
        views.Statement(3, take: 10_000),
        views.Holdings(),
        views.Accounts(),
        views.Obligations(),
    }.SelectMany(lines => lines));
}
