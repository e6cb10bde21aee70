using System.Reflection;
using Tanheng.Quantities;

namespace Tanheng.Rulebook.Tests;

/// <summary>
/// One row per way to spoil a rulebook. The mark ‹ in the spoiled text is where the complaint must point; it is taken out
/// before the text is read.
/// </summary>
public sealed class DiagnosticTests
{
    private const char Mark = '‹';

    /// <summary>Refusal, field path, what stood there, what stands there now.</summary>
    private static readonly (RefusalCode Code, string Path, string Old, string Spoiled)[] Rows =
    [
        (RulebookRefusals.NotYaml, "", "weekend: [ saturday, sunday ]", "weekend: [ saturday, sunday \n‹sources:"),
        (RulebookRefusals.NotYaml, "", "version: \"1\"", "version: ‹&one \"1\""),
        (RulebookRefusals.NotYaml, "", "version: \"1\"", "version: ‹!!str \"1\""),
        (RulebookRefusals.UnknownKey, "calendar.wekend", "weekend: [ saturday, sunday ]",
            "weekend: [ saturday, sunday ]\n  ‹wekend: [ sunday ]"),
        (RulebookRefusals.UnknownKey, "colour", "currency: CNY", "currency: CNY\n‹colour: green"),
        (RulebookRefusals.MissingKey, "currency", "rulebook: XX", "‹rulebook: XX"),
        (RulebookRefusals.MissingKey, "units.XA.source", "source: act 第一条\n    ", ""),
        (RulebookRefusals.MissingKey, "approvals[1].expires_after", "{ commands: [ allocate-final ], approvers: [ authority ], expires_after: 10 d,",
            "‹{ commands: [ allocate-final ], approvers: [ authority ],"),
        (RulebookRefusals.DuplicateKey, "base", "base: 10000 t", "base: 10000 t\n    ‹base: 20000 t"),
        (RulebookRefusals.WrongShape, "name", "name: { zh: 小市场, en: Small market }", "name: ‹Small market"),
        (RulebookRefusals.WrongShape, "penalties[1].fine.least", "least: 20000 CNY", "least: ‹[ 20000 CNY ]"),
        (RulebookRefusals.WrongShape, "calendar.weekend", "[ saturday, sunday ]", "‹sunday"),
        (RulebookRefusals.NotAChoice, "units.XO.kind", "kind: offset", "kind: ‹ofset"),
        (RulebookRefusals.NotAChoice, "registry.status", "status: parameter\nperiods:", "status: ‹maybe\nperiods:"),
        (RulebookRefusals.NotAChoice, "periods.2021.deadlines[1].step", "step: report", "step: ‹rapport"),
        (RulebookRefusals.NotAChoice, "transactions.Surrender.from[1]", "from: [ registry ]", "from: [ ‹regisry ]"),
        (RulebookRefusals.NotAChoice, "carry_overs[1].requires_met[1]", "requires_met: [ \"2021\" ]", "requires_met: [ ‹\"2020\" ]"),
        (RulebookRefusals.NotAChoice, "periods.2021.deadlines[1].sectors[1]", "by: 2022-03-31", "by: 2022-03-31, sectors: [ ‹steel ]"),
        (RulebookRefusals.BadValue, "carry_overs[1].base", "base: 10000 t", "base: ‹10000.5 t"),
        (RulebookRefusals.BadValue, "carry_overs[1].base", "base: 10000 t", "base: ‹10,00 t"),
        (RulebookRefusals.BadValue, "registry.opening_working_days", "opening_working_days: 5", "opening_working_days: ‹-5"),
        (RulebookRefusals.BadValue, "registry.trading_accounts", "trading_accounts: yes", "trading_accounts: ‹perhaps"),
        (RulebookRefusals.BadValue, "carry_overs[1].multiple", "multiple: 1.5", "multiple: ‹1.5x"),
        (RulebookRefusals.BadValue, "registry.account_prefix", "account_prefix: XX", "account_prefix: ‹X1"),
        (RulebookRefusals.BadValue, "periods.2021.sectors.power.emissions", "emissions: mrv/power@1\n", "emissions: ‹mrv/power\n"),
        (RulebookRefusals.BadValue, "approvals[1].commands[1]", "[ allocate-final ]", "[ ‹Allocate_Final ]"),
        (RulebookRefusals.BadValue, "penalties[1].fine.least", "least: 20000 CNY", "least: ‹twenty CNY"),
        (RulebookRefusals.BadValue, "penalties[1].fine.most", "most: 30000 CNY", "most: ‹99999999999999999999 CNY"),
        (RulebookRefusals.BadValue, "approvals[1].expires_after", "expires_after: 10 d", "expires_after: ‹10 weeks"),
        (RulebookRefusals.BadValue, "name.en", "en: Small market", "en: ‹\"\""),
        (RulebookRefusals.BadDate, "periods.2021.deadlines[1].by", "by: 2022-03-31", "by: ‹2022-02-31"),
        (RulebookRefusals.BadDate, "periods.2021.deadlines[1].by", "by: 2022-03-31", "by: ‹2022-03-31T24:01"),
        (RulebookRefusals.BadDate, "periods.2021.deadlines[1].by", "by: 2022-03-31", "by: ‹31/03/2022"),
        (RulebookRefusals.BadDate, "penalties[1].valid.from", "from: 2021-02-01", "from: ‹2021-2-1"),
        (RulebookRefusals.BadShare, "periods.2021.allocation.gap_cap", "gap_cap: 20 %", "gap_cap: ‹120 %"),
        (RulebookRefusals.BadShare, "periods.2021.allocation.gap_cap", "gap_cap: 20 %", "gap_cap: ‹0.2"),
        (RulebookRefusals.BadShare, "periods.2021.surrender.offsets.share", "share: 5 %", "share: ‹-5 %"),
        (RulebookRefusals.OtherCurrency, "penalties[1].fine.least", "least: 20000 CNY", "least: ‹20000 EUR"),
        (RulebookRefusals.UnknownTimeZone, "calendar.time_zone", "Asia/Shanghai", "‹Asia/Peking"),
        (RulebookRefusals.UnknownSource, "carry_overs[1].source", "source: plan\n    status: law\ntransactions:",
            "source: ‹plan-2 §3\n    status: law\ntransactions:"),
        (RulebookRefusals.UnknownSource, "units.XA.source", "act 第一条", "‹act 第一条; nobody"),
        (RulebookRefusals.DraftIsNotLaw, "units.XA.status", "source: act 第一条\n    status: law", "source: draft\n    status: ‹law"),
        (RulebookRefusals.IncludeNotFound, "calendar.holidays", "holidays/xx.yaml", "‹holidays/yy.yaml"),
        (RulebookRefusals.IncludeNotFound, "calendar.holidays", "holidays/xx.yaml", "‹../xx.yaml"),
        (RulebookRefusals.IncludeNotFound, "calendar.holidays", "holidays/xx.yaml", "‹/etc/passwd"),
        (RulebookRefusals.EmptyList, "approvals[1].approvers", "[ authority ]", "‹[ ]"),
        (RulebookRefusals.EmptyList, "periods.2021.surrender.accepts", "[ { unit: XA, up_to_vintage: \"2021\" } ]", "‹[ ]"),
        (RulebookRefusals.NamedTwice, "approvals[1].commands[2]", "[ allocate-final ]", "[ allocate-final, ‹allocate-final ]"),
        (RulebookRefusals.NamedTwice, "approvals[2].commands[1]", "penalties:\n",
            "  - { commands: [ ‹allocate-final ], approvers: [ system ], expires_after: 1 d, source: act, status: law }\npenalties:\n"),
        (RulebookRefusals.SpanReversed, "penalties[2].valid.from", "valid: { from: 2024-05-01 }", "valid: { from: ‹2024-05-01, until: 2024-04-30 }"),
        (RulebookRefusals.DateOrder, "periods.2021.deadlines[2].by", "by: 2022-06-30", "by: ‹2022-03-30"),
        (RulebookRefusals.DateOrder, "periods.2021.deadlines[5].by", "{ step: surrender, by: 2022-12-31 }", "{ step: surrender, by: ‹2022-11-14 }"),
        (RulebookRefusals.DateOrder, "periods.2021.deadlines[5].by",
            "by: 2022-09-30 }\n      - { step: surrender-milestone, by: 2022-11-15, share: 95 % }\n      - { step: surrender, by: 2022-12-31",
            "by: 2023-01-01 }\n      - { step: surrender-milestone, by: 2022-11-15, share: 95 % }\n      - { step: surrender, by: ‹2022-12-31"),
        (RulebookRefusals.BeforePeriod, "periods.2021.deadlines[1].by", "by: 2022-03-31", "by: ‹2020-12-30"),
        (RulebookRefusals.StepTwice, "periods.2021.deadlines[2].step", "step: verification, by: 2022-06-30", "step: ‹report, by: 2022-06-30"),
        (RulebookRefusals.StepMissing, "periods.2022.deadlines", "[ { step: surrender, by: 2023-12-31 } ]", "‹[ { step: report, by: 2023-12-31 } ]"),
        (RulebookRefusals.MilestoneShare, "periods.2021.deadlines[4].share", "{ step: surrender-milestone, by: 2022-11-15, share: 95 % }",
            "‹{ step: surrender-milestone, by: 2022-11-15 }"),
        (RulebookRefusals.MilestoneShare, "periods.2021.deadlines[1].share", "by: 2022-03-31", "by: 2022-03-31, share: ‹50 %"),
        (RulebookRefusals.MilestoneOrder, "periods.2021.deadlines[5].share", "share: 95 % }",
            "share: 95 % }\n      - { step: surrender-milestone, by: 2022-12-15, share: ‹90 % }"),
        (RulebookRefusals.CarryOverOrder, "carry_overs[1].apply.until", "until: 2024-06-10", "until: ‹2023-12-31"),
        (RulebookRefusals.CarryOverOrder, "carry_overs[1].apply.from", "apply: { from: 2024-01-01", "apply: { from: ‹2023-12-31"),
        (RulebookRefusals.CarryOverOrder, "carry_overs[1].sales.until", "until: 2023-12-31 }\n    holdings", "until: ‹2022-12-31 }\n    holdings"),
        (RulebookRefusals.CarryOverOrder, "carry_overs[1].holdings_at", "2023-12-31T23:59", "‹2022-12-31T23:59"),
        (RulebookRefusals.PenaltyOverlap, "penalties[2].valid", "valid: { from: 2024-05-01 }", "valid: ‹{ from: 2024-04-30 }"),
        (RulebookRefusals.PenaltyOverlap, "penalties[2].valid", "2021-02-01, until: 2024-04-30 }", "2021-02-01 }"),
        (RulebookRefusals.PenaltyGap, "penalties[2].valid", "valid: { from: 2024-05-01 }", "valid: ‹{ from: 2024-05-02 }"),
        (RulebookRefusals.PeriodTwice, "periods.2021-2022", "  \"2022\":\n    source", "  ‹\"2021-2022\":\n    source"),
        (RulebookRefusals.PeriodGap, "periods.2023", "  \"2022\":\n    source", "  ‹\"2023\":\n    source"),
        (RulebookRefusals.UnknownUnit, "periods.2021.surrender.offsets.accepts[1].unit", "{ unit: XO }", "{ unit: ‹XQ }"),
        (RulebookRefusals.UnknownVintage, "periods.2021.advance.from_vintage", "advance: { from_vintage: \"2022\"", "advance: { from_vintage: ‹\"2023\""),
        (RulebookRefusals.UnknownVintage, "periods.2021.allocation.vintage", "{ unit: XA, vintage: \"2021\"", "{ unit: XA, vintage: ‹\"2020\""),
        (RulebookRefusals.UnknownVintage, "periods.2021.surrender.accepts[1].up_to_vintage", "up_to_vintage: \"2021\"", "up_to_vintage: ‹\"2024\""),
        (RulebookRefusals.UnknownVintage, "carry_overs[1].from_vintages", "from_vintages: [ \"2021\" ]", "from_vintages: [ ‹\"2019-2020\" ]"),
        (RulebookRefusals.WrongUnitKind, "periods.2021.surrender.offsets.accepts[1].unit", "{ unit: XO }", "{ unit: ‹XA }"),
        (RulebookRefusals.WrongUnitKind, "periods.2022.surrender.accepts[1].unit", "[ { unit: XA } ]", "[ { unit: ‹XO } ]"),
        (RulebookRefusals.AccountForbidden, "transactions.Surrender.from[1]", "from: [ registry ]", "from: [ ‹surrendered ]"),
        (RulebookRefusals.AccountForbidden, "transactions.Surrender.to[1]", "to: [ surrendered ]", "to: [ ‹treasury ]"),
        (RulebookRefusals.AccountForbidden, "registry.accounts_per_holder.issuance", "trading: 1 }", "‹issuance: 1 }"),
        (RulebookRefusals.AccountForbidden, "registry.accounts_per_holder.trading",
            "{ registry: 1, trading: 1 }\n  opening_working_days: 5\n  trading_accounts: yes",
            "{ registry: 1, ‹trading: 1 }\n  opening_working_days: 5\n  trading_accounts: no"),
        (RulebookRefusals.UnknownCommand, "approvals[1].commands[1]", "[ allocate-final ]", "[ ‹alocate-final ]"),
        (RulebookRefusals.FineIncomplete, "penalties[1].fine.most", "fine: { basis: range, least: 20000 CNY, most: 30000 CNY }",
            "fine: ‹{ basis: range, least: 20000 CNY }"),
        (RulebookRefusals.FineIncomplete, "penalties[1].fine.gain_from", "most: 30000 CNY", "most: 30000 CNY, gain_from: ‹5 CNY"),
        (RulebookRefusals.FineIncomplete, "penalties[1].cut.least", "{ kind: equal }", "{ kind: equal, least: ‹50 % }"),
        (RulebookRefusals.LeastAboveMost, "penalties[1].fine.least", "least: 20000 CNY", "least: ‹30000.01 CNY"),
        (RulebookRefusals.LeastAboveMost, "penalties[2].fine.least_multiple", "least_multiple: 5", "least_multiple: ‹11"),
        (RulebookRefusals.LeastAboveMost, "periods.2021.surrender.accepts[1].from_vintage", "up_to_vintage: \"2021\"",
            "from_vintage: ‹\"2022\", up_to_vintage: \"2021\""),
        (RulebookRefusals.PreAllocationShare, "periods.2021.allocation.pre_allocation_share",
            "{ unit: XA, vintage: \"2021\", gap_cap: 20 %, pre_allocation_share: 70 % }", "‹{ unit: XA, vintage: \"2021\", gap_cap: 20 % }"),
        (RulebookRefusals.PreAllocationShare, "periods.2022.allocation.pre_allocation_share", "vintage: \"2022\" }\n    surrender",
            "vintage: \"2022\", pre_allocation_share: ‹70 % }\n    surrender"),
        (RulebookRefusals.SurrenderForAll, "periods.2021.deadlines[4].sectors", "share: 95 % }", "share: 95 %, sectors: ‹[ power ] }"),
    ];

    public static TheoryData<int> AllRows => [.. Enumerable.Range(0, Rows.Length)];

    [Theory]
    [MemberData(nameof(AllRows))]
    public void A_wrong_rulebook_is_refused_with_file_line_column_and_field(int row)
    {
        var (code, path, old, spoiled) = Rows[row];
        var marked = SmallBook.With(old, spoiled);
        var reading = SmallBook.Read(marked.Replace(Mark.ToString(), "", StringComparison.Ordinal));

        reading.Rulebook.ShouldBeNull();
        var found = reading.Diagnostics.ShouldHaveSingleItem(string.Join('\n', reading.Diagnostics));
        found.Refusal.Code.ShouldBe(code, found.ToString());
        found.File.ShouldBe("xx.yaml");
        found.Path.ShouldBe(path);
        if (marked.Contains(Mark, StringComparison.Ordinal))
        {
            var before = marked[..marked.IndexOf(Mark, StringComparison.Ordinal)];
            (found.Line, found.Column).ShouldBe((before.Count(letter => letter == '\n') + 1, before.Length - before.LastIndexOf('\n')));
        }
    }

    [Fact]
    public void Every_reason_has_an_example_that_fails()
    {
        var tested = Rows.Select(row => row.Code).Append(RulebookRefusals.MakeUpDay);
        AllCodes().Except(tested).ShouldBeEmpty();
    }

    [Fact]
    public void Every_reason_is_an_8xxx_number_and_speaks_both_languages()
    {
        var codes = AllCodes().ToList();
        codes.ShouldAllBe(code => code.Number >= 8000 && code.Number < 9000);
        codes.Select(code => code.Number).ShouldBeUnique();
        codes.Select(code => code.Name).ShouldBeUnique();
        codes.ShouldAllBe(code => code.Zh.Any(letter => letter > 0x4e00) && code.En.All(letter => letter < 0x4e00));
    }

    [Fact]
    public void No_sentence_keeps_a_placeholder()
    {
        foreach (var (_, _, old, spoiled) in Rows)
        {
            var text = SmallBook.With(old, spoiled).Replace(Mark.ToString(), "", StringComparison.Ordinal);
            foreach (var found in SmallBook.Read(text).Diagnostics)
            {
                var details = found.Refusal.Details.Select(detail => "{" + detail.Key + "}");
                System.Text.RegularExpressions.Regex.Matches(found.Refusal.Code.En + found.Refusal.Code.Zh, @"\{[A-Za-z]+\}")
                    .Select(match => match.Value).Except(details).ShouldBeEmpty(found.ToString());
            }
        }
    }

    [Fact]
    public void All_problems_are_reported_in_one_go_in_the_order_of_the_lines()
    {
        var text = SmallBook.With("currency: CNY", "currency: yuan")
            .Replace("by: 2022-06-30", "by: 2022-03-30", StringComparison.Ordinal)
            .Replace("share: 5 %", "share: 105 %", StringComparison.Ordinal)
            .Replace("source: act 第一条", "source: nowhere", StringComparison.Ordinal)
            .Replace("[ allocate-final ]", "[ alocate-final ]", StringComparison.Ordinal);
        var found = SmallBook.Read(text).Diagnostics;
        found.Select(one => one.Line).ShouldBeInOrder();
        found.Select(one => one.Refusal.Code).Distinct().ShouldBe(
        [
            RulebookRefusals.BadValue, RulebookRefusals.UnknownSource, RulebookRefusals.DateOrder,
            RulebookRefusals.BadShare, RulebookRefusals.UnknownCommand, RulebookRefusals.OtherCurrency,
        ]);
    }

    [Fact]
    public void A_slip_of_the_finger_is_answered_with_the_word_that_was_meant()
    {
        var reading = SmallBook.Read(SmallBook.With("opening_working_days: 5", "openning_working_days: 5"));
        var unknown = reading.Diagnostics.Single(one => one.Refusal.Code == RulebookRefusals.UnknownKey);
        unknown.Refusal.Message("en").ShouldContain("did you mean \"opening_working_days\"?");
        unknown.Refusal.Message("zh").ShouldContain("是否为“opening_working_days”？");
        unknown.ToString("en").ShouldStartWith("xx.yaml:29:3: TH8002 registry.openning_working_days: ");
    }

    [Theory]
    [InlineData("worked: [ 2021-02-07 ]", "worked: [ 2021-02-08 ]", 9, 15)] // a Monday
    [InlineData("worked: [ 2021-02-07 ]", "worked: [ 2021-01-02 ]", 9, 15)] // a Saturday of the holiday itself
    [InlineData("until: 2021-01-03", "until: 2020-12-31", 8, 49)]
    [InlineData("source: days", "source: nights", 5, 13)]
    [InlineData("year: 2021", "yaer: 2021", 4, 5)]
    public void A_wrong_holiday_file_is_refused_under_its_own_name(string old, string spoiled, int line, int column)
    {
        var reading = SmallBook.Read(SmallBook.Text, SmallBook.Holidays.Replace(old, spoiled, StringComparison.Ordinal));
        reading.Rulebook.ShouldBeNull();
        reading.Diagnostics.ShouldContain(one => one.File == "holidays/xx.yaml" && one.Line == line && one.Column == column);
    }

    [Fact]
    public void A_working_day_cannot_be_a_make_up_day()
    {
        var holidays = SmallBook.Holidays.Replace("2021-02-07", "2021-02-08", StringComparison.Ordinal);
        SmallBook.Read(SmallBook.Text, holidays).Diagnostics.ShouldHaveSingleItem()
            .Refusal.Code.ShouldBe(RulebookRefusals.MakeUpDay);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing but a comment\n")]
    [InlineData("just a text")]
    [InlineData("- a\n- list")]
    [InlineData("a: 1\n---\nb: 2")]
    [InlineData("a: &x 1\nb: *x")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    [InlineData("? [ a, b ]\n: c")]
    [InlineData("\0")]
    public void Anything_else_is_refused_too(string text)
    {
        var reading = SmallBook.Read(text);
        reading.Rulebook.ShouldBeNull();
        reading.Diagnostics.ShouldNotBeEmpty();
        reading.Diagnostics.ShouldAllBe(one => one.Line >= 1 && one.Column >= 1);
    }

    private static IEnumerable<RefusalCode> AllCodes() => typeof(RulebookRefusals)
        .GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (RefusalCode)field.GetValue(null)!);
}
