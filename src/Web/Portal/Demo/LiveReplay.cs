using Tanheng.Engine.Markets;
using Tanheng.Engine.Sequencing;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Trading;

namespace Tanheng.Web.Portal.Demo;

/// <summary>Published days that a demonstration trades again.</summary>
/// <param name="File">The days.</param>
/// <param name="Title">What market they are of.</param>
public sealed record ReplayScript(DailyFile File, Text Title);

/// <summary>
/// Trades published days again before the eyes of the visitors: order by order, at their own times of the day, so many
/// times as fast as they were; nights and breaks are skipped. Commands have ids by day and step, so that after a
/// restart a day is walked through again and goes on where the journal ends. What a visitor does meanwhile happens in
/// the same market; an order of the day that can no longer be taken is left.
/// </summary>
public sealed class LiveReplay(Market market, TimeProvider time, ReplayScript? script) : IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(150);
    private readonly CancellationTokenSource stopping = new();
    private readonly SemaphoreSlim wake = new(0);
    private readonly Lock starting = new();
    private Task running = Task.CompletedTask;
    private DayRun? run;
    private volatile int speed;
    private volatile bool rushing;

    /// <summary>How many times as fast it can run.</summary>
    public static IReadOnlyList<int> Speeds { get; } = [1, 10, 60, 600];

    /// <summary>What is traded again.</summary>
    public static Asset Instrument { get; } = Asset.Unit($"{ReplayTraders.Unit}-{ReplayTraders.Vintage}");

    /// <summary>What is replayed; null where nothing is.</summary>
    public ReplayScript? Script => script;

    /// <summary>How many times as fast as it was; 0 while it is paused.</summary>
    public int Speed => speed;

    /// <summary>True while the day under way is brought to its end at once.</summary>
    public bool Rushing => rushing;

    /// <summary>Why it has stopped by itself; null when it has not.</summary>
    public Refusal? Trouble { get; private set; }

    /// <summary>Runs at one of <see cref="Speeds"/>, or pauses at 0; false for another speed.</summary>
    public bool Run(int times)
    {
        if (script is null || (times != 0 && !Speeds.Contains(times)))
        {
            return false;
        }

        (speed, rushing) = (times, rushing && times != 0);
        Wake();
        return true;
    }

    /// <summary>Brings the day under way, or the next one, to its end at once.</summary>
    public bool RushDay()
    {
        if (script is null)
        {
            return false;
        }

        rushing = true;
        Wake();
        return true;
    }

    /// <summary>Every day of the file beside what the market has made of it.</summary>
    public static IReadOnlyList<DayComparison> Compare(SchemeState state, ReplayScript script) =>
        [.. script.File.Days.Select(row => DayComparison.Of(state, Instrument, row))];

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await running;
        stopping.Dispose();
        wake.Dispose();
    }

    private void Wake()
    {
        Trouble = null;
        wake.Release();
        lock (starting)
        {
            if (running.IsCompleted)
            {
                running = Task.Run(LoopAsync);
            }
        }
    }

    private async Task LoopAsync()
    {
        try
        {
            var since = time.GetTimestamp();
            while (!stopping.IsCancellationRequested)
            {
                if (speed == 0 && !rushing)
                {
                    await wake.WaitAsync(stopping.Token);
                    since = time.GetTimestamp();
                    continue;
                }

                var (passed, now) = (time.GetElapsedTime(since), time.GetTimestamp());
                since = now;
                if (!await GoOnAsync(passed))
                {
                    (speed, rushing) = (0, false);
                }
                else if (!rushing)
                {
                    await Task.Delay(Tick, time, stopping.Token);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The portal ends; the journal knows how far it came.
        }
        catch (MarketUnavailableException unavailable)
        {
            (speed, rushing, Trouble) = (0, false, unavailable.Refusal);
        }
    }

    /// <summary>Lets so much time pass; false at the end of all days and where the market says no.</summary>
    private async Task<bool> GoOnAsync(TimeSpan passed)
    {
        var at = await market.Read(Look);
        if (at.Row is not { } row)
        {
            return false;
        }

        if (run?.Row.Day != row.Day)
        {
            run = null;
        }

        if (at.Day != row.Day)
        {
            return await AdvanceAsync(at.Calendar.Moment(row.Day.ToDateTime(at.Trading.Opens)));
        }

        run ??= await market.Read(state => DayRun.Of(state, row));
        var until = rushing ? DateTime.MaxValue : run.Skip(at.Now + (passed * speed), at.Trading);
        while (run.Next is { } step && row.Day.ToDateTime(step.At) <= until)
        {
            var due = row.Day.ToDateTime(step.At);
            if (!await DoAsync(run, step, at.Calendar.Moment(due > at.Now ? due : at.Now)))
            {
                return false;
            }
        }

        var end = row.Day.ToDateTime(at.Trading.Ends(row.Day).Last());
        if (until < end)
        {
            return await AdvanceAsync(at.Calendar.Moment(until));
        }

        // Whoever sees that the day has ended may ask for the next: that must not be taken back here.
        rushing = false;
        return await AdvanceAsync(at.Calendar.Moment(end));
    }

    /// <summary>Where the market is, and which day of the file comes next in it.</summary>
    private (DailyRow? Row, DateOnly? Day, DateTime Now, WorkCalendar Calendar, TradingRule Trading) Look(
        SchemeState state)
    {
        var last = state.Trading.LastDay;
        var row = script!.File.Days.FirstOrDefault(one => last is null || one.Day > last);
        return (row, state.Trading.Day, market.Local(state), state.Rules.Calendar, state.Rules.Trading!);
    }

    private async Task<bool> DoAsync(DayRun day, FlowStep step, DateTimeOffset at)
    {
        if (day.Command(step) is { } sending)
        {
            var id = CommandId.From($"{market.Name}/live/{day.Row.Day:yyyy-MM-dd}/{day.Done}");
            var reply = await market.SubmitAsync(new Submission(sending.Command, id, sending.By, at));
            if (reply.Try(out var done, out var refusal))
            {
                day.Note(step, done.Events);
            }
            else if (refusal.Code.Number / 1000 == 9)
            {
                Trouble = refusal;
                return false;
            }
        }

        day.Done++;
        return true;
    }

    private async Task<bool> AdvanceAsync(DateTimeOffset until)
    {
        if ((await market.AdvanceAsync(until)).IsRefused(out var refusal))
        {
            Trouble = refusal;
            return false;
        }

        return true;
    }

    /// <summary>A day under way: its steps, and how many are done.</summary>
    private sealed class DayRun(DailyRow row, ReplayTraders? traders, IReadOnlyList<FlowStep> steps)
    {
        private readonly Dictionary<int, long> offers = [];

        public DailyRow Row => row;

        public int Done { get; set; }

        public FlowStep? Next => Done < steps.Count ? steps[Done] : null;

        public static DayRun Of(SchemeState state, DailyRow row)
        {
            var trading = state.Rules.Trading!;
            var (steps, _) = DayFlow.Of(
                row,
                trading,
                Prices.BandOf(state, trading.Listed!, Instrument),
                Prices.BandOf(state, trading.Block ?? trading.Listed!, Instrument),
                FlowStyle.Lively);
            // After a day that went otherwise the band may be too narrow for the file's prices: then nobody trades.
            return new DayRun(row, ReplayTraders.Of(state), steps ?? []);
        }

        /// <summary>The command of a step; null where its offer was refused.</summary>
        public (Command Command, UserId By)? Command(FlowStep step) => traders is null
            || (step.Act == FlowAct.Agree && !offers.ContainsKey(step.Number))
                ? null
                : traders.Command(step, offers.GetValueOrDefault(step.Number));

        /// <summary>Keeps what the scheme called the offer.</summary>
        public void Note(FlowStep step, IEnumerable<Event> events)
        {
            if (ReplayTraders.OfferOf(events) is { } offer)
            {
                offers[step.Number] = offer;
            }
        }

        /// <summary>The moment itself within a session of any mode, else where the next one begins.</summary>
        public DateTime Skip(DateTime now, TradingRule trading)
        {
            if (DateOnly.FromDateTime(now) > row.Day)
            {
                return now;
            }

            var at = TimeOnly.FromDateTime(now);
            var sessions = trading.Modes.SelectMany(mode => mode.Sessions).ToList();
            if (sessions.Any(session => session.Has(at)))
            {
                return now;
            }

            var next = sessions.Where(session => session.From > at).Select(session => session.From).ToList();
            return next.Count > 0 ? row.Day.ToDateTime(next.Min()) : now;
        }
    }
}
