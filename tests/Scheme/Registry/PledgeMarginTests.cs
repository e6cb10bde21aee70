using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Mrv;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Kit;
using Tanheng.Scheme.Tests.Trading;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Tests.Registry;

/// <summary>What pledged units are worth: at the registration and at every close.</summary>
public sealed class PledgeMarginTests
{
    private static readonly (string Old, string New) WideBand = ("band: 10 %", "band: 40 %");

    [Fact]
    public void AT_S32_10_000_t_at_60_lend_300_000_and_at_40_the_pledgor_is_called()
    {
        // 10,000 × 60 = 600,000, of which 50 % is 300,000.
        var floor = Opened();
        floor.Refuse(PledgeBook.Application(floor) with { Claim = Money.Parse("300000.01 CNY") }, floor.A)
            .ShouldBe(PledgeRefusals.BeyondLoanToValue);
        var id = PledgeBook.Register(floor);

        // 10,000 × 40 = 400,000, of which 300,000 is 75 %, beyond 70 %.
        var closing = Close(floor, "2022-07-04", "40.00");
        var called = closing.OfType<MarginCalled>().ShouldHaveSingleItem();
        called.ShouldBe(new MarginCalled(
            id,
            floor.A.Id,
            floor.B.Id,
            new DateOnly(2022, 7, 4),
            Price.Parse("40.00 CNY/t"),
            new Tonnes(10_000),
            Money.Parse("300000.00 CNY"),
            Percent.Parse("75 %")));
        floor.State.Pledges.Find(id)!.Called.ShouldBeTrue();

        // Pledged units are neither surrendered nor sold.
        floor.At("2022-07-05 09:30");
        floor.Units(floor.A, Compartment.Pledged).ShouldBe(10_000);
        floor.Units(floor.A).ShouldBe(1_900);
        floor.Refuse(floor.Listing(floor.A, OrderSide.Sell, 1_901, "40.00"), floor.A)
            .ShouldBe(TradingRefusals.UnitsShort);
        floor.Market.Do(new ListCoverage(2021, [floor.A.Id], [], "list"));
        floor.Market.Do(new RecordVerifiedEmissions(floor.A.Id, 2021, new Tonnes(100_000), "statement"));
        floor.Refuse(new Surrender(floor.A.Id, new CompliancePeriod(2021), Offsets: new Tonnes(1_901)), floor.A)
            .ShouldBe(ComplianceRefusals.NotEnoughUnits);
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void A_call_is_said_once_per_crossing()
    {
        var floor = Opened();
        var id = PledgeBook.Register(floor);

        // 300,000 / (10,000 × 42.86) = 69.995 %; at 42.85 it is 70.012 %, at 42.00 it is 71.429 %.
        Close(floor, "2022-07-04", "42.86").OfType<MarginCalled>().ShouldBeEmpty();
        Close(floor, "2022-07-05", "42.85").OfType<MarginCalled>().ShouldHaveSingleItem()
            .LoanToValue.ShouldBe(Percent.Parse("70.01 %"));
        Close(floor, "2022-07-06", "42.00").Where(IsMargin).ShouldBeEmpty();
        Close(floor, "2022-07-07", "45.00").Where(IsMargin).ShouldHaveSingleItem()
            .ShouldBe(new MarginRestored(
                id,
                floor.A.Id,
                floor.B.Id,
                new DateOnly(2022, 7, 7),
                Price.Parse("45.00 CNY/t"),
                Percent.Parse("66.67 %")));
        floor.State.Pledges.Find(id)!.Called.ShouldBeFalse();
        Close(floor, "2022-07-08", "40.00").OfType<MarginCalled>().ShouldHaveSingleItem();
        floor.Market.ShouldReplay();
    }

    [Fact]
    public void Exactly_the_line_is_a_call_and_a_lower_claim_ends_it()
    {
        // 168,000 / (6,000 × 40.00) = 70 %.
        var floor = Opened();
        var id = PledgeBook.Register(floor, PledgeBook.Application(floor) with
        {
            Quantity = new Tonnes(6_000),
            Claim = Money.Parse("168000.00 CNY"),
        });
        Close(floor, "2022-07-04", "40.00").OfType<MarginCalled>().ShouldHaveSingleItem()
            .LoanToValue.ShouldBe(Percent.Parse("70 %"));
        floor.At("2022-07-05 09:30");
        var paid = new ReleasePledge(floor.B.Id, id, new Tonnes(1), "receipt", Money.Parse("150000.00 CNY"));
        floor.Do(paid, floor.B);

        // 150,000 / (5,999 × 40.00) = 62.51 %.
        Close(floor, "2022-07-05", "40.00").Where(IsMargin).ShouldHaveSingleItem()
            .ShouldBeOfType<MarginRestored>().LoanToValue.ShouldBe(Percent.Parse("62.51 %"));
    }

    [Fact]
    public void The_confirmation_is_measured_at_the_price_of_its_own_day()
    {
        var floor = Opened();
        var id = PledgeBook.Apply(floor);
        Close(floor, "2022-07-04", "59.99");
        floor.At("2022-07-05 09:30");

        // 50 % of 10,000 × 59.99 is 299,950.
        var refusal = floor.Market.Refusal(new ConfirmPledge(floor.B.Id, id), "b");
        refusal.Code.ShouldBe(PledgeRefusals.BeyondLoanToValue);
        refusal["most"].ShouldBe("299950.00 CNY");
    }

    [Fact]
    public void Units_that_are_not_traded_are_not_valued()
    {
        var market = Market.Found(
            PledgeBook.With(TestRules.Book()), [], TestRules.Methods);
        var a = market.Admit(1, "CN-BJ", new NewRepresentative(new UserId("a"), Rights.Initiate));
        var b = market.Admit(2, "CN-BJ", new NewRepresentative(new UserId("b"), Rights.Initiate));
        market.Issue(a.RegistryAccount!.Value, 10);
        var id = market.Do(
            new ApplyPledge(
                a.Id,
                a.RegistryAccount!.Value,
                "CCER",
                default,
                new Tonnes(10),
                b.Id,
                Money.Parse("1000000000.00 CNY"),
                "agreement"),
            "a").OfType<PledgeApplied>().Single().Pledge.Id;
        market.Do(new ConfirmPledge(b.Id, id), "b");
        market.Balance(a.RegistryAccount!.Value, Compartment.Pledged).ShouldBe(10);
    }

    private static bool IsMargin(Event happened) => happened is MarginCalled or MarginRestored;

    private static Floor Opened()
    {
        var floor = new Floor(PledgeBook.Of(WideBand));
        floor.Give(floor.A, 12_000).Give(floor.C, 0, "1000000.00");
        return floor.At("09:30");
    }

    /// <summary>A trade at the price makes it the close of the day; what the last session's end brought.</summary>
    private static IReadOnlyList<Event> Close(Floor floor, string day, string price)
    {
        floor.At(day + " 10:00");
        var sale = floor.Sell(floor.A, Sold, price);
        floor.Take(floor.C, sale, Sold);
        floor.At(day + " 14:59");
        return floor.Market.Until(day + " 15:00");
    }

    private const long Sold = 100;
}
