using Tanheng.Scheme.Registry;
using Tanheng.Web.Actions.Speech;

namespace Tanheng.Web.Actions.Forms;

/// <summary>Pledges that the command could be about: applied for, or in force, of the party that may decide.</summary>
internal sealed partial class Pickers
{
    private IEnumerable<Option> OfPledges() => state.Pledges.Pledges.Values
        .Where(pledge => Command switch
        {
            "confirm-pledge" => pledge.Status == PledgeStatus.Applied && Sees(pledge.Pledgee),
            "withdraw-pledge" => pledge.Status == PledgeStatus.Applied
                && (Sees(pledge.Pledgor) || Sees(pledge.Pledgee)),
            "release-pledge" => pledge.Status == PledgeStatus.Registered && Sees(pledge.Pledgee),
            _ => pledge.Status == PledgeStatus.Registered,
        })
        .OrderBy(pledge => pledge.Id.Value)
        .Select(pledge => new Option(pledge.Id.Value.ToString(), Naming.Pledge(pledge)));
}
