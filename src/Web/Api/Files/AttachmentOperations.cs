using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Tanheng.Engine.Journal;
using Tanheng.Quantities;
using Tanheng.Web.Api.Commands;
using Tanheng.Web.Api.Queries;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Api.Files;

/// <summary>A file that is kept.</summary>
/// <param name="Hash">Its SHA-256: what commands name as <c>attachment</c>.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Type">What it is, by its content.</param>
/// <param name="Name">Its name, made harmless.</param>
public sealed record AttachmentView(Digest Hash, int Size, string Type, string Name);

/// <summary>
/// Files that commands refer to by their SHA-256. Whoever has an office or acts for a holder may upload; a file is
/// given
/// to those who may read a record that names it, and to officials.
/// </summary>
internal static class AttachmentOperations
{
    private static readonly Parameter Name = new("name", ParameterKind.Text, new Text(
        "文件名；不合适的字符会被替换", "The file's name; letters that do harm are replaced"));

    public static IEnumerable<Operation> All =>
    [
        new Operation
        {
            Id = "upload-attachment",
            Method = "POST",
            Path = "/attachments",
            Tag = "",
            Title = new("上传附件", "Upload an attachment"),
            Note = new(
                "正文为文件内容，至多 16 MiB；类型由内容核定。重复上传同一内容无妨。可用 Digest 核对：请求参数 hash。",
                "The body is the file, at most 16 MiB; what it is, its content says. Uploading it twice is "
                    + "uploading it "
                + "once. The parameter hash has it checked."),
            Audience = Audience.SignedIn,
            Scope = Scope.Submit,
            Changes = true,
            Success = StatusCodes.Status201Created,
            Parameters =
            [
                Name,
                new("hash", ParameterKind.Digest, new Text("声明的 SHA-256", "What the SHA-256 is claimed to be")),
            ],
            Answer = typeof(AttachmentView),
            Handle = UploadAsync,
        },
        new Operation
        {
            Id = "download-attachment",
            Path = "/attachments/{hash}",
            Tag = "",
            Title = new("下载附件", "Download an attachment"),
            Audience = Audience.OwnPart,
            Parameters =
            [
                new("hash", ParameterKind.Digest, new Text("SHA-256，64 位十六进制", "SHA-256 in 64 digits"), InPath: true),
                Name,
            ],
            Handle = DownloadAsync,
        },
    ];

    private static async Task UploadAsync(ApiCall call)
    {
        if (Store(call) is not { } store)
        {
            await call.Refuse(ApiRefusals.NotServed.With(("what", "attachments")));
            return;
        }

        if (FileKind.Claimed(call.Http.Request.ContentType) is not { } claimed)
        {
            await call.Refuse(RequestBody.WrongType(call.Http, FileKind.Types));
            return;
        }

        var sight = await Market(call).Read(state => Query.SightOf(state, call));
        if (sight.Mandate.Offices.IsEmpty && sight.Mandate.Holders.IsEmpty)
        {
            await call.Refuse(ApiRefusals.MayNotUpload.With(("actor", call.User)));
            return;
        }

        var read = await RequestBody.BytesAsync(call.Http, AttachmentRules.MaxBytes);
        if (!read.Try(out var content, out var refusal))
        {
            await call.Refuse(JournalRefusals.AttachmentTooLarge.With(
                ("size", call.Http.Request.ContentLength?.ToString() ?? ">" + AttachmentRules.MaxBytes),
                ("limit", AttachmentRules.MaxBytes)));
        }
        else if (!claimed.Fits(content))
        {
            await call.Refuse(ApiRefusals.AttachmentType.With(("type", claimed.Type), ("allowed", FileKind.Types)));
        }
        else
        {
            await KeepAsync(call, store, claimed, content);
        }
    }

    private static async Task KeepAsync(ApiCall call, IAttachments store, FileKind kind, byte[] content)
    {
        var known = store.Has(Digest.Of(content));
        if (!store.Put(content, call.Maybe<Digest>("hash")).Try(out var hash, out var refusal))
        {
            await call.Refuse(refusal);
            return;
        }

        call.Http.Response.Headers.Location = $"{ApiHosting.Root}/attachments/{hash}";
        await call.Answer(
            new AttachmentView(hash, content.Length, kind.Type, kind.NameOf(call.Text("name"))),
            known ? StatusCodes.Status200OK : StatusCodes.Status201Created);
    }

    private static async Task DownloadAsync(ApiCall call)
    {
        var hash = call.Get<Digest>("hash");
        var may = await Market(call).Read(state => IsFor(new Look(state, Query.SightOf(state, call), call), hash));
        if (Store(call) is not { } store)
        {
            await call.Refuse(ApiRefusals.NotServed.With(("what", "attachments")));
            return;
        }

        if (!may)
        {
            await call.Refuse(Query.Missing(call));
        }
        else if (!store.Get(hash).Try(out var content, out var refusal))
        {
            await call.Refuse(refusal);
        }
        else if (content is null)
        {
            await call.Refuse(Query.Missing(call));
        }
        else
        {
            await SendAsync(call, hash, content);
        }
    }

    /// <summary>Nothing in a file may run in the browser of whoever opens it.</summary>
    private static Task SendAsync(ApiCall call, Digest hash, byte[] content)
    {
        var kind = FileKind.Of(content);
        var name = kind is null ? hash + ".bin" : kind.NameOf(call.Text("name") ?? hash.ToString()[..12]);
        var response = call.Http.Response;
        response.ContentType = kind?.Type ?? "application/octet-stream";
        response.ContentLength = content.Length;
        response.Headers.ETag = $"\"{hash}\"";
        response.Headers.CacheControl = "private, max-age=31536000, immutable";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        response.Headers.ContentDisposition = disposition.ToString();
        return response.Body.WriteAsync(content, 0, content.Length, call.Http.RequestAborted);
    }

    private static bool IsFor(Look look, Digest hash)
    {
        var (mrv, sight) = (look.State.Mrv, look.Sight);
        return sight.Everything
            || mrv.Plans.Values.Any(plan => plan.Attachment == hash && sight.Of(plan.Holder))
            || mrv.Reviews.Values.Any(review =>
                review.Questions.Any(one => one.Attachment == hash) && sight.Of(review.Holder))
            || mrv.Reports.Values.Any(report =>
                (report.Attachment == hash || report.Statement?.Attachment == hash) && sight.Of(report))
            || mrv.FollowUps.Any(one => one.Attachment == hash && sight.Of(one.Holder))
            || look.State.Supervision.Inquiries.Any(one => sight.Of(one.Holder) && (one.Appeal?.Attachment == hash
                || one.Questions.Any(question => question.Attachments?.Contains(hash) == true)))
            || look.State.Registry.Documents.Any(one => one.Files.Contains(hash) && sight.Of(one.Holder))
            || mrv.Objections.Any(objection => objection.Attachment == hash && sight.Of(objection.Holder));
    }

    private static IAttachments? Store(ApiCall call) => call.Http.RequestServices.GetService<IAttachments>();

    private static Market Market(ApiCall call) => call.Http.RequestServices.GetRequiredService<Market>();
}
