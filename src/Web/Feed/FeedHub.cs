using System.Collections.Concurrent;

namespace Tanheng.Web.Feed;

/// <summary>
/// One queue for all readers: a ring of the latest messages, in which each reader keeps a place. Publishing takes as
/// long with ten thousand readers as with one, and holds nobody up: who falls behind finds its place overwritten and
/// takes a snapshot. One thread publishes, any number read.
/// </summary>
internal sealed class FeedHub
{
    private readonly FeedFrame?[] ring;
    private readonly int mostBehind;
    private readonly FeedBell bell = new();
    private volatile FeedMoment moment;
    private long oldest;

    /// <summary>Begins with what is there now.</summary>
    /// <param name="settings">How much is kept.</param>
    /// <param name="start">The number before that of the first message.</param>
    /// <param name="picture">What is there.</param>
    public FeedHub(FeedSettings settings, long start, FeedPicture picture)
    {
        ring = new FeedFrame?[settings.Kept];
        mostBehind = settings.MostBehind;
        oldest = start + 1;
        moment = new FeedMoment(start, picture);
    }

    /// <summary>The number of the last message, and everything as it is after it.</summary>
    public FeedMoment Now => moment;

    /// <summary>Gives a reader a place where it is woken.</summary>
    public FeedBell.Seat Sit() => bell.Sit();

    /// <summary>Publishes messages, whose numbers it gives, and what is there after them.</summary>
    public void Publish(IReadOnlyList<FeedMessage> messages, FeedPicture picture)
    {
        var last = moment.Last;
        Volatile.Write(ref oldest, Math.Max(oldest, last + messages.Count - ring.Length + 1));
        foreach (var message in messages)
        {
            last++;
            Volatile.Write(ref ring[last % ring.Length], FeedFrame.Of(message with { Sequence = last }));
        }

        moment = new FeedMoment(last, picture);
        Wake();
    }

    /// <summary>The same a little later, for snapshots from now on: no message, and nobody is woken.</summary>
    public void Renew(FeedPicture picture) => moment = new FeedMoment(moment.Last, picture);

    /// <summary>Too much has happened to be told: nobody's place counts any more, everybody takes a snapshot.</summary>
    public void StartOver(FeedPicture picture)
    {
        var last = moment.Last + 1;
        Volatile.Write(ref oldest, last + 1);
        moment = new FeedMoment(last, picture);
        Wake();
    }

    /// <summary>Wakes readers although there is nothing new.</summary>
    public void Wake() => bell.Ring();

    /// <summary>True when everything after a message is still kept.</summary>
    public bool Keeps(long sequence) => sequence <= moment.Last && sequence >= Volatile.Read(ref oldest) - 1;

    /// <summary>
    /// Takes what comes after a place, at most so many, and moves the place on. False when it cannot be had any more.
    /// </summary>
    /// <param name="place">The last message that was read.</param>
    /// <param name="patient">True for a reader that has come back and is catching up.</param>
    /// <param name="topic">The only one that is read, or null.</param>
    /// <param name="frames">Gets the messages.</param>
    /// <param name="most">So many are looked at.</param>
    public bool TryRead(ref long place, bool patient, string? topic, List<FeedFrame> frames, int most = 256)
    {
        var last = moment.Last;
        if (!Keeps(place) || (!patient && last - place > mostBehind))
        {
            return false;
        }

        var until = Math.Min(last, place + most);
        for (var at = place + 1; at <= until; at++)
        {
            var frame = Volatile.Read(ref ring[at % ring.Length]);
            if (frame?.Sequence != at)
            {
                return false;
            }

            if (frame.IsFor(topic))
            {
                frames.Add(frame);
            }
        }

        place = until;
        return true;
    }
}

/// <summary>Everything as it is after a message; each snapshot of it is made once.</summary>
/// <param name="last">The number of the message.</param>
/// <param name="picture">What is there after it.</param>
internal sealed class FeedMoment(long last, FeedPicture picture)
{
    private readonly ConcurrentDictionary<string, Lazy<FeedFrame>> snapshots = new();

    private readonly Lazy<FeedFrame> heartbeat = new(() => FeedFrame.Of(new HeartbeatMessage { Sequence = last }));

    /// <summary>The number of the last message.</summary>
    public long Last => last;

    /// <summary>Says that there is nothing after it.</summary>
    public FeedFrame Heartbeat => heartbeat.Value;

    /// <summary>What is there after it.</summary>
    public FeedPicture Picture => picture;

    /// <summary>The snapshot for readers of one instrument or composite, or of all.</summary>
    public FeedFrame Snapshot(string? topic) => snapshots
        .GetOrAdd(topic ?? "", _ => new(() => FeedFrame.Of(picture.Snapshot(topic) with { Sequence = last })))
        .Value;
}
