using Tanheng.Quantities;
using Tanheng.Web.Api.Lists;
using Tanheng.Web.Api.Shapes;

namespace Tanheng.Web.Tests;

/// <summary>CSV as RFC 4180 has it, and nothing in it that a spreadsheet would run.</summary>
public sealed class ApiCsvTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+cmd", "'+cmd")]
    [InlineData("-1+1", "'-1+1")]
    [InlineData("@sum", "'@sum")]
    [InlineData("\tx", "'\tx")]
    [InlineData("＝1", "'＝1")]
    [InlineData("a=b", "a=b")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("a\r\nb", "\"a\r\nb\"")]
    [InlineData("=a,b", "\"'=a,b\"")]
    [InlineData("", "")]
    public void Texts_are_quoted_and_formulas_are_not_run(string text, string cell) =>
        Csv.Write([new MeanPriceView(new DateOnly(2023, 12, 1), new Amount(7000, Currency.Cny), text)])
            .ShouldBe($"month,price.minor,price.currency,source\r\n2023-12-01,7000,CNY,{cell}\r\n");

    [Fact]
    public void Numbers_stay_numbers_and_what_is_missing_is_empty() =>
        Csv.Write([new UnitSummary("CCER", new(5), new(-2), new(0), new(0), new(7))])
            .ShouldBe("asset,issued [tCO2e],held [tCO2e],surrendered [tCO2e],cancelled [tCO2e],expired [tCO2e]\r\n"
                + "CCER,5,-2,0,0,7\r\n");

    [Fact]
    public void A_list_without_items_has_its_header() =>
        Csv.Write(Array.Empty<MeanPriceView>()).ShouldBe("month,price.minor,price.currency,source\r\n");
}
