using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme.Compliance;

namespace Tanheng.Scheme.Tests.Compliance;

/// <summary>结转 of 2019–2024 vintages into 2025, by the plan of 2023–24.</summary>
public sealed class CarryOverTests
{
    private static readonly CompliancePeriod Y2025 = new(2025);

    private static Tonnes? Limit(Desk desk, HolderId holder) =>
        CarryOver.Limit(desk.State, desk.State.Rules.CarryOvers[0], holder);

    private static ApplyForCarryOver Ask(HolderId holder, long tonnes) => new(holder, "CEA", Y2025, new Tonnes(tonnes));

    [Fact]
    public void AT_6_net_sold_8_000_and_held_100_000_makes_22_000()
    {
        var desk = Desk.In("2024-03-01");
        var (seller, buyer, poor) = (desk.Admit(), desk.Admit(), desk.Admit());
        desk.Give(desk.Trading(seller), "CEA-2023", 10_000);
        desk.Give(desk.Trading(buyer), "CEA-2022", 2_000);
        desk.Give(desk.Trading(poor), "CEA-2022", 8_000);
        desk.Give(seller, "CEA-2023", 60_000);
        desk.Give(desk.Account(seller), "CEA-2021", 37_000, Compartment.Frozen);
        desk.Sell(seller, buyer, "CEA-2023", 10_000);
        desk.Sell(buyer, seller, "CEA-2022", 2_000);
        desk.Sell(poor, buyer, "CEA-2022", 8_000);
        desk.Give(desk.Trading(seller), "CEA-2019-2020", 1_000);
        desk.Give(poor, "CEA-2024", 5_000);
        desk.At("2025-12-31 23:58");
        Limit(desk, seller).ShouldBeNull("the census is at 23:59");

        desk.At("2025-12-31 23:59");

        // Seller: sold 10,000 − bought 2,000 = 8,000; held 60,000 + 37,000 (court) + 2,000 + 1,000 = 100,000.
        Limit(desk, seller).ShouldBe(new Tonnes(22_000));
        Limit(desk, buyer).ShouldBe(new Tonnes(10_000), "net bought");
        Limit(desk, poor).ShouldBe(new Tonnes(5_000), "net sold 8,000, held 5,000");
    }

    [Fact]
    public void Sales_outside_the_window_and_moves_within_a_holder_do_not_count()
    {
        var desk = Desk.In("2023-12-31 23:00");
        var (seller, buyer) = (desk.Admit(), desk.Admit());
        desk.Give(desk.Trading(seller), "CEA-2023", 100_000);
        desk.Sell(seller, buyer, "CEA-2023", 1_000);
        desk.At("2024-01-01 00:00");
        desk.Sell(seller, buyer, "CEA-2023", 7);
        desk.Move("Transfer", "CEA-2023", new Place(desk.Trading(seller)), new Place(desk.Account(seller)), 500);
        desk.At("2025-12-31 23:30");
        desk.Sell(seller, buyer, "CEA-2023", 4);
        desk.At("2026-01-01 00:00");
        desk.Sell(seller, buyer, "CEA-2023", 9_000);

        // floor(10,000 + 11 × 1.5) = 10,016
        Limit(desk, seller).ShouldBe(new Tonnes(10_016));
    }

    [Fact]
    public void Requests_are_frozen_and_converted_and_their_sum_is_at_most_T()
    {
        var desk = Desk.In("2025-12-01");
        var holder = desk.Admit();
        desk.Give(holder, "CEA-2024", 50_000);
        desk.Give(holder, "CEA-2022", 4_000);
        desk.At("2026-02-01");

        desk.Do(Ask(holder, 6_000));
        desk.Balance(holder, "CEA-2022", Compartment.Frozen).ShouldBe(4_000, "the oldest goes first");
        desk.Balance(holder, "CEA-2024", Compartment.Frozen).ShouldBe(2_000);
        desk.Refuse(Ask(holder, 4_001)).ShouldBe(CarryOverRefusals.OverLimit);
        desk.Do(Ask(holder, 4_000));
        desk.Do(new RejectCarryOver("CEA", Y2025, 2, "材料不全"));
        desk.Balance(holder, "CEA-2024").ShouldBe(48_000);
        desk.Do(Ask(holder, 4_000));
        desk.Do(new ConvertCarryOver("CEA", Y2025, 1));

        desk.Balance(holder, "CEA-2025").ShouldBe(6_000);
        desk.Balance(desk.State.Registry.System!.Expired, "CEA-2022").ShouldBe(4_000);
        desk.Balance(desk.State.Registry.System!.Expired, "CEA-2024").ShouldBe(2_000);
        desk.Refuse(new ConvertCarryOver("CEA", Y2025, 1)).ShouldBe(CarryOverRefusals.RequestOver);
        desk.Refuse(new ConvertCarryOver("CEA", Y2025, 4)).ShouldBe(CarryOverRefusals.UnknownRequest);
        desk.Refuse(new ConvertCarryOver("CEA", new CompliancePeriod(2026), 1))
            .ShouldBe(CarryOverRefusals.UnknownCarryOver);

        desk.At("2026-06-20");
        desk.Do(new ConvertCarryOver("CEA", Y2025, 3));
        desk.Balance(holder, "CEA-2025").ShouldBe(10_000, "a request in time is converted after the window");
    }

    [Fact]
    public void What_is_left_settles_old_arrears_but_no_later_period()
    {
        // The draft's bound on vintages is lifted here, so that only the carry-over's own rule stands between them.
        var desk = Desk.In("2025-12-01", Desk.Change(2025, rules => rules with
        {
            Surrender = rules.Surrender with
            {
                Accepts = [.. rules.Surrender.Accepts.Select(accepted => accepted with { FromVintage = default })],
            },
        }));
        var holder = desk.Admit();
        desk.Give(holder, "CEA-2024", 1_000);
        desk.Emit(holder, 2024, 100);
        desk.Emit(holder, 2025, 300);
        desk.At("2026-06-10 23:59");
        desk.Do(new Surrender(holder, Y2025, new Tonnes(100)));

        desk.At("2026-06-11 00:00");

        desk.Refuse(new Surrender(holder, Y2025)).ShouldBe(ComplianceRefusals.NotEnoughUnits);
        desk.Refuse(new Surrender(holder, Y2025, Choice: [Desk.Choose(2024, 1)]))
            .ShouldBe(ComplianceRefusals.VintageNotAccepted);
        desk.Do(new Surrender(holder, new CompliancePeriod(2024)));
        desk.Owed(holder, 2024).Status.ShouldBe(ObligationStatus.MetLate);
    }

    [Fact]
    public void Applications_are_refused_in_the_documented_order()
    {
        var desk = Desk.In("2025-12-01");
        var holder = desk.Admit();
        desk.Give(holder, "CEA-2024", 500);
        desk.Give(desk.Trading(holder), "CEA-2024", 1_000);
        desk.Emit(holder, 2024, 500);
        desk.Refuse(new ApplyForCarryOver(new HolderId(9), "XYZ", Y2025, Tonnes.Zero))
            .ShouldBe(CarryOverRefusals.UnknownCarryOver);
        desk.Refuse(Ask(new HolderId(9), 0)).ShouldBe(ComplianceRefusals.UnknownHolder);
        desk.Refuse(Ask(holder, 0)).ShouldBe(CarryOverRefusals.OutsideWindow);
        desk.At("2026-02-01");
        desk.Refuse(Ask(holder, 0)).ShouldBe(CarryOverRefusals.PeriodMissed);
        desk.Do(new Surrender(holder, new CompliancePeriod(2024)));
        desk.Refuse(Ask(holder, 0)).ShouldBe(CarryOverRefusals.PeriodMissed, "made good late is still missed");

        var other = Desk.In("2026-02-01");
        var late = other.Admit();
        other.Refuse(Ask(late, 0)).ShouldBe(CarryOverRefusals.NoCensus, "this market began after it");

        desk = Desk.In("2025-12-01");
        holder = desk.Admit();
        desk.Give(holder, "CEA-2024", 500);
        desk.Give(desk.Trading(holder), "CEA-2024", 1_000);
        desk.At("2026-02-01");
        desk.Refuse(Ask(holder, 0)).ShouldBe(ComplianceRefusals.QuantityNotPositive);
        desk.Refuse(Ask(holder, 1_501)).ShouldBe(CarryOverRefusals.OverLimit);
        desk.Refuse(Ask(holder, 501))
            .ShouldBe(ComplianceRefusals.NotEnoughUnits, "what is on the exchange is moved first");
        desk.Do(Ask(holder, 500));
        desk.Refuse(new RejectCarryOver("CEA", Y2025, 1, "")).ShouldBe(ComplianceRefusals.NoReason);
        desk.At("2026-06-11");
        desk.Refuse(Ask(holder, 1)).ShouldBe(CarryOverRefusals.OutsideWindow);
    }
}
