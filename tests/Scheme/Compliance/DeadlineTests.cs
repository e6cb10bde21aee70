using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Tests.Compliance;

public sealed class DeadlineTests
{
    private static readonly CompliancePeriod Y2023 = new(2023);

    /// <summary>2023 with the automatic retrieval of the Beijing rules.</summary>
    private static Desk Automatic(string start) => Desk.In(start, Desk.Change(2023, rules => rules with
    {
        Surrender = rules.Surrender with { AtDeadline = AtDeadline.TakeWhatThereIs },
    }));

    [Fact]
    public void AT_S09c_the_registry_takes_80_000_of_100_000_and_opens_a_case_for_20_000()
    {
        var desk = Automatic("2024-09-01");
        var holder = desk.Admit();
        desk.Give(holder, "CEA-2023", 50_000);
        desk.Give(holder, "CEA-2021", 30_000);
        desk.Emit(holder, 2023, 100_000);

        desk.At("2024-12-31 23:59");
        desk.Balance(holder, "CEA-2023").ShouldBe(50_000, "one minute before nothing is taken");
        desk.Owed(holder, 2023).Status.ShouldBe(ObligationStatus.Open);

        desk.At("2025-01-01 00:00");
        desk.Balance(holder, "CEA-2023").ShouldBe(0);
        desk.Balance(holder, "CEA-2021").ShouldBe(0);
        desk.Owed(holder, 2023).Allowances.ShouldBe(new Tonnes(80_000));
        desk.Owed(holder, 2023).Status.ShouldBe(ObligationStatus.Short);
        var opened = desk.CaseOf(holder, 2023);
        opened.Offence.ShouldBe(Offence.SurrenderShortfall);
        opened.Shortfall.ShouldBe(new Tonnes(20_000));
        desk.Compliance.LotsOf(holder, Y2023)[0].Asset.Code.ShouldBe("CEA-2021", "the oldest goes first");
    }

    [Fact]
    public void Custody_goes_before_the_own_account_and_a_frozen_account_keeps_its_units()
    {
        var desk = Automatic("2024-09-01");
        var (risky, frozen, rich) = (desk.Admit(), desk.Admit(), desk.Admit());
        desk.Give(desk.Custody(risky), "CEA-2023", 700);
        desk.Give(risky, "CEA-2023", 700);
        desk.Give(frozen, "CEA-2023", 1_000);
        desk.SetStatus(desk.Account(frozen), AccountStatus.Frozen);
        desk.Give(desk.Account(rich), "CEA-2023", 1_000, Compartment.Frozen);
        foreach (var holder in new[] { risky, frozen, rich })
        {
            desk.Emit(holder, 2023, 1_000);
        }

        desk.At("2025-01-01");

        desk.Owed(risky, 2023).Status.ShouldBe(ObligationStatus.Met);
        desk.Balance(risky, "CEA-2023").ShouldBe(400);
        desk.Owed(frozen, 2023).Missing.ShouldBe(new Tonnes(1_000));
        desk.Owed(rich, 2023).Missing.ShouldBe(new Tonnes(1_000), "a court's units are not taken");
    }

    [Fact]
    public void Under_the_national_rules_nothing_is_taken_and_the_case_names_all_that_is_missing()
    {
        var desk = Desk.In("2024-09-01");
        var (idle, part, met, unreported) = (desk.Admit(), desk.Admit(), desk.Admit(), desk.Admit());
        desk.Do(new ListCoverage(2023, [idle, part, met, unreported], [], "名录"));
        foreach (var holder in new[] { idle, part, met })
        {
            desk.Give(holder, "CEA-2023", 1_000);
            desk.Emit(holder, 2023, 1_000);
        }

        desk.Do(new Surrender(part, Y2023, new Tonnes(600)));
        desk.Do(new Surrender(met, Y2023));
        desk.At("2025-01-01");

        desk.Balance(idle, "CEA-2023").ShouldBe(1_000);
        desk.CaseOf(idle, 2023).Shortfall.ShouldBe(new Tonnes(1_000));
        desk.CaseOf(part, 2023).Shortfall.ShouldBe(new Tonnes(400));
        desk.Owed(met, 2023).Status.ShouldBe(ObligationStatus.Met);
        var silent = desk.Compliance.Cases.Values.Single(one => one.Holder == unreported);
        silent.Offence.ShouldBe(Offence.NoReport);
        desk.Compliance.Cases.Count.ShouldBe(3);
    }

    [Fact]
    public void A_clock_that_is_late_still_takes_what_was_usable_at_the_deadline()
    {
        var desk = Desk.In("2024-12-01", book => Desk.Change(2023, rules => rules with
        {
            Surrender = rules.Surrender with
            {
                AtDeadline = AtDeadline.TakeWhatThereIs,
                Accepts = [.. rules.Surrender.Accepts.Select(accepted => accepted with
                {
                    UsableUntil = new DateTime(2025, 1, 1),
                })],
            },
        })(book));
        var holder = desk.Admit();
        desk.Give(holder, "CEA-2023", 100);
        desk.Emit(holder, 2023, 100);
        desk.At("2025-01-03");
        desk.Owed(holder, 2023).Status.ShouldBe(ObligationStatus.Met);
    }

    [Fact]
    public void A_late_surrender_makes_good_and_the_case_notes_it()
    {
        var desk = Desk.In("2024-12-01");
        var holder = desk.Admit();
        desk.Emit(holder, 2023, 1_000);
        desk.At("2025-02-01");
        desk.Give(holder, "CEA-2023", 1_000);

        desk.Do(new Surrender(holder, Y2023, new Tonnes(400)));
        desk.Owed(holder, 2023).Status.ShouldBe(ObligationStatus.Short);
        desk.CaseOf(holder, 2023).MadeGood.ShouldBe(new Tonnes(400));
        desk.Do(new Surrender(holder, Y2023));

        desk.Owed(holder, 2023).Status.ShouldBe(ObligationStatus.MetLate);
        desk.CaseOf(holder, 2023).MadeGood.ShouldBe(new Tonnes(1_000));
        desk.CaseOf(holder, 2023).Shortfall
            .ShouldBe(new Tonnes(1_000), "what was missing at the deadline stays missing then");
    }

    [Fact]
    public void AT_3_the_milestone_counts_the_holders_that_have_met()
    {
        var desk = Desk.In("2023-10-01");
        for (var i = 0; i < 20; i++)
        {
            var holder = desk.Admit();
            desk.Give(holder, "CEA-2021", 100);
            desk.Emit(holder, 2021, 100);
            if (i > 0)
            {
                desk.Do(new Surrender(holder, new CompliancePeriod(2021)));
            }
        }

        desk.Emit(desk.Admit(), 2021, 0);
        desk.At("2023-11-16");

        var counted = desk.Compliance.Milestones.Single(one => one.Period == new CompliancePeriod(2021));
        counted.Owing.ShouldBe(20, "who owes nothing does not count");
        counted.Met.ShouldBe(19);
        counted.Share.ShouldBe(new Percent(95m));
        counted.Reached.ShouldBeTrue();
    }

    [Fact]
    public void Results_are_published_within_what_the_rulebook_makes_public()
    {
        var desk = Desk.In("2024-12-01");
        var (met, late) = (desk.Admit(), desk.Admit());
        desk.Give(met, "CEA-2023", 1_000);
        desk.Emit(met, 2023, 1_000);
        desk.Emit(late, 2023, 500);
        desk.Do(new Surrender(met, Y2023));
        desk.Refuse(new PublishResults(new CompliancePeriod(2050))).ShouldBe(ComplianceRefusals.UnknownPeriod);
        desk.Refuse(new PublishResults(Y2023)).ShouldBe(ComplianceRefusals.TooEarly);
        desk.At("2025-01-10");

        desk.Do(new PublishResults(Y2023));

        var results = desk.Compliance.Publications[Y2023].Results;
        results.Select(result => result.Status).ShouldBe([ObligationStatus.Met, ObligationStatus.Short]);
        results[1].Obligation.ShouldBe(new Tonnes(500));
        results[1].Shortfall.ShouldBe(new Tonnes(500));
        results[1].Offsets.ShouldBeNull("the national rule does not list it");
        var quiet = Desk.In("2025-01-10", book => book with { Disclosures = [] });
        quiet.Refuse(new PublishResults(Y2023)).ShouldBe(ComplianceRefusals.NothingToPublish);
    }

    [Fact]
    public void The_table_shows_each_holder_once()
    {
        var desk = Desk.In("2024-12-01");
        var (owing, covered) = (desk.Admit(), desk.Admit());
        desk.Do(new ListCoverage(2023, [owing, covered], [], "名录"));
        desk.Give(owing, "CEA-2023", 300);
        desk.Determine(owing, Y2023, 900);
        desk.Emit(owing, 2023, 1_000);
        desk.Do(new Surrender(owing, Y2023));

        var rows = ComplianceTable.Of(desk.State, Y2023);

        rows.Select(row => row.Holder).ShouldBe([owing, covered]);
        rows[0].ShouldBe(new ComplianceRow(
            owing,
            desk.State.Registry.Find(owing)!.Name,
            new Tonnes(900),
            new Tonnes(1_000),
            new Tonnes(1_000),
            new Tonnes(300),
            Tonnes.Zero,
            new Tonnes(700),
            ObligationStatus.Open,
            null,
            null));
        rows[1].Status.ShouldBeNull();
    }

    [Fact]
    public void AT_S09d_units_of_a_removed_holder_are_there_on_2023_12_31_and_void_on_2024_01_01()
    {
        var desk = Desk.In("2022-01-10");
        var holder = desk.Admit();
        desk.Give(holder, "CEA-2021", 2_000);
        desk.Give(desk.Trading(holder), "CEA-2021", 1_000);
        desk.Give(holder, "CCER", 5);
        var at = new DateTime(2024, 1, 1);

        desk.Refuse(new ScheduleLapse(new HolderId(9), at, "x")).ShouldBe(ComplianceRefusals.UnknownHolder);
        desk.Refuse(new ScheduleLapse(holder, new DateTime(2022, 1, 1), "x"))
            .ShouldBe(ComplianceRefusals.LapseInThePast);
        desk.Refuse(new ScheduleLapse(holder, at, "")).ShouldBe(ComplianceRefusals.NoReason);
        desk.Do(new ScheduleLapse(holder, at, "2021年移出名录"));
        desk.At("2023-12-31 23:59");
        desk.Balance(holder, "CEA-2021").ShouldBe(2_000);
        desk.Balance(desk.Trading(holder), "CEA-2021").ShouldBe(1_000);

        desk.At("2024-01-01 00:00");

        desk.Balance(holder, "CEA-2021").ShouldBe(0);
        desk.Balance(desk.Trading(holder), "CEA-2021").ShouldBe(0);
        desk.Balance(desk.State.Registry.System!.Expired, "CEA-2021").ShouldBe(3_000);
        desk.Balance(holder, "CCER").ShouldBe(5);
    }

    [Fact]
    public void AT_4_6_custody_of_1_200_000_surrenders_1_000_000_and_releases_200_000()
    {
        var desk = Desk.In("2024-09-01");
        var holder = desk.Admit();
        desk.Refuse(new ReleaseCustody(holder, Y2023)).ShouldBe(ComplianceRefusals.NoObligation);
        desk.Emit(holder, 2023, 1_000_000);
        desk.Refuse(new CompulsorySurrender(holder, Y2023)).ShouldBe(ComplianceRefusals.NoCustody);
        desk.Refuse(new ReleaseCustody(holder, Y2023)).ShouldBe(ComplianceRefusals.NoCustody);
        var custody = desk.Custody(holder);
        desk.Refuse(new CompulsorySurrender(holder, Y2023)).ShouldBe(ComplianceRefusals.NotEnoughUnits);
        desk.Give(custody, "CEA-2023", 1_200_000);
        desk.Refuse(new ReleaseCustody(holder, Y2023)).ShouldBe(ComplianceRefusals.StillOwes);

        desk.Do(new CompulsorySurrender(holder, Y2023));
        desk.Owed(holder, 2023).Status.ShouldBe(ObligationStatus.Met);
        desk.Do(new ReleaseCustody(holder, Y2023));

        desk.Balance(custody, "CEA-2023").ShouldBe(0);
        desk.Balance(holder, "CEA-2023").ShouldBe(200_000);
    }

    [Fact]
    public void AT_4_6_custody_of_800_000_leaves_200_000_to_buy()
    {
        var desk = Desk.In("2024-09-01");
        var holder = desk.Admit();
        desk.Emit(holder, 2023, 1_000_000);
        desk.Give(desk.Custody(holder), "CEA-2023", 800_000);

        desk.Do(new CompulsorySurrender(holder, Y2023));

        desk.Owed(holder, 2023).Missing.ShouldBe(new Tonnes(200_000));
        desk.Give(holder, "CEA-2023", 200_000);
        desk.Do(new Surrender(holder, Y2023));
        desk.Owed(holder, 2023).Status.ShouldBe(ObligationStatus.Met);
    }

    [Fact]
    public void One_row_settles_two_thousand_holders()
    {
        var desk = Automatic("2024-12-01");
        for (var i = 0; i < 2_000; i++)
        {
            var holder = desk.State.Ledger.AccountCount;
            desk.State.Registry.Holders[new HolderId(holder)] = new Holder(
                new HolderId(holder), "X" + i, new Text("", ""), "CN-BJ", "power", HolderStatus.Active, []);
            desk.State.Compliance.Obligations[(new HolderId(holder), Y2023)] = new Obligation(
                new HolderId(holder), Y2023, new Tonnes(10), Tonnes.Zero, Tonnes.Zero, ObligationStatus.Open);
            var account = desk.State.Ledger.Open(AccountKind.Registry);
            desk.State.Registry.Accounts[account] = new Account(
                account, "", AccountKind.Registry, new HolderId(holder), null, AccountStatus.Active);
            desk.State.Registry.Holders[new HolderId(holder)] =
                desk.State.Registry.Holders[new HolderId(holder)] with { RegistryAccount = account };
            var minted = desk.State.Ledger.Plan().Transact("InitialIssue", new Draft(
                Asset.Unit("CEA-2023"), new Place(desk.State.Registry.System!.Issuance), new Place(account), 9)).Value;
            desk.State.Ledger.Post(minted);
        }

        desk.At("2025-01-01");

        desk.Compliance.Cases.Count.ShouldBe(2_000);
        desk.Compliance.Cases.Values.ShouldAllBe(one => one.Shortfall == new Tonnes(1));
        desk.Balance(desk.State.Registry.System!.Surrendered, "CEA-2023").ShouldBe(18_000);
    }
}
