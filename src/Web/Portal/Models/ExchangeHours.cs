using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Trading;

namespace Tanheng.Web.Portal.Models;

/// <summary>Where a mode of trading is in its day.</summary>
public enum HoursState
{
    /// <summary>Orders are taken.</summary>
    Open,

    /// <summary>Between two sessions of one day.</summary>
    Break,

    /// <summary>Before the first session, or after the last.</summary>
    Closed,
}

/// <summary>The hours of one mode now.</summary>
/// <param name="Mode">Which.</param>
/// <param name="State">Whether orders are taken.</param>
/// <param name="Changes">When that changes: the end of the session, or the beginning of the next; market time.</param>
/// <param name="Ends">When the last session of the day under way ends; null while none is left.</param>
/// <param name="Sessions">The sessions of every day.</param>
public sealed record ModeHours(
    TradingMode Mode, HoursState State, DateTime Changes, DateTime? Ends, IReadOnlyList<TradingSession> Sessions);

/// <summary>The exchange's clock: what is open, and when that changes.</summary>
/// <param name="Now">Business time in the market's zone.</param>
/// <param name="Runs">False where time is moved by hand: then nothing counts down by itself.</param>
/// <param name="Modes">Every mode of the market, in their order.</param>
public sealed record ExchangeHours(DateTime Now, bool Runs, IReadOnlyList<ModeHours> Modes)
{
    /// <summary>The hours at a moment; the exchange is open.</summary>
    public static ExchangeHours Of(SchemeState state, DateTime now, bool runs) => new(
        now, runs, [.. state.Rules.Trading!.Modes.Select(mode => Of(state, mode, now))]);

    /// <summary>True where orders are listed.</summary>
    public bool HasListed => Of(TradingMode.Listed) is not null;

    /// <summary>True where blocks are traded.</summary>
    public bool HasBlocks => Of(TradingMode.Block) is not null;

    /// <summary>The hours of a mode, or null.</summary>
    public ModeHours? Of(TradingMode mode) => Modes.FirstOrDefault(one => one.Mode == mode);

    /// <summary>Where a mode is in its day: closed while no trading day is under way.</summary>
    public static HoursState StateOf(SchemeState state, TradingModeRule mode, DateTime now)
    {
        var (day, time) = (DateOnly.FromDateTime(now), TimeOnly.FromDateTime(now));
        if (state.Trading.Day != day || state.Rules.Trading!.SessionsOn(mode, day) is not [var first, ..] sessions)
        {
            return HoursState.Closed;
        }

        return sessions.Any(session => session.Has(time)) ? HoursState.Open
            : first.From <= time && time < sessions[^1].Until ? HoursState.Break
            : HoursState.Closed;
    }

    private static ModeHours Of(SchemeState state, TradingModeRule mode, DateTime now)
    {
        var trading = state.Rules.Trading!;
        var (day, time) = (DateOnly.FromDateTime(now), TimeOnly.FromDateTime(now));
        var today = state.Trading.Day == day;
        var sessions = trading.SessionsOn(mode, day);
        DateTime? ends = today && sessions is [.., var last] && time < last.Until ? day.ToDateTime(last.Until) : null;
        var standing = StateOf(state, mode, now);
        ModeHours Changing(DateTime changes) => new(mode.Mode, standing, changes, ends, mode.Sessions);
        if (standing == HoursState.Open)
        {
            return Changing(day.ToDateTime(sessions.First(session => session.Has(time)).Until));
        }

        var later = sessions.Where(session => session.From > time).ToList();
        var trades = today || (state.Trading.LastDay != day && trading.IsTradingDay(state.Rules.Calendar, day));
        if (trades && later.Count > 0)
        {
            return Changing(day.ToDateTime(later[0].From));
        }

        // A day that ends early may end before the mode begins.
        var next = TradingDays.FirstAfter(state.Rules, trading, day);
        while (trading.SessionsOn(mode, next) is not [_, ..])
        {
            next = TradingDays.FirstAfter(state.Rules, trading, next);
        }

        return Changing(next.ToDateTime(trading.SessionsOn(mode, next)[0].From));
    }
}
