using System.Net;
using System.Text;
using System.Text.Json;
using Tanheng.Scheme;

namespace Tanheng.Web.Tests;

/// <summary>Commands over HTTP: they happen once, in the open, and what is wrong with one is said exactly.</summary>
public sealed class ApiCommandTests : IAsyncLifetime
{
    private const string Official = """{"user":"clerk","roles":["registry-operator"]}""";
    private ApiServer server = null!;
    private ApiClient admin = null!;

    public async Task InitializeAsync()
    {
        server = await ApiMarket.StartAsync();
        admin = server.As("admin");
    }

    public async Task DisposeAsync()
    {
        admin.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task A_command_happens_and_its_events_are_those_of_the_journal()
    {
        var before = server.Sequence;
        var reply = (await admin.Command("appoint-official", Official)).Expect(201);
        reply.Json.GetProperty("command").GetString().ShouldBe("appoint-official");
        reply.Json.GetProperty("sequence").GetInt64().ShouldBe(before + 1);
        reply.Json.GetProperty("time").GetString()!.ShouldEndWith("Z");
        reply.Json.TryGetProperty("proposal", out _).ShouldBeFalse();
        reply.Header("Location").ShouldBe($"/api/v1/journal/{before + 1}");
        var row = server.Journal.Read(before + 1).Single();
        row.Actor.ShouldBe(new UserId("admin"));
        reply.Json.GetProperty("events").GetRawText().ShouldBe(Encoding.UTF8.GetString(row.Events.Span));
    }

    [Fact]
    public async Task A_repeat_gets_the_first_answer_and_does_not_happen_again()
    {
        var first = (await admin.Command("appoint-official", Official, "once")).Expect(201);
        var sequence = server.Sequence;
        first.Header("Idempotent-Replay").ShouldBeNull();
        var second = (await admin.Command("appoint-official", " " + Official, "once")).Expect(201);
        second.Text.ShouldBe(first.Text);
        second.Header("Idempotent-Replay").ShouldBe("true");
        second.Header("Location").ShouldBe(first.Header("Location"));
        server.Sequence.ShouldBe(sequence);
    }

    [Fact]
    public async Task The_same_key_for_something_else_is_refused()
    {
        (await admin.Command("appoint-official", Official, "once")).Expect(201);
        var sequence = server.Sequence;
        var other = Official.Replace("clerk", "other", StringComparison.Ordinal);
        (await admin.Command("appoint-official", other, "once")).Refused(409, 9001);
        (await admin.Command("dismiss-official", """{"user":"clerk"}""", "once")).Refused(409, 9001);
        server.Sequence.ShouldBe(sequence);
    }

    [Fact]
    public async Task A_key_belongs_to_its_sender()
    {
        (await admin.Command("open-account", """{"holder":1,"kind":"trading"}""", "k")).Refused(409, 2117);
        using var one = server.As("one-a");
        using var two = server.As("two-a");
        (await one.Command("move-position", Move(1, 1), "k")).Expect(201);
        // Another's key and content: not the other's answer, but a refusal of one's own.
        (await two.Command("move-position", Move(1, 1), "k")).Refused(403, 2005);
    }

    [Fact]
    public async Task What_needs_a_second_person_becomes_a_proposal_that_another_approves()
    {
        using var first = server.As("one-a");
        using var second = server.As("one-b");
        var body = await Transfer(250);
        var tried = (await first.Post("/commands/transfer-units/preview", body)).Expect(200);
        tried.Json.GetProperty("needsSecondPerson").GetBoolean().ShouldBeTrue();
        tried.Json.GetProperty("events")[0].GetProperty("event").GetString().ShouldBe("units-transferred");

        var proposed = (await first.Command("transfer-units", body, "t")).Expect(202);
        var proposal = proposed.Json.GetProperty("proposal").GetInt64();
        proposed.Header("Location").ShouldBe($"/api/v1/proposals/{proposal}");
        proposed.Json.GetProperty("events")[0].GetProperty("event").GetString().ShouldBe("proposal-made");
        (await first.Command("transfer-units", body, "t")).Expect(202).Text.ShouldBe(proposed.Text);

        var approve = $$"""{"proposal":{{proposal}}}""";
        (await first.Command("approve-proposal", approve)).Refused(403, 6007);
        var done = (await second.Command("approve-proposal", approve)).Expect(201);
        done.Json.GetProperty("events").EnumerateArray().Select(one => one.GetProperty("event").GetString())
            .ShouldBe(["proposal-approved", "units-transferred"]);
        (await second.Command("approve-proposal", approve)).Refused(409, 6006);
    }

    [Fact]
    public async Task A_preview_changes_nothing_and_needs_no_key()
    {
        var before = server.Sequence;
        var tried = (await admin.Post("/commands/appoint-official/preview", Official)).Expect(200);
        tried.Json.GetProperty("needsSecondPerson").GetBoolean().ShouldBeFalse();
        tried.Json.GetProperty("events")[0].GetProperty("event").GetString().ShouldBe("official-appointed");
        server.Sequence.ShouldBe(before);
        (await server.Read(state => state.Registry.Officials.ContainsKey(new UserId("clerk")))).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}", 1, "-", "缺少 user, roles", "user, roles missing")]
    [InlineData("null")]
    [InlineData("[]", 1, "-", "值的类型不符", "the value is of another kind")]
    [InlineData("{\n\"user\":\"x\",\n\"roles\":[],\n\"rols\":1}", 4, "rols", "没有这个字段", "there is no such field")]
    [InlineData("{\n\"user\":\"x\",\n\"roles\":[\n\"king\"]}", 4, "roles[0]", "值的类型不符", "the value is of another kind")]
    [InlineData("{\"user\":7,\"roles\":[]}", 1, "user", "值不可用", "UserId has a text form that this is not")]
    [InlineData("{\"user\":\"x\",\"user\":\"y\",\"roles\":[]}", 1, "user", "字段重复", "the field stands twice")]
    [InlineData("{\n\"user\": x }", 2, "user", "不是合法的 JSON", "this is not JSON")]
    [InlineData("{\"user\":\"x\",\"roles\":[null]}", 1, "roles[0]", "值的类型不符", "the value is of another kind")]
    public async Task A_body_that_is_wrong_is_refused_with_its_line_and_field(
        string body, int line = 1, string field = "-", string zh = "正文为空", string en = "the body is empty")
    {
        var before = server.Sequence;
        var reply = (await admin.Command("appoint-official", body)).Refused(400, 9505);
        var details = reply.Json.GetProperty("details");
        details.GetProperty("line").GetString().ShouldBe(line.ToString(), reply.Text);
        details.GetProperty("field").GetString().ShouldBe(field, reply.Text);
        reply.Json.GetProperty("messages").GetProperty("zh").GetString()!.ShouldContain(zh);
        reply.Json.GetProperty("messages").GetProperty("en").GetString()!.ShouldContain(en);
        reply.Text.ShouldNotContain("Tanheng.Scheme");
        server.Sequence.ShouldBe(before);
    }

    [Fact]
    public async Task A_field_deep_inside_is_named_by_its_whole_path()
    {
        var body = """
            {"code":"x","name":{"zh":"一","en":"one"},"province":"CN-BJ","sector":"",
             "representatives":[],
             "facilities":[{"name":{"zh":"一","en":"one"},"address":"","from":"2020-01-01","units":[
               {"name":{"zh":"一","en":"one"},"attributes":{},"from":"2020-13-01"}]}]}
            """;
        var reply = (await admin.Command("admit-holder", body)).Refused(400, 9505);
        reply.Json.GetProperty("details").GetProperty("field").GetString().ShouldBe("facilities[0].units[0].from");
        reply.Json.GetProperty("details").GetProperty("line").GetString().ShouldBe("4");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(
        "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789+")]
    public async Task A_command_needs_a_key_of_at_most_100_visible_characters(string? key)
    {
        (string, string)[] headers = key is null ? [] : [("Idempotency-Key", key)];
        (await admin.Post("/commands/appoint-official", Official, headers)).Refused(400, 9508);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/xml")]
    public async Task A_body_of_another_content_type_is_refused(string type)
    {
        using var content = new StringContent(Official, Encoding.UTF8, type);
        (await admin.Send(HttpMethod.Post, "/commands/appoint-official", content, ("Idempotency-Key", "k")))
            .Refused(415, 9506);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_that_is_too_long_is_refused(bool told)
    {
        using var content = new StreamContent(new MemoryStream(new byte[(4 * 1024 * 1024) + 1]));
        content.Headers.ContentType = new("application/json");
        using var chunked = new ByteStream(content);
        chunked.Headers.ContentType = new("application/json");
        (await admin.Send(
            HttpMethod.Post, "/commands/appoint-official", told ? content : chunked, ("Idempotency-Key", "k")))
            .Refused(413, 9507);
    }

    [Theory]
    [InlineData("no-such-command", 404, 6003)]
    [InlineData("advance-clock", 404, 9521)]
    [InlineData("found-scheme", 404, 9521)]
    public async Task What_is_no_command_of_people_is_not_there(string name, int status, int code)
    {
        (await admin.Command(name, "{}")).Refused(status, code);
        (await admin.Post($"/commands/{name}/preview", "{}")).Refused(status, code);
    }

    [Fact]
    public async Task Without_signing_in_nothing_is_done()
    {
        using var nobody = server.As(null);
        var reply = (await nobody.Command("appoint-official", Official)).Refused(401, 9501);
        reply.Header("WWW-Authenticate").ShouldBe("Bearer realm=\"tanheng\"");
        using var withdrawn = server.As("withdrawn");
        reply = (await withdrawn.Command("appoint-official", Official)).Refused(401, 9502);
        reply.Header("WWW-Authenticate")!.ShouldContain("invalid_token");
        (await nobody.Get("/nothing", ("Authorization", "Basic YTpi"))).Refused(404, 9511);
        (await nobody.Post("/commands/appoint-official", Official, ("Authorization", "Basic YTpi")))
            .Refused(401, 9502);
    }

    [Theory]
    [InlineData("admin.read", "appoint-official", false)]
    [InlineData("admin.approve", "appoint-official", false)]
    [InlineData("admin.submit", "appoint-official", true)]
    [InlineData("admin.submit", "approve-proposal", false)]
    [InlineData("admin.submit", "reject-proposal", false)]
    [InlineData("admin.submit", "withdraw-proposal", true)]
    [InlineData("admin.approve", "approve-proposal", true)]
    public async Task A_key_does_what_it_was_made_for(string key, string command, bool may)
    {
        using var client = server.As(key);
        var reply = await client.Command(command, "{}");
        // With the scope the body is looked at, which here is wrong.
        reply.Refused(may ? 400 : 403, may ? 9505 : 9504);
        (await client.Post($"/commands/{command}/preview", "{}")).Refused(may ? 400 : 403, may ? 9505 : 9504);
    }

    [Fact]
    public async Task A_browser_session_must_send_the_anti_forgery_token()
    {
        using var visitor = new TestBrowser(server.Address);
        using var signedIn = await visitor.PostAsync("/sign-in", "/demo/sign-in", ("user", "admin"));
        signedIn.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var browser = visitor.Client;
        async Task<HttpStatusCode> Appoint(string? token)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/commands/appoint-official")
            {
                Content = new StringContent(Official, Encoding.UTF8, "application/json"),
            };
            request.Headers.Add("Idempotency-Key", "k");
            if (token is not null)
            {
                request.Headers.Add("RequestVerificationToken", token);
            }

            return (await browser.SendAsync(request)).StatusCode;
        }

        (await Appoint(null)).ShouldBe(HttpStatusCode.Forbidden);
        (await Appoint("forged")).ShouldBe(HttpStatusCode.Forbidden);
        var me = JsonElement.Parse(await browser.GetByteArrayAsync("/api/v1/me"));
        me.GetProperty("user").GetString().ShouldBe("admin");
        (await Appoint(me.GetProperty("antiforgeryToken").GetString())).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_refusal_is_a_problem_in_the_language_that_is_asked_for()
    {
        using var client = server.As("one-a");
        var zh = (await client.Command("appoint-official", Official)).Refused(403, 2005);
        zh.Type.ShouldBe("application/problem+json");
        zh.Header("Content-Language").ShouldBe("zh-CN");
        zh.Json.GetProperty("type").GetString().ShouldBe("urn:tanheng:refusal:2005");
        zh.Json.GetProperty("title").GetString().ShouldBe("无权办理");
        zh.Json.GetProperty("status").GetInt32().ShouldBe(403);
        zh.Json.GetProperty("name").GetString().ShouldBe("not-permitted");
        zh.Json.GetProperty("transient").GetBoolean().ShouldBeFalse();
        zh.Json.GetProperty("instance").GetString().ShouldBe("/api/v1/commands/appoint-official");
        zh.Detail.ShouldBe("用户 one-a 无权执行 appoint-official；请由有权人员办理。");
        var en = (await client.Post(
            "/commands/appoint-official", Official, (
                "Idempotency-Key", "k"), ("Accept-Language", "de, en;q=0.8, zh;q=0.2")))
            .Refused(403, 2005);
        en.Detail.ShouldBe("one-a may not appoint-official; ask someone who has the right.");
        en.Json.GetProperty("messages").GetProperty("zh").GetString().ShouldBe(zh.Detail);
        en.Header("Content-Language").ShouldBe("en");
    }

    [Theory]
    [InlineData("GET", "/commands/appoint-official", "POST")]
    [InlineData("DELETE", "/commands/appoint-official/preview", "POST")]
    [InlineData("POST", "/me", "GET")]
    public async Task A_wrong_method_is_told_the_right_one(string method, string path, string allowed)
    {
        var reply = (await admin.Send(new HttpMethod(method), path, null)).Refused(405, 9512);
        reply.Header("Allow").ShouldBe(allowed);
    }

    private static string Move(long holder, long tonnes) => $$"""
        {"holder":{{holder}},"from":9,"to":10,"unit":"CCER","vintage":"0","quantity":{{tonnes}}}
        """;

    private async Task<string> Transfer(long tonnes)
    {
        var (from, to) = await server.Read(state => (
            state.Registry.Find(new HolderId(1))!.RegistryAccount!.Value.Value,
            state.Registry.Find(new HolderId(2))!.RegistryAccount!.Value.Value));
        return $$"""
            {"holder":1,"from":{{from}},"to":{{to}},"unit":"CCER","vintage":"0","quantity":{{tonnes}}}
            """;
    }

    /// <summary>A body whose length nobody is told beforehand.</summary>
    private sealed class ByteStream(HttpContent inner) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            inner.CopyToAsync(stream);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
