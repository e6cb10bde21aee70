using Tanheng.Quantities;

namespace Tanheng.Scheme.Supervision;

/// <summary>Where an inquiry is.</summary>
public enum InquiryStatus
{
    /// <summary>Begun.</summary>
    [Called("已立案", "open")]
    Open,

    /// <summary>The holder has been asked and has not answered.</summary>
    [Called("待说明", "explanation awaited")]
    Asked,

    /// <summary>It has answered.</summary>
    [Called("已说明", "explained")]
    Answered,

    /// <summary>Over.</summary>
    [Called("已处理", "decided")]
    Decided,
}

/// <summary>How an inquiry ends.</summary>
public enum InquiryOutcome
{
    /// <summary>Nothing is wrong.</summary>
    [Called("排除异常", "dismissed")]
    Dismiss,

    /// <summary>书面警示.</summary>
    [Called("书面警示", "warning")]
    Warn,

    /// <summary>The holder may not buy, or not sell, for some time.</summary>
    [Called("限制交易", "restriction")]
    Restrict,

    /// <summary>The holder may not trade for some time.</summary>
    [Called("暂停交易", "suspension")]
    Suspend,
}

/// <summary>问询: one question and its answer.</summary>
/// <param name="Text">What is to be explained.</param>
/// <param name="AskedAt">When it was asked.</param>
/// <param name="By">The last day to answer.</param>
/// <param name="Overdue">True when that day passed without an answer.</param>
/// <param name="Answer">What the holder says; null while it has said nothing.</param>
/// <param name="Attachments">What it shows.</param>
/// <param name="AnsweredAt">When it answered.</param>
public sealed record Question(
    string Text,
    DateTimeOffset AskedAt,
    DateOnly By,
    bool Overdue = false,
    string? Answer = null,
    IReadOnlyList<Digest>? Attachments = null,
    DateTimeOffset? AnsweredAt = null);

/// <summary>How an inquiry was decided.</summary>
/// <param name="Outcome">How.</param>
/// <param name="Reasons">Why.</param>
/// <param name="Bar">What the holder may not do.</param>
/// <param name="Until">The last day of that; null until it is lifted.</param>
/// <param name="At">When.</param>
/// <param name="AppealBy">The last day to object.</param>
public sealed record InquiryDecision(
    InquiryOutcome Outcome, string Reasons, TradingBar? Bar, DateOnly? Until, DateTimeOffset At, DateOnly AppealBy);

/// <summary>申诉: what the holder has to say against a decision.</summary>
public sealed record Appeal(string Text, Digest? Attachment, DateTimeOffset At);

/// <summary>立案调查: the file of an inquiry into a holder's trading.</summary>
/// <param name="Id">Given by the scheme.</param>
/// <param name="Holder">Into whose.</param>
/// <param name="Alerts">What it began with.</param>
/// <param name="Note">Why it was begun; not for the holder.</param>
/// <param name="At">When.</param>
/// <param name="Status">Where it is.</param>
/// <param name="Questions">What was asked, in order.</param>
/// <param name="Decision">How it ended.</param>
/// <param name="Appeal">What the holder says to that.</param>
public sealed record Inquiry(
    InquiryId Id,
    HolderId Holder,
    IReadOnlyList<AlertId> Alerts,
    string Note,
    DateTimeOffset At,
    InquiryStatus Status,
    IReadOnlyList<Question> Questions,
    InquiryDecision? Decision = null,
    Appeal? Appeal = null)
{
    /// <summary>What waits for an answer, or null.</summary>
    public Question? Waiting => Status == InquiryStatus.Asked ? Questions[^1] : null;
}
