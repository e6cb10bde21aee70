using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Kit;

namespace Tanheng.Scheme.Tests.Registry;

public sealed class FoundingTests
{
    private static readonly UserId Admin = Market.Admin;

    [Fact]
    public void Seven_accounts_are_opened_and_the_administrator_is_appointed()
    {
        var market = Market.Found();
        var system = market.System;
        long[] ids =
        [
            system.Issuance.Value, system.Surrendered.Value, system.Cancelled.Value, system.Expired.Value,
            system.Bank.Value, system.Treasury.Value, system.Receivable.Value,
        ];
        ids.ShouldBe([1, 2, 3, 4, 5, 6, 7]);
        market.State.Registry.Officials[Admin].ShouldBe([Role.Authority, Role.RegistryOperator]);
        market.State.Name.ShouldBe("test");
        market.ShouldReplay();
    }

    [Fact]
    public void Deadlines_are_on_the_agenda_in_the_schemes_own_time()
    {
        var items = Market.Found().State.Agenda.Items.ToList();
        items.Select(item => (item.Kind, item.Subject)).ShouldBe(
        [
            (DueKind.Milestone, "2021"), (DueKind.SurrenderDeadline, "2021"),
            (DueKind.Milestone, "2022"), (DueKind.SurrenderDeadline, "2022"),
        ]);

        // 24:00 of 31 December 2022 in Shanghai is 16:00 UTC.
        items[1].At.ShouldBe(new DateTimeOffset(2022, 12, 31, 16, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Nothing_goes_before_the_founding() =>
        Market.Unfounded().Refuse(new DismissOfficial(Admin)).ShouldBe(SchemeRefusals.NotFounded);

    [Fact]
    public void A_market_is_founded_once() => Market.Found()
        .Refuse(new FoundScheme("again", TestRules.Book(), [], TestRules.Methods, Admin))
        .ShouldBe(SchemeRefusals.AlreadyFounded);

    [Fact]
    public void A_wrong_rulebook_is_refused_with_file_line_and_reason()
    {
        var book = TestRules.Book();
        var text = book.Text.Replace("currency: CNY", "currency: yuan", StringComparison.Ordinal);
        var line = text.Split('\n').ToList().FindIndex(one => one.StartsWith("currency", StringComparison.Ordinal)) + 1;
        var refusal = Market.Unfounded().Refusal(
            new FoundScheme("test", new RuleText("wrong.yaml", text), [], TestRules.Methods, Admin));
        refusal.Code.ShouldBe(SchemeRefusals.BadRules);
        refusal.Message("en").ShouldContain($"wrong.yaml:{line}:");
        refusal.Message("zh").ShouldContain($"wrong.yaml:{line}:");
    }

    [Fact]
    public void A_method_that_is_named_must_be_sent()
    {
        var refusal = Market.Unfounded().Refusal(new FoundScheme("test", TestRules.Book(), [], [], Admin));
        refusal.Code.ShouldBe(SchemeRefusals.BadRules);
        refusal.Message("en").ShouldContain("test/stated@1");
    }

    [Fact]
    public void A_wrong_method_is_refused_with_file_and_line()
    {
        var method = TestRules.Methods[0];
        var wrong =
            method with { Text = method.Text.Replace("is: quantity", "is: quanttity", StringComparison.Ordinal) };
        var refusal = Market.Unfounded().Refusal(new FoundScheme("test", TestRules.Book(), [], [wrong], Admin));
        refusal.Code.ShouldBe(SchemeRefusals.BadRules);
        refusal["all"]!.ShouldContain("stated.yaml:");
    }

    [Fact]
    public void An_approval_for_an_unknown_command_is_refused()
    {
        var book = TestRules.Book(Rules.Approvals("alocate", "authority"));
        Market.Unfounded().Refusal(new FoundScheme("test", book, [], TestRules.Methods, Admin))
            .Message("en").ShouldContain("alocate");
    }

    [Fact]
    public void A_later_rulebook_replans_what_is_to_come()
    {
        var market = Market.Found();
        var book = TestRules.Book();
        var later =
            book.Text.Replace("surrender, by: 2023-12-31", "surrender, by: 2024-03-31", StringComparison.Ordinal);
        market.Do(new AdoptRulebook(book with { Text = later }, [], TestRules.Methods));
        market.State.Agenda.Items.Last().ShouldBe(new Due(
            new DateTimeOffset(2024, 3, 31, 16, 0, 0, TimeSpan.Zero), DueKind.SurrenderDeadline, "2022"));
        market.State.Agenda.Items.Count().ShouldBe(4);
        market.ShouldReplay();
    }

    [Fact]
    public void A_period_that_is_over_keeps_its_rules()
    {
        var market = Market.Found().At("2023-01-02 09:00");
        var book = TestRules.Book();
        var unchanged = new AdoptRulebook(
            book with { Text = "# moved down a line\n" + book.Text }, [], TestRules.Methods);
        var changed =
            book.Text.Replace("surrender, by: 2022-12-31", "surrender, by: 2022-12-30", StringComparison.Ordinal);
        market.Refuse(new AdoptRulebook(book with { Text = changed }, [], TestRules.Methods))
            .ShouldBe(RegistryRefusals.PastWouldChange);
        market.Do(unchanged);
    }

    [Fact]
    public void The_national_and_the_european_rulebook_can_be_read()
    {
        var folder = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(folder, "rulebooks")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        foreach (var name in new[] { "china-national", "eu" })
        {
            var file = Path.Combine(folder, "rulebooks", name + ".yaml");
            var reading = RulebookReader.Read(
                file, File.ReadAllText(file), include => File.ReadAllText(Path.Combine(folder, "rulebooks", include)));
            reading.Diagnostics.ShouldBeEmpty();
            BusinessCalendar.Of(reading.Rulebook!).ShouldNotBeEmpty();
        }
    }
}
