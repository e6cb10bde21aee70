using System.Collections.Immutable;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Registry;

/// <summary>Ask a holder for documents, by the end of a day.</summary>
/// <param name="Holder">Who is asked.</param>
/// <param name="Documents">What is asked for.</param>
/// <param name="By">The last day, after today.</param>
public sealed record RequestDocuments(HolderId Holder, string Documents, DateOnly By) : Command;

/// <summary>Hand in what was asked for: files by their digests.</summary>
public sealed record ProvideDocuments(
    HolderId Holder, int Number, IReadOnlyList<Digest> Files, string? Remark = null) : Command, IForHolder;

/// <summary>Do without the documents.</summary>
public sealed record CancelDocumentRequest(int Number, string Reason) : Command;

/// <summary>A holder was asked for documents.</summary>
public sealed record DocumentsRequested(int Number, HolderId Holder, string Documents, DateOnly By) : Event;

/// <summary>The documents came; late tells whether the last day had passed.</summary>
public sealed record DocumentsProvided(
    int Number, HolderId Holder, IReadOnlyList<Digest> Files, string? Remark, bool Late) : Event;

/// <summary>Nobody waits for the documents any more.</summary>
public sealed record DocumentRequestCancelled(int Number, HolderId Holder, string Reason) : Event;

/// <summary>Where a request for documents stands.</summary>
public enum DocumentStatus
{
    /// <summary>待提交.</summary>
    Open,

    /// <summary>已提交.</summary>
    Provided,

    /// <summary>已取消.</summary>
    Cancelled,
}

/// <summary>资料要求: what a holder was asked for.</summary>
/// <param name="Number">Counted from 1 within the scheme.</param>
/// <param name="Holder">Who was asked.</param>
/// <param name="Documents">For what.</param>
/// <param name="AskedAt">When.</param>
/// <param name="By">The last day.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Files">What came.</param>
/// <param name="Remark">What the holder said, or why it was cancelled.</param>
/// <param name="Late">True when the files came after the last day.</param>
public sealed record DocumentRequest(
    int Number,
    HolderId Holder,
    string Documents,
    DateTimeOffset AskedAt,
    DateOnly By,
    DocumentStatus Status,
    ImmutableArray<Digest> Files,
    string? Remark = null,
    bool Late = false);

/// <summary>
/// To ask, refusals in order: unknown holder, holder not active, no text, day not ahead. To provide: unknown holder,
/// holder not active, unknown request (or another holder's), not open, no files. To cancel: unknown request, not open,
/// no reason. Files that come late are taken and marked.
/// </summary>
public static class DocumentRequests
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<RequestDocuments>(
            "request-documents", Permission.Of(Role.Authority, Role.RegistryOperator), Decide)
        .Command<ProvideDocuments>("provide-documents", Permission.OfHolder(), Decide)
        .Command<CancelDocumentRequest>(
            "cancel-document-request", Permission.Of(Role.Authority, Role.RegistryOperator), Decide)
        .Event<DocumentsRequested>("documents-requested", Apply)
        .Event<DocumentsProvided>("documents-provided", Apply)
        .Event<DocumentRequestCancelled>("document-request-cancelled", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, RequestDocuments command)
    {
        if (Holders.Active(state, command.Holder).IsRefused(out var refusal))
        {
            return refusal;
        }

        if (Holders.Blank("documents", command.Documents) is { } blank)
        {
            return blank;
        }

        var today = state.Rules.Calendar.Day(context.Time);
        return command.By <= today
            ? DocumentRefusals.DayNotAhead.With(("day", command.By), ("today", today))
            : Decision.Of(new DocumentsRequested(
                state.Registry.Documents.Count + 1, command.Holder, command.Documents, command.By));
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, ProvideDocuments command)
    {
        if (Holders.Active(state, command.Holder).IsRefused(out var refusal))
        {
            return refusal;
        }

        if (!Open(state, command.Number, command.Holder).Try(out var request, out refusal))
        {
            return refusal;
        }

        return command.Files.Count == 0
            ? DocumentRefusals.NoFiles.With(("number", command.Number))
            : Decision.Of(new DocumentsProvided(
                command.Number,
                command.Holder,
                command.Files,
                command.Remark,
                state.Rules.Calendar.Day(context.Time) > request.By));
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, CancelDocumentRequest command)
    {
        if (!Open(state, command.Number, null).Try(out var request, out var refusal))
        {
            return refusal;
        }

        return Holders.Blank("reason", command.Reason) is { } blank
            ? blank
            : Decision.Of(new DocumentRequestCancelled(command.Number, request.Holder, command.Reason));
    }

    private static Outcome<DocumentRequest> Open(SchemeState state, int number, HolderId? holder)
    {
        var requests = state.Registry.Documents;
        if (number < 1 || number > requests.Count || (holder is { } whose && requests[number - 1].Holder != whose))
        {
            return DocumentRefusals.UnknownRequest.With(("number", number));
        }

        var request = requests[number - 1];
        return request.Status == DocumentStatus.Open
            ? request
            : DocumentRefusals.RequestOver.With(("number", number));
    }

    private static void Apply(SchemeState state, in Context context, DocumentsRequested happened) =>
        state.Registry.Documents.Add(new DocumentRequest(
            happened.Number,
            happened.Holder,
            happened.Documents,
            context.Time,
            happened.By,
            DocumentStatus.Open,
            []));

    private static void Apply(SchemeState state, in Context context, DocumentsProvided happened) =>
        Change(state, happened.Number, request => request with
        {
            Status = DocumentStatus.Provided,
            Files = [.. happened.Files],
            Remark = happened.Remark,
            Late = happened.Late,
        });

    private static void Apply(SchemeState state, in Context context, DocumentRequestCancelled happened) =>
        Change(state, happened.Number, request => request with
        {
            Status = DocumentStatus.Cancelled,
            Remark = happened.Reason,
        });

    private static void Change(SchemeState state, int number, Func<DocumentRequest, DocumentRequest> change) =>
        state.Registry.Documents[number - 1] = change(state.Registry.Documents[number - 1]);
}

/// <summary>Why the registry says no about documents and notes.</summary>
public static class DocumentRefusals
{
    /// <summary>The last day is not ahead.</summary>
    public static readonly RefusalCode DayNotAhead = RefusalCode.Final(
        2241,
        "document-day-not-ahead",
        "提交期限 {day} 须晚于今天（{today}）。",
        "The last day for the documents, {day}, must lie after today ({today}).");

    /// <summary>No such request of the holder.</summary>
    public static readonly RefusalCode UnknownRequest = RefusalCode.Final(
        2242, "unknown-document-request", "资料要求 {number} 不存在。", "There is no request {number} for documents.");

    /// <summary>Provided or cancelled.</summary>
    public static readonly RefusalCode RequestOver = RefusalCode.Final(
        2243, "document-request-over", "资料要求 {number} 已经办结。", "Request {number} for documents is over.");

    /// <summary>No files.</summary>
    public static readonly RefusalCode NoFiles = RefusalCode.Final(
        2244, "no-document-files", "请至少提交一个文件以答复资料要求 {number}。", "Hand in at least one file for request {number}.");

    /// <summary>A note about neither or both.</summary>
    public static readonly RefusalCode NoteSubject = RefusalCode.Final(
        2245, "note-subject", "备注须写明一个主体或一个账户，二者只能取一。", "A note is about one holder or one account: give one of them.");

    /// <summary>No such note.</summary>
    public static readonly RefusalCode UnknownNote = RefusalCode.Final(
        2246, "unknown-note", "备注 {number} 不存在或已删除。", "There is no note {number}, or it was taken away.");
}
