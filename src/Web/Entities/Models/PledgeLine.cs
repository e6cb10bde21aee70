using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Registry;
using Tanheng.Web.Actions.Speech;
using Tanheng.Web.Portal;
using Tanheng.Web.Portal.Tables;

namespace Tanheng.Web.Entities.Models;

/// <summary>A pledge as its parties and the registry see it.</summary>
/// <param name="Pledge">The pledge.</param>
/// <param name="Pledgor">Its name.</param>
/// <param name="Pledgee">Its name.</param>
/// <param name="At">When it was applied for or registered, local.</param>
/// <param name="LoanToValue">At the latest close; null where the units are not traded.</param>
public sealed record PledgeLine(Pledge Pledge, Text Pledgor, Text Pledgee, DateTime At, Percent? LoanToValue)
{
    /// <summary>The lines of pledges, in their order.</summary>
    public static IReadOnlyList<PledgeLine> Of(SchemeState state, IEnumerable<Pledge> pledges)
    {
        var naming = new Naming(state);
        return
        [
            .. pledges.Select(pledge => new PledgeLine(
                pledge,
                naming.Holder(pledge.Pledgor),
                naming.Holder(pledge.Pledgee),
                state.Rules.Calendar.Local(pledge.At),
                Pledges.PriceOf(state, pledge.Asset) is { } price
                    ? Pledges.LoanToValue(pledge.Claim, pledge.Quantity, price)
                    : null)),
        ];
    }

    /// <summary>The columns; what may be done with a line is the page's to say.</summary>
    public static IReadOnlyList<Column<PledgeLine>> Columns(Func<PledgeLine, IReadOnlyList<Act>> acts) =>
    [
        new("pledge", Words.PledgeNumber, line => line.Pledge.Id.ToString()) { Head = true },
        new("status", Words.Status, line => line.Pledge.Called ? Words.PledgeCalled : Names.Of(line.Pledge.Status))
        {
            Tone = line => line.Pledge.Called ? "bad" : line.Pledge.Status == PledgeStatus.Applied ? "warn" : "good",
        },
        new("unit", Words.Unit, line => line.Pledge.Asset.Code) { Class = "nowrap" },
        new("quantity", Words.Quantity, line => line.Pledge.Quantity) { Number = true, Unit = Words.Tonne },
        new("pledgor", Words.Pledgor, line => line.Pledgor),
        new("pledgee", Words.Pledgee, line => line.Pledgee),
        new("claim", Words.PledgeClaim, line => line.Pledge.Claim) { Number = true },
        new("ratio", Words.PledgeRatio, line => line.LoanToValue) { Number = true },
        new("reference", Words.PledgeAgreement, line => line.Pledge.Reference),
        new("since", Words.PledgeSince, line => line.At) { Class = "nowrap" },
        new("until", Words.PledgeDue, line => line.Pledge.Until) { Class = "nowrap" },
        new("acts", Words.Actions, _ => null) { Sorts = false, Class = "acts", Acts = acts },
    ];
}
