using System.Globalization;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Settlement;

namespace Tanheng.Scheme.Trading;

/// <summary>开市: a trading day begins; what was bought the day before may be used.</summary>
public sealed record TradingDayOpened(DateOnly Day, IReadOnlyList<Transaction> Transactions) : Event, IMovesUnits;

/// <summary>Orders and negotiations ended with their last session; what they kept is free again.</summary>
public sealed record OrdersExpired(
    DateOnly Day,
    IReadOnlyList<OrderId> Orders,
    IReadOnlyList<BlockId> Blocks,
    IReadOnlyList<Transaction> Transactions) : Event, IMovesUnits;

/// <summary>收市: prices of the day are fixed; the next trading day is on the agenda.</summary>
public sealed record TradingDayClosed(DateOnly Day, IReadOnlyList<DayBar> Bars, DateOnly Next) : Event;

/// <summary>
/// Trading days come and go by the agenda. A day begins with the first session of any mode: units and proceeds of the
/// day before are released. When the last session of a mode is over, its orders expire; when the last of all is over,
/// the day closes. The close = Σ amount / Σ quantity of the day's listed trades (of priced offers where nothing is
/// listed), rounded to a tick as the rulebook says; without trades the previous close. The other modes have bars of
/// their own and no part in the close.
/// </summary>
public static class TradingDays
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Event<TradingDayOpened>("trading-day-opened", Apply)
        .Event<OrdersExpired>("orders-expired", Apply)
        .Event<TradingDayClosed>("trading-day-closed", Apply)
        .WhenDue(DueKind.TradingDayStart, Open)
        .WhenDue(DueKind.TradingSessionEnd, End);

    /// <summary>The first trading day after a day.</summary>
    public static DateOnly FirstAfter(Rulebook.Rulebook book, TradingRule trading, DateOnly day)
    {
        do
        {
            day = day.AddDays(1);
        }
        while (!trading.IsTradingDay(book.Calendar, day));
        return day;
    }

    /// <summary>The trading day that opens next after a moment.</summary>
    public static DateOnly NextToOpen(Rulebook.Rulebook book, TradingRule trading, DateTimeOffset time)
    {
        var today = book.Calendar.Day(time);
        return trading.IsTradingDay(book.Calendar, today) && Start(book, trading, today).At > time
            ? today
            : FirstAfter(book, trading, today);
    }

    /// <summary>The close of a day's listed trades.</summary>
    public static Price Average(TradingRule trading, Money amount, Tonnes volume)
    {
        var ticks = Round.MultiplyDivide(
            amount.Minor, 1, checked(volume.Value * trading.Tick.Minor), trading.Prices.CloseRounding);
        return new Price(ticks * trading.Tick.Minor, amount.Currency);
    }

    /// <summary>Puts the beginning and the ends of a day on the agenda.</summary>
    internal static void Schedule(SchemeState state, Rulebook.Rulebook book, DateOnly day)
    {
        state.Agenda.Add(Start(book, book.Trading!, day));
        foreach (var due in Ends(book, day))
        {
            state.Agenda.Add(due);
        }
    }

    /// <summary>
    /// The end of everything a holder has open, when its units become void: a negotiation ends for both parties. Null
    /// when it has nothing open.
    /// </summary>
    internal static OrdersExpired? ExpireOf(SchemeState state, Planner plan, HolderId holder)
    {
        var orders = state.Trading.Orders.Values
            .Where(order => order.Status == OrderStatus.Open && order.Holder == holder)
            .OrderBy(order => order.Id.Value).ToList();
        var blocks = state.Trading.Blocks.Values
            .Where(talk => talk.Parties.Any(party => party.Holder == holder))
            .OrderBy(talk => talk.Id.Value).ToList();
        return orders.Count + blocks.Count == 0
            ? null
            : Expired(state, plan, state.Trading.Day!.Value, orders, blocks);
    }

    /// <summary>What a new rulebook would change although a day is under way or units are traded, or null.</summary>
    internal static Refusal? ChangesWhatIsOpen(SchemeState state, Rulebook.Rulebook book)
    {
        if (state.Trading.Fees is null)
        {
            return null;
        }

        var kept = book.Trading is { } rule
            ? Exchange.Instruments(book, rule).Select(one => one.Instrument.Code)
            : [];
        var gone = state.Trading.Instruments.Keys.Select(asset => asset.Code).Order(StringComparer.Ordinal)
            .Except(kept);
        var what = book.Trading is null ? "trading"
            : gone.FirstOrDefault()
            ?? (state.Trading.Day is not null && !RulebookAdoption.SayTheSame(book.Trading, state.Rules.Trading!)
                ? "trading"
                : null);
        return what is null ? null : RegistryRefusals.PastWouldChange.With(("what", what));
    }

    /// <summary>Replaces what the old rulebook had put on the agenda by the new one's hours.</summary>
    internal static void Replan(SchemeState state, Rulebook.Rulebook book, DateTimeOffset now)
    {
        if (state.Trading.Fees is null)
        {
            return;
        }

        foreach (var due in state.Agenda.Items
            .Where(due => due.Kind is DueKind.TradingDayStart or DueKind.TradingSessionEnd).ToList())
        {
            state.Agenda.Remove(due);
        }

        if (state.Trading.Day is not { } day)
        {
            // A day that is over does not begin again, however late the new hours are.
            var next = NextToOpen(book, book.Trading!, now);
            Schedule(state, book, next == state.Trading.LastDay ? FirstAfter(book, book.Trading!, next) : next);
            return;
        }

        foreach (var due in Ends(book, day))
        {
            state.Agenda.Add(due);
        }
    }

    private static Due Start(Rulebook.Rulebook book, TradingRule trading, DateOnly day) => new(
        book.Calendar.Moment(day.ToDateTime(trading.Opens)), DueKind.TradingDayStart, Exchange.Iso(day));

    private static IEnumerable<Due> Ends(Rulebook.Rulebook book, DateOnly day) =>
        book.Trading!.Ends(day).Select(end => new Due(
            book.Calendar.Moment(day.ToDateTime(end)), DueKind.TradingSessionEnd, Exchange.Iso(day)));

    private static DateOnly DayOf(Due due) => DateOnly.Parse(due.Subject, CultureInfo.InvariantCulture);

    private static Decision Open(SchemeState state, in Context context, Due due)
    {
        var drafts = state.Trading.Unsettled
            .OrderBy(one => one.Account.Value).ThenBy(one => one.Asset.Code, StringComparer.Ordinal)
            .Select(one => (one.Asset, From: new Place(one.Account, Compartment.Unsettled)))
            .Select(one => new Draft(
                one.Asset, one.From, new Place(one.From.Account), state.Ledger.Balance(one.From, one.Asset)))
            .Where(draft => draft.Quantity > 0)
            .ToArray();
        Transaction[] release = drafts.Length == 0
            ? []
            : [state.Ledger.Plan().Transact(TransactionTypes.TradeRelease, drafts).Value];
        return Decision.Of(new TradingDayOpened(DayOf(due), release));
    }

    /// <summary>Orders of the modes whose last session is over expire; after the last mode the day closes.</summary>
    private static Decision End(SchemeState state, in Context context, Due due)
    {
        var (trading, day) = (state.Rules.Trading!, DayOf(due));
        var time = TimeOnly.FromDateTime(state.Rules.Calendar.Local(due.At));
        bool Over(TradingModeRule? mode) =>
            mode is not null && (trading.EndOf(mode, day) ?? TimeOnly.MinValue) <= time;
        var orders = Over(trading.Listed)
            ? state.Trading.Orders.Values.Where(order => order.Status == OrderStatus.Open)
                .OrderBy(order => order.Id.Value).ToList()
            : [];
        var blocks = Over(trading.Block)
            ? state.Trading.Blocks.Values.Where(talk => talk.Status == BlockStatus.Open)
                .OrderBy(talk => talk.Id.Value).ToList()
            : [];
        var (events, plan, closes) = (new List<Event>(), state.Ledger.Plan(), trading.Modes.All(mode => Over(mode)));
        if (orders.Count + blocks.Count > 0)
        {
            events.Add(Expired(state, plan, day, orders, blocks));
        }

        // What waits for days in a mode that the rulebook no longer has ends with the day.
        bool Ends(TradingModeRule? mode) => Over(mode) || (closes && mode is null);
        if (Modes.Ending(state, plan, day, Ends) is { } others)
        {
            events.Add(others);
        }

        if (closes)
        {
            var bars = BarsOf(state, day);
            events.Add(new TradingDayClosed(day, bars, FirstAfter(state.Rules, trading, day)));
            events.AddRange(PledgeMargins.AtClose(state, day, bars));
        }

        return Decision.Of(events);
    }

    private static OrdersExpired Expired(
        SchemeState state, Planner plan, DateOnly day, List<ListedOrder> orders, List<BlockTalk> blocks)
    {
        var trading = state.Rules.Trading!;
        var drafts = orders.Select(order => Reservations.Of(trading, order).Back)
            .Concat(blocks.SelectMany(talk => talk.Parties.Select(party =>
                Reservations.Of(trading, talk.Instrument, party).Back)));
        return new OrdersExpired(
            day,
            [.. orders.Select(order => order.Id)],
            [.. blocks.Select(talk => talk.Id)],
            [plan.Transact(TransactionTypes.OrderRelease, drafts.ToArray()).Value]);
    }

    private static List<DayBar> BarsOf(SchemeState state, DateOnly day)
    {
        var (bars, main) = (new List<DayBar>(), state.Rules.Trading!.Main.Mode);
        foreach (var (asset, instrument) in state.Trading.Instruments
            .OrderBy(pair => pair.Key.Code, StringComparer.Ordinal))
        {
            var flat = instrument.Reference;
            foreach (var mode in Enum.GetValues<TradingMode>())
            {
                var bar = instrument.Today(mode) ?? (mode != main ? null : new DayBar(
                    asset, day, mode, flat, flat, flat, flat, Tonnes.Zero, Money.Zero(flat.Currency), 0));
                if (bar is not null)
                {
                    bars.Add(bar);
                }
            }
        }

        return bars;
    }

    private static void Apply(SchemeState state, in Context context, TradingDayOpened happened)
    {
        foreach (var transaction in happened.Transactions)
        {
            state.Ledger.Post(transaction);
        }

        state.Trading.Day = happened.Day;
        state.Trading.Unsettled.Clear();
        state.Trading.Orders.Clear();
        state.Trading.Blocks.Clear();
        state.Trading.Modes.Forget();
        foreach (var (asset, reference) in Exchange.Instruments(state.Rules, state.Rules.Trading!))
        {
            state.Trading.Instruments.TryAdd(asset, new InstrumentState(reference));
        }
    }

    private static void Apply(SchemeState state, in Context context, OrdersExpired happened)
    {
        foreach (var transaction in happened.Transactions)
        {
            state.Ledger.Post(transaction);
        }

        foreach (var id in happened.Orders)
        {
            ListedBook.Leave(state, id, OrderStatus.Expired);
        }

        foreach (var id in happened.Blocks)
        {
            state.Trading.Blocks[id] = state.Trading.Blocks[id] with { Status = BlockStatus.Expired };
        }
    }

    private static void Apply(SchemeState state, in Context context, TradingDayClosed happened)
    {
        state.Trading.Tapes.Close(state, happened.Day);
        Bulletins.DayBooks.Note(state, happened);
        foreach (var bar in happened.Bars)
        {
            var instrument = state.Trading.Instruments[bar.Instrument];
            instrument.Bars.Add(bar);
            if (bar.Mode == state.Rules.Trading!.Main.Mode)
            {
                instrument.Reference = bar.Close;
            }

            instrument.EndDay();
        }

        (state.Trading.Day, state.Trading.LastDay) = (null, happened.Day);
        state.Trading.CloseBooks();
        Schedule(state, state.Rules, happened.Next);
        SettlementDays.Schedule(state, context.Time, happened.Day);
    }
}
