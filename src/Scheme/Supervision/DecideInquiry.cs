using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Supervision;

/// <summary>处理决定: how an inquiry ends.</summary>
/// <param name="Inquiry">Which.</param>
/// <param name="Outcome">How.</param>
/// <param name="Reasons">Why; the holder reads them.</param>
/// <param name="Bar">Of a restriction: buying or selling.</param>
/// <param name="Until">Of a restriction or suspension: the last day; null until it is lifted.</param>
public sealed record DecideInquiry(
    InquiryId Inquiry, InquiryOutcome Outcome, string Reasons, TradingBar? Bar = null, DateOnly? Until = null)
    : Command;

/// <summary>申诉: the holder objects to a decision; what it changes is a command of its own.</summary>
public sealed record AppealInquiry(HolderId Holder, InquiryId Inquiry, string Text, Digest? Attachment = null)
    : Command, IForHolder;

/// <summary>The inquiry is over; a restriction stands in the same row.</summary>
public sealed record InquiryDecided(
    InquiryId Inquiry,
    HolderId Holder,
    InquiryOutcome Outcome,
    string Reasons,
    TradingBar? Bar,
    DateOnly? Until,
    DateOnly AppealBy) : Event;

/// <summary>The holder objects.</summary>
public sealed record InquiryAppealed(InquiryId Inquiry, HolderId Holder, string Text, Digest? Attachment) : Event;

/// <summary>
/// Nobody is warned or restricted unheard: the holder has been asked, and has answered or let the last day pass.
/// Refusals in order, to decide: unknown inquiry, inquiry decided; unless it is dismissed: not heard, explanation
/// awaited; text missing (reasons); bar does not fit; no days to appeal; last day over. To appeal: unknown inquiry
/// (also another holder's); no appeal; text missing.
/// </summary>
public static class InquiryDecisions
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<DecideInquiry>("decide-inquiry", Permission.Of(Role.ExchangeOperator, Role.Authority), Decide)
        .Command<AppealInquiry>("appeal-inquiry", Permission.OfHolder(), Decide)
        .Event<InquiryDecided>("inquiry-decided", Apply)
        .Event<InquiryAppealed>("inquiry-appealed", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, DecideInquiry command)
    {
        if (!Inquiries.FindOpen(state, command.Inquiry).Try(out var inquiry, out var refusal))
        {
            return refusal;
        }

        if ((Unheard(inquiry, command.Outcome) ?? Holders.Blank("reasons", command.Reasons)
            ?? CheckBar(command)) is { } bad)
        {
            return bad;
        }

        // What is dismissed cannot be appealed; for anything else the rulebook must say how long.
        if (state.Rules.Supervision is null && command.Outcome != InquiryOutcome.Dismiss)
        {
            return SupervisionRefusals.NoAppealDays.With();
        }

        var calendar = state.Rules.Calendar;
        var days = state.Rules.Supervision?.AppealWorkingDays ?? 0;
        var decided = new InquiryDecided(
            inquiry.Id,
            inquiry.Holder,
            command.Outcome,
            command.Reasons,
            command.Outcome == InquiryOutcome.Suspend ? TradingBar.Trading : command.Bar,
            command.Until,
            calendar.AddWorkingDays(calendar.Day(context.Time), days));
        if (decided.Bar is not { } bar)
        {
            return Decision.Of(decided);
        }

        var restricted = new TradingRestricted(inquiry.Holder, bar, command.Reasons, command.Until, inquiry.Id);
        return Restrictions.Impose(state, context, restricted).Try(out var events, out refusal)
            ? Decision.Of([decided, .. events])
            : refusal;
    }

    private static Refusal? Unheard(Inquiry inquiry, InquiryOutcome outcome)
    {
        if (outcome == InquiryOutcome.Dismiss)
        {
            return null;
        }

        if (inquiry.Questions.Count == 0)
        {
            return SupervisionRefusals.NotHeard.With(("inquiry", inquiry.Id));
        }

        return inquiry.Waiting is { Overdue: false } waiting
            ? SupervisionRefusals.ExplanationAwaited.With(("inquiry", inquiry.Id), ("by", waiting.By))
            : null;
    }

    private static Refusal? CheckBar(DecideInquiry command)
    {
        var fits = command.Outcome switch
        {
            InquiryOutcome.Restrict => command.Bar is TradingBar.Buying or TradingBar.Selling,
            InquiryOutcome.Suspend => command.Bar is null or TradingBar.Trading,
            _ => command.Bar is null && command.Until is null,
        };
        return fits ? null : SupervisionRefusals.BarDoesNotFit.With(("outcome", command.Outcome));
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, AppealInquiry command)
    {
        if (state.Supervision.Find(command.Inquiry) is not { } inquiry || inquiry.Holder != command.Holder
            || !Inquiries.IsKnown(inquiry))
        {
            return SupervisionRefusals.UnknownInquiry.With(("inquiry", command.Inquiry));
        }

        if (inquiry.Decision is not { } decision || decision.Outcome == InquiryOutcome.Dismiss
            || inquiry.Appeal is not null || state.Rules.Calendar.Day(context.Time) > decision.AppealBy)
        {
            return SupervisionRefusals.NoAppeal.With(
                ("inquiry", inquiry.Id), ("by", inquiry.Decision is { } one ? one.AppealBy : "–"));
        }

        return Holders.Blank("text", command.Text) is { } blank
            ? blank
            : Decision.Of(new InquiryAppealed(inquiry.Id, inquiry.Holder, command.Text, command.Attachment));
    }

    private static void Apply(SchemeState state, in Context context, InquiryDecided happened)
    {
        Questions.Settle(state, happened.Inquiry);
        var decision = new InquiryDecision(
            happened.Outcome, happened.Reasons, happened.Bar, happened.Until, context.Time, happened.AppealBy);
        state.Supervision.Change(happened.Inquiry, inquiry => inquiry with
        {
            Status = InquiryStatus.Decided,
            Decision = decision,
        });
    }

    private static void Apply(SchemeState state, in Context context, InquiryAppealed happened)
    {
        var appeal = new Appeal(happened.Text, happened.Attachment, context.Time);
        state.Supervision.Change(happened.Inquiry, inquiry => inquiry with { Appeal = appeal });
    }
}
