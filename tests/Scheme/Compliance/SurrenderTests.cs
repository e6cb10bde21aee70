using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Tests.Compliance;

public sealed class SurrenderTests
{
    private static readonly CompliancePeriod Y2023 = new(2023);

    [Fact]
    public void Oldest_accepted_vintage_goes_first_and_the_status_follows()
    {
        var desk = Desk.In("2024-09-01");
        var holder = desk.Admit();
        desk.Give(holder, "CEA-2023", 1_000);
        desk.Give(holder, "CEA-2021", 300);
        desk.Give(holder, "CEA-2024", 5_000);
        desk.Emit(holder, 2023, 1_000);
        desk.Owed(holder, 2023).Status.ShouldBe(ObligationStatus.Open);

        desk.Do(new Surrender(holder, Y2023));

        desk.Owed(holder, 2023).ShouldBe(new Obligation(
            holder, Y2023, new Tonnes(1_000), new Tonnes(1_000), Tonnes.Zero, ObligationStatus.Met));
        desk.Balance(holder, "CEA-2021").ShouldBe(0);
        desk.Balance(holder, "CEA-2023").ShouldBe(300);
        desk.Balance(holder, "CEA-2024").ShouldBe(5_000, "a later vintage does not settle 2023");
        desk.Compliance.LotsOf(holder, Y2023).Select(lot => $"{lot.Asset} {lot.Serials}")
            .ShouldBe(["CEA-2021 1-300", "CEA-2023 1-700"]);
    }

    [Fact]
    public void Without_a_quantity_it_takes_what_there_is_and_never_more_than_missing()
    {
        var desk = Desk.In("2024-09-01");
        var holder = desk.Admit();
        desk.Give(holder, "CEA-2023", 400);
        desk.Emit(holder, 2023, 1_000);

        desk.Do(new Surrender(holder, Y2023));

        desk.Owed(holder, 2023).Missing.ShouldBe(new Tonnes(600));
        desk.Owed(holder, 2023).Status.ShouldBe(ObligationStatus.Open);
        desk.Refuse(new Surrender(holder, Y2023)).ShouldBe(ComplianceRefusals.NotEnoughUnits);
        desk.Give(holder, "CEA-2023", 5_000);
        desk.Do(new Surrender(holder, Y2023));
        desk.Balance(holder, "CEA-2023").ShouldBe(4_400);
    }

    [Fact]
    public void AT_7_offsets_are_limited_to_5_percent_rounded_down()
    {
        var desk = Desk.In("2024-09-01");
        var holder = desk.Admit();
        desk.Give(holder, "CCER", 60_000);
        desk.Give(holder, "CEA-2023", 1_000_000);
        desk.Emit(holder, 2023, 1_000_000);

        desk.Refuse(new Surrender(holder, Y2023, Offsets: new Tonnes(50_001))).ShouldBe(ComplianceRefusals.OffsetLimit);
        desk.Do(new Surrender(holder, Y2023, new Tonnes(100_000), Offsets: new Tonnes(20_000)));
        desk.Refuse(new Surrender(holder, Y2023, Offsets: new Tonnes(30_001))).ShouldBe(ComplianceRefusals.OffsetLimit);
        desk.Do(new Surrender(holder, Y2023, Offsets: new Tonnes(30_000)));

        desk.Owed(holder, 2023).Offsets.ShouldBe(new Tonnes(50_000));
        desk.Owed(holder, 2023).Allowances.ShouldBe(new Tonnes(950_000));
        desk.Owed(holder, 2023).Status.ShouldBe(ObligationStatus.Met);
        desk.Balance(holder, "CCER").ShouldBe(10_000);
    }

    [Theory]
    [InlineData(19, 0)]
    [InlineData(20, 1)]
    [InlineData(39, 1)]
    [InlineData(1_000_019, 50_000)]
    public void The_limit_is_a_floor(long due, long most)
    {
        var rules = Desk.National.Period(Y2023)!;
        Obligations.OffsetLimit(rules, new Tonnes(due)).ShouldBe(new Tonnes(most));
    }

    [Fact]
    public void Old_credits_are_usable_until_the_end_of_2024_and_new_ones_after()
    {
        var desk = Desk.In("2024-12-31 23:59");
        var holder = desk.Admit();
        desk.Give(holder, "CEA-2023", 10_000);
        desk.Give(holder, "CCER", 500);
        desk.Give(holder, "CCER24", 500);
        desk.Emit(holder, 2023, 10_000);
        desk.Do(new Surrender(holder, Y2023, new Tonnes(1), Offsets: new Tonnes(100)));
        desk.Balance(holder, "CCER").ShouldBe(400, "the first family of the rule goes first");

        desk.At("2025-01-01 00:00");

        desk.Do(new Surrender(holder, Y2023, new Tonnes(1), Offsets: new Tonnes(100)));
        desk.Balance(holder, "CCER").ShouldBe(400);
        desk.Balance(holder, "CCER24").ShouldBe(400);
    }

    [Fact]
    public void Where_every_offset_is_too_old_the_refusal_says_so()
    {
        var desk = Desk.In("2025-02-01");
        var holder = desk.Admit();
        desk.Give(holder, "CCER", 500);
        desk.Emit(holder, 2022, 10_000);
        desk.Refuse(new Surrender(holder, new CompliancePeriod(2022), Offsets: new Tonnes(1)))
            .ShouldBe(ComplianceRefusals.UnitTooOld);
    }

    [Fact]
    public void A_choice_of_vintages_is_followed()
    {
        var desk = Desk.In("2024-09-01");
        var holder = desk.Admit();
        desk.Give(holder, "CEA-2021", 500);
        desk.Give(holder, "CEA-2023", 500);
        desk.Emit(holder, 2023, 600);

        desk.Do(new Surrender(holder, Y2023, Choice: [Desk.Choose(2023, 200), Desk.Choose(2021, 300)]));

        desk.Balance(holder, "CEA-2021").ShouldBe(200);
        desk.Balance(holder, "CEA-2023").ShouldBe(300);
        desk.Owed(holder, 2023).Missing.ShouldBe(new Tonnes(100));
    }

    [Fact]
    public void Refusals_come_in_the_documented_order()
    {
        var desk = Desk.In("2024-09-01", Desk.Change(2023, rules => rules with
        {
            Surrender = rules.Surrender with
            {
                Accepts = [.. rules.Surrender.Accepts.Select(accepted => accepted with
                {
                    UsableUntil = new DateTime(2024, 10, 1),
                })],
                LateAccepted = false,
            },
        }));
        var holder = desk.Admit();
        var nobody = new HolderId(99);
        var bad = new Surrender(
            nobody, new CompliancePeriod(2050), Choice: [Desk.Choose(2024, 0, "XYZ")], Offsets: new Tonnes(900));

        desk.Refuse(bad).ShouldBe(ComplianceRefusals.UnknownPeriod);
        bad = bad with { Period = Y2023 };
        desk.Refuse(bad).ShouldBe(ComplianceRefusals.UnknownHolder);
        bad = bad with { Holder = holder };
        desk.Refuse(bad).ShouldBe(ComplianceRefusals.NoObligation);
        desk.Emit(holder, 2023, 0);
        desk.Refuse(bad).ShouldBe(ComplianceRefusals.NothingMissing);
        desk.Emit(holder, 2023, 1_000);
        desk.Refuse(bad with { Offsets = new Tonnes(-1) }).ShouldBe(ComplianceRefusals.QuantityNotPositive);
        desk.Refuse(bad with { Choice = [Desk.Choose(2024, -1)] }).ShouldBe(ComplianceRefusals.QuantityNotPositive);
        bad = bad with { Choice = [Desk.Choose(2024, 950, "XYZ")] };
        desk.Refuse(bad).ShouldBe(ComplianceRefusals.UnitNotAccepted);
        bad = bad with { Choice = [Desk.Choose(2024, 950)] };
        desk.Refuse(bad).ShouldBe(ComplianceRefusals.VintageNotAccepted);
        bad = bad with { Choice = [Desk.Choose(2023, 950)] };
        desk.Refuse(bad).ShouldBe(ComplianceRefusals.OffsetLimit);
        bad = bad with { Offsets = new Tonnes(50) };
        desk.Give(holder, "CEA-2023", 10);
        desk.Refuse(bad with { Choice = [Desk.Choose(2023, 951)] }).ShouldBe(ComplianceRefusals.TooMuch);
        desk.Refuse(bad).ShouldBe(ComplianceRefusals.NotEnoughUnits);
        desk.Give(holder, "CEA-2023", 940);
        desk.Refuse(bad).ShouldBe(ComplianceRefusals.NotEnoughUnits, "the offsets are still missing");
        desk.Give(holder, "CCER24", 50);
        desk.SetStatus(desk.Account(holder), AccountStatus.Frozen);
        desk.Refuse(bad).ShouldBe(RegistryRefusals.AccountNotUsable);
        desk.At("2024-10-01");
        desk.Refuse(bad).ShouldBe(ComplianceRefusals.UnitTooOld);
        desk.At("2025-01-01");
        desk.Refuse(bad).ShouldBe(ComplianceRefusals.DeadlinePassed);
    }

    [Fact]
    public void Where_no_offsets_are_allowed_they_are_refused()
    {
        var desk = Desk.In("2024-09-01", Desk.Change(2023, rules => rules with
        {
            Surrender = rules.Surrender with { Offsets = null },
        }));
        var holder = desk.Admit();
        desk.Emit(holder, 2023, 1_000);
        desk.Refuse(new Surrender(holder, Y2023, Offsets: new Tonnes(1)))
            .ShouldBe(ComplianceRefusals.OffsetsNotAllowed);
    }

    [Fact]
    public void A_preview_names_the_serials_and_changes_nothing()
    {
        var desk = Desk.In("2024-09-01");
        var holder = desk.Admit();
        desk.Give(holder, "CEA-2022", 100);
        desk.Give(holder, "CCER24", 80);
        desk.Emit(holder, 2023, 1_000);

        var preview = Surrenders.Preview(
            desk.State, new Surrender(holder, Y2023, Offsets: new Tonnes(30)), desk.Now).Value;

        preview.Lots.Select(lot => $"{lot.Asset} {lot.Serials}").ShouldBe(["CEA-2022 1-100", "CCER24 1-30"]);
        preview.Remaining.ShouldBe(new Tonnes(870));
        preview.OffsetsLeft.ShouldBe(new Tonnes(20), "5 % of 1,000 less 30");
        desk.Balance(holder, "CEA-2022").ShouldBe(100);
    }

    [Fact]
    public void Another_holder_may_supply_the_units()
    {
        var desk = Desk.In("2024-09-01");
        var (frozen, helper) = (desk.Admit(), desk.Admit());
        desk.Give(frozen, "CEA-2023", 1_000);
        desk.SetStatus(desk.Account(frozen), AccountStatus.Frozen);
        desk.Give(helper, "CEA-2023", 700);
        desk.Emit(frozen, 2023, 1_000);

        desk.Refuse(new Surrender(frozen, Y2023)).ShouldBe(RegistryRefusals.AccountNotUsable);
        desk.Refuse(new AssistSurrender(frozen, frozen, Y2023, new Tonnes(1))).ShouldBe(ComplianceRefusals.HelpsItself);
        desk.Refuse(new AssistSurrender(new HolderId(77), frozen, Y2023, new Tonnes(1)))
            .ShouldBe(ComplianceRefusals.UnknownHolder);
        desk.Refuse(new AssistSurrender(helper, frozen, Y2023, Tonnes.Zero))
            .ShouldBe(ComplianceRefusals.QuantityNotPositive);
        desk.Refuse(new AssistSurrender(helper, frozen, Y2023, new Tonnes(1_001))).ShouldBe(ComplianceRefusals.TooMuch);
        desk.Refuse(new AssistSurrender(helper, frozen, Y2023, new Tonnes(701)))
            .ShouldBe(ComplianceRefusals.NotEnoughUnits);
        var events = desk.Do(new AssistSurrender(helper, frozen, Y2023, new Tonnes(700)));

        events.OfType<UnitsSurrendered>().Single().Transactions.Single().Type.ShouldBe("AssistedSurrender");
        desk.Owed(frozen, 2023).Missing.ShouldBe(new Tonnes(300));
        desk.Balance(helper, "CEA-2023").ShouldBe(0);
        desk.Balance(frozen, "CEA-2023").ShouldBe(1_000);
    }

    [Fact]
    public void The_authority_reverses_a_surrender_before_the_deadline()
    {
        var desk = Desk.In("2024-09-01");
        var holder = desk.Admit();
        desk.Give(holder, "CEA-2022", 400);
        desk.Give(holder, "CEA-2023", 600);
        desk.Emit(holder, 2023, 1_000);
        desk.Do(new Surrender(holder, Y2023));

        desk.Refuse(new ReverseSurrender(holder, new CompliancePeriod(2050), ""))
            .ShouldBe(ComplianceRefusals.UnknownPeriod);
        desk.Refuse(new ReverseSurrender(new HolderId(9), Y2023, "")).ShouldBe(ComplianceRefusals.NoObligation);
        desk.Refuse(new ReverseSurrender(holder, Y2023, " ")).ShouldBe(ComplianceRefusals.NoReason);
        desk.Refuse(new ReverseSurrender(holder, Y2023, "x", Tonnes.Zero))
            .ShouldBe(ComplianceRefusals.QuantityNotPositive);
        desk.Refuse(new ReverseSurrender(holder, Y2023, "x", new Tonnes(1_001)))
            .ShouldBe(ComplianceRefusals.MoreThanSurrendered);
        var back = desk.Do(new ReverseSurrender(holder, Y2023, "误操作", new Tonnes(700)))
            .OfType<SurrenderReversed>().Single();

        back.Transactions.Single().Type.ShouldBe("Reversal");
        back.Transactions.Single().Movements.Select(move => $"{move.Asset} {move.Serials}")
            .ShouldBe(["CEA-2023 1-600", "CEA-2022 301-400"], "the last lot first, its highest serials first");
        desk.Owed(holder, 2023).Status.ShouldBe(ObligationStatus.Open);
        desk.Owed(holder, 2023).Missing.ShouldBe(new Tonnes(700));
        desk.At("2025-01-01");
        desk.Refuse(new ReverseSurrender(holder, Y2023, "")).ShouldBe(ComplianceRefusals.DeadlinePassed);
    }
}
