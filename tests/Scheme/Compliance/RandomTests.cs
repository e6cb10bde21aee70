using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Tests.Compliance;

/// <summary>Valid and absurd commands in any order: none throws, and the books are right after each.</summary>
public sealed class RandomTests
{
    private static readonly string[] Assets =
        ["CEA-2021", "CEA-2022", "CEA-2023", "CEA-2024", "CEA-2025", "CCER", "CCER24"];

    private static readonly UserId Person = new("person");

    [Theory]
    [InlineData(1, AtDeadline.OpenCase)]
    [InlineData(2, AtDeadline.TakeWhatThereIs)]
    [InlineData(3, AtDeadline.OpenCase)]
    [InlineData(4, AtDeadline.TakeWhatThereIs)]
    public void Nothing_breaks_the_books(int seed, AtDeadline atDeadline)
    {
        for (var run = 0; run < 4; run++)
        {
            Story(new Random((seed * 1_000) + run), atDeadline);
        }
    }

    private static void Story(Random random, AtDeadline atDeadline)
    {
        var desk = Desk.In("2023-01-01", book => book with
        {
            Periods = [.. book.Periods.Select(rules => rules with
            {
                Surrender = rules.Surrender with { AtDeadline = atDeadline },
            })],
        });
        HolderId[] holders = [desk.Admit(), desk.Admit(), desk.Admit()];
        desk.Custody(holders[2]);
        foreach (var holder in holders)
        {
            desk.Do(new AppointRepresentative(holder, Person, Rights.Initiate));
        }

        var done = 0;
        for (var step = 0; step < 200; step++)
        {
            done += Step(desk, random, holders, step) ? 1 : 0;
        }

        done.ShouldBeGreaterThan(30, "a story in which nothing happens tests nothing");
    }

    private static bool Step(Desk desk, Random random, HolderId[] holders, int step)
    {
        var holder = random.Next(20) == 0 ? new HolderId(random.Next(9)) : holders[random.Next(3)];
        var known = desk.State.Registry.Find(holder) is not null;
        switch (random.Next(8))
        {
            case 0:
                var now = desk.State.Rules.Calendar.Local(desk.Now);
                desk.At(now.AddDays(random.Next(1, 25)).ToString("yyyy-MM-dd HH:mm"));
                return true;
            case 1 when known:
                desk.Emit(holder, random.Next(2021, 2026), random.Next(0, 2_000));
                return true;
            case 2 when known:
                desk.Determine(holder, new CompliancePeriod(random.Next(2021, 2026)), random.Next(0, 2_000));
                return true;
            case 3 when known:
                var custody = desk.State.Registry.Find(holder)!.CustodyAccount;
                desk.Give(
                    custody is { } id && random.Next(2) == 0 ? id : desk.Account(holder),
                    Assets[random.Next(Assets.Length)],
                    random.Next(1, 900),
                    random.Next(6) == 0 ? Compartment.Frozen : Compartment.Free);
                return true;
            default:
                var command = Command(desk, random, holder, holders[step % 3]);
                return desk.Try(command, command is ApplyPledge or ConfirmPledge ? Person : null);
        }
    }

    private static Command Command(Desk desk, Random random, HolderId holder, HolderId other)
    {
        var year = random.Next(2021, 2026);
        var period = random.Next(30) == 0 ? new CompliancePeriod(2019, 2020) : new CompliancePeriod(year);
        var tonnes = new Tonnes(random.Next(12) == 0 ? long.MaxValue - random.Next(3) : random.Next(-2, 800));
        var about = new CaseId(random.Next(1, desk.Compliance.Cases.Count + 2));
        var fine = new Money(random.Next(12) == 0 ? long.MaxValue : random.NextInt64(0, 500_000_000), Currency.Cny);
        var to = new CompliancePeriod(2025);
        var pledge = new PledgeId(random.Next(1, (int)desk.State.Pledges.Next.Value + 1));
        return random.Next(31) switch
        {
            0 => new Surrender(holder, period, tonnes),
            1 => new Surrender(holder, period),
            2 => new Surrender(holder, period, Offsets: new Tonnes(random.Next(0, 60))),
            3 => new Surrender(holder, period, Choice: [Desk.Choose(random.Next(2021, 2026), tonnes.Value)]),
            4 => new AssistSurrender(holder, other, period, tonnes),
            5 => new ReverseSurrender(holder, period, "x", random.Next(2) == 0 ? null : tonnes),
            6 => new CompulsorySurrender(holder, period),
            7 => new ReleaseCustody(holder, period),
            8 => new ApplyForAdvance(holder, period, tonnes, "x"),
            9 => new GrantAdvance(holder, period, random.Next(2) == 0 ? null : tonnes),
            10 => new RejectAdvance(holder, period, "x"),
            11 => new OpenCase(holder, period, (Offence)random.Next(9), "x", tonnes),
            12 => new DecideCase(about, fine, random.Next(2) == 0 ? null : fine),
            13 => new DecideAllCases(period),
            14 => new PayFine(holder, about),
            15 => new CloseCase(about, "x"),
            16 => new WithdrawCase(about, "x"),
            17 => new AmendCase(about, tonnes, "x"),
            18 => new OrderCorrection(about, new DateOnly(2026, random.Next(1, 13), 1)),
            19 => new RefuseCorrection(about, random.Next(2) == 0 ? null : new Percent(random.Next(40, 110))),
            20 => new RecordMeanPrice(new DateOnly(year, 12, 1), new Price(fine.Minor, Currency.Cny), "x"),
            21 => new ApplyForCarryOver(holder, "CEA", to, tonnes),
            22 => new ConvertCarryOver("CEA", to, random.Next(0, 5)),
            23 => new RejectCarryOver("CEA", to, random.Next(0, 5), "x"),
            24 or 25 => new ApplyPledge(
                holder,
                desk.State.Registry.Find(holder)?.RegistryAccount ?? default,
                "CEA",
                period,
                tonnes,
                other,
                fine,
                "x"),
            26 or 27 => new ConfirmPledge(desk.State.Pledges.Find(pledge)?.Pledgee ?? holder, pledge),
            28 => new ReleasePledge(desk.State.Pledges.Find(pledge)?.Pledgee ?? holder, pledge, tonnes, "x"),
            29 => new RealisePledge(pledge, desk.Account(other), tonnes, "x"),
            _ => new ScheduleLapse(holder, new DateTime(2026, random.Next(1, 13), 1), "x"),
        };
    }
}
