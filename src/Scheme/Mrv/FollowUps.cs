using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Mrv;

/// <summary>Say what was or will be done about a non-conformity that a verifier left open.</summary>
public sealed record AnswerFollowUp(HolderId Holder, int Number, string Answer, Digest? Attachment = null)
    : Command, IForHolder;

/// <summary>It is settled; without an answer only the authority says so.</summary>
public sealed record CloseFollowUp(int Number, string Remark) : Command;

/// <summary>A non-conformity that was open at the verification statement is followed up.</summary>
public sealed record FollowUpOpened(
    int Number, HolderId Holder, int Year, string Body, string Item, string Text, DateOnly By) : Event;

/// <summary>The holder answered. Late tells whether the last day had passed.</summary>
public sealed record FollowUpAnswered(int Number, HolderId Holder, string Answer, Digest? Attachment, bool Late)
    : Event;

/// <summary>A follow-up is settled.</summary>
public sealed record FollowUpClosed(int Number, HolderId Holder, string Remark) : Event;

/// <summary>整改跟踪: what a verifier asked to be improved.</summary>
/// <param name="Number">Counted from 1 within the scheme.</param>
/// <param name="Holder">Whose.</param>
/// <param name="Year">Of which report.</param>
/// <param name="Body">Who asked.</param>
/// <param name="Item">What it is about.</param>
/// <param name="Text">What was found.</param>
/// <param name="By">The last day of the answer.</param>
/// <param name="Answer">The holder's answer; null before.</param>
/// <param name="Attachment">What came with it.</param>
/// <param name="Late">True when the answer came after the last day.</param>
/// <param name="Closed">Why it is settled; null while it is open.</param>
public sealed record FollowUp(
    int Number,
    HolderId Holder,
    int Year,
    string Body,
    string Item,
    string Text,
    DateOnly By,
    string? Answer = null,
    Digest? Attachment = null,
    bool Late = false,
    string? Closed = null)
{
    /// <summary>True until it is settled.</summary>
    public bool IsOpen => Closed is null;
}

/// <summary>
/// With a positive statement every non-conformity that is not put right is followed up, where the rulebook's
/// <c>follow_ups</c> asks for it; one that is followed up already is not asked for twice. To answer, refusals in order:
/// unknown holder, holder not active, unknown follow-up (or another holder's), closed, no answer. To close: unknown,
/// closed, not the verifier (its body's people and the authority close), no answer yet (the authority may all the
/// same), no remark.
/// </summary>
public static class FollowUps
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<AnswerFollowUp>("answer-follow-up", Permission.OfHolder(), Decide)
        .Command<CloseFollowUp>("close-follow-up", Permission.Of(Role.Authority, Role.Verifier), Decide)
        .Event<FollowUpOpened>("follow-up-opened", Apply)
        .Event<FollowUpAnswered>("follow-up-answered", Apply)
        .Event<FollowUpClosed>("follow-up-closed", Apply);

    /// <summary>What follows from a statement.</summary>
    internal static IEnumerable<Event> After(
        SchemeState state, DateTimeOffset now, Report report, Opinion opinion, IReadOnlyList<Finding> more)
    {
        if (state.Rules.FollowUps is not { } rule || opinion == Opinion.Negative)
        {
            return [];
        }

        var by = state.Rules.Calendar.Day(now).AddDays(rule.AnswerDays);
        var number = state.Mrv.FollowUps.Count;
        return
        [
            .. report.Findings.Concat(more).Where(finding => finding is { NonConformity: true, Resolved: false })
                .Where(finding => !state.Mrv.FollowUps.Exists(one => one.IsOpen && one.Holder == report.Holder
                    && one.Item == finding.Item && one.Text == finding.Text))
                .Select(finding => new FollowUpOpened(
                    ++number, report.Holder, report.Year, report.Verifier!, finding.Item, finding.Text, by)),
        ];
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, AnswerFollowUp command)
    {
        if (Holders.Active(state, command.Holder).IsRefused(out var refusal))
        {
            return refusal;
        }

        if (!Open(state, command.Number, command.Holder).Try(out var found, out refusal))
        {
            return refusal;
        }

        return Holders.Blank("answer", command.Answer) is { } blank
            ? blank
            : Decision.Of(new FollowUpAnswered(
                command.Number,
                command.Holder,
                command.Answer,
                command.Attachment,
                state.Rules.Calendar.Day(context.Time) > found.By));
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, CloseFollowUp command)
    {
        if (!Open(state, command.Number, null).Try(out var found, out var refusal))
        {
            return refusal;
        }

        var authority = Officials.HasAny(state, context.Actor, [Role.Authority]);
        if (!authority && !state.Mrv.Bodies[found.Body].Staff.Contains(context.Actor))
        {
            return MrvRefusals.NotTheVerifier.With(("actor", context.Actor), ("body", found.Body));
        }

        if (!authority && found.Answer is null)
        {
            return FollowUpRefusals.NotAnswered.With(("number", command.Number), ("by", found.By));
        }

        return Holders.Blank("remark", command.Remark) is { } blank
            ? blank
            : Decision.Of(new FollowUpClosed(command.Number, found.Holder, command.Remark));
    }

    private static Outcome<FollowUp> Open(SchemeState state, int number, HolderId? holder)
    {
        var all = state.Mrv.FollowUps;
        if (number < 1 || number > all.Count || (holder is { } whose && all[number - 1].Holder != whose))
        {
            return FollowUpRefusals.Unknown.With(("number", number));
        }

        return all[number - 1] is { IsOpen: true } open ? open : FollowUpRefusals.Over.With(("number", number));
    }

    private static void Apply(SchemeState state, in Context context, FollowUpOpened happened) =>
        state.Mrv.FollowUps.Add(new FollowUp(
            happened.Number,
            happened.Holder,
            happened.Year,
            happened.Body,
            happened.Item,
            happened.Text,
            happened.By));

    private static void Apply(SchemeState state, in Context context, FollowUpAnswered happened) =>
        Change(state, happened.Number, one => one with
        {
            Answer = happened.Answer,
            Attachment = happened.Attachment,
            Late = happened.Late,
        });

    private static void Apply(SchemeState state, in Context context, FollowUpClosed happened) =>
        Change(state, happened.Number, one => one with { Closed = happened.Remark });

    private static void Change(SchemeState state, int number, Func<FollowUp, FollowUp> change) =>
        state.Mrv.FollowUps[number - 1] = change(state.Mrv.FollowUps[number - 1]);
}

/// <summary>Why follow-ups say no.</summary>
public static class FollowUpRefusals
{
    /// <summary>No such follow-up of the holder.</summary>
    public static readonly RefusalCode Unknown = RefusalCode.Final(
        3051, "follow-up-unknown", "整改事项 {number} 不存在。", "There is no follow-up {number}.");

    /// <summary>Settled.</summary>
    public static readonly RefusalCode Over = RefusalCode.Final(
        3052, "follow-up-over", "整改事项 {number} 已经办结。", "Follow-up {number} is settled.");

    /// <summary>The holder has not answered.</summary>
    public static readonly RefusalCode NotAnswered = RefusalCode.Passing(
        3053,
        "follow-up-not-answered",
        "整改事项 {number} 尚未答复（期限 {by}），未答复的只能由主管部门办结。",
        "Follow-up {number} is not answered (due by {by}); without an answer only the authority settles it.");
}
