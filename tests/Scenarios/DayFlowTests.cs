using Tanheng.Engine.Markets;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Bulletins;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scenarios.Tests;

/// <summary>Days taken apart into orders: whatever the style, they come to the file's figures.</summary>
public sealed class DayFlowTests
{
    private static readonly TradingRule Trading = Book();

    public static TheoryData<string> Files => ["cea-daily-2023-07.csv", "cea-daily-2021-07-16.csv"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_style_comes_to_the_figures_of_the_day(string name)
    {
        var file = DailyFile.Read(Shelf.Repository.PathOf("scenarios", "market", name));
        foreach (var style in new[] { FlowStyle.Plain, FlowStyle.Lively })
        {
            foreach (var row in file.Days)
            {
                var steps = Steps(row, style);
                var traded = steps.Where(step => step.Act == FlowAct.Agree).ToList();
                Sum(traded, TradingMode.Listed).ShouldBe(row.Listed, $"{row.Day}");
                Sum(traded, TradingMode.Block).ShouldBe(row.Block, $"{row.Day}");
                var prices = traded.Where(step => step.Mode == TradingMode.Listed).Select(step => step.Lot.Price)
                    .ToList();
                (prices[0], prices.Max(), prices.Min())
                    .ShouldBe((row.Open!.Value.Minor, row.High!.Value.Minor, row.Low!.Value.Minor));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_offer_is_agreed_to_later_in_a_session_and_the_flow_is_always_the_same(string name)
    {
        var file = DailyFile.Read(Shelf.Repository.PathOf("scenarios", "market", name));
        foreach (var row in file.Days)
        {
            var steps = Steps(row, FlowStyle.Lively);
            steps.ShouldBe(Steps(row, FlowStyle.Lively));
            steps.Select(step => step.At).ShouldBeInOrder();
            steps.ShouldAllBe(step => Trading.Mode(step.Mode)!.Sessions.Any(session => session.Has(step.At)));
            foreach (var group in steps.Where(step => step.Act != FlowAct.Rest).GroupBy(step => step.Number))
            {
                group.Select(step => step.Act).ShouldBe([FlowAct.Offer, FlowAct.Agree]);
                group.Select(step => step.Lot).Distinct().Count().ShouldBe(1);
            }

            var resting = steps.Where(step => step.Act == FlowAct.Rest).ToList();
            resting.Count(step => step.Side == OrderSide.Sell).ShouldBeLessThan(Trading.Listed!.Levels);
            resting.Count(step => step.Side == OrderSide.Buy).ShouldBeLessThan(Trading.Listed!.Levels);
        }
    }

    [Fact]
    public void A_lively_day_has_many_orders_of_different_sizes()
    {
        var file = DailyFile.Read(Shelf.Repository.PathOf("scenarios", "market", "cea-daily-2023-07.csv"));
        var steps = Steps(file.Days[0], FlowStyle.Lively);
        steps.Count(step => step.Act == FlowAct.Agree).ShouldBeGreaterThan(10);
        steps.Where(step => step.Act == FlowAct.Agree).Select(step => step.Lot.Quantity).Distinct().Count()
            .ShouldBeGreaterThan(3);
    }

    private static IReadOnlyList<FlowStep> Steps(DailyRow row, FlowStyle style) => DayFlow.Of(
        row, Trading, new PriceBand(Fen(1), Fen(100_000)), new PriceBand(Fen(3_300), Fen(8_500)), style)
        .Steps.ShouldNotBeNull();

    private static Price Fen(long minor) => new(minor, Currency.Cny);

    private static Turnover Sum(IEnumerable<FlowStep> steps, TradingMode mode) => steps
        .Where(step => step.Mode == mode)
        .Aggregate(Turnover.Zero(Currency.Cny), (sum, step) => sum + new Turnover(
            new Tonnes(step.Lot.Quantity), new Money(step.Lot.Price * step.Lot.Quantity, Currency.Cny)));

    private static TradingRule Book()
    {
        var founding = Shelf.Repository.Founding("flow", "china-national.yaml", new Scheme.UserId("a"));
        return RulebookReader.Read(
            founding.Rulebook.Name,
            founding.Rulebook.Text,
            name => founding.Includes.FirstOrDefault(file => file.Name == name)?.Text).Rulebook!.Trading!;
    }
}
