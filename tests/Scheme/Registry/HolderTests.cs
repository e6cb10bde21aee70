using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Approval;
using Tanheng.Scheme.Mrv;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Kit;

namespace Tanheng.Scheme.Tests.Registry;

/// <summary>Details of holders, their years of emissions, and years that are excluded.</summary>
public sealed class HolderTests
{
    private static readonly PostalAddress Address = new("长安街1号", "北京", "100031", "CN");
    private static readonly Contact Office =
        new(ContactRole.Primary, "碳资产部", "Carbon office", "+86 10 1234-5678", "carbon@plant.example");

    private static readonly HolderDetails Details = new(HolderKind.Organisation, Address, [Office]);

    private readonly Market market = Market.Found(
        Rules.Book(
            Rules.Approvals("describe-holder, set-emission-years", "registry-operator"),
            Rules.Registry(
                "holder_details: { organisation: [ address, primary-contact ], "
                + "individual: [ person-name, birth-country, primary-contact ], government: [ post-code ] }")),
        [],
        TestRules.Methods);

    private readonly HolderId holder;

    public HolderTests()
    {
        holder = market.Admit(1, people: new NewRepresentative(new UserId("li"), Rights.Initiate)).Id;
        market.Do(new AppointOfficial(new UserId("registrar"), [Role.RegistryOperator]));
    }

    [Fact]
    public void Details_change_when_somebody_else_has_decided()
    {
        var proposal = market.Propose(new DescribeHolder(holder, Details), by: "li");
        market.State.Registry.Holders[holder].Details.ShouldBeNull();
        market.Refuse(Propose.Of(new DescribeHolder(holder, Details)), by: "li")
            .ShouldBe(ApprovalRefusals.AnotherWaits);
        market.Do(new ApproveProposal(proposal), by: "registrar");
        market.State.Registry.Holders[holder].Details.ShouldNotBeNull().IsSame(Details).ShouldBeTrue();
        market.Refuse(Propose.Of(new DescribeHolder(holder, Details)), by: "li").ShouldBe(RegistryRefusals.NothingToDo);
        market.ShouldReplay();
    }

    [Fact]
    public void An_account_is_not_activated_before_the_details_are_there()
    {
        var id = market.Do(new RegisterHolder(Codes.Number(7), new Text("商", "Trader"), "CN-BJ", "", []))
            .OfType<HolderRegistered>().Single().Holder;
        var account = market.Do(new OpenAccount(id, AccountKind.Registry)).OfType<AccountOpened>().Single().Account.Id;
        market.Do(new ReviewAccount(account));
        var refusal = market.Refusal(new ActivateAccount(account));
        refusal.Code.ShouldBe(HolderRefusals.DetailMissing);
        refusal["field"].ShouldBe("Address");
        var proposal = market.Propose(new DescribeHolder(id, Details), by: "registrar");
        market.Do(new ApproveProposal(proposal));
        market.Do(new ActivateAccount(account));
    }

    [Theory]
    [InlineData(HolderKind.Organisation, "PrimaryContact")]
    [InlineData(HolderKind.Individual, "PersonName")]
    public void What_is_missing_is_named(HolderKind kind, string field) =>
        Missing(new HolderDetails(kind, Address, [])).ShouldBe(field);

    [Fact]
    public void An_individual_says_where_they_were_born_where_the_rulebook_asks()
    {
        var person = new HolderDetails(HolderKind.Individual, null, [Office], new PersonName("Wei", "Li"));
        Missing(person).ShouldBe("BirthCountry");
        market.Propose(
            new DescribeHolder(holder, person with { Person = new PersonName("Wei", "Li", "CN") }), by: "li");
    }

    [Fact]
    public void A_government_gives_its_post_code() =>
        Missing(new HolderDetails(HolderKind.Government, Address with { PostCode = "" }, [])).ShouldBe("PostCode");

    [Theory]
    [InlineData("carbon.plant.example", "+86 10 12345678", "Primary.email")]
    [InlineData("carbon@plant", "+86 10 12345678", "Primary.email")]
    [InlineData("a@b@plant.example", "+86 10 12345678", "Primary.email")]
    [InlineData("carbon @plant.example", "+86 10 12345678", "Primary.email")]
    [InlineData("carbon@plant.example", "1234", "Primary.phone")]
    [InlineData("carbon@plant.example", "call me maybe", "Primary.phone")]
    [InlineData("carbon@plant.example", "12+34567", "Primary.phone")]
    public void A_contact_that_cannot_be_reached_is_refused(string email, string phone, string field)
    {
        var bad = Details with { Contacts = [Office with { Email = email, Phone = phone }] };
        var refusal = market.Refusal(Propose.Of(new DescribeHolder(holder, bad)), by: "li");
        refusal.Code.ShouldBe(HolderRefusals.BadDetail);
        refusal["field"].ShouldBe(field);
    }

    [Fact]
    public void Other_details_that_cannot_be_right_are_refused()
    {
        HolderDetails[] bad =
        [
            Details with { Contacts = [Office with { Name = " " }] },
            Details with { Contacts = [Office with { Position = "" }] },
            Details with { Address = Address with { Country = "China" } },
            Details with { Address = Address with { PostCode = "1234567890123" } },
            Details with { Person = new PersonName("Wei", "Li") },
        ];
        foreach (var details in bad)
        {
            market.Refuse(Propose.Of(new DescribeHolder(holder, details)), by: "li").ShouldBe(HolderRefusals.BadDetail);
        }
    }

    [Fact]
    public void There_is_one_contact_of_each_role()
    {
        var twice = Details with { Contacts = [Office, Office with { Name = "财务部" }] };
        market.Refuse(Propose.Of(new DescribeHolder(holder, twice)), by: "li").ShouldBe(HolderRefusals.ContactTwice);
        market.Propose(new DescribeHolder(
            holder, Details with { Contacts = [Office, Office with { Role = ContactRole.Alternative }] }), by: "li");
    }

    [Fact]
    public void A_code_is_taken_whatever_the_case_of_its_letters()
    {
        var book = TestRules.Book();
        book = book with
        {
            Text = book.Text.Replace(
                "unified_social_credit_code: yes", "unified_social_credit_code: no", StringComparison.Ordinal),
        };
        var any = Market.Found(book, [], TestRules.Methods);
        any.Do(new RegisterHolder("AT-17b", new Text("x", "x"), "AT", "", []));
        any.Refuse(new RegisterHolder("at-17B", new Text("y", "y"), "AT", "", []))
            .ShouldBe(RegistryRefusals.HolderCodeTaken);
    }

    [Fact]
    public void Years_of_emissions_are_asked_for_and_decided()
    {
        var proposal = market.Propose(new SetEmissionYears(holder, 2021, 2022), by: "li");
        market.Do(new ApproveProposal(proposal), by: "registrar");
        market.State.Registry.Holders[holder].Years.ShouldBe(new EmissionSpan(2021, 2022));
        market.Refuse(Propose.Of(new SetEmissionYears(holder, 2021, 2022)), by: "li")
            .ShouldBe(RegistryRefusals.NothingToDo);
        market.ShouldReplay();
    }

    [Fact]
    public void Years_before_the_scheme_or_the_wrong_way_round_are_refused()
    {
        market.Refuse(Propose.Of(new SetEmissionYears(holder, 2020)), by: "li")
            .ShouldBe(HolderRefusals.BeforeTheScheme);
        market.Refuse(Propose.Of(new SetEmissionYears(holder, 2022, 2021)), by: "li")
            .ShouldBe(HolderRefusals.YearsReversed);
    }

    [Fact]
    public void A_year_that_holds_something_is_not_left_out()
    {
        var open = Market.Found();
        var id = open.Admit(1).Id;
        open.Do(new ListCoverage(2021, [id], [], "list"));
        open.Do(new ListCoverage(2022, [id], [], "list"));
        open.State.Mrv.Accepted[(id, 2022)] = new AcceptedEmissions(id, 2022, 1, [], Tonnes.Zero);
        open.Refuse(new SetEmissionYears(id, 2021, 2021)).ShouldBe(HolderRefusals.YearInUse);
        open.Do(new SetEmissionYears(id, 2022));
        open.Refuse(new ExcludeYear(id, 2021, "r")).ShouldBe(HolderRefusals.OutsideYears);
        open.Do(new SetEmissionYears(id, 2021));
        open.Do(new ExcludeYear(id, 2021, "r"));
        open.Refuse(new SetEmissionYears(id, 2022)).ShouldBe(HolderRefusals.YearInUse);
        open.State.Allocation.Entitlements[(id, new CompliancePeriod(2022))] =
            new(id, new CompliancePeriod(2022), default, new(5), default, new(5));
        open.State.Mrv.Accepted.Clear();
        open.Refuse(new SetEmissionYears(id, 2021, 2021)).ShouldBe(HolderRefusals.YearInUse);
    }

    [Fact]
    public void Outside_its_years_and_in_excluded_ones_a_holder_neither_is_listed_nor_reports()
    {
        var open = Market.Found();
        var id = open.Admit(1).Id;
        open.Do(new SetEmissionYears(id, 2022));
        open.Refuse(new ListCoverage(2021, [id], [], "list")).ShouldBe(HolderRefusals.OutsideYears);
        open.Do(new ListCoverage(2022, [id], [], "list"));
        open.Do(new ExcludeYear(id, 2022, "r"));
        open.Refuse(new SubmitReport(id, 2022, [])).ShouldBe(HolderRefusals.YearIsExcluded);
        open.Do(new IncludeYear(id, 2022, "r"));
        open.Do(new SetEmissionYears(id, 2021, 2021));
        open.Refuse(new SubmitReport(id, 2022, [])).ShouldBe(HolderRefusals.OutsideYears);
    }

    [Fact]
    public void Exclusions_are_refused_in_their_order()
    {
        var open = Market.Found();
        var id = open.Admit(1).Id;
        open.Refuse(new ExcludeYear(id, 1999, "r")).ShouldBe(RegistryRefusals.YearWithoutRules);
        open.Refuse(new ExcludeYear(id, 2021, "")).ShouldBe(RegistryRefusals.TextMissing);
        open.Refuse(new ExcludeYear(id, 2021, "r")).ShouldBe(RegistryRefusals.NotListed);
        open.Do(new ListCoverage(2021, [id], [], "list"));
        open.Refuse(new IncludeYear(id, 2021, "r")).ShouldBe(HolderRefusals.ExclusionUnchanged);
        open.Do(new ExcludeYear(id, 2021, "r"));
        open.Refuse(new ExcludeYear(id, 2021, "r")).ShouldBe(HolderRefusals.ExclusionUnchanged);
        open.ShouldReplay();
    }

    private string Missing(HolderDetails details)
    {
        var refusal = market.Refusal(Propose.Of(new DescribeHolder(holder, details)), by: "li");
        refusal.Code.ShouldBe(HolderRefusals.DetailMissing);
        return refusal["field"]!;
    }
}
