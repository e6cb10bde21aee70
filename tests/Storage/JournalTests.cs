using System.Security.Cryptography;
using System.Text;
using Tanheng.Crash.Tests;
using Tanheng.Engine.Hosting;
using Tanheng.Engine.Journal;
using Tanheng.Engine.Sequencing;
using Tanheng.Ledger;
using Tanheng.Quantities;

namespace Tanheng.Storage.Tests;

/// <summary>What every journal must do, whatever database it is in.</summary>
public sealed class JournalTests
{
    private const string Scheme = "tally";

    [Theory]
    [EachDatabase]
    public void Appended_rows_read_back_as_they_were(Database database) => With(database, journal =>
    {
        var rows = Rows(3);
        journal.Append(0, rows.AsSpan(0, 2));
        journal.Append(2, rows.AsSpan(2));

        journal.Head().ShouldBe(JournalHead.Of(rows[2]));
        Same(journal.Read(), rows);
        Same(journal.Read(2, 2), [rows[1]]);
        journal.Read(4).ShouldBeEmpty();
    });

    [Theory]
    [EachDatabase]
    public void A_long_journal_reads_in_order(Database database) => With(database, journal =>
    {
        var rows = Rows(10_000);
        journal.Append(0, rows);

        Same(journal.Read(), rows);
        Same(journal.Read(4095, 4099), rows[4094..4099]);
    });

    [Theory]
    [EachDatabase]
    public void Chinese_and_odd_characters_keep_their_bytes(Database database) => With(database, journal =>
    {
        var row = TallyMarket.Row(
            Scheme, default, TallyMarket.Opening, "tally-move", new TallyReminded("履约 “清缴”\t\\ \u0001 é 𝄞"));
        journal.Append(0, [row]);

        var back = journal.Read().Single();
        back.Events.Span.SequenceEqual(row.Events.Span).ShouldBeTrue();
        new RowHash().Of(back).ShouldBe(row.Hash);
    });

    [Theory]
    [EachDatabase]
    public void An_append_on_the_wrong_head_loses_and_changes_nothing(Database database) => With(database, journal =>
    {
        var rows = Rows(4);
        journal.Append(0, rows.AsSpan(0, 2));

        Should.Throw<JournalConflictException>(() => journal.Append(0, rows.AsSpan(0, 2)));
        Should.Throw<JournalConflictException>(() => journal.Append(1, rows.AsSpan(1, 3)));
        Should.Throw<JournalConflictException>(() => journal.Append(3, rows.AsSpan(3, 1)));
        journal.Head().Sequence.ShouldBe(2);
        journal.Append(2, rows.AsSpan(2));
        Same(journal.Read(), rows);
    });

    [Theory]
    [EachDatabase]
    public void Of_two_writers_one_loses(Database database) => Store.With(database, store =>
    {
        using var one = store.Open(Scheme);
        using var two = store.Open(Scheme);
        var rows = Rows(101);
        one.Append(0, rows.AsSpan(0, 1));
        var conflicts = 0;
        Parallel.ForEach([one, two], journal =>
        {
            for (var i = 1; i <= 100; i++)
            {
                try
                {
                    journal.Append(i, rows.AsSpan(i, 1));
                }
                catch (JournalConflictException)
                {
                    Interlocked.Increment(ref conflicts);
                }
            }
        });

        Same(one.Read(), rows);
        conflicts.ShouldBe(100);
    });

    [Theory]
    [EachDatabase]
    public void A_former_holder_of_the_lease_cannot_append(Database database) => Store.With(database, store =>
    {
        using var one = store.Open(Scheme);
        var rows = Rows(2);
        var old = one.TryAcquire("one", TimeSpan.FromMinutes(1)).ShouldNotBeNull();
        one.Append(0, rows.AsSpan(0, 1), old.Epoch);
        one.Release(old);
        using var two = store.Open(Scheme);
        var now = two.TryAcquire("two", TimeSpan.FromMinutes(1)).ShouldNotBeNull();

        now.Epoch.ShouldBeGreaterThan(old.Epoch);
        one.Renew(old).ShouldBeFalse();
        Should.Throw<JournalConflictException>(() => one.Append(1, rows.AsSpan(1), old.Epoch));
        two.Append(1, rows.AsSpan(1), now.Epoch);
    });

    [Theory]
    [EachDatabase]
    public void One_holds_the_lease_until_it_gives_it_back(Database database) => Store.With(database, store =>
    {
        using var one = store.Open(Scheme);
        using var two = store.Open(Scheme);
        var held = one.TryAcquire("one", TimeSpan.FromMinutes(1)).ShouldNotBeNull();

        two.TryAcquire("two", TimeSpan.FromMinutes(1)).ShouldBeNull();
        two.CurrentLease().ShouldNotBeNull().Holder.ShouldBe("one");
        one.Renew(held).ShouldBeTrue();
        one.Release(held);
        one.CurrentLease().ShouldBeNull();
        two.TryAcquire("two", TimeSpan.FromMinutes(1)).ShouldNotBeNull().Epoch.ShouldBe(held.Epoch + 1);
    });

    [Theory]
    [EachDatabase]
    public void A_lease_nobody_renews_lapses(Database database) => Store.With(database, store =>
    {
        using var two = store.Open(Scheme);
        using (var one = store.Open(Scheme))
        {
            one.TryAcquire("one", TimeSpan.FromMilliseconds(300)).ShouldNotBeNull();
            two.TryAcquire("two", TimeSpan.FromMinutes(1)).ShouldBeNull();
        }

        SpinWait.SpinUntil(() => two.TryAcquire("two", TimeSpan.FromMinutes(1)) is not null, 5000).ShouldBeTrue();
    });

    [Theory]
    [EachDatabase]
    public void An_auditor_gets_the_same_hash_from_the_database_alone(
        Database database) => Store.With(database, store =>
    {
        using var journal = store.Open(Scheme);
        var rows = Rows(3);
        journal.Append(0, rows);
        for (var sequence = 1; sequence <= 3; sequence++)
        {
            var (text, hash) = store.Audit(Scheme, sequence);
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))).ShouldBe(hash);
            hash.ShouldBe(rows[sequence - 1].Hash.ToString());
        }
    });

    [Theory]
    [EachDatabase]
    public void A_sequencer_on_it_survives_a_restart(Database database) => Store.With(database, store =>
    {
        using (var journal = store.Open(Scheme))
        {
            journal.Append(0, [TallyMarket.Open(Scheme, 3, 1000)]);
            Run(journal, host =>
            {
                var replies = Enumerable.Range(0, 500).Select(i => host.SubmitAsync(Move(i))).ToArray();
                Task.WaitAll(replies);
                replies.ShouldAllBe(reply => reply.Result.Refusal == null);
            });
        }

        using var again = store.Open(Scheme);
        Run(again, host =>
        {
            host.SubmitAsync(Move(7)).Result.Value.Repeated.ShouldBeTrue();
            host.SubmitAsync(Move(500)).Result.Value.Sequence.ShouldBe(502);
            var other = new Submission(new TallyMove(new(2), new(3), 9), CommandId.From("m7"), TallyMarket.Clerk);
            host.SubmitAsync(other).Result.Refusal!.Code.ShouldBe(JournalRefusals.RepeatedIdOtherInput);
            var balances = host.QueryAsync(state => (Of(state.Ledger, 2), Of(state.Ledger, 3))).Result.Value;
            balances.ShouldBe((499, 1501));
        });
    });

    internal static JournalRow[] Rows(int count)
    {
        var rows = new JournalRow[count];
        JournalHead head = default;
        for (var i = 0; i < count; i++)
        {
            var time = TallyMarket.Opening.AddMilliseconds(i * 37);
            rows[i] = TallyMarket.Row(Scheme, head, time, "tally-move", new TallyReminded("row " + i));
            head = JournalHead.Of(rows[i]);
        }

        return rows;
    }

    private static Submission Move(int i) =>
        new(new TallyMove(new(2), new(3), 1), CommandId.From("m" + i), TallyMarket.Clerk);

    private static long Of(Ledger.Ledger ledger, long account) =>
        ledger.Balance(new Place(new(account)), TallyMarket.Unit);

    private static void Run(IJournal journal, Action<SchemeHost> act)
    {
        var host = SchemeHost.LeadAsync(journal).Result;
        act(host);
        host.StopAsync().Wait();
    }

    private static void Same(IEnumerable<JournalRow> actual, JournalRow[] expected)
    {
        var rows = actual.ToArray();
        rows.Length.ShouldBe(expected.Length);
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i].Events.Span.SequenceEqual(expected[i].Events.Span).ShouldBeTrue();
            (rows[i] with { Events = default }).ShouldBe(expected[i] with { Events = default });
        }
    }

    private static void With(Database database, Action<IJournal> act) => Store.With(database, store =>
    {
        using var journal = store.Open(Scheme);
        act(journal);
    });
}
