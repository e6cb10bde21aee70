using System.Text;
using Tanheng.Ledger;
using Tanheng.Quantities;

namespace Tanheng.Scheme.Tests.Auditor;

/// <summary>The auditor does object: to forged rows and to a state that was changed behind its back.</summary>
public sealed class ForgeryTests
{
    private const int Steps = 400;
    private static readonly Run Honest = new Run(seed: 7).Go(Steps);

    [Theory]
    [InlineData("quantity", "serials than that many")]
    [InlineData("serials", "serials")]
    [InlineData("from", "leave")]
    public void A_forged_movement_is_found(string what, string finding)
    {
        var row = Honest.Journal.Select(one => Encoding.UTF8.GetString(one.Json)).First(text =>
            text.Contains("position-moved", StringComparison.Ordinal));
        var at = Honest.Journal.Select(one => Encoding.UTF8.GetString(one.Json)).ToList().IndexOf(row);
        var auditor = Reading(Honest.Journal.Take(at).Select(one => one.Json));
        var forged = what switch
        {
            "quantity" => Change(row, "\"quantity\":", digits => digits + 1),
            "serials" => Change(row, "\"serials\":\"", first => first + 1_000_000),
            _ => Change(row, "\"from\":{\"account\":", account => account + 1),
        };

        Should.Throw<Objection>(() => auditor.Read(Encoding.UTF8.GetBytes(forged))).Message.ShouldContain(finding);
        Should.NotThrow(() => Reading(Honest.Journal.Take(at + 1).Select(one => one.Json)));
    }

    [Fact]
    public void A_row_left_out_is_found()
    {
        var rows = Honest.Journal.Select(one => one.Json).ToList();
        rows.RemoveAt(rows.FindIndex(json =>
            Encoding.UTF8.GetString(json).Contains("position-moved", StringComparison.Ordinal)));
        Should.Throw<Objection>(() => Reading(rows));
    }

    [Fact]
    public void A_row_read_twice_is_found()
    {
        var rows = Honest.Journal.Select(one => one.Json).ToList();
        rows.Add(rows.FindLast(json =>
            Encoding.UTF8.GetString(json).Contains("\"transaction\"", StringComparison.Ordinal))!);
        Should.Throw<Objection>(() => Reading(rows));
    }

    [Fact]
    public void Units_moved_behind_its_back_are_found()
    {
        var run = new Run(seed: 7).Go(Steps);
        var state = run.State;
        var holding = state.Registry.Accounts.Keys.SelectMany(state.Ledger.Positions)
            .First(position =>
                position.Account.Value > 7 && position.Compartment == Compartment.Free && !position.Asset.IsMoney);
        var draft = new Draft(holding.Asset, new Place(holding.Account), new Place(state.Registry.System!.Cancelled),
            1);
        state.Ledger.Post(state.Ledger.Plan().Transact("Forgery", draft).Value);

        Invariants.Check(state).ShouldBeEmpty("the books still balance");
        Should.Throw<Objection>(() => Comparison.Full(run.Auditor, state)).Message.ShouldContain(holding.Asset.Code);
    }

    [Fact]
    public void A_serial_exchanged_for_another_is_found()
    {
        var run = new Run(seed: 7).Go(Steps);
        var ledger = run.State.Ledger;
        var (one, other) = run.State.Registry.Accounts.Keys.SelectMany(ledger.Positions)
            .Where(position =>
                position.Account.Value > 7 && position.Compartment == Compartment.Free && !position.Asset.IsMoney)
            .GroupBy(position => position.Asset)
            .Where(group => group.Select(position => position.Account).Distinct().Count() > 1)
            .Select(group => (group.First(), group.Last()))
            .First();
        Exchange(one, other.Account);
        Exchange(other, one.Account);

        ledger.Balance(new Place(one.Account), one.Asset).ShouldBe(one.Quantity);
        Should.Throw<Objection>(() => Comparison.Full(run.Auditor, run.State)).Message.ShouldContain("serials of");

        void Exchange(Position from, AccountId to)
        {
            var lowest = SerialSet.Of(new SerialRange(from.Serials.Ranges[0].First, 1));
            var draft = new Draft(from.Asset, new Place(from.Account), new Place(to), 1, lowest);
            ledger.Post(ledger.Plan().Transact("Forgery", draft).Value);
        }
    }

    [Fact]
    public void An_obligation_made_smaller_is_found()
    {
        var run = Enumerable.Range(1, 20).Select(seed => new Run(seed).Go(Steps)).First(one =>
            one.State.Compliance.Obligations.Count > 0);
        var (key, obligation) = run.State.Compliance.Obligations.First();
        run.State.Compliance.Obligations[key] = obligation with { Due = obligation.Due + new Tonnes(1) };
        Should.Throw<Objection>(() => Comparison.Full(run.Auditor, run.State)).Message.ShouldContain("due");
    }

    [Fact]
    public void The_same_seed_makes_the_same_market() =>
        StateHash.Of(new Run(seed: 7).Go(Steps).State).ShouldBe(StateHash.Of(Honest.State));

    private static Independent Reading(IEnumerable<byte[]> rows)
    {
        var auditor = new Independent();
        foreach (var row in rows)
        {
            auditor.Read(row);
        }

        return auditor;
    }

    /// <summary>Changes the first number after a text.</summary>
    private static string Change(string row, string after, Func<long, long> change)
    {
        var start = row.IndexOf(after, StringComparison.Ordinal) + after.Length;
        var end = start;
        while (char.IsAsciiDigit(row[end]))
        {
            end++;
        }

        var number = long.Parse(row[start..end], System.Globalization.CultureInfo.InvariantCulture);
        return row[..start] + change(number).ToString(System.Globalization.CultureInfo.InvariantCulture) + row[end..];
    }
}
