using System.Collections.Immutable;
using Tanheng.Ledger;
using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Allocation;
using Tanheng.Scheme.Mrv;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Kit;

namespace Tanheng.Scheme.Tests.Allocation;

/// <summary>
/// A holder with one facility and its units, in a market of <see cref="PowerRules"/>, from 2022-01-01.
/// </summary>
internal sealed class Plant
{
    public static readonly CompliancePeriod P2021 = new(2021);
    public static readonly CompliancePeriod P2022 = new(2022);

    private Plant(Market market, HolderId id, FacilityId facility, ImmutableArray<GeneratingUnitId> units)
    {
        Market = market;
        Id = id;
        Facility = facility;
        Units = units;
    }

    public Market Market { get; }

    public HolderId Id { get; }

    public FacilityId Facility { get; }

    public ImmutableArray<GeneratingUnitId> Units { get; }

    public Holder Holder => Market.State.Registry.Holders[Id];

    public AccountId Account => Holder.RegistryAccount!.Value;

    public AccountId Province => Market.State.Registry.Provinces[Holder.Province];

    /// <summary>A market with a verifier V of Beijing (signed by <c>vera</c>) and a first plant.</summary>
    public static Plant InNewMarket(string sector = "power", params MethodInputs[] units)
    {
        var market = Market.Found(PowerRules.Book, [], PowerRules.Methods);
        market.Do(new AppointOfficial(new UserId("vera"), [Role.Verifier]));
        market.Do(new RegisterServiceBody("V", new Text("核查一", "Verifier one"), [new UserId("vera")], [], ["CN-BJ"]));
        return Admit(market, 1, sector, units);
    }

    public static Plant Admit(Market market, int n, string sector = "power", params MethodInputs[] attributes)
    {
        var day = new DateOnly(2010, 1, 1);
        var text = new Text($"第{n}电厂", $"Plant {n}");
        NewGeneratingUnit[] units =
        [
            .. (attributes.Length == 0 ? [ClassI] : attributes).Select(unit => new NewGeneratingUnit(text, unit, day)),
        ];
        var events = market.Do(new AdmitHolder(
            Codes.Number(n),
            text,
            "CN-BJ",
            sector,
            [new NewRepresentative(new UserId("rep" + n), Rights.Read | Rights.Initiate)],
            [new NewFacility(text, "Beijing", day, units)]));
        var plant = new Plant(
            market,
            events.OfType<HolderRegistered>().Single().Holder,
            events.OfType<FacilityRegistered>().Single().Facility.Id,
            [.. events.OfType<GeneratingUnitRegistered>().Select(registered => registered.Unit.Id)]);
        foreach (var year in new[] { 2019, 2020, 2021, 2022, 2023 })
        {
            market.Do(new ListCoverage(year, [plant.Id], [], "list"));
        }

        return plant;
    }

    /// <summary>Attributes of a class I condensing unit with water cooling: no factor but the load factor.</summary>
    public static MethodInputs ClassI => MethodInputs.Of(("class", "I"), ("type", "condensing"), ("cooling", "water"));

    public static MethodInputs Gas => MethodInputs.Of(("class", "IV"), ("type", "condensing"), ("cooling", "water"));

    /// <summary>Emissions of a line that come to exactly these tonnes.</summary>
    public static MethodInputs Burn(decimal tonnes) =>
        MethodInputs.Of(("fuels", MethodInputs.Rows(MethodInputs.Of(("amount", tonnes)))));

    /// <summary>A line of a unit at full load: tonnes emitted, MWh supplied.</summary>
    public ReportLine Line(int unit, long tonnes, long megawattHours) => new(
        Facility, Units[unit], Burn(tonnes), MethodInputs.Of(("electricity", megawattHours), ("load_factor", 0.9m)));

    public Plant Submit(int year, params ReportLine[] lines)
    {
        Market.Do(new SubmitReport(Id, year, lines));
        return this;
    }

    /// <summary>Assigned to V and stated positive.</summary>
    public Plant Verify(int year)
    {
        Market.Do(new AssignVerifier(Id, year, "V"));
        Market.Do(new StateVerification(Id, year, Opinion.Positive, [], []), by: "vera");
        return this;
    }

    /// <summary>
    /// Reported, verified and accepted as reported; without lines the first unit with 1,000,000 t and 1,200,000 MWh.
    /// </summary>
    public Plant Accepted(int year, params ReportLine[] lines)
    {
        Submit(year, lines.Length > 0 ? lines : [Line(0, 1_000_000, 1_200_000)]).Verify(year);
        Market.Do(new AcceptReport(Id, year));
        return this;
    }

    public IReadOnlyList<Event> Correct(int year, params ReportLine[] lines) =>
        Market.Do(new CorrectReport(Id, year, lines, "meter was wrong", "letter 7"));

    public Entitlement Entitlement(CompliancePeriod period) => Market.State.Allocation.Of(Id, period)!;

    /// <summary>Free units of a vintage in the registry account.</summary>
    public long Held(CompliancePeriod vintage) => Held(Account, vintage);

    public long Held(AccountId account, CompliancePeriod vintage) => Market.Balance(account, asset: "CEA-" + vintage);

    /// <summary>Moves units to another plant, as if sold.</summary>
    public void Sell(Plant buyer, long tonnes, CompliancePeriod vintage) => Market.Do(
        new TransferUnits(Id, Account, buyer.Account, "CEA", vintage, new Tonnes(tonnes)), by: "rep" + Id.Value);
}
