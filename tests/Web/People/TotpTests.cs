using Tanheng.Web.People;

namespace Tanheng.Web.Tests.People;

/// <summary>One-time codes against the vectors of RFC 6238, appendix B (their last six digits).</summary>
public sealed class TotpTests
{
    /// <summary>The ASCII text 12345678901234567890 in base 32.</summary>
    private const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_RFC(long seconds, string code)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(seconds);
        Totp.Code(Key, Totp.StepOf(now)).ShouldBe(code);
        Totp.Match(Key, code, now, 0).ShouldBe(seconds / 30);
    }

    [Fact]
    public void A_clock_may_be_off_by_a_step_and_no_more()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(59);
        Totp.Match(Key, "287082", now.AddSeconds(30), 1).ShouldBe(1);
        Totp.Match(Key, "287082", now.AddSeconds(-30), 1).ShouldBe(1);
        Totp.Match(Key, "287082", now.AddSeconds(60), 1).ShouldBeNull();
        Totp.Match(Key, "287 082", now, 0).ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("28708")]
    [InlineData("2870820")]
    [InlineData("abcdef")]
    public void What_is_not_the_code_is_refused(string code) =>
        Totp.Match(Key, code, DateTimeOffset.FromUnixTimeSeconds(59), 1).ShouldBeNull();

    [Fact]
    public void A_new_key_has_160_bits_of_base_32_and_its_own_address()
    {
        var key = Totp.NewKey();
        key.ShouldMatch("^[A-Z2-7]{32}$");
        Totp.NewKey().ShouldNotBe(key);
        Totp.Uri(key, "li@example.org", "Tan heng").ShouldBe(
            $"otpauth://totp/Tan%20heng:li%40example.org?secret={key}&issuer=Tan%20heng"
                + "&algorithm=SHA1&digits=6&period=30");
    }
}
