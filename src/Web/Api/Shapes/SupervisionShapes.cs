using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Supervision;
using Tanheng.Scheme.Trading;

namespace Tanheng.Web.Api.Shapes;

/// <summary>A halt of trading, over or not.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Instrument">Units with their vintage; null for the whole market.</param>
/// <param name="Cause">Why.</param>
/// <param name="Reason">In words.</param>
/// <param name="At">Since when.</param>
/// <param name="Until">When it ends, or ended, by itself; null when somebody has to resume trading.</param>
/// <param name="ResumedAt">When trading went on; null while it has not.</param>
/// <param name="Word">What was said then; empty when it ended by itself.</param>
public sealed record HaltView(
    int Number,
    Asset? Instrument,
    HaltCause Cause,
    string Reason,
    DateTimeOffset At,
    DateTimeOffset? Until,
    DateTimeOffset? ResumedAt,
    string Word)
{
    /// <summary>A halt as it is answered.</summary>
    public static HaltView Of(HaltNotice notice, int number) => new(
        number,
        notice.Halt.Instrument,
        notice.Halt.Cause,
        notice.Halt.Reason,
        notice.Halt.At,
        notice.Halt.Until,
        notice.ResumedAt,
        notice.Word);
}

/// <summary>What a holder may not do.</summary>
/// <param name="Holder">Who.</param>
/// <param name="Bar">What.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">Since when.</param>
/// <param name="Until">The last day; null until it is lifted.</param>
/// <param name="Inquiry">The inquiry that ended so.</param>
public sealed record RestrictionView(
    HolderId Holder, TradingBar Bar, string Reason, DateTimeOffset At, DateOnly? Until, InquiryId? Inquiry)
{
    /// <summary>A restriction as it is answered.</summary>
    public static RestrictionView Of(Restriction one) =>
        new(one.Holder, one.Bar, one.Reason, one.At, one.Until, one.Inquiry);
}

/// <summary>Two holders that belong together.</summary>
/// <param name="Number">Counted from 1, in the order they became known.</param>
/// <param name="Holder">Who; of control: who controls.</param>
/// <param name="Other">With whom.</param>
/// <param name="Kind">How.</param>
/// <param name="Basis">How that is known.</param>
/// <param name="At">Since when.</param>
public sealed record RelationView(
    int Number, HolderId Holder, HolderId Other, RelationKind Kind, string Basis, DateTimeOffset At)
{
    /// <summary>A relation as it is answered.</summary>
    public static RelationView Of(Relation one, int number) =>
        new(number, one.Holder, one.Other, one.Kind, one.Basis, one.At);
}

/// <summary>What was measured, and from where on it is noticed.</summary>
/// <param name="Measure">What it counts; shares and moves are in basis points.</param>
/// <param name="Value">How much.</param>
/// <param name="Threshold">From where on it is noticed; null where it only explains.</param>
public sealed record MeasuredView(Measure Measure, long Value, long? Threshold);

/// <summary>An alert with its evidence.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Kind">What was noticed.</param>
/// <param name="Instrument">In what.</param>
/// <param name="Holders">Who took part.</param>
/// <param name="At">When it was noticed.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Inquiry">The inquiry it is in.</param>
/// <param name="Word">Why it was dismissed; empty otherwise.</param>
/// <param name="Figures">Measured against the thresholds of that day.</param>
/// <param name="Trades">The trades it rests on.</param>
/// <param name="Orders">The orders, as they were.</param>
/// <param name="Rule">The section of the rulebook.</param>
/// <param name="Source">Its source.</param>
public sealed record AlertView(
    AlertId Alert,
    AlertKind Kind,
    Asset Instrument,
    IReadOnlyList<HolderId> Holders,
    DateTimeOffset At,
    AlertStatus Status,
    InquiryId? Inquiry,
    string Word,
    IReadOnlyList<MeasuredView> Figures,
    IReadOnlyList<TradeId> Trades,
    IReadOnlyList<OrderView> Orders,
    string Rule,
    string Source)
{
    /// <summary>An alert as it is answered.</summary>
    public static AlertView Of(Alert one) => new(
        one.Id,
        one.Kind,
        one.Instrument,
        one.Holders,
        one.At,
        one.Status,
        one.Inquiry,
        one.Word,
        [.. one.Evidence.Figures.Select(figure => new MeasuredView(figure.Measure, figure.Value, figure.Threshold))],
        one.Evidence.Trades,
        [.. one.Evidence.Orders.Select(OrderView.Of)],
        one.Evidence.Rule,
        one.Evidence.Source);
}

/// <summary>A question of an inquiry and its answer.</summary>
/// <param name="Text">What is to be explained.</param>
/// <param name="AskedAt">When it was asked.</param>
/// <param name="By">The last day to answer.</param>
/// <param name="Overdue">True when that day passed without an answer.</param>
/// <param name="Answer">What the holder says; null while it has said nothing.</param>
/// <param name="Attachments">What it shows.</param>
/// <param name="AnsweredAt">When it answered.</param>
public sealed record QuestionView(
    string Text,
    DateTimeOffset AskedAt,
    DateOnly By,
    bool Overdue,
    string? Answer,
    IReadOnlyList<Digest> Attachments,
    DateTimeOffset? AnsweredAt);

/// <summary>How an inquiry was decided.</summary>
/// <param name="Outcome">How.</param>
/// <param name="Reasons">Why.</param>
/// <param name="Bar">What the holder may not do.</param>
/// <param name="Until">The last day of that; null until it is lifted.</param>
/// <param name="At">When.</param>
/// <param name="AppealBy">The last day to object.</param>
/// <param name="Appeal">What the holder says to it; null when nothing.</param>
public sealed record InquiryDecisionView(
    InquiryOutcome Outcome,
    string Reasons,
    TradingBar? Bar,
    DateOnly? Until,
    DateTimeOffset At,
    DateOnly AppealBy,
    string? Appeal);

/// <summary>An inquiry into a holder's trading.</summary>
/// <param name="Inquiry">The inquiry.</param>
/// <param name="Holder">Into whose.</param>
/// <param name="Status">Where it is.</param>
/// <param name="At">When it began.</param>
/// <param name="Alerts">What it began with; for officials only.</param>
/// <param name="Note">Why; for officials only.</param>
/// <param name="Questions">What was asked, in order.</param>
/// <param name="Decision">How it ended; null while it has not.</param>
public sealed record InquiryView(
    InquiryId Inquiry,
    HolderId Holder,
    InquiryStatus Status,
    DateTimeOffset At,
    IReadOnlyList<AlertId>? Alerts,
    string? Note,
    IReadOnlyList<QuestionView> Questions,
    InquiryDecisionView? Decision)
{
    /// <summary>An inquiry as it is answered; its holder is not told what it began with.</summary>
    public static InquiryView Of(Inquiry one, bool everything) => new(
        one.Id,
        one.Holder,
        one.Status,
        one.At,
        everything ? one.Alerts : null,
        everything ? one.Note : null,
        [.. one.Questions.Select(question => new QuestionView(
            question.Text,
            question.AskedAt,
            question.By,
            question.Overdue,
            question.Answer,
            question.Attachments ?? [],
            question.AnsweredAt))],
        one.Decision is not { } decision ? null : new InquiryDecisionView(
            decision.Outcome,
            decision.Reasons,
            decision.Bar,
            decision.Until,
            decision.At,
            decision.AppealBy,
            one.Appeal?.Text));
}
