using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Settlement;

/// <summary>结算异议: a participant does not agree with a day's settlement.</summary>
/// <param name="Holder">Who.</param>
/// <param name="Day">The trading day.</param>
/// <param name="Text">What is wrong.</param>
public sealed record ObjectToSettlement(HolderId Holder, DateOnly Day, string Text) : Command, IForHolder;

/// <summary>The settlement institution answers.</summary>
/// <param name="Objection">Which.</param>
/// <param name="Accepted">True when the participant is right.</param>
/// <param name="Text">The answer.</param>
public sealed record AnswerSettlementObjection(SettlementObjectionId Objection, bool Accepted, string Text) : Command;

/// <summary>An objection is made.</summary>
public sealed record SettlementObjected(
    SettlementObjectionId Objection, HolderId Holder, DateOnly Day, string Text) : Event;

/// <summary>An objection is answered.</summary>
public sealed record SettlementObjectionAnswered(
    SettlementObjectionId Objection, bool Accepted, string Text) : Event;

/// <summary>An objection as it is kept.</summary>
/// <param name="Id">Given by the scheme.</param>
/// <param name="Holder">Who made it.</param>
/// <param name="Day">The trading day.</param>
/// <param name="Text">What is wrong.</param>
/// <param name="At">When.</param>
/// <param name="Accepted">The decision; null while there is none.</param>
/// <param name="Answer">The answer.</param>
/// <param name="AnsweredAt">When it was given.</param>
public sealed record SettlementObjection(
    SettlementObjectionId Id,
    HolderId Holder,
    DateOnly Day,
    string Text,
    DateTimeOffset At,
    bool? Accepted = null,
    string? Answer = null,
    DateTimeOffset? AnsweredAt = null);

/// <summary>
/// A participant may object to a day's settlement in writing until the next trading day opens; who says nothing agrees.
/// An accepted objection changes nothing by itself: a wrong entry is corrected by another one. Refusals in order, to
/// object: no exchange, exchange not opened; no settlement bank; unknown holder, holder not active; text missing
/// (text); unknown settlement day; too late; objected already; to answer: no exchange, exchange not opened; no
/// settlement bank; text missing (text); unknown objection, answered already.
/// </summary>
public static class SettlementObjections
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<ObjectToSettlement>("object-to-settlement", Permission.OfHolder(), Decide)
        .Command<AnswerSettlementObjection>(
            "answer-settlement-objection", Permission.Of(Role.RegistryOperator), Decide)
        .Event<SettlementObjected>("settlement-objected", Apply)
        .Event<SettlementObjectionAnswered>("settlement-objection-answered", Apply);

    /// <summary>
    /// True while a day's settlement may be objected to: it is the last one, and no other day has opened.
    /// </summary>
    public static bool IsOpen(SchemeState state, DateOnly day) =>
        state.Trading.Day is null && state.Trading.LastDay == day && SettlementDays.Find(state, day) is not null;

    private static Outcome<Decision> Decide(SchemeState state, in Context context, ObjectToSettlement command)
    {
        if (SettlementBanks.Missing(state) is { } refusal)
        {
            return refusal;
        }

        if (Holders.Active(state, command.Holder).IsRefused(out var inactive))
        {
            return inactive;
        }

        if (Holders.Blank("text", command.Text) is { } blank)
        {
            return blank;
        }

        if (SettlementDays.Find(state, command.Day) is null)
        {
            return SettlementRefusals.UnknownDay.With(("day", command.Day));
        }

        if (!IsOpen(state, command.Day))
        {
            return SettlementRefusals.ObjectionTooLate.With(("day", command.Day));
        }

        var before = state.Cash.Objections.Values.FirstOrDefault(one =>
            one.Holder == command.Holder && one.Day == command.Day && one.Accepted is null);
        return before is not null
            ? SettlementRefusals.ObjectedAlready.With(("objection", before.Id), ("day", command.Day))
            : Decision.Of(new SettlementObjected(
                new SettlementObjectionId(state.Cash.Objections.Count + 1),
                command.Holder,
                command.Day,
                command.Text.Trim()));
    }

    private static Outcome<Decision> Decide(
        SchemeState state, in Context context, AnswerSettlementObjection command)
    {
        if ((SettlementBanks.Missing(state) ?? Holders.Blank("text", command.Text)) is { } refusal)
        {
            return refusal;
        }

        return state.Cash.Objections.GetValueOrDefault(command.Objection) is { Accepted: null } open
            ? Decision.Of(new SettlementObjectionAnswered(open.Id, command.Accepted, command.Text.Trim()))
            : SettlementRefusals.UnknownObjection.With(("objection", command.Objection));
    }

    private static void Apply(SchemeState state, in Context context, SettlementObjected happened) =>
        state.Cash.Objections.Add(happened.Objection, new SettlementObjection(
            happened.Objection, happened.Holder, happened.Day, happened.Text, context.Time));

    private static void Apply(SchemeState state, in Context context, SettlementObjectionAnswered happened) =>
        state.Cash.Objections[happened.Objection] = state.Cash.Objections[happened.Objection] with
        {
            Accepted = happened.Accepted,
            Answer = happened.Text,
            AnsweredAt = context.Time,
        };
}
