using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Kit;
using Tanheng.Scheme.Tests.Trading;

namespace Tanheng.Scheme.Tests.Registry;

/// <summary>The test market with an exchange and pledges of offsets (<see cref="Rules.Pledges"/>).</summary>
internal static class PledgeBook
{
    private const string Emissions = "        emissions: test/stated@1\n";

    public static RuleText Of(params (string Old, string New)[] trading) => With(TradingBook.Of(trading));

    public static RuleText With(RuleText book, string section = Rules.Pledges) => book with
    {
        Text = book.Text
            .Replace("\napprovals:", "\n" + section + "\napprovals:", StringComparison.Ordinal)
            .Replace(Emissions, Emissions + "        verified_elsewhere: yes\n", StringComparison.Ordinal),
    };

    /// <summary>10,000 CCER of a's trading account for 300,000 yuan of b, unless changed.</summary>
    public static ApplyPledge Application(Floor floor) => new(
        floor.A.Id,
        floor.A.TradingAccount!.Value,
        "CCER",
        default,
        new Tonnes(10_000),
        floor.B.Id,
        Money.Parse("300000.00 CNY"),
        "质押合同 2022-7",
        new DateOnly(2022, 12, 31));

    public static PledgeId Apply(Floor floor, ApplyPledge? application = null) =>
        floor.Do(application ?? Application(floor), floor.A).OfType<PledgeApplied>().Single().Pledge.Id;

    /// <summary>Applied for by a and confirmed by b.</summary>
    public static PledgeId Register(Floor floor, ApplyPledge? application = null)
    {
        var id = Apply(floor, application);
        floor.Do(new ConfirmPledge(floor.B.Id, id), floor.B).OfType<PledgeRegistered>().Single().Pledge.ShouldBe(id);
        return id;
    }
}
