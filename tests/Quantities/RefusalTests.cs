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
    public void A_member_of_a_closed_list_is_said_in_the_language_and_kept_as_it_is_written()
    {
        var refusal = Code.With(("account", AccountKind.Trading), ("day", "—"));
        refusal.Message("zh").ShouldBe("账户 交易账户 于 — 冻结。");
        refusal.Message("en").ShouldBe("Account trading is frozen since —.");
        refusal["account"].ShouldBe("Trading");
    }

    [Fact]
    public void A_deadline_at_midnight_is_the_end_of_the_day_before()
    {
        var code = RefusalCode.Final(9998, "late", "{deadline} 已过。", "{deadline} has passed.");
        code.With(("deadline", new DateTime(2024, 1, 1))).Message("zh").ShouldBe("2023-12-31 24:00 已过。");
        code.With(("deadline", new DateTime(2024, 1, 1, 9, 30, 0))).Message("en")
            .ShouldBe("2024-01-01 09:30 has passed.");
        code.With(("deadline", new DateTime(2024, 1, 1)))["deadline"].ShouldBe("2024-01-01 00:00:00");
    }

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
