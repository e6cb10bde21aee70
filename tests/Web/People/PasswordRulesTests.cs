using Tanheng.Engine.People;
using Tanheng.Web.People;

namespace Tanheng.Web.Tests.People;

/// <summary>Which passwords are taken.</summary>
public sealed class PasswordRulesTests
{
    private static readonly PeopleSettings Settings = new();
    private static readonly Person Li = new("lilei", "h", "李雷", "leo.li@example.org", default, "");

    [Theory]
    [InlineData("violet kettle ninety canyon")]
    [InlineData("correct horse battery staple")]
    [InlineData("x7$Kq!mP2vR9wZ")]
    [InlineData("春眠不觉晓处处闻啼鸟夜来风雨")]
    [InlineData("paint 4 owls quietly")]
    [InlineData("Gnome-Tractor-Violin-72")]
    public void A_long_one_of_unrelated_words_is_taken(string password) =>
        PasswordRules.Check(password, Li, Settings).ShouldBeNull();

    [Theory]
    [InlineData("x7$Kq!mP2vR")]
    [InlineData("")]
    public void Fewer_than_12_characters_are_too_few(string password)
    {
        var refusal = PasswordRules.Check(password, Li, Settings).ShouldNotBeNull();
        refusal.Code.ShouldBe(PeopleRefusals.PasswordLength);
        refusal["length"].ShouldBe($"{password.Length}");
    }

    [Fact]
    public void More_than_200_characters_are_too_many() =>
        PasswordRules.Check(new string('x', 201), Li, Settings)!.Code.ShouldBe(PeopleRefusals.PasswordLength);

    [Theory]
    [InlineData("password1234")]
    [InlineData("P@ssw0rd!2024")]
    [InlineData("passwordpassword")]
    [InlineData("qwertyuiop12")]
    [InlineData("poiuytrewq!!")]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("1q2w3e4r5t6y")]
    [InlineData("zxcvbnm,./asdf")]
    [InlineData("abcdefghijkl")]
    [InlineData("123456789012")]
    [InlineData("2024-05-06-07")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("aBcaBcaBcaBc")]
    [InlineData("iloveyou1314")]
    [InlineData("woaini1314520")]
    [InlineData("Administrator1!")]
    [InlineData("admin_admin_2024")]
    [InlineData("zhongguo666666")]
    [InlineData("LetMeIn!!!123")]
    [InlineData("carbonmarket2024")]
    [InlineData("tanheng@2024!!")]
    public void Common_leaked_and_patterned_ones_are_refused(string password) =>
        PasswordRules.Check(password, Li, Settings).ShouldNotBeNull().Code.ShouldBe(PeopleRefusals.PasswordCommon);

    [Theory]
    [InlineData("my LiLei rides a kayak")]
    [InlineData("kayak 李雷 quietly paints")]
    [InlineData("leo.li paints quietly")]
    public void Ones_with_the_persons_name_are_refused(string password) =>
        PasswordRules.Check(password, Li, Settings).ShouldNotBeNull().Code.ShouldBe(PeopleRefusals.PasswordHasName);

    [Fact]
    public void The_list_has_hundreds_of_words_in_lower_case()
    {
        PasswordRules.ListLength.ShouldBeGreaterThan(800);
        PasswordRules.IsCommon(TestSite.Password).ShouldBeFalse();
    }
}
