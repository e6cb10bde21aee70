using Tanheng.Quantities;
using static Tanheng.Ledger.Tests.Stage;

namespace Tanheng.Ledger.Tests;

public class DumpTests
{
    [Fact]
    public void A_small_ledger_reads_like_this()
    {
        var stage = new Stage();
        stage.Do(new Draft(Cny, stage.Bank, stage.One, 500));
        stage.Do(
            new Draft(Cea, stage.Issuance, stage.One, 100),
            new Draft(Cea, stage.One, Frozen(stage.One), 20, SerialSet.Parse("1-10,31-40")));
        Dump(stage.Ledger).ShouldBe(
            """{"nextAccount":6,"nextTransaction":3,"issued":{"CEA-2021":100},"accounts":["""
            + """{"id":1,"kind":"issuance","holdings":[{"asset":"CEA-2021","compartment":"free","balance":-100}]},"""
            + """{"id":2,"kind":"registry","holdings":["""
            + """{"asset":"CEA-2021","compartment":"free","balance":80,"serials":[11,30,41,100]},"""
            + """{"asset":"CEA-2021","compartment":"frozen","balance":20,"serials":[1,10,31,40]},"""
            + """{"asset":"money:CNY","compartment":"free","balance":500}]},"""
            + """{"id":3,"kind":"trading","holdings":[]},"""
            + """{"id":4,"kind":"surrendered","holdings":[]},"""
            + """{"id":5,"kind":"bank","holdings":[{"asset":"money:CNY","compartment":"free","balance":-500}]}]}""");
    }

    [Fact]
    public void The_same_content_by_another_way_gives_the_same_bytes()
    {
        // One way the odd hundreds go singly and upwards, the other way together, downwards and with a detour.
        var (one, other) = (new Stage(), new Stage());
        one.Do(new Draft(Cea, one.Issuance, one.One, 100_000));
        for (var i = 0; i < 500; i++)
        {
            one.Do(new Draft(Cea, one.One, one.Two, 100, Hundred(i)));
        }

        other.Do(new Draft(Cny, other.Bank, other.Two, 1));
        other.Do(new Draft(Cny, other.Two, other.Bank, 1));
        other.Do(new Draft(Cea, other.Issuance, other.Two, 100_000));
        for (var i = 499; i >= 3; i--)
        {
            var rest = Hundred(i).Ranges[0];
            other.Do(new Draft(Cea, other.Two, other.One, 100, SerialSet.Of(new SerialRange(rest.First - 100, 100))));
        }

        other.Do(new Draft(Cea, other.Two, other.One, 300, SerialSet.Parse("1-100,201-300,401-500")));
        Dump(other.Ledger).Length.ShouldBeGreaterThan(10_000);
        Dump(other.Ledger).Replace("\"nextTransaction\":502", "").ShouldBe(
            Dump(one.Ledger).Replace("\"nextTransaction\":502", ""));
        one.Ledger.HoldingOf(one.Two, Cea)!.Serials!.Leaves.Length.ShouldNotBe(
            other.Ledger.HoldingOf(other.Two, Cea)!.Serials!.Leaves.Length);
    }

    private static SerialSet Hundred(int index) => SerialSet.Of(new SerialRange((200 * index) + 101, 100));

    [Fact]
    public void Any_difference_shows()
    {
        var dumps = new[]
        {
            Base(),
            Base().With(new Draft(Cea, Base().Issuance, Base().One, 1)),
            Base().With(new Draft(Cea, Base().One, Base().Two, 1)),
            Base().With(new Draft(Cea, Base().One, Base().Two, 1, SerialSet.Parse("2-2"))),
            Base().With(new Draft(Cea, Base().One, Frozen(Base().One), 1)),
            Base().With(new Draft(Cny, Base().Bank, Base().One, 1)),
            Opened(AccountKind.Trading),
            Opened(AccountKind.Registry),
        };
        dumps.Select(stage => Dump(stage.Ledger)).ShouldBeUnique();

        static Stage Base() => new Stage() is var stage
            ? stage.With(new Draft(Cea, stage.Issuance, stage.One, 9))
            : null!;

        static Stage Opened(AccountKind kind)
        {
            var stage = Base();
            stage.Ledger.Open(kind);
            return stage;
        }
    }
}
