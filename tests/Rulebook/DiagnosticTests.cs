using System.Reflection;
using System.Text.RegularExpressions;
using Tanheng.Quantities;

namespace Tanheng.Rulebook.Tests;

public sealed class DiagnosticTests
{

    public static TheoryData<int> AllRows => [.. Enumerable.Range(0, WrongBooks.All.Count)];

    [Theory]
    [MemberData(nameof(AllRows))]
    public void A_wrong_rulebook_is_refused_with_file_line_column_and_field(int row)
    {
        var wrong = WrongBooks.All[row];
        var reading = SmallBook.Read(wrong.Text);

        reading.Rulebook.ShouldBeNull();
        var found = reading.Diagnostics.ShouldHaveSingleItem(string.Join('\n', reading.Diagnostics));
        found.Refusal.Code.ShouldBe(Code(wrong.Reason), found.ToString());
        found.File.ShouldBe("xx.yaml");
        found.Path.ShouldBe(wrong.Path);
        var before = wrong.Marked.Split(WrongBooks.Mark)[0].Split('\n');
        if (wrong.Marked.Contains(WrongBooks.Mark, StringComparison.Ordinal))
        {
            (found.Line, found.Column).ShouldBe((before.Length, before[^1].Length + 1), found.ToString());
        }
    }

    [Fact]
    public void Every_reason_has_an_example_that_fails()
    {
        var tested = WrongBooks.All.Select(wrong => Code(wrong.Reason))
            .Append(RulebookRefusals.MakeUpDay).Append(RulebookRefusals.SupervisionWithoutExchange)
            .Concat(AuctionRuleTests.Tested);
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
        foreach (var found in WrongBooks.All.SelectMany(wrong => SmallBook.Read(wrong.Text).Diagnostics))
        {
            var details = found.Refusal.Details.Select(detail => "{" + detail.Key + "}");
            Regex.Matches(found.Refusal.Code.En + found.Refusal.Code.Zh, @"\{[A-Za-z]+\}")
                .Select(match => match.Value).Except(details).ShouldBeEmpty(found.ToString());
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
            RulebookRefusals.BadShare, RulebookRefusals.UnknownCommand,
        ]);
    }

    [Fact]
    public void A_slip_of_the_finger_is_answered_with_the_word_that_was_meant()
    {
        var reading = SmallBook.Read(SmallBook.With("opening_working_days: 5", "openning_working_days: 5"));
        var unknown = reading.Diagnostics.Single(one => one.Refusal.Code == RulebookRefusals.UnknownKey);
        unknown.Refusal.Message("en").ShouldContain("Nearest: opening_working_days;");
        unknown.Refusal.Message("zh").ShouldContain("最接近的是：opening_working_days；");
        unknown.ToString("en").ShouldStartWith("xx.yaml:30:3: TH8002 registry.openning_working_days: ");
    }

    [Theory]
    [InlineData("worked: [ 2021-02-07 ]", "worked: [ 2021-02-08 ]", 9, 15)] // a Monday
    [InlineData("worked: [ 2021-02-07 ]", "worked: [ 2021-01-02 ]", 9, 15)] // a Saturday of the holiday itself
    [InlineData("until: 2021-01-03", "until: 2020-12-31", 8, 49)]
    [InlineData("source: days", "source: nights", 5, 13)]
    [InlineData("year: 2021", "yaer: 2021", 4, 5)]
    public void A_wrong_holiday_file_is_refused_under_its_own_name(string old, string spoiled, int line, int column)
    {
        var holidays = SmallBook.Holidays.Replace(old, spoiled, StringComparison.Ordinal);
        var reading = SmallBook.Read(SmallBook.Text, holidays);
        reading.Rulebook.ShouldBeNull();
        reading.Diagnostics.Where(one => one.File == "holidays/xx.yaml")
            .ShouldContain(one => one.Line == line && one.Column == column);
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

    private static RefusalCode Code(string name) =>
        (RefusalCode)typeof(RulebookRefusals).GetField(name).ShouldNotBeNull(name).GetValue(null)!;

    private static IEnumerable<RefusalCode> AllCodes() => typeof(RulebookRefusals)
        .GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (RefusalCode)field.GetValue(null)!);
}
