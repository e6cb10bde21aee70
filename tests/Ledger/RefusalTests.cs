using Tanheng.Quantities;
using static Tanheng.Ledger.Tests.Stage;

namespace Tanheng.Ledger.Tests;

/// <summary>One row per refusal, in the documented order: each draft is right but for one thing.</summary>
public class RefusalTests
{
    private static readonly TransactionType Surrender = new(
        "Surrender", KindSet.Of(AccountKind.Registry), KindSet.Of(AccountKind.Surrendered));

    /// <summary>100 units (serials 1–100) and 500 fen in One; 50 units (101–150) in Two.</summary>
    private static Stage Set() => new Stage() is var stage
        ? stage.With(
            new Draft(Cea, stage.Issuance, stage.One, 100),
            new Draft(Cea, stage.Issuance, stage.Two, 50),
            new Draft(Cny, stage.Bank, stage.One, 500))
        : null!;

    public static TheoryData<string, string> Rows => new()
    {
        { "zero", "1001 The quantity must be above zero; it is 0." },
        { "minus", "1001 The quantity must be above zero; it is -5." },
        { "no asset", "1009 No unit type or currency is named; name one." },
        { "unknown sender", "1002 There is no account A99; check the number." },
        { "unknown receiver", "1002 There is no account A0; check the number." },
        { "same place", "1005 Sender and receiver are the same: A2/Free." },
        {
            "wrong kind of sender",
            "1007 A Surrender transaction does not go from trading to surrendered accounts; "
                + "use the type or the account that fits."
        },
        {
            "wrong kind of receiver",
            "1007 A Surrender transaction does not go from registry to trading accounts; "
                + "use the type or the account that fits."
        },
        { "back", "1010 CEA-2021 cannot go back to the issuance account A1; cancel units that are not needed." },
        { "units short", "1003 Account A2 has too little CEA-2021 that is free: 101 needed, 100 there." },
        { "money short", "1003 Account A2 has too little money:CNY that is free: 501 needed, 500 there." },
        { "compartment empty", "1003 Account A2 has too little CEA-2021 that is frozen: 1 needed, 0 there." },
        { "system short of units", "1003 Account A4 has too little CEA-2021 that is free: 1 needed, 0 there." },
        { "miscounted", "1008 The serials named are 3, the quantity is 4; correct one of them." },
        { "elsewhere", "1004 The serials 101-101 are not all free in account A2." },
        { "partly elsewhere", "1004 The serials 99-101 are not all free in account A2." },
        { "serials of money", "1004 The serials 1-5 are not all free in account A2." },
        { "mint other serials", "1004 The serials 1-5 are not all free in account A1." },
        { "mint too many", "1006 The quantity is beyond what can be booked: 999999999999999851." },
        { "too much money", "1006 The quantity is beyond what can be booked: 999999999999999501." },
        { "system too negative", "1006 The quantity is beyond what can be booked: 999999999999999501." },
        { "largest", "1006 The quantity is beyond what can be booked: 9223372036854775807." },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Refused(string row, string expected)
    {
        var stage = Set();
        var before = Dump(stage.Ledger);
        var planner = stage.Ledger.Plan();
        var draft = Drafts(stage)[row];
        var outcome = row.StartsWith("wrong kind", StringComparison.Ordinal)
            ? planner.Transact(Surrender, draft)
            : planner.Transact("Test", draft);
        outcome.Refusal.ShouldNotBeNull().ToString().ShouldBe("TH" + expected);
        outcome.Refusal.Message("zh").ShouldNotContain("{");
        Dump(stage.Ledger).ShouldBe(before);
    }

    [Fact]
    public void Every_draft_has_its_row() =>
        Drafts(Set()).Keys.Order().ShouldBe(Rows.Select(row => (string)row[0]).Order());

    private static Dictionary<string, Draft> Drafts(Stage on)
    {
        var nowhere = new Place(new AccountId(99));
        return new Dictionary<string, Draft>
        {
            ["zero"] = new(default, nowhere, nowhere, 0),
            ["minus"] = new(Cea, on.One, on.Two, -5),
            ["no asset"] = new(default, nowhere, nowhere, 5),
            ["unknown sender"] = new(Cea, nowhere, nowhere, 5),
            ["unknown receiver"] = new(Cea, on.One, default, 5),
            ["same place"] = new(Cea, on.One, on.One, 500),
            ["wrong kind of sender"] = new(Cea, on.Two, on.Surrendered, 500),
            ["wrong kind of receiver"] = new(Cea, on.One, on.Two, 500),
            ["back"] = new(Cea, on.One, on.Issuance, 500),
            ["units short"] = new(Cea, on.One, on.Two, 101, SerialSet.Parse("1-3")),
            ["money short"] = new(Cny, on.One, on.Two, 501),
            ["compartment empty"] = new(Cea, Frozen(on.One), on.Two, 1),
            ["system short of units"] = new(Cea, on.Surrendered, on.Two, 1),
            ["miscounted"] = new(Cea, on.One, on.Two, 4, SerialSet.Parse("101-103")),
            ["elsewhere"] = new(Cea, on.One, on.Two, 1, SerialSet.Parse("101-101")),
            ["partly elsewhere"] = new(Cea, on.One, on.Two, 5, SerialSet.Parse("1-2,99-101")),
            ["serials of money"] = new(Cny, on.One, on.Two, 5, SerialSet.Parse("1-5")),
            ["mint other serials"] = new(Cea, on.Issuance, on.Two, 5, SerialSet.Parse("1-5")),
            ["mint too many"] = new(Cea, on.Issuance, on.Two, Ledger.Limit - 149),
            ["too much money"] = new(Cny, on.Issuance, on.One, Ledger.Limit - 499),
            ["system too negative"] = new(Cny, on.Bank, on.Two, Ledger.Limit - 499),
            ["largest"] = new(Cny, on.Bank, on.Two, long.MaxValue),
        };
    }

    [Fact]
    public void A_transaction_that_moves_nothing_is_refused() =>
        Set().Ledger.Plan().Transact("Test").Refusal!.Code.ShouldBe(LedgerRefusals.NothingToMove);

    [Fact]
    public void What_just_fits_is_booked()
    {
        var stage = Set();
        stage.Do(new Draft(Cea, stage.Issuance, stage.Two, Ledger.Limit - 150)).Movements[0].Serials
            .ToString().ShouldBe("151-1000000000000000000");
        stage.Do(new Draft(Cny, stage.Bank, stage.One, Ledger.Limit - 500));
        stage.Ledger.Balance(stage.One, Cny).ShouldBe(Ledger.Limit);
        stage.Ledger.Check().ShouldBeEmpty();
    }

    [Fact]
    public void Numbers_and_names_are_used_once()
    {
        var codes = typeof(LedgerRefusals).GetFields().Select(field => (RefusalCode)field.GetValue(null)!).ToArray();
        codes.Length.ShouldBe(11);
        codes.Select(code => code.Number).Order().ShouldBe(Enumerable.Range(1001, 11));
        codes.Select(code => code.Name).ShouldBeUnique();
    }

    [Fact]
    public void A_type_of_transaction_lets_through_what_it_names()
    {
        var stage = Set();
        var outcome = stage.Ledger.Plan().Transact(Surrender, new Draft(Cea, stage.One, stage.Surrendered, 5));
        outcome.Value.Type.ShouldBe("Surrender");
        KindSet.Any.Has(AccountKind.Receivable).ShouldBeTrue();
        Surrender.Check(AccountKind.Registry, AccountKind.Surrendered).ShouldBeNull();
        Surrender.Check(AccountKind.Registry, AccountKind.Cancelled)!.Code.ShouldBe(LedgerRefusals.WrongKindOfAccount);
    }
}
