using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Tests.Compliance;

/// <summary>Pledged units when the registry takes units by itself.</summary>
public sealed class PledgedDeadlineTests
{
    private static readonly UserId Person = new("person");

    [Fact]
    public void At_the_deadline_the_registry_takes_what_is_free_and_leaves_what_is_pledged()
    {
        var desk = Desk.In("2024-09-01", Desk.Change(2023, rules => rules with
        {
            Surrender = rules.Surrender with { AtDeadline = AtDeadline.TakeWhatThereIs },
        }));
        var (holder, bank) = (Admit(desk), Admit(desk));
        desk.Give(holder, "CEA-2023", 100);
        desk.Emit(holder, 2023, 100);
        Pledge(desk, holder, bank, 60);
        desk.Refuse(new Surrender(holder, Desk.Year(2023), new Tonnes(41)))
            .ShouldBe(ComplianceRefusals.NotEnoughUnits);

        desk.At("2025-01-01 00:00");

        desk.Balance(holder, "CEA-2023").ShouldBe(0);
        desk.Balance(holder, "CEA-2023", Compartment.Pledged).ShouldBe(60);
        desk.Owed(holder, 2023).Allowances.ShouldBe(new Tonnes(40));
        desk.CaseOf(holder, 2023).Shortfall.ShouldBe(new Tonnes(60));
    }

    [Theory]
    [InlineData(true, 0, 100)]
    [InlineData(false, 60, 40)]
    public void Pledged_units_become_void_with_the_rest_where_the_rulebook_says_so(
        bool rule, long pledged, long expired)
    {
        var desk = Desk.In(
            "2023-09-01", book => book with { Pledges = book.Pledges! with { VoidWithTheRest = rule } });
        var (holder, bank) = (Admit(desk), Admit(desk));
        desk.Give(holder, "CEA-2023", 100);
        var id = Pledge(desk, holder, bank, 60);
        desk.Do(new ScheduleLapse(holder, new DateTime(2024, 1, 1), "2021年移出名录"));

        desk.At("2024-01-01 00:00");

        desk.Balance(holder, "CEA-2023").ShouldBe(0);
        desk.Balance(holder, "CEA-2023", Compartment.Pledged).ShouldBe(pledged);
        desk.Balance(desk.State.Registry.System!.Expired, "CEA-2023").ShouldBe(expired);
        (desk.State.Pledges.Find(id) is not null).ShouldBe(!rule);
    }

    private static HolderId Admit(Desk desk)
    {
        var holder = desk.Admit();
        desk.Do(new AppointRepresentative(holder, Person, Rights.Initiate));
        return holder;
    }

    private static PledgeId Pledge(Desk desk, HolderId holder, HolderId bank, long tonnes)
    {
        var application = new ApplyPledge(
            holder,
            desk.Account(holder),
            "CEA",
            Desk.Year(2023),
            new Tonnes(tonnes),
            bank,
            Money.Parse("1000.00 CNY"),
            "agreement 1");
        var id = desk.Do(application, Person).OfType<PledgeApplied>().Single().Pledge.Id;
        desk.Do(new ConfirmPledge(bank, id), Person);
        return id;
    }
}
