using Tanheng.Crash.Tests;
using Tanheng.Engine.Hosting;
using Tanheng.Engine.Journal;
using Tanheng.Engine.Sequencing;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme;

namespace Tanheng.Engine.Tests;

public sealed class SchemeHostTests : IDisposable
{
    private static readonly AccountId Ann = new(2);
    private static readonly AccountId Bob = new(3);
    private readonly FaultyJournal journal = new("tally");

    public SchemeHostTests() => journal.Append(0, [TallyMarket.Open("tally", 2, 100)]);

    [Fact]
    public async Task One_leads_and_the_other_follows_and_answers()
    {
        await using var one = await SchemeHost.LeadAsync(journal, Options("one"));
        await using var two = SchemeHost.Start(journal, Options("two"));
        await two.Ready;
        (await one.SubmitAsync(Move("a", 30))).Refusal.ShouldBeNull();

        two.Role.ShouldBe(HostRole.Follower);
        var refusal = (await two.SubmitAsync(Move("b", 1))).Refusal.ShouldNotBeNull();
        refusal.Code.ShouldBe(JournalRefusals.NotLeader);
        refusal["holder"].ShouldBe("one");
        await Until(async () => await Balance(two, Bob) == 130);
    }

    [Fact]
    public async Task When_the_leader_stops_the_follower_takes_over_at_once()
    {
        var one = await SchemeHost.LeadAsync(journal, Options("one"));
        await using var two = SchemeHost.Start(journal, Options("two"));
        (await one.SubmitAsync(Move("a", 30))).Refusal.ShouldBeNull();
        await one.DisposeAsync();
        await Until(() => Task.FromResult(two.Role == HostRole.Leader));

        (await two.SubmitAsync(Move("a", 30))).Value.Repeated.ShouldBeTrue();
        (await two.SubmitAsync(Move("b", 5))).Value.Sequence.ShouldBe(3);
        one.Role.ShouldBe(HostRole.Stopped);
        (await one.SubmitAsync(Move("c", 1))).Refusal!.Code.ShouldBe(JournalRefusals.Stopping);
    }

    [Fact]
    public async Task A_leader_whose_lease_was_taken_steps_down_and_follows()
    {
        await using var one = await SchemeHost.LeadAsync(journal, Options("one"));
        journal.Steal("two");
        await Until(() => Task.FromResult(one.Role == HostRole.Follower));

        (await one.SubmitAsync(Move("a", 30))).Refusal!.Code.ShouldBe(JournalRefusals.NotLeader);
        journal.Head().Sequence.ShouldBe(1);
    }

    [Fact]
    public async Task After_a_failed_append_it_starts_over_from_the_journal_and_leads_again()
    {
        await using var one = await SchemeHost.LeadAsync(journal, Options("one"));
        var failures = 1;
        journal.BeforeAppend = _ =>
        {
            if (Interlocked.Decrement(ref failures) >= 0)
            {
                throw new IOException("disk full");
            }
        };
        (await one.SubmitAsync(Move("a", 30))).Refusal!.Code.ShouldBe(JournalRefusals.UnknownOutcome);
        await Until(async () => (await one.SubmitAsync(Move("a", 30))).Refusal is null);

        (await Balance(one, Bob)).ShouldBe(130);
        one.LastFailure.ShouldBeOfType<IOException>();
    }

    [Fact]
    public async Task A_broken_journal_is_not_led()
    {
        var good = TallyMarket.Row("tally", journal.Head(), TallyMarket.Opening, "tally-move", new TallyReminded("x"));
        journal.Append(1, [good with { Actor = new UserId("mallory") }]);
        await using var host = SchemeHost.Start(journal, Options("one"));
        await host.Ready;

        host.Role.ShouldBe(HostRole.Broken);
        var refusal = (await host.SubmitAsync(Move("a", 30))).Refusal.ShouldNotBeNull();
        refusal.Code.ShouldBe(JournalRefusals.EditedRow);
        refusal["sequence"].ShouldBe("2");
    }

    [Fact]
    public async Task Leading_where_somebody_else_leads_is_refused()
    {
        await using var one = await SchemeHost.LeadAsync(journal, Options("one"));
        var problem = await Should.ThrowAsync<StoreRefusedException>(
            () => SchemeHost.LeadAsync(journal, Options("two")));

        problem.Refusal.ShouldNotBeNull().Code.ShouldBe(JournalRefusals.NotLeader);
        one.Role.ShouldBe(HostRole.Leader);
    }

    public void Dispose() => journal.Dispose();

    private static HostOptions Options(string holder) => new()
    {
        Holder = holder,
        LeaseTime = TimeSpan.FromMilliseconds(150),
        PollEvery = TimeSpan.FromMilliseconds(5),
        RetryAfter = TimeSpan.FromMilliseconds(5),
    };

    private static Submission Move(string id, long quantity) =>
        new(new TallyMove(Ann, Bob, quantity), CommandId.From(id), TallyMarket.Clerk);

    private static async Task<long> Balance(SchemeHost host, AccountId account) =>
        (await host.QueryAsync(state => state.Ledger.Balance(new Place(account), TallyMarket.Unit))).Value;

    private static async Task Until(Func<Task<bool>> condition)
    {
        for (var i = 0; i < 1000 && !await condition(); i++)
        {
            await Task.Delay(5);
        }

        (await condition()).ShouldBeTrue();
    }
}
