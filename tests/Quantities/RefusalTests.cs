namespace Tanheng.Quantities.Tests;

public sealed class RefusalTests
{
    private static readonly RefusalCode Code = RefusalCode.Final(
        9999, "for-the-test", "账户 {account} 于 {day} 冻结。", "Account {account} is frozen since {day}.");

    [Fact]
    public void A_refusal_says_its_details_in_both_languages()
    {
        var refusal = Code.With(("account", 12L), ("day", new DateOnly(2023, 7, 28)));
        refusal.Message("zh").ShouldBe("账户 12 于 2023-07-28 冻结。");
        refusal.Message("en").ShouldBe("Account 12 is frozen since 2023-07-28.");
        refusal.ToString().ShouldBe("TH9999 Account 12 is frozen since 2023-07-28.");
        refusal["account"].ShouldBe("12");
        refusal["nobody"].ShouldBeNull();
    }

    [Fact]
    public void A_detail_that_reads_like_a_placeholder_is_shown_as_it_is() =>
        Code.With(("account", "{day}"), ("day", "{")).Message("en").ShouldBe("Account {day} is frozen since {.");

    [Fact]
    public void A_moment_names_its_offset() =>
        Code.With(("day", new DateTimeOffset(2023, 12, 31, 23, 59, 0, TimeSpan.FromHours(8))))["day"]
            .ShouldBe("2023-12-31 23:59:00 +08:00");

    [Fact]
    public void Refusals_are_equal_by_code_and_details()
    {
        Code.With(("account", 1)).ShouldBe(Code.With(("account", "1")));
        Code.With(("account", 1)).ShouldNotBe(Code.With(("account", 2)));
    }

    [Fact]
    public void An_outcome_is_a_value_or_a_refusal()
    {
        Outcome<int> good = 5;
        Outcome<int> bad = Code.With();
        good.Try(out var value, out _).ShouldBeTrue();
        value.ShouldBe(5);
        bad.IsRefused(out var refusal).ShouldBeTrue();
        refusal!.Code.ShouldBe(Code);
        Should.Throw<InvalidOperationException>(() => bad.Value);
    }
}
