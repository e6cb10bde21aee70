using Tanheng.Quantities;

namespace Tanheng.Rulebook.Tests;

public sealed class EuRulebookTests
{
    private static Rulebook Book => Shipped.Eu;

    [Theory]
    [InlineData(2013)]
    [InlineData(2014)]
    [InlineData(2015)]
    [InlineData(2016)]
    [InlineData(2017)]
    [InlineData(2018)]
    public void Allocation_by_28_February_report_by_31_March_and_surrender_by_30_April_of_the_next_year(int year)
    {
        var period = Book.Period(new CompliancePeriod(year)).ShouldNotBeNull();
        period.DeadlineOf(Step.Allocation)!.At.ShouldBe(new DateTime(year, 2, 28).AddDays(1));
        period.DeadlineOf(Step.Report)!.At.ShouldBe(new DateTime(year + 1, 4, 1));
        period.DeadlineOf(Step.Verification)!.At.ShouldBe(new DateTime(year + 1, 4, 1));
        period.DeadlineOf(Step.Surrender)!.At.ShouldBe(new DateTime(year + 1, 5, 1));
        var sector = period.Sector("installation").ShouldNotBeNull();
        sector.Emissions.ShouldBe(new MethodReference("mrv/verified-statement", "1"));
        sector.Allocation.ShouldBe(new MethodReference("allocation/stated-quantity", "1"));
        sector.PreAllocation.ShouldBeNull();
        period.Surrender.AtDeadline.ShouldBe(AtDeadline.OpenCase);
        period.Surrender.Offsets.ShouldBeNull();
        period.Surrender.Accepts.ShouldHaveSingleItem().Covers(CompliancePeriod.Parse("2013-2020")).ShouldBeTrue();
    }

    [Fact]
    public void There_is_no_exchange_in_the_registry() => Book.Trading.ShouldBeNull();

    [Fact]
    public void A_missing_tonne_costs_100_euro_and_stays_due()
    {
        var rule = Book.Penalty(Offence.SurrenderShortfall, new DateOnly(2019, 5, 1)).ShouldNotBeNull();
        (rule.Basis, rule.Least, rule.Cut).ShouldBe((FineBasis.PerTonne, Money.Units(100, Currency.Eur), NextCut.None));
        rule.ShortfallRemainsDue.ShouldBeTrue();
        // 8,524,684 t short over six years.
        (rule.Least!.Value * 8_524_684).ShouldBe(Money.Units(852_468_400, Currency.Eur));
    }

    [Fact]
    public void A_transfer_waits_26_hours_that_rest_on_weekends_and_a_trusted_account_counts_after_seven_days()
    {
        var rule = Book.Transaction("Transfer").ShouldNotBeNull();
        rule.Delay(trusted: false).ShouldBe(new Wait(26, Runs.WorkingDays, Executes.OfficeHours));
        rule.Delay(trusted: true).ShouldBe(new Wait(0, Runs.WorkingDays, Executes.OfficeHours));
        Book.Calendar.Hours.ShouldBe(new OfficeHours(new TimeOnly(10, 0), new TimeOnly(16, 0)));
        var trust = Book.TrustedAccounts.ShouldNotBeNull();
        trust.Activation.ShouldBe(new Wait(7 * 24, Runs.WorkingDays, Executes.OfficeHours));
        trust.OutsideList.ShouldBeFalse();
        Book.Approval("transfer-units")!.When.ShouldBe(ApprovalWhen.AccountRules);
        Book.Approval("add-trusted-account")!.When.ShouldBe(ApprovalWhen.Always);
    }

    [Fact]
    public void One_account_no_credit_code_and_nobody_else_to_ask_for_an_allocation()
    {
        Book.Code.ShouldBe("EU");
        Book.Currency.ShouldBe(Currency.Eur);
        Book.Registry.UnifiedSocialCreditCode.ShouldBeFalse();
        Book.Registry.TradingAccounts.ShouldBeFalse();
        Book.Registry.AccountPrefix.ShouldBe("EU");
        Book.Registry.AccountsPerHolder.ShouldBe(new Dictionary<AccountKind, int> { [AccountKind.Registry] = 1 });
        Book.Unit("EUA")!.Vintages.ShouldBe([CompliancePeriod.Parse("2013-2020")]);
        Book.Approval("allocate-final").ShouldBeNull();
        Book.Approval("surrender").ShouldBeNull();
    }
}
