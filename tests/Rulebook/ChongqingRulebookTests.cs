using Tanheng.Quantities;

namespace Tanheng.Rulebook.Tests;

/// <summary>The pilot market of Chongqing, as far as it is known.</summary>
public sealed class ChongqingRulebookTests
{
    private static Rulebook Book => Shipped.Chongqing;

    private static TradingRule Trading => Book.Trading.ShouldNotBeNull();

    [Fact]
    public void AT_S10_there_are_priced_offers_intentions_and_registered_deals_and_nothing_is_listed()
    {
        Trading.Modes.Select(mode => mode.Mode)
            .ShouldBe([TradingMode.Priced, TradingMode.Intention, TradingMode.Deal, TradingMode.Otc]);
        Trading.Main.ShouldBeSameAs(Trading.Priced);
        (Trading.Priced!.Band.Value, Trading.Deal!.Band.Value).ShouldBe((10, 30));
        (Trading.Priced.Taking, Trading.Priced.Parts).ShouldBe((Taking.Any, true));
        Trading.Prices.AverageDigits.ShouldBe(1);
        Book.Units.Select(unit => unit.Code).ShouldBe(["CQEA", "CQCER", "CCER"]);
    }

    [Fact]
    public void What_is_not_known_is_marked()
    {
        var rules = Book.Citations().ToList();
        rules.ShouldAllBe(rule => rule.Cite.Standing != Standing.Law);
        rules.Select(rule => rule.Path).ShouldContain("trading.priced");
        Rule[] chosen = [Trading.Otc!, Trading.Fees, Trading.Positions, Trading.Prices, Trading.Instruments.Single()];
        chosen.ShouldAllBe(rule => rule.Cite.Standing == Standing.Parameter);
    }

    /// <summary>渝环〔2023〕55号: 13,000 t from 2021 on; a shortfall costs three times the average price.</summary>
    [Fact]
    public void Industry_is_covered_from_13_000_t_and_a_tenth_may_be_offsets()
    {
        foreach (var period in Book.Periods)
        {
            period.Sector("industry")!.Threshold.ShouldBe(new Tonnes(13_000));
            period.Surrender.Offsets!.Share.Value.ShouldBe(10);
        }

        var fine = Book.Penalty(Offence.SurrenderShortfall, new DateOnly(2024, 1, 2)).ShouldNotBeNull();
        (fine.Basis, fine.LeastMultiple, fine.MostMultiple).ShouldBe((FineBasis.ShortfallValue, 3, 3));
    }

    [Theory]
    [InlineData("    taking: any\n", "", "rulebook-missing-key")]
    [InlineData("    taking: any\n", "    taking: some\n", "rulebook-not-a-choice")]
    [InlineData("  priced:\n    band: 10 %", "  prized:\n    band: 10 %", "rulebook-missing-key")]
    [InlineData("    days: 10 d\n", "    days: 0 d\n", "rulebook-zero")]
    [InlineData("    confirm_within_working_days: 2\n", "    confirm_within_working_days: 0\n", "rulebook-zero")]
    [InlineData("settlement: [ venue, registry ]", "settlement: [ ]", "rulebook-empty-list")]
    public void A_mode_that_is_half_said_is_reported(string there, string instead, string code)
    {
        var text = Shipped.Text("chongqing.yaml");
        text.Split(there).Length.ShouldBe(2, there);
        var reading = RulebookReader.Read(
            "chongqing.yaml",
            text.Replace(there, instead, StringComparison.Ordinal),
            Shipped.Include,
            Shipped.Commands);
        reading.Rulebook.ShouldBeNull();
        reading.Diagnostics.Select(one => one.Refusal.Code.Name).ShouldContain(code);
    }
}
