using Tanheng.Quantities;
using Tanheng.Web.Portal;
using Tanheng.Web.Portal.Tables;

namespace Tanheng.Web.Tests;

/// <summary>Tables: their addresses, their order, their files.</summary>
public sealed class TableTests
{
    private static readonly Column<Row>[] Columns =
    [
        new("name", new Text("名称", "Name"), row => row.Name),
        new("t", new Text("吨", "Tonnes"), row => row.Tonnes) { Unit = Words.Tonne, Number = true },
    ];

    private static readonly Row[] Rows =
    [
        new(new Text("乙", "B"), new Tonnes(20)), new(new Text("甲", "A"), null), new(new Text("丙", "C"), new Tonnes(3)),
    ];

    [Theory]
    [InlineData("/t", "t", "/t?sort=t")]
    [InlineData("/t?sort=t", "t", "/t?sort=-t")]
    [InlineData("/t?sort=-t", "t", "/t?sort=t")]
    [InlineData("/t?sort=t&page=3&q=a%20b", "name", "/t?q=a%20b&sort=name")]
    public void A_heading_sorts_and_sorted_already_turns_round(string here, string column, string leads) =>
        TableQuery.Of(here).SortedBy(column).ShouldBe(leads);

    [Fact]
    public void A_page_keeps_filters_and_order()
    {
        TableQuery.Of("/t?q=x&sort=-t&page=2").AtPage(3).ShouldBe("/t?q=x&sort=-t&page=3");
        TableQuery.Of("/t?q=x&page=2").AtPage(1).ShouldBe("/t?q=x");
        TableQuery.Of("/t?page=-7").Page.ShouldBe(1);
        TableQuery.Of("/t?q=&lang=en").Filtered.ShouldBeFalse();
        TableQuery.Of("/t?q=x&sort=t").For("/t.csv").ShouldBe("/t.csv?q=x&sort=t");
    }

    [Fact]
    public void Nothing_comes_last_in_either_direction()
    {
        Order("/t?sort=t").ShouldBe([3L, 20L, null]);
        Order("/t?sort=-t").ShouldBe([20L, 3L, null]);
        Order("/t?sort=unknown").ShouldBe([20L, null, 3L]);
    }

    [Fact]
    public void A_file_has_plain_numbers_and_quotes_what_needs_it()
    {
        var row = new Row(new Text("甲,\"乙\"", "x"), new Tonnes(1_234_567));
        Csv.Of(Columns, [row], "zh").ShouldBe("name,t (t)\r\n\"甲,\"\"乙\"\"\",1234567\r\n");
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@x")]
    public void A_text_is_never_a_formula_to_a_spreadsheet(string text) =>
        Csv.Of(Columns, [new Row(new Text(text, text), new Tonnes(-5))], "zh").ShouldEndWith($"'{text},-5\r\n");

    [Theory]
    [InlineData(85_246_840_000, "8.52 亿元", "852.47 million CNY")]
    [InlineData(1_234_567_00, "123.46 万元", "1.23 million CNY")]
    [InlineData(99_999_900, "999,999.00 元", "999,999.00 CNY")]
    [InlineData(-1_234_567_890_00, "-12.35 亿元", "-1.23 billion CNY")]
    public void Money_reads_as_people_say_it(long fen, string zh, string en)
    {
        var money = new Money(fen, Currency.Parse("CNY", null));
        Format.Spoken(money, "zh").ShouldBe(zh);
        Format.Spoken(money, "en").ShouldBe(en);
    }

    private static IEnumerable<long?> Order(string address) =>
        TableQuery.Of(address).Order(Columns, Rows, "zh").Select(row => row.Tonnes?.Value);

    private sealed record Row(Text Name, Tonnes? Tonnes);
}
