namespace Tanheng.Quantities.Tests;

/// <summary>The edges of what is read: amounts, prices, shares, serials, periods.</summary>
public sealed class TextFormTests
{
    [Theory]
    [InlineData("1234.56 CNY", 123_456)]
    [InlineData("-0.01 CNY", -1)]
    [InlineData("5 CNY", 500)]
    [InlineData("5.1 CNY", 510)]
    [InlineData("92233720368547758.07 CNY", long.MaxValue)]
    [InlineData("-92233720368547758.08 CNY", long.MinValue)]
    [InlineData("0 KRW", 0)]
    [InlineData("1500 KRW", 1500)]
    public void Money_is_read_to_the_minor_unit(string text, long minor) => Money.Parse(text).Minor.ShouldBe(minor);

    [Theory]
    [InlineData("《办法》第三条 / Measures, Art. 3", "《办法》第三条", "Measures, Art. 3")]
    [InlineData("1,000 × 70 %", "1,000 × 70 %", "1,000 × 70 %")]
    [InlineData("t/MWh", "t/MWh", "t/MWh")]
    public void A_text_in_both_languages_is_read_at_its_slash(string both, string zh, string en) =>
        Text.Of(both).ShouldBe(new Text(zh, en));

    [Theory]
    [InlineData("")]
    [InlineData("CNY")]
    [InlineData(" CNY")]
    [InlineData("1.234 CNY")]
    [InlineData("1.000 CNY")]
    [InlineData("1,234.56 CNY")]
    [InlineData("1234.56")]
    [InlineData("1234.56 cny")]
    [InlineData("1234.56 YUAN")]
    [InlineData("1234.56  CNY")]
    [InlineData(" 1234.56 CNY")]
    [InlineData("12e3 CNY")]
    [InlineData("1.5 KRW")]
    [InlineData("92233720368547758.08 CNY")]
    [InlineData("-92233720368547758.09 CNY")]
    [InlineData("79228162514264337593543950335 CNY")]
    [InlineData("99999999999999999999999999999999999999 CNY")]
    [InlineData("0.00000000000000000000000000000000001 CNY")]
    [InlineData("１ CNY")]
    public void Money_that_is_not_plain_is_refused_without_an_exception(string text) =>
        Money.TryParse(text, null, out _).ShouldBeFalse();

    [Theory]
    [InlineData("5 %", "5")]
    [InlineData("5%", "5")]
    [InlineData("-12.50 %", "-12.5")]
    [InlineData("0.0000000000000000000000000001 %", "0.0000000000000000000000000001")]
    public void A_share_is_read_exactly(string text, string value) =>
        Percent.Parse(text).ShouldBe(new Percent(decimal.Parse(value, null)));

    [Theory]
    [InlineData("5")]
    [InlineData("%")]
    [InlineData(" %")]
    [InlineData("")]
    [InlineData("five %")]
    [InlineData("5 % ")]
    [InlineData("5 %%")]
    [InlineData("1,5 %")]
    [InlineData("99999999999999999999999999999999 %")]
    public void A_share_that_is_not_plain_is_refused(string text) =>
        Percent.TryParse(text, null, out _).ShouldBeFalse();

    [Fact]
    public void A_share_keeps_every_digit_in_its_text() =>
        new Percent(33.333333333333333333333333333m).ToString().ShouldBe("33.333333333333333333333333333 %");

    [Theory]
    [InlineData("60.00 CNY")]
    [InlineData("60.00 CNY/")]
    [InlineData("60.00/t")]
    [InlineData("60.00 CNY/kg")]
    public void A_price_that_is_not_per_tonne_is_refused(string text) =>
        Price.TryParse(text, null, out _).ShouldBeFalse();

    [Fact]
    public void A_price_times_a_quantity_is_exact() =>
        (Price.Parse("60.05 CNY/t") * new Tonnes(3)).ShouldBe(Money.Parse("180.15 CNY"));

    [Theory]
    [InlineData("0-5")]
    [InlineData("5-4")]
    [InlineData("5")]
    [InlineData("-5")]
    [InlineData("1-9223372036854775807")]
    [InlineData("1-99999999999999999999")]
    [InlineData("1 - 2")]
    [InlineData("+1-2")]
    public void Serials_that_are_no_range_are_refused(string text) =>
        SerialRange.TryParse(text, null, out _).ShouldBeFalse();

    [Theory]
    [InlineData("2020-2019")]
    [InlineData("1989")]
    [InlineData("2200")]
    [InlineData("20190000")]
    [InlineData("2019_2020")]
    [InlineData("2019-20")]
    [InlineData("２０２１")]
    public void Years_that_are_no_period_are_refused(string text) =>
        CompliancePeriod.TryParse(text, null, out _).ShouldBeFalse();

    [Fact]
    public void Amounts_of_different_currencies_do_not_mix()
    {
        var (yuan, euro) = (Money.Units(1, Currency.Cny), Money.Units(1, Currency.Eur));
        Should.Throw<InvalidOperationException>(() => yuan + euro);
        Should.Throw<InvalidOperationException>(() => yuan - euro);
        Should.Throw<InvalidOperationException>(() => yuan < euro);
        (yuan == euro).ShouldBeFalse();
    }

    [Fact]
    public void Whole_units_beyond_64_bits_of_minor_units_are_refused() =>
        Should.Throw<OverflowException>(() => Money.Units(long.MaxValue / 50, Currency.Cny));
}
