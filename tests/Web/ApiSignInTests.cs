using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Tanheng.Engine.People;
using Tanheng.Rulebook;

namespace Tanheng.Web.Tests;

/// <summary>The API with persons as they are in production: their keys, their sessions, their trail.</summary>
public sealed partial class ApiSignInTests : IAsyncLifetime
{
    private const string Appoint = """{"user":"new-clerk","roles":["registry-operator"]}""";
    private const string Price = """{"month":"2020-01-01","price":"60.00 CNY/t","source":"s"}""";
    private const string Issue = """{"to":1,"unit":"CCER","vintage":"0","quantity":5,"project":"p"}""";
    private TestSite site = null!;
    private TestBrowser lin = null!;

    public async Task InitializeAsync()
    {
        site = await TestSite.StartAsync();
        await site.EnterAsync("lin", Role.Authority, Role.RegistryOperator);
        lin = await site.SignInAsync("lin");
    }

    public async Task DisposeAsync()
    {
        lin.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task A_key_that_a_person_has_made_does_what_its_scopes_say_as_that_person()
    {
        using var reading = Program(await MakeAsync("read"));
        JsonElement.Parse(await reading.GetByteArrayAsync("/api/v1/me")).GetProperty("user").GetString()
            .ShouldBe("lin");
        (await SendAsync(reading, "appoint-official", Appoint)).ShouldBe((403, 9504));
        using var sending = Program(await MakeAsync("submit"));
        (await SendAsync(sending, "appoint-official", Appoint)).ShouldBe((201, 0));
        (await SendAsync(sending, "approve-proposal", """{"proposal":1}""")).ShouldBe((403, 9504));
        using var approving = Program(await MakeAsync("approve"));
        (await SendAsync(approving, "approve-proposal", """{"proposal":1}""")).ShouldBe((404, 6005));
    }

    [Fact]
    public async Task A_key_of_a_suspended_person_or_one_that_was_withdrawn_is_bad()
    {
        var key = await MakeAsync("submit");
        using var program = Program(key);
        using var gone = await lin.PostAsync("/me/keys", "/me/keys/revoke", ("prefix", key[..13]));
        (await SendAsync(program, "appoint-official", Appoint)).ShouldBe((401, 9502));
        using var other = Program(await MakeAsync("submit"));
        site.People.Suspend("lin", site.Time.GetUtcNow());
        (await SendAsync(other, "appoint-official", Appoint)).ShouldBe((401, 9502));
    }

    [Fact]
    public async Task A_session_sends_with_its_token_and_moves_value_only_while_the_second_factor_is_fresh()
    {
        using var program = Program(await MakeAsync("submit"));
        var token = JsonElement.Parse(await lin.Client.GetByteArrayAsync("/api/v1/me"))
            .GetProperty("antiforgeryToken").GetString();
        (await SendAsync(lin.Client, "appoint-official", Appoint)).ShouldBe((403, 9503));
        (await SendAsync(lin.Client, "appoint-official", Appoint, token)).ShouldBe((201, 0));
        var fresh = await SendAsync(lin.Client, "issue-offsets", Issue, token);
        fresh.Code.ShouldNotBe(9624);

        site.Time.Advance(site.Settings.ConfirmationLasts);
        (await SendAsync(lin.Client, "issue-offsets", Issue, token)).ShouldBe((403, 9624));
        // What moves nothing needs no confirmation.
        (await SendAsync(lin.Client, "record-mean-price", Price, token)).Code.ShouldNotBe(9624);
        (await SendAsync(program, "issue-offsets", Issue)).Code.ShouldNotBe(9624);
    }

    [Fact]
    public async Task Every_command_leaves_a_line_in_the_trail()
    {
        using var program = Program(await MakeAsync("submit"));
        (await SendAsync(program, "appoint-official", Appoint)).ShouldBe((201, 0));
        (await SendAsync(program, "dismiss-official", """{"user":"nobody-there"}""")).ShouldBe((404, 2128));
        var lines = site.People.Entries(new AuditQuery(Who: "lin", Take: 2));
        lines.Select(line => (line.What, line.Outcome)).ShouldBe(
            [("dismiss-official", "TH2128"), ("appoint-official", "done")]);
        lines[1].Sequence.ShouldNotBeNull();
    }

    private static async Task<(int Status, int Code)> SendAsync(
        HttpClient client, string command, string body, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/commands/" + command)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        if (token is not null)
        {
            request.Headers.Add("RequestVerificationToken", token);
        }

        using var response = await client.SendAsync(request);
        var json = JsonElement.Parse(await response.Content.ReadAsByteArrayAsync());
        return ((int)response.StatusCode, json.TryGetProperty("code", out var code) ? code.GetInt32() : 0);
    }

    private HttpClient Program(string key)
    {
        var client = new HttpClient { BaseAddress = site.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    private async Task<string> MakeAsync(string scope)
    {
        var page = await lin.SubmitAsync("/me/keys", "/me/keys", ("label", scope), ("days", "9"), ("scopes", scope));
        return Key().Match(page).Value;
    }

    [GeneratedRegex("th_[0-9A-Za-z]+_[0-9A-Za-z_-]{20,}")]
    private static partial Regex Key();
}
