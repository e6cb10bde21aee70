using Tanheng.Quantities;
using static Tanheng.Ledger.Tests.Stage;

namespace Tanheng.Ledger.Tests;

/// <summary>Each check is seen failing on a ledger that was damaged in just that way.</summary>
public class CheckTests
{
    /// <summary>1–60 in One, 61–100 in Two (fragmented by surrender), 10 fen each.</summary>
    private static Stage Sound()
    {
        var stage = new Stage();
        stage.Do(new Draft(Cea, stage.Issuance, stage.One, 60), new Draft(Cea, stage.Issuance, stage.Two, 40));
        stage.Do(new Draft(Cea, stage.Two, stage.Surrendered, 5, SerialSet.Parse("70-74")));
        stage.Do(new Draft(Cny, stage.Bank, stage.One, 10), new Draft(Cny, stage.Bank, stage.Two, 10));
        return stage;
    }

    public static TheoryData<string, string[]> Damages => new()
    {
        { "none", [] },
        { "money appears", ["1 not-balanced: All balances of money:CNY sum to 7 instead of zero."] },
        {
            "overdrawn",
            ["2 negative-balance: A2/Free has a negative balance of money:CNY: -5."]
        },
        {
            "system has negative units",
            [
                "2 negative-balance: A5/Free has a negative balance of CEA-2021: -3.",
                "3 serials-not-balance: A2/Free has 60 serials of CEA-2021 and should have 63.",
                "3 serials-not-balance: A5/Free has 0 serials of CEA-2021 and should have -3.",
            ]
        },
        {
            "serial lost",
            [
                "3 serials-missing: The serials 65-66 of CEA-2021 are in no account.",
                "3 serials-not-balance: A3/Free has 33 serials of CEA-2021 and should have 35.",
            ]
        },
        {
            "serial swapped for another's",
            [
                "3 serials-doubled: The serials 10-10 of CEA-2021 are both in A2/Free and in A3/Free.",
                "3 serials-missing: The serials 65-65 of CEA-2021 are in no account.",
            ]
        },
        {
            "last serials lost",
            [
                "3 serials-missing: The serials 99-100 of CEA-2021 are in no account.",
                "3 serials-not-balance: A3/Free has 33 serials of CEA-2021 and should have 35.",
            ]
        },
        {
            "never issued",
            [
                "3 serials-not-balance: A3/Free has 37 serials of CEA-2021 and should have 35.",
                "3 serials-not-issued: The serials 101-102 of CEA-2021 were never issued.",
            ]
        },
        { "money with serials", ["3 serials-not-balance: A2/Free has 5 serials of money:CNY and should have 0."] },
        { "issuance with serials", [
            "3 serials-doubled: The serials 1-5 of CEA-2021 are both in A1/Free and in A2/Free.",
            "3 serials-not-balance: A1/Free has 5 serials of CEA-2021 and should have 0.",
        ] },
        {
            "issued counter ahead",
            [
                "3 serials-missing: The serials 101-101 of CEA-2021 are in no account.",
                "4 issued-not-held: 101 of CEA-2021 were issued; held, surrendered, cancelled and expired are 100.",
            ]
        },
        {
            "units vanish on both sides",
            ["4 issued-not-held: 100 of CEA-2021 were issued; held, surrendered, cancelled and expired are 40.",
             "3 serials-missing: The serials 1-60 of CEA-2021 are in no account."]
        },
        {
            "frozen without a movement",
            ["5 kept-not-counted: 4 of money:CNY are frozen altogether, but 0 were counted."]
        },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public void Damage_is_found(string damage, string[] expected)
    {
        var stage = Sound();
        Damage(stage, damage);
        stage.Ledger.Check().Select(violation => violation.ToString()).Order().ShouldBe(expected.Order());
    }

    private static void Damage(Stage stage, string damage)
    {
        var (one, two) = (stage.Ledger.FindOrAdd(stage.One, Cea), stage.Ledger.FindOrAdd(stage.Two, Cea));
        var (cash, bank) = (stage.Ledger.FindOrAdd(stage.One, Cny), stage.Ledger.FindOrAdd(stage.Bank, Cny));
        switch (damage)
        {
            case "money appears":
                cash.Balance += 7;
                break;
            case "overdrawn":
                (cash.Balance, bank.Balance) = (-5, -5);
                break;
            case "system has negative units":
                one.Balance += 3;
                stage.Ledger.FindOrAdd(stage.Bank, Cea).Balance -= 3;
                break;
            case "serial lost":
                two.Serials!.Remove(new SerialRange(65, 2));
                break;
            case "serial swapped for another's":
                two.Serials!.Remove(new SerialRange(65, 1));
                two.Serials.Add(new SerialRange(10, 1));
                break;
            case "last serials lost":
                two.Serials!.Remove(new SerialRange(99, 2));
                break;
            case "never issued":
                two.Serials!.Add(new SerialRange(101, 2));
                break;
            case "money with serials":
                (cash.Serials = new RangeSet()).Add(new SerialRange(1, 5));
                break;
            case "issuance with serials":
                var issuance = stage.Ledger.FindOrAdd(stage.Issuance, Cea);
                (issuance.Serials = new RangeSet()).Add(new SerialRange(1, 5));
                break;
            case "issued counter ahead":
                stage.Ledger.SetLastSerial(Cea, 101);
                break;
            case "units vanish on both sides":
                (one.Balance, one.Serials) = (0, null);
                stage.Ledger.FindOrAdd(stage.Issuance, Cea).Balance += 60;
                break;
            case "frozen without a movement":
                cash.Balance -= 4;
                stage.Ledger.FindOrAdd(stage.One with { Compartment = Compartment.Frozen }, Cny).Balance += 4;
                break;
        }
    }

    [Fact]
    public void A_violation_speaks_both_languages()
    {
        var stage = Sound();
        stage.Ledger.FindOrAdd(stage.One, Cny).Balance++;
        var violation = stage.Ledger.Check().ShouldHaveSingleItem();
        violation.Invariant.ShouldBe(1);
        violation.Text.Zh.ShouldBe("money:CNY 的全部余额之和为 1，应为零。");
    }

    [Fact]
    public void A_transaction_of_another_ledger_is_not_posted()
    {
        var (stage, other) = (Sound(), new Stage());
        other.Do(new Draft(Cea, other.Issuance, other.One, 1000));
        var foreign = other.Ledger.Plan().Transact("Test", new Draft(Cea, other.One, other.Two, 500)).Value;
        Should.Throw<InvalidOperationException>(() => stage.Ledger.Post(foreign));
        var never = foreign with { Movements = [foreign.Movements[0] with { From = stage.Bank }] };
        Should.Throw<InvalidOperationException>(() => stage.Ledger.Post(never));
    }
}
