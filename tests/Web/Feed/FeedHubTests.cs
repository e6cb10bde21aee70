using System.Text.Json;
using Tanheng.Web.Feed;

namespace Tanheng.Web.Tests.Feed;

/// <summary>The queue of all readers, without a network.</summary>
public sealed class FeedHubTests
{
    private const long Start = 1000;

    [Fact]
    public async Task A_message_is_serialised_once_however_many_read_it()
    {
        var hub = Hub();
        var readers = Enumerable.Range(0, 200).Select(_ => new TestReader(hub)).ToList();
        using var stop = new CancellationTokenSource();
        var running = readers.Select(reader => reader.RunAsync(null, stop.Token)).ToList();
        foreach (var reader in readers)
        {
            await reader.Until(read => read.Count == 1);
        }

        var message = new CountedMessage();
        hub.Publish([message], Picture());
        foreach (var reader in readers)
        {
            await reader.Until(read => read.Count == 2);
        }

        message.Times.ShouldBe(1);
        foreach (var at in (int[])[0, 1])
        {
            readers.Select(reader => reader.Read[at]).Distinct(ReferenceEqualityComparer.Instance)
                .ShouldHaveSingleItem("the snapshot too is made once");
        }

        await EndAsync(stop, running);
    }

    [Fact]
    public async Task Numbers_go_up_by_one_and_the_first_is_a_snapshot_of_what_was_before()
    {
        var hub = Hub();
        hub.Publish([Depth("A", 1), Depth("B", 1)], Picture());
        using var stop = new CancellationTokenSource();
        var reader = new TestReader(hub);
        var running = reader.RunAsync(null, stop.Token);
        await reader.Until(read => read.Count == 1);
        hub.Publish([Depth("A", 2)], Picture());
        hub.Publish([Depth("B", 2), Depth("A", 3)], Picture());
        await reader.Until(read => read.Count == 4);
        reader.Texts.ShouldBe(["1002 snapshot", "1003 depth A 2", "1004 depth B 2", "1005 depth A 3"]);
        await EndAsync(stop, [running]);
    }

    [Theory]
    [InlineData(null, "1005 snapshot")]
    [InlineData(1005L, "")]
    [InlineData(1003L, "1004 depth A 4;1005 depth A 5")]
    [InlineData(1001L, "1002 depth A 2;1003 depth A 3;1004 depth A 4;1005 depth A 5")]
    [InlineData(1000L, "1005 snapshot")]
    [InlineData(999L, "1005 snapshot")]
    [InlineData(1006L, "1005 snapshot")]
    public async Task Whoever_comes_back_gets_what_it_missed_or_a_snapshot(long? after, string expected)
    {
        // Four are kept: 1002 to 1005.
        var hub = Hub(kept: 4);
        for (var n = 1; n <= 5; n++)
        {
            hub.Publish([Depth("A", n)], Picture());
        }

        using var stop = new CancellationTokenSource();
        var reader = new TestReader(hub);
        var running = reader.RunAsync(after, stop.Token);
        var wanted = expected.Split(';', StringSplitOptions.RemoveEmptyEntries);
        await reader.Until(read => read.Count == wanted.Length);
        hub.Publish([Depth("Z", 0)], Picture());
        await reader.Until(read => read.Count > 0 && read[^1].Sequence == 1006);
        reader.Texts.ShouldBe([.. wanted, "1006 depth Z 0"]);
        await EndAsync(stop, [running]);
    }

    [Fact]
    public async Task A_slow_reader_holds_nobody_up_and_gets_a_snapshot_in_place_of_what_it_missed()
    {
        var hub = Hub(kept: 64, mostBehind: 10);
        using var stop = new CancellationTokenSource();
        var (slow, quick) = (new TestReader(hub) { Open = new TaskCompletionSource() }, new TestReader(hub));
        Task[] running = [slow.RunAsync(null, stop.Token), quick.RunAsync(null, stop.Token)];
        await quick.Until(read => read.Count == 1);
        for (var n = 1; n <= 1000; n++)
        {
            // Nobody publishes faster than a look takes; the slow one reads nothing meanwhile.
            hub.Publish([Depth("A", n)], Picture());
            await quick.Until(read => read[^1].Sequence == Start + n);
        }

        quick.Read.Count.ShouldBe(1001, "a snapshot and every message");
        slow.Read.Count.ShouldBe(1, "its snapshot is still on the way");
        slow.Open.SetResult();
        await slow.Until(read => read[^1].Sequence == Start + 1000);
        slow.Texts.ShouldBe(["1000 snapshot", "2000 snapshot"]);
        hub.Publish([Depth("A", 1001)], Picture());
        await slow.Until(read => read.Count == 3);
        slow.Texts.Last().ShouldBe("2001 depth A 1001", "and from there on nothing is missing");
        await EndAsync(stop, running);
    }

    [Fact]
    public async Task One_who_catches_up_after_a_gap_is_not_taken_for_slow()
    {
        var hub = Hub(kept: 600, mostBehind: 10);
        for (var n = 1; n <= 500; n++)
        {
            hub.Publish([Depth("A", n)], Picture());
        }

        using var stop = new CancellationTokenSource();
        var reader = new TestReader(hub);
        var running = reader.RunAsync(Start, stop.Token);
        await reader.Until(read => read.Count == 500);
        reader.Read.Select(frame => frame.Sequence).ShouldBe(Enumerable.Range(1, 500).Select(n => Start + n));
        await EndAsync(stop, [running]);
    }

    [Fact]
    public async Task After_too_much_to_tell_everybody_starts_from_a_snapshot()
    {
        var hub = Hub();
        hub.Publish([Depth("A", 1)], Picture());
        using var stop = new CancellationTokenSource();
        var reader = new TestReader(hub);
        var running = reader.RunAsync(null, stop.Token);
        await reader.Until(read => read.Count == 1);
        hub.StartOver(Picture());
        await reader.Until(read => read.Count == 2);
        reader.Texts.ShouldBe(["1001 snapshot", "1002 snapshot"]);
        hub.Keeps(1001).ShouldBeFalse();
        hub.Keeps(1002).ShouldBeTrue();
        await EndAsync(stop, [running]);
    }

    [Fact]
    public async Task One_instrument_s_reader_gets_its_messages_and_those_for_all()
    {
        var hub = Hub();
        using var stop = new CancellationTokenSource();
        var reader = new TestReader(hub, "B");
        var running = reader.RunAsync(null, stop.Token);
        await reader.Until(read => read.Count == 1);
        hub.Publish(
            [Depth("A", 1), Depth("B", 1), new StateMessage(new FeedState(null, FeedPhase.Closed, null, []))],
            Picture());
        await reader.Until(read => read.Count == 3);
        reader.Texts.ShouldBe(["1000 snapshot", "1002 depth B 1", "1003 state"]);
        await EndAsync(stop, [running]);
    }

    [Fact]
    public async Task A_quiet_connection_shows_that_it_lives_without_taking_a_number()
    {
        var hub = Hub();
        using var stop = new CancellationTokenSource();
        var reader = new TestReader(hub, settings: new FeedSettings { Heartbeat = TimeSpan.FromMilliseconds(20) });
        var running = reader.RunAsync(null, stop.Token);
        await reader.Until(read => read.Count == 1);
        await Task.Delay(40);
        hub.Wake();
        await reader.Until(read => read.Count == 2);
        hub.Publish([Depth("A", 1)], Picture());
        await reader.Until(read => read.Count == 3);
        reader.Texts.ShouldBe(["1000 snapshot", "1000 heartbeat", "1001 depth A 1"]);
        System.Text.Encoding.UTF8.GetString(reader.Read[1].Event.Span)
            .ShouldBe("data: {\"sequence\":1000,\"kind\":\"heartbeat\"}\n\n", "no id: the browser keeps the last one");
        await EndAsync(stop, [running]);
    }

    /// <summary>Readers of every speed, at once, against a publisher that never waits.</summary>
    [Fact]
    public async Task Whatever_the_speed_nothing_is_doubled_and_what_is_missing_lies_before_a_snapshot()
    {
        var hub = Hub(kept: 128, mostBehind: 32);
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 24).Select(n => new TestReader(hub) { Pause = n % 6 }).ToList();
        var running = readers.Select(reader => reader.RunAsync(null, stop.Token)).ToList();
        await Task.Run(async () =>
        {
            for (var n = 1; n <= 3000; n++)
            {
                hub.Publish([Depth("A", n)], Picture());
                if (n % 100 == 0)
                {
                    await Task.Delay(1);
                }
            }
        });
        foreach (var reader in readers)
        {
            await reader.Until(read => read.Count > 0 && read[^1].Sequence == Start + 3000);
            long last = -1;
            foreach (var frame in reader.Read)
            {
                var isSnapshot = TestReader.KindOf(frame) == "snapshot";
                (isSnapshot ? frame.Sequence > last : frame.Sequence == last + 1).ShouldBeTrue(
                    $"{frame.Sequence} after {last}");
                last = frame.Sequence;
            }
        }

        await EndAsync(stop, running);
    }

    [Fact]
    public void Connections_are_counted_by_address_and_altogether()
    {
        var gate = new FeedGate(new FeedSettings { ConnectionsPerAddress = 2, Connections = 3 });
        var first = gate.Enter("a").Value;
        gate.Enter("a").IsRefused(out _).ShouldBeFalse();
        gate.Enter("a").Refusal!.Code.ShouldBe(FeedRefusals.TooManyOfAddress);
        gate.Enter("b").IsRefused(out _).ShouldBeFalse();
        gate.Enter("b").Refusal!.Code.ShouldBe(FeedRefusals.Full);
        first.Dispose();
        first.Dispose();
        gate.Connections.ShouldBe(2, "a place is given back once");
        gate.Enter("a").IsRefused(out _).ShouldBeFalse();
    }

    private static FeedHub Hub(int kept = 1024, int mostBehind = 1024) =>
        new(new FeedSettings { Kept = kept, MostBehind = mostBehind }, Start, Picture());

    private static FeedPicture Picture() => new(
        new FeedView(
            "test", "CNY", DateTimeOffset.UnixEpoch, new FeedState(null, FeedPhase.Closed, null, []),
            [], [], 0, [], [], false),
        []);

    private static DepthMessage Depth(string code, long price) => new(code, [new FeedLevel(price, 1, 1)], []);

    private static async Task EndAsync(CancellationTokenSource stop, IEnumerable<Task> running)
    {
        await stop.CancelAsync();
        foreach (var one in running)
        {
            await Should.ThrowAsync<OperationCanceledException>(one);
        }
    }

    /// <summary>A message that counts how often it is written.</summary>
    private sealed record CountedMessage() : FeedMessage(FeedKind.State)
    {
        /// <summary>Shared by the copy that gets a number.</summary>
        private readonly int[] times = new int[1];

        [System.Text.Json.Serialization.JsonIgnore]
        public int Times => times[0];

        public int Written => ++times[0];
    }

    /// <summary>Keeps what it reads; as slow as a test wants.</summary>
    private sealed class TestReader(FeedHub hub, string? topic = null, FeedSettings? settings = null)
        : FeedReader(hub, settings ?? new FeedSettings(), topic)
    {
        private readonly Lock gate = new();
        private readonly List<FeedFrame> read = [];

        /// <summary>Reads nothing more than its first message before this is completed.</summary>
        public TaskCompletionSource? Open { get; init; }

        /// <summary>Milliseconds it takes for what comes together.</summary>
        public int Pause { get; init; }

        public IReadOnlyList<FeedFrame> Read
        {
            get
            {
                lock (gate)
                {
                    return [.. read];
                }
            }
        }

        public IEnumerable<string> Texts => Read.Select(TextOf);

        public static string KindOf(FeedFrame frame) => Json(frame).GetProperty("kind").GetString()!;

        public async Task Until(Func<IReadOnlyList<FeedFrame>, bool> done)
        {
            var end = Environment.TickCount64 + 20_000;
            while (!done(Read))
            {
                (Environment.TickCount64 < end).ShouldBeTrue($"so far: {string.Join("; ", Texts)}");
                await Task.Delay(1);
            }
        }

        protected override async ValueTask SendAsync(List<FeedFrame> messages, CancellationToken cancel)
        {
            lock (gate)
            {
                read.AddRange(messages);
            }

            if (Open is { } open)
            {
                await open.Task.WaitAsync(cancel);
            }

            await (Pause > 0 ? Task.Delay(Pause, cancel) : Task.CompletedTask);
        }

        private static JsonElement Json(FeedFrame frame) => JsonElement.Parse(frame.Json.Span);

        private static string TextOf(FeedFrame frame)
        {
            var json = Json(frame);
            var what = json.TryGetProperty("bids", out var bids)
                ? $" {json.GetProperty("instrument").GetString()} {bids[0].GetProperty("price").GetInt64()}"
                : "";
            return $"{json.GetProperty("sequence").GetInt64()} {json.GetProperty("kind").GetString()}{what}";
        }
    }
}
