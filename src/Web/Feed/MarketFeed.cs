using Tanheng.Web.Portal;

namespace Tanheng.Web.Feed;

/// <summary>
/// Looks at the market and publishes what is new. It sees only what is durable, and never lets a command wait for a
/// reader: what it takes from the state is a few figures, and serialising them is its own business.
/// </summary>
internal sealed class MarketFeed(Market market, FeedSettings settings, TimeProvider time)
{
    private readonly TaskCompletionSource<FeedHub> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private FeedHub? hub;

    /// <summary>Where messages are read, as soon as the market has been looked at for the first time.</summary>
    public Task<FeedHub> Hub => ready.Task;

    /// <summary>Looks once. One at a time.</summary>
    public async Task LookAsync()
    {
        if (hub is null)
        {
            await BeginAsync();
            return;
        }

        var before = hub.Now.Picture;
        var view = await market.Read(state => FeedView.Of(
            market.Name,
            state,
            state.Book is null ? default : market.Local(state),
            before.View.LastTrade,
            settings.Kept / 4));
        if (view.TooMany)
        {
            hub.StartOver(await PictureAsync());
            return;
        }

        var news = before.News(view);
        if (news.Count > 0)
        {
            hub.Publish(news, before.Then(view));
        }
        else if (view.Time != before.View.Time)
        {
            hub.Renew(before.Then(view));
        }
    }

    private async Task BeginAsync()
    {
        // Above every number of a process before, which counted from when it began and sends less than a thousand
        // messages a millisecond.
        var start = time.GetUtcNow().ToUnixTimeMilliseconds() * 1000;
        hub = new FeedHub(settings, start, await PictureAsync());
        ready.SetResult(hub);
    }

    /// <summary>Everything as it is now, without what led there.</summary>
    private Task<FeedPicture> PictureAsync() => market.Read(state => new FeedPicture(
        FeedView.Of(
            market.Name,
            state,
            state.Book is null ? default : market.Local(state),
            state.Trading.Trades.Count,
            settings.Kept),
        FeedView.Latest(state, FeedPicture.MostTrades)));
}
