using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Feed;

/// <summary>
/// Lets the feed look at the market as soon as rows have become durable, and now and then for what the time alone
/// changes. A process that follows is told of no rows and asks often enough.
/// </summary>
internal sealed class FeedWorker(Market market, MarketFeed feed, FeedSettings settings, ILogger<FeedWorker> log)
    : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    private readonly Channel<bool> rows = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        market.Advanced += Signal;
        try
        {
            await FollowAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The portal stops.
        }
        finally
        {
            market.Advanced -= Signal;
        }
    }

    /// <summary>Called on the thread that writes: only puts down that there is something.</summary>
    private void Signal(long sequence) => rows.Writer.TryWrite(true);

    private async Task FollowAsync(CancellationToken cancel)
    {
        var (seen, looked, woken) = (-1L, 0L, Environment.TickCount64);
        while (true)
        {
            var now = Environment.TickCount64;
            var sequence = market.Sequence;
            if (sequence != seen || now - looked >= Longest.TotalMilliseconds)
            {
                (seen, looked) = (sequence, now);
                await LookAsync(cancel);
                await Task.Delay(settings.Every, cancel);
            }

            // Readers are quiet since different moments; each shows that it lives when its own time has come.
            if (now - woken >= settings.Heartbeat.TotalMilliseconds / 3 && feed.Hub.IsCompletedSuccessfully)
            {
                woken = now;
                (await feed.Hub).Wake();
            }

            await WaitAsync(cancel);
        }
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        try
        {
            await feed.LookAsync();
        }
        catch (MarketUnavailableException)
        {
            // Somebody is about to lead again.
            await Task.Delay(AfterFailure, cancel);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // The feed must never bring the market down.
            log.LogError(problem, "the feed could not look at the market");
            await Task.Delay(AfterFailure, cancel);
        }
    }

    private async Task WaitAsync(CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Poll);
        try
        {
            await rows.Reader.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // Nothing was told: time to ask.
        }
    }
}
