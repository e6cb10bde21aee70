using Tanheng.Scheme.Bulletins;
using Tanheng.Web.Actions.Speech;

namespace Tanheng.Web.Actions.Forms;

/// <summary>Choices of the bulletins.</summary>
internal sealed partial class Pickers
{
    private IEnumerable<Option> ForeignBulletinsInForce() => state.Bulletins.Foreign.Values
        .Where(one => one.Status == ForeignStatus.InForce)
        .OrderByDescending(one => one.Id.Value)
        .Select(one => new Option(
            one.Id.Value.ToString(),
            Joined(one.Market, Naming.Same($"{one.Id} {one.From:yyyy-MM-dd} – {one.To:yyyy-MM-dd}"), true)));
}
