using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Supervision;

namespace Tanheng.Scheme.Trading;

/// <summary>意向申报: says in public that one would buy or sell. It binds nobody and keeps nothing.</summary>
/// <param name="Holder">Who; the public does not see it.</param>
/// <param name="Side">Buy or sell.</param>
/// <param name="Unit">Family.</param>
/// <param name="Vintage">Default when the family has none.</param>
/// <param name="Quantity">Whole tonnes.</param>
/// <param name="Lowest">The lowest price thought of.</param>
/// <param name="Highest">The highest price thought of.</param>
/// <param name="Until">Its last day.</param>
public sealed record PublishIntention(
    HolderId Holder,
    OrderSide Side,
    string Unit,
    CompliancePeriod Vintage,
    Tonnes Quantity,
    Price Lowest,
    Price Highest,
    DateOnly Until) : Command, IForHolder;

/// <summary>Takes an intention back.</summary>
public sealed record WithdrawIntention(HolderId Holder, IntentionId Intention) : Command, IForHolder;

/// <summary>An intention is published.</summary>
public sealed record IntentionPublished(Intention Intention) : Event;

/// <summary>An intention is taken back.</summary>
public sealed record IntentionWithdrawn(IntentionId Intention) : Event;

/// <summary>
/// Refusals in order, of a publication: no exchange, exchange not opened; no such mode; not a trading day, outside
/// trading hours; not traded; halted; bad lot; off tick (either price); price range reversed; too large to be counted;
/// bad last day; unknown holder, holder not active; no trading account; those of the account's status, trading
/// restricted; of a withdrawal, at any time: no exchange, exchange not opened; unknown intention (also another
/// holder's); intention not open.
/// </summary>
public static class Intentions
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<PublishIntention>("publish-intention", Permission.OfHolder(), Decide)
        .Command<WithdrawIntention>("withdraw-intention", Permission.OfHolder(Role.ExchangeOperator), Decide)
        .Event<IntentionPublished>("intention-published", Apply)
        .Event<IntentionWithdrawn>("intention-withdrawn", Apply);

    /// <summary>The last day that an intention published on a day may have.</summary>
    public static DateOnly LastDay(IntentionRule rule, DateOnly today) => today.AddDays(rule.Days - 1);

    /// <summary>An open intention. Refusals in order: unknown intention; intention not open.</summary>
    internal static Outcome<Intention> FindOpen(SchemeState state, IntentionId id)
    {
        if (!state.Trading.Modes.Intentions.TryGetValue(id, out var intention))
        {
            return ModeRefusals.UnknownIntention.With(("intention", id));
        }

        return intention.Status == IntentionStatus.Open
            ? intention
            : ModeRefusals.IntentionNotOpen.With(("intention", id), ("status", intention.Status));
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, PublishIntention command)
    {
        if (Exchange.InSession(state, TradingMode.Intention, context.Time).IsRefused(out var refusal))
        {
            return refusal;
        }

        var trading = state.Rules.Trading!;
        if (!Exchange.Instrument(state, trading, command.Unit, command.Vintage).Try(out var instrument, out refusal))
        {
            return refusal;
        }

        var today = state.Rules.Calendar.Day(context.Time);
        if ((TradingHalts.Check(state, instrument) ?? CheckTerms(trading, command)
            ?? CheckLastDay(trading.Intention!, command.Until, today)) is { } bad)
        {
            return bad;
        }

        return Exchange.TraderOf(state, command.Holder, command.Side).IsRefused(out refusal)
            ? refusal
            : Decision.Of(new IntentionPublished(new Intention(
                state.Trading.Modes.NextIntention,
                command.Holder,
                instrument,
                command.Side,
                command.Quantity,
                command.Lowest,
                command.Highest,
                command.Until,
                Tonnes.Zero,
                [],
                IntentionStatus.Open,
                context.Time)));
    }

    private static Refusal? CheckTerms(TradingRule trading, PublishIntention command)
    {
        if ((Prices.CheckLot(trading, command.Quantity)
            ?? Prices.CheckTick(trading, command.Lowest)
            ?? Prices.CheckTick(trading, command.Highest)) is { } bad)
        {
            return bad;
        }

        return command.Lowest > command.Highest
            ? ModeRefusals.RangeReversed.With(("lowest", command.Lowest), ("highest", command.Highest))
            : Prices.Countable(command.Highest, command.Quantity);
    }

    private static Refusal? CheckLastDay(IntentionRule rule, DateOnly until, DateOnly today)
    {
        var last = LastDay(rule, today);
        return until < today || until > last
            ? ModeRefusals.BadLastDay.With(("until", until), ("first", today), ("last", last))
            : null;
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, WithdrawIntention command)
    {
        if (Exchange.Find(state).IsRefused(out var refusal))
        {
            return refusal;
        }

        if (state.Trading.Modes.Intentions.TryGetValue(command.Intention, out var known)
            && known.Holder != command.Holder)
        {
            return ModeRefusals.UnknownIntention.With(("intention", command.Intention));
        }

        return FindOpen(state, command.Intention).Try(out var intention, out refusal)
            ? Decision.Of(new IntentionWithdrawn(intention.Id))
            : refusal;
    }

    private static void Apply(SchemeState state, in Context context, IntentionPublished happened)
    {
        var modes = state.Trading.Modes;
        modes.NextIntention = new IntentionId(happened.Intention.Id.Value + 1);
        modes.Intentions.Add(happened.Intention.Id, happened.Intention);
    }

    private static void Apply(SchemeState state, in Context context, IntentionWithdrawn happened)
    {
        var intentions = state.Trading.Modes.Intentions;
        intentions[happened.Intention] = intentions[happened.Intention] with { Status = IntentionStatus.Withdrawn };
    }
}
