namespace Tanheng.Web.Feed;

/// <summary>What the feed has told so far: the last view, and the latest trades.</summary>
/// <param name="View">The last view.</param>
/// <param name="Trades">The latest trades of all, oldest first.</param>
internal sealed record FeedPicture(FeedView View, IReadOnlyList<FeedTrade> Trades)
{
    /// <summary>So many trades are in a snapshot.</summary>
    public const int MostTrades = 20;

    /// <summary>What can be asked for.</summary>
    public IEnumerable<string> Topics => View.Instruments.Select(one => one.Instrument)
        .Concat(View.Composites.Select(one => one.Instrument));

    /// <summary>The picture after a later view.</summary>
    public FeedPicture Then(FeedView view) => new(view, view.NewTrades.Count == 0
        ? Trades
        : [.. Trades.Concat(view.NewTrades).TakeLast(MostTrades)]);

    /// <summary>All of it for readers of one instrument or composite, or of everything.</summary>
    public SnapshotMessage Snapshot(string? topic) => new(
        View.Scheme,
        View.Currency,
        View.Time,
        View.State,
        [.. View.Instruments.Where(one => topic is null || topic == one.Instrument)],
        [.. View.Composites.Where(one => topic is null || topic == one.Instrument)],
        View.LastTrade,
        [.. Trades.Where(one => topic is null || topic == one.Instrument)]);

    /// <summary>What a later view has that this one has not, in the order in which it is told.</summary>
    public IReadOnlyList<FeedMessage> News(FeedView view)
    {
        var news = new List<FeedMessage>();
        foreach (var trade in view.NewTrades)
        {
            news.Add(new TradeMessage(
                trade.Instrument, trade.Trade, trade.Time, trade.Mode, trade.Price, trade.Quantity));
        }

        foreach (var now in view.Instruments)
        {
            var before = View.Instruments.FirstOrDefault(one => one.Instrument == now.Instrument);
            if (before is null || !before.Bids.SequenceEqual(now.Bids) || !before.Asks.SequenceEqual(now.Asks))
            {
                news.Add(new DepthMessage(now.Instrument, now.Bids, now.Asks));
            }
        }

        foreach (var (code, quote) in QuotesOf(view).Except(QuotesOf(View)))
        {
            news.Add(new QuoteMessage(code, quote));
        }

        news.AddRange(view.NewBars);
        if (View.State != view.State)
        {
            news.Add(new StateMessage(view.State));
        }

        return news;
    }

    private static IEnumerable<(string Code, FeedQuote Quote)> QuotesOf(FeedView view) =>
        view.Instruments.Select(one => (one.Instrument, one.Quote))
            .Concat(view.Composites.Select(one => (one.Instrument, one.Quote)));
}
