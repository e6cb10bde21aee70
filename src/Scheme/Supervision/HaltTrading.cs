using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Auctions;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Supervision;

/// <summary>停牌: no orders and no trades, at once.</summary>
/// <param name="Reason">Why; everybody can read it.</param>
/// <param name="Unit">Family; null halts the whole market.</param>
/// <param name="Vintage">Default when the family has none.</param>
/// <param name="Minutes">For how long; null until somebody resumes trading.</param>
public sealed record HaltTrading(
    string Reason, string? Unit = null, CompliancePeriod Vintage = default, int? Minutes = null) : Command;

/// <summary>复牌: trading goes on.</summary>
/// <param name="Reason">Why; everybody can read it.</param>
/// <param name="Unit">Family; null ends the halt of the whole market.</param>
/// <param name="Vintage">Default when the family has none.</param>
public sealed record ResumeTrading(string Reason, string? Unit = null, CompliancePeriod Vintage = default) : Command;

/// <summary>Trading is halted, in an instrument or (null) in the whole market.</summary>
public sealed record TradingHalted(Asset? Instrument, HaltCause Cause, string Reason, DateTimeOffset? Until) : Event;

/// <summary>Trading goes on; the reason is empty when the halt ended by itself.</summary>
public sealed record TradingResumed(Asset? Instrument, string Reason) : Event;

/// <summary>
/// While trading is halted no order is taken and nothing trades; orders stay where they are, with what they keep, and
/// may be taken back where the rulebook says so. Afterwards they stand as before. A halt that lasts beyond the last
/// session does not keep orders from expiring. Refusals in order, to halt: no exchange, exchange not opened; text
/// missing (reason); not traded; bad duration; halted already (an ordered halt may replace a pause). To resume: no
/// exchange, exchange not opened; text missing (reason); not traded; not halted.
/// </summary>
public static class TradingHalts
{
    private const string Market = "*";

    /// <summary>
    /// More is a slip of the keys: how long a halt may last is nobody's rule, and one without a time lasts until
    /// somebody resumes trading.
    /// </summary>
    private const int MostMinutes = 60 * 24 * 30;

    internal static void Register(Catalogue catalogue)
    {
        var officials = Permission.Of(Role.ExchangeOperator, Role.Authority);
        catalogue
            .Command<HaltTrading>("halt-trading", officials, Decide)
            .Command<ResumeTrading>("resume-trading", officials, Decide)
            .Event<TradingHalted>("trading-halted", Apply)
            .Event<TradingResumed>("trading-resumed", Apply)
            .WhenDue(DueKind.TradingHaltEnd, End);
    }

    /// <summary>The halt that an instrument is under, of the market before its own; null when it trades.</summary>
    public static Halt? Of(SchemeState state, Asset instrument) =>
        state.Supervision.MarketHalt ?? state.Supervision.Halts.GetValueOrDefault(instrument);

    /// <summary>Every halt there is now, the market's first.</summary>
    public static IReadOnlyList<Halt> Now(SchemeState state) =>
    [
        .. state.Supervision.MarketHalt is { } all ? (Halt[])[all] : [],
        .. state.Supervision.Halts.Values.OrderBy(halt => halt.Instrument!.Value.Code, StringComparer.Ordinal),
    ];

    /// <summary>Null when an instrument trades; else halted.</summary>
    internal static Refusal? Check(SchemeState state, Asset instrument) =>
        Of(state, instrument) is { } halt ? Refuse(state, SupervisionRefusals.Halted, instrument, halt) : null;

    /// <summary>Null when orders of an instrument may be taken back; else halted for good.</summary>
    internal static Refusal? CheckCancel(SchemeState state, Asset instrument) =>
        state.Rules.Supervision is { CancelWhenHalted: false } && Of(state, instrument) is { } halt
            ? Refuse(state, SupervisionRefusals.HaltedKeepsOrders, instrument, halt)
            : null;

    /// <summary>The pause of an instrument whose price has moved too fast.</summary>
    internal static TradingHalted Pause(Asset instrument, string reason, DateTimeOffset until) =>
        new(instrument, HaltCause.PriceJump, reason, until);

    private static Refusal Refuse(SchemeState state, RefusalCode code, Asset instrument, Halt halt) => code.With(
        ("instrument", instrument),
        ("reason", halt.Reason),
        ("until", halt.Until is { } until ? state.Rules.Calendar.Local(until) : new Text("另行通知", "it is resumed")));

    /// <summary>The instrument a command names; null for the market. Refusals: those up to not traded.</summary>
    private static Outcome<Asset?> Named(SchemeState state, string reason, string? unit, CompliancePeriod vintage)
    {
        if (!Exchange.Find(state).Try(out var trading, out var refusal))
        {
            return refusal;
        }

        if (Holders.Blank("reason", reason) is { } blank)
        {
            return blank;
        }

        if (string.IsNullOrEmpty(unit))
        {
            return (Asset?)null;
        }

        return Exchange.Instrument(state, trading, unit, vintage).Try(out var instrument, out refusal)
            ? (Asset?)instrument
            : refusal;
    }

    private static Halt? Own(SchemeState state, Asset? instrument) => instrument is { } one
        ? state.Supervision.Halts.GetValueOrDefault(one)
        : state.Supervision.MarketHalt;

    private static Outcome<Decision> Decide(SchemeState state, in Context context, HaltTrading command)
    {
        if (!Named(state, command.Reason, command.Unit, command.Vintage).Try(out var instrument, out var refusal))
        {
            return refusal;
        }

        if (command.Minutes is < 1 or > MostMinutes)
        {
            return SupervisionRefusals.BadDuration.With(("minutes", command.Minutes));
        }

        if (Own(state, instrument) is { Cause: HaltCause.Ordered } halt)
        {
            return SupervisionRefusals.HaltedAlready.With(("reason", halt.Reason));
        }

        DateTimeOffset? until = command.Minutes is { } minutes ? context.Time.AddMinutes(minutes) : null;
        return Decision.Of(new TradingHalted(instrument, HaltCause.Ordered, command.Reason, until));
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, ResumeTrading command)
    {
        if (!Named(state, command.Reason, command.Unit, command.Vintage).Try(out var instrument, out var refusal))
        {
            return refusal;
        }

        return Own(state, instrument) is null
            ? SupervisionRefusals.NotHalted.With()
            : Decision.Of(new TradingResumed(instrument, command.Reason));
    }

    private static Decision End(SchemeState state, in Context context, Due due) =>
        Decision.Of(new TradingResumed(due.Subject == Market ? null : Asset.Parse(due.Subject), ""));

    private static Due DueOf(Halt halt) =>
        new(halt.Until!.Value, DueKind.TradingHaltEnd, halt.Instrument?.Code ?? Market);

    private static void Apply(SchemeState state, in Context context, TradingHalted happened)
    {
        Forget(state, happened.Instrument, context.Time, happened.Reason);
        var halt = new Halt(
            happened.Instrument, happened.Cause, happened.Reason, context.Time, happened.Until);
        if (happened.Instrument is { } instrument)
        {
            state.Supervision.Halts.Add(instrument, halt);
        }
        else
        {
            state.Supervision.MarketHalt = halt;
        }

        state.Supervision.Notices.Add(new HaltNotice(halt));
        if (halt.Until is not null)
        {
            state.Agenda.Add(DueOf(halt));
        }
    }

    private static void Apply(SchemeState state, in Context context, TradingResumed happened)
    {
        Forget(state, happened.Instrument, context.Time, happened.Reason);
        AuctionClearing.Resume(state, context.Time);
    }

    /// <summary>Ends a halt, if there is one: its notice is closed and it is off the agenda.</summary>
    private static void Forget(SchemeState state, Asset? instrument, DateTimeOffset now, string word)
    {
        if (Own(state, instrument) is not { } halt)
        {
            return;
        }

        var notices = state.Supervision.Notices;
        var at = notices.FindLastIndex(notice => notice.Halt.Instrument == instrument);
        notices[at] = notices[at] with { ResumedAt = now, Word = word };
        if (halt.Until is not null)
        {
            state.Agenda.Remove(DueOf(halt));
        }

        if (instrument is { } one)
        {
            state.Supervision.Halts.Remove(one);
        }
        else
        {
            state.Supervision.MarketHalt = null;
        }
    }
}
