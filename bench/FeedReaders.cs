using System.Diagnostics;
using System.IO.MemoryMappedFiles;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Tanheng.Bench;

/// <summary>What readers of the feed got.</summary>
/// <param name="Subscribers">How many there were.</param>
/// <param name="Deliveries">Counted trades that reached a reader, each reader for itself.</param>
/// <param name="Missing">Counted trades that a reader never got: it had fallen behind and took a snapshot.</param>
/// <param name="Snapshots">Snapshots beside the first of each.</param>
/// <param name="Median">Milliseconds from sending the command that trades until half of all had the trade.</param>
/// <param name="Percentile99">Until 99 of 100 had it.</param>
/// <param name="Worst">Until the last had it.</param>
/// <param name="Messages">Messages that readers got, whatever they were.</param>
/// <param name="Bytes">Bytes that readers got.</param>
/// <param name="Seconds">From the first to the last counted trade that arrived.</param>
public sealed record FeedResult(
    int Subscribers,
    long Deliveries,
    long Missing,
    long Snapshots,
    double Median,
    double Percentile99,
    double Worst,
    long Messages,
    long Bytes,
    double Seconds);

/// <summary>
/// Readers of the feed by server-sent events, each with a socket of its own, in a process of their own. The moment at
/// which a trade was sent off stands in a file under the number of the trade: the processes share the machine and so
/// its clock.
/// </summary>
/// <param name="server">Where the feed is.</param>
/// <param name="subscribers">How many readers.</param>
/// <param name="first">The first trade that counts; those before warm up.</param>
/// <param name="last">The last one.</param>
/// <param name="times">The file.</param>
public sealed class FeedReaders(IPEndPoint server, int subscribers, int first, int last, string times)
{
    private const int AtOnce = 64;

    /// <summary>Buckets of 10 microseconds, a minute altogether.</summary>
    private const int Buckets = 6_000_000;

    private static readonly byte[] Request =
        "GET /market/feed HTTP/1.0\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"u8.ToArray();

    private readonly int[] latency = new int[Buckets];
    private long deliveries;
    private long snapshots;
    private long messages;
    private long bytes;
    private long begin = long.MaxValue;
    private long end;

    private IPEndPoint Server { get; } = server;

    private int Last { get; } = last;

    /// <summary>Connects everybody; then reads until everybody has the last trade or time is up.</summary>
    /// <param name="ready">Called when everybody has the first snapshot.</param>
    /// <param name="patience">From then on.</param>
    /// <param name="cancel">Stops early.</param>
    /// <exception cref="IOException">A reader is not let in.</exception>
    public async Task<FeedResult> RunAsync(Action ready, TimeSpan patience, CancellationToken cancel)
    {
        using var file = MemoryMappedFile.CreateFromFile(times, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        using var sent = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        var readers = new List<Reader>(subscribers);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var running = new List<Task>(subscribers);
        try
        {
            for (var n = 0; n < subscribers; n += AtOnce)
            {
                var some = Enumerable.Range(n, Math.Min(AtOnce, subscribers - n)).Select(i => new Reader(this, sent, i))
                    .ToList();
                readers.AddRange(some);
                await Task.WhenAll(some.Select(reader => reader.ConnectAsync(cancel)));
                running.AddRange(some.Select(reader => Task.Run(() => reader.ReadAsync(stop.Token), cancel)));
                await Task.WhenAll(some.Select(reader => reader.Began));
            }

            ready();
            stop.CancelAfter(patience);
            await Task.WhenAll(running);
        }
        finally
        {
            await stop.CancelAsync();
            readers.ForEach(reader => reader.Dispose());
        }

        return Result();
    }

    private FeedResult Result()
    {
        var expected = (long)subscribers * (Last - first + 1);
        return new FeedResult(
            subscribers,
            deliveries,
            expected - deliveries,
            snapshots - subscribers,
            At(0.5),
            At(0.99),
            At(1),
            messages,
            bytes,
            end > begin ? (end - begin) / (double)Stopwatch.Frequency : 0);
    }

    private double At(double share)
    {
        var (wanted, seen) = ((long)Math.Ceiling(deliveries * share), 0L);
        for (var i = 0; i < Buckets; i++)
        {
            seen += latency[i];
            if (seen >= wanted && seen > 0)
            {
                return (i + 1) / 100.0;
            }
        }

        return 0;
    }

    private void Count(int trade, long sentAt)
    {
        if (trade < first || trade > Last)
        {
            return;
        }

        var now = Stopwatch.GetTimestamp();
        var bucket = (now - sentAt) * 100_000 / Stopwatch.Frequency;
        Interlocked.Increment(ref latency[Math.Clamp(bucket, 0, Buckets - 1)]);
        Interlocked.Increment(ref deliveries);
        Least(ref begin, now);
        Most(ref end, now);
    }

    private static void Least(ref long known, long now)
    {
        for (var was = Volatile.Read(ref known); now < was; was = Volatile.Read(ref known))
        {
            Interlocked.CompareExchange(ref known, now, was);
        }
    }

    private static void Most(ref long known, long now)
    {
        for (var was = Volatile.Read(ref known); now > was; was = Volatile.Read(ref known))
        {
            Interlocked.CompareExchange(ref known, now, was);
        }
    }

    /// <summary>One reader: splits what comes into events and looks for trades.</summary>
    private sealed class Reader(FeedReaders all, MemoryMappedViewAccessor sent, int number) : IDisposable
    {
        private const int Smallest = 4096;
        private static readonly byte[] End = "\n\n"u8.ToArray();
        private static readonly byte[] Kind = "\"kind\":\""u8.ToArray();
        private static readonly byte[] Trade = "\"trade\":"u8.ToArray();
        private static readonly byte[] LastTrade = "\"lastTrade\":"u8.ToArray();

        private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
        {
            NoDelay = true,
        };

        private readonly TaskCompletionSource began = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private byte[] buffer = new byte[Smallest];
        private int length;
        private bool done;

        public Task Began => began.Task;

        public async Task ConnectAsync(CancellationToken cancel)
        {
            // Each from an address of its own, as readers are; one address has not ports enough for all.
            socket.Bind(new IPEndPoint(new IPAddress([127, 1, (byte)(number / 250), (byte)(1 + (number % 250))]), 0));
            await socket.ConnectAsync(all.Server, cancel);
            await socket.SendAsync(Request, cancel);
        }

        public async Task ReadAsync(CancellationToken cancel)
        {
            try
            {
                while (!done)
                {
                    if (length == buffer.Length)
                    {
                        Array.Resize(ref buffer, length * 2);
                    }

                    var read = await socket.ReceiveAsync(buffer.AsMemory(length), cancel);
                    if (read == 0)
                    {
                        var said = Encoding.UTF8.GetString(buffer, 0, length);
                        throw new IOException("The server has ended a stream: " + said);
                    }

                    length += read;
                    Interlocked.Add(ref all.bytes, read);
                    Take();
                }
            }
            catch (OperationCanceledException)
            {
                // Time is up.
            }
            catch (Exception problem)
            {
                began.TrySetException(problem);
                throw;
            }
        }

        public void Dispose() => socket.Dispose();

        private void Take()
        {
            var from = 0;
            while (buffer.AsSpan(from, length - from).IndexOf(End) is >= 0 and var at)
            {
                Look(buffer.AsSpan(from, at));
                from += at + End.Length;
            }

            buffer.AsSpan(from, length - from).CopyTo(buffer);
            length -= from;
        }

        private void Look(ReadOnlySpan<byte> message)
        {
            var at = message.IndexOf(Kind);
            if (at < 0)
            {
                return;
            }

            Interlocked.Increment(ref all.messages);
            switch (message[at + Kind.Length], message[at + Kind.Length + 1])
            {
                case ((byte)'t', _):
                    var trade = Number(message, Trade);
                    all.Count(trade, sent.ReadInt64(trade * sizeof(long)));
                    done = trade >= all.Last;
                    break;
                case ((byte)'s', (byte)'n'):
                    Interlocked.Increment(ref all.snapshots);
                    began.TrySetResult();
                    done = Number(message, LastTrade) >= all.Last;
                    break;
            }
        }

        private static int Number(ReadOnlySpan<byte> message, ReadOnlySpan<byte> name)
        {
            var digits = message[(message.IndexOf(name) + name.Length)..];
            var number = 0;
            for (var i = 0; i < digits.Length && digits[i] is >= (byte)'0' and <= (byte)'9'; i++)
            {
                number = (number * 10) + (digits[i] - '0');
            }

            return number;
        }
    }
}
