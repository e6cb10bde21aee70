using System.IO.Compression;
using System.Text;
using Tanheng.Quantities;

namespace Tanheng.Web.Tests;

/// <summary>Files: what they are, their content says; who may have one, the records say that name it.</summary>
public sealed class ApiAttachmentTests : IAsyncLifetime
{
    private ApiServer server = null!;
    private ApiClient one = null!;

    public async Task InitializeAsync()
    {
        server = await ApiMarket.StartAsync();
        one = server.As("one-a");
    }

    public async Task DisposeAsync()
    {
        one.Dispose();
        await server.DisposeAsync();
    }

    private static byte[] Pdf => "%PDF-1.7\n…"u8.ToArray();

    private static byte[] Png => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Fact]
    public async Task A_file_is_kept_once_under_its_hash_and_its_name_does_no_harm()
    {
        var hash = Digest.Of(Pdf).ToString();
        var first = (await Upload("application/pdf", Pdf, "../../年报 2022<script>.PDF")).Expect(201);
        first.Json.GetProperty("hash").GetString().ShouldBe(hash);
        first.Json.GetProperty("size").GetInt32().ShouldBe(Pdf.Length);
        first.Json.GetProperty("type").GetString().ShouldBe("application/pdf");
        first.Json.GetProperty("name").GetString().ShouldBe("年报 2022_script_.pdf");
        first.Header("Location").ShouldBe("/api/v1/attachments/" + hash);
        (await Upload("application/pdf", Pdf, null)).Expect(200).Json.GetProperty("name").GetString()
            .ShouldBe("attachment.pdf");
    }

    [Fact]
    public async Task Each_kind_that_is_taken_is_known_by_its_content()
    {
        var kinds = new (string Type, byte[] Content)[]
        {
            ("application/pdf", Pdf),
            ("image/png", Png),
            ("image/jpeg", [0xFF, 0xD8, 0xFF, 0xE0, 1]),
            ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Sheet("xl/workbook.xml")),
            ("application/json", "[1]"u8.ToArray()),
            ("application/xml", "<?xml version=\"1.0\"?><报告/>"u8.ToArray()),
            ("text/csv", "机组,煤耗\r\n1,2\r\n"u8.ToArray()),
            ("text/plain; charset=utf-8", "\uFEFF说明\n"u8.ToArray()),
        };
        foreach (var (type, content) in kinds)
        {
            (await Upload(type, content, null)).Expect(201).Json.GetProperty("type").GetString()
                .ShouldBe(type.Split(';')[0]);
        }
    }

    [Theory]
    [InlineData("application/pdf", "<html>")]
    [InlineData("image/png", "%PDF-1.7")]
    [InlineData("application/json", "{")]
    [InlineData("application/json", "1")]
    [InlineData("application/xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>")]
    [InlineData("application/xml", "<html xmlns=\"http://www.w3.org/1999/xhtml\"><script/></html>")]
    [InlineData("application/xml", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")]
    [InlineData("text/csv", "<script>alert(1)</script>")]
    [InlineData("text/plain", "a\0b")]
    [InlineData("text/plain", "")]
    public async Task A_file_that_is_not_what_it_claims_is_refused(string type, string content) =>
        (await Upload(type, Encoding.UTF8.GetBytes(content), null)).Refused(415, 9517);

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/zip")]
    [InlineData("application/octet-stream")]
    [InlineData("image/svg+xml")]
    public async Task Other_kinds_are_refused(string type) =>
        (await Upload(type, Pdf, null)).Refused(415, 9506);

    [Fact]
    public async Task A_workbook_with_macros_and_an_archive_that_is_none_are_refused()
    {
        const string type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        (await Upload(type, Sheet("xl/workbook.xml", "xl/vbaProject.bin"), null)).Refused(415, 9517);
        (await Upload(type, Sheet("word/document.xml"), null)).Refused(415, 9517);
        (await Upload(type, [.. "PK\u0003\u0004"u8, 1, 2], null)).Refused(415, 9517);
    }

    [Fact]
    public async Task A_file_that_is_too_large_or_has_another_hash_is_refused()
    {
        var large = new byte[(16 * 1024 * 1024) + 1];
        Pdf.CopyTo(large, 0);
        (await Upload("application/pdf", large, null)).Refused(413, 9021);
        (await Upload("application/pdf", large[..^1], null)).Expect(201);
        using var content = Content("application/pdf", Pdf);
        (await one.Send(HttpMethod.Post, "/attachments?hash=" + new string('a', 64), content)).Refused(422, 9020);
    }

    [Fact]
    public async Task Whoever_has_nothing_to_do_with_the_market_keeps_no_files_in_it()
    {
        using var content = Content("application/pdf", Pdf);
        using var stranger = server.As("stranger");
        (await stranger.Send(HttpMethod.Post, "/attachments", content)).Refused(403, 9522);
        using var nobody = server.As(null);
        using var again = Content("application/pdf", Pdf);
        (await nobody.Send(HttpMethod.Post, "/attachments", again)).Refused(401, 9501);
        using var reading = server.As("one-a.read");
        using var third = Content("application/pdf", Pdf);
        (await reading.Send(HttpMethod.Post, "/attachments", third)).Refused(403, 9504);
    }

    [Fact]
    public async Task A_file_is_given_to_those_who_may_read_a_record_that_names_it()
    {
        var hash = (await Upload("application/pdf", Pdf, "plan.pdf")).Expect(201).Json.GetProperty("hash").GetString();
        var path = $"/attachments/{hash}?name=plan";
        (await one.Get(path)).Refused(404, 9515);
        using var admin = server.As("admin");
        (await admin.Command("register-facility", """
            {"holder":1,"name":{"zh":"一","en":"one"},"address":"","from":"2020-01-01"}
            """)).Expect(201);
        (await one.Command("file-monitoring-plan", $$"""
            {"holder":1,"year":2022,"facilities":[1],"text":"t","attachment":"{{hash}}"}
            """)).Expect(201);
        var reply = (await one.Get(path)).Expect(200);
        reply.Bytes.ShouldBe(Pdf);
        reply.Type.ShouldBe("application/pdf");
        reply.Header("Content-Disposition").ShouldBe("attachment; filename=plan.pdf; filename*=UTF-8''plan.pdf");
        reply.Header("X-Content-Type-Options").ShouldBe("nosniff");
        reply.Header("Content-Security-Policy").ShouldBe("default-src 'none'; sandbox");
        using var auditor = server.As("auditor");
        (await auditor.Get(path)).Expect(200);
        using var two = server.As("two-a");
        (await two.Get(path)).Refused(404, 9515);
        using var nobody = server.As(null);
        (await nobody.Get(path)).Refused(401, 9501);
    }

    private static byte[] Sheet(params string[] parts)
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in parts.Prepend("[Content_Types].xml"))
            {
                using var entry = archive.CreateEntry(part).Open();
                entry.Write("<a/>"u8);
            }
        }

        return file.ToArray();
    }

    private async Task<ApiReply> Upload(string type, byte[] bytes, string? name)
    {
        using var content = Content(type, bytes);
        var query = name is null ? "" : "?name=" + Uri.EscapeDataString(name);
        return await one.Send(HttpMethod.Post, "/attachments" + query, content);
    }

    private static ByteArrayContent Content(string type, byte[] bytes)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
        return content;
    }
}
