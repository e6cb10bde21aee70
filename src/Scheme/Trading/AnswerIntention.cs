using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Supervision;

namespace Tanheng.Scheme.Trading;

/// <summary>应答意向: says to who published an intention at which price one would deal, and how much.</summary>
public sealed record AnswerIntention(HolderId Holder, IntentionId Intention, Price Price, Tonnes Quantity)
    : Command, IForHolder;

/// <summary>Somebody has answered an intention; the two know each other now.</summary>
public sealed record IntentionAnswered(IntentionId Intention, IntentionAnswer Answer) : Event;

/// <summary>
/// The contact goes through the system: who published the intention sees who answered, and the other way round; then
/// they may register a deal. An answer binds nobody and keeps nothing; a later one replaces it. Refusals in order: no
/// exchange, exchange not opened; no such mode; not a trading day, outside trading hours; unknown intention; intention
/// not open; own intention; halted; bad lot; off tick; outside the intention; unknown holder, holder not active; no
/// trading account; those of the account's status, trading restricted.
/// </summary>
public static class IntentionAnswers
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<AnswerIntention>("answer-intention", Permission.OfHolder(), Decide)
        .Event<IntentionAnswered>("intention-answered", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, AnswerIntention command)
    {
        if (Exchange.InSession(state, TradingMode.Intention, context.Time).IsRefused(out var refusal)
            || !Intentions.FindOpen(state, command.Intention).Try(out var intention, out refusal))
        {
            return refusal;
        }

        if (intention.Holder == command.Holder)
        {
            return ModeRefusals.OwnIntention.With(("intention", intention.Id));
        }

        var trading = state.Rules.Trading!;
        if ((TradingHalts.Check(state, intention.Instrument)
            ?? Prices.CheckLot(trading, command.Quantity) ?? Prices.CheckTick(trading, command.Price)
            ?? CheckInside(intention, command)) is { } bad)
        {
            return bad;
        }

        var side = intention.Side == OrderSide.Buy ? OrderSide.Sell : OrderSide.Buy;
        return Exchange.TraderOf(state, command.Holder, side).IsRefused(out refusal)
            ? refusal
            : Decision.Of(new IntentionAnswered(
                intention.Id,
                new IntentionAnswer(command.Holder, command.Price, command.Quantity, context.Time)));
    }

    private static Refusal? CheckInside(Intention intention, AnswerIntention command) =>
        command.Price < intention.Lowest || command.Price > intention.Highest || command.Quantity > intention.Left
            ? ModeRefusals.OutsideIntention.With(
                ("intention", intention.Id),
                ("lowest", intention.Lowest),
                ("highest", intention.Highest),
                ("left", intention.Left))
            : null;

    private static void Apply(SchemeState state, in Context context, IntentionAnswered happened)
    {
        var intentions = state.Trading.Modes.Intentions;
        var intention = intentions[happened.Intention];
        intentions[intention.Id] = intention with
        {
            Answers = [.. intention.Answers.Where(one => one.Holder != happened.Answer.Holder), happened.Answer],
        };
    }
}
