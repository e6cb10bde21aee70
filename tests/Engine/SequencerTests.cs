using Tanheng.Crash.Tests;
using Tanheng.Engine.Hosting;
using Tanheng.Engine.Journal;
using Tanheng.Engine.Sequencing;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme;

namespace Tanheng.Engine.Tests;

public sealed class SequencerTests : IAsyncDisposable
{
    private static readonly AccountId Ann = new(2);
    private static readonly AccountId Bob = new(3);
    private readonly FaultyJournal journal = new("tally");
    private readonly ManualTimeProvider clock = new(TallyMarket.Opening.AddHours(9));
    private Sequencer sequencer;

    public SequencerTests()
    {
        journal.Append(0, [TallyMarket.Open("tally", 2, 100)]);
        sequencer = Start();
    }

    [Fact]
    public async Task A_command_is_answered_with_its_row_and_stands_in_the_journal()
    {
        var reply = (await Submit("one", new TallyMove(Ann, Bob, 30))).Value;

        reply.Sequence.ShouldBe(2);
        reply.Time.ShouldBe(TallyMarket.Opening.AddHours(9));
        var row = journal.Read(2).Single();
        row.Command.ShouldBe("tally-move");
        row.CommandId.ShouldBe(CommandId.From("one"));
        row.Previous.ShouldBe(journal.Read(1, 1).Single().Hash);
        row.Hash.ShouldBe(new RowHash().Of(row));
        (await Balance(Bob)).ShouldBe(130);
    }

    [Fact]
    public async Task A_refused_command_leaves_no_row()
    {
        var refusal = (await Submit("one", new TallyMove(Ann, Bob, 101))).Refusal.ShouldNotBeNull();

        refusal.Code.ShouldBe(LedgerRefusals.NotEnough);
        journal.Head().Sequence.ShouldBe(1);
        (await Balance(Ann)).ShouldBe(100);
    }

    [Fact]
    public async Task The_same_id_and_input_gives_the_original_reply_and_happens_once()
    {
        var first = (await Submit("one", new TallyMove(Ann, Bob, 30))).Value;
        clock.Advance(TimeSpan.FromMinutes(5));
        var again = (await Submit("one", new TallyMove(Ann, Bob, 30))).Value;

        again.Sequence.ShouldBe(first.Sequence);
        again.Time.ShouldBe(first.Time);
        again.Events.Single().ShouldBe(first.Events.Single());
        again.Repeated.ShouldBeTrue();
        first.Repeated.ShouldBeFalse();
        (await Balance(Bob)).ShouldBe(130);
    }

    [Fact]
    public async Task A_repeat_is_known_after_a_restart()
    {
        await Submit("one", new TallyMove(Ann, Bob, 30));
        await Restart();

        var again = (await Submit("one", new TallyMove(Ann, Bob, 30))).Value;

        again.Sequence.ShouldBe(2);
        again.Repeated.ShouldBeTrue();
        var moved = again.Events.Single().ShouldBeOfType<TallyMoved>();
        moved.Transactions.Single().Movements.Single().Serials.ShouldBe(SerialSet.Parse("1-30"));
        journal.Head().Sequence.ShouldBe(2);
    }

    [Fact]
    public async Task The_same_id_with_another_input_is_refused()
    {
        await Submit("one", new TallyMove(Ann, Bob, 30));
        var other = (await Submit("one", new TallyMove(Ann, Bob, 31))).Refusal.ShouldNotBeNull();
        await Restart();
        var later = (await Submit("one", new TallyMove(Bob, Ann, 30))).Refusal.ShouldNotBeNull();

        other.Code.ShouldBe(JournalRefusals.RepeatedIdOtherInput);
        other["sequence"].ShouldBe("2");
        later.Code.ShouldBe(JournalRefusals.RepeatedIdOtherInput);
        (await Balance(Bob)).ShouldBe(130);
    }

    [Fact]
    public async Task Time_is_whole_milliseconds_and_never_goes_back()
    {
        clock.Advance(TimeSpan.FromTicks(12_345));
        var first = (await Submit("one", new TallyMove(Ann, Bob, 1))).Value;
        await Restart(new ManualTimeProvider(TallyMarket.Opening));
        var second = (await Submit("two", new TallyMove(Ann, Bob, 1))).Value;

        first.Time.ShouldBe(TallyMarket.Opening.AddHours(9).AddMilliseconds(1));
        second.Time.ShouldBe(first.Time);
    }

    [Fact]
    public async Task What_has_fallen_due_happens_before_the_next_command_each_in_its_own_row()
    {
        var (noon, one) = (TallyMarket.Opening.AddHours(12), TallyMarket.Opening.AddHours(13));
        await Submit("later", new TallyRemind(one, "b"));
        await Submit("sooner", new TallyRemind(noon, "a"));
        await Submit("tomorrow", new TallyRemind(noon.AddDays(1), "c"));
        clock.AdvanceTo(one);
        await Submit("move", new TallyMove(Ann, Bob, 1));

        var rows = journal.Read(5).ToArray();
        rows.Select(row => row.Command).ShouldBe(["advance-clock", "advance-clock", "tally-move"]);
        rows.Take(2).ShouldAllBe(row => row.Actor == UserId.System);
        rows[0].ReadEvents().ShouldBe(
            [new ClockAdvanced(new Due(noon, TallyMarket.Reminder, "tally:a")), new TallyReminded("a")]);
        rows[1].ReadEvents()[1].ShouldBe(new TallyReminded("b"));
    }

    [Fact]
    public async Task A_command_that_meets_something_due_gets_no_earlier_time_than_that()
    {
        await Submit("remind", new TallyRemind(TallyMarket.Opening.AddHours(1), "a"));
        clock.AdvanceTo(TallyMarket.Opening.AddHours(2));
        await Restart(options: new SequencerOptions { Time = new RunningClock(clock) });
        await Submit("move", new TallyMove(Ann, Bob, 1));

        var rows = journal.Read(3).ToArray();
        rows.Select(row => row.Command).ShouldBe(["advance-clock", "tally-move"]);
        rows[1].Time.ShouldBe(rows[0].Time);
        Replay.Load(journal).State.Sequence.ShouldBe(4, "the journal can be read again");
    }

    /// <summary>A clock that goes on by ten milliseconds whenever somebody looks at it.</summary>
    private sealed class RunningClock(ManualTimeProvider clock) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow()
        {
            clock.Advance(TimeSpan.FromMilliseconds(10));
            return clock.GetUtcNow();
        }
    }

    [Fact]
    public async Task A_clock_row_has_an_id_that_anyone_can_derive()
    {
        await Submit("remind", new TallyRemind(TallyMarket.Opening.AddHours(12), "a"));
        clock.AdvanceTo(TallyMarket.Opening.AddHours(20));
        (await sequencer.AdvanceClockAsync()).Value.ShouldBe(3);

        journal.Read(3).Single().CommandId.ShouldBe(
            CommandId.From("advance-clock\ntally\n3\n2024-01-01T12:00:00.000Z\nUnitsLapse\ntally:a"));
    }

    [Fact]
    public async Task A_preview_tells_the_events_and_changes_nothing()
    {
        var preview = (await sequencer.PreviewAsync(Of("one", new TallyMove(Ann, Bob, 30)))).Value;
        var refused = await sequencer.PreviewAsync(Of("two", new TallyMove(Ann, Bob, 3000)));

        preview.Sequence.ShouldBe(2);
        preview.Events.Single().ShouldBeOfType<TallyMoved>();
        refused.Refusal.ShouldNotBeNull().Code.ShouldBe(LedgerRefusals.NotEnough);
        journal.Head().Sequence.ShouldBe(1);
        (await Balance(Bob)).ShouldBe(100);
    }

    [Fact]
    public async Task A_use_case_that_throws_is_a_refusal_and_nothing_changes()
    {
        var refusal = (await Submit("one", new TallyFail("division by zero"))).Refusal.ShouldNotBeNull();

        refusal.Code.ShouldBe(JournalRefusals.Defect);
        refusal.Message("en").ShouldContain("division by zero");
        (await Submit("two", new TallyMove(Ann, Bob, 1))).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task An_actor_with_a_line_break_cannot_forge_a_row()
    {
        var forged = new Submission(new TallyMove(Ann, Bob, 1), CommandId.From("one"), new UserId("ann\ntally-move"));

        (await sequencer.SubmitAsync(forged)).Refusal.ShouldNotBeNull().Code.ShouldBe(JournalRefusals.BadText);
    }

    [Fact]
    public async Task Nothing_is_answered_before_it_is_durable_not_even_a_question()
    {
        using var disk = new SemaphoreSlim(0);
        var command = SubmitToHeldDisk(disk, "one", new TallyMove(Ann, Bob, 30));
        var repeat = Submit("one", new TallyMove(Ann, Bob, 30));
        var question = Balance(Bob);
        var refused = Submit("two", new TallyMove(Ann, Bob, 71));

        await Task.Delay(50);
        new Task[] { command, repeat, question, refused }.ShouldAllBe(task => !task.IsCompleted);
        disk.Release(10);

        (await command).Value.Sequence.ShouldBe(2);
        (await repeat).Value.Repeated.ShouldBeTrue();
        (await question).ShouldBe(130);
        (await refused).Refusal.ShouldNotBeNull().Code.ShouldBe(LedgerRefusals.NotEnough);
    }

    [Fact]
    public void A_lone_command_is_on_disk_when_the_call_returns()
    {
        var reply = Submit("one", new TallyMove(Ann, Bob, 1));

        reply.IsCompletedSuccessfully.ShouldBeTrue();
        journal.Head().Sequence.ShouldBe(2);
    }

    [Fact]
    public async Task Commands_that_wait_share_a_transaction()
    {
        using var disk = new SemaphoreSlim(0);
        var first = SubmitToHeldDisk(disk, "c0", new TallyMove(Ann, Bob, 1));
        var others = Enumerable.Range(1, 49).Select(i => Submit("c" + i, new TallyMove(Ann, Bob, 1)));
        Task<Outcome<Reply>>[] replies = [first, .. others];
        disk.Release(50);
        await Task.WhenAll(replies);

        replies.Select(reply => reply.Result.Value.Sequence).ShouldBe(Enumerable.Range(2, 50).Select(i => (long)i));
        journal.Appends.ShouldBe(3, "the opening, the first, and all the others together");
    }

    [Fact]
    public async Task When_an_append_fails_everybody_is_told_that_the_outcome_is_unknown_and_it_ends()
    {
        journal.BeforeAppend = _ => throw new IOException("disk full");
        var replies = Enumerable.Range(0, 20).Select(i => Submit("c" + i, new TallyMove(Ann, Bob, 1))).ToArray();
        await Task.WhenAll(replies);

        replies.ShouldAllBe(reply => reply.Result.Refusal!.Code == JournalRefusals.UnknownOutcome);
        (await sequencer.Ended).ShouldBe(SequencerEnd.StoreFailed);
        sequencer.Failure.ShouldBeOfType<IOException>();
        (await Submit("late", new TallyMove(Ann, Bob, 1))).Refusal!.Code.Transient.ShouldBeTrue();
        journal.Head().Sequence.ShouldBe(1);
    }

    [Fact]
    public async Task An_append_that_succeeded_without_anybody_knowing_is_resolved_by_repeating()
    {
        journal.AfterAppend = () => throw new IOException("connection lost");
        (await Submit("one", new TallyMove(Ann, Bob, 30))).Refusal!.Code.ShouldBe(JournalRefusals.UnknownOutcome);
        journal.AfterAppend = null;
        await Restart();

        var again = (await Submit("one", new TallyMove(Ann, Bob, 30))).Value;

        again.Repeated.ShouldBeTrue();
        (await Balance(Bob)).ShouldBe(130);
    }

    [Fact]
    public async Task A_second_writer_makes_it_step_down()
    {
        var other = TallyMarket.Row("tally", journal.Head(), TallyMarket.Opening, "tally-move", new TallyReminded("x"));
        journal.Append(1, [other]);

        (await Submit("one", new TallyMove(Ann, Bob, 30))).Refusal!.Code.ShouldBe(JournalRefusals.UnknownOutcome);
        (await sequencer.Ended).ShouldBe(SequencerEnd.Conflict);
    }

    [Fact]
    public async Task Stopping_finishes_what_waits_and_refuses_what_comes_later()
    {
        var replies = Enumerable.Range(0, 100).Select(i => Submit("c" + i, new TallyMove(Ann, Bob, 1))).ToArray();
        (await sequencer.StopAsync()).ShouldBe(SequencerEnd.Stopped);

        replies.ShouldAllBe(reply => reply.Result.Refusal == null);
        (await Submit("late", new TallyMove(Ann, Bob, 1))).Refusal!.Code.ShouldBe(JournalRefusals.Stopping);
    }

    [Fact]
    public async Task A_full_queue_refuses_for_now()
    {
        await Restart(options: new SequencerOptions { Time = clock, QueueLimit = 3 });
        using var disk = new SemaphoreSlim(0);
        var first = SubmitToHeldDisk(disk, "first", new TallyMove(Ann, Bob, 1));
        var replies = Enumerable.Range(0, 20).Select(i => Submit("c" + i, new TallyMove(Ann, Bob, 1))).ToArray();
        var full = replies.Where(reply => reply.IsCompleted).ToArray();
        disk.Release(20);
        await Task.WhenAll(replies);

        full.Length.ShouldBeGreaterThan(0);
        full.ShouldAllBe(reply => reply.Result.Refusal!.Code == JournalRefusals.QueueFull);
        (await first).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Many_commands_keep_their_order_and_their_virtual_times()
    {
        await Restart(options: new SequencerOptions { Time = clock, VirtualTime = true });
        var start = TallyMarket.Opening.AddDays(1);
        var seen = new List<long>();
        var many = Enumerable.Range(0, 2000).Select(i => new Submission(
            i % 2 == 0 ? new TallyMove(Ann, Bob, 1) : new TallyMove(Bob, Ann, 1),
            CommandId.From("m" + i),
            TallyMarket.Clerk,
            start.AddSeconds(i)));
        var result = await sequencer.SubmitManyAsync(many.Append(Of("bad", new TallyMove(Ann, Bob, 0))), (_, outcome) =>
        {
            seen.Add(outcome.Refusal is null ? outcome.Value.Sequence : 0);
            return true;
        });

        result.Accepted.ShouldBe(2000);
        result.Refused.ShouldBe(1);
        result.FirstRefusal!.Value.Refusal.Code.ShouldBe(LedgerRefusals.QuantityNotPositive);
        seen.ShouldBe(Enumerable.Range(2, 2000).Select(i => (long)i).Append(0));
        journal.Read(2).Select(row => row.Time).ShouldBe(Enumerable.Range(0, 2000).Select(i => start.AddSeconds(i)));
    }

    [Fact]
    public async Task Virtual_time_stays_where_it_was_moved_even_when_nothing_fell_due()
    {
        await Restart(options: new SequencerOptions { Time = clock, VirtualTime = true });
        var noon = TallyMarket.Opening.AddDays(3).AddHours(12);
        (await sequencer.AdvanceClockAsync(noon)).Value.ShouldBe(1);
        sequencer.Now.ShouldBe(noon);

        (await sequencer.AdvanceClockAsync(noon.AddDays(-1))).Value.ShouldBe(1);
        sequencer.Now.ShouldBe(noon);
        (await Submit("one", new TallyMove(Ann, Bob, 1))).Value.Time.ShouldBe(noon);
    }

    [Fact]
    public async Task Many_commands_stop_when_the_observer_says_so()
    {
        var many = Enumerable.Range(0, 100_000).Select(i => Of("m" + i, new TallyMove(Ann, Bob, 1)));
        var result = await sequencer.SubmitManyAsync(many, (_, outcome) => outcome.Refusal is null);

        result.Accepted.ShouldBe(100);
        result.Refused.ShouldBeLessThan(5000);
    }

    public async ValueTask DisposeAsync()
    {
        await sequencer.DisposeAsync();
        journal.Dispose();
    }

    /// <summary>
    /// Who submits also writes, so a command that the disk holds comes from another thread; it is at the disk now.
    /// </summary>
    private Task<Outcome<Reply>> SubmitToHeldDisk(SemaphoreSlim disk, string key, Command command)
    {
        var arrived = new TaskCompletionSource();
        journal.BeforeAppend = _ =>
        {
            arrived.TrySetResult();
            disk.Wait();
        };
        var reply = Task.Run(() => Submit(key, command));
        arrived.Task.Wait();
        return reply;
    }

    private static Submission Of(string id, Command command) => new(command, CommandId.From(id), TallyMarket.Clerk);

    private Task<Outcome<Reply>> Submit(string id, Command command) => sequencer.SubmitAsync(Of(id, command));

    private async Task<long> Balance(AccountId account) =>
        (await sequencer.QueryAsync(state => state.Ledger.Balance(new Place(account), TallyMarket.Unit))).Value;

    private Sequencer Start(SequencerOptions? options = null) =>
        new(journal, Replay.Load(journal), options ?? new SequencerOptions { Time = clock });

    private async Task Restart(ManualTimeProvider? time = null, SequencerOptions? options = null)
    {
        await sequencer.StopAsync();
        sequencer = Start(options ?? new SequencerOptions { Time = time ?? clock });
    }
}
