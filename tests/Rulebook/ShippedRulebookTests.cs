using Tanheng.Quantities;

namespace Tanheng.Rulebook.Tests;

public sealed class ShippedRulebookTests
{
    public static TheoryData<string> Files => ["china-national.yaml", "chongqing.yaml", "eu.yaml"];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_shipped_rulebook_reads_without_a_diagnostic(string file)
    {
        var reading = Shipped.Read(file);
        reading.Diagnostics.ShouldBeEmpty(string.Join('\n', reading.Diagnostics));
        reading.Rulebook.ShouldNotBeNull();
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_source_can_be_read_in_English(string file)
    {
        var book = Shipped.Read(file).Rulebook!;
        foreach (var rule in book.Citations())
        {
            var english = rule.Cite.In("en");
            english.Any(letter => letter >= '\u2e80').ShouldBeFalse($"{rule.Path}: {english}");
            rule.Cite.In("zh").ShouldBe(rule.Cite.Source);
        }
    }

    [Theory]
    [InlineData("第一条", "Art. 1")]
    [InlineData("第十条", "Art. 10")]
    [InlineData("第二十九条", "Art. 29")]
    [InlineData("第四十条", "Art. 40")]
    [InlineData("第一百零三条", "Art. 103")]
    [InlineData("第一百一十二条", "Art. 112")]
    [InlineData("二", "Part 2")]
    [InlineData("十二", "Part 12")]
    [InlineData("配额预支", "advances")]
    [InlineData("没有译名的标题", "没有译名的标题")]
    [InlineData("第条", "第条")]
    public void Sections_are_named_in_English(string section, string english) =>
        Shipped.Read("china-national.yaml").Rulebook!.Source("plan-2021-2022")!.SectionEn(section).ShouldBe(english);

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_source_leads_to_a_law_or_a_plan(string file)
    {
        var book = Shipped.Read(file).Rulebook!;
        var lines = Shipped.Text(file).Split('\n');
        var rules = book.Citations().ToList();
        rules.Count.ShouldBeGreaterThan(30);
        foreach (var rule in rules)
        {
            rule.Cite.Keys.ShouldNotBeEmpty(rule.Path);
            var sources = rule.Cite.Keys.Select(book.Source).ToList();
            sources.ShouldAllBe(source => source != null, rule.Path);
            sources.ShouldAllBe(source => rule.Cite.Source.Contains(source!.Title.Zh), rule.Path);
            rule.Line.ShouldBeGreaterThan(0, rule.Path);
            if (rule.Cite.Standing == Standing.Law)
            {
                sources.ShouldContain(source => source!.Kind != SourceKind.Draft, rule.Path);
            }
        }

        // The line of a rule is the line that names it.
        var unit = rules.First(rule => rule.Path.StartsWith("units.", StringComparison.Ordinal));
        lines[unit.Line - 1].Trim().ShouldBe(unit.Path["units.".Length..] + ":");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_source_is_cited_by_some_rule(string file)
    {
        var book = Shipped.Read(file).Rulebook!;
        book.Sources.Select(source => source.Key)
            .Except(book.Citations().SelectMany(rule => rule.Cite.Keys)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_methods_are_named_with_the_line_they_stand_on(string file)
    {
        var lines = Shipped.Text(file).Split('\n');
        var uses = Shipped.Read(file).Rulebook!.MethodsUsed().ToList();
        uses.ShouldNotBeEmpty();
        uses.ShouldAllBe(use => lines[use.Line - 1].EndsWith(use.Method.ToString(), StringComparison.Ordinal));
        uses.ShouldAllBe(use => lines[use.Line - 1].Contains(use.Path.Substring(use.Path.LastIndexOf('.') + 1)));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_library_has_every_method_that_is_named(string file)
    {
        Shipped.Methods.Diagnostics.ShouldBeEmpty();
        foreach (var use in Shipped.Read(file).Rulebook!.MethodsUsed())
        {
            Shipped.Methods.Find(use.Method.ToString()).IsRefused(out var refusal).ShouldBeFalse($"{use}: {refusal}");
        }
    }

    [Fact]
    public void A_citation_reads_as_an_official_would_cite_it()
    {
        var cite = Shipped.China.Period(new CompliancePeriod(2021))!.Advance!.Cite;
        cite.Source.ShouldBe(
            "《2021、2022年度全国碳排放权交易配额总量设定与分配实施方案（发电行业）》（国环规气候〔2023〕1号） 配额预支；"
            + "《关于全国碳排放权交易市场2021、2022年度碳排放配额清缴相关工作的通知》（环办气候函〔2023〕237号） 三");
        cite.Keys.ShouldBe(["plan-2021-2022", "notice-2023-237"]);
    }

    [Fact]
    public void A_rule_inside_a_period_has_the_source_of_the_period_unless_it_names_its_own()
    {
        var period = Shipped.China.Period(new CompliancePeriod(2023))!;
        period.DeadlineOf(Step.Surrender)!.Cite.ShouldBe(period.Cite);
        period.DeadlineOf(Step.Report)!.Cite.Keys.ShouldBe(["order-19", "notice-2023-43"]);
    }

    [Fact]
    public void The_draft_years_are_marked_as_drafts_down_to_the_sector()
    {
        foreach (var year in new[] { 2025, 2026 })
        {
            var period = Shipped.China.Period(new CompliancePeriod(year))!;
            period.Cite.Standing.ShouldBe(Standing.Draft);
            period.Allocation.Cite.Standing.ShouldBe(Standing.Draft);
            period.Surrender.Cite.Standing.ShouldBe(Standing.Draft);
            period.Sectors.ShouldAllBe(sector => sector.Cite.Standing == Standing.Draft);
            period.Sectors.Select(sector => sector.Sector).ShouldBe(["power", "steel", "cement", "aluminium"]);
        }

        Shipped.China.MethodsUsed().Where(use => use.Method.Version.Contains("draft", StringComparison.Ordinal))
            .ShouldAllBe(use => use.Standing == Standing.Draft);
    }

    [Fact]
    public void The_same_texts_give_the_same_digest_and_a_changed_holiday_another()
    {
        var small = SmallBook.Read(SmallBook.Text).Rulebook!;
        SmallBook.Read(SmallBook.Text).Rulebook!.Text.ShouldBe(small.Text);
        SmallBook.Read(SmallBook.Text, SmallBook.Holidays + "\n# later").Rulebook!.Text.ShouldNotBe(small.Text);
        SmallBook.Read(SmallBook.Text + "\n# later").Rulebook!.Text.ShouldNotBe(small.Text);
    }

    [Fact]
    public void The_included_holidays_are_the_calendar_of_the_book()
    {
        var book = SmallBook.Read(SmallBook.Text).Rulebook!;
        var year = book.Holidays.ShouldHaveSingleItem();
        year.Year.ShouldBe(2021);
        year.Days.ShouldBe([new(2021, 1, 1), new(2021, 1, 2), new(2021, 1, 3)]);
        year.Worked.ShouldBe([new DateOnly(2021, 2, 7)]);
        year.Cite.Source.ShouldBe("《放假通知》");
        book.Calendar.IsWorkingDay(new DateOnly(2021, 1, 1)).ShouldBeFalse();
        book.Calendar.IsWorkingDay(new DateOnly(2021, 2, 7)).ShouldBeTrue();
        Shipped.China.Holidays.Select(one => one.Year).ShouldBe([2021, 2022, 2023, 2024, 2025, 2026]);
        Shipped.China.Holidays.ShouldAllBe(one => one.Cite.Standing == Standing.Unverified);
    }
}
