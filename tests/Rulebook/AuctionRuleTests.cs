using Tanheng.Quantities;

namespace Tanheng.Rulebook.Tests;

/// <summary><c>auctions:</c>, read and refused with the place of what is wrong.</summary>
public sealed class AuctionRuleTests
{
    private const string Section = """
        auctions:
          - name: primary
            title: { zh: 拍卖, en: Auction }
            kind: sealed
            lot: 500 t
            tick: 0.05 CNY
            marginal: pro-rata-seed
            undersubscribed: void
            lowest_price: 22.00 CNY
            notice: 2 d
            admission: yes
            bidder_cap: 25 %
            other_cap: 4 %
            group_cap: 30 %
            lines: 10
            opening: 2 h
            forfeit: 10 %
            consignment: first
            source: act
            status: law
            valid: { from: 2022-01-01 }
          - name: bidding
            title: { zh: 竞价, en: Bidding }
            kind: ascending
            lot: 1 t
            tick: 0.01 CNY
            marginal: time
            undersubscribed: lowest-bid
            admission: no
            whole: yes
            step: 0.10 CNY
            source: plan
            status: unverified
          - name: sale
            title: { zh: 出售, en: Sale }
            kind: fixed-price
            lot: 10 t
            tick: 0.01 CNY
            marginal: pro-rata
            admission: yes
            tiers: [ { price: 41.40 CNY }, { price: 53.20 CNY } ]
            source: plan
            status: parameter
        """;

    /// <summary>Reasons that only auctions have; each is met below.</summary>
    public static IEnumerable<RefusalCode> Tested =>
    [
        RulebookRefusals.AuctionsWithoutExchange, RulebookRefusals.AuctionTwice, RulebookRefusals.TierOrder,
        RulebookRefusals.NobodyDraws,
    ];

    [Fact]
    public void Every_key_of_the_three_kinds_is_read()
    {
        var book = SmallBook.Read(With(Section)).Rulebook.ShouldNotBeNull();

        var primary = book.Auction("primary").ShouldNotBeNull();
        (primary.Kind, primary.Lot, primary.Tick)
            .ShouldBe((AuctionKind.Sealed, new Tonnes(500), Money.Parse("0.05 CNY")));
        (primary.Marginal, primary.Undersubscribed, primary.Draws)
            .ShouldBe((Marginal.ProRataSeed, Undersubscribed.Void, true));
        (primary.LowestPrice, primary.NoticeHours, primary.OpeningHours, primary.Lines)
            .ShouldBe((Money.Parse("22.00 CNY"), 48, 2, 10));
        (primary.BidderCap!.Value.Value, primary.OtherCap!.Value.Value, primary.GroupCap!.Value.Value)
            .ShouldBe((25m, 4m, 30m));
        (primary.Forfeit.Value, primary.Consignment, primary.Admission).ShouldBe((10m, Consignment.First, true));
        primary.Cite.Holds(new DateOnly(2021, 12, 31)).ShouldBeFalse();

        var bidding = book.Auction("bidding").ShouldNotBeNull();
        (bidding.Kind, bidding.Whole, bidding.Step).ShouldBe((AuctionKind.Ascending, true, Money.Parse("0.10 CNY")));
        var sale = book.Auction("sale").ShouldNotBeNull();
        sale.Tiers.ShouldBe([Money.Parse("41.40 CNY"), Money.Parse("53.20 CNY")]);
        book.Citations().Count(rule => rule.Path.StartsWith("auctions.", StringComparison.Ordinal)).ShouldBe(3);
        book.Auction("nothing").ShouldBeNull();
    }

    [Theory]
    [InlineData("lot: 500 t", "lot: 0 t", "rulebook-zero", "auctions[1].lot")]
    [InlineData("marginal: pro-rata-seed", "marginal: dice", "rulebook-not-a-choice", "auctions[1].marginal")]
    [InlineData("lowest_price: 22.00 CNY", "lowest_price: 22.01 CNY", "rulebook-off-tick", "auctions[1].lowest_price")]
    [InlineData("lowest_price: 22.00 CNY", "lowest_price: 22.00 EUR", "rulebook-other-currency",
        "auctions[1].lowest_price")]
    [InlineData("bidder_cap: 25 %", "bidder_cap: 125 %", "rulebook-bad-share", "auctions[1].bidder_cap")]
    [InlineData("    lines: 10\n", "", "rulebook-missing-key", "auctions[1].lines")]
    [InlineData("opening: 2 h", "opening: 0 h", "rulebook-zero", "auctions[1].opening")]
    [InlineData("whole: yes", "wholly: yes", "rulebook-unknown-key", "auctions[2].wholly")]
    [InlineData("step: 0.10 CNY", "step: 0.00 CNY", "rulebook-zero", "auctions[2].step")]
    [InlineData("marginal: time", "marginal: seed", "rulebook-nobody-draws", "auctions[2].marginal")]
    [InlineData("name: sale", "name: bidding", "rulebook-auction-twice", "auctions[3].name")]
    [InlineData("{ price: 53.20 CNY }", "{ price: 41.40 CNY }", "rulebook-tier-order", "auctions[3].tiers[2].price")]
    [InlineData("tiers: [ { price: 41.40 CNY }, { price: 53.20 CNY } ]", "tiers: [ ]", "rulebook-empty-list",
        "auctions[3].tiers")]
    [InlineData("    admission: yes\n    tiers", "    admission: yes\n    lines: 3\n    tiers", "rulebook-unknown-key",
        "auctions[3].lines")]
    public void What_is_wrong_is_named_with_its_place(string old, string spoiled, string name, string path)
    {
        Section.ShouldContain(old);
        var text = With(Section.Replace(old, spoiled, StringComparison.Ordinal));
        var found = SmallBook.Read(text).Diagnostics;

        var diagnostic = found.First(one => one.Refusal.Code.Name == name && one.Path == path);
        text.Split('\n').Length.ShouldBeGreaterThanOrEqualTo(diagnostic.Line);
        diagnostic.Line.ShouldBeGreaterThan(100, "the section is at the end of the book");
    }

    [Fact]
    public void Auctions_need_an_exchange_where_money_is()
    {
        var text = With(Section);
        var trading = text.IndexOf("\ntrading:", StringComparison.Ordinal);
        var end = text.IndexOf("\ntrusted_accounts:", StringComparison.Ordinal);
        var found = SmallBook.Read(text[..trading] + text[end..]).Diagnostics;

        found.ShouldHaveSingleItem().Refusal.Code.ShouldBe(RulebookRefusals.AuctionsWithoutExchange);
    }

    [Fact]
    public void The_national_rulebook_has_its_ways_to_sell_as_parameters_of_the_authority()
    {
        Shipped.China.Auctions.Select(rule => rule.Kind)
            .ShouldBe([AuctionKind.Sealed, AuctionKind.FixedPrice, AuctionKind.Ascending]);
        Shipped.China.Auctions.ShouldAllBe(rule => rule.Cite.Standing == Standing.Parameter);
    }

    private static string With(string section) => SmallBook.Text + "\n" + section + "\n";
}
