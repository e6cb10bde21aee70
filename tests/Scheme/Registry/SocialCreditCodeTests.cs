using Tanheng.Quantities;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Kit;

namespace Tanheng.Scheme.Tests.Registry;

public sealed class SocialCreditCodeTests
{
    // 91350100M000100Y4? is the worked example of GB 32100-2015, with weights 3^i mod 31:
    // 9·1 + 1·3 + 3·9 + 5·27 + 0 + 1·26 + 0 + 0 + M(21)·20 + 0 + 0 + 0 + 1·8 + 0 + 0 + Y(30)·30 + 4·28
    //   = 9 + 3 + 27 + 135 + 26 + 420 + 8 + 900 + 112 = 1640; 1640 mod 31 = 28; 31 − 28 = 3.
    [Theory]
    [InlineData("91350100M000100Y43")]
    [InlineData("91330100799655058B")]
    [InlineData("9144030071526726XG")]
    [InlineData("914403001922038216")]
    [InlineData("91110000802100433B")]
    public void Known_codes_are_valid(string code) => SocialCreditCode.IsValid(code).ShouldBeTrue();

    [Theory]
    [InlineData("91350100M000100Y44")] // check character
    [InlineData("91350100M000100Y4")] // too short
    [InlineData("91350100M000100Y433")] // too long
    [InlineData("91350100I000100Y43")] // I is not in the alphabet
    [InlineData("91350100m000100Y43")] // lower case
    [InlineData("91350100M000100Y4O")] // letter O for zero
    [InlineData("")]
    public void Wrong_codes_are_not(string code) => SocialCreditCode.IsValid(code).ShouldBeFalse();

    [Fact]
    public void A_single_wrong_character_is_always_found()
    {
        const string alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        const string code = "91350100M000100Y43";
        for (var i = 0; i < code.Length; i++)
        {
            foreach (var other in alphabet.Where(character => character != code[i]))
            {
                SocialCreditCode.IsValid(code[..i] + other + code[(i + 1)..]).ShouldBeFalse();
            }
        }
    }

    [Fact]
    public void The_kits_codes_are_valid() =>
        Enumerable.Range(1, 500).ShouldAllBe(n => SocialCreditCode.IsValid(Codes.Number(n)));
}

public sealed class AccountNumberTests
{
    [Theory]
    [InlineData("UK-100-10000068-0-12", true)] // the published example
    [InlineData("UK-100-10000068-0-13", false)]
    [InlineData("UK-100-10000086-0-12", false)] // two digits swapped
    [InlineData("UQ-100-10000068-0-12", false)]
    [InlineData("UK-100-10000068-0", false)]
    [InlineData("uk-100-10000068-0-12", false)]
    [InlineData("UK-1x0-10000068-0-12", false)]
    public void Check_digits_are_MOD_97(string number, bool valid) => AccountNumber.IsValid(number).ShouldBe(valid);

    // 10000009 | T=29 T=29 | 100 | 00 | 00 → 1000000929291000000 mod 97 = 53; 98 − 53 = 45.
    [Fact]
    public void Numbers_carry_prefix_kind_and_check_digits() =>
        AccountNumber.Of("TT", AccountKind.Registry, new Ledger.AccountId(9)).ShouldBe("TT-100-10000009-0-45");

    [Fact]
    public void Every_account_of_a_market_has_a_valid_number()
    {
        var market = Market.Found();
        market.Admit(1);
        market.State.Registry.Accounts.Values.ShouldAllBe(account => AccountNumber.IsValid(account.Number));
        market.State.Registry.Accounts.Values.Select(account => account.Number).ShouldBeUnique();
    }
}
