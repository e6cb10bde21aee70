using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Tanheng.Engine.People;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Approval;
using Tanheng.Scheme.Registry;
using Tanheng.Web.Letters;
using Tanheng.Web.People;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Tests.Letters;

/// <summary>Who is told of what, once, in the portal and by mail.</summary>
public sealed class LetterTests
{
    [Fact]
    public async Task R187_who_acts_for_an_entity_is_told_what_others_do_to_it_and_not_what_they_did_themselves()
    {
        await using var site = await TestSite.StartAsync();
        await Admit(site, "pa", "pb");
        var desk = site.Services.GetRequiredService<LetterDesk>();
        await desk.RunAsync();
        site.People.LettersTo("test", "pa").ShouldBeEmpty("a market's past is not told");

        var update = new UpdateHolder(new HolderId(1), Name: new Text("新名电厂", "Newname Power"));
        await site.SendAsync("admin", update);
        await desk.RunAsync();
        await desk.RunAsync();
        foreach (var person in new[] { "pa", "pb" })
        {
            var letter = site.People.LettersTo("test", person).ShouldHaveSingleItem();
            letter.Kind.ShouldBe(LetterKind.Event);
            letter.Path.ShouldBe("/desk/1");
            letter.Subject.En.ShouldContain("Newname Power");
        }

        site.People.LettersTo("test", "admin").ShouldBeEmpty();
        site.People.LettersTo("test", "stranger").ShouldBeEmpty();

        await site.SendAsync("admin", new AddNote("只供工作人员", new HolderId(1)));
        await desk.RunAsync();
        site.People.LettersTo("test", "pa").ShouldHaveSingleItem("notes of officials are not told");
    }

    [Fact]
    public void Both_parties_of_a_pledge_are_told_of_it_and_of_a_margin_call()
    {
        HolderId[] parties = [new(3), new(7)];
        var applied = new PledgeApplied(new Pledge(
            new PledgeId(1),
            parties[1],
            new Ledger.AccountId(9),
            Ledger.Asset.Unit("CEA-2022"),
            new Tonnes(10),
            parties[0],
            Money.Parse("100.00 CNY"),
            "agreement",
            null,
            default));
        var called = new MarginCalled(
            new PledgeId(1),
            parties[1],
            parties[0],
            new DateOnly(2022, 7, 4),
            Price.Parse("12.00 CNY/t"),
            new Tonnes(10),
            Money.Parse("100.00 CNY"),
            Percent.Parse("83.33 %"));
        Concerned.Holders(new SchemeState(), applied).ShouldBe(parties);
        Concerned.Holders(new SchemeState(), called).ShouldBe(parties);
    }

    [Fact]
    public async Task Who_may_decide_a_proposal_is_told_that_it_waits()
    {
        await using var site = await TestSite.StartAsync();
        await Admit(site, "pa", "pb", "pc");
        var desk = site.Services.GetRequiredService<LetterDesk>();
        await desk.RunAsync();
        // The registry decides who acts for a holder.
        await site.SendAsync("pa", Propose.Of(new RemoveRepresentative(new HolderId(1), new UserId("pb"))));
        await desk.RunAsync();
        var letter = site.People.LettersTo("test", "admin").ShouldHaveSingleItem();
        letter.Kind.ShouldBe(LetterKind.Decision);
        letter.Path.ShouldBe("/proposals/1");
        site.People.LettersTo("test", "pa").ShouldBeEmpty("nobody decides their own");
        site.People.LettersTo("test", "pb").ShouldBeEmpty("and not who may not");
    }

    [Fact]
    public async Task R188_a_change_of_the_sign_in_and_a_failed_attempt_are_told_to_the_person()
    {
        await using var site = await TestSite.StartAsync();
        await site.EnterAsync("ann");
        using var thief = site.Visitor();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            using var refused = await thief.PostAsync(
                "/sign-in", "/sign-in", ("name", "ann"), ("password", "wrong wrong wrong"));
        }

        var letter = site.People.LettersTo("test", "ann").ShouldHaveSingleItem();
        letter.Kind.ShouldBe(LetterKind.SignIn);
        letter.Subject.En.ShouldBe("Somebody failed to sign in with your name");
        using var ann = await site.SignInAsync("ann");
        (await ann.ReadAsync("/me/letters?lang=en")).ShouldContain("Somebody failed to sign in with your name");
        using var ended = await ann.PostAsync("/me/sessions", "/me/sessions/end-all");
        site.People.LettersTo("test", "ann")[0].Subject.En.ShouldBe("Your sign-in: All sessions ended");
    }

    [Fact]
    public async Task A_letter_is_read_by_its_person_alone()
    {
        await using var site = await TestSite.StartAsync();
        await site.EnterAsync("ann");
        await site.EnterAsync("bob");
        site.People.Post([Letter("ann", "a", "<b>甲</b>"), Letter("bob", "b", "乙")]);
        using var ann = await site.SignInAsync("ann");
        var html = await ann.Client.GetStringAsync("/me/letters");
        html.ShouldContain("&lt;b&gt;甲&lt;/b&gt;");
        html.ShouldNotContain(">乙<");
        var other = site.People.LettersTo("test", "bob").Single(one => one.Key == "b");
        using var wrong = await ann.PostAsync("/me/letters", "/me/letters/read", ("id", $"{other.Id}"));
        site.People.UnreadOf("test", "bob").ShouldBe(1);
        using var all = await ann.PostAsync("/me/letters", "/me/letters/read", ("all", "true"));
        site.People.UnreadOf("test", "ann").ShouldBe(0);
        using var nobody = site.Visitor();
        (await nobody.GetAsync("/me/letters")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task R189_a_circular_goes_to_whom_it_is_for_as_often_as_it_says()
    {
        await using var site = await TestSite.StartAsync();
        await Admit(site, "pa", "pb");
        await site.EnterAsync("opa", Role.RegistryOperator);
        using var opa = await site.SignInAsync("opa");
        var desk = site.Services.GetRequiredService<LetterDesk>();
        (string, string)[] fields =
        [
            ("subjectZh", "系统维护"), ("subjectEn", "Maintenance"), ("bodyZh", "周六停机"),
            ("bodyEn", "Down on Saturday"), ("to", "Representatives"), ("repeat", "Once"),
        ];
        const string page = "/operator/circulars";
        (await opa.SubmitAsync(page, page, [.. fields.Where(one => one.Item1 != "bodyEn")]))
            .ShouldContain("公告的标题和正文须有中文和英文");
        (await opa.SubmitAsync(page, page, [.. fields.Where(one => one.Item1 != "repeat"), ("repeat", "Daily")]))
            .ShouldContain(PeopleRefusals.BadCircularTime.Zh[..12]);
        (await opa.SubmitAsync(page, page, fields)).ShouldContain("系统维护");
        await desk.RunAsync();
        await desk.RunAsync();
        site.People.LettersTo("test", "pa").ShouldHaveSingleItem().Body.En.ShouldBe("Down on Saturday");
        site.People.LettersTo("test", "opa").Where(one => one.Kind == LetterKind.Circular).ShouldBeEmpty();
        site.People.Circulars("test").Single().Next.ShouldBeNull();
        (await opa.SubmitAsync(page, page + "/end", ("id", "1"))).ShouldContain(PeopleRefusals.CircularOver.Zh);

        await site.EnterAsync("pa");
        using var pa = await site.SignInAsync("pa");
        (await pa.GetAsync(page)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData(Repetition.Once, "2024-01-31T09:00", null)]
    [InlineData(Repetition.Daily, "2024-02-02T08:00", "2024-02-02T09:00")]
    [InlineData(Repetition.Weekly, "2024-01-31T09:00", "2024-02-07T09:00")]
    [InlineData(Repetition.Monthly, "2024-01-31T09:00", "2024-02-29T09:00")]
    [InlineData(Repetition.Monthly, "2024-02-29T09:00", "2024-03-31T09:00")]
    [InlineData(Repetition.Monthly, "2024-06-01T00:00", null)]
    public void A_circular_is_sent_again_on_the_day_of_the_first_and_not_for_what_was_missed(
        Repetition repeat, string now, string? next)
    {
        var first = new DateTime(2024, 1, 31, 9, 0, 0);
        var circular = new Circular(
            1, "x", "li", new Text("题", "s"), new Text("文", "b"), Recipients.Everybody, repeat, first,
            new DateTime(2024, 6, 15, 0, 0, 0));
        var found = CircularCalendar.After(circular, DateTime.Parse(now));
        found?.ToString("yyyy-MM-ddTHH:mm").ShouldBe(next);
        (found is null).ShouldBe(next is null);
    }

    [Fact]
    public async Task R041_a_person_asks_for_other_details_and_another_decides()
    {
        await using var site = await TestSite.StartAsync();
        await site.EnterAsync("opa", Role.RegistryOperator);
        await site.EnterAsync("opb", Role.RegistryOperator);
        await site.EnterAsync("ann");
        using var ann = await site.SignInAsync("ann");
        (await ann.SubmitAsync("/me", "/me/details", ("displayName", ""), ("email", "x")))
            .ShouldContain("姓名须为 1 至 80 个字符");
        await ann.SubmitAsync("/me", "/me/details", ("displayName", "安娜"), ("email", "anna@new.example"));
        site.People.Find("ann")!.Email.ShouldBe("ann@example.org");

        using var opa = await site.SignInAsync("opa");
        (await opa.ReadAsync("/operator/people")).ShouldContain("更改姓名和电子邮件");
        var page = OperatorRoutes.PageOf("ann");
        var id = site.People.DetailsAsked().Single().Id;
        await opa.SubmitAsync(page, "/operator/people/details/" + id, ("name", "ann"), ("decision", "approve"));
        site.People.Find("ann")!.Email.ShouldBe("anna@new.example");

        await opa.SubmitAsync("/me", "/me/details", ("displayName", "O"), ("email", "o@new.example"));
        var own = site.People.DetailsAsked().Single().Id;
        await opa.SubmitAsync(page, "/operator/people/details/" + own, ("name", "opa"), ("decision", "approve"));
        site.People.Find("opa")!.Email.ShouldBe("opa@example.org");
    }

    [Fact]
    public async Task Letters_are_mailed_in_both_languages_with_a_link_and_wait_while_the_server_is_away()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        await using var site = await TestSite.StartAsync();
        await site.EnterAsync("ann");
        site.People.Post([Letter("ann", "a", "您好")]);
        site.People.Post([Letter("no-such-person", "b", "无人")]);
        var settings = new LetterSettings
        {
            Mail = new MailSettings("127.0.0.1", port, "registry@example.org", new Uri("https://market.example/")),
        };
        var mailer = new Mailer(
            site.Services.GetRequiredService<Market>(), site.People, site.People, site.Time, settings);
        var server = TakeOne(listener);
        (await mailer.SendAsync(CancellationToken.None)).ShouldBe(2);
        var mail = await server;
        mail.ShouldContain("RCPT TO:<ann@example.org>");
        var data = mail[(mail.IndexOf("DATA", StringComparison.Ordinal) + 4)..].TrimStart();
        using var read = await MimeMessage.LoadAsync(new MemoryStream(Encoding.UTF8.GetBytes(data)));
        read.Subject.ShouldBe("您好 / subject");
        read.TextBody.ShouldNotBeNull().ShouldContain("您好");
        read.TextBody.ShouldContain("https://market.example/desk/1");
        site.People.ToMail("test", DateTimeOffset.UnixEpoch, 10).ShouldBeEmpty();

        listener.Stop();
        site.People.Post([Letter("ann", "c", "再")]);
        (await mailer.SendAsync(CancellationToken.None)).ShouldBe(0);
        site.People.ToMail("test", DateTimeOffset.UnixEpoch, 10).ShouldHaveSingleItem();
    }

    /// <summary>A mail server for one sender: says yes to everything and gives back what it heard.</summary>
    private static async Task<string> TakeOne(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync();
        using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false))
        {
            NewLine = "\r\n",
            AutoFlush = true,
        };
        var heard = new StringBuilder();
        await writer.WriteLineAsync("220 test");
        var inMail = false;
        while (await reader.ReadLineAsync() is { } line)
        {
            heard.AppendLine(line);
            if (inMail && line != ".")
            {
                continue;
            }

            (inMail, var reply) = line.Split(' ')[0].ToUpperInvariant() switch
            {
                "DATA" => (true, "354 go"),
                "EHLO" => (false, "250-test\r\n250 8BITMIME"),
                "QUIT" => (false, "221 bye"),
                _ => (false, "250 ok"),
            };
            await writer.WriteLineAsync(reply);
            if (reply.StartsWith("221", StringComparison.Ordinal))
            {
                break;
            }
        }

        return heard.ToString();
    }

    private static Letter Letter(string person, string key, string subject) => new(
        0, person, "test", key, LetterKind.Event, new Text(subject, "subject"), new Text("", ""), "/desk/1",
        DateTimeOffset.UtcNow);

    private static async Task Admit(TestSite site, params string[] people)
    {
        await site.SendAsync("admin", new RegisterHolder(
            "91420000MA0000015A",
            new Text("青山发电", "Qingshan Power"),
            "CN-HB",
            "power",
            [
                .. people.Select(person => new NewRepresentative(
                    new UserId(person), Rights.Read | Rights.Initiate | Rights.Approve)),
            ]));
    }
}
